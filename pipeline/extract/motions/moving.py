"""The motions that one paragraph moves: mover, seconder, the words moved, what is said besides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.document import Passage
from pipeline.extract.motions.movers import Clause, clauses
from pipeline.extract.motions.text import (
    begins_motion,
    ended,
    goes_on_below,
    sentence_at,
    sentence_before,
    stripped,
)
from pipeline.extract.motions.voting import resolved_text
from pipeline.lexicon import pattern


@dataclass(frozen=True)
class Moved:
    """One motion as a paragraph moves it."""

    start: int
    """Where its sentence begins in the paragraph."""
    end: int
    """Where the sentence ends that names the mover and the seconder."""
    proposer: str
    seconder: str | None
    titled: bool
    amendment: bool
    text: Passage | None
    """What was moved, as far as the paragraph says; None where it doesn't."""
    results: tuple[Passage, ...]
    """What the paragraph says besides."""
    noun: bool
    """'the motion of Cllr Ash': it may be one that was moved before."""
    open_end: bool
    """The words of the motion stand, or go on, below."""
    points_back: bool
    """It has no words of its own: the decision before it is meant."""


def moved_in(passage: Passage) -> list[Moved]:
    """The motions that a paragraph moves, in order."""
    found = clauses(passage.text)
    movers = [c for c in found if c.kind == "moved"]
    moves: list[Moved] = []
    for number, mover in enumerate(movers):
        stop = movers[number + 1].start if number + 1 < len(movers) else len(passage.text)
        if number + 1 < len(movers):
            stop = max(sentence_at(passage.text, stop)[0], mover.end)
        seconder = next(
            (c for c in found if c.kind == "seconded" and mover.start < c.start < stop), None
        )
        floor = moves[-1].start if moves else 0
        moves.append(_moved(passage, mover, seconder, floor, stop))
    return moves


def _moved(
    passage: Passage, mover: Clause, seconder: Clause | None, floor: int, stop: int
) -> Moved:
    text = passage.text
    begin, _ = sentence_at(text, mover.start)
    begin = max(begin, floor)
    last = max(mover.end, seconder.end if seconder else 0)
    finish = min(max(sentence_at(text, last - 1)[1], last), stop)
    head = passage.cut(begin, mover.start)
    apart = seconder is not None and seconder.start > mover.end
    between = passage.cut(mover.end, seconder.start) if seconder and apart else Passage("")
    rest = passage.cut(last, finish)
    beyond = passage.cut(finish, stop)
    words, results = _words(head, between, rest)
    points_back = words is None
    if words is None and not goes_on_below(rest.text or between.text):
        back = sentence_before(text, begin)
        if back is not None and back[0] >= floor:
            said = passage.cut(*back)
            words, begin = resolved_text(said), back[0]
            results = [said, *results]
    moving = text[begin:finish]
    amendment = pattern("motions", "text", "amendment").search(
        re.sub(
            pattern("motions", "text", "amended"),
            " ",
            f"{head.text} {between.text[:60]} {rest.text[:60]} {text[mover.start : mover.end]}",
        )
    )
    ends_here = not beyond.text
    unsaid = words is None and ends_here and not any(_is_result(r.text) for r in results)
    open_end = ends_here and (
        goes_on_below(moving)
        or unsaid
        or re.search(r"\b(?:it\s+was|and)\W*$", moving) is not None
        or re.search(r"\b(?:RESOLVED|Resolved|resolved|agreed)\b[^.]{0,20}$", moving) is not None
    )
    return Moved(
        start=begin,
        end=finish,
        proposer=mover.name,
        seconder=seconder.name if seconder else None,
        titled=mover.titled,
        amendment=amendment is not None,
        text=words if words is not None and words.text else None,
        results=tuple(r for r in results if r.text),
        noun=mover.noun,
        open_end=open_end,
        points_back=points_back and not head.text.strip(" ("),
    )


def _words(head: Passage, between: Passage, rest: Passage) -> tuple[Passage | None, list[Passage]]:
    """The words moved and the words besides, from the three places where they can stand."""
    after, result = ended(rest)
    lead = pattern("motions", "text", "lead").match(after.text)
    led = after.cut(0, lead.end()) if lead else Passage("")
    after = stripped(after)
    besides = [p for p in (led, result) if p.text]
    middle = stripped(between)
    before = stripped(head)
    if begins_motion(after.text) and len(after.text.split()) > 1:
        return after, [*besides, *([before] if before.text else [])]
    if len(middle.text.split()) >= 3 and not re.match(r"(?:by|as)\b", middle.text):
        inner, more = ended(middle)
        return stripped(inner), [*besides, after, more]
    if len(before.text.split()) >= 2 and not re.match(
        r"(?:following|after|upon|on|in|at)\b", before.text, re.IGNORECASE
    ):
        return resolved_text(before), [*besides, after, before]
    if (
        len(after.text.split()) >= 4
        and not _is_result(after.text)
        and not goes_on_below(after.text)
    ):
        return after, besides
    return None, [*besides, after]


def _is_result(text: str) -> bool:
    return (
        re.search(
            r"\b(?:carried|agreed|lost|pass(?:ed|es)|unanimous\w*|in\s+favou?r|approved|resolved|vote[sd]?|accepted)\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )
