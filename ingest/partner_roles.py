"""The frame of a role: "X is an ally of Y" has a holder and the one it is for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.partner_sides import BY_REFERENCE, BY_SPEAKER, IN_PHRASE, Bond, among, crossed, qualities
from ingest.partner_words import CALLING, SINGLE
from ingest.states import SentenceStates, clause, distinct
from ingest.status.mood import is_passive

_FIRST_PERSON = frozenset({"our", "my"})
# Who speaks between commas.
_SAYING = frozenset({"he", "she"})
_STATES = frozenset({"countries", "nations", "states"})
_COUNTED = frozenset({"one", "two", "both", "some"})
_REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself"})


def of_role(word: Token, states: SentenceStates) -> Iterator[Bond]:
    """The pairs that a noun like "ally" joins."""
    holders, adjacent = _holders(word, states)
    others = _partners_of(word, states, adjacent)
    spoken_of = holders or (others if _is_ours(word) else ())
    if spoken_of and (_is_ours(word) or not others) and (speaker := _speaker_for(word, states)):
        yield from crossed(spoken_of, speaker, BY_SPEAKER)
    elif holders and others:
        yield from crossed(holders, others, IN_PHRASE)
    elif len(holders) >= 2 and word.tag_ in ("NNS", "NNPS"):
        yield from among(holders, IN_PHRASE)
    elif word.tag_ in ("NNS", "NNPS") and any(child.lower_ in ("two", "both") for child in word.lefts):
        yield from among(states.two(word), BY_REFERENCE + 0.15)
    elif holders and qualities(word) & SINGLE | {c.lower_ for c in word.lefts} & SINGLE:
        yield from crossed(holders, states.subject(word), BY_REFERENCE)
    elif others and not holders and _possessive(word) and word.tag_ in ("NN", "NNP"):
        rest = [state for state in states.mentioned if state not in others]
        if not rest and states.focus is not None and set(others) < set(states.focus):
            rest = [state for state in states.focus if state not in others]  # "its NATO ally"
        if len(rest) == 1:
            yield from crossed(others, tuple(rest), BY_REFERENCE)
    elif not holders and not others and word.tag_ == "NNS" and word.dep_ == "attr":
        yield from among(_both(word, states), BY_REFERENCE)
    elif (
        not holders and not others and _possessive(word) and len(states.mentioned) == 2 and word.tag_ == "NN"
    ):
        yield from among(states.mentioned, BY_REFERENCE)


def _is_ours(word: Token) -> bool:
    return any(child.lower_ in _FIRST_PERSON for child in word.lefts)


def _speaker_for(word: Token, states: SentenceStates) -> tuple[str, ...]:
    """ "Solen called Jordan a reliable partner", "Jordan is our ally, Solen said": whose partner it is who
    speaks of one in the singular, or of "our" partners.
    """
    one = word.tag_ in ("NN", "NNP") and (
        _is_ours(word) or any(child.lower_ in ("a", "an") for child in word.lefts)
    )
    return states.speaker(word) if one or _is_ours(word) else ()


def _both(word: Token, states: SentenceStates) -> tuple[str, ...]:
    """ "Jordan and Egypt, he said, were allies", "The countries are strategic partners": these two."""
    verb = word.head
    own = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    before = distinct(states.at[at] for at in sorted(states.at) if at < verb.i)
    if own is None or own.lower_ in _SAYING:
        return before if len(before) == 2 and len(states.mentioned) == 2 else ()
    the_two = own.lower_ in _STATES and any(child.lower_ == "the" for child in own.lefts)
    return states.two(own) if the_two else ()


def _holders(word: Token, states: SentenceStates) -> tuple[tuple[str, ...], Token | None]:
    """Who the ally is, and the name that stands right behind the word ("ally Pakistan")."""
    top = _predicate(word)
    following = word.nbor(1) if word.i + 1 < word.sent.end else None
    adjacent = following if following is not None and _begins_name(following, states) else None
    if adjacent is not None:
        head = adjacent
        while head.head.i in states.at and head.head.i > head.i and head.dep_ == "compound":
            head = head.head
        return states.of(head), adjacent
    found: list[str] = []
    for child in word.subtree:
        # "its closest ally in the region, Jordan", where the parser hangs the name on the region
        behind = child.i > word.i and child.dep_ == "appos"
        if behind and (child.head == word or (child.i in states.at and child.nbor(-1).text == ",")):
            found.extend(states.of(child))
    own = next((child for child in top.lefts if child.dep_ == "nsubj"), None)
    if own is not None:
        found.extend(states.of(own))
    elif top.dep_ == "nsubj" and top.head.lemma_ == "be":
        # "Washington's main partner is Colombia"
        found.extend(s for child in top.head.rights if child.dep_ == "attr" for s in states.of(child))
    elif word.dep_ == "conj" and any(child.lower_ == "other" for child in word.lefts):
        # "Norway and other allies of Ukraine"
        found.extend(
            s for member in (word.head, *word.conjuncts) if member != word for s in states.of(member)
        )
    elif top.dep_ in ("oprd", "dobj") and top.head.lemma_.lower() in CALLING:
        found.extend(_called(top.head, top, states))
    elif top.dep_ in ("attr", "acomp", "oprd") or (top.dep_ == "conj" and top.head.pos_ == "AUX"):
        found.extend(states.subject(top))
    elif top.dep_ == "appos":
        found.extend(states.of(top.head))
    elif top.dep_ == "pobj" and top.head.lower_ == "as":
        found.extend(_called(top.head.head, top, states))
    elif top.dep_ in ("compound", "nmod") and top.head.pos_ == "PROPN":
        found.extend(states.of(top.head))
    return distinct(found), None


def _begins_name(token: Token, states: SentenceStates) -> bool:
    return token.i in states.at or (token.ent_type_ in ("GPE", "PERSON") and token.head.i in states.at)


def _predicate(word: Token) -> Token:
    """The noun that stands for the role in the clause: "friend and ally", "one of its allies"."""
    top = word
    while True:
        if top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN", "ADJ"):
            top = top.head
        elif top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lower_ in _COUNTED:
            top = top.head.head
        else:
            return top


def _called(verb: Token, role: Token, states: SentenceStates) -> tuple[str, ...]:
    """ "X is seen as an ally", "Y regards X as an ally", "Y called X an ally"."""
    for child in verb.children:
        if child.lower_ in _REFLEXIVE and child.i > verb.i:
            return states.subject(role)  # "which calls itself an ally of Mali"
        if child.dep_ == "dobj" and child != role:
            return states.of(child)
    return states.subject(role) if is_passive(verb) or role.dep_ == "pobj" else ()


def _partners_of(word: Token, states: SentenceStates, adjacent: Token | None) -> tuple[str, ...]:
    """Whose ally it is: "of Y", "Y's", "US ally"; beside an owner no adjective ("its US ally")."""
    found = [
        state
        for child in word.rights
        if child.lower_ in ("of", "to", "with", "for") and child.dep_ == "prep"
        for thing in child.children
        for state in states.of(thing)
    ]
    if not found and word.dep_ in ("attr", "conj"):
        verb = clause(word)
        found = [
            state
            for child in (verb.rights if verb is not None else ())
            if child.lower_ in ("of", "to", "with") and child.i > word.i
            for thing in child.children
            for state in states.of(thing)
        ]
    if found:
        return distinct(found)
    if adjacent is not None and word.head.i in states.at:
        # "US ally Pakistan" is one flat phrase: what stands before "ally" in it.
        owner = [child for child in word.head.lefts if child.i < word.i]
        found = [state for child in owner for state in states.of(child)]
    elif adjacent is not None:
        found = [state for child in adjacent.lefts if child.i < word.i for state in states.of(child)]
    return distinct(found) or states.possessor(word) or states.modifiers(word) or _caller(word, states)


def _caller(word: Token, states: SentenceStates) -> tuple[str, ...]:
    """ "Washington considers Jordan an ally": an ally of Washington's."""
    if word.dep_ == "ccomp" and word.head.lemma_.lower() in CALLING:
        return states.subject(word)
    if word.dep_ == "oprd" and word.head.lemma_.lower() in CALLING:
        return states.subject(word)
    return ()


def _possessive(word: Token) -> bool:
    return any(child.tag_ == "PRP$" for child in word.lefts)
