"""The calls that are made in a worker, and the modules that only workers load.

The PDF and language libraries take longer to load than an unchanged run takes; the main process
never loads them.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import msgspec

from pipeline import lexicon
from pipeline.errors import PublishError
from pipeline.fetch.durable import write_whole
from pipeline.models import trained_fingerprint
from pipeline.run import code
from pipeline.run.isolation import Failure, Task, Workers

WORK = "pipeline.run.work"
"""Loaded once by the fork server, so that every worker has it from its start."""


Answer = bytes | int | None
"""A Yield; the pages to recognise, for which more time is needed; None where the cache failed."""


class Versions(msgspec.Struct, frozen=True):
    """The versions of the stages and extractors, as asked of a worker before."""

    code: str
    """Digest of the code that has them, and of the vocabulary."""
    versions: dict[str, int]


def do_paper(path: str, sha256: str, scanned: int) -> Answer:
    """Read, segment and extract a paper: a Yield in MessagePack.

    When more than `scanned` of its pages must be recognised from their pictures, how many.
    """
    answer: bytes | int = import_module(WORK).do_paper(path, sha256, scanned)
    return answer


def redo_paper(reading: str, names: tuple[str, ...]) -> Answer:
    """Run the extractors `names` alone on a cached reading; None when the cache is no use."""
    answer: bytes | None = import_module(WORK).redo_paper(reading, names)
    return answer


def versions(archive: Path, megabytes: int) -> dict[str, int]:
    """The version of each stage and extractor, in the order that they run.

    Asked of a worker once, then kept in `versions.json` for as long as the code and the vocabulary
    are the same.
    Raises LexiconError where a file of the vocabulary is wrong.
    """
    cache = archive / "versions.json"
    models = f"{lexicon.fingerprint():x}-{trained_fingerprint():x}"
    present = f"{code.digest(code.READING)}-{models}"
    try:
        kept = msgspec.json.decode(cache.read_bytes(), type=Versions)
        if kept.code == present:
            return kept.versions
    except (FileNotFoundError, msgspec.MsgspecError, UnicodeDecodeError):
        pass  # the first run, or a file of another layout
    lexicon.check()
    with Workers(1, megabytes, preload=(WORK,)) as workers:
        ((_, answer),) = workers.each([Task("versions", _versions, (), 120.0)])
    if isinstance(answer, Failure):
        raise PublishError(
            f"no worker could be started ({answer.kind}: {answer.detail}); "
            "free some memory, or allow more with --megabytes"
        )
    kept = Versions(present, answer)
    write_whole(cache, msgspec.json.encode(kept), sync=False)
    return kept.versions


def _versions() -> dict[str, int]:
    found: dict[str, int] = import_module(WORK).versions()
    return found
