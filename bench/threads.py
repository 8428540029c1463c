"""Measure the threads of recurring business, and write what each feature adds to docs/quality.md.

    python -m bench.threads            measure the sample papers, with and without each feature
    python -m bench.threads cost [N]   time N made actions (100,000) on one processor

Gold is `corpus/threads.json`: which actions of the sample papers are one piece of business. Those
that it doesn't name stand alone. A wrong join costs precision, a missed one recall (B-cubed).
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from rapidfuzz import fuzz

import pipeline
from bench import page
from pipeline.extraction import Paper
from pipeline.resolve.facts import READABLE
from pipeline.resolve.meetings.arrivals import arrival_order
from pipeline.resolve.meetings.bodies import name_of
from pipeline.resolve.meetings.calendar import Calendar, calendar
from pipeline.resolve.threads import subjects, wording
from pipeline.resolve.threads.folding import fold
from pipeline.resolve.threads.likeness import LIMITS, Limits
from pipeline.resolve.threads.mentions import Mention, mentions
from pipeline.resolve.threads.wording import Weights, wording_of
from pipeline.resolve.words import letters
from pipeline.run import papers as manifests

ROOT = Path(__file__).parent.parent
SAME_TEXT = 85.0
"""Likeness from which an action is the one that gold names."""
OFF = 9.0
"""A limit that nothing reaches."""
FEATURES: Mapping[str, Limits] = {
    "all features": LIMITS,
    "without joining requests to titles": replace(LIMITS, mixed=OFF, passing=OFF),
    "without joining titles": replace(LIMITS, titles=OFF, mixed=OFF, passing=OFF),
    "without the floor under most wordings": replace(LIMITS, floor=0.0),
    "two requests of one meeting like any two": replace(LIMITS, same_meeting=0.0),
    "two bodies of a council like one": replace(LIMITS, other_body=0.0),
}
LISTS = {
    "alike": "without the list of wordings of one thing",
    "everyday": "without the list of everyday words",
}
GRID = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65]
"""Limits for two texts that are tried where one body is held out."""


@dataclass(frozen=True)
class Measured:
    """B-cubed precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


@dataclass(frozen=True)
class Sample:
    """The mentions of some papers, and what gold says of their actions."""

    mentions: Sequence[Mention]
    units: Sequence[tuple[str, Mention]]
    """Each action once, however many papers tell it, with its body."""
    gold: Mapping[str, str]
    """The label of an action that gold names, by fact_id."""

    def measure(self, limits: Limits = LIMITS, bodies: frozenset[str] | None = None) -> Measured:
        """What the fold with these limits scores, on the actions of `bodies` or of all."""
        threads = fold(self.mentions, limits)
        found = {m.fact_id: thread.thread_id for thread in threads for m, _ in thread.members}
        ids = [m.fact_id for body, m in self.units if bodies is None or body in bodies]
        return bcubed([(self.gold.get(i, i), found[i]) for i in ids])

    @property
    def bodies(self) -> list[str]:
        """The bodies that have actions."""
        return sorted({body for body, _ in self.units})


def bcubed(pairs: Sequence[tuple[str, str]]) -> Measured:
    """B-cubed over (gold cluster, found cluster) of each element."""
    gold: dict[str, set[int]] = defaultdict(set)
    found: dict[str, set[int]] = defaultdict(set)
    for place, (right, got) in enumerate(pairs):
        gold[right].add(place)
        found[got].add(place)
    shared = [(len(gold[a] & found[b]), len(gold[a]), len(found[b])) for a, b in pairs]
    return Measured(
        sum(both / of_found for both, _, of_found in shared) / len(pairs),
        sum(both / of_gold for both, of_gold, _ in shared) / len(pairs),
    )


def sample_of(papers: Sequence[Paper], gold: Path) -> Sample:
    """The mentions of `papers` and the threads of `gold`; raises where one of its actions lacks."""
    readable = [paper for paper in papers if paper.status in READABLE]
    found = calendar(readable)
    every = list(mentions(readable, arrival_order(readable), found))
    units = list(_units(every, found))
    labels: dict[str, str] = {}
    for thread in json.loads(gold.read_text(encoding="utf-8")):
        for action in thread["actions"]:
            meant = [m for m in every if m.table == "actions" and _is(m, action, found)]
            if not meant:
                raise LookupError(f"no paper has {action['text']!r} of {action['held_on']}")
            labels |= {m.fact_id: thread["label"] for m in meant}
    return Sample(every, units, labels)


def _is(mention: Mention, action: Mapping[str, str], found: Calendar) -> bool:
    meeting = found.meetings[mention.meeting_id or ""]
    return (str(meeting.held_on), meeting.body) == (
        action["held_on"],
        action["body"],
    ) and fuzz.ratio(letters(action["text"]), letters(mention.text)) >= SAME_TEXT


def _units(every: Sequence[Mention], found: Calendar) -> Iterator[tuple[str, Mention]]:
    seen: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for mention in every:
        if mention.table == "actions" and mention.meeting_id:
            text, key = letters(mention.text), (mention.meeting_id, mention.kind == "logged")
            if all(fuzz.ratio(text, other) < SAME_TEXT for other in seen[key]):
                seen[key].append(text)
                yield found.meetings[mention.meeting_id].body or "", mention


def corpus(archive: Path) -> Sample:
    """The sample papers, ingested into `archive`, or as they were ingested there."""
    pipeline.ingest([str(ROOT / "corpus" / "papers")], archive)
    papers = manifests.load_all(archive, manifests.known(archive))
    return sample_of(papers, ROOT / "corpus" / "threads.json")


