"""The docs say what is so: commands, links, examples, and what the README shows."""

import importlib.util
import json
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from typer.main import get_command

from pipeline.cli.app import COMMANDS, app
from pipeline.extract.decisions.resolutions import outcome_of
from pipeline.extract.grammar.deadlines import interval
from pipeline.extract.grammar.undertakings import task_agreed, undertaking
from pipeline.extraction import Sidecar
from pipeline.fetch import sidecar
from tests.scanning import needs_ocr

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = re.MULTILINE
EXTRACTION = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")


def tracked(*endings):
    """Files of the repository with these endings, or all: tracked, or not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
    if not listed:  # no git here: an unpacked release
        listed = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file()]
    hidden = (".venv/", "archive/", "build/", "dist/")
    found = [ROOT / name for name in listed if not name.startswith(hidden)]
    return [p for p in found if p.is_file() and (not endings or p.suffix in endings)]


def anchors(page):
    """The names that links into a Markdown page may use."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), LINES)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def table(title_row):
    """The body rows of the table in docs/extraction.md with this head, cell by cell."""
    after = EXTRACTION.split(title_row + "\n", 1)[1].splitlines()[1:]
    rows = []
    for line in after:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    assert rows, f"no rows under {title_row}"
    return rows


@pytest.fixture(scope="module")
def maker():
    """The module that renews the README."""
    spec = importlib.util.spec_from_file_location("readme_maker", ROOT / "docs" / "img" / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def place(maker, tmp_path_factory):
    """A folder with the sample papers in archive/, as the README's reader has it."""
    folder = tmp_path_factory.mktemp("readme")
    maker.ingest(folder)
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_a_line_in_the_readme(name):
    assert COMMANDS[name].endswith(".")
    assert re.search(rf"^\| `papers {name}\b.*` \| \S", README, LINES)


def test_every_command_of_the_table_exists():
    documented = re.findall(r"^\| `papers (\w+)", README, LINES)
    assert documented == list(COMMANDS)


def test_every_command_that_the_docs_show_exists():
    group = get_command(app)
    shown = [
        (page.name, name)
        for page in tracked(".md")
        for name in re.findall(r"(?:^ {4}|^\$ |`)papers ([a-z]+)\b", page.read_text("utf-8"), LINES)
    ]
    assert len(shown) > len(COMMANDS)
    for page, name in shown:
        assert name in group.commands, f"{page} shows 'papers {name}'"


def test_every_make_target_that_the_docs_show_exists():
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), LINES))
    every = set()
    for page in tracked(".md"):
        shown = re.findall(r"(?:^    |`)make ([a-z-]+)\b", page.read_text("utf-8"), LINES)
        assert set(shown) <= targets, page.name
        every |= set(shown)
    assert every


def test_links_between_pages_resolve():
    broken = []
    checked = 0
    for page in tracked(".md"):
        text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
        for link in re.findall(r"\]\(([^)\s]+)\)", text):
            if re.match(r"[a-z]+:", link):
                continue
            checked += 1
            name, _, anchor = link.partition("#")
            target = (page.parent / name).resolve() if name else page
            if not target.exists():
                broken.append(f"{page.name}: {link}")
            elif anchor and anchor not in anchors(target):
                broken.append(f"{page.name}: {link} (no such heading)")
    assert checked
    assert not broken


@needs_ocr
def test_what_the_readme_shows_is_what_is_printed(maker, place):
    assert maker.with_output(README, place) == README, "run docs/img/make.py"


def test_the_python_example_runs(place, monkeypatch):
    monkeypatch.chdir(place)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names = {}
    exec(example, names)
    assert len(names["decisions"]) > 0


def test_the_sidecar_example_is_a_sidecar(tmp_path):
    (example,) = re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "paper.meta.json"
    path.write_text(example, encoding="utf-8")
    assert sidecar.load(path).body == json.loads(example)["body"]
    assert set(json.loads(example)) == set(Sidecar.__struct_fields__)


def test_shown_output_fits_eighty_columns():
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    assert blocks
    for block in blocks:
        command, *lines = block.splitlines()
        assert command.startswith("$ papers ")
        assert len(lines) > 2
        assert max(map(len, lines)) <= 80


def test_pictures_are_small_and_fetch_nothing():
    pictures = tracked(".png", ".svg")
    assert pictures
    for picture in pictures:
        assert picture.stat().st_size < 150_000, picture.name
        if picture.suffix == ".svg":
            addresses = re.findall(r"https?://[^\"'\s)]+", picture.read_text("utf-8"))
            assert set(addresses) <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("row", table("| deadline | from | to |"), ids=lambda row: row[0])
def test_deadline_examples(row):
    printed, *days = row
    assert interval(printed) == tuple(date.fromisoformat(day) if day else None for day in days)


@pytest.mark.parametrize("row", table("| outcome | example |"), ids=lambda row: row[0])
def test_outcome_examples(row):
    assert outcome_of(row[1]) == row[0]


@pytest.mark.parametrize("row", table("| sentence | origin | owner |"), ids=lambda row: row[0])
def test_sentence_examples(row):
    sentence, origin, owner = row
    found = task_agreed(sentence) or undertaking(sentence)
    assert (found.origin if found else "none") == origin
    assert (found.owner if found else None) == (owner or None)


def test_no_file_names_a_registry():
    hosts = re.compile(
        r"\b(?:pypi\.org|pythonhosted\.org|anaconda\.org|npmjs\.(?:org|com)|huggingface\.co)\b"
        r"|--(?:extra-)?index-url\s+\S|--find-links\s+\S"
    )
    texts = tracked(".py", ".md", ".toml", ".txt", ".sql", ".cff", ".ipynb", ".svg", "")
    assert len(texts) > 100
    named = [
        path.relative_to(ROOT)
        for path in texts
        if path.name != Path(__file__).name and hosts.search(path.read_text("utf-8", "replace"))
    ]
    assert not named


def test_no_source_file_is_over_400_lines():
    sources = [p for p in (ROOT / "pipeline").rglob("*") if p.suffix in {".py", ".sql"}]
    assert len(sources) > 50
    long = [
        path.relative_to(ROOT)
        for path in sources
        if len(path.read_text("utf-8").splitlines()) > 400
    ]
    assert not long
