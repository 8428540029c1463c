"""The settings to start from, with a comment on each."""

from __future__ import annotations

from importlib.resources import files


def template() -> str:
    """The text of a new `papers.toml`."""
    return files("pipeline.settings").joinpath("papers.toml").read_text("utf-8")
