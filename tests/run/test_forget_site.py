"""Forgetting a paper that a site still publishes: it is gone, and no night brings it back."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pipeline.fetch.modgov.holdings import FORGOTTEN
from pipeline.run import forget
from pipeline.run.papers import document_id
from tests.replica.council import Council
from tests.replica.server import Replica
from tests.run.archive import rows
from tests.run.nights import outcomes, run, write_settings

KEY, TITLE = "s60003", "Damp and mould in council homes"


def holding(archive: Path) -> dict[str, object]:
    (path,) = archive.glob("sources/*/site.json")
    found: dict[str, object] = json.loads(path.read_text())["papers"][KEY]
    return found


def test_a_forgotten_paper_of_a_site_stays_away(tmp_path: Path) -> None:
    with Replica(Council(per_body=4)).serving() as replica:
        replica.steady = True
        settings, archive = write_settings(tmp_path, replica), tmp_path / "archive"
        run(settings, replica, 1)
        (paper,) = archive.glob(f"sources/*/papers/{KEY}.pdf")
        sha256 = hashlib.sha256(paper.read_bytes()).hexdigest()
        told = rows(archive, f"SELECT title FROM documents WHERE sha256 = '{sha256}'")
        assert told == [(TITLE,)]

        made = forget.plan(archive, sha256, by="Hester Vane", why="published by mistake")
        forget.carry_out(archive, made)
        kept = holding(archive)
        assert sha256 not in json.dumps(kept)
        assert "Damp" not in json.dumps(kept)
        assert '"sha256": "' + FORGOTTEN in json.dumps(kept)
        assert list(archive.glob(f"sources/*/papers/{KEY}*")) == []
        assert list(archive.rglob(f"*{sha256}*")) == []

        again = run(settings, replica, 1)
        assert outcomes(again) == {}
        assert replica.sent == {"200": replica.sent["200"], "304": replica.sent["304"]}
        assert len(replica.asked(f"/documents/{KEY}/")) <= 1
        assert "Damp" not in json.dumps(holding(archive))
        assert rows(archive, f"SELECT 1 FROM documents WHERE sha256 = '{sha256}'") == []
        assert not (archive / "papers" / f"{document_id(sha256)}.json").exists()
        assert list(archive.rglob(f"*{sha256}*")) == []
