"""Personal names: how to compare them, and the keys by which they are found.

News spells one name in many ways: "Dmitri Chernishenko" and "Dmitry Chernyshenko", "el-Sisi" and "al-Sisi",
"Kim Jong Un" and "Kim Jong-un", "Abe Shinzo" and "Shinzo Abe". A name is folded to plain letters, given names
that are one name in several languages become one, and what is left is compared word by word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from ingest.entities.folding import fold
from ingest.entities.tables import rows, several
from ingest.entities.titles import honorifics

# The Arabic article, which newspapers write, join and leave out at will.
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ad", "ar", "at", "an", "az", "us", "ud", "ur"})
_SUFFIXES = frozenset({"jr", "sr"})
_PARTICLES = frozenset(
    "von van der den de da do dos das del della di du la le los las ter ten zu bin ibn ben bint bte "
    "abu abd abdul "
    "abdel st saint mac mc y e i ould".split()
)
# States whose people are called by the name that comes first.
_FAMILY_NAME_FIRST = frozenset(
    {"CHN", "PRK", "KOR", "TWN", "VNM", "HKG", "MAC", "KHM", "SGP", "HUN", "MNG", "JPN"}
)
# States whose people are called by a given name that comes first, or where both are usual.
_CALLED_BY_FIRST_NAME = frozenset(
    "ETH ERI ISL THA MYS IDN BGD PAK AFG SAU ARE QAT KWT BHR OMN BRN LAO MMR SOM LKA JOR IRQ MAR TKM "
    "MNG DJI BTN".split()
)
# States with two surnames, of which either may stand alone.
_TWO_SURNAMES = frozenset(
    "ESP CUB MEX ARG COL VEN PER CHL ECU BOL PRY URY CRI PAN NIC HND SLV GTM DOM PRT BRA AGO MOZ PHL "
    "GNQ".split()
)


@cache
def _given_name_classes() -> dict[str, str]:
    """Spellings of one given name, each to the first of its row."""
    classes: dict[str, str] = {}
    for row in rows("given_name_variants.csv"):
        spellings = [fold(spelling) for spelling in several(row["variants"])]
        for spelling in spellings:
            classes.setdefault(spelling, spellings[0])
    return classes


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name ready to compare: its folded spelling, its words with given names unified, and its initials."""

    folded: str
    words: tuple[str, ...]
    initials: frozenset[str]


@lru_cache(maxsize=32768)
def parse_name(name: str) -> ParsedName:
    """The words of a name for comparison.

    >>> parse_name("Abdel Fattah el-Sisi").words, parse_name("Donald J. Trump").words
    (('abdel', 'fattah', 'sisi'), ('donald', 'trump'))
    """
    folded = fold(name)
    words = [word for word in folded.split() if word not in _SUFFIXES]
    named = [word for word in words if len(word) > 1]
    initials = frozenset(word for word in words if len(word) == 1)
    without_article = [word for word in named if word not in _ARTICLES]
    if without_article:
        named = without_article
    classes = _given_name_classes()
    return ParsedName(folded, tuple(classes.get(word, word) for word in named) or tuple(words), initials)


