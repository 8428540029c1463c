"""Paragraphs that a reader cut within a sentence, made whole before sentences are looked for.

Lists, labels and headings are left alone, and so is what a line such as 'RESOLVED' opens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Paragraph, join
from pipeline.lexicon import pattern, rule

_RAISED = re.compile(r"(?:st|nd|rd|th)")
"""What stood raised beside a number: '7th' printed with its letters above the line."""
_DASHES = ("-", "–", "—")
_OPEN = re.compile(r"(?:[\w,&£(-]|\bNo\.)$")
_ON = re.compile(r"[a-z]{2}|[a-z]\s|\d{1,2}(?:st|nd|rd|th)\b")
_DANGLES = re.compile(
    r"\b(?:Cllrs?|Mrs?|Ms|Dr)\.?$|\b(?:by|of|the|for|with|from|and|an?)$"
    r"|\b(?:circulated|sent|given|reported|written|forwarded|submitted|presented)\s+to$"
)
"""'A motion to pay was made by', and the name on the next line."""
_MOVERS = rule("business", "movers_only")


def whole(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, each joined to what goes on with its last sentence.

    A line that only says who moved and who seconded goes with what it passed.
    """
    taken: list[Paragraph] = []
    for paragraph in paragraphs:
        if _RAISED.fullmatch(paragraph.text):
            continue
        dashed = bool(taken) and _dash_within(taken[-1], paragraph)
        if taken and (dashed or _goes_on(taken[-1], paragraph)):
            before = taken.pop()
            by = f" {paragraph.marker} " if dashed else " "
            passage = join([before.passage, paragraph.passage], by=by)
            taken.append(Paragraph(passage, before.marker, before.indent, before.style))
        else:
            taken.append(paragraph)
    return taken


def _dash_within(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether the dash that begins a line stands within a sentence, and marks no list."""
    return (
        paragraph.marker in _DASHES
        and paragraph.text[:1].islower()
        and not before.style
        and before.marker not in _DASHES
        and re.search(r"[\w)]$", before.text) is not None
        and len(before.text.split()) > 8
    )


def _goes_on(before: Paragraph, paragraph: Paragraph) -> bool:
    if before.style or paragraph.style or paragraph.marker is not None:
        return False
    movers = _MOVERS.fullmatch(paragraph.text)
    if movers and not _opens(before.text):
        # A resolution that is stated as one needs no verdict from below.
        stated = pattern("business", "decisions", "run_in").match(before.text)
        return not movers["verdict"] or not (stated or before.marker)
    dangles = _DANGLES.search(before.text) is not None
    return (
        (dangles or _OPEN.search(before.text) is not None)
        and (dangles or _ON.match(paragraph.text) is not None)
        and len(before.text.split()) > 5
        and not _opens(before.text)
    )


def _opens(text: str) -> bool:
    """Whether a line opens a decision, which then stands for itself."""
    return any(
        found is not None
        for found in (
            pattern("business", "decisions", "opening").match(text),
            pattern("business", "decisions", "moved").search(text),
        )
    )
