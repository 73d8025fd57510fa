"""Runs of capitals: the stretches of a sentence that could be one name with its titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span

from ingest.mentions.model import CountryTokens, KnownName
from ingest.names import INITIAL, PARTICLES, REGNAL
from ingest.parse import Sentence
from ingest.titles import (
    ABBREVIATED,
    HEADS,
    HONORIFICS,
    PLURAL_HEADS,
)

# "Maria do Céu d'Alva": a particle that has grown together with its name.
_ELIDED = re.compile(r"^[dl]['’][^\W\d_a-z]")


class RunReader:
    """Reads runs of capitals in one sentence; token positions are relative to its Doc."""

    def __init__(
        self, sentence: Sentence, countries: Sequence[CountryTokens], is_known_name: KnownName
    ) -> None:
        self.sentence = sentence
        self.doc = sentence.span.doc
        self.start, self.end = sentence.span.start, sentence.span.end
        self.country_at: dict[int, CountryTokens] = {
            position: country for country in countries for position in range(country.first, country.last + 1)
        }
        self.person_at: dict[int, Span] = {}
        for entity in sentence.span.ents:
            if entity.label_ == "PERSON" and not _is_office(entity):
                self.person_at.update((position, entity) for position in range(entity.start, entity.end))
        self.is_known_name = is_known_name

    def runs(self) -> Iterator[tuple[int, int]]:
        """Maximal runs of words that could be one name with its titles: (first, last) token positions."""
        position = self.start
        while position < self.end:
            if not self._starts_run(position):
                position += 1
                continue
            last = position
            while (following := self._continues(last)) is not None:
                last = following
            yield position, last
            position = last + 1

    def _starts_run(self, position: int) -> bool:
        return self._capital(position) or (
            self.doc[position].lower_ in PARTICLES
            and position + 2 < self.end
            and self.doc[position + 1].text == "-"
            and not self.doc[position].whitespace_
            and self._capital(position + 2)
        )

    def _capital(self, position: int) -> bool:
        token = self.doc[position]
        if not (token.text[0].isupper() or _ELIDED.match(token.text)) or not any(
            map(str.isalpha, token.text)
        ):
            return False
        country = self.country_at.get(position)
        if country is not None and not self._inside_longer_person(position, country):
            return False
        adverb = token.tag_ == "RB" and token.text.endswith("ly")
        if position == self.start and (token.tag_ == "VBG" or adverb):
            return False  # "Questioning Netanyahu's lead", "Mainly Christian Ethiopia"
        if (
            token.lower_ in HEADS
            or token.lower_ in HONORIFICS
            or token.lower_ in PLURAL_HEADS
            or position in self.person_at
        ):
            return True
        if token.is_stop or token.pos_ in ("PRON", "DET", "ADP", "SCONJ", "CCONJ", "AUX", "INTJ"):
            return False
        if position == self.start or self.doc[position - 1].text in {'"', "“", "”", "''", "``", ":", "'"}:
            # "Deshpande flew on": a subject without an article, though tagged as a common noun.
            bare = token.tag_ == "NN" and token.dep_ in {"nsubj", "nsubjpass"} and token.n_lefts == 0
            return token.pos_ == "PROPN" or bare or self._capital_follows(position)
        return token.ent_type_ not in ("DATE", "TIME")

    def _capital_follows(self, position: int) -> bool:
        following = position + 1
        return (
            following < self.end
            and self.doc[following].text[0].isupper()
            and self.doc[following].pos_ == "PROPN"
        )

    def _inside_longer_person(self, position: int, country: CountryTokens) -> bool:
        """ "Chad Brown", "Jordan Bardella": the tagger's person reaches further than the country word."""
        person = self.person_at.get(position)
        if person is None or country.first != country.last:
            return False
        if country.via == "capital":
            return person.start < country.first  # "Adalberto Monteiro Lima"
        if country.via != "name":
            return False
        if country.first > self.start and self.doc[country.first - 1].pos_ == "ADP":
            return False  # "ambassador to Zimbabwe Shaharuddin Som"
        return (
            person.start <= country.first and country.last < person.end - 1
        ) or person.start < country.first

    def _continues(self, last: int) -> int | None:
        following = last + 1
        if following >= self.end:
            return None
        token = self.doc[following]
        glued = not self.doc[last].whitespace_
        if (
            token.text in {"-", "–", "'", "’"}
            and glued
            and not token.whitespace_
            and following + 1 < self.end
        ):
            # "Teng-hui", "Dlamini-Zuma", "Secretary-General"
            return following + 1 if self.doc[following + 1].text[:1].isalpha() else None
        if self._capital(following):
            return following
        if REGNAL.match(token.text) or INITIAL.match(token.text):
            return following
        if token.lower_ in PARTICLES and token.lower_ not in {"y", "e", "as", "an", "st"}:
            beyond = following + 1
            while beyond < self.end and (
                self.doc[beyond].text == "-" or self.doc[beyond].lower_ in PARTICLES
            ):
                beyond += 1
            if beyond < self.end and self._capital(beyond) and self.doc[beyond].lower_ not in HEADS:
                return beyond
        if self._is_small_part(following):
            return following + 1
        if token.lower_ in {"y", "e"} and following + 1 < self.end and self._capital(following + 1):
            return following + 1
        return None

    def _is_small_part(self, position: int) -> bool:
        """ "Daniel arap Moi": a word in small letters inside what the tagger takes for one person."""
        token, person = self.doc[position], self.person_at.get(position)
        return (
            person is not None
            and person.start < position < person.end - 1
            and token.text.isalpha()
            and token.pos_ in {"NOUN", "PROPN", "ADJ", "X"}
            and not {token.lower_, self.doc[position + 1].lower_} & HEADS
            and token.lower_ not in PLURAL_HEADS
            and self._capital(position + 1)
        )

    def _is_head(self, position: int) -> bool:
        word = self.doc[position].lower_
        if word in PLURAL_HEADS and self.doc[position].text[0].isupper():
            return True  # "Senators Levin and Biden"
        return word in HEADS or word in HONORIFICS or word in ABBREVIATED


def _is_office(entity: Span) -> bool:
    """ "Vanuatu Minister for Trade", which the tagger takes for a person: an office and its department."""
    words = [token.lower_ for token in entity]
    return any(one in HEADS and two in {"of", "for"} for one, two in pairwise(words))
