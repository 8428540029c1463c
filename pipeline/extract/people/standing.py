"""What stands beside a name in a list: the post, the chair, whom somebody substitutes for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.extract.grammar.initials import are_initials, without_initials
from pipeline.extract.grammar.names import is_councillor, parse_person
from pipeline.extract.people.posts import Entry
from pipeline.lexicon import rule, words
from pipeline.records import AttendanceStatus, Attendee, Grouping

_SUBSTITUTE = rule("attendance", "substitute_for")
_SUBSTITUTED_BY = rule("attendance", "substituted")
_ELECTED = rule("attendance", "elected")
_ASIDE = rule("attendance", "aside")
_FOR = rule("attendance", "in_place_of")
_COUNCIL = rule("attendance", "council_initials")
_CLERK = rule("attendance", "clerk")
_BELONGS = rule("attendance", "belongs")
_PLAIN_MEMBER = rule("attendance", "plain_member")
_OF_ALL = rule("attendance", "said_of_all")
_REASON = rule("attendance", "reason")
_CHAIR_WITHIN = re.compile(r"\((chair\w*)\)\s+and\b", re.IGNORECASE)
"""'Non-Executive Director (Chairman) and voting member'."""
_IN_BRACKETS = re.compile(r"^\(\s*([^()]+)\)$")
_BRACKET_BEHIND = re.compile(r"(?P<post>[^()]{3,}?)\s*\((?P<aside>[^()]+)\)\W*")
_COMMA_BEHIND = re.compile(
    r"(?P<post>[^(),;]{3,}),\s*(?P<aside>(?:for|from|until|via|by|items?|remotely|online|joined|left|arrived)\b[^(),;]*)"
)
_NOT_THERE = re.compile(
    r"(?:was\s+)?not\s+(?:present|in\s+attendance)|did\s+not\s+attend", re.IGNORECASE
)
"""What stands behind a name in a list of those who came, or were sorry."""
_CHAIR = re.compile(r"chair(?!ing|ed)\w*", re.IGNORECASE)
_LED = re.compile(r"\bin\s+the\s+chair\b", re.IGNORECASE)
_COURTESY = re.compile(r"\s+(?:Mrs?|Ms|Miss|Dr)\.?$")
"""'Clerk Mrs Ash': a post, and how she is addressed."""
_BODY_BEHIND = re.compile(r"\w,\s*(?!SENCO\b|SENDCO\b|HR\b|IT\b|ICT\b|PA\b)[A-Z]{4,6}$")
"""'Director of Homes, NIHE': the post is at another body."""


def attendee(
    entry: Entry, status: str, group: str, printed: str, *, beside: str | None = None
) -> Attendee:
    """The record of one entry; `beside` is what a second column prints.

    Beside a councillor '(Chair)' tells who led the meeting; where nothing else is printed it is
    the office.
    """
    notes = [*entry.person.brackets, *_pieces(beside)]
    if entry.role:
        notes.append(entry.role)
    notes = [_without_aside(n) for n in notes]
    if any(map(_NOT_THERE.fullmatch, notes)):
        notes, status = [n for n in notes if not _NOT_THERE.fullmatch(n)], "absent"
    notes = [
        n
        for n in notes
        if not (_is_aside(n, entry.person.name) or _OF_ALL.match(n) or _REASON.match(n))
    ]
    notes = [n for note in notes for n in _led_apart(note) if not _is_aside(n, entry.person.name)]
    notes = [n for note in notes if (n := without_initials(note, entry.person.name))]
    notes = [_IN_BRACKETS.sub(r"\1", n) for n in notes]
    within = any(m and _is_chair(m[1]) for m in (_CHAIR_WITHIN.search(n) for n in notes))
    chair = (
        within
        or any(_is_chair(p) for n in notes for p in (n, *re.split(r"/|\s(?:&|and)\s", n)))
        or _is_chair(entry.person.honorific or "")
    )
    offices = [n for n in notes if not _is_chair(n) or _is_chair_office(n)]
    posts = [n for n in offices if not _PLAIN_MEMBER.match(n) and not _SUBSTITUTED_BY.match(n)]
    posts += [n for n in offices if _SUBSTITUTE.match(n)]
    posts = [p for p in posts if not _FOR.match(p)]
    if chair and not posts and not is_councillor(entry.person.honorific):
        # With nothing else beside the name, the printed office is the post: '(Chairman)'.
        posts = [n for n in entry.person.brackets if _CHAIR.fullmatch(n)]
    if status != "present":
        posts = [p for p in posts if _is_post(p)]
        if chair and not posts and not is_councillor(entry.person.honorific):
            posts = [n for n in notes if re.fullmatch(r"(?:the\s+)?chair\w*", n, re.IGNORECASE)]
    led = chair and status == "present" and entry.role is not None and bool(_LED.search(entry.role))
    posts = [" ".join(p.split()) for p in posts]
    role = ", ".join(dict.fromkeys(posts)) or _office(entry.person.honorific)
    return Attendee(
        name=entry.person.name,
        honorific=_honorific(entry.person.honorific),
        printed=" ".join(printed.split()).strip(" ,;"),
        role=role,
        # 'In Attendance: ... Mr Ash in the Chair': who led belongs to the body.
        grouping=grouping_of(
            "member" if led and group == "attending" else group, entry.person.honorific, role
        ),
        status=_status(status),
        chair=chair and status == "present",
        substitute_for=_substitute_for(notes),
    )


def _office(honorific: str | None) -> str | None:
    """The honorific that is itself the post, as American boards print it: 'Trustee Ash'."""
    office = _COURTESY.sub("", honorific or "")
    return office if office.lower() in words("people", "office_honorifics") else None


def _without_aside(note: str) -> str:
    """A post without the bracket that tells when its holder came: 'Head of Parks (for Item 4)'."""
    behind = _BRACKET_BEHIND.fullmatch(note) or _COMMA_BEHIND.fullmatch(note)
    return behind["post"] if behind and _ASIDE.search(behind["aside"]) else note


def _is_aside(note: str, name: str) -> bool:
    """A note that is no post: the name's own initials, when or by which means somebody came."""
    if _ASIDE.search(note) or note.isdigit():
        return True
    note = note.replace("’", "").replace("'", "")  # 'DO’H' for 'Dan O’Hara'
    if are_initials(note, name) and not _COUNCIL.fullmatch(note):
        return True
    if re.fullmatch(r"[A-Z]{3}", note) and _is_short(note, name):
        return True
    letters = re.sub(r"[^A-Z]", "", note)
    capitals = re.sub(r"[^A-Z]", "", name)
    return (
        letters == note.replace(".", "").replace(" ", "")
        and len(letters) >= 2
        and (
            letters == capitals
            or (
                letters[0] == capitals[:1]
                and letters[-1] in capitals
                and len(letters) <= len(name.split()) + 3
                and not _COUNCIL.fullmatch(letters)
            )
        )
    )


