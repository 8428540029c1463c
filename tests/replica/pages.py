"""The replica's web pages, in the shapes and with the classes of the publishing system."""

from __future__ import annotations

import textwrap
from html import escape

from tests.replica.council import BODIES, COUNCIL, Council, Item, Meeting, Paper


def shell(title: str, body: str, visit: int) -> str:
    """The council's frame around a page; what differs from visit to visit is in it."""
    return (
        '<!DOCTYPE html>\n\n<html lang="en">\n\t<head>\n\t\t<meta charset="utf-8">\n'
        f'<meta name="DC.date" scheme="W3CDTF"  content="2026-11-{visit % 28 + 1:02d}"/>\n'
        f"\t\t<title>{escape(title)} - {COUNCIL}</title>\n"
        '<link href="sitespecific/ssMgStyles.css" rel="stylesheet" type="text/css" />\n'
        f"<script>window.visit = '{visit:08x}';</script>\n\t</head>\n<body>\n"
        '<nav class="side-nav"><ul class="menu-list">\n'
        '<li><a href="mgCalendarMonthView.aspx?GL=1&amp;bcr=1">Calendar</a></li>\n'
        '<li><a href="mgListCommittees.aspx?bcr=1">Committees</a></li>\n</ul></nav>\n'
        f'<div id="modgov">\n{body}<div class="mgFooter" ><p>&nbsp;</p></div>\n</div>\n'
        f"<footer><small>Visitor {visit}</small></footer>\n</body>\n</html>\n"
    )


def committees(visit: int) -> str:
    """The list of bodies."""
    rows = "".join(
        f'<h2 class="mgSectionTitle">{escape(kind)}</h2>\n<ul  class="mgBulletList" >\n'
        f'<li><a  href="mgCommitteeDetails.aspx?ID={number}"  title="Link&#32;to&#32;details" >'
        f"{escape(name)}</a></li>\n</ul>\n"
        for number, name, kind in BODIES
    )
    return shell("Committee structure", _titled("Committee structure", "") + _content(rows), visit)


def meetings(council: Council, committee: int, night: int, visit: int) -> str:
    """A body's meetings, newest first; all of them, whatever year was asked for."""
    name = next((title for number, title, _ in BODIES if number == committee), "")
    shown = [m for m in council.meetings if m.committee_id == committee and m.since <= night]
    rows = []
    for place, meeting in enumerate(sorted(shown, key=lambda m: m.held, reverse=True)):
        day = f"{meeting.held.day} {meeting.held:%b %Y}"
        tail = " - CANCELLED" if meeting.cancelled else f" - {_published(meeting, night)}"
        row = "Odd" if place % 2 else "Even"
        rows.append(
            f'<li  class="mgTable{row}Row" ><a  class="mgMeetingTableLnk"    '
            f'href="ieListDocuments.aspx?CId={committee}&amp;MId={meeting.meeting_id}&amp;Ver=4"  '
            f'title="Link&#32;to&#32;meeting&#32;details">{day}&nbsp;'
            f"{meeting.starts.replace('.', '&#58;')}</a>{tail}</li>"
        )
    listed = f'<ul  class="mgNonBulletTableList"  >{"".join(rows)}</ul>'
    body = _titled("Browse meetings", escape(name)) + _content(
        f'<div class="mgList" >{listed}</div>'
    )
    return shell(f"Browse meetings - {name}", body, visit)


def _published(meeting: Meeting, night: int) -> str:
    return "Agenda, Decisions, Minutes" if meeting.minuted <= night else "Agenda"


def meeting(found: Meeting, night: int, visit: int) -> str:
    """The page of one meeting."""
    title = "Agenda, decisions and minutes" if found.minuted <= night else "Agenda"
    when = f"{found.held:%A} {found.held.day} {found.held:%B %Y} {found.starts.replace('.', ':')}"
    if found.cancelled:
        title, when = "Meeting", f"{when}, CANCELLED"
    links = [
        f'<li><a  href="mgMeetingAttendance.aspx?ID={found.meeting_id}"  '
        'title="Link&#32;to&#32;attendance&#32;details">Attendance details</a></li>\n'
    ]
    links += [_whole(found, paper) for paper in found.papers if paper.shown(night)]
    head = _titled(
        title,
        f'<a  href="mgCommitteeDetails.aspx?ID={found.committee_id}" >'
        f"{escape(found.body)} - {when}</a>",
    )
    head += (
        f'<div class="mgLinks" >\n\n<ul  class="mgActionList" >\n{"".join(links)}\n</ul>\n</div>\n'
    )
    if found.items:
        rows = "".join(_row(found, item, night) for item in found.items)
        content = (
            '<p><span  class="mgLabel" >Venue: </span>Council Chamber, Alder House. '
            '<a  href="mgLocationDetails.aspx?RID=3" > View directions</a></p>\n'
            '<table class="mgItemTable"  summary="Table of agenda items" id="mgItemTable">\n'
            '<caption  class="mgSectionTitle" >Items</caption>\n<tr>\n'
            '<th class="mgHide" abbr="No" scope="col">No.</th>\n'
            f'<th class="mgHide" abbr="Item" scope="col">Item</th>\n</tr>\n{rows}</table>\n'
        )
    else:
        content = "<p>No documents are available for this meeting</p>\n"
    return shell(f"{title} for {found.body} on {when}", head + _content(content), visit)


