"""What reading, segmenting and extracting make of a sample paper: values only, no boxes."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import msgspec

from pipeline.document import Part
from pipeline.extract import EXTRACTORS
from pipeline.provenance import Finding, Rejected
from pipeline.read import read, sniff
from pipeline.segment import paper_kind, segment

GOLDEN = Path(__file__).parent
SAMPLES = GOLDEN.parents[1] / "corpus" / "papers"
FLAG = "COMMITTEE_PAPERS_REGENERATE"


def regenerating() -> bool:
    """Whether the golden files are to be written anew and not compared."""
    return os.environ.get(FLAG) == "1"


def found_in(name: str) -> dict[str, Any]:
    """Everything that the pipeline finds in the sample paper `name`, as plain data."""
    path = SAMPLES / name
    data = path.read_bytes()
    document = read(data, sniff(data, path.name))
    parts = segment(document)
    return {
        "kind": paper_kind(parts),
        "problems": list(document.problems),
        "parts": [_part(part) for part in parts],
    }


def _part(part: Part) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": part.kind,
        "title": part.title,
        "pages": [part.first_page, part.last_page],
        "draft": part.draft,
    }
    for extractor in EXTRACTORS:
        if part.kind in extractor.reads:
            each = list(extractor.find(part))
            values = [_plain(f.value) for f in each if isinstance(f, Finding)]
            refused = [f.text for f in each if isinstance(f, Rejected)]
            if values:
                found[extractor.name] = values
            if refused:
                found[f"{extractor.name} refused"] = refused
    return found


def _plain(record: object) -> dict[str, Any]:
    """A record as JSON has it, without what is not printed."""
    data: dict[str, Any] = msgspec.to_builtins(record)
    return {k: v for k, v in data.items() if k != "type" and v not in (None, False, [], ())}


def golden_file(name: str) -> Path:
    return GOLDEN / f"{name}.json"


def check(name: str) -> None:
    """Compare a paper with its golden file, or write the file anew where the flag is set."""
    path, found = golden_file(name), json.loads(json.dumps(found_in(name)))
    if regenerating():
        text = json.dumps(found, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", "utf-8")
        return
    expected = json.loads(path.read_text("utf-8"))
    assert {k: v for k, v in found.items() if k != "parts"} == {
        k: v for k, v in expected.items() if k != "parts"
    }
    assert len(found["parts"]) == len(expected["parts"])
    for number, (now, before) in enumerate(zip(found["parts"], expected["parts"], strict=True)):
        for key in sorted({*now, *before}):
            assert (number, key, now.get(key)) == (number, key, before.get(key))
