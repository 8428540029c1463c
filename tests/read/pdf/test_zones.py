from __future__ import annotations

from pipeline.read.pdf.lines import Line, lines_of
from pipeline.read.pdf.zones import zones_of
from tests.read.pdf.inking import line, words

LEFT = (
    "The pond was full of frogs",
    "and of newts after the rain",
    "that fell on it in March.",
    "Nobody had seen a toad there",
    "since the sluice was mended,",
    "but the warden would look.",
    "The reeds had spread so far",
    "that boats could not pass.",
)
RIGHT = (
    "It was agreed that the reeds",
    "be cut before the summer and",
    "the boats be taken out of it.",
    "The fence was to be painted",
    "by the same people who had",
    "painted the gate last year.",
    "A letter was read about the",
    "noise of the frogs at night.",
)


def page(*columns: tuple[float, float, tuple[str, ...]]) -> list[Line]:
    """Columns of lines, each from its left edge and its first baseline, 12 points apart."""
    return lines_of(
        word
        for x, y, texts in columns
        for at, text in enumerate(texts)
        for word in words(text, x, y + 12 * at)
    )


def texts(of: list[Line]) -> list[list[str]]:
    return [[n.text for n in zone.lines] for zone in zones_of(of)]


def test_the_columns_of_a_newsletter_are_read_one_after_the_other() -> None:
    assert texts(page((50, 100, LEFT), (310, 100, RIGHT))) == [list(LEFT), list(RIGHT)]


def test_columns_need_not_share_baselines() -> None:
    assert texts(page((50, 100, LEFT), (310, 105, RIGHT))) == [list(LEFT), list(RIGHT)]


def test_a_title_over_both_columns_comes_first() -> None:
    title = line("Minutes of the Ponds Board held in the long hall by the mere", y=60)
    of = [title, *page((50, 100, LEFT), (310, 100, RIGHT))]
    assert texts(of) == [[title.text], list(LEFT), list(RIGHT)]


def test_few_lines_are_columns_where_a_page_before_has_them() -> None:
    of = page((50, 100, LEFT[:3]), (310, 100, RIGHT[:3]))
    assert len(zones_of(of)) == 1
    assert [len(zone.lines) for zone in zones_of(of, {310.0})] == [3, 3]


def test_names_and_posts_are_no_columns() -> None:
    of = page(
        (50, 100, ("Ann Thorne", "Joe Pike", "Ivy Stokes", "Maud Lisle", "Ned Orr", "Una Fry")),
        (310, 100, ("Chair", "Member", "Member", "Member", "Clerk", "Warden")),
    )
    assert len(texts(of)) == 1


def test_rows_that_begin_together_are_no_columns() -> None:
    rows = [page((50, 100 + 50 * at, LEFT[:3]), (310, 100 + 50 * at, RIGHT[:3])) for at in range(4)]
    assert len(zones_of([n for row in rows for n in row])) == 1


def heads() -> list[Line]:
    text = "and of newts that came up from the mill race"
    return page(
        (50, 100, ("1. Apologies for", "absence")),
        (200, 100, ("There were none but those of the warden,", "who was ill.")),
        (50, 136, ("2. State of the pond",)),
        (200, 136, ("The pond was full of frogs", text, "after the rain.")),
        (50, 184, ("3. Any other", "business")),
        (200, 184, ("Somebody asked about the fence,", "which was to be", "painted.")),
    )


def test_headings_come_before_the_text_beside_them() -> None:
    assert [" ".join(part)[:28] for part in texts(heads())] == [
        "1. Apologies for absence",
        "There were none but those of",
        "2. State of the pond",
        "The pond was full of frogs a",
        "3. Any other business",
        "Somebody asked about the fen",
    ]
    assert [zone.heading for zone in zones_of(heads())] == [True, False] * 3


def test_headings_beside_their_text_stay_so_on_the_next_page() -> None:
    text = ("There were none but those of the warden,", "who was ill.", "It was noted.")
    of = page((50, 100, ("5. Apologies that", "came late")), (200, 100, text))
    assert [zone.heading for zone in zones_of(of, {200.0})] == [True, False]


def test_a_year_below_a_heading_ends_it_and_begins_none() -> None:
    year = ("4. Accounts for the year", "2026 to 2027")
    of = [*heads(), *page((50, 232, year), (200, 232, ("They were read and", "passed.")))]
    assert "4. Accounts for the year 2026 to 2027" in [" ".join(part) for part in texts(of)]


def test_numbers_in_the_margin_are_no_headings() -> None:
    of = page((50, 100, ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8")), (90, 100, LEFT))
    assert len(texts(of)) == 1
