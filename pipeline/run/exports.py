"""Finding what is forgotten in files that were made from the archive and stand elsewhere."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.forgotten import Blanks
from pipeline.store.read import table_texts

TABLES = frozenset({".parquet", ".duckdb"})
PACKED = frozenset({".xlsx", ".docx", ".ods", ".zip"})
UNSEARCHED = frozenset({".pdf", ".png", ".jpg", ".jpeg"})


def naming(folder: Path, blanks: Blanks) -> Iterator[tuple[Path, bool]]:
    """The files below `folder` that name what is forgotten, and (False) those not searched.

    Raises UsageError where there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder; name one with exports, digests or reports")
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        if path.suffix.lower() in UNSEARCHED:
            yield path, False
        elif any(blanks.mentions(text) for text in _texts(path)):
            yield path, True


def _texts(path: Path) -> Iterator[str]:
    suffix = path.suffix.lower()
    try:
        if suffix in TABLES:
            yield from table_texts(path)
        elif suffix in PACKED:
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    yield packed.read(name).decode("utf-8", errors="replace")
        elif suffix == ".gz":
            yield gzip.decompress(path.read_bytes()).decode("utf-8", errors="replace")
        else:
            yield path.read_bytes().decode("utf-8", errors="replace")
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile):
        yield path.read_bytes().decode("utf-8", errors="replace")
