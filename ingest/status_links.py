"""How a word hangs on the one that governs it, in the few kinds that matter for whether a meeting was held.

The parse gives the governor; where "to" or "for" stand right behind a word that governs such phrases ("hopes to
meet", "called for talks"), that word is taken, whatever the parse says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from ingest.status_words import REPORTING, cue_key
from ingest.verb_mood import AUXILIARIES, mood_of

LinkKind = Literal[
    "object", "subject", "infinitive", "for", "of", "clause", "shared", "adjunct", "after", "before", "without", "if", "end"
]  # fmt: skip

_AFTER = frozenset({"after", "following", "since", "upon"})
_WHEN = frozenset({"when", "while", "as", "once", "where"})
_BEFORE = frozenset({"before", "ahead", "prior", "until", "till", "pending"})
_DURING = frozenset("at during in on amid throughout from with over within into by through".split())
_WITHOUT = frozenset({"without", "instead", "rather"})
_INCLUDING = frozenset({"including", "include", "like"})
_ABOUT = frozenset("about regarding concerning between despite because".split())


@dataclass(frozen=True, slots=True)
class Link:
    """The governor of a word and the kind of their link. `word` is the preposition or conjunction, if any.

    `fronted`: the phrase stands before its governor ("After meeting Dorn, Vray will …").
    """

    kind: LinkKind
    governor: Token
    word: str = ""
    fronted: bool = False


def carrier_of(trigger: Token) -> Token | None:
    """The verb that carries a noun: "held talks", "talks were held"."""
    if trigger.pos_ in {"VERB", "AUX"}:
        return None
    token = trigger
    while token.dep_ == "conj" and token.head.i != token.i and token.head.pos_ in {"NOUN", "PROPN"}:
        token = token.head
    if token.dep_ in {"dobj", "nsubjpass", "nsubj"} and token.head.pos_ in {"VERB", "AUX"}:
        return token.head
    return None


def link_of(token: Token) -> Link | None:
    """What governs a word, and how; None at the top of the sentence."""
    if token.pos_ in {"VERB", "AUX"} and mood_of(token).infinitive:
        link = _infinitive(token)
        if link is not None:
            return link
    head = token.head
    if head.i == token.i:
        return _before_noun(token)
    if token.dep_ == "conj":
        return _joined(token)
    if head.pos_ in {"ADP", "SCONJ"} or token.dep_ in {"pobj", "pcomp"}:
        return _by_preposition(token, head)
    if token.pos_ in {"VERB", "AUX"}:
        return _clause(token)
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return Link("subject", head)
    if token.dep_ in {"dobj", "attr", "oprd", "dative", "acomp"}:
        return _before_noun(token) or Link("object", head)
    if token.dep_ in {"compound", "nmod", "amod", "poss"}:
        return Link("of", head, "of")
    return _before_noun(token)


def _infinitive(verb: Token) -> Link | None:
    """By order first: the word before "to" if it governs infinitives; else by the parse."""
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].lower_ != "to":
        at -= 1
    at -= 1
    while at > verb.sent.start and verb.doc[at].pos_ == "ADV" and cue_key(verb.doc[at]) is None and verb.doc[at].lower_ not in AUXILIARIES | {"yet"}:
        at -= 1
    before = verb.doc[at] if at >= verb.sent.start else None
    if before is not None and (cue_key(before) is not None or before.lower_ in {"yet", "unable"}):
        return Link("infinitive", before, "to")
    head = verb.head
    if before is not None and before.lemma_ == "be" and before.i >= verb.sent.start:
        return Link("infinitive", before, "to")
    if verb.dep_ == "conj":
        return None
    if head.i == verb.i:
        return None
    if verb.dep_ in {"xcomp", "ccomp", "acl", "advcl", "relcl", "oprd", "attr", "prep", "pcomp", "dobj", "csubj"}:
        if head.lemma_.lower() in REPORTING and verb.dep_ != "xcomp":
            return None
        return Link("infinitive", head, "to")
    return None


def _joined(token: Token) -> Link | None:
    """Joined words share what governs them; a finite verb stands for itself."""
    if token.pos_ in {"VERB", "AUX"}:
        finite = token.tag_ in {"VBD", "VBZ"} or any(
            child.dep_ in {"nsubj", "nsubjpass"} or child.dep_ == "aux" and child.lower_ != "to" for child in token.children
        )
        if finite or token.head.pos_ not in {"VERB", "AUX"}:
            return None
        if token.tag_ == "VBG" and token.head.tag_ != "VBG":
            return Link("adjunct", token.head)
    return Link("shared", token.head)


def _by_preposition(token: Token, preposition: Token) -> Link | None:
    governor, word = preposition.head, preposition.lower_
    if word == "of" and governor.lower_ in {"ahead", "instead", "because", "course", "wake"}:
        preposition, governor, word = governor, governor.head, governor.lower_
    elif word == "to" and governor.lower_ in {"prior", "due", "thanks", "owing"} and governor.lower_ != "due":
        preposition, governor, word = governor, governor.head, governor.lower_
    fronted = preposition.i < governor.i
    if governor.i == preposition.i:
        return None
    if word in _WITHOUT:
        return Link("without", governor, word)
    if word in _BEFORE:
        return Link("before", governor, word)
    if word in _AFTER:
        return Link("after", governor, word, fronted)
    if word in _INCLUDING:
        return Link("shared", governor, word)
    if word in {"for", "to", "of", "on", "at", "if", "upon", "about", "from", "in", "towards", "toward"}:
        near = _word_before(preposition)
        if near is not None and cue_key(near) is not None and word in {"for", "to", "of", "from"}:
            governor = near
        if word in {"for", "to"}:
            return Link("for", governor, word, fronted)
        if word in {"of", "about", "from", "in", "on"} and governor.pos_ in {"NOUN", "ADJ"}:
            return Link("of", governor, word)
        if cue_key(governor) is not None and word in {"on", "upon", "from"} and not fronted:
            return Link("for", governor, word)
    if word in _DURING:
        return Link("adjunct", governor, word, fronted)
    return Link("end", governor, word)


def _clause(verb: Token) -> Link | None:
    head = verb.head
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"} and child.i < verb.i}
    if verb.dep_ == "xcomp":
        return Link("object", head)
    if verb.dep_ in {"ccomp", "csubj"}:
        if marks & {"if", "whether"}:
            return Link("if", head, "if")
        return Link("subject", head) if verb.dep_ == "csubj" else Link("clause", head)
    if verb.dep_ == "advcl":
        if marks & {"if", "unless"}:
            return Link("if", head, "if")
        for words, kind in ((_AFTER, "after"), (_WHEN, "adjunct"), (_BEFORE, "before")):
            if found := marks & words:
                return Link(kind, head, sorted(found)[0], verb.i < head.i)  # type: ignore[arg-type]
        return Link("adjunct", head) if verb.tag_ in {"VBG", "VBN"} and not marks else None
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return Link("of", head, "of") if cue_key(head) is not None else Link("end", head)
    return None


def _word_before(token: Token) -> Token | None:
    return token.doc[token.i - 1] if token.i > token.sent.start else None


def _before_noun(noun: Token) -> Link | None:
    """ "hoped for a meeting", where the parse made no sense of it: the word before the noun's phrase."""
    if noun.pos_ in {"VERB", "AUX"}:
        return None
    at = min([noun.i, *(child.i for child in noun.lefts)]) - 1
    if at <= noun.sent.start or noun.doc[at].lower_ != "for":
        return None
    governor = noun.doc[at - 1]
    return Link("for", governor, "for") if cue_key(governor) is not None else None
