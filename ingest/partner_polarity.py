"""Whether a partnership stands, is sought, is denied or has ended, by the words around its word."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.partner_words import CREATING, ENDED_BEFORE, ENDING, SOUGHT_BEFORE, WISHING
from ingest.records import Polarity

_TENDING = frozenset(
    "deepen develop promote strengthen cherish enhance expand build carry further foster".split()
)
_HARMING = frozenset(
    """
    harm damage hurt affect undermine threaten weaken endanger jeopardize jeopardise strain shake disturb
    """.split()
)
_COPULA = frozenset({"be", "become"})


def polarity_of(word: Token) -> Polarity:
    """The polarity of the bond that a noun or verb names.

    What one deepens exists; what one hopes to build does not yet. "Is not an ally" denies, "former ally" and
    "broke off relations" end.
    """
    before = {token.lower_ for child in word.lefts for token in child.subtree} | _compound_prefix(word)
    verbs = _verbs_above(word)
    if before & ENDED_BEFORE or _ends(word, verbs) or _is_over(verbs):
        return "ended"
    if "no" in before or _is_denied(word, verbs):
        return "denied"
    if before & SOUGHT_BEFORE or _is_wished(word, verbs):
        return "sought"
    return "stated"


def _verbs_above(word: Token) -> list[Token]:
    """The verbs over a word, from its own clause up to the one that reports it."""
    found: list[Token] = [word] if word.pos_ == "VERB" else []
    for ancestor in word.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            found.append(ancestor)
            if ancestor.dep_ in ("ccomp", "relcl", "advcl", "parataxis", "ROOT"):
                break
    return found


def _ends(word: Token, verbs: list[Token]) -> bool:
    nouns_above = [token.lemma_.lower() for token in word.ancestors if token.pos_ == "NOUN"][:1]
    if any(noun in ("end", "collapse", "rupture", "breakdown", "severance") for noun in nouns_above):
        return True
    own = verbs[0] if verbs else None
    return own is not None and own.lemma_.lower() in ENDING and not _is_negated(own) and _object_of(word, own)


def _object_of(word: Token, verb: Token) -> bool:
    top = word
    while top.head not in (verb, top) and top.dep_ in ("conj", "compound", "appos"):
        top = top.head
    return top.head == verb and top.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "oprd", "acomp")


def _is_over(verbs: list[Token]) -> bool:
    """ "Used to be", "ceased to be", "was once", "is no longer"."""
    if any(verb.lower_ == "used" and any(c.dep_ == "xcomp" for c in verb.children) for verb in verbs):
        return True
    if any(verb.lemma_.lower() in ("cease", "stop") for verb in verbs[:2]):
        return True
    return any(
        child.lower_ in ("once", "formerly", "longer") for verb in verbs[:1] for child in verb.children
    )


def _is_denied(word: Token, verbs: list[Token]) -> bool:
    own = verbs[0] if verbs else None
    if own is not None and own.lemma_.lower() in _HARMING:
        return False  # "must not harm their alliance", which there is
    governed = own is not None and (own == word or _object_of(word, own))
    return (governed and any(map(_is_negated, verbs[:2]))) or any(map(_is_negation, word.children))


def _is_negation(token: Token) -> bool:
    return token.dep_ == "neg"


def _is_negated(verb: Token) -> bool:
    return any(
        (child.dep_ == "neg" or child.lower_ == "never")
        and child.nbor(1).lower_ not in ("only", "just", "merely")
        for child in verb.children
        if child.i + 1 < len(verb.doc)
    )


def _is_wished(word: Token, verbs: list[Token]) -> bool:
    """A bond is sought when it is still to be made, and that lies in a wish, a plan or the future."""
    own = verbs[0] if verbs else None
    if own is None:
        return False
    makes = own.lemma_.lower() in CREATING or own.lemma_.lower() in _COPULA or own == word
    future = any(
        child.dep_ == "aux"
        and child.lemma_.lower() in ("will", "would", "could", "should", "may", "might", "shall", "'ll")
        for child in own.children
    )
    if makes and future:
        return True
    if word.lemma_.lower() == "friendship" and own.lemma_.lower() in _TENDING:
        # "They should cherish their friendship", "a commitment to deepen friendship": a wish.
        return future or any(child.dep_ == "aux" and child.lower_ == "to" for child in own.children)
    hosts = verbs[1:]
    if makes and any(verb.lemma_.lower() in WISHING or verb.lemma_.lower() == "expect" for verb in hosts):
        return True
    nouns = [token.lemma_.lower() for token in own.ancestors if token.pos_ == "NOUN"][:1]
    if makes and any(
        noun in ("bid", "hope", "plan", "proposal", "talk", "effort", "wish", "desire") for noun in nouns
    ):
        return True
    return own.lemma_.lower() in (
        "seek",
        "propose",
        "want",
        "negotiate",
        "discuss",
        "urge",
        "offer",
        "need",
    ) and _object_of(word, own)


def _compound_prefix(word: Token) -> set[str]:
    """ "ex-ally": the part before the hyphen, when the tokenizer splits it."""
    if word.i >= 2 and word.nbor(-1).text == "-":
        return {word.nbor(-2).lower_}
    prefix, hyphen, _ = word.lower_.partition("-")
    return {prefix} if hyphen else set()
