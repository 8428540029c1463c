from datetime import date, time

import pytest

from pipeline.extraction import Sidecar
from pipeline.records import AgendaItem
from pipeline.resolve import resolve
from pipeline.resolve.meetings.bodies import name_of, same_body, titled
from pipeline.resolve.meetings.places import place_of
from tests.resolve.building import BODY, DAY, fact, header, pack, paper, part, rows


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Health & Wellbeing Board", "HEALTH AND WELL-BEING BOARD"),
        ("Audit Sub-Committee", "Audit Subcommittee"),
        ("Borough Plan Panel", "Plan Panel"),
        ("Netherby Best Start Board", "NBSB"),
        ("Treasury Management Group", "TMG"),
        ("Best Start Board (BSB)", "Best Start Board"),
        ("County Council", "Council"),
        ("Transformation & Improvement Board", "TIB"),
        ("Audit Sub-Cttee", "Audit Subcommittee"),
    ],
)
def test_one_body_written_otherwise(one, other):
    assert same_body(name_of(one), name_of(other))
    assert same_body(name_of(other), name_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cabinet", "Cabinet Committee"),
        ("Planning Committee A", "Planning Committee B"),
        ("Planning Committee", "Planning Committee A"),
        ("Planning Committee", "Strategic Planning Committee"),
        ("Council", "Netherby Parish Council"),
        ("Netherby Council", "Overby Council"),
        ("Borough Forum", "City Forum"),
    ],
)
def test_distinct_bodies_stay_apart(one, other):
    assert not same_body(name_of(one), name_of(other))
    assert not same_body(name_of(other), name_of(one))


def test_the_authoritys_name_may_be_left_out_only_when_it_is_known():
    full, short = "Netherby Best Start Board", "Best Start Board"
    assert not same_body(name_of(full), name_of(short))
    assert same_body(name_of(full), name_of(short, place_of("London Borough of Netherby")))
    assert not same_body(name_of(full), name_of(short, place_of("Overby City Council")))


def test_initials_may_begin_with_the_authoritys():
    place = place_of("London Borough of Nether Hamlets")
    short, full = name_of("NHBSB", place), name_of("Best Start Board", place)
    assert same_body(short, full)
    assert not same_body(name_of("OTBSB", place), full)


@pytest.mark.parametrize(
    ("one", "other", "meetings"),
    [
        ("Best Start Improvment Board", "Best Start Improvement Board", 1),
        ("Licencing Committee", "Licensing Committee", 1),
        ("Planning Committee 1", "Planning Committee 2", 2),
        ("East Area Panel", "West Area Panel", 2),
    ],
)
def test_a_slip_in_a_long_word_is_the_same_body_on_the_same_day(one, other, meetings):
    tables = resolve([paper("a", header(one)), paper("b", header(other))])
    assert len(tables["meetings"]) == meetings


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("NETHERBY BOARD OF THE ARTS", "Netherby Board of the Arts"),
        ("THE BEST START BOARD (BSB)", "The Best Start Board (BSB)"),
        ("CABINET", "Cabinet"),
        ("PLANNING COMMITTEE A", "Planning Committee A"),
        ("CHILDREN'S PANEL", "Children's Panel"),
        ("TMG", "TMG"),
        ("Best Start Board", "Best Start Board"),
    ],
)
def test_titles_are_cased_once(printed, expected):
    assert titled(printed) == expected
    assert titled(expected) == expected


def test_parts_of_a_pack_belong_to_its_meeting_and_draft_minutes_to_an_earlier_one():
    tables = resolve([pack()])
    own, earlier = "netherby-best-start-board-2021-06-03", "netherby-best-start-board-2021-03-04"
    assert [row["meeting_id"] for row in tables["document_parts"]] == [own, earlier, own, own]
    standing = {row["meeting_id"]: row["standing"] for row in tables["document_meetings"]}
    assert standing == {own: "agenda", earlier: "draft_minutes"}


def test_draft_minutes_without_a_date_are_a_meeting_of_their_own():
    parts = (part(0, "agenda"), part(1, "minutes", draft=True))
    tables = resolve([paper("p", header(), kind="agenda_pack", parts=parts)])
    undated = rows(tables, "meetings", held_on=None)
    assert len(tables["meetings"]) == 2
    assert len(undated) == 1
    assert undated[0]["body"] is None
    assert undated[0]["meeting_id"] == tables["document_parts"][1]["meeting_id"]


