"""Names in the order of their states: "the foreign ministers of Kenya and Mali, Ann Orme and Teo Lamar", "the
Greek and Turkish premiers, Yorgos Pappas and Umut Sahin".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ingest.mentions import CountryTokens, Mention
from ingest.parse import Sentence
from ingest.titles import PLURAL_HEADS

_JOINING = frozenset({",", "and", "&", "the", "of"})
_OPENING = frozenset({",", "–", "—", "--", ":", "("})
_BETWEEN_NAMES = frozenset({",", "and", "&", "as", "well"})
# So many words before the office its states may begin.
_BEFORE = 8


def respective(
    sentence: Sentence, countries: Sequence[CountryTokens], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The same mentions; those that stand in the order of states named before them, each with its state.

    Who stands in such a list is a person, whatever the tagger says.
    """
    named = {mention.first: state for mention, state in _pairs(sentence, countries, mentions)}
    return tuple(
        replace(mention, country=mention.country or named[mention.first], strength="strong")
        if mention.first in named
        else mention
        for mention in mentions
    )


def _pairs(
    sentence: Sentence, countries: Sequence[CountryTokens], mentions: Sequence[Mention]
) -> Iterator[tuple[Mention, str]]:
    if len(countries) < 2:
        return
    at = {position: country for country in countries for position in range(country.first, country.last + 1)}
    for token in sentence.span:
        if token.lower_ not in PLURAL_HEADS:
            continue
        states, end = (
            _behind(token, sentence, at) if _has_of(token, sentence) else _before(token, sentence, at)
        )
        named = _names(end, sentence, mentions)
        if len(states) == len(named) >= 2:
            yield from zip(named, states, strict=True)


def _has_of(token: Token, sentence: Sentence) -> bool:
    return token.i + 1 < sentence.span.end and token.nbor().lower_ == "of"


def _behind(token: Token, sentence: Sentence, at: dict[int, CountryTokens]) -> tuple[list[str], int]:
    """The states of "ministers of Kenya, Mali and Niger", and where the phrase ends."""
    states, position = [], token.i + 2
    while position < sentence.span.end:
        if position in at:
            states.append(at[position].iso3)
            position = at[position].last + 1
        elif token.doc[position].lower_ in _JOINING and any(at.get(position + step) for step in (1, 2)):
            position += 1
        else:
            break
    return states, position


def _before(token: Token, sentence: Sentence, at: dict[int, CountryTokens]) -> tuple[list[str], int]:
    """The states of "the Greek and Turkish foreign ministers", and where the phrase ends."""
    states: list[str] = []
    position = token.i - 1
    while position >= max(sentence.span.start, token.i - _BEFORE):
        word = token.doc[position]
        if position in at:
            states.insert(0, at[position].iso3)
            position = at[position].first
        elif word.lower_ not in {"and", ","} and (states or word.pos_ not in {"ADJ", "NOUN", "PROPN"}):
            break
        position -= 1
    return states, token.i + 1


def _names(position: int, sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The names of the list that a comma opens here; empty where none begins at once."""
    doc, end = sentence.span.doc, sentence.span.end
    if position >= end or doc[position].text not in _OPENING:
        return []
    starts = {mention.first: mention for mention in mentions if mention.name}
    named: list[Mention] = []
    position += 1
    while position < end:
        mention = starts.get(position)
        if mention is not None:
            named.append(mention)
            position = mention.last + 1
        elif named and doc[position].lower_ in _BETWEEN_NAMES:
            position += 1
        else:
            break
    return named
