"""Whoever is in a place, comes or stays there for a meeting, and what a programme lists of it."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.status.links import STEPS
from ingest.status.mood import Mood, mood_of
from ingest.status.words import SCHEDULES, TRIPS, status_word

_WAYS = frozenset({"way", "route"})
# What is put off for the sake of a meeting.
_LEAVING = frozenset({"departure", "return"})
# What one does with a stay, or with one's time, to meet somebody.
_USING = frozenset("find use take interrupt break cut".split())


def is_here_for(noun: Token) -> bool:
    """ "Solen, in Norvik for talks, said", "Solen, on a visit to Norvik for talks": by the order of words."""
    doc, at = noun.doc, noun.i - 1
    while at > noun.sent.start and doc[at].pos_ in {"ADJ", "NUM", "DET", "NOUN"} and at > noun.i - 4:
        at -= 1
    if doc[at].lower_ != "for" or not noun.sent.start < at:
        return False
    for position in range(at - 1, max(at - STEPS, noun.sent.start), -1):
        word = doc[position]
        if word.lower_ in {"in", "at", "on"} and doc[position - 1].text == ",":
            return doc[at - 1].pos_ == "PROPN" or "visit" in doc[position:at].text.lower()
        if word.pos_ not in {"PROPN", "NOUN", "DET", "ADJ", "ADP", "NUM"} and word.text != "-":
            return False
    return False


def is_on_the_way(word: Token) -> bool:
    """ "is on her way to Norvik for talks", "is en route to Norvik for talks"."""
    if word.lemma_.lower() in _WAYS:
        return True
    return word.lemma_ == "be" and any(
        grand.lemma_.lower() in _WAYS
        for child in word.children
        if child.lower_ in {"on", "en"}
        for grand in child.children
    )


def stays_away(verb: Token) -> bool:
    """ "Did not turn up for a meeting", "failed to show up for talks"."""
    appears = verb.lemma_.lower() in {"turn", "show"} and any(child.lower_ == "up" for child in verb.children)
    return appears and (mood_of(verb).negated or verb.head.lemma_.lower() == "fail")


def makes_time(word: Token) -> bool:
    """ "Postponed his departure to meet Dorn": who stays for a meeting has it."""
    leaving = [word, *word.children]  # the parser hangs "to meet" on either
    return any(
        child.dep_ == "dobj"
        and child.lemma_.lower() in _LEAVING
        and status_word(child.head, "object") == "postponed"
        for child in leaving
    )


def visits(verb: Token) -> bool:
    """ "Visits Norvik on Friday for talks", "pays a visit to Norvik for talks"."""
    pays = any(child.dep_ == "dobj" and child.lemma_.lower() in TRIPS for child in verb.children)
    return pays or verb.lemma_.lower() in TRIPS | {"interrupt"}


def is_there_beside(noun: Token) -> bool:
    """ "Solen, in Norvik for talks, said": whoever is there for talks has them before him."""
    return noun.pos_ == "PROPN" and any(
        child.lower_ == "in" and child.i > noun.i and child.nbor(-1).text == "," for child in noun.children
    )


def is_there(word: Token, mood: Mood | None) -> bool:
    """ "Is in Norvik for talks", "the next stop is Norvik, for talks"."""
    there = any(
        child.lower_ in {"in", "here"} or (child.dep_ == "nsubj" and child.lemma_.lower() in TRIPS)
        for child in word.children
    )
    return word.lemma_ == "be" and mood is not None and mood.present and there


def is_next(verb: Token) -> bool:
    """Whether what follows is next, and follows nothing that is named."""
    return not any(child.dep_ == "dobj" for child in verb.children)


def makes_use(noun: Token) -> bool:
    """Whether somebody made what use of his time, or of his stay, a meeting tells."""
    verb = noun.head.head.head if noun.dep_ == "pobj" else noun.head
    used = noun.lemma_.lower() in TRIPS | {"time"} and verb.lemma_.lower() in _USING
    return used and verb.tag_ == "VBD" and not mood_of(verb).negated


def is_to_follow(verb: Token) -> bool:
    return verb.lemma_.lower() == "follow" and mood_of(verb).infinitive


def lists_what_is_to_come(verb: Token, mood: Mood) -> bool:
    """ "His schedule includes talks with Dorn"."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if verb.dep_ == "relcl":
        subjects.append(verb.head)  # "is on a visit that includes talks with Dorn"
    return mood.present and any(
        word.lemma_.lower() in (SCHEDULES | TRIPS if verb.lemma_ == "include" else SCHEDULES)
        for word in subjects
    )
