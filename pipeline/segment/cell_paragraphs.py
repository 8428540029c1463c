"""The text of a table's cell as paragraphs, by its type, bullets, gaps and short lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median

from pipeline.document import Paragraph, Passage, Word
from pipeline.provenance import Box

_BULLET = re.compile(r"^[•●▪■◦➢\uf0b7\uf0a7\uf0d8\uf0fc]\s*|^[-–]\s+(?=\S)")
_LETTERED = re.compile(r"^(?P<letter>\(?[a-z][.)])\s+(?=[A-Z])")
"""'b. Quotations for repairs': the next of a list in a cell."""
_LINE = 3.0
"""Points within which the tops of two words are on one line."""
REFERENCE = re.compile(r"\d{1,3}[-–/]\d{1,3}\s+(?=[A-Z])")
"""'05-02 Clerk to write': the number of a task."""


def cut_cell(passage: Passage, *, listed: bool = False) -> list[Paragraph]:
    """A cell's text cut where the type turns from bold to plain, at bullets and at wide gaps.

    A cell that lists what was decided is cut too where a line ends early and the next begins anew.
    """
    lines = lines_of(passage)
    if len(lines) < 2:
        return [Paragraph(passage)] if passage.text else []
    gaps = [b[0].box.top - a[0].box.top for a, b in itertools.pairwise(lines)]
    usual = median(g for g in gaps if g > 0) if any(g > 0 for g in gaps) else 0.0
    right = max(line[-1].box.x1 for line in lines)
    cuts = [0]
    for at, (above, below) in enumerate(itertools.pairwise(lines), start=1):
        bold = all(w.bold for w in above) != all(w.bold for w in below)
        gap = below[0].box.top - above[0].box.top
        text = passage.text[below[0].start : below[-1].end]
        early = text[:1].isupper() and _ends_early(above, below, right)
        anew = listed and (early or REFERENCE.match(text) is not None)
        marked = _BULLET.match(text) or _LETTERED.match(text)
        if bold or gap > 1.35 * usual or gap < 0 or marked or anew:
            cuts.append(at)
    out = []
    for first, stop in itertools.pairwise([*cuts, len(lines)]):
        end = lines[stop][0].start if stop < len(lines) else len(passage.text)
        piece = passage.cut(lines[first][0].start, end)
        found, letter = _BULLET.match(piece.text), _LETTERED.match(piece.text)
        if letter:
            out.append(Paragraph(piece.cut(letter.end()), letter["letter"], 18.0))
        elif found and len(found.group()) < len(piece.text):
            out.append(Paragraph(piece.cut(found.end()), "•", 18.0))
        else:
            out.append(Paragraph(piece))
    return [p for p in out if p.text]


def _ends_early(above: Sequence[Word], below: Sequence[Word], right: float) -> bool:
    """Whether the first word of a line had room on the line above."""
    first, last = below[0].box, above[-1].box
    blank = 0.3 * (first.bottom - first.top)
    return last.x1 + blank + first.x1 - first.x0 < right


def lines_of(passage: Passage) -> list[list[Word]]:
    """The words of a passage, line by line as printed."""
    lines: list[list[Word]] = []
    for word in passage.words:
        last = lines[-1][-1] if lines else None
        if last and last.page == word.page and _is_level(last.box, word.box):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _is_level(last: Box, box: Box) -> bool:
    """Whether a word goes on with the line of the last one, as the raised 'th' of '4th' does."""
    if abs(last.bottom - box.bottom) <= _LINE:
        return True
    return box.x0 > last.x1 - 1.0 and box.top < last.bottom - 1.0 and box.bottom > last.top + 1.0
