"""Whether a meeting was held, is planned, was called off, refused, or only wished for, and whether it was face to face.

Read from the trigger upward, word by governing word. Each link says how far the reality of what governs reaches down:
what is wished, planned or denied ("refused to meet", "plans for talks") decides; an adjunct ("said at a meeting")
passes on only that it lies ahead; reports ("said that he met"), "after" and relative clauses end the walk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from ingest.meeting_format import Format, format_of
from ingest.status_links import Link, carrier_of, link_of
from ingest.status_words import (
    ABOUT,
    BYGONE,
    CUES,
    MOTION,
    OCCURRING,
    TRANSPARENT,
    Status,
    cue_key,
    is_done,
    status_word,
)
from ingest.verb_mood import Mood, has_condition, lies_ahead, mood_of

Tense = Literal["past", "future", "unknown"]

# How many governing words are read; further up nothing speaks of the meeting any more.
_STEPS = 8
_NEGATED: dict[Status, Status] = {
    "planned": "refused",
    "possible": "refused",
    "refused": "possible",
    "cancelled": "planned",
    "postponed": "planned",
}
# What a word above may still change in what a word below said: "called off planned talks".
_OVERRULES: dict[Status, frozenset[Status]] = {
    "cancelled": frozenset({"planned", "possible"}),
    "postponed": frozenset({"planned", "possible"}),
    "refused": frozenset({"planned", "possible"}),
    "possible": frozenset({"planned"}),
    "planned": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What kind of fact a meeting is. `format` "letter" is no meeting at all. `cue` is the word that decided."""

    status: Status
    format: Format
    cue: str = ""


@dataclass(slots=True)
class _Verdict:
    """What has been said of the meeting so far on the way up."""

    status: Status | None = None
    cue: str = ""

    def hear(self, status: Status | None, cue: str) -> None:
        if status is None or status == self.status:
            return
        if self.status is None or self.status in _OVERRULES.get(status, ()):
            self.status, self.cue = status, cue
        elif self.status == "possible" and status == "planned" and cue == "accept":
            self.status, self.cue = status, cue


def standing_of(trigger: Token) -> Standing:
    """The status and format of the meeting that a verb or noun speaks of."""
    verdict = _verdict(trigger)
    return Standing(verdict.status or "held", format_of(trigger, carrier_of(trigger)), verdict.cue)


def tense_of(trigger: Token) -> Tense:
    """Where in time the meeting lies, seen from the article: decides what "on Tuesday" means.

    What was called off or put off had lain ahead; what is only wished for or was refused may be on either side.
    """
    status = _verdict(trigger).status or "held"
    if status == "held":
        return "past"
    return "future" if status in {"planned", "postponed", "cancelled"} else "unknown"


def _verdict(trigger: Token) -> _Verdict:
    verdict = _Verdict()
    if trigger.pos_ in {"VERB", "AUX"}:
        verdict.hear(*_of_verb(trigger, "trigger"))
    else:
        _hear_phrase(verdict, trigger)
    token = trigger
    for _ in range(_STEPS):
        link = link_of(token)
        if link is None or not _hear_link(verdict, token, link, trigger):
            break
        token = link.governor
    if verdict.status is None and _is_headline_plan(trigger):
        verdict.hear("planned", "to")
    return verdict


def _hear_phrase(verdict: _Verdict, noun: Token) -> None:
    """What the words of the noun's own phrase say: "no meeting", "a planned meeting", "talks to be held in May"."""
    for child in noun.children:
        if child.lower_ == "no" and child.dep_ == "det":
            verdict.hear("refused", "no")
        elif child.dep_ in {"amod", "compound"} and child.i < noun.i:
            word = child.lower_
            if word in {"next", "future", "forthcoming", "imminent", "eventual"}:
                verdict.hear("planned", word)
            elif word in {"alleged", "reported", "rumoured", "rumored", "hypothetical"}:
                verdict.hear("possible", word)
            elif (key := cue_key(child)) is not None and child.tag_ in {"VBN", "JJ", "VBD", "VBG"}:
                verdict.hear(CUES[key], word)
        elif child.dep_ in {"acl", "relcl"} and child.i > noun.i:
            key = cue_key(child)
            if key is not None and CUES[key] in {"planned", "cancelled", "postponed"} and child.tag_ in {"VBN", "VBD", "JJ"}:
                verdict.hear(CUES[key], child.lower_)
            elif child.lemma_.lower() in OCCURRING | {"be"} and child.tag_ != "VBG":
                mood = mood_of(child)
                if mood.infinitive or mood.modal in {"will", "would"}:
                    verdict.hear("planned", mood.modal or "to")


