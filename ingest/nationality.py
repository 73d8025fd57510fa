"""Which state a person speaks for, where nothing beside the name says it.

"Foreign Minister Torstein Bakke" is somebody's foreign minister, and a reader knows whose: the minister
stands in a list behind "Norwegian President …", is her minister or in her company, led the Norwegian
delegation, received somebody "in Oslo", or the whole article is about Norway and filed from there. Each way
is a guess of its own strength, tried from the surest to the weakest; what none of them settles stays open.
Only people with an office of a state are given one from what the article is about: a striker or a banker may
come from anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from spacy.tokens import Doc, Token

from ingest.entities import EntityData
from ingest.likely_states import Named, likely_state
from ingest.mentions import CountryTokens, Mention
from ingest.parse import Document, Sentence
from ingest.people import People, Person
from ingest.time_attachment import VISITS
from ingest.titles import (
    EQUALS,
    FAMILY_HEADS,
    HONORIFICS,
    NOT_MODIFIERS,
    OFFICE_HEADS,
    OTHER_HEADS,
    POSSESSIVES,
    ROYAL_HEADS,
)

# A smaller town may be any of several of that name.
_TOWN = 100_000

_JOINING = frozenset(", and & ; as well along together with his her the both".split())
_IN = frozenset({"in", "at"})
_HOSTED = frozenset({"by", "with"})
_OF_SOMEBODY = frozenset({"his", "her"})
_OF_SOMETHING = frozenset({"its", "their"})
# Heads of an office of a state; envoys are abroad more often than at home.
_OFFICIALS = (
    OFFICE_HEADS
    | frozenset(
        """
        senator congressman congresswoman lawmaker legislator deputy member spokesman spokeswoman
        spokesperson general gen. admiral colonel col. brigadier justice judge prosecutor
        """.split()
    )
) - (HONORIFICS - {"gen.", "col."}) | {"gov.", "sen.", "rep."}
# Whoever is somebody's in one of these is of his state.
_OF_ONE_STATE = _OFFICIALS | FAMILY_HEADS | frozenset({"aide", "predecessor", "successor"})
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
_ABROAD = frozenset({"ambassador", "envoy", "representative", "mediator", "negotiator", "nuncio", "consul"})
_LOCAL = frozenset({"mayor", "governor"})
# Clerics, rulers by style, and mayors, of whom the sister city has one too.
_ANYWHERE = frozenset("cardinal archbishop bishop patriarch pope sheikh sultan prince mayor".split())
# Words of what belongs to no state, or is in another one.
_OF_MANY_STATES = frozenset("international european world embassy consulate consul mission".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})

_HEADS_OF_STATE = ROYAL_HEADS | {"president", "premier", "chancellor"}
_DELEGATIONS = frozenset("delegation side team mission contingent".split())
_LEADING = frozenset({"lead", "head", "chair"})
_INCLUDING = frozenset({"include", "comprise"})
_GOING = frozenset("to in with at for".split())
# How one goes somewhere, and by which words home.
_TRAVELLING = frozenset("arrive fly travel land come go leave depart head proceed journey drive tour".split())
_INTO = frozenset({"to", "in", "into", "for"})
_HOME = frozenset({"return", "back", "home"})
# So many words back the delegation is looked for that somebody leads.
_PHRASE = 14


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
        self._places_of: dict[int, dict[int, str]] = {}

    def settle(self) -> None:
        """Gives a state to officials whose titles name none."""
        for person in self._people.persons:
            if person.country is None:
                self._give(person, self._delegation(person.mentions[0]))
        for way in (self._by_office, self._owner, self._neighbour, self._where):
            for person, mention in self._open(_OFFICIALS):
                self._give(person, way(mention))
        for way in (self._owner, self._pronoun, self._company, self._within_office):
            for person, mention in self._open(_OF_ONE_STATE):
                self._guess(person, way(mention))
        for person, mention in self._open(_OFFICIALS):
            if not self._is_elsewhere(mention):
                self._guess(person, self._likely(person, mention))
        for way in (self._owner, self._pronoun):
            for person, mention in self._open(_OF_ONE_STATE):
                self._guess(person, way(mention))

    def _open(self, heads: frozenset[str]) -> list[tuple[Person, Mention]]:
        """People without a state, each with the first mention that gives an office of these."""
        return [
            (person, next(mention for mention in person.mentions if mention.head in heads))
            for person in self._people.persons
            if person.country is None and any(mention.head in heads for mention in person.mentions)
        ]

    def _give(self, person: Person, country: str | None) -> None:
        if country is not None and not self._is_taken(person, country):
            person.country = country
            self._guessed.add(person.key)

    def _guess(self, person: Person, country: str | None) -> None:
        self._give(person, country)
        person.country_is_guessed = person.country is not None

    def _is_taken(self, person: Person, country: str) -> bool:
        """Whether the text gives the office in that state to somebody else: no state has two presidents."""
        offices = {title.text.lower() for title in person.titles if title.head not in OTHER_HEADS}
        return any(
            other.country == country
            and (other.key not in self._guessed or other.country_is_guessed)
            and any(title.text.lower() in offices for title in other.titles)
            for other in self._people.persons
        )

    def _by_office(self, mention: Mention) -> str | None:
        """ "Assistant Secretary of State Ann Orme": one state alone calls an office so."""
        office = mention.title.text.lower() if mention.title is not None else ""
        if mention.head in {"pope", "pontiff"}:
            return "VAT"
        if "secretary of state for" in office and "assistant" not in office:
            return None  # as in London
        if "secretary of state" in office and "USA" not in self._states:
            return None  # as deputy ministers in Warsaw are called
        return next((state for words, state in _ONLY_IN.items() if words in office), None)

    def _owner(self, mention: Mention) -> str | None:
        """ "Solen's spokesman Teo Lamar" speaks for Solen's state."""
        sentence = self._sentences[mention.sentence]
        doc, at = sentence.span.doc, self._before(mention)
        if at > sentence.span.start and doc[at].text in POSSESSIVES:
            return self._state_of_person(sentence, doc[at - 1])
        return None

    def _pronoun(self, mention: Mention) -> str | None:
        """ "Her deputy, Teo Lamar" is of the state of whoever was named last, "its" of the one told of."""
        sentence = self._sentences[mention.sentence]
        doc, at = sentence.span.doc, self._before(mention)
        if doc[at].lower_ in _OF_SOMETHING:
            return self._of_speech(sentence, at)
        if doc[at].lower_ not in _OF_SOMEBODY:
            return None
        before = [other for other in self._mentions[mention.sentence] if other.last < at]
        whose = before[-1:] or self._mentions.get(mention.sentence - 1, ())[:1]
        owner = self._people.person_of(whose[0]) if whose else None
        return owner.country if owner is not None else None

    def _before(self, mention: Mention) -> int:
        """The token before an office and what may stand in front of it: "his newly elected deputy"."""
        sentence = self._sentences[mention.sentence]
        doc, at = sentence.span.doc, min(mention.left, mention.first) - 1
        while (
            at > sentence.span.start
            and doc[at].lower_ in NOT_MODIFIERS
            and doc[at].pos_ not in {"DET", "PRON"}
        ):
            at -= 1
        return max(at, sentence.span.start)

    def _of_speech(self, sentence: Sentence, at: int) -> str | None:
        """The state of which a clause before "its" or "their" speaks: its subject, or whose that is."""
        doc = sentence.span.doc
        subjects = [token for token in doc[sentence.span.start : at] if token.dep_ in _SUBJECTS]
        earlier = self._sentences.get(sentence.index - 1)
        if not subjects and earlier is not None and earlier.paragraph == sentence.paragraph:
            sentence = earlier
            subjects = [t for t in sentence.span if t.dep_ in _SUBJECTS and t.head.dep_ in {"ROOT", "ccomp"}]
        return self._state_within(sentence, subjects[-1]) if subjects else None

    def _state_within(self, sentence: Sentence, noun: Token) -> str | None:
        """The one state that a noun names with what stands before it: "the Polish team", "Poland"."""
        found = {
            span.iso3
            for span in self._spans[sentence.index]
            if noun.left_edge.i <= span.first and span.last <= noun.i
        }
        return found.pop() if len(found) == 1 else None

    def _state_of_person(self, sentence: Sentence, token: Token) -> str | None:
        for mention in self._mentions[sentence.index]:
            if min(mention.left, mention.first) <= token.i <= max(mention.right, mention.last):
                person = self._people.person_of(mention)
                return person.country if person is not None else None
        return None

    def _delegation(self, mention: Mention) -> str | None:
        """ "The Norwegian team led by Teo Lamar", "the Norwegian side by Teo Lamar"."""
        sentence = self._sentences[mention.sentence]
        doc, start = sentence.span.doc, sentence.span.start
        at = min(mention.left, mention.first) - 1
        while at > start and doc[at].pos_ == "DET":
            at -= 1
        if at <= start:
            return None
        if doc[at].lower_ == "by" or doc[at].lemma_.lower() in _INCLUDING:
            at -= 1
            while at > start and (doc[at].lemma_.lower() in _LEADING or doc[at].pos_ in {"AUX", "PUNCT"}):
                at -= 1
        elif doc[at].text == "," and doc[at - 1].lower_ == "side":
            at -= 1
        else:
            return None
        for noun in reversed(doc[max(start, at - _PHRASE) : at + 1]):
            if noun.lower_ in _DELEGATIONS:
                phrase = range(noun.left_edge.i, at + 1)
                found = [span for span in self._spans[sentence.index] if span.first in phrase]
                states = {s.iso3 for s in found if doc[max(start, s.first - 1)].lower_ not in _GOING}
                return states.pop() if len(states) == 1 else None
        return None

    def _company(self, mention: Mention) -> str | None:
        """ "Solen was accompanied by Trade Minister Teo Lamar" of her state; a mayor shows round."""
        sentence = self._sentences[mention.sentence]
        token = sentence.span.doc[mention.first]
        while token.dep_ != "ROOT" and token.pos_ in {"PROPN", "NOUN", "ADJ", "X", "ADP", "NUM"}:
            token = token.head
        if token.lemma_.lower() != "accompany" or token.tag_ != "VBN" or mention.head in _LOCAL:
            return None
        subject = next((child for child in token.children if child.dep_ in _SUBJECTS), None)
        if subject is None and token.dep_ in {"acl", "advcl"}:
            head = token.head
            subject = (
                head if token.dep_ == "acl" else next((c for c in head.children if c.dep_ in _SUBJECTS), None)
            )
        if subject is not None and subject.lower_ == "who" and token.dep_ == "relcl":
            subject = token.head  # "Solen, who was accompanied by Ambassador Lamar"
        if subject is None or subject.i > mention.first:
            return None
        if subject.pos_ != "PRON":
            return self._state_of_person(sentence, subject)
        earlier = self._sentences.get(sentence.index - 1)
        noun = next((t for t in earlier.span if t.dep_ in _SUBJECTS), None) if earlier is not None else None
        return self._state_of_person(earlier, noun) if earlier is not None and noun is not None else None

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
        places = self._places(sentence)
        opening = sentence.span.start
        if doc[opening].text == "In" and opening + 1 in places and mention.head not in _ABROAD:
            return places[opening + 1]
        before = left - 1
        while before > sentence.span.start and doc[before].pos_ in {"DET", "PRON"}:
            before -= 1
        last = max((at for at in places if at < left), default=None)
        if last is not None and mention.head not in _ABROAD:
            # "In Oslo, where she was received by Foreign Minister Teo Lamar"
            if any(token.lower_ == "where" for token in doc[last + 1 : left]):
                return places[last]
            # "To Oslo to confer with Foreign Minister Teo Lamar"
            to_do = doc[last - 1].lower_ == "to" and any(token.tag_ == "VB" for token in doc[last + 1 : left])
            if to_do and doc[before].lower_ in _HOSTED:
                return places[last]
        if doc[before].lower_ not in _HOSTED:
            return None
        beyond = max(mention.right, mention.last) + 2
        if beyond in places and doc[beyond - 1].lower_ in _IN and mention.head in _HEADS_OF_STATE:
            return places[beyond]  # "with President Teo Lamar in Oslo"
        for at in range(before - 1, max(sentence.span.start, before - 4), -1):
            if at in places and doc[at - 1].lower_ in _IN:
                return places[at]
        return None

    def _places(self, sentence: Sentence) -> dict[int, str]:
        """Where a sentence names a state or a large town, and in which state it lies."""
        if sentence.index not in self._places_of:
            self._places_of[sentence.index] = dict(self._places_within(sentence))
        return self._places_of[sentence.index]

    def _places_within(self, sentence: Sentence) -> Iterator[tuple[int, str]]:
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

    def _within_office(self, mention: Mention) -> str | None:
        """ "Teo Lamar, deputy director of the Norwegian Fishing Company": the state in the office."""
        if mention.title is None or mention.head in _ABROAD:
            return None
        sentence = self._sentences[mention.sentence]
        doc, first, last = sentence.span.doc, mention.title.first, mention.first
        if mention.title.first > mention.last:
            last = mention.title.last
            for token in doc[last + 1 : min(last + 1 + _PHRASE, sentence.span.end)]:
                if token.is_punct or token.pos_ in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"}:
                    break
                last = token.i
        found = {
            span.iso3
            for span in self._spans[sentence.index]
            if first <= span.first <= last and doc[span.first - 1].lower_ not in _GOING
        }
        return found.pop() if len(found) == 1 else None

    def _likely(self, person: Person, mention: Mention) -> str | None:
        """The state that the article as a whole suggests."""
        # Of another state is whoever "met his Omani counterpart".
        others = {m.country for m in self._mentions[mention.sentence] if m.head in EQUALS}
        others |= self._visited(person)
        taken = frozenset(s for s in self._states if s in others or self._is_taken(person, s))
        paragraph = self._sentences[mention.sentence].paragraph
        return likely_state(mention, paragraph, self._named, self.filed, taken)

    def _visited(self, person: Person) -> set[str]:
        """The states to which somebody is said to go, and of which he therefore is none: "flew to Nairobi",
        "is in Kenya for a visit", "has cancelled her trip to Kenya".
        """
        found: set[str] = set()
        for mention in person.mentions:
            sentence = self._sentences[mention.sentence]
            doc, first = sentence.span.doc, min(mention.left, mention.first)
            verb = next(
                (doc[at].head for at in range(first, mention.last + 1) if doc[at].dep_ in _SUBJECTS), None
            )
            if verb is None:
                continue
            named = self._places(sentence)
            found.update(named[at] for at in named if at > verb.i and _is_goal(doc, verb, at))
        return found

    def _is_elsewhere(self, mention: Mention) -> bool:
        """Whether the office is abroad, or of something that is no state: a union of states, a party's."""
        if mention.title is None or mention.head in _ABROAD | _ANYWHERE:
            return True
        doc, at = self._sentences[mention.sentence].span.doc, self._before(mention)
        if doc[at].lower_ in _OF_SOMEBODY | _OF_SOMETHING:
            return True
        if doc[at].text in POSSESSIVES and doc[at - 1].pos_ == "PROPN":
            return True
        phrase = doc[mention.title.first : mention.title.last + 1].text.split()
        for token in doc[mention.title.last + 1 : self._sentences[mention.sentence].span.end][:_PHRASE]:
            if token.is_punct or token.pos_ in {"VERB", "AUX", "PRON"}:
                break
            phrase.append(token.text)
        return bool(_OF_MANY_STATES & {word.lower() for word in phrase}) or any(
            self._data.organizations_named(" ".join(phrase[first : first + count]))
            for count in (1, 2)
            for first in range(len(phrase))
            if phrase[first][0].isupper()
        )

    @cached_property
    def filed(self) -> str | None:
        """The state of the dateline's place."""
        dateline = self._document.dateline
        if dateline is None or not dateline.place:
            return None
        match = self._data.country_of(dateline.place)
        places = self._data.places_named(dateline.place)
        return match.iso3 if match else places[0].country if places else None

    @cached_property
    def _states(self) -> frozenset[str]:
        """The states that the article names."""
        return frozenset(named.iso3 for named in self._named)

    @cached_property
    def _named(self) -> tuple[Named, ...]:
        """Every place where the article names a state, by a town of it too."""
        return tuple(self._all_named())

    def _all_named(self) -> Iterator[Named]:
        for sentence in self._document.sentences:
            titled = {
                at
                for mention in self._mentions[sentence.index]
                for at in range(min(mention.left, mention.first), max(mention.right, mention.last) + 1)
            }
            named = {span.first: span.iso3 for span in self._spans[sentence.index]} | dict(
                self._places(sentence)
            )
            for at, state in sorted(named.items()):
                yield Named(sentence.index, sentence.paragraph, at, state, at in titled)


def _is_goal(doc: Doc, verb: Token, place: int) -> bool:
    """Whether a place behind a verb is where its subject goes, and not home to."""
    at = place - 1
    while at > verb.i and doc[at].pos_ in {"DET", "ADJ"}:
        at -= 1
    before = doc[at]
    between = {word.lemma_.lower() for word in doc[verb.i : place]}
    clauses = any(word.pos_ in {"SCONJ", "PRON"} and word.tag_ != "PRP$" for word in doc[verb.i : place])
    if clauses or between & _HOME:
        return False
    if at == verb.i:
        return verb.lemma_.lower() in VISITS
    if before.lower_ not in _INTO:
        return False
    if verb.lemma_ == "be":
        following = doc[place + 1].lower_ if place + 1 < len(doc) else ""
        return before.i == verb.i + 1 and following in {"for", "on"}
    return bool(between & (VISITS | _TRAVELLING))
