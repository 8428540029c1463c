"""What an extractor is: a pure function from a Part to findings, declared as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.document import Part, PartKind, Passage
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord

Find = Callable[[Part], Iterator[Finding[AnyRecord] | Rejected]]


@dataclass(frozen=True)
class Extractor:
    """One kind of fact: its name, its version, the parts it reads, and how it reads them.

    `find` is pure: no files, clock, network or database. Its output is kept under
    (paper, name, version), so a changed rule must raise `version`.
    """

    name: str
    version: int
    reads: frozenset[PartKind]
    find: Find

    @property
    def label(self) -> str:
        """Name and version, as the archive's `extractor` column has it."""
        return f"{self.name}/{self.version}"


def found(  # noqa: PLR0913 - what, where, and how it was found
    record: AnyRecord,
    passage: Passage,
    start: int = 0,
    end: int | None = None,
    *,
    confidence: float = 1.0,
    rule: str = "",
) -> Finding[AnyRecord]:
    """A finding by `rule` whose sources are the words of `passage` from `start` to `end`."""
    return Finding(record, passage.sources(start, end), confidence, rule)
