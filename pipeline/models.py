"""Where the files of `models/` stand: in the installed package, or in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGED = Path(__file__).parent / "_models"
_CHECKOUT = Path(__file__).parent.parent / "models"


def model_file(*parts: str) -> Path:
    """The path of a file below `models/`: `model_file("lexicon", "people.toml")`."""
    return (_PACKAGED if _PACKAGED.is_dir() else _CHECKOUT).joinpath(*parts)
