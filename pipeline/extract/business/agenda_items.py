"""The headings of business, as an agenda or minutes number them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Part
from pipeline.extract.base import Extractor, found
from pipeline.extract.refusals import explained, refused_headings
from pipeline.lexicon import rule as worded
from pipeline.provenance import Finding, Rejected
from pipeline.records import AgendaItem, AnyRecord

_SENTENCE = worded("pages", "no_title")
"""'To confirm the minutes of the last meeting.': a sentence, where a title should stand."""
_TELLS = worded("business", "numbered_sentence")
"""'8. There being no further business the meeting closed': minutes that number what they tell."""


def find_agenda_items(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """Every numbered item; unnumbered headings where the paper numbers none."""
    numbered = any(item.number for item in part.items)
    for item in part.items:
        heading = item.heading.text
        if not heading:
            continue
        if numbered and item.number is None:
            yield Rejected(heading, "a heading without a number among numbered items")
            continue
        if part.kind == "meeting_page" and item.number is None and _SENTENCE.match(heading):
            yield Rejected(heading, "what the agenda says of an item whose title was not copied")
            continue
        if part.kind == "minutes" and _TELLS.match(heading):
            yield Rejected(heading, "a numbered sentence of the minutes, no title")
            continue
        if part.kind == "meeting_page":
            rule = "page heading"
        else:
            rule = "numbered heading" if item.number else "bare heading"
        yield found(
            AgendaItem(number=item.number, also=item.also, title=heading, pages=item.pages),
            item.heading,
            rule=rule,
        )


AGENDA_ITEMS = Extractor(
    name="agenda_items",
    version=4,
    reads=frozenset({"minutes", "meeting_page", "agenda"}),
    find=explained(find_agenda_items, refused_headings),
)
