"""Who is meant by a name, or by an office of a country on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ingest.entities import names
from ingest.entities.folding import fold
from ingest.entities.merging import merged_person
from ingest.entities.model import Office, Person, PersonMatch
from ingest.entities.shipped import AS_OF
from ingest.entities.sources import NameEntry, PeopleSource, prominence
from ingest.entities.titles import office_role

# Enough to hold everyone whom news could mean by a name; the rest are too obscure to be meant by it.
_CANDIDATES = 40
_SAME_COUNTRY = 0.03
_OTHER_COUNTRY = 0.75
_OTHER_COUNTRY_AND_SPELLING = 0.6
_WORST_SPELLING = 0.86
# A match as good as this ends the search for further spellings.
_GOOD_ENOUGH = 0.92


class People:
    """People of one or several sources; the same id in two sources is one person with all that both know."""

    def __init__(self, sources: Sequence[PeopleSource]) -> None:
        self._sources = tuple(sources)

    def person(self, person_id: str) -> Person | None:
        """The person of an id, with what all sources know."""
        found: Person | None = None
        for source in self._sources:
            known = source.person(person_id)
            if known is not None:
                found = known if found is None else merged_person(found, known)
        return found

    def named(self, name: str, on: date | None = None, country: str | None = None) -> tuple[PersonMatch, ...]:
        """People who may be meant by a name, best first.

        A full name is compared in any spelling and order; a single word may be a surname, and then the
        score is low unless country and day fit. The day prefers who was in office then. Another country
        lowers a score but does not exclude: people change sides, and texts name the country visited.
        """
        matches = self._named(name, on, country)
        bare = names.without_address(name)
        if bare != name and not (matches and matches[0].score >= 0.93):
            # "King Hussein" may be an alias as it stands; "Emperor Akihito" and "Dr Ali Ahmad" seldom are.
            matches = _best_first([*matches, *self._named(bare, on, country)])
        return matches

    def _named(self, name: str, on: date | None, country: str | None) -> tuple[PersonMatch, ...]:
        if not names.is_surname_alone(name):
            matches = self._by_full_name(name, on, country)
            if matches and matches[0].score >= _WORST_SPELLING * 0.8:
                return matches
            return _best_first([*matches, *self._by_surname(name, on, country)])
        return self._by_surname(name, on, country)

    def holders(self, title: str, of: str, on: date | None = None) -> tuple[PersonMatch, ...]:
        """Who held an office of a country or organisation on a day, or holds it last, best first.

        The title is a role ("head_of_government") or free ("Premier"). An office whose end the source does
        not know counts less the longer ago it was last known.
        """
        role = title if self._has_role(title, of) else office_role(title, of)
        if role is None:
            return ()
        # Where terms are equally sure, the shipped tables come before imported ones.
        found: list[tuple[float, int, int, PersonMatch]] = []
        for order, person_id in enumerate(self._ids_in_office(role, of)):
            person = self.person(person_id)
            if person is None:
                continue
            terms = [
                office
                for office in person.offices
                if office.role == role and (office.organization or office.country) == of
            ]
            for office in terms:
                score = _term_score(office, on) * _title_fits(office, title, role)
                if score > 0:
                    start = office.start.toordinal() if office.start else 0
                    reason = f"{office.title} of {of}" + (f" on {on.isoformat()}" if on else "")
                    found.append((score, order, start, PersonMatch(person, score, reason)))
        if on is None and found:
            # Nobody asked for a day: whoever took office last.
            latest = max(start for _, _, start, _ in found)
            found = [one for one in found if one[2] == latest or one[3].person.offices[-1].end is None]
        found.sort(key=lambda one: (-one[0], one[1] if on else -one[2], one[3].person.id))
        best: dict[str, PersonMatch] = {}
        for _, _, _, match in found:
            best.setdefault(match.person.id, match)
        return tuple(best.values())

    def _has_role(self, role: str, of: str) -> bool:
        return any(source.in_office(role, of) for source in self._sources)

    def _ids_in_office(self, role: str, of: str) -> Iterator[str]:
        yield from dict.fromkeys(one for source in self._sources for one in source.in_office(role, of))

    def _entries(self, keys: Sequence[str], country: str | None) -> list[NameEntry]:
        found: dict[tuple[str, str], NameEntry] = {}
        for source in self._sources:
            for key in keys:
                for entry in source.entries(key, country, _CANDIDATES):
                    found.setdefault((entry.person, entry.name), entry)
        return list(found.values())

    def _entries_from_anywhere(self, keys: Sequence[str], country: str | None) -> list[NameEntry]:
        """Those of the country first, so that a crowd of namesakes elsewhere does not hide them."""
        own = self._entries(keys, country) if country is not None else []
        return [*own, *self._entries(keys, None)]

    def _by_full_name(self, name: str, on: date | None, country: str | None) -> tuple[PersonMatch, ...]:
        scores: dict[str, tuple[float, str]] = {}
        exact, similar = names.exact_keys(name), names.similar_keys(name)
        searches = [(exact, country), (exact, None), (similar, country), (similar, None)]
        for keys, of in dict.fromkeys(searches):
            for entry in self._entries(keys, of):
                score, reason = names.name_similarity(name, entry.name)
                if score > scores.get(entry.person, (0.5, ""))[0]:
                    scores[entry.person] = (score, reason)
            if any(score >= _GOOD_ENOUGH for score, _ in scores.values()):
                break
        matches = []
        for person_id, (score, reason) in scores.items():
            person = self.person(person_id)
            if person is not None:
                matches.append(_in_context(person, score, reason, on, country))
        return _best_first(matches)

    def _by_surname(self, name: str, on: date | None, country: str | None) -> tuple[PersonMatch, ...]:
        found: dict[str, tuple[float, str]] = {}
        for entry in self._entries_from_anywhere(names.exact_keys(name), country):
            if names.parse_name(entry.name).words == names.parse_name(name).words:
                found[entry.person] = (0.6, "known by this name alone")
        for entry in self._entries_from_anywhere(names.alone_keys(name), country):
            found.setdefault(entry.person, (0.45, "the surname"))
        if not found and names.is_surname_alone(name):
            for entry in self._entries_from_anywhere(names.alone_similar_keys(name), country):
                score = max(
                    (
                        names.spelling_similarity(fold(name), surname)
                        for surname in names.surnames(entry.name, entry.country)
                    ),
                    default=0.0,
                )
                if score >= 0.9:
                    found.setdefault(entry.person, (0.45 * score, "the surname in another spelling"))
        matches = []
        for person_id, (score, reason) in found.items():
            person = self.person(person_id)
            if person is not None:
                matches.append(_surname_in_context(person, score, reason, on, country))
        return _best_first(matches)


def _countries(person: Person) -> set[str]:
    return {one for one in (person.country, *(office.country for office in person.offices)) if one}


def _in_context(
    person: Person, score: float, reason: str, on: date | None, country: str | None
) -> PersonMatch:
    if country is not None:
        known = _countries(person)
        if country in known:
            score, reason = score + _SAME_COUNTRY, f"{reason}, of {country}"
        elif known:
            # One difference may be a slip of the paper; two are someone else.
            factor = _OTHER_COUNTRY if score >= _GOOD_ENOUGH else _OTHER_COUNTRY_AND_SPELLING
            score, reason = score * factor, f"{reason}, but not of {country}"
    if on is not None and _in_office(person, on, country):
        score, reason = score + 0.01, f"{reason}, in office then"
    return PersonMatch(person, round(min(score, 1.0), 4), reason)


def _surname_in_context(
    person: Person, score: float, reason: str, on: date | None, country: str | None
) -> PersonMatch:
    if country is not None:
        known = _countries(person)
        if country in known:
            score, reason = score + 0.2, f"{reason}, of {country}"
        elif known:
            score, reason = score * 0.5, f"{reason}, but not of {country}"
    if on is not None and _in_office(person, on, country):
        score, reason = score + 0.15, f"{reason}, in office then"
    score += 0.02 * max(0, 3 - prominence(person.offices))
    return PersonMatch(person, round(min(score, 0.95), 4), reason)


def _in_office(person: Person, on: date, country: str | None) -> bool:
    return any(
        _term_score(office, on) > 0.5 for office in person.offices if country in (None, office.country)
    )


def _term_score(office: Office, on: date | None) -> float:
    """How sure it is that the office was held that day; 0 for not."""
    if on is None:
        return 0.9 if office.end is None else 0.5
    if not office.held_on(on):
        return 0.0
    if office.end is None and not office.end_known:
        return 0.6
    if office.start is None:
        return 0.6
    if office.end is None and on > AS_OF and (office.start is None or office.start <= AS_OF):
        return 0.8
    # On the day of a change both the old and the new one may be meant; the new one is likelier.
    return 0.9 if office.end == on else 0.95


def _title_fits(office: Office, asked: str, role: str) -> float:
    """1, or less where the office's own title is another one.

    Some data give a president as head of state and of government; the prime minister is still someone else.
    """
    own = office_role(office.title, office.country)
    return 1.0 if asked == role or own in (None, role) else 0.6


def _best_first(matches: Sequence[PersonMatch]) -> tuple[PersonMatch, ...]:
    ordered = sorted(
        matches, key=lambda match: (-match.score, prominence(match.person.offices), match.person.id)
    )
    best: dict[str, PersonMatch] = {}
    for match in ordered:
        best.setdefault(match.person.id, match)
    return tuple(best.values())
