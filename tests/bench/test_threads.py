"""How threads are scored."""

import pytest

from bench.threads import FEATURES, bcubed, made
from pipeline.resolve.threads.folding import fold
from pipeline.resolve.threads.likeness import LIMITS


def test_bcubed_counts_wrong_joins_and_missed_ones() -> None:
    right = bcubed([("a", "1"), ("a", "1"), ("b", "2")])
    assert (right.precision, right.recall, right.f1) == (1.0, 1.0, 1.0)
    joined = bcubed([("a", "1"), ("a", "1"), ("b", "1")])
    assert joined.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert joined.recall == 1.0
    split = bcubed([("a", "1"), ("a", "2"), ("b", "3")])
    assert (split.precision, split.recall) == (1.0, pytest.approx(2 / 3))


def test_each_feature_is_switched_off_by_limits_of_its_own() -> None:
    assert FEATURES["all features"] == LIMITS
    assert len(set(FEATURES.values())) == len(FEATURES)


def test_made_actions_come_back_in_threads() -> None:
    mentions = made(400)
    threads = fold(mentions)
    assert sum(len(thread.members) for thread in threads) == 400
    assert len(threads) < 360
