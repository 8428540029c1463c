"""How minutes number their items, and set what was decided and asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """A matter of business, and what may be decided on it."""

    title: str
    to: str
    """'to approve ...'"""
    that: str
    """'... be approved'"""
    said: str


TOPICS = (
    Topic(
        "Finance Report",
        "to approve the payments listed in the schedule",
        "the payments listed in the schedule be approved",
        "the balance at the end of the month stood at £14,206.11",
    ),
    Topic(
        "Highways and Footpaths",
        "to purchase two new grit bins for Chapel Lane",
        "two new grit bins be purchased for Chapel Lane",
        "the surface of the lane had broken up over the winter",
    ),
    Topic(
        "Review of Risk Register",
        "to adopt the revised risk register",
        "the revised risk register be adopted",
        "three risks had been scored higher than last year",
    ),
    Topic(
        "Playground Inspection",
        "to accept the quotation of £640 for repairs to the swings",
        "the quotation of £640 for repairs to the swings be accepted",
        "the annual inspection had found wear in two of the chains",
    ),
    Topic(
        "Budget Monitoring 2023/24",
        "to note the forecast overspend of £30,000",
        "the forecast overspend of £30,000 be noted",
        "spending on agency staff remained above plan",
    ),
    Topic(
        "Grant Requests",
        "to award £250 to the youth club",
        "a grant of £250 be awarded to the youth club",
        "two requests had been received since the last round",
    ),
)
TASKS = (
    "write to the landowner about the overgrown hedge",
    "obtain three quotations for the fence",
    "circulate the draft survey before the next meeting",
    "contact the highways department about the drains",
)


NUMBERS = (
    ("{at}", "{at}. {title}"),
    ("{at}", "{at} {capitals}"),
    ("{at}", "{at}) {title}"),
    ("{at}", "Item {at}: {title}"),
    ("{year}/{count:03d}", "{year}/{count:03d} {title}"),
    ("{count}/{year}", "{count}/{year} {title}:"),
    ("{count}", "{count}. {capitals}"),
    ("{at}.0", "{at}.0 {title}"),
    ("{at}", "{at}.\t{title}"),
    ("{month}.{year}.{at}", "{month}.{year}.{at} {title}"),
    (None, "{capitals}"),
)
"""The number of an item and its heading; `count` runs on from meeting to meeting."""
DECISIONS = (
    ("", "RESOLVED that {that}."),
    ("", "It was RESOLVED {to}."),
    ("", "Resolved: {to}."),
    ("", "AGREED – That {that}."),
    ("", "It was agreed that {that}."),
    ("", "Proposed by {mover}, seconded by {seconder} and RESOLVED {to}."),
    ("Decision: ", "That {that}."),
    ("IT WAS UNANIMOUSLY RESOLVED ", "that {that}."),
    ("", "The {short} RESOLVED {to}."),
    ("", "The {short} agreed {to}."),
)
"""A label, and what was decided."""
ACTIONS = (
    ("ACTION: ", "{who} to {task}.", ""),
    ("Action – ", "{who} to {task}", ""),
    ("[Action: ", "{who} to {task}", "]"),
    ("", "{who} to {task}.", ""),
    ("", "{who} agreed to {task}.", ""),
    ("", "{who} was asked to {task}.", ""),
)
"""A label, what is asked for, and what closes the label."""
