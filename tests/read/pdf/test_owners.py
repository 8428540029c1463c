from __future__ import annotations

from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.owners import margin_of, owners_apart
from tests.read.pdf.inking import line

HEAD = line("Item", (500.0, "ACTION"), y=80)
PAGE = [
    HEAD,
    line("1. Apologies for absence", y=100, bold=True),
    line("There were none.", y=112),
    line("2. Minutes of the last meeting", (510.0, "JT"), y=136, bold=True),
    line("They were read and passed, and", y=148),
    line("a copy was asked for.", y=160),
    line("3. The pond", y=184, bold=True),
    line("The Clerk to write to the owner.", (505.0, "Clerk"), y=196),
    line("It had cost £40.", (520.0, "40"), y=220),
]


def placed(lines: list[Line]) -> list[str]:
    """The lines and the zones of those named, by their places."""
    found = margin_of(lines)
    assert found is not None
    kept, named = owners_apart(lines, found[1], found[0])
    all_of = [(n.box.top, n.text) for n in kept]
    all_of += [(zone.top or 0.0, " ".join(n.text for n in zone.lines)) for zone in named]
    return [text for _, text in sorted(all_of)]


def test_who_is_to_act_stands_below_the_text_beside() -> None:
    assert placed(PAGE)[-3:] == [
        "The Clerk to write to the owner.",
        "ACTION: Clerk",
        "It had cost £40. 40",
    ]


def test_beside_a_heading_it_stands_below_what_is_headed() -> None:
    assert placed(PAGE)[2:7] == [
        "2. Minutes of the last meeting",
        "They were read and passed, and",
        "a copy was asked for.",
        "ACTION: JT",
        "3. The pond",
    ]


def test_the_names_of_the_columns_are_no_text() -> None:
    assert "Item" not in placed(PAGE)


def test_a_log_of_actions_keeps_its_columns() -> None:
    log = [
        line("No", (120.0, "Task"), (480.0, "Action by"), y=80, bold=True),
        line("1", (120.0, "Mend the sluice"), (480.0, "JT"), y=92),
        line("2", (120.0, "Cut the reeds"), (480.0, "AQ"), y=104),
    ]
    assert margin_of(log) is None
