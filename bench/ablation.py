"""What the trained pipeline adds: rules alone, the model alone and both, per field and council.

    python -m bench.ablation [NAME PAPERS[,PAPERS...] GOLD ...]

Without arguments it measures the papers that COMMITTEE_PAPERS_SHARED names.

The papers are read once; then the extractors that ask the model run in each way over the cached
readings, and each way's archive is scored. How sure the model must be is chosen on all councils
but one and scored on that one (leave one council out). The tables go into docs/quality.md.
"""

from __future__ import annotations

import gzip
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

import pipeline
from bench.page import write
from bench.quality import REAL
from pipeline.document import Document, Part, Passage
from pipeline.evaluate import Evaluation, evaluate
from pipeline.evaluate.tally import Tally, add_up
from pipeline.extract.actions.actions import ACTIONS, find_actions
from pipeline.extract.decisions.resolutions import (
    RESOLUTIONS,
    find_resolutions,
    outcome_of,
)
from pipeline.extract.decisions.text import plain
from pipeline.extract.grammar.sentences import sentences
from pipeline.extraction import Fact, Paper
from pipeline.judge import Judgement, judge
from pipeline.provenance import Finding
from pipeline.records import Action, AnyRecord, Resolution
from pipeline.resolve import resolve
from pipeline.run import papers as manifests
from pipeline.segment import segment
from pipeline.store.publish import publish

FIELDS = ("actions", "resolutions")
"""What the model can be asked about."""
BARS = (None, 0.9, 0.95, 0.98, 0.99)
"""The settings that are chosen among; None is the rules alone."""
BOTH = 0.98
"""What is measured as 'both': what the archive gets of decisions, and would get of actions."""
Find = Callable[[Part], Iterable[Finding[AnyRecord]]]
Scores = dict[str, dict[str, Tally]]
"""Tallies by council and field."""


@dataclass(frozen=True)
class Read:
    """A paper of the archive that all ways start from, and its minutes."""

    paper: Paper
    parts: tuple[Part, ...]


def main() -> int:
    """Measure each set that is named, and print and write its tables."""
    arguments = sys.argv[1:] or _shared()
    if not arguments or len(arguments) % 3:
        print(__doc__)
        return 2
    lines: list[str] = []
    for at in range(0, len(arguments), 3):
        name, folders, gold = arguments[at : at + 3]
        lines += _tables(name, [Path(f) for f in folders.split(",")], Path(gold))
    print("\n".join(lines))
    write("ablation", lines)
    return 0


def _shared() -> list[str]:
    """The real papers at hand, as this program's arguments; nothing where there are none."""
    shared = os.environ.get("COMMITTEE_PAPERS_SHARED")
    if shared is None:
        return []
    folders = ",".join(str(Path(shared, f)) for each in REAL.values() for f in each)
    return ["The real papers above", folders, str(Path(shared, "gold"))]


