"""The words that say what became of a meeting: planned, called off, refused, or only wished for.

Lemmas of verbs, adjectives and nouns alike: "refuse", "refusal". A word counts only where it governs the
meeting in a way that `ingest.status.links` knows: "asked at the meeting" wishes for none.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

Status = Literal["held", "planned", "postponed", "cancelled", "refused", "possible"]

_PLANNED = """
    schedule scheduled due set expect expected plan planned slate slated intend intention arrange
    arrangement agree
    book poise poised bind bound decide decision prepare preparation await agenda programme program
    itinerary
    likely pencil prepare upcoming forthcoming set certain sure supposed suppose earmark confirm-for
    determined aim fix gear brace
    vow pledge promise mission eve date accept anticipate consent foresee envisage mean
"""
_POSTPONED = "postpone delay defer reschedule suspend shelve postponement deferment deferral suspension"
_CANCELLED = """
    cancel cancellation scrap prevent abort scuttle axe torpedo derail drop withdraw withdrawal nix
"""
_REFUSED = """
    refuse refusal decline reject rejection deny denial boycott snub rebuff avoid shun fail failure
    forgo skip exclude
    oppose dismiss miss unable impossible evade
"""
_POSSIBLE = """
    hope hopeful want wish seek request ask offer propose proposal suggest suggestion invite invitation
    urge consider
    try attempt demand hint possible possibility prospect bid willing willingness appeal opportunity
    chance need desire
    eager keen ready readiness prepared idea allow let permit press push favor favour advocate reluctant
    reluctance
    contemplate like love prefer unlikely potential rumor rumour speculation explore mull moot able
    open openness condition call plea insist insistence expectation rumoured rumored alleged
    encourage persuade convince advise recommend order force wait dream refer float initiative question
    option
    conceivable feasible doubtful authorize authorise mandate interest interested hesitate better pressure
    threaten ripe likelihood probability notion
