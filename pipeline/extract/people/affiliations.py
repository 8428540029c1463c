"""Lines that each name one person and, behind a comma, where the person comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Block, Paragraph
from pipeline.extract.grammar.names import honorific_of, parse_person

_LINE = re.compile(
    r"(?P<name>[^,;:()\d]{5,45}),\s+(?P<of>[A-Z][^,;:()]{1,80}?)\.?(?P<aside>\s*\([^()]*\))?"
)
_SHORTENED = re.compile(r"(?=\w*[A-Z]\w*[A-Z])\w+")
"""'DfT', 'HMRC': no name."""
_LONGEST = 120
"""Characters of a line of such a list."""
_FEWEST = 4
"""Lines that show what stands behind the commas: with fewer, two people may share a line."""


def affiliated(blocks: Sequence[Block]) -> dict[int, int]:
    """By the `id` of each block of such a list, where its comma stands.

    In 'Jo Bloggs, Talk of the Town' nothing but the lines around it tells that no second person
    is named: most of them print behind the comma what is nobody's name.
    """
    found: dict[int, int] = {}
    run: list[tuple[Block, re.Match[str]]] = []
    for block in [*blocks, None]:
        if isinstance(block, Paragraph) and len(block.text) <= _LONGEST:
            match = _LINE.fullmatch(block.text.strip())
            if match is not None and _names_one(match["name"]):
                run.append((block, match))
            continue
        if _says_whence([m["of"] for _, m in run]):
            # 'Mr A Ash, Mrs B Birch' between such lines: two people all the same.
            alone = [(b, m) for b, m in run if honorific_of(m["of"])[0] is None]
            found |= {id(b): m.end("name") for b, m in alone if not m["aside"]}
        run = []
    return found


def _names_one(text: str) -> bool:
    person = parse_person(text)
    return person is not None and len(person.name.split()) >= 2


def _says_whence(tails: Sequence[str]) -> bool:
    """Whether what stands behind the commas of a list is mostly nobody's name."""
    plain = [
        t
        for t in tails
        if tails.count(t) > 1
        or _SHORTENED.search(t)
        or (parse_person(t) is None and honorific_of(t)[0] is None)
    ]
    return len(tails) >= _FEWEST and len(plain) >= 0.6 * len(tails)
