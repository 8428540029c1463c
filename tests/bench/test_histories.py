"""What measures the histories of milestones."""

from random import Random

from bench.histories import Share
from bench.made_reports import reworded, score
from pipeline.records import Milestone

TEXTS = (
    "Review the contract for school meals with the heads of the twelve schools",
    "Publish a map of the footpaths that the council looks after",
    "Replace the boilers of both swimming baths",
    "Train all members of staff in the use of the new register",
    "Complete the survey of trees in the northern wards",
    "Appoint an officer for empty homes",
    "Write to residents before each closure of a street",
    "Agree with the bus company on stops at the new estate",
)
ROWS = [Milestone(milestone=text, activity="Works") for text in TEXTS]


def test_shares_of_nothing_are_whole():
    assert (Share(0, 0, 0).precision, Share(0, 0, 0).recall, Share(0, 0, 0).f1) == (1.0, 1.0, 1.0)
    assert Share(4, 2, 1).f1 == 1 / 3


def test_made_reports_are_the_same_each_time_and_well_linked():
    pairs = score(ROWS, 0.1, shuffled=True)
    assert pairs == score(ROWS, 0.1, shuffled=True)
    assert pairs.gold > 50
    assert Share(pairs.gold, pairs.found, pairs.right).f1 >= 0.98


def test_of_made_reports_much_reworded_none_is_wrongly_joined():
    pairs = score(ROWS, 0.2, shuffled=True)
    assert pairs.right == pairs.found > 0.9 * pairs.gold


def test_rewording_changes_words_and_keeps_some():
    random = Random(1)
    for text in TEXTS:
        assert set(reworded(text, random).split()) & set(text.split())
    assert any(reworded(text, Random(2)) != text for text in TEXTS)
