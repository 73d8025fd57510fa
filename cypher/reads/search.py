"""Questions by words: the full-text indexes over names, titles and sentences, and their query language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from anyascii import anyascii

from cypher.catalog import Read

# The index leaves these words out, as its analyzer takes all text for English. So they cannot be asked for;
# they are names all the same ("To Lam", "An"), and can be beginnings of others.
_NOT_INDEXED = frozenset(
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these "
    "they this to was will with".split()
)
_SHORTEST_MISSPELT = 4
"""Shorter words are not searched with misspellings: one letter away from "Li" lies half of a dictionary."""
_LONG = 8
"""Words of so many letters are often wrong in two of them."""
_LONGEST_CHINESE_NAME = 4
_MOST_WORDS = 12
"""Words beyond this many are left out; no name is that long, and each costs the index work."""


@dataclass(frozen=True, slots=True)
class MatchRow:
    """An entity whose name matches; `score` and `rank` order the matches of one query, no more."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    countries: tuple[str, ...]
    articles: int
    score: float
    rank: int


@dataclass(frozen=True, slots=True)
class ArticleMatchRow:
    """An article whose title matches."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    language: str | None
    claims: int
    rank: int


@dataclass(frozen=True, slots=True)
class SentenceMatchRow:
    """A live claim whose sentence matches, its article, and the id of the meeting that it is about."""

    claim: str
    kind: str
    status: str | None
    sentence: str
    start: int
    end: int
    rule: str
    confidence: float
    said_on: str | None
    article: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    meeting: str | None
    rank: int


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity by its id."""

    id: str
    kind: str
    name: str


ENTITY_WITH_ID = Read("entity_with_id", EntityRow)
ENTITIES_MATCHING = Read("entities_matching", MatchRow)
ARTICLES_MATCHING = Read("articles_matching", ArticleMatchRow)
SENTENCES_MATCHING = Read("sentences_matching", SentenceMatchRow)


def searchable_words(text: str) -> tuple[str, ...]:
    """The words of a text as the index keeps them: without case and accents, letters and digits only.

    >>> searchable_words("Díaz-Canel (Miguel)")
    ('diaz', 'canel', 'miguel')
    """
    # Prefix and fuzzy terms pass most of the index's analyzer by, so that the folding happens here as well.
    folded = "".join(_without_accent(letter) for letter in unicodedata.normalize("NFKC", text))
    words = "".join(letter if _is_of_a_word(letter) else " " for letter in folded.casefold())
    return tuple(words.split())[:_MOST_WORDS]


def _is_of_a_word(letter: str) -> bool:
    # The vowels of Thai, Hindi and other scripts are marks (category M) on the letter before.
    return letter.isalnum() or unicodedata.category(letter).startswith("M")


def _without_accent(letter: str) -> str:
    # Only Latin letters: the index keeps the breve of a Cyrillic "й", without which it is another letter.
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base.isascii() else letter


def search_query(text: str, edits: int = 1, field: str | None = None) -> str:
    """A full-text query that wants every word of the text: as it stands, as a beginning, or misspelt.

    Long words may have so many letters wrong, short ones one: two cost the index twice the time. Of an index
    over several fields, only the one that is given is searched. Empty if the text has no word. It is a
    parameter of a statement and never part of one.

    >>> search_query("Díaz Li Diaz")
    '+(diaz^4 OR diaz*^2 OR diaz~1) +(li^4 OR li*^2)'
    >>> search_query("Лавров")
    '+(лавров^4 OR лавров*^2 OR лавров~1 OR lavrov^4 OR lavrov*^2 OR lavrov~1)'
    >>> search_query("푸틴")
    '+(푸틴^4 OR 푸틴*^2 OR putin^4 OR putin*^2 OR putin~1)'
    >>> search_query("To Lam")
    '(to^4 OR to*^2) +(lam^4 OR lam*^2)'
    >>> search_query("Medvedev", edits=2)
    '+(medvedev^4 OR medvedev*^2 OR medvedev~2)'
    >>> search_query("Li", field="title")
    'title:(+(li^4 OR li*^2))'
    """
    # What is written twice is wanted no more for it, and each word costs the index work.
    words = dict.fromkeys(searchable_words(text))
    query = _all_of((word, f"({_variants(word, edits)})") for word in words)
    return f"{field}:({query})" if field and query else query


def prefix_query(text: str) -> str:
    """A full-text query in which every word of the text must occur, as it stands or as a beginning.

    >>> prefix_query("Dmitry Med")
    '+dmitry* +med*'
    """
    return _all_of((word, f"{word}*") for word in searchable_words(text))


def any_query(words: Iterable[str]) -> str:
    """A full-text query for what has some of these words, which are plain, as they stand or misspelt.

    >>> any_query({"dmitri", "li"})
    '(dmitri^4 OR dmitri*^2 OR dmitri~1) OR (li^4 OR li*^2)'
    """
    known = [word for word in sorted(set(words)) if len(word) > 1 and word not in _NOT_INDEXED]
    return " OR ".join(f"({_variants(word, edits=2)})" for word in known[:_MOST_WORDS])


def _all_of(terms: Iterable[tuple[str, str]]) -> str:
    """Each of these terms is wanted, but for words that the index does not have; those help if they match."""
    pairs = tuple(terms)
    wanted = any(word not in _NOT_INDEXED for word, _ in pairs)
    return " ".join(term if wanted and word in _NOT_INDEXED else f"+{term}" for word, term in pairs)


def _variants(word: str, edits: int) -> str:
    variants = [f"{word}^4", f"{word}*^2"]
    if len(word) >= _SHORTEST_MISSPELT:
        variants.append(f"{word}~{1 if len(word) < _LONG else edits}")
    latin = "" if word.isascii() else "".join(searchable_words(anyascii(word)))
    # Two letters of Korean are five of ours.
    if latin.isascii() and len(latin) >= _SHORTEST_MISSPELT:
        variants += [_variants(latin, edits), *_names_in_two(word)]
    return " OR ".join(variants)


def _names_in_two(word: str) -> list[str]:
    """A Chinese name, which is written in one, as surname and other name.

    >>> _names_in_two("习近平"), _names_in_two("лавров")
    (['(+xi +jinping)', '(+xijin +ping)'], [])
    """
    if len(word) > _LONGEST_CHINESE_NAME or not all("\u4e00" <= letter <= "\u9fff" for letter in word):
        return []
    spoken = [anyascii(letter).casefold() for letter in word]
    return [f"(+{''.join(spoken[:cut])} +{''.join(spoken[cut:])})" for cut in range(1, len(word))]
