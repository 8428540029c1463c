"""Markdown to blocks: headings, lists, and tables set with tabs or pipes."""

from __future__ import annotations

import html
import re

from pipeline.document import Block, Paragraph, Passage
from pipeline.read.columns import set_in_columns, table
from pipeline.read.hyphens import word_set
from pipeline.read.markers import split_marker
from pipeline.read.wrapping import Folding, Line, fold, nested

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")
_INLINE = word_set("a abbr b big cite code del em font i ins mark q s small span strong sub sup u")
_KNOWN = _INLINE | word_set(
    "blockquote br center details div dd dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol p "
    "pre section summary table tbody td tfoot th thead tr ul"
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HASH = re.compile(r" {0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_LIST = re.compile(r"(\s*)[-*+](?:\s+(.*)|$)")


def markdown_blocks(text: str) -> list[Block]:
    """The paragraphs and tables of a Markdown text, in order."""
    lines = _with_bold_joined(text.split("\n"))
    folding = Folding.of([line for line in lines if "\t" not in line and "|" not in line])
    flow: list[Block] = []
    open_lines: list[Line] = []
    rows: list[list[str]] = []
    blank = False

    def close() -> None:
        if rows:
            flow.append(table(rows, ruled=True))
            rows.clear()
        flow.extend(_finished(p) for p in folding.paragraphs(open_lines))
        open_lines.clear()

    for line in lines:
        if not line.strip(" \t") and "\t" not in line:
            blank = True
            if rows:
                close()
            continue
        cells = _cells(line)
        if cells is not None:
            if open_lines:
                close()
            if not _PIPE_RULE.match(line):
                rows.append([inline(cell) for cell in cells])
        elif not _RULE.match(line):
            if rows:
                close()
            open_lines.append(_line(line, blank))
        blank = False
    close()
    return set_in_columns(flow)


def inline(text: str) -> str:
    """`text` without Markdown's and HTML's marks, on one line."""
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub(_tag, text)
    text = _LINK.sub(r"\1", text)
    text = _BOLD.sub(_bold, text)
    text = _ITALIC.sub(r"\1", text).replace("**", "")
    text = _ESCAPE.sub(r"\1", text)
    return fold(html.unescape(text))


def _bold(found: re.Match[str]) -> str:
    """What stands between bold marks; set apart where a heading runs on from the text before."""
    before = found.string[found.start() - 1 : found.start()]
    return (" " if before.isalnum() and " " in found[2] else "") + found[2]


def _tag(found: re.Match[str]) -> str:
    name = found[1].lower()
    if name not in _KNOWN:
        return found[0]
    return "" if name in _INLINE else " "


def _cells(line: str) -> list[str] | None:
    """The cells of a table's row; None for a line that is none."""
    stripped = line.strip()
    if stripped.startswith("|") and stripped.count("|") > 1:
        return re.split(r"(?<!\\)\|", stripped.strip("|"))
    if "\t" not in line:
        return None
    marker, rest = split_marker(line)
    if marker is not None and "\t" not in rest and not line.rstrip(" ").endswith("\t"):
        return None
    return line.strip(" ").split("\t")


def _line(line: str, blank: bool) -> Line:
    if found := _HASH.match(line):
        return Line(inline(found[1]), blank, style="heading")
    line = re.sub(r"^(\s*>)+\s?", "", line)
    indent = None
    listed = _LIST.match(line)
    if listed:
        indent = nested(len(listed[1].expandtabs(4)))
        body = listed[2] or ""
        # '- 3.8. Planning': the dash is Markdown's, the number is the paper's.
        marker, rest = split_marker(_bare(body))
        upper = re.match(r"[IVXA-Z]{1,4}\.(?=\s)", _bare(body))
        if marker is None and upper is None:
            marker, rest = "•", body
        elif upper is not None:
            marker, rest = upper[0], _bare(body)[upper.end() :]
        return Line(f"{marker}  {rest}", blank, indent)
    marker, rest = split_marker(_ESCAPE.sub(r"\1", line))
    bold = _is_bold(line if marker is None else rest) or _is_bold(line)
    if bold:
        return Line(inline(line), blank, style="heading")
    spaces = len(line) - len(line.lstrip())
    return Line(line, blank, nested(spaces) if marker is not None else None)


def _bare(text: str) -> str:
    """`text` without a pair of bold marks around it, or bold marks around its marker."""
    found = re.match(r"\*\*(.+?)\*\*", text)
    if found and (found.end() == len(text.strip()) or split_marker(found[1] + " x")[0]):
        return found[1] + text[found.end() :]
    return _ESCAPE.sub(r"\1", text)


def _is_bold(text: str) -> bool:
    return re.fullmatch(r"\s*(\*\*|__)(?:(?!\1).)+\1\s*", text) is not None


def _finished(paragraph: Paragraph) -> Paragraph:
    return Paragraph(
        Passage(inline(paragraph.text)),
        paragraph.marker,
        paragraph.indent,
        paragraph.style,
    )


def _with_bold_joined(lines: list[str]) -> list[str]:
    """`lines`, with a bold run that goes over a line end put on one line."""
    out: list[str] = []
    open_run = 0
    for line in lines:
        if open_run and line.strip() and out[-1].count("**") % 2:
            out[-1] = f"{out[-1].rstrip()} {line.strip()}"
            open_run -= 1
            continue
        out.append(line)
        open_run = 5 if line.count("**") % 2 and "\t" not in line else 0
    return out
