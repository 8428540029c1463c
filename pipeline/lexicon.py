"""The vocabulary of committee papers: the files under `models/lexicon`, checked and compiled once.

A file holds lists of phrases, pieces of patterns, and rules: tables with lists and a `form`, a
regular expression that says where they stand (`{list}`). How a phrase is written, and what each
sign in it means, is in `models/README.md`.
"""

from __future__ import annotations

import os
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pipeline import models
from pipeline.errors import LexiconError

_SLOT = re.compile(r"\{([a-z_]+)\}")
_KEYS = frozenset({"form", "case", "examples", "others"})
"""What a rule may hold beside its lists: `others` are texts that it must not match."""


def folder() -> Path:
    """Where the files are: `COMMITTEE_PAPERS_LEXICON`, the installed package or the checkout."""
    own = os.environ.get("COMMITTEE_PAPERS_LEXICON")
    if own:
        return Path(own)
    return models.model_file("lexicon")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """What `models/lexicon/NAME.toml` holds.

    Raises LexiconError where the file is missing, is no TOML, or lists a phrase twice.
    """
    path = folder() / f"{name}.toml"
    try:
        with path.open("rb") as file:
            held = tomllib.load(file)
    except OSError as error:
        raise LexiconError(
            f"{path}: can't be read ({error.strerror}); put the file back, or unset "
            "COMMITTEE_PAPERS_LEXICON"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: is no TOML ({error}); mend that line") from error
    _check_lists(path, held, ())
    return held


def fingerprint() -> int:
    """A number that is another one whenever a file of the vocabulary is: its version."""
    return models.fingerprint(folder(), "*.toml")


def check() -> None:
    """Compile every rule of every file, so that a wrong one is told before any paper is read.

    Raises LexiconError, with file, key and remedy.
    """
    for path in sorted(folder().glob("*.toml")):
        _check_table(path.stem, lexicon(path.stem), ())


def _check_table(name: str, held: dict[str, Any], above: tuple[str, ...]) -> None:
    for key, value in held.items():
        keys = (*above, key)
        if _is_rule(value):
            pattern(name, *keys)
        elif isinstance(value, dict):
            _check_table(name, value, keys)
        elif isinstance(value, list) and value and _is_rule(value[0]):
            ordered(name, *keys)


def _is_rule(value: Any) -> bool:
    return isinstance(value, dict) and not {"form", "any"}.isdisjoint(value)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of words, in lower case."""
    return frozenset(str(word).lower() for word in _at(name, key))


@cache
def pattern(name: str, *keys: str) -> re.Pattern[str]:
    """What stands at `keys` in a file as one compiled pattern; case is ignored unless it says so.

    Raises LexiconError, with file, key and remedy, where it is missing or wrong.
    """
    held = _at(name, *keys)
    return _compiled(name, ".".join(keys), held)


def rule(name: str, key: str) -> re.Pattern[str]:
    """The rule `key` of a file, compiled."""
    return pattern(name, key)


@cache
def ordered(name: str, *keys: str) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Rules that are tried in order (`[[key]]`): each pattern, and what it stands for."""
    found, key = [], ".".join(keys)
    for number, held in enumerate(_at(name, *keys), start=1):
        meaning = {k: v for k, v in held.items() if isinstance(v, str) and k not in _KEYS}
        lists = {k: v for k, v in held.items() if k not in meaning}
        found.append((_compiled(name, f"{key}, rule {number}", lists), meaning))
    return tuple(found)


def _compiled(name: str, key: str, held: Any) -> re.Pattern[str]:
    flags = 0 if isinstance(held, dict) and held.get("case") else re.IGNORECASE
    source = _source(name, key, held, ())
    try:
        return re.compile(source, flags)
    except re.error as error:
        raise LexiconError(
            f"{folder() / name}.toml: {key} doesn't compile ({error}); mend its form"
        ) from error


def _at(name: str, *keys: str) -> Any:
    held: Any = lexicon(name)
    try:
        for key in keys:
            held = held[key]
    except (KeyError, TypeError):
        raise LexiconError(
            f"{folder() / name}.toml: {'.'.join(keys)} is missing; put it back"
        ) from None
    return held


def _source(name: str, key: str, held: Any, above: tuple[str, ...]) -> str:
    """The regular expression of a list, a piece or a rule, its slots filled in."""
    where = f"{folder() / name}.toml: {key}"
    if key in above:
        raise LexiconError(f"{where} holds itself; take '{{{key}}}' out of its form")
    own: dict[str, Any] = {}
    if isinstance(held, list):
        return _choice(where, held)
    if isinstance(held, dict):
        own = {k: v for k, v in held.items() if k not in _KEYS}
        form = str(held.get("form", "{any}"))
        slots = set(_SLOT.findall(form))
        for listed in own:
            if listed not in slots:
                raise LexiconError(
                    f"{where}: its form has no place for '{listed}'; write {{{listed}}} there, or "
                    f"take '{listed}' out (a rule holds lists, {', '.join(sorted(_KEYS))})"
                )
    else:
        form = str(held)

    def fill(slot: re.Match[str]) -> str:
        word = slot[1]
        if word in own:
            return _choice(f"{where}.{word}", own[word])
        if word not in lexicon(name):
            raise LexiconError(f"{where}: no list is named '{word}'; add it, or mend the form")
        return _source(name, word, lexicon(name)[word], (*above, key))

    return _SLOT.sub(fill, form)


def _choice(where: str, entries: Any) -> str:
    if not isinstance(entries, list) or not entries:
        raise LexiconError(
            f'{where}: is no list of phrases; write {where.rsplit(".", maxsplit=1)[-1]} = ["..."]'
        )
    sources = [_entry(where, e) for e in entries]
    if all(s[:2] == s[-2:] == r"\b" for s in sources):
        return rf"(?:\b(?:{'|'.join(s[2:-2] for s in sources)})\b)"
    return f"(?:{'|'.join(sources)})"


def _entry(where: str, entry: Any) -> str:
    if not isinstance(entry, str) or not entry.strip():
        raise LexiconError(f"{where}: {entry!r} is no phrase; write words between quotes")
    source = entry[1:-1] if len(entry) > 2 and entry[0] == entry[-1] == "/" else phrase(entry)
    try:
        re.compile(source)
    except re.error as error:
        raise LexiconError(f"{where}: '{entry}' doesn't compile ({error}); mend it") from error
    return source


def _check_lists(path: Path, held: dict[str, Any], above: tuple[str, ...]) -> None:
    for key, value in held.items():
        where = f"{path}: {'.'.join((*above, key))}"
        if isinstance(value, dict):
            _check_lists(path, value, (*above, key))
        elif isinstance(value, list):
            seen: set[str] = set()
            for entry in value:
                same = entry if held.get("case") or not isinstance(entry, str) else entry.lower()
                if isinstance(same, str) and same in seen:
                    raise LexiconError(f"{where} lists '{entry}' twice; take one out")
                if isinstance(same, str):
                    seen.add(same)


_PIECE = re.compile(r" ?\.\.\.? ?|[\[\]()|* ]|[^\[\]()|* .]+|\.")


def phrase(text: str) -> str:
    """The regular expression of a phrase."""
    plain = " ".join(text.split())
    bare = plain.removeprefix("^").removesuffix("$")
    within = bare.startswith("*")
    bare = bare.removeprefix("*")
    tokens = _PIECE.findall(bare)
    source, at = _sequence(tokens, 0)
    if at != len(tokens) or not tokens:
        raise LexiconError(f"'{text}': a bracket is closed that was not opened; mend the phrase")
    begins = not within and (tokens[0][0].isalnum() or tokens[0] in "[(")
    ends = tokens[-1][-1].isalnum() or tokens[-1] in "])"
    source = (r"\b" if begins else "") + source + (r"\b" if ends else "")
    return (r"^\W*" if plain[0] == "^" else "") + source + (r"\W*$" if plain[-1] == "$" else "")


_KNOWN = {" ": " ", "*": r"\w*", "..": r"\b[^.]*\b", "...": r"\b.*\b"}


def _sequence(tokens: list[str], at: int) -> tuple[str, int]:
    """The alternatives from `at` to the bracket that closes them, or to the end."""
    choices: list[list[tuple[str, bool]]] = [[]]
    while at < len(tokens) and tokens[at] not in "])":
        sign = tokens[at]
        at += 1
        if sign == "|":
            choices.append([])
        elif sign in "[(":
            inner, at = _sequence(tokens, at)
            if at >= len(tokens) or tokens[at] != {"[": "]", "(": ")"}[sign]:
                raise LexiconError(f"'{''.join(tokens)}': '{sign}' is not closed; mend the phrase")
            at += 1
            choices[-1].append((f"(?:{inner})", sign == "["))
        else:
            choices[-1].append((_KNOWN.get(sign.strip() or sign) or re.escape(sign), False))
    return "|".join(_joined(c) for c in choices), at


def _joined(items: list[tuple[str, bool]]) -> str:
    """A sequence in which a part that may be missing takes the blank beside it along."""
    source = ""
    at = 0
    while at < len(items):
        piece, optional = items[at]
        rest_missing = all(o or p == " " for p, o in items[at:])
        if piece == " ":
            if rest_missing:  # 'resolved [that]': the blank goes with what may be missing
                for later, gone in items[at:]:
                    source += f"(?:\\s+{later})?" if gone else ""
                return source
            source += r"\s+"
        elif optional:
            follows = at + 1 < len(items) and items[at + 1][0] == " "
            stands_apart = at == 0 or items[at - 1][0] == " "
            if follows and stands_apart:
                source += f"(?:{piece}\\s+)?"
                at += 1
            else:
                source += f"{piece}?"
        else:
            source += piece
        at += 1
    return source
