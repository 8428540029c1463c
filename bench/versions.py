"""Measure which papers are put to one meeting, and whether what changed between them is all told.

    python -m bench.versions                 measure, and write docs/quality.md
    python -m bench.versions JUDGED.toml     write tests/quality/versions.json from a judgement

The sample papers' gold is corpus/versions.json. What a reader judged of the real papers is kept as
fingerprints: the repository holds no text of theirs. The judgement is a TOML file kept elsewhere:
`[meetings]` has a list of papers for each meeting ('NAME' for the paper itself, 'NAME draft 1' for
the first draft minutes that it holds) and a list `alone`; each `[[change]]` has `table`, `kind`,
`before` and `after`.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pipeline
from bench import page
from pipeline.store.read import Archive, open_archive

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
JUDGED = ROOT / "tests" / "quality" / "versions.json"
SHARED = ("papers", "seeds", "real", "pages")
_PARTS = """
SELECT parse_filename(source) AS name, document_id, part, draft,
    coalesce(parts.meeting_id, papers.meeting_id) AS meeting_id
FROM documents
LEFT JOIN document_parts AS parts USING (document_id)
LEFT JOIN document_meetings AS papers USING (document_id)
WHERE status IN ('ok', 'partial')
QUALIFY row_number() OVER (PARTITION BY document_id, part ORDER BY papers.rank) = 1
ORDER BY source, document_id, part
"""
_CHANGES = "SELECT meeting_id, fact_table, kind, field, before, after FROM version_changes"
Change = tuple[str, str, str, str]
"""Table, kind, and the letters of what was and what is."""


@dataclass(frozen=True)
class Score:
    """How many were right of those found and of those wanted."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of those found that are right; 1 where none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of those wanted that were found; 1 where none was wanted."""
        return self.right / self.wanted if self.wanted else 1.0


def matched(archive: Archive, gold: Mapping[str, object], *, secret: bool = False) -> Score:
    """Score pairs of (paper, part) that tell of one meeting; `gold` has the meeting of each unit.

    A unit is a paper's name, or 'NAME draft 1'; where `secret`, the fingerprint of that. Raises
    KeyError for a unit that gold doesn't judge.
    """
    both: Counter[tuple[object, object]] = Counter()
    for unit, place, meeting_id in _units(archive):
        wanted = gold[fingerprint(unit) if secret else unit]
        alone = ("alone", unit, place)
        both[wanted if wanted is not None else unit, meeting_id or alone] += 1
    sides: tuple[Counter[object], Counter[object]] = (Counter(), Counter())
    for (wanted, found), count in both.items():
        sides[0][wanted] += count
        sides[1][found] += count
    return Score(_pairs(both.values()), _pairs(sides[1].values()), _pairs(sides[0].values()))


def _units(archive: Archive) -> list[tuple[str, tuple[object, object], object]]:
    """Each part's unit, its place and its meeting."""
    found = []
    drafts: Counter[object] = Counter()
    for row in archive.sql(_PARTS).dicts():
        unit = str(row["name"])
        if row["draft"]:
            drafts[row["document_id"]] += 1
            unit += f" draft {drafts[row['document_id']]}"
        found.append((unit, (row["document_id"], row["part"]), row["meeting_id"]))
    return found


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


def told(archive: Archive) -> dict[str, list[Change]]:
    """The changes that the archive tells, by meeting_id."""
    found: dict[str, list[Change]] = defaultdict(list)
    for row in archive.sql(_CHANGES).dicts():
        before, after = str(row["before"] or ""), str(row["after"] or "")
        if row["fact_table"] == "text":
            before, after = _apart(before, after)
        elif row["fact_table"] == "attendance" and row["kind"] != "changed":
            # Listed with their role and status; who it is counts.
            before, after = (re.split(r", | \(", side)[0] for side in (before, after))
        table, kind = str(row["fact_table"]), str(row["kind"])
        found[str(row["meeting_id"])].append((table, kind, letters(before), letters(after)))
    return found


def compared(found: Sequence[object], wanted: Sequence[object]) -> Score:
    """Score changes told against those that there are, each counted as often as it comes."""
    right = sum((Counter(found) & Counter(wanted)).values())
    return Score(right, len(found), len(wanted))


