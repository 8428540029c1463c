"""How likely a fact is right: its rule and its weak signals, weighed as was measured on gold.

`models/confidence.toml` holds the measured weights in log-odds, `make calibrate` writes it. It is
applied here, to rows and not to papers, so that a new calibration changes `confidence` without
any paper being read again.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pipeline.models import model_file
from pipeline.resolve.signals import row_signals

Rows = list[dict[str, object]]

CERTAIN = 0.995
"""No measure on some thousands of facts can tell that a rule never errs."""


@dataclass(frozen=True)
class Calibration:
    """Weights in log-odds: one for all facts, one by extractor, by rule, and by signal."""

    overall: float
    extractors: Mapping[str, float] = field(default_factory=dict)
    rules: Mapping[tuple[str, str], float] = field(default_factory=dict)
    signals: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """By extractor and signal."""

    def confidence(self, extractor: str, rule: str, signals: Sequence[str], own: float) -> float:
        """The chance, from 0 to 1, that a fact is right.

        `own` is the rule's own estimate: where nothing was measured for the extractor, it counts
        as far as it is lower than what holds overall.
        """
        odds = self.overall + self.extractors.get(extractor, 0.0)
        odds += self.rules.get((extractor, rule), 0.0)
        odds += sum(self.signals.get((extractor, signal), 0.0) for signal in signals)
        share = min(CERTAIN, 1.0 / (1.0 + math.exp(-odds)))
        if extractor not in self.extractors:
            share = min(share, own)
        return round(share, 3)


def load(path: Path) -> Calibration:
    """The calibration in a file that `make calibrate` wrote."""
    with path.open("rb") as file:
        data = tomllib.load(file)
    return Calibration(
        overall=float(data["overall"]["log_odds"]),
        extractors={name: float(entry["log_odds"]) for name, entry in data["extractors"].items()},
        rules=_by_pair(data.get("rules", {})),
        signals=_by_pair(data.get("signals", {})),
    )


Entries = Mapping[str, Mapping[str, Mapping[str, float]]]


def _by_pair(tables: Entries) -> dict[tuple[str, str], float]:
    return {
        (extractor, name): float(entry["log_odds"])
        for extractor, entries in tables.items()
        for name, entry in entries.items()
    }


@cache
def shipped() -> Calibration:
    """The calibration that comes with this version."""
    return load(model_file("confidence.toml"))


@cache
def meanings() -> dict[str, dict[str, str]]:
    """What rules (by extractor) and signals (under 'signals') mean, from `models/rules.toml`."""
    with model_file("rules.toml").open("rb") as file:
        data: dict[str, dict[str, str]] = tomllib.load(file)
    return data


def weigh(tables: Mapping[str, Rows], calibration: Calibration | None = None) -> None:
    """Set `signals` and `confidence` of every fact in `tables`, in place.

    The rows come with the signals of their setting, and with their rule's own estimate.
    """
    calibration = calibration or shipped()
    attending = _by_document(tables.get("attendance", []))
    for table, rows in tables.items():
        for document_id, own in _by_document(rows).items():
            if "confidence" not in own[0]:
                break
            told = row_signals(table, own, attending.get(document_id, []))
            for row, signals in zip(own, told, strict=True):
                _weigh_row(row, signals, calibration)


def _weigh_row(row: dict[str, object], signals: list[str], calibration: Calibration) -> None:
    setting = row["signals"]
    every = [*setting, *signals] if isinstance(setting, list) else signals
    extractor = str(row["extractor"]).partition("/")[0]
    own = float(str(row["confidence"]))
    row["confidence"] = calibration.confidence(extractor, str(row["rule"] or ""), every, own)
    row["signals"] = every


def _by_document(rows: Rows) -> dict[object, Rows]:
    found: dict[object, Rows] = {}
    for row in rows:
        found.setdefault(row.get("document_id"), []).append(row)
    return found


def rule_rows() -> Rows:
    """Rows of `rules`: every rule in words, every signal that was measured, and their figures."""
    with model_file("confidence.toml").open("rb") as file:
        measured = tomllib.load(file)
    told = meanings()
    rows: Rows = []
    for extractor, entries in told.items():
        if extractor != "signals":
            known = measured.get("rules", {}).get(extractor, {})
            rows += [_rule_row(extractor, "rule", n, m, known.get(n)) for n, m in entries.items()]
    for extractor, entries in measured.get("signals", {}).items():
        rows += [
            _rule_row(extractor, "signal", n, told["signals"][n], e) for n, e in entries.items()
        ]
    return rows


def _rule_row(
    extractor: str, kind: str, name: str, meaning: str, entry: Mapping[str, float] | None
) -> dict[str, object]:
    return {
        "extractor": extractor,
        "kind": kind,
        "name": name,
        "meaning": meaning,
        "judged": entry["rows"] if entry else None,
        "correct": entry["right"] if entry else None,
        "log_odds": entry["log_odds"] if entry else None,
    }
