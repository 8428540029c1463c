"""Welsh and bilingual papers: told apart, read from the English, never half-read silently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import pytest

from pipeline.document import Cell, Document, Paragraph, Part, Passage, Row, Table
from pipeline.extract import EXTRACTORS
from pipeline.extraction import PaperKind
from pipeline.provenance import Finding
from pipeline.read import read
from pipeline.records import AgendaItem, Attendee, Resolution
from pipeline.segment import paper_kind, segment
from pipeline.segment.languages import language_of, spoken

HEAD = """\
CYNGOR CYMUNED LLANWERNOS / LLANWERNOS COMMUNITY COUNCIL

Cofnodion y cyfarfod a gynhaliwyd yn Neuadd y Pentref nos Fawrth 10 Mawrth 2026

Minutes of the meeting of Llanwernos Community Council held in the Village Hall on 10 March 2026
"""
ALTERNATING = f"""{HEAD}
Presennol / Present: Cyng/Cllrs M Ash (Cadeirydd/Chair), T Elm ac/and B Oake.

Hefyd yn bresennol / In attendance: Mrs J Rowan (Clerc/Clerk)

1. YMDDIHEURIADAU / APOLOGIES

Cafwyd ymddiheuriadau gan y Cynghorydd D Hazel.

Apologies for absence were received from Cllr D Hazel.

2. COFNODION / MINUTES

Penderfynwyd derbyn cofnodion cyfarfod mis Chwefror fel cofnod cywir.

It was RESOLVED that the minutes of the February meeting be accepted as a correct record.

3. CAE CHWARAE / PLAYING FIELD

Adroddodd y Clerc fod y giât wedi torri. Cytunwyd i drwsio'r giât cyn yr haf.

The Clerk reported that the gate was broken. It was RESOLVED that the gate be mended in May.
"""
TWO_LISTS = f"""{HEAD}
Yn bresennol:

Cyng. Mair Ash (Cadeirydd)

Cyng. Tomos Elm

Yn mynychu:

Jane Rowan (Clerc)

Present:

Cllr. Mair Ash (Chair)

Cllr. Tomos Elm

In attendance:

Jane Rowan (Clerk)

1. Ymddiheuriadau:

Cyng. Dylan Hazel

Apologies:

Cllr. Dylan Hazel

2. Cofnodion y cyfarfod a gynhaliwyd ar 16 Chwefror 2026:

Minutes of the meeting held on 16 February 2026:

PENDERFYNWYD derbyn y cofnodion gyda mân gywiriadau.

It was RESOLVED to approve the minutes with minor corrections.
"""
ALONE = f"""{TWO_LISTS}
3. Baner y neuadd

Nododd yr aelodau fod y faner wedi rhwygo yn y gwynt. Penderfynwyd prynu baner newydd am hyd at
£200 a gofyn i'r Clerc ei harchebu cyn y cyfarfod nesaf.
"""
WELSH = """\
CYNGOR CYMUNED LLANWERNOS

Cofnodion y cyfarfod a gynhaliwyd yn Neuadd y Pentref ar 12 Mai 2026

Presennol: Cyng. M Ash (Cadeirydd), Cyng. T Elm a'r Clerc, Mrs J Rowan.

1. Ymddiheuriadau

Cafwyd ymddiheuriadau gan y Cynghorydd D Hazel.

2. Cofnodion

Penderfynwyd derbyn cofnodion y cyfarfod diwethaf fel cofnod cywir.

3. Cae chwarae

Adroddodd y Clerc fod y giât wedi ei thrwsio. Diolchodd y cadeirydd i bawb am eu gwaith.
"""
COPIES = """\
Cofnodion y cyfarfod a gynhaliwyd yn Neuadd y Pentref ar 12 Mai 2026

Yn bresennol: Cyng. M Ash (Cadeirydd) a Cyng. T Elm

1. Cae chwarae

Adroddodd y Clerc fod y giât wedi ei thrwsio. Penderfynwyd prynu mainc newydd ar gyfer y cae.

Minutes of the meeting of Llanwernos Community Council held in the Village Hall on 12 May 2026

Present: Cllr. M Ash (Chair) and Cllr. T Elm

1. Playing field

