from __future__ import annotations

import pytest

from pipeline.document import Block
from pipeline.extract.motions.motions import MOTIONS
from pipeline.provenance import Finding
from pipeline.records import Motion, Vote
from tests.extract.building import item, minutes, para, refusals, table, values

BENCH = "that a bench be bought"


def read(*under: str | Block) -> tuple[list[Motion], list[Vote]]:
    found = values(MOTIONS, minutes(item("4", "Benches", *under)))
    return (
        [each for each in found if isinstance(each, Motion)],
        [each for each in found if isinstance(each, Vote)],
    )


@pytest.mark.parametrize(
    ("lines", "proposer", "seconder", "motion", "outcome"),
    [
        (
            [f"It was proposed by Cllr A Ash, seconded by Cllr Birch and RESOLVED {BENCH}."],
            "A Ash", "Birch", f"{BENCH}.", "carried",
        ),
        (
            ["Moved by Councillor Ash, seconded by Councillor Birch and", f"RESOLVED – {BENCH}."],
            "Ash", "Birch", f"{BENCH}.", "carried",
        ),
        (
            ["Moved by Councillor Ash", "Seconded by Councillor Birch", "THAT a bench be bought.",
             "The motion was defeated."],
            "Ash", "Birch", "THAT a bench be bought.", "lost",
        ),
        (
            ["On the motion of the Mayor, seconded by Councillor Birch, it was", "RESOLVED:",
             "That a bench be bought."],
            "The Mayor", "Birch", "That a bench be bought.", "carried",
        ),
        (
            ["RESOLVED to buy a bench (Prop. Cllr Ash, sec. Cllr Birch, all in favour)."],
            "Ash", "Birch", "to buy a bench", "carried",
        ),
        (
            ["Cllr Ash proposed buying a bench and Cllr Birch seconded this. All agreed."],
            "Ash", "Birch", "buying a bench", "carried",
        ),
        (
            ["The nomination of Mr A Oak was moved by Mr J Ash and seconded by Mrs E Birch."],
            "J Ash", "E Birch", "The nomination of Mr A Oak", None,
        ),
        (
            ["Councillor Jo Ash, seconded by Councillor Tim Birch, moved that a bench be bought.",
             "The motion was put to the vote and declared to be carried."],
            "Jo Ash", "Tim Birch", f"{BENCH}.", "carried",
        ),
        (
            ["Chair Ash proposed, seconded by Vice Chair Birch to buy a bench. Motion passes 5-0."],
            "Ash", "Birch", "to buy a bench.", "carried",
        ),
        (
            ["Proposed (AH) & Seconded (SB) that a bench be bought. Unanimously agreed."],
            "AH", "SB", f"{BENCH}.", "carried",
        ),
        (
            ["That a bench be bought.", "Proposed: Cllr Ash Seconded: Cllr Birch", "Carried."],
            "Ash", "Birch", "That a bench be bought.", "carried",
        ),
        (
            ["Councillor Ash moved, and Councillor Birch seconded, that a bench be bought. "
             "With the consent of the meeting the motion was withdrawn."],
            "Ash", "Birch", f"{BENCH}.", "withdrawn",
        ),
        (
            ["Councillor Ash proposed that a bench be bought. There was no seconder and it fell."],
            "Ash", None, f"{BENCH}.", "lapsed",
        ),
    ],
)  # fmt: skip
def test_movers_words_and_outcome(
    lines: list[str], proposer: str, seconder: str | None, motion: str, outcome: str | None
) -> None:
    ((found,), _) = read(*lines)
    assert (found.proposer, found.seconder) == (proposer, seconder)
    assert found.motion == motion
    assert found.outcome == outcome


@pytest.mark.parametrize(
    "text",
    [
        "The proposed bridge at Mill Lane was discussed.",
        "Officers proposed a scheme by Oak Ltd and the bin has been moved.",
        "Proposed Staging for the Hall – no news.",
        "Cllr Ash asked for the proposed works to be moved to May.",
    ],
)
def test_what_only_uses_the_words_is_no_motion(text: str) -> None:
    assert read(text) == ([], [])


def test_a_suggestion_that_went_no_further_is_turned_down() -> None:
    text = "The Chairman proposed a working party on Sunday."
    assert read(text) == ([], [])
    assert refusals(MOTIONS, minutes(item("4", "Benches", text))) == [text]


