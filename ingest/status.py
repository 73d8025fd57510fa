"""Whether a meeting was held, is planned, was called off or only wished for, and whether people sat in one room.

Decided from the trigger upward: its own auxiliaries, the verbs and nouns that govern it one by one, until a clause
that merely reports ("he said") or that sets the time ("after meeting X") ends the walk. The word nearest to the
trigger that has something to say decides; what stands above it can only weaken it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

Status = Literal["held", "planned", "postponed", "cancelled", "refused", "possible"]
Format = Literal["in_person", "video", "phone", "unknown", "letter"]
Tense = Literal["past", "future", "unknown"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What kind of fact a meeting is. `format` "letter" is no meeting at all. `cue` is the word that decided."""

    status: Status
    format: Format
    cue: str = ""


# Words that govern a meeting and say what became of it. Lemmas; "to" infinitives hang under them.
_CUES: dict[str, Status] = {
    **dict.fromkeys(
        "schedule due set expect plan slate intend prepare ready arrange agree book poise bind head fly travel leave depart "
        "await mull arrive come go proceed decide upcoming forthcoming begin-later".split(),
        "planned",
    ),
    **dict.fromkeys("postpone delay defer reschedule suspend shelve adjourn".split(), "postponed"),
    **dict.fromkeys("cancel scrap scupper abort scuttle axe call-off cut".split(), "cancelled"),
    **dict.fromkeys(
        "refuse decline reject deny boycott snub rebuff avoid shun fail rule forgo skip exclude oppose dismiss miss".split(),
        "refused",
    ),
    **dict.fromkeys(
        "hope want wish seek request ask offer propose suggest invite urge call consider may might could would-like try "
        "demand discuss-possibility hint wait possible likely unlikely possibility prospect hope proposal offer request "
        "call bid willingness willing appeal invitation opportunity chance need desire eager keen prepared idea if "
        "unless should must able allow let press favor favour advocate reluctant desire aim attempt hopeful contemplate".split(),
        "possible",
    ),
}  # fmt: skip

# After these the trigger under them is a fact of the past: "said after talks with", "following his meeting".
_AFTER = frozenset({"after", "following", "since", "upon"})
_ADJUNCT = frozenset({"at", "during", "in", "on"})
_FUTURE_CUES = frozenset({"will", "would", "is to"})
_BEFORE = frozenset({"before", "ahead", "prior", "until"})
_REPORTING = frozenset(
    """
    say tell state add note announce report declare stress underline underscore reiterate emphasize emphasise affirm
    reaffirm confirm express claim warn insist remark comment explain assure quote reveal recall disclose indicate
    """.split()
)
_PHONE = frozenset("phone telephone telephonic telephonically phoned telephoned call".split())
_VIDEO = frozenset("video videoconference teleconference virtual virtually online videolink video-conference videocall zoom".split())
_LETTER = frozenset("letter letters message messages cable telegram note".split())
_NEVER = frozenset({"not", "n't", "never", "no", "without", "neither", "nor"})
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow next".split())


def standing_of(trigger: Token) -> Standing:
    """The status and format of the meeting that a verb or noun speaks of."""
    status, cue = _status(trigger)
    return Standing(status, _format(trigger), cue)


def tense_of(trigger: Token) -> Tense:
    """Where in time the meeting lies, seen from the article: decides what "on Tuesday" means."""
    status, _ = _status(trigger)
    if status == "held":
        return "past"
    return "future" if status in {"planned", "postponed"} else "unknown"


def _status(trigger: Token) -> tuple[Status, str]:
    adjunct = False
    for token, is_trigger in _upward(trigger):
        found = _own(token, is_trigger)
        if found is not None and (not adjunct or found[1] in _FUTURE_CUES):
            # "would not ask him at their summit": what is denied is the asking, not the summit.
            return found
        adjunct = adjunct or _is_adjunct(token)
    return ("planned", "to") if _is_headline_future(trigger) else ("held", "")


