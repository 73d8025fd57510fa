"""Meetings told by the courtesies between visitors and hosts, and by what two people did side by side.

"Received a courtesy call from", "hosted a reception for", "paid his respects to", "had an exchange of views
with", "went for a walk with": the language of ministries and court circulars, which may tell of a meeting
without ever calling it one. Each needs a person in both places.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.contacts import HOMES, at_home_in
from ingest.events.model import Event
from ingest.events.sides import (
    all_with_all,
    one_government,
    several_states,
    side_against_side,
)
from ingest.events.slots import after_preposition
from ingest.status.mood import is_passive
from ingest.triggers import TREATIES, VERBS

_GIVING = frozenset({"host", "hold", "give", "offer"})
# A call that one receives is a telephone call unless it is called so.
_OF_COURTESY = frozenset("courtesy farewell introductory protocol ceremonial official formal".split())
# What may stand before "exchange with" where it is one of words: "a frank exchange with".
_EXCHANGES = frozenset(
    """
    short brief long lengthy quick frank candid open honest lively heated sharp warm friendly cordial direct
    informal private personal intensive constructive useful fruitful good
    """.split()
)
_WORDS_EXCHANGED = frozenset("view idea opinion thought pleasantry experience".split())
_OUTINGS = frozenset("walk stroll drive ride hike swim sail lunch dinner breakfast coffee drink beer".split())
# "bade farewell to", "said goodbye to".
_FAREWELLS = frozenset({"farewell", "goodbye", "good-bye", "adieu"})
# Where one sees somebody off, and has not met him; and the last respects of all.
_NOT_THERE = frozenset(
    "airport station tarmac late dead funeral coffin grave tomb memory body last final family".split()
)
_SIGNED = TREATIES | {"convention", "plan", "programme", "program"}
_RECEIVING = frozenset({"receive", "host", "welcome", "greet", "entertain", "brief"})
_SEEN = frozenset("see spot photograph picture film notice spend".split())
_SURE = {
    "call-received": 0.8,
    "reception-for": 0.7,
    "respects": 0.6,
    "farewell": 0.55,
    "exchange": 0.75,
    "outing": 0.65,
    "signed": 0.6,
    "at-home": 0.6,
    "company": 0.6,
    "across": 0.65,
}

COURTESY_WORDS = (
    _GIVING
    | HOMES
    | _RECEIVING
    | {"pay", "bid", "bade", "say", "exchange", "go", "take", "sign", "company", "table"}
)
"""The words at which such a meeting may stand."""


def courtesies(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """The meetings that such a word states."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":
        if lemma == "exchange":
            yield from _exchange(token, reader)
        if lemma in HOMES:
            yield from _at_home(token, reader)
        if lemma == "company":
            yield from _in_company(token, reader)
        if lemma == "table":
            yield from _across(token, reader)
        return
    if token.pos_ != "VERB":
        return
    if lemma in {"go", "take"} and _outing(token, lemma):
        yield from _went_out(token, reader)
        return
    if lemma == "sign":
        yield from _signed(token, reader)
        return
    if token.tag_ == "VBN" and lemma in _RECEIVING:
        yield from _received_by(token, lemma, reader)
        return
    for kind, other in _others(token, lemma, reader):
        if other.people:
            subject = reader.subject(token)
            host = subject if kind in {"call-received", "reception-for"} else None
            yield from side_against_side(
                token, subject, other, _SURE[kind], f"verb:{kind}", reader, host=host
            )
            return


def _others(token: Token, lemma: str, reader: ArgumentReader) -> Iterator[tuple[str, Argument]]:
    things = [child for child in token.children if child.dep_ == "dobj"]
    thing = things[0] if things else None
    what = thing.lemma_.lower() if thing is not None else ""
    if thing is None or is_passive(token):
        return
    if lemma == "receive" and (what == "visit" or (what == "call" and _is_of_courtesy(thing))):
        yield "call-received", after_preposition(thing, {"from", "of", "by"}, reader)
    if lemma in _GIVING and what == "reception":
        guests = after_preposition(thing, {"for"}, reader)
        if not guests.groups:
            yield "reception-for", guests
    if lemma == "pay" and what == "respect":
        yield "respects", _in_office(after_preposition(thing, {"to"}, reader, within=2), reader)
    if lemma in {"bid", "bade", "say"} and what in _FAREWELLS:
        yield "farewell", _in_office(after_preposition(thing, {"to"}, reader, within=2), reader)


def _is_of_courtesy(call: Token) -> bool:
    return any(word.lower_ in _OF_COURTESY for word in call.lefts)


def _in_office(other: Argument, reader: ArgumentReader) -> Argument:
    """Those of an office, of whom nothing says that they are dead or leave from the airport."""
    if any(word.lower_ in _NOT_THERE for word in reader.sentence.span):
        return Argument()
    titled = all(mention.title is not None for mention in other.mentions.values())
    return other if titled else Argument()


