"""Which language a text is in, and the English flow of a Welsh and English paper.

Councils in Wales print minutes in both languages: paragraph after paragraph, side by side, or one
whole copy after the other. Facts are read from the English text, so that none is taken twice; what
stands in Welsh alone is kept where it lists names, and said to be unread where it is business.
The words that tell the languages apart are data: `models/lexicon/languages.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from msgspec import structs

from pipeline.document import Block, Language, Paragraph, Part, Passage, Table, join
from pipeline.lexicon import rule, words

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=[A-ZÀ-ÖŴŶ(0-9])|\s+/\s+")
_NAME = re.compile(r"[A-Z][\w'’.-]+")
_ENOUGH = 60
"""Characters of Welsh sentences below which a paper's odd Welsh words don't make it bilingual."""
_TELLING = 5
"""Different Welsh words without which no paper is in Welsh: single letters are labels too."""
_BUSINESS = 60
"""Characters of Welsh that tell of business, not of a title alone."""
_COPY = 0.8
"""The share of a paper's Welsh that stands in one stretch where it is a whole copy."""


@dataclass(frozen=True)
class Aside:
    """A Welsh block that was set aside, and how many English blocks stand before it."""

    place: int
    text: str
    page: int | None
    block: Paragraph | None = None
    """The block itself, where it is no cell of a table."""
    alone: bool = False
    """No English beside it says the same."""


@dataclass(frozen=True)
class Spoken:
    """The flow that facts are read from, and what of the paper was set aside as Welsh."""

    flow: tuple[Block, ...]
    asides: tuple[Aside, ...] = ()


def language_of(text: str) -> Language | None:
    """The language that most of a text's telling words are of; None where they tell nothing."""
    welsh, english = _counts(text)
    if welsh >= 2 and english >= 2 and min(welsh, english) * 2 >= max(welsh, english):
        return "both"
    if welsh > english:
        return "cy"
    return "en" if english > welsh else ("both" if welsh else None)


def _counts(text: str) -> tuple[int, int]:
    tokens = [t.lower().replace("’", "'") for t in _TOKEN.findall(text)]
    welsh, english = words("languages", "welsh"), words("languages", "english")
    return sum(t in welsh for t in tokens), sum(t in english for t in tokens)


def _welsh_words(flow: Sequence[Block]) -> set[str]:
    tokens = {t.lower() for block in flow for t in _TOKEN.findall(_text(block))}
    return {t for t in tokens & set(words("languages", "welsh")) if len(t) > 1}


def spoken(flow: Sequence[Block]) -> Spoken:
    """The English flow of a paper in both languages; any other paper's flow as it is."""
    held = [_languages(block) for block in flow]
    if len(_welsh_words(flow)) < _TELLING:
        return Spoken(tuple(flow))
    prose = sum(len(_text(b)) for b, spoke in zip(flow, held, strict=True) if spoke == "cy")
    mixed = sum(len(_text(b)) for b, spoke in zip(flow, held, strict=True) if spoke == "both")
    english = sum(len(_text(b)) for b, spoke in zip(flow, held, strict=True) if spoke == "en")
    if prose + mixed < _ENOUGH or english + mixed < prose / 5:
        return Spoken(tuple(flow))
    return _english(flow, held)


def _english(flow: Sequence[Block], held: Sequence[Language | None]) -> Spoken:
    listed = any(
        spoke in {"en", "both"} and rule("parts", "attendance").search(_text(block))
        for block, spoke in zip(flow, held, strict=True)
    )
    held = _as_around(held) if listed else held
    named = {_names(_text(b)) for b, spoke in zip(flow, held, strict=True) if spoke != "cy"}
    kept: list[Block] = []
    asides: list[Aside] = []
    marker: str | None = None
    for block, spoke in zip(flow, held, strict=True):
        if isinstance(block, Table):
            kept += _of_table(block, asides, len(kept))
        elif spoke == "cy" and not _only_lists(block, named, listed):
            asides.append(Aside(len(kept), block.text, block.page, block))
            marker = block.marker or marker
        else:
            passage = _english_of(block.passage) if spoke == "both" else block.passage
            # '1. Ymddiheuriadau' over 'Apologies': the number is that of both.
            own = block.marker or (marker if spoke == "en" else None)
            kept.append(structs.replace(block, passage=passage, marker=own))
            marker = None
    return _with_titles(kept, asides)


def _as_around(held: Sequence[Language | None]) -> list[Language | None]:
    """Names and short titles tell no language: between Welsh and Welsh they are Welsh."""
    filled = list(held)
    telling = [at for at, spoke in enumerate(held) if spoke is not None]
    for earlier, later in pairwise(telling):
        if held[earlier] == held[later] == "cy":
            filled[earlier:later] = ["cy"] * (later - earlier)
    return filled


def _with_titles(kept: Sequence[Block], asides: Sequence[Aside]) -> Spoken:
    """The titles of business that stands in Welsh alone are put back: it was business."""
    alone = {a.place for a in unread(kept, asides)}
    flow: list[Block] = []
    moved: list[Aside] = []
    for place in range(len(kept) + 1):
        for aside in (a for a in asides if a.place == place):
            titled = aside.block is not None and aside.block.marker and len(aside.text) < 100
            if place in alone and titled and aside.block is not None:
                flow.append(aside.block)
            else:
                moved.append(replace(aside, place=len(flow), alone=place in alone))
        flow += kept[place : place + 1]
    return Spoken(tuple(flow), tuple(moved))


def _only_lists(block: Paragraph, named: set[tuple[str, ...]], listed: bool) -> bool:
    """Whether a Welsh paragraph is a list, or its heading, that no English one repeats."""
    if rule("languages", "list_heading").search(block.text):
        return not listed
    return bool(rule("languages", "listed_person").match(block.text)) and not (
        _names(block.text) in named or (listed and not _names(block.text))
    )