def _whole(found: Meeting, paper: Paper) -> str:
    """A paper of the whole meeting; the address holds blanks, as the system writes them."""
    clock = "19.30" if found.committee_id % 2 else "14.00"
    name = {"agenda": "Agenda frontsheet", "minutes": "Printed minutes", "decisions": "Decisions",
            "pack": "Public reports pack", "supplement": "Supplement"}[paper.kind]  # fmt: skip
    file = f"{name} {found.held:%A %d-%b-%Y} {clock} {found.body}.pdf"
    return (
        f'<li><a  href="documents/g{paper.number}/{file}?T={paper.form}"   '
        f'title="Link&#32;to&#32;{escape(name)}">{escape(paper.title)}\n\t\t\t'
        f'<span  class="mgFileSize" ><img src="mgimages/logo-pdf-1.gif" alt="" /> PDF 98 KB</span>'
        " </a>\n</li>\n"
    )


def _row(found: Meeting, item: Item, night: int) -> str:
    number = f"{item.number}." if item.number else "&nbsp;"
    shown = [paper for paper in item.papers if paper.shown(night)]
    main = next((p for p in shown if p.kind in {"report", "earlier"}), None)
    title = escape(item.title) if main is None else _main(main, item.title)
    rest = [paper for paper in shown if paper is not main]
    listed = "".join(_further(paper, item) for paper in rest)
    parts = [f'<p  class="mgAiTitleTxt" >{title}</p>\n']
    if item.number == "2" and item.ask:
        parts.append(_word(item.ask))
    if listed:
        parts.append('<p class="mgSubItemTitleTxt">Additional documents:</p>\n\n'
                     f'<ul  class="mgBulletList" >\n{listed}\n</ul>\n')  # fmt: skip
    if item.decision is not None and found.minuted <= night:
        parts.append(
            '<ul  class="mgActionList" >\n<li><a  '
            f'href="ieDecisionDetails.aspx?AIId={item.decision}"  title="Link&#32;to&#32;decision">'
            f"View the decision for item {item.number}.</a></li>\n</ul>\n"
        )
    if item.number and found.minuted <= night:
        parts.append(
            f'<p class="mgSubItemTitleTxt">Minutes:</p>\n{minutes_of(found, item, item.cut)}'
        )
    return (
        f'<tr>\n\n<td  class="mgItemNumberCell" ><p  class="mgAiTitleTxt" >'
        f'<a name="AI{item.ident}" aria-disabled="true"></a>{number}</p></td>\n\n<td >\n\n'
        f"{''.join(parts)}\n</td>\n</tr>\n\n"
    )


def _main(paper: Paper, title: str) -> str:
    return (
        f'<a  class="mgAiTitleLnk"   href="documents/s{paper.number}/{escape(paper.title)}.pdf"  \n'
        f'title="Link&#32;to&#32;document">{escape(title)} <span  class="mgFileSize" >'
        '<img height="12" src="mgimages/logo-pdf-1.gif" width="12" alt="pdf icon" /> PDF 61 KB'
        "</span> </a>"
    )


def _further(paper: Paper, item: Item) -> str:
    title = escape(paper.title)
    link = (
        f'<a  href="documents/s{paper.number}/{title}.pdf"   title="Link to document">{title} '
        f'<span  class="mgHide" >, item {item.number}.</span>\n<span  class="mgFileSize" > '
        "PDF 602 KB</span> </a>"
    )
    if paper.secrecy == "flag":
        link += (
            ' <span class="mgRestrictedEnclosure"><img src="mgimages/padlock.gif" alt="" /></span>'
            f'<a href="mgReasonsRestricted.aspx?ID=1&amp;OID={paper.number}&amp;OT=A">'
            "View the reasons why this document is restricted</a>"
        )
    elif paper.secrecy == "unlinked":
        link = (
            f'{title} <a href="mgReasonsRestricted.aspx?ID=1&amp;OID={paper.number}&amp;OT=A">'
            "View the reasons why this document is restricted</a>"
        )
    return f"<li>\n{link}  </li>\n"


