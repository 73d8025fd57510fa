"""Where a sentence names people and countries, as records over tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from ingest.entities.model import CountryMention
from ingest.parse import Sentence

Strength = Literal["strong", "known", "weak"]


@dataclass(frozen=True, slots=True)
class Title:
    """An office as the text words it. `first` and `last` are its outermost tokens in the document."""

    text: str
    head: str
    country: str | None
    former: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named or called by office; positions are token indices of the Doc.

    `first..last` is the name (or the whole office phrase where there is no name), `left..right` the phrase
    with the titles around it. `name` is empty where only the office is given.
    """

    sentence: int
    first: int
    last: int
    left: int
    right: int
    name: str
    strength: Strength
    title: Title | None = None
    country: str | None = None
    visiting: bool = False
    """ "The visiting minister": not at home where the article was filed."""

    @property
    def head(self) -> str | None:
        """The office word of its title, in lower case."""
        return self.title.head if self.title else None


@dataclass(frozen=True, slots=True)
class CountryTokens:
    """A country mention laid over tokens."""

    first: int
    last: int
    iso3: str
    via: str


KnownName = Callable[[str], bool]


def country_tokens(sentence: Sentence, countries: Sequence[CountryMention]) -> tuple[CountryTokens, ...]:
    """The article's country mentions that lie in this sentence, as token spans."""
    found = []
    for mention in countries:
        if mention.end <= sentence.start or mention.start >= sentence.end:
            continue
        inside = [
            token.i
            for token in sentence.span
            if sentence.position(token) < mention.end
            and sentence.position(token) + len(token) > mention.start
        ]
        if inside:
            found.append(CountryTokens(inside[0], inside[-1], mention.iso3, mention.via))
    return tuple(found)


def token_span(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Start and end of tokens `first..last` as positions in the article's text."""
    doc = sentence.span.doc
    begin: Token = doc[first]
    finish: Token = doc[last]
    return sentence.offset + begin.idx, sentence.offset + finish.idx + len(finish)
