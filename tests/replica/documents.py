"""The bytes of the replica's documents: small PDFs with a text layer, the same at every call."""

from __future__ import annotations

import textwrap
from functools import lru_cache

from tests.replica.council import AUTHORITY, Item, Meeting, Paper
from tests.run.made import text_pdf

_LINES = 46


def document(meeting: Meeting, item: Item | None, paper: Paper, night: int) -> bytes:
    """The PDF that the address of a paper gives on a night."""
    lines = _lines(meeting, item, paper, paper.revision(night))
    return _pdf(tuple(lines))


@lru_cache(maxsize=1024)
def _pdf(lines: tuple[str, ...]) -> bytes:
    wrapped = [part for line in lines for part in textwrap.wrap(line, 84) or [""]]
    pages = [wrapped[i : i + _LINES] for i in range(0, len(wrapped), _LINES)]
    return text_pdf(pages)


def _lines(meeting: Meeting, item: Item | None, paper: Paper, revision: int) -> list[str]:
    if paper.kind == "minutes":
        return minutes(meeting)
    if paper.kind == "earlier":
        return ["DRAFT", *minutes(paper.of or meeting)]
    if paper.kind == "decisions":
        return [*_head(meeting, "Decisions taken at the meeting of"), *_decisions(meeting)]
    if paper.kind in {"agenda", "pack", "supplement"}:
        return agenda(meeting, paper)
    return _report(meeting, item, paper, revision)


def minutes(meeting: Meeting) -> list[str]:
    """The minutes of a meeting, as lines."""
    people = meeting.people()
    here = [f"{name} (Chair)" if role == "Chair" else name
            for name, role, status in people if status == "Present"]  # fmt: skip
    away = [name for name, _, status in people if status != "Present"]
    lines = _head(meeting, "Minutes of the meeting of")
    lines += ["Present:", *here, "", "In attendance:", "Hester Vane (Committee Officer)", ""]
    lines += ["1. Apologies for absence", "", f"Apologies were received from {away[0]}.", ""]
    for item in meeting.items[1:]:
        if not item.number:
            continue
        lines += [f"{item.number}. {item.title}", ""]
        lines += _said(item)
    return [*lines, "The meeting closed at 9.05 pm."]


def _said(item: Item) -> list[str]:
    if item.number == "2":
        return ["RESOLVED: That the minutes of the last meeting be approved.", ""]
    if not item.ask:
        return ["RESOLVED: That the press and public be excluded.", ""]
    return [
        f"The officer presented the report on {item.title.lower()}.",
        "",
        "The Committee asked the Head of Service to report back by 30 September 2026.",
        "",
        f"RESOLVED: That the Council {item.ask}.",
        "",
    ]


def agenda(meeting: Meeting, paper: Paper) -> list[str]:
    """The agenda's front sheet, as lines."""
    lines = [*_head(meeting, "Agenda for the meeting of"), paper.title, ""]
    for item in meeting.items:
        lines += [f"{item.number}. {item.title}" if item.number else item.title, ""]
    return lines


def _decisions(meeting: Meeting) -> list[str]:
    return [
        line
        for item in meeting.items
        if item.ask and item.number not in {"1", "2"}
        for line in (f"{item.number}. {item.title}", f"RESOLVED: That the Council {item.ask}.", "")
    ]


def _head(meeting: Meeting, what: str) -> list[str]:
    day = f"{meeting.held:%A} {meeting.held.day} {meeting.held:%B %Y}"
    return [AUTHORITY, "", f"{what} the {meeting.body} held on", f"{day} at {meeting.starts}",
            "in the Council Chamber, Alder House", ""]  # fmt: skip


def _report(meeting: Meeting, item: Item | None, paper: Paper, revision: int) -> list[str]:
    day = f"{meeting.held.day} {meeting.held:%B %Y}"
    ask = item.ask if item and item.ask else "note the report"
    secret = paper.secrecy == "inside"
    lines = (
        ["NOT FOR PUBLICATION", "By virtue of paragraph 3 of Schedule 12A", ""] if secret else []
    )
    lines += [AUTHORITY, "", f"{meeting.body}, {day}", "", f"Report title: {paper.title}",
              "Report author: Hester Vane, Head of Service", ""]  # fmt: skip
    if paper.secrecy:
        lines += ["SECRET MATTER", ""]
    if paper.kind == "report":
        lines += ["Recommendations", "", f"1. That the Council {ask}.", ""]
    lines += [
        f"This is paper {paper.number} of the {meeting.body}. It tells of what was found.",
        "",
    ]
    if revision > 1:
        lines += ["Corrected on the day after publication: the cost is 41,000 pounds.", ""]
    return lines