def _hear_link(verdict: _Verdict, below: Token, link: Link, trigger: Token) -> bool:
    """Takes in what the governor says through this link; False where the walk ends."""
    governor, kind = link.governor, link.kind
    if kind == "end":
        return False
    if kind == "without":
        verdict.hear("refused", link.word)
        return False
    if kind == "if":
        verdict.hear("possible", link.word)
        return False
    if kind == "before":
        verdict.hear(_before(governor, link.word), link.word)
        return False
    if kind in {"adjunct", "after"}:
        return _hear_adjunct(verdict, governor, link, trigger)
    if kind == "shared" or (governor.pos_ == "NOUN" and governor.lemma_.lower() in TRANSPARENT):
        return True
    return _hear_governor(verdict, below, link, trigger)


def _before(governor: Token, word: str) -> Status | None:
    """ "visited the port before meeting Dorn" goes on to tell what came next; "said before his meeting" does not."""
    if word != "before" or governor.pos_ not in {"VERB", "AUX"}:
        return "planned"
    mood = mood_of(governor)
    told = mood.past and not mood.modal and not mood.infinitive
    return None if told and governor.lemma_.lower() not in ABOUT | MOTION else "planned"


def _hear_adjunct(verdict: _Verdict, governor: Token, link: Link, trigger: Token) -> bool:
    """An adjunct takes from its clause only that it lies ahead: "will sign the pact at a meeting with Dorn"."""
    if governor.pos_ not in {"VERB", "AUX"} or (link.kind == "after" and link.fronted):
        return False
    if governor.lemma_.lower() in ABOUT and not mood_of(governor).modal:
        return False
    higher = _Verdict()
    higher.hear(*_of_verb(governor, "adjunct"))
    token = governor
    for _ in range(_STEPS):
        up = link_of(token)
        if higher.status is not None or up is None or not _hear_link(higher, token, up, trigger):
            break
        token = up.governor
    if higher.status in {"planned", "possible"}:
        verdict.hear("planned", higher.cue)
    return False


def _hear_governor(verdict: _Verdict, below: Token, link: Link, trigger: Token) -> bool:
    governor, kind = link.governor, link.kind
    verbal = governor.pos_ in {"VERB", "AUX"}
    mood = mood_of(governor) if verbal else Mood()
    frame = {"infinitive": "to", "clause": "that"}.get(kind, link.word or kind)
    found = status_word(governor, frame)
    if found is not None and not (kind == "subject" and verbal and found in {"refused", "possible"} and not mood.passive):
        verdict.hear(*_cued(governor, found, mood, kind))
        return True
    if kind in {"infinitive", "for"}:
        if governor.lower_ in {"yet", "n’t"}:
            verdict.hear("refused", "yet to")
            return False
        if governor.lemma_.lower() in MOTION:
            verdict.hear(_journey(governor), governor.lemma_.lower())
            return True
        if kind == "infinitive" and (governor.lemma_.lower() in {"be", "go", "have"}):
            return _hear_is_to(verdict, below, governor, mood)
        if governor.pos_ in {"NOUN", "PROPN"} and kind == "infinitive" and not is_done(governor):
            verdict.hear("planned", "to")
        if kind == "for" and governor.pos_ in {"NOUN", "PROPN", "ADJ"}:
            return governor.pos_ == "NOUN" and governor.lemma_.lower() in {"trip", "visit", "tour", "stop", "stay"}
    if not verbal:
        return kind not in {"object", "subject"} and governor.pos_ != "PROPN"
    if kind == "clause":
        return False
    lemma = governor.lemma_.lower()
    if kind == "object" and lemma == "announce":
        verdict.hear("planned", "announce")
    if kind == "object" and lemma in ABOUT:
        return False
    if lemma == "be" and kind in {"subject", "object"}:
        _hear_predicate(verdict, governor, below)
    verdict.hear(*_of_verb(governor, kind))
    return True


