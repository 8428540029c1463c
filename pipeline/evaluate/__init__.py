"""How well an archive agrees with gold: precision, recall and F1 per field."""

from pipeline.evaluate.baseline import find_falls, load_baseline, save_baseline
from pipeline.evaluate.evaluation import Evaluation, evaluate
from pipeline.evaluate.gold import Form
from pipeline.evaluate.render import as_data, as_text

__all__ = [
    "Evaluation",
    "Form",
    "as_data",
    "as_text",
    "evaluate",
    "find_falls",
    "load_baseline",
    "save_baseline",
]
