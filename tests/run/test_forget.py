"""What was forgotten stands nowhere in the archive's folder any more, and doesn't come back."""

from __future__ import annotations

import gzip
import json
import shutil
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import duckdb
import pytest

from pipeline import forgotten
from pipeline.digest.mail import Mail
from pipeline.errors import ExitCode, PublishError, UsageError
from pipeline.run import exports, forget
from pipeline.run import scrub as scrubbing
from tests.run import made
from tests.run.archive import documents, papers, rows
from tests.run.folders import fill, minutes, night

PERSON = "Joan Pike"
WHY = "asked for under article 17"
SECRET = "Thornbury Lane allotments"
ACTION = f"ACTION: Joan Pike to obtain three quotes for the {SECRET} by 1 June 2024."
MAIL = Mail("127.0.0.1", "papers@example.org", ("clerk@example.org",), port=9, security="none")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three papers, one with a secret, two nights, an unsent mail, a damaged record, leftovers."""
    top = tmp_path_factory.mktemp("forget")
    folder = fill(top / "in", 2)
    night(top / "archive", folder)
    (folder / "joan-pike-on-allotments.txt").write_text(minutes("June", action=ACTION))
    (folder / "minutes.pdf").write_bytes(made.minutes_pdf())
    night(top / "archive", folder, mail=MAIL)
    (folder / "0-january.txt").write_text(minutes("January").replace("be noted", "be approved"))
    night(top / "archive", folder)
    return top


@pytest.fixture
def place(held: Path, tmp_path: Path) -> Path:
    shutil.copytree(held, tmp_path, dirs_exist_ok=True)
    archive = tmp_path / "archive"
    (archive / "runs" / "20200101T000000.000000Z.json.damaged").write_text(f"{{ {PERSON} {SECRET}")
    (archive / "archive.duckdb.new-999999").write_text(f"{PERSON} {SECRET}")
    (archive / ".part-x").write_text(f"{PERSON} {SECRET}")
    shutil.copy(archive / "archive.duckdb", archive / "before.duckdb")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """What every file says: as it is, unpacked, and row by row."""
    found = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = str(path.relative_to(folder))
        found[name] = name.encode() + path.read_bytes()
        if path.suffix == ".gz":
            found[f"{name} unpacked"] = gzip.decompress(path.read_bytes())
        elif path.suffix == ".eml":
            body = message_from_bytes(path.read_bytes(), policy=default).get_body(("html",))
            found[f"{name} decoded"] = str(body.get_content()).encode()  # type: ignore[union-attr]
        elif path.suffix == ".duckdb":
            with duckdb.connect(path, read_only=True) as connection:
                tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
                for (table,) in tables:
                    every = connection.execute(f"FROM {table}").fetchall()
                    found[f"{name} {table}"] = repr(every).encode()
    return found


def naming(folder: Path, text: str) -> list[str]:
    """The files that hold a text, whatever its case."""
    wanted = text.casefold().encode()
    return [name for name, data in contents(folder).items() if wanted in data.lower()]


def test_the_fixture_holds_what_is_to_go(place: Path) -> None:
    for text in (PERSON, SECRET):
        where = {Path(name.split()[0]).parts[0] for name in naming(place / "archive", text)}
        assert {"archive.duckdb", "papers", "readings", "originals", "digests", "outbox"} <= where
    assert naming(place / "archive", "joan-pike-on")


def test_a_person_is_forgotten_in_every_byte_and_stays_so(place: Path) -> None:
    archive, folder = place / "archive", place / "in"
    (people,) = rows(archive, "SELECT count(*) FROM attendance")[0]
    plan = forget.plan(archive, "Councillor Joan PIKE", by="clerk", why=WHY, also=())
    assert plan.kind == "person"
    assert plan.found.facts >= 1
    assert len(plan.found.blanked) == 4
    forget.carry_out(archive, plan)
    pdfs = "originals/"  # a PDF's streams are packed: no original that names her may be left at all
    for text in (PERSON, "Joan", "joan-pike", "Cllr Pike", "Councillor Pike"):
        assert naming(archive, text) == []
    assert not [name for name in contents(archive) if name.startswith(pdfs)]
    assert not list((archive / "readings").iterdir())
    assert int(str(rows(archive, "SELECT count(*) FROM attendance")[0][0])) == int(str(people)) - 4
    quotes = rows(archive, "SELECT DISTINCT quote FROM evidence WHERE quote LIKE '%removed%'")
    assert ("[removed]",) in quotes
    assert rows(archive, "SELECT kind, by_whom, reason FROM erasures") == [("person", "clerk", WHY)]
    others = rows(archive, "SELECT count(*) FROM attendance WHERE name = 'Tom Reeve'")
    assert others == [(4,)]
    assert night(archive, folder).exit_code == ExitCode.OK  # the papers stand elsewhere now
    stands = rows(archive, "SELECT * EXCLUDE (ingested_at) FROM documents ORDER BY ALL")
    quiet = night(archive, folder)
    assert quiet.run.events == ()
    # An update of the program reads every paper anew; a new paper names her again.
    for manifest in archive.glob("papers/*.json"):
        tree = json.loads(manifest.read_text())
        tree["versions"]["read"] = 0
        manifest.write_text(json.dumps(tree))
    (folder / "new.txt").write_text(minutes("October"))
    night(archive, folder)
    assert naming(archive, PERSON) == []
    assert naming(archive, "joan-pike") == []
    old = "FROM documents WHERE source NOT LIKE '%new.txt' ORDER BY ALL"
    assert rows(archive, f"SELECT * EXCLUDE (ingested_at) {old}") == stands
    assert rows(archive, "SELECT count(*) FROM attendance WHERE name = 'Tom Reeve'") == [(5,)]
    assert not [name for name in contents(archive) if name.startswith(pdfs)]


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "sha256"])
def test_a_paper_is_forgotten_in_every_byte_and_refused(place: Path, by_key: bool) -> None:
    archive, folder = place / "archive", place / "in"
    (found,) = rows(archive, "SELECT document_id, sha256 FROM documents WHERE source LIKE '%joan%'")
    key, sha256 = map(str, found)
    forget.carry_out(archive, forget.plan(archive, key if by_key else sha256, by="clerk", why=WHY))
    for text in (SECRET, sha256, key, key[1:], "joan-pike-on"):
        assert naming(archive, text) == []
    assert naming(archive, PERSON)  # the other papers may name her
    assert len(documents(archive)) == 3
    result = night(archive, folder)
    assert result.exit_code == ExitCode.OK
    refused = [event for event in result.run.events if event.outcome == "restricted"]
    assert [(event.source, event.sha256) for event in refused] == [("(forgotten)", None)]
    for text in (SECRET, sha256, key, "joan-pike-on"):
        assert naming(archive, text) == []
    assert len(documents(archive)) == 3


def test_an_earlier_version_is_forgotten_by_its_sha256(place: Path) -> None:
    archive = place / "archive"
    ((sha256,),) = rows(archive, "SELECT sha256 FROM replaced_papers")
    (current,) = rows(archive, "SELECT document_id FROM documents WHERE source LIKE '%january%'")
    assert forget.plan(archive, str(current[0]), by="clerk", why=WHY).earlier == (sha256,)
    forget.carry_out(archive, forget.plan(archive, str(sha256), by="clerk", why=WHY))
    assert naming(archive, str(sha256)) == []
    assert len(documents(archive)) == 4


def test_a_command_that_was_cut_off_is_finished_by_the_next_run(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = place / "archive"
    plan = forget.plan(archive, PERSON, by="clerk", why=WHY)
    dropped = 0

    def killed(self: object, path: Path) -> bool:  # noqa: ARG001
        nonlocal dropped
        dropped += 1
        if dropped > 5:
            raise KeyboardInterrupt
        path.unlink(missing_ok=True)
        return True

    with monkeypatch.context() as patch:
        patch.setattr(scrubbing._Scrubber, "_drop", killed)
        with pytest.raises(KeyboardInterrupt):
            forget.carry_out(archive, plan)
    assert forgotten.load(archive).unfinished
    night(archive, place / "in")
    assert not forgotten.load(archive).unfinished
    assert naming(archive, PERSON) == []


def test_a_failed_publication_leaves_nothing_for_good(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = place / "archive"

    def full(*_: object) -> None:
        raise PublishError("no room")

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.run.taking.publish", full)
        with pytest.raises(PublishError):
            forget.carry_out(archive, forget.plan(archive, PERSON, by="clerk", why=WHY))
    night(archive, place / "in")
    assert naming(archive, PERSON) == []


def test_what_is_asked_must_be_held_whole_and_untold(place: Path) -> None:
    archive = place / "archive"
    with pytest.raises(UsageError, match="nothing in"):
        forget.plan(archive, "Nobody Atall", by="clerk", why=WHY)
    with pytest.raises(UsageError, match="nothing in"):
        forget.plan(archive, "0" * 64, by="clerk", why=WHY)
    with pytest.raises(UsageError, match="one word"):
        forget.plan(archive, "Pike", by="clerk", why=WHY)
    with pytest.raises(UsageError, match="other words"):
        forget.plan(archive, PERSON, by="clerk", why="Joan Pike asked")
    with pytest.raises(UsageError, match="say why"):
        forget.plan(archive, PERSON, by="clerk", why=" ")
    assert not (archive / forgotten.REGISTER).exists()


def test_a_lost_key_stops_everything_before_it_comes_in_again(place: Path) -> None:
    archive = place / "archive"
    forget.carry_out(archive, forget.plan(archive, PERSON, by="clerk", why=WHY))
    assert (archive / forgotten.KEY).stat().st_mode & 0o777 == 0o600
    (archive / forgotten.KEY).unlink()
    with pytest.raises(UsageError, match="the key is missing"):
        night(archive, place / "in")


def test_exports_that_name_it_are_found_whatever_their_form(place: Path) -> None:
    archive, out = place / "archive", place / "out"
    out.mkdir()
    plan = forget.plan(archive, PERSON, by="clerk", why=WHY)
    alone = forgotten.with_key(archive).over(forgotten.Register((plan.entry,)))
    with duckdb.connect(archive / "archive.duckdb", read_only=True) as connection:
        for name in ("attendance.parquet", "attendance.csv", "attendance.json"):
            connection.execute(f"COPY attendance TO '{out / name}'")
        connection.execute(f"COPY (SELECT 1 AS n) TO '{out / 'other.parquet'}'")
    shutil.copy(archive / "archive.duckdb", out / "copy.duckdb")
    with gzip.open(out / "a.txt.gz", "wt") as file:
        file.write("It was JOAN  PIKE's turn")
    (out / "report.pdf").write_bytes(b"%PDF-1.4")
    found = {path.name: named for path, named in exports.naming(out, alone)}
    assert found == {
        "a.txt.gz": True,
        "attendance.csv": True,
        "attendance.json": True,
        "attendance.parquet": True,
        "copy.duckdb": True,
        "report.pdf": False,
    }


def test_the_command_asks_and_a_dry_run_changes_nothing(place: Path) -> None:
    archive = place / "archive"
    before = contents(archive)
    call = ["forget", PERSON, "--why", WHY, "--archive", archive]
    dry = papers(*call, "--dry-run")
    out, err = dry.communicate(timeout=60)
    assert dry.returncode == 0, err
    assert "papers that lose a name" in out
    asked = papers(*call, stdin=-3)  # nobody there to answer
    asked.communicate(timeout=60)
    assert asked.returncode == 1
    after = contents(archive)
    assert {k: v for k, v in after.items() if k != forgotten.KEY} == before
    done = papers(*call, "--yes", "--json", "--by", "clerk")
    out, err = done.communicate(timeout=120)
    assert done.returncode == 0, err
    assert json.loads(out)["done"] is True
    assert naming(archive, PERSON) == []


def test_decisions_about_the_person_go_with_the_name_and_the_others_stay(place: Path) -> None:
    archive = place / "archive"
    ours, theirs = (
        f"""
[[people.merge]]
people = [{{ id = "{one}-{last}", name = "{one.title()} {last.title()}" }},
          {{ id = "{one[0]}-{last}", name = "{one[0].upper()} {last.title()}" }}]
why = "one person"
who = "clerk"
when = 2031-01-02
"""
        for one, last in (("joan", "pike"), ("tom", "reeve"))
    )
    (archive / "corrections.toml").write_text(f"# Decided\n{ours}{theirs}")
    forget.carry_out(archive, forget.plan(archive, PERSON, by="clerk", why=WHY))
    kept = (archive / "corrections.toml").read_text()
    assert "ike" not in kept
    assert "tom-reeve" in kept
    assert night(archive, place / "in").exit_code == ExitCode.OK
