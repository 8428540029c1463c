"""Decisions that no 'RESOLVED' announces: 'That ... be noted', and the list that it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Paragraph, Passage
from pipeline.extract.decisions.text import QUOTED
from pipeline.lexicon import pattern, rule

Decided = tuple[Passage, float, str]
"""A decision's text, how sure its rule is of it, and the rule's name."""
_ASKS = rule("business", "put_forward")
"""What comes above is only put to the meeting."""
_BODY_DOES = rule("business", "body_does")
"""'The Committee notes the report': the body's decision, told as it is taken."""
_LETTER = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})[).]|\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}[).]")
_FIRST = re.compile(r"[(\[]?[ai1][).\]]")
_SHALL = re.compile(
    r"\bbe\b|^(?:[Tt]hat|[Tt]o)\b"
    r"|^[Tt]he\s(?:[A-Z][\w’-]*\s|(?:of|and|for)\s){1,7}(?:ask|write|report|bring|circulate|arrange|consult"
    r"|prepare|provide|submit|take|seek)\b"
)
"""An entry of such a list says what shall be, or who shall do it: 'the Head of Parks ask clubs'."""


def formulas(paragraphs: Sequence[Paragraph]) -> list[Decided]:
    """The paragraphs that state a decision by their form alone."""
    found: list[Decided] = []
    asked = False
    for at, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if at and not (paragraph.marker and paragraphs[at - 1].marker):
            asked = _ASKS.search(paragraphs[at - 1].text) is not None
        if _BODY_DOES.match(text):
            found.append((paragraph.passage, 0.6, "formula"))
            continue
        if not pattern("business", "decisions", "formula").match(text):
            continue
        quoted = QUOTED.match(text)
        listed = paragraph.marker is not None or text.startswith(("That ", "that "))
        if quoted:
            found.append((paragraph.passage.cut(*quoted.span("words")), 0.6, "formula"))
        elif listed and not asked:
            found.append((paragraph.passage, 0.6, "formula"))
    return _with_siblings(paragraphs, found) if found else []


def listed_formulas(paragraphs: Sequence[Paragraph]) -> list[Decided]:
    """The entries of a lettered list that state decisions by their form; two at least."""
    plain = [p for p in paragraphs if p.style != "label"]
    entries = {id(p.passage) for p in plain if _LETTER.fullmatch(p.marker or "")}
    found = [one for one in formulas(plain) if id(one[0]) in entries]
    return found if len(found) > 1 else []


def _with_siblings(paragraphs: Sequence[Paragraph], taken: list[Decided]) -> list[Decided]:
    """The decisions, and the entries of their lettered lists if each says what shall be."""
    lists: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if not _LETTER.fullmatch(paragraph.marker or ""):
            continue
        if not lists or _FIRST.fullmatch(paragraph.marker or ""):
            lists.append([])
        lists[-1].append(paragraph)
    decided = {id(one[0]): one for one in taken}
    for entries in lists:
        known = any(id(p.passage) in decided for p in entries)
        if known and all(_SHALL.search(p.text) for p in entries):
            decided |= {id(p.passage): (p.passage, 0.6, "formula") for p in entries}
    if len(decided) == len(taken):
        return taken
    return [decided[id(p.passage)] for p in paragraphs if id(p.passage) in decided]
