"""Whether a place that a sentence names can be that of its meeting: which clause it stands in, and what it
belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.journeys import LEAVING
from ingest.triggers import NOUNS

# What a meeting may be at; a place behind another noun says where that is ("the US role in Iraq").
_VENUES = frozenset(
    """
    palace office residence headquarters hotel centre center house home airport base villa resort town city
    capital building ministry ranch retreat venue hall academy castle club restaurant embassy ceremony forum
    event gathering visit trip stop day morning afternoon evening week weekend month stay dinner lunch summit
    face person holiday vacation
    """.split()
)
# So many words has the name of a place, with what stands before and behind it.
_PLACE_WORDS = 6
# What is held in a town that it is called by; not what was agreed or founded there.
_EVENTS = frozenset("conference summit forum event meeting congress gathering talks".split())
_NO_EVENTS = frozenset("pact club convention treaty process protocol union agreement group".split())
_EVENT_NAME = 4
# Behind these another time is spoken of.
_OTHER_TIMES = frozenset("after before following since from".split())


def named_behind(preposition: Token) -> int | None:
    """Where a phrase begins that "by" or "with" joins right behind a place: "in Orme by Dorn"."""
    end = min(preposition.i + _PLACE_WORDS, preposition.sent.end - 1)
    for at in range(preposition.i + 1, end):
        token = preposition.doc[at]
        if token.lower_ in {"by", "with"}:
            return at + 1
        if token.pos_ not in {"PROPN", "DET"}:
            return None
    return None


def says_where(preposition: Token) -> bool:
    """Whether a place behind the preposition can be the meeting's, and not that of a thing spoken of."""
    head = preposition.head
    if head.pos_ != "NOUN" or head.ent_type_ == "TIME":
        return True  # "conferred for five hours in Norvik"
    if any(child.dep_ == "appos" and child.i < preposition.i for child in head.children):
        return True  # "after talks with his counterpart, Dorn, in Norvik"
    return head.lemma_.lower() in _VENUES or head.lemma_.lower() in NOUNS


def is_of_a_deed(preposition: Token, trigger: Token) -> bool:
    """ "Discussed an invitation to join the pact at the Norvik summit": where that would be done."""
    for above in preposition.ancestors:
        if above == trigger or above in trigger.ancestors:
            return False
        if above.dep_ == "acl" and above.tag_ == "VB" and above.head.lemma_.lower() not in NOUNS:
            return True
    return False


def is_of_another_time(preposition: Token, trigger: Token) -> bool:
    """ "Met commanders on her return from a summit in Norvik", "was put off after the events in Norvik"."""
    noun = preposition.head
    before = noun.head
    return (
        noun.pos_ == "NOUN"
        and noun != trigger
        and noun not in trigger.ancestors
        and noun.dep_ == "pobj"
        and before.lower_ in _OTHER_TIMES
        and before not in trigger.ancestors
    )


def is_of_the_same_deed(token: Token, trigger: Token) -> bool:
    """Whether no verb but the trigger's stands above a word: not "to join the pact at the Norvik summit"."""
    verb = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and (verb == trigger or verb in trigger.ancestors)


def names_event(at: int, trigger: Token) -> bool:
    """Whether the words behind a place make it the name of an event: "Security Conference", "summit"."""
    for word in trigger.doc[at : min(at + _EVENT_NAME, trigger.sent.end)]:
        if word.lower_ in _EVENTS:
            return True
        if word.pos_ != "PROPN" or word.lower_ in _NO_EVENTS:
            return False
    return False


def leads_away(journey: Token, trigger: Token) -> bool:
    """ "Lamar, who leaves for Norvik on Thursday, met Dorn": he was not there yet."""
    return journey.lemma_.lower() in LEAVING and journey.dep_ == "relcl" and trigger not in journey.subtree


def up_to(token: Token, top: Token) -> Iterator[Token]:
    """The words above a word, below another."""
    for above in token.ancestors:
        if above == top:
            return
        yield above


def same_clause(token: Token, trigger: Token) -> bool:
    """Whether a word stands in the trigger's clause: no finite verb with a subject of its own between their
    heads.
    """
    return (
        clause_of(token) == clause_of(trigger) or _hangs_on(token, trigger) or token.head in trigger.ancestors
    )


def _hangs_on(token: Token, trigger: Token) -> bool:
    """Whether no clause of its own lies between a word and the trigger: "talks on those held in Orme"."""
    for above in token.ancestors:
        if above == trigger:
            return True
        if above.pos_ in {"VERB", "AUX"}:
            return False
    return False


def clause_of(token: Token) -> Token:
    """The verb of the clause in which a word stands."""
    while token.head.i != token.i and not (
        token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ROOT", "ccomp", "advcl", "relcl", "conj"}
    ):
        token = token.head
    return token
