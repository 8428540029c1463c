"""The addresses of a ModernGov site: making them, and telling what each one names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

Kind = Literal[
    "document",
    "item_page",
    "issue_page",
    "decision_notice",
    "attendance",
    "pack_choice",
    "meeting",
    "committee",
    "reasons",
    "other",
]
_DOCUMENT = re.compile(r"/documents/([sgb])(\d{1,10})/", re.IGNORECASE)
_SESSION = re.compile(r"/\((?:[A-Z]\([^()/]*\))+\)(?=/)")
"""A session's token in the path; it is another one at every visit."""
_PAGES: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "mgai.aspx": ("item_page", ("id",)),
    "ieissuedetails.aspx": ("issue_page", ("iid",)),
    "iedecisiondetails.aspx": ("decision_notice", ("aiid", "id")),
    "mgmeetingattendance.aspx": ("attendance", ("id",)),
    "mgchoosedocpack.aspx": ("pack_choice", ("id",)),
    "ielistdocuments.aspx": ("meeting", ("mid", "meetingid")),
    "mgcommitteedetails.aspx": ("committee", ("id",)),
    "ielistmeetings.aspx": ("committee", ("cid", "committeeid")),
    "mgreasonsrestricted.aspx": ("reasons", ("oid", "id")),
    "mgconvert2pdf.aspx": ("document", ("id",)),
}
_SHORT: dict[Kind, str] = {
    "item_page": "ai",
    "issue_page": "ii",
    "attendance": "ma",
    "meeting": "m",
    "pack_choice": "cp",
    "reasons": "x",
}


@dataclass(frozen=True)
class Named:
    """What an address names on the site."""

    kind: Kind
    number: int | None = None
    key: str | None = None
    """The thing's own name, equal for all the addresses by which it can be had."""
    form: str | None = None
    """Of a document that the site puts together: which one, '1' for the printed minutes."""


def absolute(base: str, href: str) -> str | None:
    """The address that `href` means on the page `base`; None for one that can't be fetched.

    Pages write blanks, and even line breaks, into addresses.
    """
    try:
        joined = urljoin(base, re.sub(r"[\r\n\t]+", " ", href.strip()))
        parts = urlsplit(joined)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    path = _SESSION.sub("", parts.path)
    del port  # read so that a port out of range is found here
    return urlunsplit(
        (
            parts.scheme,
            parts.netloc.rpartition("@")[2].lower(),
            quote(unquote(path), safe="/()!*',:;=@&+$~.-_"),
            quote(parts.query, safe="=&%+,:;@/!*'()$~.-_?"),
            "",
        )
    )


def is_within(url: str, base: str) -> bool:
    """Whether `url` is on the host of `base`, and not less protected than it."""
    one, other = urlsplit(url), urlsplit(base)
    if one.scheme != other.scheme and (one.scheme, other.scheme) != ("https", "http"):
        return False
    return one.hostname == other.hostname and _port(one.port) == _port(other.port)


def _port(port: int | None) -> int | None:
    return None if port in {80, 443} else port


def named(url: str) -> Named:
    """What an absolute address names."""
    parts = urlsplit(url)
    query = {name.lower(): value for name, value in parse_qsl(parts.query)}
    form = query.get("t", "")
    form = form if form.isdigit() else ""
    found = _DOCUMENT.search(unquote(parts.path))
    if found:
        letter, number = found[1].lower(), int(found[2])
        key = f"{letter}{number}" + (f"-T{form}" if form and letter != "s" else "")
        return Named("document", number, key, form or None)
    page = parts.path.rpartition("/")[2].lower()
    kind, names = _PAGES.get(page, ("other", ()))
    value = next((query[n] for n in names if query.get(n, "").isdigit()), None)
    if value is None or len(value) > 10:
        return Named("other")
    number = int(value)
    if page == "mgconvert2pdf.aspx":
        # With a form it is a paper that the site puts together, and the number an agenda's.
        return Named("document", number, f"g{number}-T{form}" if form else f"s{number}", form)
    return Named(kind, number, _key(kind, number, query))


def _key(kind: Kind, number: int, query: dict[str, str]) -> str | None:
    if kind == "decision_notice":
        return f"di{number}" if "aiid" in query else f"dd{number}"
    if kind == "reasons" and query.get("ot", "").lower() == "a":
        return f"s{number}"  # of an attachment: the document's own number
    if kind == "pack_choice" and query.get("sid", "").isdigit():
        return f"cp{number}-{query['sid'][:10]}"
    return f"{_SHORT[kind]}{number}" if kind in _SHORT else None


def committees_page(base: str) -> str:
    """The list of all bodies."""
    return urljoin(base, "mgListCommittees.aspx?bcr=1")


def meetings_page(base: str, committee: int, year: int) -> str:
    """The list of a body's meetings in a year; 0 means all of them."""
    return urljoin(base, f"ieListMeetings.aspx?CId={committee}&Year={year}")


def meeting_page(base: str, committee: int, meeting: int) -> str:
    """The page of one meeting."""
    return urljoin(base, f"ieListDocuments.aspx?CId={committee}&MId={meeting}&Ver=4")


def service(base: str, operation: str, **parameters: str | int) -> str:
    """An operation of the web service."""
    query = "&".join(f"{name}={quote(str(value), safe='/')}" for name, value in parameters.items())
    return urljoin(base, f"mgWebService.asmx/{operation}" + (f"?{query}" if query else ""))


def service_date(day: date) -> str:
    """A date as the service wants it; it takes other forms too, and then ignores the range."""
    return f"{day:%d/%m/%Y}"
