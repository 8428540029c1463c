"""The replica's web service: the XML answers of `mgWebService.asmx`, blanks and quirks too."""

from __future__ import annotations

from datetime import date
from html import escape

from tests.replica.council import BODIES, Council, Item, Meeting, Paper

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def committees() -> str:
    """The answer to GetCommittees, with a body that no longer meets."""
    listed = [(number, name, kind, "False") for number, name, kind in BODIES]
    listed.append((390, "Charter Working Party", "Governance", "True"))
    rows = "".join(
        f"<committee><committeeid>{number}</committeeid><committeetitle>{_text(name)}"
        f"</committeetitle><committeedeleted>False</committeedeleted><committeeexpired>{ended}"
        f"</committeeexpired><committeecategory>{kind}</committeecategory></committee>"
        for number, name, kind, ended in listed
    )
    return (
        f"{_HEAD}<committees><committeescount> {len(listed)}</committeescount>{rows}</committees>"
    )


def meetings(council: Council, committee: int, night: int, span: tuple[date, date] | None) -> str:
    """The answer to GetMeetings; without a span, and where the site ignores it, all of them."""
    name = next((title for number, title, _ in BODIES if number == committee), "")
    shown = [
        m
        for m in council.meetings
        if m.committee_id == committee
        and m.since <= night
        and (span is None or span[0] <= m.held <= span[1])
    ]
    rows = "".join(
        f"<meeting><meetingid>{m.meeting_id}</meetingid><meetingdate>{m.held:%d/%m/%Y}</meetingdate>"
        f"<meetingstatus>{'Cancelled' if m.cancelled else 'Confirmed'}</meetingstatus>"
        f"<meetingtime>{m.starts}</meetingtime><iswebcast>False</iswebcast></meeting>"
        for m in shown
    )
    return (
        f"{_HEAD}<getmeetings><meetingscount> {len(shown)}</meetingscount>"
        f"<committeescount> 1</committeescount><committee><committeeid>{committee}</committeeid>"
        f"<committeetitle>{_text(name)}</committeetitle><committeemeetingcount> {len(shown)}"
        f"</committeemeetingcount><committeemeetings>{rows}</committeemeetings></committee>"
        "</getmeetings>"
    )


def meeting(found: Meeting, night: int, base: str) -> str:
    """The answer to GetMeeting."""
    items = "".join(_item(found, item, night, base) for item in found.items)
    minuted = str(found.minuted <= night)
    return (
        f"{_HEAD}<meeting><meetingid>{found.meeting_id}</meetingid><meetingdate>"
        f"{found.held:%d/%m/%Y}</meetingdate><meetingstatus>"
        f"{'Cancelled' if found.cancelled else 'Confirmed'}</meetingstatus>"
        f"<meetingtime>{found.starts}</meetingtime><agendaid>{found.agenda_id}</agendaid>"
        f"<agendapublished>{bool(found.items)}</agendapublished><minutepublished>{minuted}"
        f"</minutepublished><agendaitems>\n{items}</agendaitems><attendees>\n</attendees></meeting>"
    )


def _item(found: Meeting, item: Item, night: int, base: str) -> str:
    papers = "".join(
        _paper(found, item, paper, base) for paper in item.papers if paper.shown(night)
    )
    closed = any(paper.secrecy == "section" for paper in item.papers)
    number = f"{item.number}." if item.number else "\n"
    return (
        f"<agendaitem><agendaitemid>{item.ident}</agendaitemid><agendaitemtitle>{_text(item.title)}"
        f"</agendaitemtitle><fulldisplaynumberformat>{number}</fulldisplaynumberformat>"
        f"<isrestricted>{closed}</isrestricted><linkeddocuments>{papers}</linkeddocuments>"
        "</agendaitem>\n"
    )


def _paper(found: Meeting, item: Item, paper: Paper, base: str) -> str:
    restricted = paper.secrecy in {"flag", "service", "section", "unlinked"}
    return (
        f"<linkeddoc><attachmentid>{paper.number}</attachmentid><title>{_text(paper.title)}</title>"
        f"<isurl>False</isurl><url>{base}mgConvert2PDF.aspx?ID={paper.number}</url>"
        f"<isrestricted>{restricted}</isrestricted><itemnum>1</itemnum>"
        f"<meetingdate>{found.held:%d/%m/%Y}</meetingdate>"
        f"<ownertitle>{_text(item.title)}</ownertitle></linkeddoc>"
    )


def _text(text: str) -> str:
    """Escaped twice, as the service does it."""
    return escape(escape(text))
