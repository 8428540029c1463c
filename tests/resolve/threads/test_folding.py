import random
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import AgendaItem, ForwardPlanEntry
from pipeline.resolve import resolve
from pipeline.resolve.threads.likeness import LIMITS
from pipeline.resolve.threads.wording import Weights, wording_of
from tests.resolve.building import action, fact, header, minutes, pack, paper, resolution, rows
from tests.resolve.pairs import OTHER, SAME

SPRING, SUMMER, AUTUMN = date(2021, 3, 4), date(2021, 6, 3), date(2021, 9, 2)
LIDO = "Clerk to chase the lido heating contract."


def item(title, number="5"):
    return AgendaItem(number=number, title=title)


def scores(pairs):
    weights = Weights([])
    return [weights.alike(wording_of(one), wording_of(other)) for one, other in pairs]


def test_the_threshold_finds_recurring_business_and_little_else():
    found = [score >= LIMITS.texts for score in scores(SAME)]
    false = [score >= LIMITS.texts for score in scores(OTHER)]
    precision = sum(found) / (sum(found) + sum(false))
    recall = sum(found) / len(SAME)
    assert len(SAME) + len(OTHER) >= 80
    assert recall >= 0.9
    assert precision >= 0.95


def test_a_score_does_not_depend_on_which_text_comes_first():
    turned = [(other, one) for one, other in SAME + OTHER]
    assert scores(turned) == scores(SAME + OTHER)


@pytest.mark.parametrize(
    "text", ["Clerk to report to the County Council.", "Clerk to chase.", "Clerk to ask Jo Dale."]
)
def test_a_request_that_names_no_business_recurs_with_nothing(text):
    tables = resolve([minutes("m1", SPRING, text), minutes("m2", SUMMER, text)])
    assert [row["times_raised"] for row in tables["action_threads"]] == [1, 1]


def test_the_same_business_at_three_meetings_is_one_thread():
    tables = resolve(
        [
            minutes("m1", SPRING, LIDO, "Clerk to reply."),
            minutes("m2", SUMMER, "That the heating contract for the lido be chased again."),
            minutes("m3", AUTUMN, "Officers to report on the contract for heating the lido."),
        ]
    )
    thread = rows(tables, "action_threads", times_raised=3)[0]
    assert (thread["first_raised"], thread["last_raised"]) == (SPRING, AUTUMN)
    assert thread["label"] == "Chase the lido heating contract"
    assert thread["state"] == "open"
    assert (thread["age_days"], thread["age_meetings"]) == ((AUTUMN - SPRING).days, 2)
    members = rows(tables, "action_thread_members", thread_id=thread["thread_id"])
    assert len(members) == 3
    assert all(LIMITS.texts <= row["score"] <= 1 for row in members)
    lone = rows(tables, "action_threads", times_raised=1)[0]
    assert (lone["state"], lone["state_reason"]) == ("unknown", "not mentioned since")


def test_two_councils_never_share_a_thread():
    tables = resolve(
        [
            minutes("m1", SPRING, LIDO, body="Netherby Parish Council"),
            minutes("m2", SUMMER, LIDO, body="Overby Town Council"),
        ]
    )
    assert len(tables["action_threads"]) == 2


def test_two_councils_with_bodies_of_one_name_never_share_a_thread():
    made = [
        paper(f"m{i}", header("Cabinet", day, authority=authority), action(LIDO))
        for i, (day, authority) in enumerate(
            [(SPRING, "Netherby Council"), (SUMMER, "Overby Council"), (AUTUMN, None)]
        )
    ]
    assert len(resolve(made)["action_threads"]) == 3


def test_two_bodies_of_one_council_may_share_a_thread():
    authority = "Netherby Borough Council"
    made = [
        paper("m1", header("Leisure Board", SPRING, authority=authority), action(LIDO)),
        paper("m2", header("Scrutiny Panel", SUMMER, authority=authority), action(LIDO)),
    ]
    assert [row["times_raised"] for row in resolve(made)["action_threads"]] == [2]


def test_different_requests_of_one_meeting_are_not_joined():
    one = "Clerk to chase the lido heating contract with the builders of Harbour Road."
    other = "Clerk to chase the lido roof repairs with the builders of Harbour Road."
    assert len(resolve([minutes("m1", SPRING, one, other)])["action_threads"]) == 2


