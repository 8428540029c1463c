"""Which mentions of real papers a reader takes for one piece of business, without their words.

    python -m tests.quality.thread_prints READABLE.toml [MORE.toml...]

makes `threads.json` beside this file. The readable file is kept outside the repository: tables
`[[thread]]` with `label`, `needed` (the thread must be found whole) and `mentions`, each written
`NAME OF PAPER | table | text as printed`. A fingerprint is the SHA-256 of the three, the paper's
name without its suffix and the text without all but letters and digits.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from pathlib import Path

from pipeline.resolve.words import letters

PRINTS = Path(__file__).with_name("threads.json")


def fingerprint(paper: str, table: str, text: str) -> str:
    """Of one fact of one paper, whatever form the paper has."""
    stem = Path(paper).name.rsplit(".", 1)[0]
    return hashlib.sha256("\0".join((stem, table, letters(text))).encode()).hexdigest()[:24]


def main(arguments: list[str]) -> int:
    """Write the fingerprints of all threads in the files."""
    threads = [
        thread
        for name in arguments
        for thread in tomllib.loads(Path(name).read_text(encoding="utf-8"))["thread"]
    ]
    of: dict[str, int] = {}
    for number, thread in enumerate(threads):
        for mention in thread["mentions"]:
            paper, table, text = mention.split(" | ", 2)
            of[fingerprint(paper, table, text)] = number
    needed = [number for number, thread in enumerate(threads) if thread.get("needed")]
    PRINTS.write_text(json.dumps({"thread_of": of, "needed": needed}, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
