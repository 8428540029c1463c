"""Words into printed lines, and lines into the one text of a passage."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.document import Passage, Word
from pipeline.provenance import Box
from pipeline.read.hyphens import keeps_hyphen
from pipeline.read.pdf.ink import InkWord

_SAME_LINE = 0.45
"""Share of the font size by which baselines of one line may differ (superscripts)."""
_GLUED = 0.08
"""Share of the font size below which two words touch: '11' and a raised 'th' are one word."""
_RAISED = re.compile(r"st|nd|rd|th", re.IGNORECASE)
"""The letters of '7th', which are set raised and small."""
_RAISED_BY = 0.75
"""Share of the font size by which such letters may stand above the line that they belong to."""
_MARK = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]|[^\w\s]")
"""'5.', '(a)', '•': word processors set these in a type of their own."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Line:
    """Words that stand on one baseline, from left to right."""

    words: tuple[InkWord, ...]

    @cached_property
    def box(self) -> Box:
        """Around all the words."""
        return Box.around(w.box for w in self.words)

    @cached_property
    def size(self) -> float:
        """The largest font size of the line's text, in points; a list's marks may be larger."""
        return max(w.size for w in self._text)

    @cached_property
    def baseline(self) -> float:
        """The baseline of the largest words, in points from the page's top."""
        return max((w.size, w.baseline) for w in self._text)[1]

    @cached_property
    def _text(self) -> tuple[InkWord, ...]:
        """The words without a number or bullet at their head."""
        marked = len(self.words) > 1 and _MARK.fullmatch(self.words[0].text)
        return self.words[1:] if marked else self.words

    @cached_property
    def bold(self) -> bool:
        """Whether every word with a letter or digit is bold."""
        spoken = [w for w in self.words if any(c.isalnum() for c in w.text)]
        return bool(spoken) and all(w.bold for w in spoken)

    @cached_property
    def text(self) -> str:
        """The line's text, one blank between words."""
        return passage([self]).text

    @cached_property
    def page(self) -> int:
        """The page that the line stands on."""
        return self.words[0].page

    def segments(self, gap: float) -> list[Line]:
        """The line cut wherever two words stand further apart than `gap` font sizes."""
        cuts, current = [], [self.words[0]]
        for before, word in zip(self.words, self.words[1:], strict=False):
            if word.box.x0 - before.box.x1 > gap * self.size:
                cuts.append(Line(tuple(current)))
                current = []
            current.append(word)
        cuts.append(Line(tuple(current)))
        return cuts


def lines_of(words: Iterable[InkWord]) -> list[Line]:
    """Group words into lines by their baselines, from the top down."""
    lines: list[list[InkWord]] = []
    for word in sorted(words, key=lambda w: (w.baseline, w.box.x0)):
        if lines:
            anchor = max(lines[-1][-8:], key=lambda w: w.size)
            if word.baseline - anchor.baseline <= _SAME_LINE * max(word.size, anchor.size):
                lines[-1].append(word)
                continue
        lines.append([word])
    return [
        Line(tuple(sorted(line, key=lambda w: w.box.x0))) for line in _with_raised(lines) if line
    ]


def _with_raised(lines: list[list[InkWord]]) -> list[list[InkWord]]:
    """The lines, the letters of ordinals that stand on a line of their own put behind their digit.

    Some are raised so far that no baseline tells whose they are: what they touch does.
    """
    for above, below in itertools.pairwise(lines):
        for word in [w for w in above if len(above) <= 4 and _RAISED.fullmatch(w.text)]:
            if any(_touches(digit, word) for digit in below):
                above.remove(word)
                below.append(word)
    return lines


def _touches(digit: InkWord, raised: InkWord) -> bool:
    """Whether raised letters stand straight behind a larger word that ends in a digit."""
    return (
        digit.text[-1:].isdigit()
        and raised.size < digit.size
        and abs(raised.box.x0 - digit.box.x1) <= 2 * _GLUED * digit.size
        and 0 < digit.baseline - raised.baseline <= _RAISED_BY * digit.size
    )


def passage(lines: Sequence[Line], known: Container[str] = frozenset()) -> Passage:
    """The text of some lines as one passage, hyphenated line ends joined.

    `known` holds the lower-case words of the paper: see `joins_without_hyphen`.
    """
    text = ""
    words: list[Word] = []
    before: InkWord | None = None
    for number, line in enumerate(lines):
        for place, word in enumerate(line.words):
            if before is not None:
                if place == 0 and number and _ends_in_hyphen(text):
                    if joins_without_hyphen(text, word.text, known):
                        text = text[:-1]
                        last = words[-1]
                        words[-1] = Word(last.start, len(text), last.page, last.box, last.bold)
                elif place == 0 or word.box.x0 - before.box.x1 > _GLUED * word.size:
                    text += " "
            start = len(text)
            text += word.text
            words.append(Word(start, len(text), word.page, word.box, word.bold))
            before = word
    return Passage(text, tuple(words))


def _ends_in_hyphen(text: str) -> bool:
    return len(text) > 1 and text[-1] in "-\u2010\u2011" and text[-2].isalnum()


def joins_without_hyphen(text: str, following: str, known: Container[str]) -> bool:
    """Whether the hyphen at the end of `text` only broke a word that `following` ends."""
    head, tail = _WORD.findall(text), _WORD.findall(following)
    return bool(head and tail) and not keeps_hyphen(head[-1], tail[0], known)


def vocabulary(pages: Iterable[Sequence[Line]]) -> frozenset[str]:
    """The lower-case words, and hyphened words, that stand whole within the lines of a paper."""
    seen: set[str] = set()
    for lines in pages:
        for line in lines:
            # The first and the last word of a line may be halves.
            for word in line.words[1:-1]:
                token = word.text.strip(".,;:()[]‘’“”'\"").lower()
                if token:
                    seen.add(token)
    return frozenset(seen)
