"""The register of what was forgotten: written whole, and told in the archive without its marks."""

from __future__ import annotations

from pathlib import Path

import msgspec

from pipeline.fetch.durable import write_whole
from pipeline.forgotten import REGISTER, Blanks, Register


def write(archive: Path, register: Register) -> None:
    """Keep the register."""
    write_whole(archive / REGISTER, msgspec.json.encode(register))


def settle(archive: Path, blanks: Blanks) -> None:
    """Note, once it is published, that nothing is left to be removed."""
    entries = blanks.register.entries
    write(archive, Register(tuple(msgspec.structs.replace(e, done=True) for e in entries)))


def erasures(blanks: Blanks) -> list[dict[str, object]]:
    """Rows of `erasures`: that something was forgotten, and not what it was."""
    return [
        {"erased_at": entry.at, "kind": entry.kind, "by_whom": entry.by, "reason": entry.why}
        for entry in blanks.register.entries
    ]
