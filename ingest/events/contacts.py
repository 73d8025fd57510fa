"""Meetings told without a word of meeting, by what one person does with, to or beside another.

"Spent an evening with", "presented her credentials to", "was there as the guest of", "informed the
ambassador": the field counts these as visits, receptions and consultations. Each needs a person in both
places.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.arguments.words import is_finite_verb
from ingest.events.model import Event
from ingest.events.objects import CREDENTIALS, relative_object
from ingest.events.sides import one_government, side_against_side
from ingest.events.slots import after_preposition
from ingest.status.mood import is_passive, mood_of
from ingest.triggers import MEALS, NOUNS, SHARED_CHAIRS, TIMES

_SPENDING = frozenset({"spend", "begin", "start", "open", "end", "finish"})
# A day is begun with somebody as well as spent; only who spends it has it for an object.
_DAYS = frozenset("day morning afternoon evening visit trip".split())
# Who represents a state where he is; what he is told officially he is told face to face.
_ENVOYS = frozenset({"ambassador", "envoy", "commissioner"})
_OFFICIALLY = frozenset({"tell", "inform", "notify", "brief"})
_GOING = frozenset("go come drive walk cross call return rush stop hurry".split())
# What is given from hand to hand.
_HANDED = frozenset(
    """
    letter message note invitation gift key copy document petition report text draft list book portrait medal
    award prize plaque cheque check envelope proposal plan folder picture photograph order decoration present
    """.split()
)
HOMES = frozenset("house home residence apartment flat villa palace office suite bedside hotel".split())
"""Where somebody lives or works, and is called on."""
_PRESENTING = frozenset({"present", "hand", "submit", "deliver"})
# So many words may name whom one "had to dinner".
_INVITED_WITHIN = 24
# In a caption "with" comes so many words behind the name: "(centre)", ", left,".
_CAPTION = 6
# "Chaired the session together with Lamar".
_TOGETHER = frozenset({"together", "jointly"})
_TOGETHER_WITHIN = 6
# "co" and "-" before "chaired".
_HYPHENED = 2
# How sure a meeting is, by the way in which it is told. What has 0.55 makes no edge with a pronoun.
_SURE = {
    "spend": 0.7,
    "present-credentials": 0.85,
    "hand": 0.55,
    "summon": 0.6,
    "tell-envoy": 0.55,
    "call-at-home": 0.55,
    "aside": 0.7,
    "get-together": 0.75,
    "time-for": 0.6,
    "across-table": 0.65,
    "pay-visit": 0.8,
    "chair-with": 0.75,
    "go-over": 0.65,
    "shuttle": 0.65,
    "guest-of": 0.6,
    "host-named": 0.65,
    "face-to-face": 0.75,
    "caption": 0.7,
}

# "Had an hour for Lamar", "had his half hour with Lamar".
_FINDING = frozenset({"have", "find"})
# "Drew Lamar aside".
_TAKING = frozenset({"draw", "take", "pull", "call"})
# "His host was Premier Lamar"; a partner is one only "in the talks".
_ACROSS = frozenset({"host", "guest", "visitor", "interlocutor"})
_PARTNERS = frozenset({"partner", "counterpart", "number"})
_OTHERS = _ACROSS | _PARTNERS

CONTACT_WORDS = (
    _SPENDING
    | _OFFICIALLY
    | _GOING
    | _FINDING
    | _TAKING
    | _OTHERS
    | _PRESENTING
    | {"summon", "pay", "face", "shuttle", "get"}
)


def contacts(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """The meetings that such a verb or noun states."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":
        if lemma == "guest":
            yield from _guest_of(token, reader)
        if lemma in _ACROSS:
            yield from _host_named(token, reader)
        if lemma in _OTHERS and token.dep_ == "nsubj":
            yield from _across_table(token, reader)
    if lemma == "face":
        yield from _face_to_face(token, reader)
        return
    if token.pos_ != "VERB":
        return
    for kind, other in _others(token, lemma, reader):
        if other.people:
            subject = reader.subject(token)
            yield from side_against_side(token, subject, other, _SURE[kind], f"verb:{kind}", reader)
            return


