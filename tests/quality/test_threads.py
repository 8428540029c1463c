"""Threads of recurring business: against gold, against a reader, and that they stay."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from bench.threads import sample_of
from pipeline.extraction import Paper
from pipeline.resolve.meetings.arrivals import arrival_order
from pipeline.resolve.meetings.calendar import calendar
from pipeline.resolve.threads.folding import fold
from pipeline.resolve.threads.mentions import mentions
from pipeline.run import papers as manifests
from tests.quality.conftest import CORPUS, Ingested
from tests.quality.thread_prints import PRINTS, fingerprint

MENTIONS = """
SELECT thread_id, source, fact_table, label AS text
FROM action_thread_mentions JOIN facts USING (fact_table, fact_id)
JOIN documents ON documents.document_id = action_thread_mentions.document_id
"""


def papers_of(made: Ingested) -> list[Paper]:
    return manifests.load_all(made.archive, manifests.known(made.archive))


def test_sample_actions_are_in_the_threads_of_gold(corpus: Ingested) -> None:
    measured = sample_of(papers_of(corpus), CORPUS / "threads.json").measure()
    assert measured.precision >= 0.95
    assert measured.f1 >= 0.90


@pytest.mark.parametrize(
    ("words", "state", "reason"),
    [
        ("stile on footpath 7", "closed", "closed by a resolution"),
        ("order the new swings", "open", "raised again"),
        ("Leaflet for private tenants", "closed", "done, says the action log"),
        ("costed options for reopening", "closed", "answered by an agenda item"),
        ("a second silt trap", "open", "raised"),
        ("blocked drain outside the Plough", "open", "raised"),
        ("list of garage sites", "unknown", "not mentioned since"),
    ],
)
def test_planted_ends_of_sample_business_are_found(corpus, words, state, reason) -> None:
    rows = corpus.rows(
        "SELECT DISTINCT state, state_reason, evidence_id FROM action_threads "
        "JOIN action_thread_members USING (thread_id) JOIN actions USING (action_id) "
        f"WHERE contains(lower(text), lower('{words}'))"
    )
    assert [(row["state"], row["state_reason"]) for row in rows] == [(state, reason)]
    assert rows[0]["evidence_id"]


@pytest.mark.parametrize("seed", [1, 2])
def test_sample_papers_that_come_in_one_by_one_move_nothing(corpus: Ingested, seed: int) -> None:
    papers = papers_of(corpus)
    random.Random(seed).shuffle(papers)
    start = datetime(2030, 1, 1, tzinfo=UTC)
    arrived = [
        msgspec.structs.replace(paper, ingested_at=start + timedelta(hours=hour))
        for hour, paper in enumerate(papers)
    ]
    before: dict[str, str] = {}
    for count in range(1, len(arrived) + 1):
        there = arrived[:count]
        found = calendar(there)
        threads = fold(mentions(there, arrival_order(there), found))
        now = {m.fact_id: thread.thread_id for thread in threads for m, _ in thread.members}
        assert before.items() <= now.items()
        before = now


def test_threads_hold_whatever_the_order_of_the_papers(corpus: Ingested) -> None:
    """Other orders give other threads; they should be about as good."""
    papers = papers_of(corpus)
    start = datetime(2030, 1, 1, tzinfo=UTC)
    for seed in range(3):
        random.Random(seed).shuffle(papers)
        arrived = [
            msgspec.structs.replace(paper, ingested_at=start + timedelta(hours=hour))
            for hour, paper in enumerate(papers)
        ]
        measured = sample_of(arrived, CORPUS / "threads.json").measure()
        assert measured.precision >= 0.95
        assert measured.f1 >= 0.85


@pytest.mark.shared
@pytest.mark.parametrize("form", ["seeds", "papers"])
def test_a_reader_finds_the_threads_of_the_boards(
    shared_form: Callable[[str], Ingested], form: str
) -> None:
    prints = json.loads(PRINTS.read_text("utf-8"))
    found: dict[str, list[int]] = defaultdict(list)
    threads: dict[int, set[str]] = defaultdict(set)
    for row in shared_form(form).rows(MENTIONS):
        key = fingerprint(str(row["source"]), str(row["fact_table"]), str(row["text"]))
        if (number := prints["thread_of"].get(key)) is not None:
            found[str(row["thread_id"])].append(number)
            threads[number].add(str(row["thread_id"]))
    wrong = sum(len(each) - max(Counter(each).values()) for each in found.values())
    members = sum(map(len, found.values()))
    assert members >= 60
    assert wrong <= 0.05 * members
    assert {number: len(threads[number]) for number in prints["needed"]} == dict.fromkeys(
        prints["needed"], 1
    )
