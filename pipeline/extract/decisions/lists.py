"""The entries of a decision: a list below 'RESOLVED', or one that runs on within a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Paragraph, Passage, join
from pipeline.extract.grammar.motion_blocks import THAT_FIRST
from pipeline.lexicon import pattern, rule

OPEN_END = re.compile(r"[:–—-]\s*$")
"""The end of a line that something follows."""
_LETTERED = re.compile(
    r"(?:^|(?<=[\s;:,.]))\(?(?P<mark>[a-h]|i{1,3}|iv|v|vi{0,3}|[1-9])\)\s+(?=\S)"
)
_BULLETED = re.compile(r"(?:^|(?<=\s))(?P<mark>[•▪●◦·xo§])\s+(?=(?P<that>[Tt]hat\b|[Tt]o\b)|\S)")
"""Bullets within a line: a symbol font's may be printed as a letter."""
_LEAD = rule("business", "list_lead")
_LATER_ROMAN = re.compile(r"\W*(?:ii|iii|iv|vi|vii|viii|ix)\W*", re.IGNORECASE)
_FIRST = re.compile(r"\W*(?:a|i|1)\W*$", re.IGNORECASE)
_ON_CONDITIONS = rule("business", "on_conditions")
_FOLLOWING = rule("business", "following")
_CLAUSE = rule("business", "clause")
"""What an entry that decides something has, and a list of things to receive has not."""
_ACTS = rule("business", "body_acts")
_UNSAID = re.compile(r"[Tt]hat,?\s+subject\s+to\b(?!.*\bbe\b).*[^.;]$")
_RESUMED = re.compile(r"(?:be|is|are)\s+[a-z]")
"""What goes on after a list that stood within a sentence."""
_RESUMES = re.compile(r"\bbe\s+\w+")
_SHOULD = rule("business", "should_be")
_SHORT = 160
"""Characters that a clause of a list without marks has at most."""
_REASON = rule("business", "reason")


def list_below(
    paragraphs: Sequence[Paragraph],
    at: int,
    opening: Paragraph | None = None,
    begun: Sequence[Passage] = (),
) -> tuple[list[Passage], int]:
    """The decisions that follow an opening: a list, or the one paragraph below it.

    `begun` are the entries that stand on the line of the opening.
    """
    entries = _Entries(list(begun), marked=True if begun else None)
    outer = marks_before(paragraphs, at)
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        if entries.taken and _REASON.match(paragraph.text) and _resumes(paragraphs, at + 1):
            at += 1
            continue
        if (
            paragraph.style == "label"
            or _ends_list(paragraph.text)
            or (entries.taken and resumes_outer(paragraphs, at, outer))
            or _is_next_to(paragraph, opening)
        ):
            break
        after = (
            entries.line(paragraphs, at)
            if paragraph.marker is None
            else entries.entry(paragraphs, at)
        )
        if after is None:
            break
        at = after
    return entries.taken, at


def marks_before(paragraphs: Sequence[Paragraph], at: int) -> frozenset[str]:
    """The kinds of marks of the paragraphs above a list at `at`, less that of its own entries."""
    first = next((p.marker for p in paragraphs[at : at + 2] if p.marker), None)
    kinds = {_mark_of(p.marker) for p in paragraphs[:at] if p.marker}
    return frozenset(kinds - {_mark_of(first)} if first else ())