def _others(token: Token, lemma: str, reader: ArgumentReader) -> Iterator[tuple[str, Argument]]:
    if lemma in _SPENDING and _spends_time(token, lemma):
        yield "spend", after_preposition(token, {"with"}, reader) or relative_object(token, reader)
    if lemma in _FINDING and _spends_time(token, "spend"):
        yield "time-for", after_preposition(token, {"for", "with"}, reader, within=6)
    if lemma == "have" and (at := _had_to_meal(token, reader)) is not None:
        guests = reader.read_list(token.i + 1, at)
        yield "host-named", guests if guests.people else reader.included(at, reader.end)
    if lemma == "get" and any(child.lower_ == "together" for child in token.children):
        yield "get-together", after_preposition(token, {"with"}, reader, within=4)
    if lemma in _TAKING and _taken_aside(token):
        yield "aside", reader.read_list(token.i + 1, reader.end)
    if lemma == "hand" and _hands_thing(token) and not _has_credentials(token):
        yield "hand", _handed_to(token, reader)
    if lemma in _PRESENTING and _has_credentials(token):
        yield "present-credentials", after_preposition(token, {"to"}, reader)
    if lemma == "summon" or (lemma == "call" and _called_in(token)):
        yield "summon", _summoned(token, reader)
    if lemma in _OFFICIALLY and (envoy := _envoy_told(token, reader)).people:
        yield "tell-envoy", envoy
    if lemma in _GOING and (visited := _at_home(token, reader)).people:
        yield "call-at-home", visited
    if lemma == "go" and _goes_over(token):
        yield "go-over", after_preposition(token, {"with"}, reader)
    if lemma == "shuttle":
        yield "shuttle", _shuttled_between(token, reader)
    if lemma == "pay" and (paid := _paid_visit(token, reader)) is not None:
        yield "pay-visit", paid


def _goes_over(token: Token) -> bool:
    """ "went over the draft with Lamar"; not "went over to the rebels"."""
    over = next((child for child in token.children if child.lower_ == "over"), None)
    if over is None:
        return False
    things = over.children if over.dep_ == "prep" else token.children
    return any(thing.dep_ in {"pobj", "dobj"} for thing in things)


def _shuttled_between(token: Token, reader: ArgumentReader) -> Argument:
    """ "shuttled between Solen and Lamar": each of them at another place."""
    between = after_preposition(token, {"between"}, reader)
    between.apart = True
    return between


def _at_home(token: Token, reader: ArgumentReader) -> Argument:
    """ "went at dawn to the house of Premier Lamar", "drove to her residence": who lives or works there."""
    for child in token.children:
        if child.dep_ != "prep" or child.lower_ not in {"to", "at"}:
            continue
        for place in child.children:
            if place.dep_ == "pobj" and place.lemma_.lower() in HOMES:
                return at_home_in(place, reader)
    return Argument()


def at_home_in(place: Token, reader: ArgumentReader) -> Argument:
    """Whose "Lamar's house" or "the residence of Premier Lamar" is; nobody's known of "his house", which is
    as often as not that of who goes there.
    """
    owner = next((child for child in place.children if child.dep_ == "poss"), None)
    if owner is None:
        return after_preposition(place, {"of"}, reader, within=1)
    return Argument() if owner.pos_ == "PRON" else reader.noun_phrase(owner, place)


def _called_in(token: Token) -> bool:
    return any(child.dep_ == "prt" and child.lower_ == "in" for child in token.children)


def _summoned(token: Token, reader: ArgumentReader) -> Argument:
    """Who is called in, or by whom."""
    if is_passive(token):
        return after_preposition(token, {"by"}, reader, within=4)
    at = token.i + 2 if token.i + 1 < reader.end and token.nbor().dep_ == "prt" else token.i + 1
    return reader.read_list(at, reader.end)


