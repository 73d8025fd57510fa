"""Meetings that are only thought of: hoped for, worked towards, spoken of, and fixed by nobody.

"Contacts were under way for a meeting between Solen and Lamar", "expressed the hope that a meeting would take
place", "Norvik is the likely venue for a meeting". The word that says so governs the meeting from afar, as
the subject of a verb that says nothing, so it is looked for on the whole way up.
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from ingest.status.arrangements import is_indefinite
from ingest.status.governors import came_about
from ingest.status.mood import mood_of
from ingest.status.words import CUES, RUMOURS, UNVOUCHED, cue_key

# So many words up from a meeting its sentence is read.
_STEPS = 6
# Who or what is about a meeting that nobody has fixed; "nothing has been decided about a meeting".
_WORKING = frozenset("contact effort attempt consultation preparation work nothing move".split())
_TOWARDS = frozenset("of about for on to towards toward over".split())
# What has to be settled of a meeting; and by which words it is not.
_PARTICULARS = frozenset("venue site place location date time timing agenda".split())
_OPEN = frozenset("likely possible potential proposed preferred suggested favoured favored".split())
_SETTLING = frozenset("negotiate discuss settle decide fix determine agree work".split())
_NAMING = frozenset("suggest propose offer mention float".split())
_NOT_KNOWING = frozenset({"unaware", "ignorant", "skeptical", "sceptical"})


def only_thought_of(noun: Token) -> str | None:
    """The word by which "a meeting", "any meeting" is no more than thought of; None where none says so."""
    if not is_indefinite(noun):
        return None
    below = noun
    for word in islice(noun.ancestors, _STEPS):
        if word.pos_ in {"VERB", "AUX"}:
            if came_about(word, "subject" if below.dep_ in {"nsubj", "nsubjpass"} else "object"):
                return None
            cue = _thought(word, below)
        elif word.pos_ in {"NOUN", "PROPN"}:
            cue = _particular(word) or _rumour(word, below)
        else:
            cue = word.lower_ if word.lower_ in _NOT_KNOWING else None
        if cue is not None:
            return cue
        below = word
    return None


def _thought(verb: Token, below: Token) -> str | None:
    """ "Expectations are rising of a meeting", "could not confirm that a meeting would take place"."""
    if verb.dep_ == "acl" and any(child.dep_ == "mark" for child in verb.children):
        return verb.head.lower_ if CUES.get(cue_key(verb.head) or "") == "possible" else None
    if below.dep_ == "ccomp" and verb.lemma_.lower() == "confirm" and mood_of(verb).negated:
        return "not confirmed"
    if below.dep_ in {"nsubj", "nsubjpass", "dobj", "ccomp", "conj"}:
        return None
    if verb.lemma_ == "work" and below.lower_ in {"towards", "toward"}:
        return verb.lower_
    there = any(child.dep_ == "expl" for child in verb.children)  # "there were no contacts on a meeting"
    subjects = {"attr"} if there else {"nsubj", "nsubjpass"}
    subject = next((child for child in verb.children if child.dep_ in subjects), None)
    towards = below.lower_ in _TOWARDS or below.dep_ in {"advcl", "xcomp"}
    if subject is None or not towards:
        return None
    if subject.lower_ == "nothing" and verb.lemma_.lower() not in _SETTLING:
        return None  # "nothing came of a meeting"
    wish = subject.pos_ == "NOUN" and CUES.get(cue_key(subject) or "") == "possible"
    return subject.lower_ if wish or subject.lemma_.lower() in _WORKING else None


def _particular(noun: Token) -> str | None:
    """ "The likely venue for a meeting", "suggested Norvik as the venue for a meeting", "the date of a
    meeting is being negotiated".
    """
    if noun.lemma_.lower() not in _PARTICULARS:
        return None
    if any(child.lower_ in _OPEN for child in noun.lefts):
        return noun.lower_
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    named = verb.lemma_.lower() in _NAMING and noun.dep_ == "pobj"
    if noun.dep_ == "conj":  # "the time and place of a meeting"
        noun, verb = noun.head, noun.head.head
    open_yet = verb.lemma_.lower() in _SETTLING and noun.dep_ == "nsubjpass" and not mood_of(verb).past
    return noun.lower_ if named or open_yet else None


def _rumour(noun: Token, below: Token) -> str | None:
    """ "Reports of a meeting were dismissed as speculation"."""
    told = noun.lemma_.lower() in RUMOURS | UNVOUCHED and below.lower_ in {"of", "about"}
    return noun.lower_ if told else None
