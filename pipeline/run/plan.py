"""What each candidate needs: nothing, one extractor again, a full reading, or a plain decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.extraction import PaperStatus, Sidecar
from pipeline.fetch import originals, sidecar
from pipeline.fetch.folder import Candidate, Trouble, printable
from pipeline.recognition import shortfall
from pipeline.run.limits import MEGABYTE, Limits
from pipeline.run.papers import Known, Stub, document_id

LIMIT = "limit:"
"""Marks, among a paper's versions, the limits that it was too much for."""
WITHOUT_OCR = "without:ocr"
"""Marks, among a paper's versions, that its scanned pages could not be recognised then."""


@dataclass(frozen=True)
class Sighting:
    """A candidate whose bytes could be hashed."""

    candidate: Candidate
    sha256: str
    size: int
    """Bytes."""
    sidecar: Sidecar
    trouble: str | None = None
    """What is wrong with the sidecar, so that it can't be told whether the paper is restricted."""
    unknown: Trouble | None = None
    """The sidecar, where some of its keys mean nothing here."""


@dataclass(frozen=True)
class Work:
    """What one document needs. Exactly one of `read`, `redo`, `verdict` is set, or none."""

    sha256: str
    sighting: Sighting
    """The path that the document is known by, and the sidecar that counts."""
    others: tuple[Sighting, ...]
    """Further paths with the same bytes."""
    stub: Stub | None
    read: bool = False
    redo: tuple[str, ...] = ()
    """Extractors to run again on the cached reading."""
    verdict: tuple[PaperStatus, str] | None = None
    """A status and its reason that need no reading."""
    touched: bool = False
    """Only the path or the sidecar changed."""
    home: bool = True
    """False when the document stays known by a path that this run doesn't look at."""

    @property
    def document_id(self) -> str:
        """The id of the document."""
        return document_id(self.sha256)


def sight(candidate: Candidate, folders: sidecar.Folders) -> Sighting:
    """Hash a candidate and load its sidecar. Raises OSError when it can't be opened."""
    size = candidate.path.stat().st_size
    if candidate.told is not None:
        sha256 = candidate.sha256 or originals.digest(candidate.path)
        return Sighting(candidate, sha256, size, candidate.told)
    return _with_sidecar(candidate, originals.digest(candidate.path), size, folders)


def _with_sidecar(
    candidate: Candidate, sha256: str, size: int, folders: sidecar.Folders
) -> Sighting:
    beside = folders.beside(candidate.path)
    if beside is None:
        return Sighting(candidate, sha256, size, Sidecar())
    try:
        found = sidecar.load(beside)
        unknown = sidecar.unknown_keys(beside)
    except (PipelineError, OSError) as error:
        return Sighting(candidate, sha256, size, Sidecar(), str(error))
    named = ", ".join(f"'{key[:40]}'" for key in unknown[:5])
    said = f"{beside.name}: keys that mean nothing here ({named}); correct them or take them out"
    note = Trouble(printable(beside), said) if unknown else None
    return Sighting(candidate, sha256, size, found, unknown=note)


def kept(given: Sidecar, status: PaperStatus) -> Sidecar:
    """What of a sidecar may be kept: nothing that a restricted paper's says of the paper."""
    return Sidecar(restricted=given.restricted) if status == "restricted" else given


def plan(
    sightings: Sequence[Sighting],
    known: Mapping[str, Known],
    versions: Mapping[str, int],
    limits: Limits,
) -> list[Work]:
    """One Work per document, in order of first sighting."""
    groups: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        groups.setdefault(sighting.sha256, []).append(sighting)
    seen = {sighting.candidate.location for sighting in sightings}
    works = []
    for sha256, group in groups.items():
        entry = known.get(document_id(sha256))
        stub = entry.stub if entry and entry.stub.sha256 == sha256 else None
        work = _decide(_identify(sha256, group, stub, seen), versions, limits)
        if work.sighting.candidate.asked or work.read or work.redo:
            works.append(work)
    return works


