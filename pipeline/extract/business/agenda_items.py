"""The headings of business, as an agenda or minutes number them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Part
from pipeline.extract.base import Extractor, found
from pipeline.extract.refusals import explained, refused_headings
from pipeline.provenance import Finding, Rejected
from pipeline.records import AgendaItem, AnyRecord


def find_agenda_items(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """Every numbered item; unnumbered headings where the paper numbers none."""
    numbered = any(item.number for item in part.items)
    for item in part.items:
        if not item.heading.text:
            continue
        if numbered and item.number is None:
            yield Rejected(item.heading.text, "a heading without a number among numbered items")
            continue
        if part.kind == "meeting_page":
            rule = "page heading"
        else:
            rule = "numbered heading" if item.number else "bare heading"
        yield found(
            AgendaItem(
                number=item.number, also=item.also, title=item.heading.text, pages=item.pages
            ),
            item.heading,
            rule=rule,
        )


AGENDA_ITEMS = Extractor(
    name="agenda_items",
    version=2,
    reads=frozenset({"minutes", "meeting_page", "agenda"}),
    find=explained(find_agenda_items, refused_headings),
)
