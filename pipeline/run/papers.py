"""Paper manifests: `papers/<document_id>.json`, one per paper, and the cached readings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import msgspec

from pipeline.errors import PublishError
from pipeline.extraction import Paper, PaperStatus, Sidecar
from pipeline.fetch.durable import write_whole


class Stub(msgspec.Struct, frozen=True, kw_only=True):
    """A paper's manifest without its facts: what decides whether it must be read again."""

    document_id: str
    source: str
    sha256: str
    status: PaperStatus
    status_reason: str | None = None
    location: str | None = None
    sidecar: Sidecar = Sidecar()
    versions: dict[str, int] = {}
    removed_on: date | None = None
    ingested_at: datetime


class Known(msgspec.Struct, frozen=True):
    """A manifest on the disk: its stub, and a digest of the whole of it."""

    stub: Stub
    fingerprint: str


def document_id(sha256: str) -> str:
    """The id of the document with these bytes."""
    return f"d{sha256[:16]}"


def manifest(archive: Path, document: str) -> Path:
    """Where the manifest of a document stands."""
    return archive / "papers" / f"{document}.json"


def reading(archive: Path, sha256: str) -> Path:
    """Where the cached Document of a paper stands."""
    return archive / "readings" / f"{sha256}.json.gz"


def known(archive: Path) -> dict[str, Known]:
    """Every manifest by its document id, in order of id; one that can't be decoded is left out.

    Such a one is a manifest of an older layout: the paper counts as not yet read.
    """
    found = {}
    for path in sorted((archive / "papers").glob("d*.json")):
        try:
            entry = _known(path.read_bytes())
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue
        found[entry.stub.document_id] = entry
    return found


def load(archive: Path, document: str) -> Paper:
    """Load one paper. Raises PublishError when its manifest can't be read."""
    path = manifest(archive, document)
    try:
        return msgspec.json.decode(path.read_bytes(), type=Paper)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise PublishError(
            f"{path}: the paper's manifest can't be read ({error}); "
            "remove it and ingest the paper again"
        ) from error


def load_all(archive: Path, documents: Iterable[str]) -> list[Paper]:
    """Load papers in order of their ids, so that every publication sees the same order."""
    return [load(archive, document) for document in sorted(documents)]


def save(archive: Path, paper: Paper) -> Known:
    """Write a paper's manifest: from this moment the paper counts as ingested."""
    data = msgspec.json.encode(paper)
    write_whole(manifest(archive, paper.document_id), data)
    return _known(data)


def remove(archive: Path, stub: Stub) -> None:
    """Drop a paper's manifest and reading; the original stays."""
    manifest(archive, stub.document_id).unlink(missing_ok=True)
    reading(archive, stub.sha256).unlink(missing_ok=True)


def _known(data: bytes) -> Known:
    stub = msgspec.json.decode(data, type=Stub)
    return Known(stub, hashlib.blake2b(data, digest_size=16).hexdigest())
