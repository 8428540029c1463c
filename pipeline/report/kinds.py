"""The reports that there are, and how one is made from an archive and written to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from typing import Literal

from pipeline.report.model import Report, Scope
from pipeline.report.sources import Sources

Form = Literal["html", "xlsx", "md", "csv"]
FORMS: Mapping[str, Form] = {
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".md": "md",
    ".markdown": "md",
    ".csv": "csv",
}
"""The form of a file by its suffix."""

Build = Callable[[Sources, Scope], Report]


def finished(report: Report, sources: Sources) -> Report:
    """The report with the archive that it was made from."""
    made = sources.ask("places", "made")[0]
    as_of = made["as_of"]
    when = as_of.replace(tzinfo=UTC) if isinstance(as_of, datetime) else None
    day = f", brought up to date on {when.day} {when:%B %Y at %H:%M} UTC" if when else ""
    run = f" (run {made['run_id']})" if made["run_id"] else ""
    counted = f"{made['papers']:,} papers of {made['meetings']:,} meetings"
    return replace(report, made=f"an archive of {counted}{day}{run}", as_of=when)


def builder(module: str) -> Build:
    """The function that builds the reports of this module: charts load Matplotlib when needed."""
    build: Build = import_module(f"pipeline.report.{module}").build
    return build
