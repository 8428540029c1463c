"""Labelled sentences of minutes, made from wordings: their kinds, and who is to act in them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.train.wording import Filler, Maker, Wording, lists, marked, wordings

KINDS = ("action", "decision", "narrative", "heading", "declaration", "apology")
SHARES = {
    "action": 0.25,
    "decision": 0.2,
    "narrative": 0.46,
    "heading": 0.03,
    "declaration": 0.03,
    "apology": 0.03,
}
"""How often each kind is made."""
SCRAPS = 0.15
"""How many of all are scraps run together."""
_SCRAPPED = ("action", "narrative", "decision", "narrative", "action", "narrative", "narrative")


_OFFICES = ("DC", "PA", "DM", "S")
"""What the references of planning applications begin with."""
_STREET = ("first", "last")


@dataclass(frozen=True)
class Sentence:
    """One labelled sentence."""

    text: str
    kinds: frozenset[str]
    owners: tuple[tuple[int, int], ...] = ()


def makers() -> dict[str, Maker]:
    """What makes names, titles, dates and sums; each takes its chances from the generator's."""
    names, slots = lists("names"), lists("slots")

    def one(key: str) -> Maker:
        return lambda rng: rng.choice(names[key])

    def initial(rng: random.Random) -> str:
        return rng.choice("ABCDEFGHIJKLMNPRSTVW")

    def initials(rng: random.Random) -> str:
        return "".join(initial(rng) for _ in range(rng.choice((2, 2, 2, 3))))

    def name(rng: random.Random) -> str:
        return f"{rng.choice(names['first'])} {rng.choice(names['surname'])}"

    def called(rng: random.Random) -> str:
        surname = rng.choice(names["surname"])
        shape = rng.random()
        if shape < 0.5:
            return surname
        if shape < 0.7:
            return f"{initial(rng)} {surname}"
        if shape < 0.78:
            return f"{initial(rng)}. {surname}"
        if shape < 0.84:
            return f"{initial(rng)}{initial(rng)} {surname}"
        return f"{rng.choice(names['first'])} {surname}"

    def councillor(rng: random.Random) -> str:
        chance = rng.random()
        if chance < 0.1:
            return initials(rng)
        if chance < 0.2:
            return name(rng)
        return f"{rng.choice(names['councillor'])} {called(rng)}"

    def councillors(rng: random.Random) -> str:
        some = [called(rng) for _ in range(rng.choice((2, 2, 2, 3, 4)))]
        joint = rng.choice((" and ", " and ", " & "))
        return f"{rng.choice(names['councillors'])} {', '.join(some[:-1])}{joint}{some[-1]}"

    def date(rng: random.Random) -> str:
        day, month = rng.randint(1, 28), rng.choice(slots["month"])
        ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(day, "th")
        year = f" {rng.randint(2005, 2026)}" if rng.random() < 0.6 else ""
        return f"{day}{rng.choice(('', ending))} {month}{year}"

    def money(rng: random.Random) -> str:
        size = rng.choice((100, 1000, 10000, 1000000))
        return rng.choice((f"£{rng.randrange(size):,}", f"£{rng.random() * size:,.2f}"))

    def reference(rng: random.Random) -> str:
        return rng.choice((
            f"{rng.randint(10, 26)}/{rng.randint(1, 3999):05d}/FUL",
            f"{rng.choice(_OFFICES)}/{rng.randint(2010, 2026)}/{rng.randint(1, 4000)}",
        ))  # fmt: skip

    return {
        "cllr": councillor,
        "cllrs": councillors,
        "name": name,
        "surname": one("surname"),
        "titled": lambda rng: f"{rng.choice(names['courtesy'])} {called(rng)}",
        "initials": initials,
        "number": lambda rng: str(rng.randint(2, 60)),
        "money": money,
        "date": date,
        "time": lambda rng: f"{rng.randint(6, 9)}{rng.choice(('.', ':'))}{rng.randint(10, 59)}pm",
        "ref": reference,
        "street": lambda rng: (
            f"{rng.choice(slots['street_first'])} {rng.choice(slots['street_last'])}"
        ),
    }


