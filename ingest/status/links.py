"""How a word hangs on the one that governs it, in the few kinds that matter to the reality of a meeting.

The parse gives the governor; where "to" or "for" stand right behind a word that governs such phrases ("hopes
to meet", "called for talks"), that word is taken, whatever the parse says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from ingest.status.mood import AUXILIARIES, auxiliaries_of, mood_of, words_before
from ingest.status.words import HEARSAY, MOTION, REPORTING, RUMOURS, cue_key

LinkKind = Literal[
    "object", "subject", "infinitive", "for", "of", "clause", "shared",
    "adjunct", "after", "before", "without", "if", "end",
]  # fmt: skip

# How many governing words are read; further up nothing speaks of the meeting any more.
STEPS = 8
# How many words of a meeting's own phrase are read.
PHRASE = 40
_AFTER = frozenset({"after", "following", "since", "upon"})
_WHEN = frozenset({"when", "while", "as", "once", "where"})
_BEFORE = frozenset({"before", "ahead", "prior", "until", "till", "pending"})
_DURING = frozenset("at during in on amid throughout from with over within into by through".split())
_ASKING = frozenset({"ask", "question", "press", "quiz"})
# The words of a noun phrase before its noun.
_OWN_WORDS = frozenset({"det", "poss", "amod", "compound", "nummod"})
_REACHING = frozenset({"make", "take", "reach"})
_WITHOUT = frozenset({"without", "instead", "rather"})
_PURPOSES = frozenset(
    {"for", "to", "into", "of", "on", "at", "upon", "about", "from", "in", "toward", "towards"}
)
_TWO_WORDS = frozenset(
    {("of", "ahead"), ("of", "instead"), ("of", "because"), ("to", "prior"), ("to", "thanks")}
)
# The words of a noun phrase, and the most of them that are read.
_IN_PHRASE = frozenset("PROPN NOUN DET ADJ CCONJ PRON NUM".split())
_PHRASE = 14
_INCLUDING = frozenset({"including", "include", "like", "besides"})
_INFINITIVES = frozenset("xcomp ccomp acl advcl relcl oprd attr prep pcomp dobj csubj".split())


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
    while token.dep_ == "conj" and token.head.i < token.i and token.head.pos_ in {"NOUN", "PROPN"}:
        token = token.head
    if token.dep_ in {"dobj", "nsubjpass", "nsubj"} and token.head.pos_ in {"VERB", "AUX"}:
        return token.head
    return None


def is_noun_like(token: Token) -> bool:
    """ "wanted a face-to-face meeting", where the tagger saw a verb in the noun."""
    if token.tag_ != "VBG" or token.dep_ not in {"dobj", "nsubj", "nsubjpass", "attr"}:
        return False
    return any(child.dep_ in {"det", "poss", "amod", "compound", "nummod"} for child in token.lefts)


def link_of(token: Token) -> Link | None:
    """What governs a word, and how; None at the top of the sentence."""
    if token.pos_ in {"VERB", "AUX"}:
        particle = next((word for word in auxiliaries_of(token) if word.lower_ == "to"), None)
        link = _infinitive(token, particle) if particle is not None else None
        if link is not None:
            return link
    head = token.head
    if (verb := _falls_with(token)) is not None:
        return Link("object", verb)
    if head.i == token.i:
        return _before_noun(token)
    if token.dep_ == "conj":
        return _joined(token)
    if is_noun_like(token):
        return _before_noun(token) or Link(
            "subject" if token.dep_ in {"nsubj", "nsubjpass"} else "object", head
        )
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


def _infinitive(verb: Token, particle: Token) -> Link | None:
    """By order first: the word before "to" if it governs infinitives; else by the parse."""
    before = None
    for before in words_before(particle):
        if before.pos_ != "ADV" or before.lower_ in AUXILIARIES | {"yet"} or cue_key(before) is not None:
            break
    if before is not None and (
        before.lower_ == "yet"
        or before.lemma_ == "be"
        or (cue_key(before) is not None and not _is_in_order(before))
        or is_hearsay(before)
    ):
        return Link("infinitive", before, "to")
    if before is not None and _is_in_order(before):
        return Link("infinitive", before.nbor(-1).head, "to")
    wish = _wish_for(particle)
    if wish is not None:
        return Link("infinitive", wish, "to")
    head = verb.head
    if verb.dep_ not in _INFINITIVES or head.i == verb.i:
        return None
    if head.lemma_.lower() in REPORTING and verb.dep_ != "xcomp":
        return None
    if head.pos_ == "ADP":  # "a call for Solen and Lamar to resume talks"
        return Link("infinitive", head.head, head.lower_)
    return Link("infinitive", head, "to")


def _is_in_order(word: Token) -> bool:
    """ "In order to meet Dorn": a purpose, and nobody's order."""
    return word.lower_ == "order" and word.i > 0 and word.nbor(-1).lower_ == "in"


