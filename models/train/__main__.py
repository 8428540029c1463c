"""Train `models/minutes` and write its figures down: `python -m models.train`.

The pipeline is trained twice. First without one in eight of the wordings, to measure on sentences
made of those; then on all of them, and this one is kept. The same chances are taken every time.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language

from models.train.fit import SEED, blank, train
from models.train.sentences import KINDS, Sentence, made
from models.train.weak import weakly_labelled

MODELS = Path(__file__).parent.parent
COUNT = 40_000
"""Sentences made for one training; each is seen once."""
HELD_OUT = 4_000
"""Sentences made of held-out wordings to measure on."""
WEAK_TIMES = 4
"""How often each weakly labelled sentence is seen."""


def main() -> int:
    """Train, measure, and write the pipeline and its figures."""
    began = time.monotonic()
    weak = list(weakly_labelled())
    measured = blank()
    train(measured, _mixed(made(COUNT, SEED), weak))
    print(f"trained once in {time.monotonic() - began:.0f} s")
    figures = score(measured, list(made(HELD_OUT, SEED + 1, held_out=True)))
    kept = blank()
    everything = [*made(COUNT, SEED), *made(COUNT // 7, SEED + 2, held_out=True)]
    train(kept, _mixed(everything, weak))
    kept.meta.update(
        name="minutes",
        version="1",
        description="Tells requests, promises and decisions in minutes from narrative",
        author="The Committee Papers team",
        license="MIT",
        performance=figures,
    )
    kept.to_disk(MODELS / "minutes")
    write_card(figures, len(weak))
    print(f"trained in {time.monotonic() - began:.0f} s")
    return 0


def _mixed(sentences: Iterable[Sentence], weak: Sequence[Sentence]) -> list[Sentence]:
    every = [*sentences, *(list(weak) * WEAK_TIMES)]
    random.Random(SEED).shuffle(every)
    return every


def score(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Precision, recall and F1 of each kind at one half, and of owners, rounded to 3 places."""
    docs = list(nlp.pipe(s.text for s in sentences))
    figures: dict[str, float] = {}
    for kind in KINDS:
        pairs = [
            (kind in s.kinds, d.cats[kind] >= 0.5) for s, d in zip(sentences, docs, strict=True)
        ]
        hits = sum(gold and found for gold, found in pairs)
        _add(figures, kind, hits, sum(f for _, f in pairs), sum(g for g, _ in pairs))
    owners = [set(s.owners) for s in sentences]
    found = [{(e.start_char, e.end_char) for e in d.ents} for d in docs]
    hits = sum(len(a & b) for a, b in zip(owners, found, strict=True))
    _add(figures, "owner", hits, sum(map(len, found)), sum(map(len, owners)))
    return figures


def _add(figures: dict[str, float], name: str, hits: int, found: int, gold: int) -> None:
    figures[f"{name}_p"] = round(hits / found, 3) if found else 0.0
    figures[f"{name}_r"] = round(hits / gold, 3) if gold else 0.0
    figures[f"{name}_f"] = round(2 * hits / (found + gold), 3) if found + gold else 0.0


def write_card(figures: dict[str, float], weak: int) -> None:
    """Put the figures between their marks in the card."""
    lines = ["| on held-out wordings | precision | recall | F1 |", "|---|---:|---:|---:|"]
    for name in (*KINDS, "owner"):
        cells = " | ".join(f"{figures[f'{name}_{f}']:.3f}" for f in "prf")
        lines.append(f"| {name} | {cells} |")
    lines += ["", f"Trained on {COUNT:,} made sentences and {weak} weakly labelled ones."]
    card = MODELS / "README.md"
    marked = re.compile(r"(<!-- figures -->\n).*?(<!-- end figures -->)", re.DOTALL)
    text = marked.sub(
        lambda m: f"{m[1]}\n" + "\n".join(lines) + f"\n\n{m[2]}", card.read_text(encoding="utf-8")
    )
    card.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
