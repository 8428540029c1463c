"""The bytes of every paper, kept under their SHA-256; never those of a restricted paper."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from pipeline.errors import UnreadablePaperError
from pipeline.fetch.durable import replacing

BLOCK = 1 << 20


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes in lower-case hex. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def place(archive: Path, sha256: str, suffix: str) -> Path:
    """Where the original with this digest stands, or would stand."""
    return archive / "originals" / sha256[:2] / f"{sha256}{suffix}"


def find(archive: Path, sha256: str) -> Path | None:
    """The original with this digest, if it is kept."""
    return next(iter(sorted((archive / "originals" / sha256[:2]).glob(f"{sha256}.*"))), None)


def every(archive: Path) -> dict[str, Path]:
    """All originals by their digests: for whoever looks for many, much faster than `find`."""
    return {
        Path(name).stem: Path(folder, name)
        for folder, _, names in os.walk(archive / "originals")
        for name in sorted(names, reverse=True)
    }


def keep(archive: Path, path: Path, sha256: str) -> Path:
    """Copy the paper at `path` into the originals, unless it is there already.

    Raises UnreadablePaperError when its bytes are no longer those of `sha256`.
    """
    target = place(archive, sha256, path.suffix.lower())
    if target.is_file():
        return target
    seen = hashlib.sha256()
    with path.open("rb") as source, replacing(target) as copy:
        while block := source.read(BLOCK):
            seen.update(block)
            copy.write(block)
        if seen.hexdigest() != sha256:
            raise UnreadablePaperError(
                f"{path.name}: the file changed while it was being read; ingest it again"
            )
    return target


def forget(archive: Path, sha256: str) -> None:
    """Remove the original with this digest, as for a paper that was found to be restricted."""
    for path in (archive / "originals" / sha256[:2]).glob(f"{sha256}.*"):
        path.unlink(missing_ok=True)
