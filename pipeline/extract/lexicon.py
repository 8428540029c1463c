"""The vocabulary as the extractors load it."""

from pipeline.lexicon import lexicon, pattern, rule, words

__all__ = ["lexicon", "pattern", "rule", "words"]
