"""Real worker processes: what hangs, crashes or eats memory is stopped, and the rest goes on."""

from __future__ import annotations

import os
import signal
import time

import pytest

from pipeline.run.isolation import Failure, Task, Workers, call, guarded


def double(number: int) -> int:
    return number * 2


def hang() -> None:
    while True:
        time.sleep(60)


def hang_deaf() -> None:
    """Hang as native code does: deaf to every signal that can be ignored."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    hang()


def eat_memory() -> int:
    return guarded(lambda: len([bytearray(1 << 24) for _ in range(4096)]))


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def pid() -> int:
    return os.getpid()


def is_gone(process: int) -> bool:
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_a_call_returns_its_result_from_another_process() -> None:
    assert call(double, 21, seconds=30, megabytes=512) == 42
    assert call(pid, seconds=30, megabytes=512) != os.getpid()


@pytest.mark.parametrize("function", [hang, hang_deaf])
def test_a_call_that_hangs_is_stopped(function: object) -> None:
    began = time.monotonic()
    assert call(function, seconds=1, megabytes=512) == Failure("time", "1 seconds")
    assert time.monotonic() - began < 15


def test_a_call_that_eats_memory_is_stopped() -> None:
    assert call(eat_memory, seconds=60, megabytes=512) == Failure("memory", "512 MB")


def test_a_call_that_crashes_is_told_by_its_signal() -> None:
    assert call(crash, seconds=30, megabytes=512) == Failure(
        "crash", "SIGSEGV, with 512 MB of memory"
    )


def test_the_rest_goes_on_around_the_bad_ones() -> None:
    tasks = [Task(f"good{i}", double, (i,), 30.0) for i in range(20)]
    tasks[3:3] = [Task("hang", hang, (), 1.0), Task("crash", crash, (), 30.0)]
    tasks[9:9] = [Task("crash again", crash, (), 30.0), Task("memory", eat_memory, (), 60.0)]
    with Workers(2, 512) as workers:
        answers = dict(workers.each(tasks))
    assert {k: v for k, v in answers.items() if not isinstance(v, Failure)} == {
        f"good{i}": 2 * i for i in range(20)
    }
    assert {k: v.kind for k, v in answers.items() if isinstance(v, Failure)} == {
        "hang": "time",
        "crash": "crash",
        "crash again": "crash",
        "memory": "memory",
    }


def test_no_worker_outlives_the_pool() -> None:
    with Workers(2, 512) as workers:
        seen = {answer for _, answer in workers.each([Task("pid", pid, (), 30.0)])}
    assert all(isinstance(process, int) and is_gone(process) for process in seen)
