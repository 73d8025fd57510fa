"""What the frames of partnership share: the sides of a bond, and the words that qualify it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from spacy.tokens import Token

# How sure: the sides stand in the bond's own phrase; the subject of its clause is a side; the sentence or
# the focus leaves only two states that "the alliance" can be of; who speaks of "a partner" is of the other.
IN_PHRASE, BY_SUBJECT, BY_REFERENCE, BY_SPEAKER = 0.9, 0.85, 0.6, 0.75

# Two states and the confidence.
Bond = tuple[str, str, float]

_BEFORE_A_NOUN = frozenset({"amod", "compound", "nmod"})


def qualities(word: Token) -> set[str]:
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


def crossed(left: Sequence[str], right: Sequence[str], confidence: float) -> Iterator[Bond]:
    """Each of one side with each of the other."""
    for a in left:
        for b in right:
            if a != b:
                yield a, b, confidence


def among(states: Sequence[str] | None, confidence: float) -> Iterator[Bond]:
    """Each with each, of two or three; a longer list is a club and not a bond of two."""
    if states and len(states) <= 3:
        yield from ((a, b, confidence) for a, b in combinations(states, 2))
