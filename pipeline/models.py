"""Where the files of `models/` stand: in the installed package, or in the checkout."""

from __future__ import annotations

import hashlib
from pathlib import Path

_PACKAGED = Path(__file__).parent / "_models"
_CHECKOUT = Path(__file__).parent.parent / "models"


def model_file(*parts: str) -> Path:
    """The path of a file below `models/`: `model_file("lexicon", "people.toml")`."""
    return (_PACKAGED if _PACKAGED.is_dir() else _CHECKOUT).joinpath(*parts)


def fingerprint(folder: Path, files: str = "*") -> int:
    """A number that is another one whenever a file below `folder` is: its version."""
    seen = hashlib.blake2b(digest_size=6)
    for path in sorted(p for p in folder.rglob(files) if p.is_file()):
        seen.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return int.from_bytes(seen.digest(), "big")


def trained_fingerprint() -> int:
    """The version of the trained pipeline."""
    return fingerprint(model_file("minutes"))
