"""One printed person: honorific, name, post-nominals, and what stands in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.grammar.given_names import is_given_name
from pipeline.lexicon import lexicon, words

_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*(?:\([^()]*\)[^()\[\]]*)*)[)\]}]?")
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ]\.?){1,4}|[A-Z]\.?-[A-Z]\.?"  # initials: R  R.W.  JB  A-J
    r"|(?:[dDO]['’]|Mc|Mac|Fitz|de\s?|van\s?)?[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿĀ-ž]+(?:[-'’‑][A-Za-zÀ-žŻ]+)*"
    r"|[A-Z][a-z]{1,3}[A-Z][a-zß-öø-ÿ]+(?:[-'’‑][A-Za-zÀ-ÿ]+)*"  # LaSalle, FitzHugh
    r"|[A-Z][a-z]{2,9}[A-Z][a-z]{2,}"  # AdaQuill
    r"|[A-Z]{2}[a-z]{1,2}[A-Z](?![a-z])"  # 'JOeL', as some print their own
    r"|(?:Mc|Mac|Fitz|[DO]['’])?[A-ZÀ-ÖØ-Þ]{2,}(?:[-'’][A-ZÀ-ÖØ-Þ]+)*"
)
_UNSPOKEN = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,}")
"""Letters that nobody can say, so a body and no surname: 'UHB'."""
_APART = re.compile(r"(?<![\w])([OoDd]['’])\s+(?=[A-ZÀ-Þ])")
"""The mark of a surname that is set apart from it: "O’ Leary"."""
_SAME_NAME = re.compile(r"\s*\(([A-Z])\.?\)$")
"""An initial after a surname that tells two people apart: 'Ash (J)'."""
_PLACE_IN_CAPITALS = re.compile(
    r"\b(?:FLOOR|ROOM|HALL|CHAMBERS?|SUITE|CENTRE|BUILDING|STREET|ROAD)\b"
)
PARTICLES = frozenset(
    {
        "de",
        "da",
        "del",
        "della",
        "der",
        "den",
        "van",
        "von",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ap",
        "ab",
        "y",
    }
)
"""Small words within names: 'J F de W Oake'."""
_GLUED = r"(?:(?<=\bcllr)|(?<=\bcouncillor)|(?<=\bmr)|(?<=\bmrs))(?=(?-i:[A-Z][a-z.]))"
"""Before a name that the blank was lost of: 'CllrAda Ash', 'CllrA. Ash'."""
_RUN_TOGETHER = re.compile(r"(?P<given>[A-Z][a-z]{2,9})[A-Z][a-z]{2,}")
"""A name that lost its blank: 'AdaQuill'."""
_GLUED_INITIALS = re.compile(r"(?P<name>[A-Z].*\s.*[a-z])(?P<letters>[A-Z]{2,4})")
_SMALL = re.compile(r"(?:councillor|cllr)s?\.?")
"""A title that some print small before names: 'apologies from councillors A Ash and B Birch'."""
_PAIR = 2
_ABBREVIATED = 6
"""Letters of an honorific that is shortened, at most: 'Messrs.'."""
_JOINTS = frozenset(
    {"and", "the", "for", "to", "in", "on", "with", "by", "at", "of", "no", "or", "from"}
)


@dataclass(frozen=True)
class Person:
    """A name as printed, taken apart."""

    name: str
    honorific: str | None
    brackets: tuple[str, ...] = ()
    """What stood in brackets beside the name, in order."""
    post_nominals: tuple[str, ...] = ()


@cache
def _honorific() -> re.Pattern[str]:
    ordered = sorted(lexicon("people")["honorifics"], key=len, reverse=True)
    each = "|".join(
        re.escape(h.rstrip(".")).replace(r"\ ", r"\s+") + (r"\.?" if _is_short(h) else "")
        for h in dict.fromkeys(ordered)
    )
    ends = rf"(?=[\s,:]|$)|(?<=\.)(?=[A-Z])|{_GLUED}"
    return re.compile(rf"(?:the\s+)?(?:{each})(?:{ends})", re.IGNORECASE)


def _is_short(honorific: str) -> bool:
    """Whether an honorific is an abbreviation, which a stop may follow: 'Dr.', 'Borough Cllr.'."""
    return len(honorific.rstrip(".").rsplit(maxsplit=1)[-1]) <= _ABBREVIATED


def honorific_of(text: str) -> tuple[str | None, str]:
    """The honorifics at the start of `text`, and the rest: 'Councillor Sir', 'Jo Bloggs'.

    'Mayor' and the like are taken off only if a whole name remains ('Mayor Jo Bloggs').
    """
    weak = words("people", "weak_honorifics")
    taken: list[str] = []
    rest = text.strip()
    while match := _honorific().match(rest):
        following = rest[match.end() :].lstrip(" ,:–-")
        small = _SMALL.fullmatch(match.group()) is not None and following[:1].isupper()
        if not match.group()[0].isupper() and not small:
            break
        if match.group().lower() in weak and not is_name(_plain(following)):
            break
        taken.append(match.group().strip())
        rest = following
    return (" ".join(taken) or None), rest


def honorific_at(text: str, at: int) -> str | None:
    """The honorific that stands in `text` at `at`, unless it is a word of posts as well."""
    match = _honorific().match(text, at)
    if (
        match is None
        or not text[at].isupper()
        or match.group().lower() in words("people", "weak_honorifics")
    ):
        return None
    return match.group()


def _plain(text: str) -> str:
    return _BRACKETS.sub(" ", text).split(",")[0].strip()


def is_name(text: str, *, called: bool = False) -> bool:
    """Whether a text could be a person's name: capital words, none a word of posts.

    Some surnames are words of posts as well ('Young', 'Church'): they are names after initials,
    or where somebody is `called` by an honorific.
    """
    tokens = _APART.sub(r"\1", text).replace(".", ". ").split()
    if not 1 <= len(tokens) <= 6 or _PLACE_IN_CAPITALS.search(text):
        return False
    if len(tokens) > 1 and tokens[0].lower() in words("people", "never_first"):
        return False
    initialled = len(tokens) > 1 and all(len(t.rstrip(".")) == 1 for t in tokens[:-1])
    roles = words("people", "role_words")
    for at, token in enumerate(tokens):
        bare = token.rstrip(".,")
        if bare.lower() in PARTICLES:
            continue
        if bare.lower() in _JOINTS or bare.lower() in words("people", "never_in_name"):
            return False
        if bare.lower() in roles and not (len(bare) <= 2 and bare.isupper()):
            last = at == len(tokens) - 1
            if last and called and initialled:
                continue
            surname = last and bare.lower() in words("people", "surnames_too")
            loud = bare.isupper() and at > 0 and not tokens[0].isupper()  # 'Betty WARD'
            initial = at > 0 and len(tokens[0].rstrip(".")) == 1
            given = len(tokens) == _PAIR and is_given_name(tokens[0])  # 'Gerry Flood'
            told = loud or given or ((called or initial) and not _is_post_behind(tokens))
            if not (surname and told):
                return False
        if not _NAME_WORD.fullmatch(bare) or _UNSPOKEN.fullmatch(bare):
            return False
    return any(len(t.rstrip(".")) > 1 for t in tokens)


def _is_post_behind(tokens: Sequence[str]) -> bool:
    """Whether the last word is a post, as a surname stands before it: 'Ann Ash Clerk'."""
    whole = len(tokens) > 2 and len(tokens[-2].rstrip(".")) > 1
    return whole and tokens[-1].rstrip(".,").lower() in words("people", "posts_behind")


def parse_person(text: str, *, honorific: str | None = None) -> Person | None:
    """A printed person taken apart, or None when `text` names nobody.

    `honorific` is one printed before a whole list ('Cllrs'), used where the name has none.
    """
    brackets = tuple(b.strip() for b in _BRACKETS.findall(text) if b.strip())
    plain = " ".join(_BRACKETS.sub(" ", text).split()).strip(" ,;:–-•*.")
    own, rest = honorific_of(plain)
    tokens = rest.replace(",", " ").split()
    after = words("people", "post_nominals")
    post: list[str] = []
    while tokens and tokens[-1].strip(".,").lower() in after and len(tokens) > 1:
        post.insert(0, tokens.pop().strip(".,"))
    name = _without_initials(" ".join(tokens).strip(" ,;:–-"))
    if not name or not is_name(name, called=bool(own or honorific)):
        return None
    glued = _RUN_TOGETHER.fullmatch(name)
    whole = glued is not None and is_given_name(glued["given"])
    alone = len(name.replace(".", ". ").split()) == 1 and not whole
    if alone and own is None and honorific is None:
        return None
    same = _SAME_NAME.search(text.rstrip(" ,;.")) if alone else None
    if same:
        name, brackets = f"{name} ({same[1]})", brackets[:-1]
    return Person(name, own or honorific, brackets, tuple(post))


def _without_initials(name: str) -> str:
    """A name without its own initials, where the blank before them was lost: 'Ada QuillAQ'."""
    glued = _GLUED_INITIALS.fullmatch(name)
    if glued is None:
        return name
    words_of = glued["name"].split()
    own = "".join(word[0].upper() for word in words_of)
    return glued["name"] if glued["letters"] in {own, own[0] + own[-1]} else name


def is_councillor(honorific: str | None) -> bool:
    """Whether an honorific says that somebody is an elected member."""
    stems = tuple(words("people", "councillor_honorifics"))
    return honorific is not None and any(
        word.lower().startswith(stems) for word in honorific.replace(".", "").split()
    )
