from __future__ import annotations

import pytest

from pipeline.extract.decisions.resolutions import RESOLUTIONS, outcome_of
from tests.extract.building import bullets, item, minutes, para, quotes
from tests.extract.decisions.deciding import resolved, rows

NUMBERED = [
    para("That the report be noted.", "1.", indent=18),
    para("That the plan be approved.", "2.", indent=18),
]
TEXTS = ["That the report be noted.", "That the plan be approved."]


@pytest.mark.parametrize(
    "opening",
    [
        "RESOLVED:",
        "RESOLVED –",
        "Resolved that:",
        "The Board RESOLVED:",
        "AGREED:",
        "DECISION:",
        "RESOLVED: (Unanimously)",
        "RESOLVED: (Majority)",
    ],
)
def test_a_list_under_a_decision_word(opening: str) -> None:
    assert resolved("The Board heard about the ponds.", para(opening), *NUMBERED) == TEXTS


def test_the_one_paragraph_below() -> None:
    assert resolved(
        para("RESOLVED"), "That the report be noted.", "Councillor Pike left the room."
    ) == ["That the report be noted."]


def test_a_lead_between_the_word_and_the_list() -> None:
    assert resolved(para("RESOLVED"), "That the Board:", *NUMBERED) == TEXTS


def test_on_the_line_of_the_word() -> None:
    assert resolved("RESOLVED that the report be noted.") == ["that the report be noted."]


def test_letters_that_run_on() -> None:
    assert resolved(
        "RESOLVED that (a) the report be noted; (b) the plan be approved; and (c) nobody be blamed."
    ) == ["the report be noted;", "the plan be approved; and", "nobody be blamed."]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was resolved that the pond be drained.",
        "It was unanimously agreed that the pond be drained.",
        "Councillors resolved to drain the pond.",
        "The Committee resolved to drain the pond.",
    ],
)
def test_inside_a_paragraph(sentence: str) -> None:
    assert resolved(f"The pond was full. {sentence} The pump was tested.") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The following actions were agreed:",
        "This had previously been resolved.",
        "Members agreed that the Clerk would write to the County Council.",
        "It was agreed that the new rail was very good.",
        "The pond was noted to be full.",
        "Members had not agreed.",
    ],
)
def test_what_decides_nothing(sentence: str) -> None:
    assert resolved(sentence) == []


def test_resolved_is_said_again_in_one_paragraph() -> None:
    text = "RESOLVED: That A be paid. (Cllr Ash proposed, Cllr Elm seconded). RESOLVED: That B be."
    assert resolved(text) == ["That A be paid.", "That B be."]


def test_matters_below_that_each_tell_what_was_agreed_are_no_list_of_decisions() -> None:
    assert resolved(
        para("The meeting considered and agreed the following:"),
        para("Help from outside. It was agreed that Ash Ltd would be used.", "a."),
        para("Pay. It was agreed that the pay would stay.", "b."),
    ) == ["It was agreed that Ash Ltd would be used.", "It was agreed that the pay would stay."]


def test_the_staff_of_a_body_report_back_without_a_resolution() -> None:
    assert resolved("It was agreed that officers would report back in May.") == []


def test_sub_entries_belong_to_their_entry() -> None:
    assert resolved(
        para("RESOLVED"),
        para("That the pond", "1.", indent=18),
        para("be drained; and", "(a)", indent=40),
        para("be filled.", "(b)", indent=40),
        para("That the report be noted.", "2.", indent=18),
    ) == ["That the pond be drained; and be filled.", "That the report be noted."]


def test_a_vote_ends_the_list() -> None:
    assert resolved(para("RESOLVED"), *NUMBERED, "For: 7 Against: 2", *bullets("A vote.")) == TEXTS


def test_the_decision_block_of_a_web_page() -> None:
    label, other = para("Decision:", style="label"), para("Reasons:", style="label")
    assert resolved(
        "To consider the ponds.", label, "The report was noted.", other, "The pond was full."
    ) == ["The report was noted."]


def test_where_decision_and_minutes_say_the_same_the_minutes_are_read() -> None:
    assert resolved(
        para("Decision:", style="label"),
        "Noted.",
        para("Minutes:", style="label"),
        "The pond was full. It was resolved that the report be noted.",
    ) == ["It was resolved that the report be noted."]


