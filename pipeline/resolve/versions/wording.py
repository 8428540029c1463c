"""The rest of the minutes' text: what two versions word otherwise that is no fact of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from rapidfuzz.distance import Indel

from pipeline.resolve.versions import sense
from pipeline.resolve.versions.accounts import Account
from pipeline.resolve.versions.difference import Difference

_APART = 2
"""Equal words between two differences from which they are two."""
_CONTEXT = 4
"""Words of a paragraph that are shown on either side of a difference within it."""
_REPEATED = 3
"""From so many places on, the same difference is told once for all."""
_WORK = 2.5e8
"""Pairs of words from which two texts are too long to be compared word by word."""
_TELLING = 12
"""Letters from which a text is not by chance a part of another."""
_SPECKS = 3
"""Words that dirt on a picture may add."""


@dataclass(frozen=True)
class _Word:
    key: str
    text: str
    paragraph: int
    page: int | None
    item: str | None


@dataclass(frozen=True)
class _Span:
    """A stretch of each text: from `a` to `b` of the earlier, from `c` to `d` of the later."""

    a: int
    b: int
    c: int
    d: int


def wording_changes(
    earlier: Account, later: Account, told: Sequence[Difference]
) -> Iterator[Difference]:
    """Yield what minutes word otherwise than their draft, apart from the facts `told` already.

    What stands before the first and after the last words that both have is left out: where a part
    of a pack begins and ends isn't certain to the word.
    """
    left, right = _words(earlier), _words(later)
    if not left or not right:
        return
    blurred = earlier.recognised or later.recognised
    covered = (
        _covered(left, (d.earlier and d.earlier.get("quote") for d in told)),
        _covered(right, (d.later and d.later.get("quote") for d in told)),
    )
    known = "".join(sense.key(f"{d.before or ''} {d.after or ''}") for d in told)
    found = []
    for span in _spans(left, right):
        keys = _joined(left[span.a : span.b]), _joined(right[span.c : span.d])
        if sense.same(*keys, recognised=blurred) or (blurred and _is_dirt(span)):
            continue
        if any(i in covered[0] for i in range(span.a, span.b)):
            continue
        if any(i in covered[1] for i in range(span.c, span.d)):
            continue
        if max(map(len, keys)) >= _TELLING and all(text in known for text in keys):
            continue
        found.append(span)
    yield from _told(left, right, found)


def _words(account: Account) -> list[_Word]:
    return [
        _Word(key, text, number, line.page, line.item)
        for number, line in enumerate(account.wording)
        for text in line.text.split()
        if (key := sense.key(text))
    ]


def _spans(left: Sequence[_Word], right: Sequence[_Word]) -> list[_Span]:
    """The stretches in which two texts differ, those close together as one."""
    found: list[_Span] = []
    for span in _unequal(left, right):
        last = found[-1] if found else None
        if last and (
            (span.a, span.c) == (last.b, last.d)
            or (span.a - last.b <= _APART and left[span.a - 1].paragraph == left[last.b].paragraph)
        ):
            found[-1] = _Span(last.a, span.b, last.c, span.d)
        else:
            found.append(span)
    ends = len(left), len(right)
    return [span for span in found if span.a and span.c and (span.b, span.d) != ends]


def _unequal(left: Sequence[_Word], right: Sequence[_Word]) -> Iterator[_Span]:
    """Yield where the words differ: whole paragraphs are put side by side first, as most agree."""
    sides = _paragraphs(left), _paragraphs(right)
    starts = [[start for start, _ in side] + [len(words)]
              for side, words in zip(sides, (left, right), strict=True)]  # fmt: skip
    keyed = [[key for _, key in side] for side in sides]
    matcher = SequenceMatcher(None, keyed[0], keyed[1], autojunk=False)
    for kind, *places in matcher.get_opcodes():
        if kind == "equal":
            continue
        a, b = (starts[0][place] for place in places[:2])
        c, d = (starts[1][place] for place in places[2:])
        if (b - a) * (d - c) > _WORK:
            yield _Span(a, b, c, d)
            continue
        keys = [word.key for word in left[a:b]], [word.key for word in right[c:d]]
        for step in Indel.opcodes(*keys):
            if step.tag != "equal":
                at = a + step.src_start, a + step.src_end
                yield _Span(*at, c + step.dest_start, c + step.dest_end)


def _paragraphs(words: Sequence[_Word]) -> list[tuple[int, str]]:
    """Each paragraph's first word and its key."""
    found = []
    start = 0
    for _, each in groupby(words, key=lambda word: word.paragraph):
        run = list(each)
        found.append((start, _joined(run)))
        start += len(run)
    return found


