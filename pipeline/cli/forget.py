"""The command `papers forget`: remove a paper, or a person's name, and keep that it was done."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from pipeline import forgotten
from pipeline.cli import output
from pipeline.cli.ingest import stoppable
from pipeline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption
from pipeline.errors import UsageError
from pipeline.run import exports
from pipeline.run import forget as work
from pipeline.run.forget import Plan


def forget(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    what: Annotated[
        str,
        typer.Argument(
            metavar="SHA256|PERSON",
            help="A paper by its SHA-256 or its key, or a person by name or key.",
        ),
    ],
    why: Annotated[
        str, typer.Option(metavar="TEXT", help="Why; it is kept, so it must not say what.")
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decided it (default: your user name).")
    ] = None,
    also: Annotated[
        list[str] | None,
        typer.Option("--as", metavar="NAME", help="Another form of the person's name."),
    ] = None,
    folders: Annotated[
        list[Path] | None,
        typer.Option(
            "--exports",
            metavar="DIR",
            help="A folder of exports, digests or reports: files that name it are removed too.",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Remove a paper, or a person's name, from everything that the archive's folder holds.

    The same bytes, or the same name, are refused when they come again. What remains is a record
    of when, who and why. Example: papers forget d1f0c2a9b3e4d5c6f --why "published by mistake"
    """
    if not archive.is_dir():
        raise UsageError(f"{archive} is no archive folder; an archive file alone can't forget")
    plan = work.plan(archive, what, by=by or _user(), why=why, also=also or ())
    alone = forgotten.with_key(archive).over(forgotten.Register((plan.entry,)))
    found = [each for folder in folders or () for each in exports.naming(folder, alone)]
    outside = [path for path, named in found if named]
    unsearched = [path for path, named in found if not named]
    if not as_json:
        output.write(_as_text(plan, outside, unsearched))
    if not dry_run:
        if not yes and not typer.confirm("Remove all this? It can't be undone."):
            raise typer.Exit(1)
        with stoppable():
            work.carry_out(archive, plan)
            for path in outside:
                path.unlink(missing_ok=True)
    if as_json:
        output.write(output.as_json(_as_data(plan, outside, unsearched, done=not dry_run)))
    elif not dry_run:
        output.write("Removed, and published without it.\n")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("your user name can't be told; say who decides it with --by") from error


def _as_text(plan: Plan, outside: list[Path], unsearched: list[Path]) -> str:
    found = plan.found
    lines = [f"To be forgotten: a {plan.kind}."]
    if plan.forms:
        lines.append(f"  looked for as: {'; '.join(plan.forms)}")
    if plan.alike:
        lines.append(f"  not meant, as somebody else may be: {'; '.join(plan.alike)}")
    if plan.earlier:
        lines.append(f"  earlier versions of it stay: {'; '.join(plan.earlier)}")
    counts = {
        "papers removed wholly": len(found.papers),
        "papers that lose a name": len(found.blanked),
        "facts removed": found.facts,
        "originals removed": found.originals,
        "readings removed": found.readings,
        "entries of the ledger blanked": found.events,
        "digests removed": found.digests,
        "lines of logs removed": found.lines,
    }
    lines += [f"  {count:>6,} {words}" for words, count in counts.items() if count]
    lines += [f"  also: {each}" for each in found.others]
    lines += [f"  also removed: {path}" for path in outside]
    if unsearched:
        lines.append(f"  {len(unsearched)} PDF files and pictures there can't be searched")
    lines.append("Papers that still stand in a watched folder or on a site stay there.")
    return "\n".join(map(output.plain, lines)) + "\n"


def _as_data(
    plan: Plan, outside: list[Path], unsearched: list[Path], *, done: bool
) -> dict[str, object]:
    return {
        "done": done,
        "kind": plan.kind,
        "forms": plan.forms,
        "alike": plan.alike,
        "earlier": plan.earlier,
        "found": vars(plan.found),
        "exports": [str(path) for path in outside],
        "unsearched": [str(path) for path in unsearched],
    }
