"""Milestone tables of delivery and improvement plans: one row each, over as many pages as it takes.

A plan sets milestones under numbered activities, activities under themes. Section rows, repeated
heads and merged cells are told by geometry: which columns a row fills and how far a cell reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import Paragraph, Part, Passage, Row, Table, join
from pipeline.extract.base import Extractor
from pipeline.extract.grammar.deadlines import interval
from pipeline.extract.plans.columns import Columns, NoPlan, colour_of, header_row
from pipeline.extract.plans.headings import Headings, is_heading
from pipeline.lexicon import lexicon, pattern, words
from pipeline.provenance import Finding, Rejected, Source
from pipeline.records import AnyRecord, Milestone

_NUMBERED = re.compile(
    r"^(?P<number>\d{1,3}(?:\.\d{1,3})*|[A-Z]{1,2}\d{1,3}(?:\.\d+)?)[.):]?\s+(?P<title>\S.*)$"
)
_LONG = 30
"""Words from which a row across the whole table is prose and no heading."""
_LABEL_ROW = re.compile(
    r"^(?:key\s+)?(?:milestones?|activities|actions?|tasks?|deliverables?)\s*:?$", re.IGNORECASE
)
_PLAN_TITLE = re.compile(r"\bplan\b", re.IGNORECASE)
_LEADS = re.compile(
    r"\s*[/;\n]\s*|,\s+(?=[A-Z][\w'’-]+\s+[A-Z])|(?<=\b[A-Z]{2}),\s*(?=[A-Z]{2,5}\b)"
    r"|(?<=\b[A-Z]{3}),\s*(?=[A-Z]{2,5}\b)"
)
"""What parts the people of a cell; initials stand after a name as its office: 'Joss Tarn, ICB'."""
_PERCENT = re.compile(r"(\d{1,3})\s*%|^\s*(\d{1,3})\s*$")


@dataclass
class _Place:
    """Where in the plan a row stands."""

    plan: str | None = None
    period: str | None = None
    theme: str | None = None
    number: str | None = None
    activity: str | None = None
    columns: Columns | None = None
    width: int = 0


def find_milestones(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """Every milestone row of the part's plan tables."""
    place, headings = _Place(), Headings(part)
    refused: set[str] = set()
    for block in part.flow:
        if isinstance(block, Paragraph):
            headings.add(block)
            _read_heading(place, block)
            continue
        head = header_row(block)
        if isinstance(head, NoPlan):
            place.columns = None
            if head.head not in refused:
                refused.add(head.head)
                yield Rejected(head.head, head.reason)
        elif head is not None and headings.are_of_log(head[1]):
            place.columns = None
        elif head is not None and headings.are_of_forward_plan():
            place.columns = None
            yield Rejected(" | ".join(head[1].names), "a work programme: no plan")
        elif head is not None:
            place.columns, place.width = head[1], block.columns
            place.period = head[1].period or place.period
            for row in block.rows[: head[0]]:
                _read_theme_row(place, row)
            yield from _rows(block, head[0] + 1, place)
        elif place.columns is not None and block.columns == place.width:
            yield from _rows(block, 0, place)


def _read_heading(place: _Place, paragraph: Paragraph) -> None:
    text = paragraph.text.strip()
    if not is_heading(paragraph):
        return
    if _PLAN_TITLE.search(text) and len(text.split()) <= 16:
        place.plan = text
    if len(text.split()) <= 12 and paragraph.marker is None:
        place.theme = text.rstrip(" :")
        place.number = place.activity = None


def _read_theme_row(place: _Place, row: Row) -> None:
    cells = [c for c in row.cells if c.text]
    if len(cells) == 1 and len(cells[0].text.split()) <= 12:
        place.theme = cells[0].text
        place.number = place.activity = None


def _rows(table: Table, start: int, place: _Place) -> Iterator[Finding[AnyRecord] | Rejected]:
    columns = place.columns
    if columns is None:
        return
    above: Row | None = None
    for at, row in enumerate(table.rows[start:], start + 1):
        filled = [c for c in row.cells if c.text]
        if not filled or columns.repeats(row):
            continue
        rated = colour_of(row, columns)
        alone = len(filled) == 1 and (filled[0].column == 0 or filled[0].span > 1)
        if alone and rated is None:
            # Over a head that is printed anew stands what the table's first head stood under.
            if at < len(table.rows) and columns.repeats(table.rows[at]):
                _read_theme_row(place, row)
            else:
                _read_section(place, filled[0].passage)
            continue
        record = _record(columns.carried(row, above), columns, place, rated)
        if record is None:
            yield Rejected(
                " | ".join(c.text for c in filled), "a row of a plan table without a milestone"
            )
            continue
        above = columns.carried(row, above)
        passage = join([c.passage for c in row.cells if c.text])
        sources: tuple[Source, ...] = passage.sources()
        yield Finding(record, sources, 0.95)


