"""Papers that survive only as text: plain text as copied from a PDF, and Markdown."""

from __future__ import annotations

import textwrap
from functools import singledispatch

from .blocks import Bullets, Grid, Heading, Numbered, Paper, Para

_WIDTH = 76


def plain_text(paper: Paper) -> str:
    """The paper as a text file with short lines, the way a PDF reader copies it."""
    blocks = [block for section in paper.sections for block in section.blocks]
    return "\n\n".join(filter(None, map(_plain, blocks))) + "\n"


def markdown(paper: Paper) -> str:
    """The paper as Markdown, headings and header table included."""
    blocks = [block for section in paper.sections for block in section.blocks]
    return "\n\n".join(filter(None, map(_markdown, blocks))) + "\n"


def _fill(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


@singledispatch
def _plain(_block: object) -> str:
    """A block as plain text; stamps and page breaks leave no trace in it."""
    return ""


@_plain.register
def _(block: Heading) -> str:
    if block.align != "center":
        return _fill(block.text)
    return "\n".join(line.center(_WIDTH).rstrip() for line in _fill(block.text).splitlines())


@_plain.register
def _(block: Para) -> str:
    return _fill(block.text)


@_plain.register
def _(block: Bullets) -> str:
    return "\n".join(_fill(item, "\u2022 ", "  ") for item in block.items)


@_plain.register
def _(block: Numbered) -> str:
    return "\n".join(_fill(text, f"{label} ", "   ") for label, text in block.items)


@singledispatch
def _markdown(_block: object) -> str:
    """A block as Markdown."""
    return ""


@_markdown.register
def _(block: Heading) -> str:
    return f"**{block.text}**"


@_markdown.register
def _(block: Para) -> str:
    return f"**{block.text}**" if block.bold else block.text


@_markdown.register
def _(block: Bullets) -> str:
    return "\n".join(f"- {item}" for item in block.items)


@_markdown.register
def _(block: Numbered) -> str:
    return "\n".join(f"{label} {text}" for label, text in block.items)


@_markdown.register
def _(block: Grid) -> str:
    rows = [block.header, ("---",) * len(block.header)]
    rows += [tuple((cell or "").replace("\n", "; ") for cell in row.cells) for row in block.rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
