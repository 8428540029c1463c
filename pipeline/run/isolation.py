"""Work done where it can be killed: a function in a process of its own, bounded in time and memory.

A damaged paper can make a PDF library hang, crash, or fill the memory; no Python exception can
stop that, so each paper is read in a worker process and the run goes on without it.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from types import TracebackType
from typing import Generic, Literal, TypeVar

from pebble import ProcessExpired, ProcessPool

from pipeline.errors import PublishError
from pipeline.run.processes import Context

MEMORY_EXIT = 86
"""The exit status of a worker that ran out of its memory."""
TASKS_PER_WORKER = 50
"""A worker is renewed after so many papers, so that small leaks never add up."""

Result = TypeVar("Result")


@dataclass(frozen=True)
class Task(Generic[Result]):
    """A call to make in a worker. Function and arguments must be picklable."""

    key: str
    """By which the caller knows the result again."""
    function: Callable[..., Result]
    arguments: tuple[object, ...]
    seconds: float
    """Wall time after which the worker is killed."""


@dataclass(frozen=True)
class Failure:
    """Why a task has no result."""

    kind: Literal["time", "memory", "crash"]
    detail: str
    """The limit that was hit, or how the worker ended."""


class Workers:
    """A pool of worker processes; starts them at the first task, stops them on leaving."""

    def __init__(self, count: int, megabytes: int, preload: tuple[str, ...] = ()) -> None:
        """`count` workers of `megabytes` each; `preload` names modules that all will need."""
        self._count = count
        self._megabytes = megabytes
        # A worker forked from the fork server already has the modules.
        self._context = Context()
        self._context.set_forkserver_preload(list(preload))
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def each(self, tasks: Iterable[Task[Result]]) -> Iterator[tuple[str, Result | Failure]]:
        """Do all tasks; yield (key, result or failure) as each one ends, in any order.

        An exception that a task raises is raised here: a function that may fail must say so in
        its result. Raises PublishError when no worker can be started.
        """
        waiting = deque(tasks)
        retried: set[str] = set()
        running: dict[Future[Result], Task[Result]] = {}
        while waiting or running:
            self._renew(idle=not running)
            while waiting and len(running) < 2 * self._count:
                try:
                    future = self._schedule(waiting[0])
                except RuntimeError as error:
                    if running:
                        break  # the pool just broke: those under way will say so
                    self._stop()
                    raise PublishError(
                        f"no worker process can be started ({error.__cause__ or error}); free some "
                        "memory, or allow more processes, and run the command again"
                    ) from error
                running[future] = waiting.popleft()
            ended, _ = wait(running, return_when=FIRST_COMPLETED)
            broken = []
            for future in ended:
                task = running.pop(future)
                try:
                    yield task.key, future.result()
                except FutureTimeoutError:
                    yield task.key, Failure("time", f"{task.seconds:g} seconds")
                except ProcessExpired as expired:
                    yield task.key, self._explain(expired.exitcode)
                except BrokenProcessPool:
                    broken.append(task)
            if broken:
                # A worker died between two tasks and took the pool with it, whichever task was
                # to blame: all that were under way get one more chance, one at a time after that.
                broken += running.values()
                running.clear()
                self._stop()
                for task in broken:
                    if task.key in retried:
                        yield task.key, Failure("crash", "its worker could not be kept alive")
                    else:
                        retried.add(task.key)
                        waiting.appendleft(task)

    def _schedule(self, task: Task[Result]) -> Future[Result]:
        if self._pool is None:
            self._pool = ProcessPool(
                max_workers=self._count,
                max_tasks=TASKS_PER_WORKER,
                initializer=_bound,
                initargs=(self._megabytes,),
                context=self._context,
            )
        future: Future[Result] = self._pool.schedule(
            task.function, args=task.arguments, timeout=task.seconds
        )
        return future

    def _renew(self, *, idle: bool) -> None:
        """Drop a pool that broke while it was idle."""
        if idle and self._pool is not None and not self._pool.active:
            self._stop()

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None

    def _explain(self, exitcode: int | None) -> Failure:
        if exitcode == MEMORY_EXIT:
            return Failure("memory", f"{self._megabytes} MB")
        ended = _signal_name(-exitcode) if exitcode and exitcode < 0 else f"exit status {exitcode}"
        return Failure("crash", f"{ended}, with {self._megabytes} MB of memory")


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def guarded(function: Callable[[], Result]) -> Result:
    """Call `function`; when memory runs out, end this worker so that the next one is fresh."""
    try:
        return function()
    except MemoryError:
        os._exit(MEMORY_EXIT)


def _bound(megabytes: int) -> None:
    """Set up a worker: its memory limit, and its end when the main process is gone."""
    most = megabytes << 20
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main = multiprocessing.parent_process()
    if main is not None:
        threading.Thread(target=_end_with, args=(main.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
