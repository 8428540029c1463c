"""Worker processes that don't load the caller's main program.

`multiprocessing` imports `__main__` again in each process that it starts. A plain script that
calls `pipeline.ingest` at its top level would so begin a second ingestion in every worker. What
the workers call stands in this package, so they need nothing of the caller's program.
"""

from __future__ import annotations

import threading
from multiprocessing import popen_forkserver, process, spawn
from multiprocessing.context import ForkServerContext, ForkServerProcess
from typing import Any

_MAIN = ("init_main_from_name", "init_main_from_path")
"""What tells a new process which main program to import."""
_swapped = threading.Lock()


class _Popen(popen_forkserver.Popen):
    def _launch(self, process_obj: process.BaseProcess) -> None:
        with _swapped:
            whole = spawn.get_preparation_data

            def without_main(name: str) -> dict[str, Any]:
                return {key: value for key, value in whole(name).items() if key not in _MAIN}

            spawn.get_preparation_data = without_main
            try:
                super()._launch(process_obj)  # type: ignore[misc]
            finally:
                spawn.get_preparation_data = whole


class _Process(ForkServerProcess):
    @staticmethod
    def _Popen(process_obj: process.BaseProcess) -> _Popen:  # noqa: N802 - multiprocessing's name
        return _Popen(process_obj)


class Context(ForkServerContext):
    """Processes forked from a server that holds no threads, no locks and no open archive."""

    Process = _Process