def is_hearsay(verb: Token) -> bool:
    """ "is said to", "are believed to": what others say, and nobody in particular."""
    return verb.lemma_.lower() in HEARSAY and mood_of(verb).passive


def _wish_for(particle: Token) -> Token | None:
    """The wish in "her call for Solen and Lamar to resume talks", which the parser hangs on another verb."""
    words = words_before(particle, _PHRASE)
    for word in words:
        if word.lower_ == "for":
            wish = next(words, None)
            return wish if wish is not None and cue_key(wish) is not None else None
        if word.pos_ not in _IN_PHRASE:
            return None
    return None


def _joined(token: Token) -> Link | None:
    """Joined words share what governs them; a finite verb stands for itself."""
    if token.pos_ in {"VERB", "AUX"}:
        # "was to have dined with Dorn and to have met Lamar": "have" is no finite verb there.
        finite = not mood_of(token).infinitive and (
            token.tag_ in {"VBD", "VBZ"}
            or any(
                child.dep_ in {"nsubj", "nsubjpass"} or (child.dep_ == "aux" and child.lower_ != "to")
                for child in token.children
            )
        )
        if finite or token.head.pos_ not in {"VERB", "AUX"}:
            return None
        if token.tag_ == "VBG" and token.head.tag_ != "VBG":
            return Link("adjunct", token.head)
        if mood_of(token).infinitive and token.head.lemma_ == "be":
            # "had been due to hold talks with Dorn, and to be received by Lamar"
            plan = next((child for child in token.head.children if child.dep_ == "acomp"), None)
            if plan is not None and cue_key(plan) is not None:
                return Link("infinitive", plan, "to")
        if token.tag_ == "VB" and token.head.tag_ != "VB":
            # "is expected to hold talks with Dorn, and meet Lamar": joined to "expected" by the parser.
            return Link("infinitive", token.head, "to")
    return Link("shared", token.head)


def _by_preposition(token: Token, preposition: Token) -> Link | None:
    governor, word = preposition.head, preposition.lower_
    if (word, governor.lower_) in _TWO_WORDS:
        preposition, governor, word = governor, governor.head, governor.lower_
    if governor.pos_ in {"ADP", "ADV"} and governor.head.pos_ in {"VERB", "AUX"}:
        governor = governor.head
    if word == "on" and governor.lemma_.lower() in _REACHING:
        # "No decision had been made on a meeting", "took no decision on a meeting"
        decisions = (child for child in governor.children if child.lemma_.lower() == "decision")
        governor = next(decisions, governor)
    if word == "for" and governor.lemma_ == "be":
        # "There are no plans as of now for a meeting"
        governor = next((child for child in governor.children if _is_plan(child, preposition)), governor)
    as_planned = governor.tag_ == "VBN" and any(child.lower_ == "as" for child in governor.lefts)
    if as_planned and governor.dep_ == "advcl":
        governor = governor.head  # "will not travel as planned for talks"
    fronted = preposition.i < governor.i
    if governor.i == preposition.i:
        # "Ahead of Friday's talks, police closed roads", where the parser hangs all on "ahead"
        return Link("before", preposition, word) if word in _BEFORE else None
    if word in {"of", "from"} and governor.pos_ == "VERB":
        return Link("for", governor, word)
    if word == "about" and governor.lemma_.lower() in _ASKING and any(c.lower_ == "a" for c in token.lefts):
        return Link("if", governor, word)  # "asked about a meeting", of which nobody else knows
    if word == "on" and governor.lemma_ == "work" and any(c.lower_ in {"a", "an"} for c in token.lefts):
        return Link("for", governor, word)  # "is working on a meeting of Solen and Dorn"
    if word in _WITHOUT:
        return Link("without", governor, word)
    if word in _BEFORE:
        return Link("before", governor, word)
    if word in _AFTER:
        return Link("after", governor, word, fronted)
    if word in _INCLUDING:
        return Link("for" if governor.pos_ == "VERB" else "shared", governor, word)
    if word in _PURPOSES:
        near = next(words_before(preposition), None) if not as_planned else None
        if near is not None and cue_key(near) is not None and word in {"for", "to", "of", "from"}:
            governor = near
        if word in {"for", "to"} or (word == "into" and governor.lemma_.lower() in MOTION):
            return Link("for", governor, word, fronted)
        if word in {"of", "about", "from", "in", "on"} and governor.pos_ in {"NOUN", "ADJ"}:
            return Link("of", governor, word)
        decided = governor.lemma_.lower() == "decide" and word == "about"
        if cue_key(governor) is not None and (word in {"on", "upon", "from"} or decided) and not fronted:
            return Link("for", governor, word)
    if word in _DURING:
        return Link("adjunct", governor, word, fronted)
    return Link("end", governor, word)


