"""The vocabulary: phrases mean what the guide says; the files hold nothing wrong or unused."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

import pipeline
from pipeline import lexicon
from pipeline.errors import LexiconError
from pipeline.records import AttendanceStatus, Outcome

FILES = sorted(path.stem for path in lexicon.folder().glob("*.toml"))
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (Path(lexicon.__file__).parent).rglob("*.py")
    if path.name != "lexicon.py"
)


def rules() -> Iterator[tuple[str, tuple[str, ...], dict[str, Any]]]:
    """Every rule that stands under a key: file, keys, table."""

    def below(held: dict[str, Any], above: tuple[str, ...]) -> Iterator[Any]:
        for key, value in held.items():
            if isinstance(value, dict):
                if "form" in value or "any" in value:
                    yield (*above, key), value
                else:
                    yield from below(value, (*above, key))

    for name in FILES:
        for keys, value in below(lexicon.lexicon(name), ()):
            yield name, keys, value


RULES = list(rules())


@pytest.mark.parametrize(
    ("phrase", "found", "passed_over"),
    [
        ("also present", ["Also  Present:", "also\npresent"], ["also presented", "alsopresent"]),
        ("[the] clerk", ["the clerk", "Clerk"], ["clerks"]),
        ("resolved [that] [it]", ["resolved", "resolved that it"], ["resolvedthat"]),
        ("member[s] of [the] public", ["member of public", "Members of the public"], ["public"]),
        ("(vice|deputy) chair", ["vice chair", "Deputy Chair"], ["the chair"]),
        ("apolog*", ["apologies", "apology", "APOLOG"], ["an apolo"]),
        ("*apolog*", ["Ymapologies"], ["apolo"]),
        ("meeting .. closed", ["the meeting was then closed"], ["the meeting. All closed"]),
        ("meeting ... closed", ["meeting at 7. It closed"], ["closed the meeting"]),
        ("^closed at", ["Closed at 9pm", "- closed at"], ["It closed at"]),
        ("none$", ["There were none.", "None"], ["none came"]),
        ("n[/]a", ["N/A", "na"], ["nab"]),
        ("sub[-]committee", ["sub-committee", "subcommittee"], ["sub committee"]),
    ],
)
def test_a_phrase_means_what_the_guide_says(
    phrase: str, found: list[str], passed_over: list[str]
) -> None:
    compiled = re.compile(lexicon.phrase(phrase), re.IGNORECASE)
    assert [text for text in found if not compiled.search(text)] == []
    assert [text for text in passed_over if compiled.search(text)] == []


@pytest.mark.parametrize("phrase", ["(open", "shut)", "[a|b", "", "a]b"])
def test_a_broken_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(LexiconError):
        lexicon.phrase(phrase)


@pytest.mark.parametrize(("name", "keys", "held"), RULES, ids=[f"{n}.{k}" for n, k, _ in RULES])
def test_a_rule_finds_its_examples(name: str, keys: tuple[str, ...], held: dict[str, Any]) -> None:
    compiled = lexicon.pattern(name, *keys)
    assert held.get("examples"), "a rule has at least one example beside it"
    assert [text for text in held["examples"] if not compiled.search(text)] == []
    assert [text for text in held.get("others", []) if compiled.search(text)] == []


@pytest.mark.parametrize("name", FILES)
def test_nothing_in_a_file_is_unused(name: str) -> None:
    path = lexicon.folder() / f"{name}.toml"
    slots = set(re.findall(r"\{([a-z_]+)\}", path.read_text(encoding="utf-8")))
    assert f'"{name}"' in SOURCES
    unused = []
    for key in lexicon.lexicon(name):
        stem, _, rest = key.partition("_")
        built = f'f"{stem}_{{' in SOURCES and f'"{rest}"' in SOURCES
        if key not in slots and f'"{key}"' not in SOURCES and not built:
            unused.append(key)
    assert unused == []


def test_rules_tried_in_order_stand_for_what_the_records_know() -> None:
    outcomes = [meaning["outcome"] for _, meaning in lexicon.ordered("business", "outcomes")]
    statuses = [meaning["status"] for _, meaning in lexicon.ordered("people", "lists")]
    assert set(outcomes) <= set(get_args(Outcome))
    assert set(statuses) <= set(get_args(AttendanceStatus))


def test_words_are_in_lower_case() -> None:
    assert all(word == word.lower() for word in lexicon.words("people", "honorifics"))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the vocabulary that is used instead of the shipped one."""
    copy = tmp_path / "lexicon"
    shutil.copytree(lexicon.folder(), copy)
    monkeypatch.setenv("COMMITTEE_PAPERS_LEXICON", str(copy))
    forget()
    yield copy
    monkeypatch.undo()
    forget()


