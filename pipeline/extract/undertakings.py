"""Sentences in which somebody is asked, or undertakes, to do something after the meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.records import ActionOrigin

_PROPER = r"[A-Z][\w'’&/-]*"
_OFFICE = (
    r"(?:[Tt]he\s+)?(?:(?:[Pp]arish|[Tt]own|[Dd]eputy|[Aa]ssistant|[Vv]ice)[-\s])*"
    r"(?:[Cc]lerk|[Cc]hair(?:man|woman|person)?|[Oo]fficers?|[Mm]embers|[Ll]eader|[Mm]ayor|[Dd]irector"
    r"|(?:\w+\s)?(?:[Oo]fficers|[Dd]irectors|[Ll]eaders|[Mm]anagers|[Hh]eads)|[Mm]anager|[Ss]olicitor|[Cc]ontractor|[Pp]arishioners?|[Hh]ighways|[Pp]olice)"
)
_NAMED = (
    rf"(?:[Tt]he\s+)?{_PROPER}\.?(?:(?:,\s+|\s+(?:(?:of|for|and|&|the)\s+){{0,2}}){_PROPER}){{0,8}}"
    r"(?:\s+(?:and|&)\s+(?:the\s+)?[Cc]lerk)?(?:,(?=\s))?"
)
_DOER = (
    rf"(?:{_NAMED}|{_OFFICE}(?:\s+(?:of|for)\s+{_PROPER}(?:\s+(?:and\s+|&\s+)?{_PROPER}){{0,4}})?)"
)
_ACTOR = (
    rf"(?:{_OFFICE}(?:\s+(?:of|for)\s+{_PROPER}(?:\s+(?:and\s+|&\s+)?{_PROPER}){{0,4}})?"
    rf"|(?:(?:[Cc]ounty|[Dd]istrict|[Bb]orough)\s+)?(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr)\.?\s+{_PROPER}(?:\s+{_PROPER})?"
    rf"(?:(?:,\s*|\s+and\s+|\s*&\s*)(?:(?:Cllr|Councillor)\s+)?{_PROPER})*(?:\s+(?:and|&)\s+the\s+[Cc]lerk)?"
    rf"|(?:Director|President|Commissioner|Convener|Provost|Alderman|Ald\.?)\s+{_PROPER}(?:\s+{_PROPER})?"
    rf"|[Tt]he\s+(?:{_PROPER}\s+)*(?:Director|Head|Manager|Chief\s+Executive|Officer|Solicitor|Leader)"
    rf"(?:,?\s+(?:of\s+|for\s+|and\s+)?{_PROPER}){{0,5}})"
)
"""Somebody with an office or a title: surer than any name in capitals."""
_CLAUSE = (
    r"(?:^|(?<=[.;:,–-]\s)|(?<=\bfirstly\s)|(?<=\band\s)|(?<=\bthat\s)|(?<=\bso\s)|(?<=\bbut\s))"
)
_DONE_THERE = (
    r"(?:be|date|the|a|an|this|his|her|their|vary|adjourn|suspend|extend|note|each|defer|approve|take\s+(?:item|the\s+item)"
    r"|receive|accept|consider|discuss|recommend|refer|endorse|go\s+into|exclude|move)\b"
)
_BODY = re.compile(
    r"^(?:the\s+)?(?:\w+\s+)?(?:board|committee|sub-?committee|council|panel|cabinet|forum|group)$"
    r"|^(?:the\s+)?(?:executive|members|councillors|cllrs|all|it|they|he|she|we|this|there|which|who|both|each|motion|meeting|proposal)$",
    re.IGNORECASE,
)
_VERBS = (
    r"(?:report|write|contact|circulate|investigate|provide|arrange|send|bring|prepare|check|ask|liaise|follow|chase|draft"
    r"|look|obtain|speak|raise|e-?mail|share|produce|submit|update|review|address|take|attend|set|show|add|work|ensure|identify"
    r"|make|reply|respond|order|get|find|enquire|inform|advise|complete|sign|organise|meet|discuss|explore|consult|publish|confirm|pass|explain|present|continue|speak|tell|move|extend|invite|resume|repeat|appear|report)"
)

_TO_DO = re.compile(
    rf"{_CLAUSE}(?:(?P<owner>{_ACTOR})\s+(?:is\s+|are\s+|is\s+going\s+|will\s+arrange\s+)?to\s+(?!{_DONE_THERE})[a-z]+"
    rf"|(?P<named>{_PROPER}(?:\s+{_PROPER}){{1,3}}(?:,\s+{_PROPER}(?:\s+{_PROPER}){{0,3}},)?)"
    rf"\s+(?:is\s+|are\s+)?to\s+{_VERBS}\b)"
)
_INITIALS = re.compile(
    rf"(?:^|(?<=[.;]\s))(?P<owner>[A-Z]{{2,3}}(?:(?:/|,\s|\s(?:and|&)\s)[A-Z]{{2,3}})*)"
    rf"\s+(?:to|will)\s+{_VERBS}\b"
)
"""'ES to inform the applicant.'"""
_TASKS = (
    r"(?:report\s+back|write|contact|circulate|investigate|provide|arrange|send|bring|prepare|check|liaise"
    r"|follow\s+(?:this\s+|it\s+)?up|chase|draft|obtain|e-?mail|share|update|make\s+enquiries|reply|enquire|find\s+out"
    r"|forward|feed\s+(?:this\s+|it\s+)?back|look\s+into|take\s+(?:this|it|that|them)\b|ask|inform|pass)"
)
_SAID = re.compile(
    r"^(?P<owner>[A-Z][^.:;]{2,80}?)\s+(?:then\s+|also\s+)?(?:stated|said|advised|confirmed|reported|shared|responded|replied"
    rf"|explained|indicated|agreed)\s+(?:that\s+)?(?:he|she|they)\s+would\s+(?:also\s+|now\s+)?{_TASKS}\b"
)
"""'The Chair said that she would write to ...'"""
_GIVEN_LATER = re.compile(
    r"\b(?:would|will|to)\s+be\s+(?:provided|circulated|sent|shared|e-?mailed|forwarded|supplied|reported|brought|fed)\b"
    r"(?:\s+back)?(?:\s+\w+){0,6}?\s+(?:to\s+(?:all\s+)?(?:the\s+)?(?:members|board|committee|panel|councillors|cabinet|forum|group)\b"
    r"|(?:after|outside(?:\s+of)?|following)\s+the\s+meeting|to\s+(?:a\s+future|the\s+next)\s+meeting)",
    re.IGNORECASE,
)
"""'A breakdown would be circulated to Members after the meeting.'"""
_BODY_ASKED = re.compile(
    r"(?<!had\s)(?<!has\s)(?<!have\s)\brequested\s+(?P<owner>(?:the\s+)?(?:panel|board|committee|members|councillors))\s+to\s+"
    rf"{_VERBS}\b"
)
_ALSO_ASKED = re.compile(
    rf"^(?P<owner>{_ACTOR})\b.*\b(?:but|and)\s+was\s+(?:also\s+)?asked\s+to\s+{_VERBS}\b"
    rf"|\b(?P<named>[Tt]he\s+Clerk)\s+was\s+asked\s+to\s+(?:do|{_VERBS})\b"
)
_OFFICER_AGREED = re.compile(
    rf"\b(?P<owner>[Tt]he\s+(?:{_PROPER}\s+){{0,5}}(?:Officer|Director|Manager|Head|Leader|Chair|Chairman|Chief\s+Executive|Clerk)"
    rf"(?:\s+(?:of|for)\s+{_PROPER}(?:\s+{_PROPER}){{0,3}})?)(?:\s*\([^)]*\))?,?\s+"
    rf"(?:undertook|agreed|offered|promised)\s+to\s+(?!{_DONE_THERE}|take\b){_VERBS}\b"
)
_AND_WILL = re.compile(
    rf"^(?P<owner>{_ACTOR})\s+(?:has|have)\b.*\band\s+will\s+(?:now\s+|then\s+|also\s+)?{_TASKS}\b"
)
_PROMISED = re.compile(
    rf"{_CLAUSE}(?P<owner>{_DOER})\s+(?:also\s+|then\s+|has\s+|have\s+|had\s+)*"
    rf"(?:undertook|agreed|offered|promised|volunteered|committed)\s+to\s+(?!{_DONE_THERE})"
)
_APOLOGISED = re.compile(r"\band\s+(?:undertook|agreed|promised|offered)\s+to\s+(?P<verb>[a-z]+)")
_WILL = re.compile(
    rf"{_CLAUSE}(?P<owner>{_ACTOR})\s+(?:will|would|shall)\s+(?:also\s+|then\s+|now\s+)?(?:report\s+back|take\s+up|{_VERBS})\b"
)
_WAS_ASKED = re.compile(
    rf"{_CLAUSE}(?P<owner>{_DOER})\s+(?:was|were|is|are|has\s+been|have\s+been|be)\s+(?:also\s+|therefore\s+)?"
    r"(?:asked|requested|instructed|tasked)\s+to\s+(?!speak|address|introduce|leave)"
)
_ASKED = re.compile(
    r"(?<!had\s)(?<!has\s)(?<!have\s)(?<!who\s)\b(?:asked|requested|[Ii]t\s+was\s+requested)\s+"
    rf"(?:that\s+(?!question)|officers\s+to\b|(?:the\s+)?{_DOER}\s+to\s"
    r"|(?:once\s+more\s+|again\s+)?for\s+(?:an?\s+|further\s+)?(?:\w+\s+)?(?:report|record|explanation|paper|note|list|breakdown"
    r"|summary|briefing|table|figures|copy)\b)"
)
_BARE_ASKED = re.compile(r"^(?:Requested|Asked)\s+that\b")
_BARE_CLERK = re.compile(rf"{_CLAUSE}(?P<owner>(?:[Tt]he\s+)?[Cc]lerk)\s+{_VERBS}\b")
_TO_BE = re.compile(
    rf"(?P<owner>{_PROPER}(?:\s+{_PROPER}){{0,3}})\s+to\s+be\s+(?:contacted|asked|informed|notified|written\s+to|invited|chased)\b"
)
_AGREED_THAT = re.compile(
    rf"\b(?:agreed|confirmed|noted|advised)\s+that\s+(?P<owner>{_DOER})"
    rf"\s+(?:would|will|should|to)(?:,[^,]{{3,80}},)?\s+(?:{_VERBS}|be\s+asked|create)\b"
)
_OWNER = re.compile(
    rf"^(?:That\s+|that\s+)?(?P<owner>{_DOER}|Elected\s+members)\s*,?\s*(?=(?:should|would|to|will|at|be\s+asked|{_VERBS})\b)"
)
_SUBJECT = re.compile(rf"^(?P<owner>{_DOER})\s+[a-z]+ed\b")
_BY = re.compile(rf"\bbe\s+\w+ed\b.*?\bby\s+(?P<owner>the\s+{_NAMED}|{_OFFICE})(?=\s|[.,;]|$)")
_OWNER_ASKED = re.compile(
    rf"\b(?:asked|requested)\s+(?:that\s+)?(?P<owner>{_DOER}|officers)\s+(?:should\s+|to\s+)?(?:{_VERBS})\b"
)


_FORMER = re.compile(
    r"\b(?:[Aa]t|[Ff]rom)\s+the\s+(?:last|previous)\s+meeting\b|\bif\s+(?:requested|asked)\b"
)
"""What was to be done before this meeting."""
_MOTION = re.compile(
    r"\b(?:proposed|moved)(?:,|\s+(?:by|that|to|and|the|an?)\b)|\bseconded\b|\bmotion\b|\bproposed\W*$"
)
"""What a motion asks is the business of its vote."""


@dataclass(frozen=True)
class Undertaking:
    """That a sentence asks for, or promises, an action: of whom, and how sure that is."""

    origin: ActionOrigin
    owner: str | None
    confidence: float
    start: int = 0
    """Where the clause of the one who is to act begins in the sentence."""


def undertaking(sentence: str) -> Undertaking | None:
    """What a sentence of the minutes asks or promises, or None where it only tells."""
    if _MOTION.search(sentence):
        return None
    if _BARE_ASKED.match(sentence) or _ASKED.search(sentence):
        return Undertaking("requested", owner_of(sentence), 0.75)
    return _by_rule(sentence) or _without_owner(sentence)


def _by_rule(sentence: str) -> Undertaking | None:
    for rule, origin, confidence in _RULES:
        for match in rule.finditer(sentence):
            owner = (match["owner"] or match.groupdict().get("named") or "").strip(" ,")
            if not _BODY.match(owner) and not _FORMER.search(sentence):
                return Undertaking(origin, owner, confidence, match.start())
    return None


def _without_owner(sentence: str) -> Undertaking | None:
    """What is asked of the body, or promised without a name."""
    asked = _BODY_ASKED.search(sentence)
    if asked:
        return Undertaking("requested", asked["owner"], 0.6)
    if _GIVEN_LATER.search(sentence) and not _FORMER.search(sentence):
        return Undertaking("agreed", None, 0.55)
    if _APOLOGISED.search(sentence):
        subject = _SUBJECT.match(sentence)
        return Undertaking("agreed", subject["owner"] if subject else None, 0.6)
    return None


_RULES: tuple[tuple[re.Pattern[str], ActionOrigin, float], ...] = (
    (_AGREED_THAT, "agreed", 0.75),
    (_WAS_ASKED, "requested", 0.75),
    (_PROMISED, "agreed", 0.8),
    (_OFFICER_AGREED, "agreed", 0.75),
    (_TO_DO, "agreed", 0.75),
    (_INITIALS, "agreed", 0.75),
    (_SAID, "agreed", 0.6),
    (_ALSO_ASKED, "requested", 0.6),
    (_AND_WILL, "agreed", 0.6),
    (_WILL, "agreed", 0.55),
    (_TO_BE, "agreed", 0.55),
    (_BARE_CLERK, "agreed", 0.6),
)


def is_promise(sentence: str) -> bool:
    """Whether 'it was agreed that ...' tells what somebody will do, and decides nothing."""
    match = _AGREED_THAT.search(sentence)
    return match is not None and not _BODY.match(match["owner"].strip(" ,"))


def owner_of(text: str) -> str | None:
    """Who is to act, where the text of an action names somebody."""
    match = _OWNER.match(text) or _OWNER_ASKED.search(text) or _BY.search(text)
    if match is None:
        return None
    owner = match["owner"].strip(" ,")
    return None if _BODY.match(owner) and owner.lower() not in _GROUPS else owner


_GROUPS = frozenset({"members", "councillors", "elected members"})
