"""The picture of a plan."""

import io
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from pipeline.plot import plan_chart, plan_picture
from pipeline.plot.palette import COLOURS, kind_of, letters_of
from pipeline.plot.plans import description, title
from tests.plot.building import DAYS, row, rows

SVG = "{http://www.w3.org/2000/svg}"


def test_an_svg_says_what_it_shows_and_holds_its_texts():
    drawn = plan_picture(rows(), form="svg").decode()
    root = ET.fromstring(drawn)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    told = {child.get("id"): child.text for child in root}
    names = root.get("aria-labelledby").split()
    chart = plan_chart(rows())
    assert [told[name] for name in names] == [title(chart), description(chart)]
    texts = {element.text for element in root.iter(f"{SVG}text")}
    shown = {"Light <repaired> & lit", "+214 d", "R 10", "C 10", "gone", "Harbour Plan"}
    assert shown <= texts


def test_the_description_tells_the_counts_the_slips_and_what_was_dropped():
    told = description(plan_chart(rows()))
    assert "In the report of 9 September 2031: 1 Completed, 1 Red." in told
    assert "New crane in service (214 days)" in told
    assert "Left out before they were completed: Light <repaired> & lit." in told


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_same_rows_give_the_same_bytes_in_another_process(form):
    code = (
        "import sys; from pipeline.plot import plan_picture; from tests.plot.building import rows;"
        f"sys.stdout.buffer.write(plan_picture(rows(), form='{form}'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, timeout=120
    )
    assert done.stdout == plan_picture(rows(), form=form)
    assert done.stderr == b""


def test_an_svg_names_no_address_and_no_day_of_its_making():
    drawn = plan_picture(rows(), form="svg").decode()
    assert drawn.count("http") == drawn.count("http://www.w3.org/2000/svg") == 1
    assert "<metadata" not in drawn
    assert "DOCTYPE" not in drawn


def test_two_charts_in_one_page_share_no_id_but_of_shapes_that_are_equal():
    def ids(drawn):
        shapes = {f"{SVG}path", f"{SVG}clipPath"}
        root = ET.fromstring(drawn)
        return {e.get("id") for e in root.iter() if e.get("id") and e.tag not in shapes}

    other = [row("h", DAYS[0], "Ferry fares agreed")]
    assert not ids(plan_picture(rows(), form="svg")) & ids(plan_picture(other, form="svg"))


def test_a_png_has_a_description_too():
    picture = Image.open(io.BytesIO(plan_picture(rows(), form="png")))
    assert picture.info["Title"] == title(plan_chart(rows()))
    assert "Date" not in picture.info


def test_more_milestones_make_it_higher_and_not_wider():
    many = [row(f"h{n}", DAYS[0], f"Milestone number {n}") for n in range(115)]
    few, tall = (Image.open(io.BytesIO(plan_picture(r, form="png"))) for r in (rows(), many))
    assert few.width == tall.width
    assert tall.height > 115 * 20, "each row has twenty dots at least"


def test_odd_plans_are_drawn():
    assert plan_picture([], form="svg")
    assert plan_picture([row("h", None, "Undated")], form="svg")
    bare = dict.fromkeys(("status", "percent_complete", "deadline", "deadline_to", "theme", "plan"))
    assert plan_picture([row("h", DAYS[0], "x" * 300, **bare)], form="svg")
    words = [row(f"h{n}", DAYS[0], "x", status=f"State {n}") for n in range(40)]
    assert "…" in plan_picture(words, form="svg").decode()
    many = [row("h", DAYS[0].replace(year=2031 + n), "Yearly $x$ 100%") for n in range(14)]
    assert b"Yearly $x$ 100%" in plan_picture(many, form="svg")


def test_no_status_is_told_by_colour_alone():
    words = ("Completed", "Blue", "On Target", "Green", "Delayed", "Amber", "Overdue", "Red")
    assert len({letters_of(word) for word in words}) == len(words)
    assert letters_of("Not started") == "ns"
    assert kind_of("Not started") == kind_of(None) == "other"


def test_letters_stand_out_from_their_colour():
    for fill, ink in COLOURS.values():
        light, dark = sorted((_luminance(fill), _luminance(ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, fill


def _luminance(colour):
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
