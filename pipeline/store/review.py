"""The facts of an archive that are least likely to be right, and why."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.errors import UsageError
from pipeline.store import schema
from pipeline.store.profile import sections
from pipeline.store.read import Archive


@dataclass(frozen=True)
class Review:
    """What was asked for, least certain first."""

    doubtful: list[dict[str, object]]
    """Confidence, fact, text, rule and signals in words, contradictions, paper, page and quote."""
    found: int
    """How many there are, with those that the limit left out."""
    facts: int
    """How many facts the archive holds in all."""


def review(
    archive: Archive,
    *,
    table: str | None = None,
    body: str | None = None,
    below: float = 0.8,
    limit: int | None = None,
) -> Review:
    """The facts whose confidence is under `below`, at most `limit` of them.

    `table` keeps one table, `body` the meetings of bodies whose name holds it, whatever the case.
    Raises UsageError for a table that holds no facts.
    """
    sql = sections("review")
    known = sorted(_fact_tables())
    if table is not None and table not in known:
        raise UsageError(f"there is no table of facts {table!r}; there are {', '.join(known)}")
    asked = {"below": below, "fact": table, "body": body}
    found = archive.sql(sql["facts"], asked).dicts()
    total = archive.sql(sql["total"]).rows[0][0]
    return Review(found[:limit], len(found), int(str(total)))


def _fact_tables() -> set[str]:
    """The tables of the view `facts`, as its own SQL names them."""
    text = schema.text("views", "facts")
    return {piece.partition("'")[0] for piece in text.split("SELECT '")[1:]}