def test_a_draft_and_the_approved_minutes_are_one_raising_under_one_id():
    draft = pack(drafted=SPRING, held_on=SUMMER, extra=[fact(action(LIDO), 1)])
    before = resolve([draft])["action_threads"]
    after = resolve([draft, minutes("m", SPRING, LIDO, body="Netherby Best Start Board")])
    assert [row["thread_id"] for row in before] == [r["thread_id"] for r in after["action_threads"]]
    assert after["action_threads"][0]["times_raised"] == 1
    assert len(after["action_thread_members"]) == 2


def test_a_chain_of_half_alike_requests_is_not_one_thread():
    texts = [
        "That the lido heating contract and the footbridge tender be reported.",
        "That the footbridge tender and the allotment fencing be reported.",
        "That the allotment fencing and the cemetery hedges be reported.",
        "That the cemetery hedges and the orchard pruning be reported.",
    ]
    made = [minutes(f"m{i}", date(2021, 1 + i, 1), text) for i, text in enumerate(texts)]
    counts = [row["times_raised"] for row in resolve(made)["action_threads"]]
    assert max(counts) < len(texts)


def test_a_request_of_few_words_belongs_to_its_item():
    made = [
        paper(
            "m1", header(held_on=SPRING), item("Lido Heating Contract"), action("Clerk to chase.")
        ),
        paper(
            "m2", header(held_on=SUMMER), item("Lido Heating Contract"), action("Clerk to chase.")
        ),
        paper("m3", header(held_on=AUTUMN), item("Footbridge Tender"), action("Clerk to chase.")),
    ]
    tables = resolve(made)
    assert sorted(row["times_raised"] for row in tables["action_threads"]) == [1, 2]
    assert [r["label"] for r in tables["action_threads"] if r["times_raised"] == 2] == [
        "Lido Heating Contract"
    ]


def test_a_request_is_answered_by_an_item_that_is_worded_otherwise():
    asked = "That a paper be brought to the Board on the harbour's journey to solvency."
    made = [
        minutes("m1", SPRING, asked),
        paper("m2", header(held_on=SUMMER), item("Harbour Solvency Journey"), kind="agenda"),
    ]
    tables = resolve(made)
    (thread,) = tables["action_threads"]
    assert (thread["state"], thread["state_reason"]) == ("closed", "answered by an agenda item")
    assert (thread["state_since"], thread["times_raised"]) == (SUMMER, 1)
    assert thread["evidence_table"] == "agenda_items"
    played = [(row["fact_table"], row["part"]) for row in tables["action_thread_mentions"]]
    assert played == [("actions", "raised"), ("agenda_items", "answered")]


def test_an_item_of_two_meetings_is_standing_business_and_of_one_is_none():
    made = [
        paper(
            "m1", header(held_on=SPRING), item("Lido Heating: Quarter 1 Update"), item("Minutes")
        ),
        paper(
            "m2", header(held_on=SUMMER), item("LIDO HEATING - PROGRESS REPORT"), item("Orchard")
        ),
    ]
    (thread,) = resolve(made)["action_threads"]
    assert (thread["label"], thread["times_raised"]) == ("Lido Heating", 2)
    assert thread["nature"] == "standing item"
    assert resolve(made[:1])["action_threads"] == []


def test_what_a_forward_plan_sets_down_for_later_keeps_a_request_open():
    plan = ForwardPlanEntry(for_meeting_on=date(2021, 12, 2), item="Lido heating contract")
    made = [
        minutes("m1", SPRING, "That a report on the lido heating contract be brought back."),
        paper("m2", header(held_on=SUMMER), plan),
    ]
    (thread,) = resolve(made)["action_threads"]
    assert (thread["state"], thread["state_reason"]) == ("open", "planned for a later meeting")
    assert thread["evidence_table"] == "forward_plan"


def test_a_resolution_that_directs_something_is_followed_without_an_action():
    made = [
        paper(
            "m1", header(held_on=SPRING), resolution("That the lido heating contract be reviewed.")
        ),
        paper("m2", header(held_on=SUMMER), resolution("That the lido heating contract be noted.")),
    ]
    tables = resolve(made)
    assert [row["times_raised"] for row in tables["action_threads"]] == [1]
    assert tables["action_thread_members"] == []


