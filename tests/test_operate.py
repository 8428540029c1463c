"""What is handed to schedulers is what they take, and says what the program does."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.errors import ExitCode

ROOT = Path(__file__).parent.parent
FILES = ROOT / "docs" / "operate"
DOC = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="needs systemd-analyze to check the units"
)


def units(folder: Path) -> Path:
    """The units as on a machine where they are installed: the program and the user exist."""
    for name in ("committee-papers.service", "committee-papers.timer"):
        text = (FILES / name).read_text(encoding="utf-8")
        text = text.replace("/opt/committee-papers/bin/papers", shutil.which("true") or "/bin/true")
        text = re.sub(r"^(User|Group)=.*$", r"\1=daemon", text, flags=re.MULTILINE)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@systemd
def test_systemd_takes_the_units_without_a_word(tmp_path: Path) -> None:
    made = sorted(map(str, units(tmp_path).iterdir()))
    done = subprocess.run(
        ["systemd-analyze", "verify", *made], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@systemd
def test_the_service_is_hardened(tmp_path: Path) -> None:
    service = units(tmp_path) / "committee-papers.service"
    call = ["systemd-analyze", "security", "--offline=true", "--threshold=20", service]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-600:] + done.stderr


def test_the_service_knows_the_exit_statuses() -> None:
    text = (FILES / "committee-papers.service").read_text(encoding="utf-8")
    assert re.search(rf"^SuccessExitStatus={ExitCode.ATTENTION:d}$", text, re.MULTILINE)
    never = f"RestartPreventExitStatus={ExitCode.USAGE:d} {ExitCode.FAULT:d}"
    assert re.search(rf"^{never}$", text, re.MULTILINE)


def test_every_status_that_a_night_may_end_with_is_told() -> None:
    told = {int(number) for number in re.findall(r"^\| (\d+) \|", DOC, re.MULTILINE)}
    assert told == {int(code) for code in ExitCode} - {ExitCode.NOBODY_READS} | {143}


@pytest.mark.parametrize(("status", "says"), [(0, False), (1, False), (3, True), (4, True)])
def test_cron_mails_faults_only(tmp_path: Path, status: int, says: bool) -> None:
    (line,) = [
        each
        for each in (FILES / "committee-papers.cron").read_text(encoding="utf-8").splitlines()
        if each.startswith("30 2")
    ]
    program = tmp_path / "papers"
    program.write_text(f"#!/bin/sh\necho said\nexit {status}\n")
    program.chmod(0o755)
    command = line.split(None, 6)[6].replace("/opt/committee-papers/bin/papers", str(program))
    assert "%" not in command  # cron takes it for the end of the line
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout == ("said\n" if says else "")
    assert done.returncode == (status if says else 0)


def test_pins_hold_for_what_is_asked_for_with_an_extra() -> None:
    """A newer release of a package that another needs with an extra once broke every new clone."""
    for file, lock in ((ROOT / "Makefile", "requirements-dev.txt"),
                       (FILES / "Containerfile", "requirements.txt")):  # fmt: skip
        text = file.read_text(encoding="utf-8")
        assert text.count(f"-r {lock}") == text.count(f"-r {lock} -c {lock}") == 1


def test_the_container_installs_what_is_locked() -> None:
    text = (FILES / "Containerfile").read_text(encoding="utf-8")
    assert "requirements.txt" in text
    assert "USER 10001" in text
    assert (ROOT / "requirements.txt").is_file()
