"""How far a meeting is arranged: its day and place settled, prepared, wished for, or of its own course."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from ingest.status.links import PHRASE, STEPS, LinkKind
from ingest.status.mood import Mood, mood_of, words_after
from ingest.status.words import CUES, RUMOURS, cue_key, status_word

# What has still to be settled of a meeting.
_PARTICULARS = frozenset("date time timing day venue place location detail agenda format".split())
_TELLING = frozenset({"give", "release", "disclose", "reveal", "provide"})
# What a meeting does that is under way, and what it does in its course.
ENDS = frozenset("end finish conclude continue".split())
_COURSE = ENDS | frozenset("last focus centre center produce yield".split())
# A meeting that was broken off had begun.
_BREAKING = frozenset("suspend adjourn halt interrupt".split())
# How long a meeting went on, or was prepared, and no day of it.
_LENGTHS = frozenset("hour minute day week month year round session".split())
# Who is about this has no meeting yet.
_ARRANGING = frozenset("prepare arrange set plan".split())
# "Cleared the way", "set the stage": for what may come.
_MAKING_ROOM = frozenset("clear pave open set lay prepare".split())
_ROOM = frozenset("way stage scene ground groundwork door road path".split())
# What there is none of where nobody has told of a meeting.
_SIGNS = frozenset("word sign mention talk hint confirmation news".split())
# Who did this, did it at a meeting; and what he may have said to do at another.
_RESOLVING = frozenset("agree decide pledge promise vow threaten offer".split())
_DONE_AT_MEETINGS = frozenset(
    """
    sign initial meet talk discuss raise negotiate consider review take continue resume finish finalise
    finalize settle announce present tell
    """.split()
)


def withholds_details(verb: Token) -> bool:
    """ "No details were given of the meeting": there was one."""
    return verb.lemma_.lower() in _TELLING and any(
        child.dep_ in {"nsubjpass", "dobj"} and child.lemma_ == "detail" for child in verb.children
    )


def is_unsettled(below: Token, verb: Token, mood: Mood) -> bool:
    """ "No date has been set for a meeting", "the venue of the meeting was not announced"."""
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), below)
    return mood.negated and bool({below.lemma_.lower(), subject.lemma_.lower()} & _PARTICULARS)


def was_under_way(verb: Token) -> bool:
    """ "Were suspended after five hours": what has lasted was held."""
    lengths = [
        word
        for child in verb.children
        if child.lower_ == "after"
        for word in islice(child.subtree, STEPS)
        if word.lemma_.lower() in _LENGTHS
    ]
    if verb.lemma_.lower() in _BREAKING:
        return bool(lengths)
    # "was called off after three hours", not "after three days of fighting"
    lasted = any(not any(c.lower_ == "of" for c in word.children) for word in lengths)
    return lasted and status_word(verb, "object") == "cancelled"


def right_behind(noun: Token) -> Iterator[Token]:
    """What follows the people of a meeting, whatever the parser hangs it on: "talks between Solen and Lamar
    due on Friday".
    """
    yield from noun.rights
    for word in islice(noun.doc[noun.i + 1 : noun.sent.end], PHRASE):
        if word.pos_ not in {"PROPN", "NOUN", "ADJ", "DET", "CCONJ", "ADP"}:
            return
        yield word


def has_day(word: Token) -> bool:
    return any(below.ent_type_ == "DATE" for below in islice(word.subtree, STEPS))


def of_its_own(noun: Token) -> Iterator[Token]:
    """ "His talks with Dorn, which open on Friday": a clause that the parser hangs on a person."""
    for word in islice(noun.subtree, PHRASE):
        if (
            word.dep_ == "relcl"
            and word.head.pos_ == "PROPN"
            and word.head.i > noun.i
            and any(
                child.lower_ == "which" and child.dep_ in {"nsubj", "nsubjpass"} for child in word.children
            )
        ):
            yield word


def says_why(due: Token) -> bool:
    """ "A meeting due to the crisis"; "due to open", "due on Monday" say when."""
    behind = due.doc[due.i + 1 : min(due.i + 3, due.sent.end)]
    return len(behind) > 1 and behind[0].lower_ == "to" and behind[1].tag_ != "VB"


def is_being_arranged(meeting: Token, verb: Token, mood: Mood | None) -> bool:
    """ "Are preparing a meeting of Solen and Dorn", "went to Norvik to arrange a meeting": no day is told,
    and none may come of it.
    """
    if verb.lemma_.lower() not in _ARRANGING or mood is None or not (mood.infinitive or verb.tag_ == "VBG"):
        return False
    some = any(word.lower_ in {"a", "an", "another"} for word in meeting.lefts)
    return some and not any(word.ent_type_ == "DATE" for word in islice(verb.subtree, PHRASE))


def had_been_arranged(meeting: Token, verb: Token, mood: Mood | None, kind: LinkKind) -> bool:
    """ "Their meeting had been planned in secret": how it came about, where no day and no purpose is told for
    which it was planned.
    """
    if kind != "subject" or mood is None or not (mood.passive and mood.pluperfect) or mood.negated:
        return False
    known = any(word.dep_ == "poss" or word.lower_ == "the" for word in meeting.lefts)
    fixed = any(
        word.ent_type_ in {"DATE", "TIME"} and word.lemma_.lower() not in _LENGTHS
        for child in verb.children
        if child.lower_ in {"for", "on", "at"}
        for word in child.children
    )
    to_do = any(child.dep_ == "xcomp" for child in verb.children)
    told_off = any(word.lower_ == "but" for word in words_after(verb))
    return known and not (fixed or to_do or told_off)


def is_of_its_course(plan: Token, *, ends: bool = False) -> bool:
    """Whether what was planned is what comes of a meeting, and not the meeting: "expected to last".

    `ends`: only if it is its end, to which a meeting comes that is under way.
    """
    to_do = next((child for child in plan.children if child.dep_ == "xcomp"), None)
    if to_do is None and [word.lower_ for word in words_after(plan, 1)] == ["to"]:
        to_do = next(
            words_after(plan.nbor(), 1), None
        )  # "due to last", whose "to" the parser takes for that of "due to"
    return to_do is not None and to_do.lemma_.lower() in (ENDS if ends else _COURSE)


def makes_room(word: Token) -> bool:
    """ "Cleared the way for a meeting", "set the stage for talks"."""
    if word.pos_ != "VERB":
        return word.lower_ in _ROOM and word.dep_ == "dobj" and word.head.lemma_.lower() in _MAKING_ROOM
    return word.lemma_.lower() in _MAKING_ROOM and any(child.lower_ in _ROOM for child in word.children)


def is_indefinite(noun: Token) -> bool:
    """ "A meeting", "any meeting": not one that both know of."""
    return any(word.lower_ in {"a", "an", "any"} for word in noun.lefts)


def is_lacking(noun: Token) -> bool:
    """ "No word on a meeting", "no sign of a meeting"."""
    return noun.lemma_.lower() in _SIGNS and any(child.lower_ == "no" for child in noun.lefts)


def topic(below: Token) -> Token:
    """ "No date for a meeting": what the date is for."""
    return next(
        (grand for child in below.children if child.lower_ in {"for", "of"} for grand in child.children),
        below,
    )


def is_rumour(verb: Token) -> bool:
    """Whether what speaks are reports: "Newspaper reports spoke of"."""
    return any(child.dep_ == "nsubj" and child.lemma_.lower() in RUMOURS for child in verb.children)


def is_wished(verb: Token) -> bool:
    """Whether an infinitive is what somebody wants or means to do."""
    wish = CUES.get(cue_key(verb.head) or "")
    return mood_of(verb).infinitive and wish in {"planned", "possible"} and not mood_of(verb.head).negated


def is_hoped_for(noun: Token) -> bool:
    """ "Hopes for a breakthrough in talks with Dorn": who hopes so now has them before him."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    mood = mood_of(verb)
    current = mood.present or mood.going_on
    return verb.pos_ == "VERB" and current and CUES.get(cue_key(verb) or "") == "possible"


def is_idea(subject: Token) -> bool:
    return subject.dep_ == "nsubj" and (
        subject.lemma_.lower() == "step" or CUES.get(subject.lemma_.lower()) == "possible"
    )


def is_resolve(verb: Token) -> bool:
    """Whether a verb is what people in the past resolved to do."""
    above = verb.head
    resolved = above.lemma_.lower() in _RESOLVING
    return resolved and verb.dep_ == "xcomp" and mood_of(above).past and not mood_of(above).modal


def is_done_at_meetings(meeting: Token, verb: Token) -> bool:
    """ "Agreed to sign it at a meeting", and not "to cut the debt", where the meeting has no day to come."""
    return verb.lemma_.lower() in _DONE_AT_MEETINGS or any(
        word.lower_ in {"next", "future", "coming", "later", "in"} for word in meeting.subtree
    )