def _names(text: str) -> tuple[str, ...]:
    """The capital words of a text that are no words of either language: its names."""
    known = words("languages", "welsh") | words("languages", "english")
    return tuple(
        w.strip(".").lower() for w in _NAME.findall(text) if w.strip(".").lower() not in known
    )


def _english_of(passage: Passage) -> Passage:
    """The English sentences of a passage in both languages; all of it where none can be told."""
    spans, start = [], 0
    for gap in [*_SENTENCE.finditer(passage.text), None]:
        end = gap.start() if gap else len(passage.text)
        spans.append((start, end))
        start = gap.end() if gap else end
    spoke = [language_of(passage.text[a:b]) for a, b in spans]
    long = [passage.text[a:b] for (a, b), each in zip(spans, spoke, strict=True) if each == "cy"]
    if "en" not in spoke or not any(len(text) >= 25 for text in long):
        return passage
    return join(
        [passage.cut(a, b) for (a, b), each in zip(spans, spoke, strict=True) if each != "cy"]
    )


def _of_table(table: Table, asides: list[Aside], place: int) -> list[Block]:
    """A table of a Welsh and an English column as the paragraphs of the English one."""
    columns: dict[int, list[str]] = {}
    for row in table.rows:
        for cell in row.cells:
            columns.setdefault(cell.column, []).append(cell.text)
    spoke = {column: language_of(" ".join(texts)) for column, texts in columns.items()}
    welsh = [c for c, each in spoke.items() if each == "cy"]
    if len(columns) > 3 or not welsh or "en" not in spoke.values():
        return [table]
    found: list[Block] = []
    for row in table.rows:
        passages = [c.passage for c in row.cells if c.text and c.column not in welsh]
        set_aside = [c.text for c in row.cells if c.text and c.column in welsh]
        asides += [Aside(place + len(found), text, row.page) for text in set_aside]
        if passages:
            found.append(Paragraph(join(passages)))
    return found


def _languages(block: Block) -> Language | None:
    return language_of(_text(block))


def _text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return " ".join(cell.text for row in block.rows for cell in row.cells)


def language_of_flow(flow: Iterable[Block], asides: Iterable[Aside] = ()) -> Language | None:
    """The language of a part: 'both' where Welsh was set aside or stands among the English."""
    sizes = {"cy": sum(len(a.text) for a in asides), "en": 0, "both": 0}
    for block in flow:
        if (spoke := _languages(block)) is not None:
            sizes[spoke] += len(_text(block))
    if not any(sizes.values()):
        return None
    if sizes["cy"] < _ENOUGH and sizes["both"] < _ENOUGH:
        return "en" if sizes["en"] >= sizes["cy"] else "cy"
    if sizes["en"] + sizes["both"] < sizes["cy"] / 5:
        return "cy"
    return "both"


def told_of(parts: Sequence[Part], asides: Sequence[Aside]) -> tuple[Part, ...]:
    """The parts, each with its language and with what of it stands in Welsh alone."""
    told, first = [], 0
    for part in parts:
        last = first + len(part.flow)
        own = [
            replace(a, place=a.place - first)
            for a in asides
            if first <= a.place < last or (a.place == last and part is parts[-1])
        ]
        first = last
        language = language_of_flow(part.flow, own)
        # A part in Welsh alone is another part's copy where the paper is in both languages.
        alone = language == "cy" and not asides
        problems = (_whole(part),) if alone else _stretches([a for a in own if a.alone])
        told.append(structs.replace(part, language=language, problems=problems))
    return tuple(told)


def _whole(part: Part) -> str:
    named = part.kind.replace("_", " ")
    return (
        f"{_pages([part.first_page, part.last_page])}: a part of the paper ({named}) is in Welsh "
        f"alone: its lists of people are read, its business is not; {_REMEDY}"
    )


def _stretches(asides: Sequence[Aside]) -> tuple[str, ...]:
    if not asides:
        return ()
    shown = " ".join(asides[0].text.split()[:6])
    return (
        f"{_pages([a.page for a in asides])}: business in Welsh has no English beside it "
        f"('{shown} ...') and is not read; {_REMEDY}",
    )


_REMEDY = "ingest the English version of the paper, if there is one, or read it there"


def _pages(pages: Iterable[int | None]) -> str:
    known = sorted({page for page in pages if page is not None})
    if not known:
        return "the text"
    return f"page {known[0]}" if len(known) == 1 else f"pages {known[0]}-{known[-1]}"


def unread(flow: Sequence[Block], asides: Sequence[Aside]) -> list[Aside]:
    """The Welsh that no English beside it, and no English copy of the whole, gives."""
    welsh: dict[int, int] = {}
    for aside in asides:
        welsh[aside.place] = welsh.get(aside.place, 0) + len(aside.text)
    english = [len(_text(block)) for block in flow]
    whole = sum(welsh.values())
    if whole and max(welsh.values()) >= _COPY * whole and sum(english) >= whole / 2:
        return []
    places = sorted(welsh)
    after = _without(welsh, {p: sum(english[p:q]) for p, q in pairwise([*places, len(flow)])})
    before = _without(welsh, {p: sum(english[o:p]) for o, p in pairwise([0, *places])})
    # Which language comes first is the same throughout a paper.
    lacking = min(after, before, key=len)
    return [a for a in asides if a.place in lacking]


def _without(welsh: dict[int, int], english: dict[int, int]) -> set[int]:
    """The places whose Welsh has too little English beside it."""
    return {p for p, size in welsh.items() if size >= _BUSINESS and english[p] < 0.4 * size}
