"""Recorded votes: the names under 'For', 'Against' and 'Abstain', in lists, lines and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Literal

from pipeline.document import Paragraph, Passage, Table
from pipeline.extract.motions.tallies import Tally, number_of, vote_of, words_of
from pipeline.extract.people.lists import entries
from pipeline.extract.people.posts import Entry
from pipeline.lexicon import lexicon, pattern
from pipeline.records import VoteCast

_MARK = re.compile(r"[xX✓✔√•*]|yes|y|1|for|against|abstain\w*", re.IGNORECASE)
_NOBODY = re.compile(r"\W*(?:none|nil|nobody|no\s+one|0|n/?a)?\W*", re.IGNORECASE)
_TOTAL = re.compile(r"[\s.…_]*[–—-]?\s*[(\[]?(?P<count>\d{1,3})[)\]]?[\s.]*$")


Cast = tuple[VoteCast, Entry, Passage]
"""The vote, the person, and the words that name the person."""


@dataclass
class Division:
    """Who voted which way, and the numbers printed beside the words."""

    tally: Tally = field(default_factory=Tally)
    votes: list[Cast] = field(default_factory=list)
    rival: list[Cast] = field(default_factory=list)
    """Votes for the amendment, where a division is between it and the motion."""
    rival_count: int | None = None
    open_list: bool = False
    """Whether the last list broke off."""
    heads: list[Passage] = field(default_factory=list)
    """What the numbers were read from."""


@cache
def _label() -> re.Pattern[str]:
    many = rf"\d{{1,3}}|{'|'.join(lexicon('motions')['counts']['numbers'])}"
    return re.compile(
        rf"(?:^\W*|(?<=[.;:,)\d])\s*|[\s:;][–—-]\s*)"
        rf"(?:(?:those|members?|councillors?|votes?|voting|there|the|recorded|were|was|in|who)\s+)*"
        rf"(?:voted\s+)?(?:{words_of()})(?!\w)(?P<said>[^:;.()–—]{{0,60}}?(?:\(\d+\)(?=\s*[–—-]+\s*\d))?)"
        rf"\s*(?P<mark>[(\[]\s*(?P<inside>{many})(?:\s+votes?|\s+members?)?\s*[)\]]\s*[:–—-]*"
        rf"|[:–—]+-?\s*(?:[(\[]?(?P<beside>{many})\b[)\]]?\s*[:–—,-]*)?|-\s|\s(?P<bare>\d{{1,3}})\s*[:–—-]*(?=\s|$)|$)",
        re.IGNORECASE,
    )


def division_at(blocks: Sequence[Paragraph | Table], at: int) -> tuple[Division, int] | None:
    """The recorded vote that begins with the block `at`, and the block after it, or None."""
    division, begun = Division(), at
    if _are_stacked(blocks, at):
        return None
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Table):
            if not (_by_column(block, division) or _by_row(block, division)):
                break
            at += 1
            continue
        way = _of_paragraph(block.passage, division)
        if way is None:
            break
        at += 1
        while way != "whole" and at < len(blocks) and _goes_on(blocks[at], way, division):
            at += 1
    return (division, at) if at > begun else None


def _are_stacked(blocks: Sequence[Paragraph | Table], at: int) -> bool:
    """Whether the heads of columns stand one below another: whose names follow isn't told."""
    above = [b.text.strip() for b in blocks[max(0, at - 2) : at] if isinstance(b, Paragraph)]
    return [text.casefold() for text in above] == ["motion", "amendment"]


def division_within(passage: Passage) -> tuple[int, Division, int] | None:
    """A recorded vote that a paragraph runs on: where it begins, what it says, where it ends.

    'The vote was: For (2) - Cllrs Ash and Birch; Against (1) - Cllr Cole. Carried.'
    """
    text = passage.text
    labels = [m for m in _label().finditer(text) if m["mark"]]
    division, end = Division(), 0
    for number, label in enumerate(labels):
        stop = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        full = re.search(r"(?<=[a-z)])\.\s+(?=[A-Z])", text[label.end() : stop])
        stop = label.end() + full.start() + 1 if full else stop
        printed = label["inside"] or label["beside"] or label["bare"]
        listed = _names(passage.cut(label.end(), stop), vote_of(label))
        if listed is None:
            return None
        count = number_of(printed) if printed else listed[1]
        if "amendment" in label.group().lower() and division.votes and vote_of(label) == "for":
            division.rival, division.rival_count = listed[0], count
        else:
            division.votes += listed[0]
            division.tally = division.tally.with_count(vote_of(label), count)
        division.heads.append(passage.cut(label.start(), label.end()))
        end = stop
    named = len({way for way, _, _ in division.votes} | ({"rival"} if division.rival else set()))
    if not labels or not division.votes or (named < 2 and len(labels) < 2):
        return None
    return labels[0].start(), division, end


def is_vote_table(table: Table) -> bool:
    """Whether a table records how people voted."""
    return _by_column(table, Division()) or _by_row(table, Division())


