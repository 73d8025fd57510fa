"""Events become claims: each with its status, format, date, place and the sentence that says so."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Span, Token

from ingest.arguments import ArgumentReader
from ingest.dates import put_off_to, when_of
from ingest.events import AWAITED, ROUND_NOUNS, Event, events_in
from ingest.parse import Sentence
from ingest.people import Person
from ingest.places import Places
from ingest.protocol import receiving
from ingest.records import (
    Claim,
    Evidence,
    MeetingClaim,
    MeetingFormat,
    MeetingStatus,
    Participant,
    ParticipantRole,
    When,
)
from ingest.rosters import FAR, OpenEvent, open_events
from ingest.status import Standing, is_asserted, is_journey, standing_of, tense_of, was_planned, was_wished
from ingest.status.fates import AFTER_ALL
from ingest.status.links import carrier_of
from ingest.status.mood import mood_of
from ingest.status.words import WHAT_WAS_PLANNED
from ingest.told_again import ANOTHER, DEFINITE, TOLD_AGAIN_WITHIN, told_again
from ingest.topics import topics_of
from ingest.visits import lasts

# A guess about who "they" or "he" is costs this much of a claim's confidence.
GUESS = 0.9
# What was held so long before the article is not of the journey that it tells of; nor is what nobody plans.
_BACKGROUND = timedelta(days=10)
# So many sentences back the day may stand that "the same day" goes back to.
_LOOKED_BACK = 4
# That a held meeting was with the one whom the article is about is likely, and no ground for an edge.
PRESUMED = 0.5
# By these a text goes on about a meeting, so many sentences after the journey to it.
_GOING_ON = frozenset("meeting talk session conversation encounter discussion dinner lunch".split())
_GOES_ON_WITHIN = 3
# By these a text speaks again of a plan, so many sentences behind it.
_FATE_WITHIN = 2
# Before what was called off, where the text begins with that.
_ANY_PLAN = DEFINITE | {"a", "an"}
# What people do with each other who have met.
_GESTURES = frozenset({"handshake", "shake", "smile", "embrace", "hug", "kiss"})
# "Talks with Lamar next week".
_UNITS = frozenset("week month year weekend".split())
# What is to be done where people go, and was to be.
_ON_JOURNEYS = frozenset({"planned", "postponed", "cancelled"})
# A day that is called so comes after the one told before it.
_TO_COME = frozenset({"next", "following", "tomorrow"})


@dataclass(frozen=True, slots=True)
class MeetingContext:
    """What the article says about every meeting in it, unless a sentence says otherwise."""

    published: date | None
    dateline_day: date | None
    story_day: When
    visit: When | None
    places: Places
    before: tuple[Span, ...] = ()
    """The sentences before the paragraph that is read, the nearest first."""
    listed: When | None = None
    """The day of the line of a programme that is read, if it is one."""
    round_place: str | None = None
    """Where the round was of which the sentences before told."""
    follows_round: bool = False
    """Whether the sentence right before told of it."""


class MeetingReader:
    """Reads the meetings of one article, sentence by sentence, and keeps those open whose people are still to
    come.
    """

    def __init__(self, context: MeetingContext) -> None:
        self.context = context
        self._open: list[OpenEvent] = []
        self._last: MeetingClaim | None = None
        self._told_last: tuple[Event, int] | None = None
        self._calls: dict[frozenset[str], MeetingFormat] = {}
        self._before: deque[Span] = deque(maxlen=_LOOKED_BACK)
        self._journeys: dict[MeetingClaim, int] = {}
        self._made: set[MeetingClaim] = set()
        self._spoken_of: set[MeetingClaim] = set()
        self._past_plans: dict[MeetingClaim, int] = {}
        self._fates: dict[MeetingClaim, MeetingStatus] = {}
        self._told_off: tuple[MeetingStatus, int] | None = None

    def read(
        self, reader: ArgumentReader, listed: When | None = None
    ) -> tuple[tuple[MeetingClaim, Event], ...]:
        """The meetings that one sentence states, each with the event it was read from.

        `listed` is the day of the line, where the sentence is a line of a programme (`ingest.agendas`).
        """
        earlier = tuple(span for span in self._before if span.doc is not reader.doc)
        follows = any(o.place is not None and o.reaches(reader.sentence.index, 1) for o in self._open)
        self.context = replace(self.context, before=earlier, listed=listed, follows_round=follows)
        self._before.appendleft(reader.sentence.span)
        claims = []
        for opened in sorted(self._open, key=lambda opened: not opened.begun):
            event = opened.filled_by(reader)
            if event is not None:
                # One roster fills one event: that which it has begun to fill, else the one told first.
                claims.append((event, _claim(event, reader.sentence, self.context, opened)))
                break
        events = events_in(reader)
        claims.extend((event, _claim(event, reader.sentence, self.context)) for event in events)
        self._open = [opened for opened in self._open if opened.reaches(reader.sentence.index + 1, FAR)]
        for opened in open_events(reader, events):
            if any(known.takes_host(opened) for known in self._open):
                continue
            known = opened.side.people if opened.side is not None else ()
            told_before = self.context.round_place if _is_the_round(opened.trigger) else None
            opened.place = self.context.places.of(opened.trigger, known, held=True, round_place=told_before)
            self.context = replace(self.context, round_place=opened.place or self.context.round_place)
            self._open.append(opened)
        told = [(event, claim) for event, claim in claims if claim is not None]
        held = [claim for _, claim in told if claim.status == "held" and claim.rule != "roster"]
        found = [
            (self._continued(claim, event), event)
            for event, claim in told
            if not any(_is_of_another_round(claim, other) for other in held)
        ]
        found.extend(_put_off(found, self.context.published))
        if not found:
            found.extend(self._told_again(reader))
        read = tuple(_without_repeats(found))
        for claim, event in read:
            self.context.places.arrive(claim.place, event.people, held=claim.status == "held")
            people = frozenset(p.entity for p in claim.participants)
            if claim.format in {"phone", "video"}:
                self._calls[people] = claim.format
            elif claim.format == "in_person" and claim.status == "held":
                self._calls.pop(people, None)
            if claim.status == "planned" and was_planned(event.trigger):
                self._past_plans[claim] = reader.sentence.index
                if (fate := self._fate_told_before(reader)) is not None:
                    self._fates[claim] = fate
            if claim.status == "planned" and is_journey(event.trigger):
                self._journeys[claim] = reader.sentence.index
            if claim.status == "held" and claim.rule != "roster" and not is_asserted(event.trigger):
                self._spoken_of.add(claim)
        if self._past_plans and not read and (fate := _fate_told(reader)) is not None:
            here = reader.sentence.index
            self._fates.update(
                (claim, fate) for claim, at in self._past_plans.items() if 0 < here - at <= _FATE_WITHIN
            )
        if not read and (fate := _fate_told(reader, _ANY_PLAN)) is not None:
            self._told_off = fate, reader.sentence.index
        if self._journeys and not read and _goes_on(reader):
            here = reader.sentence.index
            self._made.update(
                claim for claim, at in self._journeys.items() if 0 < here - at <= _GOES_ON_WITHIN
            )
        if read and len(read[-1][0].participants) > 1:
            self._last = read[-1][0]
            self._told_last = (read[-1][1], reader.sentence.index) if len(read) == 1 else None
        return read

    def _fate_told_before(self, reader: ArgumentReader) -> MeetingStatus | None:
        """ "The session has been put off to June. Solen was to hold talks there": the fate of what it was to
        be part of.
        """
        if self._told_off is None:
            return None
        fate, at = self._told_off
        return fate if 0 < reader.sentence.index - at <= _FATE_WITHIN else None

    def _told_again(self, reader: ArgumentReader) -> Iterator[tuple[MeetingClaim, Event]]:
        """What the sentence says anew of the meeting just told, if that was the only one of its sentence."""
        last = self._last
        if last is None or self._told_last is None or last.format not in {"in_person", "unknown"}:
            return
        event, at = self._told_last
        if not 0 < reader.sentence.index - at <= TOLD_AGAIN_WITHIN:
            return
        again = told_again(reader, event, last.status)
        claim = _claim(again, reader.sentence, self.context) if again is not None else None
        if again is None or claim is None or (last in self._past_plans and claim.status != "planned"):
            return
        is_day = last.when.earliest is not None and last.when.earliest == last.when.latest
        dated = claim.when.edtf is not None and not (is_day and claim.status == last.status)
        if again.rule == ANOTHER or claim.status != "planned" or dated:
            yield claim, again

    def settled(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims with the purposes of journeys as the article goes on to tell of them: dropped where it
        tells of that meeting itself ("flew to Norvik to meet Dorn. After their meeting …"), held where it
        goes on about "the talks" and names nobody anew. A plan of the past falls with "the meeting" that a
        sentence behind calls off. What is only spoken of is as far as the article says elsewhere: planned,
        where it tells of the plan and of nothing held.
        """
        claims = [
            replace(claim, status=self._fates[claim])
            if isinstance(claim, MeetingClaim) and claim in self._fates
            else claim
            for claim in claims
        ]
        claims = [self._as_told_elsewhere(claim, claims) for claim in claims]
        return [
            replace(claim, status="held") if claim in self._made else claim
            for claim in claims
            if claim not in self._journeys or not any(_carries_out(other, claim) for other in claims)
        ]

    def _as_told_elsewhere(self, claim: Claim, claims: Sequence[Claim]) -> Claim:
        """ "The party protested against Solen's meeting with Orlov", who "will meet on Friday"."""
        if claim not in self._spoken_of or not isinstance(claim, MeetingClaim):
            return claim
        people = {p.entity for p in claim.participants}
        others = [
            other
            for other in claims
            if isinstance(other, MeetingClaim)
            and other not in self._spoken_of
            and {p.entity for p in other.participants} == people
        ]
        plan = next((other for other in others if other.status == "planned"), None)
        if plan is None or any(other.status == "held" for other in others):
            return claim
        return replace(claim, status="planned", when=plan.when)

    def _continued(self, claim: MeetingClaim, event: Event) -> MeetingClaim:
        """ "They exchanged views on …" goes on about the meeting just told: by phone, if that was a call."""
        if claim.format == "unknown" and claim.status == "held":
            # "The ministers discussed fishing", after "spoke by telephone".
            people = frozenset(p.entity for p in claim.participants)
            claim = replace(claim, format=self._calls.get(people, claim.format))
        last = self._last
        if (
            last is None
            or not (event.guessed and event.rule.endswith(":mutual"))
            or last.status != claim.status
        ):
            return claim
        if {p.entity for p in last.participants} != {p.entity for p in claim.participants}:
            return claim
        if claim.when.edtf is not None and claim.when.edtf != last.when.edtf and claim.format == "in_person":
            return claim  # "spoke by phone. The two last met in July"
        when = claim.when if claim.when.edtf is not None else last.when
        return replace(claim, format=last.format, when=when, place=claim.place or last.place)


