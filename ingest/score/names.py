"""Whether two spellings mean the same person: by surname, with tolerance for typing and transliteration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

# Below this two spellings are two people.
SAME = 0.5

_STYLES = frozenset(
    """
    the his her king queen prince princess emperor sultan emir sheikh shaikh sheik sayyid pope patriarch
    cardinal archbishop bishop saint st president premier chancellor minister secretary general gen lt col
    colonel maj major capt admiral marshal ambassador senator governor mayor chairman sir lord lady dame dr
    prof professor mr mrs ms miss madame hajji haji ayatollah imam mullah foreign prime vice deputy crown
    former visiting jr sr
    """.split()
)
_PARTICLES = frozenset(
    "al el de da di do dos das del van von der den bin ben ibn bint la le abu san bte y e".split()
)
# Spellings of one sound in different transliterations: "Kadhafi", "Qaddafi", "Gaddafi".
_SOUNDS = (
    (re.compile(r"kh|q|gh|ck"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("dh"), "d"),
    (re.compile("tch|tsh"), "ch"),
    (re.compile("zh|dj"), "j"),
    (re.compile("ou|oo"), "u"),
    (re.compile("ee|ii|iy|yi|ij"), "i"),
    (re.compile("y"), "i"),
    (re.compile("w"), "v"),
    (re.compile(r"(.)\1"), r"\1"),
)


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters, without titles; what is joined by a hyphen is one word.

    >>> words("President Míguel Díaz-Canel")
    ('miguel', 'diazcanel')
    """
    plain = re.sub(r"['’`.]", "", anyascii(name)).lower()
    found = tuple(re.sub(r"[^a-z0-9]", "", word) for word in re.split(r"[\s,]+", plain))
    bare = tuple(word for word in found if word and word not in _STYLES)
    return bare or tuple(word for word in found if word)


@lru_cache(maxsize=262144)
def same_word(a: str, b: str) -> bool:
    """Whether two words are one, spelled a little differently."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    if shorter < 4:
        return shorter >= 3 and _sound(a) == _sound(b)
    if (a[0] == b[0] or shorter > 4) and OSA.distance(a, b) <= (1 if shorter < 8 else 2):
        return True
    sound_a, sound_b = _sound(a), _sound(b)
    return sound_a == sound_b or (shorter >= 5 and fuzz.ratio(sound_a, sound_b) >= 83)


@lru_cache(maxsize=262144)
def likeness(a: str, b: str) -> float:
    """How surely two names are one person's: 1 is the same name, below `SAME` are two people.

    A surname alone fits every bearer; two full names with one surname and clashing given names fit badly,
    and only where nobody fits better (see `best`).

    >>> likeness("Jiang", "Jiang Zemin") > likeness("Jiang Qing", "Jiang Zemin")
    True
    """
    first, second = words(a), words(b)
    if not first or not second:
        return 0.0
    if first == second or "".join(first) == "".join(second) or sorted(first) == sorted(second):
        return 1.0
    bare = (_without_particles(first), _without_particles(second))
    small, large = sorted(bare, key=lambda name: (len(name), name))
    if not small:
        return 0.0
    matched = _matched(small, large)
    if len(matched) == len(small):
        if len(small) > 1:
            return 0.95
        return 0.85 if matched[0] in (0, len(large) - 1) else 0.6
    if len(small) == 1:
        return 0.8 if same_word(small[0], "".join(large)) else 0.0
    if not same_word(small[-1], large[-1]):
        return 0.0
    given = small[0][0] == large[0][0]
    return 0.75 if given and (len(small[0]) == 1 or len(large[0]) == 1) else 0.6 if given else SAME


def best(forms: Sequence[str], candidates: Sequence[str], full_name: str = "") -> tuple[str | None, float]:
    """The candidate that one of a person's spellings fits best, with the score; None where none fits.

    Where a surname fits several alike, the person's full name decides. Clashing given names are tolerated
    only where no second candidate has that surname.
    """
    scored = sorted(
        (
            (max(likeness(form, candidate) for form in forms), likeness(full_name, candidate), candidate)
            for candidate in candidates
        ),
        key=lambda item: (-item[0], -item[1], item[2]),
    )
    if not scored or scored[0][0] < SAME:
        return None, 0.0
    score, by_full_name, candidate = scored[0]
    if len(scored) > 1 and scored[1][0] >= SAME:
        alike = scored[1][:2] == (score, by_full_name)
        if score < 0.75 or (alike and score < 1):
            return None, 0.0
    return candidate, score


def _without_particles(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(re.sub("^(?:al|el)(?=.{4})", "", word) for word in name if word not in _PARTICLES)


def _matched(small: Sequence[str], large: Sequence[str]) -> list[int]:
    """Positions in the longer name that the shorter one's words stand for, each at most once."""
    free = list(range(len(large)))
    found: list[int] = []
    for word in small:
        position = next((i for i in reversed(free) if same_word(word, large[i])), None)
        if position is None and len(word) == 1 and len(small) > 1:
            position = next((i for i in free if large[i].startswith(word)), None)
        if position is not None:
            free.remove(position)
            found.append(position)
    return found


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return word