def _exchange(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "had an exchange of views with Lamar", "after a frank exchange with Lamar"; not of prisoners."""
    of = [grand for child in token.children if child.lower_ == "of" for grand in child.children]
    if of and not any(word.lemma_.lower() in _WORDS_EXCHANGED for word in of):
        return
    if not of and not any(word.lower_ in _EXCHANGES for word in token.lefts):
        return
    sure = _SURE["exchange"]
    between = after_preposition(token, {"between"}, reader)
    if len(between.people) >= 2:
        yield all_with_all(token, between, sure, "noun:exchange:between")
        return
    other = after_preposition(token, {"with"}, reader)
    if other.people:
        subject = reader.subject_of_noun(token)
        if subject.people:
            yield from side_against_side(token, subject, other, sure, "noun:exchange", reader)


def _outing(token: Token, lemma: str) -> bool:
    """ "went for a walk", "took a stroll", "went to lunch"."""
    for child in token.children:
        if lemma == "take" and child.dep_ == "dobj" and child.lemma_.lower() in {"walk", "stroll"}:
            return True
        if lemma == "go" and child.lower_ in {"for", "to"} and child.dep_ == "prep":
            gone = [grand for grand in child.children if grand.dep_ == "pobj"]
            if any(word.lemma_.lower() in _OUTINGS for word in gone):
                return True
    return False


def _went_out(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    subject = reader.subject(token)
    company = after_preposition(token, {"with"}, reader, within=8)
    sure = _SURE["outing"]
    if company.people:
        yield from side_against_side(token, subject, company, sure, "verb:outing", reader)
    elif len(subject.people) >= 2 and not one_government(subject.people):
        yield all_with_all(token, subject, sure, "verb:outing-together")


def _signed(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "The two signed a memorandum", "Solen and her Marenian counterpart, Lamar, signed an accord"."""
    things = [child for child in token.children if child.dep_ == "dobj"]
    if not any(word.lemma_.lower() in _SIGNED for noun in things for word in (noun, *noun.conjuncts)):
        return
    subject = reader.subject(token)
    people = [person for person in subject.people if not person.speaks_for_others]
    # "They signed" may be said of two governments.
    if any(child.lower_ == "they" for child in token.children):
        return
    if len(people) == 2 and not one_government(people):
        everyone = Argument(people=people, guessed=subject.guessed)
        yield all_with_all(token, everyone, _SURE["signed"], "verb:sign:mutual")


def _received_by(token: Token, lemma: str, reader: ArgumentReader) -> Iterator[Event]:
    """ "Received at the palace by Premier Lamar, Solen said": told before the clause of the guest."""
    by = next((child for child in token.children if child.dep_ == "agent"), None)
    verb = token.head
    fronted = by is not None and token.i <= reader.start + 1 and verb.pos_ == "VERB" and verb.i > by.i
    if by is None or not fronted or is_passive(token):
        return
    guest = reader.phrase_ending_at(verb.i - 1)
    if len(guest.people) != 1:
        guest = reader.subject(verb)
    mention = guest.mentions.get(guest.people[0].key) if len(guest.people) == 1 else None
    stop = min(mention.left, mention.first) if mention is not None else verb.i
    host = reader.read_list(by.i + 1, stop)
    if guest.people and len(host.people) == 1:
        sure = VERBS[lemma].confidence
        yield from side_against_side(token, guest, host, sure, f"verb:{lemma}", reader, host=host)


def _at_home(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Dorn was at the house of Premier Lamar for an hour": not for nothing."""
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ not in {"at", "in"} or verb.lemma_ != "be":
        return
    if not any(word.ent_type_ == "TIME" and word.pos_ == "NOUN" for word in verb.subtree):
        return
    host = at_home_in(token, reader)
    if host.people:
        guest = reader.subject(verb)
        yield from side_against_side(token, guest, host, _SURE["at-home"], "noun:at-home", reader, host=host)


def _in_company(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "was photographed in Norvik in the company of Premier Lamar"."""
    before = [word.lower_ for word in reader.doc[max(reader.start, token.i - 2) : token.i]]
    if before != ["in", "the"] or token.i + 1 >= reader.end or token.nbor().lower_ != "of":
        return
    other = reader.read_list(token.i + 2, reader.end)
    verb = next((word for word in token.ancestors if word.pos_ in {"VERB", "AUX"}), None)
    if verb is None or not other.people:
        return
    subject = reader.subject(verb)
    if verb.lemma_.lower() in _SEEN or several_states([*subject.people, *other.people]):
        yield from side_against_side(token, subject, other, _SURE["company"], "noun:company", reader)


def _across(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "was across the table from Premier Lamar"; who sits there is read by his verb."""
    before = [word.lower_ for word in reader.doc[max(reader.start, token.i - 2) : token.i]]
    if before != ["across", "the"] or token.i + 1 >= reader.end or token.nbor().lower_ != "from":
        return
    verb = next((word for word in token.ancestors if word.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.lemma_ != "be":
        return
    other = reader.read_list(token.i + 2, reader.end)
    if other.people:
        yield from side_against_side(
            token, reader.subject(verb), other, _SURE["across"], "noun:across", reader
        )
