"""Who is one person, and who is not."""

from datetime import UTC, date, datetime, timedelta

import msgspec

from pipeline.extraction import Sidecar
from pipeline.records import Action, Declaration, Member, Milestone, Report, Vote
from pipeline.resolve import resolve
from tests.resolve.building import attendee, header, milestone, paper, rows

NETHERBY = Sidecar(authority="Netherby Borough Council")
OVERBY = Sidecar(authority="Overby Borough Council")
LATER = datetime(2022, 6, 1, tzinfo=UTC)
DAYS = [date(2021, 3, 4) + timedelta(days=28 * n) for n in range(8)]


def minutes(label, *values, body="Audit Committee", day=DAYS[0], aside=NETHERBY, arrived=1):
    when = datetime(2022, 1, arrived, tzinfo=UTC)
    return paper(label, header(body, day), *values, sidecar=aside, ingested_at=when)


def ids(*papers, table="attendance"):
    return [row["person_id"] for row in resolve(list(papers))[table]]


def who(*papers):
    """By printed name, in order of the papers given, the ids in the lists of those present."""
    tables = resolve(list(papers))
    order = {p.document_id: at for at, p in enumerate(papers)}
    listed = sorted(tables["attendance"], key=lambda row: order[row["document_id"]])
    return [row["person_id"] for row in listed]


def review(*papers):
    return [(r["person_id"], r["other_id"]) for r in resolve(list(papers))["people_review"]]


def test_one_name_in_two_councils_is_two_people():
    here, there = minutes("a", attendee("Ann Ash")), minutes("b", attendee("Ann Ash"), aside=OVERBY)
    assert who(here, there) in (
        ["ann-ash", "ann-ash-overby"],
        ["ann-ash-netherby", "ann-ash"],
    )


def test_one_name_in_two_bodies_of_a_council_is_one_person():
    one = minutes("a", attendee("Ann Ash"))
    other = minutes("b", attendee("ANN ASH"), body="Cabinet", day=DAYS[1])
    assert who(one, other) == ["ann-ash", "ann-ash"]


def test_initials_are_the_forename_of_the_only_one_in_that_body():
    one = minutes("a", attendee("Ruth Ash"))
    other = minutes("b", attendee("R W Ash"), day=DAYS[1])
    assert who(one, other) == ["ruth-ash", "ruth-ash"]


def test_initials_that_fit_two_are_a_person_of_their_own():
    one = minutes("a", attendee("Ruth Ash"), attendee("Ralph Ash"))
    other = minutes("b", attendee("R Ash"), day=DAYS[1])
    assert who(one, other) == ["ruth-ash", "ralph-ash", "r-ash"]
    assert sorted(review(one, other)) == [("r-ash", "ralph-ash"), ("r-ash", "ruth-ash")]


def test_initials_in_another_body_or_after_a_term_go_to_review():
    one = minutes("a", attendee("Ruth Ash"))
    elsewhere = minutes("b", attendee("R Ash"), body="Cabinet", day=DAYS[1])
    later = minutes("c", attendee("R Ash"), day=date(2031, 1, 1))
    assert who(one, elsewhere) == ["ruth-ash", "r-ash"]
    assert who(one, later) == ["ruth-ash", "r-ash"]
    assert review(one, later) == [("r-ash", "ruth-ash")]


def test_a_councils_full_meeting_lists_the_members_of_its_committees():
    one = minutes("a", attendee("R W Ash", honorific="Mr"), body="County Council")
    other = minutes("b", attendee("Ruth Ash", honorific="Ms"), day=DAYS[1])
    third = minutes("c", attendee("Ralph Ash"), day=DAYS[1])
    assert who(one, other) == ["r-w-ash", "ruth-ash"], "Mr and Ms are two"
    assert who(one, third) == ["r-w-ash", "r-w-ash"]


def test_two_with_one_surname_never_are_one():
    one = minutes("a", attendee("Alan Wold"))
    other = minutes("b", attendee("Andrew Wold"), day=DAYS[1])
    assert who(one, other) == ["alan-wold", "andrew-wold"]
    assert review(one, other) == []


