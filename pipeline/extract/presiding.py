"""Who led a meeting, where a sentence tells it: 'Mr A Ash in the Chair', 'Cllr Birch presided'."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from pipeline.document import Paragraph, Part
from pipeline.extract.people_lists import entries
from pipeline.extract.standing import attendee
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import Attendee

_PRESIDED = rule("attendance", "presided")


def chairs_of(part: Part) -> Iterator[Finding[Attendee]]:
    """The people whom a line before the business, or in its first two items, puts in the chair."""
    blocks = list(part.preamble) if part.items else list(part.flow[:40])
    for item in part.items[:2]:
        blocks += item.flow
    for block in blocks:
        match = _PRESIDED.match(block.text) if isinstance(block, Paragraph) else None
        people = list(entries(match["who"], match.start("who"))) if match else []
        if len(people) == 1 and isinstance(block, Paragraph):
            entry = people[0]
            printed = block.text[entry.start : entry.end]
            person = structs.replace(attendee(entry, "present", "member", printed), chair=True)
            yield Finding(
                person, block.passage.sources(entry.start, entry.end), 0.9, "in the chair"
            )