_SOUNDS = (
    (re.compile(r"shch|tsch|sch|tch|ch|sh|cz|sz|zh"), "c"),
    (re.compile(r"ph|ff|f|w"), "v"),
    (re.compile(r"kh|gh|ck|q|g|k"), "k"),
    (re.compile(r"ts|tz|z|x"), "s"),
    (re.compile(r"th|dh|d"), "t"),
    (re.compile(r"[aeiouyjh]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=32768)
def skeleton(word: str) -> str:
    """The consonants of a folded word, with those that transliterations mix up made one.

    >>> skeleton("chernyshenko") == skeleton("chernishenko"), skeleton("gaddafi") == skeleton("qadhafi")
    (True, True)
    """
    sounds = word
    for pattern, one in _SOUNDS:
        sounds = pattern.sub(one, sounds)
    return sounds or word[:1]


def _first_sound(word: str) -> str:
    return skeleton(word)[:1] if word[:1] not in "aeiouyjh" else "a"


@lru_cache(maxsize=32768)
def surnames(name: str, country: str | None = None) -> tuple[str, ...]:
    """The folded words or phrases by which news may call this person alone, likeliest first.

    >>> surnames("Ursula von der Leyen"), surnames("Kim Jong-un", "PRK")
    (('leyen', 'von der leyen'), ('kim',))
    >>> surnames("Felipe Pérez Roque", "CUB")
    ('roque', 'perez', 'perez roque')
    """
    words = [
        word
        for word in fold(name).split()
        if word not in _SUFFIXES and word not in ("ii", "iii", "iv", "vi", "xiv", "xvi", "x")
    ]
    words = [word for word in words if len(word) > 1] or words
    if not words:
        return ()
    found = [words[-1]]
    hyphenated = name.replace("‑", "-").split()[-1:] if name.split() else []
    compound = fold(hyphenated[0]).split() if hyphenated and "-" in hyphenated[0] else []
    start = len(words) - 1
    while start > 0 and words[start - 1] in (_PARTICLES | _ARTICLES):
        start -= 1
    if start < len(words) - 1:
        found.append(" ".join(words[start:]))
    if country in _FAMILY_NAME_FIRST and len(words) > 1:
        # Vietnamese news uses the last word; Japan, Hungary and Singapore go both ways in English.
        found = (
            [words[0]] if country not in ("VNM", "HUN", "JPN", "SGP", "KHM", "MNG") else [*found, words[0]]
        )
    elif len(compound) > 1:
        found = [" ".join(compound), *compound]
    elif (
        country in _TWO_SURNAMES
        and len(words) > 2
        and start == len(words) - 1
        and words[-2] not in _PARTICLES
    ):
        found.extend([words[-2], f"{words[-2]} {words[-1]}"])
    if country in _CALLED_BY_FIRST_NAME and len(words) > 1:
        found.append(words[0])
    return tuple(dict.fromkeys(found))


def name_keys(name: str, country: str | None = None) -> tuple[str, ...]:
    """Every key under which a stored name is found; the first letter says which kind of key it is.

    `n` all words in any order, `j` all words joined, `s` called by this alone, `b` sound of surname and of
    the first given name, `t` sound of the surname.
    """
    parsed = parse_name(name)
    if not parsed.words:
        return ()
    keys = [_any_order(parsed), _joined(parsed)]
    called = surnames(name, country)
    keys.extend(f"s {surname}" for surname in called)
    last_words = {surname.split()[-1] for surname in called}
    keys.extend(f"t {skeleton(word)}" for word in sorted(last_words))
    if len(parsed.words) > 1:
        for word in sorted({*last_words, parsed.words[-1]}):
            others = [other for other in parsed.words if other != word]
            if others:
                keys.append(f"b {skeleton(word)} {_first_sound(others[0])}")
    return tuple(dict.fromkeys(keys))


def exact_keys(name: str) -> tuple[str, ...]:
    """The keys to look a whole name up by."""
    parsed = parse_name(name)
    return (_any_order(parsed), _joined(parsed)) if parsed.words else ()


def similar_keys(name: str) -> tuple[str, ...]:
    """The keys to look for other spellings of a whole name by: any of its words may be the surname."""
    words = parse_name(name).words[:6]
    keys: list[str] = []
    for position in [*range(len(words) - 1, 0, -1), 0]:
        others = [word for word in words if word != words[position]]
        if others and len(words) > 1:
            keys.append(f"b {skeleton(words[position])} {_first_sound(others[0])}")
    return tuple(dict.fromkeys(keys))


# Titles that stand before a ruler's name as if they were part of it.
_REGNAL = (
    "King",
    "Queen",
    "Emperor",
    "Empress",
    "Crown Prince",
    "Prince",
    "Princess",
    "Sultan",
    "Emir",
    "Pope",
    "Ayatollah",
)


@cache
def _address() -> re.Pattern[str]:
    phrases = sorted((*honorifics(), *_REGNAL), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})\s+(?=\w)")


def without_address(name: str) -> str:
    """The name without honorifics and regnal titles before it, as long as something stays.

    >>> without_address("Lt. Gen. Sir John Smith"), without_address("King Harald"), without_address("King")
    ('John Smith', 'Harald', 'King')
    """
    bare = name.strip()
    while found := _address().match(bare):
        bare = bare[found.end() :]
    return bare


def is_surname_alone(name: str) -> bool:
    """Whether a name can only be a surname: one word, or one that begins with a particle ("bin Salman").

    >>> is_surname_alone("von der Leyen"), is_surname_alone("Sisi"), is_surname_alone("Kim Jong-un")
    (True, True, False)
    """
    words = parse_name(name).words
    return len(words) < 2 or words[0] in _PARTICLES


def alone_keys(name: str) -> tuple[str, ...]:
    """The keys to look a name up by that may be a surname alone."""
    folded = fold(name)
    words = folded.split()
    if not words:
        return ()
    bare = [word for word in words if word not in _ARTICLES] or words
    return tuple(dict.fromkeys((f"s {folded}", f"s {' '.join(bare)}")))


def alone_similar_keys(name: str) -> tuple[str, ...]:
    """The key to look for other spellings of a surname by."""
    words = fold(name).split()
    return (f"t {skeleton(words[-1])}",) if words else ()


def _any_order(parsed: ParsedName) -> str:
    return "n " + " ".join(sorted(parsed.words))


def _joined(parsed: ParsedName) -> str:
    return "j " + "".join(parsed.words)


_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=65536)
def spelling_similarity(one: str, other: str) -> float:
    """How alike two folded words are, from 0 to 1. Below `ALIKE` they are two words.

    The same consonants in as many syllables are one word in two transliterations. Other words must differ
    in few letters: Sihanouk and Sihamoni, Keqiang and Qiang are different people.

    >>> [spelling_similarity("gaddafi", other) >= ALIKE for other in ("qadhafi", "kaddafi", "gaffney")]
    [True, True, False]
    >>> spelling_similarity("keqiang", "qiang") >= ALIKE, spelling_similarity("kim", "kin") >= ALIKE
    (False, False)
    """
    if one == other:
        return 1.0
    if min(len(one), len(other)) <= 3:
        return 0.0
    letters = Levenshtein.normalized_similarity(one, other)
    same_syllables = len(_VOWELS.findall(one)) == len(_VOWELS.findall(other))
    same_sounds = skeleton(one) == skeleton(other) and _first_sound(one) == _first_sound(other)
    if letters >= 0.65 and same_syllables and same_sounds:
        return 0.96
    return JaroWinkler.similarity(one, other) if letters >= 0.75 else letters * 0.9


# Two words less alike than this are not spellings of one name.
ALIKE = 0.84


def name_similarity(asked: str, known: str) -> tuple[float, str]:
    """How well a full name as written fits a known one: a score from 0 to 1, and the reason in words.

    Below 0.5 they are not the same name. All words of the shorter name must stand in the longer in the same
    order, except that the family name may come first or last: Salman bin Abdulaziz is not Abdulaziz bin
    Salman.

    >>> name_similarity("Dimitri Medvedev", "Dmitry Medvedev")[1]
    'the same name in another spelling'
    >>> name_similarity("Kim Jong Il", "Kim Jong Un")[0], name_similarity("Abe Shinzo", "Shinzo Abe")[0]
    (0.0, 0.95)
    """
    one, other = parse_name(asked), parse_name(known)
    if one.folded == other.folded:
        return 1.0, "the name"
    # Father and son, George H. W. and George W. Bush: initials that differ weigh more than words that agree.
    weight = 0.8 if one.initials and other.initials and one.initials != other.initials else 1.0
    if one.words == other.words or "".join(one.words) == "".join(other.words):
        return 0.97 * weight, "the same name in another spelling"
    shorter, longer = (
        (one.words, other.words) if len(one.words) <= len(other.words) else (other.words, one.words)
    )
    if len(shorter) < 2 or not any(word not in _PARTICLES for word in shorter[1:]):
        return 0.0, "too little in common"
    if len(shorter) == len(longer) and longer in _rotations(shorter)[1:]:
        return 0.95 * weight, "the same name in another order"
    # Most candidates differ in a whole word, which needs no look at the order.
    if not all(any(spelling_similarity(word, other) >= ALIKE for other in longer) for word in shorter):
        return 0.0, "other words"
    alike = max(
        _alignment(rotated, longer) * (1.0 if turn == 0 else 0.98)
        for turn, rotated in enumerate(dict.fromkeys(_rotations(shorter)))
    )
    if alike == 0.0:
        return 0.0, "other words"
    left = len(longer) - len(shorter)
    score = (0.93 * alike**2 - 0.04 * min(left, 3)) * weight
    if left and spelling_similarity(shorter[0], longer[0]) < ALIKE:
        score -= 0.12
    return max(score, 0.0), "part of the full name" if left and alike > 0.99 else "a similar spelling"


def _rotations(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words as they are, with the last one first, and with the first one last."""
    return words, (words[-1], *words[:-1]), (*words[1:], words[0])


def _alignment(shorter: tuple[str, ...], longer: tuple[str, ...]) -> float:
    """The mean likeness of the shorter name's words to words of the longer in the same order; 0 where one
    lacks.
    """
    position = 0
    total = 0.0
    for index, word in enumerate(shorter):
        rest = len(shorter) - index - 1
        best, best_position = 0.0, -1
        for candidate in range(position, len(longer) - rest):
            likeness = spelling_similarity(word, longer[candidate])
            if likeness > best:
                best, best_position = likeness, candidate
        if best < ALIKE:
            return 0.0
        total += best
        position = best_position + 1
    return total / len(shorter)
