"""Forgetting a paper, or a person: from originals, manifests, readings, ledger and archive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline import forgotten
from pipeline.errors import UsageError
from pipeline.extraction import RunEvent
from pipeline.fetch import originals
from pipeline.forgotten import Blanks, Entry, Register
from pipeline.run import papers, register
from pipeline.run.scrub import FORGOTTEN, Scrubbed, scrub
from pipeline.run.taking import Batch, take_in
from pipeline.run.working import working
from pipeline.store.people import Known, known_people
from pipeline.store.read import open_archive

SHA256 = re.compile(r"[0-9a-f]{64}")
DOCUMENT = re.compile(r"d[0-9a-f]{16}")
HONORIFICS = (
    "councillor", "cllr", "alderman", "ald", "mr", "mrs", "ms", "miss", "mx", "dr", "professor",
    "prof", "sir", "dame", "lord", "lady",
)  # fmt: skip
"""What stands before a surname alone."""


@dataclass(frozen=True)
class Plan:
    """What is to be forgotten, and what would go."""

    kind: str
    forms: tuple[str, ...]
    """The forms of a person's name, as people read them."""
    alike: tuple[str, ...]
    """Names that look like it and stay: other people, or the same person printed otherwise."""
    earlier: tuple[str, ...]
    """SHA-256 of earlier versions of a paper, which stay."""
    found: Scrubbed
    entry: Entry


def plan(archive: Path, what: str, *, by: str, why: str, also: Sequence[str] = ()) -> Plan:
    """Find what `what` (a SHA-256, the key of a paper, a name or the key of a person) means.

    `also` are further forms of a person's name. Nothing is changed but that a key is made. Raises
    UsageError where nothing is held of it, or `why` or `by` would tell what it was.
    """
    blanks = forgotten.with_key(archive)
    wanted = what.strip()
    sha256 = _sha256(archive, wanted)
    if sha256 is not None:
        marks: tuple[str, ...] = (sha256, papers.document_id(sha256))
        entry = _entry("paper", blanks, marks, (), by, why)
        forms: tuple[str, ...] = ()
        alike: tuple[str, ...] = ()
        earlier = _earlier(archive, sha256)
    else:
        forms, alike = _forms(archive, wanted, also)
        folded = tuple(sorted({forgotten.folded(form) for form in forms}))
        lengths = tuple(sorted({len(each.split()) for each in folded}))
        entry = _entry("person", blanks, folded, lengths, by, why)
        earlier = ()
    test = _with(blanks, entry, alone=True)
    if test.mentions(f"{by}\n{why}"):
        raise UsageError("--why or --by says what is to be forgotten; put it in other words")
    found = scrub(archive, test, dry=True)
    if not found:
        raise UsageError(f"nothing in {archive} is of {wanted!r}; look it up with `papers show`")
    return Plan(entry.kind, forms, alike, earlier, found, entry)


def carry_out(archive: Path, made: Plan) -> None:
    """Forget what was planned, and publish the archive without it.

    The register comes first: from then on nothing of it comes in, and whatever run comes next
    finishes what is left. Raises ArchiveBusyError when another run is at work, PublishError
    when the archive could not be put in place.
    """
    with working(archive) as ledger:
        started = datetime.now(UTC)
        ledger.begin(started)
        blanks = forgotten.with_key(archive)
        register.write(archive, Register((*blanks.register.entries, made.entry)))
        event = RunEvent(
            source=FORGOTTEN,
            sha256=None,
            stage="publish",
            outcome="removed",
            reason=f"a {made.entry.kind} was forgotten by {made.entry.by}: {made.entry.why}",
        )
        take_in(archive, ledger, Batch(events=[event]), started)


def _entry(  # noqa: PLR0913, PLR0917 - what an entry is made of
    kind: str, blanks: Blanks, texts: Iterable[str], lengths: tuple[int, ...], by: str, why: str
) -> Entry:
    if not why.strip():
        raise UsageError("--why must say why; it is kept, and what is forgotten is not")
    return Entry(
        kind="paper" if kind == "paper" else "person",
        at=datetime.now(UTC),
        by=" ".join(by.split()),
        why=" ".join(why.split()),
        marks=tuple(blanks.mark(text) for text in texts),
        lengths=lengths,
    )


def _with(blanks: Blanks, entry: Entry, *, alone: bool) -> Blanks:
    entries = (entry,) if alone else (*blanks.register.entries, entry)
    return blanks.over(Register(entries))


def _sha256(archive: Path, what: str) -> str | None:
    """The SHA-256 of the paper that is meant, or None where a person is."""
    if SHA256.fullmatch(what.lower()):
        return what.lower()
    if not DOCUMENT.fullmatch(what.lower()):
        return None
    entry = papers.known(archive).get(what.lower())
    if entry is not None:
        return entry.stub.sha256
    for path in (archive / "originals" / what[1:3]).glob(f"{what[1:].lower()}*"):
        return path.name.partition(".")[0]
    raise UsageError(f"no paper {what} in {archive}; give its SHA-256, or look it up")


def _earlier(archive: Path, sha256: str) -> tuple[str, ...]:
    entry = papers.known(archive).get(papers.document_id(sha256))
    if entry is None:
        return ()
    paper = papers.load(archive, entry.stub.document_id)
    kept = (each.sha256 for each in paper.earlier)
    return tuple(each for each in kept if originals.find(archive, each) is not None)


def _forms(
    archive: Path, what: str, also: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The forms of a person's name that are looked for, and names alike that are not."""
    with open_archive(archive) as opened:
        people = known_people(opened)
    asked = _bare(what)
    own = [p for p in people if what == p.person_id or asked in map(forgotten.folded, p.names)]
    full = {name for person in own for name in person.names} | set(also)
    if " " in asked:
        full.add(asked)
    full = {name for name in full if " " in forgotten.folded(name)}
    if not any(" " in _bare(name) for name in full - set(also)) and not also:
        raise UsageError(
            f"{what!r} is one word: it would blank everybody of that name; give the whole name"
        )
    for name in full:
        if len(forgotten.folded(name).split()) > forgotten.LONGEST:
            raise UsageError(f"{name!r} is too long for a name")
    others = [person for person in people if person not in own]
    forms, alike = set(full), set[str]()
    for name in map(_bare, full - set(also)):
        if " " in name:
            forms |= _short(name, others, alike)
            forms.add(_turned(name))
    return tuple(sorted(forms)), tuple(sorted(alike))


def _short(name: str, others: Sequence[Known], alike: set[str]) -> set[str]:
    """The surname with honorifics and initial, where nobody else is meant by it; name is folded."""
    first, *_, last = name.split()
    same = {n for p in others for n in p.names if forgotten.folded(n).split()[-1:] == [last]}
    alike |= same
    if not same:
        return {f"{honorific} {last}" for honorific in HONORIFICS} | {f"{first[0]} {last}"}
    if not any(forgotten.folded(n)[:1] == first[0] for n in same):
        return {f"{first[0]} {last}"}
    return set()


def _bare(name: str) -> str:
    """A name folded, without the honorifics before it."""
    words = forgotten.folded(name).split()
    while len(words) > 1 and words[0] in HONORIFICS:
        del words[0]
    return " ".join(words)


def _turned(name: str) -> str:
    """A folded name with the surname first, as registers print it."""
    *before, last = name.split()
    return " ".join([last, *before])