def _read_section(place: _Place, passage: Passage) -> None:
    """A row with one cell: a label, a numbered activity, or a theme."""
    text = passage.text
    if _LABEL_ROW.match(text):
        return
    numbered = _NUMBERED.match(text)
    if numbered:
        place.number, place.activity = numbered["number"], numbered["title"]
    elif len(text.split()) > _LONG:
        return  # a paragraph set across the table introduces its rows, and names none
    elif place.activity is None or place.number is None:
        place.activity = text
    else:
        place.theme, place.number, place.activity = text, None, None


def _record(row: Row, columns: Columns, place: _Place, rated: str | None) -> Milestone | None:
    def cell(name: str) -> str | None:
        return columns.text(row, name)

    milestone = cell("milestone")
    if milestone is None:
        return None
    grouped = cell("activity")
    if grouped is not None:
        numbered = _NUMBERED.match(grouped)
        place.number = numbered["number"] if numbered else None
        place.activity = numbered["title"] if numbered else grouped
    theme = cell("theme")
    if theme is not None:
        place.theme = theme
    deadline = cell("revised") or cell("deadline")
    first, last = interval(deadline) if deadline else (None, None)
    status = status_of(cell("status"))
    return Milestone(
        plan=place.plan,
        period=place.period,
        theme=place.theme,
        activity_number=place.number,
        activity=place.activity,
        milestone=milestone,
        lead_officers=split_leads(cell("lead_officers")),
        deadline=deadline,
        deadline_from=first,
        deadline_to=last,
        status=status or rated,
        percent_complete=percent_of(cell("percent_complete")),
        comment=cell("comment"),
        status_derived="fill" if rated and not status else None,
        reference=cell("reference"),
        direction=cell("direction"),
    )


def split_leads(printed: str | None) -> tuple[str, ...]:
    """The people of a lead-officer cell: 'A/B', 'A and B', 'A; B', 'AB, CD'.

    'Head of Skills and Learning' is one post: 'and' parts only what stands for itself.
    """
    if not printed:
        return ()
    found: list[str] = []
    for piece in _LEADS.split(printed):
        halves = re.split(r"\s+(?:and|&)\s+(?=[A-Z])", piece)
        kinds = {_kind_of_lead(half) for half in halves}
        found += (
            halves if None not in kinds and (len(kinds) == 1 or "initials" in kinds) else [piece]
        )
    return tuple(p.strip(" ,") for p in found if p.strip(" ,"))


def _kind_of_lead(name: str) -> str | None:
    """What a name is by itself: a person, initials, a whole post; None for half of a post."""
    if re.fullmatch(r"[A-Z]{2,5}(?:\s[A-Z]{2,5})*", name):
        return "initials"
    if pattern("plans", "cells", "lone_post").search(name):
        return "post"
    tokens = name.split()
    plain = not any(token.lower() in words("people", "role_words") for token in tokens)
    person = plain and 2 <= len(tokens) <= 4 and all(token[:1].isupper() for token in tokens)
    return "person" if person else None


def status_of(printed: str | None) -> str | None:
    """The status in the contract's spelling, else as printed; a mark without a word is none."""
    if not printed:
        return None
    plain = printed.strip().lower()
    for name, spellings in lexicon("plans")["status"].items():
        if plain in spellings:
            return str(name)
    return printed if any(c.isalnum() for c in printed) else None


def percent_of(printed: str | None) -> int | None:
    """The per cent of a cell ('20%'), from 0 to 100."""
    match = _PERCENT.search(printed) if printed else None
    if match is None:
        return None
    value = int(match[1] or match[2])
    return value if 0 <= value <= 100 else None


MILESTONES = Extractor(
    name="milestones",
    version=4,
    reads=frozenset({"report", "other", "agenda", "front_page", "forward_plan"}),
    find=find_milestones,
)