def _identify(sha256: str, group: list[Sighting], stub: Stub | None, seen: set[str]) -> Work:
    """Which of the paths with these bytes the document is known by, and which sidecar counts."""
    home = _home(group, stub, seen)
    main = home or group[0]
    # Bytes that are restricted anywhere are restricted everywhere, also where this run doesn't
    # look; and where a sidecar can't be read, they may be.
    looked = list(group)
    if home is None and stub is not None and stub.location is not None:
        away = Candidate(Path(stub.location))
        looked.append(_with_sidecar(away, sha256, main.size, sidecar.Folders()))
    strict = next((s for s in looked if s.sidecar.restricted), None)
    unclear = next((s for s in looked if s.trouble), None)
    if strict is not None:
        main = Sighting(main.candidate, sha256, main.size, Sidecar(restricted=True))
    elif unclear is not None:
        main = Sighting(main.candidate, sha256, main.size, main.sidecar, unclear.trouble)
    others = tuple(s for s in group if s.candidate is not main.candidate)
    return Work(sha256, main, others, stub, home=home is not None)


def _decide(base: Work, versions: Mapping[str, int], limits: Limits) -> Work:
    """What the document needs."""
    stub = base.stub
    verdict = _verdict(base.sighting, limits)
    if verdict is not None:
        same = stub is not None and (stub.status, stub.status_reason) == verdict
        settled = same and not _touched(base)
        return base if settled else replace(base, verdict=verdict)
    if stub is None or _needs_reading(stub, versions, limits):
        return replace(base, read=True)
    names = tuple(n for n, v in versions.items() if stub.versions.get(n) != v)
    marks = (LIMIT, WITHOUT_OCR)
    if names or any(n not in versions and not n.startswith(marks) for n in stub.versions):
        return replace(base, redo=names, read=not names)
    return replace(base, touched=True) if _touched(base) else base


def _home(group: list[Sighting], stub: Stub | None, seen: set[str]) -> Sighting | None:
    """The path that the document is to be known by; None when its old one still stands."""
    if stub is not None and stub.location is not None:
        for sighting in group:
            if sighting.candidate.location == stub.location:
                return sighting
        if stub.location not in seen and Path(stub.location).is_file():
            return None
    return group[0]


def _verdict(sighting: Sighting, limits: Limits) -> tuple[PaperStatus, str] | None:
    """A status that follows without reading the paper, and why."""
    name = sighting.candidate.path.name
    if sighting.sidecar.restricted:
        return "restricted", f"{name}: its sidecar marks it as restricted; no text was kept"
    if sighting.trouble is not None:
        return "quarantined", sighting.trouble
    if sighting.size > limits.file_megabytes * MEGABYTE:
        return "quarantined", (
            f"{name}: the file is larger than {limits.file_megabytes} MB; "
            "split it, or reduce the resolution of its pictures"
        )
    return None


def _needs_reading(stub: Stub, versions: Mapping[str, int], limits: Limits) -> bool:
    """Whether the paper must go through the reader (again)."""
    stages = ("judge", "lexicon", "read", "segment")
    if any(stub.versions.get(stage) != versions[stage] for stage in stages):
        return True
    if WITHOUT_OCR in stub.versions and shortfall() is None:
        return True
    if any(getattr(limits, name) > tried for name, tried in _limits_hit(stub).items()):
        return True
    changed = any(stub.versions.get(name) != version for name, version in versions.items())
    return changed and stub.status != "ok"


def _limits_hit(stub: Stub) -> dict[str, int]:
    return {k.removeprefix(LIMIT): v for k, v in stub.versions.items() if k.startswith(LIMIT)}


def _touched(work: Work) -> bool:
    """Whether the document's path or sidecar is another than its manifest says, or it is back."""
    stub = work.stub
    here = work.sighting
    if stub is None or not here.candidate.asked:
        return False
    if stub.removed_on is not None:
        return True
    if not work.home:
        return False
    given = kept(here.sidecar, stub.status)
    return stub.location != here.candidate.location or stub.sidecar != given
