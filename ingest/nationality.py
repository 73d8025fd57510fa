"""Which state a person speaks for, where the title before the name does not say it.

"Foreign Minister Torstein Bakke" is somebody's foreign minister, and a reader knows whose: the minister
stands in a list behind "Norwegian President …", received somebody "in Oslo", or the whole article is about
Norway and filed from there. Each way is a guess of its own strength, tried from the surest to the weakest;
what none of them settles stays open. Only people with an office of a state are given one in this way: a
striker or a banker may come from anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.entities import EntityData
from ingest.mentions import CountryTokens, Mention, token_span
from ingest.offices import state_named
from ingest.parse import Document, Sentence
from ingest.parties import Parties
from ingest.party_names import joined, party_in
from ingest.people import People, Person
from ingest.states import CountrySpan
from ingest.title_phrases import PersonSpan, TitlePhrase, names_office
from ingest.title_phrases import Sentence as TitledSentence
from ingest.titles import HONORIFICS, OFFICE_HEADS, OTHER_HEADS

# An article is at home in a state that it names so often, and as often as all others together.
_LEAST_VOTES = 4
_HALF = 0.5
# Where another state is named as often, home is where the report was filed from, if it is named too and has
# so large a part in it.
_TOLD_AT_HOME = 2
_QUARTER = 0.25
# The place that a report was filed from says as much as so many mentions of its state.
_DATELINE_VOTES = 4
# A smaller town may be any of several of that name.
_TOWN = 100_000

_EQUALS = frozenset({"counterpart", "colleague", "peer"})
# So many words of a name's phrase are read for the nation: "North Korean army defector".
_CALLED_WITHIN = 3

_RULING = frozenset({"rule", "govern", "lead"})
_JOINING = frozenset(", and & ; as well along together with his her the both".split())
_IN = frozenset({"in", "at"})
_HOSTED = frozenset({"by", "with"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_LOCAL = frozenset({"mayor", "governor", "councillor", "councilor"})
# Heads of an office of a state; envoys are abroad more often than at home.
_OFFICIALS = (
    OFFICE_HEADS
    | frozenset(
        """
        senator congressman congresswoman lawmaker legislator spokesman spokeswoman spokesperson general
        admiral justice
        """.split()
    )
) - HONORIFICS
# Offices that one state alone calls so; the Holy See's Secretary of State is named with it.
_ONLY_IN = {
    "secretary of state": "USA",
    "treasury secretary": "USA",
    "secretary of the treasury": "USA",
    "state councilor": "CHN",
    "state councillor": "CHN",
    "external affairs minister": "IND",
    "chancellor of the exchequer": "GBR",
    "taoiseach": "IRL",
    "tanaiste": "IRL",
}
_ABROAD = frozenset({"ambassador", "envoy", "representative", "mediator", "negotiator"})


def beside(
    sentence: Sentence,
    mentions: Sequence[Mention],
    states: Sequence[CountrySpan],
    parties: Parties,
    data: EntityData,
) -> tuple[Mention, ...]:
    """The same mentions, each with the state that the title phrases around its name mean.

    "Teo Lamar, deputy secretary of the Norwegian Security Council", "Secretary-General of the Labour Party of
    Kenya Teo Lamar", "the mayor of Shanghai, Teo Lamar".
    """
    if not states and not names_office(sentence.span):
        return tuple(mentions)
    return tuple(
        mention
        if not mention.name or mention.country is not None
        else replace(mention, country=_beside(sentence, mention, mentions, states, parties, data))
        for mention in mentions
    )


def _beside(
    sentence: Sentence,
    mention: Mention,
    mentions: Sequence[Mention],
    states: Sequence[CountrySpan],
    parties: Parties,
    data: EntityData,
) -> str | None:
    told = (
        _in_brackets(sentence, mention, states)
        or _ruled(sentence, mention, states)
        or _called(sentence, mention, states, data)
    )
    if told is not None:
        return told
    # "Sudan's army chief, General Teo Lamar": the rank goes with the name, the office stands before both.
    for first in dict.fromkeys((mention.first, min(mention.left, mention.first))):
        people = [
            PersonSpan(
                *token_span(sentence, first if other is mention else other.first, other.last),
                "this" if other is mention else str(number),
            )
            for number, other in enumerate(mentions)
            if other.name
        ]
        laid = TitledSentence(sentence.span, sentence.offset, people, states)
        for phrase in laid.phrases():
            if phrase.entity != "this":
                continue
            party = party_in(phrase, laid, parties.is_party)
            country = (
                state_named(phrase, laid)
                or (parties.country_of(party[0]) if party is not None else None)
                or (_state_of_town(phrase, data) if phrase.head_word in _LOCAL else None)
            )
            if country is not None:
                return country
    return None


def _in_brackets(sentence: Sentence, mention: Mention, states: Sequence[CountrySpan]) -> str | None:
    """ "Alan Orme (US) and Hervé Lund (France)"."""
    doc, bracket = sentence.span.doc, mention.last + 1
    if bracket + 2 >= sentence.span.end or doc[bracket].text != "(":
        return None
    start = sentence.position(doc[bracket]) + 1
    for state in states:
        closing = state.end_char - sentence.offset
        if state.start_char == start and doc.text[closing : closing + 1] == ")":
            return state.iso3
    return None


def _ruled(sentence: Sentence, mention: Mention, states: Sequence[CountrySpan]) -> str | None:
    """ "Teo Lamar, who has ruled Kenya since 1990"."""
    doc, at = sentence.span.doc, max(mention.last, mention.right) + 1
    following = doc[at : min(at + _CALLED_WITHIN + 4, sentence.span.end)]
    if [token.lower_ for token in following[:2]] != [",", "who"]:
        return None
    verb = next((token for token in following if token.lemma_.lower() in _RULING), None)
    if verb is None or verb.i + 1 >= sentence.span.end:
        return None
    start = sentence.position(doc[verb.i + (2 if verb.nbor().lower_ == "the" else 1)])
    return next((state.iso3 for state in states if state.start_char == start), None)


def _called(
    sentence: Sentence, mention: Mention, states: Sequence[CountrySpan], data: EntityData
) -> str | None:
    """ "Colombian José Arango", "the North Korean defector Hwang Chol-su": what they are called by nation.

    Only in the phrase of the name, which has no office (offices are read with their phrases), or before the
    comma of "his Kenyan counterpart, General Lamar".
    """
    doc, at = sentence.span.doc, min(mention.left, mention.first) - 1
    if at - 1 > sentence.span.start and doc[at].text == "," and doc[at - 1].lower_ in _EQUALS:
        at -= 1
    for _ in range(_CALLED_WITHIN):
        if at < sentence.span.start or doc[at].pos_ not in {"ADJ", "NOUN", "PROPN"} or doc[at].is_punct:
            return None
        start = sentence.position(doc[at])
        for state in states:
            if state.start_char <= start < state.end_char:
                country = data.country(state.iso3)
                called = (*country.adjectives, *country.demonyms) if country is not None else ()
                return state.iso3 if any(word.endswith(doc[at].text) for word in called) else None
        at -= 1
    return None


def _state_of_town(phrase: TitlePhrase, data: EntityData) -> str | None:
    """Where a mayor's or governor's town lies, if it is a large one."""
    for part in (*phrase.complements, phrase.head):
        name = joined([token for token in part.tokens if token.text[0].isupper() and token.pos_ == "PROPN"])
        name = name.removesuffix(part.tokens[-1].text).strip() if part is phrase.head else name
        places = data.places_named(name) if name else ()
        if places and places[0].population > _TOWN:
            return places[0].country
    return None


class Nationality:
    """Reads one article for whose officials its people are."""

    def __init__(
        self,
        document: Document,
        spans: Sequence[Sequence[CountryTokens]],
        mentions: Sequence[Sequence[Mention]],
        people: People,
        data: EntityData,
    ) -> None:
        self._document = document
        self._spans = {s.index: span for s, span in zip(document.sentences, spans, strict=True)}
        self._mentions = {s.index: found for s, found in zip(document.sentences, mentions, strict=True)}
        self._sentences = {sentence.index: sentence for sentence in document.sentences}
        self._people = people
        self._data = data
        self._guessed: set[int] = set()

    def settle(self) -> None:
        """Gives a state to officials whose titles name none."""
        for way in (self._by_office, self._owner, self._neighbour, self._where):
            for person, mention in self._open():
                self._give(person, way(mention))
        home = self._home()
        for person, mention in self._open():
            if mention.head not in _ABROAD:
                self._give(person, home)
                person.country_is_guessed = person.country is not None

    def _open(self) -> list[tuple[Person, Mention]]:
        """Officials without a state, each with the first mention that gives an office."""
        return [
            (person, next(mention for mention in person.mentions if mention.head in _OFFICIALS))
            for person in self._people.persons
            if person.country is None and any(mention.head in _OFFICIALS for mention in person.mentions)
        ]

    def _give(self, person: Person, country: str | None) -> None:
        if country is not None and not self._is_taken(person, country):
            person.country = country
            self._guessed.add(person.key)

    def _is_taken(self, person: Person, country: str) -> bool:
        """Whether the text gives the office in that state to somebody else: no state has two presidents."""
        offices = {title.text.lower() for title in person.titles if title.head not in OTHER_HEADS}
        return any(
            other.country == country
            and other.key not in self._guessed
            and any(title.text.lower() in offices for title in other.titles)
            for other in self._people.persons
        )

    def _by_office(self, mention: Mention) -> str | None:
        """ "Assistant Secretary of State Ann Orme": one state alone calls an office so."""
        office = mention.title.text.lower() if mention.title is not None else ""
        if "secretary of state for" in office and "assistant" not in office:
            return None  # as in London
        return next((state for words, state in _ONLY_IN.items() if words in office), None)

    def _owner(self, mention: Mention) -> str | None:
        """ "Solen's spokesman Teo Lamar" speaks for Solen's state."""
        doc = self._sentences[mention.sentence].span.doc
        left = min(mention.left, mention.first)
        if left < 2 or doc[left - 1].text not in _POSSESSIVES:
            return None
        for other in self._mentions[mention.sentence]:
            if other.last == left - 2:
                owner = self._people.person_of(other)
                return owner.country if owner is not None else None
        return None

    def _neighbour(self, mention: Mention) -> str | None:
        """ "Norwegian President Anna Solen and Foreign Minister Teo Lamar": the state is named once."""
        before = [
            m
            for m in self._mentions[mention.sentence]
            if m.last < min(mention.left, mention.first) and m.name
        ]
        if not before:
            return None
        other = before[-1]
        doc = self._sentences[mention.sentence].span.doc
        between = doc[max(other.right, other.last) + 1 : min(mention.left, mention.first)]
        if not len(between) or any(token.lower_ not in _JOINING for token in between):
            return None
        neighbour = self._people.person_of(other)
        if (
            neighbour is None
            or other.title is None
            or mention.title is None
            or other.title.text == mention.title.text
        ):
            return None
        return neighbour.country

    def _where(self, mention: Mention) -> str | None:
        """ "was received in Oslo by Foreign Minister Teo Lamar": who receives somewhere is at home there.

        So is the minister of whom "In Oslo, …" tells, unless it is an envoy.
        """
        sentence = self._sentences[mention.sentence]
        doc, left = sentence.span.doc, min(mention.left, mention.first)
        places = dict(self._places(sentence))
        opening = sentence.span.start
        if doc[opening].text == "In" and opening + 1 in places and mention.head not in _ABROAD:
            return places[opening + 1]
        before = left - 1
        while before > sentence.span.start and doc[before].pos_ in {"DET", "PRON"}:
            before -= 1
        if doc[before].lower_ not in _HOSTED:
            return None
        for at in range(before - 1, max(sentence.span.start, before - 4), -1):
            if at in places and doc[at - 1].lower_ in _IN:
                return places[at]
        return None

    def _places(self, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Where a sentence names a state or a large town, and in which state it lies."""
        taken: set[int] = set()
        for span in self._spans[sentence.index]:
            taken.update(range(span.first, span.last + 1))
            if span.via in {"name", "capital", "metonym"}:
                yield span.first, span.iso3
        for entity in sentence.span.ents:
            if entity.label_ in {"GPE", "LOC", "FAC"} and not taken & set(range(entity.start, entity.end)):
                places = self._data.places_named(entity.text)
                if places and places[0].country and places[0].population > _TOWN:
                    yield entity.start, places[0].country

    def _home(self) -> str | None:
        """The state of which the article speaks most, beside what it says of people's offices."""
        votes: Counter[str] = Counter()
        filed: str | None = None
        dateline = self._document.dateline
        if dateline is not None and dateline.place:
            places = self._data.places_named(dateline.place)
            match = self._data.country_of(dateline.place)
            country = match.iso3 if match else places[0].country if places else None
            if country:
                filed = country
                votes[country] += _DATELINE_VOTES
        for sentence in self._document.sentences:
            titled = {
                at
                for mention in self._mentions[sentence.index]
                for at in range(min(mention.left, mention.first), max(mention.right, mention.last) + 1)
            }
            for span in self._spans[sentence.index]:
                if span.first not in titled:
                    votes[span.iso3] += 1
            for at, country in self._places(sentence):
                if all(not span.first <= at <= span.last for span in self._spans[sentence.index]):
                    votes[country] += 1
        if not votes:
            return None
        home, most = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        if most >= _LEAST_VOTES and most >= _HALF * votes.total():
            return home
        if filed is None or votes[filed] - _DATELINE_VOTES < _TOLD_AT_HOME:
            return None
        return filed if votes[filed] >= _QUARTER * votes.total() else None
