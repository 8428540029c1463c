"""One more decision about people: checked, kept in the file of corrections, and published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipeline.errors import PublishError, UsageError
from pipeline.extraction import Run
from pipeline.resolve import resolve
from pipeline.resolve.corrections import Correction, Corrections
from pipeline.run import code, corrections, papers
from pipeline.run.ledger import Ledger, Pending, Published, Stamp
from pipeline.run.lock import held
from pipeline.store.publish import publish
from pipeline.store.write import Tables


def decide(archive: Path, correction: Correction, given: Path | None = None) -> Tables:
    """Add a decision to the corrections and publish the archive with it; its tables.

    Raises UsageError where it contradicts an earlier one or fits nobody, ArchiveBusyError while an
    ingestion runs, PublishError where the archive can't be put in place; the file of corrections
    then stays as it was.
    """
    with held(archive):
        ledger = Ledger(archive)
        before = ledger.published()
        file = corrections.read(archive, given, before.corrections_file if before else None)
        _check(file.corrections, correction, str(file.path))
        more = corrections.with_one_more(file, correction)
        started = datetime.now(UTC)
        ledger.begin(started)
        try:
            known = papers.known(archive)
            run = Run(
                run_id=ledger.run_id,
                started_at=started,
                finished_at=datetime.now(UTC),
                outcome="success",
                papers=0,
                recovered=ledger.cut_off[-1] if ledger.cut_off else None,
            )
            loaded = papers.load_all(archive, known)
            tables = resolve(loaded, [*ledger.runs(), run], more.corrections)
            unapplied = tables["corrections"][-1]["unapplied"]
            if unapplied:
                raise UsageError(f"that decision would change nothing: {unapplied}")
            stamps = {d: Stamp(k.fingerprint, k.stub.location) for d, k in known.items()}
            pending = Pending(
                run,
                Published(
                    run_id=ledger.run_id,
                    code=code.digest(code.PUBLISHING, code.WEIGHTS),
                    papers=stamps,
                    corrections=more.digest,
                    corrections_file=corrections.remember(archive, more),
                ),
            )
            corrections.save(more)
            try:
                ledger.announce(pending)
                publish(archive, tables)
            except PublishError:
                corrections.save(file)
                raise
        except Exception:
            ledger.abandon()
            raise
        ledger.finish(pending)
    return tables


def _check(earlier: Corrections, new: Correction, where: str) -> None:
    """Raise UsageError where an earlier decision says the contrary, or the same."""
    people = _people(new)
    for each in earlier.people:
        if _people(each) != people:
            continue
        if each.kind == new.kind and new.kind != "split":
            raise UsageError(f"that is decided already: {_told(each)} ({where}, line {each.line})")
        if {each.kind, new.kind} == {"merge", "apart"} or (
            each.kind == "split" and new.kind == "merge"
        ):
            raise UsageError(
                f"an earlier decision says the contrary: {_told(each)}. To undo it, take the entry "
                f"at line {each.line} out of {where}"
            )


def _people(correction: Correction) -> frozenset[str]:
    ids = [ref.person_id for ref in correction.people]
    return frozenset([*ids, correction.new] if correction.new else ids)


def _told(correction: Correction) -> str:
    what = {"merge": "they are one", "apart": "they are not one", "split": "one was split off"}
    return (
        f"{correction.who} said on {correction.when:%-d %B %Y} that {what[correction.kind]} "
        f"({correction.why})"
    )


def new_id(wished: str, taken: Sequence[str]) -> str:
    """An id for somebody split off, that nobody has or had."""
    used = set(taken)
    if wished not in used:
        return wished
    number = 2
    while f"{wished}-{number}" in used:
        number += 1
    return f"{wished}-{number}"
