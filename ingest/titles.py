"""The words by which news names offices, and what they tell about the people who hold them.

A title is a *head* ("minister") with modifiers before it ("deputy foreign") and of-phrases behind it ("of
State", "for Europe"). Heads are a closed list, modifiers are whatever stands in the same noun phrase:
ministries are invented faster than any list of them could grow.
"""

from __future__ import annotations

from ingest.entities.titles import title_heads, title_modifiers

# Heads that mark a person's name but say nothing by which later sentences could find them.
OTHER_HEADS = frozenset(
    """
    senator congressman congresswoman lawmaker deputy legislator mp member candidate politician spokesman
    spokeswoman spokesperson official diplomat aide deputy-director general gen colonel col lieutenant lt
    major maj admiral adm marshal captain brigadier judge justice prosecutor lawyer professor analyst
    journalist businessman tycoon founder co-founder ceo executive director boss guerrilla rebel counterpart
    colleague predecessor successor wife husband son daughter brother sister father mother widow delegate
    dignitary host guest visitor statesman veteran activist dissident cleric bishop economist
    expert attaché attache nuncio corporal sergeant
    rector mufti
    """.split()
)

# Words of titles that name no office where they stand alone.
_NOT_ALONE = frozenset({"chiefs", "sovereign", "lama", "pm", "dpm", "fm", "eam", "secgen"})

# Heads that make the name after them a person's, and that can stand for the person alone ("the minister"):
# those of the table of titles, and a few whose office could be any.
OFFICE_HEADS = (title_heads() - OTHER_HEADS - _NOT_ALONE) | frozenset(
    """
    sheikh shaikh sheik administrator crown-prince dictator director general-secretary inspector ombudsman
    premier-designate rabbi rapporteur supremo under-secretary
    """.split()
)

# Offices that are part of who someone is: two kings of one name are told from a president of that name by
# them.
ROYAL_HEADS = frozenset("king queen prince princess emir amir sultan pope emperor empress monarch".split())

HEADS = OFFICE_HEADS | OTHER_HEADS

# Short forms of ranks and styles that a tokenizer takes for the end of a sentence.
SHORT_FORMS = tuple(
    """
    Eng. Amb. Hon. Col. Brig. Mme. Capt. Lt. Sgt. Maj. Msgr. Mgr. Cde. Smt. Adv. Cdr. Cmdr. Pres. Fr.
    Sec. Dep.
    """.split()
)

HONORIFICS = frozenset(
    """
        mr mrs ms miss dr prof sir lord lady baroness hon rev fr excellency highness majesty he h.e
        reverend hh h.h. hrh h.r.h. h.e. mr. mrs. ms. dr. gen. sen. rep. gov. adm. prof. pm fm shri
        """.split()
) | {form.lower() for form in SHORT_FORMS}

# Abbreviated offices as headlines and South Asian papers write them.
ABBREVIATED = {
    "pm": "prime minister",
    "dpm": "deputy prime minister",
    "fm": "foreign minister",
    "eam": "external affairs minister",
    "secgen": "secretary-general",
}

# What makes an owner of the word before it, as tokenizers cut it off.
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})

# Who holds the same office in another state: "his Omani counterpart".
EQUALS = frozenset({"counterpart", "colleague"})

# Officials who are "general" in the second word of their office: "Secretary-General", "attorney general".
GENERALS = frozenset("secretary attorney director governor inspector".split())

# Family members share a surname and a house, not the meeting.
FAMILY_HEADS = frozenset("wife husband son daughter brother sister father mother widow".split())

# Who is quoted about a meeting did not sit in it.
SPEAKER_HEADS = frozenset("spokesman spokeswoman spokesperson analyst journalist expert".split())

# What the table of titles has for the past of an office, without what leaves a leader a leader: "jailed".
FORMER = (
    frozenset(word for word, meaning in title_modifiers().items() if meaning == "former" and " " not in word)
    - frozenset("then then- past two-time retired exiled jailed".split())
) | {"then-former"}

# Words that may stand between modifiers and head without being part of an office.
NOT_MODIFIERS = frozenset(
    """
    visiting new newly-elected newly outgoing incoming former ex current then late his her their its our my
    your the a an this that these those both two three four five six other another same then-
    """.split()
)

# Several people of one office: "Presidents A and B", "the two leaders".
PLURAL_HEADS = frozenset(
    """
    presidents ministers premiers leaders chiefs heads envoys ambassadors kings chancellors secretaries
    negotiators diplomats officials counterparts statesmen politicians generals commanders governors mayors
    speakers men women dignitaries princes monarchs rulers representatives advisers advisors rivals foes
    directors chairmen senators mediators archbishops patriarchs commissioners coordinators chieftains
    warlords emirs sultans queens
    """.split()
)

# People without names: a meeting with them has a group for a counterpart, and makes no pair.
GROUP_NOUNS = frozenset(
    """
    officials leaders ministers workers staff employees members representatives delegation delegations
    delegates businessmen businesspeople entrepreneurs lawmakers parliamentarians legislators deputies
    senators ambassadors diplomats executives investors journalists students community families relatives
    victims survivors troops soldiers officers commanders negotiators authorities counterparts activists
    clerics elders personalities figures experts scholars academics circles groups group team mission
    committee council commission parties party rebels opposition governors mayors envoys heads chiefs
    presidents premiers youth veterans expatriates residents colleagues personnel union unions organisations
    organizations chamber athletes
    """.split()
)
