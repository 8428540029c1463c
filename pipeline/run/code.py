"""Digests of the pipeline's own code: when it changes, so may what it makes."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable

PUBLISHING = ("pipeline.resolve", "pipeline.store")
"""What resolves facts and shapes tables."""
READING = ("pipeline.read", "pipeline.segment", "pipeline.extract")
"""What turns a paper into facts, and says in which version."""


def digest(packages: tuple[str, ...]) -> str:
    """Digest of every Python and SQL file in `packages`, without loading any."""
    seen = hashlib.blake2b(digest_size=16)
    for package in packages:
        root, _, name = package.partition(".")
        _add(files(root).joinpath(name), seen)
    return seen.hexdigest()


def _add(folder: Traversable, seen: hashlib.blake2b) -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            _add(entry, seen)
        elif entry.name.endswith((".py", ".sql")):
            seen.update(entry.name.encode() + b"\0" + entry.read_bytes())