def test_mr_and_ms_with_one_name_are_two_and_a_vote_tells_them():
    listed = minutes(
        "a",
        attendee("J Mead", honorific="Ms"),
        attendee("J Mead", honorific="Mr"),
        body="County Council",
    )
    assert who(listed) == ["j-mead", "j-mead-mr"]


def test_initials_and_forename_in_one_list_are_two_people():
    listed = minutes("a", attendee("R Ash"), attendee("Ruth Ash"))
    assert who(listed) == ["r-ash", "ruth-ash"]


def test_a_slip_of_the_pen_is_seen_through_in_one_service_only():
    one = minutes("a", attendee("Oluwa Tarrant", role="Voids Manager", grouping="officer"))
    slip = minutes(
        "b", attendee("Oluwa Tarrent", role="Voids and Lettings Manager", grouping="officer"),
        day=DAYS[1],
    )  # fmt: skip
    other = minutes(
        "c", attendee("Oluwa Tarrent", role="Head of Libraries", grouping="officer"), day=DAYS[1]
    )
    both = minutes(
        "d",
        attendee("Oluwa Tarrant", role="Voids Manager", grouping="officer"),
        attendee("Oluwa Tarrent", role="Voids Manager", grouping="officer"),
    )
    assert who(one, slip) == ["oluwa-tarrant", "oluwa-tarrant"]
    assert who(one, other) == ["oluwa-tarrant", "oluwa-tarrent"]
    assert review(one, other) == [("oluwa-tarrant", "oluwa-tarrent")]
    assert who(both) == ["oluwa-tarrant", "oluwa-tarrent"], "both were there"


def test_an_author_misspelt_is_whoever_came_to_that_meeting():
    came = minutes("a", attendee("Femi Adoque", role="Head of Policy", grouping="officer"))
    wrote = minutes("b", Report(title="Plan", authors=("Femi Adaque", "Jo Tarn")))
    for papers in ([came, wrote], [msgspec.structs.replace(came, ingested_at=LATER), wrote]):
        tables = resolve(papers)
        (attended,) = rows(tables, "people_mentions", named_as="attended")
        authors = rows(tables, "people_mentions", named_as="author")
        assert [row["person_id"] for row in authors] == [attended["person_id"], "jo-tarn"]


def test_a_surname_slipped_in_the_text_is_whoever_alone_is_listed():
    listed = minutes(
        "a",
        attendee("R G Streatley", honorific="Mr"),
        Declaration(name="Streatly", interest="a house"),
    )
    assert ids(listed, table="declarations") == ["r-g-streatley"]


def test_a_surname_alone_in_a_list_is_no_fuller_name_of_another_meeting():
    sorry = minutes("a", attendee("Quill", "apologies", honorific="Mr"), body="County Council")
    came = minutes("b", attendee("M Quill", honorific="Mr"), body="County Council", day=DAYS[1])
    again = minutes(
        "c", attendee("Quill", "apologies", honorific="Mr"), body="County Council", day=DAYS[2]
    )
    assert who(sorry, came, again) == ["quill", "m-quill", "quill"]
    assert review(sorry, came) == [("m-quill", "quill")]


def test_a_guest_by_surname_is_nobody_known():
    one = minutes("a", attendee("Quill", honorific="Mr", grouping="guest"))
    other = minutes("b", attendee("Quill", honorific="Mr", grouping="guest"), day=DAYS[1])
    assert len(set(who(one, other))) == 2


def test_the_owner_of_an_action_is_known_by_name_or_post():
    def asked(owner):
        return Action(item_number="1", text="do it", origin="requested", owner=owner)

    listed = minutes(
        "a",
        attendee("Jo Tarn", role="Voids Manager", grouping="officer"),
        attendee("Di Marsh", honorific="Cllr"),
        attendee("Al Marsh", honorific="Cllr"),
        asked("the Voids Manager"),
        asked("Jo Tarn"),
        asked("Ask Cllr Marsh"),
        asked("Cllr Di Marsh"),
        asked("officers"),
        asked("Nobody Known"),
    )
    owners = [row["owner_person_id"] for row in resolve([listed])["actions"]]
    assert owners == ["jo-tarn", "jo-tarn", None, "di-marsh", None, None]


