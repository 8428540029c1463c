"""How alike two requests for action are worded, whatever the wording that asks for them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from pipeline.lexicon import lexicon, rule, words
from pipeline.resolve.words import fold

_STOP = """
a about after again all also an and any are as asap asked at be because been before being both
but by can could did do does draw drawn each for from further had has have he her his how i if
in into is it its itself may me might more most must my no nor not of off on once one or other
our out over own per please possible s she should so soon some still such t than that the their
them then there these they this those through to too under until up us very was we were what
when where whether which while who whom whose why will with would you your accordingly
appropriate back bring brought chair chairman clerk committee council councillor councillors
cllr cllrs board officer officers member members meeting meetings panel parish town mr mrs ms
miss dr action actioned agree agreed ask asking attend be come contact ensure give given go have
let like make made matter matters necessary need needed needs next note noted regarding relating
relevant request requested resolve resolved respond respect said same say see take taken thank
undertake undertook way write writes written wrote
"""
STOP = frozenset(_STOP.split())
"""English function words, and the words that any committee asks with."""
_COMMON = """
add address adult advise agenda amend annual application approach april area arrange arrangement
assistant assurance assure august avenue bank benchmark bottom breakdown brief briefing budget
business care centre change check chief children circulate clarify close comment community
complete confirm consider contain continue control corporate cost county current data date day
deal december delay delivery department deputy detail develop director discuss district draft
effect elected email enquire estimate executive explain explanation explore february feedback
figure find follow forum forward friday future group hall head highway hold house housing
identify impact include inform information inspect invest investigate invite invoice issue item
january join july june keep lane law lead leader leisure letter liaise line list local look
management manager march mayor minutes model monday monitor month monthly needs new newly
november number obtain october offer open order outcome paid paper park pay performance plan
planning point policy prepare present presentation price process produce programme progress
project proposal provide public publish put quarter quarterly quotation quote raise receive
recommend recovery register regular repair repeat replace reply report represent resident result
return review road role scheme school secondary secretary section seek send september
service set share show site social speak spend staff standard start state statement strategy
street submit summary support survey table talk team term thursday time timetable top track
train training tuesday update view village website wednesday week work workforce written year
"""
COMMON = frozenset(_COMMON.split())
"""Words that many requests share: kinds of paper, place and post, months, what one does with
a report. They say little about which business it is."""
_HONORIFIC_NAME = re.compile(
    r"\b(?:C(?:oun)?cill?o?rs?|Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b\.?"
    r"(?:\s+(?:[A-Z]\.?\s+)*[A-Z][\w'’-]+(?:\s*(?:,|&|and)\s*(?=[A-Z]))?)+"
)
_POST = re.compile(
    r"\b(?:(?:Assistant|Corporate|Executive|Deputy|Service|Divisional|Interim) )*"
    r"(?:Director|Head|Manager|Cabinet Member|Portfolio Holder)s?"
    r"(?:,? (?:of|for) (?:the )?[A-Z][\w'’]+(?:(?:,| and| &)? [A-Z][\w'’]+)*)?"
    r"|\b(?:Chief Executive|Monitoring Officer|Chief Finance Officer|Town Clerk|Parish Clerk)\b"
)
_SUFFIXES = (
    "isations", "isation", "izations", "ization", "ations", "ation", "ments", "ment",
    "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "edly", "ed", "ies", "es", "s", "ly",
    "ised", "ise", "ized", "ize", "al", "ance", "ive", "y", "e",
)  # fmt: skip
_BODY_NAME = re.compile(
    r"\b(?:[A-Z][\w'’]+,? (?:and |& |of |for |the )*)+"
    r"(?:Board|Committee|Sub-Committee|Panel|Forum|Cabinet|Partnership|Working Group)s?"
    r"(?: \([A-Z]{2,6}\))?"
)
"""A body named in a text: who is to be told, not what about."""
_LONG = 8
"""Letters from which what is left of a word may have an end of its own: 'organisation-al'."""
_DOERS = frozenset(["er", "ers", "or", "ors"])
PRIOR_SIZE = 2000
"""Requests that the weights assume to have seen before the archive's first: a small archive's own
counts say nothing, and a word's weight must not jump when one paper is added."""
PRIOR_RARE, PRIOR_COMMON = 8, 900
COSINE, WITHIN, SPELLED = 0.5, 0.3, 0.2
"""How much of a score is likeness both ways, the shorter within the longer, and likeness of
letters: measured in tests/resolve."""
_TURNED_TO = rule("threads", "turned_to")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b(?:,?\s+\d{{4}})?|\b{_MONTH}\s+\d{{4}}\b"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4})\b",
    re.IGNORECASE,
)
"""By when, or which meeting: not what about."""
_INITIALS = re.compile(r"\b[A-Z]{1,3}C\b(?:['’]s)?")
"""A council by its initials."""
LONGEST_PHRASE = 4
"""Words of the longest wording that stands for another."""


