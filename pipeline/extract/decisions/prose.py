"""Decisions within sentences: 'It was agreed to ...', 'The budget was approved.'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Paragraph, Passage
from pipeline.extract.decisions.lists import OPEN_END, clauses_below, lettered, list_below
from pipeline.extract.decisions.proposals import told
from pipeline.extract.decisions.text import MOVERS_BEGIN, tell_decisions, unquoted
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.grammar.undertakings import is_promise, is_report_of_staff
from pipeline.lexicon import pattern, rule

_NOT_DECIDED = rule("business", "not_decided")
_PUT = rule("business", "put_to_vote")
_VERDICT = rule("business", "verdict")
"""'... Extension at 2 Mill Lane. Approved.'"""
_ASSENT = rule("business", "assent")
_PASSIVE = rule("business", "passive")
"""'The revised budget was approved.'"""
_OPINION = rule("business", "opinion_agreed")
"""'It was agreed that the rail was very good.'"""
_BOTH_MOVED = rule("business", "both_moved")
"""'A proposed and B seconded that C be chairman': nobody spoke against it."""
_BRIEF = rule("business", "brief_verdict")
"""'Expenditure of up to £60 approved.'"""
_OWN_VERDICT = rule("business", "own_verdict")
"""'Ash. New window. Approved by Parish Council.'"""
_ELSEWHERE = re.compile(r"\b(?!The\b|Our\b|This\b)[A-Z][a-z]+\s+$")
_COUNCIL = re.compile(r"(?:county|borough|district|city)\s+council\b", re.IGNORECASE)
_IMPERSONAL = re.compile(r"\W*(?:it\s+was|resolved|decided)\b|seconded", re.IGNORECASE)
_TITLES_FOLLOW = re.compile(r"\bthe\s+following\W*$", re.IGNORECASE)
_WOULD_BE = re.compile(r"\b(?:would|should|will|to)\s+be\W*$", re.IGNORECASE)
"""'It was agreed that the timetable would be:': what comes below is part of one decision."""
_SAYS_SO = re.compile(
    r"\b(?:resolved|agreed|approved|accepted|carried|lost|defeated|withdrawn|vote[ds]?"
    r"|amendment|in favou?r(?!\s+of\s+an?\b))\b",
    re.IGNORECASE,
)
"""What a sentence says that tells how a proposal ended."""
_RESOLVED_COLON = rule("business", "resolved_colon")
_COLON = re.compile(r"\s*:\s*[-–—]?\s*")
_QUOTED = re.compile(r"[“\"](?P<words>RESOLVED\b[^“”\"]+)[”\"]")
"""'It was declared to be CARRIED and “RESOLVED that ...”': the motion in its own words."""
_MOVERS = rule("business", "movers_only")
_SETTLED = rule("business", "settled")


def inside(
    paragraph: Paragraph, paragraphs: Sequence[Paragraph], at: int, formal: bool
) -> tuple[list[Passage], int]:
    """Decisions within the sentences of a paragraph."""
    taken: list[Passage] = []
    text = paragraph.text
    if paragraph.marker is not None and _OWN_VERDICT.fullmatch(text):
        return [paragraph.passage], at
    decided = pattern("business", "decisions", "inside")
    for start, end, passed in told(text):
        if passed is False:
            continue
        match = decided.search(text, start, end)
        if match is None:
            sentence = text[start:end]
            over = _unworded(sentence, passed=passed is True, formal=formal)
            moved = not formal and _BOTH_MOVED.search(sentence) is not None
            if over is None and moved and not _decided_next(text[end:], paragraphs, at):
                over = len(sentence)
            if over is not None:
                taken.append(paragraph.passage.cut(start, start + over))
            continue
        if not _decides(text, start, end, match):
            continue
        rest = paragraph.passage.cut(match.end(), end)
        listed = at < len(paragraphs) and paragraphs[at].marker is not None
        if end == len(text.rstrip()) and OPEN_END.search(rest.text) and listed:
            entries, following = list_below(paragraphs, at)
            if entries and _TITLES_FOLLOW.search(rest.text) and tell_decisions(entries):
                continue  # 'agreed the following:' over matters that each tell what was agreed
            if entries and _WOULD_BE.search(rest.text):
                return [*taken, paragraph.passage.cut(start, end)], following
            if entries:
                return [*taken, *entries], following
        if _COLON.fullmatch(rest.text) and end == len(text.rstrip()):
            # 'Following discussion it was agreed:' and no more: what was agreed stands below.
            entries, following = clauses_below(paragraphs, at)
            return [*taken, *entries], following
        taken += _worded(paragraph.passage, start, end)
    return taken, at


def _worded(passage: Passage, start: int, end: int) -> list[Passage]:
    """What a sentence says was decided: the motion that it quotes, what 'RESOLVED:' announces."""
    stated = _RESOLVED_COLON.search(passage.text, start, end)
    quoted = _QUOTED.search(passage.text, start, end)
    if stated is None and quoted is not None:
        return [passage.cut(*quoted.span("words"))]
    return lettered(unquoted(passage.cut(stated.end() if stated else start, end)))


def _decides(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether a word of decision in a sentence tells what this body decides at this meeting."""
    sentence = text[start:end]
    if _NOT_DECIDED.search(sentence) or _PUT.search(sentence) or _OPINION.search(sentence):
        return False
    if _ELSEWHERE.search(text[start : match.start()]) and _COUNCIL.match(match.group()):
        return False  # 'Heronshire County Council agreed to mend it': not this body
    # 'It was agreed that he should' decides; 'Members agreed that he would' promises.
    impersonal = _IMPERSONAL.match(match.group()) is not None
    return not is_report_of_staff(sentence) and (impersonal or not is_promise(sentence))


def _unworded(sentence: str, *, passed: bool, formal: bool) -> int | None:
    """Where a decision ends that is told without 'agreed that'; None where none is told.

    `passed` is whether a vote on it is told.
    """
    if _VERDICT.search(sentence):
        return len(sentence)
    voted = passed and _NOT_DECIDED.search(sentence) is None
    return (
        len(sentence)
        if not formal and (voted or _is_settled(sentence))
        else _moved_at_end(sentence)
    )


def _is_settled(sentence: str) -> bool:
    """Whether a sentence without a word of decision tells one, in minutes that are not formal."""
    if _NOT_DECIDED.search(sentence):
        return False
    return any(rule.search(sentence) for rule in (_PASSIVE, _BRIEF, _ASSENT))


def _decided_next(rest: str, paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a decision, or a vote, is told right after a proposal: then that is the decision."""
    following = rest.strip() or (paragraphs[at].text if at < len(paragraphs) else "")
    first = next(iter(sentences(following)), (0, len(following)))
    opens = pattern("business", "decisions", "opening").match(following)
    return opens is not None or _SAYS_SO.search(following, *first) is not None


def _moved_at_end(sentence: str) -> int | None:
    """Where a decision ends whose movers stand after it ('Prop. AB, 2nd CD, all agreed').

    With their verdict the whole is the decision, without it what they passed: '... were approved'.
    """
    for begins in MOVERS_BEGIN.finditer(sentence):
        movers = _MOVERS.fullmatch(sentence, begins.start())
        head = sentence[: begins.start()].rstrip(" ,;–-")
        if movers is None or len(head.split()) < 3:
            continue
        if movers["verdict"]:
            return len(sentence)
        return len(head) if _SETTLED.search(head) else None
    return None
