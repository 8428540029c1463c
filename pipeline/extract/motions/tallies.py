"""How many voted which way, as a sentence prints it: '7 votes to 3 with 2 abstentions'.

Only what is printed counts: 'unanimously' gives no number, 'no abstentions' gives 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from pipeline.lexicon import lexicon
from pipeline.records import VoteCast


@dataclass(frozen=True)
class Tally:
    """Votes as counted; None where the paper prints no number."""

    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None

    def __bool__(self) -> bool:
        """Whether any number is printed."""
        return self != Tally()

    def with_count(self, vote: VoteCast, count: int | None) -> Tally:
        """The same, with `count` for `vote` where none was known."""
        if vote == "for" and self.votes_for is None:
            return replace(self, votes_for=count)
        if vote == "against" and self.votes_against is None:
            return replace(self, votes_against=count)
        if vote == "abstain" and self.abstentions is None:
            return replace(self, abstentions=count)
        return self

    def filled(self, other: Tally) -> Tally:
        """This tally, with what it lacks taken from `other`."""
        return Tally(
            *(
                own if own is not None else theirs
                for own, theirs in zip(
                    (self.votes_for, self.votes_against, self.abstentions),
                    (other.votes_for, other.votes_against, other.abstentions),
                    strict=True,
                )
            )
        )


@cache
def _number() -> str:
    words = [*lexicon("motions")["counts"]["numbers"], *lexicon("motions")["counts"]["none"]]
    return rf"(?:\d{{1,3}}|{'|'.join(words)})(?![\w%]|[.,]\d)"


@cache
def words_of() -> str:
    """A pattern for every word that says which way a vote went, each in a named group."""
    entries = lexicon("motions")["votes"]["words"]
    return "|".join(
        f"(?P<{entry['vote'].replace(' ', '_')}>{entry['pattern']})" for entry in entries
    )


def vote_of(match: re.Match[str]) -> VoteCast:
    """Which word of `words_of` a match found."""
    ways: tuple[VoteCast, ...] = ("abstain", "absent", "not voting", "against", "for")
    return next(way for way in ways if match[way.replace(" ", "_")])


@cache
def _number_first() -> re.Pattern[str]:
    people = (
        r"(?:\s+(?:votes?|members?|councillors?|cllrs?|people|persons?|voted|voting|were|having|had"
        r"|cast))*"
    )
    return re.compile(
        rf"(?<![\w£.,/-])(?P<count>{_number()}){people}[\s–—:-]*(?:{words_of()})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _word_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w’'])(?:{words_of()})(?:\s*votes?)?\s*[:=(\[–—,-]*\s*(?P<count>{_number()})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _pair() -> re.Pattern[str]:
    number = _number()
    return re.compile(
        rf"(?<![\w£.,/-])(?P<one>{number})\s*(?:votes?|members?)?\s*,?\s*(?:to|[-–—])\s*(?P<two>{number})\s*(?:votes?)?"
        rf"(?:\s*[-–—]\s*(?P<three>{number}))?(?![\w/:.]*\d)",
        re.IGNORECASE,
    )


_VOTED = re.compile(
    r"\b(?:vot(?:es?|ed|ing)|carried|lost|passe[ds]|carries|ayes?|noes|nays|defeated|division"
    r"|abst(?:ain|ention)\w*|majority|show\s+of\s+hands)\b",
    re.IGNORECASE,
)
_SCORED = re.compile(
    r"\b(?:carried|lost|passe[ds]|carries|vote[sd]?|defeated|fail(?:s|ed))\b", re.IGNORECASE
)
_LOST = re.compile(r"\b(?:lost|defeated|fail(?:s|ed)|rejected|not\s+carried)\b", re.IGNORECASE)


def number_of(text: str) -> int:
    """The number that a word or figures give."""
    known: list[str] = lexicon("motions")["counts"]["numbers"]
    plain = text.lower()
    if plain in lexicon("motions")["counts"]["none"]:
        return 0
    return known.index(plain) if plain in known else int(plain)


def tally_of(text: str) -> tuple[Tally, int, int] | None:
    """The votes that one sentence counts and where they stand; None where it counts none.

    One number beside one word is a vote only where the sentence speaks of voting.
    """
    counted = _by_words(text)
    if counted is not None:
        return counted
    pair = _pair().search(text)
    if pair is None or not _SCORED.search(text):
        return None
    one, two = number_of(pair["one"]), number_of(pair["two"])
    if "to" not in pair.group().lower() and not re.search(
        r"\b(?:carried|lost|passe[ds]|carries|vote[ds]?|defeated|fail(?:s|ed))\b[^.]{0,25}$",
        text[: pair.start()],
        re.IGNORECASE,
    ):
        return None
    if _LOST.search(text) and one > two:
        one, two = two, one
    three = number_of(pair["three"]) if pair["three"] else None
    tally = Tally(one, two, three)
    rest = _by_words(text[pair.end() :], alone=True)
    return (tally.filled(rest[0]) if rest else tally), pair.start(), pair.end()


def _by_words(text: str, *, alone: bool = False) -> tuple[Tally, int, int] | None:
    numbers, labels = list(_number_first().finditer(text)), list(_word_first().finditer(text))
    if not numbers and not labels:
        return None
    by_number = not labels or bool(numbers and numbers[0].start() < labels[0].start())
    found = numbers if by_number else labels
    tally = Tally()
    ways = set()
    for match in found:
        way = vote_of(match)
        tally = tally.with_count(way, number_of(match["count"]))
        ways.add(way)
    if not tally or (len(ways) < 2 and not alone and not _VOTED.search(text)):
        return None
    if ways <= {"abstain"} and not alone and _pair().search(text):
        return None
    return tally, found[0].start(), found[-1].end()
