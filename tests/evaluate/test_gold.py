import pytest

from pipeline.errors import UsageError
from pipeline.evaluate.gold import council_of, form_of, load_gold


def test_gold_is_named_as_the_contract_names_it(workshop):
    workshop.write_gold(
        kind="minutes",
        remark={"unknown": ["keys", "are", "fine"]},
        meetings=[
            {
                "body": "Council",
                "held_on": "2031-04-07",
                "attendance": [{"name": "A Fell", "group": "guest", "status": "present", "x": 1}],
                "resolutions": [{"item": 4, "ordinal": 1, "text": "Pay"}],
            }
        ],
        forward_plan=[{"held_on": "2031-05-05", "item": "Budget"}],
        recommendations=[{"report": "Paths", "texts": ["One", "Two"]}],
        reports=[{"title": "Paths", "date": "2031-04-07", "authors": [{"name": "A Fell"}, "B Ox"]}],
    )
    (gold,) = load_gold(workshop.gold)
    (meeting,) = gold.meetings
    assert gold.council == "ash-pc"
    assert meeting.header == {"body": "Council", "held_on": "2031-04-07"}
    assert set(meeting.rows) == {"attendance", "resolutions"}
    assert meeting.rows["attendance"][0]["grouping"] == "guest"
    assert "role" not in meeting.rows["attendance"][0]
    assert meeting.rows["resolutions"][0]["item_number"] == 4
    assert gold.rows["forward_plan"][0]["for_meeting_on"] == "2031-05-05"
    assert [r["text"] for r in gold.rows["recommendations"]] == ["One", "Two"]
    assert {r["report_title"] for r in gold.rows["recommendations"]} == {"Paths"}
    assert gold.rows["reports"][0]["authors"] == ("A Fell", "B Ox")
    assert gold.rows["reports"][0]["dated"] == "2031-04-07"
    assert "milestones" not in gold.rows


def test_a_date_that_is_not_printed_is_not_scored(workshop):
    workshop.write_gold(meetings=[{"held_on": None, "date_printed": False, "venue": None}])
    (gold,) = load_gold(workshop.gold)
    assert gold.meetings[0].header == {"venue": None}


@pytest.mark.parametrize("text", ["{", '{"document": "x"}', '{"document": 1, "files": []}', "[]"])
def test_bad_gold_is_named(workshop, text):
    (workshop.gold / "bad.json").write_text(text)
    with pytest.raises(UsageError, match=r"bad\.json"):
        load_gold(workshop.gold)


def test_a_folder_without_gold_is_an_error(workshop):
    with pytest.raises(UsageError, match="holds no"):
        load_gold(workshop.gold)
    with pytest.raises(UsageError, match="no folder"):
        load_gold(workshop.gold / "elsewhere")


def test_form_and_council():
    assert [form_of(f) for f in ("a.PDF", "a.md", "a.txt", "a.htm", "a.html")] == [
        "pdf",
        "text",
        "text",
        "html",
        "html",
    ]
    assert council_of("ash-pc_council_2031-04-07_minutes") == "ash-pc"
    assert council_of("fwb-2031-04-07-minutes") == "fwb"
    assert council_of("plain") == "plain"
