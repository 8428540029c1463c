"""When a value found equals a value in gold: the public contract's section on matching, as code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

FUZZY = 90.0
"""The least `rapidfuzz.fuzz.ratio` at which two normalised texts match (contract: Matching)."""

_HONORIFICS = re.compile(
    r"mr|mrs|ms|miss|mx|messrs|dr|doctor|prof|professor|sir|dame|lord|lady|baroness|baron|"
    r"viscount|earl|rev|revd|reverend|canon|fr|cllrs?|clr|councillors?|coun|ald|alderman|"
    r"alderwoman|hon|honou?rable|rt|right|the|capt|captain|col|colonel|major"
)
_POST_NOMINALS = re.compile(
    r"[OMCKDG]BE|BEM|K?CB|K?CMG|[CLMQ]VO|[QK]PM|TD|MC|DSO|DL|JP|QC|KC|MP|MS|MSP|MEP|AM|MLA|FRSA?|"
    r"[FM]RICS|[FA]CA|CPFA|FCCA|PHD|PhD|BA|BSC|BSc|MA|MSC|MSc|MBA|LLB|BED|BEd"
)
_WORD = re.compile(r"[^\W_]+")
_LEAD = re.compile(
    r"""^\W*(?:
        (?:it\s+(?:was|is|has\s+been)\s+|(?:the\s+|all\s+)?(?:cabinet|executive|council|committee|
        sub-?committee|board|panel|members|councillors|meeting|group)\s+)?
        (?:also\s+|then\s+|therefore\s+|unanimously\s+|further\s+)*
        (?:resolved|agreed|decided|determined|recommended)\b
        (?:\s+unanimously)?\s*[:,;.\-–—]*\s*(?:that\b)?
        | that\b
    )[\s:,;.\-–—]*""",
    re.IGNORECASE | re.VERBOSE,
)


def fold(text: str) -> str:
    """`text` with white space collapsed."""
    return " ".join(text.split())


def _is_post_nominal(token: str) -> bool:
    # As printed, in capitals: a surname such as Ma is none.
    return bool(_POST_NOMINALS.fullmatch(token.strip(",;()").replace(".", "")))


@lru_cache(maxsize=65536)
def name_key(name: str) -> tuple[str, ...]:
    """Return the tokens of a name without honorifics, post-nominals, case and diacritics.

    The last token left is never dropped: a person may be called Lord or Major.
    """
    tokens = name.replace("’", "'").replace(",", " ").split()
    while len(tokens) > 1 and _HONORIFICS.fullmatch(tokens[0].strip(".,()").casefold()):
        tokens = tokens[1:]
    # In a name printed in capitals throughout, a short surname looks like a post-nominal.
    if not name.isupper():
        while len(tokens) > 1 and _is_post_nominal(tokens[-1]):
            tokens = tokens[:-1]
    plain = unicodedata.normalize("NFKD", " ".join(tokens)).replace("'", "")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(_WORD.findall(plain.casefold()))


@lru_cache(maxsize=65536)
def text_key(text: str) -> str:
    """`text` in lower case, letters and digits only."""
    return "".join(c for c in text.lower() if c.isalnum())


@lru_cache(maxsize=65536)
def decision_key(text: str) -> str:
    """As `text_key`, without a leading 'RESOLVED', 'It was agreed that', 'That' and the like."""
    rest = text
    # A label and a sentence's own opening may follow each other: 'RESOLVED: It was agreed that'.
    for _ in range(3):
        shorter = _LEAD.sub("", rest, count=1)
        if shorter == rest or not text_key(shorter):
            break
        rest = shorter
    return text_key(rest)


@lru_cache(maxsize=65536)
def words_key(text: str) -> str:
    """`text` as lower-case words: how bodies and venues are compared."""
    return " ".join(_WORD.findall(text.casefold()))


def number_key(number: object) -> str | None:
    """Return a printed number without trailing dots, spaces and case; None where there is none."""
    if number is None:
        return None
    return "".join(str(number).split()).rstrip(".").casefold() or None


class Items:
    """The two numbers that one heading of business may print: either of them matches."""

    def __init__(self, numbers: Iterable[tuple[object, object]] = ()) -> None:
        self._also: dict[str, set[str]] = {}
        for number, also in numbers:
            first, second = number_key(number), number_key(also)
            if first and second:
                self._also.setdefault(first, set()).add(second)
                self._also.setdefault(second, set()).add(first)

    def same(self, gold: object, found: object) -> bool:
        """Whether two printed numbers name the same item; None equals only None."""
        left, right = number_key(gold), number_key(found)
        if left is None or right is None:
            return left is right
        return left == right or right in self._also.get(left, ())


class Match(NamedTuple):
    """How well a row found agrees with a gold row. Rows that don't match have no `Match`."""

    weight: tuple[float, ...]
    """Larger is better; compared from the left."""
    strict: bool = True


class Pair(NamedTuple):
    """Indexes of a gold row and of the row found that was paired with it."""

    gold: int
    found: int
    strict: bool


def similarity(gold: str, found: str) -> float | None:
    """Return the ratio (90 to 100) of two normalised texts, or None where they don't match."""
    if gold == found:
        return 100.0
    ratio = fuzz.ratio(gold, found)
    # Texts that differ never count as equal, though the ratio of very long ones rounds to 100.
    return min(ratio, 99.9999) if ratio >= FUZZY else None


def pair(
    gold: Sequence[int], found: Sequence[int], compare: Callable[[int, int], Match | None]
) -> list[Pair]:
    """Pair indexes one to one, best match first; ties go to the earlier gold row, then found."""
    candidates = [
        (tuple(-w for w in match.weight), g, f, match.strict)
        for g in gold
        for f in found
        if (match := compare(g, f)) is not None
    ]
    pairs: list[Pair] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, g, f, strict in sorted(candidates):
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            pairs.append(Pair(g, f, strict))
    return sorted(pairs)
