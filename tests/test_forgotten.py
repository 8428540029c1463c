"""Names and papers are known again by fingerprints, in whatever form they are printed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import forgotten
from pipeline.errors import UsageError
from pipeline.forgotten import Blanks, Entry, Register

KEY = b"k" * 32
SHA = "ab" * 32


def blanks(*names: str, papers: tuple[str, ...] = ()) -> Blanks:
    bare = Blanks(KEY)
    folded = [forgotten.folded(name) for name in names]
    lengths = tuple(sorted({len(name.split()) for name in folded}))
    now = datetime(2031, 1, 1, tzinfo=UTC)
    marks = tuple(map(bare.mark, folded))
    entries = (
        Entry(kind="person", at=now, by="a", why="b", marks=marks, lengths=lengths),
        Entry(kind="paper", at=now, by="a", why="b", marks=tuple(map(bare.mark, papers))),
    )
    return Blanks(KEY, Register(entries))


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("Joan Pike", "[name removed]"),
        ("Councillor JOAN PIKE (Chair)", "Councillor [name removed] (Chair)"),
        ("Cllrs A Byron, Joan  Pike and T Reeve", "Cllrs A Byron, [name removed] and T Reeve"),
        ("Joan Pike's report; Joan Pike’s", "[name removed]'s report; [name removed]’s"),
        ("/in/joan-pike_on.pdf", "/in/[name removed]_on.pdf"),
        ("Joan\nPike", "[name removed]"),
        ("Joan Pikes", "Joan Pikes"),
        ("Joana Pike", "Joana Pike"),
        ("Joan, in the chair. Pike fishing", "Joan, in the chair. Pike fishing"),
        ("Pike", "Pike"),
        ("Joan Pike-Smith", "[name removed]-Smith"),
        ("", ""),
    ],
)
def test_a_name_is_found_in_whatever_form_and_no_other(text: str, blanked: str) -> None:
    known = blanks("Joan Pike")
    assert known.text(text) == blanked
    assert known.names(text) == (blanked != text)


def test_the_longest_form_goes_and_accents_and_apostrophes_do_not_matter() -> None:
    known = blanks("Siân O'Hara", "Siân Mary O'Hara")
    assert known.text("Sian Mary O’Hara; SIAN OHARA; Siân O'Hara's") == (
        "[name removed]; [name removed]; [name removed]'s"
    )


def test_papers_are_known_by_digest_and_key_in_any_text() -> None:
    known = blanks(papers=(SHA, f"d{SHA[:16]}"))
    assert known.refuses(SHA)
    assert not known.refuses("cd" * 32)
    assert not known.refuses(None)
    assert known.mentions(f'{{"sha256": "{SHA}"}}')
    assert known.mentions(f"replaces d{SHA[:16]}, whose original stays")
    assert not known.mentions(f"xd{SHA[:16]}")
    assert not known.names(SHA)


def test_the_register_tells_nothing_without_the_key() -> None:
    known = blanks("Joan Pike", papers=(SHA,))
    kept = msgspec.json.encode(known.register)
    assert b"pike" not in kept.lower()
    assert SHA.encode() not in kept
    assert not Blanks(b"x" * 32, known.register).names("Joan Pike")


@given(st.text(max_size=200))
def test_blanking_twice_changes_nothing_more(text: str) -> None:
    known = blanks("Joan Pike", "name removed")
    assert blanks("Joan Pike").text(blanks("Joan Pike").text(text)) == blanks("Joan Pike").text(
        text
    )
    assert known.text(text) is not None


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_surroundings_hide_a_name(before: str, after: str) -> None:
    text = f"{before} Joan Pike {after}"
    assert "joan pike" not in blanks("Joan Pike").text(text).casefold()


def test_a_register_that_cannot_be_read_stops_everything(tmp_path: Path) -> None:
    assert not forgotten.load(tmp_path)
    (tmp_path / forgotten.REGISTER).write_text("{")
    with pytest.raises(UsageError, match="restore it from a backup"):
        forgotten.load(tmp_path)
