from datetime import date

import pytest

from pipeline.extraction import Sidecar
from pipeline.records import AgendaItem, ForwardPlanEntry, Report
from pipeline.resolve import resolve
from tests.resolve.building import BODY, DAY, header, pack, paper, part, rows

ID = "netherby-best-start-board-2021-03-04"
LATER = date(2021, 6, 3)
TITLE = "Early Years Places in the North of the Borough"
SITE = "https://democracy.netherby.gov.uk"


def page(number):
    return Sidecar(source_url=f"{SITE}/ieListDocuments.aspx?CId=1&MId={number}")


def told(papers, odd):
    found = rows(resolve(papers), "document_meetings", document_id=odd.document_id)
    return [(row["meeting_id"], row["dated_by"], row["reason"]) for row in found]


def test_what_prints_its_date_says_so():
    one = paper("m", header())
    assert told([one], one) == [(ID, "printed", "the paper prints it")]


def test_a_sidecar_goes_before_the_file_name():
    odd = paper("b-2021-06-03.pdf", header(held_on=None), sidecar=Sidecar(meeting_date=DAY))
    assert told([odd], odd) == [(ID, "sidecar", "its sidecar gives it")]


def test_a_date_in_the_address():
    aside = Sidecar(source_url=f"{SITE}/documents/g7/Printed%20minutes%204th-Mar-2021.pdf?T=1")
    odd = paper("odd", header(held_on=None), sidecar=aside)
    assert told([odd], odd)[0][:2] == (ID, "address")


def test_the_address_of_a_meeting_whose_other_paper_prints_the_date():
    odd = paper("odd", kind="meeting_page", sidecar=page(7))
    other = paper("other", kind="meeting_page", sidecar=page(8))
    printed = paper("printed", header(), sidecar=page(7))
    [(meeting_id, way, reason)] = told([odd, other, printed], odd)
    assert (meeting_id, way) == (ID, "address")
    assert "meeting 7 of democracy.netherby.gov.uk" in reason
    assert "'printed'" in reason
    assert told([odd, other, printed], other)[0][1] is None


def test_a_date_in_the_file_name():
    odd = paper("bsb-2021-03-04-report.pdf", header(held_on=None))
    [(meeting_id, way, reason)] = told([odd], odd)
    assert (meeting_id, way) == (ID, "file name")
    assert "bsb-2021-03-04-report.pdf" in reason


@pytest.mark.parametrize("name", ["nbsb_2021-03-04_annex.pdf", "best-start-board 2021-03-04.pdf"])
def test_a_name_may_name_the_body_too(name):
    odd = paper(name, kind="other", parts=(part(0, "other"),))
    [(meeting_id, _, reason)] = told([odd, paper("m", header())], odd)
    assert meeting_id == ID
    assert "names the body" in reason


def test_a_name_that_fits_two_bodies_names_none():
    odd = paper("board-2021-03-04.pdf", kind="agenda")
    both = [paper("a", header("Tree Board")), paper("b", header("Park Board"))]
    assert told([odd, *both], odd)[0][0].startswith("meeting-2021-03-04-")


def test_a_reports_name_may_hold_the_day_it_came_out():
    odd = paper("budget-2021-03-04.pdf", header(held_on=None), kind="report")
    [(_, way, reason)] = told([odd, paper("m", header(held_on=LATER))], odd)
    assert way is None
    assert reason.endswith("its name holds 2021-03-04, when no other paper tells of a meeting")
    assert told([odd, paper("m", header())], odd)[0][:2] == (ID, "file name")


def test_a_folder_counts_where_a_paper_in_it_prints_its_date():
    odd = paper("2021-03-04/annex.pdf", header(held_on=None))
    assert told([odd], odd)[0][1] is None, "the folder may be named after a download"
    printed = paper("2021-03-04/minutes.pdf", header())
    assert told([odd, printed], odd)[0][:2] == (ID, "file name")


def report(name, title=TITLE, dated=None, body=BODY):
    return paper(name, header(body, None), Report(title=title, dated=dated), kind="report")


def agenda(label, held_on, title=TITLE, body=BODY):
    return paper(label, header(body, held_on), AgendaItem(number="4", title=title), kind="agenda")


def test_the_agenda_that_a_report_is_on():
    odd = report("report.pdf", TITLE.upper())
    [(meeting_id, way, reason)] = told([odd, agenda("agenda.pdf", DAY)], odd)
    assert (meeting_id, way) == (ID, "agenda")
    assert "item 4" in reason
    assert "agenda.pdf" in reason


def test_several_agendas_that_fit_leave_it_without_a_date_and_are_named():
    odd = report("report.pdf")
    papers = [odd, agenda("a", DAY), agenda("b", LATER)]
    [(meeting_id, way, reason)] = told(papers, odd)
    assert way is None
    assert odd.document_id in meeting_id
    assert reason.startswith("several dates fit: 2021-03-04 (")
    assert "2021-06-03 (" in reason
    late = report("late.pdf", dated=date(2021, 5, 20))
    assert told([late, *papers], late)[0][:2] == ("netherby-best-start-board-2021-06-03", "agenda")


def test_an_agenda_of_another_body_or_a_title_of_every_agenda_does_not_count():
    odd = report("report.pdf")
    assert told([odd, agenda("a", DAY, body="Overby Cabinet")], odd)[0][1] is None
    short = report("short.pdf", "Forward Plan")
    assert told([short, agenda("a", DAY, "Forward Plan")], short)[0][1] is None


def test_a_forward_plan_that_sets_it_down():
    odd = report("report.pdf")
    planned = ForwardPlanEntry(for_meeting_on=LATER, item=TITLE)
    plan = paper("plan", header(), planned, kind="agenda")
    [(meeting_id, way, reason)] = told([odd, plan], odd)
    assert (meeting_id, way) == ("netherby-best-start-board-2021-06-03", "forward plan")
    assert TITLE in reason


def test_draft_minutes_whose_date_the_agenda_prints():
    item = AgendaItem(number="2", title="Minutes of the meeting held on 4 March 2021")
    parts = (part(0, "agenda"), part(1, "minutes", draft=True))
    one = paper("p", header(held_on=LATER), item, kind="agenda_pack", parts=parts)
    found = {row[0]: row[1] for row in told([one], one)}
    assert found == {"netherby-best-start-board-2021-06-03": "printed", ID: "agenda"}
    more = (*parts, part(2, "minutes", draft=True))
    two = paper("q", header(held_on=LATER), item, kind="agenda_pack", parts=more)
    assert [row[1] for row in told([two], two)].count("agenda") == 0, "it could be either's"


def test_nothing_that_tells_it_is_said():
    odd = paper("x", header(held_on=None))
    assert told([odd], odd)[0][1:] == (None, "no date is printed, and nothing else tells it")


def test_an_unread_paper_joins_the_meeting_that_its_name_says():
    odd = paper("best-start-board-2021-03-04-agenda.pdf", kind="other", parts=[], status="partial")
    assert told([odd, pack(), paper("m", header())], odd)[0][0] == ID


def test_one_address_is_one_meeting_however_the_body_is_named():
    one = paper("a", header("Schools Forum and Sub-Group"), sidecar=page(7))
    two = paper("b", header("Forum for Schools"), sidecar=page(7))
    other = paper("c", header("Forum of Heads"), sidecar=page(8))
    tables = resolve([one, two, other])
    assert len(tables["meetings"]) == 2
