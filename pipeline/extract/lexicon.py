"""The word lists under `models/lexicon`, loaded once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGED = Path(__file__).parent.parent / "_models"
_CHECKOUT = Path(__file__).parent.parent.parent / "models"


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lists of `models/lexicon/NAME.toml`, from the installed package or the checkout."""
    folder = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    with (folder / "lexicon" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def pattern(name: str, *keys: str) -> re.Pattern[str]:
    """One pattern of a list, compiled, case ignored."""
    value: Any = lexicon(name)
    for key in keys:
        value = value[key]
    return re.compile(value, re.IGNORECASE)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of words, in lower case."""
    return frozenset(str(word).lower() for word in lexicon(name)[key])
