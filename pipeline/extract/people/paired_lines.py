"""Names and posts whose columns were lost: a name on one line, its post on the next."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from pipeline.document import Block, Paragraph, join
from pipeline.extract.grammar.names import parse_person
from pipeline.extract.people.lists import entries
from pipeline.lexicon import rule, words

_NAMES = rule("attendance", "column_of_names")
_POSTS = rule("attendance", "column_of_posts")
_HEAD_BELOW = re.compile(r"(?:minutes|agenda|actions?|items?|notes?)(?:\s+items?)?", re.IGNORECASE)
"""What stands below a list of names over the business."""
_LEAST = 2
"""Names that make a column."""
_LONGEST = 110
"""Characters of a post on a line of its own."""


def paired(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each name put together with the post below it where heads say so.

    'Members' and 'Role' above the lines are the heads of two columns whose cells now stand one
    below the other; the head of the posts is dropped. Who has no post, stays alone.
    """
    on = False
    at = 0
    blocks = list(_blocks_apart(blocks))
    while at < len(blocks):
        block, after = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
        at += 1
        if _is_head(block, _NAMES) and after is not None and _is_head(after, _POSTS):
            on = True
            yield block
            at += 1
            continue
        if on and isinstance(block, Paragraph) and isinstance(after, Paragraph):
            if _is_named(block) and (_is_post(after) or _stands_between(blocks, at)):
                passage = join([block.passage, after.passage], " \u2013 ")
                yield structs.replace(block, passage=passage)
                at += 1
                continue
            on = _is_named(block) or block.text.rstrip(" -").endswith(":")
        yield block


def _blocks_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a column of names put together with the column of as many posts below it."""
    at = 0
    while at < len(blocks):
        named = list(itertools.takewhile(_is_full_name, blocks[at:]))
        posts = list(itertools.takewhile(_is_any_post, blocks[at + len(named) :]))
        spoken = sum(_holds_post(p) for p in posts)
        if len(named) < _LEAST or len(named) != len(posts) or spoken * 2 < len(posts):
            yield from blocks[at : at + max(len(named), 1)]
            at += max(len(named), 1)
            continue
        for name, post in zip(named, posts, strict=True):
            if isinstance(name, Paragraph) and isinstance(post, Paragraph):
                passage = join([name.passage, post.passage], " \u2013 ")
                yield structs.replace(name, passage=passage)
        at += 2 * len(named)


def _is_full_name(block: Block) -> bool:
    return isinstance(block, Paragraph) and _is_named(block) and " " in block.text.strip()


def _is_any_post(block: Block) -> bool:
    if not isinstance(block, Paragraph) or _HEAD_BELOW.fullmatch(block.text.strip()):
        return False
    return _is_post(block) and not any(entries(block.text))


def _holds_post(block: Block) -> bool:
    roles = words("people", "role_words")
    return isinstance(block, Paragraph) and any(
        w.lower().strip(".,()") in roles for w in block.text.split()
    )


def is_head_of_names(block: Block) -> bool:
    """Whether a line is the head of a column of names, such as 'Members'."""
    return _is_head(block, _NAMES)


def _is_head(block: Block, heads: re.Pattern[str]) -> bool:
    return isinstance(block, Paragraph) and heads.fullmatch(block.text.strip()) is not None


def _is_named(block: Paragraph) -> bool:
    return block.marker is None and len(block.text) < 70 and parse_person(block.text) is not None


def _stands_between(blocks: Sequence[Block], at: int) -> bool:
    """Whether what reads like a name stands where a post must: 'A Ash', 'Lead Nurse', 'B Birch'."""
    after, post = [*blocks[at + 1 : at + 3], None, None][:2]
    return (
        isinstance(after, Paragraph)
        and _is_named(after)
        and isinstance(post, Paragraph)
        and _is_post(post)
    )


def _is_post(block: Paragraph) -> bool:
    text = block.text.strip()
    return (
        block.marker is None
        and not block.style
        and len(text) <= _LONGEST
        and not text.endswith((":", ":-", "."))
        and parse_person(text) is None
    )
