"""Renew what the README shows, from the sample papers: `python docs/img/make.py`.

`overview.svg` is the first screen of `papers overview`; `evidence.png` is part of a page with the
boxes of `papers show paper ... --evidence`; each ```console block is given what its command prints.
"""

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
LINES, COLUMNS = 38, 92
PAPERS = [sys.executable, "-c", "from pipeline.cli import main; main()"]
THEME = TerminalTheme(
    (255, 255, 255),
    (11, 12, 12),
    [
        (11, 12, 12),
        (212, 53, 28),
        (0, 112, 60),
        (150, 90, 0),
        (29, 112, 184),
        (76, 44, 146),
        (0, 100, 110),
        (80, 90, 95),
    ],
)
# Rich's own template fetches a font from another server; this one takes what the reader has.
TEMPLATE = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" role="img"
 xmlns="http://www.w3.org/2000/svg" aria-label="The first screen of papers overview">
<style>
.{unique_id}-matrix {{ font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace;
 font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
<rect width="{width}" height="{height}" rx="8" fill="#ffffff" stroke="#b1b4b6"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""


def papers(place: Path, *arguments: str, columns: int = 80, colour: bool = False) -> str:
    """What a `papers` command prints in the folder `place`, on a terminal of so many columns."""
    setting = {"COLUMNS": str(columns), "PYTHONPATH": str(ROOT)}
    if colour:
        setting["FORCE_COLOR"] = "1"
    done = subprocess.run(  # noqa: S603 - our own command
        [*PAPERS, *arguments],
        env={**os.environ, **setting},
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    return done.stdout


def ingest(place: Path) -> None:
    """Make `place`/archive from the sample papers, which stand there as corpus/papers."""
    (place / "corpus").symlink_to(ROOT / "corpus", target_is_directory=True)
    papers(place, "ingest", "corpus/papers")


def with_output(readme: str, place: Path) -> str:
    """The README with what each command of its console blocks prints there."""

    def block(match: re.Match[str]) -> str:
        command = match[1]
        lines = papers(place, *shlex.split(command)[1:]).splitlines()
        printed = "\n".join(line.rstrip() for line in lines)
        return f"```console\n$ {command}\n{printed}\n```"

    return re.sub(r"```console\n\$ (papers .*)\n(?:.*\n)*?```", block, readme)


def save_overview(place: Path) -> None:
    """Write the first screen of the overview as SVG."""
    lines = papers(place, "overview", columns=COLUMNS, colour=True).splitlines()[:LINES]
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(f"$ papers overview | head -{LINES}", style="bold", highlight=False)
    console.print(Text.from_ansi("\n".join(lines)))
    svg = console.export_svg(theme=THEME, code_format=TEMPLATE, unique_id="overview")
    (HERE / "overview.svg").write_text(svg, encoding="utf-8")


def save_evidence(place: Path) -> None:
    """Write the lower part of one page with its boxes, small enough for a README."""
    papers(place, "show", "paper", "iab-2024-09-10-minutes", "--evidence", "evidence")
    with Image.open(next((place / "evidence").glob("*-p002.png"))) as page:
        width, height = page.size
        part = page.crop((100, round(height * 0.415), width - 100, round(height * 0.626)))
    part.quantize(64).save(HERE / "evidence.png", optimize=True)


def main() -> None:
    """Ingest the sample papers into a temporary folder, draw, and renew the README."""
    readme = ROOT / "README.md"
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        ingest(place)
        save_overview(place)
        save_evidence(place)
        text = readme.read_text(encoding="utf-8")
        readme.write_text(with_output(text, place), encoding="utf-8")


if __name__ == "__main__":
    main()
