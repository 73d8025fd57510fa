"""The vocabulary of meeting: which verbs and nouns speak of one, and in what grammatical frame.

A frame says where the sides stand around its word. The words are the field's (CAMEO 03x to 05x "consult",
"make a visit", "host a visit", "meet at a third location", "engage in negotiation"); the frames are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

VerbFrame = Literal["meet", "receive", "with", "visit", "join"]


@dataclass(frozen=True, slots=True)
class Verb:
    """How a verb speaks of meeting.

    meet: subject met object, or subject met with X; without either the subjects met each other.
    receive: subject is the host of the object, who must be a person.
    with: only with "with" and a person is it a meeting ("confer with", "discuss … with").
    visit: object must be a person ("called on", "visited"), else it is a trip.
    join: the object's meeting is shared.
    """

    frame: VerbFrame
    confidence: float
    hosts: bool = False


VERBS: dict[str, Verb] = {
    "meet": Verb("meet", 0.95),
    "receive": Verb("receive", 0.85, hosts=True),
    "host": Verb("receive", 0.8, hosts=True),
    "welcome": Verb("receive", 0.35, hosts=True),
    "greet": Verb("receive", 0.3, hosts=True),
    "confer": Verb("with", 0.9),
    "consult": Verb("with", 0.7),
    "negotiate": Verb("with", 0.7),
    "talk": Verb("with", 0.6),
    "speak": Verb("with", 0.45),
    "converse": Verb("with", 0.7),
    "discuss": Verb("with", 0.8),
    "exchange": Verb("with", 0.75),
    "dine": Verb("with", 0.85),
    "lunch": Verb("with", 0.85),
    "breakfast": Verb("with", 0.85),
    "huddle": Verb("with", 0.85),
    "sit": Verb("with", 0.85),
    "closet": Verb("with", 0.85),
    "shake": Verb("with", 0.45),
    "telephone": Verb("receive", 0.9),
    "phone": Verb("receive", 0.9),
    "ring": Verb("receive", 0.9),
    "raise": Verb("with", 0.55),
    "chat": Verb("with", 0.7),
    "compare": Verb("with", 0.7),
    "sup": Verb("with", 0.85),
    "brief": Verb("receive", 0.55),
    "debrief": Verb("receive", 0.7),
    "entertain": Verb("receive", 0.7, hosts=True),
    "sign": Verb("with", 0.55),
    "initial": Verb("with", 0.55),
    "ink": Verb("with", 0.55),
    "call": Verb("visit", 0.8),
    "visit": Verb("visit", 0.45),
    "see": Verb("visit", 0.4),
    "join": Verb("join", 0.45),
}

# Verbs of the "with" frame that say of their plural subject alone that its people met: "Solen and Lamar
# conferred".
MUTUAL = frozenset(
    "confer consult negotiate discuss exchange dine lunch breakfast huddle converse talk chat sup".split()
)

# Events as nouns. The number is how sure a meeting of the named people is, once they fill its places.
NOUNS: dict[str, float] = {
    "meeting": 0.92,
    "talk": 0.9,
    "summit": 0.85,
    "discussion": 0.85,
    "negotiation": 0.8,
    "consultation": 0.85,
    "audience": 0.9,
    "conversation": 0.7,
    "chat": 0.65,
    "encounter": 0.85,
    "luncheon": 0.85,
    "lunch": 0.85,
    "dinner": 0.85,
    "breakfast": 0.85,
    "banquet": 0.7,
    "session": 0.75,
    "round": 0.85,
    "courtesy": 0.8,
    "handshake": 0.7,
    "dialogue": 0.6,
    "deliberation": 0.75,
    "parley": 0.85,
    "conference": 0.6,
    "reception": 0.4,
    "appointment": 0.7,
    "sidelines": 0.5,
    "bilateral": 0.8,
    "trilateral": 0.8,
    "tete": 0.85,
    "tête": 0.85,
    "down": 0.8,
    "rendezvous": 0.85,
    "huddle": 0.8,
    "tea": 0.7,
    "coffee": 0.55,
}

# A noun of the list that is no meeting of the people around it with such a word before it: "press
# conference", "cabinet meeting", "telephone conversation" is a call and left to the format.
NOT_EVENTS: dict[str, frozenset[str]] = {
    "conference": frozenset(
        {"news", "press", "media", "video", "peace", "party", "donor", "donors", "annual", "international"}
    ),
    "session": frozenset(
        {"question", "photo", "training", "assembly", "plenary", "parliament", "opening", "closing"}
    ),
    "call": frozenset({"roll"}),
    "talk": frozenset({"small"}),
    "round": frozenset({"doha", "uruguay", "election", "first", "second", "runoff"}),
}

# Verbs that carry an event noun without meaning of their own: their subject takes part.
LIGHT_VERBS = frozenset(
    """
    hold have conduct begin start open launch conclude end finish wrap complete attend resume continue enter
    pursue undertake do give grant receive get take make engage host co-host arrange schedule plan convene
    chair co-chair lead head postpone cancel delay seek request join leave include involve want expect await
    break suspend kick set fix
    """.split()
)

# Verbs by which someone lets others meet and does not sit with them unless the text says so.
ARRANGING_VERBS = frozenset(
    "arrange broker mediate facilitate organize organise convene urge propose offer call announce".split()
)

# "The summit brought together A, B and C", "the talks involved A and B".
GATHERING_VERBS = frozenset("bring gather group unite assemble".split())
ROUND_VERBS = frozenset("draw involve feature include gather group comprise see".split())

# Who does this to a session "jointly" with another sits beside him.
SHARED_CHAIRS = frozenset("chair co-chair preside lead open inaugurate".split())

# What two sides sign.
TREATIES = frozenset(
    "agreement treaty declaration accord memorandum pact protocol deal communique communiqué".split()
)

# Who does this "jointly" with somebody of another state stands beside him.
JOINT_CEREMONIES = frozenset("lay unveil launch plant cut".split())

# Who does this "together" with another is with him.
SHARED_TIMES = frozenset(
    "sit eat pray pose appear walk ride swim drink breakfast watch tour sail ski spend".split()
)

# What one spends with somebody.
TIMES = frozenset(
    """
    minute hour morning afternoon evening night day weekend week time much most half ride flight drive
    """.split()
)

# What is given for a guest: "gave a dinner in honour of Solen".
MEALS = frozenset("dinner lunch luncheon breakfast banquet reception".split())

# What two sides do together after they have talked: with talks in the same sentence they sat in them.
JOINT_ACTS = frozenset(
    """
    agree sign pledge vow announce adopt issue discuss reaffirm affirm condemn settle resolve strike clinch
    reach conclude inaugurate endorse approve finalise finalize seal accept decide exchange witness oversee
    declare promise undertake renew launch review stress underline urge call fail clash quarrel argue
    negotiate hammer try patch mend narrow bridge iron
    """.split()
)

# "have been engaged in talks": the subjects take part.
ENGAGING_VERBS = frozenset("engage involve lock participate embroil meet".split())

# Verbs whose object hears what the subject says; "during a meeting" puts both in one room.
TELLING_VERBS = frozenset(
    """
        tell inform assure brief urge ask thank present hand convey make give warn congratulate remind
        invite promise deliver
        """.split()
)

REPORTING_VERBS = frozenset(
    """
    say tell state add note announce report declare stress underline underscore reiterate emphasize emphasise
    affirm reaffirm confirm express claim warn insist remark comment explain assure pledge vow urge praise
    hail thank
    """.split()
)
