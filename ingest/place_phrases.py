"""The phrases of a sentence that say where something is: "Geneva", "the Kremlin", "the Cuban capital".

A place is a city where the text names one, else the country. Seats stand for their city: a meeting "at the
Kremlin" was in Moscow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.entities import EntityData
from ingest.entities.folding import entity_id
from ingest.mentions import CountryTokens
from ingest.parse import Sentence
from ingest.records import MentionSpan

_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
# Nouns whose place is the meeting's: "in the Croatian border town of Orme", "this western German spa town".
_TOWN_NOUNS = frozenset("capital city town resort port village suburb".split())
_POSSESSIVES = frozenset({"'s", "’s"})
# How many words a phrase such as "the southern Albanian rebel-held town of" has at most.
_LONGEST_PHRASE = 8
# What stands in a town that the reader is told elsewhere: "at the National Palace".
_BUILDINGS = frozenset(
    """
    palace house castle hotel villa airport hall centre center residence guesthouse building headquarters
    mansion lodge club embassy
    """.split()
)
# Those of them that bear a name of their own, which is no town's: "the Cankaya palace".
_SEATS = frozenset("palace castle house villa mansion lodge residence".split())
_NO_PLACES = frozenset({"world", "region", "country", "state", "area"})


@dataclass(slots=True, unsafe_hash=True)
class FoundPlace:
    """A place that meetings of the article were in."""

    id: str
    kind: str
    name: str
    country: str | None
    mentions: list[MentionSpan] = field(default_factory=list, compare=False)

    @property
    def is_country(self) -> bool:
        """Whether the text names no town in it."""
        return self.id == f"place:{self.country}"

    @property
    def is_building(self) -> bool:
        """Whether it is a building of which the world does not know where it stands."""
        return self.country is None and self.name.lower().rpartition(" ")[2] in _BUILDINGS


class PlacePhrases:
    """Reads the places of one article's sentences and keeps what was found."""

    def __init__(self, data: EntityData) -> None:
        self.data = data
        self.found: dict[str, FoundPlace] = {}
        self._countries: dict[int, CountryTokens] = {}
        self._sentence: Sentence | None = None

    def begin(self, sentence: Sentence, countries: Sequence[CountryTokens]) -> None:
        """Makes a sentence the current one."""
        self._sentence = sentence
        self._countries = {
            i: country for country in countries for i in range(country.first, country.last + 1)
        }

    def _place_at(self, position: int) -> FoundPlace | None:
        assert self._sentence is not None
        doc = self._sentence.span.doc
        end = self._sentence.span.end
        while position < end and (
            doc[position].pos_ == "DET"
            or doc[position].tag_ == "PRP$"
            or doc[position].lower_ in {"nearby", "central"}
        ):
            position += 1
        if position >= end:
            return None
        town = self._town_phrase(position, end)
        if town is not None:
            return town
        span = self._countries.get(position)
        if span is not None and span.via in {"name", "capital", "metonym"}:
            following = doc[span.last + 1] if span.last + 1 < end else None
            if following is not None and following.text in _POSSESSIVES:
                return self._place_at(span.last + 2)
            text = doc[span.first : span.last + 1].text
            seat = following is not None and following.lower_ in _BUILDINGS
            if span.via == "metonym" and (
                seat or not any(place.country == span.iso3 for place in self.data.places_named(text))
            ):
                return self._capital_of(span.iso3)
            return self._named(text, span.iso3, span)
        is_place = doc[position].ent_type_ in _PLACE_ENTITIES
        if doc[position].lower_ not in _NO_PLACES and (is_place or self._is_misread(position)):
            last = position
            while (
                last + 1 < end
                and doc[last + 1].ent_type_ == doc[position].ent_type_
                and doc[last + 1].ent_iob_ == "I"
            ):
                last += 1
            name = doc[position : last + 1].text
            behind = doc[last + 1].lower_ if last + 1 < end else ""
            if behind in _SEATS or (behind in _BUILDINGS and not self.data.places_named(name)):
                last += 1
                name = doc[position : last + 1].text
            if is_place or self.data.places_named(name):
                return self._named(name, None, CountryTokens(position, last, "", "name"))
        return None

    def _is_misread(self, position: int) -> bool:
        """Whether a name is that of a town, though the tagger saw none, or somebody's name: "in Izmir"."""
        assert self._sentence is not None
        doc, start = self._sentence.span.doc, self._sentence.span.start
        name = doc[position]
        own = name.pos_ == "PROPN" and (name.ent_type_, name.ent_iob_) in {("PERSON", "B"), ("", "O")}
        return own and position > start and doc[position - 1].lower_ == "in"

    def _town_phrase(self, position: int, end: int) -> FoundPlace | None:
        """ "the Cuban capital of Havana", "the Croatian border town of Orme", "this German spa town"."""
        assert self._sentence is not None
        doc = self._sentence.span.doc
        iso3: str | None = None
        for at in range(position, min(end, position + _LONGEST_PHRASE)):
            token = doc[at]
            if at in self._countries:
                iso3 = self._countries[at].iso3
            elif token.lower_ in _TOWN_NOUNS and token.pos_ == "NOUN":
                behind = at + 2 if at + 1 < end and doc[at + 1].lower_ in {"of", ","} else at + 1
                if behind < end and doc[behind].pos_ == "PROPN" and doc[behind].ent_type_ != "PERSON":
                    last = behind
                    while last + 1 < end and doc[last + 1].pos_ == "PROPN" and doc[last + 1].ent_iob_ == "I":
                        last += 1
                    # A name of one land only: Georgia's Batumi, and no town of that name elsewhere.
                    return self._named(
                        doc[behind : last + 1].text, None, CountryTokens(behind, last, "", "name")
                    )
                if iso3 is None:
                    return None
                return (
                    self._capital_of(iso3)
                    if token.lower_ == "capital"
                    else self._keep(self._whole_country(iso3), None)
                )
            elif token.pos_ not in {
                "ADJ",
                "NOUN",
                "PROPN",
                "VERB",
                "ADV",
                "NUM",
                "PUNCT",
                "PART",
            } or token.text in {",", "."}:
                return None
        return None

    def _named(
        self, name: str, iso3: str | None = None, span: CountryTokens | None = None
    ) -> FoundPlace | None:
        mention = self._mention(span) if span is not None else None
        cities = [place for place in self.data.places_named(name) if iso3 is None or place.country == iso3]
        if cities and (iso3 is None or span is None or span.via != "name" or cities[0].capital):
            city = cities[0]
            return self._keep(FoundPlace(city.id, "place", city.name, city.country), mention)
        match = self.data.country_of(name)
        if match is not None:
            return self._keep(self._whole_country(match.iso3), mention)
        if iso3 is not None and span is not None and span.via == "name":
            return self._keep(self._whole_country(iso3), mention)
        return self._keep(FoundPlace(entity_id("place", name), "place", name, None), mention)

    def _capital_of(self, iso3: str) -> FoundPlace | None:
        country = self.data.country(iso3)
        return self._named(country.capitals[0], iso3) if country is not None and country.capitals else None

    def _whole_country(self, iso3: str) -> FoundPlace:
        """A country as a place, where the text names no city in it."""
        return FoundPlace(f"place:{iso3}", "place", self._country_name(iso3), iso3)

    def _country_name(self, iso3: str) -> str:
        country = self.data.country(iso3)
        return country.name if country is not None else iso3

    def _mention(self, span: CountryTokens) -> MentionSpan | None:
        assert self._sentence is not None
        doc = self._sentence.span.doc
        if span.first >= len(doc) or span.last >= len(doc):
            return None
        start = self._sentence.offset + doc[span.first].idx
        end = self._sentence.offset + doc[span.last].idx + len(doc[span.last])
        return MentionSpan(start, end, doc[span.first : span.last + 1].text)

    def _keep(self, place: FoundPlace, mention: MentionSpan | None) -> FoundPlace:
        if mention is not None and mention not in place.mentions:
            place.mentions.append(mention)
        return place
