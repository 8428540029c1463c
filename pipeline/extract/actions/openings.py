"""What a line opens below it: a list of actions, or a decision, which is none.

Lead-ins are data: `models/lexicon/business.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Paragraph
from pipeline.extract.decisions.lists import is_bullet_within
from pipeline.extract.decisions.text import tells_more
from pipeline.extract.grammar.undertakings import is_promise
from pipeline.lexicon import pattern, rule
from pipeline.records import ActionOrigin

_WHOLE = 6
"""Words of a decision that is stated on its line at least."""
_ANNOUNCES = re.compile(r"\bfollow(?:s|ing)\b|\bbelow\b|^\W*\w+\W+\(?[1ai][).]")
_REMARK = re.compile(r"[:–-]\s*\([^()]*\)\W*$")
_AGREED = re.compile(r"\W*Agreed\s+that\b")
_CAPITALS = re.compile(r"\W*(?:AGREED|RESOLVED|DECIDED)\b")
_BODY_AGREED = rule("actions", "body_agreed")
_TOLD_BY_OFFICER = rule("actions", "told_by_officer")
_TITLE = re.compile(
    r"(?:\([\d./]{1,8}\)\s*)?(?P<title>[A-Z][^\s.;:–—]*(?:\s[^\s.;:–—]+){0,4}?)\s+[–—-]\s+(?=[A-Z]|[a-z]+\s)"
)
_VERB = rule("parts", "finite_verb")
_MOTION = rule("actions", "motion")
"""Lists that belong to a motion: its own text, not what somebody was asked to do."""


def lead_in(text: str) -> ActionOrigin | None:
    """What a line that opens a list makes of its entries, if it makes them actions."""
    if not re.search(r"(?::-?|-|–|that|following)\s*$", text) or len(text) > 320:
        return None
    last = re.split(r"(?<=[.;])\s+", text)[-1]
    if _MOTION.search(last):
        return None
    if pattern("business", "actions", "agreed").search(last):
        return "agreed"
    if pattern("business", "actions", "highlighted").search(last):
        return None if _TOLD_BY_OFFICER.match(last) else "highlighted"
    requested = pattern("business", "actions", "requested").search(last)
    noting = pattern("business", "actions", "noting").search(last)
    if requested and not (noting and noting.start() > requested.start()):
        return "requested"
    return None


def past_title(text: str) -> int:
    """Where a sentence begins behind the title of its matter: '(4.5) Swings – Clerk to ask ...'."""
    title = _TITLE.match(text)
    return title.end() if title and not _VERB.search(title["title"]) else 0


def opens_decision(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether the paragraph at `at` states a decision, or heads a list of what was decided."""
    text = paragraphs[at].text
    return _decides(text) or _body_agreed(text, paragraphs[at + 1 : at + 2])


def past_opened(paragraphs: Sequence[Paragraph], at: int) -> int:
    """The first paragraph that is no part of the decision that the one at `at` opens."""
    paragraph = paragraphs[at]
    # 'a) It was RESOLVED to ...' stands for itself: 'b)' is another matter.
    stated = paragraph.text.endswith(".") and (
        paragraph.marker is not None or _is_whole(paragraph.text)
    )
    alone = stated or is_bullet_within(paragraphs, at)
    return at + 1 if alone else past_decision(paragraphs, at + 1)


def past_decision(paragraphs: Sequence[Paragraph], at: int) -> int:
    """The first paragraph after what a decision opens: resolutions are no actions."""
    marked = False
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        goes_on = not marked and re.match(r"That\b|that\b|[a-z]", paragraph.text)
        if paragraph.marker is None and not goes_on:
            break
        marked = marked or paragraph.marker is not None
        at += 1
    return at


def _decides(text: str) -> bool:
    opens = (
        pattern("business", "decisions", "opening").match(text) is not None
        or pattern("business", "decisions", "run_in").match(text) is not None
    )
    if _CAPITALS.match(text):
        return True  # 'AGREED that:' in capitals heads what was decided
    if _AGREED.match(text) and is_promise(text):
        return False
    # 'Resolved: (for information only)' opens nothing: what comes below are reports.
    return opens and lead_in(text) is None and not _REMARK.search(text) and not tells_more(text)


def _is_whole(text: str) -> bool:
    """Whether a decision is stated on its line, and no list is announced."""
    return len(text.split()) > _WHOLE and not _ANNOUNCES.search(text)


def _body_agreed(text: str, below: Sequence[Paragraph]) -> bool:
    """Whether 'the Committee agreed:' heads a list of what was decided: 'that ...', 'to ...'."""
    return (
        _BODY_AGREED.search(text) is not None
        and len(below) == 1
        and below[0].marker is not None
        and re.match(r"(?:that|to)\b", below[0].text, re.IGNORECASE) is not None
    )
