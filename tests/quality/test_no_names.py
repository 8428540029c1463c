"""Nothing in the pipeline or its models names a council, a person or a paper of the gold."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READ = (".py", ".toml", ".sql", ".md", ".json", ".txt")
NAMED = ("name", "owner", "lead_officers", "lead", "authors", "substitute_for")
BODIES = ("body", "authority", "council")
SENTENCES = ("text", "title", "interest", "milestone", "activity", "comment", "item", "venue")


def listed(name: str) -> frozenset[str]:
    """One list of words in `words.toml`."""
    data = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    return frozenset(data[name].split())


# Words that are also surnames, first names or places, and that everyday English or the genre needs.
# A person or place is still found by two of its words together, or by any word not among these.
COMMON = listed("everyday")
GENRE = listed("genre")
"""Words of posts and of bodies."""
SENTENCE = "the gate by the lower field be mended"
SHORTEST = 4
"""Letters of a word, under which it can't tell a name ('Lee', 'Ash') from code."""


def values(node: object, keys: tuple[str, ...]) -> Iterator[str]:
    """Every text under one of these keys, however deep."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key in keys:
                found = value if isinstance(value, list) else [value]
                yield from (each for each in found if isinstance(each, str))
            yield from values(value, keys)
    elif isinstance(node, list):
        for each in node:
            yield from values(each, keys)


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text)


def told_words(names: set[str]) -> set[str]:
    """The words of names that can be told from everyday words and code."""
    return {
        word.casefold()
        for name in names
        for word in words_of(name)
        if len(word) >= SHORTEST and word[0].isupper() and word.casefold() not in COMMON
    }


NAME_LISTS = ("models/train/names.toml", "models/minutes/vocab")
"""Common first names and surnames, that made-up people are named from: they point at nobody."""


def sources(root: Path) -> dict[str, str]:
    files = [p for folder in ("pipeline", "models") for p in sorted((root / folder).rglob("*"))]
    return {
        str(path.relative_to(root)): path.read_text("utf-8")
        for path in files
        if path.suffix in READ
        and "__pycache__" not in path.parts
        and not path.relative_to(root).as_posix().startswith(NAME_LISTS)
    }


def named_in(texts: Mapping[str, str], names: set[str], sentences: set[str]) -> list[str]:
    """What is named where: whole names, words of names, and sentences of papers."""
    single = told_words(names)
    whole = {
        " ".join(words_of(name)).casefold()
        for name in names
        if len(words_of(name)) > 1 and not set(map(str.casefold, words_of(name))) <= COMMON
    }
    found = []
    for path, text in texts.items():
        words = [word.casefold() for word in words_of(text)]
        # 'hook' is a word of code, 'Hook' and 'HOOK' may be somebody.
        capital = {word.casefold() for word in words_of(text) if word[0].isupper()}
        run = f" {' '.join(words)} "
        found += [f"{path} names {word!r}" for word in sorted(single & capital)]
        found += [f"{path} names {name!r}" for name in sorted(whole) if f" {name} " in run]
        found += [f"{path} quotes {each!r}" for each in sorted(sentences) if f" {each} " in run]
    return found


@pytest.mark.shared
def test_no_file_names_what_the_gold_names(shared: Path) -> None:
    golds = [
        json.loads(path.read_text("utf-8")) for path in sorted((shared / "gold").glob("*.json"))
    ]
    assert len(golds) > 20
    people = {name for gold in golds for name in values(gold, NAMED)}
    # 'The Clerk', 'Corporate Director': an owner or a post is no name.
    people = {name for name in people if not GENRE & set(map(str.casefold, words_of(name)))}
    places = {name for gold in golds for name in values(gold, BODIES)}
    stems = (
        path.stem
        for folder in ("papers", "seeds", "real", "pages")
        for path in (shared / folder).iterdir()
    )
    places |= {re.split(r"[-_]", stem)[0].capitalize() for stem in stems}
    places = {" ".join(w for w in words_of(p) if w.casefold() not in GENRE) for p in places}
    texts = (text for gold in golds for text in values(gold, SENTENCES))
    sentences = {" ".join(words_of(text)).casefold() for text in texts if len(words_of(text)) >= 7}
    assert len(people) > 100
    assert named_in(sources(ROOT), people | places, sentences) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# as Councillor Quarrington has it", ["x.py names 'quarrington'"]),
        ("quarrington = 1", []),
        ("# ada  hill's way", []),
        ("# ada\n# hill had it so", ["x.py names 'ada hill'"]),
        ("MINUTES = 'Fenwickshire'", ["x.py names 'fenwickshire'"]),
        ("# The gate by the lower field be mended.", ["x.py quotes '" + SENTENCE + "'"]),
        ("head = 'Hill'", []),
    ],
)
def test_a_name_in_the_code_is_told(text: str, told: list[str]) -> None:
    names = {"Zebulon Quarrington", "Ada Hill", "Much Fenwickshire"}
    assert named_in({"x.py": text}, names, {SENTENCE}) == told
