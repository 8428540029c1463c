"""Why a paper was not read, or not wholly: sentences that name the file and the remedy."""

from __future__ import annotations

from pipeline.run.isolation import Failure


def named(name: str, reason: str) -> str:
    """The reason with the file's name in front, unless it begins with it."""
    return reason if reason.startswith(name) else f"{name}: {reason}"


def explain(failure: Failure) -> str:
    """What a worker's failure means for the paper, and what to do."""
    if failure.kind == "time":
        return (
            f"reading it took longer than {failure.detail} and was stopped; "
            "open the file to see whether it is sound, then give it more time with --seconds"
        )
    if failure.kind == "memory":
        return (
            f"reading it needed more than {failure.detail} of memory and was stopped; "
            "open the file to see whether it is sound, then allow more with --megabytes"
        )
    return (
        f"the reader crashed on it ({failure.detail}): the file is damaged, or unpacks to more "
        "than that; fetch or print it anew and ingest that, or allow more with --megabytes"
    )