def _is_of_another_round(roster: MeetingClaim, held: MeetingClaim) -> bool:
    """ "They will meet in June. They met in May, when Solen and Lamar conferred, too": no roster of June."""
    met = {p.entity for p in held.participants}
    listed = {p.entity for p in roster.participants}
    return roster.rule == "roster" and roster.status == "planned" and len(met & listed) > 1


def _put_off(
    found: Sequence[tuple[MeetingClaim, Event]], published: date | None
) -> Iterator[tuple[MeetingClaim, Event]]:
    """The plans that came of meetings "put off until Friday"."""
    for claim, event in found:
        when = put_off_to(event.trigger, published) if claim.status == "postponed" else None
        if when is not None:
            yield replace(claim, status="planned", when=when), event


def _goes_on(reader: ArgumentReader) -> bool:
    """ "The talks got off to an icy start", "After the meeting he said": it has taken place."""
    for token in reader.sentence.span:
        if token.lemma_.lower() not in _GOING_ON or token.pos_ != "NOUN":
            continue
        if not any(child.lower_ in {"the", "their", "his", "her"} for child in token.children):
            continue
        head = token.head
        if token.dep_ in {"nsubj", "nsubjpass"}:
            told = head.tag_ == "VBD" or any(child.lower_ in {"was", "were"} for child in head.children)
        else:
            told = head.lower_ in {"after", "during", "following"} and head.head.tag_ == "VBD"
        if told and standing_of(token).status == "held":
            return True
    return False


