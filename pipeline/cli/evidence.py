"""Pictures of the pages that facts were read from, with the boxes drawn on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from pipeline.errors import PipelineError, UnreadablePaperError, UsageError
from pipeline.provenance import Box
from pipeline.read.picture import draw
from pipeline.run.isolation import Failure, Task, Workers, guarded
from pipeline.store.profile import MarkedPage

SECONDS = 30
"""Time for one page."""
MEGABYTES = 2048


def draw_pages(archive: Path, pages: Sequence[MarkedPage], target: Path) -> list[Path]:
    """Draw each page into the folder `target` as DOCUMENT-pNNN.png; the files written.

    Pages are drawn in a process that can be killed. Raises UnreadablePaperError for a page that
    can't be drawn, PipelineError where an original is gone, UsageError where `target` is no folder
    or can't be written to.
    """
    with _for_writing(target):
        target.mkdir(parents=True, exist_ok=True)
    content = cache(partial(_original, archive))
    tasks = [
        Task(
            f"{page.document_id}-p{page.page:03}.png",
            _draw,
            (content(page.document_id, page.sha256), page.page, page.boxes),
            SECONDS,
        )
        for page in pages
    ]
    drawn = []
    with Workers(1, MEGABYTES) as workers:
        for name, picture in workers.each(tasks):
            if isinstance(picture, Failure):
                raise UnreadablePaperError(
                    f"{name} could not be drawn ({picture.kind}: {picture.detail}); "
                    f"open the paper itself, below {archive / 'originals'}"
                )
            with _for_writing(target):
                (target / name).write_bytes(picture)
            drawn.append(target / name)
    return sorted(drawn)


@contextmanager
def _for_writing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"{target}: the pictures can't be written there ({error.strerror}); "
            "name another folder with --evidence"
        ) from error


def _draw(pdf: bytes, page: int, boxes: tuple[Box, ...]) -> bytes:
    return guarded(partial(draw, pdf, page, boxes))


def _original(archive: Path, document_id: str, sha256: str) -> bytes:
    """The kept bytes of a paper."""
    found = sorted((archive / "originals" / sha256[:2]).glob(f"{sha256}.*"))
    if not found:
        raise PipelineError(
            f"the original of {document_id} is not in {archive / 'originals'}; "
            "ingest the paper again, or point --archive at the archive's folder"
        )
    return found[0].read_bytes()
