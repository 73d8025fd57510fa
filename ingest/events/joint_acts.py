"""Meetings that a sentence tells of by what people did in them: two who agree "after talks" have talked."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.arguments.words import FINITE
from ingest.events.model import Event
from ingest.events.sides import all_with_all, one_government, several_states, side_against_side
from ingest.events.slots import agent_of, with_before
from ingest.time_attachment import VISITS
from ingest.triggers import JOINT_ACTS, JOINT_CEREMONIES, NOUNS, SHARED_TIMES, TELLING_VERBS, TIMES

_ROOMS = frozenset({"at", "during", "after", "following", "in"})
_TALKS = frozenset(
    "meeting talk summit discussion negotiation consultation session dinner lunch breakfast".split()
)
# Bodies whose sessions are no meeting of the two who spoke there.
_BODIES = frozenset("cabinet party council parliament board committee staff government assembly".split())
_TOGETHER = frozenset("joint trilateral bilateral three-way four-way tripartite two-way".split())
# What is reached in talks.
_REACHED = frozenset("agreement accord deal compromise consensus understanding progress breakthrough".split())
_DEPTH = 4
RECIPROCAL = frozenset("see sit greet embrace hug toast receive".split())
"""What several do to "each other", or "opposite one another", in one place."""
_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})
# So many words behind such a verb they stand: "sat down face to face opposite one another".
_OTHER_WITHIN = 6
# So many words may tell when one went there, before "where".
_PLACE_WITHIN = 8
# Who came, and so many words after "who" that say so.
_COMING = frozenset({"arrive", "visit"})
_GUEST_WITHIN = 6
# Fewer than a plain "talks with": the two may each have been there for others.
_CERTAINTY = 0.8
_TOLD_VISITOR = 0.75
_TOLD_THERE = 0.65
_TOGETHER_SURE = 0.7
_ACTED_WITH = 0.6
# Who does this to "the session" of the people just told of sits in it.
_PRESIDING = frozenset("chair moderate mediate preside".split())
_PRESIDED_WITHIN = 3
_PRESIDED = 0.7
_DEFINITE = frozenset("the this their these both".split())


def joint_act(token: Token, confidence: float, reader: ArgumentReader) -> Iterator[Event]:
    """ "Solen and Lamar agreed on a pact after talks in Norvik": all with all."""
    if token.lemma_.lower() not in _TALKS or is_of_a_body(token):
        return
    verb, together = _act(token)
    if verb is None:
        return
    subject = agent_of(verb, reader) or reader.subject(verb)
    if len(subject.people) == 1:
        subject.merge(reader.counterpart_of(subject))
    acted = subject.mutual or together or verb.lemma_.lower() in JOINT_ACTS
    if not (acted or several_states(subject.people)):
        return
    people = [person for person in subject.people if not person.speaks_for_others]
    if len(people) >= 2 and not one_government(people):
        everyone = Argument(people=people, mentions=subject.mentions, guessed=subject.guessed)
        yield all_with_all(token, everyone, confidence * _CERTAINTY, f"noun:{token.lemma_.lower()}:joint-act")


def _act(token: Token) -> tuple[Token | None, bool]:
    """The verb of what was done at or after the talks, and whether a word on the way says "joint"."""
    together = any(child.lower_ in _TOGETHER for child in token.lefts)
    for _ in range(_DEPTH):
        if token.dep_ != "pobj" or token.head.lower_ not in _ROOMS | {"of", "with"}:
            return None, False
        token = token.head.head
        if token.dep_ == "dobj" and token.lemma_.lower() in _REACHED:
            token = token.head  # "failed to reach agreement in talks in Norvik"
        together = together or any(child.lower_ in _TOGETHER for child in token.lefts)
        if token.pos_ == "VERB":
            return token, together
    return None, False


def is_of_a_body(token: Token) -> bool:
    """ "The cabinet meeting", "a session of parliament": of those who sit in it, whoever spoke there."""
    for child in token.children:
        if child.dep_ in {"compound", "poss", "nmod"} and (
            child.pos_ == "PROPN" or child.lower_ in _BODIES or child.dep_ == "poss"
        ):
            return True
        if child.dep_ == "prep" and child.lower_ == "of":
            return True
    return False


def together(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Solen and Lamar co-chaired the council", "jointly opened the fair", "have seen each other"."""
    lemma = token.lemma_.lower()
    following = token.nbor().lower_ if token.i + 1 < reader.end else ""
    if lemma in RECIPROCAL and _each_other(token, reader):
        mutual = True
    elif lemma in SHARED_TIMES:
        mutual = any(child.lower_ == "together" for child in token.children)
        if lemma == "spend":
            spent = [child for child in token.children if child.dep_ in {"dobj", "npadvmod"}]
            mutual = mutual and any(word.lemma_.lower() in TIMES for word in spent)
    elif lemma in RECIPROCAL:
        mutual = False
    else:
        before = {word.lower_ for word in reader.doc[max(reader.start, token.i - 2) : token.i]}
        mutual = lemma == "co-chair" or "co" in before or "jointly" in before or following == "jointly"
    if not mutual:
        return
    subject = reader.subject(token)
    if len(agents := agent_of(token, reader).people) > 1:
        subject = Argument(people=agents)  # "the round, co-chaired by Solen and Lamar"
    if len(subject.people) < 2 and token.i > reader.start + 1 and token.nbor(-2).lower_ == "co":
        subject = reader.subject(token.nbor(-2))  # the parse has made a verb of "co" in "co-chaired"
    people = [person for person in subject.people if not person.speaks_for_others]
    if lemma in JOINT_CEREMONIES and not several_states(people):
        return
    if len(people) >= 2 and not one_government(people):
        guessed = subject.guessed and lemma in SHARED_TIMES
        everyone = Argument(people=people, guessed=guessed)
        yield all_with_all(token, everyone, _TOGETHER_SURE, f"verb:{lemma}-together")


