"""The command `papers people`: who is who, and decisions about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from pipeline.cli import output
from pipeline.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    CorrectionsOption,
    JsonOption,
    LimitOption,
)
from pipeline.errors import UsageError
from pipeline.resolve.corrections import Correction, Kind, PersonRef
from pipeline.resolve.words import slug
from pipeline.run import corrections as file_of
from pipeline.run.decide import decide, new_id
from pipeline.store import profile
from pipeline.store.profile import sections
from pipeline.store.read import Answer, Archive, open_archive

_OF_PEOPLE = ("person_id", "name", "meetings", "latest_role", "last_seen")
_OF_POSTS = ("of", "role", "person", "stand_in", "told", "held_from", "held_to")
_OF_DECISIONS = ("made_at", "kind", "names", "why", "who", "unapplied")
"""Columns for the terminal; JSON has all of them."""
WhyOption = Annotated[str, typer.Option(help="The reason, for whoever reads it in a year.")]
WhoOption = Annotated[str | None, typer.Option(help="Who decided; you, by default.")]
ArchiveFolder = Annotated[Path, typer.Option("--archive", help="Archive folder.", metavar="DIR")]

app = typer.Typer(
    help=(
        "List people, their posts, and pairs to look at; decide who is one person.\n\n"
        "Example: papers people --review, then "
        'papers people merge ann-ash ann-oak --why "married in May 2024".'
    ),
    add_completion=False,
    invoke_without_command=True,
)


@app.callback()
def people(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    context: typer.Context,
    name: Annotated[str | None, typer.Option(help="Only names with this in them.")] = None,
    body: Annotated[str | None, typer.Option(help="Only bodies with this in their name.")] = None,
    place: Annotated[str | None, typer.Option(help="Only authorities with this in them.")] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Pairs who may be one person, likeliest first.")
    ] = False,
    decisions: Annotated[
        bool, typer.Option("--decisions", help="What people have decided, and whether it holds.")
    ] = False,
    post: Annotated[
        str | None, typer.Option(help="Who held this post; with --on, on that day.")
    ] = None,
    on: Annotated[str | None, typer.Option(help="A day: 2024-06-30.", metavar="DATE")] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    limit: LimitOption = None,
    as_json: JsonOption = False,
) -> None:
    """List people, with their latest post and when they were first and last seen."""
    if context.invoked_subcommand is not None:
        return
    if (post is None) != (on is None):
        raise UsageError(
            "--post and --on go together: papers people --post 'Chief Executive' --on 2024-06-30"
        )
    asked = {"name": name, "body": body, "place": place}
    with open_archive(archive) as opened:
        if post is not None:
            found = opened.query("post-on-day", post=post, day=on, place=place)
        elif review:
            found = opened.sql(sections("people")["review"], asked)
        elif decisions:
            found = opened.sql(sections("people")["decisions"])
        else:
            found = opened.sql(sections("people")["list"], asked)
    shown = Answer(found.columns, found.rows[:limit])
    if as_json:
        output.write(output.as_json({"found": len(found.rows), "people": shown.dicts()}))
    elif review:
        _print_pairs(shown, len(found.rows))
    else:
        columns = _OF_POSTS if post else _OF_DECISIONS if decisions else _OF_PEOPLE
        _print(shown, len(found.rows), columns)


@app.command()
def merge(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    one: Annotated[str, typer.Argument(help="Id or name of one.")],
    other: Annotated[str, typer.Argument(help="Id or name of the other.")],
    why: WhyOption,
    who: WhoOption = None,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    corrections: CorrectionsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that two are one person, and publish the archive so.

    The id of the one who came in first stands; the other's is kept as a former one.

    Example: papers people merge ann-ash ann-oak --why "married in May 2024"
    """
    refs = _two(archive, one, other)
    _decide("merge", refs, why, who, archive, corrections, as_json=as_json)


