"""Who held which post from when to when."""

from datetime import date

import pytest

from pipeline.resolve import resolve
from pipeline.resolve.people.posts import post_of, same_service, service_of
from tests.resolve.building import attendee
from tests.resolve.people.test_register import DAYS, minutes

FINANCE = "Corporate Director, Finance"


def officer(name, role):
    return attendee(name, grouping="officer", role=role)


def roles(*papers):
    told = resolve(list(papers))["people_roles"]
    return [(r["person_id"], r["stand_in"], r["held_from"], r["held_to"]) for r in told]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Corporate Director, Finance", "Corporate Director of Finance"),
        ("Interim Head of Parks", "Head of Parks"),
        ("Head of Parks (Acting)", "head of parks"),
        ("Chairman", "Chair"),
        ("Vice-Chair", "Vice Chairwoman"),
        ("Director of Children's Services", "Director of Children’s Services"),
        ("Strategy & Policy Manager", "Strategy and Policy Manager"),
    ],
)
def test_one_post_however_it_is_worded(one, other):
    posts = post_of(one), post_of(other)
    assert None not in posts
    assert posts[0].key == posts[1].key


@pytest.mark.parametrize("role", ["Substitute for Councillor Ash", "until item 6", "", None])
def test_what_is_no_post(role):
    assert post_of(role) is None


def test_a_service_is_told_by_its_own_words():
    assert service_of("Voids and Lettings Manager") == {"voids", "lettings"}
    assert service_of("Corporate Director") == frozenset()
    assert same_service(service_of("Voids Manager"), service_of("Voids and Lettings Manager"))
    assert not same_service(service_of("Head of Parks"), service_of("Head of Audit"))


def test_an_interval_ends_where_another_holds_the_post():
    papers = [
        minutes("a", officer("Ada Thorne", FINANCE), day=DAYS[0]),
        minutes("b", officer("Ada Thorne", FINANCE), day=DAYS[1]),
        minutes("c", officer("Bo Marsh", f"Interim {FINANCE}"), day=DAYS[3]),
        minutes("d", officer("Ada Thorne", "Corporate Director of Finance"), day=DAYS[5]),
    ]
    assert roles(*papers) == [
        ("ada-thorne", None, DAYS[0], DAYS[1]),
        ("bo-marsh", "interim", DAYS[3], DAYS[3]),
        ("ada-thorne", None, DAYS[5], DAYS[5]),
    ]
    first = resolve(papers)["people_roles"][0]
    assert first["next_from"] == DAYS[3]
    assert first["meetings"] == 2
    assert len(first["documents"]) == 2
    assert first["body"] is None


def test_a_post_that_several_hold_is_cut_by_nobody():
    papers = [
        minutes("a", officer("Ada Thorne", "Clinical Lead"), officer("Bo Marsh", "Clinical Lead")),
        minutes("b", officer("Bo Marsh", "Clinical Lead"), day=DAYS[1]),
        minutes("c", officer("Ada Thorne", "Clinical Lead"), day=DAYS[2]),
    ]
    assert roles(*papers) == [
        ("ada-thorne", None, DAYS[0], DAYS[2]),
        ("bo-marsh", None, DAYS[0], DAYS[1]),
    ]


def test_a_chair_is_one_bodys_and_an_office_the_councils():
    papers = [
        minutes("a", attendee("Ada Thorne", role="Chair"), officer("Bo Marsh", FINANCE)),
        minutes("b", attendee("Cy Vane", role="Chairman"), body="Cabinet", day=DAYS[1]),
        minutes("c", officer("Bo Marsh", FINANCE), body="Cabinet", day=DAYS[1]),
    ]
    told = {(r["person_id"], r["body"]): r for r in resolve(papers)["people_roles"]}
    assert set(told) == {
        ("ada-thorne", "Audit Committee"),
        ("cy-vane", "Cabinet"),
        ("bo-marsh", None),
    }
    assert told["bo-marsh", None]["held_to"] == DAYS[1]


def test_of_draft_and_minutes_the_minutes_say_which_post():
    final = minutes("a", officer("Ada Thorne", "Head of Parks"))
    page = minutes("b", officer("Ada Thorne", "Head of Audit"))
    told = resolve([final, page])["people_roles"]
    assert [r["post"] for r in told] in (["head parks"], ["head audit"])


def test_an_undated_meeting_tells_of_no_interval():
    assert roles(minutes("a", officer("Ada Thorne", FINANCE), day=None)) == []
    assert date(2021, 3, 4) == DAYS[0]
