"""The digest as a page and as text: everything escaped, no scripts, and short when it is quiet."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from pipeline.digest import render
from pipeline.digest.model import (
    Contradiction,
    Coverage,
    Digest,
    Failure,
    Gap,
    Gathering,
    Paper,
    Place,
    Slip,
    Task,
)

BAD = "<script>alert(1)</script>\"'&\x1b[31m\u202e\nBcc: x"
DAY = date(2031, 9, 30)


def paper(title: str = BAD, **more: object) -> Paper:
    given = {"document_id": "d1", "kind": "minutes", "status": "ok", "source": title, **more}
    return Paper(title=title, body=BAD, held_on=DAY, **given)  # type: ignore[arg-type]


def full(count: int = 1) -> Digest:
    where = Place(document_id="d1", page=3)
    task = Task(text=BAD, owner=BAD, due=BAD, body=BAD, held_on=DAY, place=where, state="open")
    slip = Slip(
        milestone=BAD,
        plan=BAD,
        leads=(BAD,),
        was_due=date(2031, 8, 1),
        due=DAY,
        was_status="Green",
        status="Red",
        place=where,
    )
    return Digest(
        run_id="20311001T030000.000000Z",
        since="20310930T030000.000000Z",
        papers=10,
        meetings=1,
        new=(paper(url="https://council.example/a?b=1&c=2"),) * count,
        replaced=(paper(),),
        removed=(paper(),),
        returned=(paper(),),
        gatherings=(Gathering(authority=BAD, body=BAD, held_on=DAY), Gathering()),
        actions=(task,) * count,
        again=(task,),
        closed=(task,),
        slips=(slip,),
        contradictions=(Contradiction(subject=BAD, detail=BAD, body=BAD, document_id="d1"),),
        needing=(paper(status="quarantined", reason=BAD),),
        withheld=(paper(status="restricted", reason=BAD),),
        refused=(Failure(source=BAD, reason=BAD),),
        waiting=2,
        failures=(Failure(source=BAD, reason=BAD),),
        gaps=(Gap(source=BAD, listed=3, held=1, refused=1, failed=1, partial=1, reason=BAD),),
        coverage=(
            Coverage(source=BAD, meetings=1, complete=0, listed=3, held=1, refused=1, failed=1),
        ),
    )


def quiet() -> Digest:
    return Digest(run_id="20311001T030000.000000Z", since="x", papers=10, meetings=4)


def test_the_page_escapes_everything_and_runs_nothing() -> None:
    page = render.page(full(), "Committee papers")
    tree = html.fromstring(page)
    assert tree.xpath("//script | //iframe | //img | //form | //link | //*[@onclick]") == []
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert tree.xpath("//a/@href") == ["https://council.example/a?b=1&c=2"]
    assert tree.xpath("string(//html/@lang)") == "en-GB"
    assert len(tree.xpath("//h1")) == 1
    for section in tree.xpath("//section"):
        assert tree.xpath(f"//h2[@id='{section.get('aria-labelledby')}']")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(tree.xpath("//section")) == 15
    assert "default-src 'none'" in page
    assert "60 days later" in page


def test_the_text_says_the_same_in_plain_lines() -> None:
    text = render.text(full(), "Committee papers")
    assert "\x1b" not in text
    assert "\n\n\n" not in text
    assert not any(line.startswith("Bcc") for line in text.splitlines())
    headings = html.fromstring(render.page(full(), "x")).xpath("//h2/text()[1]")
    for heading in headings:
        assert " ".join(heading.split()).split(" (")[0].split(" by ")[0] in text
    assert all(line == line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize("make", [render.page, render.text])
def test_long_lists_are_cut_and_counted(make) -> None:
    many = make(full(250), "Committee papers")
    assert many.count("https://council.example/a") <= render.ON_PAGE
    assert "more" in many


def test_a_quiet_night_is_short() -> None:
    assert render.subject(quiet()) == "nothing new"
    text = render.text(quiet(), "Committee papers")
    assert "Nothing was published, nothing changed and nothing failed" in text
    assert len(text.splitlines()) < 9
    assert len(html.fromstring(render.page(quiet(), "x")).xpath("//section")) == 0


def test_the_subject_counts_and_quotes_nothing() -> None:
    said = render.subject(full(2))
    assert said.startswith("3 new papers, 2 new actions, 1 action come back")
    assert "script" not in said


@pytest.mark.parametrize(
    ("count", "noun", "said"),
    [
        (1, "paper", "1 paper"),
        (1200, "paper", "1,200 papers"),
        (2, "new paper", "2 new papers"),
        (2, "action come back", "2 actions come back"),
        (3, "milestone slipped", "3 milestones slipped"),
        (2, "to look at", "2 to look at"),
    ],
)
def test_counts_have_their_plural(count: int, noun: str, said: str) -> None:
    assert render.many(count, noun) == said