def _fate_told(reader: ArgumentReader, determiners: frozenset[str] = DEFINITE) -> MeetingStatus | None:
    """ "The meeting was called off at the last minute", "It was put off": what became of a plan just told."""
    for token in reader.sentence.span:
        if token.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        named = token.lemma_.lower() in WHAT_WAS_PLANNED | {"session"} and any(
            child.lower_ in determiners for child in token.children
        )
        if named or token.lower_ == "it":
            status = standing_of(token).status
            if status in {"cancelled", "postponed"}:
                return status
    return None


def _carries_out(held: Claim, plan: Claim) -> bool:
    if not isinstance(held, MeetingClaim) or not isinstance(plan, MeetingClaim) or held.status != "held":
        return False
    later = held.evidence.start > plan.evidence.start and held.format != "phone"
    return later and {p.entity for p in plan.participants} <= {p.entity for p in held.participants}


def _claim(
    event: Event, sentence: Sentence, context: MeetingContext, opened: OpenEvent | None = None
) -> MeetingClaim | None:
    standing = standing_of(event.trigger)
    status, format_ = standing.status, _format(standing)
    if format_ is None:
        return None
    if status == "refused" and event.trigger.lemma_.lower() in _GESTURES:
        return None  # "There was no handshake at their meeting" refuses no meeting
    came = opened is not None and opened.came and status == "planned"
    if came or (event.told_after and status == "planned"):
        status = "held"
    if status == "held" and context.listed is not None:
        status = "planned"
    would_have = status == "possible" and (standing.cue == "would" or was_wished(event.trigger))
    if would_have or (status == "planned" and was_planned(event.trigger)):
        status = context.places.called_off(event.people) or status
    of_plan = came or standing.cue == AFTER_ALL
    when = _when(event, sentence, status, context) if not of_plan else When()
    if standing.cue == "present" and when.latest and context.published and when.latest < context.published:
        status = "held"  # "Solen receives Lamar on Tuesday, March 10", in an article of the 11th
    if status == "held" and (mood_of(event.trigger).present or _is_of_next(event.trigger)):
        ahead = _in_the_future(event, context)
        status, when = ("planned", ahead) if ahead is not None else (status, when)
    if status == "held" and when.earliest and context.published and when.earliest > context.published:
        if _goes_on_now(event.trigger):
            when = When()  # "are holding talks in Norvik ahead of elections in June"
        else:
            status = "planned"  # "at their summit on April 25", in an article of the 3rd
    confidence = event.confidence * (GUESS if event.guessed else 1.0)
    if event.presumed and status == "held":
        confidence *= PRESUMED
    return MeetingClaim(
        status=status,
        format=format_,
        participants=tuple(_participants(event)),
        evidence=Evidence((opened.told_from(sentence) if opened else sentence).start, sentence.end, ""),
        confidence=round(confidence, 3),
        rule=event.rule,
        when=when,
        groups=event.groups,
        place=_place(event, status, format_, when, context, opened),
        topics=topics_of([sentence.span]),
    )


