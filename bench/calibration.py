"""How often facts are right, by rule and weak signal: logistic regression with a ridge.

The ridge draws the weight of a rule that was seen seldom towards that of its extractor, and this
towards all. It is the shrinkage that rates from few cases need: a rule seen right three times of
three isn't certain.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from pipeline.resolve.confidence import Calibration

Feature = tuple[str, str, str]
"""'extractor', 'rule' or 'signal'; the extractor; the name of the rule or signal."""
Floats = npt.NDArray[np.float64]

SEEN = 8
"""Facts with a signal, below which the signal gets no weight."""
ROUNDS = 50


@dataclass(frozen=True)
class Sample:
    """One fact of an archive that gold judges."""

    extractor: str
    rule: str
    signals: tuple[str, ...]
    council: str
    right: bool
    weight: float = 1.0
    """How much it counts in fitting."""
    table: str = ""


@dataclass(frozen=True)
class Weight:
    """What is known of one feature: how often it was seen and right, and its log-odds."""

    rows: int
    right: int
    log_odds: float


@dataclass(frozen=True)
class Fitted:
    """The weights of all features."""

    overall: Weight
    features: dict[Feature, Weight]

    def calibration(self) -> Calibration:
        """As the pipeline applies it."""
        by = {kind: {} for kind in ("extractor", "rule", "signal")}
        for (kind, extractor, name), weight in self.features.items():
            by[kind][extractor, name] = weight.log_odds
        extractors = {extractor: odds for (extractor, _), odds in by["extractor"].items()}
        return Calibration(self.overall.log_odds, extractors, by["rule"], by["signal"])


def features_of(sample: Sample) -> list[Feature]:
    """The features that one fact has."""
    found = [("extractor", sample.extractor, "")]
    if sample.rule:
        found.append(("rule", sample.extractor, sample.rule))
    return found + [("signal", sample.extractor, signal) for signal in sample.signals]


def fit(samples: Sequence[Sample], ridge: float) -> Fitted:
    """Weights in log-odds, by Newton's method on the penalised likelihood; at least one sample."""
    counts: dict[Feature, list[int]] = defaultdict(lambda: [0, 0])
    for sample in samples:
        for feature in features_of(sample):
            counts[feature][0] += 1
            counts[feature][1] += sample.right
    known = sorted(f for f, (rows, _) in counts.items() if f[0] != "signal" or rows >= SEEN)
    place = {feature: at + 1 for at, feature in enumerate(known)}
    alike = _alike(samples)
    table = np.zeros((len(alike), len(known) + 1))
    table[:, 0] = 1.0
    for row, features in enumerate(alike):
        for feature in features:
            if feature in place:
                table[row, place[feature]] = 1.0
    weights = np.array([right + wrong for right, wrong in alike.values()])
    right = np.array([right for right, _ in alike.values()]) / weights
    # Laplace's rule: one more fact right and one more wrong, so that no rate is nought or one.
    more = np.zeros((2, table.shape[1]))
    more[:, 0] = 1.0
    odds = _newton(
        np.vstack([table, more]),
        np.append(right, [1.0, 0.0]),
        np.append(weights, [1.0, 1.0]),
        ridge,
    )
    total = Weight(len(samples), sum(s.right for s in samples), float(odds[0]))
    return Fitted(total, {f: Weight(*counts[f], float(odds[place[f]])) for f in known})


def _alike(samples: Sequence[Sample]) -> dict[tuple[Feature, ...], tuple[float, float]]:
    """What the right and the wrong facts of the same features weigh: thousands make hundreds."""
    sums: dict[tuple[Feature, ...], tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for sample in samples:
        features = tuple(features_of(sample))
        right, wrong = sums[features]
        weight = sample.weight
        sums[features] = (right + weight, wrong) if sample.right else (right, wrong + weight)
    return sums


def _newton(table: Floats, right: Floats, weights: Floats, ridge: float) -> Floats:
    penalty = np.full(table.shape[1], ridge)
    penalty[0] = 0.0  # what holds overall is not drawn anywhere
    share = float((weights * right).sum() / weights.sum())
    odds = np.zeros(table.shape[1])
    odds[0] = np.log(share / (1.0 - share))
    for _ in range(ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-table @ odds))
        slope = table.T @ (weights * (right - chance)) - penalty * odds
        curve = (table * (weights * chance * (1.0 - chance))[:, None]).T @ table
        step = np.linalg.solve(curve + np.diag(penalty), slope)
        odds += np.clip(step, -2.0, 2.0)
        if float(np.abs(step).max()) < 1e-6:
            break
    return odds


def spread(samples: Sequence[Sample]) -> list[Sample]:
    """The samples, those of one council and extractor counting as the square root of their number.

    They err together: where a list is misread all its names are, and a hundred facts of one council
    tell less than ten of each of ten.
    """
    alike = Counter((s.council, s.extractor) for s in samples)
    return [replace(s, weight=2 * s.weight / alike[s.council, s.extractor] ** 0.5) for s in samples]


def predict(fitted: Fitted, samples: Sequence[Sample]) -> Floats:
    """The confidence that the pipeline would give each sample."""
    applied = fitted.calibration()
    return np.array([applied.confidence(s.extractor, s.rule, s.signals, 1.0) for s in samples])


def out_of_fold(samples: Sequence[Sample], ridge: float) -> Floats:
    """The confidence of each sample, fitted on all councils but its own."""
    found = np.zeros(len(samples))
    for council in sorted({s.council for s in samples}):
        rest = [s for s in samples if s.council != council]
        own = [at for at, s in enumerate(samples) if s.council == council]
        if not rest:
            continue
        fitted = fit(rest, ridge)
        found[own] = predict(fitted, [samples[at] for at in own])
    return found


def brier(chances: Floats, samples: Sequence[Sample]) -> float:
    """The mean squared distance between chance and outcome: 0 is perfect."""
    right = np.array([float(s.right) for s in samples])
    return float(((chances - right) ** 2).mean())


@dataclass(frozen=True)
class Bin:
    """Facts of like confidence."""

    low: float
    high: float
    """Where the bin begins and ends."""
    rows: int
    said: float
    """Their mean confidence."""
    right: float
    """The share of them that is right."""


EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)
"""Where the bins of the reliability plot begin and end; most facts stand near the upper end."""


def bins(chances: Floats, samples: Sequence[Sample]) -> list[Bin]:
    """Facts by confidence; a bin without any is left out."""
    found = []
    for low, high in itertools.pairwise(EDGES):
        here = [
            at
            for at, chance in enumerate(chances)
            if low <= chance < high or (high == EDGES[-1] and chance == high)
        ]
        if here:
            said = float(np.mean([chances[at] for at in here]))
            right = float(np.mean([samples[at].right for at in here]))
            found.append(Bin(low, high, len(here), said, right))
    return found


def calibration_error(chances: Floats, samples: Sequence[Sample]) -> float:
    """The expected calibration error: how far, on average, bins lie from what they say."""
    each = bins(chances, samples)
    return sum(b.rows * abs(b.said - b.right) for b in each) / max(1, sum(b.rows for b in each))
