"""Reading `papers.toml`: every mistake is told with its line and its remedy."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from pipeline.errors import UsageError
from pipeline.settings.lines import Lines, path_of
from pipeline.settings.records import Settings

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]*)`")
_MISSING = re.compile(r"Object missing required field `(?P<key>[^`]*)`")
_OWN = re.compile(r"^(\w+)\b")


def load(path: Path) -> Settings:
    """Read and check the settings. Paths in them are made absolute, below the file's folder.

    Raises UsageError, naming file, line and remedy.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError as error:
        raise UsageError(
            f"{path}: there are no settings; `papers init` writes some to start from"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no text in UTF-8; save it as UTF-8") from error
    except OSError as error:
        raise UsageError(f"{path}: can't be read ({error.strerror})") from error
    try:
        held = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{_toml_fault(path, str(error))}; mend that line") from error
    try:
        settings = msgspec.convert(held, Settings, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise UsageError(_told(path, text, str(error))) from error
    return _below(settings, path.resolve().parent)


def _path(kind: type, value: object) -> Path:
    """A path from its text; msgspec knows none."""
    if kind is not Path or not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError("expected a path in quotes")
    return Path(value)


def _toml_fault(path: Path, said: str) -> str:
    found = re.search(r"\(at line (\d+), column \d+\)", said)
    line = f", line {found[1]}" if found else ""
    what = re.sub(r"\s*\(at (?:line \d+, column \d+|end of document)\)", "", said)
    return f"{path}{line}: {what[:1].lower()}{what[1:]}"


def _told(path: Path, text: str, message: str) -> str:
    said, where = path_of(message)
    lines = Lines(text)
    unknown, missing = _UNKNOWN.match(said), _MISSING.match(said)
    if unknown:
        key = unknown["key"]
        near = get_close_matches(key, _keys(where), n=1, cutoff=0.6)
        hint = f"; did you mean '{near[0]}'?" if near else "; take it out"
        return f"{_at(path, lines, (*where, key))}: '{key}' is no setting here{hint}"
    if missing:
        place = _at(path, lines, where)
        of = f"[[{where[0]}]]" if where else "the settings"
        return (
            f"{place}: '{missing['key']}' is missing in {of}; `papers init` shows how it is written"
        )
    own = _OWN.match(said)
    if own and own[1] in _keys(where):
        return f"{_at(path, lines, (*where, own[1]))}: {said}"
    if own and own[1] == "delay_seconds":
        return f"{_at(path, lines, ('politeness', 'delay_seconds'))}: {said}"
    name = next((step for step in reversed(where) if isinstance(step, str)), None)
    named = f"'{name}': " if name else ""
    return f"{_at(path, lines, where)}: {named}{_plain(said)}"


def _plain(said: str) -> str:
    """The words of msgspec for types in those of TOML."""
    for word, plain in (
        ("Expected `", "expected `"),
        ("`str`", "text in quotes"),
        ("`int`", "a whole number"),
        ("`float`", "a number"),
        ("`bool`", "true or false"),
        ("`array`", "a list in [ ]"),
        ("`object`", "a table"),
        ("`date`", "a date like 2024-05-31"),
        ("`path`", "a path in quotes"),
        ("Invalid RFC3339 encoded date", "expected a date without quotes, like 2024-05-31"),
    ):
        said = said.replace(word, plain)
    return said


def _at(path: Path, lines: Lines, where: tuple[str | int, ...]) -> str:
    line = lines.of(where)
    return f"{path}, line {line}" if line is not None else f"{path}"


def _keys(where: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that may stand at a path."""
    kind: Any = Settings
    for step in where:
        if isinstance(step, str):
            kind = _struct(get_type_hints(kind).get(step)) if kind else None
    return tuple(kind.__struct_fields__) if kind else ()


def _struct(hint: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return hint
    return next((found for each in get_args(hint) if (found := _struct(each))), None)


def _below(settings: Settings, folder: Path) -> Settings:
    digest = settings.digest
    smtp = digest.smtp
    if smtp is not None and smtp.password_file is not None:
        smtp = msgspec.structs.replace(smtp, password_file=folder / smtp.password_file)
    return msgspec.structs.replace(
        settings,
        archive=folder / settings.archive,
        folder=tuple(
            msgspec.structs.replace(each, path=folder / each.path.expanduser())
            for each in settings.folder
        ),
        digest=msgspec.structs.replace(digest, folder=folder / digest.folder, smtp=smtp),
    )
