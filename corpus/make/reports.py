"""A report as the story tells it, and how it is set out with its header table and appendices."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Block, Grid, Heading, Para, Row, Section
from .markup import Fact, Line, parse_line, story_lines, to_blocks
from .meetings import STORY
from .tables import ForwardEntry, forward_grid, plan_sections


@dataclass
class Report:
    """One report: header, numbered sections, and the plan or forward plan appended to it."""

    key: str
    head: dict[str, str]
    authors: list[tuple[str, str]]
    sections: list[tuple[str, list[Line]]]
    forward: list[ForwardEntry] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The title as printed in the header."""
        return self.head["title"]

    @property
    def date(self) -> tuple[str, str] | None:
        """The date as printed and as ISO, where the header prints one."""
        if "date" not in self.head:
            return None
        printed, iso = (part.strip() for part in self.head["date"].split("|"))
        return printed, iso

    @property
    def claims(self) -> dict[str, int]:
        """Totals that the prose of the report claims for its own tables."""
        pairs = (claim.split("=") for claim in self.head.get("claims", "").split())
        return {name: int(count) for name, count in pairs}

    @property
    def recommendations(self) -> list[Fact]:
        """What the report asks the body to do."""
        lines = (line for _, body in self.sections for line in body)
        return [fact for line in lines for fact in line.facts if fact.kind == "C"]


def load_report(key: str) -> Report:
    """Read one report from the story."""
    report = Report(key, {}, [], [])
    for line in story_lines(STORY / "reports" / f"{key}.txt"):
        if line.startswith("== "):
            report.sections.append((line[3:], []))
        elif line.startswith("fw: "):
            printed, iso = (part.strip() for part in line[4:].split("|"))
            report.forward.append(ForwardEntry(printed, iso, []))
        elif line.startswith("fw- "):
            item, lead = (part.strip() for part in line[4:].split("|"))
            report.forward[-1].items.append((item, lead))
        elif report.sections:
            report.sections[-1][1].append(parse_line(line))
        elif line.startswith("author: "):
            name, role = (part.strip() for part in line[8:].split("|"))
            report.authors.append((name, role))
        else:
            name, _, value = line.partition(": ")
            report.head[name] = value
    return report


def report_sections(report: Report) -> list[Section]:
    """The pages of a report: its prose, then its plan on landscape pages."""
    blocks = [*_head(report)]
    for title, lines in report.sections:
        blocks.append(Heading(title))
        blocks += to_blocks(lines)
    if report.forward:
        blocks.append(forward_grid(report.forward))
    sections = [Section(tuple(blocks))]
    if "plan" in report.head:
        sections += plan_sections(
            report.head["plan"], report.head["column"], apart=report.head.get("themes") == "apart"
        )
    return sections


def _head(report: Report) -> list[Block]:
    style = report.head["style"]
    if style == "plain":
        return [Heading(report.title, "center")]
    if style == "table":
        date = report.date
        cells = (
            report.title,
            "\n".join(f"{name}, {role}" for name, role in report.authors),
            report.head.get("item", ""),
            date[0] if date else "",
        )
        return [
            Heading(report.head["body"]),
            Grid(("TITLE", "Author", "ITEM NO", "Date"), (Row(cells),), (0.36, 0.32, 0.12, 0.2)),
        ]
    authors = "\n".join(f"{name}, {role}" for name, role in report.authors)
    date = report.date
    return [
        Heading(report.head["body"] + (f" \u2013 {date[0]}" if date else ""), "center"),
        Grid(
            ("", ""),
            (
                Row((f"Report of: {authors}", f"Classification: {report.head['classification']}")),
                Row((report.title,), span=True, bold=True),
            ),
            (0.6, 0.4),
        ),
        Para(""),
    ]
