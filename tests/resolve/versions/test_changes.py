from datetime import UTC, date, datetime, time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import AgendaItem, Declaration, Motion
from pipeline.resolve import resolve
from tests.resolve.building import (
    DAY,
    action,
    attendee,
    fact,
    header,
    pack,
    paper,
    resolution,
    rows,
)

NEXT = date(2021, 6, 3)
CHAIR = attendee("Ada Quill", role="Chair of the Board")
CLERK = attendee("Ben Marsh", grouping="officer", role="Clerk")
HEAD = attendee("Cleo Finch", grouping="officer", role="Head of Service")
ITEMS = tuple(
    AgendaItem(number=str(number), title=title)
    for number, title in enumerate(("Apologies", "Minutes", "Tutor Recruitment", "Closing"), 1)
)
RECORD = (
    *ITEMS,
    CHAIR,
    CLERK,
    HEAD,
    attendee("Dora Lyle", status="apologies"),
    resolution("That the minutes be approved.", item="2"),
    resolution("That two tutors be recruited by May.", item="3"),
    resolution("That the budget be noted.", item="3", ordinal=2),
    action("The Head of Service to write to every school.", origin="agreed"),
)


def draft(*values, held_on=NEXT, label="pack"):
    return pack(label, held_on=held_on, drafted=DAY, extra=tuple(fact(v, 1) for v in values))


def minutes(*values, label="minutes", **more):
    return paper(label, header(starts_at=time(18, 5)), *values, **more)


def page(*values, label="page", status="ok"):
    return paper(
        label, header(), *values, kind="meeting_page", media_type="text/html", status=status
    )


def told(*papers):
    found = resolve(papers)["version_changes"]
    return [(r["fact_table"], r["field"], r["kind"], r["before"], r["after"]) for r in found]


def without(*gone):
    return [value for value in RECORD if value not in gone]


def instead(old, new):
    return [new if value == old else value for value in RECORD]


def test_versions_that_say_the_same_have_no_changes():
    assert told(draft(*RECORD), minutes(*RECORD), page(*RECORD)) == []


def test_people_added_and_dropped():
    assert told(draft(*without(HEAD)), minutes(*without(CLERK))) == [
        ("attendance", "name", "dropped", "Ben Marsh, Clerk (present)", None),
        ("attendance", "name", "added", None, "Cleo Finch, Head of Service (present)"),
    ]


@pytest.mark.parametrize(
    ("new", "field", "before", "after"),
    [
        (attendee("Cleo Finch", grouping="officer"), "role", "Head of Service", None),
        (attendee("Cleo Finch", grouping="officer", role="Acting Head"), "role", "Head of Service",
         "Acting Head"),
        (attendee("Cleo Finch", role="Head of Service"), "grouping", "officer", "member"),
        (attendee("Cleo Finch", "late", "officer", "Head of Service"), "status", "present", "late"),
        (attendee("Cleo Fynch", grouping="officer", role="Head of Service"), "name", "Cleo Finch",
         "Cleo Fynch"),
    ],
)  # fmt: skip
def test_a_person_listed_otherwise(new, field, before, after):
    assert told(draft(*RECORD), minutes(*instead(HEAD, new))) == [
        ("attendance", field, "changed", before, after)
    ]


def test_a_list_without_any_titles_drops_none():
    plain = [attendee(n.name, grouping="officer") for n in (CLERK, HEAD)]
    assert told(draft(*RECORD), minutes(*without(CLERK, HEAD), *plain)) == []


def test_a_page_that_lists_apologies_alone_drops_nobody():
    assert told(minutes(*RECORD), page(*without(CHAIR, CLERK, HEAD))) == []


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("RESOLVED: That two tutors be re-cruited, by  May", False),
        ("That two tutors be recruited by June.", True),
        ("That two tutors be not recruited by May.", True),
        ("That the matter be deferred.", True),
    ],
)
def test_resolutions_reworded(text, changed):
    old = resolution("That two tutors be recruited by May.", item="3")
    found = told(draft(*RECORD), minutes(*instead(old, resolution(text, item="3"))))
    assert found == ([("resolutions", "text", "changed", old.text, text)] if changed else [])


def test_a_point_between_digits_is_no_punctuation():
    old, new = (resolution(f"That £{n} million be spent.") for n in ("1.5", "15"))
    assert told(draft(old), minutes(new)) == [
        ("resolutions", "text", "changed", old.text, new.text)
    ]
    assert (
        told(draft(resolution("A rise of 5 per cent.")), minutes(resolution("A rise of 5%"))) == []
    )