def test_a_later_resolution_that_closes_the_business_closes_the_thread():
    asked = minutes("m1", SPRING, LIDO)
    closed = paper("m2", header(held_on=SUMMER), resolution("Lido heating contract: closed."))
    other = paper("m3", header(held_on=SUMMER), resolution("That the library be closed."))
    (thread,) = resolve([asked, closed])["action_threads"]
    assert (thread["state"], thread["state_reason"]) == ("closed", "closed by a resolution")
    assert (thread["state_since"], thread["evidence_page"]) == (SUMMER, 1)
    assert resolve([asked, other])["action_threads"][0]["state"] == "unknown"


def test_business_that_is_raised_after_it_was_closed_is_open_again():
    made = [
        minutes("m1", SPRING, LIDO),
        paper("m2", header(held_on=SUMMER), resolution("Lido heating contract: closed.")),
        minutes("m3", AUTUMN, "That the lido heating contract be chased once more."),
    ]
    (thread,) = resolve(made)["action_threads"]
    assert (thread["state"], thread["state_reason"]) == ("open", "raised again")
    assert thread["state_since"] == AUTUMN


@pytest.mark.parametrize(
    ("status", "state"),
    [("Completed", "closed"), ("Not yet completed", "open"), ("In progress", "open")],
)
def test_an_action_logs_own_status_counts_as_evidence(status, state):
    logged = paper("m", header(held_on=SPRING), action(LIDO, "log", status))
    assert resolve([logged])["action_threads"][0]["state"] == state


def arriving(papers):
    """The same papers, each of a run of its own, in this order."""
    start = datetime(2022, 1, 1, tzinfo=UTC)
    return [
        paper.__class__(**{**vars_of(paper), "ingested_at": start + timedelta(hours=hour)})
        for hour, paper in enumerate(papers)
    ]


def vars_of(paper):
    return {name: getattr(paper, name) for name in paper.__struct_fields__}


def joined(tables):
    """What must not change: which thread each fact is in."""
    return {
        (row["fact_table"], row["fact_id"]): row["thread_id"]
        for row in tables["action_thread_mentions"]
    }


def assert_stable(papers):
    before = {}
    for count in range(1, len(papers) + 1):
        tables = resolve(papers[:count])
        now = joined(tables)
        assert before.items() <= now.items()
        kept = {row["thread_id"] for row in tables["action_threads"]}
        assert set(before.values()) <= kept
        before = now


MADE = [
    minutes("m1", SPRING, LIDO, "Clerk to ask for prices for fencing the allotments."),
    minutes("m2", SUMMER, "That the heating contract for the lido be chased again."),
    paper("m3", header(held_on=AUTUMN), item("Lido Heating Contract"), action("Clerk to chase.")),
    pack(drafted=SPRING, held_on=SUMMER, extra=[fact(action(LIDO), 1)]),
    paper("m5", header("Best Start Board", date(2021, 12, 2)), resolution("Lido heating: closed.")),
]


@pytest.mark.parametrize("order", list(permutations(range(len(MADE))))[::7])
def test_no_thread_changes_in_whatever_order_papers_come_in(order):
    assert_stable(arriving([MADE[i] for i in order]))


WORDS = ["lido", "heating", "footbridge", "tender", "orchard", "cemetery", "hedges", "gully"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(
    lambda words: f"Clerk to report on the {' '.join(words)}."
)
BODIES = st.sampled_from(["Netherby Best Start Board", "Best Start Board", "Overby Parish Council"])
DAYS = st.sampled_from([SPRING, SUMMER, AUTUMN, None])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(DAYS, BODIES, st.lists(TEXTS, max_size=3)), min_size=2, max_size=6))
def test_no_made_up_paper_changes_a_thread(made):
    papers = [
        paper(f"p{i}", header(body, day), *map(action, texts), item(f"{texts}"))
        for i, (day, body, texts) in enumerate(made)
    ]
    assert_stable(arriving(papers))


def test_the_order_of_the_list_changes_nothing():
    shuffled = list(MADE)
    random.Random(7).shuffle(shuffled)
    assert joined(resolve(shuffled)) == joined(resolve(MADE))
