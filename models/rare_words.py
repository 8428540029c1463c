"""A spaCy component that hides rare words from the trained pipeline: their shape alone is seen.

The pipeline is trained on generated text, whose nouns are few; the next paper's are others. What
tells a request from a story are the frequent words, so only those of a list are told apart.
"""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

_ENDINGS = ("ing", "tion", "ed", "ly", "er", "s")
_FILE = "words.txt"


def stand_in(word: str) -> str:
    """What is seen of a word that is not on the list: that it is a number, a name, an ending."""
    if any(c.isdigit() for c in word):
        return "~0"
    if word.isupper() and 2 <= len(word) <= 4:
        return "~ABC"
    if word[:1].isupper():
        return "~Name"
    return "~" + next((e for e in _ENDINGS if len(word) > 4 and word.endswith(e)), "")


class RareWords:
    """Gives each token that is not on the list the norm of its kind."""

    def __init__(self, words: frozenset[str] = frozenset()) -> None:
        self.words = words

    def __call__(self, doc: Doc) -> Doc:
        """Set the tokens' norms, in place."""
        shouted = doc.text.isupper()
        for token in doc:
            lower = token.lower_
            known = lower in self.words or not lower[:1].isalnum()
            # 'AS to order a bin' begins with somebody's initials.
            initials = not shouted and token.text.isupper() and 2 <= len(token) <= 4
            token.norm_ = lower if known and not initials else stand_in(token.text)
        return doc

    def to_disk(self, path: Path | str, *, exclude: tuple[str, ...] = ()) -> None:
        """Write the list; `exclude` is spaCy's and has no meaning here."""
        del exclude
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_text("\n".join(sorted(self.words)) + "\n", encoding="utf-8")

    def from_disk(self, path: Path | str, *, exclude: tuple[str, ...] = ()) -> RareWords:
        """Read the list; `exclude` is spaCy's and has no meaning here."""
        del exclude
        text = (Path(path) / _FILE).read_text(encoding="utf-8")
        self.words = frozenset(text.split("\n")) - {""}
        return self


@Language.factory("rare_words")
def make_rare_words(nlp: Language, name: str) -> RareWords:
    """The component, as the pipeline's config names it."""
    del nlp, name
    return RareWords()