def _is_short(letters: str, name: str) -> bool:
    """Whether letters are an initial and how the surname begins: 'ARO' for 'Ada Rowan'."""
    tokens = name.upper().split()
    return len(tokens) > 1 and letters[0] == tokens[0][0] and tokens[-1].startswith(letters[1:])


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
    plain = re.sub(r"\b(?:cllr|councillor|mrs?|ms|miss|dr)\b|[^a-z\s/-]", " ", note.lower())
    said = " ".join(plain.split()).removeprefix("the ")
    return said in words("people", "chair_words") or _is_chair_office(note)


def _led_apart(note: str) -> list[str]:
    """'Secretary, chaired meeting', 'Chair (Parents)': a post, and that the person led."""
    led_in = re.fullmatch(r"(chair\w*)\s*\(([^()]+)\)", note, re.IGNORECASE)
    if led_in:
        return [led_in[1], led_in[2]]
    led_behind = re.fullmatch(r"(.+?)\s*\((chair\w*)\)", note, re.IGNORECASE)
    if led_behind:
        return [led_behind[1], led_behind[2]]
    led_too = re.fullmatch(r"(chair(?:man|woman|person)?)\s+(?:and|&)\s+(.+)", note, re.IGNORECASE)
    if led_too:
        return [led_too[1], led_too[2]]
    post, comma, led = note.rpartition(", ")
    return [post, led] if comma and _is_chair(led) else [note]


def _is_chair_office(note: str) -> bool:
    return " ".join(note.lower().split()) in words("people", "chair_offices")


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
        if _CLERK.match(post):
            return "officer"
        return "member"
    if is_councillor(honorific) or _ELECTED.search(post):
        return "councillor"
    if not post and honorific and honorific.lower() in words("people", "outside_honorifics"):
        return "guest"
    outside = _holds(post, "guest_words") and not re.search(r"\bofficer\b|\bdirector\b", post)
    outside = outside or (group == "attending" and _BODY_BEHIND.search(role or "") is not None)
    paid = not post or _holds(post, "officer_words")
    if group == "guest":
        paid = paid and "chief" in post
    return "guest" if outside or not paid else "officer"


def _holds(post: str, key: str) -> bool:
    return any(re.search(rf"\b{re.escape(w)}\b", post) for w in words("people", key))


def apology_grouping(
    entry: Entry,
    role: str | None,
    *,
    officers: bool,
    titled: bool | None = None,
    replaced: bool = False,
) -> Grouping:
    """The group of somebody who sent apologies: what the text or the paper's lists tell.

    `titled` says whether the members present are all called councillor (None: no list tells);
    `replaced`, that a substitute came. A post in brackets ('(Tenant Representative)') is a
    member's; who comes from somewhere ('Jo Bloggs of the LGA') is a guest.
    """
    post = (role or "").lower()
    if is_councillor(entry.person.honorific):
        return "officer" if officers else "member"
    if officers or is_officer(post):
        return "officer"
    if role and _COUNCIL.fullmatch(role):
        return "councillor"
    civic = rule("attendance", "civic_head").search(entry.person.honorific or "")
    if not entry.of and (replaced or civic or _BELONGS.search(post)):
        return "member"
    if entry.of or _holds(post, "guest_words"):
        return "guest"
    return "guest" if titled and (entry.person.honorific or post) else "member"


def is_officer(post: str) -> bool:
    """Whether a post is one of paid staff."""
    post = post.lower()
    if re.search(r"\b(?:member|councillor|representative|chair|governor|co-?opt\w*)\b", post):
        return False
    return _holds(post, "officer_words") and not _holds(post, "guest_words")
