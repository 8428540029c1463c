"""Forward plans: which business is set down for which later meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.document import Cell, Part, Table, join
from pipeline.extract.base import Extractor, found
from pipeline.extract.grammar.dates import parse_date
from pipeline.extract.plans.headings import Headings
from pipeline.lexicon import rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, ForwardPlanEntry

_DATE = rule("reports", "plan_date_column")
_ITEM = rule("reports", "plan_item_column")
_DECISION = rule("reports", "plan_decision_column")
_MAKER = rule("reports", "plan_maker_column")
_LEAD = rule("reports", "plan_lead_column")
_NO_FORWARD_PLAN = rule("reports", "no_forward_plan")
_AUTHOR = rule("reports", "plan_author_column")
_MEETING = rule("reports", "plan_meeting_column")
_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|[•·-])\s+")


def find_forward_plan(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """Every entry of the part's forward-plan tables; a merged date stands for its rows."""
    headings = Headings(part)
    for block in part.flow:
        if isinstance(block, Table):
            named = part.kind == "forward_plan" or headings.are_of_forward_plan()
            yield from _of_table(block, named=named)
        else:
            headings.add(block)


def _of_table(table: Table, *, named: bool) -> Iterator[Finding[AnyRecord] | Rejected]:
    head = {c.column: c.text for c in table.rows[0].cells if c.text}
    made_by = next((c for c, t in head.items() if _MAKER.search(t)), None)
    when = next((c for c, t in head.items() if _DATE.search(t) and not _LEAD.search(t)), None)
    item = next(
        (c for c, t in head.items() if c != when and _ITEM.search(t) and not _LEAD.search(t)), None
    )
    if made_by is not None and (item is None or item == made_by):
        # A list of decisions to come names who takes them.
        item = next((c for c, t in head.items() if c != when and _DECISION.search(t)), None)
    lead = next(
        (c for c, t in head.items() if c not in {when, item, made_by} and _LEAD.search(t)), None
    )
    if when is None or item is None:
        return
    heads = " | ".join(head.values())
    # Who writes the report says that it is still to come where a heading names the programme.
    named = named and _MEETING.search(head[when]) is not None
    if any(_NO_FORWARD_PLAN.search(t) and not (named and _AUTHOR.search(t)) for t in head.values()):
        yield Rejected(heads, "a table of dates and items with a status or cost is no forward plan")
        return
    dates = [t for row in table.rows[1:] if (t := row.text(when))]
    if not dates or 2 * sum(parse_date(t) is not None for t in dates) < len(dates):
        yield Rejected(heads, "no forward plan: under half of its dates are whole")
        return
    held_on: date | None = None
    dated: Cell | None = None
    for row in table.rows[1:]:
        cell = next((c for c in row.cells if c.column == when and c.text), None)
        if cell is not None:
            held_on, dated = parse_date(cell.text), cell
        about = next((c for c in row.cells if c.column == item and c.text), None)
        if about is None:
            continue
        lead_text = row.text(lead) if lead is not None else ""
        passages = [c.passage for c in row.cells if c.text and c.column != when]
        entry = ForwardPlanEntry(
            for_meeting_on=held_on,
            item=_NUMBER.sub("", about.text),
            lead=lead_text or None,
        )
        if cell is not None and dated is cell:
            passages.insert(0, cell.passage)
        yield found(entry, join(passages))


FORWARD_PLAN = Extractor(
    name="forward_plan",
    version=3,
    reads=frozenset({"forward_plan", "report", "other"}),
    find=find_forward_plan,
)
