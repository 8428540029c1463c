"""The command `papers milestones`: plans over time, and what befell their milestones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from pipeline.cli import output
from pipeline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, LimitOption
from pipeline.errors import UsageError
from pipeline.store.milestones import (
    History,
    Wanted,
    befallen,
    history,
    one_plan,
    plan_reports,
    plans,
)
from pipeline.store.read import Answer, open_archive

_TITLES: Mapping[str, str] = {
    "slipped": "Milestones whose deadline moved later, the most days first",
    "stalled": "Milestones that did not move from one report to the next, the longest first",
    "reversed": "Milestones whose status got worse",
    "fell": "Milestones whose per cent complete fell",
    "dropped": "Milestones that reports left out before they were completed",
    "appeared": "Milestones that came into a plan after its first report",
    "returned": "Milestones that reports left out, and that came back",
}
_TIMES: Mapping[str, str] = {"slipped": "slips", "stalled": "stalls", "reversed": "reversals"}


def milestones(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    slipped: Annotated[bool, typer.Option("--slipped", help="Deadlines that moved later.")] = False,
    stalled: Annotated[
        bool, typer.Option("--stalled", help="No move between two reports, not completed.")
    ] = False,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="Left out of the next report, not completed.")
    ] = False,
    reversed_: Annotated[
        bool, typer.Option("--reversed", help="Status got worse, or Completed was taken back.")
    ] = False,
    fell: Annotated[bool, typer.Option("--fell", help="Per cent complete fell.")] = False,
    appeared: Annotated[
        bool, typer.Option("--appeared", help="Not in the plan's first report.")
    ] = False,
    returned: Annotated[
        bool, typer.Option("--returned", help="Left out of a report, then back.")
    ] = False,
    body: Annotated[str | None, typer.Option(help="Only bodies with this in their name.")] = None,
    lead: Annotated[
        str | None, typer.Option(help="Only lead officers with this in their name.")
    ] = None,
    plan: Annotated[
        str | None, typer.Option(help="Only plans with this in their name, or of this key.")
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Only reports from this day.", metavar="DATE"),
    ] = None,
    which: Annotated[
        str | None,
        typer.Option(
            "--history",
            help="One milestone, report by report: its words or its key.",
            metavar="WORDS",
        ),
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option(help="Draw one plan: FILE.svg or FILE.png.", metavar="FILE"),
    ] = None,
    limit: LimitOption = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    as_json: JsonOption = False,
) -> None:
    """Follow milestones from report to report of their plans.

    Without an option: the plans, and how many of their milestones slipped, stalled or were dropped.

    Example: papers milestones --slipped --body improvement --since 2025-01-01
    """
    flags = {
        "slipped": slipped,
        "stalled": stalled,
        "dropped": dropped,
        "reversed": reversed_,
        "fell": fell,
        "appeared": appeared,
        "returned": returned,
    }
    asked = [kind for kind, given in flags.items() if given]
    if len(asked) + (which is not None) + (plot is not None) > 1:
        raise UsageError("ask for one thing at a time: one of --slipped ..., --history or --plot")
    wanted = Wanted(body, lead, plan, since.date() if since else None)
    if which is not None:
        _show_history(archive, which, as_json=as_json)
    elif plot is not None:
        _draw(archive, wanted, plot)
    elif asked:
        _show_befallen(archive, asked[0], wanted, limit, as_json=as_json)
    else:
        _show_plans(archive, wanted, limit, as_json=as_json)


def _show_befallen(
    archive: Path, kind: str, wanted: Wanted, limit: int | None, *, as_json: bool
) -> None:
    with open_archive(archive) as opened:
        found = befallen(opened, kind, wanted)
    shown = found[:limit]
    if as_json:
        output.write(output.as_json({"asked": kind, "found": len(found), "milestones": shown}))
        return
    output.print_title(_TITLES[kind])
    _print([_line(kind, row) for row in shown])
    count = f"{len(shown)} of {len(found)}" if len(shown) < len(found) else f"{len(found)}"
    output.messages().print(
        f"{count} milestone{'' if len(found) == 1 else 's'}; "
        "papers milestones --history WORDS shows one report by report",
        style="dim",
    )


def _line(kind: str, row: Mapping[str, object]) -> dict[str, object]:
    """One milestone as a row of the table for what was asked."""
    leads = row["lead_officers"]
    named = ", ".join(map(str, leads)) if isinstance(leads, list) else None
    status = " ".join(
        part for part in (_text(row["status_now"]), _percent(row["percent_now"])) if part
    )
    end: dict[str, object] = {"lead": named, "read from": _place(row)}
    start: dict[str, object]
    if kind == "slipped":
        start = {
            "days": row["days_from_first"],
            "milestone": row["milestone"],
            "deadline": f"{_text(row['first_deadline'])} → {_text(row['became'])}",
            "now": status,
        }
    elif kind == "stalled":
        start = {
            "days": row["days"],
            "milestone": row["milestone"],
            "at": row["became"],
            "until": "the last report" if row["latest"] else row["reported_on"],
        }
    else:
        change = " → ".join(filter(None, (_text(row["was"]), _text(row["became"]))))
        start = {"report": row["reported_on"], "milestone": row["milestone"], "status": change}
    return start | end


def _show_plans(archive: Path, wanted: Wanted, limit: int | None, *, as_json: bool) -> None:
    with open_archive(archive) as opened:
        found = plans(opened, wanted)
    shown = found[:limit]
    if as_json:
        output.write(output.as_json({"found": len(found), "plans": shown}))
        return
    output.print_title("Plans, and how many of their milestones slipped, stalled, were dropped")
    _print(
        [
            {
                "plan": _plan_name(row),
                "reports": row["reports"],
                "last": row["last_report"],
                "milestones": row["milestones"],
                "slipped": row["slipped"],
                "stalled": row["stalled"],
                "dropped": row["dropped"],
            }
            for row in shown
        ]
    )


def _show_history(archive: Path, which: str, *, as_json: bool) -> None:
    with open_archive(archive) as opened:
        found = history(opened, which)
    if as_json:
        output.write(
            output.as_json(
                {"history_id": found.history_id, "reports": found.reports, "events": found.events}
            )
        )
        return
    last = found.reports[-1]
    output.print_title(_text(last["milestone"]))
    about = " · ".join(filter(None, map(_text, (last["plan"], last["theme"], last["activity"]))))
    output.page().print(Text(output.plain(about), style="dim"))
    _print(
        [
            {
                "report": row["reported_on"],
                "deadline": row["deadline"],
                "slipped": row["slipped_days"],
                "status": row["status"],
                "%": row["percent_complete"],
                "lead": row["lead_officers"],
                "read from": _place(row),
            }
            for row in found.reports
        ]
    )
    if found.events:
        output.page().print()
        _print_events(found)


def _print_events(found: History) -> None:
    _print(
        [
            {
                "report": row["reported_on"],
                "what": str(row["kind"]).replace("_", " "),
                "days": row["days"],
                "was": row["was"],
                "became": row["became"],
            }
            for row in found.events
        ]
    )


def _draw(archive: Path, wanted: Wanted, target: Path) -> None:
    form = target.suffix.lower().removeprefix(".")
    if form not in {"svg", "png"}:
        raise UsageError(f"a plot is FILE.svg or FILE.png, and {target.name} is neither")
    with open_archive(archive) as opened:
        plan = one_plan(opened, wanted)
        rows = plan_reports(opened, str(plan["plan_id"]))
    if not any(row["reported_on"] for row in rows):
        raise UsageError("no report of this plan has a date, so there is nothing to draw over time")
    # Imported here: Matplotlib takes a second, and no table needs it.
    from pipeline.plot import plan_picture  # noqa: PLC0415

    drawn = plan_picture(rows, form="svg" if form == "svg" else "png")
    try:
        target.write_bytes(drawn)
    except OSError as error:
        raise UsageError(f"{target} can't be written ({error.strerror}); name another") from error
    output.messages().print(f"wrote {target}", style="dim")


def _print(rows: Sequence[Mapping[str, object]]) -> None:
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    cells = tuple(tuple(row.get(name) for name in columns) for row in rows)
    if rows:
        output.print_table(Answer(columns, cells), drop_empty=True)


def _place(row: Mapping[str, object]) -> str:
    page = "" if row["page"] is None else f" p. {row['page']}"
    return f"{_name(row['source'])}{page}"


def _name(source: object) -> str:
    return str(source).rpartition("/")[2]


def _plan_name(row: Mapping[str, object]) -> str:
    body = f" ({row['body']})" if row["body"] else ""
    return f"{row['plan'] or _name(row['source'])}{body}"


def _percent(value: object) -> str:
    return "" if value is None else f"{value}%"


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
