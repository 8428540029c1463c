"""List markers: '•', '1.', '(a)', '4.10', 'ii)' and how lists stand inside one another."""

from __future__ import annotations

import re

INDENT = 18.0
"""Points of indent for each level of nesting in a paper without geometry."""

_BULLETS = "•●▪■◦○‣⁃∙·➢➤✓✔❖►▶➔→⇒*\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d"
_SYMBOL_FONT = re.compile("[\ue000-\uf8ff]")

_BULLET = re.compile(rf"[{re.escape(_BULLETS)}](?=\s|$)|[•●▪■\uf0b7\uf0a7](?=\S)")
_DASH = re.compile(r"[-–—](?=\s+[^\s(–—-])")
# Word's second-level bullet is the letter o in a symbol font; a sentence never begins so.
_LETTER_O = re.compile(r"o(?=\s{2,}\S|\s+[A-Z“‘'\"(])")
# '1.Adoption of Minutes': web pages lose the blank after the number of a heading.
_NUMBER = re.compile(
    r"\d{1,4}[a-z]?[.)](?=\s|$)|\(\d{1,3}[a-z]?\)(?=\s|$)|\d{1,3}\.\)(?=\s)|\[\d{1,2}\](?=\s)"
    r"|\d{1,2}[.)](?=[“‘\"']?[A-Z][A-Za-z]{2})"
)
_DOTTED = re.compile(r"(\d{1,4}(?:\.\d{1,3}){1,4}[.)]?)(?=(\s+)(\S))")
_GLUED = re.compile(r"\d{1,2}\.\d{1,2}(?=[A-Z][a-z]{2}|(?!GB|MB|KW|MW|KM)[A-Z]{2,3}\s[a-z])")
"""'1.1Approved', '3.1CD was elected': the blank behind the number was lost."""
_UNIT = re.compile(
    r"(?:[ap]\.?\s?m\b|noon|midday|midnight|hours?\b|hrs\b|million|billion|%|per\s+cent|"
    r"to\b|until|and\b|or\b|[-–—])",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\([A-Za-z]\)(?=\s|$)|[A-Za-z]\)(?=\s|$)|[b-hj-z]\.(?=\s)|a\.(?=\s)|[A-Z]\.(?=\s{2,})"
)
_ROMAN = re.compile(
    r"\([ivxIVX]{1,5}\)(?=\s|$)|[ivxIVX]{1,5}\)(?=\s|$)|[ivx]{1,5}\.(?=\s)"
    r"|(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\.(?=\s)"
)
# A minute number that counts through the year: 118/21/22. A financial year is not one.
_MINUTE = re.compile(
    r"(?!(?:19|20)\d\d/\d\d\s)(?:[A-Z]{1,4}/?)?\d{1,4}/\d{1,4}(?:/\d{1,4})?[.:]?(?=\s)"
)
_DAY = re.compile(
    r"\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?\s+\d{4}", re.IGNORECASE
)
"""'4 JULY 2027' on a line of its own."""
_BARE = re.compile(
    r"(?!(?:19|20)\d\d\s)\d{1,4}(?=\s)(?!\s+(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b)"
)
"""A number without any mark; '2027 Budget' begins with a year, '1 March minutes' with a day."""


def split_marker(text: str, *, heading: bool = False) -> tuple[str | None, str]:
    """The list marker that `text` begins with, and the rest; (None, text) where there is none.

    `text` may still have runs of blanks: a wide gap after '1.1' tells a marker from a number.
    `heading` says that the text is marked up as a heading, where a bare number is a marker.
    A bullet of a symbol font comes back as '•'; every other marker as printed.
    """
    text = text.strip()
    found = _match(text, heading=heading)
    if found is None:
        return None, text
    marker = text[:found]
    return _SYMBOL_FONT.sub("•", marker), text[found:].strip()


def _match(text: str, *, heading: bool) -> int | None:
    for pattern in (_BULLET, _DASH, _LETTER_O, _NUMBER, _ROMAN, _LETTER):
        if found := pattern.match(text):
            return found.end()
    if found := _GLUED.match(text):
        return found.end()
    if (found := _DOTTED.match(text)) and not _UNIT.match(text, found.end(2)):
        wide = len(found[2]) > 1 or "\t" in found[2]
        if wide or heading or found[1][-1] in ".)" or not found[3].islower():
            return found.end(1)
    if _DAY.fullmatch(text):
        return None
    if found := (_MINUTE.match(text) or _BARE.match(text)):
        rest = text[found.end() :].strip()
        if heading or is_capitals(rest):
            return found.end()
    return None


def is_capitals(text: str) -> bool:
    """Whether `text` is printed in capitals throughout, as headings of business are."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def kind_of(marker: str) -> str:
    """What kind of list a marker belongs to: markers of one list have one kind."""
    core = marker.strip("().[]")
    if core.isdigit():
        return "1" + marker.replace(core, "")
    if re.fullmatch(r"\d+(?:\.\d+)+", core):
        return "." * core.count(".")
    if re.fullmatch(r"[ivx]+", core):
        return "i"
    if re.fullmatch(r"[a-z]", core):
        return "a"
    if re.fullmatch(r"[A-Z]|[IVX]+", core):
        return "A"
    return marker


class Nesting:
    """How deep a list entry stands, told from the kinds of marker seen since the list began."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._outer: int | None = None
        """The last plain number at the margin: '4.' behind '3.' and its '3.1' is at it again."""
        self._inner: int | None = None
        """The last plain number of a list inside that."""

    def reset(self) -> None:
        """A paragraph without a marker ends the list."""
        self._open.clear()

    def indent(self, marker: str) -> float:
        """Points of indent of the entry that begins with `marker`."""
        kind = kind_of(marker)
        plain = marker.strip("().[]")
        number = int(plain) if plain.isdigit() else None
        depth = self._depth(kind, marker)
        if number is not None:
            if depth and number - 1 == self._outer != self._inner:
                self._open, depth = [kind], 0.0
            self._inner = number if depth else None
            self._outer = self._outer if depth else number
        return depth

    def _depth(self, kind: str, marker: str) -> float:
        """The same, by the kinds of marker alone."""
        if kind.startswith("."):
            # '3.10' says by itself where it stands: it begins a list of its own.
            self._open = [kind]
            return 0.0
        # 'i' may be a roman number or the letter after 'h'; 'v' and 'x' likewise.
        if kind == "i" and "a" in self._open and len(marker.strip("().")) == 1:
            kind = "i" if "i" in self._open or marker.strip("().") == "i" else "a"
        if kind in self._open:
            del self._open[self._open.index(kind) + 1 :]
        else:
            self._open.append(kind)
        return INDENT * (len(self._open) - 1)
