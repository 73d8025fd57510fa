"""What one governing word says of the meeting under it: its meaning, its auxiliaries, its denial."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.status.mood import (
    CONDITIONS,
    Mood,
    auxiliaries_of,
    has_condition,
    lies_ahead,
    mood_of,
    words_after,
)
from ingest.status.words import ABOUT, BYGONE, HEARSAY_ADVERBS, MOTION, OCCURRING, Status, is_done

_NEGATED: dict[Status, Status] = {
    "planned": "refused",
    "possible": "refused",
    "refused": "possible",
    "cancelled": "planned",
    "postponed": "planned",
}
# What a meeting of which that was expected will not do.
_COMING_ABOUT = frozenset({"take", "go", "happen", "proceed"})
# By these a meeting that had been fixed is told to have come about: of itself, and by those who hold it.
_BEGINNING = frozenset(
    """
    begin start open end conclude close finish resume continue proceed last stretch drag overrun bring yield
    produce
    """.split()
)
_HOLDING = frozenset("hold conduct begin start open end conclude resume convene attend".split())
# What a meeting does that takes place.
_IN_ITS_COURSE = frozenset("focus centre center deal cover touch range".split())
# Plans that, told in the past perfect, came to nothing: "had been due to meet".
_PLANS = frozenset("due schedule scheduled expect expected set slate slated plan suppose supposed".split())

_DIGITS_OF_YEAR = 4
_LIKELIHOODS = frozenset({"likely", "sure", "certain", "bound"})


def before(governor: Token, word: str) -> Status | None:
    """ "visited the port before meeting Dorn" tells what came next; "spoke before his meeting" does not."""
    if word != "before" or governor.pos_ not in {"VERB", "AUX"}:
        return "planned"
    mood = mood_of(governor)
    if governor.lemma_.lower() == "wait" and (mood.past or mood_of(governor.head).past):
        return None  # "had to wait an hour before meeting Dorn"
    told = mood.past and not mood.modal and not mood.infinitive
    return None if told and governor.lemma_.lower() not in ABOUT | MOTION else "planned"


def cued(governor: Token, status: Status, mood: Mood) -> tuple[Status | None, str]:
    """What a word of the lexicon says with its negation and tense: "no plans", "had been due", "was able"."""
    word = governor.lemma_.lower()
    no = any(
        child.lower_ in {"no", "little", "neither"} and child.dep_ == "det" for child in governor.children
    )
    if status == "planned" and governor.pos_ in {"ADJ", "VERB", "AUX"} and _is_unfulfilled(governor, mood):
        return "cancelled", f"had been {word}"
    if word in {"chance", "opportunity"} and governor.head.pos_ in {"VERB", "AUX"}:
        if mood_of(governor.head).modal in {"will", "would"}:
            return "planned", word
        if governor.head.lemma_.lower() in {"have", "take", "get", "use"} and mood_of(governor.head).past:
            return None, ""
    if word == "able" and governor.head.tag_ == "VBD" and not mood_of(governor.head).negated:
        return None, ""
    if status in {"cancelled", "postponed"} and mood.modal in {"may", "might", "could", "should"}:
        return "planned", mood.modal  # "may call off the meeting"
    if status == "postponed" and any(_is_a_while(child) for child in governor.children):
        return None, ""
    negated = mood.negated or no or (governor.pos_ in {"ADJ", "NOUN"} and _is_denied(governor))
    if negated:
        return _NEGATED[status], f"not {word}"
    return status, word


def _is_a_while(phrase: Token) -> bool:
    """ "Was delayed by an hour": late, and on the same day."""
    return phrase.lower_ in {"by", "for"} and any(
        word.lemma_.lower() in {"hour", "minute"} for word in phrase.children
    )


def came_about(verb: Token, kind: str) -> bool:
    """Whether a verb tells that the meeting under it came about: "took place", "was held", "went ahead"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    mood = mood_of(verb)
    if not mood.past or mood.modal or mood.infinitive or mood.negated or mood.conditional or mood.asked:
        return False
    lemma = verb.lemma_.lower()
    behind = {child.lower_ for child in verb.children if child.i > verb.i}
    if lemma == "go":
        return "ahead" in behind and kind in {"subject", "adjunct"}
    if lemma == "be":  # "was the first in two years"
        return kind == "subject" and any(c.dep_ == "attr" and is_done(c) for c in verb.children)
    if kind == "subject" and not mood.passive:
        return lemma in _BEGINNING or lemma in _IN_ITS_COURSE or (lemma == "take" and "place" in behind)
    return kind in {"subject", "object"} and lemma in _HOLDING and "up" not in behind


