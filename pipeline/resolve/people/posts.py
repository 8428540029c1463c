"""Posts as printed: what makes two wordings one post, and which service a post is in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.resolve.words import fold

_STAND_IN = re.compile(r"^(?P<how>interim|acting|temporary|designate)\b[\s,-]*", re.IGNORECASE)
_ENDS = re.compile(r"[\s,(–-]*\b(?P<how>interim|acting|temporary|designate)\b\)?$", re.IGNORECASE)
_NO_POST = re.compile(
    r"\b(?:substitut\w*|nominated sub\w*|on behalf of|for councillor|virtual\w*|online|remote\w*"
    r"|via|apolog\w*|until|items?|left|arrived|observer|in attendance|vacan\w*)\b",
    re.IGNORECASE,
)
"""What stands in brackets beside a name and is no post: whom somebody stood in for, when they
left."""
_OF_BODY = re.compile(
    r"(?:the )?(?:chair(?:man|woman|person)?|vice[ -]?chair(?:man|woman|person)?|convenor|convener"
    r"|secretary|treasurer|president|vice[ -]?president|member|clerk|minutes?|minute taker"
    r"|co ?opted member|external (?:member|representative).*|independent (?:external )?member"
    r"|observer)"
)
"""Posts that are held within one body, and say nothing of who holds the like in the next."""
_SPELT = (
    (re.compile(r"\b(chair|vice chair)(?:man|woman|person)\b"), r"\1"),
    (re.compile(r"\bvicechair\b"), "vice chair"),
    (re.compile(r"\b(?:and|the|of|for|to)\b"), " "),
)
_COMMON_WORDS = """
acting adviser advisor agency assistant associate borough business cabinet ceo chair chief city
clerk committee communications community consultant convener convenor coordinator corporate
council councillor county deputy director directorate district divisional executive external
general group head holder interim job joint lead leader local manager mayor member national
office officer operations overview parish partner portfolio principal programme project public
representative scrutiny secretary section senior service services specialist statutory strategic
support team temporary town trainee treasurer unit vice ward and the of for to in on with by at
or
"""
_ANY_POST = frozenset(_COMMON_WORDS.split())
"""Words of posts in any service."""


@dataclass(frozen=True)
class Post:
    """One post, however it is worded."""

    key: str
    """What posts are equal by: 'corporate director resources'."""
    stand_in: str | None
    """'interim' or 'acting', where it is held for a time."""
    of_body: bool
    """Whether it is a post within one body, such as its chair's."""


@lru_cache(maxsize=50_000)
def post_of(role: str | None) -> Post | None:
    """The post that a printed role names; None where it names none."""
    if not role or _NO_POST.search(role):
        return None
    text, how = role.strip(), None
    for pattern in (_STAND_IN, _ENDS):
        found = pattern.search(text)
        if found:
            how = found["how"].lower()
            text = (text[: found.start()] + text[found.end() :]).strip()
    plain = fold(text)
    for spelling, instead in _SPELT:
        plain = spelling.sub(instead, plain)
    key = " ".join(plain.split())
    if len(key) < 2:
        return None
    return Post(key, how, bool(_OF_BODY.fullmatch(fold(text))))


@lru_cache(maxsize=50_000)
def service_of(role: str | None) -> frozenset[str]:
    """The words of a post that tell its service: {'voids', 'lettings'}."""
    if not role or _NO_POST.search(role):
        return frozenset()
    return frozenset(w for w in fold(role).split() if w not in _ANY_POST and len(w) > 2)


def same_service(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether half of the shorter post's own words are the other's as well."""
    if not one or not other:
        return False
    return 2 * len(one & other) >= min(len(one), len(other))