def test_decisions_are_numbered_within_their_item() -> None:
    found = rows(
        item("4", "Ponds", para("RESOLVED"), *NUMBERED),
        item("5", "Mills", "RESOLVED that the mill be sold."),
        item(None, "Barns", "RESOLVED that the barn be kept.", under="5"),
    )
    assert [(r.item_number, r.ordinal) for r in found] == [
        ("4", 1),
        ("4", 2),
        ("5", 1),
        ("5", 2),
    ]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("That the report be noted.", "noted"),
        ("That the minutes be approved as a correct record.", "approved"),
        ("That the item be deferred to May.", "deferred"),
        ("That the application be refused.", "rejected"),
        ("That action 3 be closed.", "closed"),
        ("That the matter be referred to Cabinet.", "referred"),
        ("The Panel recommended that Cabinet act.", "recommended"),
        ("That the strategy be endorsed.", "endorsed"),
        ("That ponds be cleaned.", "agreed"),
        ("Ponds for all", "other"),
    ],
)
def test_outcomes(text: str, outcome: str) -> None:
    assert outcome_of(text) == outcome


def test_the_source_is_the_entry_itself() -> None:
    of = minutes(item("4", "Ponds", para("RESOLVED"), *NUMBERED))
    assert quotes(RESOLUTIONS, of) == TEXTS


def test_reasons_between_the_entries_of_a_list() -> None:
    assert (
        resolved(
            "RESOLVED: (i) That the report be noted.",
            "REASON: So that members are informed.",
            para("That the plan be approved.", "(ii)"),
        )
        == TEXTS
    )


def test_a_motion_that_opens_the_decision() -> None:
    assert resolved(
        "Proposed by Alderman Pike, seconded by Councillor Lisle and agreed that",
        "the report be noted.",
    ) == ["the report be noted."]


def test_a_decision_after_the_names_of_its_movers() -> None:
    text = "Proposed by Cllr Pike, seconded by Cllr Lisle, and RESOLVED: That the pond be drained."
    assert resolved(text) == ["That the pond be drained."]


def test_letters_with_a_colon_are_a_list() -> None:
    assert resolved(
        "RESOLVED:", "That Cabinet:", "A: Notes the report.", "B: Thanks the wardens."
    ) == [
        "Notes the report.",
        "Thanks the wardens.",
    ]


def test_the_formula_without_a_heading() -> None:
    assert resolved("The paper was heard.", "That the report on ponds be noted.") == [
        "That the report on ponds be noted."
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "That the pond is to be drained was news to everybody.",
        "Following the debate, the Chairman put the motion and it was agreed unanimously.",
    ],
)
def test_what_only_looks_like_a_decision(sentence: str) -> None:
    assert resolved(sentence, "RESOLVED that the report be noted.") == ["that the report be noted."]


def test_a_list_of_what_is_received_is_one_decision() -> None:
    assert resolved(
        "RESOLVED to receive the minutes of the following committees:",
        para("Ponds Committee 4 May", "a)"),
        para("Paths Committee 5 May", "b)"),
    ) == ["to receive the minutes of the following committees:"]


def test_a_verdict_after_a_dash() -> None:
    assert resolved("Extension at 2 Mill Lane – approved.") == [
        "Extension at 2 Mill Lane – approved."
    ]


def test_a_longer_decision_block_is_taken_whole() -> None:
    under = [
        para("Decision:", style="label"),
        para("RESOLVED: (i) That the report be noted."),
        para("That the plan be approved.", "(ii)"),
        para("Minutes:", style="label"),
        para("RESOLVED: (i) That the report be noted."),
    ]
    assert resolved(under) == TEXTS


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("It rained. Agreed that we buy a stove.", "Agreed that we buy a stove."),
        ("Decided to wait until May.", "Decided to wait until May."),
        ("The council unanimously approved the budget.", None),
        ("Proposed as a true record by AQ seconded by JT and unanimously approved.", None),
        ("The members agreed to deal with the pond first.", None),
        ("The Board decided to use the May meeting for this.", None),
        ("The Board agreed amendments to the plan.", None),
        ("The Board reviewed and accepted the figures.", None),
        ("The new structure was accepted by the Board.", None),
        ("The points stood and all resolved to object.", None),
        ("The accounts were checked. Prop. AQ, 2nd JT, All agreed.", None),
        ("The bills were approved Prop: AQ 2nd: JT", "The bills were approved"),
        (
            "Proposed Quill and seconded Tarn that we ask for £3010. 00 - unanimously agreed.",
            None,
        ),
    ],
)
def test_decisions_as_small_bodies_print_them(text: str, decision: str | None) -> None:
    assert resolved(text) == [decision or text]