@dataclass(frozen=True)
class Wording:
    """What is left of a request once the asking is off."""

    stems: frozenset[str]
    line: str
    """The stems in order of the alphabet."""
    key: str
    """The text with nothing but its letters and digits."""

    @property
    def telling(self) -> frozenset[str]:
        """The stems that few requests share."""
        return self.stems - COMMON_STEMS


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """`word` without its inflections: cruder than a dictionary, and equal for related words."""
    once = _without_end(word)
    return _without_end(once) if len(once) > _LONG else once


def _without_end(word: str) -> str:
    for suffix in () if word.endswith("ss") else _SUFFIXES:
        # What is left of 'letter' without its end would be left of 'letting' too.
        least = 5 if suffix in _DOERS else 4
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            return word[: -len(suffix)]
    return word[:-1] if len(word) == 4 and word[-1] == "s" and word[-2] not in "us" else word


COMMON_STEMS = frozenset(stem(word) for word in COMMON | words("threads", "everyday"))


@cache
def known_wordings() -> Mapping[tuple[str, ...], str]:
    """Stems of a wording that stands for another, by those stems."""
    found: dict[tuple[str, ...], str] = {}
    for group in lexicon("threads")["alike"].values():
        for phrase in group:
            found[tuple(stem(word) for word in fold(phrase).split())] = stem(
                fold(group[0]).split()[0]
            )
    return found


def stems_of(said: Sequence[str], without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The stems of the words `said`, in their order; of wordings of one thing, the first's."""
    known = known_wordings()
    stems = [stem(word) for word in said]
    found: set[str] = set()
    at = 0
    while at < len(said):
        for length in range(min(LONGEST_PHRASE, len(said) - at), 0, -1):
            if (one := known.get(tuple(stems[at : at + length]))) is not None:
                found.add(one)
                at += length
                break
        else:
            if said[at] not in STOP and said[at] not in without and len(said[at]) > 1:
                found.add(stems[at])
            at += 1
    return frozenset(found)


def worded(said: Sequence[str], key: str, without: frozenset[str] = frozenset()) -> Wording:
    """The comparable form of the words `said`."""
    stems = stems_of(said, without)
    return Wording(stems, " ".join(sorted(stems)), key)


@lru_cache(maxsize=50_000)
def wording_of(text: str, body: frozenset[str] = frozenset()) -> Wording:
    """Return the comparable form of a request's printed text; whoever is to do it is left out.

    `body` are words that name the body whose paper it is, and its place.
    """
    key = fold(text).replace(" ", "")
    for name in (_HONORIFIC_NAME, _BODY_NAME, _POST, _INITIALS, _DATE):
        text = name.sub(" ", text)
    text = _TURNED_TO.sub(lambda m: m[0][: m.start("whom") - m.start()], text)
    return worded(fold(text).split(), key, body)


class Weights:
    """How much each word tells, from how many requests have used it so far."""

    def __init__(self, wordings: Iterable[Wording] = ()) -> None:
        self.used: Counter[str] = Counter()
        self.size = 0
        for each in wordings:
            self.add(each)

    def add(self, wording: Wording) -> None:
        """Count one more request: weights change a little from then on."""
        self.used.update(wording.stems)
        self.size += 1

    def of(self, word: str) -> int:
        """Return the weight of one stem in thousandths, whole so that sums have no order."""
        prior = PRIOR_COMMON if word in COMMON_STEMS else PRIOR_RARE
        return round(1000 * math.log((self.size + PRIOR_SIZE) / (self.used[word] + prior)))

    def total(self, words: Iterable[str]) -> int:
        """Return the weights of `words` together."""
        return sum(map(self.of, words))

    def heaviest(self, wording: Wording, share: float) -> frozenset[str]:
        """Return the stems without which no other wording has `share` of this one's weight."""
        weights = {word: self.of(word) for word in wording.stems}
        left = share * sum(weights.values())
        rest = 0.0
        light = set()
        for word in sorted(weights, key=lambda word: (weights[word], word)):
            rest += weights[word]
            if rest >= left:
                break
            light.add(word)
        return wording.stems - light

    def alike(self, one: Wording, other: Wording) -> float:
        """How likely two requests are the same business, from 0 to 1.

        They must share two words, one of them telling: 'Clerk to chase' could be about anything.
        """
        shared = one.stems & other.stems
        if len(shared) < 2 or shared <= COMMON_STEMS:
            return 0.0
        common = self.total(shared)
        weights = common + self.total(one.stems - shared), common + self.total(other.stems - shared)
        cosine = common / math.sqrt(weights[0] * weights[1])
        within = common / min(weights)
        spelled = fuzz.token_set_ratio(one.line, other.line)
        return min(1.0, COSINE * cosine + WITHIN * within + SPELLED * spelled / 100)
