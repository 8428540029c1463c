from datetime import UTC, date, datetime, timedelta

import duckdb
import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.extraction import (
    Earlier,
    Holdings,
    ListedMeeting,
    Refusal,
    Run,
    RunEvent,
    Sidecar,
)
from pipeline.provenance import Rejected
from pipeline.records import (
    AgendaItem,
    Claim,
    Declaration,
    ForwardPlanEntry,
    Member,
    Motion,
    Recommendation,
    Report,
    Vote,
)
from pipeline.resolve import resolve
from pipeline.resolve.corrections import Correction, Corrections, PersonRef
from pipeline.store import schema
from tests.resolve.building import (
    BODY,
    DAY,
    action,
    attendee,
    fact,
    header,
    milestone,
    minutes,
    pack,
    paper,
    resolution,
    rows,
)


def one_of_everything():
    values = [
        header(),
        attendee("Ada Thorne", role="Chair of Trustees", honorific="Dr"),
        Member(name="Ada Thorne", printed="Dr Ada Thorne", honorific="Dr"),
        AgendaItem(number="1", also="76", title="Apologies"),
        Motion(item_number="4", ordinal=1, proposer="Bo Marsh", seconder="Ann Reed"),
        Vote(item_number="4", ordinal=1, name="Bo Marsh", printed="Cllr Bo Marsh", vote="for"),
        Declaration(name="Bo Marsh", item_number="4", interest="Trustee of the Lido"),
        resolution("RESOLVED that the plan be noted"),
        action("Officers to cost the new lido"),
        milestone("Publish the tender", lead_officers=("Cy Vane", "Di Webb")),
        ForwardPlanEntry(for_meeting_on=None, item="Lido outturn"),
        Report(title="Lido", authors=("Cy Vane",)),
        Recommendation(report_title="Lido", ordinal=1, text="Note the report"),
        Claim(subject="milestones", count=1),
    ]
    made = paper("all", *values, facts=[fact(action("Two places"), sources=2)])
    refusal = Refusal(part=0, extractor="hand/1", rejected=Rejected("Page 3", "a page number"))
    return msgspec.structs.replace(made, refusals=(refusal,))


def test_every_table_has_the_archives_columns_and_no_other():
    connection = duckdb.connect()
    schema.create(connection)
    known = schema.columns(connection)
    when = datetime(2022, 1, 1, tzinfo=UTC)
    event = RunEvent(source="papers/all", sha256=None, stage="read", outcome="new")
    run = Run(
        run_id="r1", started_at=when, finished_at=when, outcome="success", papers=1, events=(event,)
    )
    aside = Sidecar(meeting_date=date(2021, 3, 5))
    absent = attendee("Zoe Hart", status="apologies")
    odd = paper("odd", header(), absent, kind="meeting_page", sidecar=aside)
    later = paper("later", header(held_on=date(2021, 6, 3)), milestone("Publish the tender now"))
    ada, another = PersonRef("ada-thorne", "Ada Thorne"), PersonRef("di-webb", "Di Webb")
    decided = Correction("merge", (ada, another), "married", "the clerk", when, 1)
    bare = paper("bare", header(), Declaration(name="Vane", interest="Trustee"))
    before = Earlier(sha256="0" * 64, ingested_at=when, replaced_at=when)
    anew = msgspec.structs.replace(later, earlier=(before,))
    papers = [one_of_everything(), odd, anew, bare]
    listed = Holdings(source="the council's site", meetings=(ListedMeeting(key="m1"),))
    tables = resolve(papers, [run], Corrections((decided,)), holdings=[listed])
    # What was forgotten is told by the run, which alone may know of it.
    assert set(tables) == set(known) - {"schema_migrations", "erasures"}
    for table, each in tables.items():
        assert each, table
        for row in each:
            assert set(row) == set(known[table]), table


def test_every_fact_has_its_own_id_and_all_its_sources():
    tables = resolve([one_of_everything()])
    two = rows(tables, "actions", text="Two places")[0]
    assert two["action_id"] == two["fact_id"]
    places = rows(tables, "evidence", fact_id=two["fact_id"])
    assert [(place["ordinal"], place["page"]) for place in places] == [(1, 1), (2, 2)]
    assert two["page"] == 1
    firsts = [row["fact_id"] for row in tables["evidence"] if row["ordinal"] == 1]
    assert len(firsts) == len(set(firsts)) == 15


def test_what_was_printed_stands_unchanged():
    tables = resolve([paper("p", header(BODY.upper()), attendee("ADA  THORNE"))])
    assert tables["meeting_headers"][0]["body"] == BODY.upper()
    assert tables["attendance"][0]["name"] == "ADA  THORNE"
    assert tables["attendance"][0]["person_id"] == "ada-thorne"


