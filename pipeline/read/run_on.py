"""A paper whose line breaks were lost: one long paragraph cut again where its numbers say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import structs

from pipeline.document import Block, Paragraph, Passage
from pipeline.lexicon import rule
from pipeline.read.counted_lines import longest_run
from pipeline.read.run_in_capitals import cut_at_capitals, without_running_heads

_LONG = 700
"""Characters from which a paragraph may hold a whole paper."""
_HEAD = 4000
"""Characters within which the labels of a head stand."""
_SHARE = 0.6
"""Share of a paper's text that stands in that paragraph."""
_NUMBER = re.compile(r"(?<!\S)(?P<number>\d{1,2})\.(?:\s+(?=[“‘\"'(]?[A-Z0-9])|(?=[A-Z][A-Za-z]))")
_SERIAL = re.compile(
    r"(?<!\S)(?P<body>(?:[A-Z]{0,3}|[A-Za-z]{1,5}[/.-]))(?P<number>\d{1,4})"
    r"(?P<year>/\d{2}(?:\d{2})?(?:[/-]\d{2}(?:\d{2})?)?)[.:)]?\s+(?=[“‘\"'(]?[A-Z])"
)
"""Minute numbers that run through a year: '204/20', 'Gen/30/26-27'."""
_MONTHLY = re.compile(
    r"(?<!\S)(?P<number>\d{1,4})(?P<year>[./]\d{1,2}[./]\d{2}(?:\d{2})?)[.:)]?\s+(?=[“‘\"'(]?[A-Z])"
)
"""Numbers of one month's minutes: '4.11.23'."""
_BARE = re.compile(
    r"(?<!\S)(?<!\b(?:at|of|to|in|by|on)\s)(?<!\b(?:and|for|the)\s)(?<!\b[Ii]tem\s)(?<!\b[Pp]age\s)(?<![,&/-]\s)"
    r"(?P<number>\d{1,2})\s+(?=[A-Z][A-Za-z])(?!(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
)
"""A number without any mark: '4 Highways'."""
_CAPITAL = re.compile(r"(?<!\S)(?P<number>\d{2,4})\.?\s+(?=[A-Z][A-Z’'&]+\s+(?:[A-Z]{2,}|&))")
"""A number that runs on from the meeting before, and a title in capitals: '903 ROADS AND PATHS'."""
_SUB = re.compile(r"(?<!\S)(?P<number>\d{1,2})\.(?P<sub>\d{1,2})\.?\s+(?=[“‘\"'(]?[A-Z])")
_BULLET = re.compile(r"(?<!\S)[•●▪■\uf0b7\uf0a7](?=\s|[A-Z])")
_CAPITALS = re.compile(
    r"(?<=[.!?]\s)[A-Z][A-Z’'&,-]+(?:\s+[A-Z’'&,-]{2,}){1,6}(?=\s+(?:[A-Z][a-z]|\W))"
)
_STAMP = re.compile(
    r"^(?:[\d/:.\s]+|[Aa](?i:genda\s+item)\s+(?:[Nn][Oo]\.?\s*)?\d+\s+)(?=[A-Z]{3})"
)
"""A page's number, or the place in the pack that minutes were printed in, before their title."""
_COUNTED = 3
"""Numbers that count on, of which it is told that they count the business."""
_COUNTED_BARE = 5
"""The same, for numbers without any mark."""
_LABEL = rule("pages", "run_on_label")
"""What begins a list of people, or another statement of the head of minutes."""


def unfolded(flow: Sequence[Block]) -> list[Block]:
    """`flow`, with a paragraph that holds most of the paper cut at its numbers 1, 2, 3, ...

    A paragraph without such a series stays whole. Serials of a year's minutes that count on within
    a paragraph ('70/17 ... 71/17 ... 72/17 ...') cut it however long the paper is.
    """
    total = sum(len(b.text) for b in flow if isinstance(b, Paragraph))
    long = [b for b in flow if isinstance(b, Paragraph) and len(b.text) >= _LONG]
    texts = without_running_heads([b.text for b in long])
    pages = {id(b): text for b, text in zip(long, texts, strict=True)}
    out: list[Block] = []
    cut: list[Block] = []
    for block in flow:
        if isinstance(block, Paragraph) and _is_run_on(block.text, total):
            whole = f"{block.marker} {block.text}" if block.marker else block.text
            out += _cut(whole) or cut_at_capitals(whole) or [block]
        elif id(block) in pages:
            cut = cut_at_capitals(pages[id(block)], further=bool(cut))
            out += cut or [block]
        else:
            out.append(block)
    return _at_serials(_gone_on(out))


