from datetime import date

import pytest

from pipeline.resolve import resolve
from pipeline.resolve.threads import SAME_BODY
from pipeline.resolve.wording import Weights, wording_of
from tests.resolve.building import action, fact, header, minutes, pack, paper, resolution, rows
from tests.resolve.pairs import OTHER, SAME

SPRING, SUMMER, AUTUMN = date(2021, 3, 4), date(2021, 6, 3), date(2021, 9, 2)


def scores(pairs):
    weights = Weights([])
    return [weights.alike(wording_of(one), wording_of(other)) for one, other in pairs]


def test_the_threshold_finds_recurring_business_and_little_else():
    found = [score >= SAME_BODY for score in scores(SAME)]
    false = [score >= SAME_BODY for score in scores(OTHER)]
    precision = sum(found) / (sum(found) + sum(false))
    recall = sum(found) / len(SAME)
    assert len(SAME) + len(OTHER) >= 80
    assert recall >= 0.9
    assert precision >= 0.95


def test_a_score_does_not_depend_on_which_text_comes_first():
    turned = [(other, one) for one, other in SAME + OTHER]
    assert scores(turned) == scores(SAME + OTHER)


@pytest.mark.parametrize("text", ["Clerk to report to the County Council.", "Clerk to chase."])
def test_a_request_that_names_no_business_recurs_with_nothing(text):
    tables = resolve([minutes("m1", SPRING, text), minutes("m2", SUMMER, text)])
    assert [row["times_raised"] for row in tables["action_threads"]] == [1, 1]


def test_the_same_business_at_three_meetings_is_one_thread():
    tables = resolve(
        [
            minutes("m1", SPRING, "Clerk to chase the lido heating contract.", "Clerk to reply."),
            minutes("m2", SUMMER, "That the heating contract for the lido be chased again."),
            minutes("m3", AUTUMN, "Officers to report on the contract for heating the lido."),
        ]
    )
    thread = rows(tables, "action_threads", times_raised=3)[0]
    assert (thread["first_raised"], thread["last_raised"]) == (SPRING, AUTUMN)
    assert thread["label"] == "Clerk to chase the lido heating contract."
    assert thread["state"] == "open"
    members = rows(tables, "action_thread_members", thread_id=thread["thread_id"])
    assert len(members) == 3
    assert all(SAME_BODY <= row["score"] <= 1 for row in members)
    lone = rows(tables, "action_threads", times_raised=1)[0]
    assert lone["state"] == "unknown"


def test_two_councils_never_share_a_thread():
    text = "Clerk to chase the lido heating contract."
    tables = resolve(
        [
            minutes("m1", SPRING, text, body="Netherby Parish Council"),
            minutes("m2", SUMMER, text, body="Overby Town Council"),
        ]
    )
    assert len(tables["action_threads"]) == 2


def test_requests_of_one_meeting_are_not_joined():
    text = "Clerk to chase the lido heating contract."
    assert len(resolve([minutes("m1", SPRING, text, text)])["action_threads"]) == 2


def test_a_draft_and_the_approved_minutes_are_one_raising_under_one_id():
    text = "Clerk to chase the lido heating contract."
    draft = pack(drafted=SPRING, held_on=SUMMER, extra=[fact(action(text), 1)])
    before = resolve([draft])["action_threads"]
    after = resolve([draft, minutes("m", SPRING, text, body="Netherby Best Start Board")])
    assert [row["thread_id"] for row in before] == [r["thread_id"] for r in after["action_threads"]]
    assert after["action_threads"][0]["times_raised"] == 1
    assert len(after["action_thread_members"]) == 2


def test_a_later_resolution_that_closes_the_business_closes_the_thread():
    asked = minutes("m1", SPRING, "Clerk to chase the lido heating contract.")
    closed = paper("m2", header(held_on=SUMMER), resolution("Lido heating contract: closed."))
    other = paper("m3", header(held_on=SUMMER), resolution("That the library be closed."))
    assert resolve([asked, closed])["action_threads"][0]["state"] == "closed"
    assert resolve([asked, other])["action_threads"][0]["state"] == "unknown"


@pytest.mark.parametrize(
    ("status", "state"),
    [("Completed", "closed"), ("Not yet completed", "open"), ("In progress", "open")],
)
def test_an_action_logs_own_status_counts_as_evidence(status, state):
    text = "Clerk to chase the lido heating contract."
    logged = paper("m", header(held_on=SPRING), action(text, "log", status))
    assert resolve([logged])["action_threads"][0]["state"] == state


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
