"""Whether a word is somebody's given name, by the lists that Faker keeps for many countries.

A given name tells where a person begins when nothing else does. Surnames tell nothing: most are
places and words as well. Where a name is not in the lists, nothing follows from that.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from pipeline.lexicon import words

_COUNTRIES = ("en", "en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ", "en_PK", "en_US")
_SHORTEST = 3
"""Letters of a given name at least: 'Al' and 'Jo' stand for too much else."""


@cache
def _given() -> frozenset[str]:
    found: set[str] = set()
    for country in _COUNTRIES:
        provider = import_module(f"faker.providers.person.{country}").Provider
        lists = (getattr(provider, a) for a in dir(provider) if a.startswith("first_names"))
        found.update(name.casefold() for names in lists for name in names)
    return frozenset(n for n in found if len(n) >= _SHORTEST) - words("people", "role_words")


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, of those who speak English or live among them."""
    return word[:1].isupper() and word.casefold() in _given()
