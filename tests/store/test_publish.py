from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import PublishError
from pipeline.store import publish as publishing
from pipeline.store.publish import ARCHIVE_NAME, fresh_path, publish
from pipeline.store.read import open_archive
from tests.store.invented import Invented


def test_the_archive_is_one_file(tmp_path: Path, it: Invented) -> None:
    path = publish(tmp_path / "new", it.rows)
    assert path == tmp_path / "new" / ARCHIVE_NAME
    assert list(path.parent.iterdir()) == [path]


def test_every_given_row_is_published(tmp_path: Path, it: Invented) -> None:
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as archive:
        for table, rows in it.rows.items():
            assert archive.sql(f"SELECT count(*) FROM {table}").rows == ((len(rows),),), table


def test_who_reads_the_old_archive_goes_on_reading_it(tmp_path: Path, it: Invented) -> None:
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as before:
        publish(tmp_path, {})
        assert before.sql("SELECT count(*) FROM meetings").rows == ((3,),)
    with open_archive(tmp_path) as after:
        assert after.sql("SELECT count(*) FROM meetings").rows == ((0,),)


def break_a_box(it: Invented) -> None:
    it.rows["attendance"][0]["x0"] = 999.0


def break_half_a_box(it: Invented) -> None:
    it.rows["evidence"][0]["bottom"] = None


def break_a_page(it: Invented) -> None:
    it.rows["attendance"][0]["page"] = 4
    it.rows["evidence"][0]["page"] = 4


def break_a_confidence(it: Invented) -> None:
    it.rows["resolutions"][0]["confidence"] = 1.5


def break_a_document(it: Invented) -> None:
    it.rows["documents"] = [d for d in it.rows["documents"] if d["document_id"] != "d-summer"]


def break_a_meeting(it: Invented) -> None:
    it.rows["meetings"].pop()


def break_a_person(it: Invented) -> None:
    it.rows["people"].pop()


def break_evidence(it: Invented) -> None:
    it.rows["evidence"].pop()


def break_a_fact(it: Invented) -> None:
    it.rows["recommendations"].pop()


def break_a_thread(it: Invented) -> None:
    it.rows["action_threads"].clear()


def break_a_history(it: Invented) -> None:
    it.rows["milestone_links"].append(dict(it.rows["milestone_links"][0], history_id="h-other"))


def break_a_contradiction(it: Invented) -> None:
    it.rows["contradictions"][0]["change_id"] = "v-none"


def break_a_restriction(it: Invented) -> None:
    it.add("rejected", document_id="d-exempt", part=0, extractor="x/1", text="a", reason="b")


def break_a_quarantine(it: Invented) -> None:
    it.fact("claims", "d-broken", None, "12 milestones", subject="milestones", count=12, page=None)


@pytest.mark.parametrize(
    ("damage", "invariant"),
    [
        (break_a_box, "boxes_are_sane"),
        (break_half_a_box, "boxes_are_sane"),
        (break_a_page, "boxes_are_sane"),
        (break_a_confidence, "confidence_is_a_share"),
        (break_a_document, "documents_exist"),
        (break_a_meeting, "meetings_exist"),
        (break_a_person, "people_exist"),
        (break_evidence, "facts_have_evidence"),
        (break_a_fact, "facts_have_evidence"),
        (break_a_thread, "links_hold"),
        (break_a_history, "links_hold"),
        (break_a_contradiction, "links_hold"),
        (break_a_restriction, "nothing_of_withheld_papers"),
        (break_a_quarantine, "nothing_of_withheld_papers"),
    ],
)
def test_a_broken_invariant_keeps_the_old_archive(
    tmp_path: Path, it: Invented, damage: object, invariant: str
) -> None:
    path = publish(tmp_path, it.rows)
    before = path.read_bytes()
    damage(it)
    with pytest.raises(
        PublishError, match=f"invariant {invariant} is broken by .* first: "
    ) as told:
        publish(tmp_path, it.rows)
    assert told.value.exit_code == 3
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_row_out_of_its_list_of_values_keeps_the_old_archive(
    tmp_path: Path, it: Invented
) -> None:
    path = publish(tmp_path, it.rows)
    it.rows["resolutions"][0]["outcome"] = "shouted"
    with pytest.raises(PublishError, match="resolutions"):
        publish(tmp_path, it.rows)
    assert list(tmp_path.iterdir()) == [path]


def test_a_swap_that_fails_keeps_the_old_archive(
    tmp_path: Path, it: Invented, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = publish(tmp_path, it.rows)

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing, "sync", full)
    with pytest.raises(PublishError, match="No space left"):
        publish(tmp_path, {})
    assert list(tmp_path.iterdir()) == [path]
    with open_archive(tmp_path) as archive:
        assert archive.sql("SELECT count(*) FROM meetings").rows == ((3,),)


def test_leftovers_of_dead_processes_are_removed_and_those_of_the_living_kept(
    tmp_path: Path,
) -> None:
    dead = tmp_path / f"{ARCHIVE_NAME}.new-999999999.wal"
    living = tmp_path / f"{ARCHIVE_NAME}.new-{os.getppid()}"
    dead.touch()
    living.touch()
    path = publish(tmp_path, {})
    assert sorted(tmp_path.iterdir()) == [path, living]


def test_a_published_file_needs_no_log(tmp_path: Path, it: Invented) -> None:
    path = publish(tmp_path, it.rows)
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(path.read_bytes())
    with duckdb.connect(copy, read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM current_attendance").fetchall() == [(6,)]


def test_a_file_half_built_by_a_process_that_died_is_cleared_away(
    tmp_path: Path, it: Invented
) -> None:
    ours = fresh_path(tmp_path)
    dead = ours.with_name(ours.name.replace(str(os.getpid()), "999999999"))
    for path in (ours, dead):
        path.write_bytes(b"half")
    publish(tmp_path, it.rows)
    assert [path.name for path in tmp_path.iterdir()] == ["archive.duckdb"]
