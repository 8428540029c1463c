"""Sidecars: what a paper doesn't print, in `NAME.meta.json` or `NAME.EXT.meta.json` beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import msgspec

from pipeline.errors import UnreadablePaperError
from pipeline.extraction import Sidecar

ENDING = ".meta.json"
KEYS = Sidecar.__struct_fields__


class Folders:
    """The sidecars of folders, each folder listed once."""

    def __init__(self) -> None:
        self._listed: dict[Path, dict[str, Path]] = {}

    def beside(self, paper: Path) -> Path | None:
        """The sidecar of `paper`, if it has one; the name with the extension goes first.

        Names match whatever their case, as on disks that don't tell cases apart: a sidecar that
        is overlooked could be the one that says that the paper is restricted.
        """
        for name in (paper.name + ENDING, paper.stem + ENDING):
            if paper.with_name(name).is_file():
                return paper.with_name(name)
            found = self._list(paper.parent).get(_alike(name))
            if found is not None:
                return found
        return None

    def _list(self, folder: Path) -> dict[str, Path]:
        if folder not in self._listed:
            try:
                paths = sorted(folder.iterdir())
            except OSError:  # a folder whose files may be opened and not listed
                paths = []
            self._listed[folder] = {_alike(p.name): p for p in paths if is_sidecar(p.name)}
        return self._listed[folder]


def beside(paper: Path) -> Path | None:
    """The sidecar of one paper."""
    return Folders().beside(paper)


def is_sidecar(name: str) -> bool:
    """Whether a file of this name is a sidecar."""
    return name.lower().endswith(ENDING)


def without_owner(names: Iterable[str]) -> list[str]:
    """The sidecars among the names of one folder that stand beside no file, sorted."""
    every = set(names)
    papers = [name for name in every if not is_sidecar(name)]
    owned = {_alike(owner) for name in papers for owner in (name, Path(name).stem)}
    lone = (n for n in every if is_sidecar(n) and not n.startswith("."))
    return sorted(name for name in lone if _alike(name[: -len(ENDING)]) not in owned)


def load(path: Path) -> Sidecar:
    """Read a sidecar; keys of other names are ignored, but see `unknown_keys`.

    Raises UnreadablePaperError naming the file and the key, also for a key that looks like a
    known one misspelt: a paper whose sidecar can't be read may be a restricted one.
    """
    try:
        data = path.read_bytes()
        found = msgspec.json.decode(data, type=Sidecar)
    except OSError as error:
        raise UnreadablePaperError(
            f"{path.name}: the sidecar can't be opened ({error.strerror}); "
            "mend its permissions and ingest the paper again"
        ) from error
    except msgspec.ValidationError as error:
        what, _, key = str(error).partition(" - at `$.")
        named = f"key '{key.rstrip('`')}': {what}" if key else what
        raise UnreadablePaperError(
            f"{path.name}: {named}; correct the sidecar, or take the key out, and ingest again"
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadablePaperError(
            f"{path.name}: the sidecar is not JSON ({error}); correct it and ingest again"
        ) from error
    for key in _unknown(data):
        meant = get_close_matches(key.strip().lower(), KEYS, n=1, cutoff=0.8)
        if meant:
            raise UnreadablePaperError(
                f"{path.name}: key '{key[:40]}' is not known, '{meant[0]}' is; "
                "correct the sidecar, or take the key out, and ingest again"
            )
    return found


def unknown_keys(path: Path) -> list[str]:
    """The keys of a sound sidecar that mean nothing here. Raises OSError."""
    return _unknown(path.read_bytes())


def _unknown(data: bytes) -> list[str]:
    return [key for key in msgspec.json.decode(data, type=dict[str, object]) if key not in KEYS]


def _alike(name: str) -> str:
    """What names that differ in case, or in how an accent is encoded, have in common."""
    return unicodedata.normalize("NFC", name).casefold()