def _is_denied(word: Token) -> bool:
    """ "is not ready to meet", "no longer plans": the denial stands at the copula."""
    head = word.head
    if word.dep_ in {"acomp", "attr"} and head.pos_ in {"VERB", "AUX"}:
        return mood_of(head).negated
    return word.dep_ == "dobj" and head.lemma_.lower() in {"have", "make", "see"} and mood_of(head).negated


def _is_unfulfilled(word: Token, mood: Mood) -> bool:
    """ "had been due to meet": it came to nothing."""
    if word.lemma_.lower() not in _PLANS:
        return False
    if mood.pluperfect:
        return True
    copula = word.head
    return (
        word.dep_ in {"acomp", "oprd", "attr"}
        and copula.pos_ in {"VERB", "AUX"}
        and mood_of(copula).pluperfect
    )


def is_plan_of(word: Token) -> bool:
    """Whether a word says what is to be done: "is expected to discuss", "was due to sign"."""
    plan = next((child for child in word.children if child.dep_ == "acomp"), word)
    expected = plan.pos_ == "ADJ" or mood_of(plan).passive
    to_do = any(child.dep_ == "xcomp" and mood_of(child).infinitive for child in plan.children)
    return plan.lemma_.lower() in _PLANS | _LIKELIHOODS and expected and to_do


def predicate_adjective(copula: Token) -> Token | None:
    """ "it is important to meet Dorn"."""
    return next((child for child in copula.children if child.dep_ == "acomp" and child.pos_ == "ADJ"), None)


def journey(verb: Token) -> Status | None:
    """Who came for talks has not had them yet, unless the journey is told as long past."""
    mood = mood_of(verb)
    if mood.past and any(word.lower_ in BYGONE for word in words_after(verb)):
        return None
    if mood.pluperfect or (mood.past and _in_a_year(verb)):
        return None  # "on the way he had stopped in Norvik to talk to Dorn", "in 2011 he flew there to"
    following = [word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 3]]
    if mood.past and following[:1] == ["late"]:
        return None  # "arrived late for talks": they came to them
    if mood.past and following in (["on", "to"], ["out", "to"]):
        return None  # "went on to meet Dorn"
    if (
        mood.past
        and verb.lemma_ == "go"
        and verb.tag_ != "VBG"
        and following[:1] == ["to"]
        and verb.nbor(2).tag_ == "VB"
    ):
        return None  # "went to see Dorn": without another place to go to, they did
    return "planned"


def _in_a_year(verb: Token) -> bool:
    """ "In 2011 he was flown to Norvik": told of years ago."""
    return any(
        child.lower_ == "in"
        and any(year.like_num and len(year) == _DIGITS_OF_YEAR for year in child.children)
        for child in verb.children
    )


