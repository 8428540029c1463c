"""The members that an agenda's front page lists: who belongs to the body, not who came."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Paragraph, Part, Passage, Table, join
from pipeline.extract.base import Extractor, found
from pipeline.extract.people.lists import entries
from pipeline.extract.people.posts import Entry
from pipeline.extract.people.standing import attendee
from pipeline.lexicon import rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Member

_HEADING = rule("attendance", "membership")
_STOP = rule("attendance", "membership_ends")


def find_membership(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """The names under the heading 'Members' of a front page."""
    blocks = part.preamble if part.items else part.flow
    inside = False
    for block in blocks:
        if isinstance(block, Paragraph):
            heading = _HEADING.match(block.text)
            if heading and len(heading.group().split()) <= 6:
                inside = True
                yield from _run(block.passage, heading.end())
                continue
            if _STOP.match(block.text) or (
                inside and len(block.text) > 90 and not _listed(block.text)
            ):
                inside = False
            if inside:
                yield from _run(block.passage, 0)
        elif inside and isinstance(block, Table):
            for row in block.rows:
                cells = [c for c in row.cells if c.text]
                if cells:
                    beside = " ".join(c.text for c in cells[1:]) or None
                    yield from _one(cells[0].passage, [c.passage for c in cells], beside)


def _listed(text: str) -> bool:
    return sum(e.end - e.start for e in entries(text)) > 0.5 * len(text)


def _run(passage: Passage, start: int) -> Iterator[Finding[AnyRecord] | Rejected]:
    for entry in entries(passage.text[start:], start):
        yield found(
            _member(entry, None, passage.text[entry.start : entry.end]),
            passage,
            entry.start,
            entry.end,
            rule="run-in list",
        )


def _one(
    name: Passage, cells: list[Passage], beside: str | None
) -> Iterator[Finding[AnyRecord] | Rejected]:
    people = list(entries(name.text))
    for entry in people[:1]:
        yield found(
            _member(entry, beside, " ".join(c.text for c in cells)), join(cells), rule="table row"
        )


def _member(entry: Entry, beside: str | None, printed: str) -> Member:
    known = attendee(entry, "present", "member", printed, beside=beside)
    return Member(
        name=known.name, honorific=known.honorific, printed=known.printed, role=known.role
    )


MEMBERSHIP = Extractor(
    name="membership",
    version=4,
    reads=frozenset({"agenda", "front_page"}),
    find=find_membership,
)
