"""Train `models/minutes` and write its figures down: `python -m models.train`.

The pipeline is trained twice. First without one file of passages, to measure on a sort of body that
it knows nothing of; then on all of them, and this one is kept.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from models.train.fit import SEED, trained
from models.train.passages import KINDS, Line, lines, names
from models.train.slots import fill

MODELS = Path(__file__).parent.parent
LEFT_OUT = "parishes"
BARS = (0.5, 0.9)
"""How sure the pipeline must be, in the figures of the card."""


def main() -> int:
    """Train, measure, and write the pipeline and its figures."""
    began = time.monotonic()
    files = {name: list(lines(name)) for name in names()}
    measured = trained([line for name, own in files.items() if name != LEFT_OUT for line in own])
    print(f"trained once in {time.monotonic() - began:.0f} s", flush=True)
    figures = score(measured, files[LEFT_OUT])
    kept = trained([line for own in files.values() for line in own])
    kept.meta.update(
        name="minutes",
        version="2",
        description="Tells decisions and requests in minutes from what is only told",
        author="The Committee Papers team",
        license="MIT",
        performance=figures,
    )
    shutil.rmtree(MODELS / "minutes", ignore_errors=True)
    kept.to_disk(MODELS / "minutes")
    write_card(figures, sum(map(len, files.values())))
    print(f"trained in {time.monotonic() - began:.0f} s")
    return 0


def score(nlp: Language, lines: Sequence[Line]) -> dict[str, float]:
    """Precision, recall and F1 of each kind at each bar, rounded to 3 places."""
    told = [line for line in lines if not line.is_heading]
    rng = random.Random(SEED)
    docs = list(nlp.pipe(fill(line.text, rng) for line in told))
    figures: dict[str, float] = {}
    for kind in KINDS:
        for bar in BARS:
            found = [doc.cats[kind] >= bar for doc in docs]
            gold = [kind in line.kinds for line in told]
            hits = sum(f and g for f, g in zip(found, gold, strict=True))
            name = f"{kind}_{bar:g}"
            figures[f"{name}_p"] = round(hits / max(sum(found), 1), 3)
            figures[f"{name}_r"] = round(hits / max(sum(gold), 1), 3)
            figures[f"{name}_f"] = round(2 * hits / max(sum(found) + sum(gold), 1), 3)
    return figures


def write_card(figures: dict[str, float], count: int) -> None:
    """Put the figures between their marks in the card."""
    rows = ["| kind, how sure | precision | recall | F1 |", "|---|---:|---:|---:|"]
    for kind in KINDS:
        for bar in BARS:
            cells = " | ".join(f"{figures[f'{kind}_{bar:g}_{f}']:.3f}" for f in "prf")
            rows.append(f"| {kind} {bar:g} | {cells} |")
    rows += ["", f"Trained on {count:,} labelled lines and headings."]
    card = MODELS / "README.md"
    marked = re.compile(r"(<!-- figures -->\n).*?(<!-- end figures -->)", re.DOTALL)
    text = marked.sub(
        lambda m: f"{m[1]}\n" + "\n".join(rows) + f"\n\n{m[2]}", card.read_text(encoding="utf-8")
    )
    card.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