def test_an_amendment_is_lost_and_the_motion_carried() -> None:
    (motion, amendment), _ = read(
        "It was moved by Councillor Ash and seconded by Councillor Birch that the budget be set.",
        "An amendment was moved by Councillor Cole and seconded by Councillor Dell that it be cut.",
        "On being put to the vote the amendment was lost.",
        "The substantive motion was then put and carried with 20 for, 12 against, 3 abstentions.",
    )
    assert (amendment.amendment, amendment.outcome, amendment.votes_for) == (True, "lost", None)
    assert (motion.amendment, motion.outcome) == (False, "carried")
    assert (motion.votes_for, motion.votes_against, motion.abstentions) == (20, 12, 3)


def test_the_paragraph_named_says_which_motion_was_put() -> None:
    motions, votes = read(
        para("Mr Ash proposed, and Ms Birch seconded the motion that", "1)"),
        "“The Council notes:",
        para("The need for benches.", "a."),
        para("The cost of them.”", "b."),
        para("The Chairman proposed and Mr Cole seconded that the meeting go on.", "2)"),
        para("The Chairman put the motion set out in paragraph 1 to the vote as follows.", "3)"),
        "For (2)",
        "Mr Ash, Ms Birch OBE",
        "Against (0)",
        "Abstain (1)",
        "Mr Cole",
        "Motion carried.",
    )
    assert motions[0].motion == (
        "“The Council notes: a. The need for benches. b. The cost of them.”"
    )
    assert (motions[0].votes_for, motions[0].votes_against, motions[0].abstentions) == (2, 0, 1)
    assert motions[1].votes_for is None
    assert [(v.ordinal, v.name, v.vote) for v in votes] == [
        (1, "Ash", "for"),
        (1, "Birch", "for"),
        (1, "Cole", "abstain"),
    ]


def test_unanimous_is_no_number() -> None:
    ((found,), _) = read(
        f"Cllr Ash proposed, and Cllr Birch seconded, {BENCH}.", "Agreed unanimously."
    )
    assert (found.outcome, found.unanimous, found.votes_against) == ("carried", True, None)


def test_a_vote_without_a_mover_is_about_the_decision_before_it() -> None:
    ((found,), _) = read(
        "RESOLVED: That permission be granted.", "Voting: 8 – For 3 – Against 0 – Abstentions"
    )
    assert (found.motion, found.proposer) == ("That permission be granted.", None)
    assert (found.votes_for, found.votes_against, found.abstentions) == (8, 3, 0)


def test_names_run_on_in_one_line() -> None:
    _, votes = read(
        "It was proposed by Councillor Ash, seconded by Councillor Birch: That a bench be bought. "
        "For (2): Councillors Ash and Birch; Against (1): Councillor Cole. CARRIED."
    )
    assert [(v.name, v.vote) for v in votes] == [
        ("Ash", "for"),
        ("Birch", "for"),
        ("Cole", "against"),
    ]


def test_a_table_with_marks() -> None:
    _, votes = read(
        "A recorded vote was taken on the motion by Cllr Ash, seconded by Cllr Birch, to buy it.",
        table(
            ["Member", "For", "Against", "Abstain"],
            ["Cllr Ash", "X", "", ""],
            ["Cllr Cole", "", "X", ""],
            ["Cllr Dell", "", "", "X"],
        ),
    )
    assert [(v.name, v.vote) for v in votes] == [
        ("Ash", "for"),
        ("Cole", "against"),
        ("Dell", "abstain"),
    ]


def test_a_vote_that_somebody_had_recorded() -> None:
    _, votes = read(
        f"It was proposed by Cllr Ash, seconded by Cllr Birch and RESOLVED {BENCH}.",
        "Under standing order 16, Jo Cole wished for it to be recorded that she voted against.",
    )
    assert [(v.name, v.vote) for v in votes] == [("Jo Cole", "against")]


def test_a_division_between_motion_and_amendment() -> None:
    (motion, amendment), _ = read(
        "Motion by Councillor Ash, seconded by Councillor Birch, to approve the report.",
        "Amendment by Councillor Cole, seconded by Councillor Dell, to defer the matter.",
        "On a division, 12 members voted for the motion and 8 for the amendment. "
        "The motion was accordingly carried.",
    )
    assert (motion.votes_for, motion.outcome) == (12, "carried")
    assert (amendment.amendment, amendment.votes_for) == (True, 8)


def test_every_finding_quotes_its_source() -> None:
    of = minutes(item("4", "Benches", f"Cllr Ash proposed, and Cllr Birch seconded, {BENCH}."))
    (found,) = [f for f in MOTIONS.find(of) if isinstance(f, Finding)]
    assert "Cllr Ash proposed" in found.sources[0].quote
    assert found.sources[0].box is not None
