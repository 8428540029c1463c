"""What was moved: the words of a motion before, between, after or below its mover and seconder."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.document import Paragraph, Passage, Table, join
from pipeline.extract.grammar.sentences import sentences
from pipeline.lexicon import pattern

Blocks = Sequence[Paragraph | Table]
_BEGINS = re.compile(r"[“\"‘']?(?:that|to)\b|[“\"]", re.IGNORECASE)


def stripped(passage: Passage) -> Passage:
    """A motion's words without what only leads to them or away from them."""
    lead = pattern("motions", "text", "lead").match(passage.text)
    start = lead.end() if lead else 0
    tail = pattern("motions", "text", "tail").search(passage.text, start)
    taken = passage.cut(start, tail.start() if tail else None)
    if pattern("motions", "text", "points").match(taken.text):
        return Passage("")
    return taken


def ended(passage: Passage) -> tuple[Passage, Passage]:
    """A motion's words and the result that the same sentence goes on with."""
    ending = pattern("motions", "said", "ending").search(passage.text)
    if ending is None:
        return passage, Passage("")
    return passage.cut(0, ending.start()), passage.cut(ending.start())


def goes_on_below(text: str) -> bool:
    """Whether the words break off for the paragraphs below."""
    return pattern("motions", "text", "open_end").search(text) is not None


def begins_motion(text: str) -> bool:
    """Whether words after the seconder's name are those of the motion: 'that ...', 'to ...'."""
    return _BEGINS.match(text) is not None


def below(blocks: Blocks, at: int, mover: Paragraph, stops: Callable[[Paragraph], bool]) -> int:
    """The block after the last one that belongs to the motion which `mover`, before `at`, opens.

    Where the paragraphs of the minutes are numbered, the motion ends before the next number; in
    quotation marks, where they close; else with the list, or the one paragraph, below.
    """
    end, quoted = at, False
    limit = _next_number(blocks, at, mover)
    while end < len(blocks):
        block = blocks[end]
        if isinstance(block, Table) or block.style == "label" or stops(block):
            break
        if limit is not None and end >= limit:
            break
        if limit is None and end > at and not quoted and block.marker is None:
            before = blocks[end - 1]
            if not (isinstance(before, Paragraph) and re.search(r"[:;]\W*$", before.text)):
                break
        quoted = quoted or (end == at and block.text.startswith(("“", '"')))
        end += 1
        if quoted and re.search(r"[”\"]\W*$", block.text):
            break
    return end


def recorded(blocks: Blocks) -> Blocks:
    """What an item's minutes say; of a web page, neither the agenda's text nor the decision block.

    Where a page has only a decision block, that.
    """
    labels = [
        (at, re.match(r"\W*(minutes|decisions?)\b", block.text, re.IGNORECASE))
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.style == "label"
    ]
    starts = {found[1].lower()[:7]: at for at, found in reversed(labels) if found}
    first = starts.get("minutes", min(starts.values(), default=0))
    return blocks[first:]


def _next_number(blocks: Blocks, at: int, mover: Paragraph) -> int | None:
    """Where the paragraph numbered after `mover` stands: '4)' after '3)'."""
    number = re.fullmatch(r"(?P<before>\W*)(?P<number>\d{1,3})(?P<after>\W*)", mover.marker or "")
    if number is None:
        return None
    following = f"{number['before']}{int(number['number']) + 1}{number['after']}"
    for place in range(at, len(blocks)):
        block = blocks[place]
        if isinstance(block, Paragraph) and block.marker == following:
            return place
    return None


def joined(blocks: Sequence[Paragraph | Table]) -> Passage:
    """The paragraphs of a motion as one text, their markers as printed."""
    each: list[Passage] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.marker and re.search(r"\w", block.marker):
                each.append(Passage(block.marker))
            each.append(block.passage)
    return join(each)


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The span of the sentence that holds the character `at`."""
    for start, end in sentences(text):
        if at < end:
            return start, end
    return 0, len(text)


def sentence_before(text: str, at: int) -> tuple[int, int] | None:
    """The span of the last whole sentence before `at`, where it says what was decided."""
    spans = [(s, e) for s, e in sentences(text[:at]) if e <= at]
    if spans and pattern("motions", "text", "decides").search(text, *spans[-1]):
        return spans[-1]
    return None
