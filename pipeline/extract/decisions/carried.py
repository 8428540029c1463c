"""Motions that were put and carried, where minutes state no other decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Paragraph, Passage, join
from pipeline.extract.grammar.sentences import sentences
from pipeline.lexicon import pattern, rule

_NOT_DECIDED = rule("business", "not_decided")
_MOTION_BY = rule("business", "motion_by")
_MOTION_PASSED = rule("business", "motion_passed")
_STATED = rule("business", "stated_motion")
_MOTION_SETTLED = rule("business", "motion_settled")
_MOTION_FAILED = rule("business", "motion_failed")
_LEFT = rule("business", "motion_left")
_VOTE_TOLD = rule("business", "vote_told")
_SECONDS = rule("business", "seconds_only")
"""'Ms Birch seconded, and the motion carried.': of a motion that the sentence before tells."""
_AMENDS = re.compile(r"\bamendments?\b", re.IGNORECASE)
_MOVER_TOLD = re.compile(r"\W*(?:motion|moved|proposed)\s+by\s*:", re.IGNORECASE)
"""'Moved by: Jo Tarn.' behind the motion itself."""
_MOVED_SO = re.compile(r"\W*(?:moved|proposed|seconded)\s+(?!that\b|to\b)\S+", re.IGNORECASE)
"""'Moved JT, seconded AQ.': of the motion above."""
_SECONDED = re.compile(r"\W*[\w .’'-]{2,40}\sseconded(?:\s+(?:it|the\s+motion))?\W*")
"""'Jo Tarn seconded.'"""
_ON_MOTION = re.compile(
    r"\W*(?:Approved|Adopted|Accepted|Passed|Carried)\s+(?!by\b|on\b|upon\b)\w+"
)
"""'Approved the budget after motion by Ash': the matter stands behind the verdict."""
_TITLE_BEFORE = re.compile(
    r"^[^.:–—]{2,60}\s*[:–—-]\s+(?=(?:(?:A|The)\s+)?(?:[Mm]otion\b|[Mm]oved\b))"
)
"""'Road bills – Motion by ...': a heading on the line of its motion."""
_MOVERS = re.compile(
    r"[^.:;]{0,80}?\b(?:moved|proposed)\b(?:[^.:;]|\.\s?(?=[A-Z])){0,90}?\bseconded\b"
    r"(?:[^.:;]|\.\s?(?=[A-Z])){0,80}?\s(?=that\s)"
)
_MOVERS_ONLY = rule("business", "moved_by_only")
_ENDS_WITHIN = 4
"""Sentences below a motion that may tell how it ended."""
_LONGEST = 150
"""Characters of a sentence that says no more than that a motion passed."""


def carried_motions(
    paragraphs: Sequence[Paragraph], *, by_name: bool = False, ended: list[Passage] | None = None
) -> list[Passage]:
    """The sentences that tell of a motion that passed; of 'Motion carried.' the motion itself.

    An amendment that fell leaves the motion which it would have changed to be voted on. With
    `by_name`, only those that tell who made the motion; `ended` gets the sentences that only tell
    of motions how they ended.
    """
    carried = pattern("business", "decisions", "carried")
    taken: list[tuple[Passage, bool]] = []
    put: list[Passage] = []
    voted = False
    told = list(_told(paragraphs))
    for at, passage in enumerate(told):
        sentence = passage.text
        if _STATED.match(sentence) and _stands_alone(told[at + 1 : at + 1 + _ENDS_WITHIN]):
            taken.append((passage, True))
            voted, put = False, []
            continue
        if voted and _MOTION_FAILED.search(sentence):
            # The ayes and nays told first: they passed nothing.
            taken.pop()
            voted = False
        elif put and _AMENDS.search(put[-1].text) and _settles_amendment(sentence):
            put.pop()
        elif _is_verdict(sentence):
            taken += [(_words_of(put[0]), True)] if put else []
            voted, put = voted or bool(put), []
        elif put and _MOTION_SETTLED.fullmatch(sentence):
            taken.append((_words_of(put[0]), True))
            if ended is not None:
                ended.append(passage)
            voted, put = True, []
        elif carried.search(sentence) and not _NOT_DECIDED.search(sentence):
            whole = join([put[-1], passage]) if put and _SECONDS.match(sentence) else passage
            taken.append((whole, _MOTION_BY.search(whole.text) is not None))
            voted, put = False, []
        elif _MOTION_BY.search(sentence) and not (put and _MOVER_TOLD.match(sentence)):
            amends = put and _AMENDS.search(sentence)
            voted, put = False, [*put, passage] if amends else [passage]
        elif not (_VOTE_TOLD.match(sentence) or (put and _MOVER_TOLD.match(sentence))):
            voted, put = False, []
    return [passage for passage, named in taken if named or not by_name]


def _stands_alone(below: Sequence[Passage]) -> bool:
    """Whether nothing below a motion tells how it ended, before the next motion."""
    for passage in below:
        text = passage.text
        if _MOVER_TOLD.match(text) or _MOVED_SO.match(text):
            continue
        if _MOTION_BY.search(text) or _STATED.match(text):
            return True
        if _LEFT.search(text) or _is_verdict(text) or _MOTION_SETTLED.fullmatch(text):
            return False
        voted = _VOTE_TOLD.match(text) and not _SECONDED.fullmatch(text)
        if voted or _AMENDS.search(text):
            return False
    return True


def _is_verdict(sentence: str) -> bool:
    """Whether a sentence says only that a motion passed, and not who made it."""
    passed = _MOTION_PASSED.fullmatch(sentence) and len(sentence) < _LONGEST
    return bool(passed) and not (_MOTION_BY.search(sentence) and _ON_MOTION.match(sentence))


def _words_of(motion: Passage) -> Passage:
    """A motion in its own words: 'It was moved by A and seconded by B that the gate be mended.'."""
    moved = _MOVERS.match(motion.text)
    return motion.cut(moved.end()) if moved else motion


def _settles_amendment(sentence: str) -> bool:
    """Whether a sentence tells what became of an amendment."""
    ended = _MOTION_FAILED.search(sentence) or _MOTION_PASSED.fullmatch(sentence)
    return ended is not None and _AMENDS.search(sentence) is not None


def _told(paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    """The sentences of paragraphs, without a heading on the line of a motion."""
    for paragraph in paragraphs:
        spans = list(sentences(paragraph.text))
        for at, (start, end) in enumerate(spans):
            title = _TITLE_BEFORE.match(paragraph.text[start:end])
            begin = start + (title.end() if title else 0)
            if at and _MOVERS_ONLY.fullmatch(paragraph.text[start:end]):
                begin = spans[at - 1][0]  # '... to be mended. Motion made by A seconded by B.'
            yield paragraph.passage.cut(begin, end)
