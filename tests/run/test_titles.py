"""Which title a paper gets."""

from __future__ import annotations

import pytest

from pipeline.document import Document, MediaType, Paragraph, Part, Passage
from pipeline.run.titles import title_of

PRINTED = (Paragraph(Passage("Ambridge Parish Council")), Paragraph(Passage("Budget for 2024")))


@pytest.mark.parametrize(
    ("media_type", "own", "part", "expected"),
    [
        ("application/pdf", "Microsoft Word - template", None, None),
        ("application/pdf", "ambridge parish council", None, "ambridge parish council"),
        ("application/pdf", "Ambridge Parish Council", "Budget for 2024", "Budget for 2024"),
        ("application/pdf", "Budget", None, None),
        ("application/pdf", None, None, None),
        ("text/html", "Agenda for Council", "Budget for 2024", "Agenda for Council"),
        ("text/html", None, "Budget for 2024", "Budget for 2024"),
    ],
)
def test_the_title_is_one_that_readers_see(
    media_type: MediaType, own: str | None, part: str | None, expected: str | None
) -> None:
    document = Document(media_type, PRINTED, title=own)
    parts = (Part(0, "other", PRINTED, title=part),)
    assert title_of(document, parts) == expected
