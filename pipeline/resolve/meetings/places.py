"""Which authority's place a paper is of: by the authority's name, else by its own web address."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from pipeline.resolve.words import fold

GENERIC = frozenset(
    ["council", "borough", "london", "royal", "metropolitan", "city", "county", "district"]
)
"""Words that a council's style adds to a name or leaves out of it."""
JOINING = frozenset(["of", "and", "the", "for", "in", "on"])
"""Words that a name is the same without."""
_TOPICS = """
adult adults area arts assets audit board business cabinet capital children childrens city committee
communities community corporate council county culture customer district economic economy education
emergency employment environment ethics executive extraordinary family finance forum full general
governance growth health highways housing human improvement investment joint leisure library
licensing local member members neighbourhood north overview panel parish parks pensions people
performance personnel place planning police policy public regeneration resources safer schools
scrutiny services shared social south special staffing standards strategic subcommittee town traffic
transformation transport working youth
"""
TOPICS = GENERIC | frozenset(_TOPICS.split())
"""Words that make up the names of many councils' bodies: sharing them says nothing."""
_OWN_DOMAIN = re.compile(
    r"(?:^|\.)(?P<label>[a-z0-9-]+)\.(?:gov\.(?:uk|wales|scot)|llyw\.cymru|moderngov\.co\.uk)$"
)
"""Domains that only a public authority is given, and the hosts of its committee system."""
_LOCAL = re.compile(
    r"(?:^|\.)(?P<label>[a-z0-9-]{4,}?)-?(?:(?:parish|town|community)-?council|pc|tc|cc)"
    r"\.(?:org|co|gov)\.uk$"
)
"""A parish, town or community council's own address."""
_STYLE = re.compile(r"(?<=[a-z]{4})-?(?:city|county|borough|district|metropolitan)?-?(?:council)?$")


@lru_cache(maxsize=10_000)
def place_of(authority: str | None) -> tuple[str, ...]:
    """Return the words that tell an authority from others: ('hamlets', 'tower')."""
    words = {w for w in fold(authority or "").split() if w not in JOINING}
    return tuple(sorted(words - GENERIC or words))


@lru_cache(maxsize=10_000)
def place_of_address(url: str | None) -> tuple[str, ...]:
    """Return the same from the address that a paper was published at: ('towerhamlets',).

    Empty for an address that isn't an authority's own: others publish copies too.
    """
    host = (urlsplit(url or "").hostname or "").lower()
    found = _LOCAL.search(host) or _OWN_DOMAIN.search(host)
    if found is None:
        return ()
    label = _STYLE.sub("", found["label"])
    return tuple(sorted(set(label.split("-")) - JOINING - {""}))


def same_place(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two authorities may be one; an unknown one may be any.

    An address writes a name of several words as one, so those are compared letter by letter.
    """
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return _spells(one, other) or _spells(other, one)


def _spells(run: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether one long word is `words` written together, in whatever order."""
    if len(run) != 1 or len(words) < 2 or len(run[0]) != sum(map(len, words)):
        return False
    rest = run[0]
    for word in sorted(words, key=len, reverse=True):
        if word not in rest:
            return False
        rest = rest.replace(word, " ", 1)
    return not rest.strip()