def _cued(governor: Token, status: Status, mood: Mood, kind: str) -> tuple[Status | None, str]:
    word = governor.lemma_.lower()
    no = any(child.lower_ in {"no", "little", "neither"} and child.dep_ == "det" for child in governor.children)
    if status == "planned" and governor.pos_ in {"ADJ", "VERB", "AUX"} and _is_unfulfilled(governor, mood):
        return "cancelled", f"had been {word}"
    if word in {"chance", "opportunity"} and governor.head.lemma_.lower() in {"have", "take", "get", "use"}:
        if mood_of(governor.head).past:
            return None, ""
    if word == "able" and governor.head.tag_ == "VBD" and not mood_of(governor.head).negated:
        return None, ""
    negated = mood.negated or no or (governor.pos_ in {"ADJ", "NOUN"} and _is_denied(governor))
    if negated:
        return _NEGATED[status], f"not {word}"
    return status, word


def _is_denied(word: Token) -> bool:
    """ "is not ready to meet", "no longer plans": the denial stands at the copula."""
    head = word.head
    if word.dep_ in {"acomp", "attr"} and head.pos_ in {"VERB", "AUX"}:
        return mood_of(head).negated
    return word.dep_ == "dobj" and head.lemma_.lower() in {"have", "make", "see"} and mood_of(head).negated


def _is_unfulfilled(word: Token, mood: Mood) -> bool:
    """ "had been due to meet": it came to nothing."""
    if word.lemma_.lower() not in {"due", "schedule", "scheduled", "expect", "expected", "set", "slate", "slated", "plan", "suppose", "supposed"}:
        return False
    if mood.pluperfect:
        return True
    copula = word.head
    return word.dep_ in {"acomp", "oprd", "attr"} and copula.pos_ in {"VERB", "AUX"} and mood_of(copula).pluperfect


def _hear_is_to(verdict: _Verdict, below: Token, governor: Token, mood: Mood) -> bool:
    """ "is to meet", "was to have met", "is going to meet", "had to meet", "is in Norvik to meet"."""
    lower = mood_of(below)
    if governor.lemma_.lower() == "be" and lower.perfect:
        verdict.hear("cancelled", "was to have")
    elif governor.lemma_.lower() == "have":
        verdict.hear("possible", "have to")
    elif mood.negated:
        verdict.hear("refused", "not to")
    else:
        verdict.hear("planned", "is to")
    return True


def _journey(verb: Token) -> Status | None:
    """Who came for talks has not had them yet, unless the journey is told as long past."""
    if mood_of(verb).past and any(word.lower_ in BYGONE for word in verb.subtree):
        return None
    return "planned"


def _hear_predicate(verdict: _Verdict, copula: Token, below: Token) -> None:
    """ "A meeting is possible", "the talks are off", "the summit is in June"."""
    for child in copula.children:
        if child != below and child.dep_ in {"acomp", "attr", "oprd", "advmod", "prep"}:
            key = cue_key(child)
            if key is not None and child.pos_ in {"ADJ", "VERB", "NOUN"}:
                verdict.hear(*_cued(child, CUES[key], mood_of(copula), "subject"))
            elif child.lower_ == "off":
                verdict.hear("cancelled", "off")


def _of_verb(verb: Token, kind: str) -> tuple[Status | None, str]:
    """What a verb's own auxiliaries say: of itself when it is the trigger, of the meeting when it carries one."""
    mood = mood_of(verb)
    deniable = kind == "trigger" or verb.lemma_.lower() in OCCURRING
    if mood.conditional and kind != "adjunct":
        return "possible", "if"
    if mood.asked and deniable:
        return "possible", "?"
    if mood.negated and kind != "adjunct" and deniable:
        return ("possible", mood.modal) if mood.modal in {"may", "might"} else ("refused", "not")
    if mood.modal == "will":
        return "planned", "will"
    if mood.modal == "would":
        return ("possible" if mood.perfect or has_condition(verb) else "planned"), "would"
    if mood.modal:
        return "possible", mood.modal
    if mood.present and (verb.lemma_.lower() in OCCURRING | {"include"} or kind == "trigger") and lies_ahead(verb):
        return "planned", "present"
    if mood.progressive and not mood.past and not mood.perfect and lies_ahead(verb):
        return "planned", "present"
    return None, ""


def _is_headline_plan(trigger: Token) -> bool:
    """ "Lavrov to meet Fidan": an infinitive that nothing governs."""
    for word in (trigger, carrier_of(trigger)):
        if word is not None and word.pos_ in {"VERB", "AUX"} and mood_of(word).infinitive:
            return word.dep_ == "ROOT" or (word.dep_ in {"acl", "relcl"} and word.head.pos_ == "PROPN")
    return False
