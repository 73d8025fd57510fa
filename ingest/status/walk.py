"""The walk from a trigger up to what governs it, and the verdict that comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from ingest.status.governors import (
    before,
    came_about,
    cued,
    is_plan_of,
    journey,
    of_verb,
    predicate_adjective,
)
from ingest.status.links import Link, LinkKind, carrier_of, is_hearsay, is_noun_like, link_of
from ingest.status.mood import NEGATIONS, Mood, lies_ahead, mood_of, words_after, words_before
from ingest.status.thoughts import only_thought_of
from ingest.status.words import (
    ABOUT,
    AWAITING,
    BYGONE,
    CUES,
    HEARSAY,
    MOTION,
    OCCURRING,
    RUMOURS,
    SCHEDULES,
    STATES,
    TRANSPARENT,
    TRIPS,
    UNVOUCHED,
    WHAT_WAS_PLANNED,
    Status,
    attribute_status,
    cue_key,
    is_done,
    status_word,
)

# How many governing words are read; further up nothing speaks of the meeting any more.
_STEPS = 8
# How many words of a meeting's own phrase are read.
_PHRASE = 40
# "Came from talks", "nothing came of the meeting": no journey to it.
_OUT_OF = frozenset({"from", "of"})
# What may be struck off in the same breath: "called off the trip"; "it fell victim to".
_STRUCK = WHAT_WAS_PLANNED | {"victim"}
# Who or what does not do this has let a plan down.
_APPEARING = frozenset("turn show come appear arrive attend go happen take materialise materialize".split())
# Who does this with an appointment still has it before him.
_FIXING = frozenset("make have get fix miss".split())
# As what a meeting that is called off had been announced.
_FIXED = frozenset("scheduled planned arranged agreed slated announced expected".split())
# Attributes of a meeting that had been fixed; who did not come to it has called it off.
_SET = frozenset("scheduled planned arranged agreed slated upcoming forthcoming appointment".split())
# By these a meeting is called off all the same: "was forced to cancel", "had to be put off".
_GIVING_IN = frozenset(
    {"force", "order", "able", "allow", "let", "permit", "wait", "have to", "must", "hearsay"}
)
# What has still to be settled of a meeting.
_PARTICULARS = frozenset("date time timing day venue place location detail agenda format".split())
_TELLING = frozenset({"give", "release", "disclose", "reveal", "provide"})
# Who denies or rules out a planned meeting says that none was planned.
_DENIALS = frozenset({"deny", "denial", "dismiss", "out", "oppose", "not to", "impossible"})
# What a meeting does that is under way, and what it does in its course.
_ENDS = frozenset("end finish conclude continue".split())
_COURSE = _ENDS | frozenset("last focus centre center produce yield".split())
# What stands over a meeting does so when it comes: "Gas will dominate their talks".
_OF_ITS_TIME = frozenset("dominate overshadow precede follow mark".split())
# A meeting that was broken off had begun.
_BREAKING = frozenset("suspend adjourn halt interrupt".split())
# What one confirms, or cancels, "at a meeting"; and for what one comes, "for talks".
_ATTENDING = frozenset({"attendance", "participation"})
_ARRIVING = frozenset({"arrival", "departure"})
_WAYS = frozenset({"way", "route"})
# What plans do that come to nothing.
_CRUMBLING = frozenset("collapse fall founder evaporate crumble unravel fail".split())
# What is put off for the sake of a meeting.
_LEAVING = frozenset({"departure", "return"})
# How long a meeting went on, or was prepared, and no day of it.
_LENGTHS = frozenset("hour minute day week month year round session".split())
# Who is about this has no meeting yet.
_ARRANGING = frozenset("prepare arrange set plan".split())
# "Cleared the way", "set the stage": for what may come.
_MAKING_ROOM = frozenset("clear pave open set lay prepare".split())
_ROOM = frozenset("way stage scene ground groundwork door road path".split())
# The cue of a meeting that came about after all: the day told beside it is that of the plan.
AFTER_ALL = "after all"
# What one does with a stay, or with one's time, to meet somebody.
_USING = frozenset("find use take interrupt break cut".split())
# What there is none of where nobody has told of a meeting.
_SIGNS = frozenset("word sign mention talk hint confirmation news".split())
# What a meeting does that may not be.
_DEPENDING = frozenset({"depend", "hinge"})
# Who is at these "on a meeting" has yet to have it.
_DELIBERATIONS = frozenset("decision talk discussion negotiation consultation".split())
_PERHAPS = frozenset({"could", "may", "might", "must", "should"})
# In what somebody will find what he seeks.
_WITHIN = frozenset({"in", "during", "at"})
# A meeting that "seems likely" is no more than likely.
_SEEMING = frozenset("seem appear look remain become".split())
# A meeting that does this has done it: "The meeting agreed to cut the debt".
_RESOLVED_IN = frozenset("intend aim decide agree accept vow pledge promise".split())
# Who did this, did it at a meeting; and what he may have said to do at another.
_RESOLVING = frozenset("agree decide pledge promise vow threaten offer".split())
_DONE_AT_MEETINGS = frozenset(
    """
    sign initial meet talk discuss raise negotiate consider review take continue resume finish finalise
    finalize settle announce present tell
    """.split()
)
# What a meeting may be called that was held.
_OUTCOMES = frozenset({"failure", "success"})
# What a word above may still change in what a word below said: "called off planned talks".
_OVERRULES: dict[Status, frozenset[Status]] = {
    "cancelled": frozenset({"planned", "possible"}),
    "postponed": frozenset({"planned", "possible"}),
    "refused": frozenset({"planned", "possible"}),
    "possible": frozenset({"planned"}),
    "planned": frozenset(),
}


@dataclass(slots=True)
class Verdict:
    """What has been said of the meeting so far on the way up."""

    status: Status | None = None
    cue: str = ""

    def _is_called_off(self, cue: str) -> bool:
        """ "skipped a scheduled meeting", which is called a plan; not "refused, he would meet nobody"."""
        return self.cue in _SET and cue not in _DENIALS

    def hear(self, status: Status | None, cue: str) -> None:
        """Takes in what a word says, unless a word nearer to the trigger has said what it cannot change."""
        if status is None or status == self.status:
            return
        if status == "refused" and self.status == "planned" and (cue == "not" or self._is_called_off(cue)):
            status = "cancelled"  # "a planned meeting did not take place", "skipped a scheduled meeting"
        if self.status in {"cancelled", "postponed"} and status in {"refused", "possible"}:
            # "urged her to cancel the meeting", "refused to put it off": it stays planned.
            if cue not in _GIVING_IN | HEARSAY | {"not"}:
                self.status, self.cue = "planned", cue
            return
        accepted = cue == "accept" and self.status == "possible"
        if self.status is None or accepted or self.status in _OVERRULES.get(status, ()):
            self.status, self.cue = status, cue


def verdict_of(trigger: Token) -> Verdict:
    """What the words around a trigger say of its meeting; an empty verdict where they say nothing."""
    verdict = Verdict()
    if trigger.pos_ in {"VERB", "AUX"} and not is_noun_like(trigger):
        verdict.hear(*of_verb(trigger, "trigger"))
        if trigger.lemma_.lower() in AWAITING:
            verdict.hear("planned", trigger.lemma_.lower())
    else:
        _hear_phrase(verdict, trigger)
    had_been_fixed = verdict.status in {"planned", "postponed", "cancelled"}
    token = trigger
    for _ in range(_STEPS):
        link = link_of(token)
        if link is not None and ((had_been_fixed and _came_about(link)) or _came_about_then(link)):
            return Verdict()  # "a planned meeting took place"
        if link is None or not _hear_link(verdict, token, link):
            break
        token = link.governor
    if verdict.status is None and _is_headline_plan(trigger):
        verdict.hear("planned", "to")
    if verdict.status is None and _is_here_for(trigger):
        verdict.hear("planned", "for")
    if verdict.status in {None, "planned"} and (thought := only_thought_of(trigger)) is not None:
        return Verdict("possible", thought)
    off_or_ahead = {"planned", "cancelled", "postponed"}
    if verdict.status in off_or_ahead and (word := _did_so(trigger)) is not None:
        return Verdict(cue=word)
    if verdict.status == "planned" and (fate := _called_off_then(trigger)) is not None:
        return Verdict(fate, "called off")
    if verdict.status == "planned" and _has_begun(trigger):
        return Verdict()  # "will fly home after a meeting that ended on Wednesday"
    if verdict.cue in {"will", "would"} and _is_denied_rumour(trigger):
        return Verdict("refused", "deny")
    if verdict.status == "refused" and _as_planned(trigger):
        return Verdict("cancelled", "as planned")
    if verdict.status == "planned":
        verdict.hear(*_of_occasion(trigger))
        verdict.hear(*_of_trip(trigger))
        verdict.hear(*_called_off_after(trigger))
    return verdict


def _came_about(link: Link) -> bool:
    """Whether what had been fixed took place, or something was done in it: "agreed at a planned meeting"."""
    if came_about(link.governor, link.kind):
        return True
    at = link.word in {"at", "during"} or (link.word == "in" and link.fronted)
    done = link.kind == "after" or (link.kind == "adjunct" and at)
    if not done or link.governor.tag_ != "VBD":
        return False
    mood = mood_of(link.governor)
    return not (mood.negated or mood.modal or status_word(link.governor, link.word))


def _came_about_then(link: Link) -> bool:
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


def _called_off_then(noun: Token) -> Status | None:
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


def _has_begun(noun: Token) -> bool:
    """ "The summit that opened on Monday"."""
    return any(child.dep_ == "relcl" and came_about(child, "subject") for child in noun.children)


def _withholds_details(verb: Token) -> bool:
    """ "No details were given of the meeting": there was one."""
    return verb.lemma_.lower() in _TELLING and any(
        child.dep_ in {"nsubjpass", "dobj"} and child.lemma_ == "detail" for child in verb.children
    )


def _is_unsettled(below: Token, verb: Token, mood: Mood) -> bool:
    """ "No date has been set for a meeting", "the venue of the meeting was not announced"."""
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), below)
    return mood.negated and bool({below.lemma_.lower(), subject.lemma_.lower()} & _PARTICULARS)


def _was_under_way(verb: Token) -> bool:
    """ "Were suspended after five hours": what has lasted was held."""
    lengths = [
        word
        for child in verb.children
        if child.lower_ == "after"
        for word in islice(child.subtree, _STEPS)
        if word.lemma_.lower() in _LENGTHS
    ]
    if verb.lemma_.lower() in _BREAKING:
        return bool(lengths)
    # "was called off after three hours", not "after three days of fighting"
    lasted = any(not any(c.lower_ == "of" for c in word.children) for word in lengths)
    return lasted and status_word(verb, "object") == "cancelled"


def _as_planned(trigger: Token) -> bool:
    """ "Will not meet Dorn as scheduled", "is unable to travel as planned for talks": it had been fixed."""
    for verb in (trigger, *islice(trigger.ancestors, _STEPS)):
        for word in verb.children:
            if word.lower_ in _FIXED and any(child.lower_ == "as" for child in word.lefts):
                return True
    return False


def _is_denied_rumour(trigger: Token) -> bool:
    """ "Denied reports that he would receive Dorn", by the order of words, where a name has broken the
    parse.
    """
    before = [word.lower_ for word in words_before(trigger, _PHRASE)]
    if "that" not in before:
        return False
    told = before[before.index("that") + 1 :]
    denied = any(word in {"denied", "denies", "dismissed", "rejected"} for word in told[1:4])
    return bool(told) and told[0].removesuffix("s") in RUMOURS and denied


def _did_so(trigger: Token) -> str | None:
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
    for _ in range(_STEPS):
        link = link_of(token)
        if link is None or link.kind in {"end", "clause", "adjunct", "after", "before"}:
            return
        token = link.governor
        yield from (word for word in (token, token.head) if word.pos_ in {"VERB", "AUX"})


def _called_off_after(trigger: Token) -> tuple[Status | None, str]:
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
        return off if absent.lemma_.lower() in _APPEARING and not mood.modal else None
    if (verb.lemma_, status) == ("stay", "refused"):
        return off
    if status not in {"cancelled", "postponed"} or verb.tag_ not in {"VBD", "VBN"}:
        return None
    done_to = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    return off if all(word.lemma_.lower() in _STRUCK for word in done_to) else None


def _of_occasion(trigger: Token) -> tuple[Status | None, str]:
    """ "A dinner at which Solen and Lamar were to discuss trade was cancelled": what was to be done there is
    off with it.
    """
    for verb in (trigger, *islice(trigger.ancestors, _STEPS)):
        occasion = verb.head
        if verb.dep_ == "relcl" and occasion.dep_ in {"nsubjpass", "dobj"}:
            status = status_word(occasion.head, "object")
            if status in {"cancelled", "postponed"} and not mood_of(occasion.head).modal:
                return status, occasion.head.lower_
    return None, ""


def _of_trip(trigger: Token) -> tuple[Status | None, str]:
    """ "called off a trip to Norvik, where he was to meet Dorn", "his trip to meet Dorn was off": the meeting
    falls with the trip.
    """
    for verb in islice(trigger.ancestors, _STEPS):
        off = verb.lemma_ == "be" and any(child.lower_ == "off" for child in verb.children)
        if off and any(c.lemma_.lower() in TRIPS and c.dep_ == "nsubj" for c in verb.children):
            return "cancelled", "off"
        if any(c.lemma_.lower() in TRIPS and c.dep_ in {"dobj", "nsubjpass"} for c in verb.children):
            status = status_word(verb, "object")
            if status in {"cancelled", "postponed"}:
                return status, verb.lower_
    return None, ""


def _hear_phrase(verdict: Verdict, noun: Token) -> None:
    """What the noun's own phrase says: "no meeting", "a planned meeting", "talks to be held in May"."""
    for child in noun.lefts:
        if child.lower_ == "no" and child.dep_ == "det":
            verdict.hear("refused", "no")
        elif child.dep_ in {"amod", "compound"}:
            verdict.hear(attribute_status(child), child.lower_)
    if [word.lower_ for word in words_after(noun, 2)] == ["ahead", "of"] and noun.nbor(3).tag_ == "PRP":
        verdict.hear("planned", "ahead")  # "had difficult talks ahead of them"
    if noun.lemma_.lower() == "appointment" and noun.head.lemma_.lower() in _FIXING:
        verdict.hear("planned", "appointment")
    if any(word.lower_ == "due" and not _says_why(word) for word in _right_behind(noun)):
        verdict.hear("planned", "due")
    for child in (*noun.rights, *_of_its_own(noun)):
        if child.lower_ == "open" and child.dep_ == "amod" and _has_day(child):
            verdict.hear("planned", "open")  # "Talks between Solen and Lamar open on Friday"
        if child.dep_ not in {"acl", "relcl"} or any(
            word.lower_ == "that" and word.dep_ == "mark" for word in child.lefts
        ):
            continue  # "agreed in talks that they would meet every year"
        status = None if _is_of_its_course(child) else attribute_status(child)
        mood = mood_of(child)
        if status in {"planned", "cancelled", "postponed"} and not mood.modal:
            verdict.hear(status, child.lower_)
        elif child.lemma_ == "be" and (act := next((c for c in child.children if c.dep_ == "xcomp"), None)):
            # "the summit that he was to have held"
            if mood_of(act).infinitive and act.lemma_.lower() in OCCURRING:
                verdict.hear("cancelled" if mood_of(act).perfect else "planned", "was to")
        elif child.lemma_.lower() in OCCURRING | {"be"} and (
            mood.infinitive or mood.modal in {"will", "would"} or (mood.present and lies_ahead(child))
        ):
            verdict.hear("planned", mood.modal or "to")


