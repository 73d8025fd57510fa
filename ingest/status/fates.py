"""What became of a plan that one sentence tells of: it came about, was called off, or fell with a journey."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from ingest.status.governors import came_about
from ingest.status.links import PHRASE, STEPS, Link, carrier_of, link_of
from ingest.status.mood import mood_of, words_after, words_before
from ingest.status.words import RUMOURS, TRIPS, WHAT_WAS_PLANNED, Status, status_word

# What may be struck off in the same breath: "called off the trip"; "it fell victim to".
_STRUCK = WHAT_WAS_PLANNED | {"victim"}
# Who or what does not do this has let a plan down.
APPEARING = frozenset("turn show come appear arrive attend go happen take materialise materialize".split())
# As what a meeting that is called off had been announced.
_FIXED = frozenset("scheduled planned arranged agreed slated announced expected".split())
# The cue of a meeting that came about after all: the day told beside it is that of the plan.
AFTER_ALL = "after all"


def came_about_of(link: Link) -> bool:
    """Whether what had been fixed took place, or something was done in it: "agreed at a planned meeting"."""
    if came_about(link.governor, link.kind):
        return True
    at = link.word in {"at", "during"} or (link.word == "in" and link.fronted)
    done = link.kind == "after" or (link.kind == "adjunct" and at)
    if not done or link.governor.tag_ != "VBD":
        return False
    mood = mood_of(link.governor)
    return not (mood.negated or mood.modal or status_word(link.governor, link.word))


def came_about_then(link: Link) -> bool:
    """ "The talks, put off from April, took place on Monday", where the parser joins the two verbs."""
    fixed = status_word(link.governor, "object") in {"planned", "postponed", "cancelled"}
    if fixed and link.governor.dep_ == "advcl" and link.governor.tag_ == "VBN":
        return link.kind == "subject" and came_about(link.governor.head, "subject")
    return (
        fixed
        and link.kind == "subject"
        and any(
            child.dep_ == "conj"
            and came_about(child, "subject")
            and not any(word.dep_ in {"nsubj", "nsubjpass"} for word in child.children)
            for child in link.governor.children
        )
    )


def called_off_then(noun: Token) -> Status | None:
    """ "Talks due to have been held on Friday were called off", where the parser joins the two verbs."""
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    fixed = noun.head
    verbs = list(fixed.children)
    if fixed.tag_ == "VBN" and not mood_of(fixed).passive:
        # "A meeting between Solen and Lamar, set for the afternoon, was cancelled": two verbs for the parser
        verbs += [word for word in words_after(fixed) if word.dep_ in {"ccomp", "conj", "advcl"}]
    for verb in verbs:
        own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
        joined = verb.dep_ == "conj" or (verb.i > fixed.i and verb not in fixed.children)
        if joined and not own and verb.tag_ == "VBN" and mood_of(verb).passive:
            status = status_word(verb, "object")
            if status in {"cancelled", "postponed"} and not mood_of(verb).modal:
                return status
    return None


def has_begun(noun: Token) -> bool:
    """ "The summit that opened on Monday"."""
    return any(child.dep_ == "relcl" and came_about(child, "subject") for child in noun.children)


def as_planned(trigger: Token) -> bool:
    """ "Will not meet Dorn as scheduled", "is unable to travel as planned for talks": it had been fixed."""
    for verb in (trigger, *islice(trigger.ancestors, STEPS)):
        for word in verb.children:
            if word.lower_ in _FIXED and any(child.lower_ == "as" for child in word.lefts):
                return True
    return False


def is_denied_rumour(trigger: Token) -> bool:
    """ "Denied reports that he would receive Dorn", by the order of words, where a name has broken the
    parse.
    """
    before = [word.lower_ for word in words_before(trigger, PHRASE)]
    if "that" not in before:
        return False
    told = before[before.index("that") + 1 :]
    denied = any(word in {"denied", "denies", "dismissed", "rejected"} for word in told[1:4])
    return bool(told) and told[0].removesuffix("s") in RUMOURS and denied


def did_so(trigger: Token) -> str | None:
    """By which word a plan came true: "Had been due to meet Dorn, and did so", "but the meeting took place on
    Friday"; None where nothing says so.
    """
    contrasted = False
    for word in words_after(trigger):
        contrasted = contrasted or word.lower_ == "but"
        if word.lower_ == "so" and word.nbor(-1).lower_ == "did":
            return "did so"
        if word.lower_ == "it" and word.dep_ == "nsubjpass" and came_about(word.head, "subject"):
            return AFTER_ALL  # "had been put off twice before it was finally held"
        again = contrasted and word.dep_ in {"nsubj", "nsubjpass"} and word.lemma_.lower() in WHAT_WAS_PLANNED
        if again and any(child.lower_ == "the" for child in word.lefts) and came_about(word.head, "subject"):
            return AFTER_ALL
    return None


def governing_verbs(trigger: Token) -> Iterator[Token]:
    """The verbs on the way up from a trigger that make a plan of it: "was" of "was to meet"."""
    token = trigger
    for _ in range(STEPS):
        link = link_of(token)
        if link is None or link.kind in {"end", "clause", "adjunct", "after", "before"}:
            return
        token = link.governor
        yield from (word for word in (token, token.head) if word.pos_ in {"VERB", "AUX"})


def called_off_after(trigger: Token) -> tuple[Status | None, str]:
    """ "was to meet Dorn, but the trip was put off", "but cancelled": told in the same breath."""
    moods = map(mood_of, governing_verbs(trigger))
    told_as_past = any(mood.past and not mood.modal for mood in moods)
    contrasted = False
    for word in words_after(trigger):
        contrasted = contrasted or word.lower_ == "but"
        if told_as_past and contrasted and word.pos_ in {"VERB", "AUX"}:
            fate = _fate_of_plan(word)
            if fate is not None:
                return fate, word.lower_
        if word.dep_ == "nsubjpass" and word.lemma_.lower() in WHAT_WAS_PLANNED:
            status = status_word(word.head, "object")
            if status in {"cancelled", "postponed"} and not mood_of(word.head).modal:
                return status, word.head.lower_
    return None, ""


def _fate_of_plan(verb: Token) -> Status | None:
    """ "but was cancelled", "but had to be put off", "but cancelled the trip", "but did not turn up".

    None for what is done to something else.
    """
    status, mood = status_word(verb, "object"), mood_of(verb)
    lets_down = status == "refused" or verb.lemma_.lower() == "fail"
    undone = next((child for child in verb.children if child.dep_ == "xcomp" and lets_down), None)
    absent = verb if mood.negated else undone
    off: Status = "postponed" if status == "postponed" else "cancelled"
    if absent is not None:
        if absent.lemma_ == "do" and any(child.lower_ == "so" for child in absent.children):
            return off  # "but failed to do so"
        return off if absent.lemma_.lower() in APPEARING and not mood.modal else None
    if (verb.lemma_, status) == ("stay", "refused"):
        return off
    if status not in {"cancelled", "postponed"} or verb.tag_ not in {"VBD", "VBN"}:
        return None
    done_to = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    return off if all(word.lemma_.lower() in _STRUCK for word in done_to) else None


def of_occasion(trigger: Token) -> tuple[Status | None, str]:
    """ "A dinner at which Solen and Lamar were to discuss trade was cancelled": what was to be done there is
    off with it.
    """
    for verb in (trigger, *islice(trigger.ancestors, STEPS)):
        occasion = verb.head
        if verb.dep_ == "relcl" and occasion.dep_ in {"nsubjpass", "dobj"}:
            status = status_word(occasion.head, "object")
            if status in {"cancelled", "postponed"} and not mood_of(occasion.head).modal:
                return status, occasion.head.lower_
    return None, ""


def of_trip(trigger: Token) -> tuple[Status | None, str]:
    """ "called off a trip to Norvik, where he was to meet Dorn", "his trip to meet Dorn was off": the meeting
    falls with the trip.
    """
    for verb in islice(trigger.ancestors, STEPS):
        off = verb.lemma_ == "be" and any(child.lower_ == "off" for child in verb.children)
        if off and any(c.lemma_.lower() in TRIPS and c.dep_ == "nsubj" for c in verb.children):
            return "cancelled", "off"
        if any(c.lemma_.lower() in TRIPS and c.dep_ in {"dobj", "nsubjpass"} for c in verb.children):
            status = status_word(verb, "object")
            if status in {"cancelled", "postponed"}:
                return status, verb.lower_
    return None, ""


def is_headline_plan(trigger: Token) -> bool:
    """ "Lavrov to meet Fidan": an infinitive that nothing governs."""
    for word in (trigger, carrier_of(trigger)):
        if word is not None and word.pos_ in {"VERB", "AUX"} and mood_of(word).infinitive:
            return word.dep_ == "ROOT" or (word.dep_ in {"acl", "relcl"} and word.head.pos_ == "PROPN")
    return False
