"""What the words around a verb say of its reality: future or past, wished, denied, asked.

Read from the parse, and from the order of words where the parse lost an auxiliary: between an auxiliary and
its verb stand only adverbs and other auxiliaries. No look goes further than a few dozen words, so that a
sentence without end costs no more than its length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
WOULD = frozenset({"would", "'d", "’d"})
MODAL = frozenset({"may", "might", "could", "can", "ca", "should", "must", "ought"})
BE = frozenset(
    {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"}
)
HAVE = frozenset({"have", "has", "had", "'ve", "’ve", "having"})
DO = frozenset({"do", "does", "did"})
_MODALS = FUTURE | WOULD | MODAL
AUXILIARIES = _MODALS | BE | HAVE | DO | {"to"}
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "cannot"})
CONDITIONS = frozenset({"if", "unless", "provided"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})

# How many words around a verb are looked at, and how many verbs joined by "and" lend each other an auxiliary.
_REACH = 60
_JOINED = 6

# Words that only lie ahead: with a verb in the present tense they make it a plan ("meets Dorn tomorrow").
_AHEAD = frozenset({"tomorrow", "tonight", "soon"})
_UNITS = frozenset("week weekend month year summer autumn spring winter day days weeks months".split())
# What is prepared in a meeting, and has a day of its own.
_OTHER_EVENTS = frozenset({"summit", "conference", "visit"})
_BALLOTS = frozenset("election vote referendum poll ballot".split())
# What a meeting does "today" that lies ahead when the paper comes out.
_OPENING = frozenset({"open", "begin", "start"})
_UNITS_OF_SEVERAL = frozenset({"months", "fortnight"})
_MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    """.split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Where somebody stands in a picture.
_STANDING = frozenset({"left", "right", "center", "centre", "L", "R", "C"})
# What "next" and "later" stand before.
_AFTER_NEXT = _UNITS | _WEEKDAYS | {"this", "today"}


@dataclass(frozen=True, slots=True)
class Mood:
    """The reality of one verb. `modal` is the modal auxiliary, "will" and "would" included, or ""."""

    modal: str = ""
    infinitive: bool = False
    perfect: bool = False
    pluperfect: bool = False
    passive: bool = False
    progressive: bool = False
    negated: bool = False
    conditional: bool = False
    asked: bool = False
    past: bool = False
    present: bool = False

    @property
    def going_on(self) -> bool:
        """ "Is meeting Dorn", and not "was meeting Dorn"."""
        return self.progressive and not self.past


def mood_of(verb: Token) -> Mood:
    """The mood of a verb; a verb joined to another by "and" shares what it does not say itself."""
    own = mood = _own_mood(verb)
    for _ in range(_JOINED):
        if verb.dep_ != "conj" or verb.head.pos_ not in {"VERB", "AUX"} or verb.head.i > verb.i:
            return mood
        if not _shares_auxiliary(verb):
            return mood
        verb = verb.head
        mood = own if own.negated else _own_mood(verb)
    return mood


def _own_mood(verb: Token) -> Mood:
    own = auxiliaries_of(verb)
    words = {word.lower_ for word in own}
    had = {"'d", "’d"} & words if verb.tag_ == "VBN" else set()  # "he'd stopped" is no wish
    modal = next((word.lower_ for word in own if word.lower_ in _MODALS and word.lower_ not in had), "")
    return Mood(
        modal="will" if modal in FUTURE else "would" if modal in WOULD else modal,
        infinitive="to" in words and not modal,
        perfect=bool(words & HAVE) or bool(had),
        pluperfect="had" in words or bool(had),
        passive=verb.tag_ == "VBN" and bool(words & BE),
        progressive=verb.tag_ == "VBG" and bool(words & BE),
        negated=_is_negated(verb, own),
        conditional=_is_conditional(verb),
        asked=_is_asked(verb, own),
        past=_is_told(verb, own) or bool(words & {"was", "were", "did", "had", "has", "have"}),
        present=not words and (verb.tag_ in {"VBZ", "VBP"} or _is_bare_present(verb)),
    )


def _is_told(verb: Token, auxiliaries: list[Token]) -> bool:
    """ "Talks expected to last two days opened on Monday", where the tagger sees a participle."""
    if verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not auxiliaries:
        return any(child.dep_ == "nsubj" for child in verb.children)
    return verb.tag_ == "VBD"


