"""An archive of invented rows, published once for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.store.publish import publish
from pipeline.store.read import open_archive
from tests.store.invented import Invented, invented


@pytest.fixture
def it() -> Invented:
    return invented()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    publish(folder, invented().rows)
    return folder


@pytest.fixture
def archive(published: Path):
    with open_archive(published) as opened:
        yield opened
