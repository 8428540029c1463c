"""A digest as a page without scripts, and as plain text."""

from __future__ import annotations

import re
from datetime import date, datetime
from importlib.resources import files

import msgspec
from jinja2 import Environment, FunctionLoader, StrictUndefined, select_autoescape

from pipeline.digest.model import Digest
from pipeline.harmless import as_xml

ON_PAGE = 100
"""Entries of one section that the page shows; the rest is counted."""
IN_TEXT = 30
"""The same for plain text, which goes by mail."""


def page(digest: Digest, title: str) -> str:
    """The digest as a whole HTML page: everything that papers print is escaped."""
    return _rendered("digest.html", digest, title, ON_PAGE)


def text(digest: Digest, title: str) -> str:
    """The digest as plain text, in lines of any length."""
    rendered = _rendered("digest.txt", digest, title, IN_TEXT)
    lines = re.sub(r"[ \t]+\n", "\n", rendered)
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def subject(digest: Digest) -> str:
    """What happened, in one line that holds nothing that a paper prints."""
    counted = (
        (len(digest.new) + len(digest.replaced), "new paper"),
        (len(digest.actions), "new action"),
        (len(digest.again), "action come back"),
        (len(digest.closed), "action closed"),
        (len(digest.slips), "milestone slipped"),
        (len(digest.contradictions), "contradiction"),
        (len(digest.needing) + len(digest.failures), "to look at"),
    )
    said = [many(count, noun) for count, noun in counted if count]
    return ", ".join(said) or "nothing new"


def when(digest: Digest) -> datetime:
    """When the run of the digest began, in UTC."""
    return datetime.strptime(digest.run_id + "+0000", "%Y%m%dT%H%M%S.%fZ%z")


def many(count: int, noun: str) -> str:
    """A count with its noun: '1 paper', '1,200 papers', '2 actions come back'."""
    first, _, rest = noun.partition(" ")
    plural = {"new": f"new {rest}s", "to": noun}.get(first, f"{first}s {rest}".strip())
    return f"{count:,} {noun if count == 1 else plural}"


def _rendered(template: str, digest: Digest, title: str, most: int) -> str:
    said = {"title": title, "subject": subject(digest), "when": when(digest), "most": most}
    return _environment().get_template(template).render(digest=_harmless(digest), **said)


def _environment() -> Environment:
    found = Environment(
        loader=FunctionLoader(_template),
        autoescape=select_autoescape(["html"], default=False),
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["day"] = _day
    found.globals["many"] = many
    return found


def _template(name: str) -> str:
    return files("pipeline.digest").joinpath("templates", name).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    """A value as it is shown: None as nothing."""
    return "" if value is None else value


def _harmless(digest: Digest) -> Digest:
    """The digest with each text on one line, and nothing in it that could steer what shows it."""
    return msgspec.convert(_mapped(msgspec.to_builtins(digest)), Digest)


def _mapped(value: object) -> object:
    if isinstance(value, str):
        return " ".join(as_xml(value).split())
    if isinstance(value, dict):
        return {key: _mapped(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(each) for each in value]
    return value


def _day(value: date | None) -> str:
    return f"{value.day} {value:%B %Y}" if value else ""
