"""The training of the pipeline `models/minutes`: small convolutional networks, no vectors."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from models.rare_words import RareWords
from models.train.sentences import KINDS, Sentence
from models.train.words import hide, known_words

SEED = 20240117
_WIDTH = 96
_BATCH = 32


def blank() -> Language:
    """The pipeline before it is trained."""
    nlp = spacy.blank("en")
    rare = nlp.add_pipe("rare_words")
    assert isinstance(rare, RareWords)
    rare.words = known_words()
    nlp.add_pipe("tok2vec", config={"model": _tok2vec()})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH, "upstream": "*"}
    nlp.add_pipe(
        "textcat",
        name="kinds",
        config={
            "model": {
                "@architectures": "spacy.TextCatReduce.v1",
                "exclusive_classes": True,
                "use_reduce_first": True,
                "use_reduce_last": False,
                "use_reduce_max": True,
                "use_reduce_mean": True,
                "tok2vec": listener,
            }
        },
    )
    nlp.add_pipe(
        "ner",
        name="owner",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "ner",
                "extra_state_tokens": False,
                "hidden_width": 48,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": listener,
            }
        },
    )
    return nlp


def _tok2vec() -> dict[str, object]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": _WIDTH,
            "attrs": ["NORM", "SHAPE"],
            "rows": [3000, 500],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": _WIDTH,
            "depth": 3,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def examples(nlp: Language, sentences: Iterable[Sentence], seed: int) -> Iterator[Example]:
    """Labelled sentences as spaCy has them to train on, words hidden by chance."""
    rng = random.Random(seed)
    rare = nlp.get_pipe("rare_words")
    assert isinstance(rare, RareWords)
    for sentence in sentences:
        doc = hide(nlp.make_doc(sentence.text), rare, rng)
        labels = {kind: float(kind == kind_of(sentence)) for kind in KINDS}
        spans = [(a, b, "OWNER") for a, b in sentence.owners]
        yield Example.from_dict(doc, {"cats": labels, "entities": spans})


def kind_of(sentence: Sentence) -> str:
    """The one kind that a sentence is trained as: of a decision and a request, the request."""
    return min(sentence.kinds, key=KINDS.index)


def train(nlp: Language, sentences: Sequence[Sentence], *, seed: int = SEED) -> None:
    """Train the pipeline on the sentences, each seen once; a generator makes them ever new."""
    fix_random_seed(seed)
    every = list(examples(nlp, sentences, seed))
    optimizer = nlp.initialize(lambda: every[:2000])
    steps = len(every) // _BATCH
    for step, batch in enumerate(minibatch(every, _BATCH)):
        optimizer.learn_rate = 0.002 * (1 - 0.95 * step / max(steps, 1))
        nlp.update(batch, sgd=optimizer, drop=0.3)