def presided(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Mediator Dorn, who chaired the session", after a sentence that tells who talked: he sat with them."""
    memory = reader.memory
    if token.lemma_.lower() not in _PRESIDING or memory.event_age > _PRESIDED_WITHIN:
        return
    if token.tag_ != "VBD":
        return
    over = [grand for child in token.children for grand in (child, *child.children)]
    if not any(
        noun.dep_ in {"dobj", "pobj"}
        and noun.lemma_.lower() in NOUNS
        and not is_of_a_body(noun)
        and any(word.lower_ in _DEFINITE for word in noun.children)
        for noun in over
    ):
        return
    chair = reader.subject(token)
    if len(chair.people) == 1 and chair.people[0] not in memory.event:
        others = Argument(people=list(memory.event), guessed=True)
        yield from side_against_side(token, chair, others, _PRESIDED, "verb:preside", reader)


def just_met(reader: ArgumentReader) -> Argument:
    """The people of the meeting that the sentence before told of."""
    memory = reader.memory
    return Argument(people=list(memory.event), guessed=True) if memory.event_age == 0 else Argument()


def _each_other(token: Token, reader: ArgumentReader) -> bool:
    """ "have seen each other", "sat opposite one another"."""
    for at in range(token.i + 1, min(token.i + _OTHER_WITHIN, reader.end - 1)):
        if (reader.doc[at].lower_, reader.doc[at + 1].lower_) in _EACH_OTHER:
            return True
        if reader.doc[at].pos_ in {"VERB", "AUX", "SCONJ", "PUNCT"}:
            return False
    return False


def acted_with(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "With Minister Lamar, she signed a treaty"; who "agrees with" somebody has done nothing."""
    if token.lemma_.lower() not in JOINT_ACTS or token.tag_ not in FINITE:
        return
    other = with_before(token, reader)
    if other.people and not other.guessed:
        yield from side_against_side(
            token, reader.subject(token), other, _ACTED_WITH, "verb:act-with", reader
        )


def told_visitor(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Solen assured visiting Premier Lamar of her support": who hears it on a visit hears it in a room."""
    if token.lemma_.lower() not in TELLING_VERBS or token.i + 1 >= reader.end:
        return
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    visitor = token.nbor().lower_ == "visiting"
    there = any(child.lower_ == "where" and child.dep_ == "advmod" for child in token.children)
    if there and token.dep_ == "relcl" and _speaks_of_place(token.head, reader):
        # "flew to Norvik, where Premier Lamar urged him to give in"
        listener = reader.read_list(token.i + 1, reader.end)
        speaker = reader.subject(token)
        yield from side_against_side(token, speaker, listener, _TOLD_THERE, "verb:tell-there", reader)
        return
    if subject is not None and (abroad := _states_of_place(token, reader)):
        # "In Norvik, she told Marenian Premier Lamar that …": a guest, and whom she came to see
        listener = reader.read_list(token.i + 1, reader.end)
        speaker = reader.subject(token)
        at_home = listener.people and all(
            person.country in abroad and person.titles for person in listener.people
        )
        known = [person for person in speaker.people if not person.country_is_guessed]
        if at_home and not any(person.country in abroad for person in known):
            yield from side_against_side(token, speaker, listener, _TOLD_THERE, "verb:tell-there", reader)
            return
    listener = reader.read_list(token.i + 1, reader.end)
    if subject is None or not (
        visitor
        or (_is_visiting(subject, reader) and token.i + 1 in reader.mention_at)
        or _is_guest(listener, reader)
    ):
        return
    yield from side_against_side(
        token, reader.subject(token), listener, _TOLD_VISITOR, "verb:tell-visitor", reader
    )


def beside_visitor(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Solen and visiting Premier Lamar agreed on a pact": a host and a guest, who do it in one place."""
    if token.lemma_.lower() not in JOINT_ACTS or token.tag_ not in FINITE:
        return
    head = next((child for child in token.children if child.dep_ == "nsubj" and child.i < token.i), None)
    if head is None or not any(word.lower_ == "visiting" for word in head.subtree):
        return
    subject = reader.subject(token)
    if not subject.guessed and several_states(subject.people):
        yield all_with_all(token, subject, _TOGETHER_SURE, f"verb:{token.lemma_.lower()}-visitor")


def _speaks_of_place(head: Token, reader: ArgumentReader) -> bool:
    """Whether "where" goes back to a place: "to Norvik, where", "to Norvik at the end of May, where"."""
    if head.pos_ == "PROPN" and head.dep_ == "pobj":
        return True
    behind = reader.doc[max(reader.start, head.i - _PLACE_WITHIN) : head.i]
    return head.dep_ == "pobj" and any(word.ent_type_ == "GPE" and word.dep_ == "pobj" for word in behind)


def _states_of_place(verb: Token, reader: ArgumentReader) -> set[str]:
    """The states of "in Norvik" before the verb."""
    return {
        reader.country_at[place.i].iso3
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in {"in", "at"} and child.i < verb.i
        for place in child.children
        if place.i in reader.country_at
    }


def _is_guest(listener: Argument, reader: ArgumentReader) -> bool:
    """ "told Premier Lamar, who is here for talks", "who is visiting Norvik": a guest."""
    mention = listener.mentions.get(listener.people[0].key) if len(listener.people) == 1 else None
    if mention is None or mention.last + 3 >= reader.end:
        return False
    comma, who, verb = reader.doc[mention.last + 1 : mention.last + 4]
    if comma.text != "," or who.lower_ != "who" or verb.pos_ not in {"VERB", "AUX"}:
        return False
    behind = reader.doc[verb.i : min(verb.i + _GUEST_WITHIN, reader.end)]
    return any(
        word.lemma_.lower() in VISITS | _COMING or word.lower_ == "here" or word.lower_ == "visiting"
        for word in behind
    ) or (verb.lemma_ == "be" and any(word.lower_ == "in" for word in behind[:2]))


def _is_visiting(head: Token, reader: ArgumentReader) -> bool:
    mention = reader.mention_at.get(head.i)
    if mention is None:
        return False
    first = min(mention.left, mention.first)
    return any(
        reader.doc[at].lower_ == "visiting" for at in range(max(reader.start, first - 3), mention.last)
    )
