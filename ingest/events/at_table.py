"""Meetings told by the table at which something was said or done, or by "in person": no word of meeting need
stand there.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.model import Event
from ingest.events.sides import one_government, side_against_side
from ingest.events.slots import after_preposition, agent_of
from ingest.triggers import MEALS, NOUNS, VERBS

_DRINKS = frozenset("tea coffee beer drink supper meal wine whisky vodka cognac".split())

SETTINGS = MEALS | _DRINKS | {"person"}
"""What stands behind "over", and behind "in"."""

_SURE = 0.65


def at_table(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Put her case to Lamar over lunch", "reassured Lamar over a beer", "apologised to Lamar in person"."""
    preposition = token.head
    wanted = "in" if token.lower_ == "person" else "over"
    if token.dep_ != "pobj" or preposition.lower_ != wanted or preposition.head.pos_ != "VERB":
        return
    verb = preposition.head
    if any(child.dep_ == "dobj" and child.lemma_.lower() in NOUNS for child in verb.children):
        return  # "made an appointment, over breakfast": told by that noun
    if any(word.pos_ == "VERB" and word.lemma_.lower() in VERBS for word in verb.subtree):
        return  # "said so in person when he met Lamar"
    subject = agent_of(verb, reader) or reader.subject(verb)
    other = _addressed(verb, reader)
    people = [*subject.people, *other.people]
    if subject.people and len(people) >= 2 and not one_government(people):
        yield from side_against_side(verb, subject, other, _SURE, "verb:at-table", reader)


def _addressed(verb: Token, reader: ArgumentReader) -> Argument:
    """To whom or with whom it was done: the object, else who is named behind "to" or "with"."""
    direct = any(child.dep_ in {"dobj", "dative"} and child.i > verb.i for child in verb.children)
    met = reader.read_list(verb.i + 1, reader.end) if direct else Argument()
    return met if met.people else after_preposition(verb, {"to", "with"}, reader)
