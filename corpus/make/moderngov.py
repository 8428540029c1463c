"""Web pages of a meeting in the shape the common publishing system gives them."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape
from itertools import groupby

from .catalogue import Entry
from .markup import Fact, Line
from .meetings import Item, Meeting

HOST = "https://democracy.harrowmere.example"
_SPELL = ("Osei", "Lindqvist", "Odukoya", "Rhydderch", "Kazmi", "Eastmoor", "Calloway")
_WHOLE = 10_000


@dataclass(frozen=True)
class WebPage:
    """The page, and the facts of the meeting that a reader of it can still see."""

    html: str
    url: str
    facts: list[tuple[str | None, Fact]]


def _ids(meeting: Meeting) -> tuple[int, int]:
    """Committee and meeting numbers as the system would have dealt them out."""
    return meeting.body.committee_id, 6000 + meeting.held.toordinal() % 1000


def _item_id(meeting: Meeting, index: int) -> int:
    return _ids(meeting)[1] * 10 + index


def meeting_page(meeting: Meeting, entry: Entry, notes: dict[str, str]) -> WebPage:
    """The page of a whole meeting; one item may be cut, as the system cuts long ones."""
    committee, number = _ids(meeting)
    facts: list[tuple[str | None, Fact]] = []
    rows = []
    for index, item in enumerate(meeting.items):
        keep = entry.cut[1] if entry.cut and entry.cut[0] == item.number else _WHOLE
        facts += [(item.number, fact) for line in item.lines[:keep] for fact in line.facts]
        rows.append(_row(meeting, item, index, keep, notes.get(item.number or "", "")))
    when = f"{meeting.held:%A} {meeting.long_date} {meeting.starts[0].replace('.m.', 'm')}"
    heading = (
        f'<div class="mgHeader"><h1  class="mgMainTitleTxt" >Agenda and minutes</h1></div>\n'
        f'<div class="mgSubTitle" >\n<h2 class="mgSubTitleTxt">'
        f'<a  href="mgCommitteeDetails.aspx?ID={committee}" >'
        f"{escape(meeting.body.name)} - {when}</a></h2>\n</div>\n"
        f'<div class="mgLinks" >\n<ul  class="mgActionList" >\n'
        f'<li><a  href="mgMeetingAttendance.aspx?ID={number}" >Attendance details</a></li>\n'
        f'<li><a  href="mgChooseDocPack.aspx?ID={number}" >Agenda reports pack</a></li>\n'
        f"</ul>\n</div>\n"
    )
    content = (
        f'<div class="mgContent" >\n'
        f'<p><span  class="mgLabel" >Venue: </span>{escape(meeting.venue)}. '
        f'<a  href="mgLocationDetails.aspx?RID=3" > View directions</a></p>\n'
        f'<p><span  class="mgLabel" >Contact: </span>Democratic Services&nbsp;\n'
        f"Tel: 020 7946 0121</p>\n"
        f'<table class="mgItemTable"  summary="Table of agenda items" id="mgItemTable">\n'
        f'<caption  class="mgSectionTitle" >Items</caption>\n<tr>\n'
        f'<th class="mgHide" abbr="No" scope="col">No.</th>\n'
        f'<th class="mgHide" abbr="Item" scope="col">Item</th>\n</tr>\n'
        f"{''.join(rows)}</table>\n</div>\n"
    )
    title = f"Agenda for {meeting.body.name} on {when}" if entry.headed else "Agenda and minutes"
    body = (heading if entry.headed else "") + content
    url = f"{HOST}/ieListDocuments.aspx?CId={committee}&MId={number}&Ver=4"
    return WebPage(_shell(title, body), url, facts)


def item_page(meeting: Meeting, wanted: str, notes: dict[str, str]) -> WebPage:
    """The page of a single item, where the full text of a cut one is to be found."""
    committee, number = _ids(meeting)
    index = next(i for i, item in enumerate(meeting.items) if item.number == wanted)
    item = meeting.items[index]
    when = f"{meeting.held:%A}, {meeting.long_date} {meeting.starts[0]}"
    body = (
        f'<div class="mgHeader"><h1  class="mgMainTitleTxt" >Agenda item</h1></div>\n'
        f'<div class="mgSubTitle" >\n'
        f'<h2 class="mgSubTitleTxt">{escape(item.title)}</h2>\n</div>\n'
        f'<div class="mgContent" >\n<p  class="mgPlainTextLink" >'
        f'<a  href="ieListDocuments.aspx?CId={committee}&amp;MId={number}" >'
        f"Meeting of {escape(meeting.body.name)}, {when} (Item {item.number}.)</a></p>\n"
        f"{_note(notes.get(wanted, ''))}{_minutes(meeting, item, index, _WHOLE)}</div>\n"
    )
    facts = [(item.number, fact) for line in item.lines for fact in line.facts]
    url = f"{HOST}/mgAi.aspx?ID={_item_id(meeting, index)}"
    return WebPage(_shell(f"Agenda item - {item.title}", body), url, facts)


def _row(meeting: Meeting, item: Item, index: int, keep: int, note: str) -> str:
    ident = _item_id(meeting, index)
    number = f"{item.number}." if item.number else "&nbsp;"
    title = escape(item.title)
    if note == "document":
        title = (
            f'<a  class="mgAiTitleLnk"   href="documents/s{ident}/{title}.pdf" >{title} '
            f'<span  class="mgFileSize" ><img height="12" src="mgimages/logo-pdf-1.gif" '
            f'width="12" alt="pdf icon" /> PDF {90 + index * 37} KB</span> </a>'
        )
    return (
        f'<tr>\n\n<td  class="mgItemNumberCell" ><p  class="mgAiTitleTxt" >'
        f'<a name="AI{ident}" aria-disabled="true"></a>{number}</p></td>\n\n<td >\n\n'
        f'<p  class="mgAiTitleTxt" >{title}</p>\n'
        f"{_note('' if note == 'document' else note)}"
        f"{_minutes(meeting, item, index, keep)}\n</td>\n</tr>\n\n"
    )


def _note(note: str) -> str:
    return _word(f'<p class="MsoNormal">{_wrapped(note)}</p>\n') if note else ""


def _minutes(meeting: Meeting, item: Item, index: int, keep: int) -> str:
    parts = []
    for kind, group in groupby(item.lines[:keep], key=lambda line: line.kind):
        paragraphs = [_paragraph(line) for line in group]
        if kind == "bullet":
            listed = "".join(paragraphs)
            parts.append(f'<ul style="list-style-type: disc">\n{listed}</ul>\n')
        else:
            parts += paragraphs
    if keep < len(item.lines):
        words = " ".join(item.lines[keep].text.split()[:14])
        parts.append(
            f'<p class="MsoNormal">{_wrapped(words)} &nbsp;...&nbsp; <a href=\n'
            f'"mgAi.aspx?ID={_item_id(meeting, index)}" title=\n'
            f'"Link to view the full item text for item {item.number}., {escape(item.title)}">\n'
            f"view the full minutes text for item {item.number}.</a></p>\n"
        )
    body = '<p class="MsoNormal">&nbsp;</p>\n'.join(parts)
    return f'<p class="mgSubItemTitleTxt">Minutes:</p>\n{_word(body)}'


def _word(inner: str) -> str:
    return f'<div class="mgWordPara"><div class="WordSection1">\n{inner}</div>\n</div> \n'


def _paragraph(line: Line) -> str:
    text = _wrapped(line.text)
    if line.kind == "bullet":
        return f'<li class="MsoNormal">{text}</li>\n'
    if line.kind == "number":
        return f'<p class="MsoNormal" style="">{line.label}&nbsp;&nbsp;&nbsp;{text}</p>\n'
    if line.kind == "strong":
        return f'<p class="MsoNormal"><b style="">{text}</b></p>\n'
    if text.startswith("RESOLVED:"):
        text = f'<b style="">RESOLVED:</b>{text.removeprefix("RESOLVED:")}'
    return f'<p class="MsoNormal">{text}</p>\n'


def _wrapped(text: str) -> str:
    """Wrapped as the editor wraps, with the stray spans it leaves around names it cannot spell."""
    folded = escape(textwrap.fill(text, 66, break_on_hyphens=False), quote=False)
    for name in _SPELL:
        folded = folded.replace(name, f'<span class="SpellE">{name}</span>')
    return folded.replace("\u2019", "&rsquo;")


def _shell(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)} - Harrowmere Council</title>\n"
        '<link href="sitespecific/ssMgStyles.css" rel="stylesheet" type="text/css" />\n'
        '</head>\n<body>\n<a class="sr-only" href="#mgMainContent">Skip to main content</a>\n'
        '<header><img src="SiteSpecific/res/img/Logo.png" alt="Harrowmere Council" /></header>\n'
        '<nav class="side-nav"><ul class="menu-list">\n'
        '<li><a href="mgCalendarMonthView.aspx?GL=1&amp;bcr=1">Calendar</a></li>\n'
        '<li><a href="mgListCommittees.aspx?bcr=1">Committees</a></li>\n'
        '<li><a href="mgMemberIndex.aspx?bcr=1">Councillors</a></li>\n'
        '<li><a href="mgWhatsNew.aspx?bcr=1">What\'s New</a></li>\n</ul></nav>\n'
        '<a class="is-hidden" name="mgMainContent"></a>\n'
        f'<div id="modgov">\n{body}<div class="mgFooter" ><p>&nbsp;</p></div>\n</div>\n'
        "<footer><small>&copy; 2026 London Borough of Harrowmere</small></footer>\n"
        "</body>\n</html>\n"
    )
