"""Which body met, by the statement of its minutes: 'Minutes of the Homes Panel held on ...'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Passage
from pipeline.extract.grammar.dates import first_date
from pipeline.extract.grammar.given_names import is_given_name
from pipeline.extract.grammar.titlecase import title_case
from pipeline.extract.header.body_name import (
    clean_name,
    without_registration,
)
from pipeline.extract.header.facts import Facts
from pipeline.lexicon import rule

_BODY_WORD = rule("meetings", "body")
_MINUTES_OF = rule("meetings", "minutes_of")
_ABOVE = rule("meetings", "named_above")
_NOT_BODY = rule("meetings", "not_a_body")
_VENUE_LABEL = rule("meetings", "venue_label")
_ENDS = rule("meetings", "body_ends")
_IS_BODY = rule("meetings", "meeting_is_body")
_GENERIC = rule("meetings", "generic_body")
_HOUSE = rule("meetings", "house_of_a_body")
"""'Council Chamber': a place, though a body is in its name."""
_ISSUE = rule("meetings", "page_of_one_item")
"""A page of one issue names its meeting: 'Meeting: 21/07/2009 - Executive (Item 49)'."""
_PAGE_KIND = rule("pages", "kind")
"""'Agenda and minutes': below it the page's title names whatever body it is."""
_SITE = rule("meetings", "site_name")
_OFFICER = re.compile(
    r"\b(?:chief\s+executive|town\s+clerk|proper\s+officer|director\s+of|head\s+of)\b",
    re.IGNORECASE,
)
"""'Jo Bloggs Chief Executive' signs the summons, or stands in a list of those who came."""
_LIST = re.compile(r"\b(?:present|attendance|apologies)\s*:", re.IGNORECASE)
"""'Council Staff Present: Jo Tarn' lists who came."""
UNNAMED = re.compile(
    r"\W*(?:[Dd]raft\s+)?[Mm]inutes\s+of\s+(?:an?\s+|the\s+)?(?:committee|board|council)\s+meeting"
)
_TITLED = re.compile(r"(?:Mrs?|Ms|Miss|Dr|Prof|Cllr|Councillor|Sir|Lord)\b\.?\s")
_IN_BRACKETS = re.compile(r"(?P<given>[A-Z][a-z]+)\s[A-Z][\w’'-]+\s\(")
_PREDICATE = re.compile(r"\b(?:may|will|shall|can|must)\s+be\b")
"""'Decisions of the Plans Panel may be appealed' states nothing of a meeting."""
_OF_MEETING = re.compile(r"\b(?:meeting|A\.?G\.?M\.?)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_NAMED = re.compile(r"(?:[A-Z][a-z'’]+\s+){1,4}[A-Z][a-z]+$")
"""'Minutes of the Annual General Meeting of Ash Bell Ringers': a body, whatever it calls itself."""
_GOVERNS = rule("meetings", "governing_part")
_ENDS_SO = re.compile(r"(?<=meeting)\s*\.\s*$|\s+$", re.IGNORECASE)
"""'Ash Parish Council Extraordinary meeting.': a title, its full stop notwithstanding."""
_LONGEST_NAME = 6
"""Words of a name, at most."""
SHORT = re.compile(r"(?!(?:AGM|EGM|SGM|AOB|TBC|THE|AND|FOR|OUR|ALL|ANY)$)[A-Z]{3,6}")
"""'Minutes from TMG meeting held ...': a body known by its initials."""
_BARE_NAME = rule("meetings", "bare_name")
"""'Homeowners Association': what kind of body it is, where the line above says whose."""
_AUTHORITY = re.compile(r"\b(?:council|borough|authority)\b", re.IGNORECASE)
_PART_OF = re.compile(
    r"(?P<authority>.{3,70}?\b(?:council|borough|authority))[’']?s?[’']?,?\s+(?P<part>.+)",
    re.IGNORECASE,
)
"""'Harrow Town Council’s Greens Committee', 'Harrow Town Council, Greens Committee'."""


def without_site(head: Sequence[Passage]) -> Sequence[Passage]:
    """The head of a web page without the names of the council's site above 'Agenda and minutes'."""
    kinds = (n for n, p in enumerate(head) if _PAGE_KIND.fullmatch(p.text) and " and " in p.text)
    below = next(kinds, 0)
    return [p for n, p in enumerate(head) if n >= below or not _SITE.fullmatch(p.text.strip())]


def states_meeting(text: str) -> bool:
    """Whether a line of the page of one item or decision says of which meeting it is."""
    return _ISSUE.match(text) is not None


def read_body(
    facts: Facts,
    statement: Passage,
    before: Sequence[Passage],
    after: Sequence[Passage] = (),
) -> None:
    """Take the body that a statement of the head names; `before` is what stands above it.

    `after` is the line below, where it may say whose board met.
    """
    issue = _ISSUE.match(statement.text)
    if issue is not None and facts.body is None:
        facts.body = (issue["body"] or issue["linked"]).strip()
        facts.read(statement)
        return
    match = _MINUTES_OF.match(statement.text)
    if match is None or _PREDICATE.search(match["body"]):
        return
    body = clean_name(_whole_name(statement.text, match)).rstrip("’'")
    if facts.body is not None and not _says_more(body, facts.body):
        _read_part(facts, statement, match)
        return
    if _ABOVE.match(body) or not _BODY_WORD.search(body):
        titles = [t for t in before if is_title(t.text)]
        if titles:
            facts.read(titles[-1])
            above = name_above(before, titles[-1])
            body = clean_name(f"{above.text.strip() if above else ''} {titles[-1].text}")
        elif SHORT.fullmatch(body):
            facts.body = body
            facts.read(statement)
            return
        elif not (_OF_MEETING.search(statement.text[: match.start("body")]) and _NAMED.match(body)):
            return
    if _GENERIC.fullmatch(body):
        body = _stood_for(facts, body, before)
    organisation = _organisation(body, before) or _organisation(body, after)
    if organisation is not None:
        facts.read(organisation)
        body = f"{organisation.text.strip()} {title_case(body)}"
    if body.islower() and (kind := _GENERIC.fullmatch(body)):
        if " " not in kind["kind"]:
            return  # 'Minutes of committee meeting held ...' names none
        body = kind["kind"].title()
    set_body(facts, body)
    facts.read(statement)
    if facts.authority is None:
        _read_authority(facts, before)


def _stood_for(facts: Facts, generic: str, before: Sequence[Passage]) -> str:
    """What 'the Council' stands for: the name that a title above says, on one line or two."""
    titles = [t for t in before if is_title(t.text)]
    named = [t for t in titles if not _GENERIC.fullmatch(clean_name(t.text))]
    if named and _answers(generic, named[-1].text):
        facts.read(named[-1])
        return clean_name(named[-1].text)
    joined = _joined(before)
    return joined if joined is not None and _answers(generic, joined) else generic


def _joined(before: Sequence[Passage]) -> str | None:
    """The name that two lines above hold: 'ASH WITH ELM' over 'COMMUNITY COUNCIL'."""
    for at in range(len(before) - 1, 0, -1):
        above = name_above(before, before[at])
        if above is not None:
            return title_case(f"{above.text.strip()} {clean_name(before[at].text)}")
    return None


def _organisation(body: str, before: Sequence[Passage]) -> Passage | None:
    """The line above that names whose 'Council of Management' or 'Board of Directors' met."""
    if not _GOVERNS.match(body):
        return None
    lines = (p for p in reversed(before) if is_title(p.text) or _is_plain_name(p.text))
    return next(lines, None)


def _is_plain_name(text: str) -> bool:
    """Whether a line may be a name that has no word of a body: 'Ash Transport District'."""
    text = text.strip()
    plain = len(text.split()) <= _LONGEST_NAME and first_date(text) is None and text[-1:].isalnum()
    numbered = any(c.isdigit() for c in text.replace("#", "")) and "#" not in text
    return plain and text[:1].isupper() and not numbered and not _NOT_BODY.match(text)


def _says_more(body: str, known: str) -> bool:
    """Whether a second statement names in full what the first calls 'Committee' and no more."""
    word = known.casefold()
    return _GENERIC.fullmatch(known) is not None and body.casefold().endswith(f" {word}")


def _read_part(facts: Facts, statement: Passage, match: re.Match[str]) -> None:
    """A statement may say which committee of the council that was named above has met."""
    found = _PART_OF.match(_whole_name(statement.text, match))
    if found is None or facts.body is None or not _BODY_WORD.search(found["part"]):
        return
    if found["authority"].casefold() == facts.body.casefold():
        facts.authority, facts.body = facts.body, title_case(clean_name(found["part"]))
        facts.read(statement)


def _answers(generic: str, title: str) -> bool:
    """Whether a title above may be what 'the Council' or 'Meeting' stands for."""
    words = [w for w in generic.casefold().split() if w not in {"the", "meeting", "annual"}]
    return not words or words[-1] in title.casefold() or "council" not in title.casefold()


def _whole_name(text: str, match: re.Match[str]) -> str:
    """The name from where it begins, commas and all, to its last word of a body."""
    name = match["body"]
    after = text[match.end("body") :]
    of_parish = re.match(r"\s+(?:meeting|assembly)\b", after, re.IGNORECASE)
    if of_parish and _IS_BODY.search(name):
        return name + of_parish.group()
    if not after.startswith(","):
        return name
    rest = text[match.start("body") :]
    end = _ENDS.search(rest)
    rest = rest[: end.start()] if end else rest[:160]
    words = list(_BODY_WORD.finditer(rest))
    # 'the Parish Council, Ash Hall' is no name; 'Roads, Parks and Transport Committee' is.
    if not words or first_date(rest) or rest[words[-1].end() :].strip(" ,."):
        return name
    return rest[: words[-1].end()]


def set_body(facts: Facts, name: str) -> None:
    """Take a body's name; of 'Harrow Town Council, Greens Committee' the authority apart."""
    found = _PART_OF.fullmatch(name)
    if found and _BODY_WORD.search(found["part"]) and _is_part(name, found):
        facts.authority = title_case(found["authority"])
        name = found["part"]
    facts.body = title_case(name)


def _is_part(name: str, found: re.Match[str]) -> bool:
    between = name[found.end("authority") : found.start("part")]
    return between.strip() != ""


def _read_authority(facts: Facts, before: Sequence[Passage]) -> None:
    body = facts.body or ""
    for title in before:
        if _AUTHORITY.search(title.text) and len(title.text) < 70:
            name = title_case(title.text.strip())
            if body.casefold().endswith(f" {name.casefold()}"):
                continue  # the second line of the body's own name
            if re.fullmatch(r"(?:town|parish|community) council", body, re.IGNORECASE):
                # A local council is its own authority: 'the Town Council' is the one named above.
                if name.casefold().endswith(body.casefold()):
                    facts.body = name
                    return
            elif clean_name(name).casefold() != body.casefold() and first_date(name) is None:
                facts.authority = name
                return


def is_title(text: str) -> bool:
    """Whether a line is short and named like a body."""
    return (
        len(text) < 110
        and _BODY_WORD.search(_HOUSE.sub("", text)) is not None
        and not _NOT_BODY.match(text)
        and not _VENUE_LABEL.match(text)
        and not _OFFICER.search(text)
        and not _LIST.search(text)
        and not UNNAMED.match(text)
        and not text.lower().rstrip().endswith("meetings")
        and not without_registration(_ENDS_SO.sub("", text)).endswith((".", ":"))
        and not re.search(r"\b(?:will|was|were|is|are|has|have|can|may)\b", text)
        and not _names_somebody(text)
    )


def _names_somebody(text: str) -> bool:
    """'Prof. L Ash – Director (Chairman) of the Board', 'Jo Bloggs (Cabinet Office)': a person."""
    bracketed = _IN_BRACKETS.match(text)
    called = bracketed is not None and is_given_name(bracketed["given"])
    return called or _TITLED.match(text) is not None


def name_above(head: Sequence[Passage], title: Passage) -> Passage | None:
    """The line above a title of a head, where the name that the title ends begins there."""
    at = next(n for n, p in enumerate(head) if p is title)
    if not 0 < at <= _LONGEST_NAME or not _BARE_NAME.fullmatch(clean_name(title.text)):
        return None
    above = head[at - 1]
    return above if _is_plain_name(above.text) and not _BODY_WORD.search(above.text) else None
