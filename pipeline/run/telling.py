"""Telling of a night: the digest is made from the archive before and after, kept, and sent.

What the archive was before a night is kept (`before.duckdb`, a second name of the same file; or
`before.none`, where there was none yet) until its digest is written: a night that is cut off in
between is told of by the next one. A digest counts as written with its `.json`, which comes last.
"""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import duckdb
import msgspec

from pipeline.digest import render
from pipeline.digest.changes import compare
from pipeline.digest.mail import Letter, Mail, RefusedError, compose, send
from pipeline.digest.model import Digest
from pipeline.errors import PipelineError
from pipeline.extraction import Run
from pipeline.fetch.durable import write_whole
from pipeline.run.log import Log
from pipeline.store.ledger import newest_run
from pipeline.store.publish import ARCHIVE_NAME
from pipeline.store.read import open_archive

BEFORE = "before.duckdb"
NONE_BEFORE = "before.none"
"""Stands for BEFORE until the first night is told of; names the run that found no archive."""
WHERE = "digests.where"
"""Names the folders that digests were written to, a line each."""
TITLE = "Committee papers"
KEEP = 400
"""The digests of so many runs are kept."""
TRIES = 14
"""So many of the newest digests that could not be sent are tried again; older ones are not."""


@dataclass(frozen=True)
class Told:
    """What became of a digest."""

    page: Path | None
    trouble: str | None


def folder(archive: Path, digests: Path | None) -> Path:
    """Where digests are written."""
    return digests or archive / "digests"


def noted(archive: Path) -> set[Path]:
    """Every folder that digests were written to, for what must be removed from them."""
    try:
        lines = (archive / WHERE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        lines = []
    return {archive / "digests", *map(Path, filter(None, lines))}


def _note(archive: Path, digests: Path) -> None:
    known = noted(archive)
    if digests.resolve() not in {path.resolve() for path in known}:
        every = sorted({*map(str, known), str(digests.resolve())})
        write_whole(archive / WHERE, "".join(f"{path}\n" for path in every).encode())


def hold(archive: Path, digests: Path, run_id: str) -> bool:
    """Keep what the archive is before the night `run_id`, unless an earlier one is yet to be told.

    Whether there is anything to compare with.
    """
    _note(archive, digests)
    base, none, published = archive / BEFORE, archive / NONE_BEFORE, archive / ARCHIVE_NAME
    told = max((path.stem for path in digests.glob("*.json")), default="")
    since = newest_run(base)
    if since is not None and told <= since:
        return True
    if none.is_file() and told < none.read_text(encoding="utf-8"):
        return False
    _release(archive)
    if newest_run(published) is None:
        write_whole(none, run_id.encode())
        return False
    try:
        os.link(published, base)
    except OSError:  # a disk that knows no second name for a file
        scratch = base.with_name(f"{BEFORE}.new")
        shutil.copyfile(published, scratch)
        scratch.replace(base)
    return True


def _release(archive: Path) -> None:
    for name in (BEFORE, NONE_BEFORE):
        (archive / name).unlink(missing_ok=True)


def tell(  # noqa: PLR0913, PLR0917 - of what, where, to whom
    archive: Path,
    digests: Path | None,
    mail: Mail | None,
    run: Run,
    journal: Log,
    held: bool,
    keep: int = KEEP,
) -> Told:
    """Write the digest of a night that has published, and send it and those not sent before.

    `held` is what `hold` said. A failure is told in the answer: what was published stands.
    """
    place = folder(archive, digests)
    page: Path | None = None
    try:
        digest = _compare(archive, run.run_id, held=held)
        page = _write(archive, place, mail, digest)
        _release(archive)
        _prune(place, keep)
        journal.note("told", page=str(page), quiet=digest.is_quiet, subject=render.subject(digest))
        if mail is not None:
            _send(archive, place, mail, journal)
    except (PipelineError, OSError, duckdb.Error) as error:
        named = str(error) if isinstance(error, PipelineError) else f"the digest failed: {error}"
        journal.note("untold", level="error", why=named)
        return Told(page, named)
    return Told(page, None)


def _compare(archive: Path, run_id: str, *, held: bool) -> Digest:
    with ExitStack() as stack:
        after = stack.enter_context(open_archive(archive))
        base = archive / BEFORE
        # What was held goes when something is forgotten: then there is no news to tell.
        place = base if base.is_file() else archive
        before = stack.enter_context(open_archive(place)) if held else None
        return compare(before, after, run_id)


def _write(archive: Path, place: Path, mail: Mail | None, digest: Digest) -> Path:
    page, text = render.page(digest, TITLE), render.text(digest, TITLE)
    target = place / f"{digest.run_id}.html"
    write_whole(target, page.encode())
    write_whole(target.with_suffix(".txt"), text.encode())
    if mail is not None and (mail.quiet or not digest.is_quiet):
        subject = f"{TITLE}: {render.subject(digest)}"
        letter = Letter(digest.run_id, render.when(digest), subject, text, page)
        write_whole(_outbox(archive) / f"{digest.run_id}.eml", compose(mail, letter))
    write_whole(target.with_suffix(".json"), msgspec.json.encode(digest))
    return target


def _outbox(archive: Path) -> Path:
    return archive / "outbox"


def _send(archive: Path, place: Path, mail: Mail, journal: Log) -> None:
    """Send what waits, the oldest first. Raises MailError; what was not sent waits on."""
    waiting = sorted(_outbox(archive).glob("*.eml"))
    # A message whose digest was never finished is told of by a later one.
    ready = [path for path in waiting if (place / path.with_suffix(".json").name).is_file()]
    for path in {*waiting} - {*ready[-TRIES:]}:
        path.unlink()
    refused = []
    for path in ready[-TRIES:]:
        try:
            send(mail, path.read_bytes())
        except RefusedError as error:
            refused.append(str(error))
        path.unlink()
        journal.note("sent", message=path.stem, to=len(mail.to))
    if refused:
        raise RefusedError(refused[-1])


def _prune(place: Path, keep: int) -> None:
    for old in sorted(place.glob("*.json"))[:-keep]:
        for path in (old.with_suffix(".html"), old.with_suffix(".txt"), old):
            path.unlink(missing_ok=True)
