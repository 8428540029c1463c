"""Letters and numbers of a list that stand in the text of its entries: 'A: Welcomes ...'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Paragraph

_MARK = re.compile(
    r"(?P<letter>[A-H])(?::\s+(?=\S)|\.\s+(?=(?:That|To)\b))"
    r"|(?P<bare>[A-H])\s+(?=(?:To|That|Note|Agree|Approve|Delegate|Endorse|Recommend|Authorise)\b)"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,2}){1,2})\s+(?=(?i:that|to|resolved|agreed)\b)"
)


def with_letters(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with 'A: Welcomes ...' and '4.2 that ...' read as list entries."""
    read: list[Paragraph] = []
    for paragraph in paragraphs:
        mark = _MARK.match(paragraph.text)
        listed = paragraph.marker in {None, "•", "·", "-", "–"}
        if mark and listed and not paragraph.style:
            rest = paragraph.passage.cut(mark.end())
            marker = mark["letter"] or mark["bare"] or mark["decimal"]
            read.append(Paragraph(rest, marker, paragraph.indent))
        else:
            read.append(paragraph)
    return read