def _right_behind(noun: Token) -> Iterator[Token]:
    """What follows the people of a meeting, whatever the parser hangs it on: "talks between Solen and Lamar
    due on Friday".
    """
    yield from noun.rights
    for word in islice(noun.doc[noun.i + 1 : noun.sent.end], _PHRASE):
        if word.pos_ not in {"PROPN", "NOUN", "ADJ", "DET", "CCONJ", "ADP"}:
            return
        yield word


def _has_day(word: Token) -> bool:
    return any(below.ent_type_ == "DATE" for below in islice(word.subtree, _STEPS))


def _is_here_for(noun: Token) -> bool:
    """ "Solen, in Norvik for talks, said", "Solen, on a visit to Norvik for talks": by the order of words."""
    doc, at = noun.doc, noun.i - 1
    while at > noun.sent.start and doc[at].pos_ in {"ADJ", "NUM", "DET", "NOUN"} and at > noun.i - 4:
        at -= 1
    if doc[at].lower_ != "for" or not noun.sent.start < at:
        return False
    for position in range(at - 1, max(at - _STEPS, noun.sent.start), -1):
        word = doc[position]
        if word.lower_ in {"in", "at", "on"} and doc[position - 1].text == ",":
            return doc[at - 1].pos_ == "PROPN" or "visit" in doc[position:at].text.lower()
        if word.pos_ not in {"PROPN", "NOUN", "DET", "ADJ", "ADP", "NUM"} and word.text != "-":
            return False
    return False


