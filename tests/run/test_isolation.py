"""Real worker processes: what hangs, crashes or eats memory is stopped, and the rest goes on."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from pipeline.errors import PublishError
from pipeline.run import processes
from pipeline.run.isolation import Failure, Task, Workers, guarded


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


def call(function: Callable[..., object], *args: object, seconds: float) -> object:
    with Workers(1, 512) as workers:
        ((_, answer),) = workers.each([Task("call", function, args, seconds)])
    return answer


def test_a_call_returns_its_result_from_another_process() -> None:
    assert call(double, 21, seconds=30) == 42
    assert call(pid, seconds=30) != os.getpid()


@pytest.mark.parametrize("function", [hang, hang_deaf])
def test_a_call_that_hangs_is_stopped(function: Callable[..., object]) -> None:
    began = time.monotonic()
    assert call(function, seconds=1) == Failure("time", "1 seconds")
    assert time.monotonic() - began < 15


def test_a_call_that_eats_memory_is_stopped() -> None:
    assert call(eat_memory, seconds=60) == Failure("memory", "512 MB")


def test_a_call_that_crashes_is_told_by_its_signal() -> None:
    assert call(crash, seconds=30) == Failure("crash", "SIGSEGV, with 512 MB of memory")


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


def test_a_machine_that_starts_no_process_is_told_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(processes._Popen, "_launch", full)
    with pytest.raises(PublishError, match=r"temporarily unavailable.*free some memory"):
        call(double, 21, seconds=30)


def test_the_pool_goes_on_after_a_worker_died_with_nothing_to_do() -> None:
    with Workers(1, 512) as workers:
        ((_, process),) = workers.each([Task("pid", pid, (), 30.0)])
        assert isinstance(process, int)
        os.kill(process, signal.SIGKILL)
        time.sleep(1)
        assert list(workers.each([Task("double", double, (21,), 30.0)])) == [("double", 42)]
