"""Weak labels: the sentences of the sample papers, labelled by what the rules find in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from models.train.sentences import Sentence
from pipeline.document import Paragraph, Part
from pipeline.extract.actions.actions import find_actions
from pipeline.extract.decisions.resolutions import find_resolutions
from pipeline.extract.grammar.sentences import sentences
from pipeline.provenance import Finding
from pipeline.read import read, sniff
from pipeline.records import Action, Resolution
from pipeline.segment import segment

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "papers"
_OTHER = re.compile(r"apolog|declar|PRESENT|ATTENDANCE")
"""Kinds that are left to the wordings."""
_SUFFIXES = {".pdf", ".html", ".txt", ".md"}


def weakly_labelled(folder: Path = CORPUS) -> Iterator[Sentence]:
    """The sentences of all minutes under `folder`, each text once, in the order of file names."""
    seen: set[str] = set()
    for path in sorted(folder.iterdir()):
        if path.suffix not in _SUFFIXES:
            continue
        data = path.read_bytes()
        for part in segment(read(data, sniff(data, path.name))):
            if part.kind in {"minutes", "meeting_page"}:
                for sentence in _of_part(part):
                    if sentence.text not in seen:
                        seen.add(sentence.text)
                        yield sentence


def _of_part(part: Part) -> Iterator[Sentence]:
    acting = {
        _plain(f.value.text): f.value.owner
        for f in find_actions(part)
        if isinstance(f, Finding) and isinstance(f.value, Action)
    }
    deciding = {
        _plain(f.value.text)
        for f in find_resolutions(part)
        if isinstance(f, Finding) and isinstance(f.value, Resolution)
    }
    for block in part.flow:
        if not isinstance(block, Paragraph) or block.style:
            continue
        for start, end in sentences(block.text):
            text = block.text[start:end]
            plain = _plain(text)
            kinds = set()
            if any(plain in a or a in plain for a in acting):
                kinds.add("action")
            if any(plain in d or d in plain for d in deciding):
                kinds.add("decision")
            owner = next((o for a, o in acting.items() if o and a in plain), None)
            at = text.find(owner) if owner else -1
            spans = ((at, at + len(owner)),) if owner and at >= 0 else ()
            if len(text) > 30 and not _OTHER.search(text) and text.endswith((".", ";")):
                yield Sentence(text, frozenset(kinds or {"narrative"}), spans)


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())
