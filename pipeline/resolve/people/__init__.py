"""Which person a printed name is, over papers, bodies and years.

`mentions` reads one paper, `register` links papers in order of arrival, `amend` applies what people
corrected, and `tables` makes rows of it.
"""

from __future__ import annotations

from pipeline.resolve.people.tables import WhoIsWho

__all__ = ["WhoIsWho"]
