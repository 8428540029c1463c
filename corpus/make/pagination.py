"""Finds out on which pages of a printed pack each agenda item stands."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2 as pdfium

from .packs import Pack, Ranges

_STAMP = re.compile(r"^\s*Agenda Item (\d+)\s*$", re.MULTILINE)


def provisional_ranges(pack: Pack) -> Ranges:
    """Ranges of the width that real ones have, for the first of the two printings."""
    return {item.number: "88 - 88" for item in pack.items if item.has_paper}


def printed_ranges(pdf: Path) -> Ranges:
    """Page ranges by item, read off the stamps of a first printing."""
    document = pdfium.PdfDocument(str(pdf))
    starts: list[tuple[str, int]] = []
    for index in range(len(document)):
        match = _STAMP.search(document[index].get_textpage().get_text_bounded())
        if match:
            starts.append((match[1], index + 1))
    ends = [start - 1 for _, start in starts[1:]] + [len(document)]
    document.close()
    return {
        number: f"{start} - {end}" if end > start else str(start)
        for (number, start), end in zip(starts, ends, strict=True)
    }
