"""The command `papers show`: one meeting, paper or person, with the pages it was read from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import output
from pipeline.cli.evidence import draw_pages
from pipeline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption
from pipeline.store import profile
from pipeline.store.profile import Kind, Profile
from pipeline.store.read import Answer, open_archive

EvidenceOption = Annotated[
    Path | None,
    typer.Option(
        help="Draw the pages, with the boxes that facts were read from, into DIR.", metavar="DIR"
    ),
]

app = typer.Typer(
    help="Show one meeting, paper or person.", no_args_is_help=True, add_completion=False
)


@app.command()
def meeting(
    which: Annotated[
        str, typer.Argument(help="Meeting id, date (2017-06-14, 14 June 2017) or body.")
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    evidence: EvidenceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show who came to a meeting, what was decided and what was asked of whom."""
    _show("meeting", which, archive, evidence, as_json=as_json)


@app.command()
def paper(
    which: Annotated[str, typer.Argument(help="Document id, file name or title.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    evidence: EvidenceOption = None,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Show what extractors turned down, and why.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show what was found in a paper, page by page."""
    without = frozenset[str]() if rejected else frozenset({"rejected"})
    _show("paper", which, archive, evidence, without, as_json=as_json)


@app.command()
def person(
    which: Annotated[str, typer.Argument(help="Person id or name.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    evidence: EvidenceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a person's attendance, declarations and actions."""
    _show("person", which, archive, evidence, as_json=as_json)


def _show(  # noqa: PLR0913 - what to show, whence, and how
    kind: Kind,
    which: str,
    archive: Path,
    evidence: Path | None,
    without: frozenset[str] = frozenset(),
    *,
    as_json: bool,
) -> None:
    with open_archive(archive) as opened:
        key = profile.find(opened, kind, which)
        found = profile.load(opened, kind, key)
        pages = profile.marked_pages(opened, kind, key) if evidence else []
        folder = opened.path.parent
    sections = {title: a for title, a in found.sections.items() if title not in without}
    if as_json:
        rows = {title: answer.dicts() for title, answer in sections.items()}
        output.write(output.as_json({kind: found.heading, **rows}))
    else:
        _print(Profile(found.id, found.heading, sections))
    if evidence:
        drawn = draw_pages(folder, pages, evidence)
        pages_drawn = f"{len(drawn)} page{'' if len(drawn) == 1 else 's'}"
        output.messages().print(f"drew {pages_drawn} into {evidence}", style="dim")


def _print(found: Profile) -> None:
    console = output.page()
    for name, value in found.heading.items():
        if value is not None:
            label = name.replace("_", " ")
            console.print(f"{label:<14}{output.plain(value)}", markup=False, soft_wrap=True)
    papers = found.sections.get("papers")
    numbers = {row["document_id"]: row["at"] for row in papers.dicts()} if papers else {}
    for title, answer in found.sections.items():
        console.print()
        output.print_title(title.capitalize())
        output.print_table(
            answer if title == "papers" else _cited(answer, numbers), drop_empty=True
        )


def _cited(answer: Answer, numbers: dict[object, object]) -> Answer:
    """The answer with document and page in one column, papers by their number in the list above."""
    if "document_id" not in answer.columns:
        return answer
    kept = [name for name in answer.columns if name not in {"document_id", "page"}]
    rows = []
    for row in answer.dicts():
        paper = numbers.get(row["document_id"], row["document_id"])
        page = row.get("page")
        at = f"{paper}" if page is None else f"{paper} p{page}"
        rows.append((*(row[name] for name in kept), at))
    return Answer((*kept, "at"), tuple(rows))
