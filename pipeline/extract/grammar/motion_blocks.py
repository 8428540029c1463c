"""Motions that minutes set as a block of short lines: who moved, who seconded, the words, the vote.

Canadian, Australian, New Zealand and American papers set each on a line of its own, the movers
above the words or below them:

    Moved by: J. Tarn / Seconded by: A. Quill / THAT the gate be mended. / CARRIED
    Motion: That the gate be mended. / Mover: J. Tarn / Seconder: A. Quill / LOST
    R2027-16 J. Tarn, A. Quill: / WHEREAS it is broken; / THAT the gate be mended. Carried.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.document import Paragraph, Passage, join
from pipeline.lexicon import pattern, rule

_HEADING = rule("business", "block_heading")
"""'RESOLUTION 2027/117': what numbers the block, and no more."""
_MOVERS = rule("business", "block_movers")
_SECONDER = rule("business", "block_seconder")
_VERDICT = rule("business", "block_verdict")
_LABEL = rule("business", "block_label")
"""'Motion: ...', 'Resolution 12/27 - ...' before the words."""
_WORDS = re.compile(r"[“\"‘']?(?:That|THAT|that|To|TO)\b|[Bb]e\s+it\s+resolved\b")
_FIRST = re.compile(r"\(?[ai][).]")
_ENTRY = re.compile(r"\(?(?:[b-h]|[ivx]{1,4})[).]")
"""'a)' and 'b)': the entries of a list that its movers stand below."""
_NUMBERED = rule("business", "block_numbered")
"""'R2027-16 J. Tarn, A. Quill:': the motion's number and its movers over its words."""
_PREAMBLE = rule("business", "block_preamble")
_VERDICT_BEHIND = rule("business", "block_verdict_behind")
_RECORD = rule("business", "block_record")
"""What is recorded of a motion behind its words: 'Read a first time', 'Time: 7:06 p.m.'."""
_MOST_PARAGRAPHS = 30
"""Paragraphs of the words of such a motion, its reasons among them."""
THAT_FIRST = re.compile(r"(?:[Tt]hat|to)\s*:?\s+\(?(?:1|i|a)\)\s+(?=\S)")
"""'That (1) the gate be mended;', and below it '(2)'."""
_RESOLVED = re.compile(r"\W*(?:\w+\s+)?(?:resol|decision|agreed|decided)", re.IGNORECASE)
_FAILED = rule("business", "block_failed")
_MADE = re.compile(r"\b(?:Motion\s+)?Made\b")
_LONGEST = 160
"""Characters of a line that only names people, or tells how the vote went."""


@dataclass
class MotionBlock:
    """A motion in its block: its words, what says who put it and how it went, and where it ends."""

    words: list[Passage] = field(default_factory=list)
    """The motion, or the entries of its list."""
    movers: list[Passage] = field(default_factory=list)
    verdict: list[Passage] = field(default_factory=list)
    resolved: bool = False
    """Whether its label says that it was resolved."""
    end: int = 0
    """The paragraph behind the block."""

    @property
    def failed(self) -> bool:
        """Whether the vote told went against it, or it came to none."""
        return any(_FAILED.search(v.text) is not None for v in self.verdict)

    @property
    def put_by(self) -> str:
        """Who moved and who seconded it, as printed, in one text."""
        numbered = _NUMBERED.fullmatch(self.movers[0].text) if self.movers else None
        if numbered:
            return f"Moved by {numbered['mover']}, seconded by {numbered['seconder']}"
        return _MADE.sub("Moved", ". ".join(m.text for m in self.movers))


