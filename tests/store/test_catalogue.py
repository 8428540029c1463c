from __future__ import annotations

from datetime import date

import pytest

from pipeline.errors import UsageError
from pipeline.store import catalogue
from pipeline.store.catalogue import NamedQuery, Param


@pytest.mark.parametrize("name", catalogue.names())
def test_every_query_says_what_it_asks_and_binds_what_it_declares(name: str) -> None:
    query = catalogue.load(name)
    assert query.title
    assert query.description.endswith(".")
    for param in query.params:
        assert f"${param.name}" in query.sql.split("SELECT", 1)[1], param.name
        if param.default is not None:
            param.parse(param.default)


def test_the_overview_comes_first() -> None:
    assert catalogue.names()[:5] == catalogue.OVERVIEW
    assert len(catalogue.names()) >= 14
    assert len(set(catalogue.names())) == len(catalogue.names())


def test_an_unknown_name_lists_the_names() -> None:
    with pytest.raises(UsageError, match="attendance-by-person"):
        catalogue.load("who-was-there")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("text", "harbour", "harbour"),
        ("integer", "3", 3),
        ("number", "0.5", 0.5),
        ("date", "2031-03-04", date(2031, 3, 4)),
        ("boolean", "yes", True),
        ("boolean", "FALSE", False),
        ("date", "null", None),
    ],
)
def test_text_is_read_by_type(kind: str, text: str, value: object) -> None:
    assert Param("p", kind, None, "").parse(text) == value


@pytest.mark.parametrize(
    ("kind", "text"), [("integer", "3.5"), ("date", "4 March"), ("boolean", "perhaps")]
)
def test_text_of_another_type_is_told(kind: str, text: str) -> None:
    with pytest.raises(UsageError, match=f"{text}' is no {kind}"):
        Param("p", kind, None, "").parse(text)


def test_a_parameter_without_default_is_asked_for() -> None:
    query = NamedQuery("q", "", "", (Param("word", "text", None, "the word"),), "SELECT $word")
    with pytest.raises(UsageError, match=r"--param word=.*the word"):
        query.bind({})
    assert query.bind({"word": "tide"}) == {"word": "tide"}
