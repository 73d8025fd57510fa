"""Where a meeting was: named in its sentence, "here" by the dateline, or where the visit has taken the guest.

A place is a city where the text names one, else the country. Seats stand for their city: a meeting "at the
Kremlin" was in Moscow. What a text leaves open stays open: the visit frame helps only people whose journey it
tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from ingest.entities import EntityData
from ingest.mentions import CountryTokens
from ingest.names import slug
from ingest.parse import Document, Sentence
from ingest.people import Person
from ingest.records import MentionSpan

_AT = frozenset({"in", "at"})
_TRAVEL_VERBS = frozenset(
    """
        arrive fly travel visit land come return head go tour pay stop begin start kick conclude wrap
        end
        """.split()
)
_VISITS = frozenset({"visit", "trip", "tour", "stay", "stop", "stopover", "leg"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACES = frozenset({"world", "region", "country", "state", "area"})


@dataclass(slots=True)
class FoundPlace:
    """A place that meetings of the article were in."""

    id: str
    kind: str
    name: str
    country: str | None
    mentions: list[MentionSpan] = field(default_factory=list)


class Places:
    """The places of one article, fed sentence by sentence: a visit's goal is known to what follows."""

    def __init__(self, document: Document, data: EntityData) -> None:
        self.data = data
        self.found: dict[str, FoundPlace] = {}
        self._here = (
            self._named(document.dateline.place) if document.dateline and document.dateline.place else None
        )
        self._visits: dict[int, FoundPlace] = {}
        self._countries: dict[int, CountryTokens] = {}
        self._sentence: Sentence | None = None

    def enter(self, sentence: Sentence, countries: Sequence[CountryTokens]) -> None:
        """Makes a sentence the current one."""
        self._sentence = sentence
        self._countries = {
            i: country for country in countries for i in range(country.first, country.last + 1)
        }

    def of(self, trigger: Token, people: Iterable[Person], *, held: bool) -> str | None:
        """The id of the place of the trigger's meeting, or None."""
        together = tuple(people)
        place = self._in_clause(trigger) or self._here_said(trigger) or self._on_visit(together)
        if held and place is None:
            place = self._filed_at_home_of(together)
        if place is None:
            return None
        place = self._as_city(place)
        self.found.setdefault(place.id, place)
        return place.id

    def _filed_at_home_of(self, people: Iterable[Person]) -> FoundPlace | None:
        """The dateline's city, when a foreigner met someone of that country: the report was filed where they
        met.
        """
        here = self._here
        countries = {person.country for person in people if person.country is not None}
        return here if here is not None and here.country in countries and len(countries) > 1 else None

    def _as_city(self, place: FoundPlace) -> FoundPlace:
        """A visit "to Russia" reported from Moscow is a visit to Moscow."""
        here = self._here
        whole = place.country is not None and place.id == f"place:{place.country}"
        if whole and here is not None and here.country == place.country and here.id != place.id:
            return here
        return place

    def leave(self, travellers: Sequence[Person]) -> None:
        """Learns from the sentence just read where its subjects have gone."""
        if self._sentence is None or not travellers:
            return
        goal = self._goal()
        if goal is not None:
            for person in travellers[:1]:
                self._visits[person.key] = goal

    def _in_clause(self, trigger: Token) -> FoundPlace | None:
        """ "met in Geneva", "at their Geneva meeting": the nearest place behind the word, else before it."""
        sentence = trigger.sent
        candidates = []
        for token in sentence:
            if token.lower_ in _AT and token.i + 1 < sentence.end:
                place = self._place_at(token.i + 1)
                if place is not None and _same_clause(token, trigger):
                    candidates.append((token.i < trigger.i, abs(token.i - trigger.i), place))
        if candidates:
            return min(candidates, key=lambda candidate: candidate[:2])[2]
        for child in trigger.children:
            if (
                child.dep_ in {"compound", "nmod", "amod"}
                and child.ent_type_ == "GPE"
                and child.i not in self._countries
            ):
                return self._place_at(child.i)
        return None

    def _place_at(self, position: int) -> FoundPlace | None:
        assert self._sentence is not None
        doc = self._sentence.span.doc
        end = self._sentence.span.end
        while position < end and (
            doc[position].pos_ == "DET" or doc[position].lower_ in {"nearby", "central"}
        ):
            position += 1
        if position >= end:
            return None
        span = self._countries.get(position)
        if span is not None and span.via in {"name", "capital", "metonym"}:
            following = doc[span.last + 1] if span.last + 1 < end else None
            if following is not None and following.text in {"'s", "’s"}:
                return self._place_at(span.last + 2)
            text = doc[span.first : span.last + 1].text
            return (
                self._capital_of(span.iso3) if span.via == "metonym" else self._named(text, span.iso3, span)
            )
        if doc[position].lower_ not in _NO_PLACES and doc[position].ent_type_ in _PLACE_ENTITIES:
            last = position
            while (
                last + 1 < end
                and doc[last + 1].ent_type_ == doc[position].ent_type_
                and doc[last + 1].ent_iob_ == "I"
            ):
                last += 1
            return self._named(doc[position : last + 1].text, None, CountryTokens(position, last, "", "name"))
        return None

    def _here_said(self, trigger: Token) -> FoundPlace | None:
        said = any(token.lower_ == "here" and _same_clause(token, trigger) for token in trigger.sent)
        return self._here if said else None

    def _on_visit(self, people: Iterable[Person]) -> FoundPlace | None:
        for person in people:
            if person.key in self._visits:
                return self._visits[person.key]
        return None

    def _goal(self) -> FoundPlace | None:
        """ "arrived in Ankara", "on a visit to Russia", "flew to Doha"."""
        assert self._sentence is not None
        for token in self._sentence.span:
            if (token.pos_ == "VERB" and token.lemma_ in _TRAVEL_VERBS) or (
                token.lemma_ in _VISITS and token.pos_ == "NOUN"
            ):
                for child in token.children:
                    if child.dep_ == "prep" and child.lower_ in {"to", "in", "at"}:
                        place = self._place_at(child.i + 1)
                        if place is not None:
                            return place
                    if (
                        child.dep_ == "dobj"
                        and token.lemma_ == "visit"
                        and (place := self._place_at(child.left_edge.i))
                    ):
                        return place
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
        return self._keep(FoundPlace(f"place:xx:{slug(name)}", "place", name, None), mention)

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


def _same_clause(token: Token, trigger: Token) -> bool:
    """Whether a word stands in the trigger's clause: no finite verb with a subject of its own between their
    heads.
    """
    return _clause(token) == _clause(trigger) or trigger in token.ancestors or token.head in trigger.ancestors


def _clause(token: Token) -> Token:
    while token.head.i != token.i and not (
        token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ROOT", "ccomp", "advcl", "relcl", "conj"}
    ):
        token = token.head
    return token
