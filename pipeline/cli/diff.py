"""The command `papers diff`: what changed between the versions of a meeting's record."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import groupby
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from pipeline.cli import output
from pipeline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption
from pipeline.store import profile
from pipeline.store.read import open_archive

_Row = dict[str, object]

_NAMES = {
    "minutes": "minutes",
    "draft_minutes": "draft minutes",
    "meeting_page": "web page",
    "decision_notice": "decision notice",
}
_GROUPS = {
    "meeting_headers": "Time and place",
    "attendance": "People",
    "agenda_items": "Items",
    "declarations": "Declarations",
    "resolutions": "Resolutions",
    "actions": "Actions",
    "motions": "Motions",
    "text": "Other wording",
}
_SIGNS = {"added": "+", "dropped": "-", "changed": "~"}
_STYLES = {"added": "green", "dropped": "red", "changed": "yellow"}
_ALIKE = 0.4
"""Share of words in common from which the words that differ are marked, not the whole text."""


def diff(
    which: Annotated[
        str,
        typer.Argument(
            metavar="MEETING",
            help="Meeting id, date (2017-06-14, 14 June 2017), or body and date ('Cabinet "
            "2025-01-09').",
        ),
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    as_json: JsonOption = False,
) -> None:
    """Show what changed from the draft minutes to the approved ones, the web page, the notice.

    [-Dropped words-] and {+added words+} stand in their text; the pages of both papers stand after
    it. Spacing, hyphens, punctuation and capitals are no change.

    Example: papers diff "Improvement and Assurance Board 2024-06-11"
    """
    with open_archive(archive) as opened:
        key = profile.find(opened, "meeting", which)
        found = profile.load(opened, "diff", key)
    versions = found.sections["versions"].dicts() if "versions" in found.sections else []
    changes = found.sections["changes"].dicts() if "changes" in found.sections else []
    if as_json:
        whole = {"meeting": found.heading, "versions": versions, "changes": changes}
        output.write(output.as_json(whole))
        return
    _print(found.heading, versions, changes)


def _print(heading: _Row, versions: list[_Row], changes: list[_Row]) -> None:
    console = output.page()
    title = ", ".join(output.plain(heading[n]) for n in ("body", "held_on") if heading[n])
    console.print(Text(title or output.plain(heading["meeting_id"]), style="bold"))
    for row in versions:
        note = "" if row["status"] == "ok" else f", {row['status']}"
        console.print(
            Padding(Text(f"[{row['rank']}] {_label(row)}{note}"), (0, 0, 0, 2), expand=False)
        )
    if len(versions) < 2:
        console.print(Text(_lonely(versions)))
        return
    papers = {str(row["document_id"]): row for row in versions}
    if not changes:
        console.print(Text("The versions say the same; only typesetting may differ."))
        return
    for both, same in groupby(changes, lambda r: (r["from_document_id"], r["to_document_id"])):
        earlier, later = (papers[str(document)] for document in both)
        console.print()
        head = f"From [{earlier['rank']}] {_label(earlier)} to [{later['rank']}] {_label(later)}"
        console.print(Text(head, style="bold"))
        for table, rows in groupby(same, lambda r: str(r["fact_table"])):
            console.print(
                Padding(
                    Text(_GROUPS.get(table, table), style="underline"), (0, 0, 0, 2), expand=False
                )
            )
            for row in rows:
                console.print(Padding(_line(row, earlier, later), (0, 0, 0, 4), expand=False))
    count = len(changes)
    console.print()
    console.print(f"{count} change{'' if count == 1 else 's'}")


def _lonely(versions: list[_Row]) -> str:
    """Why there is nothing to compare, and what would change that."""
    if not versions:
        return (
            "The archive holds no record of this meeting to compare: no minutes, no web page, "
            "no decision notice. `papers show meeting` shows what it does hold."
        )
    return (
        "There is only one version of this meeting's record. Ingest another to compare it with: "
        "draft minutes stand in the pack of the next meeting."
    )


def _label(row: _Row) -> str:
    name = output.plain(row["source"]).rpartition("/")[2]
    return f"{_NAMES.get(str(row['standing']), str(row['standing']))}, {name}"


def _line(row: _Row, earlier: _Row, later: _Row) -> Text:
    kind = str(row["kind"])
    line = Text()
    line.append(f"{_SIGNS[kind]} ", style=_STYLES[kind])
    before, after = output.plain(row["before"]), output.plain(row["after"])
    about = _about(row, kind)
    line.append(f"{about}: " if about else "", style="none")
    if kind == "changed":
        line.append_text(marked(before, after))
    else:
        line.append(after if kind == "added" else before, style=_STYLES[kind])
    sides = ((earlier, row["from_page"], "added"), (later, row["to_page"], "dropped"))
    pages = [
        f"[{paper['rank']}]" + ("" if page is None else f" p{page}")
        for paper, page, absent in sides
        if kind != absent
    ]
    line.append(f"  ({' → '.join(pages)})", style="dim")
    return line


def _about(row: _Row, kind: str) -> str:
    """Who or what a change is about, where the texts themselves don't say."""
    table, what = str(row["fact_table"]), output.plain(row["what"])
    field = str(row["field"]).replace("_", " ")
    number = output.plain(row["item_number"])
    if table == "attendance":
        return "" if kind != "changed" else f"{what}, {field}"
    if table == "meeting_headers":
        return what
    if table == "text":
        return "" if what == "no item" else what
    if table == "agenda_items":
        return f"{number}, {field}" if kind == "changed" else number
    if table == "declarations":
        return what
    item = f"{number} {what}" if number and not what.startswith("item ") else what
    return item if field in {"text", "motion"} else f"{item}, {field}"


def marked(before: str, after: str) -> Text:
    """Both texts in one: what only the first has in [-...-], what only the second in {+...+}."""
    left, right = before.split(), after.split()
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    steps = matcher.get_opcodes()
    if matcher.ratio() < _ALIKE:
        steps = [("replace", 0, len(left), 0, len(right))]
    pieces: list[Text] = []
    for kind, a, b, c, d in steps:
        if kind == "equal":
            pieces.append(Text(" ".join(left[a:b]), style="none"))
            continue
        if b > a:
            pieces.append(Text(f"[-{' '.join(left[a:b])}-]", style="red"))
        if d > c:
            pieces.append(Text(f"{{+{' '.join(right[c:d])}+}}", style="green"))
    return Text(" ").join(pieces)