def _covered(words: Sequence[_Word], quotes: Iterable[object]) -> set[int]:
    """The places of the words that the quotes are made of."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        places[word.key].append(place)
    found: set[int] = set()
    for quote in quotes:
        keys = [key for text in str(quote or "").split() if (key := sense.key(text))]
        for start in places.get(keys[0], ()) if keys else ():
            if [word.key for word in words[start : start + len(keys)]] == keys:
                found |= set(range(start, start + len(keys)))
    return found


def _told(
    left: Sequence[_Word], right: Sequence[_Word], spans: Sequence[_Span]
) -> Iterator[Difference]:
    """Yield the differences, one that comes again and again once."""
    alike: dict[tuple[str, str], list[_Span]] = defaultdict(list)
    for span in spans:
        alike[_joined(left[span.a : span.b]), _joined(right[span.c : span.d])].append(span)
    for same in alike.values():
        if len(same) >= _REPEATED:
            before, after = _text(left, same[0].a, same[0].b), _text(right, same[0].c, same[0].d)
            what = f"in {len(same)} places"
            yield _difference(left, right, same[0], before or None, after or None, what)
            continue
        for span in same:
            yield _in_context(left, right, span)


def _in_context(left: Sequence[_Word], right: Sequence[_Word], span: _Span) -> Difference:
    """The difference with the words of its paragraph around it, if it is a part of one."""
    if _is_whole(left, span.a, span.b) and _is_whole(right, span.c, span.d):
        before, after = _text(left, span.a, span.b), _text(right, span.c, span.d)
        return _difference(left, right, span, before or None, after or None, "")
    before = _text(left, *_wider(left, span.a, span.b))
    after = _text(right, *_wider(right, span.c, span.d))
    return _difference(left, right, span, before, after, "")


def _is_whole(words: Sequence[_Word], start: int, end: int) -> bool:
    """Whether a stretch is of whole paragraphs; an empty one is where one ends."""
    begins = words[start - 1].paragraph != words[min(start, len(words) - 1)].paragraph
    if end == start:
        return True
    return begins and (end == len(words) or words[end - 1].paragraph != words[end].paragraph)


def _wider(words: Sequence[_Word], start: int, end: int) -> tuple[int, int]:
    first = words[start].paragraph if end > start else words[start - 1].paragraph
    last = words[end - 1].paragraph if end > start else first
    here, there = start, end
    while here and start - here < _CONTEXT and words[here - 1].paragraph == first:
        here -= 1
    while there < len(words) and there - end < _CONTEXT and words[there].paragraph == last:
        there += 1
    return here, there


def _difference(  # noqa: PLR0913, PLR0917 - both texts, where, and how it is shown
    left: Sequence[_Word],
    right: Sequence[_Word],
    span: _Span,
    before: str | None,
    after: str | None,
    what: str,
) -> Difference:
    one, two = left[min(span.a, len(left) - 1)], right[min(span.c, len(right) - 1)]
    item = (two if after else one).item
    return Difference(
        "text",
        "text",
        what or (f"item {item}" if item else "no item"),
        before,
        after,
        {"fact_id": None, "page": one.page, "top": None} if before else None,
        {"fact_id": None, "page": two.page, "top": None} if after else None,
        item,
    )


def _is_dirt(span: _Span) -> bool:
    """Whether a picture's dirt may have added the words, or hidden them."""
    return min(span.b - span.a, span.d - span.c) == 0 and (
        max(span.b - span.a, span.d - span.c) <= _SPECKS
    )


def _joined(words: Sequence[_Word]) -> str:
    return "".join(word.key for word in words)


def _text(words: Sequence[_Word], start: int, end: int) -> str:
    return " ".join(word.text for word in words[start:end])