def _tables(name: str, folders: list[Path], gold: Path) -> list[str]:
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch)
        pipeline.ingest([str(f) for f in folders], archive)
        read = [_read(archive, paper) for paper in _papers(archive)]
        model = _scored(read, gold, _model_actions, _model_resolutions)
        tried = {bar: _scored(read, gold, *_ways(bar)) for bar in BARS}
        both = _scored(read, gold, *_ways(BOTH))
    councils = sorted(tried[None].by_council())
    ways = [each.by_council() for each in (tried[None], model, both)]
    settings = {bar: each.by_council() for bar, each in tried.items()}
    lines = [
        f"{name}: {len(tried[None].papers)} papers of {len(councils)} councils.",
        "",
        "| field | rules | model | both | both, leaving one council out | chosen bars |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for field in FIELDS:
        left_out, chosen = _left_out(settings, councils, field)
        figures = [_f1(way, field) for way in ways]
        cells = [*figures, _figures(left_out.get(field, Tally())), chosen]
        lines.append(f"| {field} | {' | '.join(cells)} |")
    return [*lines, ""]


def _left_out(
    tried: dict[float | None, Scores], councils: list[str], field: str
) -> tuple[dict[str, Tally], str]:
    """The sum over councils, each scored as the others chose; and what they chose how often."""
    parts, chosen = [], []
    for council in councils:
        others = [c for c in councils if c != council]
        best = max(tried, key=lambda bar: _value(tried[bar], others, field))
        chosen.append("rules alone" if best is None else f"{best:g}")
        parts.append(tried[best].get(council, {}))
    counts = {c: chosen.count(c) for c in dict.fromkeys(chosen)}
    return add_up(parts), ", ".join(f"{c} ({n})" for c, n in counts.items())


def _value(scores: Scores, councils: Iterable[str], field: str) -> float:
    total = add_up(scores.get(c, {}) for c in councils)
    return total.get(field, Tally()).figures(strict=False).f1 or 0.0


def _f1(scores: Scores, field: str) -> str:
    return _figures(add_up(scores.values()).get(field, Tally()))


def _figures(tally: Tally) -> str:
    figures = tally.figures(strict=False)
    if figures.f1 is None:
        return "-"
    return f"{figures.f1:.3f} ({figures.precision or 0:.2f}, {figures.recall or 0:.2f})"


def _papers(archive: Path) -> list[Paper]:
    return manifests.load_all(archive, manifests.known(archive))


def _read(archive: Path, paper: Paper) -> Read:
    """The paper without what the extractors in question found, and its parts."""
    others = [f for f in paper.facts if f.extractor.partition("/")[0] not in FIELDS]
    kept = msgspec.structs.replace(paper, facts=tuple(others))
    cached = manifests.reading(archive, paper.sha256)
    if not cached.is_file():
        return Read(kept, ())
    document = msgspec.json.decode(gzip.decompress(cached.read_bytes()), type=Document)
    return Read(kept, tuple(segment(document)))


def _ways(bar: float | None) -> tuple[Find, Find]:
    def actions(part: Part) -> Iterable[Finding[AnyRecord]]:
        by_rule = [f for f in find_actions(part) if isinstance(f, Finding)]
        return by_rule if bar is None else _with(by_rule, _model_actions(part, bar))

    def resolutions(part: Part) -> Iterable[Finding[AnyRecord]]:
        return [f for f in find_resolutions(part, sure=bar) if isinstance(f, Finding)]

    return actions, resolutions


def _with(
    by_rule: list[Finding[AnyRecord]], further: Iterable[Finding[AnyRecord]]
) -> list[Finding[AnyRecord]]:
    """The rules' findings, and the model's of sentences that the rules took nothing from."""
    known = [plain(source.quote) for f in by_rule for source in f.sources]

    def is_known(finding: Finding[AnyRecord]) -> bool:
        quote = plain(finding.sources[0].quote)
        return any(quote in each or each in quote for each in known)

    return [*by_rule, *(f for f in further if not is_known(f))]


def _scored(read: list[Read], gold: Path, actions: Find, resolutions: Find) -> Evaluation:
    """Every paper's facts found in one way, resolved, published and scored."""
    done = []
    for each in read:
        facts = list(each.paper.facts)
        for extractor, find in ((ACTIONS, actions), (RESOLUTIONS, resolutions)):
            for part in each.parts:
                if part.kind in extractor.reads:
                    facts += [Fact(part.index, extractor.label, f) for f in find(part)]
        done.append(msgspec.structs.replace(each.paper, facts=tuple(facts)))
    with tempfile.TemporaryDirectory() as scratch:
        publish(Path(scratch), resolve(done, []))
        return evaluate(Path(scratch), gold)


def _model_actions(part: Part, bar: float = 0.5) -> Iterator[Finding[AnyRecord]]:
    """Actions by the model alone: every sentence that it takes for one."""
    for number, passage, judged in _judged(part):
        if judged.action >= bar and judged.action > judged.decision:
            record = Action(item_number=number, text=passage.text, origin="agreed")
            yield Finding(record, passage.sources(), judged.action)


def _model_resolutions(part: Part, bar: float = 0.5) -> Iterator[Finding[AnyRecord]]:
    """Decisions by the model alone: every sentence that it takes for one."""
    counts: dict[str | None, int] = {}
    for number, passage, judged in _judged(part):
        if judged.decision >= bar:
            counts[number] = counts.get(number, 0) + 1
            record = Resolution(
                item_number=number,
                ordinal=counts[number],
                text=passage.text,
                outcome=outcome_of(passage.text),
            )
            yield Finding(record, passage.sources(), judged.decision)


def _judged(part: Part) -> Iterator[tuple[str | None, Passage, Judgement]]:
    for item in part.items:
        spans = [
            paragraph.passage.cut(start, end)
            for paragraph in item.paragraphs()
            if paragraph.style != "label"
            for start, end in sentences(paragraph.text)
        ]
        spans = [s for s in spans if len(s.text.split()) >= 3]
        for passage, judged in zip(spans, judge([s.text for s in spans]), strict=True):
            yield item.number or item.under, passage, judged


if __name__ == "__main__":
    sys.exit(main())
