"""`papers.toml`: every mistake is told with its line and its remedy."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.settings import Settings, load, template
from pipeline.settings.lines import Lines, path_of

SOUND = """\
archive = "archive"
contact = "papers@harrowmere.org"

[[authority]]
name = "London Borough of Harrowmere"
base = "https://democracy.harrowmere.example"
since = 2024-05-01

[[authority]]
name = "Thistledon Parish Council"
base = "http://127.0.0.1:8399/"
since = 2024-05-01
bodies = ["Full Council", 402]

[[folder]]
path = "drop"

[politeness]
delay_seconds = 1

[digest.smtp]
host = "mail.harrowmere.org"
sender = "papers@harrowmere.org"
recipients = ["clerk@harrowmere.org"]
"""


def told(folder: Path, text: str) -> str:
    path = folder / "papers.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as error:
        load(path)
    return str(error.value).replace(f"{path}", "papers.toml")


def test_sound_settings_are_read_with_paths_below_their_folder(tmp_path: Path) -> None:
    (tmp_path / "papers.toml").write_text(SOUND)
    settings = load(tmp_path / "papers.toml")
    assert settings.archive == tmp_path / "archive"
    assert settings.folder[0].path == tmp_path / "drop"
    assert settings.digest.folder == tmp_path / "digests"
    assert settings.authority[0].site == "https://democracy.harrowmere.example/"
    assert settings.authority[1].bodies == ("Full Council", 402)
    assert settings.authority[1].slug == "thistledon-parish-council"
    assert settings.digest.smtp is not None


@pytest.mark.parametrize(
    ("before", "after", "line", "said"),
    [
        ('archive = "archive"', "archive = 3", 1, "'archive': expected a path in quotes"),
        ('archive = "archive"', 'archive = ""', 1, "expected a path"),
        ("contact =", "contcat =", 2, "'contcat' is no setting here; did you mean 'contact'?"),
        ("papers@harrowmere.org\"\n\n", "me\"\n\n", 2, "neither a mail address nor a web address"),
        ("papers@harrowmere.org\"\n\n", "a@example.org\"\n\n", 2, "still the example"),
        ("https://democracy.harrowmere.example", "democracy", 6, "no address of a site"),
        ("harrowmere.example", "harrowmere.example/mgListCommittees.aspx", 6, "names a page"),
        ("since = 2024-05-01\n\n", 'since = "May"\n\n', 7, "a date without quotes"),
        ("since = 2024-05-01\nbodies", "bodies", 9, "'since' is missing in [[authority]]"),
        ('["Full Council", 402]', "[4.5]", 13, "'bodies'"),
        ('["Full Council", 402]', "[]", 13, "bodies is empty"),
        ("since = 2024-05-01\nbodies", 'since = 2024-05-01\ngss = "X1"\nbodies', 13, "GSS code"),
        ("delay_seconds = 1", "delay_seconds = 0.1", 19, "0.5 is the least"),
        ("delay_seconds = 1", 'delay_seconds = "1"', 19, "expected a number, got text in quotes"),
        ("delay_seconds = 1", "delay_seconds = -1", 19, "must be 0 or more"),
        ("delay_seconds = 1", "retries = 99", 19, "more than 10"),
        ("delay_seconds = 1", "delay_seconds = nan", 19, "must be 0 or more, not nan"),
        ('path = "drop"', 'path = "drop"\npaht = 1', 17, "did you mean 'path'?"),
        ('["clerk@harrowmere.org"]', '["clerk"]', 24, "'clerk' is no mail address"),
        ('host = "mail.harrowmere.org"', 'host = 1', 22, "'host'"),
        ('host = "mail.harrowmere.org"\n', "", 21, "'host' is missing"),
        ("[politeness]", "[polite]", 18, "'polite' is no setting here; did you mean 'politeness'?"),
        ('archive = "archive"', "archive = archive", 1, "invalid value; mend that line"),
        ("Thistledon Parish Council", "London borough of Harrowmere", None, "called alike"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_line(
    tmp_path: Path, before: str, after: str, line: int | None, said: str
) -> None:
    assert before in SOUND
    message = told(tmp_path, SOUND.replace(before, after, 1))
    assert said in message
    found = re.match(r"papers\.toml, line (\d+): ", message)
    assert (int(found[1]) if found else None) == line


def test_settings_without_a_source_say_so(tmp_path: Path) -> None:
    assert "no source" in told(tmp_path, 'archive = "a"\ncontact = "a@b.org"\n')


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_settings_that_cannot_be_read(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "papers.toml"
    if content:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=r"UTF-8|papers init"):
        load(path)


def test_the_template_names_every_setting_and_shows_the_defaults() -> None:
    """Uncommented, each line of the template gives what stands without it."""
    text = template()
    shown = re.sub(r"(?m)^# ([a-z_]+ = |\[)", r"\1", text)
    held = tomllib.loads(shown)
    for table, name in (("politeness", None), ("limits", None), ("digest", "smtp")):
        kind = next(f for f in Settings.__struct_fields__ if f == table)
        default = Settings.__struct_defaults__[Settings.__struct_fields__.index(kind) - 2]
        fields = set(default.__struct_fields__)
        assert set(held[table]) - {name} == fields - {name}
        for key in fields - {name}:
            assert held[table][key] == getattr(default, key) or str(getattr(default, key))
    from pipeline.settings import Authority, Folder, Smtp  # noqa: PLC0415

    assert set(held["authority"][0]) == set(Authority.__struct_fields__)
    assert set(held["folder"][0]) == set(Folder.__struct_fields__)
    assert set(held["digest"]["smtp"]) == set(Smtp.__struct_fields__)


def test_lines_know_tables_in_lists_and_dotted_keys() -> None:
    lines = Lines('a.b = 1\n[[x]]\ny = 1\n[[x]]\n"y" = """\nz = 3\n"""\n[x.w]\nv = 2\n')
    assert lines.of(("a", "b")) == 1
    assert lines.of(("x", 0, "y")) == 3
    assert lines.of(("x", 1, "y")) == 5
    assert lines.of(("x", 1, "w", "v")) == 9
    assert lines.of(("x", 1, "nothing")) == 4
    assert lines.of(("z",)) is None


def test_paths_in_messages() -> None:
    assert path_of("Expected `int` - at `$.a[1].b[...]`") == ("Expected `int`", ("a", 1, "b"))
    assert path_of("no path") == ("no path", ())
