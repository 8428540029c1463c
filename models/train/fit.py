"""The training of the pipeline `models/minutes`: a small network beside a bag of words."""

from __future__ import annotations

import random
from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from models.train.examples import examples
from models.train.passages import KINDS, Line

SEED = 20240117
PASSES = 8
"""How often each line is seen, every time with other names and figures."""
_WIDTH = 96
_BATCH = 32
_RATE = 0.001
_DROPOUT = 0.3


def trained(lines: Sequence[Line], *, passes: int = PASSES, seed: int = SEED) -> Language:
    """A pipeline trained on the lines; the same lines and seed give the same weights."""
    fix_random_seed(seed)
    rng = random.Random(seed)
    nlp = spacy.blank("en")
    nlp.add_pipe("textcat_multilabel", name="kinds", config={"model": _model()})
    for seen in range(passes):
        every = [
            Example.from_dict(nlp.make_doc(text), {"cats": {k: float(k in kinds) for k in KINDS}})
            for text, kinds in examples(lines, rng)
        ]
        if seen == 0:
            optimizer = nlp.initialize(lambda: every[:500])  # noqa: B023 - called at once
        for step, some in enumerate(minibatch(every, _BATCH)):
            done = (seen + step * _BATCH / len(every)) / passes
            optimizer.learn_rate = _RATE * (1 - 0.95 * done)
            nlp.update(some, sgd=optimizer, drop=_DROPOUT)
    return nlp


def _model() -> dict[str, object]:
    """Attention over what each word is among its neighbours, and a linear model of word runs."""
    tok2vec = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": _WIDTH,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [5000, 1000, 2500, 1000],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": _WIDTH,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }
    linear = {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": False,
        "ngram_size": 3,
        "no_output_layer": False,
        "length": 65536,
    }
    return {
        "@architectures": "spacy.TextCatEnsemble.v2",
        "tok2vec": tok2vec,
        "linear_model": linear,
    }