def test_leads_that_are_posts_and_teams_are_no_people():
    teams = ("Active Netherby", "Head of Parks", "Parks Team")
    plan = paper("plan", header(), milestone("Plant trees", lead_officers=teams))
    assert resolve([plan])["people"] == []


def test_a_lead_by_forename_is_the_one_with_that_name_in_the_plan():
    plan = minutes(
        "plan",
        Milestone(milestone="Plant trees", lead_officers=("Ada Thorne", "Cy Vane")),
        Milestone(milestone="Water them", lead_officers=("Ada",)),
    )
    mentions = resolve([plan])["people_mentions"]
    assert [m["person_id"] for m in mentions] == ["ada-thorne", "cy-vane", "ada-thorne"]


def test_a_body_of_unknown_place_is_its_councils_by_its_members():
    names = [f"{first} {last}" for first, last in zip(
        ("Ada", "Bo", "Cy", "Di", "Ed"), ("Thorne", "Marsh", "Vane", "Webley", "Quill"), strict=True
    )]  # fmt: skip
    council = minutes(
        "council",
        *(attendee(f"{n[0]} {n.split()[1]}", honorific="Mr") for n in names),
        body="County Council",
        day=DAYS[1],
    )
    panel = minutes("panel", *map(attendee, names), body="TMG", aside=Sidecar())
    stranger = minutes("other", attendee(names[0]), body="TMG", aside=Sidecar())
    assert who(panel, council)[:5] == who(panel, council)[5:]
    assert len(set(who(stranger, council))) == 6


def test_a_place_known_only_later_renames_nobody():
    first = minutes("a", attendee("Ada Thorne"), body="Lido Trust", aside=Sidecar(), arrived=1)
    named = minutes("b", attendee("Ada Thorne"), body="Lido Trust", day=DAYS[1], arrived=2)
    assert who(first, named) == ["ada-thorne", "ada-thorne"]
    cabinet = minutes("c", attendee("Ada Thorne"), body="Cabinet", day=DAYS[2], arrived=3)
    assert who(first, named, cabinet) == ["ada-thorne"] * 3


def test_cabinets_of_unknown_place_are_one_only_by_their_people():
    def cabinet(label, *names, day=DAYS[0]):
        return minutes(label, *map(attendee, names), body="Cabinet", aside=Sidecar(), day=day)

    one = cabinet("a", "Ada Thorne", "Bo Marsh", "Cy Vane")
    again = cabinet("b", "Ada Thorne", "Bo Marsh", "Di Webb", day=DAYS[1])
    elsewhere = cabinet("c", "Ada Thorne", "Ed Quill", day=DAYS[1])
    assert len(set(who(one, again))) == 4
    assert len(set(who(one, elsewhere))) == 5


def test_names_and_every_mention_are_told():
    listed = minutes(
        "a",
        attendee("R W Ash", honorific="Mr"),
        Vote(item_number="4", ordinal=1, name="Ash", honorific="Mr", printed="Mr Ash", vote="for"),
        Member(name="Ruth Ash", printed="Ruth Ash"),
    )
    listed = msgspec.structs.replace(
        listed, facts=tuple(f for f in listed.facts if not isinstance(f.finding.value, Vote))
    )
    tables = resolve([listed, minutes("b", attendee("R W Ash", honorific="Mr"), day=DAYS[1])])
    names = [(r["person_id"], r["name"], r["times"]) for r in tables["people_names"]]
    assert ("r-w-ash", "R W Ash", 2) in names
    assert {m["named_as"] for m in tables["people_mentions"]} == {"attended", "member"}
