"""What a run says of each paper: its events for the ledger, and what needs a person."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.extraction import PaperStatus, RunEvent
from pipeline.run.documents import Documents
from pipeline.run.ledger import Published, Stamp
from pipeline.run.plan import Sighting, Work

Outcome = Literal["new", "unchanged", "updated", "quarantined", "restricted"]


@dataclass(frozen=True)
class Attention:
    """A paper that needs a person."""

    source: str
    status: PaperStatus | None
    """None for a file that could not be opened, and so is no document."""
    reason: str


def events(
    works: Sequence[Work], documents: Documents, before: Published | None
) -> Iterator[RunEvent]:
    """One event per path looked at, against what the archive held before the run."""
    held = before.papers if before else {}
    at = {stamp.location: document for document, stamp in held.items()}
    for work in works:
        entry = documents.known[work.document_id]
        stub = entry.stub
        stamp = held.get(work.document_id)
        location = work.sighting.candidate.location
        replaces = at.get(location, work.document_id) != work.document_id
        reason = stub.status_reason
        outcome: Outcome
        if stamp is not None and stamp.fingerprint == entry.fingerprint:
            outcome = "unchanged"
            if not work.home:
                reason = _same(stub.source, stub.status)
        elif stub.status in {"quarantined", "restricted"}:
            outcome = stub.status
            if replaces and stub.status == "quarantined":
                reason = f"{reason}; what an earlier copy at this path said stays in the archive"
        else:
            outcome = "updated" if stamp is not None or replaces else "new"
            reason = reason or _changed(location, at, held, work.document_id)
        yield RunEvent(
            source=work.sighting.candidate.source,
            sha256=work.sha256,
            stage="fetch" if not (work.read or work.redo) else _stage(stub.status),
            outcome=outcome,
            reason=reason,
            seconds=round(documents.seconds.get(work.document_id, 0.0), 3),
        )
        for other in work.others:
            yield _again(other, work, stub.source, stub.status, at)


def removals(documents: Documents, before: Published | None) -> Iterator[RunEvent]:
    """One event per paper that is marked as gone, and was not in the archive published before."""
    held = before.papers if before else {}
    for document, entry in documents.known.items():
        stub, stamp = entry.stub, held.get(document)
        if stub.removed_on is None or (stamp is not None and stamp.removed):
            continue
        yield RunEvent(
            source=stub.source,
            sha256=stub.sha256,
            stage="fetch",
            outcome="removed",
            reason=(
                f"gone from where it stood, found so on {stub.removed_on}; "
                "its original and its facts stay"
            ),
        )


def _changed(
    location: str, at: dict[str | None, str], held: dict[str, Stamp], document: str
) -> str | None:
    """What made a known paper another, where that isn't plain."""
    stamp = held.get(document)
    if stamp is not None and stamp.removed:
        return "back where it stood; it was marked as removed"
    before = at.get(location, document)
    if before != document:
        return f"replaces {before}, whose original stays"
    return None


def attention(
    works: Sequence[Work],
    documents: Documents,
    troubles: Sequence[RunEvent],
    made_whole: Container[str] = frozenset(),
) -> tuple[Attention, ...]:
    """The papers that are quarantined or partial, and the files that could not be opened.

    `made_whole` are the sources of papers that are partial, and whose rest other papers hold.
    """
    found = []
    for work in works:
        status, reason = documents.status(work.document_id)
        whole = status == "partial" and work.sighting.candidate.source in made_whole
        if status in ("quarantined", "partial") and not whole:
            found.append(Attention(work.sighting.candidate.source, status, reason or ""))
    return (*found, *(Attention(t.source, None, t.reason or "") for t in troubles))


def _again(
    other: Sighting, work: Work, source: str, status: PaperStatus, at: dict[str | None, str]
) -> RunEvent:
    held = at.get(other.candidate.location, work.document_id)
    return RunEvent(
        source=other.candidate.source,
        sha256=work.sha256,
        stage="fetch",
        outcome="unchanged" if held == work.document_id else "updated",
        reason=_same(source, status),
    )


def _same(source: str, status: PaperStatus) -> str:
    return f"same bytes as {source}" + ("" if status == "ok" else f", which is {status}")


def _stage(status: PaperStatus) -> Literal["read", "extract"]:
    return "read" if status in ("quarantined", "restricted") else "extract"
