"""Sentences of minutes that tell who came, outside any list: 'Members present were A and B.'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document import Passage
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.people.apologies import missing_of, says_missing
from pipeline.extract.people.list_headings import List, looks_listed
from pipeline.extract.people.tables import people_of
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import AnyRecord

_TOLD = rule("attendance", "list_told")
_OPENED_WITH = rule("attendance", "opened_with")
_ROLL_TOLD = rule("attendance", "roll_told")
_ATTENDED = rule("attendance", "attended")
_AS_WELL = rule("attendance", "as_well")
_THERE_FOR = rule("attendance", "there_for")
_COUNCILLORS = re.compile(r"(?:[A-Z]\w+\s+){0,2}(?:Councillors|Cllrs)\b")
"""A title of all those named after it: 'Councillors Ash and Mrs Birch'."""
_GUESTS = re.compile(r"(?:,|\band)\s+(?:guests?|visitors?|observers?)\s+(?=[A-Z])")
_BY_RULE = re.compile(r"\balso\b|\b(?:pursuant|accordance|under|virtue|decision|invitation)\b")


def tells_who_came(text: str) -> bool:
    """Whether a sentence says that people attended, whoever they are."""
    return _ATTENDED.search(text) is not None or _AS_WELL.search(text) is not None


def people_told(
    passage: Passage, opened: List | None = None, *, known: bool
) -> Iterator[Finding[AnyRecord]]:
    """The people of sentences that tell who came: 'Members present were A and B.'."""
    text = passage.text
    told = _TOLD.search(text) or _OPENED_WITH.search(text) or _ROLL_TOLD.search(text)
    after = 0
    if told and opened and looks_listed(text[: told.start()]):
        known = True  # 'A and B. Also present were C and D.' goes on with the list above
        yield from people_of(passage, 0, told.start(), opened, "run-in list")
    if told is not None and looks_listed(told["list"]):
        lead = text[told.start() : told.start("list")]
        member = not known or re.search(r"member|board|council|director|governor|trustee", lead)
        kind = List("present", "member" if member else "attending")
        start, after = told.span("list")
        guests = _GUESTS.search(text, start, after)
        yield from people_of(passage, start, guests.start() if guests else after, kind, "list told")
        if guests:
            guest = List("present", "guest")
            yield from people_of(passage, guests.end(), after, guest, "list told")
    for start, end in sentences(text[after:]):
        begin = after + start
        beside = _AS_WELL.search(text, begin, after + end)
        if beside is not None and looks_listed(text[begin : beside.start()]):
            kind = List("present", "attending" if known else "member")
            yield from people_of(passage, begin, beside.start(), kind, "attended")
            others = List("present", "attending")
            yield from people_of(passage, beside.end(), after + end, others, "attended")
            continue
        if begin > 0 and says_missing(text[begin : after + end]):
            yield from missing_of(passage.cut(begin, after + end), titled=False)
            continue
        attended = _ATTENDED.search(text[begin : after + end])
        if attended is not None and looks_listed(text[begin : begin + attended.start()]):
            by_rule = _BY_RULE.search(attended.group()) is not None
            first = not known and told is None and not by_rule
            group = "councillor" if _COUNCILLORS.match(text, begin) else "attending"
            kind = List("present", "member" if first else group)
            yield from people_of(passage, begin, begin + attended.start(), kind, "attended")


def people_there_for(passage: Passage) -> Iterator[Finding[AnyRecord]]:
    """Who is told to have come for an item, or to watch: web pages print no list of those."""
    for start, end in sentences(passage.text):
        told = _THERE_FOR.match(passage.text[start:end])
        if told is not None:
            at, stop = start + told.start("who"), start + told.end("who")
            kind = List("present", "attending")
            yield from people_of(passage, at, stop, kind, "there for an item", post=told["post"])
