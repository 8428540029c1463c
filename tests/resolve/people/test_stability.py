"""Adding papers never changes an id that was given, nor moves a name to another person."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.extraction import Paper, Sidecar
from pipeline.records import Declaration, Report
from pipeline.resolve.people.register import register
from tests.resolve.building import attendee, header, paper

NAMES = (
    *("Ada Thorne", "A Thorne", "Thorne", "Ada Thorn", "Alan Thorne", "Zoë Quill", "ZOE QUILL"),
    *("Z M Quill", "Quill", "Tobias Lindholm", "Tobias Lindhulm", "Bo Marsh", "B Marsh"),
)
BODIES = ("Cabinet", "Audit Committee", "Lido Trust", "Netherby Full Council", "TMG", None)
people = st.builds(
    attendee,
    st.sampled_from(NAMES),
    st.sampled_from(("present", "apologies")),
    st.sampled_from(("member", "officer", "guest")),
    st.sampled_from((None, "Voids Manager", "Head of Audit")),
    st.sampled_from((None, "Mr", "Mrs", "Cllr")),
)
facts = st.one_of(
    people,
    people,
    st.builds(Declaration, name=st.sampled_from(NAMES), interest=st.just("a house")),
    st.builds(Report, title=st.just("Plan"), authors=st.lists(st.sampled_from(NAMES)).map(tuple)),
)
contents = st.tuples(
    st.sampled_from(BODIES),
    st.sampled_from((None, date(2021, 3, 4), date(2021, 6, 3), date(2027, 1, 2))),
    st.lists(facts, max_size=6),
    st.sampled_from((None, "Netherby Council", "Overby Council")),
)
SLOW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def made(every: list[tuple[object, ...]]) -> list[Paper]:
    return [
        paper(f"p{at}", header(body, day), *values, sidecar=Sidecar(authority=authority))
        for at, (body, day, values, authority) in enumerate(every)
    ]


def ids(papers: list[Paper]) -> dict[object, str]:
    return {spot: each.person.person_id for spot, each in register(papers, ()).known.items()}


def arriving(papers: list[Paper]) -> list[Paper]:
    first = datetime(2022, 1, 1, tzinfo=UTC)
    return [
        msgspec.structs.replace(each, ingested_at=first + timedelta(days=at))
        for at, each in enumerate(papers)
    ]


@SLOW
@given(st.lists(contents, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_one_batch_changes_nothing(every, random):
    papers = made(every)
    shuffled = list(papers)
    random.shuffle(shuffled)
    assert ids(shuffled) == ids(papers)


@SLOW
@given(st.lists(contents, max_size=7), st.randoms(use_true_random=False))
def test_papers_that_come_one_by_one_move_nobody(every, random):
    papers = made(every)
    random.shuffle(papers)
    came = arriving(papers)
    before: dict[object, str] = {}
    for count in range(1, len(came) + 1):
        now = ids(came[:count])
        assert before.items() <= now.items()
        before = now


@SLOW
@given(st.lists(contents, max_size=5), st.lists(contents, max_size=5))
def test_a_second_batch_moves_nobody_of_the_first(first, second):
    papers = made([*first, *second])
    late = [
        msgspec.structs.replace(each, ingested_at=each.ingested_at + timedelta(days=1))
        for each in papers[len(first) :]
    ]
    assert ids(papers[: len(first)]).items() <= ids(papers[: len(first)] + late).items()


def test_every_order_of_four_papers_keeps_what_stood():
    aside = Sidecar(authority="Netherby Council")
    papers = [
        paper("a", header("Lido Trust"), attendee("Ada Thorne"), attendee("Bo Marsh")),
        paper("b", header("Lido Trust"), attendee("A Thorne"), sidecar=aside),
        paper("c", header("Cabinet"), attendee("Ada Thorne"), attendee("B Marsh"), sidecar=aside),
        paper("d", header("Cabinet"), attendee("Thorne", honorific="Cllr"), sidecar=aside),
    ]
    for order in permutations(papers):
        came = arriving(list(order))
        before: dict[object, str] = {}
        for count in range(1, 5):
            now = ids(came[:count])
            assert before.items() <= now.items()
            before = now


@SLOW
@given(st.lists(contents, max_size=6))
def test_no_two_people_share_an_id(every):
    found = register(made(every), ())
    assert len({p.person_id for p in found.people}) == len(found.people)
    assert all(p.person_id for p in found.people)
