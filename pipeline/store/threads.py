"""Business followed over meetings: threads as an archive has them, and what speaks of each."""

from __future__ import annotations

from datetime import date

from pipeline.errors import UsageError
from pipeline.store.profile import sections
from pipeline.store.read import Archive

Row = dict[str, object]
_CANDIDATES = 8


def threads(  # noqa: PLR0913 - one parameter per filter
    archive: Archive,
    *,
    recurring: bool = False,
    still_open: bool = False,
    requests: bool = False,
    owner: str | None = None,
    body: str | None = None,
    since: date | None = None,
) -> list[Row]:
    """The threads that fit all that is asked, those raised oftenest first.

    `recurring`: raised at two meetings or more; `still_open`: no paper tells that it is closed;
    `requests`: somebody was asked, or a resolution directs it;
    `owner`, `body`: has this in the name, whatever the case; `since`: came up then or later.
    """
    asked = {
        "recurring": recurring,
        "open": still_open,
        "requests": requests,
        "owner": owner,
        "body": body,
        "since": since,
    }
    return archive.sql(sections("threads")["threads"], asked).dicts()


def thread(archive: Archive, which: str) -> tuple[Row, list[Row]]:
    """One thread by its id, the beginning of it, or words of its label, and all that mentions it.

    Raises UsageError where there is none, or, naming them, more than one.
    """
    found = archive.sql(sections("threads")["which"], {"which": which.strip()}).dicts()
    fitting = [row for row in found if row["exact"]] or found
    if not which.strip() or not fitting:
        raise UsageError(f"the archive has no thread {which!r}; `papers actions` lists them")
    if len(fitting) > 1:
        lines = [f"  {row['thread_id']}  {row['label']}" for row in fitting[:_CANDIDATES]]
        more = len(fitting) - _CANDIDATES
        lines += [f"  and {more} more"] if more > 0 else []
        raise UsageError(f"{which!r} may mean any of these; give the id:\n" + "\n".join(lines))
    thread_id = fitting[0]["thread_id"]
    row = next(row for row in threads(archive) if row["thread_id"] == thread_id)
    return row, archive.sql(sections("threads")["mentions"], {"thread": thread_id}).dicts()