def forget() -> None:
    for cached in (lexicon.lexicon, lexicon.pattern, lexicon.words, lexicon.ordered):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ('[oops]\nany = ["a b", "A b"]\n', "meetings.toml: oops.any lists 'A b' twice"),
        ('[oops]\nany = ["(a"]\n', "'(' is not closed"),
        ("[oops]\nany = ['/(a/']\n", "oops.any: '/(a/' doesn't compile"),
        ("[oops]\nform = '(a'\n", "oops doesn't compile"),
        ("[oops]\nform = '{nowhere}'\n", "no list is named 'nowhere'"),
        ("[oops]\nform = '{oops}'\n", "holds itself"),
        ('[oops]\nany = ["a"]\nphrase = ["b"]\n', "no place for 'phrase'"),
        ("[oops]\nany = []\n", "is no list of phrases"),
        ("[oops]\nany = [3]\n", "3 is no phrase"),
        ("[oops\n", "is no TOML"),
    ],
)
def test_a_wrong_file_is_told_with_file_key_and_remedy(own: Path, added: str, told: str) -> None:
    with (own / "meetings.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + added)
    with pytest.raises(LexiconError, match=re.escape(told)) as caught:
        lexicon.check()
    assert "meetings.toml" in str(caught.value) or "not closed" in told


def test_a_missing_file_or_rule_is_told(own: Path) -> None:
    with pytest.raises(LexiconError, match="nosuch is missing; put it back"):
        lexicon.rule("meetings", "nosuch")
    (own / "meetings.toml").unlink()
    forget()
    with pytest.raises(LexiconError, match="can't be read"):
        lexicon.rule("meetings", "ended")


def test_the_fingerprint_changes_with_the_words(own: Path) -> None:
    before = lexicon.fingerprint()
    (own / "meetings.toml").write_text("# nothing\n", encoding="utf-8")
    assert lexicon.fingerprint() != before


def test_a_new_councils_word_is_an_edit_of_one_list(own: Path, tmp_path: Path) -> None:
    """The worked example of docs/extraction.md: 'ORDAINED' decides once it is in the list."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    assert decisions(papers, own, tmp_path / "archive") == []
    file = own / "business.toml"
    words = file.read_text(encoding="utf-8")
    file.write_text(
        words.replace('in_capitals = ["RESOLVED",', 'in_capitals = ["ORDAINED", "RESOLVED",')
    )
    assert decisions(papers, own, tmp_path / "archive") == ["That the gate be mended."]


PAPERS = (sys.executable, "-c", "import sys; from pipeline.cli import main; sys.exit(main())")
MINUTES = """\
Minutes of the meeting of Nether Quill Parish Council held on 4 March 2026

Present: Cllr A Ash (Chair), Cllr B Elm and Cllr C Oake.

1. Apologies
None.

2. The gate
Members looked at the gate.
ORDAINED: That the gate be mended.

3. Close
The meeting closed at 8.15pm.
"""


def decisions(papers: Path, own: Path, archive: Path) -> list[str]:
    """What the command line finds decided, with a vocabulary of one's own."""
    environ = os.environ | {"COMMITTEE_PAPERS_LEXICON": str(own)}
    run = [*PAPERS, "ingest", str(papers), "--archive", str(archive)]
    subprocess.run(run, env=environ, check=True, capture_output=True)
    with pipeline.open_archive(archive) as held:
        rows = held.sql("SELECT text FROM resolutions").rows
    return [text for (text,) in rows]


def test_a_wrong_vocabulary_ends_a_run_before_any_paper_is_read(own: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    (own / "parts.toml").write_text("[ended\n", encoding="utf-8")
    run = [*PAPERS, "ingest", str(tmp_path / "a.txt")]
    run += ["--archive", str(tmp_path / "archive")]
    environ = os.environ | {"COMMITTEE_PAPERS_LEXICON": str(own)}
    done = subprocess.run(run, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "parts.toml: is no TOML" in " ".join(done.stderr.split())