The Clerk reported that the gate was mended. It was RESOLVED that a new bench be bought for it.
"""


def parts_of(text: str) -> tuple[Part, ...]:
    return segment(read(text.encode(), "text/plain"))


T = TypeVar("T")


def found(parts: tuple[Part, ...], record: type[T]) -> list[T]:
    return [
        finding.value
        for extractor in EXTRACTORS
        for part in parts
        if part.kind in extractor.reads
        for finding in extractor.find(part)
        if isinstance(finding, Finding) and isinstance(finding.value, record)
    ]


def table(rows: Sequence[tuple[str, ...]]) -> Table:
    cells = (tuple(Cell(Passage(t), at) for at, t in enumerate(row)) for row in rows)
    return Table(tuple(Row(each) for each in cells), len(rows[0]))


def people(parts: tuple[Part, ...]) -> list[tuple[str, str, str]]:
    return [(a.name, a.grouping, a.status) for a in found(parts, Attendee)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Penderfynwyd derbyn y cofnodion fel cofnod cywir.", "cy"),
        ("It was resolved that the minutes be accepted as a correct record.", "en"),
        ("YMDDIHEURIADAU / APOLOGIES", "both"),
        ("Cyng. Mair Ash (Cadeirydd)", "cy"),
        ("Cllr. Mair Ash (Chair)", "en"),
        ("Mair Ash", None),
        ("£200", None),
        ("", None),
    ],
)
def test_language_of_a_text(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_alternating_paragraphs_are_read_from_the_english() -> None:
    parts = parts_of(ALTERNATING)
    assert people(parts) == [
        ("M Ash", "member", "present"),
        ("T Elm", "member", "present"),
        ("B Oake", "member", "present"),
        ("J Rowan", "officer", "present"),
        ("D Hazel", "member", "apologies"),
    ]
    assert [r.item_number for r in found(parts, Resolution)] == ["2", "3"]
    assert not any(
        "Penderfynwyd" in r.text or "Cytunwyd" in r.text for r in found(parts, Resolution)
    )
    assert [i.number for i in found(parts, AgendaItem)] == ["1", "2", "3"]
    assert parts[-1].language == "both"
    assert all(not part.problems for part in parts)


def test_a_list_in_each_language_counts_once() -> None:
    parts = parts_of(TWO_LISTS)
    assert people(parts) == [
        ("Mair Ash", "member", "present"),
        ("Tomos Elm", "member", "present"),
        ("Jane Rowan", "officer", "present"),
        ("Dylan Hazel", "member", "apologies"),
    ]
    assert [(r.item_number, r.outcome) for r in found(parts, Resolution)] == [("2", "approved")]
    assert all(not part.problems for part in parts)


def test_the_number_of_a_welsh_heading_is_that_of_the_english_one_below() -> None:
    items = [(i.number, i.title) for i in found(parts_of(TWO_LISTS), AgendaItem)]
    assert [number for number, _ in items] == ["1", "2"]
    assert items[1][1].startswith("Minutes of the meeting held on 16 February 2026")


def test_business_in_welsh_alone_is_said_to_be_unread() -> None:
    parts = parts_of(ALONE)
    (problem,) = [p for part in parts for p in part.problems]
    assert "no English beside it ('Nododd yr aelodau" in problem
    assert "ingest the English version" in problem
    assert ("3", "Baner y neuadd") in [(i.number, i.title) for i in found(parts, AgendaItem)]
    assert len(found(parts, Resolution)) == 1


def test_a_paper_in_welsh_gives_its_people_and_says_that_the_rest_is_unread() -> None:
    parts = parts_of(WELSH)
    assert [part.language for part in parts] == ["cy"]
    assert "in Welsh alone" in parts[0].problems[0]
    assert {name for name, _, status in people(parts) if status == "present"} == {
        "M Ash",
        "T Elm",
        "J Rowan",
    }
    assert found(parts, Resolution) == []


def test_a_copy_in_each_language_is_read_once() -> None:
    parts = parts_of(COPIES)
    assert people(parts) == [("M Ash", "member", "present"), ("T Elm", "member", "present")]
    assert len(found(parts, Resolution)) == 1
    assert all(not part.problems for part in parts)


def test_columns_side_by_side_are_read_from_the_english_one() -> None:
    rows = [
        ("Cofnodion y cyfarfod ar 12 Mai 2026", "Minutes of the meeting held on 12 May 2026"),
        ("Yn bresennol: Cyng. M Ash, Cyng. T Elm", "Present: Cllr. M Ash, Cllr. T Elm"),
        ("Cae chwarae", "Playing field"),
        (
            "Penderfynwyd prynu mainc newydd ar gyfer y cae chwarae.",
            "It was RESOLVED that a new bench be bought for the field.",
        ),
    ]
    title = Paragraph(Passage("Llanwernos Community Council"))
    parts = segment(Document("text/plain", (title, table(rows))))
    assert people(parts) == [("M Ash", "member", "present"), ("T Elm", "member", "present")]
    assert len(found(parts, Resolution)) == 1
    assert parts[-1].language == "both"


def test_an_english_paper_with_a_welsh_name_is_left_as_it_is() -> None:
    english = """\
Minutes of the meeting of Llanwernos Community Council held at Neuadd y Pentref on 12 May 2026

Present: Cyng/Cllr M Ash (Chair) and Cllr T Elm

1. Apologies

None.

2. The field

It was RESOLVED that the gate at Heol y Bryn be mended.
"""
    parts = parts_of(english)
    assert {part.language for part in parts} == {"en"}
    assert [p for part in parts for p in part.problems] == []
    kind: PaperKind = paper_kind(parts)
    assert kind == "minutes"


def test_the_letter_of_a_column_is_no_welsh_word() -> None:
    titles = [
        Paragraph(Passage("Minutes of the Ponds Panel held on 4 May 2024 at 7.30 pm")),
        Paragraph(Passage("Minutes of the Ponds Panel held on 4 May 2024 at 7.30 pm")),
    ]
    plan = table([("", "", ""), ("Milestone",) * 3, ("Milestone", "Lead Officer", "000Y")])
    flow = (*titles, plan)
    assert spoken(flow).flow == flow