def _of_its_own(noun: Token) -> Iterator[Token]:
    """ "His talks with Dorn, which open on Friday": a clause that the parser hangs on a person."""
    for word in islice(noun.subtree, _PHRASE):
        if (
            word.dep_ == "relcl"
            and word.head.pos_ == "PROPN"
            and word.head.i > noun.i
            and any(
                child.lower_ == "which" and child.dep_ in {"nsubj", "nsubjpass"} for child in word.children
            )
        ):
            yield word


def _says_why(due: Token) -> bool:
    """ "A meeting due to the crisis"; "due to open", "due on Monday" say when."""
    behind = due.doc[due.i + 1 : min(due.i + 3, due.sent.end)]
    return len(behind) > 1 and behind[0].lower_ == "to" and behind[1].tag_ != "VB"


def _hear_link(verdict: Verdict, below: Token, link: Link) -> bool:
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
    if kind == "before" and below.tag_ == "VBD":
        return False  # "swam before they talked"
    if kind == "before":
        verdict.hear(before(governor, link.word), link.word)
        return False
    if kind in {"adjunct", "after"}:
        return _hear_adjunct(verdict, below, link)
    if kind == "shared" and below.pos_ in {"VERB", "AUX"} and governor.lemma_.lower() in UNVOUCHED:
        verdict.hear("possible", governor.lower_)
    if kind == "shared" or (governor.pos_ == "NOUN" and governor.lemma_.lower() in TRANSPARENT):
        return True
    return _hear_governor(verdict, below, link)


