"""The scores of the sample papers, and of the real ones where they stand, against those saved.

    python -m bench.baselines

Names every figure that fell, and leaves with 1 where one did. An archive is made anew when the
code, the models or the papers have changed since it was made, for a rule may change without its
version; else the one in build/check is scored again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pipeline
from pipeline.errors import PipelineError
from pipeline.evaluate import find_falls, load_baseline

ROOT = Path(__file__).parent.parent
BASELINES = ROOT / "docs" / "baselines"
KEPT = ROOT / "build" / "check"
REAL = ("papers", "seeds", "real", "pages")


def main() -> int:
    """Score each set of papers that stands here against its baseline."""
    sets = {"corpus": ([ROOT / "corpus" / "papers"], ROOT / "corpus" / "gold")}
    shared = os.environ.get("COMMITTEE_PAPERS_SHARED")
    if shared:
        sets["shared"] = ([Path(shared) / name for name in REAL], Path(shared) / "gold")
    fell = 0
    for name, (papers, gold) in sets.items():
        archive = archive_of(name, papers)
        scored = pipeline.score(archive, gold)
        falls = find_falls(scored, load_baseline(BASELINES / f"{name}.json"))
        for fall in falls:
            print(f"fell: {name}: {fall.name} {fall.before:.4f} -> {fall.now_text}")
        print(f"{name}: {len(scored.papers)} papers scored, {len(falls)} figures fell")
        fell += len(falls)
    if fell:
        print(
            "Mend what fell; `papers evaluate --misses` names each miss. Where the new figures are "
            "right, `make quality` saves them."
        )
    return 1 if fell else 0


def archive_of(name: str, papers: list[Path]) -> Path:
    """The archive of these papers, made by this very code."""
    present = _digest([ROOT / "pipeline", ROOT / "models", *papers])
    stamp = KEPT / name / "made-by.txt"
    if stamp.is_file() and stamp.read_text("utf-8") == present:
        return KEPT / name
    shutil.rmtree(KEPT / name, ignore_errors=True)
    pipeline.ingest([str(path) for path in papers], KEPT / name)
    stamp.write_text(present, encoding="utf-8")
    return KEPT / name


def _digest(folders: list[Path]) -> str:
    seen = hashlib.blake2b(digest_size=16)
    for path in _files(folders):
        seen.update(str(path).encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()


def _files(folders: list[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


if __name__ == "__main__":
    try:
        sys.exit(main())
    except PipelineError as error:
        sys.exit(f"Error: {error}")
