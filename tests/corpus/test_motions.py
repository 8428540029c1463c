"""The sample papers move, second and vote in every way that the archive tells of."""

import json
from pathlib import Path

GOLD = Path(__file__).resolve().parents[2] / "corpus" / "gold"
MEETINGS = [
    meeting
    for path in sorted(GOLD.glob("*-minutes.json"))
    for meeting in json.loads(path.read_text("utf-8"))["meetings"]
]


def test_motions_are_carried_lost_and_voted_on_by_name() -> None:
    motions = [row for meeting in MEETINGS for row in meeting["motions"]]
    votes = [row for meeting in MEETINGS for row in meeting["votes"]]
    assert {"carried", "lost", "withdrawn", "lapsed"} <= {row["outcome"] for row in motions}
    assert any(row["amendment"] and row["outcome"] == "lost" for row in motions)
    assert {"for", "against"} <= {row["vote"] for row in votes}
    for row in votes:
        assert any(
            (m["item"], m["ordinal"]) == (row["item"], row["ordinal"])
            for meeting in MEETINGS
            for m in meeting["motions"]
        )