def _at_serials(flow: Sequence[Block]) -> list[Block]:
    """`flow`, with paragraphs cut where serials of the year count on within and beyond them.

    '... Olwen Rees 8813/11/18 DECLARATIONS ...' below '8812/11/18 APOLOGIES': no paragraph is long.
    """
    texts = [(f"{b.marker or ''} {b.text}".strip(), b) for b in flow if isinstance(b, Paragraph)]
    found = [(m, id(b)) for text, b in texts for f in (_SERIAL, _MONTHLY) for m in f.finditer(text)]
    years = Counter(m["year"] for m, _ in found).most_common(1)
    if not years or years[0][1] < _COUNTED_BARE:
        return list(flow)
    ours = [(m, where) for m, where in found if m["year"] == years[0][0]]
    counted = {id(m) for m in _counting((m for m, _ in ours), int(ours[0][0]["number"]))}
    inside: dict[int, list[re.Match[str]]] = {}
    for match, where in ours:
        if id(match) in counted and match.start():
            inside.setdefault(where, []).append(match)
    if len(counted) < _COUNTED_BARE:
        return list(flow)
    out: list[Block] = []
    for block in flow:
        numbers = inside.get(id(block), [])
        if isinstance(block, Paragraph) and numbers and not block.marker:
            out += _at_numbers(block, numbers)
        else:
            out.append(block)
    return out


def _gone_on(flow: Sequence[Block]) -> list[Block]:
    """`flow`, with long paragraphs cut where they count on from the numbers of those above them."""
    out: list[Block] = []
    last = 0
    for block in flow:
        if isinstance(block, Paragraph):
            number = re.fullmatch(r"(\d{1,2})\.", block.marker or "")
            last = last + 1 if number and int(number[1]) == last + 1 else last
            if last >= _COUNTED and len(block.text) >= _LONG:
                inside = _counting(_NUMBER.finditer(block.text), last + 1)
                if len(inside) >= _COUNTED:
                    out += _at_numbers(block, inside)
                    last += len(inside)
                    continue
        out.append(block)
    return out


def _at_numbers(block: Paragraph, numbers: Sequence[re.Match[str]]) -> list[Block]:
    starts = [m.start() for m in numbers]
    ends = [*starts[1:], len(block.text)]
    first = structs.replace(block, passage=block.passage.cut(0, starts[0]))
    rest = [
        Paragraph(block.passage.cut(m.end(), end), block.text[m.start() : m.end()].strip())
        for m, end in zip(numbers, ends, strict=True)
    ]
    return [first, *rest]


def _is_run_on(text: str, total: int) -> bool:
    """Whether a paragraph holds most of a paper, or runs from its head into its business.

    Serials of a year's minutes that count on within it are a sign in themselves.
    """
    if len(_serials(text)) >= _COUNTED or len(_longest(list(_CAPITAL.finditer(text)))) >= _COUNTED:
        return True
    if len(text) < _LONG:
        return False
    first = _NUMBER.search(text)
    headed = first is not None and _LABEL.search(text, 0, first.start()) is not None
    return headed or len(text) >= _SHARE * total


def _cut(text: str) -> list[Block]:
    numbers = _series(text)
    if len(numbers) < _COUNTED:
        return _cut_head(text)
    first = numbers[0].start()
    starts: dict[int, int] = {m.start(): m.end() for m in numbers}
    for match in _SUB.finditer(text, first):
        if any(m.start() < match.start() and m["number"] == match["number"] for m in numbers):
            starts[match.start()] = match.end()
    starts |= {m.start(): m.end() for m in _BULLET.finditer(text)}
    plain = {m.start() for m in _LABEL.finditer(text, 0, first)}
    plain |= {m.start() for m in _CAPITALS.finditer(text, first)}
    stamp = _STAMP.match(text)
    plain.add(stamp.end() if stamp else 0)
    cuts = sorted({*starts, *(plain - set(starts.values())), 0})
    out: list[Block] = []
    for at, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        body = starts.get(at, at)
        marker = text[at:body].strip() or None
        rest = text[body:following].strip()
        if marker and marker.isdigit():
            marker += "."  # it counts the business as surely as one that is printed with its dot
        if rest or (marker and marker[0].isdigit()):
            out.append(Paragraph(Passage(" ".join(rest.split())), marker))
    return out


def _cut_head(text: str) -> list[Block]:
    """A paper without a series of numbers, cut where its head lists who came and who did not."""
    labels = [m.start() for m in _LABEL.finditer(text, 0, _HEAD)]
    cuts = [0, *(at for at in labels if at)]
    if len(cuts) < 3:
        return []
    pieces = [text[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return [Paragraph(Passage(" ".join(p.split()))) for p in pieces if p]


def _series(text: str) -> list[re.Match[str]]:
    """The numbers that count through the text: 1, 2, 3, ... or 204/20, 205/20, ..."""
    plain = _counting(_NUMBER.finditer(text), 1)
    if len(plain) >= _COUNTED:
        return plain
    serials = max(_serials(text), _longest(list(_CAPITAL.finditer(text))), key=len)
    bare = _counting(_BARE.finditer(text), 1)
    return bare if len(bare) >= _COUNTED_BARE and len(serials) < _COUNTED else serials


def _serials(text: str) -> list[re.Match[str]]:
    runs = [_one_series(list(form.finditer(text))) for form in (_SERIAL, _MONTHLY)]
    return max(runs, key=len)


def _one_series(found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    if not found:
        return []
    first = found[0]
    return _counting((m for m in found if m["year"] == first["year"]), int(first["number"]))


def _longest(found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The longest run of numbers that count on, whichever of `found` it begins with."""
    return [found[at] for at in longest_run([int(m["number"]) for m in found])]


def _counting(matches: Iterable[re.Match[str]], first: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for match in matches:
        if int(match["number"]) == first + len(found):
            found.append(match)
    return found
