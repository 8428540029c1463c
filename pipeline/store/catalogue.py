"""The named queries: what each asks, the parameters that it takes, and its SQL.

A query is one file in `queries/`. Its header lines are `-- title: ...`, `-- description: ...`
and, for each parameter, `-- param NAME TYPE [= default]: what it does`; TYPE is text, integer,
number, date or boolean, and a parameter without default has to be given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline.errors import UsageError
from pipeline.store import schema

OVERVIEW = (
    "attendance-by-person",
    "resolutions-by-outcome",
    "recurring-actions",
    "milestones-worse",
    "contradictions",
)
"""The five questions that `papers overview` answers, in its order."""

_HEADER = re.compile(r"--\s*(title|description|param)\b:?\s*(.*)")
_PARAM = re.compile(r"(\w+)\s+(\w+)(?:\s*=\s*(.*?))?\s*:\s+(.*)")


def _boolean(text: str) -> bool:
    if text.lower() not in {"true", "false", "yes", "no"}:
        raise ValueError(text)
    return text.lower() in {"true", "yes"}


TYPES: Mapping[str, Callable[[str], object]] = {
    "text": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "boolean": _boolean,
}
"""How a parameter of each type is read from text."""


@dataclass(frozen=True)
class Param:
    """One parameter of a named query."""

    name: str
    type: str
    default: str | None
    """As written in the header; None where the parameter has to be given, 'NULL' for no value."""
    what: str

    def parse(self, text: str) -> object:
        """The value that `text` stands for, 'NULL' for none. Raises UsageError for another type."""
        if text.upper() == "NULL":
            return None
        try:
            return TYPES[self.type](text)
        except ValueError as error:
            hint = " (as 2017-06-14)" if self.type == "date" else ""
            raise UsageError(f"parameter {self.name}: {text!r} is no {self.type}{hint}") from error


@dataclass(frozen=True)
class NamedQuery:
    """A question that spans meetings, ready to be asked."""

    name: str
    title: str
    description: str
    params: tuple[Param, ...]
    sql: str

    def bind(self, given: Mapping[str, object]) -> dict[str, object]:
        """The values of all parameters: those given (text is read by type), else defaults.

        Raises UsageError for a parameter that the query lacks, needs, or has of another type.
        """
        known = {param.name: param for param in self.params}
        if unknown := sorted(set(given) - set(known)):
            takes = ", ".join(known) or "none"
            raise UsageError(f"query {self.name} has no parameter {unknown[0]!r}; it takes {takes}")
        bound: dict[str, object] = {}
        for name, param in known.items():
            value = given.get(name, param.default)
            if value is None and name not in given:
                raise UsageError(f"query {self.name} needs --param {name}=...: {param.what}")
            bound[name] = param.parse(value) if isinstance(value, str) else value
        return bound


@cache
def names() -> tuple[str, ...]:
    """The names of all queries, the overview's five first."""
    every = (stem.replace("_", "-") for stem in schema.stems("queries"))
    return (*OVERVIEW, *(name for name in every if name not in OVERVIEW))


@cache
def load(name: str) -> NamedQuery:
    """The query of this name; UsageError, with the names there are, if there is none."""
    if name not in names():
        raise UsageError(f"no query {name!r}; there are: {', '.join(names())}")
    sql = schema.text("queries", name.replace("-", "_"))
    fields: dict[str, str] = {}
    params: list[Param] = []
    for line in sql.splitlines():
        header = _HEADER.match(line)
        if header is None:
            continue
        field, value = header.groups()
        if field != "param":
            fields[field] = value
            continue
        parts = _PARAM.fullmatch(value)
        if parts is None or parts[2] not in TYPES:
            raise ValueError(f"query {name}: a parameter can't be read from {line!r}")
        params.append(Param(*parts.groups()))
    return NamedQuery(name, fields["title"], fields["description"], tuple(params), sql)
