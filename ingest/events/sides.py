"""Who sat opposite whom: the people of a subject and an object as the sides of an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.model import Event, Side
from ingest.people import Person

# So many words behind a name its day stands.
_DAY_WITHIN = 5
_IN_OFFICE = frozenset("minister secretary president premier chancellor ambassador king prince".split())


def is_mutual(subject: Argument) -> bool:
    """Whether the people of one subject can have met each other."""
    return len(subject.people) >= 2


def several_states(people: Sequence[Person]) -> bool:
    """Whether people are known to be of different states, each of them of one."""
    states = [person.country for person in people]
    return len(people) >= 2 and None not in states and len(set(states)) == len(people)


def with_counterpart(subject: Argument) -> bool:
    """ "Solen and her Marenian counterpart, Lamar": two who act together, or one would not be called so."""
    return len(subject.people) == 2 and any(
        mention.head in {"counterpart", "colleague", "number"} for mention in subject.mentions.values()
    )


def one_government(people: Sequence[Person]) -> bool:
    """Whether people are ministers of one state, who come together and are one side."""
    states = {person.country for person in people}
    if len(states) != 1 or None in states:
        return False
    if len({person.country_is_guessed for person in people}) > 1:
        return False  # "Minister Solen and Lamar, the Marenian minister": or both would be called Marenian
    return all(any(title.head in _IN_OFFICE for title in person.titles) for person in people)


def all_with_all(token: Token, everyone: Argument, confidence: float, rule: str) -> Event:
    """All with all: each on a side of their own."""
    sides = [Side((person,)) for person in everyone.people]
    sides.extend(Side((), (group,)) for group in everyone.groups)
    return Event(token, tuple(sides), confidence, rule, everyone.guessed)


def side_against_side(
    token: Token,
    subject: Argument,
    other: Argument,
    confidence: float,
    rule: str,
    reader: ArgumentReader,
    host: Argument | None = None,
) -> Iterator[Event]:
    """Subject against object; where there is no object, the subjects among themselves."""
    one = [person for person in subject.people if not person.speaks_for_others and person not in other.people]
    two = list(other.people)
    if not one and len(two) > 1 and _by_office_alone(subject.people, other):
        # "He called on the Congress leader and former premier Lamar": nobody meets himself.
        one = list(subject.people)
        two = [person for person in two if person is not one[0]]
    guessed = subject.guessed or other.guessed
    if not two and not other.groups:
        if len(one) >= 2:
            yield all_with_all(token, _only(subject, one), confidence * 0.9, f"{rule}:mutual")
        return
    if not one:
        if other.mutual and len(two) >= 2:
            yield all_with_all(token, other, confidence * 0.8, f"{rule}:mutual")
        elif two and subject.groups:
            yield Event(token, (Side((), tuple(subject.groups)), Side(tuple(two))), confidence, rule, guessed)
        return
    if len(two) > 1 and (other.apart or _separately(token, reader) or _on_days_of_their_own(other, reader)):
        for person in two:
            yield Event(token, (Side(tuple(one)), Side((person,))), confidence, f"{rule}:separately", guessed)
        return
    first = Side(tuple(one), role="host" if host is subject else "participant")
    second = Side(tuple(two), tuple(other.groups), role="host" if host is other else "participant")
    # Whom an article is about, and somebody of another state: the journey was his.
    presumed = (subject.presumed or other.presumed) and not several_states([*one, *two])
    yield Event(token, (first, second), confidence, rule, guessed, presumed, subject.told_after)


def around_table(
    token: Token, host: Argument, guests: Argument, confidence: float, rule: str, reader: ArgumentReader
) -> Iterator[Event]:
    """Host against guests, and guests of several states with each other: one table is laid for all."""
    one = [person for person in host.people if person not in guests.people]
    if len(guests.people) < 2 or guests.apart or len(one) != 1 or not several_states(guests.people):
        yield from side_against_side(token, host, guests, confidence, rule, reader, host=host)
        return
    sides = (Side(tuple(one), role="host"), *(Side((guest,)) for guest in guests.people))
    guessed = host.guessed or guests.guessed
    yield Event(token, sides, confidence, f"{rule}:table", guessed, host.presumed and not several_states(one))


def _only(argument: Argument, people: Sequence[Person]) -> Argument:
    return Argument(people=list(people), mentions=argument.mentions, guessed=argument.guessed)


def _by_office_alone(people: Sequence[Person], other: Argument) -> bool:
    """Whether one person is among the others for an office that may be somebody else's."""
    mention = other.mentions.get(people[0].key) if len(people) == 1 else None
    return mention is not None and not mention.name


def _separately(token: Token, reader: ArgumentReader) -> bool:
    return any(
        reader.doc[at].lower_ in {"separately", "separate", "respectively", "individually"}
        for at in range(max(reader.start, token.i - 4), reader.end)
    )


def _on_days_of_their_own(other: Argument, reader: ArgumentReader) -> bool:
    """ "Saw Lamar on Monday and Dorn on Tuesday": a day behind each."""
    mentions = [other.mentions.get(person.key) for person in other.people]
    ends = [mention.left for mention in mentions[1:] if mention is not None]
    if None in mentions or len(ends) != len(mentions) - 1:
        return False
    stops = [*ends, reader.end]
    return all(
        mention is not None
        and any(
            reader.doc[at].ent_type_ == "DATE" and reader.doc[at].pos_ == "PROPN"
            for at in range(mention.last + 1, min(stop, mention.last + _DAY_WITHIN))
        )
        for mention, stop in zip(mentions, stops, strict=True)
    )
