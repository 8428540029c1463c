"""List markers, and words broken at a line end."""

from __future__ import annotations

import pytest

from pipeline.read.hyphens import Words
from pipeline.read.markers import Nesting, split_marker


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("1. Apologies", "1.", "Apologies"),
        ("(a) the lease", "(a)", "the lease"),
        ("a)    the lease", "a)", "the lease"),
        ("iv) the lease", "iv)", "the lease"),
        ("(ii)     That", "(ii)", "That"),
        ("3.10 The Panel", "3.10", "The Panel"),
        ("3.8. Planning consent", "3.8.", "Planning consent"),
        ("1.1      there were none", "1.1", "there were none"),
        ("21.09.04 Highways", "21.09.04", "Highways"),
        ("118/21/22 DECLARATIONS OF INTEREST", "118/21/22", "DECLARATIONS OF INTEREST"),
        ("2 ALTERNATIVE OPTIONS", "2", "ALTERNATIVE OPTIONS"),
        ("A.       The papers", "A.", "The papers"),
        ("\uf0b7 The pond", "•", "The pond"),
        ("• The pond", "•", "The pond"),
        ("o  The pond", "o", "The pond"),
        ("- The pond", "-", "The pond"),
    ],
)
def test_marker(text: str, marker: str, rest: str) -> None:
    assert split_marker(text) == (marker, rest)


@pytest.mark.parametrize(
    "text",
    [
        "6.00 p.m.",
        "7.30 pm in the Guildhall",
        "2.5 million pounds",
        "10.00 - 11.00",
        "14 June 2017",
        "60 issues were referred",
        "A. Marlowe spoke",
        "of the pond",
        "2017/18 budget",
        "– (Director)",
        "e.g. ponds",
    ],
)
def test_no_marker(text: str) -> None:
    assert split_marker(text) == (None, text)


def test_a_heading_may_begin_with_a_bare_number() -> None:
    assert split_marker("3 Background", heading=True) == ("3", "Background")


def test_nesting_follows_the_kinds_of_marker() -> None:
    nesting = Nesting()
    depths = [nesting.indent(m) for m in ["1.", "(a)", "(b)", "•", "(c)", "2.", "(a)"]]
    assert depths == [0, 18, 18, 36, 18, 0, 18]


# --- hyphens


@pytest.mark.parametrize(
    ("text", "left", "right", "joined"),
    [
        ("", "the commit-", "tee agreed", "the committee agreed"),
        ("", "prices post-", "Reformation.", "prices post-Reformation."),
        ("", "Parish-wide and Village-", "wide.", "Parish-wide and Village-wide."),
        ("a well-kept green", "the well-", "kept green", "the well-kept green"),
        ("the overview", "an over-", "view of", "an overview of"),
        ("the tree and the trunk", "a tree-", "trunk", "a tree-trunk"),
        ("", "the co\u00ad", "operative", "the cooperative"),
        ("", "the end", "of it", "the end of it"),
    ],
)
def test_a_word_broken_at_the_line_end(text: str, left: str, right: str, joined: str) -> None:
    assert Words.of(text).join(left, right) == joined


def test_a_day_on_its_own_line_has_no_marker() -> None:
    assert split_marker("4 JULY 2027") == (None, "4 JULY 2027")


@pytest.mark.parametrize("text", ["2027 Budget", "1 March meeting note"])
def test_a_heading_that_begins_with_a_date_has_no_marker(text: str) -> None:
    assert split_marker(text, heading=True) == (None, text)
