"""What fills the slots of the passages: invented names, places, dates and sums, ever new."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

_SLOT = re.compile(r"\{(?P<name>\w+)\}")
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}


@cache
def _names() -> dict[str, list[str]]:
    with (Path(__file__).parent / "names.toml").open("rb") as file:
        read: dict[str, list[str]] = tomllib.load(file)
    return read


def fill(text: str, rng: random.Random) -> str:
    """`text` with every slot filled by chance.

    Raises `KeyError` for a slot that isn't known.
    """
    return _SLOT.sub(lambda m: _MAKERS[m["name"]](rng), text)


def _one(key: str) -> Callable[[random.Random], str]:
    return lambda rng: rng.choice(_names()[key])


def _initial(rng: random.Random) -> str:
    return rng.choice("ABCDEFGHIJKLMNPRSTVW")


def _initials(rng: random.Random) -> str:
    return "".join(_initial(rng) for _ in range(rng.choice((2, 2, 2, 3))))


def _name(rng: random.Random) -> str:
    return f"{_one('first')(rng)} {_one('surname')(rng)}"


def _called(rng: random.Random) -> str:
    """A surname, with or without initials or a first name before it."""
    surname = _one("surname")(rng)
    before = rng.choices(
        ("", f"{_initial(rng)} ", f"{_initial(rng)}. ", f"{_one('first')(rng)} "), (5, 2, 1, 2)
    )
    return before[0] + surname


def _councillor(rng: random.Random) -> str:
    return f"{_one('councillor')(rng)} {_called(rng)}"


def _councillors(rng: random.Random) -> str:
    some = [_called(rng) for _ in range(rng.choice((2, 2, 2, 3, 4)))]
    joint = rng.choice((" and ", " and ", " & "))
    return f"{_one('councillors')(rng)} {', '.join(some[:-1])}{joint}{some[-1]}"


def _date(rng: random.Random) -> str:
    day, month = rng.randint(1, 28), _one("month")(rng)
    ending = rng.choice(("", _ORDINALS.get(day, "th")))
    year = f" {rng.randint(1985, 2026)}" if rng.random() < 0.5 else ""
    return f"{day}{ending} {month}{year}"


def _money(rng: random.Random) -> str:
    sign = rng.choice(("£", "£", "£", "$", "€"))
    size = rng.choice((100, 1000, 10000, 1000000))
    return sign + rng.choice((f"{rng.randrange(1, size):,}", f"{rng.random() * size:,.2f}"))


def _time(rng: random.Random) -> str:
    sign, half = rng.choice((".", ":")), rng.choice(("pm", " p.m.", " PM", ""))
    return f"{rng.randint(6, 9)}{sign}{rng.randrange(0, 60, 5):02d}{half}"


def _reference(rng: random.Random) -> str:
    year, serial = rng.randint(2005, 2026), rng.randint(1, 4000)
    return rng.choice(
        (f"{year % 100}/{serial:05d}/FUL", f"DC/{year}/{serial}", f"P{serial}/{year}")
    )


def _place(rng: random.Random) -> str:
    return (_one("place_begins")(rng) + _one("place_ends")(rng)).title()


def _street(rng: random.Random) -> str:
    return f"{_one('street_first')(rng)} {_one('street_last')(rng)}"


_MAKERS: dict[str, Callable[[random.Random], str]] = {
    "cllr": _councillor,
    "cllrs": _councillors,
    "name": _name,
    "surname": _one("surname"),
    "titled": lambda rng: f"{_one('courtesy')(rng)} {_called(rng)}",
    "initials": _initials,
    "number": lambda rng: str(rng.randint(2, 60)),
    "money": _money,
    "date": _date,
    "time": _time,
    "year": lambda rng: str(rng.randint(1985, 2027)),
    "ref": _reference,
    "street": _street,
    "place": _place,
    "firm": lambda rng: f"{_one('surname')(rng)} {_one('firm_last')(rng)}",
}
