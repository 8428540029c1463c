"""Gold, derived from the very story the papers are made from, so that it is true of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from .markup import Fact
from .meetings import Attendee, Meeting
from .packs import Pack, Ranges
from .plan import gold_milestone, load_plan
from .reports import Report

Json = dict[str, Any]


def _mark(row: Json, fact: Fact) -> Json:
    return {**row, "optional": True} if fact.optional else row


def _attendance(people: Iterable[Attendee]) -> list[Json]:
    rows = []
    for person in people:
        row: Json = {
            "name": person.name,
            "role": person.role,
            "group": person.group,
            "status": person.status,
            "chair": person.chair,
        }
        if person.substitute_for:
            row["substitute_for"] = person.substitute_for
        rows.append(row)
    return rows


def meeting_gold(meeting: Meeting, facts: Iterable[tuple[str | None, Fact]]) -> Json:
    """A meeting with those facts that the paper at hand really shows."""
    resolutions: list[Json] = []
    actions: list[Json] = []
    declarations: list[Json] = []
    motions: list[Json] = []
    votes: list[Json] = []
    counts: dict[str | None, int] = {}
    for item, fact in facts:
        if fact.kind in ("M", "MR"):
            motions.append(_motion(item, fact, motions))
        if fact.kind == "V":
            votes += _votes(fact, motions[-1])
        if fact.kind in ("R", "RA", "MR"):
            counts[item] = counts.get(item, 0) + 1
            # A decision that tells its mover in the same sentence is that sentence.
            text = fact.line if fact.kind == "MR" else fact.text
            row: Json = {"item": item, "ordinal": counts[item], "text": text}
            resolutions.append(_mark(row, fact))
        if fact.kind in ("A", "RA"):
            origin = fact.flags[0] if fact.kind == "A" else "resolved"
            row = {"item": item, "text": fact.text, "origin": origin}
            if "owner" in fact.attrs:
                row["owner"] = fact.attrs["owner"]
            actions.append({**row, "optional": True} if origin == "resolved" else _mark(row, fact))
        if fact.kind == "D":
            row = {"item": fact.attrs.get("item", item), "name": fact.attrs["name"]}
            declarations.append(_mark({**row, "interest": fact.text}, fact))
    return {
        "body": meeting.body.name,
        "held_on": meeting.held.isoformat(),
        "starts_at": meeting.starts[1],
        "ended_at": meeting.ended[1],
        "venue": meeting.venue,
        "attendance": _attendance(meeting.attendees),
        "agenda_items": [_item(item.number, item.title) for item in meeting.items],
        "resolutions": resolutions,
        "motions": motions,
        "votes": votes,
        "actions": actions,
        "declarations": declarations,
    }


def _motion(item: str | None, fact: Fact, before: list[Json]) -> Json:
    """A motion: who moved and seconded it, what became of it, and the votes that are printed."""
    counts = {
        column: int(fact.attrs[key])
        for key, column in (("for", "votes_for"), ("against", "votes_against"))
        if key in fact.attrs
    }
    if "abstained" in fact.attrs:
        counts["abstentions"] = int(fact.attrs["abstained"])
    row: Json = {
        "item": item,
        "ordinal": sum(row["item"] == item for row in before) + 1,
        "motion": fact.text or fact.attrs.get("words"),
        "proposer": fact.attrs.get("proposer"),
        "seconder": fact.attrs.get("seconder"),
        "amendment": "amendment" in fact.flags,
        "outcome": fact.attrs.get("outcome"),
        **counts,
    }
    return _mark(row, fact)


def _votes(fact: Fact, motion: Json) -> list[Json]:
    """The names of a list, as printed without 'Councillors' before the first of them."""
    names = re.split(r", | and ", re.sub(r"^(?:Councillors?|Cllrs?) ", "", fact.text))
    row = {"item": motion["item"], "ordinal": motion["ordinal"], "vote": fact.flags[0]}
    return [{**row, "name": re.sub(r"^(?:Councillor|Cllr) ", "", name)} for name in names]


def _item(number: str | None, title: str) -> Json:
    row: Json = {"number": number, "title": title}
    return {**row, "optional": True} if number is None else row


def all_facts(meeting: Meeting) -> list[tuple[str | None, Fact]]:
    """Every fact of a meeting with the number of the item it stands under."""
    return [
        (item.number, fact) for item in meeting.items for line in item.lines for fact in line.facts
    ]


def minutes_gold(meeting: Meeting) -> Json:
    """Gold of a paper that is one meeting's minutes and nothing else."""
    gold: Json = {"kind": "minutes", "meetings": [meeting_gold(meeting, all_facts(meeting))]}
    return {**gold, **_oddities([meeting], [])}


