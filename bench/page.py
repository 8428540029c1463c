"""docs/quality.md: the places in it that measurements fill."""

from __future__ import annotations

import re
import sys
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "quality.md"


def write(name: str, lines: list[str]) -> None:
    """Put lines between `<!-- NAME -->` and `<!-- end NAME -->`; leaves with 1 where that lacks."""
    text = PAGE.read_text(encoding="utf-8")
    marked = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
    if not marked.search(text):
        sys.exit(f"{PAGE} has no place for {name}: put <!-- {name} --> and its end in it")
    shown = "\n".join(lines)
    PAGE.write_text(marked.sub(lambda m: f"{m[1]}\n{shown}\n\n{m[2]}", text), encoding="utf-8")
