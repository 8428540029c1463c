"""Lists whose signs and line breaks were all lost: 'Ada Ash Mere Council Bo Birch Pond Trust'.

A person begins where a given name stands before another name; what follows up to the next one is
where that person comes from, or what post it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.grammar.given_names import is_given_name
from pipeline.extract.grammar.names import PARTICLES, honorific_of, is_name, parse_person
from pipeline.extract.people.posts import Entry
from pipeline.lexicon import words

_FEWEST = 3
"""People that make such a list."""
_WORD = re.compile(r"\S+")
_SIGNS = re.compile(r"[,;:•·\n]|\s[–—-]\s|\band\s+(?=[A-Z])")
_BESIDE = re.compile(r"\s*\([^()]*\)")
"""'(Chair)' beside a name is read with it."""
_INITIAL = re.compile(r"[A-Z]\.?")


def read_flattened(text: str, usual: list[Entry]) -> list[Entry]:
    """The people whom the signs tell (`usual`), or whom given names do where signs mislead.

    'Castle Green School Jo Quill HT, Furze Infant School Ada Tarn' has commas within
    posts only: what they part begins with no given name, and hides people who do.
    """
    signless = flattened(text)
    if len(signless) > len(usual):
        return signless
    if not usual or 3 * sum(_is_sure(e) for e in usual) > 2 * len(usual):
        return usual
    tokens = list(_WORD.finditer(text))
    starts = [at for at in _starts(tokens) if not _is_post(tokens, at)]
    named = [
        range(e.start, e.start + len(f"{e.person.honorific or ''} {e.person.name}")) for e in usual
    ]
    hidden = sum(not any(tokens[at].start() in name for name in named) for at in starts)
    hides = hidden > 1 and 2 * hidden >= len(usual)
    return _from_starts(text, tokens, starts) if hides else usual


def _is_sure(entry: Entry) -> bool:
    """Whether a title, an initial or a given name tells that an entry is a person."""
    first = entry.person.name.split()[0]
    titled = entry.person.honorific is not None
    return titled or _INITIAL.fullmatch(first) is not None or is_given_name(first)


def _is_post(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the name that begins at `at` is a word of posts, or of bodies, too."""
    end = _end_of_name(tokens, at) + (not is_given_name(tokens[at].group()))
    spoken = [t.group().casefold().strip(".,;:()") for t in tokens[at:end]]
    roles, bodies = words("people", "role_words"), words("people", "body_last_words")
    return any(word in roles or word in bodies for word in spoken[1:])


def _from_starts(text: str, tokens: Sequence[re.Match[str]], starts: Sequence[int]) -> list[Entry]:
    """The people who begin at those words, each with all that stands before the next as a post."""
    ends = [_end_of_name(tokens, at) for at in starts]
    edges = [*(tokens[at].start() for at in starts[1:]), len(text)]
    found = []
    for at, end, edge in zip(starts, ends, edges, strict=True):
        begin, stop = tokens[at].start(), tokens[end - 1].end()
        beside = _BESIDE.match(text, stop)
        stop = beside.end() if beside is not None and beside.end() <= edge else stop
        person = parse_person(text[begin:stop].rstrip(" .,;:"))
        role = text[stop:edge].strip(" .,;()–-") or None
        if person is not None:
            found.append(Entry(person, role, begin, begin + len(text[begin:edge].rstrip())))
    return found


def flattened(text: str) -> list[Entry]:
    """The people of such a list in order; none where signs part most of them."""
    tokens = list(_WORD.finditer(text))
    starts = _starts(tokens)
    if len(starts) < _FEWEST - 1:
        return []
    starts = _with_pairs(tokens, starts)
    ends = [_end_of_name(tokens, at) for at in starts]
    edges = [*(tokens[at].start() for at in starts[1:]), len(text)]
    spans = [(tokens[end - 1].end(), edge) for end, edge in zip(ends, edges, strict=True)]
    parted = sum(_SIGNS.search(text, begin - 1, edge) is not None for begin, edge in spans)
    if len(starts) < _FEWEST or 3 * parted > len(starts):
        return []
    return _from_starts(text, tokens, starts)


def _with_pairs(tokens: Sequence[re.Match[str]], starts: Sequence[int]) -> list[int]:
    """The places where people begin, those too whose given name nobody knows.

    Where nothing but names is listed, what is left between two people is names too: two words each.
    """
    gaps: list[tuple[int, int]] = []
    for at, following in zip(starts, [*starts[1:], None], strict=True):
        stop = next(
            (n for n in range(_end_of_name(tokens, at), len(tokens)) if not _is_word(tokens, n)),
            len(tokens),
        )
        gaps.append((_end_of_name(tokens, at), stop if following is None else following))
    named = [all(_is_word(tokens, n) for n in range(a, b)) and (b - a) % 2 == 0 for a, b in gaps]
    if sum(named) * 2 <= len(gaps):
        return list(starts)
    added = (n for (a, b), names in zip(gaps, named, strict=True) if names for n in range(a, b, 2))
    return sorted({*starts, *added})


def _starts(tokens: Sequence[re.Match[str]]) -> list[int]:
    """The words at which people begin: a title, or a given name before a surname."""
    starts: list[int] = []
    past = 0
    for at, token in enumerate(tokens):
        if at < past:
            continue
        pairs = _pairs_from(tokens, at)
        if pairs:
            starts += pairs
            past = pairs[-1] + 2
            continue
        titled = honorific_of(f"{token.group()} X")[1] == "X" and at + 1 < len(tokens)
        given = is_given_name(token.group()) or (titled and _is_word(tokens, at + 1))
        behind = at > 0 and tokens[at - 1].group().casefold() in words("people", "body_last_words")
        if (given or (behind and starts and _is_word(tokens, at))) and _is_word(tokens, at + 1):
            starts.append(at)
            past = _end_of_name(tokens, at)
    return starts


def _pairs_from(tokens: Sequence[re.Match[str]], at: int) -> list[int]:
    """Where the people of a run of names begin that has two words for each; none for other runs."""
    stop = next((n for n in range(at, len(tokens)) if not _is_plain(tokens[n])), len(tokens))
    firsts, lasts = range(at, stop, 2), range(at + 1, stop, 2)
    given = sum(is_given_name(tokens[n].group()) for n in firsts)
    even = (stop - at) % 2 == 0 and len(firsts) >= _FEWEST and 2 * given >= len(firsts)
    return (
        list(firsts)
        if even and given > sum(is_given_name(tokens[n].group()) for n in lasts)
        else []
    )


def _is_plain(token: re.Match[str]) -> bool:
    """Whether a word may be a whole given name or surname."""
    word = token.group()
    titled = honorific_of(f"{word} X")[1] == "X"
    return not titled and not _goes_on(word) and is_name(word) and len(word) > 1


def _end_of_name(tokens: Sequence[re.Match[str]], at: int) -> int:
    """The place behind the last word of the name that begins at `at`."""
    end = at + 1
    while end < len(tokens) - 1 and honorific_of(f"{tokens[end - 1].group()} X")[1] == "X":
        end += 1
    while end < len(tokens) - 1 and _goes_on(tokens[end].group()):
        end += 1
    return min(end + 1, len(tokens))


def _goes_on(word: str) -> bool:
    return _INITIAL.fullmatch(word) is not None or word.casefold() in PARTICLES


def _is_word(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the word at `at` may be part of a name."""
    if at >= len(tokens):
        return False
    word = tokens[at].group().rstrip(".,;:")
    if _goes_on(word):
        return True
    return is_name(word) and word.casefold() not in words("people", "role_words")