def _oddities(meetings: list[Meeting], extra: list[str]) -> Json:
    odd: Json = {}
    contradictions = [text for meeting in meetings for text in meeting.contradictions] + extra
    if contradictions:
        odd["contradictions"] = contradictions
    same = {name: right for meeting in meetings for name, right in meeting.same_people.items()}
    if same:
        odd["people_same_as"] = same
    return odd


def _report_header(report: Report, item: str | None) -> Json:
    row: Json = {
        "title": report.title,
        "body": report.head["body"],
        "date": report.date[1] if report.date else None,
        "classification": report.head.get("classification"),
        "authors": [{"name": name, "role": role} for name, role in report.authors],
    }
    number = report.head.get("item", item)
    return {**row, "item_number": number} if number else row


def report_gold(reports: list[tuple[str | None, Report]]) -> Json:
    """Headers, recommendations, plans and forward plans of reports, with the items they serve."""
    gold: Json = {"reports": [], "recommendations": []}
    for item, report in reports:
        if report.head["style"] != "plain":
            gold["reports"].append(_report_header(report, item))
        if report.recommendations:
            texts = [fact.text for fact in report.recommendations]
            gold["recommendations"].append({"report": report.title, "texts": texts})
        if "plan" in report.head:
            gold["milestones"] = [gold_milestone(row) for row in load_plan(report.head["plan"])]
        if report.claims:
            gold["milestone_claims"] = report.claims
        if report.forward:
            gold["forward_plan"] = [
                {"held_on": entry.iso, "item": item, "lead": lead}
                for entry in report.forward
                for item, lead in entry.items
            ]
    return gold


def wrong_claims(gold: Json) -> list[str]:
    """A total that a report claims and its own table does not bear out."""
    claims = gold.get("milestone_claims", {})
    rows = gold.get("milestones", [])
    held = {"milestones": len(rows), "activities": len({r["activity_number"] for r in rows})}
    return [
        f"the report claims {count} {name}, the plan holds {held[name]}"
        for name, count in claims.items()
        if count != held[name]
    ]


def pack_gold(pack: Pack, ranges: Ranges) -> Json:
    """Gold of an agenda pack: the meeting called, the draft minutes, and the reports."""
    called: Json = {
        "body": pack.body.name,
        "held_on": pack.held.isoformat(),
        "starts_at": pack.starts[1],
        "ended_at": None,
        "venue": pack.head["venue"],
        "attendance": [],
        "agenda_items": [
            {"number": item.number, "title": item.title, "pages": ranges.get(item.number)}
            for item in pack.items
        ],
        "resolutions": [],
        "motions": [],
        "votes": [],
        "actions": [],
        "declarations": [],
        "membership": [{"name": p.name, "role": p.role} for p in pack.membership],
    }
    meetings = [called]
    drafts = [pack.draft] if pack.draft else []
    meetings += [{**meeting_gold(d, all_facts(d)), "draft": True} for d in drafts]
    gold: Json = {"kind": "agenda_pack", "meetings": meetings, **report_gold(pack.reports)}
    return {**gold, **_oddities(drafts, wrong_claims(gold))}
