"""What a worker does with one paper: read, segment, extract; everything but writing it down."""

from __future__ import annotations

import gzip
import hashlib
import time
import zlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from pipeline.document import Document, Part
from pipeline.errors import RestrictedPaperError, ScannedPagesError, UnreadablePaperError
from pipeline.extract import EXTRACTORS
from pipeline.extract.base import Extractor
from pipeline.extraction import Fact, PartSummary, Refusal
from pipeline.lexicon import fingerprint
from pipeline.models import trained_fingerprint
from pipeline.provenance import Rejected
from pipeline.read import READ_VERSION, read, sniff
from pipeline.run.isolation import guarded
from pipeline.run.titles import title_of
from pipeline.run.yields import Yield
from pipeline.segment import SEGMENT_VERSION, layout_of, paper_kind, segment
from pipeline.segment.wording import WORDING_VERSION, wording_of

REPORT_IT = "keep the file and report this as a fault of the pipeline"


def versions() -> dict[str, int]:
    """The version of each stage and extractor, as a paper that is up to date carries them."""
    stages = {
        "judge": trained_fingerprint(),
        "lexicon": fingerprint(),
        "read": READ_VERSION,
        "segment": SEGMENT_VERSION,
        "wording": WORDING_VERSION,
    }
    return stages | {extractor.name: extractor.version for extractor in EXTRACTORS}


def do_paper(path: str, sha256: str, scanned: int) -> bytes | int:
    """Read, segment and extract the paper at `path`: a Yield in MessagePack. For a worker.

    Where more than `scanned` pages must be recognised from their pictures, how many: the caller
    asks again and allows the time that they take.
    """
    began = time.perf_counter()
    try:
        return guarded(lambda: _packed(read_paper(Path(path), sha256, scanned), began))
    except ScannedPagesError as found:
        return found.pages


def redo_paper(reading: str, names: tuple[str, ...]) -> bytes | None:
    """Run the extractors `names` alone on a cached reading; None when the cache is no use."""
    began = time.perf_counter()

    def again() -> bytes | None:
        try:
            packed = Path(reading).read_bytes()
            document = msgspec.json.decode(gzip.decompress(packed), type=Document)
        except (OSError, EOFError, zlib.error, msgspec.MsgspecError):
            return None
        chosen = [extractor for extractor in EXTRACTORS if extractor.name in names]
        return _packed(_mine(document, chosen), began)

    return guarded(again)


def read_paper(path: Path, sha256: str, scanned: int | None = None) -> Yield:
    """All that one paper yields; what is wrong with it stands in the result.

    Raises ScannedPagesError when more than `scanned` pages (None: any number) must be recognised.
    """
    media_type: str | None = None
    try:
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise UnreadablePaperError("the file changed while it was being read; ingest it again")
        media_type = sniff(data, path.name)
        document = read(data, media_type, scanned)
        found = _mine(document, EXTRACTORS)
    except ScannedPagesError:
        raise
    except RestrictedPaperError as error:
        return Yield(status="restricted", reason=str(error), media_type=media_type)
    except UnreadablePaperError as error:
        return Yield(status="quarantined", reason=str(error), media_type=media_type)
    except OSError as error:
        reason = f"the file can't be opened ({error.strerror}); mend its permissions"
        return Yield(status="quarantined", reason=reason, media_type=media_type)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad paper never stops a night
        reason = f"reading it failed with {_named(error)}; {REPORT_IT}"
        return Yield(status="quarantined", reason=reason, media_type=media_type, fault=True)
    packed = gzip.compress(msgspec.json.encode(document), compresslevel=5, mtime=0)
    return msgspec.structs.replace(found, reading=packed)


def _packed(found: Yield, began: float) -> bytes:
    timed = msgspec.structs.replace(found, seconds=time.perf_counter() - began)
    return msgspec.msgpack.encode(timed)


def _mine(document: Document, extractors: Iterable[Extractor]) -> Yield:
    """Segment a document and run `extractors` over its parts, extractor by extractor."""
    parts = segment(document)
    facts: list[Fact] = []
    refusals: list[Refusal] = []
    faults: list[str] = []
    for extractor in extractors:
        for part in parts:
            if part.kind in extractor.reads:
                faults += _extract(extractor, part, facts, refusals)
    unread = [problem for part in parts for problem in part.problems]
    problems = [*document.problems, *unread, *faults]
    return Yield(
        status="partial" if problems else "ok",
        reason="; ".join(problems) or None,
        media_type=document.media_type,
        kind=paper_kind(parts),
        layout=layout_of(document, parts),
        title=title_of(document, parts),
        producer=document.producer,
        pages=len(document.pages) or None,
        recognised_pages=sum(page.recognised for page in document.pages),
        unrecognised=document.unrecognised,
        parts=tuple(_summary(part) for part in parts),
        facts=tuple(facts),
        refusals=tuple(refusals),
        wording=tuple(wording_of(parts)),
        fault=bool(faults),
    )


def _extract(
    extractor: Extractor, part: Part, facts: list[Fact], refusals: list[Refusal]
) -> list[str]:
    """Add what one extractor finds in one part; how it failed, in words."""
    try:
        found = list(extractor.find(part))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the other extractors' findings still stand
        at = f"page {part.first_page}" if part.first_page else f"part {part.index + 1}"
        return [f"{at}: the extractor {extractor.label} failed with {_named(error)}; {REPORT_IT}"]
    for each in found:
        if isinstance(each, Rejected):
            refusals.append(Refusal(part.index, extractor.label, each))
        else:
            facts.append(Fact(part.index, extractor.label, each))
    return []


def _summary(part: Part) -> PartSummary:
    return PartSummary(
        part.index,
        part.kind,
        part.title,
        part.first_page,
        part.last_page,
        part.draft,
        part.language,
    )


def _named(error: Exception) -> str:
    return f"{type(error).__name__} ({str(error)[:200]})" if str(error) else type(error).__name__
