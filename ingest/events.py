"""Event first: finds the words that speak of a meeting and fills the places of their frames with people on
sides.

What an event *is* (held, planned, by phone; when; where) is not decided here: see `status`, `dates`,
`places`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.people import Person
from ingest.titles import PLURAL_HEADS
from ingest.triggers import (
    ARRANGING_VERBS,
    ENGAGING_VERBS,
    GATHERING_VERBS,
    LIGHT_VERBS,
    MUTUAL,
    NOT_EVENTS,
    NOUNS,
    REPORTING_VERBS,
    TELLING_VERBS,
    VERBS,
    Verb,
)

# Between an event noun and its "with": "talks in Moscow on Tuesday with", "a meeting late on Monday with".
_DETACHED = 12

# Nouns that stand for a meeting of several even where the sentence names none of them.
_ROUNDS = frozenset({"summit", "meeting", "talk", "conference"})
# What is met without being anyone.
_MET_THINGS = frozenset(
    """
    demand need target requirement standard challenge condition deadline goal criterion expectation obligation
    commitment objective cost expense eye term responsibility resistance difficulty problem want quota end
    """.split()
)
_MEASURES = frozenset("day hour week round series set couple session number string minute".split())
_GRANTING = frozenset({"grant", "give", "accord", "offer"})
_ADJUNCTS = frozenset({"after", "during", "following", "in", "at", "before", "while", "when"})


@dataclass(frozen=True, slots=True)
class Side:
    """Those who came together, and the words by which they were named."""

    people: tuple[Person, ...]
    groups: tuple[str, ...] = ()
    role: str = "participant"


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting that one sentence speaks of. `rule` names the frame that found it."""

    trigger: Token
    sides: tuple[Side, ...]
    confidence: float
    rule: str
    guessed: bool = False
    presumed: bool = False
    """One side is only presumed to be whom the article is about."""
    told_after: bool = False
    """The speaker tells of it after the fact: "…," Solen said, after meeting Lamar."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone in it, side by side."""
        return tuple(person for side in self.sides for person in side.people)

    @property
    def groups(self) -> tuple[str, ...]:
        """Unnamed people in it."""
        return tuple(group for side in self.sides for group in side.groups)


def events_in(reader: ArgumentReader) -> tuple[Event, ...]:
    """The meetings one sentence speaks of, in the order of their triggers."""
    return tuple(
        event
        for token in reader.sentence.span
        for event in _events_at(token, reader)
        if len(event.people) + len(event.groups) >= 2 and event.people
    )


def open_rounds(reader: ArgumentReader) -> tuple[Token, ...]:
    """Triggers whose people are still unnamed: "four leaders met in Sharm el-Sheikh", "a summit opened in
    Lusaka".
    """
    found = []
    for token in reader.sentence.span:
        lemma = token.lemma_.lower()
        verb = token.pos_ == "VERB" and lemma in VERBS and VERBS[lemma].frame in {"meet", "with"}
        noun = token.pos_ in {"NOUN", "PROPN"} and lemma in NOUNS and not _is_other_sense(token, lemma)
        if not verb and not (noun and (_carried(token) or lemma in _ROUNDS)):
            continue
        subject = reader.subject(token if verb else token.head)
        plural = any(_is_plural_of_people(group) for group in subject.groups)
        if not subject.people and (plural or (noun and lemma in _ROUNDS)):
            found.append(token)
    return tuple(found[:1])


def _is_plural_of_people(group: str) -> bool:
    return any(word in PLURAL_HEADS for word in group.lower().split())


