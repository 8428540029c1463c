"""Sidecars: found beside the paper, and clear about what is wrong with them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UnreadablePaperError
from pipeline.extraction import Sidecar
from pipeline.fetch.sidecar import beside, load


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
