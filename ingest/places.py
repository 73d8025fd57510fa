"""Where a meeting was: named in its sentence, "here" by the dateline, where the visit has taken the guest, or
at the home of who received the other.

What a text leaves open stays open: the visit frame helps only people whose journey it tells, and of a host's
home no more is known than the country. How a phrase names a place is read in `place_phrases`, what can be
the meeting's in `place_clauses`, who has gone where in `journeys`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.arguments import ArgumentReader
from ingest.entities import EntityData
from ingest.journeys import COURSE, LEAVING, NOT_DURING, Journey, journeys_in, travellers_of
from ingest.mentions import CountryTokens, Mention
from ingest.parse import Document, Sentence
from ingest.people import Person
from ingest.place_clauses import (
    clause_of,
    is_of_a_deed,
    is_of_another_time,
    is_of_the_same_deed,
    leads_away,
    named_behind,
    names_event,
    same_clause,
    says_where,
    up_to,
)
from ingest.place_phrases import FoundPlace, PlacePhrases
from ingest.protocol import ENVOYS
from ingest.status.words import Status

_AT = frozenset({"in", "at"})
# Who does this to somebody has him come: "summoned Lamar to Norvik".
_FETCHING = frozenset({"summon", "welcome", "fly", "invite"})
# How far behind "at" or "on the sidelines of" an event may be called by its town.
_BESIDE = frozenset("sidelines sideline margins margin fringes fringe edges".split())
_EVENT_WORDS = 8
# So many words before "where" its place may stand.
_WHERE_WITHIN = 8
_OFF = frozenset({"cancelled", "postponed"})


@dataclass(frozen=True, slots=True)
class Stay:
    """Where a journey has taken someone, or is to take them. `abroad`: they met there as guests both."""

    place: FoundPlace
    ahead: bool
    abroad: bool = False


class Places(PlacePhrases):
    """The places of one article, fed sentence by sentence: a visit's goal is known to what follows."""

    def __init__(self, document: Document, data: EntityData) -> None:
        super().__init__(data)
        self._here = (
            self._named(document.dateline.place) if document.dateline and document.dateline.place else None
        )
        self._stays: dict[str, Stay] = {}
        self._visitors: set[str] = set()
        self._off: dict[str, Journey] = {}
        self._ahead: dict[str, Token] = {}
        self._journeys: tuple[Journey, ...] = ()

    def enter(self, sentence: Sentence, countries: Sequence[CountryTokens], reader: ArgumentReader) -> None:
        """Makes a sentence the current one, and learns from it who is a guest."""
        self.begin(sentence, countries)
        self._journeys = tuple(journeys_in(sentence.span, self._place_at, reader.mention_at))
        self._visitors.update(
            person.id
            for person, mention in reader.people_before(sentence.span.end)
            if _is_visiting(mention, sentence)
        )
        for journey in self._journeys:
            if journey.goal is None:
                guests = travellers_of(journey, reader)
                self._visitors.update(person.id for person in guests)
                self._here = self._here or self._host_of(guests)

    def _host_of(self, guests: Sequence[Person]) -> FoundPlace | None:
        """Where "here" is: "Solen arrived here for talks with Norwegian leaders" was filed in Norway."""
        own = {person.country for person in guests}
        others = {span.iso3 for span in self._countries.values() if not self._is_left(span)} - own
        return self._whole_country(*others) if len(others) == 1 and own != {None} else None

    def _is_left(self, span: CountryTokens) -> bool:
        assert self._sentence is not None
        before = span.first - 1
        return before >= self._sentence.span.start and self._sentence.span.doc[before].lower_ == "from"

    def of(
        self,
        trigger: Token,
        people: Iterable[Person],
        hosts: Iterable[Person] = (),
        *,
        held: bool,
        recent: bool = True,
        round_place: str | None = None,
    ) -> str | None:
        """The id of the place of the trigger's meeting, or None.

        `people` are in the order of the sentence; `hosts` are those of them who received the others. What is
        not `recent` was not on the journey that the article tells of. `round_place` is where the text has
        said before that the meeting was.
        """
        together = tuple(people)
        home = self._at_home_of(hosts)
        told, named = self._where_it_was(trigger), self._in_clause(trigger, together)
        if told is None or (told.is_country and named is not None and named.country == told.country):
            told = named  # "left for Norway, where she will meet Lamar in Oslo"
        place = (
            (told if told is None or not told.is_building else None)
            or self._here_said(trigger, together, home, held=held)
            or self._of_round(round_place, home)
            or self._goal_around(trigger, together, held=held)
            or (self._on_visit(together, home, held=held) if recent else None)
            or self._of_the_host(together)
        )
        if held and recent and place is None:
            place = self._filed_at_home_of(together)
        return self._found(place or home or told)

    def _of_round(self, place_id: str | None, home: FoundPlace | None) -> FoundPlace | None:
        """Where the round was that the text has told of, unless its host is at home elsewhere."""
        place = self.found.get(place_id or "")
        if place is None or home is None or place.country in {None, home.country}:
            return place
        return None

    def of_roster(self, people: Iterable[Person]) -> str | None:
        """The place of a round of which only the roster is told: where the report of it was filed."""
        return self._found(self._filed_at_home_of(people))

    def _found(self, place: FoundPlace | None) -> str | None:
        if place is None:
            return None
        place = self._as_city(place)
        self.found.setdefault(place.id, place)
        return place.id

    def _at_home_of(self, hosts: Iterable[Person]) -> FoundPlace | None:
        """Who receives others does so at home, unless they are abroad or have their seat there."""
        settled = [
            person
            for person in hosts
            if person.country is not None
            and not person.country_is_guessed
            and person.id not in self._stays
            and person.id not in self._visitors
            and person.titles
            and not any(title.head in ENVOYS | {"secretary-general"} for title in person.titles)
        ]
        homes = {person.country for person in settled if person.country is not None}
        return self._whole_country(*homes) if len(homes) == 1 else None

    def _filed_at_home_of(self, people: Iterable[Person]) -> FoundPlace | None:
        """The dateline's city, when one of that country is among them: the report was filed where they met,
        be it with a foreigner, a countryman, or somebody of no known state.
        """
        here = self._here
        countries = {person.country for person in people if person.country is not None}
        return here if here is not None and here.country in countries else None

    def _goal_around(self, trigger: Token, people: Iterable[Person], *, held: bool) -> FoundPlace | None:
        """ "Lamar will visit Japan and hold talks with …", "Solen, on her first trip to Iran, met …"."""
        homes = {person.country for person in people if person.country is not None}
        clause, above = clause_of(trigger), {token.i for token in trigger.ancestors}
        for journey in self._journeys:
            word, place = journey.word, journey.goal
            if (
                place is None
                or word.i == trigger.i
                or word.dep_ == "acl"
                or (held and (journey.status in _OFF or journey.follows or leads_away(word, trigger)))
            ):
                continue
            if {token.lower_ for token in up_to(word, clause)} & NOT_DURING:
                continue
            is_host = place.country in homes and len(homes) > 1
            if is_host or word.i in above or clause in word.ancestors:
                return place
        return None

    def _of_the_host(self, people: Iterable[Person]) -> FoundPlace | None:
        """Where "visiting Kenyan Premier Lamar" met a Norwegian: in Norway."""
        together = tuple(people)
        guests = {person.country for person in together if person.id in self._visitors}
        hosts = {person.country for person in together if person.country is not None} - guests
        return self._whole_country(*hosts) if guests and len(hosts) == 1 else None

    def _as_city(self, place: FoundPlace) -> FoundPlace:
        """A visit "to Russia" reported from Moscow is a visit to Moscow."""
        here = self._here
        if place.is_country and here is not None and here.country == place.country and here.id != place.id:
            return here
        return place

    def called_off(self, people: Iterable[Person]) -> Status | None:
        """What became of the journey of one of them, if the article has told that it fell through."""
        off = self._off_for(people)
        return off.status if off is not None else None

    def not_reached(self, people: Iterable[Person]) -> str | None:
        """The id of the place to which a journey that fell through was to lead one of them."""
        off = self._off_for(people)
        return self._found(off.goal) if off is not None else None

    def journey_to_meet(self, people: Iterable[Person]) -> Token | None:
        """The word for the journey on which one of them is to meet the others, or was, had it not fallen
        through.
        """
        together = tuple(people)
        off = self._off_for(together)
        if off is not None:
            return off.word
        here = [
            journey
            for journey in self._journeys
            if journey.ahead and journey.goal is not None and journey.word.lemma_.lower() not in COURSE
        ]
        if len(here) == 1:
            return here[0].word
        return next((self._ahead[person.id] for person in together if person.id in self._ahead), None)

    def _off_for(self, people: Iterable[Person]) -> Journey | None:
        return next((self._off[person.id] for person in people if person.id in self._off), None)

    def leave(self, reader: ArgumentReader) -> None:
        """Learns from the sentence just read who has gone where, or is to go there."""
        for journey in self._journeys:
            if journey.goal is None or journey.is_over:
                continue
            for person in travellers_of(journey, reader):
                if journey.status in _OFF:
                    self._off[person.id] = journey
                self._ahead.pop(person.id, None)
                if journey.ahead and journey.word.lemma_.lower() not in LEAVING:
                    self._ahead[person.id] = journey.word
                if journey.goal.country is None or journey.goal.country != person.country:
                    self._stays[person.id] = Stay(journey.goal, journey.ahead)
                else:
                    self._stays.pop(person.id, None)  # home again

    def _where_it_was(self, trigger: Token) -> FoundPlace | None:
        """ "left for Thimphu, where she will meet …": the place of which the clause speaks."""
        for clause in (trigger, *trigger.ancestors):
            if clause.dep_ == "relcl":
                if not any(child.lower_ == "where" for child in clause.children):
                    return None
                return self._place_ending_at(clause.head.i, clause) or self._place_before_where(clause)
        return None

    def _place_before_where(self, clause: Token) -> FoundPlace | None:
        """ "Is due in Paris on Friday, where she …": the nearest place, whatever "where" hangs on."""
        where = next((child for child in clause.children if child.lower_ == "where"), clause)
        for at in range(where.i - 1, max(clause.sent.start, where.i - _WHERE_WITHIN) - 1, -1):
            if clause.doc[at].pos_ == "ADP" and (place := self._place_at(at + 1)) is not None:
                return place
        return None

    def _place_ending_at(self, place: int, clause: Token) -> FoundPlace | None:
        span = self._countries.get(place)
        while span is None and place > clause.sent.start and clause.doc[place].ent_iob_ == "I":
            place -= 1
        return self._place_at(span.first if span is not None else place)

    def _in_clause(self, trigger: Token, people: Sequence[Person]) -> FoundPlace | None:
        """ "met in Geneva", "at their Geneva meeting": the nearest place behind the word, else before it."""
        sentence = trigger.sent
        candidates = []
        named = _named_after(people, trigger)
        for token in sentence:
            if token.lower_ in _AT and token.i + 1 < sentence.end:
                place = self._place_at(token.i + 1)
                if place is None or is_of_a_deed(token, trigger) or is_of_another_time(token, trigger):
                    continue
                whose = named_behind(token)
                if whose is not None and says_where(token):
                    if whose in named:
                        return place  # "was received in Norvik by Lamar and in Orme by Dorn"
                    if named and whose > max(named):
                        continue
                if says_where(token) and same_clause(token, trigger):
                    nearness = (place.is_building, token.i < trigger.i, abs(token.i - trigger.i))
                    candidates.append((nearness, place))
        if candidates:
            return min(candidates, key=lambda candidate: candidate[0])[1]
        if (host := self._hosting(trigger) or self._of_the_event(trigger)) is not None:
            return host
        if trigger.lemma_.lower() in _FETCHING:
            for child in trigger.children:
                if child.lower_ == "to" and child.dep_ == "prep" and (place := self._place_at(child.i + 1)):
                    return place
        for child in trigger.children:
            if (
                child.dep_ in {"compound", "nmod", "amod"}
                and child.ent_type_ == "GPE"
                and child.i not in self._countries
            ):
                return self._place_at(child.i)
        return None

    def _hosting(self, trigger: Token) -> FoundPlace | None:
        """ "Norvik will host the talks", "talks hosted by Norvik"."""
        for verb in (trigger.head, *trigger.rights):
            if verb.lemma_.lower() != "host" or verb.pos_ != "VERB":
                continue
            if verb == trigger.head and trigger.dep_ == "dobj":
                hosts = [child for child in verb.children if child.dep_ == "nsubj"]
            else:
                agents = (child for child in verb.children if child.lower_ == "by")
                hosts = [grand for agent in agents for grand in agent.children if grand.dep_ == "pobj"]
            for host in hosts:
                if (place := self._place_ending_at(host.i, trigger)) is not None:
                    return place
        return None

    def _of_the_event(self, trigger: Token) -> FoundPlace | None:
        """ "At the Norvik event", "on the sidelines of the Norvik Security Conference"."""
        for token in trigger.sent:
            beside = token.lower_ == "of" and token.nbor(-1).lower_ in _BESIDE if token.i else False
            if not (beside or token.lower_ == "at") or not is_of_the_same_deed(token, trigger):
                continue
            for at in range(token.i + 1, min(token.i + _EVENT_WORDS, trigger.sent.end)):
                word = trigger.doc[at]
                if word.pos_ not in {"PROPN", "DET", "ADJ", "NUM"}:
                    break
                for end in (at + 2, at + 1):
                    if self.data.places_named(trigger.doc[at:end].text) and names_event(end, trigger):
                        return self._named(trigger.doc[at:end].text)
        return None

    def _here_said(
        self, trigger: Token, people: Sequence[Person], home: FoundPlace | None, *, held: bool
    ) -> FoundPlace | None:
        """ "Here" by the dateline; without one it is where the host is.

        "Solen met with Premier Lamar here" is told in Solen's country, "will meet Lamar here" in Lamar's.
        """
        said = any(token.lower_ == "here" and same_clause(token, trigger) for token in trigger.sent)
        if said and self._here is None:
            self._here = self._of_the_host(people) or home
            if self._here is None and _is_between(trigger, people):
                self._here = self._at_home_of(people[:1] if held else people[-1:])
            self._here = self._here or self._at_home_of(people)
        return self._here if said else None

    def _on_visit(
        self, people: Iterable[Person], home: FoundPlace | None, *, held: bool
    ) -> FoundPlace | None:
        """Where a journey has taken one of them; what is told as done was not where they are still to go.

        `home` is that of the host, if there was one, who receives nobody in another country. Compatriots need
        no journey to meet.
        """
        together = tuple(people)
        compatriots = len(together) > 1 and len({person.country for person in together}) == 1
        compatriots = compatriots and not any(person.country_is_guessed for person in together)
        stays = [self._stays[person.id] for person in together if person.id in self._stays]
        lands = {person.country for person in together if person.country is not None}
        everywhere = len(lands) < 2 or len(stays) == len(together)
        places = [
            stay.place
            for stay in stays
            if not (stay.ahead and (held or compatriots))
            and (everywhere or stay.abroad or stay.place.country in lands | {None})
        ]
        return next((p for p in places if home is None or p.country in {None, home.country}), None)

    def arrive(self, place_id: str | None, people: Iterable[Person], *, held: bool) -> None:
        """Who met somewhere is there until the article takes them elsewhere; at home nobody is a guest."""
        place, together = self.found.get(place_id or ""), tuple(people)
        if place is None:
            return
        abroad = all(person.country not in {None, place.country} for person in together)
        for person in together:
            if place.country is not None and person.country not in {None, place.country}:
                self._stays[person.id] = Stay(place, not held, abroad)