def _hear_adjunct(verdict: Verdict, below: Token, link: Link) -> bool:
    """An adjunct takes from its clause only that it lies ahead: "will sign the pact at a meeting"."""
    governor = link.governor
    if governor.lemma_.lower() in TRIPS and governor.dep_ == "dobj" and link.word == "with":
        governor = governor.head  # "begins a visit to Norvik on Monday with talks"
    attending = next((w for w in (governor, *governor.children) if w.lemma_.lower() in _ATTENDING), None)
    if attending is not None and attending.dep_ == "dobj":
        # "confirmed his attendance at a meeting", "cancelled his attendance"
        verb = attending.head
        to_come = verb.lemma_.lower() in {"confirm", "announce"}
        verdict.hear("planned" if to_come else status_word(verb, "object"), verb.lower_)
        return False
    if governor.dep_ == "dobj" and link.word in _WITHIN and governor.head.tag_ == "VB":
        governor = governor.head  # "hoped to sign the accord in talks with Dorn"
    if governor.pos_ not in {"VERB", "AUX"} or (link.kind == "after" and link.fronted):
        return False
    if _lists_what_is_to_come(governor, mood_of(governor)) or _is_to_follow(governor):
        verdict.hear(
            "planned", governor.lower_
        )  # "His programme opens with lunch", "to be followed by lunch"
        return False
    if link.kind == "adjunct" and is_plan_of(governor):
        verdict.hear("planned", governor.lower_)  # "At his meeting with Dorn he is expected to …"
        return False
    mood = mood_of(governor)
    if mood.perfect and mood.modal not in {"", "will", "would"}:
        return False  # "may have promised too much at the meeting"
    if _is_resolve(governor) and (link.kind == "after" or not _is_done_at_meetings(below, governor)):
        return False  # "agreed to share the water after a day of talks", "to cut the debt at a meeting"
    about = governor.lemma_.lower() in ABOUT
    if about and (link.word == "on" or not mood_of(governor).modal):
        return False
    higher = Verdict()
    higher.hear(*of_verb(governor, "adjunct"))
    token = governor
    for _ in range(_STEPS):
        up = link_of(token)
        if higher.status is not None or up is None or up.kind in {"before", "without"}:
            break
        if up.kind == "if" and mood_of(token).past:
            break  # "asked whether he had raised it at the meeting"
        if up.governor.pos_ in {"VERB", "AUX"} and mood_of(up.governor).modal in {"will", "would"}:
            higher.hear("planned", mood_of(up.governor).modal)
            break
        if not _hear_link(higher, token, up):
            break
        token = up.governor
    # "Pressed Dorn to yield when the two met": what is wished of him is not the meeting.
    told = higher.status == "possible" and below.tag_ == "VBD"
    dated = any(word.ent_type_ == "DATE" for word in islice(below.subtree, _PHRASE))
    if mood.modal in _PERHAPS and _is_indefinite(below) and not dated:
        verdict.hear("possible", mood.modal)  # "could be signed at a meeting"
    elif higher.status in {"planned", "possible"} and not told:
        verdict.hear("planned", higher.cue)
    if higher.status == "cancelled" and higher.cue in {"was to have", "would"}:
        verdict.hear("cancelled", higher.cue)  # "was to have begun his visit with a call on Dorn"
    return False