def _goes_on_now(trigger: Token) -> bool:
    """ "Are meeting", "is holding talks", "is in talks"."""
    verb = carrier_of(trigger) or trigger
    if verb.dep_ == "pobj" and verb.head.lower_ == "in":
        return verb.head.head.lower_ in {"is", "are"}
    return verb.pos_ == "VERB" and mood_of(verb).going_on


def _place(
    event: Event,
    status: MeetingStatus,
    format_: MeetingFormat,
    when: When,
    context: MeetingContext,
    opened: OpenEvent | None,
) -> str | None:
    """Where the meeting was. A roster is not told where its round was; those who only call have no host."""
    if opened is not None:
        return opened.place or context.places.of_roster(event.people)
    hosts = (
        ()
        if format_ in {"phone", "video"}
        else event.hosts or receiving(event.trigger, event.people, context.places.data)
    )
    published, held = context.published, status == "held"
    recent = status not in {"refused", "possible"} and (
        not held or when.latest is None or published is None or published - when.latest < _BACKGROUND
    )
    in_round = _is_the_round(event.trigger) or (context.follows_round and bool(event.hosts))
    round_place = context.round_place if in_round else None
    # Where people are now says nothing of where they are to meet next.
    people = event.people if event.rule != ANOTHER else ()
    recent = recent and event.rule != AWAITED
    place = context.places.of(event.trigger, people, hosts, held=held, recent=recent, round_place=round_place)
    if place is None and status in {"cancelled", "postponed"}:
        return context.places.not_reached(event.people)
    return place


