"""The command `papers actions`: what was asked for, how often, and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from pipeline.cli import output
from pipeline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, LimitOption
from pipeline.store.read import Answer, open_archive
from pipeline.store.threads import Row, thread, threads

QUOTE = 300
"""Characters of a quote that are shown; JSON has all of it."""
ID = 9
"""Characters of an id that a table shows: enough to ask for the thread by."""


def actions(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    recurring: Annotated[
        bool, typer.Option("--recurring", help="Only what was raised at two meetings or more.")
    ] = False,
    still_open: Annotated[
        bool, typer.Option("--open", help="Only what no paper tells to be closed or answered.")
    ] = False,
    requests: Annotated[
        bool, typer.Option("--requests", help="Only what was asked for: no other standing items.")
    ] = False,
    owner: Annotated[str | None, typer.Option(help="Only owners with this in their name.")] = None,
    body: Annotated[str | None, typer.Option(help="Only bodies with this in their name.")] = None,
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Only what came up since then."),
    ] = None,
    one: Annotated[
        str | None,
        typer.Option(
            "--thread", metavar="ID", help="One thread with every mention, its page and quote."
        ),
    ] = None,
    limit: LimitOption = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    as_json: JsonOption = False,
) -> None:
    """List what was asked for and followed from meeting to meeting, those raised oftenest first.

    Example: papers actions --recurring --open --body scrutiny. Give an id from the list, or words
    of a label, to see each mention with its page: papers actions --thread t1a2b3c4d.
    """
    with open_archive(archive) as opened:
        if one is not None:
            row, mentions = thread(opened, one)
            if as_json:
                output.write(output.as_json({"thread": row, "mentions": mentions}))
            else:
                _print_thread(row, mentions)
            return
        found = threads(
            opened,
            recurring=recurring,
            still_open=still_open,
            requests=requests,
            owner=owner,
            body=body,
            since=since.date() if since else None,
        )
    shown = found[:limit]
    if as_json:
        output.write(output.as_json({"found": len(found), "threads": shown}))
    else:
        _print_list(shown, len(found))


def _print_list(rows: list[Row], found: int) -> None:
    console = output.page()
    if rows:
        columns = ("thread", "action", "owner", "times", "last_raised", "state")
        cells = tuple(
            (
                str(row["thread_id"])[:ID],
                row["label"],
                row["owner"],
                row["times_raised"],
                row["last_raised"],
                row["state"],
            )
            for row in rows
        )
        output.print_table(Answer(columns, cells), drop_empty=True)
        console.print()
    count = f"{len(rows)} of {found}" if len(rows) < found else f"{found}"
    console.print(f"{count} thread{'' if found == 1 else 's'}")
    if rows:
        console.print(
            Text(f"papers actions --thread {str(rows[0]['thread_id'])[:ID]}", style="dim")
        )


def _print_thread(row: Row, mentions: list[Row]) -> None:
    console = output.page()
    console.print(Text(output.plain(row["label"]), style="bold"))
    for name, value in _told(row):
        if value:
            console.print(f"{name:<14}{output.plain(value)}", markup=False)
    for mention in mentions:
        console.print()
        day = output.plain(mention["held_on"]) or "no date"
        planned = mention["for_meeting_on"]
        aim = f" for {output.plain(planned)}" if planned else ""
        head = f"{day}  {output.plain(mention['part'])}{aim}"
        console.print(Text(f"{head}  {output.plain(mention['body'])}".rstrip(), style="bold"))
        page = "" if mention["page"] is None else f", page {mention['page']}"
        console.print(Padding(Text(f"“{_short(output.plain(mention['quote']))}”"), (0, 0, 0, 4)))
        place = f"{output.plain(mention['paper'])}{page}  {mention['document_id']}"
        console.print(Padding(Text(place, style="dim"), (0, 0, 0, 4)))


def _told(row: Row) -> list[tuple[str, object]]:
    """What is known of a thread, line by line."""
    page = "" if row["evidence_page"] is None else f", page {row['evidence_page']}"
    since = f" since {output.plain(row['state_since'])}" if row["state_since"] else ""
    reason = f" ({row['state_reason']})" if row["state_reason"] else ""
    times = int(str(row["times_raised"]))
    raised = f"{times} time{'' if times == 1 else 's'}"
    if row["first_raised"]:
        raised += f", {output.plain(row['first_raised'])} to {output.plain(row['last_raised'])}"
    age = f"{row['age_days']} days, {row['age_meetings']} meetings" if row["age_days"] else None
    return [
        ("id", row["thread_id"]),
        ("state", f"{row['state']}{since}{reason}"),
        ("told by", f"{row['evidence_paper']}{page}" if row["evidence_paper"] else None),
        ("raised", raised),
        ("age", age),
        ("owner", row["owner"]),
        ("bodies", row["bodies"]),
    ]


def _short(quote: str) -> str:
    return quote if len(quote) <= QUOTE else f"{quote[:QUOTE].rsplit(' ', 1)[0]} …"
