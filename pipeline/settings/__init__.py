"""The settings of the nightly run: `papers.toml`, read, checked, and made."""

from pipeline.settings.load import load
from pipeline.settings.records import Authority, Digest, Folder, Limits, Politeness, Settings, Smtp
from pipeline.settings.template import template

__all__ = [
    "Authority",
    "Digest",
    "Folder",
    "Limits",
    "Politeness",
    "Settings",
    "Smtp",
    "load",
    "template",
]
