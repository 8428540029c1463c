from __future__ import annotations

import pytest

from pipeline.read.front_matter import split_front_matter
from tests.read.flows import paragraphs, read, styled

PAGE = """---
title: "Mere Parish Council, May"
date: 2027-05-04
tags:
  - ponds
---

The Council met in the hall.
"""


def test_the_keys_of_a_page() -> None:
    assert split_front_matter(PAGE) == (
        "Mere Parish Council, May",
        "2027-05-04",
        "\nThe Council met in the hall.\n",
    )


def test_a_page_with_keys_gives_its_title_as_a_heading_and_no_tags() -> None:
    document = read(PAGE, markdown=True)
    assert document.title == "Mere Parish Council, May"
    assert styled(document, "heading") == [(None, "Mere Parish Council, May")]
    assert [text for _, text in paragraphs(document)][1:] == [
        "date: 2027-05-04",
        "The Council met in the hall.",
    ]


@pytest.mark.parametrize("text", ["Minutes\n---\nPonds", "---\n\nno keys here\n---\n", "title: x"])
def test_what_is_no_block_of_keys(text: str) -> None:
    assert split_front_matter(text) == (None, None, text)
