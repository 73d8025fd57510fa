"""Finding every phrase of a text that stands for a state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ingest.entities.countries import country_phrases
from ingest.entities.model import CountryMention, CountryPhrase, Via
from ingest.entities.tables import rows

_WORD = re.compile(r"[^\W_]+")
# One code point for one code point, so that offsets stay those of the text.
_ALIKE = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "‑": "-",
        "–": "-",
    }
)
# "Sino-Russian", "Franco-German": the first half is a state only before a hyphen.
_PREFIXES = {
    "Sino": "CHN",
    "Russo": "RUS",
    "Franco": "FRA",
    "Anglo": "GBR",
    "Indo": "IND",
    "Israelo": "ISR",
    "Turko": "TUR",
    "Turco": "TUR",
    "Greco": "GRC",
    "Italo": "ITA",
    "Americano": "USA",
    "Serbo": "SRB",
    "Syro": "SYR",
    "Polono": "POL",
}
# "CONTACT US", "JOIN US": the pronoun in a heading of capitals.
_US_IS_A_PRONOUN_AFTER = frozenset(
    "about ask call contact follow for give help join let of on support tell to watch with visit".split()
)
# Given names that are states' names too; a capitalised word after them is a surname unless it is one of
# these.
_ALSO_GIVEN_NAMES = frozenset(
    {
        "Jordan",
        "Chad",
        "Georgia",
        "Israel",
        "Kenya",
        "India",
        "Cuba",
        "Malta",
        "Paris",
        "Sofia",
        "Victoria",
        "Vienna",
        "Florence",
        "Sydney",
        "Santiago",
        "Lima",
    }
)
_ALSO_SURNAMES = frozenset(
    {
        "Jordan",
        "Washington",
        "London",
        "Paris",
        "Israel",
        "Chad",
        "French",
        "English",
        "Holland",
        "Ireland",
        "England",
        "Wales",
        "Berlin",
        "Pole",
        "Santiago",
        "Brazil",
        "Roman",
        "German",
        "Lima",
        "Stanley",
        "Wellington",
        "Scot",
    }
)


class _Entry:
    """What to make of a phrase: a state by some kind, or nothing (a trap)."""

    __slots__ = ("phrase", "state")

    def __init__(self, phrase: str, state: CountryPhrase | None) -> None:
        self.phrase = phrase
        self.state = state


@cache
def _entries_by_first_word() -> dict[str, tuple[_Entry, ...]]:
    """All phrases and traps by their first word, longest first."""
    entries: dict[str, _Entry] = {}
    for trap in rows("country_traps.csv"):
        state = CountryPhrase(trap["phrase"], trap["iso3"], "name") if trap["iso3"] else None
        entries[trap["phrase"]] = _Entry(trap["phrase"], state)
    for phrase in country_phrases():
        for spelling in _spellings(phrase):
            entries.setdefault(spelling, _Entry(spelling, phrase))
    grouped: dict[str, list[_Entry]] = {}
    for entry in entries.values():
        first = _WORD.search(entry.phrase)
        if first:
            grouped.setdefault(entry.phrase[first.start() : first.end()], []).append(entry)
    return {
        word: tuple(sorted(group, key=lambda entry: (-len(entry.phrase), entry.phrase)))
        for word, group in grouped.items()
    }


def _spellings(phrase: CountryPhrase) -> Iterator[str]:
    """As written, and in capitals as headlines have it ("RUSSIA"), but never short words or acronyms in
    capitals.
    """
    plain = phrase.phrase.translate(_ALIKE)
    yield plain
    if len(plain) >= 4 and plain != plain.upper() and phrase.via in ("name", "adjective", "capital"):
        yield plain.upper()


def country_mentions(text: str) -> tuple[CountryMention, ...]:
    """Every mention of a state, longest phrase first, in reading order and without overlap.

    A possessive's ending and a compound's second half stay outside ("Russia's", "Moscow-led"). Names of seas,
    newspapers, treaties and people that contain a state's name are passed over. A weak phrase ("Victoria",
    "State House") counts only where the text names its state otherwise. "Korean" is South Korea's, unless the
    text names the North and not the South; the same for the other shared words.
    """
    plain = text.translate(_ALIKE)
    found: list[tuple[int, int, CountryPhrase]] = []
    entries = _entries_by_first_word()
    resume = 0
    for word in _WORD.finditer(plain):
        start = word.start()
        if start < resume:
            continue
        group = entries.get(word.group())
        if group is None:
            prefix = _PREFIXES.get(word.group())
            if (
                prefix
                and plain[word.end() : word.end() + 1] == "-"
                and plain[word.end() + 1 : word.end() + 2].isupper()
            ):
                found.append((start, word.end(), CountryPhrase(word.group(), prefix, "adjective")))
            continue
        entry = next((one for one in group if _stands_at(plain, start, one.phrase)), None)
        if entry is None:
            continue
        end = start + len(entry.phrase)
        resume = end
        if entry.state is not None and not _is_something_else(
            plain, start, end, entry.phrase, entry.state.via
        ):
            found.append((start, end, entry.state))
    return _settled(text, found)


def _stands_at(plain: str, start: int, phrase: str) -> bool:
    if not plain.startswith(phrase, start):
        return False
    following = plain[start + len(phrase) : start + len(phrase) + 1]
    return not (following.isalnum() or following == "_")


def _is_something_else(plain: str, start: int, end: int, phrase: str, via: Via) -> bool:
    """A pronoun in capitals, part of a person's name, or what is named after a city."""
    following = _NEXT_WORD.match(plain, end)
    if following and following.group(1) in (
        _NAMED_AFTER_A_CITY if via == "capital" else _NAMED_AFTER_A_STATE
    ):
        return True
    if phrase == "US":
        before = _WORD.findall(plain[max(0, start - 12) : start])
        return bool(before) and before[-1].isupper() and before[-1].lower() in _US_IS_A_PRONOUN_AFTER
    if phrase in _ALSO_SURNAMES and _given_name_before(plain, start):
        return True
    if _POSTED_TO.search(plain, max(0, start - 60), start):
        return False
    return phrase in _ALSO_GIVEN_NAMES and _surname_after(plain, end)


