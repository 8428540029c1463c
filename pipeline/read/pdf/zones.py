"""Parts of a page that stand side by side: columns of a newsletter, headings beside their text.

Lines go over the whole page. Where a gutter of white space runs down between them, what stands left
of it is read before what stands right: a whole column at a time, or heading by heading.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.read.pdf.lines import Line, lines_of

_GAP = 0.9
"""Font sizes of white space that may be part of a gutter."""
_CLEAR = 0.5
"""Font sizes that every word left of a gutter keeps away from it."""
_NEAR = 1.6
"""Points within which lines begin at the same edge."""
_CANDIDATES = 3
"""How many edges, the commonest first, are tried as a gutter's."""
_LINES = 6
"""The fewest lines beside one another that tell of columns."""
_FEW = 2
"""The same where a page before has columns at that place."""
_COLUMN = 0.22
"""Share of the text's width that a column of running text has at least."""
_HEADS = 0.45
"""Share of the text's width that a column of headings has at most."""
_WORDS = 3
"""Words in the middle line of running text, at least."""
_WIDER = 1.3
"""By how much the gap between paragraphs exceeds that between lines."""
_PITCH = 2.3
"""Font sizes between two lines of one column, at most."""
_LEVEL = 0.9
"""Font sizes by which the first lines of two columns may stand apart."""
_TITLE = 14
"""The most words of a heading."""
_NUMBERED = re.compile(
    r"(?!(?:19|20)\d\d\b)(?:item\s+)?\(?[A-Z]{0,3}\d{1,4}(?:[./-]\d{1,4}){0,3}[.):]?(?:\s|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Zone:
    """Lines that are read from the top down, before those of the next zone."""

    lines: list[Line]
    top: float | None = None
    """The place of all its paragraphs on the page, for a zone beside others; None: their own."""
    right: float | None = None
    """Where its text wraps; None: at the page's margin."""
    heading: bool = False
    """One heading over several lines."""
    aside: bool = False
    """Beside the text, and no part of it."""
    gutter: float | None = None
    """Where what stands right of this zone begins."""


def zones_of(lines: Sequence[Line], known: Collection[float] = ()) -> list[Zone]:
    """The zones of some lines of a page, in reading order; mostly one.

    `known` are the gutters of pages before: there, few lines tell of columns.
    """
    found = _side_by_side(lines, known)
    if found is None:
        return [Zone(list(lines))] if lines else []
    first, stop, zones = found
    return [*zones_of(lines[:first], known), *zones, *zones_of(lines[stop:], known)]


def _side_by_side(
    lines: Sequence[Line], known: Collection[float]
) -> tuple[int, int, list[Zone]] | None:
    """The stretch of the lines that a gutter parts, and its zones."""
    for edge in _edges(lines, known):
        first, stop = _stretch(lines, edge)
        stretch = lines[first:stop]
        fewest = _FEW if _is_near(edge, known) else _LINES
        if len(stretch) < fewest:
            continue
        left = lines_of(w for line in stretch for w in line.words if w.box.x0 < edge - _NEAR)
        right = lines_of(w for line in stretch for w in line.words if w.box.x0 >= edge - _NEAR)
        if not left or not right or not _begin_at(right, edge):
            continue
        top = stretch[0].box.top
        heads = _heads(left)
        if _are_beside(heads, left, right, fewest):
            return first, stop, list(_rows(heads, right, edge))
        if _abreast(left, right, fewest):
            return first, stop, [*_column(left, top, edge), *_column(right, top)]
    return None


def _edges(lines: Sequence[Line], known: Collection[float]) -> list[float]:
    """Where many lines begin, or go on after a gap: the edges of what may be columns."""
    starts = Counter(round(line.box.x0) for line in lines)
    starts += Counter(
        round(word.box.x0)
        for line in lines
        for before, word in itertools.pairwise(line.words)
        if word.box.x0 - before.box.x1 > _GAP * word.size
    )
    leftmost = min(starts, default=0) + _NEAR
    near = {x: sum(starts[x + d] for d in (-1, 0, 1)) for x in starts if x > leftmost}
    tried = (x for x in near if near[x] >= _LINES // 2 or _is_near(x, known))
    common = sorted(tried, key=lambda x: (not _is_near(x, known), -near[x], x))
    return [float(x) for x in common[:_CANDIDATES]]


def _is_near(edge: float, known: Iterable[float]) -> bool:
    return any(abs(edge - each) <= _NEAR for each in known)


def _stretch(lines: Sequence[Line], edge: float) -> tuple[int, int]:
    """The longest run of lines that no word crosses the gutter of, cut to what is beside it."""
    best = (0, 0)
    at = 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and _is_clear(lines[stop], edge):
            stop += 1
        if stop - at > best[1] - best[0]:
            best = (at, stop)
        at = max(stop, at + 1)
    first, stop = best
    beside = [n for n in range(first, stop) if lines[n].box.x1 > edge]
    if not beside:
        return 0, 0
    start = beside[0]
    if (
        start > first
        and lines[start].baseline - lines[start - 1].baseline < _LEVEL * lines[start].size
    ):
        start -= 1  # the columns begin a little apart
    last = beside[-1] + 1
    while (
        last < stop and lines[last].baseline - lines[last - 1].baseline < _PITCH * lines[last].size
    ):
        last += 1
    return start, last


def _is_clear(line: Line, edge: float) -> bool:
    return not any(
        word.box.x0 < edge - _NEAR and word.box.x1 > edge - _CLEAR * word.size
        for word in line.words
    )


def _begin_at(right: Sequence[Line], edge: float) -> bool:
    """Whether what stands right of a gutter keeps to its edge, as no justified prose does."""
    return sum(abs(n.box.x0 - edge) <= _NEAR for n in right) >= 0.6 * len(right)


def _abreast(left: Sequence[Line], right: Sequence[Line], fewest: int) -> bool:
    """Whether both sides are running text, each with paragraphs of its own."""
    width = max(n.box.x1 for n in right) - min(n.box.x0 for n in left)
    return (
        min(len(left), len(right)) >= fewest
        and all(_width(side) >= _COLUMN * width for side in (left, right))
        and _is_prose(left, right, fewest)
        and all(median(len(n.words) for n in side) >= _WORDS for side in (left, right))
        and (fewest < _LINES or not _share_rows(left, right))
    )


def _is_prose(left: Sequence[Line], right: Sequence[Line], fewest: int) -> bool:
    """Whether sentences run on from line to line: on both sides; on one where columns are known."""
    told = [_runs_on(n) >= max(fewest // 2, int(0.12 * len(n))) for n in (left, right)]
    return all(told) or (fewest < _LINES and any(told))


def _width(lines: Sequence[Line]) -> float:
    return max(n.box.x1 for n in lines) - min(n.box.x0 for n in lines)


def _runs_on(lines: Sequence[Line]) -> int:
    """How many lines go on with the sentence of the line above."""
    return sum(
        below.text[0].islower() and below.baseline - above.baseline < _PITCH * above.size
        for above, below in itertools.pairwise(lines)
    )


def _share_rows(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether paragraphs on both sides begin at the same heights, as rows of a table do."""
    begun = [_beginnings(side) for side in (left, right)]
    fewest = min(map(len, begun))
    together = sum(any(abs(a - b) <= _NEAR for b in begun[1]) for a in begun[0])
    return fewest >= 2 and together >= 0.7 * fewest


def _beginnings(lines: Sequence[Line]) -> list[float]:
    """The baselines of the lines below a wide gap."""
    gaps = [below.baseline - above.baseline for above, below in itertools.pairwise(lines)]
    usual = median(gaps) if gaps else 0.0
    return [
        line.baseline for line, gap in zip(lines[1:], gaps, strict=True) if gap > _WIDER * usual
    ]


def _column(lines: Sequence[Line], top: float, gutter: float | None = None) -> list[Zone]:
    """One column, itself parted where it holds others."""
    right = max(line.box.x1 for line in lines)
    return [
        Zone(
            zone.lines,
            top,
            zone.right or right,
            heading=zone.heading,
            gutter=zone.gutter or gutter,
        )
        for zone in zones_of(lines)
    ]


def _heads(left: Sequence[Line]) -> list[list[Line]]:
    """The lines left of a gutter, each heading's together."""
    heads: list[list[Line]] = []
    for line in left:
        above = heads[-1][-1] if heads else None
        if (
            above is None
            or line.baseline - above.baseline > 1.5 * line.size
            or _NUMBERED.match(line.text)
            or (line.bold != above.words[-1].bold and not _is_number(heads[-1]))
        ):
            heads.append([line])
        else:
            heads[-1].append(line)
    return heads


def _is_number(head: Sequence[Line]) -> bool:
    """Whether a heading so far is its number alone, its words to follow below."""
    return len(head) == 1 and not _NUMBERED.sub("", head[0].text, count=1).strip()


def _are_beside(
    heads: Sequence[Sequence[Line]], left: Sequence[Line], right: Sequence[Line], fewest: int
) -> bool:
    """Whether headings hang beside the text that they head."""
    texts = [" ".join(line.text for line in head) for head in heads]
    worded = [t for t in texts if any(c.isalpha() for c in _NUMBERED.sub("", t, count=1))]
    titles = [
        text
        for head, text in zip(heads, texts, strict=True)
        if _NUMBERED.match(text) or all(line.bold for line in head)
    ]
    level = sum(any(abs(h[0].baseline - n.baseline) <= _NEAR for n in right) for h in heads)
    whole = max(n.box.x1 for n in right) - min(n.box.x0 for n in left)
    return (
        len(worded) >= fewest // 2
        and len(worded) >= 0.6 * len(heads)
        and len(titles) >= 0.6 * len(heads)
        and level >= 0.7 * len(heads)
        and (fewest < _LINES or len(left) < len(right))
        and _width(left) <= _HEADS * whole
        and (fewest < _LINES or _runs_on(right) >= _LINES // 2)
        and all(len(text.split()) <= _TITLE for text in texts)
    )


def _rows(heads: Sequence[list[Line]], right: Sequence[Line], edge: float) -> Iterator[Zone]:
    """Each heading before the text that begins beside it; text above the first comes first."""
    tops = [head[0].baseline - _NEAR for head in heads]
    above = [line for line in right if line.baseline < tops[0]]
    if above:
        yield Zone(above, above[0].box.top)
    for head, top, foot in zip(heads, tops, [*tops[1:], float("inf")], strict=True):
        place = head[0].box.top
        yield Zone(head, place, edge, heading=True, gutter=edge)
        if text := [line for line in right if top <= line.baseline < foot]:
            yield Zone(text, place)