"""
CUES: dict[str, Status] = {
    **dict.fromkeys(_PLANNED.split(), "planned"),
    **dict.fromkeys(_POSTPONED.split(), "postponed"),
    **dict.fromkeys(_CANCELLED.split(), "cancelled"),
    **dict.fromkeys(_REFUSED.split(), "refused"),
    **dict.fromkeys(_POSSIBLE.split(), "possible"),
}  # fmt: skip

# Verbs whose particle makes the meaning.
_PHRASES: dict[tuple[str, str], Status] = {
    ("call", "off"): "cancelled",
    ("pull", "out"): "cancelled",
    ("back", "out"): "cancelled",
    ("bow", "out"): "cancelled",
    ("cry", "off"): "cancelled",
    ("fall", "through"): "cancelled",
    ("fall", "victim"): "cancelled",
    ("strike", "from"): "cancelled",
    ("strike", "off"): "cancelled",
    ("hold", "off"): "postponed",
    ("beg", "off"): "refused",
    ("put", "off"): "postponed",
    ("push", "back"): "postponed",
    ("put", "back"): "postponed",
    ("rule", "out"): "refused",
    ("turn", "down"): "refused",
    ("stay", "away"): "refused",
    ("look", "forward"): "planned",
    ("bring", "forward"): "planned",
    ("move", "forward"): "planned",
    ("line", "up"): "planned",
    ("work", "on"): "possible",
    ("work", "towards"): "possible",
    ("work", "toward"): "possible",
    ("hold", "out"): "possible",
}

# These govern a meeting only through "for" or "to": "called for talks", but "called the meeting a success".
_ONLY_WITH = {
    "call": frozenset({"for", "to", "upon"}),
    "appeal": frozenset({"for", "to"}),
    "press": frozenset({"for", "to"}),
    "push": frozenset({"for", "to"}),
    "date": frozenset({"of", "for"}),
    "ask": frozenset({"for", "to", "if"}),
    "wait": frozenset({"for", "to"}),
    "aim": frozenset({"for", "to", "at"}),
    "set": frozenset({"for", "to", "up", "object", "subject"}),
    "fix": frozenset({"for", "object"}),
    "gear": frozenset({"for"}),
    "brace": frozenset({"for"}),
    "prevent": frozenset({"from"}),
    "like": frozenset({"to", "object"}),
    "open": frozenset({"to"}),
    "withdraw": frozenset({"from"}),
    "prepare": frozenset({"for", "to", "object"}),
    "refer": frozenset({"to"}),
    "need": frozenset({"for", "to", "object"}),
    "insist": frozenset({"on", "to", "that"}),
    "drop": frozenset({"object"}),
    "fail": frozenset({"to"}),
    "order": frozenset({"to", "object"}),
    "dismiss": frozenset({"object", "of", "that"}),
    "accept": frozenset({"object", "to", "for"}),
    "agree": frozenset({"to", "on", "that", "object"}),
    "decide": frozenset({"to", "on", "that"}),
    "confirm": frozenset(),
    "vow": frozenset({"to", "that"}),
    "pledge": frozenset({"to", "that"}),
    "promise": frozenset({"to", "that", "object"}),
    "love": frozenset({"to"}),
    "able": frozenset({"to"}),
    "mean": frozenset({"to"}),
}

# Who comes or goes to a meeting has not met yet: "arrived for talks", "flew to Norvik to meet Dorn".
MOTION = frozenset(
    """
    arrive come fly land travel leave depart go head return journey proceed jet rush hurry set-off send
    dispatch
    """.split()
)
# Who does this has a guest before him.
AWAITING = frozenset({"expect", "await"})
# Words that say the journey is over and past.
BYGONE = frozenset("last ago yesterday earlier previously previous weekend".split())

REPORTING = frozenset(
    """
    say tell state add note announce report declare stress underline underscore reiterate emphasize
    emphasise affirm
    reaffirm confirm express claim warn remark comment explain assure quote reveal recall disclose
    indicate mention
    speak voice read write argue describe know see believe understand think admit acknowledge
    """.split()
)
# Verbs that speak about a meeting: it is taken for granted, whatever their own tense or negation.
ABOUT = REPORTING | frozenset(
    """
    discuss praise hail welcome review assess evaluate criticise criticize condemn applaud appreciate
    regret thank
    build reflect elaborate dwell
    follow overshadow mark brief inform summarise summarize view regard consider-as see dominate precede
    """.split()
)
# What is done to a meeting that is put on another day.
_MOVING = frozenset({"move", "shift", "adjourn"})
# What a meeting is that is "on hold" or "out of the question".
STATES: dict[tuple[str, str], Status] = {
    ("out", "question"): "refused",
    ("off", "table"): "refused",
    ("off", "agenda"): "refused",
    ("on", "hold"): "postponed",
    ("on", "ice"): "postponed",
    ("in", "doubt"): "possible",
    ("under", "discussion"): "possible",
    ("under", "consideration"): "possible",
    ("in", "question"): "possible",
    ("in", "limbo"): "possible",
    ("in", "works"): "planned",
    ("in", "pipeline"): "possible",
    ("in", "offing"): "possible",
    ("on", "cards"): "possible",
    ("on", "table"): "possible",
}
_HALTS = frozenset({("on", "hold"), ("on", "ice")})
# Nouns that only count or divide: "two rounds of talks", "the start of the meeting".
TRANSPARENT = frozenset(
    """
    round series day week hour minute couple number set start beginning end conclusion resumption part
    session course
    opening closing margin sideline sidelines framework bout string marathon dozen venue place moment
    wake report claim news allegation
    """.split()
)
# Verbs by which a meeting comes about; denied, there was none.
OCCURRING = frozenset(
    """
    hold have take happen occur begin start open conduct proceed materialise materialize be attend join
    go resume
    grant enter get give face chair co-chair host convene meet conclude schedule plan arrange set
    """.split()
)
# What is the first, the last or a pleasure to do was done.
_DONE = frozenset(
    """
    first second third last only latest pleasure honour honor privilege pleased glad honoured honored
    delighted nice good great happy glad wonderful fun
    """.split()
)
# Nouns of travelling, which pass "for talks" on to their verb: "is on a trip to Norvik for talks".
TRIPS = frozenset({"trip", "visit", "tour", "stop", "stay", "journey", "departure"})
# What a plan is called when it is said to be off.
WHAT_WAS_PLANNED = TRIPS | frozenset("it that this meeting talk summit appointment encounter plan".split())
# What is said, and may be denied.
RUMOURS = frozenset("report rumour rumor claim allegation suggestion speculation story gossip talk".split())
# What nobody vouches for: "speculation that they had met", "is said to have met", "allegedly met".
UNVOUCHED = frozenset("rumour rumor allegation suggestion speculation gossip talk".split())
HEARSAY = frozenset("say report believe think allege suspect presume suppose understand claim".split())
HEARSAY_ADVERBS = frozenset("allegedly reportedly purportedly supposedly ostensibly".split())
# What lists meetings to come.
SCHEDULES = frozenset("schedule agenda programme program itinerary diary calendar".split())
# "Talks aimed at ending the war", "intended to ease tension": what they are for, and not when they are.
_PURPOSES = frozenset({"aim", "intend"})
_ATTRIBUTES: dict[str, Status] = {
    **dict.fromkeys("next future forthcoming imminent eventual".split(), "planned"),
    **dict.fromkeys("alleged reported rumoured rumored hypothetical".split(), "possible"),
}


def status_word(token: Token, frame: str) -> Status | None:
    """What a governing word says of the meeting that it governs in this frame; None where it says nothing.

    `frame` is the preposition between them, or "to", "that", "if", "object" or "subject".
    """
    lemma = token.lemma_.lower()
    for child in token.children:
        phrase = _PHRASES.get((lemma, child.lower_))
        if phrase is not None and child.i > token.i:
            return phrase
        if (lemma, child.lower_) == ("take", "off") and token.tag_ == "VBN":
            return "cancelled"  # "was taken off the programme"
        if lemma == "put" and any((child.lower_, word.lower_) in _HALTS for word in child.children):
            return "postponed"  # "put a meeting on hold"
    if lemma in _MOVING and frame == "object" and _to_another_day(token):
        return "postponed"
    key = cue_key(token)
    if key is None:
        return None
    allowed = _ONLY_WITH.get(key)
    return CUES[key] if allowed is None or frame in allowed else None


def _to_another_day(verb: Token) -> bool:
    """ "has been moved to November"."""
    return any(
        child.lower_ in {"to", "until", "till"} and any(grand.ent_type_ == "DATE" for grand in child.children)
        for child in verb.children
    )


def attribute_status(attribute: Token) -> Status | None:
    """What an adjective or participle of the meeting itself says: "planned talks", "talks set for May"."""
    if attribute.lower_ in _ATTRIBUTES:
        return _ATTRIBUTES[attribute.lower_]
    key = cue_key(attribute)
    if key in _PURPOSES:
        return None
    return CUES[key] if key is not None and attribute.tag_ in {"VBN", "VBD", "VBG", "JJ"} else None


def cue_key(token: Token) -> str | None:
    """The entry of the lexicon for a word, also where the tagger took it for another part of speech."""
    word = token.lower_
    if word == "hoping":
        return "hope"  # whose lemma the tagger takes to be "hop"
    forms = (
        token.lemma_.lower(),
        word,
        word.removesuffix("s"),
        word.removesuffix("d"),
        word.removesuffix("ed"),
    )
    return next((form for form in forms if form in CUES), None)


def is_done(noun: Token) -> bool:
    """ "the first leader to meet Dorn", "had the honour of meeting her": it happened."""
    return noun.lower_ in _DONE or any(child.lower_ in _DONE for child in noun.lefts)
