from __future__ import annotations

from pipeline.document import Part
from pipeline.extract.acting_body import acting_body
from tests.extract.building import para


def page(*lines: str) -> Part:
    return Part(index=0, kind="meeting_page", flow=tuple(para(line) for line in lines))


def test_the_body_that_the_text_names_oftenest() -> None:
    named = acting_body(
        page("Cabinet RESOLVED to agree.", "Cabinet NOTED it.", "the minutes of the Council")
    )
    assert named is not None
    assert named[0] == "Cabinet"


def test_a_council_in_passing_is_no_body() -> None:
    assert (
        acting_body(page("The Council website has the papers.", "Ask the Council Chamber.")) is None
    )