def _is_adjunct(token: Token) -> bool:
    """A phrase that only accompanies the verb above it: "at their summit", "joining President Vray"."""
    if token.dep_ == "prep":
        return token.lower_ in _ADJUNCT and token.head.pos_ == "VERB"
    return token.dep_ == "advcl" and token.tag_ == "VBG"


def _upward(trigger: Token) -> Iterator[tuple[Token, bool]]:
    """The trigger and what governs it, as long as the governor can change whether it happened."""
    token, first = trigger, True
    for _ in range(8):
        yield token, first
        head = token.head
        if head.i == token.i:
            return
        if token.dep_ in {"ccomp", "parataxis"} and head.lemma_.lower() in _REPORTING:
            return
        if token.dep_ == "relcl" and not _is_open(token):
            return
        if token.dep_ == "advcl" and not _is_open(token) and not _is_bare_participle(token):
            return
        if token.dep_ in {"dep", "appos"} or (token.dep_ == "conj" and token.pos_ == "VERB" and _is_finite(token)):
            return
        if head.pos_ == "ADP" and head.lower_ in _AFTER:
            return
        if _is_reporting_adjunct(token, head):
            return
        token, first = head, False


def _is_reporting_adjunct(token: Token, head: Token) -> bool:
    """ "said in talks with Dorn": the talks are a fact, whatever was said."""
    return head.lemma_.lower() in _REPORTING and token.dep_ in {"prep", "advcl", "npadvmod"}


