"""Which claims are about one meeting: a function of the set of live claims, free of arrival order.

1. Claims that know the day gather by (dyad, day). A claim with several dyads ties their gatherings of that
   day into one meeting, so that a report naming fewer people joins the fuller one. As only equal days meet
   here, no chain can grow through time.
2. Vaguer claims ("in May", "15-17 March", "next week", no date) follow, the narrowest first, in an order made
   of their content alone. One joins the meeting that fits; where none fits, or several do equally well, it
   stands as its own, and later ones may join it.

A meeting *fits* a vaguer claim if they share a dyad, if the claim's days touch those of the meeting's first
(narrowest) claim, if no two countries are named as the place, and if they are of one manner (`dyads.manner`).
A meeting's first days never widen: "in May" joins 3 May if that is the only one, and then does not reach out
to 20 May. Claims that pair no two people, only a person with a country or a group, are too little to
recognise a meeting by: they gather by day, else within one article only.

Claims can only influence each other through a shared dyad with touching windows. So any set of claims that
is closed under "shares a dyad and touches" can be gathered on its own (`cypher.neighbourhood`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from cypher.derivation.dyads import NO_WINDOW, Window, dyads, is_personal, known_day, manner, window
from cypher.derivation.evidence import Day, LiveClaim

Manner = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A meeting claim with what gathering asks of it, worked out once."""

    claim: LiveClaim
    dyads: frozenset[str]
    window: Window
    manner: Manner
    personal: bool
    day: Day | None

    @property
    def order(self) -> tuple[object, ...]:
        """Narrowest first; of equal ones the one that names more pairs, so that the others can join it."""
        window = self.window
        return (window.days, window, -len(self.dyads), sorted(self.dyads), self.claim.id)

    @property
    def place_countries(self) -> set[str]:
        return {place.country for place in self.claim.places if place.country}


@dataclass(eq=False, slots=True)
class _Gathering:
    """A meeting in the making. `reach` says by which windows, of which articles, it holds each dyad."""

    core: Window
    manner: Manner
    members: list[_Sighting] = field(default_factory=list)
    place_countries: set[str] = field(default_factory=set)
    reach: dict[str, dict[Window, set[str]]] = field(default_factory=dict)

    def add(self, sighting: _Sighting) -> None:
        self.members.append(sighting)
        self.place_countries |= sighting.place_countries
        for dyad in sighting.dyads:
            windows = self.reach.setdefault(dyad, {})
            windows.setdefault(sighting.window, set()).add(sighting.claim.article)

    def fits(self, sighting: _Sighting) -> bool:
        places = sighting.place_countries
        return (
            self.manner == sighting.manner
            and self.core.touches(sighting.window)
            and (not places or not self.place_countries or bool(places & self.place_countries))
            and any(self._touches(dyad, sighting) for dyad in sighting.dyads)
        )

    def shared(self, sighting: _Sighting) -> int:
        """By how many dyads this meeting is linked to the claim."""
        return len(sighting.dyads & self.reach.keys())

    def _touches(self, dyad: str, sighting: _Sighting) -> bool:
        # "Smith met embassy staff" in two papers, or "they met" without any date, is too little to call it
        # one meeting: only the same article may say so twice.
        anyone = sighting.personal and sighting.window != NO_WINDOW
        return any(
            window.touches(sighting.window) and (anyone or sighting.claim.article in articles)
            for window, articles in self.reach.get(dyad, {}).items()
        )


def gather(claims: Iterable[LiveClaim]) -> tuple[tuple[LiveClaim, ...], ...]:
    """The meetings that these claims tell of, each as its claims by id; sorted by the first of them."""
    sightings = sorted((_sighting(claim) for claim in claims), key=lambda sighting: sighting.order)
    gatherings = _gather_known_days([sighting for sighting in sightings if sighting.day is not None])
    by_dyad: dict[str, list[_Gathering]] = defaultdict(list)
    for gathering in gatherings:
        for dyad in sorted(gathering.reach):
            by_dyad[dyad].append(gathering)
    for sighting in sightings:
        if sighting.day is not None:
            continue
        home = _home(sighting, by_dyad)
        if home is None:
            home = _Gathering(sighting.window, sighting.manner)
            gatherings.append(home)
        home.add(sighting)
        for dyad in sighting.dyads:
            if home not in by_dyad[dyad]:
                by_dyad[dyad].append(home)
    meetings = (
        tuple(sorted((member.claim for member in gathering.members), key=lambda claim: claim.id))
        for gathering in gatherings
    )
    return tuple(sorted(meetings, key=lambda members: members[0].id))


def _sighting(claim: LiveClaim) -> _Sighting:
    return _Sighting(claim, dyads(claim), window(claim), manner(claim), is_personal(claim), known_day(claim))


def _gather_known_days(sightings: list[_Sighting]) -> list[_Gathering]:
    """Rule 1, by union-find over (dyad, day, manner)."""
    parent: dict[object, object] = {}

    def root(key: object) -> object:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    def keys(sighting: _Sighting) -> list[object]:
        return [(dyad, sighting.day, sighting.manner) for dyad in sorted(sighting.dyads)]

    for sighting in sightings:
        first, *others = keys(sighting)
        for other in others:
            parent[root(other)] = root(first)
    found: dict[object, _Gathering] = {}
    for sighting in sightings:
        place = root(keys(sighting)[0])
        gathering = found.setdefault(place, _Gathering(sighting.window, sighting.manner))
        gathering.add(sighting)
    return list(found.values())


def _home(sighting: _Sighting, by_dyad: dict[str, list[_Gathering]]) -> _Gathering | None:
    """Rule 2: the one meeting that a vaguer claim joins, if there is just one that fits best."""
    fitting: list[_Gathering] = []
    for dyad in sorted(sighting.dyads):
        for gathering in by_dyad.get(dyad, ()):
            if gathering not in fitting and gathering.fits(sighting):
                fitting.append(gathering)
    if len(fitting) > 1:
        # Reports of the same vague date that could not decide before stay together.
        fitting = [gathering for gathering in fitting if gathering.core == sighting.window] or fitting
    if len(fitting) > 1:
        most = max(gathering.shared(sighting) for gathering in fitting)
        fitting = [gathering for gathering in fitting if gathering.shared(sighting) == most]
    return fitting[0] if len(fitting) == 1 else None