def _is_the_round(trigger: Token) -> bool:
    """ "The talks brought together A and B", "at the summit": the round of which the text has told."""
    return any(
        word.lemma_.lower() in ROUND_NOUNS and any(child.lower_ == "the" for child in word.children)
        for word in (trigger, *trigger.children)
    )


def _format(standing: Standing) -> MeetingFormat | None:
    """None for letters: they are no meeting."""
    return None if standing.format == "letter" else standing.format


def _participants(event: Event) -> Iterable[Participant]:
    for number, side in enumerate(event.sides):
        for person in side.people:
            yield participant(person, number, "host" if side.role == "host" else _role(person))


def _role(person: Person) -> ParticipantRole:
    """Who is called a mediator sits between the sides, and is one of their own."""
    return "mediator" if any(title.head == "mediator" for title in person.titles) else "participant"


def participant(person: Person, side: int, role: ParticipantRole) -> Participant:
    """A person of the article as a participant of a claim."""
    return Participant(
        entity=person.id,
        name=person.name or person.full_name,
        side=side,
        role=role,
        title=person.title(),
        country=person.country,
        mention=person.full_name,
    )


def _when(event: Event, sentence: Sentence, status: MeetingStatus, context: MeetingContext) -> When:
    held = status == "held"
    ahead, behind = _named_last(event, sentence) or (None, None)
    when = when_of(
        event.trigger,
        published=context.published,
        tense=tense_of(event.trigger),
        dateline_day=context.dateline_day,
        story=context.story_day if held or status == "planned" else None,
        visit=context.visit,
        before=context.before,
        ahead=ahead,
        behind=behind,
    )
    if when.edtf is None and not when.cue and status in _ON_JOURNEYS:
        when = _day_of_journey(event, context) or when
    return when if when.edtf is not None or context.listed is None else context.listed


def _day_of_journey(event: Event, context: MeetingContext) -> When | None:
    """The day of "He is due in Norvik on Saturday. He will see Lamar", of a trip that was called off, too."""
    journey = context.places.journey_to_meet(event.people)
    if journey is None or lasts(journey.sent):
        return None
    when = when_of(journey, published=context.published, tense="future", before=context.before)
    return when if when.edtf is not None and when.earliest == when.latest else None


def _is_of_next(noun: Token) -> bool:
    """ "Talks with Lamar next week"."""
    return noun.pos_ == "NOUN" and any(
        word.lower_ == "tomorrow" or (word.lower_ == "next" and word.head.lower_ in _UNITS)
        for child in (*noun.rights, *(noun.head.lefts if noun.dep_ == "nsubj" else ()))
        for word in (child, *child.children)
        if word.i > noun.i
    )


def _in_the_future(event: Event, context: MeetingContext) -> When | None:
    """The day to come of "He will arrive on Monday. He meets Lamar the following day"; else None."""
    when = when_of(event.trigger, published=context.published, tense="future", before=context.before)
    if when.earliest is None or context.published is None or when.earliest <= context.published:
        return None
    return when if _TO_COME & set(when.cue.lower().split()) else None


def _named_last(event: Event, sentence: Sentence) -> tuple[int, int] | None:
    """The first and the last word of the one whom the others met apart, if he is named behind the trigger."""
    if not event.rule.endswith(":separately"):
        return None
    mentions = (mention for person in event.sides[-1].people for mention in person.mentions)
    named = ((m.left, m.last) for m in mentions if m.sentence == sentence.index and m.last > event.trigger.i)
    return min(named, key=lambda words: words[1], default=None)


def _without_repeats(
    claims: Sequence[tuple[MeetingClaim, Event]],
) -> Iterable[tuple[MeetingClaim, Event]]:
    """One claim for the same people in the same standing in one sentence: the surest, a round before who
    received the others of it.
    """
    best: dict[tuple[object, ...], tuple[MeetingClaim, Event]] = {}
    for claim, event in claims:
        key = (frozenset(p.entity for p in claim.participants), claim.groups, claim.status, claim.format)
        if key not in best or _weight(best[key][0]) < _weight(claim):
            best[key] = (claim, event)
    return best.values()


def _weight(claim: MeetingClaim) -> tuple[bool, float]:
    return claim.rule == "roster", claim.confidence
