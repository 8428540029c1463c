"""Names run together: 'P Birch Clerk J Cole' and 'Mr A Ash, Fire Service Mr B Birch' taken apart.

Papers whose layout was lost print the people of a list with no more than a space between them.
A new person begins at an honorific, at initials after a whole name, or at a second full name.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from pipeline.extract.grammar.initials import are_initials
from pipeline.extract.grammar.names import PARTICLES, honorific_at, is_name
from pipeline.lexicon import words

_TOKEN = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)?|\[[^\]]*\]?|[^\s(\[]+")
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}|[A-Z]\.?-[A-Z]\.?|[A-Z]\.?(?:[A-Z]\.)+")
_GIVEN = r"(?:[A-Z][a-z]+|[A-Z]\.?)"
_LOUD_NAME = rf"{_GIVEN}(?:[ -]{_GIVEN})*\s(?:(?:Mc|Mac|de\s)?[A-Z][A-Z’'-]{{2,}})"
_LOUD = re.compile(_LOUD_NAME)
"""'Ada B ASH': a name whose surname is in capitals, and ends with it."""
_ALL_LOUD = re.compile(rf"{_LOUD_NAME}(?:\s+{_LOUD_NAME})+")
_SURNAMES = re.compile(r"(?:Councillors|Cllrs|Coun|Aldermen|Members|Messrs)\b", re.IGNORECASE)
"""A title of several, behind whom surnames alone may follow."""
_MARK = re.compile(r"[ODod]['’]")
"""The mark of a surname set apart from it: "O’ Leary"."""
_JOINTS = frozenset(
    {
        "of",
        "for",
        "to",
        "by",
        "from",
        "with",
        "and",
        "&",
        "the",
        "at",
        "in",
        "on",
        "representing",
        "substituting",
        "behalf",
        "whom",
        "/",
    }
)
_DASHES = frozenset({"–", "-", "—", ":"})


@dataclass(frozen=True)
class _Token:
    text: str
    kind: str
    """'hon', 'initials', 'name', 'bracket', 'dash' or 'other'."""
    start: int
    end: int


def posts_follow(text: str) -> bool:
    """Whether a list prints posts after names: it ends with a post, and not with a name."""
    tokens = [t for t in _tokens(text) if t.kind != "bracket"]
    if len(tokens) < 2:
        return True
    last, before = tokens[-1], tokens[-2]
    named = last.kind == "name" and before.kind in {"name", "initials", "hon"}
    return not (named and not text.rstrip().endswith(","))


def run_apart(text: str, *, follow: bool, pairs: bool = False) -> list[tuple[int, int]]:
    """The spans of the people in a piece without commas; one span where nobody is run together.

    `follow` says that posts follow names in the list, so that words between two names belong
    to the first of them; `pairs`, that the list names everybody by two words, so that four are two
    people whose comma is missing.
    """
    loud = list(_LOUD.finditer(text)) if _ALL_LOUD.fullmatch(text.strip()) else []
    if len(loud) > 1:
        return [m.span() for m in loud]
    tokens = _tokens(text)
    starts = _starts(tokens)
    particles = any(t.text.lower() in PARTICLES for t in tokens)  # 'Hugh Van Der Elm' is one
    if pairs and len(tokens) == 4 and all(t.kind == "name" for t in tokens) and not particles:
        starts = [0, 2]
    if not follow:
        starts = [_before_post(tokens, at, starts) for at in starts]
    cuts = sorted({tokens[at].start for at in starts if at > 0})
    edges = [0, *cuts, len(text)]
    return [(a, b) for a, b in itertools.pairwise(edges) if text[a:b].strip()]


def in_pairs(pieces: list[str]) -> bool:
    """Whether a list names most of its people, and at least three, by just two words."""
    kinds = [[t.kind for t in _tokens(piece)] for piece in pieces]
    if kinds and kinds[0][:1] == ["hon"]:
        kinds[0] = kinds[0][1:]
    named = [k for k in kinds if k and set(k) == {"name"}]
    twos = sum(len(k) == 2 for k in named)
    if twos >= 2 and all(len(k) in {2, 4} for k in named) and len(named) == len(pieces):
        return True
    return twos >= 3 and twos >= 0.75 * len(named)


def _tokens(text: str) -> list[_Token]:
    roles = words("people", "role_words")
    shouted = text.isupper()
    found = []
    at = 0
    while match := _TOKEN.search(text, at):
        honorific = honorific_at(text, match.start())
        if honorific:
            found.append(_Token(honorific, "hon", match.start(), match.start() + len(honorific)))
            at = match.start() + len(honorific)
            continue
        at = match.end()
        token = match.group()
        bare = token.strip(".,;:")
        if token[0] in "([":
            kind = "bracket"
        elif token in _DASHES:
            kind = "dash"
        elif _INITIALS.fullmatch(token) and not (len(bare) > 2 and "." not in bare):
            kind = "initials"
        elif bare in PARTICLES and found and found[-1].kind == "initials":
            kind = "initials"  # 'J F de W Oake'
        elif _MARK.fullmatch(bare):
            kind = "name"
        elif bare.lower() in roles or (bare.isupper() and len(bare) > 2 and not shouted):
            kind = "other"
        else:
            kind = "name" if bare and bare[0].isupper() and is_name(bare) else "other"
        found.append(_Token(token, kind, match.start(), match.end()))
    return found


def _starts(tokens: list[_Token]) -> list[int]:
    """The tokens at which people begin."""
    starts: list[int] = []
    if len(tokens) >= 6 and len(tokens) % 2 == 0 and all(t.kind == "name" for t in tokens):
        return list(range(0, len(tokens), 2))
    named = [at for at, t in enumerate(tokens) if t.kind == "name"]
    if len(named) >= 6 and len(named) % 2 == 0 and len(named) < len(tokens):
        twos = [(a, b) for a, b in zip(named[::2], named[1::2], strict=True) if b == a + 1]
        titled = [at for at, t in enumerate(tokens) if t.kind == "hon"]
        head = 1 if tokens[0].text.lower() in {"members", "councillors", "present"} else 0
        if len(twos) * 2 == len(named) and len(titled) + len(named) + head >= len(tokens):
            # 'Ada Ash Bo Birch Mr Cy Cole': everybody by two words, few with a title.
            return [a - 1 if a - 1 in titled else a for a, _ in twos]
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None
        if before is not None and before.text.lower().strip(",") in _JOINTS:
            continue
        if token.kind == "hon":
            if (before is None or before.kind != "hon") and _name_follows(tokens, at):
                starts.append(at)
        elif token.kind == "initials":
            if _own(tokens, starts, at):
                continue
            if (before is None or before.kind not in {"hon", "initials"}) and (
                _name_follows(tokens, at) and (before is None or _whole(tokens, starts, at))
            ):
                starts.append(at)
        elif (token.kind == "name" and before is not None and _own(tokens, starts, at - 1)) or (
            token.kind == "name" and _second_full_name(tokens, starts, at)
        ):
            starts.append(at)
    return starts


def _own(tokens: list[_Token], starts: list[int], at: int) -> bool:
    """Whether a token is the initials of the whole name before it: 'Jo Bloggs JB'."""
    since = tokens[starts[-1] if starts else 0 : at]
    named = [t.text.strip(".,") for t in since if t.kind in {"name", "initials"}]
    return (
        tokens[at].kind in {"initials", "other"}
        and len(named) >= 2
        and len(named) == len([t for t in since if t.kind != "hon"])
        and len(tokens[at].text) > 1
        and are_initials(tokens[at].text, " ".join(named))
    )


def _name_follows(tokens: list[_Token], at: int) -> bool:
    following = [t.kind for t in tokens[at + 1 : at + 6]]
    while following and following[0] in {"initials", "hon"}:
        following = following[1:]
    return bool(following) and following[0] == "name"


def _whole(tokens: list[_Token], starts: list[int], at: int) -> bool:
    """Whether a whole name, or a post, stands before initials: not so in 'Jo B Bloggs'."""
    since = [t.kind for t in tokens[starts[-1] if starts else 0 : at]]
    if since[-1] in {"other", "bracket", "dash"}:
        return True
    # 'Councillor Ada B Ash' is one person, whom a title and a given name don't make whole, nor
    # does a post: 'Chairman Ada B. Ash'; behind 'Councillors' a name may be a surname alone.
    several = _SURNAMES.match(tokens[starts[-1] if starts else 0].text) is not None
    names = list(itertools.dropwhile(lambda k: k in {"hon", "other"}, since))
    return since[-1] == "name" and (len(names) >= 2 or (len(since) >= 2 and several))


def _second_full_name(tokens: list[_Token], starts: list[int], at: int) -> bool:
    """'Ada Ash' in 'P Birch Ada Ash': a name of its own after initials and a surname."""
    if not starts or at + 1 >= len(tokens) or tokens[at + 1].kind != "name":
        return False
    since = [t.kind for t in tokens[starts[-1] : at]]
    after = tokens[at + 2].kind if at + 2 < len(tokens) else "end"
    if since == ["hon", "name", "name"]:
        # 'Cllr Ada Ash Ben Birch Clerk': the clerk has no title, and a post or the end follows.
        return after in {"end", "other", "bracket", "hon"}
    whole = since[-1] == "bracket" or (
        len(since) >= 2 and set(since[:-1]) == {"initials"} and since[-1] == "name"
    )
    return whole and after not in {"other", "name"}


def _before_post(tokens: list[_Token], at: int, starts: list[int]) -> int:
    """Where the post before the name at token `at` begins, where posts stand before names."""
    before = max((s for s in starts if s < at), default=None)
    floor = 0
    if before is not None:
        floor = before + 1
        while floor < at and tokens[floor - 1].kind in {"initials", "hon"}:
            floor += 1
        while floor < at and tokens[floor].kind == "name" and tokens[before].kind != "initials":
            floor += 1
    begin = at
    dashed = at > 0 and tokens[at - 1].kind == "dash"
    while begin > floor and (dashed or tokens[begin - 1].kind in {"other", "dash"}):
        begin -= 1
    while begin < at and tokens[begin].kind in {"dash", "bracket"}:
        begin += 1
    return begin