def _hear_governor(verdict: Verdict, below: Token, link: Link) -> bool:
    governor, kind = link.governor, link.kind
    mood = mood_of(governor) if governor.pos_ in {"VERB", "AUX"} else None
    frame = {"infinitive": "to", "clause": "that"}.get(kind, link.word or kind)
    if kind == "subject" and mood is not None and mood.passive:
        frame = "object"  # "talks have been dropped": what is done to them
    if kind == "for" and _makes_room(governor):
        verdict.hear("possible", "way for")
        return True
    if link.word == "on" and governor.lemma_.lower() in _DELIBERATIONS and _is_indefinite(below):
        verdict.hear("possible", governor.lower_)  # "no decision on a meeting", "talks on a meeting"
        return False
    if kind == "infinitive" and _makes_time(governor):
        return False
    if kind == "for" and _stays_away(governor):
        verdict.hear("cancelled", "not turn up")
        return False
    if kind == "object" and verdict.status == "planned" and governor.lemma_.lower() == "abandon":
        verdict.hear("cancelled", governor.lower_)
        return True
    if _withholds_details(governor):
        return False
    if mood is not None and _is_unsettled(below, governor, mood):
        # Refused is only to say when; "no date for a meeting" leaves open whether there is to be one.
        verdict.hear("possible" if _is_indefinite(_topic(below)) else "planned", "date")
        return False
    found = None if _was_under_way(governor) else status_word(governor, frame)
    of_itself = found == "planned" and kind == "subject"
    if of_itself and mood is not None and _is_of_its_course(governor, ends=not mood.pluperfect):
        return False  # "the meeting had been expected to last an hour", "the talks are due to end on Friday"
    # "The meeting failed to bring peace" did take place.
    about_subject = kind == "subject" and mood is not None and not mood.passive
    of_others = found in {"refused", "possible"} or governor.lemma_.lower() in _RESOLVED_IN
    if found is not None and not (about_subject and of_others):
        if found == "planned" and _had_been_arranged(below, governor, mood, kind):
            return False
        if found == "planned" and kind == "object" and _is_being_arranged(below, governor, mood):
            found = "possible"
        verdict.hear(*cued(governor, found, mood or Mood()))
        return True
    if kind in {"infinitive", "for"} and link.word not in _OUT_OF and governor.lemma_.lower() in MOTION:
        if link.word == "into" and mood is not None and mood.past and not (mood.negated or mood.modal):
            return False  # "went straight into talks with Dorn"
        if _has_begun(below):
            return False  # "have arrived for the summit that opened on Monday"
        if mood is not None and mood.negated:
            verdict.hear("refused", "not")  # "would not go to Norvik for talks"
        else:
            verdict.hear(journey(governor), governor.lemma_.lower())
        return True
    if kind == "for" and mood is not None and _lists_what_is_to_come(governor, mood):
        verdict.hear("planned", governor.lower_)  # "the programme provides for talks with Dorn"
        return True
    if kind == "for" and mood is not None and mood.present and not mood.perfect and _visits(governor):
        verdict.hear("refused" if mood.negated else "planned", governor.lower_)
        return True
    if kind == "for" and (_is_on_the_way(governor) or _is_there(governor, mood)):
        verdict.hear("planned", "way")
        return True
    if kind in {"infinitive", "for"} and (said := _of_predicate(governor, frame)) is not None:
        verdict.hear(*said)
        return True
    if kind == "infinitive" and governor.lemma_.lower() in {"be", "go", "have", "yet"}:
        return _hear_is_to(verdict, below, governor)
    if mood is None:
        return _hear_noun(verdict, below, governor, link)
    return _hear_verb(verdict, below, governor, mood, kind)


def _is_being_arranged(meeting: Token, verb: Token, mood: Mood | None) -> bool:
    """ "Are preparing a meeting of Solen and Dorn", "went to Norvik to arrange a meeting": no day is told,
    and none may come of it.
    """
    if verb.lemma_.lower() not in _ARRANGING or mood is None or not (mood.infinitive or verb.tag_ == "VBG"):
        return False
    some = any(word.lower_ in {"a", "an", "another"} for word in meeting.lefts)
    return some and not any(word.ent_type_ == "DATE" for word in islice(verb.subtree, _PHRASE))


def _had_been_arranged(meeting: Token, verb: Token, mood: Mood | None, kind: LinkKind) -> bool:
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


def _of_predicate(copula: Token, frame: str) -> tuple[Status | None, str] | None:
    """ "Is due in Norvik on Tuesday to see Dorn", "was due here for talks": what the adjective says, where
    the parser hangs its purpose on the copula; None where it says nothing.
    """
    adjective = predicate_adjective(copula) if copula.lemma_ == "be" else None
    status = status_word(adjective, frame) if adjective is not None else None
    if adjective is None or status is None or adjective.lemma_.lower() == "able":
        return None
    return cued(adjective, status, mood_of(copula))