def test_resolutions_and_actions_added_and_dropped():
    old = resolution("That the budget be noted.", item="3", ordinal=2)
    new = action("Ben Marsh to order the chairs.")
    assert told(draft(*RECORD), minutes(*without(old), new)) == [
        ("resolutions", "text", "dropped", old.text, None),
        ("actions", "text", "added", None, new.text),
    ]


def test_what_is_told_as_a_resolution_is_not_told_again_as_an_action():
    text = "That chairs be ordered."
    assert told(
        draft(*RECORD, resolution(text, item="4")),
        minutes(*RECORD, action(text, origin="agreed"), resolution(text, item="4")),
    ) == []  # fmt: skip


def test_items_renumbered_retitled_and_dropped():
    tutors = AgendaItem(number="3", title="Tutor Recruitment")
    moved = AgendaItem(number="4", title="Tutor Recruitment")
    closing = AgendaItem(number="4", title="Closing")
    values = [v for v in without(tutors, closing) if getattr(v, "item_number", "") != "3"]
    moved_too = [resolution(v.text, "4", v.ordinal) for v in RECORD if
                 getattr(v, "ordinal", 0) and v.item_number == "3"]  # fmt: skip
    assert told(draft(*RECORD), minutes(*values, moved, *moved_too)) == [
        ("agenda_items", "number", "changed", "3", "4"),
        ("agenda_items", "title", "dropped", "Closing", None),
    ]
    renamed = AgendaItem(number="3", title="Recruiting Tutors")
    assert told(draft(*RECORD), minutes(*instead(tutors, renamed))) == [
        ("agenda_items", "title", "changed", "Tutor Recruitment", "Recruiting Tutors")
    ]


def test_another_numbering_is_one_change():
    def numbered(first):
        return [AgendaItem(number=str(first + i), title=item.title) for i, item in enumerate(ITEMS)]

    assert told(minutes(*numbered(34)), page(*numbered(1))) == [
        ("agenda_items", "number", "changed", "34, 35, 36, 37", "1, 2, 3, 4")
    ]


def test_motions_and_declarations_that_differ():
    def motion(**more):
        return Motion(item_number="3", ordinal=1, motion="That tutors be recruited.", **more)

    old = [
        motion(proposer="Ada Quill", votes_for=5),
        Declaration(name="Ada Quill", interest="Tutor"),
    ]
    new = [
        motion(proposer="Ada Quill", votes_for=6),
        Declaration(name="Ada Quill", interest="Head"),
    ]
    assert told(draft(*RECORD, *old), minutes(*RECORD, *new)) == [
        ("declarations", "interest", "changed", "Tutor", "Head"),
        ("motions", "votes_for", "changed", "5", "6"),
    ]


def test_motions_that_their_titles_alone_tell_of_are_paired_by_item():
    old = Motion(item_number="2", ordinal=1, proposer="Ada Quill", outcome="carried")
    new = Motion(item_number="3", ordinal=1, proposer="Dora Lyle", outcome="lost")
    assert told(draft(*RECORD, old), minutes(*RECORD, new)) == []
    again = msgspec.structs.replace(old, outcome="lost")
    assert told(draft(*RECORD, old), minutes(*RECORD, new, again)) == [
        ("motions", "outcome", "changed", "carried", "lost")
    ]


def test_a_cut_page_drops_nothing_and_its_beginnings_are_no_rewording():
    text = "That two tutors be recruited"
    cut = page(*ITEMS[:3], resolution(text, item="3"), status="partial")
    assert told(minutes(*RECORD), cut) == []


def test_versions_follow_in_the_order_in_which_they_come_out():
    found = resolve([page(*RECORD), minutes(*without(HEAD)), draft(*without(CLERK))])
    title = {row["document_id"]: row["title"] for row in found["documents"]}
    steps = [(title[r["from_document_id"]], title[r["to_document_id"]])
             for r in found["version_changes"]]  # fmt: skip
    assert sorted(set(steps), key=steps.index) == [("pack", "minutes"), ("minutes", "page")]
    assert [r["position"] for r in found["version_changes"]] == list(range(1, len(steps) + 1))


def test_a_later_draft_follows_on_an_earlier_one_and_copies_on_nothing():
    first, second = draft(*without(HEAD)), draft(*RECORD, held_on=date(2021, 9, 2), label="later")
    copy = minutes(*RECORD, label="copy", media_type="text/plain")
    found = resolve([second, first, minutes(*RECORD), copy])
    title = {row["document_id"]: row["title"] for row in found["documents"]}
    assert [(title[r["from_document_id"]], title[r["to_document_id"]], r["after"])
            for r in found["version_changes"]] == [
        ("pack", "later", "Cleo Finch, Head of Service (present)")
    ]  # fmt: skip


