"""What stands beside a name in a list: the post, the chair, whom somebody substitutes for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.extract.lexicon import words
from pipeline.extract.names import is_councillor, parse_person
from pipeline.extract.people_lists import Entry
from pipeline.records import AttendanceStatus, Attendee, Grouping

_SUBSTITUTE = re.compile(r"\bsubstitut(?:e|ing|ed)\s+(?:for\s+)?(?P<name>.+)$", re.IGNORECASE)
_SUBSTITUTED_BY = re.compile(r"substitut|deputis", re.IGNORECASE)
_ELECTED = re.compile(
    r"\b(?:cabinet|executive|ward|portfolio)\s+(?:member|holder)\b|\bcouncillor\b|\bleader\s+of\b"
)
_PLAIN_MEMBER = re.compile(r"^(?:board\s+|committee\s+|full\s+)?members?$", re.IGNORECASE)


def attendee(
    entry: Entry, status: str, group: str, printed: str, *, beside: str | None = None
) -> Attendee:
    """The record of one entry; `beside` is what a second column prints."""
    notes = [*entry.person.brackets, *_pieces(beside)]
    if entry.role:
        notes.append(entry.role)
    chair = any(_is_chair(n) for n in notes) or _is_chair(entry.person.honorific or "")
    offices = [n for n in notes if not _is_chair(n)]
    posts = [n for n in offices if not _PLAIN_MEMBER.match(n) and not _SUBSTITUTED_BY.match(n)]
    posts += [n for n in offices if _SUBSTITUTE.search(n)]
    if chair and not posts:
        # With nothing else beside the name, the printed office is the post: '(Chairman)'.
        posts = [n for n in entry.person.brackets if re.fullmatch(r"chair\w*", n, re.IGNORECASE)]
    if status != "present":
        posts = [p for p in posts if _is_post(p)]
    role = ", ".join(dict.fromkeys(posts)) or None
    return Attendee(
        name=entry.person.name,
        honorific=_honorific(entry.person.honorific),
        printed=" ".join(printed.split()).strip(" ,;"),
        role=role,
        grouping=grouping_of(group, entry.person.honorific, role),
        status=_status(status),
        chair=chair and status == "present",
        substitute_for=_substitute_for(notes),
    )


def _pieces(text: str | None) -> list[str]:
    """A second column's text without its brackets: '(Executive Mayor)' and '– (Legal)' alike."""
    if not text:
        return []
    found = re.findall(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)", text)
    outside = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", "", text).strip(" –—-,;")
    if found and not outside:
        return [f.strip() for f in found]
    return [text.strip(" –—-,;").strip()] if text.strip(" –—-,;") else []


def _is_chair(note: str) -> bool:
    plain = " ".join(re.sub(r"\bcllr\b|\bcouncillor\b|[^a-z\s-]", " ", note.lower()).split())
    return plain.removeprefix("the ") in words("people", "chair_words")


def _is_post(note: str) -> bool:
    """Whether a note in a list of apologies is a post, and not a reason ('unwell')."""
    spoken = re.findall(r"[A-Za-z'’-]+", note)
    roles = words("people", "role_words")
    return any(w.lower() in roles for w in spoken) or any(w[0].isupper() for w in spoken)


def _substitute_for(notes: Iterable[str]) -> str | None:
    for note in notes:
        match = _SUBSTITUTE.search(note)
        person = parse_person(match["name"]) if match else None
        if person is not None:
            return person.name
    return None


def _status(status: str) -> AttendanceStatus:
    known: dict[str, AttendanceStatus] = {
        "present": "present",
        "apologies": "apologies",
        "late": "late",
        "absent": "absent",
    }
    return known[status]


def _honorific(printed: str | None) -> str | None:
    if printed is None:
        return None
    return re.sub(r"^(?:chair\w*|the)\s+(?=\w)", "", printed, flags=re.IGNORECASE)


def grouping_of(group: str, honorific: str | None, role: str | None) -> Grouping:
    """The group of somebody in a list that opened as `group`, by honorific and post."""
    post = (role or "").lower()
    fixed: dict[str, Grouping] = {"councillor": "councillor", "officer": "officer"}
    if group in fixed:
        return fixed[group]
    if group == "member":
        return "officer" if re.match(r"(?:parish |town |the )?clerk\b", post) else "member"
    if is_councillor(honorific) or _ELECTED.search(post):
        return "councillor"
    outside = _holds(post, "guest_words") and not re.search(r"\bofficer\b|\bdirector\b", post)
    paid = not post or _holds(post, "officer_words")
    if group == "guest":
        paid = paid and "chief" in post
    return "guest" if outside or not paid else "officer"


def _holds(post: str, key: str) -> bool:
    return any(re.search(rf"\b{re.escape(w)}\b", post) for w in words("people", key))


def apology_grouping(entry: Entry, role: str | None, *, officers: bool) -> Grouping:
    """The group of somebody who sent apologies: what the text tells, else a member of the body.

    A post in brackets beside a name ('(Tenant Representative)') is a member's; who comes from
    somewhere ('Jo Bloggs of the LGA') is a guest.
    """
    post = (role or "").lower()
    if officers or (not is_councillor(entry.person.honorific) and _is_officer(post)):
        return "officer"
    return "guest" if entry.of and not is_councillor(entry.person.honorific) else "member"


def _is_officer(post: str) -> bool:
    if re.search(r"\b(?:member|councillor|representative|chair|governor|co-?opt\w*)\b", post):
        return False
    return _holds(post, "officer_words") and not _holds(post, "guest_words")