def _is_of_its_course(plan: Token, *, ends: bool = False) -> bool:
    """Whether what was planned is what comes of a meeting, and not the meeting: "expected to last".

    `ends`: only if it is its end, to which a meeting comes that is under way.
    """
    to_do = next((child for child in plan.children if child.dep_ == "xcomp"), None)
    if to_do is None and [word.lower_ for word in words_after(plan, 1)] == ["to"]:
        to_do = next(
            words_after(plan.nbor(), 1), None
        )  # "due to last", whose "to" the parser takes for that of "due to"
    return to_do is not None and to_do.lemma_.lower() in (_ENDS if ends else _COURSE)


def _is_on_the_way(word: Token) -> bool:
    """ "is on her way to Norvik for talks", "is en route to Norvik for talks"."""
    if word.lemma_.lower() in _WAYS:
        return True
    return word.lemma_ == "be" and any(
        grand.lemma_.lower() in _WAYS
        for child in word.children
        if child.lower_ in {"on", "en"}
        for grand in child.children
    )


def _stays_away(verb: Token) -> bool:
    """ "Did not turn up for a meeting", "failed to show up for talks"."""
    appears = verb.lemma_.lower() in {"turn", "show"} and any(child.lower_ == "up" for child in verb.children)
    return appears and (mood_of(verb).negated or verb.head.lemma_.lower() == "fail")


def _makes_time(word: Token) -> bool:
    """ "Postponed his departure to meet Dorn": who stays for a meeting has it."""
    leaving = [word, *word.children]  # the parser hangs "to meet" on either
    return any(
        child.dep_ == "dobj"
        and child.lemma_.lower() in _LEAVING
        and status_word(child.head, "object") == "postponed"
        for child in leaving
    )


def _visits(verb: Token) -> bool:
    """ "Visits Norvik on Friday for talks", "pays a visit to Norvik for talks"."""
    pays = any(child.dep_ == "dobj" and child.lemma_.lower() in TRIPS for child in verb.children)
    return pays or verb.lemma_.lower() in TRIPS | {"interrupt"}


def _is_there_beside(noun: Token) -> bool:
    """ "Solen, in Norvik for talks, said": whoever is there for talks has them before him."""
    return noun.pos_ == "PROPN" and any(
        child.lower_ == "in" and child.i > noun.i and child.nbor(-1).text == "," for child in noun.children
    )


def _is_there(word: Token, mood: Mood | None) -> bool:
    """ "Is in Norvik for talks", "the next stop is Norvik, for talks"."""
    there = any(
        child.lower_ in {"in", "here"} or (child.dep_ == "nsubj" and child.lemma_.lower() in TRIPS)
        for child in word.children
    )
    return word.lemma_ == "be" and mood is not None and mood.present and there


def _makes_room(word: Token) -> bool:
    """ "Cleared the way for a meeting", "set the stage for talks"."""
    if word.pos_ != "VERB":
        return word.lower_ in _ROOM and word.dep_ == "dobj" and word.head.lemma_.lower() in _MAKING_ROOM
    return word.lemma_.lower() in _MAKING_ROOM and any(child.lower_ in _ROOM for child in word.children)


def _is_indefinite(noun: Token) -> bool:
    """ "A meeting", "any meeting": not one that both know of."""
    return any(word.lower_ in {"a", "an", "any"} for word in noun.lefts)


def _is_lacking(noun: Token) -> bool:
    """ "No word on a meeting", "no sign of a meeting"."""
    return noun.lemma_.lower() in _SIGNS and any(child.lower_ == "no" for child in noun.lefts)


def _topic(below: Token) -> Token:
    """ "No date for a meeting": what the date is for."""
    return next(
        (grand for child in below.children if child.lower_ in {"for", "of"} for grand in child.children),
        below,
    )


def _hear_noun(verdict: Verdict, below: Token, noun: Token, link: Link) -> bool:
    """A noun that says nothing of its own: only what it may pass on from above."""
    kind = link.kind
    if kind == "subject" and noun.lower_ == "resume" and lies_ahead(noun):
        verdict.hear("planned", "present")  # "Talks resume Friday", where the tagger sees a noun
    if kind == "of" and link.word != "of" and _is_hoped_for(noun):
        verdict.hear("planned", "hope")
    if kind == "of" and _is_indefinite(below) and (noun.lower_ == "talk" or _is_lacking(noun)):
        verdict.hear("possible", noun.lower_)  # "There is talk of a meeting", "no word on a meeting"
        return False
    if kind == "for" and (noun.lemma_.lower() in _ARRIVING or _is_there_beside(noun)):
        verdict.hear("planned", noun.lower_)
        return False
    if kind == "for":
        return noun.lemma_.lower() in TRIPS
    within = link.word in _WITHIN and noun.dep_ == "dobj"
    if kind == "of" and within and noun.head.dep_ == "xcomp" and _is_wished(noun.head):
        verdict.hear("planned", "want")  # "wants to raise the dispute in talks with Dorn"
    if kind == "of" and (noun.dep_ == "nsubj" or within) and mood_of(noun.head).modal == "will":
        verdict.hear("planned", "will")  # "a topic of their talks will be trade", "will seek help in talks"
    if kind == "infinitive" and _makes_use(noun):
        return False  # "found time to meet Dorn", "interrupted his visit to meet her"
    wished = noun.dep_ == "acomp" and mood_of(noun.head).modal  # "would be happy to meet"
    if kind == "infinitive" and is_done(noun) and mood_of(noun.head).present and lies_ahead(noun.head):
        verdict.hear("planned", "present")  # "becomes on Friday the first to meet Dorn"
    if kind == "infinitive" and (wished or not is_done(noun)):
        verdict.hear("planned" if noun.lemma_.lower() in TRIPS else "possible", noun.lower_)
    return kind == "infinitive" and noun.pos_ != "PROPN"


