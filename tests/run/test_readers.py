"""Readers that ask all through the nights: never an error, and always a whole night."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.store.read import open_archive
from tests.replica.council import Council
from tests.replica.server import Replica
from tests.run.nights import run, write_settings
from tests.run.reader import ask

READERS = 3


@contextmanager
def reading(archive: Path, folder: Path, readers: int = READERS) -> Iterator[list[Path]]:
    """Readers and a notebook that ask until the block ends; the files of what they saw."""
    stop = folder / "stop"
    notes = [folder / f"notes-{number}.jsonl" for number in range(readers + 1)]
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.run.reader", archive, stop, path,
             "reopen" if number else "keep"],
            stderr=subprocess.PIPE, text=True,
        )
        for number, path in enumerate(notes)
    ]  # fmt: skip
    try:
        yield notes
    finally:
        stop.touch()
        errors = [process.communicate(timeout=60)[1] for process in started]
        stop.unlink()
    assert [error for error in errors if error] == []


def seen(notes: Path) -> list[list[object]]:
    return [json.loads(line)["seen"] for line in notes.read_text().splitlines()]


def state(archive: Path) -> list[object]:
    with open_archive(archive) as opened:
        return ask(opened)


def test_readers_see_whole_nights_and_no_error(tmp_path: Path) -> None:
    with Replica(Council(per_body=4)).serving() as replica:
        settings = write_settings(tmp_path, replica)
        archive = tmp_path / "archive"
        run(settings, replica, 1)
        states = [state(archive)]
        with reading(archive, tmp_path) as notes:
            for night in (1, 3, 4):
                run(settings, replica, night)
                states.append(state(archive))
        assert len({str(each[1:]) for each in states}) == 3  # the second night brings nothing
        notebook, *others = (seen(path) for path in notes)
        assert notebook
        assert all(each == states[0] for each in notebook)  # what it opened, to the end
        for each in others:
            assert all(one in states for one in each)
            order = [states.index(one) for one in each]
            assert order == sorted(order)  # never back to an older night
        assert any(states[-2] in each for each in others)
