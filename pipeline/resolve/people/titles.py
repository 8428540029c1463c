"""What the words before a name say of somebody: man or woman, councillor or not."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.resolve.words import fold

_MEN = """
mr messrs sir lord baron father brother councilman selectman alderman
"""
_MAN = frozenset(_MEN.split())
_WOMEN = """
mrs ms miss dame lady baroness madam councilwoman selectwoman
"""
_WOMAN = frozenset(_WOMEN.split())
_COUNCILLOR = re.compile(r"\b(?:c(?:oun)?cill?o?rs?|cllrs?|clrs?|councillors?|cyng\w*|ald\w*)\b")
_TITLE = r"(?:councillors?|cllrs?|county|cllr|mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|prof|rev)"
BEFORE_NAME = re.compile(rf"\b(?P<title>{_TITLE}(?:\.?\s+{_TITLE})*)\.?\s+$", re.IGNORECASE)
"""An honorific that ends where a name begins."""


@lru_cache(maxsize=10_000)
def sex_of(honorific: str | None) -> str:
    """'m' or 'f' where the honorific tells, else ''."""
    words = set(fold(honorific or "").split())
    man, woman = words & _MAN, words & _WOMAN
    return "m" if man and not woman else "f" if woman and not man else ""


@lru_cache(maxsize=10_000)
def is_councillor(honorific: str | None) -> bool:
    """Whether the honorific is an elected member's."""
    return bool(_COUNCILLOR.search(fold(honorific or "")))


def alike(one: str | None, other: str | None) -> bool:
    """Whether two printed honorifics are of one kind: both councillors, or of one sex."""
    if not one or not other:
        return False
    if is_councillor(one) and is_councillor(other):
        return True
    sexes = sex_of(one), sex_of(other)
    return sexes[0] == sexes[1] != "" or fold(one) == fold(other)


def clash(one: str, other: str) -> bool:
    """Whether two sexes, as `sex_of` tells them, can't be one person's."""
    return bool(one and other and one != other)