def _hear_verb(verdict: Verdict, below: Token, verb: Token, mood: Mood, kind: LinkKind) -> bool:
    """A verb that says nothing by its meaning, but by its auxiliaries."""
    lemma = verb.lemma_.lower()
    if kind == "clause":
        _hear_chance(verdict, verb)
        return False
    if kind == "infinitive" and mood_of(below).perfect and is_hearsay(verb):
        verdict.hear("possible", lemma)
        return False
    if kind == "object" and lemma in ABOUT:
        planned = mood.infinitive and verb.dep_ == "xcomp" and is_plan_of(verb.head)
        if lemma == "follow" and mood.infinitive and mood.perfect:
            return False  # "the dinner that was to have followed the meeting was called off"
        of_its_time = lemma in _OF_ITS_TIME and (planned or mood.modal in {"will", "would"})
        to_come = lemma == "announce" or of_its_time
        verdict.hear("planned" if to_come else None, lemma)
        unconfirmed = lemma == "confirm" and mood.negated
        if (lemma == "discuss" or unconfirmed) and _is_indefinite(below):
            verdict.hear("possible", lemma)  # "are discussing a meeting", "would not confirm a meeting"
        return False
    if kind == "for" and lemma == "speak" and _is_indefinite(below) and _is_rumour(verb):
        verdict.hear("possible", lemma)  # "Reports spoke of a meeting"
        return False
    if kind == "object" and lemma == "include" and _lists_what_is_to_come(verb, mood):
        verdict.hear("planned", lemma)
    if lemma == "be" and kind == "object" and mood.infinitive and mood.perfect:
        verdict.hear("cancelled", "was to have been")
    if lemma in _SEEMING and kind == "subject":
        seeming = Verdict()
        _hear_predicate(seeming, verb, below)
        verdict.hear("possible" if seeming.status == "planned" else seeming.status, seeming.cue)
        return True
    if lemma == "be" and kind in {"subject", "object"}:
        _hear_predicate(verdict, verb, below)
        if kind == "subject" and mood.modal == "would" and predicate_adjective(verb) is not None:
            verdict.hear("possible", "would be")  # "A meeting would be useful"
        if kind == "object" and mood.present and any(_is_idea(child) for child in verb.children):
            verdict.hear("possible", "step")  # "The next step is a meeting"
        if kind == "subject" and verdict.status is None and mood.past and not mood.modal:
            verdict.hear(*of_verb(verb, kind))
            return False  # "denied that the meeting had been a failure"
    if mood.infinitive and verb.dep_ == "ROOT":
        verdict.hear("planned", "to")  # "Lavrov to visit Norway for talks"
    if kind == "subject" and below.lemma_ == "plan" and lemma in _CRUMBLING and mood.past:
        verdict.hear("cancelled", lemma)  # "Plans for a meeting collapsed"
        return False
    if kind == "subject" and lemma == "fail" and any(c.lemma_.lower() in _APPEARING for c in verb.children):
        verdict.hear("cancelled", lemma)  # "A meeting failed to materialise"
        return False
    if kind == "subject" and lemma == "confirm" and mood.passive and mood.negated and _is_indefinite(below):
        verdict.hear("possible", "not confirmed")
        return False
    if kind == "subject" and lemma == "follow" and mood.present and _is_next(verb):
        verdict.hear("planned", lemma)  # "A working lunch follows"
        return False
    if kind == "subject" and lemma not in OCCURRING | {"be"}:
        # "whether the meeting changed anything": there was one, whatever became of it.
        # "A meeting on Friday could bring peace" is still to come, and without a day only thought of.
        unsure = mood.modal in {"would", "could", "may", "might"} and not mood.perfect
        imagined = (unsure or lemma in _DEPENDING) and _is_indefinite(below)
        coming = mood.modal in {"will", "would"} or (mood.modal == "should" and not mood.perfect)
        ahead: Status | None = "planned" if coming else None
        dated = imagined and any(word.ent_type_ == "DATE" for word in verb.sent[: verb.i - verb.sent.start])
        verdict.hear("planned" if dated else "possible" if imagined else ahead, mood.modal)
        return False
    verdict.hear(*of_verb(verb, kind))
    return True


def _is_next(verb: Token) -> bool:
    """Whether what follows is next, and follows nothing that is named."""
    return not any(child.dep_ == "dobj" for child in verb.children)


def _is_rumour(verb: Token) -> bool:
    """Whether what speaks are reports: "Newspaper reports spoke of"."""
    return any(child.dep_ == "nsubj" and child.lemma_.lower() in RUMOURS for child in verb.children)


def _is_wished(verb: Token) -> bool:
    """Whether an infinitive is what somebody wants or means to do."""
    wish = CUES.get(cue_key(verb.head) or "")
    return mood_of(verb).infinitive and wish in {"planned", "possible"} and not mood_of(verb.head).negated


def _makes_use(noun: Token) -> bool:
    """Whether somebody made what use of his time, or of his stay, a meeting tells."""
    verb = noun.head.head.head if noun.dep_ == "pobj" else noun.head
    used = noun.lemma_.lower() in TRIPS | {"time"} and verb.lemma_.lower() in _USING
    return used and verb.tag_ == "VBD" and not mood_of(verb).negated


