"""Taking a forgotten person out of what a paper yielded."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Mapping
from typing import Any

import msgspec

from pipeline.extraction import Holdings, Paper, Run
from pipeline.forgotten import QUOTE_REMOVED, REMOVED, Blanks, joined, strings

OF_A_PERSON = frozenset({"Attendee", "Member", "Declaration", "Vote"})
"""Facts that say something of one person: without the name they say nothing, or give it away."""
NAMES = frozenset({"proposer", "seconder", "substitute_for", "owner", "lead", "honorific"})
"""Fields that hold a name and may be empty."""
_LETTER = re.compile(r"[^\W\d_]")
_HONORIFIC = re.compile(
    r"\b(?:councillors?|cllrs?|alderman|ald|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady"
    r"|rev|the|hon)\b\.?",
    re.IGNORECASE,
)


def blank(paper: Paper, blanks: Blanks) -> Paper:
    """The paper as it may be kept. The same object where it names nobody that was forgotten."""
    if not blanks.people:
        return paper
    data = msgspec.json.encode(paper)
    # A fact may hold a name that only its fields together spell.
    if not blanks.names(joined(strings(msgspec.json.decode(data)))):
        return paper
    tree = msgspec.json.decode(data)
    tree["facts"] = [_fact(f, blanks) for f in tree["facts"] if not _is_of(f, blanks)]
    tree["refusals"] = [r for r in tree["refusals"] if not blanks.names(joined(strings(r)))]
    kept = {key: tree[key] for key in ("facts", "refusals")}
    rest = _mapped({k: v for k, v in tree.items() if k not in kept}, blanks)
    return msgspec.convert({**rest, **kept}, Paper)


def blank_run(run: Run, blanks: Blanks) -> Run:
    """The run as the ledger may keep it."""
    return msgspec.convert(_mapped(msgspec.to_builtins(run), blanks), Run) if blanks.people else run


def blank_holdings(holdings: Holdings, blanks: Blanks) -> Holdings:
    """What a source lists, as it may be kept."""
    if not blanks:
        return holdings
    papers = tuple(p for p in holdings.papers if not blanks.refuses(p.sha256))
    kept = msgspec.structs.replace(holdings, papers=papers)
    if not blanks.people:
        return kept
    return msgspec.convert(_mapped(msgspec.to_builtins(kept), blanks), Holdings)


def reading_names(packed: bytes, blanks: Blanks) -> bool:
    """Whether a paper's cached reading (gzipped JSON) names somebody who was forgotten."""
    if not blanks.people:
        return False
    try:
        tree = msgspec.json.decode(gzip.decompress(packed))
    except (OSError, EOFError, zlib.error, msgspec.MsgspecError, UnicodeDecodeError):
        return True  # it can't be told: the paper is read anew
    return blanks.names(joined(strings(tree)))


def _is_of(fact: Mapping[str, Any], blanks: Blanks) -> bool:
    """Whether a fact is of a forgotten person."""
    value = fact["finding"]["value"]
    if value["type"] not in OF_A_PERSON:
        return False
    printed = value.get("printed")
    return blanks.names(value["name"]) or (printed is not None and _is_whole(printed, blanks))


def _is_whole(text: str, blanks: Blanks) -> bool:
    """Whether a text is a forgotten name and nothing else."""
    blanked = blanks.text(text)
    return blanked != text and not _LETTER.search(_HONORIFIC.sub("", blanked.replace(REMOVED, "")))


def _fact(fact: dict[str, Any], blanks: Blanks) -> dict[str, Any]:
    finding = fact["finding"]
    value = {
        key: _field(key, field, blanks) if key != "type" else field
        for key, field in finding["value"].items()
    }
    sources = [
        [page, box, QUOTE_REMOVED if blanks.names(quote) else quote]
        for page, box, quote in finding["sources"]
    ]
    return {**fact, "finding": {**finding, "value": value, "sources": sources}}


def _field(key: str, field: Any, blanks: Blanks) -> Any:
    if isinstance(field, list):
        return [_mapped(each, blanks) for each in field if not _is_whole(str(each), blanks)]
    if key in NAMES and isinstance(field, str) and _is_whole(field, blanks):
        return None
    return _mapped(field, blanks)


def _mapped(value: Any, blanks: Blanks) -> Any:
    if isinstance(value, str):
        return blanks.text(value)
    if isinstance(value, dict):
        return {key: _mapped(each, blanks) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(each, blanks) for each in value]
    return value
