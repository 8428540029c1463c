"""What the body decided: under RESOLVED, in a sentence, or in a block headed 'Decision'.

Decision words and outcomes are data: `models/lexicon/business.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Item, Paragraph, Part, Passage, join
from pipeline.extract.base import Extractor, found
from pipeline.extract.lexicon import lexicon, pattern
from pipeline.extract.sentences import sentences
from pipeline.extract.undertakings import is_promise
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Outcome, Resolution

_LETTERED = re.compile(
    r"(?:^|(?<=[\s;:,.]))\(?(?P<mark>[a-h]|i{1,3}|iv|v|vi{0,3}|[1-9])\)\s+(?=\S)"
)
_LEAD = re.compile(
    r"^(?:(?:the\s+)?(?:board|committee|council|cabinet|panel|members|executive|group|forum)\s+(?:be\s+)?)?"
    r"(?:that|to)?\s*(?:the\s+(?:board|committee|council|cabinet|panel|executive|members))?\s*[-–—:]*$",
    re.IGNORECASE,
)
_NOT_DECIDED = re.compile(
    r"\bactions?\s+(?:were|was)\s+agreed\b|\b(?:not|never)\s+(?:been\s+)?(?:agreed|resolved)\b|\bpreviously\s+(?:agreed|resolved)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"^\W*(?:none|nil|n/?a|not\s+applicable|no\b|there\s+(?:were|was)\s+no\b|an?\s+apolog|apologies\b)",
    re.IGNORECASE,
)
"""What a 'Decision:' block prints where nothing was decided."""
_MOVED = re.compile(r"\b(?:proposed|moved|seconded)\b", re.IGNORECASE)
_VERDICT = re.compile(r"(?:^|(?<=[.:;]\s))(?:Approved|Agreed|Accepted|Refused|Carried)\.$")
"""'... Extension at 2 Mill Lane. Approved.'"""
_OPEN_END = re.compile(r"[:–—-]\s*$")
_LABEL_DECISION = re.compile(r"^\W*(?:decisions?|resolved|resolution)\b", re.IGNORECASE)
_REASONS = re.compile(
    r"^\W*(?:reasons?|alternative|other\s+options|background|call-?in|action\b|minutes|voting|vote|note)\b",
    re.IGNORECASE,
)


def find_resolutions(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """Every decision of every item, numbered within the item."""
    counts: dict[str | None, int] = {}
    for item in part.items:
        number = item.number or item.under
        for text, confidence in _decisions(item):
            if not any(c.isalpha() for c in text.text) or _NOTHING.match(text.text):
                continue
            counts[number] = counts.get(number, 0) + 1
            record = Resolution(
                item_number=number,
                ordinal=counts[number],
                text=text.text,
                outcome=outcome_of(text.text),
            )
            yield found(record, text, confidence=confidence)


def outcome_of(text: str) -> Outcome:
    """What a decision does, by its own words; 'other' where they tell nothing."""
    for entry in lexicon("business")["outcomes"]:
        if re.search(entry["pattern"], text, re.IGNORECASE):
            outcome: Outcome = entry["outcome"]
            return outcome
    return "other"


def _decisions(item: Item) -> Iterator[tuple[Passage, float]]:
    paragraphs = _after_label(list(item.paragraphs()))
    at = 0
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        text = paragraph.text
        if paragraph.style == "label":
            if _LABEL_DECISION.match(text):
                taken, at = _block(paragraphs, at + 1)
                yield from ((t, 0.9) for t in taken)
                continue
            at += 1
            continue
        if pattern("business", "decisions", "opening").match(text) and not _NOT_DECIDED.search(
            text
        ):
            moved = _put_before(paragraphs[at - 1]) if at else []
            whole = moved and text.rstrip().endswith(".")
            taken, after = ([], at + 1) if whole else _list(paragraphs, at + 1, opening=paragraph)
            taken = taken or moved
            at = after
            yield from ((t, 1.0) for t in taken)
            continue
        run_in = pattern("business", "decisions", "run_in").match(text)
        if run_in:
            rest = paragraph.passage.cut(run_in.end())
            taken, at = _run_in(rest, paragraphs, at + 1)
            yield from ((t, 0.95) for t in taken)
            continue
        taken, at = _inside(paragraph, paragraphs, at + 1)
        yield from ((t, 0.8) for t in taken)


def _after_label(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A web page's item without the agenda's text, which stands before the first label."""
    labels = [
        at
        for at, p in enumerate(paragraphs)
        if p.style == "label" and re.match(r"\W*(?:minutes|decisions?)\b", p.text, re.IGNORECASE)
    ]
    if not labels:
        return paragraphs
    both = [paragraphs[at].text.lower() for at in labels]
    minutes = next((at for at, text in zip(labels, both, strict=True) if "minutes" in text), None)
    # Where a decision block stands beside the minutes, both say the same: the minutes are fuller.
    if minutes is not None:
        recorded = paragraphs[minutes:]
        if any(
            pattern("business", "decisions", "inside").search(p.text)
            or pattern("business", "decisions", "opening").match(p.text)
            or pattern("business", "decisions", "run_in").match(p.text)
            for p in recorded
        ):
            return recorded
    return paragraphs[labels[0] :]


def _block(paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Passage], int]:
    """The decisions of a block headed 'Decision:', up to the next label."""
    end = at
    while end < len(paragraphs) and paragraphs[end].style != "label":
        end += 1
    block = list(paragraphs[at:end])
    taken: list[Passage] = []
    inner = 0
    while inner < len(block):
        text = block[inner].text
        if _REASONS.match(text):
            break
        opening = pattern("business", "decisions", "opening").match(text)
        run_in = pattern("business", "decisions", "run_in").match(text)
        if opening or _OPEN_END.search(text):
            more, inner = _list(block, inner + 1)
            taken += more
        elif run_in:
            more, inner = _run_in(block[inner].passage.cut(run_in.end()), block, inner + 1)
            taken += more
        else:
            taken.append(block[inner].passage)
            inner += 1
    return taken, end


