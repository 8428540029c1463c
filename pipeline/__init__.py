"""Committee Papers: committee papers into one DuckDB archive, every value with its page and box.

import pipeline

pipeline.ingest(["papers/"], "archive")
with pipeline.open_archive("archive") as archive:
    archive.sql("SELECT * FROM current_resolutions").dicts()

A plain script may do so at its top level: no `if __name__ == "__main__"` is needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.evaluate.evaluation import evaluate as score
    from pipeline.run import ingest
    from pipeline.store.read import Archive, open_archive

__all__ = ["Archive", "__version__", "ingest", "open_archive", "score"]

__version__ = "0.1.0"

_HOMES = {
    "Archive": ("pipeline.store.read", "Archive"),
    "ingest": ("pipeline.run", "ingest"),
    "open_archive": ("pipeline.store.read", "open_archive"),
    # Under another name here, as `pipeline.evaluate` is the package that it lives in.
    "score": ("pipeline.evaluate.evaluation", "evaluate"),
}


def __getattr__(name: str) -> object:
    # Loaded at first use: opening an archive must not wait for the PDF libraries.
    if name not in _HOMES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return __all__
