"""The sample papers, as bytes."""

from __future__ import annotations

from pathlib import Path

PAPERS = Path(__file__).resolve().parents[3] / "corpus" / "papers"


def paper(name: str) -> bytes:
    return (PAPERS / f"{name}.pdf").read_bytes()
