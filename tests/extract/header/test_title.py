from __future__ import annotations

import pytest

from pipeline.extract.header.title import statements
from tests.extract.building import passage


def _joined(*lines: str) -> list[str]:
    return [p.text for p in statements([passage(line) for line in lines])]


@pytest.mark.parametrize(
    "lines",
    [
        ("MINUTES", "OF", "THE", "PONDS COMMITTEE HELD IN", "THE HALL, ON 4 MAY 2027, AT", "10AM."),
        ("MINUTES OF THE PONDS", "COMMITTEE HELD IN THE COUNCIL", "CHAMBER, MERE ON 3rd MAY 2027"),
        ("Minutes of the meeting held on 4 May 2027 in the", "Village Hall at 7.30p.m."),
        ("MINUTES OF MERE COUNCIL MEETING", "HELD AT THE CHURCH 4 MAY 2027"),
        ("MINUTES OF THE DISTRICT COUNCIL OF NORTH", "MERE HELD IN THE HALL,", "POND LANE"),
    ],
)
def test_a_title_over_several_lines(lines: tuple[str, ...]) -> None:
    assert _joined(*lines, "Present: Ada Quill") == [" ".join(lines), "Present: Ada Quill"]


def test_a_name_broken_at_its_hyphen() -> None:
    assert _joined("MINUTES OF THE COUNCIL OF UPPER-", "MERE HELD ON 4 MAY 2027")[0].startswith(
        "MINUTES OF THE COUNCIL OF UPPER-MERE"
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("MINUTES OF GENERAL MEETING", "MONDAY 7 FEBRUARY 2027"),
        ("Minutes of the Ponds Panel", "Ada Quill was in the chair."),
        ("Minutes of the Ponds Panel held on 4 May 2027,", "In attendance: Joss Tarn"),
        ("MERE PARISH COUNCIL", "Minutes of the meeting"),
    ],
)
def test_lines_that_stand_by_themselves(lines: tuple[str, ...]) -> None:
    assert _joined(*lines) == list(lines)
