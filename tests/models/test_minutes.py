"""The trained pipeline as it is shipped."""

from __future__ import annotations

import json
import re
import resource
from pathlib import Path

import pytest

from models.judge import judge, trained

MODELS = Path(__file__).parent.parent.parent / "models"


def test_the_artefact_is_under_ten_megabytes() -> None:
    files = [p for p in (MODELS / "minutes").rglob("*") if p.is_file()]

    assert sum(p.stat().st_size for p in files) < 10_000_000


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("HR to chase the fencing firm about the broken stile.", "action"),
        ("JT would expedite the boathouse keys.", "action"),
        ("Cllr Quill agreed to speak to the harbour master.", "action"),
        ("All were in agreement that the kiosk be repainted.", "decision"),
        ("The skittles club grant was approved unanimously.", "decision"),
        ("Cllr Tarn reported that the ferry had been late all week.", "narrative"),
        ("The otter survey would help to shape the river strategy.", "narrative"),
    ],
)
def test_invented_sentences_are_told_apart(sentence: str, kind: str) -> None:
    cats = trained()(sentence).cats

    assert max(cats, key=lambda k: cats[k]) == kind


def test_the_owner_is_marked() -> None:
    (judged,) = judge(["The Head of Moorings undertook to send members the tide tables."])

    assert judged.owner == "The Head of Moorings"


def test_judging_is_the_same_in_any_company() -> None:
    sentences = ["HR to chase the fencing firm.", "The swifts are back.", "x " * 600]

    together = judge(sentences)

    assert together == [judge([s])[0] for s in sentences]
    assert together[2].action == together[2].decision == 0


def test_the_card_tells_the_figures_of_the_artefact() -> None:
    meta = json.loads((MODELS / "minutes" / "meta.json").read_text())
    card = (MODELS / "README.md").read_text()
    rows = re.findall(r"^\| (\w+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", card, re.MULTILINE)

    assert {name for name, *_ in rows} >= {"action", "decision", "narrative", "owner"}
    for name, *cells in rows:
        shown = [float(cell) for cell in cells]
        assert shown == [meta["performance"][f"{name}_{figure}"] for figure in "prf"], name


def test_loading_it_costs_little_memory() -> None:
    trained()

    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert megabytes < 1024
