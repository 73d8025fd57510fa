"""Surnames that the tagger takes for plurals, peoples or part of a town: "Cáceres was received", "In Munich
Han met". The article has given the full name, and knows them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from spacy.tokens import Token

from ingest.mentions.model import CountryTokens, Mention
from ingest.parse import Sentence

# Where a name stands as a person's does.
_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
_IN = frozenset({"in", "at", "near", "from", "to", "outside", "around"})
_OF_PLACE = frozenset({"GPE", "LOC"})
# Shorter ones are as often something else.
_SHORTEST = 3


def surnames_of(mentions: Iterable[Mention], known: Iterable[str]) -> frozenset[str]:
    """By which surnames the article may go on: of its `known` full names, and of those with a state ("Rubén
    Cáceres of Paraguay"). A name's first word is one where family names come first.
    """
    names = {*known, *(mention.name for mention in mentions if mention.country is not None)}
    pieces = (name.split() for name in names)
    ends = (word for words in pieces if len(words) > 1 for word in (words[0], words[-1]))
    return frozenset(word for word in ends if len(word) >= _SHORTEST)


def lost_surnames(
    sentence: Sentence,
    countries: Sequence[CountryTokens],
    mentions: Sequence[Mention],
    surnames: Set[str],
) -> tuple[Mention, ...]:
    """The mentions of a sentence with the `surnames` that it names and that are in none of them, in token
    order.
    """
    taken = {at for mention in mentions for at in range(mention.left, mention.right + 1)}
    taken.update(at for country in countries for at in range(country.first, country.last + 1))
    found = [
        Mention(sentence.index, token.i, token.i, token.i, token.i, token.text, "weak")
        for token in sentence.span
        if token.text in surnames and token.i not in taken and _stands_alone(token)
    ]
    return tuple(sorted([*mentions, *found], key=lambda mention: (mention.first, mention.last)))


def _stands_alone(token: Token) -> bool:
    """Whether the word is a noun in a person's place, and no part of a longer name."""
    if not token.text[0].isupper() or token.dep_ not in _PLACES or token.pos_ not in {"NOUN", "PROPN"}:
        return False
    before = token.nbor(-1) if token.i > token.sent.start else None
    after = token.nbor() if token.i + 1 < token.sent.end else None
    if after is not None and (after.text[:1].isupper() or after.text == "-"):
        return False
    if before is None or before.is_punct:
        return before is None or before.text != "-"
    if before.lower_ in _IN:
        return False
    in_place = before.ent_type_ in _OF_PLACE or (
        before.i - 1 == token.sent.start and before.nbor(-1).lower_ in _IN
    )
    return not before.text[0].isupper() or in_place or before.is_sent_start is True
