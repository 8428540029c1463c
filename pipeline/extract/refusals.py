"""What came near to being a fact and was turned down, with the reason: how a miss is understood.

Each function looks at what an extractor left of a part. Only what stands where facts stand, or
uses their words, came near; the rest of a paper is not told of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.document import Block, Item, Paragraph, Part
from pipeline.extract.base import Find
from pipeline.extract.grammar.names import honorific_of, is_name
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.grammar.undertakings import is_promise
from pipeline.lexicon import ordered, words
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Attendee, Resolution

Refuse = Callable[[Part, Sequence[Finding[AnyRecord]]], Iterator[Rejected]]
MOST = 40
"""Refusals of one extractor in one part, after which there is no point in more."""
_BEGINNING = 30
"""Letters of a quote by which it is known again."""
_LONGEST = 240
"""Characters of a candidate that are kept."""
_RECORDS = frozenset({"minutes", "meeting_page", "action_log"})
"""Parts whose sentences say what was asked for."""

_NOTHING = re.compile(r"^\W*(?:none|nil|n/?a|no\b|there\s+(?:was|were)\s+no)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:welcomed|opened|declared|reported|noted|advised|resolved|commenced|joined|left|public|press)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:RESOLVED|[Rr]esolved|AGREED|[Aa]greed|APPROVED|[Aa]pproved|[Dd]ecided)\b"
)
_OWN_VIEW = re.compile(
    r"\b(?:he|she|they|who)\s+(?:also\s+)?agreed\b|\bagreed\s+with\b|\bagreed\s+\w+\s+with\b",
    re.IGNORECASE,
)
"""Somebody is of the same mind, which is far from a decision of the body."""
_EARLIER = re.compile(
    r"\b(?:not|never|previously|already|had|has|have)\s+(?:been\s+)?(?:agreed|resolved|approved|decided)\b"
    r"|\b(?:last|previous|earlier)\s+(?:meeting|year)\b",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\b(?:motion|amendment|proposed|moved|seconded|put\s+to\s+the\s+vote)\b", re.IGNORECASE
)
_TASK = re.compile(
    r"\b(?:will|would|to|should|must)\s+(?:also\s+|now\s+|then\s+)?(?P<verb>report|write|contact|circulate"
    r"|investigate|provide|arrange|send|bring|prepare|check|liaise|follow|chase|draft|obtain|e-?mail|share"
    r"|update|enquire|forward|look|take|ask|inform|pass|organise|speak|raise|seek|action)\b"
    r"|\bactions?\s*:",
    re.IGNORECASE,
)
_ABLE = re.compile(
    r"\b(?:way|able|allowed|invited|used|free|hard|easy|difficult|unable|opportunity)\s+to\b",
    re.IGNORECASE,
)
"""What somebody can do is no task."""
_SORRY = re.compile(r"apolog|attendance|\bpresent\b|absen|roll\s+call|ymddiheur", re.IGNORECASE)
_VAGUE = re.compile(
    r"^\W*(?:it|they|we|he|she|this|that|these|there|members|councillors|all|the\s+(?:council|committee|board"
    r"|panel|group|cabinet|meeting))\b",
    re.IGNORECASE,
)


def explained(find: Find, refuse: Refuse) -> Find:
    """An extractor's function that also tells what came near and was turned down, and why."""

    def both(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
        findings: list[Finding[AnyRecord]] = []
        seen: set[str] = set()
        for each in find(part):
            if isinstance(each, Finding):
                findings.append(each)
            else:
                seen.add(each.text)
            yield each
        told = 0
        for each in refuse(part, findings):
            if each.text and each.text not in seen and told < MOST:
                seen.add(each.text)
                told += 1
                yield each

    return both


def _refused(text: str, reason: str) -> Rejected:
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return Rejected(short, reason)


def _quotes(findings: Sequence[Finding[AnyRecord]]) -> list[str]:
    return [_plain(source.quote) for finding in findings for source in finding.sources]


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def _is_taken(text: str, quotes: Sequence[str]) -> bool:
    """Whether a fact was read from a text: one holds the other, or the other's beginning."""
    plain = _plain(text)
    return any(plain in quote or (quote and quote[:_BEGINNING] in plain) for quote in quotes)


def refused_names(part: Part, findings: Sequence[Finding[AnyRecord]]) -> Iterator[Rejected]:
    """Lines below a heading of those who came, or of apologies, in which nobody was found."""
    quotes = [q for q in _quotes(findings) if q]
    people = [f.value for f in findings if isinstance(f.value, Attendee)]
    quotes += [_plain(p.role) for p in people if p.role]
    lists = [_below_heading(part.preamble if part.items else part.flow[:60])]
    lists += [item.flow for item in part.items if _SORRY.search(item.heading.text)]
    for flow in lists:
        for block in flow:
            text = block.text if isinstance(block, Paragraph) else ""
            if not 2 < len(text) <= 2 * _LONGEST or _opens_list(text) or _NOTHING.match(text):
                continue
            if isinstance(block, Paragraph) and block.style == "label":
                continue
            if not _is_taken(text, quotes) and not (flow is lists[0] and _is_told(text)):
                yield _refused(text, f"stands among names; {_no_name(text)}")


def _below_heading(flow: Sequence[Block]) -> Sequence[Block]:
    for at, block in enumerate(flow):
        if isinstance(block, Paragraph) and _opens_list(block.text[:60]):
            return flow[at + 1 :]
    return ()


def _opens_list(text: str) -> bool:
    return len(text.split()) <= 9 and any(
        heading.search(text) for heading, _ in ordered("people", "lists")
    )


def _is_told(text: str) -> bool:
    """Whether a line is a sentence of the minutes, which begin where the names end."""
    return _TOLD.search(text) is not None or len(text.split()) > 14


def _no_name(text: str) -> str:
    """Why a line names nobody, in words."""
    spoken = [word.strip(".,:;()").lower() for word in text.split()]
    posts = [word for word in spoken if word in words("people", "role_words")]
    if _is_told(text):
        return "a sentence, and no list"
    if posts:
        return f"'{posts[0]}' is a word of posts and bodies, so this is no name"
    _, rest = honorific_of(text)
    if len(rest.split()) == 1:
        return "one word without a title is no name"
    if is_name(rest):
        return "a name that no heading above claims"
    return "no part of it has the form of a name"


def refused_decisions(part: Part, findings: Sequence[Finding[AnyRecord]]) -> Iterator[Rejected]:
    """Sentences with a word of decision that no resolution was read from."""
    quotes = [q for q in _quotes(findings) if q]
    decided = {f.value.item_number for f in findings if isinstance(f.value, Resolution)}
    for number, sentence in _sentences_of(part.items):
        opens = sentence.rstrip().endswith((":", "-", "–", "that")) and number in decided
        bare = len(sentence.split()) < 3
        if not _DECIDED.search(sentence) or opens or bare or _OWN_VIEW.search(sentence):
            continue
        if not _is_taken(sentence, quotes):
            yield _refused(sentence, _no_decision(sentence))


def _no_decision(sentence: str) -> str:
    reasons = (
        (_NOTHING.match(sentence), "says that nothing was decided"),
        (_EARLIER.search(sentence), "tells of an earlier decision, or of none"),
        (is_promise(sentence), "says what somebody will do: an action, no decision"),
        (_MOTION.search(sentence), "a motion or its vote; the decision is read from what follows"),
        (sentence.endswith("?"), "a question"),
        (sentence.rstrip().endswith(":"), "opens a list that holds no decision"),
    )
    found = next((reason for holds, reason in reasons if holds), None)
    return found or "has a word of decision, in none of the forms that state one"


def refused_actions(part: Part, findings: Sequence[Finding[AnyRecord]]) -> Iterator[Rejected]:
    """Sentences with a task in them that no action was read from."""
    if part.kind not in _RECORDS:
        return
    quotes = [q for q in _quotes(findings) if q]
    for number, sentence in _sentences_of(part.items):
        if not _TASK.search(_ABLE.sub("", sentence)) or _is_taken(sentence, quotes):
            continue
        where = f" (item {number})" if number else ""
        yield _refused(sentence, f"{_no_action(sentence)}{where}")


def _no_action(sentence: str) -> str:
    reasons = (
        (sentence.endswith("?"), "a question, and nobody is asked to do anything"),
        (_MOTION.search(sentence), "part of a motion: its vote decides"),
        (_DECIDED.search(sentence), "a decision: kept as a resolution, where it is one"),
        (_EARLIER.search(sentence), "tells of what was to be done before this meeting"),
        (_VAGUE.match(sentence), "vague: nobody who is named is to act"),
    )
    found = next((reason for holds, reason in reasons if holds), None)
    return found or "has a task, in none of the forms that ask or promise"


def refused_headings(part: Part, findings: Sequence[Finding[AnyRecord]]) -> Iterator[Rejected]:
    """Numbered or bold lines inside items that might be headings of business."""
    if part.kind == "minutes" and not findings:
        yield _refused(
            part.title or "the whole part",
            "no heading could be told: no series of numbers, no bold or capital lines",
        )
    quotes = _quotes(findings)
    for item in part.items:
        for block in item.flow:
            if not isinstance(block, Paragraph) or block.style == "label":
                continue
            text = block.text
            short = 1 < len(text.split()) <= 10 and not text.endswith((".", ";", ":", ",", "that"))
            number = re.fullmatch(r"\(?\d[\d./]*\)?\.?", block.marker or "") is not None
            if short and (number or block.passage.bold) and not _is_taken(text, quotes):
                odd = (
                    f"its number {block.marker} is not in"
                    if number
                    else "it is bold without a number of"
                )
                yield _refused(text, f"might be a heading, but {odd} the paper's series")


def _sentences_of(items: Sequence[Item]) -> Iterator[tuple[str | None, str]]:
    for item in items:
        for paragraph in item.paragraphs():
            if paragraph.style != "label":
                for start, end in sentences(paragraph.text):
                    yield item.number, paragraph.text[start:end].strip()
