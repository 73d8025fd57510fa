"""The places of frames that verbs and nouns share: behind a preposition, and the speaker before."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.arguments.words import is_finite_verb
from ingest.triggers import (
    REPORTING_VERBS,
)

# Between an event noun and its "with": "talks in Moscow on Tuesday with", "a meeting late on Monday with".
DETACHED = 12


_FIXED = frozenset("schedule plan set arrange fix slate follow".split())

ADJUNCTS = frozenset({"after", "during", "following", "in", "at", "before", "while", "when"})


def after_preposition(
    token: Token, words: set[str], reader: ArgumentReader, within: int = DETACHED
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
                return _without_subject(found, reader)
    for at in range(token.i + 1, min(reader.end, token.i + within + 1)):
        candidate = reader.doc[at]
        if candidate.lower_ in words and candidate.pos_ in {"ADP", "SCONJ"}:
            if found := reader.read_list(at + 1, stop):
                return _without_subject(found, reader)
            continue  # "discussed ties with Marenia with Premier Lamar"
        if _says_when_it_is(candidate):
            continue  # "a meeting scheduled for Thursday with", "that they had arranged for Thursday with"
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


def _says_when_it_is(word: Token) -> bool:
    verb = word.head if word.dep_ in {"aux", "auxpass"} else word
    return verb.tag_ in {"VBN", "VBD"} and verb.dep_ in {"acl", "relcl"} and verb.lemma_.lower() in _FIXED


def _without_subject(found: Argument, reader: ArgumentReader) -> Argument:
    """ "After talks with Premier Lamar, envoy Solen said …": the last before the verb is its subject,
    whatever the parse has made of it.
    """
    if len(found.people) < 2 or found.end >= reader.end or found.guessed:
        return found
    verb = reader.doc[found.end]
    last = found.mentions.get(found.people[-1].key)
    if last is None or not is_finite_verb(verb):
        return found
    subjects = [c.i for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    own = any(last.left <= at <= last.last for at in subjects)
    if reader.doc[last.left - 1].text != "," or (subjects and not own):
        return found
    found.people.pop()
    return found


def agent_of(verb: Token, reader: ArgumentReader) -> Argument:
    """Who did what was done: "discussed by Solen and Lamar", "the accord, signed by Solen and Lamar"."""
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return reader.read_list(by.i + 1, reader.end) if by is not None else Argument()


def with_before(verb: Token, reader: ArgumentReader) -> Argument:
    """ "With Minister Lamar, he settled the details": with whom, told before the verb."""
    subjects = [child.left_edge.i for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "with" and child.i < verb.i:
            return reader.read_list(child.i + 1, min([verb.i, *(at for at in subjects if at > child.i)]))
    return Argument()


def speaker_before(token: Token, reader: ArgumentReader) -> Argument:
    """ "…, Zapatero said, after meeting with Annan": the speaker whom the parse has cut off."""
    at = token.i - 1
    while (
        at > reader.start
        and at not in reader.mention_at
        and (reader.doc[at].lower_ in ADJUNCTS or reader.doc[at].pos_ in {"DET", "ADJ", "PUNCT", "PRON"})
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
