"""Minutes composed of common forms are read whole, however the forms are combined."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.evaluate import evaluate
from pipeline.run import ingest
from tests.composing.compose import write
from tests.quality.figures import short_of

FIELDS = (
    "meeting.body",
    "meeting.held_on",
    "meeting.starts_at",
    "meeting.ended_at",
    "meeting.venue",
    "attendance",
    "attendance.grouping",
    "attendance.role",
    "attendance.chair",
    "apologies",
    "agenda_items",
    "resolutions",
    "actions",
    "actions.owner",
)


def wrapped(text: str) -> str:
    """The text as an editor wraps it; what is set in columns hangs below its column."""
    return "\n".join(
        textwrap.fill(
            line,
            76,
            break_on_hyphens=False,
            subsequent_indent=" " * 12 if "   " in line else "",
        )
        for line in text.splitlines()
    )


def indented(text: str) -> str:
    """The text set in by four blanks, as pasted below a quotation."""
    return textwrap.indent(text, "    ")


@pytest.mark.parametrize(
    ("seeds", "changed"),
    [
        pytest.param(range(88), str, id="as composed"),
        pytest.param(range(88, 118), wrapped, id="wrapped"),
        pytest.param(range(118, 148), indented, id="indented"),
    ],
)
def test_every_fact_is_read(seeds: range, changed: Callable[[str], str], tmp_path: Path) -> None:
    write(tmp_path, seeds, changed)
    ingest([tmp_path / "papers"], tmp_path / "archive")
    scored = evaluate(tmp_path / "archive", tmp_path / "gold")
    assert scored.absent == ()
    assert scored.set_apart == ()
    assert short_of(dict.fromkeys(FIELDS, 1.0), scored.total()) == {}
