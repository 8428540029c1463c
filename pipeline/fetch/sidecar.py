"""Sidecars: what a paper doesn't print, in `NAME.meta.json` or `NAME.EXT.meta.json` beside it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from pipeline.errors import UnreadablePaperError
from pipeline.extraction import Sidecar

ENDING = ".meta.json"


def beside(paper: Path) -> Path | None:
    """The sidecar of `paper`, if it has one; the name with the extension goes first."""
    for name in (paper.name + ENDING, paper.stem + ENDING):
        found = paper.with_name(name)
        if found.is_file():
            return found
    return None


def load(path: Path) -> Sidecar:
    """Read a sidecar; unknown keys are ignored.

    Raises UnreadablePaperError naming the file and the key: a paper whose sidecar can't be
    read may be a restricted one.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Sidecar)
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
