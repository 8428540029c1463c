from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from pipeline.errors import UnreadablePaperError
from pipeline.provenance import Box
from pipeline.read.picture import COLOUR, cut_outs
from pipeline.report import cutouts
from tests.report.conftest import made
from tests.store.invented import blank_pdf


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(blank_pdf(2))
    return path


def test_a_cut_out_is_the_box_with_some_room(pdf: Path) -> None:
    ((png, width, height),) = cut_outs(pdf, [(2, (Box(100, 200, 540, 230),))], scale=2.0)
    image = Image.open(io.BytesIO(png))
    assert image.size == (width, height)
    assert image.mode == "P", "a palette keeps it small"
    assert width == ((540 + 17 - 40) * 2)
    assert height == (30 + 2 * 17) * 2
    assert COLOUR in {colour for _, colour in image.convert("RGB").getcolors()}


def test_it_stays_on_the_page_and_wide_enough_to_read(pdf: Path) -> None:
    (corner, small) = cut_outs(
        pdf, [(1, (Box(0, 0, 595, 842),)), (1, (Box(10, 10, 30, 20),))], scale=1.0
    )
    assert corner[1:] == (595, 842)
    assert small[1] == 420


def test_a_box_off_the_page_is_told(pdf: Path) -> None:
    with pytest.raises(UnreadablePaperError, match="outside its page"):
        cut_outs(pdf, [(1, (Box(700, 900, 720, 910),))])


def test_the_rows_that_show_pictures_get_them_and_bad_papers_are_named(plain_archive: Path) -> None:
    report = made(plain_archive, "recurring")
    told: list[tuple[int, int]] = []
    drawn = cutouts.draw(report, plain_archive, lambda done, every: told.append((done, every)))
    good, bad = (row.places[0] for row in report.tables()["times raised"].rows)
    picture = drawn.of(good)
    assert picture is not None
    assert Image.open(io.BytesIO(picture.png)).size == (picture.width, picture.height)
    assert drawn.of(bad) is None
    assert "can't be read" in drawn.failed["d-summer"]
    assert told[0] == (0, 2)
    assert told[-1] == (2, 2)


def test_an_original_that_is_gone_costs_its_own_pictures_alone(
    plain_archive: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "archive"
    shutil.copytree(plain_archive, copy)
    report = made(copy, "attendance")
    shutil.rmtree(copy / "originals")
    drawn = cutouts.draw(report, copy, lambda _done, _every: None)
    assert not drawn.pictures
    assert "no longer in the archive" in drawn.failed["d-spring"]


def test_a_report_holds_so_many_pictures_and_no_more(
    hostile_archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutouts, "MOST", 1)
    report = made(hostile_archive, "recurring")
    drawn = cutouts.draw(report, hostile_archive, lambda _done, _every: None)
    assert len(drawn.pictures) == 1
    assert drawn.left_out == 1, "all the facts of one document share a box"
