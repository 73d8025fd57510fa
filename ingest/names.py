"""Personal names as strings: folding, parts, and whether two spellings can be one person.

Pure functions over plain text; no entity data and no parser. Orders differ by country (family name first in
Chinese, Korean, Vietnamese and Hungarian use; two family names in Spanish), so nothing here decides what the
family name *is*: any part of a full name may be what later sentences use.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from ingest.entities.folding import fold
from ingest.entities.names import ALIKE, parse_name, spelling_similarity

# Little words inside names. They bind to the part after them and never stand for a person alone.
PARTICLES = frozenset(
    "al el ul ur as an ash bin ibn ben bint abu abd de da do dos das del della di du la le van von der den "
    "ter ten ole arap ould zu af av e y y. bey st mac san st. ad-din".split()
)

_HYPHEN = re.compile(r"[-\u2010-\u2015]")
REGNAL = re.compile(r"^(?:[IVX]{1,5})$")
INITIAL = re.compile(r"^[A-Z]\.?$")

# Two spellings of one name part. Transliterations of Arabic and Slavic names differ by a letter or two
# ("Hosni", "Husni"; "Medvedev", "Medvedyev"); short parts must agree to the letter ("Lee", "Li").
SAME_PART = 0.90
SAME_LETTERS = 4


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The folded parts that can tell people apart, in order, without particles, initials and regnal numbers.

    >>> parts("Miguel Díaz-Canel Bermudez")
    ('miguel', 'diaz-canel', 'bermudez')
    >>> parts("King Abdullah II") == parts("King Abdullah")
    True
    """
    words = [
        word for word in name.replace("’", "'").split() if not REGNAL.match(word) and not INITIAL.match(word)
    ]
    folded = [re.sub(r"^(?:al|el|ul|an|ash|as)-", "", _folded(word)) for word in words]
    kept = tuple(word for word in folded if word and word not in PARTICLES)
    return kept or tuple(word for word in map(_folded, name.split()) if word)


def _folded(word: str) -> str:
    """One word in plain letters, its hyphens kept: "Díaz-Canel" gives "diaz-canel", "J.D." gives "jd"."""
    pieces = (fold(piece).replace(" ", "") for piece in _HYPHEN.split(word))
    return "-".join(piece for piece in pieces if piece)


def same_part(one: str, other: str) -> bool:
    """Whether two folded parts can be spellings of one another."""
    if one == other:
        return True
    if "-" in one or "-" in other:
        pieces, others = set(one.split("-")), set(other.split("-"))
        if one.replace("-", "") == other.replace("-", "") or (
            min(len(pieces), len(others)) == 1 and max(map(len, pieces & others), default=0) > 2
        ):
            return True
    if min(len(one), len(other)) < SAME_LETTERS:
        return False
    if one[0] != other[0] and Levenshtein.distance(one, other, score_cutoff=1) > 1:
        return False
    distance = Levenshtein.distance(one, other, score_cutoff=3)
    allowed = 1 if min(len(one), len(other)) < 7 else 2
    return distance <= allowed and JaroWinkler.similarity(one, other) >= SAME_PART


def is_part_of(short: str, full: str) -> bool:
    """Whether `short` ("Diaz", "Medvedev", "Kim Jong") can stand for the person called `full`.

    Each part of the short name has to occur in the full one, in order.

    >>> is_part_of("Diaz", "Miguel Díaz-Canel Bermudez")
    True
    >>> is_part_of("Medvedeva", "Dmitri Medvedev")
    False
    """
    rest = list(parts(full))
    wanted = parts(short)
    if not wanted:
        return False
    for part in wanted:
        for index, candidate in enumerate(rest):
            if _stands_for(part, candidate):
                rest = rest[index + 1 :]
                break
        else:
            return False
    return True


def _stands_for(part: str, candidate: str) -> bool:
    if part == candidate or same_part(part, candidate):
        # A woman of the family is not a misspelling of the man: Medvedev, Medvedeva.
        return not _differs_by_gender(part, candidate)
    return False


def _differs_by_gender(one: str, other: str) -> bool:
    return one + "a" == other or other + "a" == one


def same_person(one: str, other: str) -> bool:
    """Whether two full names can be one person: the last parts agree and no given name contradicts.

    >>> same_person("Dimitri Medvedev", "Dmitry Medvedev")
    True
    >>> same_person("Raul Castro", "Fidel Castro")
    False
    """
    first, second = parts(one), parts(other)
    if first == second:
        return True
    if len(first) < 2 or len(second) < 2:
        return is_part_of(one, other) or is_part_of(other, one)
    shorter, longer = (first, second) if len(first) <= len(second) else (second, first)
    return all(
        any(same_part(part, candidate) or _given_variant(part, candidate) for candidate in longer)
        for part in shorter
    )


def _given_variant(one: str, other: str) -> bool:
    """Given names differ more between spellings than family names do: Dmitry, Dimitri, Dmytro."""
    if parse_name(one).words == parse_name(other).words:
        return True
    return one[0] == other[0] and spelling_similarity(one, other) >= ALIKE
