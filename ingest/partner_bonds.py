"""The frame of a bond: "the alliance between X and Y" has its sides in its phrase or its clause."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.partner_sides import BY_REFERENCE, BY_SUBJECT, IN_PHRASE, Bond, among, crossed, qualities
from ingest.partner_words import BONDS, HAVING, NOT_OF_FIRMS, NOT_OF_STATES, OF_MANY, QUALIFIED_BONDS
from ingest.states import SentenceStates, clause, distinct

# What an alliance does to its two.
_BINDING = frozenset({"bind", "link", "tie", "unite", "join", "connect"})


def is_bond(word: Token, noun: str) -> bool:
    """Whether a word, whose lemma is `noun`, can name a bond of two states here."""
    if noun not in BONDS and noun not in QUALIFIED_BONDS:
        return False
    if word.pos_ not in ("NOUN", "PROPN") or word.ent_type_ in ("ORG", "PERSON", "PRODUCT"):
        return False
    words = qualities(word)
    if noun in BONDS:
        named = word.text[0].isupper() and word.i > word.sent.start and "strategic" not in words
        return not words & NOT_OF_FIRMS and not named
    return bool(QUALIFIED_BONDS.get(noun, frozenset()) & words)


def of_bond(word: Token, states: SentenceStates) -> Iterator[Bond]:
    """The pairs that a noun like "alliance" joins."""
    verb = _having(word)
    if len(bound := _bound_by(word, states)) == 2:
        yield from among(bound, BY_SUBJECT)
        return
    between = _after(("between", "among"), word, verb, states)
    if len(between) >= 2:
        yield from among(between, IN_PHRASE)
        return
    before = states.modifiers(word)
    other = _after(("with",), word, verb, states)
    if other and before and set(other) != set(before):
        yield from crossed(before, other, IN_PHRASE)
    elif other:
        yield from crossed(states.subject(word), other, BY_SUBJECT)
    elif len(before) == 2:
        yield from among(before, IN_PHRASE)
    elif len(of := _after(("of",), word, None, states)) == 2:
        yield from among(of, BY_SUBJECT)
    elif not before and verb is not None and len(subject := states.subject(word)) == 2:
        yield from among(subject, BY_SUBJECT)
    elif not before and _is_definite(word) and word.lemma_.lower() in BONDS and _is_unnamed(word):
        yield from among(states.focus if len(states.mentioned) > 2 else states.two(), BY_REFERENCE)


def _having(word: Token) -> Token | None:
    """The verb that says that its subject has, makes, mends or ends the bond; None for any other verb."""
    verb = clause(word)
    while verb is not None:
        if verb.lemma_.lower() in HAVING:
            return verb
        if verb.dep_ not in ("xcomp", "conj", "relcl", "acl"):
            return None
        verb = clause(verb)
    return None


def _after(
    prepositions: tuple[str, ...], word: Token, verb: Token | None, states: SentenceStates
) -> tuple[str, ...]:
    """The states after a preposition of the noun, or of the verb whose object it is."""
    found: list[str] = []
    heads = [word, *word.conjuncts]
    if verb is not None:
        # "signed a pact with Y", "raised ties with Y to a partnership"
        heads += [verb, *(child for child in verb.rights if child.dep_ == "dobj" and child != word)]
    for head in heads:
        for child in head.rights:
            if child.lower_ in prepositions:
                for thing in child.children:
                    if thing.dep_ in ("pobj", "pcomp"):
                        found.extend(states.of(thing) or states.of_person(thing))
    return distinct(found)


def _bound_by(word: Token, states: SentenceStates) -> tuple[str, ...]:
    """ "The two countries are bound by an alliance": whom it binds."""
    verb = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "by" else None
    return states.subject(word) if verb is not None and verb.lemma_.lower() in _BINDING else ()


def _is_definite(word: Token) -> bool:
    return any(child.lower_ in ("the", "their", "this", "our") for child in word.lefts)


def _is_unnamed(word: Token) -> bool:
    """Whether "the alliance" can be of two states: neither of parties nor one of many that the text names."""
    many = ("NATO", "Nato", "CSTO", "SEATO", "AUKUS", "ANZUS", "Atlantic")
    return not qualities(word) & (NOT_OF_STATES | OF_MANY) and not any(
        token.text in many for token in word.sent
    )


def _is_of_two(noun: Token) -> bool:
    states = noun.lemma_.lower() in {"state", "country", "nation", "neighbour", "neighbor", "republic"}
    return states and any(child.lower_ in {"two", "both"} for child in noun.lefts)


def allied(word: Token, states: SentenceStates) -> Iterator[Bond]:
    """ "X allied itself with Y", "X is allied to Y"."""
    if word.lower_ == "allied" and word.dep_ == "amod" and _is_of_two(word.head):
        yield from among(states.two(word), BY_REFERENCE)  # "the two allied states"
        return
    partner = distinct(
        state
        for child in word.rights
        if child.lower_ in ("with", "to") and child.dep_ == "prep"
        for thing in child.children
        for state in states.of(thing)
    )
    if partner:
        holder = states.of(word.head) if word.dep_ in ("acl", "amod", "relcl") else states.subject(word)
        if word.pos_ == "VERB" and not holder:
            holder = states.subject(word)
        own = next((c for c in word.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        yield from crossed(states.of(own) if own is not None else holder, partner, BY_SUBJECT)
