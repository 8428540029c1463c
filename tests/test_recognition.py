"""What is told of a machine that can't recognise scans."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from pipeline import recognition


def test_without_tesseract_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    said = str(recognition.shortfall())
    assert said.startswith("Tesseract is not installed")
    assert "apt install tesseract-ocr" in said


def test_without_english_data_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho osd\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "apt install tesseract-ocr-eng" in str(recognition.shortfall())
    assert recognition.languages() == ()


def test_without_ocrmypdf_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recognition, "find_spec", lambda _: None)
    assert "pip install ocrmypdf" in str(recognition.shortfall())


def test_what_is_asked_for_is_what_is_imported() -> None:
    assert importlib.util.find_spec("ocrmypdf") is not None, "OCRmyPDF is a dependency"
