"""Events whose people are still to be named: "four leaders met", "a summit opened"."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.arguments import ArgumentReader
from ingest.events.noun_events import is_carried, is_other_sense
from ingest.titles import PLURAL_HEADS
from ingest.triggers import (
    NOUNS,
    VERBS,
)

# Nouns that stand for a meeting of several even where the sentence names none of them.
_ROUNDS = frozenset({"summit", "meeting", "talk", "conference"})


def open_rounds(reader: ArgumentReader) -> tuple[Token, ...]:
    """Triggers whose people are still unnamed: "four leaders met in Sharm el-Sheikh", "a summit opened in
    Lusaka".
    """
    found = []
    for token in reader.sentence.span:
        lemma = token.lemma_.lower()
        verb = token.pos_ == "VERB" and lemma in VERBS and VERBS[lemma].frame in {"meet", "with"}
        noun = token.pos_ in {"NOUN", "PROPN"} and lemma in NOUNS and not is_other_sense(token, lemma)
        if not verb and not (noun and (is_carried(token) or lemma in _ROUNDS)):
            continue
        subject = reader.subject(token if verb else token.head)
        plural = any(_is_plural_of_people(group) for group in subject.groups)
        if not subject.people and (plural or (noun and lemma in _ROUNDS)):
            found.append(token)
    return tuple(found[:1])


def _is_plural_of_people(group: str) -> bool:
    return any(word in PLURAL_HEADS for word in group.lower().split())