def _handed_to(token: Token, reader: ArgumentReader) -> Argument:
    """ "handed a letter to President Lamar", "handed him the keys": nobody hands over from afar."""
    dative = next((c for c in token.children if c.dep_ == "dative" and c.i > token.i), None)
    if dative is not None and dative.lower_ != "to":
        return reader.noun_phrase(dative, token)
    return after_preposition(token, {"to"}, reader)


def _hands_thing(token: Token) -> bool:
    """ "handed a letter to"; power, control and cases are handed from afar."""
    return any(child.dep_ == "dobj" and child.lemma_.lower() in _HANDED for child in token.children)


def chaired_with(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Solen co-chaired the council with Premier Lamar"."""
    if token.lemma_.lower() not in SHARED_CHAIRS or token.i == reader.start:
        return
    before = {word.lower_ for word in reader.doc[max(reader.start, token.i - 2) : token.i]}
    joined = {word.lower_ for word in reader.doc[token.i + 1 : min(token.i + _TOGETHER_WITHIN, reader.end)]}
    shared = token.lemma_.lower() == "co-chair" or before & {"co", "jointly"} or joined & _TOGETHER
    if not shared:
        return
    for at in range(token.i + 1, reader.end):
        word = reader.doc[at]
        if word.pos_ in {"VERB", "AUX", "SCONJ"} or word.text in {";", ":", ","}:
            return
        if word.lower_ == "with":
            other = reader.read_list(at + 1, reader.end)
            subject = reader.subject(token) or reader.phrase_ending_at(token.i - 1 - _HYPHENED)
            yield from side_against_side(
                token, subject, other, _SURE["chair-with"], "verb:chair-with", reader
            )
            return


def _spends_time(token: Token, lemma: str) -> bool:
    """ "spent an hour with", "began the day with"; not "spent a fortune"."""
    for child in token.children:
        if child.dep_ in {"dobj", "npadvmod"}:
            word = child.lemma_.lower()
            if lemma == "spend" and (word in TIMES or child.ent_type_ in {"TIME", "DATE"}):
                return True
            if lemma != "spend" and word in _DAYS:
                return True
    return False


def _has_credentials(token: Token) -> bool:
    return any(
        word.lemma_.lower() in CREDENTIALS
        for child in token.children
        if child.dep_ == "dobj"
        for word in child.subtree
    )


def _envoy_told(token: Token, reader: ArgumentReader) -> Argument:
    """ "informed Russian Ambassador Lamar of the leak": a named envoy, right behind the verb."""
    listener = reader.read_list(token.i + 1, reader.end)
    envoys = [
        person
        for person in listener.people
        if (mention := listener.mentions.get(person.key)) is not None and mention.head in _ENVOYS
    ]
    return Argument(people=envoys, mentions=listener.mentions) if envoys else Argument()


def _paid_visit(token: Token, reader: ArgumentReader) -> Argument | None:
    """ "paid him a farewell visit"."""
    visit = next(
        (c for c in token.children if c.dep_ == "dobj" and c.lemma_.lower() in {"visit", "call"}), None
    )
    visited = next((c for c in token.children if c.dep_ == "dative" and c.i < token.i + 3), None)
    if visit is None or visited is None:
        return None
    return reader.noun_phrase(visited, token)


def _had_to_meal(token: Token, reader: ArgumentReader) -> int | None:
    """Where "to dinner" stands in "had Premier Lamar to dinner"."""
    for at in range(token.i + 2, min(reader.end - 1, token.i + _INVITED_WITHIN)):
        if reader.doc[at].lower_ == "to" and reader.doc[at + 1].lemma_.lower() in MEALS | {"tea"}:
            return at
        if is_finite_verb(reader.doc[at]):
            return None
    return None


def _taken_aside(token: Token) -> bool:
    return any(child.lower_ in {"aside", "apart"} for child in token.children)


def _across_table(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Her host was Premier Lamar", "Solen's partner in the talks was Lamar"."""
    verb = token.head
    to_come = verb.lower_ == "be" and mood_of(verb).modal == "will"
    if not (verb.lower_ in {"was", "were"} or to_come) or verb.i < token.i:
        return
    if token.lemma_.lower() in _PARTNERS and not any(word.lemma_.lower() in NOUNS for word in token.subtree):
        return
    one = reader.possessor(token)
    other = reader.read_list(verb.i + 1, reader.end)
    if one.people and other.people and not other.guessed:
        yield from side_against_side(token, one, other, _SURE["across-table"], "noun:across-table", reader)


def _host_named(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Over breakfast his host, Premier Lamar, defended the law": whose host, and who it is."""
    owner = next((child for child in token.children if child.tag_ == "PRP$"), None)
    mention = next(
        (m for m in reader.mentions if m.name and m.title is not None and m.title.last == token.i), None
    )
    if owner is None or owner.lower_ not in {"his", "her"} or mention is None:
        return
    named = reader.read_list(min(mention.left, mention.first), mention.last + 1)
    one = reader.possessor(token)
    yield from side_against_side(token, one, named, _SURE["host-named"], "noun:host-named", reader)


def _guest_of(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "spent four days in Norvik as the guest of Mayor Lamar", "will be Mayor Lamar's guest"."""
    was = token.dep_ == "attr" and token.head.lemma_ == "be"  # "in Norvik he was the guest of Mayor Lamar"
    owned = was and any(child.dep_ == "poss" and child.pos_ == "PROPN" for child in token.children)
    of = token.i + 1 < reader.end and token.nbor().lower_ == "of"
    if not (was or token.head.lower_ == "as") or not (of or owned):
        return
    host = reader.read_list(token.i + 2, reader.end) if of else reader.possessor(token)
    if len(host.people) == 1 and not host.groups:
        guest = reader.subject(token.head) if was else reader.governor_subject(token.head)
        yield from side_against_side(
            token, guest, host, _SURE["guest-of"], "noun:guest-of", reader, host=host
        )


def _face_to_face(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "came face to face with Premier Lamar"."""
    before = [
        word.lower_ for word in reader.doc[max(reader.start, token.i - 4) : token.i] if word.text != "-"
    ]
    if before[-2:] != ["face", "to"]:
        return
    subject = reader.subject_of_noun(token)
    if token.i + 1 < reader.end and token.nbor().lower_ == "with":
        other = reader.read_list(token.i + 2, reader.end)
    elif len(subject.people) >= 2 and not one_government(subject.people):
        other = Argument()  # "Solen and Lamar came face to face"
    else:
        return
    # "Came" is no journey here.
    trigger = next((verb for verb in token.ancestors if verb.pos_ == "VERB"), token)
    yield from side_against_side(trigger, subject, other, _SURE["face-to-face"], "noun:face-to-face", reader)


def pictured(reader: ArgumentReader) -> Iterator[Event]:
    """ "Minister Solen (centre) with Premier Lamar after the session on Monday": a caption without a verb."""
    span = reader.sentence.span
    if span.root.pos_ in {"VERB", "AUX"} or reader.memory.owner is not None:
        return
    first = next((mention for mention in reader.mentions if mention.name), None)
    if first is None or not any(token.ent_type_ in {"DATE", "TIME"} for token in span):
        return
    for at in range(first.last + 1, min(first.last + _CAPTION, reader.end)):
        if reader.doc[at].lower_ == "with":
            one = reader.read_list(min(first.left, first.first), at)
            two = reader.read_list(at + 1, reader.end)
            yield from side_against_side(reader.doc[at], one, two, _SURE["caption"], "caption:with", reader)
            return
