"""The walk from a trigger up to what governs it, and the verdict that comes of it."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from ingest.status.arrangements import (
    ENDS,
    had_been_arranged,
    has_day,
    is_being_arranged,
    is_done_at_meetings,
    is_hoped_for,
    is_idea,
    is_indefinite,
    is_lacking,
    is_of_its_course,
    is_resolve,
    is_rumour,
    is_unsettled,
    is_wished,
    makes_room,
    of_its_own,
    right_behind,
    says_why,
    topic,
    was_under_way,
    withholds_details,
)
from ingest.status.fates import (
    APPEARING,
    as_planned,
    called_off_after,
    called_off_then,
    came_about_of,
    came_about_then,
    did_so,
    has_begun,
    is_denied_rumour,
    is_headline_plan,
    of_occasion,
    of_trip,
)
from ingest.status.governors import before, cued, is_plan_of, journey, of_verb, predicate_adjective
from ingest.status.links import PHRASE, STEPS, Link, LinkKind, is_hearsay, is_noun_like, link_of
from ingest.status.mood import NEGATIONS, Mood, lies_ahead, mood_of, words_after
from ingest.status.stays import (
    is_here_for,
    is_next,
    is_on_the_way,
    is_there,
    is_there_beside,
    is_to_follow,
    lists_what_is_to_come,
    makes_time,
    makes_use,
    stays_away,
    visits,
)
from ingest.status.thoughts import only_thought_of
from ingest.status.verdict import Verdict
from ingest.status.words import (
    ABOUT,
    AWAITING,
    BYGONE,
    CUES,
    MOTION,
    OCCURRING,
    SCHEDULES,
    STATES,
    TRANSPARENT,
    TRIPS,
    UNVOUCHED,
    Status,
    attribute_status,
    cue_key,
    is_done,
    status_word,
)

# "Came from talks", "nothing came of the meeting": no journey to it.
_OUT_OF = frozenset({"from", "of"})
# Who does this with an appointment still has it before him.
_FIXING = frozenset("make have get fix miss".split())
# What stands over a meeting does so when it comes: "Gas will dominate their talks".
_OF_ITS_TIME = frozenset("dominate overshadow precede follow mark".split())
# What one confirms, or cancels, "at a meeting"; and for what one comes, "for talks".
_ATTENDING = frozenset({"attendance", "participation"})
_ARRIVING = frozenset({"arrival", "departure"})
# What plans do that come to nothing.
_CRUMBLING = frozenset("collapse fall founder evaporate crumble unravel fail".split())
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
# What a meeting may be called that was held.
_OUTCOMES = frozenset({"failure", "success"})


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
    for _ in range(STEPS):
        link = link_of(token)
        if link is not None and ((had_been_fixed and came_about_of(link)) or came_about_then(link)):
            return Verdict()  # "a planned meeting took place"
        if link is None or not _hear_link(verdict, token, link):
            break
        token = link.governor
    if verdict.status is None and is_headline_plan(trigger):
        verdict.hear("planned", "to")
    if verdict.status is None and is_here_for(trigger):
        verdict.hear("planned", "for")
    if verdict.status in {None, "planned"} and (thought := only_thought_of(trigger)) is not None:
        return Verdict("possible", thought)
    off_or_ahead = {"planned", "cancelled", "postponed"}
    if verdict.status in off_or_ahead and (word := did_so(trigger)) is not None:
        return Verdict(cue=word)
    if verdict.status == "planned" and (fate := called_off_then(trigger)) is not None:
        return Verdict(fate, "called off")
    if verdict.status == "planned" and has_begun(trigger):
        return Verdict()  # "will fly home after a meeting that ended on Wednesday"
    if verdict.cue in {"will", "would"} and is_denied_rumour(trigger):
        return Verdict("refused", "deny")
    if verdict.status == "refused" and as_planned(trigger):
        return Verdict("cancelled", "as planned")
    if verdict.status == "planned":
        verdict.hear(*of_occasion(trigger))
        verdict.hear(*of_trip(trigger))
        verdict.hear(*called_off_after(trigger))
    return verdict


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
    if any(word.lower_ == "due" and not says_why(word) for word in right_behind(noun)):
        verdict.hear("planned", "due")
    for child in (*noun.rights, *of_its_own(noun)):
        if child.lower_ == "open" and child.dep_ == "amod" and has_day(child):
            verdict.hear("planned", "open")  # "Talks between Solen and Lamar open on Friday"
        if child.dep_ not in {"acl", "relcl"} or any(
            word.lower_ == "that" and word.dep_ == "mark" for word in child.lefts
        ):
            continue  # "agreed in talks that they would meet every year"
        status = None if is_of_its_course(child) else attribute_status(child)
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
    if lists_what_is_to_come(governor, mood_of(governor)) or is_to_follow(governor):
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
    if is_resolve(governor) and (link.kind == "after" or not is_done_at_meetings(below, governor)):
        return False  # "agreed to share the water after a day of talks", "to cut the debt at a meeting"
    about = governor.lemma_.lower() in ABOUT
    if about and (link.word == "on" or not mood_of(governor).modal):
        return False
    higher = Verdict()
    higher.hear(*of_verb(governor, "adjunct"))
    token = governor
    for _ in range(STEPS):
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
    dated = any(word.ent_type_ == "DATE" for word in islice(below.subtree, PHRASE))
    if mood.modal in _PERHAPS and is_indefinite(below) and not dated:
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
    if kind == "for" and makes_room(governor):
        verdict.hear("possible", "way for")
        return True
    if link.word == "on" and governor.lemma_.lower() in _DELIBERATIONS and is_indefinite(below):
        verdict.hear("possible", governor.lower_)  # "no decision on a meeting", "talks on a meeting"
        return False
    if kind == "infinitive" and makes_time(governor):
        return False
    if kind == "for" and stays_away(governor):
        verdict.hear("cancelled", "not turn up")
        return False
    if kind == "object" and verdict.status == "planned" and governor.lemma_.lower() == "abandon":
        verdict.hear("cancelled", governor.lower_)
        return True
    if withholds_details(governor):
        return False
    if mood is not None and is_unsettled(below, governor, mood):
        # Refused is only to say when; "no date for a meeting" leaves open whether there is to be one.
        verdict.hear("possible" if is_indefinite(topic(below)) else "planned", "date")
        return False
    found = None if was_under_way(governor) else status_word(governor, frame)
    of_itself = found == "planned" and kind == "subject"
    if of_itself and mood is not None and is_of_its_course(governor, ends=not mood.pluperfect):
        return False  # "the meeting had been expected to last an hour", "the talks are due to end on Friday"
    # "The meeting failed to bring peace" did take place.
    about_subject = kind == "subject" and mood is not None and not mood.passive
    of_others = found in {"refused", "possible"} or governor.lemma_.lower() in _RESOLVED_IN
    if found is not None and not (about_subject and of_others):
        if found == "planned" and had_been_arranged(below, governor, mood, kind):
            return False
        if found == "planned" and kind == "object" and is_being_arranged(below, governor, mood):
            found = "possible"
        verdict.hear(*cued(governor, found, mood or Mood()))
        return True
    if kind in {"infinitive", "for"} and link.word not in _OUT_OF and governor.lemma_.lower() in MOTION:
        if link.word == "into" and mood is not None and mood.past and not (mood.negated or mood.modal):
            return False  # "went straight into talks with Dorn"
        if has_begun(below):
            return False  # "have arrived for the summit that opened on Monday"
        if mood is not None and mood.negated:
            verdict.hear("refused", "not")  # "would not go to Norvik for talks"
        else:
            verdict.hear(journey(governor), governor.lemma_.lower())
        return True
    if kind == "for" and mood is not None and lists_what_is_to_come(governor, mood):
        verdict.hear("planned", governor.lower_)  # "the programme provides for talks with Dorn"
        return True
    if kind == "for" and mood is not None and mood.present and not mood.perfect and visits(governor):
        verdict.hear("refused" if mood.negated else "planned", governor.lower_)
        return True
    if kind == "for" and (is_on_the_way(governor) or is_there(governor, mood)):
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


def _of_predicate(copula: Token, frame: str) -> tuple[Status | None, str] | None:
    """ "Is due in Norvik on Tuesday to see Dorn", "was due here for talks": what the adjective says, where
    the parser hangs its purpose on the copula; None where it says nothing.
    """
    adjective = predicate_adjective(copula) if copula.lemma_ == "be" else None
    status = status_word(adjective, frame) if adjective is not None else None
    if adjective is None or status is None or adjective.lemma_.lower() == "able":
        return None
    return cued(adjective, status, mood_of(copula))


def _hear_noun(verdict: Verdict, below: Token, noun: Token, link: Link) -> bool:
    """A noun that says nothing of its own: only what it may pass on from above."""
    kind = link.kind
    if kind == "subject" and noun.lower_ == "resume" and lies_ahead(noun):
        verdict.hear("planned", "present")  # "Talks resume Friday", where the tagger sees a noun
    if kind == "of" and link.word != "of" and is_hoped_for(noun):
        verdict.hear("planned", "hope")
    if kind == "of" and is_indefinite(below) and (noun.lower_ == "talk" or is_lacking(noun)):
        verdict.hear("possible", noun.lower_)  # "There is talk of a meeting", "no word on a meeting"
        return False
    if kind == "for" and (noun.lemma_.lower() in _ARRIVING or is_there_beside(noun)):
        verdict.hear("planned", noun.lower_)
        return False
    if kind == "for":
        return noun.lemma_.lower() in TRIPS
    within = link.word in _WITHIN and noun.dep_ == "dobj"
    if kind == "of" and within and noun.head.dep_ == "xcomp" and is_wished(noun.head):
        verdict.hear("planned", "want")  # "wants to raise the dispute in talks with Dorn"
    if kind == "of" and (noun.dep_ == "nsubj" or within) and mood_of(noun.head).modal == "will":
        verdict.hear("planned", "will")  # "a topic of their talks will be trade", "will seek help in talks"
    if kind == "infinitive" and makes_use(noun):
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
        if (lemma == "discuss" or unconfirmed) and is_indefinite(below):
            verdict.hear("possible", lemma)  # "are discussing a meeting", "would not confirm a meeting"
        return False
    if kind == "for" and lemma == "speak" and is_indefinite(below) and is_rumour(verb):
        verdict.hear("possible", lemma)  # "Reports spoke of a meeting"
        return False
    if kind == "object" and lemma == "include" and lists_what_is_to_come(verb, mood):
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
        if kind == "object" and mood.present and any(is_idea(child) for child in verb.children):
            verdict.hear("possible", "step")  # "The next step is a meeting"
        if kind == "subject" and verdict.status is None and mood.past and not mood.modal:
            verdict.hear(*of_verb(verb, kind))
            return False  # "denied that the meeting had been a failure"
    if mood.infinitive and verb.dep_ == "ROOT":
        verdict.hear("planned", "to")  # "Lavrov to visit Norway for talks"
    if kind == "subject" and below.lemma_ == "plan" and lemma in _CRUMBLING and mood.past:
        verdict.hear("cancelled", lemma)  # "Plans for a meeting collapsed"
        return False
    if kind == "subject" and lemma == "fail" and any(c.lemma_.lower() in APPEARING for c in verb.children):
        verdict.hear("cancelled", lemma)  # "A meeting failed to materialise"
        return False
    if kind == "subject" and lemma == "confirm" and mood.passive and mood.negated and is_indefinite(below):
        verdict.hear("possible", "not confirmed")
        return False
    if kind == "subject" and lemma == "follow" and mood.present and is_next(verb):
        verdict.hear("planned", lemma)  # "A working lunch follows"
        return False
    if kind == "subject" and lemma not in OCCURRING | {"be"}:
        # "whether the meeting changed anything": there was one, whatever became of it.
        # "A meeting on Friday could bring peace" is still to come, and without a day only thought of.
        unsure = mood.modal in {"would", "could", "may", "might"} and not mood.perfect
        imagined = (unsure or lemma in _DEPENDING) and is_indefinite(below)
        coming = mood.modal in {"will", "would"} or (mood.modal == "should" and not mood.perfect)
        ahead: Status | None = "planned" if coming else None
        dated = imagined and any(word.ent_type_ == "DATE" for word in verb.sent[: verb.i - verb.sent.start])
        verdict.hear("planned" if dated else "possible" if imagined else ahead, mood.modal)
        return False
    verdict.hear(*of_verb(verb, kind))
    return True


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
            or (mood_of(copula).present and child.lemma_.lower() not in ENDS)
        )
        for child in copula.children
    ):
        verdict.hear("planned", "is to")
    for child in copula.children:
        if child != below and child.dep_ in {"acomp", "attr", "oprd", "advmod", "prep"}:
            key = cue_key(child)
            if key in _OUTCOMES or is_of_its_course(child, ends=not mood_of(copula).pluperfect):
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
            for word in islice(preposition.subtree, STEPS)
            if (preposition.lower_, word.lower_) in STATES
        ),
        None,
    )
