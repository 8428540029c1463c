"""Text that a PDF holds as numbers of glyphs: '7KDW' for 'That', where its fonts map nothing.

Word and others embed a part of a font without the map from its glyphs to characters. PDFium then
gives the numbers of the glyphs as characters: a blank is U+0003, and each letter stands 29 before
its own code. Text faces of Windows (Arial, Times New Roman) number their glyphs as Apple's fonts
did, without the unbreakable blank: ASCII from 3, then Mac Roman.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

BLANK = "\x03"
"""The number of the blank: no text has this character otherwise."""
_ASCII = range(3, 98)
_BEFORE_GAP, _AFTER_GAP = range(98, 172), range(172, 225)
"""Numbers of other glyphs, before and after the unbreakable blank that the fonts leave out."""
_SET_BY_PDFIUM = frozenset(" \r\n\x00\ufffe\x02")
"""Blanks and line ends that PDFium puts between what a font sets."""
_TEXT = frozenset(" .,;:()-–£’‘“”•'/&")
_LEAST = 0.9
"""Share of a font's text that has to come out as letters and the signs of prose."""


def decoded(text: str, fonts: Sequence[str]) -> str:
    """`text` with what fonts hold as glyph numbers read as characters.

    `fonts` names the font of every character. A font's text is read so where it has the blank's
    number and prose comes out.
    """
    numbered = {font for char, font in zip(text, fonts, strict=True) if char == BLANK}
    by_font: dict[str, list[str]] = {font: [] for font in numbered}
    for char, font in zip(text, fonts, strict=True):
        if font in by_font and char not in _SET_BY_PDFIUM:
            by_font[font].append(char)
    coded = {font for font, chars in by_font.items() if _is_coded(chars)}
    return "".join(_read(text, fonts, coded)) if coded else text


def _read(text: str, fonts: Sequence[str], coded: set[str]) -> Iterator[str]:
    for char, font in zip(text, fonts, strict=True):
        known = font not in coded or char in _SET_BY_PDFIUM
        yield char if known else _character(ord(char)) or char


def _is_coded(chars: Sequence[str]) -> bool:
    """Whether the characters of one font are numbers of glyphs."""
    read = [_character(ord(c)) for c in chars]
    told = sum(c is not None and (c.isalnum() or c in _TEXT) for c in read)
    return told >= _LEAST * len(chars)


def _character(number: int) -> str | None:
    """The character of a glyph's number; None where such fonts have none."""
    if number in _ASCII:
        return chr(number + 29)
    if number in _BEFORE_GAP:
        return bytes([number + 30]).decode("mac_roman")
    if number in _AFTER_GAP:
        return bytes([number + 31]).decode("mac_roman")
    return None
