"""Where a meeting was: named in its sentence, "here" by the dateline, or where the visit has taken the guest.

A place is a city where the text names one, else the country. Seats stand for their city: a meeting "at the
Kremlin" was in Moscow. What a text leaves open stays open: the visit frame helps only people whose journey it
tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from ingest.entities import EntityData
from ingest.mentions import CountryTokens
from ingest.names import slug
from ingest.parse import Document, Sentence
from ingest.people import Person
from ingest.records import MentionSpan
from ingest.triggers import NOUNS

_AT = frozenset({"in", "at"})
_TRAVEL_VERBS = frozenset(
    """
        arrive fly travel visit land come return head go tour pay stop begin start kick conclude wrap
        end
        """.split()
)
_VISITS = frozenset({"visit", "trip", "tour", "stay", "stop", "stopover", "leg"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
# Nouns whose place is the meeting's: "in the Croatian border town of Orme", "this western German spa town".
_TOWN_NOUNS = frozenset("capital city town resort port village suburb".split())
# What a meeting may be at; a place behind another noun says where that is ("the US role in Iraq").
_VENUES = frozenset(
    """
    palace office residence headquarters hotel centre center house home airport base villa resort town city
    capital building ministry ranch retreat venue hall academy castle club restaurant embassy ceremony forum
    event gathering visit trip stop day morning afternoon evening week weekend month stay dinner lunch summit face person
    """.split()
)
# "After his trip to Iran" he may be anywhere.
_NOT_DURING = frozenset("after before following since until ahead from of".split())
_POSSESSIVES = frozenset({"'s", "’s"})
# How many words a phrase such as "the southern Albanian rebel-held town of" has at most.
_LONGEST_PHRASE = 8
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
        place = (
            self._where_it_was(trigger)
            or self._in_clause(trigger)
            or self._here_said(trigger)
            or self._goal_around(trigger, together)
            or self._on_visit(together)
            or self._of_the_host(together)
        )
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

    def _goal_around(self, trigger: Token, people: Iterable[Person]) -> FoundPlace | None:
        """ "Lamar will visit Japan and hold talks with …", "Solen, on her first trip to Iran, met …"."""
        homes = {person.country for person in people if person.country is not None}
        clause, above = _clause(trigger), {token.i for token in trigger.ancestors}
        for journey, place in self._goals():
            between = {token.lower_ for token in _up_to(journey, clause)}
            if journey.i == trigger.i or between & _NOT_DURING or journey.dep_ == "acl":
                continue
            is_host = place.country in homes and len(homes) > 1
            if is_host or journey.i in above or clause in journey.ancestors:
                return place
        return None

    def _of_the_host(self, people: Iterable[Person]) -> FoundPlace | None:
        """Where "visiting Kenyan Premier Lamar" met a Norwegian: in Norway."""
        assert self._sentence is not None
        homes = {person.country for person in people if person.country is not None}
        for token in self._sentence.span:
            if token.lower_ == "visiting":
                visitors = {
                    self._countries[at].iso3
                    for at in range(token.i + 1, token.i + 4)
                    if at in self._countries
                }
                hosts = homes - visitors
                if visitors & homes and len(hosts) == 1:
                    return self._keep(self._whole_country(*hosts), None)
        return None

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

    def _where_it_was(self, trigger: Token) -> FoundPlace | None:
        """ "left for Thimphu, where she will meet …": the place of which the clause speaks."""
        for clause in (trigger, *trigger.ancestors):
            if clause.dep_ == "relcl":
                if not any(child.lower_ == "where" for child in clause.children):
                    return None
                place = clause.head.i
                span = self._countries.get(place)
                while span is None and place > clause.sent.start and clause.doc[place].ent_iob_ == "I":
                    place -= 1
                return self._place_at(span.first if span is not None else place)
        return None

    def _in_clause(self, trigger: Token) -> FoundPlace | None:
        """ "met in Geneva", "at their Geneva meeting": the nearest place behind the word, else before it."""
        sentence = trigger.sent
        candidates = []
        for token in sentence:
            if token.lower_ in _AT and token.i + 1 < sentence.end:
                place = self._place_at(token.i + 1)
                if place is not None and _says_where(token) and _same_clause(token, trigger):
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
            if span.via == "metonym" and not any(
                place.country == span.iso3 for place in self.data.places_named(text)
            ):
                return self._capital_of(span.iso3)
            return self._named(text, span.iso3, span)
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

    def _here_said(self, trigger: Token) -> FoundPlace | None:
        said = any(token.lower_ == "here" and _same_clause(token, trigger) for token in trigger.sent)
        return self._here if said else None

    def _on_visit(self, people: Iterable[Person]) -> FoundPlace | None:
        for person in people:
            if person.key in self._visits:
                return self._visits[person.key]
        return None

    def _goal(self) -> FoundPlace | None:
        return next((place for _, place in self._goals()), None)

    def _goals(self) -> Iterator[tuple[Token, FoundPlace]]:
        """Journeys with where they go: "arrived in Ankara", "on a visit to Russia", "flew to Doha"."""
        assert self._sentence is not None
        for token in self._sentence.span:
            if (token.pos_ == "VERB" and token.lemma_ in _TRAVEL_VERBS) or (
                token.lemma_ in _VISITS and token.pos_ == "NOUN"
            ):
                for child in token.children:
                    place = None
                    if child.dep_ == "prep" and child.lower_ in {"to", "in", "at"}:
                        place = self._place_at(child.i + 1)
                    elif child.dep_ == "dobj" and token.lemma_ == "visit":
                        place = self._place_at(child.left_edge.i)
                    if place is not None:
                        yield token, place
                        break

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


def _says_where(preposition: Token) -> bool:
    """Whether a place behind the preposition can be the meeting's, and not that of a thing spoken of."""
    head = preposition.head
    return head.pos_ != "NOUN" or head.lemma_.lower() in _VENUES or head.lemma_.lower() in NOUNS


def _up_to(token: Token, top: Token) -> Iterator[Token]:
    for above in token.ancestors:
        if above == top:
            return
        yield above


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
