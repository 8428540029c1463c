"""Papers as a web application prints them: HTML, turned into PDF by Chromium."""

from __future__ import annotations

import subprocess
from functools import singledispatch
from html import escape
from pathlib import Path

from .blocks import Bullets, Grid, Heading, NewPage, Numbered, Pairs, Paper, Para, Stamp

_STYLE = """
@page { size: A4; margin: 2.2cm 2.2cm 2cm; @bottom-center {
  content: "Page " counter(page); font: 10pt Carlito, Calibri, sans-serif; } }
@page front { @bottom-center { content: ""; } }
@page wide { size: A4 landscape; margin: 1.6cm 1.6cm 1.6cm; }
section.front { page: front; } section.wide { page: wide; }
section + section, .newpage { break-before: page; }
body { font: 11pt/1.35 Carlito, Calibri, sans-serif; margin: 0; }
h2 { font-size: 11pt; margin: 0.9em 0 0.4em; break-after: avoid; }
h2.large { font-size: 17pt; } .center { text-align: center; } .right { text-align: right; }
p { margin: 0 0 0.7em; } ul { margin: 0 0 0.8em; padding-left: 1.4em; }
.stamp { text-align: right; font-weight: bold; }
.numbered td { vertical-align: top; padding: 0 0 0.5em; } .numbered td:first-child { width: 2em; }
.numbered, .pairs, .grid { border-collapse: collapse; width: calc(100% - 2px); margin: 0 0 0.8em; }
.pairs td { vertical-align: top; padding: 1px 8px 1px 0; }
.grid td, .grid th { border: 1px solid #333; padding: 3px 5px; text-align: left;
  vertical-align: top; overflow-wrap: break-word; }
.grid th { background: #e4e8ee; } .small { font-size: 10.5pt; line-height: 1.35; }
.small td { padding: 5px 6px; }
.small tr, .small td { break-inside: auto; orphans: 1; widows: 1; }
.grid { table-layout: fixed; }
"""


def render_html_pdf(paper: Paper, target: Path, workdir: Path) -> None:
    """Write the paper as one HTML page and let Chromium print it."""
    source = workdir / f"{target.stem}.html"
    source.write_text(_page(paper), encoding="utf-8")
    subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            "--disable-component-update",
            "--disable-sync",
            f"--print-to-pdf={target}",
            "--no-pdf-header-footer",
            f"--user-data-dir={workdir}/chromium",
            source.as_uri(),
        ],
        check=True,
        capture_output=True,
    )


def _page(paper: Paper) -> str:
    parts = []
    for section in paper.sections:
        name = "wide" if section.landscape else ("" if section.numbered else "front")
        body = "\n".join(map(_block, section.blocks))
        parts.append(f'<section class="{name}">\n{body}\n</section>')
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(paper.title)}</title><style>{_STYLE}</style></head>\n"
        f"<body>{''.join(parts)}</body></html>\n"
    )


@singledispatch
def _block(block: object) -> str:
    """A block as HTML; each kind of block has its own function below."""
    raise TypeError(f"no HTML for {block!r}")


@_block.register
def _(block: Heading) -> str:
    classes = f"{block.align} large" if block.large else block.align
    return f'<h2 class="{classes}">{escape(block.text)}</h2>'


@_block.register
def _(block: Para) -> str:
    text = escape(block.text)
    return f'<p class="{block.align}">{f"<b>{text}</b>" if block.bold else text}</p>'


@_block.register
def _(block: Stamp) -> str:
    return f'<p class="stamp">{escape(block.text)}</p>'


@_block.register
def _(_block: NewPage) -> str:
    return '<div class="newpage"></div>'


@_block.register
def _(block: Bullets) -> str:
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"


@_block.register
def _(block: Numbered) -> str:
    return _rows("numbered", block.items)


@_block.register
def _(block: Pairs) -> str:
    return _rows("pairs", block.rows, block.left_share)


def _rows(name: str, rows: tuple[tuple[str, str], ...], share: float = 0) -> str:
    columns = f'<col style="width:{share:.0%}"><col>' if share else ""
    cells = (f"<tr><td>{escape(left)}</td><td>{escape(right)}</td></tr>" for left, right in rows)
    return f'<table class="{name}">{columns}{"".join(cells)}</table>'


@_block.register
def _(block: Grid) -> str:
    columns = "".join(f'<col style="width:{share:.0%}">' for share in block.widths)
    head = "".join(f"<th>{escape(text)}</th>" for text in block.header)
    thead = f"<thead><tr>{head}</tr></thead>" if any(block.header) else ""
    rows = []
    for index, row in enumerate(block.rows):
        if row.span:
            text = escape(row.cells[0] or "")
            rows.append(f'<tr><td colspan="{len(block.header)}"><b>{text}</b></td></tr>')
            continue
        cells = []
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            depth = 1
            for below in block.rows[index + 1 :]:
                if below.span or below.cells[column] is not None:
                    break
                depth += 1
            attribute = f' rowspan="{depth}"' if depth > 1 else ""
            text = escape(cell).replace("\n", "<br>")
            cells.append(f"<td{attribute}>{text}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    size = " small" if block.small else ""
    return (
        f'<table class="grid{size}"><colgroup>{columns}</colgroup>{thead}'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )
