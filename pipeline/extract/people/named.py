"""The people of a part, as its lists of attendance and apologies name them, and its sentences."""

from __future__ import annotations

import re

from pipeline.document import Block, Paragraph, Part
from pipeline.extract.grammar.acting_people import People
from pipeline.extract.grammar.names import is_name
from pipeline.extract.people.attendance import find_attendance
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import Attendee

_BRACKETED = re.compile(
    r"(?P<name>[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){1,3})\s*[,–-]?\s*"
    r"[({\[](?P<short>[A-Z][A-Za-z]{1,4})[)}\]]"
)
"""A name and, in brackets, the letters that stand for it: 'Jo Tarn (JT)', 'Mary Quill (MQu)'."""
_BESIDE = re.compile(r"(?P<a>[A-Z])[\w'’-]+\s+(?P<b>[A-Z])[\w'’-]+\s+(?P<short>[A-Z]{2})\b")
"""The same without brackets: 'Jo Tarn JT'."""
_SPEAKS = rule("attendance", "speaks")
"""A whole name that says something: a web page of one item lists nobody."""
_FIRST_BLOCKS = 40
"""How far into a part its lists of people stand."""


def people_of(part: Part) -> People:
    """The people of a part, by its lists of those who came and those who sent apologies.

    Those who are told by their whole name to have spoken are its people too.
    """
    names: set[str] = set()
    initials: set[str] = set()
    for finding in find_attendance(part):
        if not isinstance(finding, Finding) or not isinstance(finding.value, Attendee):
            continue
        words = re.findall(r"[A-Z][\w'’-]*", finding.value.name)
        names.update(w for w in words if len(w) > 2)
        letters = "".join(w[0] for w in words)
        capitals = re.sub(r"[^A-Z]", "", finding.value.name)  # 'AMR' for 'Ada MacRoe'
        initials |= {capitals} if len(letters) < len(capitals) <= 4 else set()
        double = "".join(p[0] for w in words for p in w.split("-") if p)  # 'JBT': Jo Birch-Tarn
        initials |= {double} if 2 < len(double) <= 4 and double.isupper() else set()
        if 2 <= len(letters) <= 4:
            initials |= {letters, letters[0] + letters[-1]}
        if len(words) == 1 and 2 <= len(words[0]) <= 3 and words[0].isupper():
            initials.add(words[0])
    for block in part.flow:
        for match in _SPEAKS.finditer(_text(block)):
            if is_name(match["name"]):
                names.update(w for w in match["name"].split() if len(w) > 2)
    head = " ".join(_text(block) for block in part.flow[:_FIRST_BLOCKS])
    for match in _BRACKETED.finditer(head):
        short, whole = match["short"], {word[0] for word in match["name"].split()}
        if set(re.findall("[A-Z]", short)) <= whole:
            initials.add(short.upper())
    initials |= {m["short"] for m in _BESIDE.finditer(head) if m["short"] == m["a"] + m["b"]}
    return People(frozenset(names), frozenset(initials))


def _text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return " ".join(c.text for row in block.rows for c in row.cells)
