"""What extractors find on a web page of a meeting, given as a crawler copies its text."""

from __future__ import annotations

from typing import Any

from pipeline.extract.base import Extractor
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.provenance import Finding
from pipeline.segment import segment
from tests.read.flows import read


def everything(text: str, extractor: Extractor) -> list[Any]:
    """The records that one extractor finds on a page, in order."""
    parts = segment(read(text))
    return [
        f.value
        for part in parts
        if part.kind in extractor.reads
        for f in extractor.find(part)
        if isinstance(f, Finding)
    ]


def people(text: str) -> list[tuple[str, str, str | None]]:
    """The name, status and principal of everybody on a page."""
    return [(p.name, p.status, p.substitute_for) for p in everything(text, ATTENDANCE)]