@pytest.mark.parametrize(
    "text",
    [
        "The Council agreed to consider this in May.",
        "A second policy had been approved by Council.",
        "It was proposed by AQ, seconded by JT.",
        "Resolved: (For information only)",
    ],
)
def test_words_like_those_of_a_decision_that_decide_nothing(text: str) -> None:
    assert resolved(text) == []


def test_a_resolution_within_quotation_marks() -> None:
    assert resolved(
        "Proposed by: Councillor Quill",
        "Seconded by: Councillor Tarn",
        "And Resolved:",
        "“That the draft minutes be taken as read and signed.” Matters arising: none.",
    ) == ["That the draft minutes be taken as read and signed."]


def test_an_irish_formula_opens_a_decision() -> None:
    assert resolved(
        "Ar moladh Cllr. A Quill, Cuidithe ag Cllr. J. Tarn, agus glacadh leis:",
        "“That the standing orders as presented be adopted”",
    ) == ["That the standing orders as presented be adopted"]


def test_a_note_of_the_movers_is_no_part_of_what_was_resolved() -> None:
    assert resolved(
        "RESOLVED", para("That the swings be mended.", "(a)"), "Proposed: Cllr Quill Seconded: AT"
    ) == ["That the swings be mended."]
    assert resolved("RESOLVED that the swings be mended.", "Prop. AQ, 2nd JT, all agreed.") == [
        "that the swings be mended."
    ]


def test_bullets_that_run_on_within_a_line() -> None:
    assert resolved(para("Resolved: • that the pond be drained, • that the bank be raised.")) == [
        "that the pond be drained,",
        "that the bank be raised.",
    ]


def test_a_sentence_that_asks_somebody_is_no_part_of_the_decision() -> None:
    assert resolved("Resolved: to mend the gate. The Clerk agreed to write to the farmer.") == [
        "to mend the gate."
    ]
    assert resolved("RESOLVED The Clerk to mend the gate. Cllr Pike to order the hinges.") == [
        "The Clerk to mend the gate. Cllr Pike to order the hinges."
    ]


def test_a_group_decides_by_its_own_name() -> None:
    assert resolved("The Group agreed to adopt the revised register of risks.") == [
        "The Group agreed to adopt the revised register of risks."
    ]


def test_the_count_of_votes_behind_a_decision_is_no_part_of_it() -> None:
    assert resolved("It was RESOLVED that the barn be let. 4 in favour, 1 against.") == [
        "that the barn be let."
    ]


def test_the_number_of_a_column_before_a_decision_is_no_part_of_it() -> None:
    assert resolved("2          It was resolved not to renew the lease of the barn") == [
        "It was resolved not to renew the lease of the barn"
    ]


def test_a_blank_before_the_colon_and_sums_behind_it_hide_no_decision() -> None:
    paid = "The following payments were approved : Clerk £312.60, Mr Elm £85.00"
    assert resolved(paid) == [paid]


def test_an_adverb_that_is_misspelt_is_one() -> None:
    text = "The Council agreed unaimously to object as the tree is in good heart."
    assert resolved(text) == [text]


def test_what_the_committee_does_is_one_decision_each() -> None:
    assert resolved(
        "RESOLVED that the Committee:",
        para("note the forecast of £0.3m;", "i)"),
        para("approve the programme; and", "ii)"),
        para("recommend to the Authority that £0.2m be put by.", "iii)"),
    ) == [
        "note the forecast of £0.3m;",
        "approve the programme; and",
        "recommend to the Authority that £0.2m be put by.",
    ]


def test_a_decision_by_its_label_within_a_paragraph() -> None:
    text = "The strings are broken. Decision: not to mend but replace them, up to £120."
    assert resolved(text) == ["Decision: not to mend but replace them, up to £120."]


def test_a_count_of_votes_in_favor_passes_a_motion() -> None:
    text = "Joyce Elm moved to approve the minutes of May. Leon Ash seconded. 4-0 votes in favor."
    assert resolved(text) == [text]