def test_each_header_field_comes_from_the_most_authoritative_paper_that_prints_it():
    approved = paper("minutes", header(BODY.upper(), starts_at=time(18, 9)))
    tables = resolve([pack(), approved, pack("agenda", held_on=DAY, drafted=date(2020, 12, 1))])
    meeting = rows(tables, "meetings", meeting_id="netherby-best-start-board-2021-03-04")[0]
    assert meeting["body"] == BODY
    assert meeting["starts_at"] == time(18, 9)
    assert meeting["venue"] == "Civic Hall"
    ranks = rows(tables, "document_meetings", meeting_id=meeting["meeting_id"])
    by_rank = [row["standing"] for row in sorted(ranks, key=lambda row: row["rank"])]
    assert by_rank == ["minutes", "draft_minutes", "agenda"]
    assert sorted(row["rank"] for row in ranks) == [1, 2, 3]


def test_a_web_page_of_one_item_or_a_cut_one_ranks_after_the_minutes_and_their_draft():
    def page(label, *numbers, status="ok"):
        items = [AgendaItem(number=number, title=f"Item {number}") for number in numbers]
        return paper(
            label, header(), *items, kind="meeting_page", media_type="text/html", status=status
        )

    papers = [
        page("b-item", "6"),
        page("a-cut", "1", "2", "3", status="partial"),
        page("c-whole", "1", "2"),
        pack(),
        paper("z-approved", header()),
    ]
    tables = resolve(papers)
    title = {row["document_id"]: row["title"] for row in tables["documents"]}
    ranks = rows(tables, "document_meetings", meeting_id="netherby-best-start-board-2021-03-04")
    ranked = sorted(ranks, key=lambda row: row["rank"])
    assert [title[row["document_id"]] for row in ranked] == [
        "z-approved",
        "c-whole",
        "pack",
        "a-cut",
        "b-item",
    ]


def test_pdf_ranks_before_html_and_text():
    media = ("text/plain", "application/pdf", "text/html")
    tables = resolve([paper(m, header(), media_type=m) for m in media])
    kind = {row["document_id"]: row["media_type"] for row in tables["documents"]}
    ranked = sorted(tables["document_meetings"], key=lambda row: row["rank"])
    assert [kind[row["document_id"]] for row in ranked] == [media[1], media[2], media[0]]


def test_a_sidecar_fills_what_is_not_printed():
    aside = Sidecar(authority="Netherby Council", body="Cabinet", meeting_date=DAY)
    tables = resolve([paper("page", kind="meeting_page", sidecar=aside)])
    meeting = tables["meetings"][0]
    assert meeting["meeting_id"] == "netherby-cabinet-2021-03-04"
    assert (meeting["body"], meeting["authority"]) == ("Cabinet", "Netherby Council")
    assert tables["contradictions"] == []


def test_what_is_printed_wins_over_the_sidecar_and_the_disagreement_is_told():
    aside = Sidecar(authority="Overby Council", body="Cabinet", meeting_date=date(2021, 3, 5))
    tables = resolve([paper("m", header(authority="Netherby Council"), sidecar=aside)])
    assert tables["meetings"][0]["held_on"] == DAY
    assert tables["meetings"][0]["body"] == BODY
    told = {row["subject"]: row["detail"] for row in tables["contradictions"]}
    assert set(told) == {"meeting_date", "body", "authority"}
    assert "2021-03-04" in told["meeting_date"]
    assert "2021-03-05" in told["meeting_date"]


def test_a_sidecar_that_writes_the_body_longer_does_not_disagree():
    aside = Sidecar(body="Netherby Best Start Board", meeting_date=DAY)
    short = paper("m", header("Best Start Board"), sidecar=aside)
    tables = resolve([short, paper("n", header())])
    assert tables["contradictions"] == []
    assert len(tables["meetings"]) == 1


def test_a_name_that_could_be_either_of_two_bodies_stays_alone():
    papers = [
        paper("a", header("Cabinet", authority="Netherby Council")),
        paper("b", header("Cabinet", authority="Overby Council")),
        paper("c", header("Cabinet")),
    ]
    ids = {row["meeting_id"] for row in resolve(papers)["meetings"]}
    assert ids == {
        "netherby-cabinet-2021-03-04",
        "overby-cabinet-2021-03-04",
        "cabinet-2021-03-04",
    }


