"""Meetings to come of which an invitation tells: "has accepted an invitation from Premier Lamar to Norvik",
"will visit Norvik at the invitation of Premier Lamar".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.model import Event
from ingest.events.sides import several_states, side_against_side
from ingest.events.slots import after_preposition
from ingest.status import standing_of
from ingest.titles import EQUALS

INVITATIONS = frozenset({"invitation"})
_FROM = {"from", "by", "of"}
# What one is invited to do that is to see the host: not "to join the council", "to address parliament".
_COMING = frozenset("visit come meet pay travel hold undertake make".split())
# So many words behind the host it is said to what he invites.
_PURPOSE_WITHIN = 12
# So many words up a visit stands, to which one is invited.
_CLAUSES = 3
_SURE = 0.6


def invited(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """The meeting of a host with a guest who is to come."""
    host = reader.possessor(token) or after_preposition(token, _FROM, reader, within=2)
    if len(host.people) != 1 or host.guessed:
        return
    guest = _accepting(token, host, reader) or _visiting(token, reader)
    people = [*guest.people, *host.people]
    of_his_kind = any(mention.head in EQUALS for mention in host.mentions.values())
    if guest.people and (several_states(people) or of_his_kind):
        yield from side_against_side(token, guest, host, _SURE, "noun:invitation", reader, host=host)


def _accepting(token: Token, host: Argument, reader: ArgumentReader) -> Argument:
    """ "Solen has accepted Lamar's invitation to visit Norvik"."""
    if token.dep_ != "dobj" or token.head.lemma_.lower() != "accept":
        return Argument()
    behind = reader.doc[max(token.i, host.end) : min(token.i + _PURPOSE_WITHIN, reader.end)]
    purpose = next((word for word in behind if word.tag_ == "VB"), None)
    if purpose is not None and purpose.lemma_.lower() not in _COMING:
        return Argument()
    return reader.subject(token.head)


def _visiting(token: Token, reader: ArgumentReader) -> Argument:
    """ "Solen will visit Norvik at the invitation of Lamar", and is not there yet."""
    if token.dep_ != "pobj" or token.head.lower_ not in {"at", "on", "upon"}:
        return Argument()
    verb = next((word for word in islice(token.head.ancestors, _CLAUSES) if word.pos_ == "VERB"), None)
    if verb is None or standing_of(verb).status != "planned":
        return Argument()
    return reader.subject(verb)
