from __future__ import annotations

from pipeline.document import Part
from pipeline.extract.header.acting_body import acting_body
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


def test_the_body_whose_minutes_the_text_speaks_of() -> None:
    named = acting_body(
        page("The minutes of the last meeting of the Mere Ponds Committee held on 11 May.")
    )
    assert named is not None
    assert named[0] == "Mere Ponds Committee"


def test_the_body_that_will_meet_next() -> None:
    named = acting_body(page("The next Mere Community Council meeting will be in June."))
    assert named is not None
    assert named[0] == "Mere Community Council"


def test_the_board_alone_may_be_any() -> None:
    assert acting_body(page("The Board AGREED that a pond be dug.")) is None


def test_the_body_that_does_what_bodies_do() -> None:
    named = acting_body(page("The Parish Council recommend refusal.", "Cabinet Members came."))
    assert named is not None
    assert named[0] == "Parish Council"
    assert acting_body(page("The Forum noted it.", "The Borough Council approved it.")) is None
