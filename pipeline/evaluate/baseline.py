"""A saved evaluation, and which of its figures have fallen since."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from pipeline.errors import UsageError
from pipeline.evaluate.evaluation import Evaluation
from pipeline.evaluate.tally import Tally

TOLERANCE = 0.0005
"""A figure that fell by no more than this has not fallen."""


class Fall(Struct, frozen=True):
    """A figure that is worse than it was."""

    name: str
    """What it is of: 'total attendance fuzzy recall'."""
    before: float
    now: float | None
    """None where it is not scored any more."""

    @property
    def now_text(self) -> str:
        """The figure now, for a person."""
        return "not scored" if self.now is None else f"{self.now:.4f}"


class Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    """Every figure of one evaluation: group -> field figure -> value.

    The groups are the total, each form, each council and each paper.
    """

    form: str | None
    figures: dict[str, dict[str, float]]


def _figures(fields: dict[str, Tally]) -> dict[str, float]:
    flat: dict[str, float] = {}
    for field, tally in sorted(fields.items()):
        for grade, strict in (("strict", True), ("fuzzy", False)):
            values = tally.figures(strict=strict)
            for name in ("precision", "recall", "f1"):
                value = getattr(values, name)
                if value is not None:
                    flat[f"{field} {grade} {name}"] = round(value, 6)
    return flat


def baseline_of(evaluation: Evaluation) -> Baseline:
    """Return the figures to keep of an evaluation."""
    groups = {"total": evaluation.total()}
    groups.update({f"form {name}": fields for name, fields in evaluation.by_form().items()})
    # Papers can't move from one council to another, as they may from one layout to another.
    groups.update({f"council {name}": f for name, f in evaluation.by_council().items()})
    groups.update({f"paper {paper.name}": paper.fields for paper in evaluation.papers})
    return Baseline(evaluation.form, {name: _figures(fields) for name, fields in groups.items()})


def save_baseline(evaluation: Evaluation, path: Path) -> None:
    """Write the figures of an evaluation to `path`.

    Raises `UsageError` where it can't be written.
    """
    text = msgspec.json.format(msgspec.json.encode(baseline_of(evaluation)), indent=1)
    try:
        path.write_bytes(text + b"\n")
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error}. Give --save another place.") from error


def load_baseline(path: Path) -> Baseline:
    """Return the figures saved in `path`.

    Raises `UsageError` where it is no baseline.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Baseline)
    except (msgspec.MsgspecError, OSError) as error:
        raise UsageError(
            f"{path} is no saved evaluation: {error}. Write one with --save."
        ) from error


def find_falls(evaluation: Evaluation, baseline: Baseline) -> tuple[Fall, ...]:
    """Every figure that fell by more than `TOLERANCE`, and every figure or group that is gone.

    A figure is gone, too, where it is not defined any more: a precision when nothing is found.
    Raises `UsageError` where the baseline was made of another form.
    """
    if baseline.form != evaluation.form:
        raise UsageError(
            f"the baseline is of form {baseline.form or 'all'}, this of "
            f"{evaluation.form or 'all'}: give the same --form."
        )
    now = baseline_of(evaluation).figures
    falls: list[Fall] = []
    for group, figures in baseline.figures.items():
        if group not in now:
            before = max(figures.values(), default=0.0)
            falls.append(Fall(group, before, None))
            continue
        for name, before in figures.items():
            value = now[group].get(name)
            # One that was nought has not fallen by being gone: what was wrongly found is not now.
            if before - (value or 0.0) > TOLERANCE:
                falls.append(Fall(f"{group} {name}", before, value))
    return tuple(falls)
