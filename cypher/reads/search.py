"""Questions by name: the full-text index over names and aliases, and its query language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from cypher.catalog import Read

_WORD = re.compile(r"\w+")
# The index leaves these words out, as its analyzer takes all text for English. So they cannot be asked for;
# they are names all the same ("To Lam", "An"), and can be beginnings of others.
_NOT_INDEXED = frozenset(
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these "
    "they this to was will with".split()
)
_SHORTEST_MISSPELT = 4
"""Shorter words are not searched with misspellings: one letter away from "Li" lies half of a dictionary."""
_MOST_WORDS = 12
"""Words beyond this many are left out; no name is that long, and each costs the index work."""


@dataclass(frozen=True, slots=True)
class MatchRow:
    """An entity whose name matches; `score` orders the matches of one query and means nothing else."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    countries: tuple[str, ...]
    articles: int
    score: float


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity by its id."""

    id: str
    kind: str
    name: str


ENTITY_WITH_ID = Read("entity_with_id", EntityRow)
ENTITIES_MATCHING = Read("entities_matching", MatchRow)


def searchable_words(text: str) -> tuple[str, ...]:
    """The words of a text as the index keeps them: without case and accents, letters and digits only.

    >>> searchable_words("Díaz-Canel (Miguel)")
    ('diaz', 'canel', 'miguel')
    """
    # Prefix and fuzzy terms pass most of the index's analyzer by, so that the folding happens here as well.
    folded = "".join(_without_accent(letter) for letter in unicodedata.normalize("NFKC", text))
    return tuple(_WORD.findall(folded.casefold().replace("_", " ")))[:_MOST_WORDS]


def _without_accent(letter: str) -> str:
    # Only Latin letters: the index keeps the breve of a Cyrillic "й", without which it is another letter.
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base.isascii() else letter


def search_query(text: str) -> str:
    """A full-text query that wants every word of the text: as it stands, as a beginning, or misspelt.

    Empty if the text has no word. It is a parameter of a statement and never part of one.

    >>> search_query("Díaz Li")
    '+(diaz^4 OR diaz*^2 OR diaz~1) +(li^4 OR li*^2)'
    >>> search_query("To Lam")
    '(to^4 OR to*^2) +(lam^4 OR lam*^2)'
    """
    return _all_of((word, f"({_variants(word)})") for word in searchable_words(text))


def prefix_query(text: str) -> str:
    """A full-text query in which every word of the text must occur, as it stands or as a beginning.

    >>> prefix_query("Dmitry Med")
    '+dmitry* +med*'
    """
    return _all_of((word, f"{word}*") for word in searchable_words(text))


def _all_of(terms: Iterable[tuple[str, str]]) -> str:
    """Each of these terms is wanted, but for words that the index does not have; those help if they match."""
    pairs = tuple(terms)
    wanted = any(word not in _NOT_INDEXED for word, _ in pairs)
    return " ".join(term if wanted and word in _NOT_INDEXED else f"+{term}" for word, term in pairs)


def _variants(word: str) -> str:
    exact_or_prefix = f"{word}^4 OR {word}*^2"
    if len(word) < _SHORTEST_MISSPELT:
        return exact_or_prefix
    return f"{exact_or_prefix} OR {word}~{1 if len(word) < 8 else 2}"