@app.command()
def apart(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    one: Annotated[str, typer.Argument(help="Id or name of one.")],
    other: Annotated[str, typer.Argument(help="Id or name of the other.")],
    why: WhyOption,
    who: WhoOption = None,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    corrections: CorrectionsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that two are not one person: the pair is not shown for review again.

    Example: papers people apart j-ash jane-ash --why "mother and daughter"
    """
    refs = _two(archive, one, other)
    _decide("apart", refs, why, who, archive, corrections, as_json=as_json)


@app.command()
def split(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    person: Annotated[str, typer.Argument(help="Id or name of the person who is two.")],
    why: WhyOption,
    name: Annotated[
        list[str] | None, typer.Option(help="Split off what is printed so; may be repeated.")
    ] = None,
    place: Annotated[
        list[str] | None, typer.Option(help="Split off what is of this authority.")
    ] = None,
    body: Annotated[
        list[str] | None, typer.Option(help="Split off what is of bodies with this in their name.")
    ] = None,
    who: WhoOption = None,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    corrections: CorrectionsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that one was two people: what fits all that is given becomes another person.

    Papers that come in later are divided in the same way.

    Example: papers people split john-ash --body "Audit Committee" --why "his son"
    """
    if not (name or place or body):
        raise UsageError("say what to split off, with --name, --place or --body")
    with open_archive(archive) as opened:
        ref = _ref(opened, person)
        taken = [str(row[0]) for row in opened.sql(sections("people")["ids"]).rows]
    wished = slug(name[0]) if name else f"{ref.person_id}-{slug((body or place or [''])[0])}"
    picked = Correction(
        "split", (ref,), why, who or file_of.somebody(), file_of.now(), 0,
        new=new_id(wished, taken),
        names=tuple(name or ()), places=tuple(place or ()), bodies=tuple(body or ()),
    )  # fmt: skip
    _publish(picked, archive, corrections, as_json=as_json)


def _two(archive: Path, one: str, other: str) -> tuple[PersonRef, PersonRef]:
    with open_archive(archive) as opened:
        refs = _ref(opened, one), _ref(opened, other)
    if refs[0].person_id == refs[1].person_id:
        raise UsageError(
            f"'{one}' and '{other}' are one person, {refs[0].person_id}; "
            "to make two of them use `papers people split`"
        )
    return refs


def _ref(opened: Archive, which: str) -> PersonRef:
    """One person as a correction speaks of them."""
    key = profile.find(opened, "person", which)
    row = opened.sql(sections("people")["one"], {"id": key}).dicts()[0]
    return PersonRef(key, str(row["name"]), str(row["place"]))


def _decide(  # noqa: PLR0913, PLR0917 - one decision, and where it goes
    kind: Kind,
    refs: tuple[PersonRef, PersonRef],
    why: str,
    who: str | None,
    archive: Path,
    corrections: Path | None,
    *,
    as_json: bool,
) -> None:
    made = Correction(kind, refs, why, who or file_of.somebody(), file_of.now(), 0)
    _publish(made, archive, corrections, as_json=as_json)


def _publish(
    correction: Correction, archive: Path, corrections: Path | None, *, as_json: bool
) -> None:
    if not correction.why.strip():
        raise UsageError("give the reason with --why: nobody will remember it in a year")
    if archive.is_file():
        raise UsageError(f"{archive} is a file; name the archive's folder with --archive")
    tables = decide(archive, correction, corrections)
    ids = [ref.person_id for ref in correction.people]
    former = {str(r["former_id"]): str(r["person_id"]) for r in tables["people_former_ids"]}
    stands = [former.get(each, each) for each in ids]
    told = {"kind": correction.kind, "people": ids, "new": correction.new or None}
    if as_json:
        output.write(output.as_json(told | {"stands": stands[0]}))
        return
    said = {
        "merge": f"{ids[0]} and {ids[-1]} are one person, {stands[0]}",
        "apart": f"{ids[0]} and {ids[-1]} are not one person",
        "split": f"{correction.new} was split off from {ids[0]}",
    }[correction.kind]
    output.write(f"{said}. The archive is published anew.\n")


def _print(shown: Answer, found: int, columns: Sequence[str]) -> None:
    """The columns that a terminal has room for, and those that tell rows apart."""
    places = {row["place"] for row in shown.dicts()} if "place" in shown.columns else set()
    kept = [c for c in shown.columns if c in columns or (c == "place" and len(places) > 1)]
    rows = tuple(tuple(row[c] for c in kept) for row in shown.dicts())
    output.print_table(Answer(tuple(kept), rows), drop_empty=True)
    _print_count(len(shown.rows), found, "row")


def _print_count(shown: int, found: int, noun: str) -> None:
    count = f"{shown} of {found}" if shown < found else f"{shown}"
    output.page().print(f"{count} {noun}{'' if found == 1 else 's'}", style="dim")


def _print_pairs(shown: Answer, found: int) -> None:
    console = output.page()
    for row in shown.dicts():
        head = f"{row['likeness']:.2f}  {row['person_id']} and {row['other_id']}"
        console.print(Text(output.plain(head), style="bold"))
        lines = [str(row["reason"]), str(row["evidence"]), str(row["other_evidence"])]
        for line in lines:
            console.print(Padding(Text(output.plain(line)), (0, 0, 0, 6)))
        two = f"{row['person_id']} {row['other_id']}"
        advice = f"papers people merge {two} --why ..., or papers people apart {two} --why ..."
        console.print(Padding(Text(output.plain(advice), style="dim"), (0, 0, 0, 6)))
        console.print()
    _print_count(len(shown.rows), found, "pair")
