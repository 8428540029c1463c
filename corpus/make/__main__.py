"""Rebuild the corpus: `python -m corpus.make`, or with names of papers to make only those."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from .build import CORPUS, build, meeting_keys, write_json
from .catalogue import CATALOGUE
from .histories import plan_histories
from .threads import action_threads, milestone_histories
from .versions import versions

_EPOCH = "1793523600"


def main(names: list[str]) -> int:
    """Make the named papers, or all of them, and what spans them."""
    unknown = set(names) - {entry.name for entry in CATALOGUE}
    if unknown:
        print(f"no such paper: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    os.environ["SOURCE_DATE_EPOCH"] = _EPOCH
    for folder in ("papers", "gold"):
        (CORPUS / folder).mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as workdir:
        for entry in CATALOGUE:
            if not names or entry.name in names:
                build(entry, Path(workdir))
                print(entry.name)
    write_json(CORPUS / "threads.json", action_threads(meeting_keys(), CORPUS / "gold"))
    write_json(CORPUS / "histories.json", milestone_histories())
    write_json(CORPUS / "milestones.json", plan_histories())
    write_json(CORPUS / "versions.json", versions())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
