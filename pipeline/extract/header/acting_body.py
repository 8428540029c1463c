"""The body that a paper's own text names, for papers that print no title."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.document import Paragraph, Part, Passage
from pipeline.lexicon import rule

_ACTING = rule("meetings", "acting_body")
"""A body that the text of a page names as acting: 'Cabinet RESOLVED'."""
_NAMES = re.compile(r"\s|^(?:Council|Cabinet|Trustees|Governors)$")
"""'The Committee' alone may be any; 'the Council' is one."""
_BARE = re.compile(r"Committee|Panel|Board|Forum|Commission")
"""'The Board AGREED': whichever board it is."""
_LED = rule("meetings", "elected_to_lead")
_ELECTION = rule("meetings", "election_of_chair")
_INTEREST = re.compile(r"\binterests?\b", re.IGNORECASE)
_NOTED = rule("meetings", "minutes_noted")
"""Minutes that are only noted are another body's."""
_PART_ONLY = re.compile(r"Sub[\s-]?Committee")
"""'the Sub Committee' may be any."""
_DOES = rule("meetings", "body_does")
_IN_TEXT = rule("meetings", "body_in_text")
"""A body that running text names: 'the minutes of the last meeting of the Greens Committee'."""


def acting_body(part: Part) -> tuple[str, Passage] | None:
    """The body that the text names oftenest as acting or meeting, and where it first does."""
    named: list[tuple[str, Passage]] = []
    for block in part.flow:
        if isinstance(block, Paragraph):
            for match in _ACTING.finditer(block.text):
                body = re.sub(r"^(?:The|That|RESOLVED)\s+", "", match["body"] or match["met"])
                if not _BARE.fullmatch(body):
                    named.append((" ".join(body.split()), block.passage))
    return (
        _oftenest(named)
        or _oftenest(_led(part))
        or next(iter(_in_text(part, met=True)), None)  # its own minutes come before others'
        or _oftenest(_in_text(part, met=False))
        or _doing(part)
    )


def _doing(part: Part) -> tuple[str, Passage] | None:
    """The body that the text tells to do what bodies do; 'the Board' alone names none."""
    named = [
        (" ".join(match["body"].split()), block.passage)
        for block in part.flow
        if isinstance(block, Paragraph)
        for match in _DOES.finditer(block.text)
    ]
    return _oftenest([one for one in named if _NAMES.search(one[0])])


def _led(part: Part) -> list[tuple[str, Passage]]:
    """The body of which somebody is elected chair, in the item that elects its own."""
    return [
        (" ".join(match["body"].split()), paragraph.passage)
        for item in part.items
        if _ELECTION.match(item.heading.text)
        for paragraph in item.paragraphs()
        for match in _LED.finditer(paragraph.text)
    ]


def _in_text(part: Part, *, met: bool) -> list[tuple[str, Passage]]:
    """The bodies whose minutes the text names or, without `met`, whose meetings and members.

    An interest is declared in other bodies, and 'the members of the Council' come to all of them.
    """
    return [
        (body, block.passage)
        for block in part.flow
        if isinstance(block, Paragraph) and not _INTEREST.search(block.text)
        for match in _IN_TEXT.finditer("" if _NOTED.search(block.text) else block.text)
        if (match["met"] is not None) == met
        and not (block.marker and match.group().startswith("Chair"))  # one of those appointed
        and (body := " ".join(match["body"].split()))
        and (_NAMES.search(body) if met or "eeting" in match.group() else " " in body)
        and not _PART_ONLY.fullmatch(body)
    ]


def _oftenest(named: list[tuple[str, Passage]]) -> tuple[str, Passage] | None:
    if not named:
        return None
    oftenest = Counter(body for body, _ in named).most_common(1)[0][0]
    return next(found for found in named if found[0] == oftenest)