def test_a_paper_without_a_date_has_a_meeting_of_its_own():
    first, second = paper("x", header(held_on=None)), paper("y", header(held_on=None))
    tables = resolve([first, second])
    ids = {row["meeting_id"] for row in tables["meetings"]}
    assert len(ids) == 2
    assert all(row["held_on"] is None for row in tables["meetings"])
    assert f"netherby-best-start-board-{first.document_id}" in ids


def test_a_fact_of_a_part_that_is_not_listed_belongs_to_the_papers_own_meeting():
    odd = paper("z", header(), facts=[fact(header(body=None, held_on=None, venue="Hall"), 9)])
    tables = resolve([odd])
    assert {row["meeting_id"] for row in tables["meeting_headers"]} == {
        "netherby-best-start-board-2021-03-04"
    }
    assert tables["meetings"][0]["venue"] == "Hall"


def test_an_authority_that_one_paper_of_a_body_gives_holds_for_all_its_meetings():
    later, last = date(2021, 6, 3), date(2021, 9, 2)
    papers = [
        paper("a", header("Plan Board")),
        paper("b", header("Plan Board", later, authority="Netherby Council")),
        paper("c", header("PLAN BOARD")),
        paper("d", header("Plan Board", last), sidecar=Sidecar(authority="Netherby Council")),
        paper("e", header("Tree Panel")),
    ]
    tables = resolve(papers)
    found = {(row["meeting_id"], row["authority"]) for row in tables["meetings"]}
    assert found == {
        ("netherby-plan-board-2021-03-04", "Netherby Council"),
        ("netherby-plan-board-2021-06-03", "Netherby Council"),
        ("netherby-plan-board-2021-09-02", "Netherby Council"),
        ("tree-panel-2021-03-04", None),
    }
    assert [row["authority"] for row in tables["meeting_headers"]].count("Netherby Council") == 1
    assert resolve(papers[::-1])["meetings"] == tables["meetings"]


def test_an_authority_is_not_guessed_where_two_have_such_a_body():
    papers = [
        paper("a", header("Cabinet", date(2021, 6, 3), authority="Netherby Council")),
        paper("b", header("Cabinet", date(2021, 7, 1), authority="Overby Council")),
        paper("c", header("Cabinet")),
    ]
    found = rows(resolve(papers), "meetings", held_on=DAY)
    assert [(row["meeting_id"], row["authority"]) for row in found] == [
        ("cabinet-2021-03-04", None)
    ]


def test_an_alias_holds_when_the_authority_comes_from_another_paper():
    later = date(2021, 6, 3)
    aside = Sidecar(body="Netherby Best Start Board", meeting_date=DAY)
    papers = [
        paper("a", header("Best Start Board"), sidecar=aside),
        paper("b", header("Netherby Best Start Board")),
        paper("c", header("Best Start Board", later, authority="Overby City Council")),
    ]
    assert len(rows(resolve(papers), "meetings", held_on=DAY)) == 1


def test_a_paper_that_nothing_was_read_from_is_of_no_meeting():
    scan = paper("scan", kind="other", status="partial", parts=[])
    tables = resolve([scan])
    assert tables["meetings"] == []
    assert tables["document_meetings"] == []
    assert [row["document_id"] for row in tables["documents"]] == [scan.document_id]


def test_a_name_without_its_place_and_one_with_it_are_one_body_where_its_authority_is_known():
    long, short = "Netherby Plan Board", "Plan Board"
    papers = [
        paper("a", header(long, authority="London Borough of Netherby")),
        paper("b", header(long, date(2021, 6, 3))),
        paper("c", header(short, date(2021, 9, 2))),
    ]
    found = rows(resolve(papers), "meetings", authority="London Borough of Netherby")
    assert [row["meeting_id"] for row in found] == [
        "netherby-plan-board-2021-03-04",
        "netherby-plan-board-2021-06-03",
        "netherby-plan-board-2021-09-02",
    ]
    other = paper("d", header(short, date(2021, 12, 2), authority="Overby Council"))
    ids = {row["meeting_id"] for row in resolve([*papers, other])["meetings"]}
    assert "plan-board-2021-09-02" in ids, "it could be either council's"
    assert "netherby-plan-board-2021-06-03" in ids
