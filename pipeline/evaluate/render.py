"""An evaluation as text of at most 80 columns, or as plain data for JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from pipeline.evaluate.baseline import Fall
from pipeline.evaluate.evaluation import Evaluation
from pipeline.evaluate.fields import FIELD_NAMES
from pipeline.evaluate.score import Note
from pipeline.evaluate.tally import Figures, Tally

WIDTH = 80
NARROWEST = 60
_BOTH_GRADES = 78
_CORE = {
    "attendance": "who",
    "apologies": "apol",
    "agenda_items": "item",
    "resolutions": "res",
    "actions": "act",
    "declarations": "decl",
    "milestones": "mile",
}
"""The fields that the table of papers has room for, and their headings."""


def in_order(fields: Mapping[str, Tally]) -> list[tuple[str, Tally]]:
    """Fields in the order of declaration."""
    return [(name, fields[name]) for name in FIELD_NAMES if name in fields]


def _figure(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"


def _three(figures: Figures) -> str:
    return "".join(_figure(v) for v in (figures.precision, figures.recall, figures.f1))


def field_table(fields: Mapping[str, Tally], width: int = WIDTH) -> list[str]:
    """Return a line per field: strict and fuzzy precision, recall and F1, and the counts.

    Where the terminal has no room for both, the strict figures are left out.
    """
    grades = ("strict", "fuzzy") if width >= _BOTH_GRADES else ("fuzzy",)
    heads = "".join(f"{grade:^18}|" for grade in grades)
    lines = [
        f"{'':26}|{heads}",
        f"{'field':26}|" + "     P     R    F1|" * len(grades) + "  gold found",
    ]
    lines.append("-" * len(lines[-1]))
    for name, tally in in_order(fields):
        figures = "".join(f"{_three(tally.figures(strict=g == 'strict'))}|" for g in grades)
        lines.append(f"{name:26}|{figures}{tally.gold:6}{tally.found:6}")
    return lines


def group_table(
    title: str, groups: Sequence[tuple[str, Mapping[str, Tally]]], width: int = WIDTH
) -> list[str]:
    """Return a line per group or paper: the fuzzy F1 of the main fields."""
    room = max(18, min(34, width - 4 - 6 * len(_CORE)))
    heads = "".join(f"{heading:>6}" for heading in _CORE.values())
    lines = [f"{title:{room}}{heads}"] if len(title) <= room else [title, f"{'':{room}}{heads}"]
    lines.append("-" * (room + len(heads)))
    for name, fields in groups:
        figures = [fields.get(field, Tally()).figures(strict=False).f1 for field in _CORE]
        # A long name loses its middle, as its end tells date and form; a line to itself is better.
        short = name if len(name) <= room else f"{name[:13]}..{name[-19:]}"
        if len(short) > room:
            lines.append(name if len(name) <= width else short)
            short = ""
        lines.append(f"{short:{room}}" + "".join(_figure(f1) for f1 in figures))
    return lines


def _wrap(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, subsequent_indent="        ", break_on_hyphens=False)


def _note(note: Note, width: int) -> list[str]:
    place = f" [{note.item}]" if note.item else ""
    page = f" (page {note.page})" if note.page is not None else ""
    line = f"  {note.fault:5} {note.field}{place}{page}: {note.text}"
    return _wrap(line, width)


def as_text(
    evaluation: Evaluation,
    *,
    misses: bool = False,
    falls: Sequence[Fall] = (),
    width: int = WIDTH,
) -> str:
    """Return the evaluation for a person to read, in lines of `width`, from 60 to 80 characters."""
    width = max(NARROWEST, min(width, WIDTH))
    table = field_table(evaluation.total(), width)
    lines = [f"All papers ({len(evaluation.papers)})", "", *table, ""]
    forms = evaluation.by_form()
    groups = [
        ("form (fuzzy F1)", forms),
        ("council (fuzzy F1)", evaluation.by_council()),
        ("layout (fuzzy F1)", evaluation.by_layout()),
        ("producer (fuzzy F1)", evaluation.by_producer()),
        ("paper (fuzzy F1)", {paper.name: paper.fields for paper in evaluation.papers}),
    ]
    for title, fields in groups:
        if fields:
            lines += [*group_table(title, list(fields.items()), width), ""]
    if misses:
        for paper in evaluation.papers:
            lines += _wrap(f"{paper.name}: {len(paper.notes)} disagreements", width)
            lines += [line for note in paper.notes for line in _note(note, width)]
        lines.append("")
    closing = [
        *(
            f"Set apart, not averaged: {scan.paper} ({scan.form}): {scan.reason}"
            for scan in evaluation.set_apart
        ),
        *(f"Not in the archive: {file}" for file in evaluation.absent),
        *(f"Fell: {fall.name} {fall.before:.4f} -> {fall.now_text}" for fall in falls),
    ]
    lines += [line for each in closing for line in _wrap(each, width)]
    return "\n".join(lines).rstrip()


def _tally_data(tally: Tally) -> dict[str, object]:
    data: dict[str, object] = {"gold": tally.gold, "found": tally.found}
    for name, strict in (("strict", True), ("fuzzy", False)):
        figures = tally.figures(strict=strict)
        data[name] = {
            "matched": tally.strict if strict else tally.fuzzy,
            "precision": figures.precision,
            "recall": figures.recall,
            "f1": figures.f1,
        }
    return data


def _fields_data(fields: Mapping[str, Tally]) -> dict[str, object]:
    return {name: _tally_data(tally) for name, tally in in_order(fields)}


def as_data(
    evaluation: Evaluation, *, misses: bool = False, falls: Sequence[Fall] | None = None
) -> dict[str, object]:
    """Return the evaluation as plain data, with the keys of the JSON output.

    `misses` adds every disagreement to its paper; `falls`, if not None, is added as `fell`.
    """
    data: dict[str, object] = {
        "form": evaluation.form,
        "total": _fields_data(evaluation.total()),
    }
    for name, groups in (
        ("by_form", evaluation.by_form()),
        ("by_council", evaluation.by_council()),
        ("by_layout", evaluation.by_layout()),
        ("by_producer", evaluation.by_producer()),
    ):
        data[name] = {group: _fields_data(fields) for group, fields in groups.items()}
    papers: list[dict[str, object]] = []
    for paper in evaluation.papers:
        each: dict[str, object] = {
            "paper": paper.paper,
            "form": paper.form,
            "file": paper.file,
            "document_id": paper.document_id,
            "status": paper.status,
            "layout": paper.layout,
            "fields": _fields_data(paper.fields),
        }
        if misses:
            each["misses"] = [
                {"field": n.field, "fault": n.fault, "item": n.item, "text": n.text, "page": n.page}
                for n in paper.notes
            ]
        papers.append(each)
    data["papers"] = papers
    data["set_apart"] = [
        {"paper": scan.paper, "form": scan.form, "reason": scan.reason}
        for scan in evaluation.set_apart
    ]
    data["not_in_archive"] = list(evaluation.absent)
    if falls is not None:
        data["fell"] = [{"name": f.name, "before": f.before, "now": f.now} for f in falls]
    return data
