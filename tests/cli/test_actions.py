"""`papers actions`: the list, its filters, and one thread with its pages."""

from __future__ import annotations

import json

import pytest


def test_the_list_fits_a_terminal_and_says_how_to_see_more(papers) -> None:
    printed = papers("actions")
    assert printed.code == 0
    assert max(map(len, printed.out.splitlines())) <= 80
    assert "Harbour Master to publish" in printed.out
    assert "1 thread\n" in printed.out
    assert "papers actions --thread t-tides" in printed.out


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (["--recurring"], 1),
        (["--open"], 1),
        (["--requests", "--recurring"], 1),
        (["--owner", "harbour"], 1),
        (["--owner", "nobody"], 0),
        (["--body", "HARBOUR"], 1),
        (["--body", "no such"], 0),
        (["--since", "1999-01-01"], 1),
        (["--since", "2999-01-01"], 0),
        (["--recurring", "--limit", "0"], 0),
    ],
)
def test_filters(papers, asked, count) -> None:
    found = json.loads(papers("actions", "--json", *asked).out)
    assert len(found["threads"]) == count


def test_one_thread_has_every_mention_with_its_page_and_quote(papers) -> None:
    printed = papers("actions", "--thread", "t-ti")
    assert max(map(len, printed.out.splitlines())) <= 80
    assert "d-spring.pdf, page" in printed.out
    assert printed.out.count("Harbour Master to publish the tide tables") >= 3
    found = json.loads(papers("actions", "--thread", "tide tables", "--json").out)
    assert found["thread"]["thread_id"] == "t-tides"
    assert [m["part"] for m in found["mentions"]] == ["raised", "raised"]
    assert all(m["page"] and m["quote"] for m in found["mentions"])


def test_a_thread_that_is_not_there_is_told_with_a_remedy(papers) -> None:
    printed = papers("actions", "--thread", "no such thing")
    assert printed.code == 2
    assert "`papers actions` lists them" in printed.err


def test_a_wrong_date_is_told(papers) -> None:
    assert papers("actions", "--since", "June").code == 2
