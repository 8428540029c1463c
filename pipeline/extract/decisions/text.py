"""The text of a decision as it is stated, without what stands around it.

Who moved it, the reference of the minute it goes back to, the margin's note of who acts, and the
verdict behind a motion that is stated with 'That' are no part of what was decided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Passage
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.grammar.undertakings import undertaking
from pipeline.lexicon import rule

_MOVERS = rule("business", "movers_only")
MOVERS_BEGIN = re.compile(r"\b(?:prop|moved)", re.IGNORECASE)
QUOTED = re.compile(
    r"[“\"‘']{1,2}\s?[“\"‘']?(?P<words>That\b[^”\"]{12,}?[.;]?)[”\"’'](?=\s|$|[.,;])"
)
"""A resolution within quotation marks: what stands after them is no part of it."""
_RESOLVED_QUOTE = re.compile(r"\bresolved\b\W*(?:unanimously\W*)?$", re.IGNORECASE)
_REFERENCE = re.compile(
    r"^\(?(?:\d{1,3}[./]){1,6}\d{0,3}\s?(?:[ivx]{1,4}|[a-h])?\)?[.):]?\s+(?=[A-Z])"
    r"|^[a-h][.)]\s+(?=(?:That|To)\s)"
    r"|^\d{1,2}\s+(?=(?:It\s+was|RESOLVED|AGREED)\s)"
    r"|^/\s*-?\s*(?=\S)"
)
"""'4.4.11i) It was agreed ...': the minute that the matter comes from."""
_REPORTED = re.compile(r"\s*\((?:Ref|Reference)\s*:\s[^()]{10,400}\)\W*$")
"""'(Ref: Report by the Executive Director dated 2 May 2027, submitted)' behind a decision."""
_PUT_SO = re.compile(
    r"^(?:Decision:\s+)?It\s+was\s+(?:duly\s+)?(?:moved|proposed),?\s+(?:and\s+)?seconded,?\s+and\s+"
    r"(?:it\s+was\s+)?(?:unanimously\s+)?RESOLVED:?\s+(?=[Tt]hat\b)"
)
"""'It was moved, seconded and RESOLVED that': nobody is named who moved it."""
_MOTION_OF = re.compile(r"^(?:[A-Z]{0,3}[\d][\w/.-]*\s+)?(?P<by>[^:]{0,70}):\s+(?=That\b)")
"""'R2027-14 A. Ash, B. Birch: That the gate be mended.'"""
_ARTICLE = re.compile(r"\b[Tt]he\b")
"""'The Authority approves:' names nobody who moved."""
_PASSIVE_END = re.compile(r"\b(?:was|were|been|be)$")
"""'The accounts were proposed by A and seconded by B': the movers are part of it."""
_THEN = re.compile(r"(?<=[.;])\s+(?:Carried|CARRIED|Passed|Defeated)\b[^.]{0,30}\.?$")
_PROSE = rule("business", "prose_decides")
_ENTRY = re.compile(r"\W*(?:[Tt]hat\b|[Tt]o\b|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[).])")
"""How another entry of the same decision begins, behind the first sentence."""
_AGREED_WITHIN = re.compile(r"\S\s.*\bit\s+was\s+(?:agreed|resolved|decided)\b", re.IGNORECASE)
_AGAIN = re.compile(r"(?<=[.;)])\s+RESOLVED\s*[:–-]\s*(?=\S)")
_VOTE_IN_BRACKETS = rule("business", "vote_in_brackets")
"""'(Cllr A proposed, Cllr B seconded, all were in favour)' behind a decision."""
_PROPOSAL_LABEL = rule("business", "proposal_label")
_TITLE = rule("business", "title_before_decision")
_DISCUSSED = rule("business", "after_discussion")
_VERB = rule("parts", "finite_verb")
_DISSENT = rule("business", "dissent")
_COUNTED = rule("business", "vote_counted")
_COUNT_LENGTH = 60
"""Characters of a sentence that tells how many voted which way, and no more."""
_MARGIN = rule("actions", "owner_trailing")


def tells_more(text: str) -> bool:
    """Whether 'It was resolved to ...' is one sentence of several: prose, and no list."""
    first = next(iter(sentences(text)), None)
    if _PROSE.match(text) is None or first is None or first[1] >= len(text.rstrip()):
        return False
    return _ENTRY.match(text[first[1] :]) is None


def resolved_again(passage: Passage) -> list[Passage]:
    """What 'RESOLVED' opens, cut where the paragraph says it again: 'That A. RESOLVED: ...'."""
    marks = list(_AGAIN.finditer(passage.text))
    begins = [0, *(m.end() for m in marks)]
    ends = [*(m.start() for m in marks), len(passage.text)]
    return [passage.cut(a, b) for a, b in zip(begins, ends, strict=True)]


def tell_decisions(entries: Sequence[Passage]) -> bool:
    """Whether two entries of a list at least say in sentences of their own what was agreed."""
    return sum(_AGREED_WITHIN.search(e.text) is not None for e in entries) > 1


def as_stated(passage: Passage) -> Passage:
    """A decision without its movers, its reference, its margin's note and a title before it."""
    passage = _without_movers(passage)
    vote = _VOTE_IN_BRACKETS.search(passage.text)
    if vote and vote.start() > 0:
        passage = passage.cut(0, vote.start())
    reference = _REFERENCE.match(passage.text)
    if reference:
        passage = passage.cut(reference.end())
    labelled = _PROPOSAL_LABEL.match(passage.text)
    if labelled:
        passage = passage.cut(labelled.end())
    motion = _MOTION_OF.match(passage.text)
    if motion and not _VERB.search(motion["by"]) and not _ARTICLE.search(motion["by"]):
        passage = passage.cut(motion.end())
        verdict = _THEN.search(passage.text)
        passage = passage.cut(0, verdict.start()) if verdict else passage
    reported = _REPORTED.search(passage.text)
    if reported and reported.start() > 0:
        passage = passage.cut(0, reported.start())
    put = _PUT_SO.match(passage.text)
    if put:
        passage = passage.cut(put.end())
    margin = _MARGIN.search(passage.text)
    if margin and len(passage.text[: margin.start()].split()) > 5:
        passage = passage.cut(0, margin.start())
    discussed = _DISCUSSED.match(passage.text)
    if discussed:
        passage = passage.cut(discussed.end())
    title = _TITLE.match(passage.text)
    if title and not _VERB.search(title["title"]):
        passage = passage.cut(title.end())
    return _without_tasks(passage)


