"""Lists set group by group: 'Mill Ward - Mr A Ash, Mrs B Birch', line below line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from pipeline.document import Block, Paragraph
from pipeline.extract.grammar.names import honorific_of
from pipeline.extract.people.list_headings import headings, looks_listed
from pipeline.extract.people.lists import entries
from pipeline.lexicon import words

_LABELLED = re.compile(r"(?P<label>[A-Z][\w’']*(?:\s(?:&\s)?[\w’']+){0,3})\s+[-–—]\s+(?=[A-Z])")
_FEWEST = 3
"""Lines below one another that make such a list."""
_WHOLE = 2
"""Words of a name that needs no title."""


def without_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the names of groups cut from the lines that list their people."""
    out: list[Block] = []
    for run in _runs(blocks):
        cut = [_cut(block) for block in run]
        out += [c or b for b, c in zip(run, cut, strict=True)] if _are_groups(run) else run
    return out


def grouped(blocks: Sequence[Block]) -> list[Paragraph]:
    """The lines of the first such list among the blocks, their labels cut."""
    first = next((run for run in _runs(blocks) if _are_groups(run)), [])
    return [cut for block in first if (cut := _cut(block)) is not None]


def _runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks in runs: those of labelled lines, and those of others."""
    runs: list[list[Block]] = []
    labelled = False
    for block in blocks:
        is_one = _cut(block) is not None
        if not runs or is_one != labelled:
            runs.append([])
        runs[-1].append(block)
        labelled = is_one
    return runs


def _cut(block: Block) -> Paragraph | None:
    """A line without its label; None where it has none, or does not list people behind it."""
    if not isinstance(block, Paragraph) or block.style == "label":
        return None
    match = _LABELLED.match(block.text)
    if match is None or honorific_of(match["label"])[0] or any(headings(match["label"] + ":")):
        return None
    if any(w.lower() in words("people", "role_words") for w in match["label"].split()):
        return None  # 'Vice Chair – Ada Ash': an office, and who holds it
    listed = block.text[match.end() :]
    people = list(entries(listed))
    named = all(e.person.honorific or len(e.person.name.split()) >= _WHOLE for e in people)
    if not people or people[0].start > 0 or not named or not looks_listed(listed):
        return None
    return structs.replace(block, passage=block.passage.cut(match.end()))


def _are_groups(run: Sequence[Block]) -> bool:
    """Whether most lines of a run name several people, or call theirs by a title."""
    cuts = [cut for block in run if (cut := _cut(block)) is not None]
    several = 0
    for cut in cuts:
        people = list(entries(cut.text))
        several += len(people) > 1 or any(e.person.honorific for e in people)
    return len(cuts) >= _FEWEST and 2 * several > len(cuts)
