"""The order in which papers came in."""

from datetime import UTC, date, datetime
from itertools import permutations

from pipeline.resolve.meetings.arrivals import arrival_order
from tests.resolve.building import header, paper

MONDAY, TUESDAY = datetime(2021, 6, 7, tzinfo=UTC), datetime(2021, 6, 8, tzinfo=UTC)


def test_runs_come_in_their_order_and_a_runs_papers_by_date_and_kind() -> None:
    old = date(2020, 1, 9), date(2021, 3, 4), date(2021, 5, 6)
    came_late = paper("an old meeting", header(held_on=old[0]), ingested_at=TUESDAY)
    march = paper("march", header(held_on=old[1]), ingested_at=MONDAY)
    agenda = paper("agenda", header(held_on=old[2]), kind="agenda", ingested_at=MONDAY)
    minutes = paper("minutes", header(held_on=old[2]), ingested_at=MONDAY)
    undated = paper("undated", header(held_on=None), ingested_at=MONDAY)
    expected = [march, minutes, agenda, undated, came_late]

    for papers in permutations(expected):
        order = arrival_order(papers)

        assert sorted(order, key=order.__getitem__) == [p.document_id for p in expected]