def made(count: int, seed: int, *, held_out: bool = False) -> Iterator[Sentence]:
    """`count` sentences from the wordings for training, or else from those that are held out."""
    rng = random.Random(seed)
    filler = Filler(lists("slots"), makers())
    pools: dict[str, Sequence[Wording]] = {
        kind: [w for w in wordings(kind) if w.held_out == held_out] for kind in KINDS
    }
    kinds, shares = list(SHARES), list(SHARES.values())
    for _ in range(count):
        kind = rng.choices(kinds, shares)[0]
        if not pools[kind]:
            continue
        if rng.random() < SCRAPS:
            yield _scraps([_one(rng.choice(pools[k]), filler, rng) for k in _SCRAPPED], rng)
        else:
            yield _varied(kind, pools, filler, rng)


def _scraps(sentences: Sequence[Sentence], rng: random.Random) -> Sentence:
    """Scraps of sentences run together: what resembles a kind in its words alone is no such kind.

    Without these a network is sure of whatever it has never seen.
    """
    taken: list[str] = []
    for sentence in rng.sample(sentences, len(sentences)):
        words = sentence.text.split()
        length = rng.randint(2, 8 if "narrative" in sentence.kinds else 3)
        at = rng.randrange(max(1, len(words) - length))
        taken += words[at : at + length]
    return Sentence(" ".join(taken) + rng.choice((".", ".", "")), frozenset({"narrative"}))


def _one(wording: Wording, filler: Filler, rng: random.Random) -> Sentence:
    text, owners = marked(filler.fill(wording.text, rng))
    return Sentence(text, frozenset({wording.kind}), tuple(owners))


def _varied(
    kind: str, pools: dict[str, Sequence[Wording]], filler: Filler, rng: random.Random
) -> Sentence:
    """A sentence of a kind: alone, or as papers print it, with other text before or after."""
    sentence = _one(rng.choice(pools[kind]), filler, rng)
    if kind not in {"action", "decision", "narrative"}:
        return sentence
    chance = rng.random()
    if chance < 0.13:
        before = _one(rng.choice(pools["narrative"]), filler, rng).text.rstrip(".:")
        joint = rng.choice((", and ", " and ", "; ", " – ", ", so ", ". ", " but "))
        return _after(before + joint, sentence, lower=not joint.startswith("."))
    if chance < 0.17 and kind != "narrative":
        other = "action" if kind == "decision" else "decision"
        first = _one(rng.choice(pools[other]), filler, rng)
        joined = _after(first.text.rstrip(".:") + rng.choice((" and ", ". ", "; ")), sentence)
        return Sentence(joined.text, first.kinds | sentence.kinds, first.owners + joined.owners)
    return _printed(sentence, chance, filler, rng)


_CLAUSES = (
    " as {fact}",
    " because {fact}",
    ", which {fact}",
    " so that {fact}",
    " ({document})",
    ", as {topic} was {progress}",
    " given that {fact}",
    " on {topic}",
    ", including {topic}",
    " and {topic}",
)
_LABELS = ("{month}23.0{number} ", "{number}.{number} ", "{topic:c} – ", "({number}) ")


def _printed(sentence: Sentence, chance: float, filler: Filler, rng: random.Random) -> Sentence:
    """A sentence with a clause more, without its full stop, in capitals, or behind a label."""
    text = sentence.text
    if chance < 0.27 and text.endswith("."):
        text = text[:-1] + filler.fill(rng.choice(_CLAUSES), rng) + "."
    elif chance < 0.33:
        text = text.rstrip(".")
    elif chance < 0.36:
        text = text.upper()
    elif chance < 0.4:
        return _after(filler.fill(rng.choice(_LABELS), rng), sentence, lower=False)
    return Sentence(text, sentence.kinds, sentence.owners)


def _after(before: str, sentence: Sentence, *, lower: bool = True) -> Sentence:
    """A sentence moved behind other text, its first letter lowered where it is no name's."""
    text = sentence.text
    if lower and text.split(" ", 1)[0] in {"The", "It", "A", "This", "Members", "That", "After"}:
        text = text[:1].lower() + text[1:]
    moved = tuple((a + len(before), b + len(before)) for a, b in sentence.owners)
    return Sentence(before + text, sentence.kinds, moved)