def _is_bare_present(verb: Token) -> bool:
    """ "Solen and Lamar, who met on Tuesday, meet again next Monday", where the tagger sees an infinitive."""
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and any(child.dep_ == "nsubj" for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether the parse gives a verb a subject to which it is done, or the auxiliary for that."""
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def lies_ahead(verb: Token) -> bool:
    """Whether the clause of a verb in the present names a day to come: "meets Dorn on Friday", "Friday: meets
    Dorn".
    """
    if _is_listed_under_day(verb):
        return True
    if is_caption(verb):
        return False
    for word in islice(verb.subtree, 2 * _REACH):
        fronted = (word.lower_ in _WEEKDAYS and _opens_clause(word, verb)) or (
            word.lower_ in _AHEAD and word.head == verb  # "tomorrow I am meeting Dorn"
        )
        if word.i <= verb.i and not fronted:
            continue
        if _tells_of_other(word, verb):
            continue
        following = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
        month = word.lower_ in _MONTHS and word.nbor(-1).lower_ == "in" and not following.isdigit()
        if month or word.lower_ in _AHEAD or word.lower_ in _WEEKDAYS:
            return True
        if word.lower_ == "this" and following in {"afternoon", "evening"}:
            return True
        if word.lower_ == "today" and verb.lemma_.lower() in _OPENING:
            return True
        if word.lower_ in {"next", "coming", "later"} and following in _AFTER_NEXT:
            return True
        if word.lower_ == "in" and _is_time_from_now(word):
            return True
    return False


def _is_time_from_now(preposition: Token) -> bool:
    """ "Meet again in a week", "in two weeks"."""
    behind = preposition.doc[preposition.i + 1 : min(preposition.i + 3, preposition.sent.end)]
    if len(behind) < 2 or behind[1].lower_ not in _UNITS | _UNITS_OF_SEVERAL:
        return False
    return behind[0].lower_ in {"a", "one"} or behind[0].like_num


# By when a meeting is over has begun before.
_ENDING = frozenset({"end", "close", "conclude", "finish", "continue"})


def _tells_of_other(word: Token, verb: Token) -> bool:
    """ "are attending the summit, which opened on Monday", "are meeting on how to deploy troops next month",
    "to prepare a summit in June": a day of something else.
    """
    for above in islice(word.ancestors, _JOINED):
        if above == verb:
            break
        if above.dep_ == "relcl" and above.tag_ == "VBD":
            return True
        if above.lemma_.lower() in _ENDING:
            return True  # "are attending the summit, which ends on Wednesday"
        if above.pos_ == "VERB" and above.dep_ == "pcomp":
            return True
        if _is_other_event(above, verb):
            return True
    before = next((near for near in words_before(word, 2) if near.pos_ == "NOUN"), None)
    return before is not None and _is_other_event(before, verb)


def _is_other_event(noun: Token, verb: Token) -> bool:
    """Whether a vote has the day, or a summit that is prepared or spoken of; not "meets Dorn at a summit"."""
    lemma = noun.lemma_.lower()
    if lemma in _BALLOTS:
        return True
    if lemma not in _OTHER_EVENTS:
        return False
    spoken_of = noun.dep_ == "pobj" and noun.head.lower_ in {"on", "about", "of"}
    return spoken_of or (noun.dep_ == "dobj" and noun.head != verb)


def is_caption(verb: Token) -> bool:
    """ "Solen, left, meets Dorn in Norvik, Wednesday, May 8": a picture, and when it was taken."""
    for word in islice(verb.sent, 2 * _REACH):
        if word.text in _STANDING and word.i > verb.sent.start and word.i + 1 < verb.sent.end:
            around = (word.nbor(-1).text, word.nbor().text)
            if around in {(",", ","), ("(", ")")} or word.nbor(-1).lower_ == "from":
                return True
    return False


def _opens_clause(day: Token, verb: Token) -> bool:
    """ "On Tuesday, Solen meets Dorn", also where the parser hangs the day on Solen."""
    if day.i == verb.sent.start + 1 and day.nbor(-1).lower_ == "on":
        return verb == verb.sent.root
    return day.head.lower_ == "on" and day.head.head == verb


def _is_listed_under_day(verb: Token) -> bool:
    """ "Tuesday: meets Dorn", which parsers take for one sentence or two."""
    doc, start = verb.doc, verb.sent.start
    return any(
        doc[at].lower_ in _WEEKDAYS and doc[at + 1].text in {":", "–", "—", "-"}
        for at in {start, max(start - 2, 0)}
        if at < verb.i
    )


def words_before(token: Token, reach: int = _REACH) -> Iterator[Token]:
    """The words of the sentence before a word, the nearest first."""
    doc = token.doc
    for at in range(token.i, max(0, token.i - reach), -1):
        if doc[at].is_sent_start:
            return
        yield doc[at - 1]


def words_after(token: Token, reach: int = _REACH) -> Iterator[Token]:
    """The words of the sentence after a word, the nearest first."""
    doc = token.doc
    for at in range(token.i + 1, min(len(doc), token.i + 1 + reach)):
        if doc[at].is_sent_start:
            return
        yield doc[at]


def auxiliaries_of(verb: Token) -> list[Token]:
    """The auxiliaries of a verb in the order of the words, the "to" of an infinitive among them."""
    found = {child.i: child for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    for word in words_before(verb):
        if word.text == "-" or word.lower_ == "co":
            continue  # "will co-chair"
        if word.tag_ == "NNP":
            break  # "set for May has been put off"
        if word.lower_ in AUXILIARIES and _can_follow(word, verb):
            found[word.i] = word
        elif word.pos_ not in {"ADV", "PART"} and word.lower_ not in NEGATIONS:
            break
        if word.lower_ == "to":
            break
    return [found[at] for at in sorted(found)]


def _can_follow(auxiliary: Token, verb: Token) -> bool:
    """ "was to meet": "to" may not be a preposition, and the possessive 's is no verb."""
    if auxiliary.lower_ == "to":
        return verb.tag_ in {"VB", "VBP"} or auxiliary.nbor().lower_ in {"be", "have"}
    if auxiliary.lower_ in {"'s", "’s"}:
        return auxiliary.tag_ != "POS" and verb.tag_ in {"VBG", "VBN"}
    if auxiliary.lower_ in BE:
        return verb.tag_ in {"VBG", "VBN", "VBD"}
    if auxiliary.lower_ in HAVE:
        return verb.tag_ in {"VBN", "VBD"}
    return verb.tag_ in {"VB", "VBP", "VBN", "VBG"}


def _shares_auxiliary(verb: Token) -> bool:
    """Whether a joined verb says nothing finite itself: "will visit Dorn and discuss trade", "will hold talks
    and be received".
    """
    own = auxiliaries_of(verb)
    if not own:
        return _can_share(verb)
    if [word.lower_ for word in own] != ["be"] or any(child.dep_ == "nsubjpass" for child in verb.children):
        return False
    return bool(auxiliaries_of(verb.head)) or verb.head.dep_ == "conj"


def _can_share(verb: Token) -> bool:
    """A bare form takes the auxiliary of the verb before it: "will visit Dorn and discuss trade"."""
    if any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        return False
    if verb.tag_ in {"VB", "VBP"}:
        return bool(auxiliaries_of(verb.head)) or verb.head.dep_ == "conj"
    return verb.tag_ in {"VBN", "VBG"} and verb.head.tag_ == verb.tag_


def _is_negated(verb: Token, auxiliaries: list[Token]) -> bool:
    first = min([verb.i, *(word.i for word in auxiliaries)])
    if first > verb.sent.start and verb.doc[first - 1].lower_ == "nor":
        return True
    for word in words_before(verb, verb.i - first + 1):
        if word.lower_ in NEGATIONS and not _is_only(word):
            return True
    for child in verb.children:
        if child.lower_ in NEGATIONS and child.i < verb.i and not _is_only(child):
            return True
        if child.dep_ in {"nsubj", "nsubjpass"} and (
            child.lower_ in _NOBODY or any(word.lower_ in {"no", "neither"} for word in child.lefts)
        ):
            return True
    return False


def _is_only(negation: Token) -> bool:
    """ "not only in Norvik": no denial."""
    return negation.i + 1 < len(negation.doc) and negation.nbor().lower_ in {"only", "just", "merely"}


def _is_conditional(verb: Token) -> bool:
    """ "if Solen met Lamar", "had Solen met Lamar, …"."""
    return _is_inverted(verb) or any(
        child.lower_ in CONDITIONS | {"whether"} and child.dep_ in {"mark", "advmod", "nsubj"}
        for child in verb.children
    )


def _is_inverted(verb: Token) -> bool:
    """ "Had Solen met Lamar, …", "should they meet, …": an auxiliary opens its clause and asks nothing."""
    first = next((child for child in verb.children if child.dep_ == "aux"), None)
    if first is None or first.lower_ not in {"had", "should"}:
        return False
    opens = first.is_sent_start or first.nbor(-1).text in {",", ";", '"', "“"}
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return bool(opens) and subject is not None and first.i < subject.i < verb.i


def has_condition(verb: Token) -> bool:
    """Whether the sentence makes what "would" be depend on something: "would meet Dorn if asked"."""
    around = (*words_before(verb), *words_after(verb))
    return any(word.lower_ in CONDITIONS for word in around)


def _is_asked(verb: Token, auxiliaries: list[Token]) -> bool:
    """A question: "Will Solen meet Lamar?", with the auxiliary before its subject."""
    if not any(word.text == "?" for word in words_after(verb)):
        return False
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return bool(subjects) and any(word.i < subjects[0].i and word.lower_ != "to" for word in auxiliaries)
