"""hOCR, which Tesseract writes, into the words of a page as they would have been printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import fmean, median_low

from lxml import etree

from pipeline.provenance import Box
from pipeline.read.pdf.ink import InkWord, even

_LINES = ["ocr_line", "ocr_caption", "ocr_header", "ocr_textfloat"]
_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
_DOUBTFUL = 40.0
"""Mean confidence of a line, of 100, below which it is a scrawl, a seal or a stain."""
_SMUDGE = 60.0
"""Confidence below which a sign without a letter or digit is a speck on the glass."""
_FRAME = re.compile(r"[|_~=\[\]{}\\/¦—]{1,6}")
"""What pieces of ruling lines are taken for."""
_BULLET_LIKE = frozenset("*¢«»©®°¤§+>·•eo")
"""What a bullet is taken for; a letter only where no word can be one letter."""
_ONE = re.compile(r"[lI|]([.)])")
_COMMA = re.compile(r"(\d{1,3})[,;]")
"""A number whose dot is taken for a comma."""
_LIKE = 0.2
"""Share by which the sizes of one fount are measured differently from line to line."""


@dataclass(frozen=True)
class _Seen:
    """One recognised word, in pixels."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    """Of 100."""


@dataclass(frozen=True)
class _Row:
    """One recognised line."""

    words: tuple[_Seen, ...]
    baseline: float
    size: float
    """Font size in pixels."""

    @property
    def confidence(self) -> float:
        return fmean(word.confidence for word in self.words)


def words_of(
    hocr: bytes, page: int, size: tuple[float, float]
) -> tuple[list[InkWord], float | None]:
    """The words on a page of `size` (points), and their mean confidence, 0..1 (None: no words).

    `page` is the page's number. hOCR that is not well-formed is read as far as it can be.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(hocr, parser) if hocr.strip() else None
    if root is None:
        return [], None
    rows, wide = _rows(root)
    rows = [row for row in map(_cleaned, rows) if row.words and row.confidence >= _DOUBTFUL]
    if not rows or not wide:
        return [], None
    rows = list(_mended(rows))
    usual = median_low(row.size for row in rows for _ in row.words)
    scale = size[0] / wide
    words = []
    for row in rows:
        near = abs(row.size - usual) <= _LIKE * usual
        font = (usual if near else row.size) * scale
        for seen in row.words:
            box = Box(seen.x0 * scale, seen.top * scale, seen.x1 * scale, seen.bottom * scale)
            baseline = row.baseline * scale
            words.append(InkWord(seen.text, even(box, baseline, font), baseline, font, False, page))
    return words, fmean(seen.confidence for row in rows for seen in row.words) / 100


def _rows(root: etree._Element) -> tuple[list[_Row], float]:
    """The lines of a page with the width of its picture in pixels."""
    rows, wide = [], 0.0
    for element in root.iter():
        kind = element.get("class")
        if kind == "ocr_page":
            wide = _numbers(element, "bbox")[2]
        elif kind in _LINES:
            x0, _, x1, bottom = _numbers(element, "bbox")
            slope, offset = _numbers(element, "baseline") or (0.0, 0.0)
            words = tuple(_words(element))
            if words:
                middle = slope * (x1 - x0) / 2
                size = (_numbers(element, "x_size") or [bottom - words[0].top])[0]
                rows.append(_Row(words, bottom + offset + middle, size))
    return rows, wide


def _words(line: etree._Element) -> Iterator[_Seen]:
    for element in line.iter():
        if element.get("class") != "ocrx_word":
            continue
        text = "".join(element.itertext()).strip()
        if text and " " not in text:
            x0, top, x1, bottom = _numbers(element, "bbox")
            sure = (_numbers(element, "x_wconf") or [0.0])[0]
            yield _Seen(text, x0, top, x1, bottom, sure)


def _numbers(element: etree._Element, name: str) -> list[float]:
    """The numbers of one property of an element: 'bbox 0 0 10 10; x_wconf 96'."""
    for part in element.get("title", "").split(";"):
        key, _, rest = part.strip().partition(" ")
        if key == name:
            return [float(n) for n in _NUMBERS.findall(rest)]
    return []


def _cleaned(row: _Row) -> _Row:
    """The line without pieces of ruling lines and specks."""
    kept = tuple(
        word
        for place, word in enumerate(row.words)
        if any(c.isalnum() for c in word.text)
        or (place == 0 and len(row.words) > 1 and _is_bullet(row))
        or not (word.confidence < _SMUDGE or _is_frame(row, place))
    )
    return replace(row, words=kept)


def _is_frame(row: _Row, place: int) -> bool:
    """Whether a sign is a piece of the lines round or between cells."""
    text = row.words[place].text
    at_end = place in {0, len(row.words) - 1} and text not in "/—"
    return _FRAME.fullmatch(text) is not None and (at_end or text in "|_~¦")


def _is_bullet(row: _Row) -> bool:
    """Whether a line's first sign is a bullet: one that is taken for one, set off from text."""
    first, second = row.words[0], row.words[1]
    if len(first.text) != 1 or not (first.text in _BULLET_LIKE or first.text == "-"):
        return False
    return second.x0 - first.x1 > 0.5 * row.size


def _mended(rows: list[_Row]) -> Iterator[_Row]:
    """The lines with their list markers as they were printed."""
    for row in rows:
        first = row.words[0]
        if len(row.words) > 1 and _is_bullet(row) and first.text not in "-o":
            yield _begun(row, "•")
        elif (found := _ONE.fullmatch(first.text)) and _is_one(first.text, rows):
            yield _begun(row, f"1{found[1]}")
        elif (found := _COMMA.fullmatch(first.text)) and _is_next(int(found[1]), rows):
            yield _begun(row, f"{found[1]}.")
        else:
            yield row


def _is_next(number: int, rows: list[_Row]) -> bool:
    """Whether the number before or after `number` begins a line of its own."""
    firsts = {row.words[0].text for row in rows}
    return not firsts.isdisjoint({f"{number - 1}.", f"{number + 1}."})


def _begun(row: _Row, text: str) -> _Row:
    return replace(row, words=(replace(row.words[0], text=text), *row.words[1:]))


def _is_one(marker: str, rows: list[_Row]) -> bool:
    """Whether 'l.' or 'I.' is the number one; Roman and lettered lists go on in their own way."""
    firsts = {row.words[0].text for row in rows}
    close = marker[-1]
    return marker[0] != "I" or (f"II{close}" not in firsts and f"2{close}" in firsts)
