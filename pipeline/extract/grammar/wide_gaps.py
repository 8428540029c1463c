"""Lists set in columns by tabs: a wide gap between two words on a line parts what they say.

'Ada Ash        Ben Birch        Cass Cole' is printed without a comma. The text of a Passage has
one blank between words whatever their distance; here the blank of a wide gap is made a line break,
so that places in the text stay the same.
"""

from __future__ import annotations

import itertools

from msgspec import structs

from pipeline.document import Passage, Word
from pipeline.extract.grammar.names import honorific_of

_ALWAYS = 1.5
"""Heights of a word from which a gap is wide in any line."""
_SOMETIMES = 0.75
"""The same, where the line has narrow gaps too."""
_NARROW = 2.2
"""How many times the narrowest gap of its line such a gap is."""


def with_gaps(passage: Passage) -> Passage:
    """The passage with a line break in the place of each blank that is a wide gap on the page."""
    if not passage.words:
        return passage
    text = list(passage.text)
    for line in _lines(passage.words):
        gaps = [after.box.x0 - before.box.x1 for before, after in itertools.pairwise(line)]
        narrowest = min((gap for gap in gaps if gap > 0), default=0.0)
        for gap, (before, after) in zip(gaps, itertools.pairwise(line), strict=True):
            high = before.box.bottom - before.box.top
            wide = gap >= _ALWAYS * high or (
                gap >= _SOMETIMES * high and gap >= _NARROW * narrowest
            )
            if wide and not _belong(passage.text, before, after) and text[before.end] == " ":
                text[before.end] = "\n"
    return structs.replace(passage, text="".join(text))


def _lines(words: tuple[Word, ...]) -> list[list[Word]]:
    """The words by line: a word that stands left of the one before it begins a line."""
    lines: list[list[Word]] = [[]]
    for word in words:
        last = lines[-1][-1] if lines[-1] else None
        if last is not None and (
            word.page != last.page or word.box.x0 < last.box.x1 or word.box.top > last.box.bottom
        ):
            lines.append([])
        lines[-1].append(word)
    return lines


def _belong(text: str, before: Word, after: Word) -> bool:
    """Whether two words belong together over a gap: 'Cllrs.   Ada Ash', 'A Ash   (Chair)'."""
    first, second = text[before.start : before.end], text[after.start : after.end]
    if first.endswith((":", "-", "–", "(", "&", ",", ";")) or second.startswith(("(", "–", "-")):
        return True
    return first.lower() in {"and", "of", "the"} or honorific_of(f"{first} X")[1] == "X"
