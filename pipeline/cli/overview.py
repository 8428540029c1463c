"""The command `papers overview`: what the archive holds, and five answers from it."""

from __future__ import annotations

from pipeline.cli import output
from pipeline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption
from pipeline.store import catalogue
from pipeline.store.read import Answer, open_archive

_SINGULAR = {"bodies": "body", "people": "person"}

ROWS = 8
"""How many rows of each answer are printed."""


def overview(archive: ArchiveOption = DEFAULT_ARCHIVE, as_json: JsonOption = False) -> None:
    """Print what the archive holds, and the answers to five questions over all meetings."""
    with open_archive(archive) as opened:
        path = opened.path
        totals = opened.query("archive-totals").dicts()[0]
        answers = {name: opened.query(name) for name in catalogue.OVERVIEW}
    if as_json:
        found = [
            {"query": name, "title": catalogue.load(name).title, "rows": answer.dicts()}
            for name, answer in answers.items()
        ]
        output.write(output.as_json({"archive": str(path), "totals": totals, "answers": found}))
        return
    output.print_title("The archive holds")
    console = output.page()
    for name, count in totals.items():
        counted = name if count != 1 else _SINGULAR.get(name, name.removesuffix("s"))
        console.print(f"  {count:>9,}  {counted}")
    for name, answer in answers.items():
        console.print()
        output.print_title(catalogue.load(name).title)
        _print(name, answer)
    flag = "" if archive == DEFAULT_ARCHIVE else f" --archive {archive}"
    console.print(f"\nArchive: {path}", soft_wrap=True)
    console.print("Try next:")
    for command in ("query", "status", 'sql "FROM meetings"'):
        console.print(f"  papers {command}{flag}", soft_wrap=True)


def _print(name: str, answer: Answer) -> None:
    """Print the first rows of one answer, and how to get the rest."""
    console = output.page()
    if not answer.rows:
        console.print("None found.")
        return
    output.print_table(answer, ROWS)
    if (more := len(answer.rows) - ROWS) > 0:
        console.print(f"and {more:,} more: papers query {name}", style="dim")
