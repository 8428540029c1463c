from __future__ import annotations

import pytest

from pipeline.segment.titles import first_matter, sentence_start, title_end


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Election of Chairman", "Ada Quill was nominated and accepted the office."),
        ("Approval of the minutes", "The minutes of 4 May were signed as a true record."),
        ("Correspondence", "Correspondence received is passed on to members."),
        ("Lights for the old pond", "Funding for lights would be upwards of £400."),
        ("INTERESTS (for items below)", "Nothing was declared."),
        ("Sale of land at Mere St.", "M. Oake distributed a map of the land."),
        ("Mills and their owners", "Cllr Tarn reported that all were well."),
        ("Minutes of the meeting", "The minutes of 9 April were agreed as a record"),
    ],
)
def test_a_title_with_a_sentence_behind_it(title: str, rest: str) -> None:
    assert sentence_start(f"{title} {rest}") == len(title) + 1


@pytest.mark.parametrize(
    "text",
    [
        "To consider whether the Council will mend the pond",
        "Minutes of the meeting held on 4 May",
        "The minutes were taken as read.",
        "Report of The Friends of the Pond",
        "Proposals for The Green are seen",
        "Ponds. The warden was thanked.",
    ],
)
def test_what_is_title_or_sentence_all_through(text: str) -> None:
    assert sentence_start(text) is None


def test_a_proposal_ends_a_title() -> None:
    text = "Standing orders Proposed by Cllr Oake and seconded by Cllr Tarn"
    assert title_end(text) == len("Standing orders ")


def test_a_stop_ends_a_title() -> None:
    text = "Pond care. The warden was thanked."
    assert title_end(text) == len("Pond care. ")


def test_the_first_matter_of_an_item_ends_its_title() -> None:
    title = "Matters arising from the Minutes (not on this agenda). 5.1 Bench on the green"
    assert title[first_matter(title, "5") :] == " 5.1 Bench on the green"
    assert first_matter(title, "6") is None
    assert first_matter("Version 5.1 of the plan", "") is None
