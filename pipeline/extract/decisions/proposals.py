"""Sentences that belong to one decision: what was proposed, who seconded it, how the vote went.

'Jo Ash proposed that the gate be mended. Seconded by Al Birch. All agreed.' is one decision, told
in three sentences; 'The motion was lost.' at its end makes it none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.document import Paragraph, join
from pipeline.extract.grammar.sentences import sentences
from pipeline.lexicon import rule

_MOVERS = rule("business", "movers_only")
_VERDICT = rule("business", "verdict")
"""'Approved.' and no more."""
_ALL_AGREED = rule("business", "assent")
_PROPOSAL = rule("business", "proposal")
_SECONDED = rule("business", "seconded_after")
_ASSENT = rule("business", "assent_after")
"""'This was agreed.'"""
_PASSED = rule("business", "vote_passed")
_FAILED = rule("business", "motion_failed")
_COUNTED = rule("business", "vote_counted")
_MOTION = re.compile(r"\bmotion\b", re.IGNORECASE)
_OPENS_QUOTE = re.compile(r"(?:^|[\s(–-])[“‘\"'](?=\w)")
_CLOSES_QUOTE = re.compile(r"[”’\"'](?:[\s.,;)]|$)")
_SECONDS = re.compile(r"\W*(?:second|(?:\w+\s+){1,3}(?:2d|2nd|seconded)\b)", re.IGNORECASE)
"""'Seconded by Jo.', 'Jo 2d.'"""
_BRIEF = 70
"""Characters of a sentence that tells only how a proposal ended."""
_QUOTED = 6
"""Sentences that the words proposed may take, where they stand in quotation marks."""


class Told(NamedTuple):
    """One or more sentences of a text, and whether they tell of a proposal that passed."""

    start: int
    end: int
    passed: bool | None = None
    """None where no vote on a proposal is told."""


def told(text: str) -> list[Told]:
    """The sentences of a text, those joined that tell one decision."""
    spans = list(sentences(text))
    groups: list[Told] = []
    at = 0
    while at < len(spans):
        start, end = spans[at]
        last = groups[-1] if groups else None
        sentence = text[start:end]
        if last and _SECONDED.match(sentence):
            back = next((n for n in (-1, -2, -3) if _put_at(text, groups, n)), -1)
            proposed = groups[back]
            groups[back] = Told(proposed.start, end if back == -1 else proposed.end, True)
        elif last and any(r.fullmatch(sentence) for r in (_MOVERS, _VERDICT, _ALL_AGREED)):
            proposes = last.passed or _proposes(text[last.start : last.end])
            groups[-1] = Told(last.start, end, True if proposes else None)
        elif last and last.passed is None and len(sentence) <= _BRIEF and _ASSENT.match(sentence):
            groups[-1] = Told(last.start, end, True)
        elif _proposes(sentence):
            after, passed = _voted(text, spans, at)
            groups.append(Told(start, spans[after - 1][1], passed))
            at = after
            continue
        else:
            groups.append(Told(start, end))
        at += 1
    return groups


def _put_at(text: str, groups: list[Told], back: int) -> bool:
    """Whether the sentence `back` places from the end puts something to the meeting."""
    return len(groups) >= -back and _proposes(text[groups[back].start : groups[back].end])


def _proposes(sentence: str) -> bool:
    """Whether a sentence proposes something; a motion is put and voted on as such."""
    return _PROPOSAL.search(sentence) is not None and _MOTION.search(sentence) is None


def _voted(text: str, spans: list[tuple[int, int]], at: int) -> tuple[int, bool | None]:
    """Past the sentences that second and vote on the proposal at `at`, and how it ended."""
    after, passed = _past_quote(text, spans, at), None
    while after < len(spans):
        sentence = text[slice(*spans[after])]
        result = _result(sentence)
        seconds = _SECONDS.match(sentence) is not None
        if result is None and not seconds and not _COUNTED.match(sentence):
            break
        passed = result if result is not None else passed
        after += 1
    return (at + 1, None) if passed is None else (after, passed)


def _past_quote(text: str, spans: list[tuple[int, int]], at: int) -> int:
    """Past the sentence at `at`, and those that end the quotation it opens."""
    start, end = spans[at]
    opened = list(_OPENS_QUOTE.finditer(text, start, end))
    if not opened or _CLOSES_QUOTE.search(text, opened[-1].end(), end):
        return at + 1
    for after in range(at + 1, min(at + _QUOTED, len(spans))):
        if _result(text[slice(*spans[after])]) is not None:
            return after
    return at + 1


def _result(sentence: str) -> bool | None:
    """Whether a sentence tells that a vote passed (or failed) what went before it."""
    if _FAILED.search(sentence) and len(sentence) < 120:
        return False
    if sentence.rstrip().endswith(":"):
        return None  # 'RESOLVED:' opens what was decided
    seconded = _SECONDED.match(sentence) is not None
    return True if seconded or _PASSED.fullmatch(sentence) else None


def votes_joined(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those that begin with the vote on a proposal joined to it."""
    taken: list[Paragraph] = []
    for paragraph in paragraphs:
        before = taken[-1] if taken else None
        first = next(iter(sentences(paragraph.text)), None)
        voted = first and _result(paragraph.text[slice(*first)]) is not None
        if (
            before
            and voted
            and not paragraph.style
            and not before.style
            and paragraph.marker is None
        ):
            last = list(sentences(before.text))[-1:]
            if last and _proposes(before.text[slice(*last[0])]):
                passage = join([before.passage, paragraph.passage])
                taken[-1] = Paragraph(passage, before.marker, before.indent, before.style)
                continue
        taken.append(paragraph)
    return taken