@contextmanager
def without_list(name: str) -> Iterator[None]:
    """Within it, no wording stands for another ('alike'), or no word is an everyday one."""
    if name == "alike":
        replaced: object = dict
        attribute, before = "known_wordings", wording.known_wordings
    else:
        replaced = frozenset(map(wording.stem, wording.COMMON))
        attribute, before = "COMMON_STEMS", wording.COMMON_STEMS
    setattr(wording, attribute, replaced)
    _forget()
    try:
        yield
    finally:
        setattr(wording, attribute, before)
        _forget()


def _forget() -> None:
    wording.wording_of.cache_clear()
    subjects.subject_of.cache_clear()


def held_out(sample: Sample) -> Measured:
    """Each body measured with the limit for texts that is best for the others, taken together.

    Which of several equal limits: the highest, as a wrong join is worse than a missed one.
    """
    by_limit = {each: replace(LIMITS, texts=each) for each in GRID}
    parts: list[tuple[int, Measured]] = []
    for body in sample.bodies:
        others = frozenset(sample.bodies) - {body}
        best = max(GRID, key=lambda each: (sample.measure(by_limit[each], others).f1, each))
        size = sum(b == body for b, _ in sample.units)
        parts.append((size, sample.measure(by_limit[best], frozenset([body]))))
    whole = sum(size for size, _ in parts)
    return Measured(
        sum(size * m.precision for size, m in parts) / whole,
        sum(size * m.recall for size, m in parts) / whole,
    )


def pairs_at(limit: float) -> tuple[int, int, int, int]:
    """Of the invented pairs: the same that are found, all same, the others taken, all others."""
    from tests.resolve.pairs import OTHER, SAME  # noqa: PLC0415 - pairs stand with the tests

    weights = Weights()
    scores = [
        [weights.alike(wording_of(one), wording_of(other)) >= limit for one, other in each]
        for each in (SAME, OTHER)
    ]
    return sum(scores[0]), len(SAME), sum(scores[1]), len(OTHER)


def _tables(sample: Sample, archive: Path) -> list[str]:
    labelled = sum(m.fact_id in sample.gold for _, m in sample.units)
    recurring = len(set(sample.gold.values()))
    lines = [
        f"{len(sample.units)} actions, {labelled} of them in {recurring} threads of gold.",
        "",
        "| B-cubed | precision | recall | F1 |",
        "|---|---:|---:|---:|",
    ]
    lines += [_row(name, sample.measure(limits)) for name, limits in FEATURES.items()]
    for name, title in LISTS.items():
        with without_list(name):
            lines.append(_row(title, corpus(archive).measure()))
    lines += [_row("limit chosen without the body that is measured", held_out(sample))]
    lines += ["", "| body | actions | precision | recall | F1 |", "|---|---:|---:|---:|---:|"]
    for body in sample.bodies:
        size = sum(b == body for b, _ in sample.units)
        lines.append(_row(f"{body} | {size}", sample.measure(bodies=frozenset([body]))))
    lines += ["", "| limit for two texts | precision | recall | F1 | same pairs | other pairs |"]
    lines += ["|---|---:|---:|---:|---:|---:|"]
    for each in GRID:
        found, same, taken, other = pairs_at(each)
        row = _row(f"{each:.2f}", sample.measure(replace(LIMITS, texts=each)))
        lines.append(f"{row} {found} of {same} | {taken} of {other} |")
    return lines


def _row(name: str, measured: Measured) -> str:
    return f"| {name} | {measured.precision:.3f} | {measured.recall:.3f} | {measured.f1:.3f} |"


def made(count: int, seed: int = 7) -> list[Mention]:
    """`count` actions of invented councils, some 2,500 to each, a fifth of them asked again."""
    rng = random.Random(seed)
    syllables = ["bar", "con", "del", "fen", "gor", "hal", "kin", "lod", "mer", "nor", "pel", "ros"]
    vocabulary = ["".join(rng.sample(syllables, 3)) for _ in range(6000)]
    asking = ["Clerk to chase the", "Officers to report on the", "That figures be brought on the"]
    found: list[Mention] = []
    topics: dict[int, list[list[str]]] = defaultdict(list)
    for number in range(count):
        council = rng.randrange(max(1, count // 2500))
        known = topics[council]
        topic = rng.choice(known) if known and rng.random() < 0.2 else rng.sample(vocabulary, 5)
        known.append(topic)
        words = rng.sample(topic, 4) + rng.sample(["report", "review", "council", "service"], 2)
        text = f"{rng.choice(asking)} {' '.join(words)}."
        body = name_of("Scrutiny Panel", (f"council{council}",))
        found.append(
            Mention(
                table="actions",
                fact_id=f"a{number}",
                document_id=f"d{number // 10}",
                part=0,
                meeting_id=f"m{number // 10}",
                kind="asked",
                text=text,
                body=body,
                told_on=date(2000, 1, 1) + timedelta(days=number // 20),
                wording=wording_of(text),
                subject=None,
                heading=None,
                page=1,
            )
        )
    return found


def cost(count: int) -> str:
    """Time and memory of linking `count` actions, in a line."""
    every = made(count)
    begun = time.process_time()
    threads = fold(every)
    seconds = time.process_time() - begun
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{count:,} actions into {len(threads):,} threads: {seconds:.0f} s of one processor, "
        f"{megabytes:.0f} MiB in all"
    )


def main(arguments: list[str]) -> int:
    """Write the figures of the sample papers to the page, or print what linking costs."""
    if arguments[:1] == ["cost"]:
        print(cost(int(arguments[1]) if len(arguments) > 1 else 100_000))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        page.write("threads", _tables(corpus(Path(scratch)), Path(scratch)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
