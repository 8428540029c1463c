"""The words of one cell into its text: narrow cells turn their words, and break them anywhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Sequence
from dataclasses import replace

from pipeline.document import Passage, Word, join
from pipeline.provenance import Box
from pipeline.read.pdf.ink import InkWord
from pipeline.read.pdf.lines import Line, lines_of, passage

_DATE = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})|(?:[A-Z][a-z]{2,8}[-/])?20\d\d(?:/\d\d)?"
)
_CODES = re.compile(r"(?:[A-Z]{2,3}\d{1,2}[,;/])+[A-Z]{2,3}\d{1,2}[,;]?")
_LITTLE = frozenset(
    {"a", "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is"}
) | {"it", "me", "my", "no", "of", "on", "or", "so", "to", "up", "us", "we"}
_POINTS = ".,;:()[]‘’“”'\""


def cell_passage(
    words: Sequence[InkWord], left: float, right: float, known: Container[str] = frozenset()
) -> Passage:
    """The text of the words of a cell that reaches from `left` to `right`.

    `known` holds the lower-case words of the paper: see `joins_without_hyphen`.
    """
    turned = [word for word in words if word.turned]
    if not turned or 2 * len(turned) <= len(words):
        return _unbroken(lines_of(words), left, right, known)
    upwards = 2 * sum(word.turned == 90 for word in turned) >= len(turned)
    laid = passage(lines_of([_laid(word, upwards=upwards) for word in turned]), known)
    return Passage(laid.text, tuple(_raised(word, upwards=upwards) for word in laid.words))


def _unbroken(lines: list[Line], left: float, right: float, known: Container[str]) -> Passage:
    """The text of a cell's lines; a word too long for its cell, broken without a hyphen, is one."""
    pieces: list[Passage] = []
    start = 0
    for at, (line, below) in enumerate(itertools.pairwise(lines), start=1):
        room = right - max(line.box.x0 - left, 0.0) - line.box.x1
        first = below.words[0]
        letter = (first.box.x1 - first.box.x0) / len(first.text)
        if (
            len(line.words) == 1
            and room < letter
            and _breaks(line.words[0].text, first.text, known)
        ):
            pieces.append(passage(lines[start:at], known))
            start = at
    rest = passage(lines[start:], known)
    return join([*pieces, rest], by="") if pieces else rest


def _breaks(head: str, tail: str, known: Container[str]) -> bool:
    """Whether two pieces are one word: a date, a code, or the end of a word that is none itself."""
    if head[-1] in _POINTS:
        return False
    if _DATE.fullmatch(head + tail) or _CODES.fullmatch(head + tail):
        return not _DATE.fullmatch(head)
    if not (head[-1].isalpha() and tail[0].islower()):
        return False
    end, whole = tail.strip(_POINTS), (head + tail).strip(_POINTS).lower()
    return (len(end) <= 2 and end not in _LITTLE) or (whole in known and head.lower() not in known)


def _laid(word: InkWord, *, upwards: bool) -> InkWord:
    """A turned word as it would stand if the page were turned to read it."""
    box = word.box
    if upwards:
        level = Box(-box.bottom, box.x0, -box.top, box.x1)
    else:
        level = Box(box.top, -box.x1, box.bottom, -box.x0)
    return replace(word, box=level, baseline=level.bottom, turned=0)


def _raised(word: Word, *, upwards: bool) -> Word:
    """The word back in its place on the page."""
    box = word.box
    if upwards:
        real = Box(box.top, -box.x1, box.bottom, -box.x0)
    else:
        real = Box(-box.bottom, box.x0, -box.top, box.x1)
    return Word(word.start, word.end, word.page, real, word.bold)
