"""What changed between two archives, told from the two alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from pipeline.digest.changes import compare
from pipeline.digest.model import Digest
from pipeline.extraction import Earlier, Paper, Run, RunEvent
from pipeline.resolve import resolve
from pipeline.store.publish import publish
from pipeline.store.read import open_archive
from tests.resolve.building import BODY, action, header, minutes, paper

RUN = "20310101T030000.000000Z"
NOW = datetime(2031, 1, 1, 3, tzinfo=UTC)
SPRING, SUMMER = date(2021, 3, 4), date(2021, 6, 3)
HEDGE = "The Clerk to obtain three quotes for the hedge at Pond Cottage"


def run(name: str = RUN, *events: RunEvent) -> Run:
    return Run(
        run_id=name, started_at=NOW, finished_at=NOW, outcome="success", papers=1, events=events
    )


def archive(folder: Path, papers: Sequence[Paper], *runs: Run) -> Path:
    publish(folder, resolve(papers, runs or (run("20300101T030000.000000Z"),)))
    return folder


@pytest.fixture
def ask(tmp_path: Path):
    def between(
        before: Sequence[Paper] | None, after: Sequence[Paper], *events: RunEvent
    ) -> Digest:
        new = archive(tmp_path / "after", after, run("20300101T030000.000000Z"), run(RUN, *events))
        with open_archive(new) as now:
            if before is None:
                return compare(None, now, RUN)
            with open_archive(archive(tmp_path / "before", before)) as old:
                return compare(old, now, RUN)

    return between


SPRINGS = minutes("spring", SPRING, HEDGE)


def titles(papers) -> list[str]:
    return [each.title for each in papers]


def test_an_archive_against_itself_is_quiet(ask) -> None:
    found = ask([SPRINGS], [SPRINGS])
    assert found.is_quiet
    assert (found.papers, found.since) == (1, "20300101T030000.000000Z")


def test_everything_is_new_in_the_first_archive(ask) -> None:
    found = ask(None, [SPRINGS])
    assert titles(found.new) == ["spring"]
    assert [(g.body, g.held_on) for g in found.gatherings] == [(BODY, SPRING)]
    assert [task.text for task in found.actions] == [HEDGE]
    assert found.since is None


def test_a_further_record_of_a_meeting_repeats_no_action(ask) -> None:
    again = minutes("spring, signed", SPRING, HEDGE, "The Clerk to write to the school")
    found = ask([SPRINGS], [SPRINGS, again])
    assert titles(found.new) == ["spring, signed"]
    assert found.gatherings == ()
    assert HEDGE not in [task.text for task in found.actions]


def test_an_action_that_comes_back_is_told_once_and_as_that(ask) -> None:
    found = ask([SPRINGS], [SPRINGS, minutes("summer", SUMMER, HEDGE)])
    (task,) = found.again
    assert task.text.endswith("three quotes for the hedge at Pond Cottage")
    assert task.times == 2
    assert found.actions == ()
    assert ask([SPRINGS, minutes("summer", SUMMER, HEDGE)],
               [SPRINGS, minutes("summer", SUMMER, HEDGE)]).again == ()  # fmt: skip


def test_an_update_of_the_program_makes_no_news(ask) -> None:
    more = msgspec.structs.replace(
        SPRINGS,
        facts=(*SPRINGS.facts, *minutes("spring", SPRING, "A new finding to be made").facts),
    )
    found = ask([SPRINGS], [more])
    assert found.actions == ()
    assert found.is_quiet


def test_papers_withdrawn_back_and_replaced(ask) -> None:
    gone = msgspec.structs.replace(SPRINGS, removed_on=date(2030, 12, 31))
    assert titles(ask([SPRINGS], [gone]).removed) == ["spring"]
    assert titles(ask([gone], [SPRINGS]).returned) == ["spring"]
    earlier = (Earlier(SPRINGS.sha256, NOW, NOW),)
    newer = msgspec.structs.replace(minutes("spring 2", SPRING, HEDGE), earlier=earlier)
    found = ask([SPRINGS], [newer])
    assert titles(found.replaced) == ["spring 2"]
    assert found.new == ()
    assert found.actions == ()


def test_what_needs_a_person_is_told_when_it_is_new(ask) -> None:
    bad = paper("bad", status="quarantined")
    hidden = paper("hidden", status="restricted")
    found = ask([SPRINGS], [SPRINGS, bad, hidden])
    assert [each.status for each in found.needing] == ["quarantined"]
    assert [each.status for each in found.withheld] == ["restricted"]
    assert found.new == ()
    later = ask([SPRINGS, bad], [SPRINGS, bad])
    assert later.needing == ()
    assert later.waiting == 1
    assert later.is_quiet


def test_failures_are_those_of_the_runs_since(ask) -> None:
    event = RunEvent(source="a", sha256=None, stage="fetch", outcome="failed", reason="gone")
    refused = RunEvent(source="b", sha256=None, stage="fetch", outcome="restricted", reason="II")
    found = ask([SPRINGS], [SPRINGS], event, refused)
    assert [(each.source, each.reason) for each in found.failures] == [("a", "gone")]
    assert [(each.source, each.reason) for each in found.refused] == [("b", "II")]


def test_a_paper_without_a_title_is_called_by_its_file(ask) -> None:
    address = "https://council.example/documents/g7/Agenda%20frontsheet%204-Mar.pdf?T=0"
    site = msgspec.structs.replace(paper("a", header()), source=address, title=None)
    (found,) = ask(None, [site]).new
    assert (found.title, found.url) == ("Agenda frontsheet 4-Mar.pdf", address)


def test_only_web_addresses_become_links(ask) -> None:
    odd = msgspec.structs.replace(paper("odd", header(), action("x")), source="javascript:alert(1)")
    site = msgspec.structs.replace(paper("site", header()), source="https://council.example/s1.pdf")
    found = {each.title: each.url for each in ask(None, [odd, site]).new}
    assert found == {"odd": None, "site": "https://council.example/s1.pdf"}
