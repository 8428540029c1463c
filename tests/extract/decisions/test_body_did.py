"""What a body did, listed below its name; what was resolved behind a sentence and a dash."""

from __future__ import annotations

import pytest

from tests.extract.building import para
from tests.extract.decisions.deciding import resolved


@pytest.mark.parametrize("lead", ["Thereafter, the Committee:-", "The Board:", "Members: -"])
def test_entries_that_each_begin_with_what_the_body_did(lead: str) -> None:
    assert resolved(
        para(lead),
        para("APPROVED the pond plan; and", "i."),
        para("agreed that a note be circulated to all.", "ii."),
    ) == ["APPROVED the pond plan; and", "agreed that a note be circulated to all."]


def test_entries_that_tell_of_others_are_none() -> None:
    assert not resolved(
        para("The Panel:"),
        para("Ada Quill, who led it", "i."),
        para("agreed that a note be circulated to all.", "ii."),
    )[1:]


@pytest.mark.parametrize("sign", ["–", ":", "-"])
def test_what_is_resolved_behind_a_sentence(sign: str) -> None:
    assert resolved(f"The Clerk brought the plan. Resolved {sign} That the plan be approved.") == [
        "That the plan be approved."
    ]
