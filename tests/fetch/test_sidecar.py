"""Sidecars: found beside the paper, and clear about what is wrong with them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UnreadablePaperError
from pipeline.extraction import Sidecar
from pipeline.fetch.sidecar import beside, load, unknown_keys, without_owner


def test_the_name_with_its_extension_goes_first(tmp_path: Path) -> None:
    paper = tmp_path / "minutes.pdf"
    assert beside(paper) is None
    (tmp_path / "minutes.meta.json").write_text("{}")
    assert beside(paper) == tmp_path / "minutes.meta.json"
    (tmp_path / "minutes.pdf.meta.json").write_text("{}")
    assert beside(paper) == tmp_path / "minutes.pdf.meta.json"


def test_known_keys_are_read_and_others_left(tmp_path: Path) -> None:
    path = tmp_path / "x.meta.json"
    path.write_text('{"body": "Parish Council", "meeting_date": "2024-05-14", "pages": 3}')
    assert load(path) == Sidecar(body="Parish Council", meeting_date=date(2024, 5, 14))
    assert unknown_keys(path) == ["pages"]


@pytest.mark.parametrize("key", ["Restricted", "restrcted", "RESTRICTED ", "meeting date"])
def test_a_key_that_is_nearly_known_is_an_error(tmp_path: Path, key: str) -> None:
    path = tmp_path / "x.meta.json"
    path.write_text(f'{{"{key}": true}}')
    with pytest.raises(UnreadablePaperError, match="is not known"):
        load(path)


@pytest.mark.parametrize("name", ["a.meta.json", "A.PDF.META.JSON", "a.pdf.meta.json"])
def test_names_match_whatever_their_case(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("{}")
    assert beside(tmp_path / "A.PDF") == tmp_path / name


def test_a_sidecar_that_is_a_link_to_nothing_is_not_overlooked(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").symlink_to(tmp_path / "gone")
    found = beside(tmp_path / "a.pdf")
    assert found is not None
    with pytest.raises(UnreadablePaperError, match="can't be opened"):
        load(found)


def test_a_sidecar_beside_no_file_is_found() -> None:
    names = ["a.pdf", "A.meta.json", "b.docx", "b.docx.meta.json", "c.meta.json", ".d.meta.json"]
    assert without_owner(names) == ["c.meta.json"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{"meeting_date": "14 May 2024"}', "key 'meeting_date'"),
        ('{"restricted": "perhaps"}', "key 'restricted'"),
        ("[]", "array"),
        ("{", "not JSON"),
        ("", "not JSON"),
    ],
)
def test_a_wrong_sidecar_is_named_with_its_key(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "x.meta.json"
    path.write_text(text)
    with pytest.raises(UnreadablePaperError, match=r"x\.meta\.json") as raised:
        load(path)
    assert named in str(raised.value)
