"""Counts one article: what its reading has right, false and missed, with the sentence behind each error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.entities.data import EntityData
from ingest.records import Entity, MeetingClaim, PartnershipClaim, Reading
from ingest.score.alignment import Alignment, Key, Statement, align, statements
from ingest.score.gold import GoldArticle, GoldMeeting, bounds, is_day
from ingest.score.hints import hint
from ingest.score.measures import Found, Share
from ingest.score.places import same_place

ABSENT = "nothing"
_NOTHING_FOUND = Found()
_NOTHING_SHARED = Share()


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error: what was expected and found, and the sentence that shows it."""

    article: str
    kind: str
    names: tuple[str, ...]
    expected: str
    found: str
    sentence: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One article's counts. Adding two gives the counts of both."""

    pairs: Found = _NOTHING_FOUND
    clean: Share = _NOTHING_SHARED
    false_articles: Share = _NOTHING_SHARED
    alarms: Share = _NOTHING_SHARED
    meetings: Found = _NOTHING_FOUND
    status: Share = _NOTHING_SHARED
    not_held: Share = _NOTHING_SHARED
    exact_date: Share = _NOTHING_SHARED
    loose_date: Share = _NOTHING_SHARED
    dated: Share = _NOTHING_SHARED
    places: Found = _NOTHING_FOUND
    persons: Found = _NOTHING_FOUND
    person_countries: Share = _NOTHING_SHARED
    linked: Share = _NOTHING_SHARED
    whole: Share = _NOTHING_SHARED
    partners: Found = _NOTHING_FOUND
    mistakes: tuple[Mistake, ...] = field(default=(), compare=False)

    def __add__(self, other: Judgement) -> Judgement:
        return Judgement(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def judge(
    gold: GoldArticle,
    reading: Reading,
    data: EntityData,
    edge_confidence: float,
    edge_polarities: frozenset[str],
) -> Judgement:
    """The counts of one article."""
    alignment = align(gold, reading)
    said = tuple(statements(reading, alignment, edge_confidence))
    article = _Article(gold, reading, alignment, said, data)
    pairs, pair_mistakes = article.pairs()
    none_acceptable = not gold.held and not gold.optional
    partners, partner_mistakes = article.partners(edge_polarities)
    status, status_mistakes = article.status()
    dates, date_mistakes = article.dates()
    places, place_mistakes = article.places()
    states, state_mistakes = article.person_countries()
    return Judgement(
        pairs=pairs,
        clean=Share(int(not pairs.false and not pairs.missed), 1),
        false_articles=Share(int(pairs.false > 0), 1),
        alarms=Share(int(pairs.false > 0), 1) if none_acceptable else Share(),
        meetings=article.meetings(),
        status=status,
        not_held=article.not_held(),
        exact_date=dates[0],
        loose_date=dates[1],
        dated=dates[2],
        places=places,
        persons=article.persons(),
        person_countries=states,
        linked=Share(
            sum(e.link.verdict == "yes" for e in article.found_entities()), len(article.found_entities())
        ),
        whole=article.whole(),
        partners=partners,
        mistakes=(
            *pair_mistakes,
            *status_mistakes,
            *date_mistakes,
            *place_mistakes,
            *partner_mistakes,
            *article.strangers(),
            *state_mistakes,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Article:
    gold: GoldArticle
    reading: Reading
    alignment: Alignment
    said: tuple[Statement, ...]
    data: EntityData

    def pairs(self) -> tuple[Found, list[Mistake]]:
        required = {self.alignment.pair(pair) for pair in self.gold.held}
        optional = {self.alignment.pair(pair) for pair in self.gold.optional} - required
        edges: dict[Key, MeetingClaim] = {}
        for statement in self.said:
            if statement.edge:
                edges.setdefault(statement.pair, statement.claim)
        missed = sorted(required - edges.keys(), key=sorted)
        false = sorted(edges.keys() - required - optional, key=sorted)
        statuses = self._gold_statuses()
        mistakes = [
            self._mistake(
                "missed pair", pair, "held", self._statuses_said(pair), hint(self.gold, sorted(pair))
            )
            for pair in missed
        ]
        for pair in false:
            claim, expected = edges[pair], ", ".join(sorted(statuses.get(pair, ()))) or ABSENT
            mistakes.append(
                self._mistake("false pair", pair, expected, "held", claim.evidence.sentence, claim.rule)
            )
        return Found(len(required & edges.keys()), len(false), len(missed)), mistakes

    def meetings(self) -> Found:
        """Events: a gold meeting is found when a claim of its status joins one of its pairs.

        A claim that only joins optional pairs is not counted; neither is what is merely possible.
        """
        required: dict[tuple[Key, str], int] = {}
        optional: set[tuple[Key, str]] = {(self.alignment.pair(pair), "held") for pair in self.gold.optional}
        marked = [m for m in self.gold.meetings if m.required and m.status != "unknown"]
        for number, meeting in enumerate(marked):
            for pair in meeting.required:
                required.setdefault((self.alignment.pair(pair), meeting.status), number)
        for meeting in self.gold.meetings:
            optional.update((self.alignment.pair(pair), meeting.status) for pair in meeting.optional)
        claims: dict[int, list[tuple[Key, str]]] = {}
        for statement in self.said:
            if statement.status != "unknown" and (statement.edge or statement.status != "held"):
                claims.setdefault(id(statement.claim), []).append((statement.pair, statement.status))
        found = {required[key] for keys in claims.values() for key in keys if key in required}
        numbers = set(required.values())
        false = sum(
            not any(key in required for key in keys) and not all(key in optional for key in keys)
            for keys in claims.values()
        )
        return Found(len(found), false, len(numbers - found))

    def status(self) -> tuple[Share, list[Mistake]]:
        """Of what is said of pairs that the gold has with any status: how much agrees with the gold."""
        gold = self._gold_statuses()
        said: dict[tuple[Key, str], MeetingClaim] = {}
        for statement in self.said:
            if statement.pair in gold and (statement.edge or statement.status != "held"):
                said.setdefault((statement.pair, statement.status), statement.claim)
        wrong = [(pair, status) for pair, status in said if status not in gold[pair]]
        mistakes = [
            self._mistake(
                "wrong status",
                pair,
                ", ".join(sorted(gold[pair])),
                status,
                said[pair, status].evidence.sentence,
                said[pair, status].rule,
            )
            for pair, status in wrong
        ]
        return Share(len(said) - len(wrong), len(said)), mistakes

    def not_held(self) -> Share:
        """Planned and cancelled pairs of the gold that are found with that very status."""
        wanted = {
            (self.alignment.pair(pair), meeting.status)
            for meeting in self.gold.meetings
            if meeting.status in ("planned", "cancelled")
            for pair in meeting.required
        }
        return Share(len(wanted & {(s.pair, s.status) for s in self.said}), len(wanted))

    def dates(self) -> tuple[tuple[Share, Share, Share], list[Mistake]]:
        """Exact days, compatible dates, and dates given at all; of found pairs with a gold date."""
        exact = loose = dated = Share()
        mistakes: list[Mistake] = []
        for pair, meeting, claims in self._found_meetings():
            if meeting.date is None:
                continue
            fits = any(_overlap(meeting.date, claim.when.edtf) for claim in claims)
            same = any(claim.when.edtf == meeting.date for claim in claims)
            loose += Share(int(fits), 1)
            dated += Share(int(any(claim.when.edtf for claim in claims)), 1)
            if is_day(meeting.date):
                exact += Share(int(same), 1)
            if not (same if is_day(meeting.date) else fits):
                given = ", ".join(sorted({claim.when.edtf or "none" for claim in claims}))
                mistakes.append(
                    self._mistake(
                        "wrong date", pair, meeting.date, given, claims[0].evidence.sentence, claims[0].rule
                    )
                )
        return (exact, loose, dated), mistakes

    def places(self) -> tuple[Found, list[Mistake]]:
        """Of found pairs whose gold has a place: that city, or its country where one says no more.

        Another place is false, and none at all is missed.
        """
        entities = {entity.id: entity for entity in self.reading.entities}
        found = Found()
        mistakes = []
        for pair, meeting, claims in self._found_meetings():
            if meeting.place is None:
                continue
            given = [entities[claim.place] for claim in claims if claim.place in entities]
            right = any(same_place(meeting.place, place, self.data) for place in given)
            found += Found(int(right), int(not right and bool(given)), int(not given))
            if not right:
                names = ", ".join(sorted({place.name for place in given})) or ABSENT
                sentence = claims[0].evidence.sentence
                mistakes.append(
                    self._mistake("wrong place", pair, meeting.place, names, sentence, claims[0].rule)
                )
        return found, mistakes

    def persons(self) -> Found:
        """Gold persons with an entity, entities that are nobody of the gold, and persons without one."""
        wanted = {self.alignment.canonical[person.name] for person in self.gold.persons}
        found = set(self.alignment.entity_names.values())
        known = set(self.alignment.canonical.values())
        return Found(len(wanted & found), len(found - known), len(wanted - found)) if wanted else Found()

    def found_entities(self) -> list[Entity]:
        wanted = {self.alignment.canonical[person.name] for person in self.gold.persons}
        return [
            entity
            for entity in self.reading.entities
            if entity.kind == "person" and self.alignment.entity_names[entity.id] in wanted
        ]

    def whole(self) -> Share:
        """Found persons who are one entity and not two."""
        names = [self.alignment.entity_names[entity.id] for entity in self.found_entities()]
        return Share(sum(names.count(name) == 1 for name in set(names)), len(set(names)))

    def person_countries(self) -> tuple[Share, list[Mistake]]:
        """Found persons whose gold country is a state, and who were given that state."""
        share = Share()
        mistakes = []
        states = {}
        for person in self.gold.persons:
            match = self.data.country_of(person.country) if person.country else None
            if match is not None:
                states[self.alignment.canonical[person.name]] = match.iso3
        for entity in self.found_entities():
            name = self.alignment.entity_names[entity.id]
            if name not in states:
                continue
            share += Share(int(entity.country == states[name]), 1)
            if entity.country != states[name]:
                mistakes.append(
                    self._mistake(
                        "country of person",
                        [name],
                        states[name],
                        entity.country or ABSENT,
                        self._around(entity),
                    )
                )
        return share, mistakes

    def strangers(self) -> list[Mistake]:
        """Entities that are nobody of the gold, where the gold lists persons."""
        if not self.gold.persons:
            return []
        known = set(self.alignment.canonical.values())
        return [
            self._mistake("false person", [entity.name], ABSENT, entity.id, self._around(entity))
            for entity in self.reading.entities
            if entity.kind == "person" and self.alignment.entity_names[entity.id] not in known
        ]

    def _around(self, entity: Entity) -> str:
        """The text around an entity's first mention."""
        start = entity.mentions[0].start if entity.mentions else 0
        return self.reading.article.text[max(0, start - 80) : start + 80]

    def partners(self, edge_polarities: frozenset[str]) -> tuple[Found, list[Mistake]]:
        required = {self._states(pair) for pair in self.gold.partners}
        optional = {self._states(pair) for pair in self.gold.partners_optional} - required
        found: dict[Key, PartnershipClaim] = {}
        for claim in self.reading.claims:
            if isinstance(claim, PartnershipClaim) and claim.polarity in edge_polarities:
                found.setdefault(frozenset(claim.countries), claim)
        missed = sorted(required - found.keys(), key=sorted)
        false = sorted(found.keys() - required - optional, key=sorted)
        mistakes = [
            self._mistake(
                "missed partners", pair, "partners", ABSENT, hint(self.gold, sorted(pair), "partner")
            )
            for pair in missed
        ]
        mistakes += [
            self._mistake(
                "false partners",
                pair,
                ABSENT,
                found[pair].relation,
                found[pair].evidence.sentence,
                found[pair].rule,
            )
            for pair in false
        ]
        return Found(len(required & found.keys()), len(false), len(missed)), mistakes

    def _found_meetings(self) -> list[tuple[Key, GoldMeeting, list[MeetingClaim]]]:
        """Each required pair of a gold meeting for which the reading has claims of the right status."""
        result = []
        for meeting in self.gold.meetings:
            for names in meeting.required:
                pair = self.alignment.pair(names)
                claims = [s.claim for s in self.said if s.pair == pair and s.status == meeting.status]
                if claims:
                    result.append((pair, meeting, claims))
        return result

    def _gold_statuses(self) -> dict[Key, set[str]]:
        statuses: dict[Key, set[str]] = {}
        for meeting in self.gold.meetings:
            for pair in meeting.required:
                statuses.setdefault(self.alignment.pair(pair), set()).add(meeting.status)
        for pair in self.gold.held:
            statuses.setdefault(self.alignment.pair(pair), set()).add("held")
        for meeting in self.gold.meetings:
            for pair in meeting.optional:
                if self.alignment.pair(pair) in statuses:
                    statuses[self.alignment.pair(pair)].add(meeting.status)
        return statuses

    def _statuses_said(self, pair: Key) -> str:
        said = {
            f"{s.claim.status} ({s.claim.format}, {s.claim.confidence:.2f})"
            for s in self.said
            if s.pair == pair
        }
        absent = [name for name in sorted(pair) if name not in self.alignment.entity_names.values()]
        return ", ".join(sorted(said)) or (f"no person {' and no '.join(absent)}" if absent else ABSENT)

    def _states(self, names: Iterable[str]) -> Key:
        matches = [(name, self.data.country_of(name)) for name in names]
        return frozenset(match.iso3 if match else name for name, match in matches)

    def _mistake(
        self, kind: str, names: Iterable[str], expected: str, found: str, sentence: str, rule: str = ""
    ) -> Mistake:
        return Mistake(
            self.gold.article.id,
            kind,
            tuple(sorted(names)),
            expected,
            found,
            " ".join(sentence.split()),
            rule,
        )


def _overlap(gold: str, given: str | None) -> bool:
    """Whether two dates can be the same time: gold marks "last week" now as a month, now as an interval."""
    a, b = bounds(gold), bounds(given or "")
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]
