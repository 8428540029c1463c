"""Rows of a table that a conversion parted with slashes: '3.1 / The gate is broken. / JT'."""

from __future__ import annotations

import re

_ROW = re.compile(
    r"^(?P<number>[ \t]*\(?\d{1,3}(?:\.\d{1,2})*[.)]?)[ \t]+/[ \t]+(?=\S)", re.MULTILINE
)
_LABEL = re.compile(r"(?<=\w:)[ \t]+/[ \t]+(?=\S)")
_PIPED = re.compile(
    r"^(?P<label>[A-Z][^|:\n]{1,40}:)[ \t]*\|[ \t]*(?P<cell>[^|\n]+?)[ \t]*\|?[ \t]*$", re.MULTILINE
)
"""'Chair: | Cllr Ash |': a row of a label and what it labels."""
_LAST = re.compile(r"[ \t]+/[ \t]*(?P<cell>[^/\n]{0,24})$", re.MULTILINE)
_ROWS = 3
"""Rows that begin so from which a text is such a table."""


def without_cell_marks(text: str) -> str:
    """The text without the marks between cells; a short last cell stands on a line of its own."""
    text = _PIPED.sub(lambda m: f"{m['label']} {m['cell']}", text)
    if len(_ROW.findall(text)) < _ROWS:
        return text
    text = _ROW.sub(lambda m: f"{m['number']} ", text)
    text = _LABEL.sub(" ", text)
    return _LAST.sub(lambda m: f"\n\n{m['cell']}\n" if m["cell"] else "", text)
