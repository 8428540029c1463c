"""Digests of the pipeline's own code and models: when they change, so may what it makes."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable

from pipeline.models import model_file

PUBLISHING = ("pipeline.resolve", "pipeline.store")
"""What resolves facts and shapes tables."""
WEIGHTS = ("confidence.toml", "rules.toml")
"""The models that publishing applies."""
READING = ("pipeline.read", "pipeline.segment", "pipeline.extract")
"""What turns a paper into facts, and says in which version."""


def digest(packages: tuple[str, ...], models: tuple[str, ...] = ()) -> str:
    """Digest of every Python and SQL file in `packages`, without loading any, and of `models`."""
    seen = hashlib.blake2b(digest_size=16)
    for name in models:
        seen.update(name.encode() + b"\0" + model_file(name).read_bytes())
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