def test_letters_misread_from_a_picture_are_no_change_and_words_are():
    def scanned(text):
        one = minutes(*instead(old, resolution(text, item="3")))
        return msgspec.structs.replace(one, recognised_pages=2)

    old = resolution("That two tutors be recruited by May.", item="3")
    assert told(draft(*RECORD), scanned("That two tutors be recrulted by Mav.")) == []
    assert len(told(draft(*RECORD), scanned("That two tutors be dismissed by May."))) == 1


def test_a_further_version_changes_no_row_of_another_meeting():
    other = [
        pack("o-pack", held_on=date(2022, 1, 6), drafted=date(2021, 9, 2),
             extra=[fact(v, 1) for v in RECORD]),
        paper("o-minutes", header(held_on=date(2021, 9, 2)), *without(HEAD)),
    ]  # fmt: skip
    before = resolve([*other, draft(*RECORD)])
    after = resolve([*other, draft(*RECORD), minutes(*without(CLERK)), page(*RECORD)])
    meeting = "netherby-best-start-board-2021-09-02"
    for table in ("version_changes", "document_meetings", "meetings", "attendance"):
        found = rows(before, table, meeting_id=meeting)
        assert found
        assert rows(after, table, meeting_id=meeting) == found


NAMES = st.sampled_from(["Ada Quill", "Ben Marsh", "Cleo Finch", "Dora Lyle", "Eli Frost"])
SOME = ("tutors", "schools", "budget", "noted", "May", "2021", "£1.5", "not", "the", "be")
WORDS = st.lists(st.sampled_from(SOME), min_size=3, max_size=12).map(" ".join)
PEOPLE = st.lists(
    st.builds(
        attendee,
        NAMES,
        status=st.sampled_from(["present", "apologies", "late"]),
        grouping=st.sampled_from(["member", "officer"]),
        role=st.sampled_from([None, "Clerk", "Head of Service"]),
    ),
    max_size=5,
)
TEXTS = st.lists(
    st.builds(resolution, WORDS, item=st.sampled_from(["1", "2", "3"]), ordinal=st.integers(1, 3)),
    max_size=5,
)
ANY_RECORD = st.tuples(PEOPLE, TEXTS, st.lists(st.builds(action, WORDS), max_size=3)).map(
    lambda each: [*ITEMS, *(value for values in each for value in values)]
)


@given(ANY_RECORD)
def test_a_version_has_no_changes_from_itself(values):
    spaced = [_typeset(value) for value in values]
    assert told(draft(*values), minutes(*spaced)) == []


def _typeset(value):
    """The same with other capitals, hyphens and spaces."""
    text = getattr(value, "text", None)
    if text is None:
        return value
    return msgspec.structs.replace(value, text=text.upper().replace(" ", " - ") + " .")


@given(st.permutations(RECORD), st.data())
def test_every_planted_change_is_found_and_no_other(values, data):
    gone = data.draw(st.sampled_from([v for v in RECORD if getattr(v, "role", None)]))
    old = data.draw(st.sampled_from([v for v in RECORD if getattr(v, "ordinal", 0)]))
    new = resolution(old.text + " " + data.draw(WORDS), old.item_number, old.ordinal)
    kept = [new if v == old else v for v in values if v != gone]
    grouping = [v for v in RECORD if getattr(v, "grouping", "") == gone.grouping]
    alone = [v for v in grouping if v.status == "present"] == [gone]
    expected = {("resolutions", "changed", old.text, new.text)}
    if not alone:  # a list without any of a group says nothing of them
        expected.add(("attendance", "dropped", f"{gone.name}, {gone.role} (present)", None))
    found = told(draft(*RECORD), minutes(*kept))
    assert {(table, kind, before, after) for table, _, kind, before, after in found} == expected
    assert len(found) == len(expected)


def test_ids_and_rows_depend_on_the_papers_alone():
    papers = [draft(*RECORD), minutes(*without(HEAD)), page(*RECORD)]
    first = resolve(papers)["version_changes"]
    assert first == resolve(papers[::-1])["version_changes"]
    later = resolve(
        [
            *papers,
            paper("other", header("Tree Panel"), ingested_at=datetime(2023, 1, 1, tzinfo=UTC)),
        ]
    )
    assert later["version_changes"] == first
    assert len({row["change_id"] for row in first}) == len(first)
