import json

import pytest
import typer
from typer.testing import CliRunner

from pipeline.cli.evaluate import evaluate
from pipeline.errors import ExitCode, UsageError

MEETING = {"held_on": None, "attendance": [{"name": "Ada Quill", "status": "present"}]}


@pytest.fixture
def call(workshop):
    workshop.add_paper()
    workshop.add(
        "attendance", meeting_id="m1", document_id="d1", name="Ada Quill", status="present"
    )
    workshop.write_gold(meetings=[MEETING])
    app = typer.Typer()
    app.command()(evaluate)

    def run(*options):
        paths = ["--gold", str(workshop.gold), "--archive", str(workshop.archive)]
        return CliRunner().invoke(app, [*paths, *map(str, options)])

    return run


def test_json_is_json(call):
    result = call("--json", "--form", "pdf")
    assert result.exit_code == ExitCode.OK
    assert json.loads(result.stdout)["total"]["attendance"]["strict"]["f1"] == 1.0


def test_a_fall_below_the_baseline_exits_one(call, workshop, tmp_path):
    saved = tmp_path / "base.json"
    assert call("--save", saved).exit_code == ExitCode.OK
    assert call("--baseline", saved).exit_code == ExitCode.OK
    workshop.run("UPDATE attendance SET name = 'Ben Holt'")
    result = call("--baseline", saved)
    assert result.exit_code == ExitCode.ATTENTION
    assert "Fell: total attendance strict precision 1.0000 -> 0.0000" in result.stdout
    data = json.loads(call("--baseline", saved, "--json").stdout)
    assert data["fell"][0]["now"] == 0.0


def test_misses_are_named(call, workshop):
    workshop.run("DELETE FROM attendance")
    assert "miss  attendance: Ada Quill | present" in call("--misses").stdout


def test_what_can_not_be_scored_is_a_usage_error(call, workshop):
    workshop.run("DELETE FROM documents")
    error = call().exception
    assert isinstance(error, UsageError)
    assert error.exit_code == ExitCode.USAGE