def _is_visiting(mention: Mention, sentence: Sentence) -> bool:
    """ "Visiting Premier Lamar", "Lamar, the visiting Kenyan premier"."""
    title = mention.title
    first = min(mention.left, mention.first, *([title.first] if title else []))
    last = max(mention.right, mention.last, *([title.last] if title else []))
    phrase = sentence.span.doc[max(sentence.span.start, first - 2) : min(sentence.span.end, last + 1)]
    return any(token.lower_ == "visiting" for token in phrase)


def _is_between(trigger: Token, people: Sequence[Person]) -> bool:
    """Whether the first stands before the word and the last, if there is another, behind it."""
    first, last = _positions(people[:1], trigger), _positions(people[1:][-1:], trigger)
    return any(at < trigger.i for at in first) and (len(people) < 2 or any(at > trigger.i for at in last))


def _positions(people: Sequence[Person], trigger: Token) -> list[int]:
    """Where the sentence of the trigger names people."""
    span = range(trigger.sent.start, trigger.sent.end)
    return [mention.first for person in people for mention in person.mentions if mention.first in span]


def _named_after(people: Sequence[Person], trigger: Token) -> set[int]:
    """The words behind the trigger, in its sentence, with which the people are named."""
    return {
        at
        for person in people
        for mention in person.mentions
        for at in range(mention.left, mention.last + 1)
        if trigger.i < at < trigger.sent.end and mention.first > trigger.i
    }