def test_of_a_restricted_paper_only_its_existence_is_told():
    secret = paper("s", header(), attendee("Ada Thorne"), status="restricted")
    tables = resolve([secret])
    assert [row["status"] for row in tables["documents"]] == ["restricted"]
    assert tables["documents"][0]["title"] is None
    # What rules mean is told of no paper.
    assert all(not tables[table] for table in tables if table not in {"documents", "rules"})


def test_facts_of_a_quarantined_paper_are_left_out():
    tables = resolve([paper("q", header(), attendee("Ada Thorne"), status="quarantined")])
    assert tables["attendance"] == []
    assert tables["meetings"] == []


def test_people_are_one_when_their_names_are_equal_but_for_case_and_accents():
    tables = resolve(
        [
            paper("a", header(), attendee("Zoë Quill", honorific="Cllr")),
            paper("b", header(), attendee("ZOE QUILL")),
            paper("c", header(), attendee("Zoë Quill", honorific="Councillor")),
            paper("d", header(), attendee("Zoë Quill", honorific="Councillor")),
            paper("e", header(), attendee("Zoe Quilly")),
        ]
    )
    told = [(row["person_id"], row["name"], row["honorific"]) for row in tables["people"]]
    assert told == [("zoe-quill", "Zoë Quill", "Councillor"), ("zoe-quilly", "Zoe Quilly", None)]


BODIES = ("Cabinet", "CABINET", "Netherby Cabinet", "Cabinet Committee", "TMG", None)
PHRASES = (
    "Clerk to chase the lido heating contract",
    "That the heating contract for the lido be chased",
    "Officers to report the lido heating contract again",
    "Clerk to reply",
    "That a footbridge over the Wend be costed",
)
values = st.one_of(
    st.builds(
        header, st.sampled_from(BODIES), st.sampled_from((None, DAY, DAY + timedelta(days=91)))
    ),
    st.builds(attendee, st.sampled_from(("Ada Thorne", "Zoë Quill", "ZOE QUILL"))),
    st.builds(attendee, st.just("Ada Thorne"), st.just("apologies")),
    st.builds(action, st.sampled_from(PHRASES), st.sampled_from(("agreed", "resolved", "log"))),
    st.builds(resolution, st.sampled_from(PHRASES)),
    st.builds(milestone, st.sampled_from(PHRASES)),
)
sidecars = st.builds(
    Sidecar,
    body=st.sampled_from((None, "Cabinet")),
    authority=st.sampled_from((None, "Netherby Council", "Overby Council")),
    meeting_date=st.sampled_from((None, DAY)),
)


@st.composite
def paper_sets(draw):
    contents = draw(st.lists(st.tuples(st.lists(values, max_size=6), sidecars), max_size=7))
    return [
        paper(f"p{i}", *each, sidecar=aside) if i % 3 else pack(f"p{i}", extra=map(fact, each))
        for i, (each, aside) in enumerate(contents)
    ]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(paper_sets(), st.randoms(use_true_random=False))
def test_the_order_of_papers_changes_no_row(papers, random):
    shuffled = list(papers)
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(papers)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(paper_sets())
def test_links_hold_whatever_the_papers(papers):
    tables = resolve(papers)
    threads = [row["thread_id"] for row in tables["action_threads"]]
    assert len(threads) == len(set(threads))
    members = [row["action_id"] for row in tables["action_thread_members"]]
    assert sorted(members) == sorted(row["action_id"] for row in tables["actions"])
    mentioned = {(row["thread_id"], row["fact_id"]) for row in tables["action_thread_mentions"]}
    assert {thread_id for thread_id, _ in mentioned} == set(threads)
    assert len(mentioned) == len(tables["action_thread_mentions"])
    assert len({fact_id for _, fact_id in mentioned}) == len(mentioned)
    for row in tables["action_thread_members"]:
        assert (row["thread_id"], row["action_id"]) in mentioned
    linked = [row["milestone_id"] for row in tables["milestone_links"]]
    assert len(linked) == len(set(linked))
    meetings = [row["meeting_id"] for row in tables["meetings"]]
    assert len(meetings) == len(set(meetings))
    assert {row["meeting_id"] for row in tables["document_meetings"]} == set(meetings)


def test_ids_stand_when_later_papers_are_added():
    first = [minutes("m1", DAY, *PHRASES[:1]), pack("p1", extra=[fact(milestone("Publish it"))])]
    later = [
        minutes("m2", DAY + timedelta(days=182), *PHRASES),
        pack("p2", DAY + timedelta(days=182), DAY + timedelta(days=91)),
        minutes("m3", DAY + timedelta(days=91), PHRASES[1], body="Overby Parish Council"),
    ]
    before, after = resolve(first), resolve(first + later)
    for table, key in [
        ("meetings", "meeting_id"),
        ("actions", "action_id"),
        ("milestones", "milestone_id"),
        ("evidence", "fact_id"),
        ("action_threads", "thread_id"),
        ("milestone_links", "history_id"),
    ]:
        assert {row[key] for row in before[table]} <= {row[key] for row in after[table]}, table