def _is_open(token: Token) -> bool:
    """A clause that is not yet fact: a purpose ("arrived to meet") or a condition is read with what governs it."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)


def _is_bare_participle(token: Token) -> bool:
    """ "will travel to Abidjan, joining President Vray": not yet, either."""
    return token.tag_ == "VBG" and not any(child.dep_ in {"mark", "nsubj", "aux"} for child in token.children)


def _is_finite(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP"} or any(child.dep_ == "aux" for child in token.children)


def _own(token: Token, is_trigger: bool) -> tuple[Status, str] | None:
    """What one word on the way up says of the meeting, or None where it says nothing."""
    lemma = token.lemma_.lower()
    children = list(token.children)
    words = {child.lower_ for child in children}
    auxiliaries = {child.lower_ for child in children if child.dep_ in {"aux", "auxpass"}}
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in children):
        return "possible", "if"
    if lemma == "call" and "off" in words:
        return "cancelled", "call off"
    if lemma == "put" and "off" in words:
        return "postponed", "put off"
    negated = any(child.dep_ == "neg" or child.lower_ in {"never", "no"} and child.dep_ in {"neg", "det", "advmod"} for child in children)
    if token.pos_ in {"VERB", "AUX"}:
        found = _verbal(token, lemma, auxiliaries, negated, is_trigger)
        if found is not None:
            return found
    elif negated and token.pos_ == "NOUN" and is_trigger:
        return "possible", "no"
    if not is_trigger and lemma in _CUES and token.pos_ in {"VERB", "ADJ", "NOUN", "PROPN"}:
        return _governed(token, lemma, auxiliaries, negated)
    for child in children:
        if child.dep_ == "amod" and child.lower_ in {"planned", "scheduled", "upcoming", "forthcoming", "expected", "proposed", "possible", "cancelled", "canceled", "postponed"}:
            return ({"proposed": "possible", "possible": "possible", "cancelled": "cancelled", "canceled": "cancelled", "postponed": "postponed"}.get(child.lower_, "planned"), child.lower_)  # type: ignore[return-value]
    if token.head.pos_ in {"ADP", "SCONJ", "ADV"} and token.head.lower_ in _BEFORE:
        governor = token.head.head
        past_visit = governor.tag_ == "VBD" and governor.lemma_.lower() not in _REPORTING | {"arrive", "head", "fly"}
        return None if past_visit and not is_trigger else ("planned", token.head.lower_)
    return None


def _verbal(token: Token, lemma: str, auxiliaries: set[str], negated: bool, is_trigger: bool) -> tuple[Status, str] | None:
    perfect = "have" in auxiliaries
    if auxiliaries & {"would", "could", "might", "may", "should", "must", "can", "ca"}:
        if negated:
            return "refused", "not"
        if "would" in auxiliaries and not perfect and not _has_condition(token):
            return "planned", "would"
        return "possible", next(iter(sorted(auxiliaries)))
    if auxiliaries & {"will", "'ll", "wo", "shall", "’ll"}:
        return ("refused", "not") if negated else ("planned", "will")
    if negated:
        return "refused", "not"
    if "to" in auxiliaries:
        head = token.head
        if head.lemma_.lower() == "be" and token.dep_ in {"xcomp", "ccomp", "acl", "advcl"}:
            tensed_have = any(child.lower_ == "have" for child in token.children if child.dep_ == "aux")
            return ("cancelled", "was to have") if tensed_have else ("planned", "is to")
        if head.lemma_.lower() == "go" and token.dep_ == "xcomp":
            return "planned", "going to"
        return None
    scheduled = is_trigger or lemma in {"include", "hold", "have", "begin", "start", "open"}
    if scheduled and token.tag_ in {"VBZ", "VBP"} and _coming_day(token):
        return "planned", "coming day"
    if token.tag_ == "VBG" and auxiliaries & {"is", "are", "be", "'s", "’s", "am"} and not auxiliaries & {"been"}:
        return "planned", "is meeting"
    if "been" in auxiliaries and lemma in {"schedule", "expect", "plan"} and "had" in auxiliaries:
        return "cancelled", "had been due"
    return None


def _governed(token: Token, lemma: str, auxiliaries: set[str], negated: bool) -> tuple[Status, str] | None:
    status = _CUES[lemma]
    if lemma in {"fly", "travel", "leave", "arrive", "come", "go", "head", "proceed", "decide", "depart"}:
        # Travelled for talks: held only if the text goes on to say so.
        return "planned", lemma
    if lemma in {"agree", "prepare", "call", "invite"} and token.tag_ == "VBN" and not auxiliaries:
        return None
    if lemma == "due" or status == "planned":
        if "had" in auxiliaries and "been" in auxiliaries or any(c.lower_ == "been" for c in token.head.children if c.dep_ == "aux"):
            return "cancelled", f"had been {lemma}"
        return ("refused" if negated else "planned"), lemma
    if status == "possible" and negated:
        return "refused", lemma
    if status == "refused" and negated:
        return None
    return status, lemma


def _has_condition(token: Token) -> bool:
    sentence = token.sent
    return any(word.lower_ in {"if", "unless", "provided"} for word in sentence)


def _coming_day(token: Token) -> bool:
    return any(word.lower_ in _WEEKDAYS and word.i > token.i for word in token.subtree)


def _is_headline_future(trigger: Token) -> bool:
    """ "Lavrov to meet Fidan": an infinitive that nothing governs."""
    return trigger.dep_ == "ROOT" and any(child.lower_ == "to" and child.dep_ == "aux" for child in trigger.children)


def _format(trigger: Token) -> Format:
    near = {word.lower_ for word in trigger.children}
    near |= {word.lower_ for child in trigger.children for word in child.children if child.dep_ in {"prep", "agent", "advmod"}}
    near |= {trigger.lower_, trigger.doc[trigger.i - 1].lower_ if trigger.i > trigger.sent.start else ""}
    for other in (trigger.head,):
        near |= {word.lower_ for child in other.children if child.dep_ in {"prep", "advmod", "dobj"} for word in [child, *child.children] if child.i != trigger.i}
    if near & _VIDEO:
        return "video"
    if near & (_PHONE - {"call"}) or (trigger.lemma_.lower() == "conversation" and "call" in near):
        return "phone"
    if near & _LETTER and trigger.lemma_.lower() in {"exchange", "send", "speak"}:
        return "letter"
    if trigger.lemma_.lower() in {"meet", "receive", "host", "visit", "audience", "lunch", "dinner", "summit"}:
        return "in_person"
    return "unknown" if trigger.lemma_.lower() in {"discuss", "speak", "talk", "exchange", "consult", "conversation"} else "in_person"
