"""Reads who is an ally or a partner of whom: two states, the kind of bond, and whether it stands.

The bond comes from the syntax around a word for it (`ingest.partner_words`), never from two states
standing in one sentence: "allied forces in Iraq and Kuwait" is no bond. Two frames:

- a role, "X is an ally of Y": a holder (subject, apposition, "ally X") and the one it is for ("of Y",
"Y's", "US ally");
- a bond, "the alliance between X and Y": sides in its own phrase, or the subject of "have", "sign",
"maintain" it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from spacy.tokens import Span, Token

from ingest.partner_polarity import polarity_of
from ingest.partner_words import (
    BONDS,
    CALLING,
    HAVING,
    NOT_OF_FIRMS,
    NOT_OF_STATES,
    OF_MANY,
    QUALIFIED_BONDS,
    ROLES,
    SINGLE,
    relation_of,
)
from ingest.records import Evidence, PartnershipClaim
from ingest.states import CountrySpan, SentenceStates, clause, distinct

# How sure: the sides stand in the bond's own phrase; the subject of its clause is a side; the sentence or
# the focus
# leaves only two states that "the alliance" can be of.
_IN_PHRASE, _BY_SUBJECT, _BY_REFERENCE = 0.9, 0.85, 0.6

_WORDS = ROLES | BONDS | QUALIFIED_BONDS.keys()

Bond = tuple[str, str, float]

_BEFORE_A_NOUN = frozenset({"amod", "compound", "nmod"})


def partnership_claims(
    span: Span,
    offset: int,
    text: str,
    countries: Sequence[CountrySpan],
    pair: tuple[str, str] | None = None,
) -> list[PartnershipClaim]:
    """The partnerships that one sentence states, in a fixed order, each pair and kind once.

    Args:
        span: the sentence, parsed.
        offset: where the sentence's Doc begins in the article.
        text: the article.
        countries: phrases that stand for states, in the article's offsets; people whose state is known
        count too.
        pair: the two states in focus, for "both countries" in a sentence that names neither.
    """
    if not any(token.lemma_.lower() in _WORDS or token.lower_ == "allied" for token in span):
        return []
    states = SentenceStates(span, offset, countries, pair)
    if not states.mentioned and pair is None:
        return []
    evidence = Evidence(
        offset + span.start_char,
        offset + span.end_char,
        text[offset + span.start_char : offset + span.end_char],
    )
    claims: dict[tuple[tuple[str, str], str, str], PartnershipClaim] = {}
    for word in span:
        for a, b, confidence in _bonds(word, states):
            first, second = sorted((a, b))
            relation = relation_of(_noun(word), _qualities(word))
            polarity = polarity_of(word)
            claim = PartnershipClaim(
                (first, second), relation, polarity, evidence, confidence, f"{word.lemma_.lower()}"
            )
            key = (claim.countries, relation, polarity)
            if key not in claims or claims[key].confidence < confidence:
                claims[key] = claim
    return sorted(claims.values(), key=lambda c: (c.countries, c.relation, c.polarity))


def _bonds(word: Token, states: SentenceStates) -> Iterator[Bond]:
    noun = _noun(word)
    if word.lower_ == "allied" or (word.pos_ == "VERB" and noun == "ally"):
        yield from _allied(word, states)
    elif noun in ROLES and not _qualities(word) & NOT_OF_STATES:
        yield from _of_role(word, states)
    elif _is_bond(word, noun):
        yield from _of_bond(word, states)


def _noun(word: Token) -> str:
    return word.lemma_.lower()


def _is_bond(word: Token, noun: str) -> bool:
    if noun not in BONDS and noun not in QUALIFIED_BONDS:
        return False
    if word.pos_ not in ("NOUN", "PROPN") or word.ent_type_ in ("ORG", "PERSON", "PRODUCT"):
        return False
    qualities = _qualities(word)
    if noun in BONDS:
        return not qualities & NOT_OF_FIRMS and not (word.text[0].isupper() and word.i > word.sent.start)
    return bool(QUALIFIED_BONDS.get(noun, frozenset()) & qualities)


def _qualities(word: Token) -> set[str]:
    """The words that say what kind of bond it is: before the noun, and after "of" or "on" behind it."""
    found: set[str] = set()
    for child in word.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "nummod", "advmod", "poss"):
            found.update(token.lower_ for token in child.subtree if token.is_alpha)
            found.add(child.text.lower())
    for child in word.rights:
        if child.lower_ in ("of", "on", "in") and child.dep_ == "prep":
            for thing in child.children:
                found.update(
                    token.lemma_.lower() for token in (thing, *thing.conjuncts) if token.pos_ == "NOUN"
                )
                if child.lower_ == "in":  # "cooperation in military and energy affairs"
                    found.update(token.lower_ for token in thing.lefts if token.dep_ in _BEFORE_A_NOUN)
    # "free-trade", "all-round", "ex-ally" come apart at the hyphen.
    first = word.left_edge.i
    for token in word.doc[first : word.i]:
        if token.i + 2 < word.i + 1 and token.nbor(1).text == "-" and not token.whitespace_:
            found.add(f"{token.lower_}-{token.nbor(2).lower_}")
    return found


# Roles


def _of_role(word: Token, states: SentenceStates) -> Iterator[Bond]:
    holders, adjacent = _holders(word, states)
    others = _partners_of(word, states, adjacent)
    if holders and others:
        yield from _crossed(holders, others, _IN_PHRASE)
    elif len(holders) >= 2 and word.tag_ in ("NNS", "NNPS"):
        yield from _among(holders, _IN_PHRASE)
    elif word.tag_ in ("NNS", "NNPS") and any(child.lower_ in ("two", "both") for child in word.lefts):
        yield from _among(states.two(word), _BY_REFERENCE + 0.15)
    elif holders and _qualities(word) & SINGLE | {c.lower_ for c in word.lefts} & SINGLE:
        yield from _crossed(holders, states.subject(word), _BY_REFERENCE)
    elif others and not holders and _possessive(word) and word.tag_ in ("NN", "NNP"):
        rest = [state for state in states.mentioned if state not in others]
        if len(rest) == 1:
            yield from _crossed(others, tuple(rest), _BY_REFERENCE)
    elif (
        not holders and not others and _possessive(word) and len(states.mentioned) == 2 and word.tag_ == "NN"
    ):
        yield from _among(states.mentioned, _BY_REFERENCE)


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
    for child in word.rights:
        if child.dep_ == "appos":
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
        elif top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lower_ == "one":
            top = top.head.head
        else:
            return top


def _called(verb: Token, role: Token, states: SentenceStates) -> tuple[str, ...]:
    """ "X is seen as an ally", "Y regards X as an ally", "Y called X an ally"."""
    for child in verb.children:
        if child.dep_ == "dobj" and child != role:
            return states.of(child)
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    return states.subject(role) if passive or role.dep_ == "pobj" else ()


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


# Bonds


def _of_bond(word: Token, states: SentenceStates) -> Iterator[Bond]:
    verb = _having(word)
    between = _after(("between", "among"), word, verb, states)
    if len(between) >= 2:
        yield from _among(between, _IN_PHRASE)
        return
    before = states.modifiers(word)
    other = _after(("with",), word, verb, states)
    if other and before and set(other) != set(before):
        yield from _crossed(before, other, _IN_PHRASE)
    elif other:
        yield from _crossed(states.subject(word), other, _BY_SUBJECT)
    elif len(before) == 2:
        yield from _among(before, _IN_PHRASE)
    elif len(of := _after(("of",), word, None, states)) == 2:
        yield from _among(of, _BY_SUBJECT)
    elif not before and verb is not None and len(subject := states.subject(word)) == 2:
        yield from _among(subject, _BY_SUBJECT)
    elif not before and _is_definite(word) and _noun(word) in BONDS and _is_unnamed(word):
        yield from _among(states.focus if len(states.mentioned) > 2 else states.two(), _BY_REFERENCE)


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
                        found.extend(states.of(thing))
    return distinct(found)


def _is_definite(word: Token) -> bool:
    return any(child.lower_ in ("the", "their", "this", "our") for child in word.lefts)


def _is_unnamed(word: Token) -> bool:
    """Whether "the alliance" can be of two states: neither of parties nor one of many that the text names."""
    many = ("NATO", "Nato", "CSTO", "SEATO", "AUKUS", "ANZUS", "Atlantic")
    return not _qualities(word) & (NOT_OF_STATES | OF_MANY) and not any(
        token.text in many for token in word.sent
    )


# Verbs and participles


def _allied(word: Token, states: SentenceStates) -> Iterator[Bond]:
    """ "X allied itself with Y", "X is allied to Y"."""
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
        yield from _crossed(states.of(own) if own is not None else holder, partner, _BY_SUBJECT)


def _crossed(left: Sequence[str], right: Sequence[str], confidence: float) -> Iterator[Bond]:
    for a in left:
        for b in right:
            if a != b:
                yield a, b, confidence


def _among(states: Sequence[str] | None, confidence: float) -> Iterator[Bond]:
    """Each with each, of two or three; a longer list is a club and not a bond of two."""
    if states and len(states) <= 3:
        yield from ((a, b, confidence) for a, b in combinations(states, 2))
