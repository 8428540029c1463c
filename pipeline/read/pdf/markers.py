"""List markers and paragraph numbers at the start of a printed line, told by the gap after them."""

from __future__ import annotations

import re

_BULLETS = "•●▪◦‣·∙○■□►➢✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf071"
_BULLET = re.compile(rf"[{_BULLETS}]|[-–—*o]")
_NUMBER = re.compile(
    r"""
      \(?\d{1,4}[.):]                  # 4.  (4)  2399.
    | \d{1,3}(?:[./]\d{1,4}){1,3}[.):]? # 18.03.05  5/24  3.1.
    | \(?[A-Za-z][.)]                  # a)  (b)  C.
    | \(?[ivxIVX]{1,5}[.)]             # (iv)
    | [A-Z]{1,3}[./]?\d{1,4}(?:[./]\d{1,4})?[.):]?  # C.12  PL/24
    """,
    re.VERBOSE,
)
_INITIAL = re.compile(r"[A-HJ-Z]\.")
_BLANK = 0.4
"""Font sizes of a gap that is no more than a blank."""
_BARE = re.compile(r"\d{1,4}|[A-Z]\d{1,3}")


def marker_of(word: str, gap: float | None) -> str | None:
    """`word` if it is a marker, given the gap to the next word in font sizes (None: no next).

    A bare number is a marker only when set off by more than a blank, because lines of prose begin
    with years and quantities too.
    """
    # 'B. Ash' at the head of a line is somebody, and no list's second entry.
    if gap is None or (_INITIAL.fullmatch(word) and gap <= _BLANK):
        return None
    if _BULLET.fullmatch(word) and (word not in "-–—*o" or gap > 0.2):
        return word
    if _NUMBER.fullmatch(word):
        plain = word.strip("().:")
        decimal = re.fullmatch(r"\d+\.\d+", plain) is not None
        closed = word.endswith((".", ")", ":"))
        if closed and not (decimal and word.endswith(":")):
            return word
        return word if gap > 0.6 else None
    if _BARE.fullmatch(word) and gap > 0.6:
        return word
    return None


def is_bullet(marker: str) -> bool:
    """Whether a marker is a bullet and not a number or a letter."""
    return _BULLET.fullmatch(marker) is not None