def is_bullet_within(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether the entry at `at` stands within an outer list that goes on below it.

    '(a) Hut:', '· Resolved to let it', '(b) Deeds: not found': the third is another matter.
    """
    own, below = paragraphs[at].marker, paragraphs[at + 1 : at + 2]
    following = below[0].marker if below else None
    if own is None or following is None or _FIRST.match(following):
        return False
    above = {_mark_of(p.marker) for p in paragraphs[:at] if p.marker}
    return _mark_of(following) in above - {_mark_of(own)}


def resumes_outer(paragraphs: Sequence[Paragraph], at: int, outer: frozenset[str]) -> bool:
    """Whether the minutes' own paragraphs go on at `at`, behind an entry that has ended."""
    marker = paragraphs[at].marker
    return (
        marker is not None
        and _mark_of(marker) in outer
        and re.search(r"[.!?]\W*$", paragraphs[at - 1].text) is not None
    )


def _mark_of(marker: str) -> str:
    """What a mark looks like, whatever it counts: '1.1' for '4.12'."""
    return re.sub(r"\d+", "1", re.sub(r"[ivx]+|[a-z]", "a", marker.lower()))


@dataclass
class _Entries:
    """The entries of a decision, as its paragraphs are read one after another."""

    taken: list[Passage]
    marked: bool | None
    """Whether the entries have marks; None before the first of them."""
    indent: float | None = None
    outer: str | None = None
    """What the outer entries are counted with, once a list stands inside one of them."""

    def line(self, paragraphs: Sequence[Paragraph], at: int) -> int | None:
        """Past a paragraph without a mark; None where the list has ended."""
        paragraph, taken = paragraphs[at], self.taken
        text = paragraph.text
        first = THAT_FIRST.match(text) if self.marked is None else None
        if first and _resumes(paragraphs, at + 1):
            taken.append(paragraph.passage.cut(first.end()))
            self.marked, self.indent = True, paragraphs[at + 1].indent
            return at + 1
        if self.marked is None and _LEAD.match(text) and OPEN_END.search(text):
            return at + 1
        inner = self.marked and taken and OPEN_END.search(taken[-1].text) and _inner(paragraphs, at)
        if inner:
            self.outer = _kind(paragraphs[at - 1].marker or "")
        if inner or (taken and text[:1].islower() and not taken[-1].text.endswith(".")):
            taken[-1] = join([taken[-1], paragraph.passage])
            return at + 1
        if self.marked or (self.marked is False and not re.match(r"that\b", text, re.IGNORECASE)):
            return None
        self.marked = False
        taken += lettered(paragraph.passage)
        if _UNSAID.match(text) and at + 1 < len(paragraphs) and not paragraphs[at + 1].marker:
            # 'That, subject to one change to the list' / 'the minutes be approved.'
            taken[-1] = join([taken[-1], paragraphs[at + 1].passage])
            return at + 2
        return at + 1

    def entry(self, paragraphs: Sequence[Paragraph], at: int) -> int | None:
        """Past a paragraph with a mark, or past the conditions that it begins; None at the end."""
        paragraph, taken = paragraphs[at], self.taken
        if self.marked is False and taken and _ON_CONDITIONS.search(taken[-1].text):
            return past_marked(paragraphs, at)
        if self.marked is False and taken and not OPEN_END.search(taken[-1].text):
            return None
        deeper = self.indent is not None and paragraph.indent > self.indent + 6
        if self.outer is not None:
            deeper = _kind(paragraph.marker or "") != self.outer
        if deeper and taken:
            taken[-1] = join([taken[-1], paragraph.passage])
            return at + 1
        if self.marked is False and taken:
            taken.pop()
        self.marked = True
        self.indent = paragraph.indent if self.indent is None else self.indent
        taken.append(paragraph.passage)
        return at + 1


def _inner(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a line between two entries opens a list of another kind, inside the entry above."""
    marker = paragraphs[at + 1].marker if at + 1 < len(paragraphs) else None
    above = paragraphs[at - 1].marker
    if marker is None or above is None or not OPEN_END.search(paragraphs[at].text):
        return False
    return _FIRST.match(marker) is not None and _kind(marker) != _kind(above)


def _kind(marker: str) -> str:
    """What the entries of a list are counted with: figures, letters or Roman numbers."""
    core = marker.strip("()[].").lower()
    if core.isdigit():
        return "1"
    return "i" if re.fullmatch(r"[ivx]+", core) else "a"


def past_marked(paragraphs: Sequence[Paragraph], at: int) -> int:
    """Past the entries of the list at `at`: the conditions of what was decided above.

    A list that the decision stands in goes on behind it: 'a)', 'b)', and then '(ii)'.
    """
    first = paragraphs[at].marker if at < len(paragraphs) else None
    lettered = first is not None and re.fullmatch(r"\W*[a1]\W*", first) is not None
    while at < len(paragraphs) and (marker := paragraphs[at].marker) is not None:
        if lettered and first and _LATER_ROMAN.fullmatch(marker) and _kind(first) != "i":
            break
        at += 1
    return at


def clauses_below(paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Passage], int]:
    """The short paragraphs without a mark that say one by one what should be or be done."""
    taken: list[Passage] = []
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        short = len(paragraph.text) <= _SHORT and paragraph.marker is None and not paragraph.style
        if not short or not _SHOULD.search(paragraph.text):
            break
        taken.append(paragraph.passage)
        at += 1
    return taken, at


def _resumes(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a list goes on at `at`, with any entry but a first one."""
    marker = paragraphs[at].marker if at < len(paragraphs) else None
    return marker is not None and not _FIRST.match(marker)


def _is_next_to(paragraph: Paragraph, opening: Paragraph | None) -> bool:
    """Whether a numbered paragraph only follows the numbered paragraph that opened the list."""
    if opening is None or opening.marker is None or paragraph.marker is None:
        return False
    alike = re.sub(r"\d+", "1", opening.marker) == re.sub(r"\d+", "1", paragraph.marker)
    return alike and paragraph.indent <= opening.indent + 6


def _ends_list(text: str) -> bool:
    """A line that begins something else: another decision, a reason, a vote."""
    return (
        pattern("business", "decisions", "opening").match(text) is not None
        or pattern("business", "decisions", "run_in").match(text) is not None
        or rule("business", "ends_list").match(text) is not None
    )


def run_in(rest: Passage, paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Passage], int]:
    """A decision on the line of its 'RESOLVED', and the list that it may open."""
    listed = at < len(paragraphs) and paragraphs[at].marker is not None
    if listed and not _LEAD.match(rest.text) and _FOLLOWING.search(rest.text):
        entries, end = list_below(paragraphs[: past_marked(paragraphs, at)], at)
        if not any(_CLAUSE.search(e.text) for e in entries):
            return [rest], end
    begun = THAT_FIRST.match(rest.text)
    if begun and _resumes(paragraphs, at):
        return list_below(paragraphs, at, begun=[rest.cut(begun.end())])
    if (_LEAD.match(rest.text) or OPEN_END.search(rest.text)) and listed:
        entries, end = _of_list(rest, paragraphs, at)
        if entries:
            return entries, end
    first = _LETTERED.match(rest.text)
    if first and _FIRST.match(first["mark"]) and (entries := lettered(rest)):
        if len(entries) == 1:
            entries = [rest.cut(first.end())]
        later = at + 1 if at < len(paragraphs) and _REASON.match(paragraphs[at].text) else at
        if _resumes(paragraphs, later):
            return list_below(paragraphs, at, begun=entries)
        return entries, at
    return lettered(rest), at


def _of_list(rest: Passage, paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Passage], int]:
    """The entries below a decision's line, or the line where they are its conditions."""
    if _ON_CONDITIONS.search(rest.text):
        return [rest], past_marked(paragraphs, at)
    after = past_marked(paragraphs, at)
    if after < len(paragraphs) and _RESUMED.match(paragraphs[after].text):
        # As in: 'that the minutes of:-', '(a) 4 May', '(b) 1 June', 'be approved.'
        whole = [rest, *(p.passage for p in paragraphs[at : after + 1])]
        return [join(whole)], after + 1
    things = [p.passage for p in paragraphs[at:after]]
    said = [_RESUMES.search(one.text) is not None for one in (rest, *things)]
    acts = any(_ACTS.match(one.text) for one in things)
    if len(things) > 1 and said[-1] and not acts and not any(said[:-1]):
        # The same, its end copied onto the line of the last of them.
        return [join([rest, *things])], after
    return list_below(paragraphs, at)


def lettered(passage: Passage) -> list[Passage]:
    """A passage cut at '(a) ... (b) ...', or at its bullets, where it runs such a list on."""
    begins = _BULLETED.match(passage.text)
    bullets = [
        m for m in _BULLETED.finditer(passage.text) if begins and m["mark"] == begins["mark"]
    ]
    if len(bullets) > 1 and all(m["that"] for m in bullets[1:]):
        after = [m.start() for m in bullets[1:]] + [len(passage.text)]
        return [passage.cut(m.end(), end) for m, end in zip(bullets, after, strict=True)]
    marks = list(_LETTERED.finditer(passage.text))
    first = [m for m in marks if m["mark"] in {"a", "i", "1"}]
    if not first:
        return [passage]
    series = [m for m in marks if m.start() >= first[0].start()]
    expected = {"a": "abcdefgh", "1": "123456789"}.get(first[0]["mark"])
    if expected:
        series = [m for n, m in enumerate(series) if n < len(expected) and m["mark"] == expected[n]]
    if len(series) < 2 or series[0].start() > 60:
        return [passage]
    ends = [m.start() for m in series[1:]] + [len(passage.text)]
    return [passage.cut(m.end(), end) for m, end in zip(series, ends, strict=True)]
