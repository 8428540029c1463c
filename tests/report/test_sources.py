from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.report.model import Scope
from pipeline.report.sources import Sources, web_address
from pipeline.store.read import open_archive


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//x.example",
        "https://",
        "http://[bad",
        "",
        None,
        3,
    ],
)
def test_only_web_addresses_are_linked(text: object) -> None:
    assert web_address(text) is None


def test_an_address_is_made_fit_for_a_link() -> None:
    assert web_address(' https://x.example/a b?c=<i>&d=%20"') == (
        "https://x.example/a%20b?c=%3Ci%3E&d=%20%22"
    )


def test_a_fact_is_cited_by_page_boxes_and_words(plain_archive: Path) -> None:
    with open_archive(plain_archive) as opened:
        sources = Sources(opened, plain_archive.parent)
        places = sources.places("resolutions", ["resolutions-0", "resolutions-2", None])
    place = places["resolutions-0"]
    assert (place.page, place.label) == (2, "minutes, page 2")
    assert place.quote == "RESOLVED: That the apologies be noted."
    assert [tuple(box) for box in [(b.x0, b.top) for b in place.boxes]] == [(72.0, 100.0)]
    assert place.link
    assert (plain_archive.parent / place.link.partition("#")[0]).is_file()


def test_an_original_that_is_gone_has_no_link(plain_archive: Path, tmp_path: Path) -> None:
    alone = tmp_path / "archive.duckdb"
    alone.write_bytes((plain_archive / "archive.duckdb").read_bytes())
    with open_archive(alone) as opened:
        place = Sources(opened, tmp_path).paper("d-spring")
    assert place.link is None


def test_a_scope_without_meetings_is_told(plain_archive: Path) -> None:
    with open_archive(plain_archive) as opened:
        sources = Sources(opened, plain_archive)
        assert sources.bodies(Scope("HARBOUR")) == ["Harbour Improvement Board"]
        with pytest.raises(UsageError, match=r"with “no such” in their name.*meetings-and-papers"):
            sources.bodies(Scope("no such"))
        with pytest.raises(UsageError, match="from 1 January 2040"):
            sources.bodies(Scope(since=date(2040, 1, 1)))
