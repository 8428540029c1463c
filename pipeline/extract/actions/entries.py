"""The entries of a list of actions: where it ends, and what stands inside another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from pipeline.document import Paragraph, Passage, join
from pipeline.extract.decisions.lists import marks_before, resumes_outer

_CLAUSE = re.compile(r"\W*(?:that|to)\b", re.IGNORECASE)


def entries_of(paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Passage], int]:
    """The entries of a list, sub-entries joined to their own."""
    taken: list[Passage] = []
    indent = paragraphs[at].indent
    marker = _kind(paragraphs[at].marker)
    outer = marks_before(paragraphs, at)
    while at < len(paragraphs) and paragraphs[at].marker is not None:
        paragraph = paragraphs[at]
        if taken and resumes_outer(paragraphs, at, outer):
            break
        if taken and paragraph.indent > indent + 6:
            taken[-1] = join([taken[-1], paragraph.passage])
        elif taken and paragraph.indent <= indent + 6 and _kind(paragraph.marker) != marker:
            break
        else:
            taken.append(paragraph.passage)
        at += 1
    return taken, at


def _kind(marker: str | None) -> str:
    return re.sub(r"\d+", "1", re.sub(r"[a-z]", "a", marker or "", flags=re.IGNORECASE))


def all_clauses(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether the entries of the list at `at` each say 'to ...' or 'that ...': what was decided."""
    if at >= len(paragraphs) or paragraphs[at].marker is None:
        return False
    return all(_CLAUSE.match(entry.text) for entry in entries_of(paragraphs, at)[0])


def without_labels(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs that are no labels; below a label a list begins anew, at whatever depth."""
    parted = False
    for paragraph in paragraphs:
        if paragraph.style != "label":
            yield replace(paragraph, indent=0.0) if parted else paragraph
        parted = paragraph.style == "label"