def planted() -> tuple[dict[str, object], dict[str, list[Change]]]:
    """The sample papers' gold: the meeting of each unit, and the changes by meeting."""
    gold = json.loads((CORPUS / "versions.json").read_text(encoding="utf-8"))
    units: dict[str, object] = {}
    for row in gold["papers"]:
        units[row["file"]] = row["meeting"]
        if row["draft_of"]:
            units[f"{row['file']} draft 1"] = row["draft_of"]
    changes: dict[str, list[Change]] = defaultdict(list)
    for row in gold["changes"]:
        sides = letters(row["before"] or ""), letters(row["after"] or "")
        changes[row["meeting"]].append((row["table"], row["kind"], *sides))
    return units, changes


def judged() -> tuple[dict[str, object], list[str]]:
    """The real papers' gold, in fingerprints: the meeting of each unit, and the changes."""
    gold = json.loads(JUDGED.read_text(encoding="utf-8"))
    return gold["units"], gold["changes"]


def fingerprint(*texts: str) -> str:
    """What stands for texts that aren't to be in the repository."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:24]


def letters(text: str) -> str:
    """The letters and digits of a text in lower case."""
    return re.sub(r"[\W_]+", "", text.casefold().replace("&", "and"))


def _apart(before: str, after: str) -> tuple[str, str]:
    """The words in which two texts differ, without those around them that both have."""
    left, right = before.split(), after.split()
    while left and right and left[0] == right[0]:
        del left[0], right[0]
    while left and right and left[-1] == right[-1]:
        del left[-1], right[-1]
    return " ".join(left), " ".join(right)


def keep(judgement: Path) -> None:
    """Write the fingerprints of a reader's judgement."""
    read = tomllib.loads(judgement.read_text(encoding="utf-8"))
    units: dict[str, object] = {}
    for number, (name, papers) in enumerate(sorted(read["meetings"].items()), 1):
        units |= {fingerprint(unit): None if name == "alone" else number for unit in papers}
    changes = []
    for row in read["change"]:
        sides = letters(row.get("before", "")), letters(row.get("after", ""))
        changes.append(fingerprint(row["table"], row["kind"], *sides))
    kept = {"units": dict(sorted(units.items())), "changes": sorted(changes)}
    text = json.dumps(kept, indent=1)
    JUDGED.write_text(text + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Measure the sample papers, and the real ones where they stand here; write the page."""
    if arguments:
        keep(Path(arguments[0]))
        return 0
    units, changes = planted()
    lines = ["| papers | what | found | gold | precision | recall |"]
    lines += ["|---|---|---:|---:|---:|---:|"]
    with _ingested([CORPUS / "papers"]) as archive:
        lines.append(_row("sample", "pairs of parts", matched(archive, units)))
        lines.append(_row("sample", "changes", planted_score(archive, changes)))
    shared = os.environ.get("COMMITTEE_PAPERS_SHARED")
    if shared is None:
        print("COMMITTEE_PAPERS_SHARED isn't set: the page keeps its figures")
        print("\n".join(lines))
        return 0
    known, wanted = judged()
    with _ingested([Path(shared) / name for name in SHARED]) as archive:
        lines.append(_row("real", "pairs of parts", matched(archive, known, secret=True)))
    for form in ("papers", "seeds"):
        with _ingested([Path(shared) / form]) as archive:
            score = compared(secret_changes(archive), wanted)
            lines.append(_row(f"real, {form}", "changes", score))
    page.write("versions", lines)
    return 0


def planted_score(archive: Archive, changes: Mapping[str, Sequence[Change]]) -> Score:
    """Score what the archive tells of the sample papers, meeting by meeting."""
    slugs = {
        str(meeting): unit
        for meeting, unit in archive.sql(
            "SELECT DISTINCT meeting_id, regexp_extract(parse_filename(source), "
            "'^[a-z]+-[0-9]{4}-[0-9]{2}-[0-9]{2}') FROM document_meetings "
            "JOIN documents USING (document_id) WHERE standing IN ('minutes', 'meeting_page')"
        ).rows
    }
    found = [(slugs.get(m), *change) for m, each in told(archive).items() for change in each]
    return compared(found, [(m, *change) for m, each in changes.items() for change in each])


def secret_changes(archive: Archive) -> list[str]:
    """The fingerprints of the changes that the archive tells."""
    return [fingerprint(*change) for each in told(archive).values() for change in each]


@contextmanager
def _ingested(papers: list[Path]) -> Iterator[Archive]:
    """An archive of papers, for as long as it is measured."""
    with tempfile.TemporaryDirectory() as scratch:
        pipeline.ingest([str(paper) for paper in papers], scratch)
        with open_archive(scratch) as archive:
            yield archive


def _row(papers: str, what: str, score: Score) -> str:
    return (
        f"| {papers} | {what} | {score.found} | {score.wanted} "
        f"| {score.precision:.3f} | {score.recall:.3f} |"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