def _without_tasks(passage: Passage) -> Passage:
    """A decision without the sentences behind it that ask something of somebody.

    'To mend the gate. The Clerk agreed to write to the farmer.'
    """
    spans = list(sentences(passage.text))
    if not spans or undertaking(passage.text[slice(*spans[0])]) is not None:
        return passage  # what it decides is that somebody should do all this
    for start, end in spans[1:]:
        sentence = passage.text[start:end]
        counted = _is_count(sentence) and not MOVERS_BEGIN.search(passage.text, 0, start)
        if counted or undertaking(sentence) is not None or _DISSENT.search(sentence):
            return passage.cut(0, start)
    return passage


def _is_count(sentence: str) -> bool:
    """Whether a sentence tells how many voted which way, and no more: '4 for, 1 against.'."""
    short = sentence[0].isdigit() and len(sentence) < _COUNT_LENGTH
    return short and _COUNTED.match(sentence) is not None


def _without_movers(passage: Passage) -> Passage:
    """A decision without a note of its movers behind it: 'Proposed: AB Seconded: CD'."""
    for begins in MOVERS_BEGIN.finditer(passage.text):
        movers = _MOVERS.fullmatch(passage.text, begins.start())
        head = passage.text[: begins.start()].rstrip(" ,;–-").removesuffix(" being").rstrip(" ,")
        if movers is not None and not movers["verdict"] and head and not _PASSIVE_END.search(head):
            return passage.cut(0, len(head))
    return passage


def unquoted(passage: Passage) -> Passage:
    """A resolution without its quotation marks and what stands before and after them."""
    quoted = QUOTED.search(passage.text)
    told = quoted and (
        quoted.start() == 0 or _RESOLVED_QUOTE.search(passage.text[: quoted.start()])
    )
    return passage.cut(*quoted.span("words")) if quoted and told else passage


def plain(text: str) -> str:
    """The letters and digits of a text: what is the same however it is printed."""
    return re.sub(r"\W+", "", text.lower())