def _events_at(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    lemma = token.lemma_.lower()
    if _is_adjective(token):
        return  # "visiting President Solen" pays no visit here
    if token.pos_ == "VERB" and (verb := VERBS.get(lemma)) is not None:
        yield from _verb_events(token, lemma, verb, reader)
        return
    if (
        lemma == "call"
        and token.pos_ == "NOUN"
        and (visited := _after_preposition(token, {"on"}, reader, within=2)).people
    ):
        # "paid a courtesy call on the vice president": in person, where "a call with" is not.
        yield from _paired(
            token, reader.subject_of_noun(token), visited, VERBS["call"].confidence, "noun:call-on", reader
        )
        return
    if lemma == "host" and token.pos_ == "NOUN" and token.head.lemma_ == "play":
        guest = _after_preposition(token.head, {"to"}, reader, within=4)
        yield from _paired(
            token, reader.subject(token.head), guest, VERBS["host"].confidence, "noun:host", reader
        )
        return
    if token.pos_ == "VERB" and lemma in GATHERING_VERBS and _gathers(token, lemma):
        yield from _gathered(token, reader)
        return
    noun = NOUNS.get(lemma) or NOUNS.get(token.lower_)
    if noun is not None and token.pos_ in {"NOUN", "PROPN", "VERB"} and not _is_other_sense(token, lemma):
        yield from _noun_events(token, noun, reader)


def _is_adjective(token: Token) -> bool:
    """ "visiting President Solen", "with visiting Premier Lamar": who is a guest, not what was done."""
    if token.dep_ in {"amod", "compound", "nmod"} and token.tag_ in {"VBG", "VBN"}:
        return True
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    return token.lower_ == "visiting" and (
        before is None or (before.pos_ in {"DET", "ADP"} and before.lower_ not in _ADJUNCTS)
    )


def _gathers(token: Token, lemma: str) -> bool:
    return lemma != "bring" or any(child.lower_ == "together" for child in token.children)


def _gathered(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "The summit brought together A, B and C": all with all; who brings others together mediates."""
    at = token.i + 1
    while at < reader.end and reader.doc[at].lower_ in {"together", "up"}:
        at += 1
    everyone = reader.read_list(at, reader.end)
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    convenor = reader.subject(token)
    named = subject is not None and (subject.lemma_.lower() in NOUNS or bool(convenor.people))
    if len(everyone.people) >= 2 and named:
        yield _round(token, everyone, 0.8, f"verb:{token.lemma_.lower()}-together")


def _is_other_sense(token: Token, lemma: str) -> bool:
    before = token.i - 1
    previous = token.doc[before].lower_ if before >= token.sent.start else ""
    return previous in NOT_EVENTS.get(lemma, frozenset())


# Verbs


def _verb_events(token: Token, lemma: str, verb: Verb, reader: ArgumentReader) -> Iterator[Event]:
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in token.children)
    subject = reader.subject(token)
    if not subject.people and not passive:
        subject.merge(_speaker_before(token, reader))
    if passive:
        agent = _after_preposition(token, {"by"}, reader)
        other = agent
    elif verb.frame == "meet":
        other = _object_or_with(token, reader)
    elif verb.frame == "with":
        other = _after_preposition(token, {"with"}, reader, within=_DETACHED)
    elif lemma == "call":
        other = _after_preposition(token, {"on"}, reader, within=2)
        if _is_appeal(reader, other.end):
            return
    else:
        other = _object(token, reader)
    if verb.frame in {"receive", "visit", "join"} and not other.people:
        return
    if verb.frame == "with" and not other and (lemma not in MUTUAL or not _mutual(subject)):
        return
    if passive and not other.people:
        return
    if verb.frame == "visit" and other.guessed:
        return
    host = other if passive else subject
    # "was joined by Weber for talks": company, as often as not.
    confidence = verb.confidence * (0.8 if passive and verb.frame == "join" else 1.0)
    yield from _paired(
        token, subject, other, confidence, f"verb:{lemma}", reader, host=host if verb.hosts else None
    )


def _is_appeal(reader: ArgumentReader, end: int) -> bool:
    """ "called on Dorn to resign": an appeal, not a visit."""
    return end < reader.end and reader.doc[end].lower_ in {"to", "for"}


def _object_or_with(token: Token, reader: ArgumentReader) -> Argument:
    """Whom one met: the direct object, or what follows "with"; adverbs and days may stand between."""
    relative = _relative_object(token, reader)
    if relative:
        return relative
    at = token.i + 1
    while at < reader.end and (
        (reader.doc[at].pos_ in {"ADV", "PART"} and reader.doc[at].lower_ != "not")
        or reader.doc[at].dep_ == "prt"
    ):
        at += 1
    if at < reader.end and reader.doc[at].lower_ == "with":
        return reader.read_list(at + 1, reader.end)
    direct = reader.read_list(at, reader.end) if at < reader.end and not _is_time(reader, at) else Argument()
    if direct:
        return direct
    return _after_preposition(token, {"with"}, reader, within=_DETACHED) or _unlisted_group(token)


def _unlisted_group(token: Token) -> Argument:
    """ "met with farmers and fishermen": whom one meets with are people, whatever they are called."""
    argument = Argument()
    for child in token.children:
        met = child if child.dep_ == "dobj" else None
        if child.dep_ == "prep" and child.lower_ == "with":
            met = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
        if (
            met is not None
            and met.tag_ == "NNS"
            and (child.dep_ == "prep" or met.lemma_.lower() not in _MET_THINGS)
        ):
            phrase = met.doc[met.left_edge.i : met.right_edge.i + 1]
            argument.groups.append(" ".join(phrase.text.split()))
            argument.end = met.right_edge.i + 1
            break
    return argument


def _object(token: Token, reader: ArgumentReader) -> Argument:
    relative = _relative_object(token, reader)
    if relative:
        return relative
    at = token.i + 1
    while at < reader.end and reader.doc[at].pos_ in {"ADV"}:
        at += 1
    return reader.read_list(at, reader.end)


def _relative_object(token: Token, reader: ArgumentReader) -> Argument:
    """ "Dorn, whom Vray met", "the premier he is to meet"."""
    for child in token.children:
        if child.dep_ in {"dobj", "pobj"} and child.lower_ in {"whom", "who"} and child.i < token.i:
            return reader.noun_phrase(child, token)
        if child.dep_ == "prep" and any(grand.lower_ == "whom" for grand in child.children):
            return reader.noun_phrase(
                next(grand for grand in child.children if grand.lower_ == "whom"), token
            )
    return Argument()


def _is_time(reader: ArgumentReader, position: int) -> bool:
    return reader.doc[position].ent_type_ in {"DATE", "TIME"}


def _after_preposition(
    token: Token, words: set[str], reader: ArgumentReader, within: int = _DETACHED
) -> Argument:
    """The list after the trigger's preposition: by the parse, else the first one near by."""
    subject = token.dep_ in {"nsubj", "nsubjpass"} and token.head.i > token.i
    stop = (
        token.head.i
        - sum(child.i < token.head.i for child in token.head.children if child.dep_ in {"aux", "auxpass"})
        if subject
        else reader.end
    )
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in words and child.i > token.i:
            found = reader.read_list(child.i + 1, stop)
            if found:
                return found
    for at in range(token.i + 1, min(reader.end, token.i + within + 1)):
        candidate = reader.doc[at]
        if candidate.lower_ in words and candidate.pos_ in {"ADP", "SCONJ"}:
            return reader.read_list(at + 1, stop)
        if candidate.pos_ in {"VERB", "AUX", "SCONJ"} or candidate.text in {
            ";",
            ":",
            ".",
            "(",
            '"',
            "”",
            "''",
        }:
            break
    return Argument()


# Nouns


def _noun_events(token: Token, confidence: float, reader: ArgumentReader) -> Iterator[Event]:
    if token.lemma_.lower() == "talk" and token.lower_ == "talk" and token.dep_ not in {"dobj", "pobj"}:
        return
    rule = f"noun:{token.lemma_.lower()}"
    between = _after_preposition(token, {"between", "among"}, reader, within=4)
    if not between and token.dep_ in {"nsubj", "nsubjpass"}:
        # "a meeting took place between Miller and van der Veer"
        between = _after_preposition(token.head, {"between", "among"}, reader, within=5)
    if len(between.people) + len(between.groups) >= 2:
        yield _round(token, between, confidence, f"{rule}:between")
        return
    other = _after_preposition(token, {"with"}, reader)
    if not other and (relative := _whom(token, reader)):
        other = relative
    if not other and token.head.lemma_.lower() in _GRANTING:
        other = _after_preposition(
            token.head, {"to"}, reader, within=6
        )  # "granted an audience to Premier Abe"
    possessor = reader.possessor(token)
    if not other and len(possessor.people) < 2:
        of = _after_preposition(token, {"of"}, reader, within=1)
        if len(of.people) >= 2:
            yield _round(token, of, confidence, f"{rule}:of")
            return
        carried = _carried(token) or _subject_by_order(token, reader) or _addressee(token, reader)
        if possessor or not carried:
            return
    subject = possessor or _noun_subject(token, reader) or _subject_by_order(token, reader)
    if not subject.people:
        subject.merge(_speaker_before(token, reader))
    if not other and (heard := _addressee(token, reader)).people:
        other = heard
    if not other and not _mutual(subject):
        return
    yield from _paired(token, subject, other, confidence, rule, reader)


def _addressee(token: Token, reader: ArgumentReader) -> Argument:
    """ "Arroyo told Ramos during a private meeting": whom the speaker of the clause speaks to, in that
    meeting.
    """
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in {"during", "at", "in"}:
        return Argument()
    verb = preposition.head
    if verb.lemma_.lower() not in TELLING_VERBS or verb.i > token.i:
        return Argument()
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and child.i in reader.mention_at:
            return reader.read_list(child.left_edge.i, preposition.i)
        if child.dep_ in {"dative", "prep"} and child.lower_ == "to":
            return reader.read_list(child.i + 1, preposition.i)
    return Argument()


def _speaker_before(token: Token, reader: ArgumentReader) -> Argument:
    """ "…, Zapatero said, after meeting with Annan": the speaker whom the parse has cut off."""
    at = token.i - 1
    while (
        at > reader.start
        and at not in reader.mention_at
        and (reader.doc[at].lower_ in _ADJUNCTS or reader.doc[at].pos_ in {"DET", "ADJ", "PUNCT", "PRON"})
    ):
        at -= 1
    if reader.doc[at].lemma_.lower() in REPORTING_VERBS:
        return _telling(reader.phrase_ending_at(at - 1))
    # "…," said envoy Pekka Salo, after talks with Dorn
    mention = reader.mention_at.get(at)
    if mention is not None and mention.left > reader.start and reader.said_just_before(mention):
        return _telling(reader.phrase_ending_at(at))
    return Argument()


def _telling(speaker: Argument) -> Argument:
    speaker.told_after = True
    return speaker


def _whom(token: Token, reader: ArgumentReader) -> Argument:
    """ "Lamar, with whom Solen had talks"."""
    head = token.head
    if head.pos_ not in {"VERB", "AUX"}:
        return Argument()
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "with":
            for grand in child.children:
                if grand.lower_ == "whom":
                    return reader.noun_phrase(grand, head)
    return Argument()


def _carrier(token: Token) -> Token:
    """ "wrapped up two days of negotiations": the noun that the verb has for an object."""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in _MEASURES:
        return token.head.head
    return token


def _carried(token: Token) -> bool:
    """Whether a verb of holding carries the noun, so that its subjects took part: "the two held talks"."""
    token = _carrier(token)
    if token.dep_ == "pobj" and token.head.lower_ == "in":
        return token.head.head.lemma_.lower() in ENGAGING_VERBS
    return token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_.lower() in LIGHT_VERBS


def _noun_subject(token: Token, reader: ArgumentReader) -> Argument:
    """Who takes part in a noun's event besides those it names: the subject of the clause it stands in."""
    token = _carrier(token)
    if token.dep_ in {"nsubj", "nsubjpass"}:
        agent = (
            _after_preposition(token.head, {"by"}, reader, within=4)
            if token.dep_ == "nsubjpass"
            else Argument()
        )
        return agent if agent.people else reader.protagonist()
    if (
        token.dep_ == "dobj"
        and token.head.lemma_.lower() in ARRANGING_VERBS
        and token.head.lemma_.lower() not in LIGHT_VERBS
    ):
        return Argument()
    return reader.governor_subject(token)


def _subject_by_order(token: Token, reader: ArgumentReader) -> Argument:
    """The subject right before a light verb right before the noun, where the parse has lost it: "after the
    two held talks".
    """
    at = token.i - 1
    while (
        at > reader.start
        and reader.doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}
        and at not in reader.mention_at
    ):
        at -= 1
    verb = reader.doc[at]
    if verb.lemma_.lower() not in LIGHT_VERBS or verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP"}:
        return Argument()
    at -= 1
    while at > reader.start and reader.doc[at].pos_ in {"ADV", "AUX"}:
        at -= 1
    return reader.phrase_ending_at(at)


# Sides


def _mutual(subject: Argument) -> bool:
    return len(subject.people) >= 2


def _round(token: Token, everyone: Argument, confidence: float, rule: str) -> Event:
    """All with all: each on a side of their own."""
    sides = [Side((person,)) for person in everyone.people]
    sides.extend(Side((), (group,)) for group in everyone.groups)
    return Event(token, tuple(sides), confidence, rule, everyone.guessed)


def _paired(
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
    guessed = subject.guessed or other.guessed
    if not two and not other.groups:
        if len(one) >= 2:
            yield _round(token, _only(subject, one), confidence * 0.9, f"{rule}:mutual")
        return
    if not one:
        if other.mutual and len(two) >= 2:
            yield _round(token, other, confidence * 0.8, f"{rule}:mutual")
        elif two and subject.groups:
            yield Event(token, (Side((), tuple(subject.groups)), Side(tuple(two))), confidence, rule, guessed)
        return
    if _separately(token, reader) and len(two) > 1:
        for person in two:
            yield Event(token, (Side(tuple(one)), Side((person,))), confidence, f"{rule}:separately", guessed)
        return
    first = Side(tuple(one), role="host" if host is subject else "participant")
    second = Side(tuple(two), tuple(other.groups), role="host" if host is other else "participant")
    presumed = subject.presumed or other.presumed
    yield Event(token, (first, second), confidence, rule, guessed, presumed, subject.told_after)


def _only(argument: Argument, people: Sequence[Person]) -> Argument:
    return Argument(people=list(people), mentions=argument.mentions, guessed=argument.guessed)


def _separately(token: Token, reader: ArgumentReader) -> bool:
    return any(
        reader.doc[at].lower_ in {"separately", "separate", "respectively", "individually"}
        for at in range(max(reader.start, token.i - 4), reader.end)
    )
