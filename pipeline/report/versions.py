"""What changed between the versions of one meeting's record, as a table of a report."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.report.model import Column, Place, Row, Table
from pipeline.report.sources import Sources
from pipeline.report.values import Line, as_number, as_text

_ABOUT: Mapping[str, str] = {
    "meeting_headers": "time and place",
    "attendance": "people",
    "agenda_items": "items",
    "declarations": "declarations",
    "resolutions": "resolutions",
    "motions": "motions",
    "actions": "actions",
    "text": "other wording",
}
_COLUMNS = (
    Column("Versions"),
    Column("In"),
    Column("About", roomy=True),
    Column("Change"),
    Column("Before", wide=True),
    Column("After", wide=True),
)


def changes(sources: Sources, meeting_id: str) -> Table:
    """A row for each change, with its place in the later version and in the earlier one."""
    lines = sources.ask("meeting", "changes", id=meeting_id)
    places: dict[str, Place] = {}
    for table in {str(line["fact_table"]) for line in lines} - {"text"}:
        here = [line for line in lines if line["fact_table"] == table]
        facts = {line[name] for line in here for name in ("from_fact_id", "to_fact_id")}
        places |= sources.places(table, facts)
    rows = []
    for line in lines:
        number, what = as_text(line["item_number"]), str(line["what"])
        field = str(line["field"]).replace("_", " ")
        rows.append(
            Row(
                (
                    f"{line['earlier']} to {line['later']}",
                    _ABOUT.get(str(line["fact_table"]), str(line["fact_table"])),
                    f"{number} {what}" if number and number not in what else what,
                    f"{field} changed" if line["kind"] == "changed" else str(line["kind"]),
                    as_text(line["before"]),
                    as_text(line["after"]),
                ),
                tuple(
                    place
                    for side in ("to", "from")
                    if (place := _place(sources, places, line, side)) is not None
                ),
            )
        )
    title = "What changed between versions of its record"
    return Table("changes", title, _COLUMNS, tuple(rows), pictures="closed")


def _place(sources: Sources, places: Mapping[str, Place], line: Line, side: str) -> Place | None:
    """Where one version has it; None where it has nothing of the kind."""
    fact, page = line[f"{side}_fact_id"], as_number(line[f"{side}_page"])
    if str(fact) in places:
        return places[str(fact)]
    if line["before" if side == "from" else "after"] is None:
        return None
    return Place(sources.paper(line[f"{side}_document_id"]).paper, page)
