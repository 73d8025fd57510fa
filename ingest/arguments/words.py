"""Small words and tags that the readers of arguments share."""

from __future__ import annotations

from spacy.tokens import Token

MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "DET", "NUM", "ADV"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SINGULAR = frozenset({"he", "she", "him", "her"})
PLURAL_PRONOUNS = frozenset({"they", "them", "both", "pair", "duo", "trio"})
DELEGATIONS = frozenset({"delegation", "team", "mission", "group", "delegations"})


def is_finite_verb(token: Token) -> bool:
    """Whether a word is a verb, or the auxiliary of one, that has a subject of its own: "said", "has"."""
    return token.pos_ in {"VERB", "AUX"} and token.tag_ in FINITE
