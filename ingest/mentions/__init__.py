"""Finds where a sentence names people: by name ("Foreign Minister Tansu Ciller"), or by office alone ("the
Cuban President").

The parser's entity spans lose surnames, non-English names and names glued to titles, so they are one sign
among several. A *run* of capitalised words is read from the right: what follows the last office word in it is
the name, what stands before is the title. A run is a person when an office or an honorific stands by it, when
the tagger says so, when entity data knows the full name, or when the article has made the name known
elsewhere.

A sentence goes through: `runs` finds the capitals, `titles` the office phrases around them, `named` puts both
together, and `offices` adds the offices that no name has taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.mentions.lost import lost_surnames, surnames_of
from ingest.mentions.model import (
    CountryTokens,
    KnownName,
    Mention,
    Strength,
    Title,
    country_tokens,
    token_span,
)
from ingest.mentions.named import NameReader
from ingest.mentions.offices import OfficeReader
from ingest.names import is_part_of, parts
from ingest.parse import Sentence

__all__ = [
    "CountryTokens",
    "KnownName",
    "Mention",
    "Strength",
    "Title",
    "country_tokens",
    "known_full_names",
    "lost_surnames",
    "person_mentions",
    "surname_mentions",
    "surnames_of",
    "token_span",
]


def person_mentions(
    sentence: Sentence, countries: Sequence[CountryTokens], is_known_name: KnownName
) -> tuple[Mention, ...]:
    """The people this sentence names by name or office, in token order, before the article is asked about
    surnames.
    """
    named = list(NameReader(sentence, countries, is_known_name).named())
    offices = OfficeReader(sentence, countries, is_known_name).offices(named)
    return tuple(sorted([*named, *offices], key=lambda mention: (mention.first, mention.last)))


def surname_mentions(mentions: Sequence[Mention], known: Sequence[str]) -> tuple[Mention, ...]:
    """The same mentions; weak ones are `known` where the name is part of a full name of the article."""
    return tuple(
        replace(mention, strength="known")
        if mention.strength == "weak" and any(is_part_of(mention.name, full) for full in known)
        else mention
        for mention in mentions
    )


def known_full_names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Full names that the article gives for certain; surnames elsewhere are measured against them.

    News gives a person in full once and then by surname: a name of several words of which a later one comes
    alone as well ("Chile's Maria Undurraga", "Undurraga said") is a person's, whatever the tagger says.
    """
    named = [mention for mention in mentions if mention.name]
    alone = {part for mention in named if len(part := parts(mention.name)) == 1}
    return tuple(
        dict.fromkeys(
            mention.name
            for mention in named
            if mention.strength != "weak" or any((part,) in alone for part in parts(mention.name)[1:])
        )
    )
