"""The head of a meeting: which body, when, from what time to what time, where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.document import Block, Paragraph, Part, Passage, Table
from pipeline.extract.base import Extractor
from pipeline.extract.grammar.letterhead import below_letterhead
from pipeline.extract.header.acting_body import acting_body
from pipeline.extract.header.body import read_body, states_meeting, without_site
from pipeline.extract.header.body_titles import body_from_titles, name_in_full
from pipeline.extract.header.facts import Facts
from pipeline.extract.header.time import read_end, read_key, read_opening, read_when
from pipeline.extract.header.title import statements
from pipeline.extract.header.venue import read_place, read_place_of, read_venue
from pipeline.lexicon import rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, MeetingHeader

_DECISIONS = rule("meetings", "page_of_decisions")
_DECIDED_ON = rule("meetings", "decided_on")
"""On such a page: '04/05/2027 - Mending the ponds'."""
_MAKER = rule("meetings", "decision_maker")
"""'Decision Maker: Parks Committee', on the page of a decision that names no meeting."""
_HEAD = 18
"""Statements of a head, at most; a report has fewer before its text begins."""
_HEAD_OF_REPORT = 5
_ROWS = 6
"""Rows of a table in a head that may tell of the meeting."""
_LONGEST = 420
"""Characters of a paragraph that may still be part of the head."""


def find_header(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """What a part that belongs to a meeting prints of that meeting."""
    if part.kind in {"report", "action_log"} and part.index:
        return  # a report inside a pack belongs to the pack's meeting
    facts = Facts()
    report = part.kind in {"report", "action_log"}
    blocks: Sequence[Block] = part.preamble if part.items else part.flow
    if part.kind == "minutes":
        blocks = below_letterhead(blocks)
    runs = list(_runs(blocks, listed=part.kind != "meeting_page"))
    head = [said for run in runs for said in statements(run)]
    head = head[: _HEAD_OF_REPORT if part.kind == "report" else _HEAD]
    _read_stated(facts, part)
    _read_head(facts, head, venues=not report)
    opening = read_opening(facts, part)
    if opening is not None:
        read_place_of(facts, *opening)
    read_end(facts, part)
    if facts.body is None and part.kind in {"meeting_page", "minutes", "agenda"}:
        named = acting_body(part)
        if named is not None:
            facts.body = named[0]
            facts.read(named[1])
    read_key(facts, part)
    if not facts.sources:
        return
    yield Finding(
        MeetingHeader(
            body=facts.body,
            authority=facts.authority,
            held_on=facts.held_on,
            starts_at=facts.starts_at,
            ended_at=facts.ended_at,
            venue=facts.venue,
        ),
        tuple(facts.sources),
    )


def _runs(flow: Sequence[Block], *, listed: bool) -> Iterator[list[Passage]]:
    """The passages of a head, in runs: a title doesn't go on across what is left out.

    Without `listed` no entry of a list is in them: a page has links and dates.
    """
    run: list[Passage] = []
    for block in flow:
        if isinstance(block, Table):
            run += [c.passage for row in block.rows[:_ROWS] for c in row.cells if c.text]
            if len(block.rows) <= _ROWS:
                continue
        elif block.style not in {"item", "label"} and (listed or block.marker is None):
            run.append(block.passage)
            continue
        yield run
        run = []
    yield run


def _read_stated(facts: Facts, part: Part) -> None:
    """The page of a decision states its meeting below the text: 'Decided at meeting: ...'."""
    stated = [b for b in part.flow if isinstance(b, Paragraph) and states_meeting(b.text)]
    if stated:
        # A list of decisions states the meeting of each: of several it is the page of none.
        if len({b.text for b in stated}) == 1 or not stated[0].text.startswith("Made at"):
            read_body(facts, stated[0].passage, ())
            read_when(facts, stated[0].passage)
        return
    told = [b for b in part.flow if isinstance(b, Paragraph)]
    makers = [b for b in told if _MAKER.match(b.text)]
    if len({b.text for b in makers}) == 1 and (maker := _MAKER.match(makers[0].text)):
        facts.body = maker["body"]
        facts.read(makers[0].passage)
    if told and _DECISIONS.match(told[0].text):
        for block in told[1:4]:
            if _DECIDED_ON.match(block.text):
                read_when(facts, block.passage)
                return


def _read_head(facts: Facts, head: Sequence[Passage], *, venues: bool) -> None:
    head = without_site(head)
    for at, passage in enumerate(head):
        if len(passage.text) > _LONGEST:
            continue
        read_body(facts, passage, head[:at], head[at + 1 : at + 2])
        read_when(facts, passage)
        if facts.venue is None and venues:
            read_venue(facts, head, at)
    for at, passage in enumerate(head):
        if venues and facts.venue is None and len(passage.text) <= _LONGEST:
            read_place(facts, head, at)
    if facts.body is None:
        body_from_titles(facts, head)
    name_in_full(facts, head)


HEADER = Extractor(
    name="header",
    version=14,
    reads=frozenset(
        {
            "minutes",
            "meeting_page",
            "agenda",
            "front_page",
            "report",
            "decision_notice",
            "action_log",
        }
    ),
    find=find_header,
)
