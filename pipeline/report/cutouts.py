"""Pictures of the places that a report's rows were read from, cut out of the kept papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.provenance import Box
from pipeline.report.model import Place, Report, Table
from pipeline.report.sources import original
from pipeline.run.isolation import Failure, Task, Workers, guarded, processors

SCALE = 1.6
"""Pixels of a picture per PDF point."""
MOST = 400
"""Pictures in one report: more would make a file that nobody can send."""
MEGABYTES = 2048
SECONDS = 60
"""Time for one batch."""
BATCH = 12
"""Places of one paper that are drawn in one call."""

Progress = Callable[[int, int], None]
"""Is told how many pictures are drawn, of how many."""
Wanted = tuple[str, int, tuple[Box, ...]]


@dataclass(frozen=True)
class Picture:
    """A cut-out as PNG; sizes in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True)
class CutOuts:
    """The pictures of a report."""

    pictures: Mapping[Wanted, Picture]
    failed: Mapping[str, str]
    """Why there is none, by document."""
    left_out: int = 0
    """How many were not drawn, being more than a report may hold."""

    def of(self, place: Place) -> Picture | None:
        """The picture of a place, if it has one."""
        return self.pictures.get(key) if (key := _key(place)) else None


NONE = CutOuts({}, {})


def draw(report: Report, archive: Path, progress: Progress) -> CutOuts:
    """Draw the pictures that the rows of a report show, from the originals in its archive folder.

    Each is drawn in a process that can be killed. A paper that can't be drawn costs its own
    pictures alone, and is named.
    """
    places = {key: place for place in _shown(report) if (key := _key(place))}
    wanted = sorted(list(places)[:MOST], key=lambda key: key[:2])
    failed: dict[str, str] = {}
    tasks = []
    batches: dict[str, list[Wanted]] = {}
    for document, spots in _by_document(wanted):
        place = places[spots[0]]
        path = original(archive, place.paper.sha256)
        if path is None:
            failed[document] = "the original is no longer in the archive folder"
            continue
        for first in range(0, len(spots), BATCH):
            batch = spots[first : first + BATCH]
            name = f"{document}#{first}"
            batches[name] = batch
            spots_of = [(page, boxes) for _, page, boxes in batch]
            tasks.append(Task(name, _draw, (path.absolute(), spots_of), SECONDS))
    pictures: dict[Wanted, Picture] = {}
    done = 0
    progress(0, len(wanted))
    with Workers(processors(), MEGABYTES) as workers:
        for name, drawn in workers.each(tasks):
            batch = batches[name]
            if isinstance(drawn, Failure):
                failed[batch[0][0]] = f"{drawn.kind}: {drawn.detail}"
            elif isinstance(drawn, str):
                failed[batch[0][0]] = drawn
            else:
                pictures |= {key: Picture(*each) for key, each in zip(batch, drawn, strict=True)}
            done += len(batch)
            progress(done, len(wanted))
    return CutOuts(pictures, failed, max(0, len(places) - MOST))


def pictured(places: Iterable[Place]) -> Place | None:
    """The first of a row's places that a picture can be made of."""
    return next((place for place in places if _key(place)), None)


def _shown(report: Report) -> Iterator[Place]:
    for block in report.blocks():
        if isinstance(block, Table) and block.pictures != "none":
            for row in block.rows:
                place = pictured(row.places)
                if place is not None:
                    yield place


def _key(place: Place) -> Wanted | None:
    """What is drawn of a place; None where its paper has no pages or its words no box."""
    if place.page is None or not place.boxes or place.paper.media_type != "application/pdf":
        return None
    return place.paper.document_id, place.page, place.boxes


def _by_document(wanted: Sequence[Wanted]) -> Iterator[tuple[str, list[Wanted]]]:
    spots: dict[str, list[Wanted]] = {}
    for each in wanted:
        spots.setdefault(each[0], []).append(each)
    yield from spots.items()


def _draw(
    pdf: Path, wanted: list[tuple[int, tuple[Box, ...]]]
) -> list[tuple[bytes, int, int]] | str:
    """The cut-outs, or why there are none: what a worker raises would end the whole report."""
    # The PDF library is loaded in the worker alone.
    from pipeline.read.picture import cut_outs  # noqa: PLC0415

    try:
        return guarded(partial(cut_outs, pdf, wanted, SCALE))
    except (PipelineError, OSError) as error:
        return str(error)