def _is_hoped_for(noun: Token) -> bool:
    """ "Hopes for a breakthrough in talks with Dorn": who hopes so now has them before him."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    mood = mood_of(verb)
    current = mood.present or mood.going_on
    return verb.pos_ == "VERB" and current and CUES.get(cue_key(verb) or "") == "possible"


def _is_idea(subject: Token) -> bool:
    return subject.dep_ == "nsubj" and (
        subject.lemma_.lower() == "step" or CUES.get(subject.lemma_.lower()) == "possible"
    )


def _is_resolve(verb: Token) -> bool:
    """Whether a verb is what people in the past resolved to do."""
    above = verb.head
    resolved = above.lemma_.lower() in _RESOLVING
    return resolved and verb.dep_ == "xcomp" and mood_of(above).past and not mood_of(above).modal


def _is_done_at_meetings(meeting: Token, verb: Token) -> bool:
    """ "Agreed to sign it at a meeting", and not "to cut the debt", where the meeting has no day to come."""
    return verb.lemma_.lower() in _DONE_AT_MEETINGS or any(
        word.lower_ in {"next", "future", "coming", "later", "in"} for word in meeting.subtree
    )


def _is_to_follow(verb: Token) -> bool:
    return verb.lemma_.lower() == "follow" and mood_of(verb).infinitive


def _lists_what_is_to_come(verb: Token, mood: Mood) -> bool:
    """ "His schedule includes talks with Dorn"."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if verb.dep_ == "relcl":
        subjects.append(verb.head)  # "is on a visit that includes talks with Dorn"
    return mood.present and any(
        word.lemma_.lower() in (SCHEDULES | TRIPS if verb.lemma_ == "include" else SCHEDULES)
        for word in subjects
    )


def _hear_chance(verdict: Verdict, copula: Token) -> None:
    """ "It is unlikely that a meeting would take place", "is possible that they will meet"."""
    adjective = predicate_adjective(copula)
    if adjective is not None and CUES.get(cue_key(adjective) or "") == "possible":
        verdict.hear(*cued(adjective, "possible", mood_of(copula)))


def _hear_is_to(verdict: Verdict, below: Token, governor: Token) -> bool:
    """ "is to meet", "was to have met", "is going to meet", "had to meet", "is in Norvik to meet"."""
    lemma = governor.lemma_.lower()
    adjective = predicate_adjective(governor)
    mood = mood_of(governor)
    if lemma == "yet":
        verdict.hear("refused", "yet to")
    elif lemma == "have":
        verdict.hear("possible", "have to")
    elif lemma == "be" and governor.tag_ == "VBN" and mood.perfect and not mood.negated:
        return False  # "has been to see Dorn"
    elif lemma == "be" and mood_of(below).perfect:
        verdict.hear("cancelled", "was to have")
    elif mood.negated:
        verdict.hear("refused", "not to")
    elif mood.past and any(word.lower_ in BYGONE for word in governor.doc[governor.i : below.i]):
        return False  # "was in Norvik last week to meet Dorn"
    elif adjective is not None:
        verdict.hear("possible" if mood.modal or not is_done(adjective) else None, adjective.lower_)
    else:
        verdict.hear("planned", "is to")
    return lemma != "yet"


def _hear_predicate(verdict: Verdict, copula: Token, below: Token) -> None:
    """ "A meeting is possible", "the talks are off", "is now to take place", "are to focus on trade"."""
    if any(
        child.dep_ == "xcomp"
        and mood_of(child).infinitive
        and (
            child.lemma_.lower() in OCCURRING
            or (mood_of(copula).present and child.lemma_.lower() not in _ENDS)
        )
        for child in copula.children
    ):
        verdict.hear("planned", "is to")
    for child in copula.children:
        if child != below and child.dep_ in {"acomp", "attr", "oprd", "advmod", "prep"}:
            key = cue_key(child)
            if key in _OUTCOMES or _is_of_its_course(child, ends=not mood_of(copula).pluperfect):
                continue  # "the meeting was a failure", "had been due to last an hour"
            if key is not None and child.pos_ in {"ADJ", "VERB", "NOUN"}:
                verdict.hear(*cued(child, CUES[key], mood_of(copula)))
            elif (state := _state(child)) is not None:
                verdict.hear(state, child.lower_)
            elif child.lower_ == "off":
                verdict.hear("cancelled", "off")
            elif child.lower_ == "on" and any(word.lemma_.lower() in SCHEDULES for word in child.children):
                denied = any(word.lower_ in NEGATIONS for word in copula.children)
                verdict.hear("refused" if denied else "planned", "on the agenda")


def _state(preposition: Token) -> Status | None:
    """ "is out of the question", "are on hold"."""
    return next(
        (
            STATES[preposition.lower_, word.lower_]
            for word in islice(preposition.subtree, _STEPS)
            if (preposition.lower_, word.lower_) in STATES
        ),
        None,
    )


def _is_headline_plan(trigger: Token) -> bool:
    """ "Lavrov to meet Fidan": an infinitive that nothing governs."""
    for word in (trigger, carrier_of(trigger)):
        if word is not None and word.pos_ in {"VERB", "AUX"} and mood_of(word).infinitive:
            return word.dep_ == "ROOT" or (word.dep_ in {"acl", "relcl"} and word.head.pos_ == "PROPN")
    return False
