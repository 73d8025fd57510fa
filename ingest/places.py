"""Where a meeting was: named in its sentence, "here" by the dateline, or where the visit has taken the guest.

What a text leaves open stays open: the visit frame helps only people whose journey it tells. How a phrase
names a place is read in `place_phrases`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from ingest.entities import EntityData
from ingest.parse import Document
from ingest.people import Person
from ingest.place_phrases import FoundPlace, PlacePhrases
from ingest.triggers import NOUNS

_AT = frozenset({"in", "at"})
_TRAVEL_VERBS = frozenset(
    """
        arrive fly travel visit land come return head go tour pay stop begin start kick conclude wrap
        end
        """.split()
)
_VISITS = frozenset({"visit", "trip", "tour", "stay", "stop", "stopover", "leg"})
# What a meeting may be at; a place behind another noun says where that is ("the US role in Iraq").
_VENUES = frozenset(
    """
    palace office residence headquarters hotel centre center house home airport base villa resort town city
    capital building ministry ranch retreat venue hall academy castle club restaurant embassy ceremony forum
    event gathering visit trip stop day morning afternoon evening week weekend month stay dinner lunch summit
    face person
    """.split()
)
# "After his trip to Iran" he may be anywhere.
_NOT_DURING = frozenset("after before following since until ahead from of".split())


class Places(PlacePhrases):
    """The places of one article, fed sentence by sentence: a visit's goal is known to what follows."""

    def __init__(self, document: Document, data: EntityData) -> None:
        super().__init__(data)
        self._here = (
            self._named(document.dateline.place) if document.dateline and document.dateline.place else None
        )
        self._visits: dict[int, FoundPlace] = {}

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