# "The ambassador of Japan to Kenya Goran Marek", "the head of the EU Delegation to Georgia Anna Lamar".
_POSTED_TO = re.compile(
    r"(?i:ambassador|attache|attaché|commissioner|consul|delegation|envoy|mission|nuncio|plenipotentiary|"
    r"representative|trip|visit|visitor)(?: of [A-Z][\w ]{2,30})? to $"
)
_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)(?![\w-])")
# "Kathmandu Post", "Japan Times", "Air France Hotel": a newspaper, a hotel or an airline speaks for no state.
_NAMED_AFTER_A_STATE = frozenset(
    "Airlines Airways Daily Gazette Herald Hotel Observer Post Street Telegraph Times".split()
)
# "Maputo Declaration", "Doha Round", "Peking Opera": texts and things that once began in a city.
_NAMED_AFTER_A_CITY = _NAMED_AFTER_A_STATE | frozenset(
    "Accord Accords Agenda Agreement Agreements Charter Club Commitment Communique Communiqué Consensus "
    "Convention Conventions Declaration Derby Exchange Formula Framework Games Group Marathon Open Opera "
    "Pact Plan Process Programme Protocol Protocols Roadmap Round Statute Treaty".split()
)

_BEFORE = re.compile(r"(?:^|[^\w'-])([A-Z][a-z]+|[A-Z]\.) $")


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("common_given_names.csv"))


def _given_name_before(plain: str, start: int) -> bool:
    before = _BEFORE.search(plain, max(0, start - 24), start)
    return bool(before) and (before.group(1) in _given_names() or before.group(1).endswith("."))  # type: ignore[union-attr]


# "Jordan Foreign Minister", "Israel Defence Minister": what follows is an office, not a surname.
_OFFICE_WORDS = frozenset(
    "Foreign Prime President King Queen Prince Princess Minister Vice Deputy Defence Defense Interior "
    "Finance Army "
    "Embassy Ambassador Government Parliament Air Navy Central Bank National Security Police Supreme "
    "Crown First "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August "
    "September October November December And The In On At Is Was Has Had Will And Says Said Airport "
    "International "
    "University River Valley Street Summit Conference Times Post Talks City Opposition Trade Energy "
    "Health".split()
)


def _surname_after(plain: str, end: int) -> bool:
    after = _NEXT_WORD.match(plain, end)
    return (
        after is not None
        and after.group(1) not in _OFFICE_WORDS
        and after.group(1) not in _entries_by_first_word()
    )


def _settled(text: str, found: list[tuple[int, int, CountryPhrase]]) -> tuple[CountryMention, ...]:
    named = {phrase.iso3 for _, _, phrase in found if not phrase.weak and not phrase.others}
    mentions: list[CountryMention] = []
    for start, end, phrase in found:
        if phrase.weak and phrase.iso3 not in named:
            continue
        mention = CountryMention(start, end, text[start:end], phrase.iso3, phrase.via, phrase.others)
        if phrase.others and phrase.iso3 not in named:
            other = next((iso3 for iso3 in phrase.others if iso3 in named), None)
            if other:
                mention = replace(mention, iso3=other, others=(phrase.iso3,))
        mentions.append(mention)
    return tuple(mentions)
