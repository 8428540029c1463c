from __future__ import annotations

import pytest
from lxml import etree

from pipeline.report.inline import inline
from tests.plot.test_bars_and_timeline import drawn


@pytest.mark.parametrize("name", ["bars", "lines"])
def test_ids_are_the_drawing_s_own_and_nothing_is_fetched(name: str) -> None:
    svg = inline(drawn()[name], name)
    root = etree.fromstring(svg)
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert ids
    assert len(ids) == len(set(ids))
    assert all(each.startswith(f"{name}-") for each in ids)
    links = [value for each in root.iter() for key, value in each.attrib.items() if "href" in key]
    assert all(link.removeprefix("#") in ids for link in links)
    references = [v for each in root.iter() for v in each.attrib.values() if "url(" in v]
    assert references
    assert all(f"url(#{name}-" in value for value in references)
    assert not any("http" in value for each in root.iter() for value in each.attrib.values())


def test_it_has_no_style_sheet_and_no_size_of_its_own() -> None:
    root = etree.fromstring(inline(drawn()["bars"], "x"))
    assert not {"style", "title", "desc", "metadata"} & {etree.QName(e).localname for e in root}
    assert "width" not in root.attrib
    assert root.get("viewBox")
    assert root.get("aria-hidden") == "true"
