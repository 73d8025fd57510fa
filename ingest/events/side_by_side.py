"""Meetings told by an act for which both must be there: who shows somebody around, decorates him, sits beside
him or tours a plant with him has him at his side.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.model import Event
from ingest.events.sides import (
    all_with_all,
    one_government,
    several_states,
    side_against_side,
    with_counterpart,
)
from ingest.events.slots import after_preposition
from ingest.status.mood import is_passive
from ingest.triggers import NOUNS

_GUIDING = frozenset("show walk guide escort usher lead".split())
# "showed him around the plant", "walked her through the exhibition".
_ROUND = frozenset("around round through over".split())
_GIVING = frozenset("give present award bestow confer decorate honor honour invest".split())
# What is pinned on or put into somebody's hands: "the Order of Merit", "a bronze of an olive branch".
_ORDERS = frozenset("order medal cross legion star ribbon collar decoration".split())
_GIFTS = frozenset(
    """
    gift present book model bronze portrait painting statue statuette sculpture carving vase carpet rug sword
    icon bouquet jersey shirt scarf plaque replica stole tour
    """.split()
)
# Who stands beside somebody stands by him as often as not.
_PLACED = frozenset("sit pose walk stroll".split())
# "sat next to Lamar", "opposite Lamar", "across the table from Lamar".
_BESIDE = frozenset({"beside", "alongside", "opposite"})
# "toured the plant with Lamar", "broke bread with Lamar".
_SHARED = frozenset("tour inspect open visit unveil inaugurate plant walk stroll watch lay break".split())
# What one opens, inspects or breaks with somebody far away.
_AFAR = frozenset("tie relation contact line account front rank tradition deadlock ground silence".split())
# "went through the list", "pored over the map": what two have before them.
_GOING = frozenset({"go", "pore", "run"})
_BEFORE_THEM = frozenset({"through", "over"})
_PAPERS = frozenset(
    """
    list file agreement accord treaty draft text document map paper timetable schedule agenda detail point
    issue question item programme program plan figure proposal experience chapter measure accounts clause
    """.split()
)
_SURE = {"guide": 0.55, "give": 0.6, "beside": 0.65, "act-beside": 0.65}
# The verb's "with" stands so many words behind it.
_WITHIN = 12

SIDE_BY_SIDE = _GUIDING | _GIVING | _PLACED | _SHARED | _GOING
"""The verbs of such acts."""


def side_by_side(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """The meetings that such a verb states. Both must be people, and no one-sided journey of a government."""
    lemma = token.lemma_.lower()
    if lemma not in SIDE_BY_SIDE or token.pos_ != "VERB":
        return
    if lemma in _SHARED and (everyone := _all_together(token, reader)).people:
        yield all_with_all(token, everyone, _SURE["act-beside"], "verb:act-together")
        return
    if lemma in _GOING and (everyone := _over_papers(token, reader)).people:
        yield all_with_all(token, everyone, _SURE["act-beside"], "verb:go-through")
        return
    for kind, other in _others(token, lemma, reader):
        if not other.people:
            continue
        subject = _actor(token, other, reader)
        if not subject.people or one_government([*subject.people, *other.people]):
            return
        if kind == "act-beside" and not _of_other_states(subject, other):
            return
        yield from side_against_side(token, subject, other, _SURE[kind], f"verb:{kind}", reader)
        return


def _others(token: Token, lemma: str, reader: ArgumentReader) -> Iterator[tuple[str, Argument]]:
    if lemma in _GUIDING:
        guided = _object(token, reader)
        if _is_guided(token, lemma, guided, reader):
            yield "guide", guided
    if lemma in _GIVING:
        yield "give", _given(token, reader)
    if lemma in _PLACED and (at := _beside(token, reader)) is not None:
        yield "beside", reader.read_list(at, reader.end)
    if lemma in _SHARED:
        yield "act-beside", _together_with(token, reader)


def _actor(token: Token, other: Argument, reader: ArgumentReader) -> Argument:
    """Who acts; of what was done to the subject, who is named behind "by"."""
    if _is_done_to_subject(token):
        agent = after_preposition(token, {"by"}, reader)
        return agent if agent.people and agent.people != other.people else Argument()
    return reader.subject(token)


def _is_done_to_subject(token: Token) -> bool:
    return is_passive(token) or any(child.dep_ == "agent" for child in token.children)


def _object(token: Token, reader: ArgumentReader) -> Argument:
    """Whom the act was done to: who is named right behind the verb, or its subject where it is passive."""
    if _is_done_to_subject(token):
        return reader.subject(token)
    return reader.read_list(token.i + 1, reader.end)


def _is_guided(token: Token, lemma: str, guided: Argument, reader: ArgumentReader) -> bool:
    """ "showed him around", "walked her through the hall", "was shown around", "showed him the garden"."""
    behind = max(guided.end, token.i + 1)
    around = behind < reader.end and reader.doc[behind].lower_ in _ROUND
    return around or (lemma == "show" and any(child.dep_ == "dative" for child in token.children))


def _given(token: Token, reader: ArgumentReader) -> Argument:
    """ "decorated Lamar with a medal", "gave her a bronze", "conferred the Grand Cross on Lamar"."""
    things = [child for child in token.children if child.dep_ in {"dobj", "oprd", "attr"}]
    given = any(word.lemma_.lower() in _ORDERS | _GIFTS for word in things)
    behind = [child for child in token.children if child.dep_ in {"prep", "dative"} and child.i > token.i]
    with_gift = any(
        child.lower_ == "with" and any(grand.lemma_.lower() in _ORDERS | _GIFTS for grand in child.subtree)
        for child in behind
    )
    if with_gift:
        return _object(token, reader)
    if not given:
        return Argument()
    behind.extend(grand for thing in things for grand in thing.children if grand.i > token.i)
    to = next((child for child in behind if child.lower_ in {"to", "on", "upon"}), None)
    if to is not None:
        return reader.read_list(to.i + 1, reader.end)
    dative = next((child for child in behind if child.dep_ == "dative"), None)
    return reader.noun_phrase(dative, token) if dative is not None else Argument()


def _beside(token: Token, reader: ArgumentReader) -> int | None:
    """Where the one is named whom somebody sat "next to", "opposite" or "across the table from"."""
    for at in range(token.i + 1, min(token.i + _WITHIN, reader.end - 1)):
        word = reader.doc[at]
        before = reader.doc[at - 1].lower_
        if word.lower_ in _BESIDE or (word.lower_ == "to" and before == "next"):
            return at + 1
        if word.lower_ == "from" and any(
            other.lower_ in {"across", "table"} for other in reader.doc[token.i + 1 : at]
        ):
            return at + 1
        if word.pos_ in {"VERB", "AUX", "SCONJ"} or word.text in {",", ";", ":"}:
            return None
    return None


def _together_with(token: Token, reader: ArgumentReader) -> Argument:
    """With whom somebody "toured a plant with Lamar" or "laid a wreath together with Lamar"."""
    things = {child.lemma_.lower() for child in token.children if child.dep_ in {"dobj", "nsubjpass"}}
    if things & (_AFAR | NOUNS.keys()):
        return Argument()
    for at in range(token.i + 1, min(token.i + _WITHIN, reader.end - 1)):
        word = reader.doc[at]
        if word.lower_ == "with":
            return reader.read_list(at + 1, reader.end)
        if word.pos_ in {"VERB", "AUX", "SCONJ"} or word.text in {";", ":"}:
            break
    return Argument()


def _all_together(token: Token, reader: ArgumentReader) -> Argument:
    """ "Solen and Lamar inspected the dam together", "Solen and his counterpart, Lamar, opened it"."""
    things = {child.lemma_.lower() for child in token.children if child.dep_ in {"dobj", "nsubjpass"}}
    subject = reader.subject(token)
    people = [person for person in subject.people if not person.speaks_for_others]
    if len(people) < 2 or things & (_AFAR | NOUNS.keys()) or one_government(people):
        return Argument()
    said = any(child.lower_ in {"together", "jointly"} for child in token.children)
    if not (said or with_counterpart(subject)):
        return Argument()
    return Argument(people=people, guessed=subject.guessed)


def _over_papers(token: Token, reader: ArgumentReader) -> Argument:
    """ "She and Premier Lamar went through the list": those of several states, or three just told of."""
    things = (
        thing.lemma_.lower()
        for child in token.children
        if child.lower_ in _BEFORE_THEM and child.i > token.i
        for thing in (*child.children, *token.children)
        if thing.dep_ in {"pobj", "dobj"}
    )
    if not any(thing in _PAPERS for thing in things):
        return Argument()
    subject = reader.subject(token)
    people = [person for person in subject.people if not person.speaks_for_others]
    of_states = several_states(people) or with_counterpart(subject) or (subject.mutual and len(people) > 2)
    return Argument(people=people, guessed=subject.guessed) if of_states else Argument()


def _of_other_states(one: Argument, two: Argument) -> bool:
    """Whether those on both sides are known to be of states, and none of one state sits on both; "the
    President" alone is of any.
    """
    here, there = ({person.country for person in side.people} for side in (one, two))
    mentions = (*one.mentions.values(), *two.mentions.values())
    said = all(mention.name or mention.country for mention in mentions)
    return said and None not in here | there and not here & there
