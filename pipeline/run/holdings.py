"""What the sources list, kept in `holdings/<source>.json` from night to night."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from pipeline.extraction import Holdings
from pipeline.fetch.durable import write_whole
from pipeline.forgotten import Blanks
from pipeline.run.blanking import blank_holdings
from pipeline.run.plan import Sighting


def folder(archive: Path) -> Path:
    """Where the holdings stand."""
    return archive / "holdings"


def short(name: str) -> str:
    """The name of a source as a file's: readable, and another for each name."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40]
    return f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def load(archive: Path) -> dict[str, Holdings]:
    """What each source listed last, by its name; a file that can't be decoded is left out."""
    found = {}
    for path in sorted(folder(archive).glob("*.json")):
        try:
            each = msgspec.json.decode(path.read_bytes(), type=Holdings)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue  # it is listed anew by the source's next night
        found[each.source] = each
    return found


def settle(
    archive: Path, fresh: Sequence[Holdings], sightings: Sequence[Sighting], blanks: Blanks
) -> list[Holdings]:
    """Keep what the sources list now, with the bytes that were sighted; all holdings, by name.

    Of a source that could not be asked, what it listed before stays, and that it failed.
    """
    known = load(archive)
    bytes_at = {sighting.candidate.location: sighting.sha256 for sighting in sightings}
    for each in fresh:
        before = known.get(each.source)
        now = each
        if each.failed and not each.papers and before is not None:
            now = msgspec.structs.replace(before, failed=each.failed)
        last = {paper.key: paper.sha256 for paper in before.papers} if before else {}
        papers = tuple(
            msgspec.structs.replace(
                paper, sha256=bytes_at.get(paper.key) or paper.sha256 or last.get(paper.key)
            )
            for paper in now.papers
        )
        now = msgspec.structs.replace(now, papers=papers)
        known[each.source] = blank_holdings(now, blanks)
        if known[each.source] != before:
            save(archive, known[each.source])
    return [known[name] for name in sorted(known)]


def save(archive: Path, each: Holdings) -> None:
    """Write what one source lists."""
    write_whole(folder(archive) / f"{short(each.source)}.json", msgspec.json.encode(each))
