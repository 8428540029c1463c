"""What `make check` holds the scores to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import baselines
from pipeline.evaluate import save_baseline
from tests.quality.conftest import CORPUS

PAPER = "hnp-2025-02-13-minutes"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One sample paper with its gold and its saved scores, instead of all."""
    root = tmp_path / "root"
    for folder in ("corpus/papers", "corpus/gold", "docs/baselines", "pipeline", "models"):
        (root / folder).mkdir(parents=True)
    for folder, name in (("papers", f"{PAPER}.txt"), ("gold", f"{PAPER}.json")):
        (root / "corpus" / folder / name).write_bytes((CORPUS / folder / name).read_bytes())
    gold = root / "corpus" / "gold" / f"{PAPER}.json"
    told = json.loads(gold.read_text("utf-8"))
    told["files"] = [f"papers/{PAPER}.txt"]
    gold.write_text(json.dumps(told), "utf-8")
    monkeypatch.setattr(baselines, "ROOT", root)
    monkeypatch.setattr(baselines, "BASELINES", root / "docs" / "baselines")
    monkeypatch.setattr(baselines, "KEPT", root / "build")
    monkeypatch.delenv("COMMITTEE_PAPERS_SHARED", raising=False)
    return root


def test_a_fall_is_named_and_fails(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers = small / "corpus" / "papers"
    archive = baselines.archive_of("corpus", [papers])
    scored = baselines.pipeline.score(archive, small / "corpus" / "gold")
    save_baseline(scored, small / "docs" / "baselines" / "corpus.json")
    assert baselines.main() == 0
    assert "0 figures fell" in capsys.readouterr().out

    paper = papers / f"{PAPER}.txt"
    paper.write_text(paper.read_text("utf-8").replace("RESOLVED", "RELISHED"), "utf-8")
    assert baselines.main() == 1
    printed = capsys.readouterr().out
    assert "fell: corpus: total resolutions fuzzy recall 1.0000 -> " in printed
    assert f"paper {PAPER} (text) resolutions" in printed


def test_an_archive_is_made_again_only_where_something_changed(small: Path) -> None:
    papers = [small / "corpus" / "papers"]
    made = baselines.archive_of("corpus", papers) / "archive.duckdb"
    before = made.stat().st_mtime_ns
    baselines.archive_of("corpus", papers)
    assert made.stat().st_mtime_ns == before
    (small / "pipeline" / "rule.py").write_text("RULE = 1\n", "utf-8")
    baselines.archive_of("corpus", papers)
    assert made.stat().st_mtime_ns > before
