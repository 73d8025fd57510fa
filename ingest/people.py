"""Who is who inside one article: the mentions of each person gathered, surnames and offices resolved.

News gives a person in full once and then by surname, by office ("the Cuban President") or by both. Everything
is decided within the article first; entity data is asked by name and date for an id, and for the holder of an
office that the article never names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ingest.entities import EntityData
from ingest.entities.folding import entity_id
from ingest.entities.model import PersonMatch
from ingest.mentions import Mention, Title
from ingest.names import is_part_of, parts, same_person
from ingest.office_matching import same_office
from ingest.records import Link
from ingest.titles import EQUALS, FAMILY_HEADS, HONORIFICS, OFFICE_HEADS, ROYAL_HEADS, SPEAKER_HEADS

# Towns of more people than this are taken for the town when no office stands by the name.
_TOWN = 100_000

# How close a name in entity data has to be before we say that it is the person of the article.
SURE = 0.9
MARGIN = 0.04
# How sure a surname with the office that its bearer held then is, where the text names no state.
SURNAME_IN_OFFICE = 0.9

# Offices of which there is one: whoever says "the pope" names no state.
_ONE_OF_A_KIND = {"pope": "VAT", "pontiff": "VAT"}

# Whose counterpart can be called by the same office.
_WITH_COUNTERPARTS = frozenset("minister president premier chancellor secretary speaker leader".split())

NOT_LINKED = Link(0.0, "unsure", "not linked")


@dataclass(slots=True)
class Person:
    """One person of the article. `key` counts from zero in order of first mention."""

    key: int
    names: list[str] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    country: str | None = None
    # From what the whole article is about, and not from anything said beside the name.
    country_is_guessed: bool = False
    mentions: list[Mention] = field(default_factory=list)
    link: Link = NOT_LINKED
    id: str = ""
    name: str = ""
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    party: str | None = None

    @property
    def full_name(self) -> str:
        """The longest spelling of the name the article gives."""
        return max(self.names, key=lambda name: (len(parts(name)), len(name)), default=self.name)

    @property
    def speaks_for_others(self) -> bool:
        """A spokesman or analyst: quoted about meetings, not sitting in them."""
        return any(title.head in SPEAKER_HEADS for title in self.titles)

    def title(self) -> str | None:
        """The first office the article gives, in its own words."""
        for title in self.titles:
            if title.head not in HONORIFICS and not title.former:
                return title.text or None
        return None


class People:
    """The people of one article; `person_of(mention)` says whom a mention means."""

    def __init__(self, on: date | None, data: EntityData) -> None:
        self.on = on
        self.data = data
        self.persons: list[Person] = []
        # The state from which the article was filed, where that is known.
        self.home: str | None = None
        self._by_mention: dict[tuple[int, int, int], Person] = {}

    def person_of(self, mention: Mention) -> Person | None:
        """The person meant, or None where the article does not settle it."""
        return self._by_mention.get((mention.sentence, mention.first, mention.last))

    def admit(self, mention: Mention) -> Person:
        """Takes a weak mention for a person after all, because it fills a person's place in a meeting."""
        known = self.person_of(mention)
        if known is not None:
            return known
        candidates = [
            person for person in self.persons if any(is_part_of(mention.name, name) for name in person.names)
        ]
        person = candidates[-1] if candidates else self._new()
        self._assign(person, mention)
        if not person.id:
            self._identify(person)
        return person

    def _new(self) -> Person:
        person = Person(key=len(self.persons))
        self.persons.append(person)
        return person

    def _assign(self, person: Person, mention: Mention) -> None:
        self._by_mention[(mention.sentence, mention.first, mention.last)] = person
        person.mentions.append(mention)
        if mention.name and mention.name not in person.names:
            person.names.append(mention.name)
        if mention.title is not None and mention.title.head not in HONORIFICS:
            person.titles.append(mention.title)
        if person.country is None and mention.country is not None:
            person.country = mention.country

    def gather(self, mentions: Sequence[Mention]) -> None:
        """Reads all named mentions of the article, in reading order, and links whom entity data knows."""
        certain = [mention for mention in mentions if mention.name and mention.strength != "weak"]
        titled = {mention.name for mention in certain if mention.title is not None}
        named = [
            mention
            for mention in certain
            # "Sharon" is a town, and in this article the prime minister.
            if any(is_part_of(mention.name, name) for name in titled) or not self._is_something_else(mention)
        ]
        for mention in named:
            if len(parts(mention.name)) > 1:
                self._assign(self._same_full_name(mention) or self._new(), mention)
        for mention in named:
            if len(parts(mention.name)) == 1:
                self._assign(self._by_part(mention) or self._new(), mention)
        for mention in mentions:
            if mention.name and mention.strength == "weak" and (found := self._by_part(mention)) is not None:
                self._assign(found, mention)
        for person in self.persons:
            person.mentions.sort(key=lambda mention: (mention.sentence, mention.first))
        self._number_in_reading_order()
        for person in self.persons:
            self._link(person)

    def identify(self, mentions: Sequence[Mention]) -> None:
        """Gives everybody an id, and says whom the offices without a name mean. After `gather`.

        Whoever has got a state in between is looked for once more.
        """
        for person in self.persons:
            self._identify(person)
        for mention in mentions:
            if not mention.name and (holder := self._holder(mention)) is not None:
                self._assign(holder, mention)

    def _is_something_else(self, mention: Mention) -> bool:
        """ "Beer Sheva", "OTHER AGENDA ITEMS": no office by it, and known as a place, or a heading."""
        if mention.title is not None:
            return False
        name = mention.name
        if name.isupper() and " " in name:
            return True
        places = self.data.places_named(name)
        large = any(place.capital or place.population > _TOWN for place in places)
        return bool(large or self.data.organizations_named(name) or self.data.country_of(name))

    def _number_in_reading_order(self) -> None:
        self.persons.sort(key=lambda person: (person.mentions[0].sentence, person.mentions[0].first))
        for key, person in enumerate(self.persons):
            person.key = key

    def _same_full_name(self, mention: Mention) -> Person | None:
        matching = [
            person for person in self.persons if any(same_person(mention.name, name) for name in person.names)
        ]
        exact = [
            person for person in matching if any(parts(name) == parts(mention.name) for name in person.names)
        ]
        return next(iter(exact or matching), None)

    def _by_part(self, mention: Mention) -> Person | None:
        """Whom a surname means: the one who bears it; of several, the one with that title, else the last one
        named.
        """
        bearers = [
            p
            for p in self.persons
            if any(is_part_of(mention.name, name) for name in p.names if name != mention.name)
        ]
        bearers = bearers or [p for p in self.persons if mention.name in p.names]
        bearers = [p for p in bearers if mention.country is None or p.country in (None, mention.country)]
        if mention.title is not None and mention.title.head in FAMILY_HEADS:
            return None
        if mention.title is not None and mention.title.head in ROYAL_HEADS:
            # King Hussein is not President Saddam Hussein.
            bearers = [p for p in bearers if not p.titles or any(t.head in ROYAL_HEADS for t in p.titles)]
        if len(bearers) > 1 and mention.title is not None:
            bearers = [p for p in bearers if any(same_office(mention.title, t) for t in p.titles)] or bearers
        if len(bearers) > 1 and mention.title is None:
            # "Bush", beside Laura Bush: who has an office before who has none.
            bearers = [p for p in bearers if any(t.head in OFFICE_HEADS for t in p.titles)] or bearers
        if len(bearers) > 1:
            wanted = parts(mention.name)
            bearers = [
                p for p in bearers if wanted and any(parts(name)[-1:] == wanted[-1:] for name in p.names)
            ] or bearers
        if len(bearers) <= 1:
            return bearers[0] if bearers else None
        before = [
            p
            for p in bearers
            if any((m.sentence, m.first) < (mention.sentence, mention.first) for m in p.mentions)
        ]
        return max(before or bearers, key=lambda p: _last_before(p, mention))

    # Offices

    def _holder(self, mention: Mention) -> Person | None:
        """Whom "the Cuban President" means: in this article, else by entity data on the article's date."""
        title = mention.title
        if title is None:
            return None
        if title.head in EQUALS:
            return self._equal(mention)
        fitting = [person for person in self.persons if self._fits(person, title, mention)]
        if mention.visiting and self.home is not None:
            fitting = [person for person in fitting if person.country != self.home] or fitting
        before = [
            p
            for p in fitting
            if any((m.sentence, m.first) < (mention.sentence, mention.first) for m in p.mentions)
        ]
        if mention.country is None and title.head in {
            "minister",
            "secretary",
            "chief",
            "leader",
            "president",
            "head",
            "director",
        }:
            same_head = [p for p in before if any(t.head == title.head for t in p.titles)]
            before = same_head or before
            if title.head == "minister" and "prime" not in title.text.lower():
                # "The visiting minister" beside a prime minister and a foreign minister is the latter.
                before = [p for p in before if not _heads_government(p)] or before
            if before:
                # "The president" is who is called "President Solen" where others are "Marenian President".
                own = [
                    p for p in before if any(t.country is None and same_office(title, t) for t in p.titles)
                ]
                return max(own or before, key=lambda p: _last_before(p, mention))
            return fitting[0] if len(fitting) == 1 else None
        if before:
            return max(before, key=lambda p: _last_before(p, mention))
        if mention.country is not None and (met := self._counterpart_of(mention)) is not None:
            return met
        if fitting:
            return max(fitting, key=lambda p: _last_before(p, mention))
        state = mention.country or _ONE_OF_A_KIND.get(title.head)
        if state is not None and not title.former:
            return self._holder_by_data(title, state)
        return None

    def _counterpart_of(self, mention: Mention) -> Person | None:
        """ "The Omani minister", after "his Omani counterpart, Lamar": whoever was called only that."""
        if mention.title is None or mention.title.head not in _WITH_COUNTERPARTS:
            return None
        called = [
            person
            for person in self.persons
            if person.country == mention.country
            and any(title.head == "counterpart" for title in person.titles)
        ]
        return called[0] if len(called) == 1 else None

    def _equal(self, mention: Mention) -> Person | None:
        """ "Lavrov met his Omani counterpart": the one of that state who holds the office of whoever was
        named before, in this article or by entity data.
        """
        owner = self._named_before(mention)
        if owner is None or mention.country is None:
            return None
        offices = [title for title in owner.titles if title.head in _WITH_COUNTERPARTS and not title.former]
        others = [p for p in self.persons if p.country == mention.country and not p.speaks_for_others]
        equals = [
            p
            for p in others
            if any(same_office(replace(one, country=None), t) for one in offices for t in p.titles)
        ]
        if not equals:
            equals = [p for p in others if not offices or all(t.head in EQUALS for t in p.titles)]
        if len(equals) == 1:
            return equals[0]
        return self._holder_by_data(offices[0], mention.country) if offices and not equals else None

    def _named_before(self, mention: Mention) -> Person | None:
        """The last one named before a mention who is not of its state."""
        before = [
            (m.sentence, m.first, person)
            for person in self.persons
            if person.country != mention.country
            for m in person.mentions
            if (m.sentence, m.first) < (mention.sentence, mention.first)
        ]
        same = [one for one in before if one[0] == mention.sentence]
        if not before:
            return None
        return (min(same, key=lambda one: one[1]) if same else max(before, key=lambda one: one[:2]))[2]

    def _fits(self, person: Person, title: Title, mention: Mention) -> bool:
        if mention.country is not None and person.country is not None and person.country != mention.country:
            return False
        if mention.country is not None and person.country is None:
            return False
        return any(same_office(title, other) for other in person.titles if other is not mention.title)

    def _holder_by_data(self, title: Title, country: str) -> Person | None:
        if self.on is None or title.head == "leader":
            return None
        holders = self.data.holders(title.text, country, self.on)
        if len(holders) != 1:
            return None
        match = holders[0]
        for person in self.persons:
            if person.id == match.person.id:
                return person
        person = self._new()
        person.country = country
        person.names.append(match.person.name)
        self._take(person, match)
        return person

    # Identity

    def _link(self, person: Person) -> tuple[PersonMatch, ...]:
        """Takes whom entity data surely means; gives those between whom it leaves the choice."""
        if person.id:
            return ()
        name = person.full_name
        matches = self.data.people_named(name, self.on, person.country) if len(parts(name)) > 1 else ()
        if not matches and len(parts(name)) == 1 and person.country is None and person.titles:
            # "President Zelensky": no state, and just one president of that name then.
            holders = self._in_office(person, self.data.people_named(name, self.on))
            if len(holders) == 1:
                self._take(person, replace(holders[0], score=SURNAME_IN_OFFICE))
            return holders
        if not matches and len(parts(name)) == 1 and person.country is not None:
            matches = tuple(
                m for m in self.data.people_named(name, self.on, person.country) if m.score >= SURE
            )
        if not matches or matches[0].score < SURE:
            return ()
        rivals = tuple(match for match in matches if match.score > matches[0].score - MARGIN)
        if len(rivals) > 1:
            # Two of one name: the foreign minister is the one who was foreign minister then; George W. Bush
            # is the one who is spelled so.
            spelled = tuple(match for match in rivals if match.person.name == name)
            rivals = self._in_office(person, rivals) or spelled or rivals
        if len(rivals) == 1:
            self._take(person, rivals[0])
        return rivals

    def _in_office(self, person: Person, matches: Sequence[PersonMatch]) -> tuple[PersonMatch, ...]:
        """Those who held on the article's day an office that the article gives the person."""
        if self.on is None:
            return ()
        return tuple(
            match
            for match in matches
            if any(
                office.held_on(self.on)
                and office.role == self.data.office_role(title.text, title.country or office.country)
                for office in match.person.offices
                for title in person.titles
                if not title.former
            )
        )

    def _identify(self, person: Person) -> None:
        rivals = self._link(person)
        if person.id:
            return
        person.name = person.full_name
        person.id = entity_id("person", person.name, person.country)
        if rivals:
            if self.data.person(person.id) is not None:
                # One of the namesakes has this very id, and it may be another one.
                person.id += "-unsure"
            best, *others = (match.person.name for match in rivals[:4])
            person.link = Link(
                round(rivals[0].score, 3), "unsure", f"may be {best} or {', '.join(others)}; kept apart"
            )
        else:
            person.link = Link(0.5, "no", "no such person in the entity data; an id of our own")

    def _take(self, person: Person, match: PersonMatch) -> None:
        known = match.person
        person.id, person.name, person.wikidata = known.id, known.name, known.wikidata
        person.aliases, person.party = known.aliases, known.party
        person.country = person.country or known.country
        person.link = Link(round(match.score, 3), "yes", match.reason)

    def linked(self) -> Iterator[Person]:
        """The people in order, those that turned out to be one person by id joined into the first of them."""
        seen: dict[str, Person] = {}
        for person in self.persons:
            if person.id not in seen:
                seen[person.id] = person
                yield person


def _heads_government(person: Person) -> bool:
    return any("prime" in title.text.lower() for title in person.titles)


def _last_before(person: Person, mention: Mention) -> tuple[int, int]:
    places = [
        (m.sentence, m.first)
        for m in person.mentions
        if (m.sentence, m.first) < (mention.sentence, mention.first)
    ]
    return max(places, default=(-1, -1))
