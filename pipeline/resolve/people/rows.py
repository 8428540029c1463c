"""The rows of people: each once, every name they are printed under, and every place that has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pipeline.resolve.people.mentions import Mention, Spot

Rows = list[dict[str, object]]
AS_WHAT: Mapping[tuple[str, str], str] = {
    ("attendance", "person"): "attended",
    ("membership", "person"): "member",
    ("declarations", "person"): "declared",
    ("motions", "proposer"): "proposed",
    ("motions", "seconder"): "seconded",
    ("votes", "person"): "voted",
    ("actions", "owner"): "owner",
    ("reports", "author"): "author",
    ("milestones", "lead"): "lead",
    ("forward_plan", "lead"): "lead",
}
"""What somebody is where they are named, by table and column."""


def people_rows(
    named: Sequence[tuple[Mention, str]],
    ids: Mapping[Spot, tuple[str, str | None]],
    places: Mapping[Spot, str],
) -> dict[str, Rows]:
    """Rows of `people`, `people_names` and `people_mentions`.

    `named` are the mentions with their person's id; `ids` the fact_id and meeting_id of each spot,
    and `places` the authority it is of, where that is known.
    """
    by_person: dict[str, list[Mention]] = defaultdict(list)
    for mention, person_id in named:
        by_person[person_id].append(mention)
    tables: dict[str, Rows] = {"people": [], "people_names": [], "people_mentions": []}
    for person_id in sorted(by_person):
        here = by_person[person_id]
        tables["people"].append(_person(person_id, here, places))
        tables["people_names"] += _names(person_id, here)
    for mention, person_id in sorted(named, key=lambda one: one[0].spot):
        _, table, _, column, nth = mention.spot
        fact_id, meeting_id = ids[mention.spot]
        tables["people_mentions"].append(
            {
                "person_id": person_id,
                "fact_table": table,
                "fact_id": fact_id,
                "document_id": mention.document_id,
                "meeting_id": meeting_id,
                "named_as": AS_WHAT[table, column],
                "ordinal": nth + 1,
                "printed": mention.printed,
            }
        )
    return tables


def _person(
    person_id: str, here: Sequence[Mention], places: Mapping[Spot, str]
) -> dict[str, object]:
    """One row of `people`.

    The name is the fullest form, with a forename rather than initials; of those as full the one
    printed most often, then one that isn't all capitals, then the longer one.
    """
    fullest = max(m.name.fullness for m in here)
    forms = Counter(m.text for m in here if m.name.fullness == fullest)
    styles = Counter(m.honorific for m in here if m.honorific and m.listed)
    styles = styles or Counter(m.honorific for m in here if m.honorific)
    days = sorted(m.setting.held_on for m in here if m.setting.held_on)
    return {
        "person_id": person_id,
        "name": _favourite(forms),
        "honorific": _favourite(styles) if styles else None,
        "place": next((p for m in here if (p := places[m.spot])), None),
        "first_seen": days[0] if days else None,
        "last_seen": days[-1] if days else None,
    }


def _names(person_id: str, here: Sequence[Mention]) -> Iterable[dict[str, object]]:
    """One row for each form that a person's name is printed in."""
    times: Counter[tuple[str, str | None]] = Counter()
    papers: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    days: dict[tuple[str, str | None], list[date]] = defaultdict(list)
    for mention in here:
        form = (mention.text, mention.honorific)
        times[form] += 1
        papers[form].add(mention.document_id)
        if mention.setting.held_on:
            days[form].append(mention.setting.held_on)
    for form in sorted(times, key=lambda f: (-times[f], f[0], f[1] or "")):
        yield {
            "person_id": person_id,
            "name": form[0],
            "honorific": form[1],
            "times": times[form],
            "papers": len(papers[form]),
            "first_seen": min(days[form], default=None),
            "last_seen": max(days[form], default=None),
        }


def _favourite(counted: Counter[str]) -> str:
    return min(counted, key=lambda form: (-counted[form], form.isupper(), -len(form), form))
