from __future__ import annotations

import pytest

from pipeline.extract.people.runs import in_pairs, posts_follow, run_apart


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("J Orme M Pike", ["J Orme", "M Pike"]),
        ("P J Orme Mrs E A Pike", ["P J Orme", "Mrs E A Pike"]),
        ("P Orme Alan Pike", ["P Orme", "Alan Pike"]),
        ("Ann Orme Joe Pike Maud Lisle", ["Ann Orme", "Joe Pike", "Maud Lisle"]),
        ("J V Lyndon Orme", ["J V Lyndon Orme"]),
        ("Jo B Orme", ["Jo B Orme"]),
        ("County Cllr Mrs J Orme", ["County Cllr Mrs J Orme"]),
        ("P Orme Clerk J Pike", ["P Orme", "Clerk J Pike"]),
        ("A Orme (Clerk) B Pike (Warden)", ["A Orme (Clerk)", "B Pike (Warden)"]),
        ("Assistant to Councillor Pike", ["Assistant to Councillor Pike"]),
    ],
)
def test_people_run_together(text: str, pieces: list[str]) -> None:
    found = run_apart(text, follow=posts_follow(text))
    assert [text[start:end].strip() for start, end in found] == pieces


def test_posts_follow_where_the_list_ends_with_one() -> None:
    assert posts_follow("Mr A Orme, Head of Parks, Mr B Pike, Solicitor")
    assert not posts_follow("Chief Executive – A Orme Solicitor – B Pike")


def test_pairs_of_names_without_their_comma() -> None:
    pieces = ["Ann Orme", "Joe Pike", "Bo Lisle"]
    assert in_pairs(pieces)
    assert not in_pairs(["Ann Orme", "Joe B Pike", "Mrs Lisle"])
    text = "Ada Ash Ben Birch"
    assert [text[a:b].strip() for a, b in run_apart(text, follow=False, pairs=True)] == [
        "Ada Ash",
        "Ben Birch",
    ]
