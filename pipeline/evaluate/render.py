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


def field_table(fields: Mapping[str, Tally]) -> list[str]:
    """Return a line per field: strict and fuzzy precision, recall and F1, and the counts."""
    lines = [
        f"{'':26}|{'strict':^18}|{'fuzzy':^18}|",
        f"{'field':26}|     P     R    F1|     P     R    F1|  gold found",
        "-" * 78,
    ]
    lines += [
        f"{name:26}|{_three(tally.figures(strict=True))}|{_three(tally.figures(strict=False))}|"
        f"{tally.gold:6}{tally.found:6}"
        for name, tally in in_order(fields)
    ]
    return lines


def group_table(title: str, groups: Sequence[tuple[str, Mapping[str, Tally]]]) -> list[str]:
    """Return a line per group or paper: the fuzzy F1 of the main fields."""
    lines = [f"{title:34}" + "".join(f"{heading:>6}" for heading in _CORE.values()), "-" * 76]
    for name, fields in groups:
        figures = [fields.get(field, Tally()).figures(strict=False).f1 for field in _CORE]
        # A long name loses its middle: its end tells date and form.
        short = name if len(name) <= 34 else f"{name[:13]}..{name[-19:]}"
        lines.append(f"{short:34}" + "".join(_figure(f1) for f1 in figures))
    return lines


def _wrap(line: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, subsequent_indent="        ", break_on_hyphens=False)


def _note(note: Note) -> list[str]:
    place = f" [{note.item}]" if note.item else ""
    page = f" (page {note.page})" if note.page is not None else ""
    line = f"  {note.fault:5} {note.field}{place}{page}: {note.text}"
    return _wrap(line)


def as_text(evaluation: Evaluation, *, misses: bool = False, falls: Sequence[Fall] = ()) -> str:
    """Return the evaluation for a person to read."""
    lines = [f"All papers ({len(evaluation.papers)})", "", *field_table(evaluation.total()), ""]
    forms = evaluation.by_form()
    groups = [
        ("form (fuzzy F1)", forms),
        ("council (fuzzy F1)", evaluation.by_council()),
        ("producer (fuzzy F1)", evaluation.by_producer()),
        ("paper (fuzzy F1)", {paper.name: paper.fields for paper in evaluation.papers}),
    ]
    for title, fields in groups:
        if fields:
            lines += [*group_table(title, list(fields.items())), ""]
    if misses:
        for paper in evaluation.papers:
            lines.append(f"{paper.name}: {len(paper.notes)} disagreements")
            lines += [line for note in paper.notes for line in _note(note)]
        lines.append("")
    closing = [
        *(
            f"Set apart, not averaged: {scan.paper} ({scan.form}): {scan.reason}"
            for scan in evaluation.set_apart
        ),
        *(f"Not in the archive: {file}" for file in evaluation.absent),
        *(f"Fell: {fall.name} {fall.before:.4f} -> {fall.now_text}" for fall in falls),
    ]
    lines += [line for each in closing for line in _wrap(each)]
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
