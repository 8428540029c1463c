"""The file of corrections: where it is, what it says, and one more decision at its end."""

from __future__ import annotations

import getpass
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import tomlkit

from pipeline.errors import UsageError
from pipeline.fetch.durable import write_whole
from pipeline.forgotten import strings
from pipeline.resolve.corrections import FILE_NAME, Correction, Corrections, parse

_HEAD = """\
# What people decided about people in this archive: who is one person, and who is not.
# `papers people merge|split|apart` adds to the end. Take an entry out to undo it; the next
# ingestion, or the next decision, makes the archive anew.
"""


@dataclass(frozen=True)
class Held:
    """The corrections as a file has them."""

    path: Path
    text: str
    corrections: Corrections
    digest: str
    """'' where there are none."""


def read(archive: Path, given: Path | None, remembered: str | None) -> Held:
    """The corrections for an archive: of the file `given`, else of the one it was made with.

    Without either, of its own folder, where the file may be missing. Raises CorrectionsError for a
    file that can't be understood, UsageError for one that can't be read or is gone.
    """
    path = given or (Path(remembered) if remembered else archive / FILE_NAME)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if given is None and remembered is not None:
            raise UsageError(
                f"{path}: the file of corrections that this archive was made with is gone; "
                "put it back, or name another with --corrections"
            ) from None
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the corrections can't be read ({error}); mend that") from error
    return of_text(path, text)


def of_text(path: Path, text: str) -> Held:
    """The corrections that a file's text makes."""
    corrections = parse(text, str(path))
    digest = (
        hashlib.blake2b(text.encode(), digest_size=16).hexdigest() if corrections.people else ""
    )
    return Held(path, text, corrections, digest)


def remember(archive: Path, held: Held) -> str | None:
    """What to keep of the file's path: nothing for the archive's own."""
    own = (archive / FILE_NAME).resolve()
    return None if held.path.resolve() == own else str(held.path.resolve())


def with_one_more(held: Held, correction: Correction) -> Held:
    """The corrections with one more at the end; whatever stands in the file stays as it is."""
    document = tomlkit.parse(held.text or _HEAD)
    entry = tomlkit.table()
    refs = [_inline(ref.person_id, ref.name, ref.place) for ref in correction.people]
    if correction.kind == "split":
        entry["person"] = refs[0]
        entry["new"] = correction.new
        for key, picked in _picked(correction).items():
            entry[key] = picked
    else:
        people = tomlkit.array()
        people.extend(refs)
        entry["people"] = people.multiline(multiline=True)
    entry["why"] = correction.why
    entry["who"] = correction.who
    entry["when"] = correction.when
    whole = tomlkit.aot()
    whole.append(entry)
    added = tomlkit.document()
    holder = tomlkit.table(is_super_table=True)
    holder.append(correction.kind, whole)
    added["people"] = holder
    before = tomlkit.dumps(document)
    gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    return of_text(held.path, before + gap + tomlkit.dumps(added))


def save(held: Held) -> None:
    """Put the file in place, in one step."""
    write_whole(held.path, held.text.encode())


def now() -> datetime:
    """The time of a decision, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def somebody() -> str:
    """Whoever uses the computer."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _inline(person_id: str, name: str, place: str) -> tomlkit.items.InlineTable:
    table = tomlkit.inline_table()
    table["id"] = person_id
    table["name"] = name
    if place:
        table["place"] = place
    return table


def _picked(correction: Correction) -> Mapping[str, Sequence[str]]:
    picked = {
        "names": list(correction.names),
        "places": list(correction.places),
        "bodies": list(correction.bodies),
    }
    return {key: values for key, values in picked.items() if values}


def without(text: str, names: Callable[[str], bool]) -> str:
    """The text of a file of corrections without the decisions about people who were forgotten.

    Blanked they would be decisions about nobody, which no later run could understand.
    """
    held = tomlkit.parse(text)
    people = held.get("people", {})
    for kind in list(people):
        entries = people[kind]
        for at in reversed(range(len(entries))):
            said = entries[at].unwrap()
            if any(names(one.replace("-", " ")) for one in strings(said)):
                del entries[at]
        if not entries:
            del people[kind]
    return tomlkit.dumps(held)
