"""Small words and tags that the readers of arguments share."""

from __future__ import annotations

MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "DET", "NUM", "ADV"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SINGULAR = frozenset({"he", "she", "him", "her"})
PLURAL_PRONOUNS = frozenset({"they", "them", "both", "pair", "duo", "trio"})
DELEGATIONS = frozenset({"delegation", "team", "mission", "group", "delegations"})