def minutes_of(found: Meeting, item: Item, cut: bool) -> str:
    """What the page gives as minutes of an item, cut where the system cuts it."""
    if item.number == "1":
        away = [name for name, _, status in found.people() if status != "Present"]
        return _word(f"Apologies were received from {away[0]}.")
    if item.number == "2" or not item.ask:
        return _word("RESOLVED: That the minutes of the last meeting be approved.")
    said = [
        f"The officer presented the report on {item.title.lower()}.",
        "The Committee asked the Head of Service to report back by 30 September 2026.",
        f"RESOLVED: That the Council {item.ask}.",
    ]
    if not cut:
        return _word(*said)
    tail = (
        f'{said[1][:38]} &nbsp;...&nbsp; <a href=\n"mgAi.aspx?ID={item.ident}" title=\n'
        f'"Link to view the full item text for item {item.number}., {escape(item.title)}">\n'
        f"view the full minutes text for item {item.number}.</a>"
    )
    return _word(said[0], tail)


def item(found: Meeting, wanted: Item, visit: int) -> str:
    """The page of one item."""
    day = f"{found.held:%A}, {found.held.day} {found.held:%B %Y} {found.starts}"
    body = _titled("Agenda item", escape(wanted.title)) + _content(
        f'<p  class="mgPlainTextLink" ><a  href="ieListDocuments.aspx?CId={found.committee_id}&amp;'
        f'MId={found.meeting_id}" >Meeting of {escape(found.body)}, {day} '
        f'(Item {wanted.number}.)</a></p>\n<p class="mgSubItemTitleTxt">Minutes:</p>\n'
        f"{minutes_of(found, wanted, False)}"
    )
    return shell(f"Agenda item - {wanted.title}", body, visit)


def decision(found: Meeting, wanted: Item, visit: int) -> str:
    """The notice of one decision."""
    day = f"{found.held.day:02d}/{found.held:%m/%Y}"
    body = _titled("Decision details", escape(wanted.title)) + _content(
        '<p><span  class="mgLabel" >Decision Maker: </span>'
        f'<a href="mgCommitteeDetails.aspx?ID={found.committee_id}">{escape(found.body)}</a></p>\n'
        '<p><span  class="mgLabel" >Decision status: </span>Recommendations Approved</p>\n'
        '<p><span  class="mgLabel" >Is Key decision?: </span>No</p>\n'
        f'<h2 class="mgSubItemTitleTxt">Decision:</h2>\n'
        f"{_word(f'RESOLVED: That the Council {wanted.ask}.')}"
        f'<p><span  class="mgLabel" >Publication date: </span>{day}</p>\n'
        f'<p><span  class="mgLabel" >Date of decision: </span>{day}</p>\n'
    )
    return shell(f"Decision - {wanted.title}", body, visit)


def attendance(found: Meeting, visit: int) -> str:
    """Who was at a meeting."""
    rows = "".join(
        f'<tr  class="mgTableOddRow" ><td><a  href="mgUserInfo.aspx?UID={100 + place}" >'
        f"{escape(name)}</a></td><td>{role}</td><td>{status}</td></tr>\n"
        for place, (name, role, status) in enumerate(found.people())
    )
    when = f"{found.held:%A}, {found.held.day} {found.held:%B %Y} {found.starts}"
    body = _titled("Attendance details", f"{escape(found.body)} - {when}") + _content(
        '<table  class="mgStatsTable"  summary="Table of attendance" >\n'
        "<caption>Meeting attendance</caption>\n<tr><th>Attendee</th><th>Role</th>"
        f"<th>Attendance</th></tr>\n{rows}</table>\n"
    )
    return shell("Attendance details", body, visit)


def _titled(title: str, below: str) -> str:
    sub = (
        f'<div class="mgSubTitle" >\n<h2 class="mgSubTitleTxt">{below}</h2>\n</div>\n'
        if below
        else ""
    )
    return f'<div class="mgHeader"><h1  class="mgMainTitleTxt" >{title}</h1></div>\n{sub}'


def _content(inner: str) -> str:
    return f'<div class="mgContent" >\n{inner}</div>\n'


def _word(*paragraphs: str) -> str:
    said = "".join(
        f'<p class="MsoNormal">{p if "<a" in p else _wrapped(p)}</p>\n' for p in paragraphs
    )
    return f'<div class="mgWordPara"><div class="WordSection1">\n{said}</div>\n</div> \n'


def _wrapped(text: str) -> str:
    return textwrap.fill(escape(text, quote=False), 66)
