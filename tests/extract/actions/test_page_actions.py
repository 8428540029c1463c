"""Actions of web pages: told of pronouns, of members at large, and behind references."""

from __future__ import annotations

import pytest

from pipeline.extract.grammar.undertakings import undertaking


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("He would circulate the figures to members.", "He"),
        ("She undertook to write to the owner.", "She"),
        ("He said that he would provide a written answer.", "He"),
        ("Members were requested to let the Clerk know if they were free.", "Members"),
        ("Ann Ash would bring a fuller paper to the December meeting.", "Ann Ash"),
        ("The Chief Executive agreed that a reply would be sent.", "The Chief Executive"),
        ("She would ensure that details were sent to all.", "She"),
        ("Agreed that the Chair would write to the owner.", "the Chair"),
    ],
)
def test_what_somebody_undertakes(sentence: str, owner: str) -> None:
    asked = undertaking(sentence)
    assert asked is not None
    assert asked.owner == owner


@pytest.mark.parametrize(
    "sentence",
    [
        "Requested that any who film the meeting make themselves known.",
        "She would like to see it.",
        "Members were asked to note the report.",
        "The New Depot would bring jobs.",
    ],
)
def test_what_nobody_undertakes(sentence: str) -> None:
    assert undertaking(sentence) is None
