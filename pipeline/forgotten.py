"""What must not be kept: known again by keyed fingerprints, never by what it was.

A register entry holds no name and no digest of a paper, only keyed fingerprints (blake2b) whose key
stands in a file of its own. Whoever has the register alone can't tell what was forgotten; whoever
has the key too can only try a guess. https://www.rfc-editor.org/rfc/rfc7693
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Literal

import msgspec

from pipeline.durable import sync
from pipeline.errors import UsageError

REGISTER = "forgotten.json"
KEY = "forget.key"
REMOVED = "[name removed]"
"""What stands where a forgotten name stood."""
QUOTE_REMOVED = "[removed]"
"""What stands in place of a quote that holds one."""
LONGEST = 8
"""Words that a name may have."""

_WORD = re.compile(r"[^\W_]+(?:['’‘`][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’‘`][sS]$")
_BETWEEN = re.compile(r"[\s.,'’‘`_/|\\()\-–—\u00a0]{1,4}")
"""What may stand between two words of a name: in a list, a path, or two cells of a table."""
_APOSTROPHE = re.compile(r"['’‘`]")
_SHA256 = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_DOCUMENT = re.compile(r"(?<![0-9a-z])d[0-9a-f]{16}(?![0-9a-f])")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """That something was forgotten."""

    kind: Literal["paper", "person"]
    at: datetime
    by: str
    why: str
    marks: tuple[str, ...]
    """Fingerprints: of a paper its SHA-256 and its key, of a person every form of the name."""
    lengths: tuple[int, ...] = ()
    """How many words the forms of the name have."""
    done: bool = False
    """Whether everything was removed; a command that was cut off is finished by the next run."""


class Register(msgspec.Struct, frozen=True):
    """Everything that was forgotten in one archive, oldest first."""

    entries: tuple[Entry, ...] = ()


class Blanks:
    """Tells what must not be kept, and blanks names out of texts."""

    def __init__(self, key: bytes = b"", register: Register | None = None) -> None:
        self._key = key
        self.register = register or Register()
        papers = (e for e in self.register.entries if e.kind == "paper")
        self._papers = frozenset(mark for entry in papers for mark in entry.marks)
        people = [e for e in self.register.entries if e.kind == "person"]
        self._names = frozenset(mark for entry in people for mark in entry.marks)
        self._lengths = tuple(sorted({n for entry in people for n in entry.lengths}, reverse=True))
        self._seen: dict[str, bool] = {}

    def __bool__(self) -> bool:
        """Whether anything was forgotten at all."""
        return bool(self._papers or self._names)

    @property
    def people(self) -> bool:
        """Whether a person was forgotten."""
        return bool(self._names)

    @property
    def unfinished(self) -> bool:
        """Whether a command to forget was cut off."""
        return not all(entry.done for entry in self.register.entries)

    def over(self, register: Register) -> Blanks:
        """The same key over another register."""
        return Blanks(self._key, register)

    def mark(self, text: str) -> str:
        """The fingerprint of a text."""
        return hashlib.blake2b(text.encode(), key=self._key, digest_size=16).hexdigest()

    def refuses(self, key: str | None) -> bool:
        """Whether a paper is forgotten, by its SHA-256 or its key ('d' and 16 hex digits)."""
        return bool(self._papers) and key is not None and self.mark(key) in self._papers

    def names(self, text: str) -> bool:
        """Whether a forgotten name stands in the text."""
        return bool(self._names) and next(self._spans(text), None) is not None

    def text(self, text: str) -> str:
        """The text with every forgotten name replaced."""
        if not self._names:
            return text
        out, at = [], 0
        for start, end in self._spans(text):
            out += [text[at:start], REMOVED]
            at = end
        return "".join([*out, text[at:]]) if out else text

    def mentions(self, text: str) -> bool:
        """Whether the text has a forgotten name in it, or the key or digest of a paper."""
        if self._papers:
            for pattern in (_SHA256, _DOCUMENT):
                if any(self.refuses(found) for found in set(pattern.findall(text))):
                    return True
        return self.names(text)

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where forgotten names stand, from left to right, none within another."""
        words = [(m.start(), _end(m), _folded(m.group())) for m in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            length = next((n for n in self._lengths if self._is_name(text, words, at, n)), 0)
            if length:
                yield words[at][0], words[at + length - 1][1]
            at += length or 1

    def _is_name(self, text: str, words: list[tuple[int, int, str]], at: int, length: int) -> bool:
        stretch = words[at : at + length]
        if len(stretch) < length:
            return False
        joined = " ".join(word for _, _, word in stretch)
        known = self._seen.get(joined)
        if known is None:
            if len(self._seen) > 200_000:
                self._seen.clear()
            known = self._seen[joined] = self.mark(joined) in self._names
        return known and all(
            _BETWEEN.fullmatch(text, one[1], other[0]) is not None
            for one, other in pairwise(stretch)
        )


def folded(name: str) -> str:
    """A name as it is compared: lower case, no diacritics, single spaces."""
    return " ".join(_folded(m.group()) for m in _WORD.finditer(name))


def load(archive: Path) -> Blanks:
    """What the archive of a folder has forgotten. Raises UsageError where that can't be told."""
    register, key = archive / REGISTER, archive / KEY
    try:
        found = msgspec.json.decode(register.read_bytes(), type=Register)
    except FileNotFoundError:
        return Blanks()
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{register}: what was forgotten can't be read ({error}); restore it from a backup, "
            "or what was forgotten would come in again"
        ) from error
    try:
        return Blanks(key.read_bytes(), found)
    except FileNotFoundError as error:
        raise UsageError(
            f"{key}: the key is missing, so that what was forgotten can't be known again; "
            "restore it from a backup"
        ) from error


def with_key(archive: Path) -> Blanks:
    """The same with a key, made if need be, so that more can be forgotten."""
    found = load(archive)
    if found.register.entries:
        return found
    key = archive / KEY
    if not key.is_file() or not key.read_bytes():
        scratch = archive / f"{KEY}.new"
        scratch.unlink(missing_ok=True)
        scratch.touch(mode=0o600)
        scratch.write_bytes(secrets.token_bytes(32))
        sync(scratch)
        scratch.replace(key)
        sync(archive)
    return Blanks(key.read_bytes(), Register())


def strings(value: object) -> Iterator[str]:
    """Every text in a value of lists and dicts, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def joined(texts: Iterable[str]) -> str:
    """Texts as one, so that a name that runs over two of them is found."""
    return "\n".join(texts)


def _end(match: re.Match[str]) -> int:
    """Where a word ends, without the 's of a possessive."""
    possessive = _POSSESSIVE.search(match.group())
    return match.start() + possessive.start() if possessive else match.end()


def _folded(word: str) -> str:
    bare = _APOSTROPHE.sub("", _POSSESSIVE.sub("", word)).casefold()
    if bare.isascii():
        return bare
    return "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