def _is_plan(noun: Token, preposition: Token) -> bool:
    return noun.dep_ == "attr" and noun.i < preposition.i and cue_key(noun) is not None


def _clause(verb: Token) -> Link | None:
    head = verb.head
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
    if verb.dep_ == "xcomp":
        return Link("object", head)
    if verb.dep_ in {"ccomp", "csubj"}:
        if marks & {"if", "whether"}:
            return Link("if", head, "if")
        bare = verb.tag_ == "VB" or (verb.tag_ == "VBP" and head.lemma_ == "see")
        if verb.dep_ == "ccomp" and bare and not marks and not auxiliaries_of(verb):
            return Link("infinitive", head, "to")  # "would like to see them sit down"
        return Link("subject", head) if verb.dep_ == "csubj" else Link("clause", head)
    if verb.dep_ == "advcl":
        if marks & {"if", "unless"}:
            return Link("if", head, "if")
        for words, kind in ((_AFTER, "after"), (_WHEN, "adjunct"), (_BEFORE, "before")):
            if found := marks & words:
                return Link(kind, head, sorted(found)[0], verb.i < head.i)  # type: ignore[arg-type]
        return Link("adjunct", head) if verb.tag_ in {"VBG", "VBN"} and not marks else None
    if verb.dep_ == "relcl" and marks & {"where", "when"} and verb.tag_ in {"VBZ", "VBP"}:
        # "will fly to Norvik, where he meets Dorn", "will see Dorn when the two attend the summit"
        above = next((word for word in head.ancestors if word.pos_ in {"VERB", "AUX"}), None)
        return Link("adjunct", above) if above is not None else None
    if verb.dep_ in {"acl", "relcl", "ccomp"} and head.lemma_.lower() == "time" and head.dep_ == "attr":
        return Link("object", head.head)  # "it was to have been the first time that they met"
    if verb.dep_ in {"acl", "relcl", "ccomp"} and "that" in marks and head.lemma_.lower() in RUMOURS:
        return Link("shared", head)  # "denied reports that he would meet Dorn"
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return Link("of", head, "of") if cue_key(head) is not None else Link("end", head)
    return None


def _falls_with(noun: Token) -> Token | None:
    """ "Cancelled his visit and with it his talks with Dorn": the verb of what takes the meeting with it."""
    if noun.pos_ in {"VERB", "AUX"}:
        return None
    own = (word for word in noun.lefts if word.dep_ in _OWN_WORDS)
    before = list(words_before(min((noun, *own), key=lambda word: word.i), 2))
    if [word.lower_ for word in before] not in (["it", "with"], ["them", "with"]):
        return None
    return next((word for word in before[1].ancestors if word.pos_ == "VERB"), None)


def _before_noun(noun: Token) -> Link | None:
    """ "hoped for a meeting", where the parse made no sense of it: the word before the noun's phrase."""
    if noun.pos_ in {"VERB", "AUX"}:
        return None
    first = min((noun, *noun.lefts), key=lambda word: word.i)
    before = list(words_before(first, 2))
    if len(before) < 2 or before[0].lower_ != "for" or cue_key(before[1]) is None:
        return None
    return Link("for", before[1], "for")
