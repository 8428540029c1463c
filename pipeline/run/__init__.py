"""The run: all the stages in order, one paper after the other, and the ledger of runs."""

from pipeline.run.ingest import ingest
from pipeline.run.limits import Limits
from pipeline.run.outcomes import Attention
from pipeline.run.taking import IngestResult

__all__ = ["Attention", "IngestResult", "Limits", "ingest"]