def _goes_on(block: Paragraph | Table, way: VoteCast, division: Division) -> bool:
    """Add the names that stand below their label, where `block` is a list of them."""
    if isinstance(block, Table) or _label().match(block.text):
        return False
    whole = division.votes and division.votes[-1][0] == way and not division.open_list
    if whole or pattern("motions", "said", "resolved").match(block.text):
        return False
    listed = _names(block.passage, way)
    if listed is None:
        return False
    division.votes += listed[0]
    division.tally = division.tally.with_count(way, listed[1])
    division.open_list = block.text.rstrip().endswith((",", " and"))
    return True


def _of_paragraph(passage: Passage, division: Division) -> VoteCast | Literal["whole"] | None:
    """Add what one paragraph records.

    The way whose names are still to come below, 'whole' where it has them all, None where it
    records no vote.
    """
    text = passage.text
    labels = [m for m in _label().finditer(text) if m.start() == 0 or m["mark"]]
    if not labels or labels[0].start() > 0:
        return None
    added, told, last = Division(), False, labels[-1]
    for number, label in enumerate(labels):
        end = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        way, rest = vote_of(label), passage.cut(label.end(), end)
        printed = label["inside"] or label["beside"] or label["bare"]
        count = number_of(printed) if printed else None
        listed = _names(rest, way) if rest.text else ([], None)
        if listed is None and count is None:
            return None
        if listed is not None:
            added.votes += listed[0]
            count = count if count is not None else listed[1]
        told = told or bool(listed and listed[0]) or count is not None
        added.tally = added.tally.with_count(way, count)
        added.heads.append(passage.cut(label.start(), label.end()))
    open_end = last.end() >= len(text.rstrip())
    alone = open_end and len(labels) == 1 and len(text) < 90
    if not told and not (alone and (last["mark"] or len(text.split()) <= 3)):
        return None
    division.tally = division.tally.filled(added.tally)
    division.votes += added.votes
    division.heads += added.heads
    return vote_of(last) if open_end and count != 0 else "whole"


def _names(passage: Passage, way: VoteCast) -> tuple[list[Cast], int | None] | None:
    """The people of a list and the total printed after them; None where it lists nobody."""
    text = passage.text
    total = _TOTAL.search(text)
    count = int(total["count"]) if total else None
    body = text[: total.start()] if total else text
    if _NOBODY.fullmatch(body):
        return [], 0 if count is None else count
    # An office without a name is nobody by name: 'the Convener; the Vice Convener; Cllr Ash'.
    body = re.sub(
        r"[^;,]+", lambda m: " " * len(m.group()) if _is_office(m.group()) else m.group(), body
    )
    people = list(entries(body, surnames=True))
    covered = sum(entry.end - entry.start for entry in people)
    if not people or covered < 0.6 * len(re.sub(r"[\s;,]+", " ", body).strip()):
        return None
    return [(way, entry, passage.cut(entry.start, entry.end)) for entry in people], count


def _is_office(text: str) -> bool:
    return pattern("motions", "movers", "offices").match(text.strip()) is not None


def _way_of(text: str) -> VoteCast | None:
    """The way that a short text names and nothing else: the head of a column or row."""
    match = re.fullmatch(rf"\W*(?:{words_of()})\W*(?:\d{{1,3}})?\W*", text, re.IGNORECASE)
    return vote_of(match) if match else None


def _by_column(table: Table, division: Division) -> bool:
    """'Member | For | Against | Abstain', and a mark in each row."""
    for at, head in enumerate(table.rows):
        ways = {c.column: way for c in head.cells if (way := _way_of(c.text))}
        if len(ways) < 2:
            continue
        votes: list[Cast] = []
        for row in table.rows[at + 1 :]:
            marked = [c for c in row.cells if c.column in ways and _MARK.fullmatch(c.text.strip())]
            named = [c for c in row.cells if c.text and c.column not in ways]
            if len(marked) != 1 or not named:
                continue
            way, name = ways[marked[0].column], named[-1].passage
            votes += [(way, entry, name) for entry in islice(entries(name.text, surnames=True), 1)]
        if votes:
            division.votes += votes
            return True
    return False


def _by_row(table: Table, division: Division) -> bool:
    """'For | Ash, Birch | 2': a row for each way."""
    added = Division()
    for row in table.rows:
        cells = [c for c in row.cells if c.text]
        way = _way_of(cells[0].text) if cells else None
        if way is None or len(cells) < 2:
            continue
        listed = _names(cells[1].passage, way)
        if listed is None:
            continue
        number = re.fullmatch(r"\W*(\d{1,3})\W*", cells[-1].text)
        added.votes += listed[0]
        added.tally = added.tally.with_count(way, int(number[1]) if number else listed[1])
        added.heads.append(cells[0].passage)
    if len(added.heads) < 2:
        return False
    division.tally = division.tally.filled(added.tally)
    division.votes += added.votes
    division.heads += added.heads
    return True