def _put_before(paragraph: Paragraph) -> list[Passage]:
    """The motion before a bare 'RESOLVED': the last sentence that was proposed or seconded."""
    spans = [s for s in sentences(paragraph.text) if _MOVED.search(paragraph.text, *s)]
    return [paragraph.passage.cut(*spans[-1])] if spans else []


def _list(
    paragraphs: Sequence[Paragraph], at: int, opening: Paragraph | None = None
) -> tuple[list[Passage], int]:
    """The decisions that follow an opening: a list, or the one paragraph below it."""
    taken: list[Passage] = []
    indent: float | None = None
    marked: bool | None = None
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        text = paragraph.text
        if paragraph.style == "label" or _ends_list(text) or _is_next_to(paragraph, opening):
            break
        if paragraph.marker is None:
            if marked is None and _LEAD.match(text) and _OPEN_END.search(text):
                at += 1
                continue
            goes_on = taken and text[:1].islower() and not taken[-1].text.endswith(".")
            if goes_on:
                taken[-1] = join([taken[-1], paragraph.passage])
                at += 1
                continue
            if marked is True or (marked is False and not re.match(r"that\b", text, re.IGNORECASE)):
                break
            marked = False
            taken += _lettered(paragraph.passage)
        else:
            if marked is False and taken and not _OPEN_END.search(taken[-1].text):
                break
            if indent is not None and paragraph.indent > indent + 6 and taken:
                taken[-1] = join([taken[-1], paragraph.passage])
                at += 1
                continue
            if marked is False and taken:
                taken.pop()
            marked = True
            indent = paragraph.indent if indent is None else indent
            taken.append(paragraph.passage)
        at += 1
    return taken, at


def _is_next_to(paragraph: Paragraph, opening: Paragraph | None) -> bool:
    """Whether a numbered paragraph only follows the numbered paragraph that opened the list."""
    if opening is None or opening.marker is None or paragraph.marker is None:
        return False
    alike = re.sub(r"\d+", "1", opening.marker) == re.sub(r"\d+", "1", paragraph.marker)
    return alike and paragraph.indent <= opening.indent + 6


def _ends_list(text: str) -> bool:
    """A line that begins something else: another decision, a reason, a vote."""
    return (
        pattern("business", "decisions", "opening").match(text) is not None
        or pattern("business", "decisions", "run_in").match(text) is not None
        or re.match(
            r"(?:for|against|abstain\w*|voting|reasons?\s+for|action)\b\s*[:(–-]",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _run_in(rest: Passage, paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Passage], int]:
    """A decision on the line of its 'RESOLVED', and the list that it may open."""
    listed = at < len(paragraphs) and paragraphs[at].marker is not None
    if (_LEAD.match(rest.text) or _OPEN_END.search(rest.text)) and listed:
        entries, end = _list(paragraphs, at)
        if entries:
            return entries, end
    return _lettered(rest), at


def _lettered(passage: Passage) -> list[Passage]:
    """A passage cut at '(a) ... (b) ...' where it runs such a list on, else whole."""
    marks = list(_LETTERED.finditer(passage.text))
    first = [m for m in marks if m["mark"] in {"a", "i", "1"}]
    if not first:
        return [passage]
    series = [m for m in marks if m.start() >= first[0].start()]
    expected = {"a": "abcdefgh", "1": "123456789"}.get(first[0]["mark"])
    if expected:
        series = [m for n, m in enumerate(series) if n < len(expected) and m["mark"] == expected[n]]
    if len(series) < 2 or series[0].start() > 60:
        return [passage]
    ends = [m.start() for m in series[1:]] + [len(passage.text)]
    return [passage.cut(m.end(), end) for m, end in zip(series, ends, strict=True)]


def _inside(
    paragraph: Paragraph, paragraphs: Sequence[Paragraph], at: int
) -> tuple[list[Passage], int]:
    """Decisions within the sentences of a paragraph."""
    taken: list[Passage] = []
    text = paragraph.text
    inside = pattern("business", "decisions", "inside")
    if not inside.search(text) and not _VERDICT.search(text):
        return taken, at
    for start, end in _with_verdicts(text):
        match = inside.search(text, start, end)
        if match is None and _VERDICT.search(text, start, end):
            taken.append(paragraph.passage.cut(start, end))
            continue
        if match is None or _NOT_DECIDED.search(text[start:end]):
            continue
        agreed = match.group().lower().endswith("agreed")
        if agreed and is_promise(text[start:end]):
            continue
        rest = paragraph.passage.cut(match.end(), end)
        listed = at < len(paragraphs) and paragraphs[at].marker is not None
        if end == len(text.rstrip()) and _OPEN_END.search(rest.text) and listed:
            entries, following = _list(paragraphs, at)
            if entries:
                return [*taken, *entries], following
        taken += _lettered(paragraph.passage.cut(start, end))
    return taken, at


def _with_verdicts(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text; a verdict of one word belongs to the sentence that it decides."""
    spans: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if spans and _VERDICT.fullmatch(text, start, end):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return iter(spans)


RESOLUTIONS = Extractor(
    name="resolutions",
    version=1,
    reads=frozenset({"minutes", "meeting_page", "decision_notice"}),
    find=find_resolutions,
)