def of_verb(verb: Token, kind: str) -> tuple[Status | None, str]:
    """What a verb's own auxiliaries say: of itself as the trigger, or of the meeting that it carries.

    `kind` is the link by which the meeting hangs on it, or "trigger".
    """
    mood = mood_of(verb)
    deniable = kind == "trigger" or verb.lemma_.lower() in OCCURRING
    if mood.conditional and kind != "adjunct":
        return "possible", "if"
    if mood.asked and deniable:
        return "possible", "?"
    hearsay = kind != "adjunct" and any(child.lower_ in HEARSAY_ADVERBS for child in verb.children)
    if hearsay and not mood.modal:
        return "possible", "hearsay"
    if deniable and kind in {"trigger", "subject"} and _is_subjunctive(verb):
        return "possible", "that"
    if mood.negated and mood.perfect and kind != "adjunct" and _since_when(verb):
        return None, ""
    if mood.negated and mood.modal == "will" and kind == "subject" and verb.lemma_.lower() in _COMING_ABOUT:
        return "cancelled", "will not"
    if mood.negated and kind != "adjunct" and deniable:
        return ("possible", mood.modal) if mood.modal in {"may", "might"} else ("refused", "not")
    if kind != "adjunct" and deniable and _is_no_longer(verb):
        return "cancelled", "no longer"
    if mood.modal == "will":
        return ("possible" if _depends(verb) else "planned"), "will"
    if mood.modal == "would":
        if has_condition(verb) or _depends(verb):
            return "possible", "would"
        return ("cancelled" if mood.perfect else "planned"), "would"
    if mood.modal == "should" and mood.perfect:
        return "cancelled", "should have"  # "should have been in Norvik for talks"
    if mood.modal:
        return "possible", mood.modal
    tells_of_it = kind == "trigger" or verb.lemma_.lower() in OCCURRING | MOTION | {"include"}
    current = (
        (mood.present and tells_of_it) or mood.going_on or (kind == "trigger" and _is_done_now(verb, mood))
    )
    if kind == "trigger" and mood.present and _comes_before(verb):
        return "planned", "before"
    return ("planned", "present") if current and lies_ahead(verb) else (None, "")


def _is_done_now(verb: Token, mood: Mood) -> bool:
    """ "On Friday he is received by Dorn"."""
    return mood.passive and not mood.past and {word.lower_ for word in auxiliaries_of(verb)} <= {"is", "are"}


def _comes_before(verb: Token) -> bool:
    """ "With days to go before Solen meets Dorn", by the order of words."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.left_edge.i <= verb.sent.start:
        return False
    return subject.left_edge.nbor(-1).lower_ in {"before", "until"}


def _depends(verb: Token) -> bool:
    """ "Will meet Dorn if the troops leave", "would meet him only after that", "once the crisis is over"."""
    for child in verb.children:
        opening = [word.lower_ for word in child.lefts]
        first = child.left_edge
        alone = first.i > 0 and first.nbor(-1).lower_ == "only" and first.i > verb.i
        if child.dep_ == "advcl" and (set(opening) & CONDITIONS or "once" in opening or alone):
            return True
        if child.dep_ in {"advcl", "prep"} and "only" in opening and first.i > verb.i:
            return True
    return False


def _is_no_longer(verb: Token) -> bool:
    """ "will no longer meet Dorn"."""
    return any(
        child.lower_ == "longer" and child.i > 0 and child.nbor(-1).lower_ == "no" for child in verb.lefts
    )


def _is_subjunctive(verb: Token) -> bool:
    """ "A proposal that he meet Dorn": the bare form behind "that" and a subject of one."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ not in {"VB", "VBP"} or auxiliaries_of(verb):
        return False
    that = any(child.lower_ == "that" and child.i < subject.i for child in verb.children)
    joined = any(child.dep_ == "conj" for child in subject.rights)
    several = subject.tag_ in {"NNS", "NNPS"} or joined or subject.lower_ in {"they", "we", "i", "you"}
    return that and not several


def _since_when(verb: Token) -> bool:
    """ "have not met since October 2014": they met then."""
    return any(
        child.lower_ == "since" and any(grand.ent_type_ == "DATE" for grand in child.children)
        for child in verb.children
        if child.i > verb.i
    )
