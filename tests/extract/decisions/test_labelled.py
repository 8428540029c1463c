from __future__ import annotations

import pytest

from pipeline.extract.decisions.resolutions import RESOLUTIONS
from pipeline.records import Resolution
from tests.extract.building import item, minutes, only


def decided(*lines: str) -> list[str]:
    return [r.text for r in only(Resolution, RESOLUTIONS, minutes(item("2", "Boats", *lines)))]


@pytest.mark.parametrize(
    "lines",
    [
        ("Proposal: To buy a boat. Proposed: JT, Seconded: AQ. For: 7 (all), Against: 0",),
        ("Proposal: To buy a boat.", "Proposed: JT, Seconded: AQ. For: 4, Against: 3"),
        ("MOTION: To buy a boat. Moved JT, seconded AQ. Carried.",),
    ],
)
def test_a_labelled_motion_that_passed_is_a_decision(lines: tuple[str, ...]) -> None:
    assert decided(*lines) == ["To buy a boat."]


@pytest.mark.parametrize(
    "line",
    [
        "Proposal: To buy a boat. Proposed: JT, Seconded: AQ. For: 3, Against: 4",
        "Motion: To buy a boat. Moved JT, seconded AQ. The motion was lost.",
        "Proposal: To buy a boat.",
    ],
)
def test_a_labelled_motion_that_fell_or_was_not_put_is_none(line: str) -> None:
    assert decided(line) == []
