"""The lemmatizer of a spaCy pipeline, with the lemma of each word remembered.

A word's letters, its part of speech and its morphology decide its lemma: spaCy itself remembers lemmas by
them, but only of some words, and asks for and sets them one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard, cast

import numpy as np
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

# Of so many words the lemma is kept, so that a reader's memory does not grow with what it has read.
_MOST = 100_000

_Key = tuple[int, int, int]


class Lemmas:
    """Does what a lemmatizer by rules or lookup does."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        # As text, not as its number: spaCy forgets the numbers of new words from time to time.
        self._known: dict[_Key, str] = {}

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The same documents with a lemma for each word that had none, one by one."""
        add = self._lemmatizer.vocab.strings.add
        for doc in docs:
            lemmas = [
                lemma if lemma and not self._lemmatizer.overwrite else add(self._lemma(doc, at, key))
                for at, (*key, lemma) in enumerate(doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"]).tolist())
            ]
            doc.from_array(["LEMMA"], cast(Any, np.array(lemmas, dtype=np.uint64)))
            yield doc

    def _lemma(self, doc: Doc, position: int, key: Iterable[int]) -> str:
        orth, pos, morph = key
        lemma = self._known.get((orth, pos, morph))
        if lemma is None:
            lemma = self._lemmatizer.lemmatize(doc[position])[0]
            if len(self._known) >= _MOST:
                self._known.clear()
                # The lemmatizer keeps the lemma of every word it has ever seen.
                self._lemmatizer.cache.clear()
            self._known[orth, pos, morph] = lemma
        return lemma


def is_by_word(component: object) -> TypeGuard[Lemmatizer]:
    """Whether a component is a lemmatizer that looks at one word alone."""
    return isinstance(component, Lemmatizer) and component.mode in {"rule", "lookup"}