def motion_block(paragraphs: Sequence[Paragraph], at: int) -> MotionBlock | None:
    """The block that begins at `at`; None where none does.

    It has words and a mover; without a mover, a heading that numbers it and a verdict below.
    """
    if _NUMBERED.fullmatch(paragraphs[at].text):
        return _numbered(paragraphs, at)
    block = MotionBlock()
    headed, place = False, at
    while place < len(paragraphs):
        paragraph = paragraphs[place]
        text = paragraph.text
        if paragraph.style == "label":
            break
        if place == at and _HEADING.fullmatch(text):
            headed = True
        elif len(text) < _LONGEST and (_MOVERS.fullmatch(text) or _SECONDER.fullmatch(text)):
            if block.verdict:
                break
            _put_by(block, paragraph.passage)
        elif (block.words or block.movers) and len(text) < _LONGEST and _VERDICT.fullmatch(text):
            block.verdict.append(paragraph.passage)
        elif not block.words and (words := _words(paragraph)) is not None:
            block.resolved = _RESOLVED.match(text) is not None
            place = _with_list(block, words, paragraphs, place)
            continue
        else:
            break
        place += 1
    block.end = place
    whole = block.words and (block.movers or (headed and block.verdict))
    return block if whole and place - at > 1 else None


def _numbered(paragraphs: Sequence[Paragraph], at: int) -> MotionBlock | None:
    """The block below a motion's number and movers: all its words, up to the verdict."""
    below = paragraphs[at + 1 : at + 1 + _MOST_PARAGRAPHS]
    if not below or not _PREAMBLE.match(below[0].text):
        return None
    taken: list[Passage] = []
    for number, paragraph in enumerate(below, start=at + 2):
        if _NUMBERED.fullmatch(paragraph.text) or paragraph.style == "label":
            return None
        verdict = _VERDICT_BEHIND.search(paragraph.text)
        start = verdict.start("verdict") if verdict else len(paragraph.text)
        record = _RECORD.search(paragraph.text, 0, start)
        words = paragraph.passage.cut(0, record.start() if record else start)
        taken += [words] if words.text else []
        if verdict is None:
            continue
        told = paragraph.passage.cut(start)
        return MotionBlock([join(taken)], [paragraphs[at].passage], [told], end=number)
    return None


def _put_by(block: MotionBlock, line: Passage) -> None:
    """Take a line that names the mover or the seconder, its verdict apart."""
    found = _MOVERS.fullmatch(line.text) or _SECONDER.fullmatch(line.text)
    told = found.start("verdict") if found else -1
    block.movers.append(line.cut(0, told) if told >= 0 else line)
    if told >= 0:
        block.verdict.append(line.cut(told))


def _words(paragraph: Paragraph) -> Passage | None:
    """The words of a motion without their label; None where a paragraph moves nothing."""
    for found in (
        _LABEL.match(paragraph.text),
        pattern("business", "decisions", "run_in").match(paragraph.text),
    ):
        if found is not None and found.end() < len(paragraph.text):
            return paragraph.passage.cut(found.end())
    return paragraph.passage if _WORDS.match(paragraph.text) else None


def _with_list(block: MotionBlock, words: Passage, paragraphs: Sequence[Paragraph], at: int) -> int:
    """Take the words at `at`, or the entries of the list that they open; past them."""
    place = at + 1
    first = THAT_FIRST.match(words.text)
    if first and place < len(paragraphs) and paragraphs[place].marker is not None:
        block.words.append(words.cut(first.end()))
    if block.words or words.text.rstrip().endswith((":", "–", "-", "that", "to")):
        while place < len(paragraphs) and paragraphs[place].marker is not None:
            block.words.append(paragraphs[place].passage)
            place += 1
    if not block.words:
        block.words.append(words)
        if _FIRST.fullmatch(paragraphs[at].marker or ""):
            while place < len(paragraphs) and _ENTRY.fullmatch(paragraphs[place].marker or ""):
                block.words.append(paragraphs[place].passage)
                place += 1
    return place


def blocks_apart(paragraphs: Sequence[Paragraph]) -> list[MotionBlock | list[Paragraph]]:
    """The paragraphs in order, those of each block put together."""
    pieces: list[MotionBlock | list[Paragraph]] = []
    at = 0
    while at < len(paragraphs):
        block = motion_block(paragraphs, at)
        if block is not None:
            pieces.append(block)
            at = block.end
            continue
        last = pieces[-1] if pieces else None
        if isinstance(last, list):
            last.append(paragraphs[at])
        else:
            pieces.append([paragraphs[at]])
        at += 1
    return pieces
