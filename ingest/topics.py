"""What a meeting was about, in a small controlled vocabulary.

The terms are those under which libraries file the same subjects: the domains and microthesauri of EuroVoc,
the thesaurus of the European Union, and of the UNBIS Thesaurus of the United Nations, cut down to what two
delegations talk about and written as one word. A term is given when its words stand near the meeting, not
when they are merely implied: no topic is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Span

# Term -> words and phrases as lemmas. A phrase of two words may have a hyphen or a space between them.
TOPICS: dict[str, tuple[str, ...]] = {
    "trade": (
        "trade", "tariff", "export", "import", "free trade", "customs union", "commerce", "trade deficit",
        "market access", "customs duty", "world trade organization", "wto",
    ),
    "investment": ("investment", "investor", "foreign direct investment"),
    "finance": (
        "debt", "loan", "debt relief", "debt restructuring", "currency", "banking", "central bank", "imf",
        "world bank", "fiscal", "finance sector",
    ),
    "security": (
        "security", "terrorism", "counterterrorism", "counter terrorism", "anti terrorism", "extremism",
        "insurgency", "organized crime", "organised crime", "intelligence sharing", "drug trafficking",
        "piracy",
    ),
    "defence": (
        "defence", "defense", "military cooperation", "military aid", "military exercise", "joint exercise",
        "arms sale", "weapon", "missile", "air defence", "air defense", "fighter jet", "troop", "arms deal",
        "drone",
    ),
    "nuclear": (
        "nuclear", "denuclearization", "denuclearisation", "uranium", "uranium enrichment",
        "non proliferation", "nonproliferation", "iaea", "atomic energy", "jcpoa", "six party talk",
        "atomic",
    ),
    "peace_process": (
        "ceasefire", "cease fire", "truce", "peace process", "peace talk", "peace plan", "peace deal",
        "peace agreement", "peace accord", "peace settlement", "end the war", "hostage",
        "prisoner exchange", "prisoner swap", "mediation", "two state solution", "peacekeeping",
        "peacekeeper", "reconciliation",
    ),
    "border": (
        "border", "demarcation", "territorial dispute", "boundary", "territorial integrity",
        "disputed island",
    ),
    "sanctions": ("sanction", "embargo", "blockade"),
    "human_rights": (
        "human rights", "human right", "political prisoner", "press freedom", "freedom of expression",
        "death penalty", "religious freedom", "minority rights", "minority right",
    ),
    "migration": (
        "migration", "migrant", "refugee", "asylum", "asylum seeker", "human trafficking", "visa",
        "deportation",
    ),
    "elections": ("election", "electoral", "referendum", "election observer"),
    "energy": (
        "energy", "oil", "natural gas", "gas supply", "gas pipeline", "oil pipeline", "pipeline",
        "electricity", "lng", "power plant", "hydrogen", "renewable", "solar power", "crude",
    ),
    "climate": (
        "climate", "climate change", "global warming", "emission", "carbon", "cop28", "cop29", "cop30",
    ),
    "environment": (
        "environment", "environmental", "pollution", "biodiversity", "deforestation", "rainforest",
    ),
    "water": (
        "water resource", "water supply", "dam", "nile water", "river basin", "water sharing", "irrigation",
        "hydropower",
    ),
    "agriculture": (
        "agriculture", "agricultural", "grain", "food security", "fishery", "fishing", "livestock", "wheat",
        "fertilizer", "fertiliser", "farming",
    ),
    "health": (
        "health", "vaccine", "pandemic", "covid 19", "epidemic", "ebola", "bird flu", "avian flu",
        "malaria", "medicine", "aids",
    ),
    "development_aid": (
        "development aid", "foreign aid", "humanitarian aid", "humanitarian assistance",
        "development cooperation", "relief effort", "reconstruction", "poverty", "development assistance",
        "technical assistance", "grant aid",
    ),
    "technology": (
        "technology", "artificial intelligence", "semiconductor", "cybersecurity", "cyber security",
        "digital", "5g", "innovation", "telecommunication", "information technology", "ai", "biotechnology",
        "chip",
    ),
    "space": (
        "space exploration", "space cooperation", "satellite", "space agency", "spacecraft",
        "space project", "cosmonaut", "astronaut",
    ),
    "transport": (
        "transport", "transportation", "railway", "rail link", "airline", "aviation", "direct flight",
        "port", "shipping", "highway", "corridor", "belt and road", "freight", "bridge", "infrastructure",
        "connectivity",
    ),
    "tourism": ("tourism", "tourist"),
    "education": (
        "education", "scholarship", "university", "student exchange", "academic exchange",
        "vocational training",
    ),
    "culture": (
        "culture", "cultural", "cultural heritage", "museum", "language", "film", "sport", "olympic games",
    ),
    "integration": (
        "accession", "eu membership", "nato membership", "enlargement", "single market", "candidate status",
        "regional integration",
    ),
    "law": ("extradition", "war crime", "tribunal", "legal assistance", "money laundering", "corruption"),
    "disarmament": (
        "disarmament", "arms control", "landmine", "mine clearance", "chemical weapon", "arms embargo",
    ),
    "united_nations": ("security council reform", "un reform", "un security council", "un general assembly"),
}  # fmt: skip

# With these a word is part of an office or an institution: "defence minister", "Security Council".
_OFFICE_AFTER = re.compile(
    r"(?:minister|ministry|secretary|chief|council|committee|adviser|advisor|department|official|force|guard|agency"
    r"|commission|commissioner|organization|organisation|bank|affairs|envoy|post|bureau|conference|spokesman)s?\b"
)
_OFFICE_BEFORE = re.compile(
    r"(?:minister|ministry|secretary|department|council|chief|commissioner)s? (?:of|for) $"
)
_WORDS_BETWEEN = re.compile(r"[\s\-–]+")


def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    terms = {phrase: term for term, phrases in TOPICS.items() for phrase in phrases}
    longest_first = sorted(terms, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<![\w])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w])"), terms


_PATTERN, _TERMS = _pattern()


def topics_of(sentences: Iterable[Span]) -> tuple[str, ...]:
    """The terms whose words stand in these sentences, in alphabetical order.

    A word that belongs to an office or an institution is none: the defence minister may have come about fish.
    """
    found: set[str] = set()
    for sentence in sentences:
        words = _lemmas(sentence)
        for match in _PATTERN.finditer(words):
            after, before = words[match.end() + 1 : match.end() + 40], words[: match.start()]
            if not _in_an_office(after, before):
                found.add(_TERMS[match.group()])
    return tuple(sorted(found))


def _lemmas(sentence: Span) -> str:
    """The sentence in lemmas and small letters, one space between words; punctuation stays."""
    words = (token.lower_ if token.pos_ == "PROPN" else token.lemma_.lower() for token in sentence)
    return _WORDS_BETWEEN.sub(" ", " ".join(word for word in words if word not in {"-", "–"}))


def _in_an_office(after: str, before: str) -> bool:
    """Whether an office or institution ends within two words behind, or "minister of" stands before."""
    following = after.split(" ")[:2]
    if following and _OFFICE_AFTER.fullmatch(following[0]):
        return True
    joined = len(following) == 2 and following[0] in {"and", "industry", "policy", "affairs"}
    if joined and _OFFICE_AFTER.fullmatch(following[1]):
        return True
    return _OFFICE_BEFORE.search(before) is not None
