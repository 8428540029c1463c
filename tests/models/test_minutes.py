"""The trained pipeline as it is shipped."""

from __future__ import annotations

import json
import re
import resource
from pathlib import Path

import pytest

from pipeline.judge import judge, trained

MODELS = Path(__file__).parent.parent.parent / "models"


def test_the_artefact_is_under_ten_megabytes() -> None:
    files = [p for p in (MODELS / "minutes").rglob("*") if p.is_file()]

    assert sum(p.stat().st_size for p in files) < 10_000_000


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("HR to chase the fencing firm about the broken stile.", "action"),
        ("Cllr Quill offered to speak to the harbour master before the regatta.", "action"),
        ("The cheaper of the two benches was chosen.", "decision"),
        ("The skittles club grant was approved unanimously.", "decision"),
        ("Cllr Tarn reported that the ferry had been late all week.", ""),
        ("The swifts were back in the tower, the Chairman observed.", ""),
    ],
)
def test_invented_sentences_are_told_apart(sentence: str, kind: str) -> None:
    cats = trained()(sentence).cats

    assert {k for k, sure in cats.items() if sure >= 0.5} == ({kind} if kind else set())


def test_judging_is_the_same_in_any_company() -> None:
    sentences = ["HR to chase the fencing firm.", "The swifts are back.", "x " * 600]

    together = judge(sentences)

    assert together == [judge([s])[0] for s in sentences]
    assert together[2].action == together[2].decision == 0


def test_the_card_tells_the_figures_of_the_artefact() -> None:
    meta = json.loads((MODELS / "minutes" / "meta.json").read_text())
    card = (MODELS / "README.md").read_text()
    rows = re.findall(r"^\| (\w+) ([\d.]+)" + r" \| ([\d.]+)" * 3 + r" \|$", card, re.MULTILINE)

    assert {name for name, *_ in rows} == {"action", "decision"}
    for name, bar, *cells in rows:
        shown = [float(cell) for cell in cells]
        assert shown == [meta["performance"][f"{name}_{bar}_{figure}"] for figure in "prf"], name


def test_loading_it_costs_little_memory() -> None:
    trained()

    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert megabytes < 1024
