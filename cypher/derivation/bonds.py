"""What lasts: partnerships of countries, offices and party memberships.

A *bond* is the key that claims about one such thing share. Each bond is summed up as a few `Tally` rows,
which the database can count without handing out the claims, and `bond_edges` makes the edges of them. Only
what is stated makes an edge. What is sought, denied or ended belongs to the bond as well: it is shown beside
what contradicts it, and it ends a term.

*From when to when somebody held an office or belonged to a party.* `first` and `last` are the days on which
it was said first and last. `since` is the start of the term if entity data know it, else `first`. `until` is
the end of the term if entity data know it, else the latest that it can have been: the earlier of

1. the first day after `last` on which an article calls it over ("the former President");
2. the first day after `last` on which somebody else is said to hold it, if one person at a time can: a *post*
   (`head_of_state` of a country, whatever its title). Whoever was said to hold it while this person was as
   well bounds the term by the last day on which that was said.

Where there is none, `until` is open: nobody said that it ended. Several terms that entity data know stand in
`terms`, as EDTF intervals (`2012-05-07/2018-05-07`, `2024-05-07/..`), with one for what was said outside
them; `since` and `until` are the outermost days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from cypher.derivation.confidence import noisy_or, weighed
from cypher.derivation.evidence import Day, LiveClaim
from cypher.derivation.keys import BOND, joined, parts

WORDING = 200
"""How much of a title tells offices apart: the index takes no key of any length."""
STATED = "stated"
ENDED = "ended"
DENIED = "denied"

BondKind = Literal["PARTNER_OF", "REPRESENTS", "MEMBER_OF"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Live claims of one bond that agree in wording, polarity, post and term: how many, said first and last
    when.

    `since` and `until` are the term that entity data know. `voices` are the independent stories of all claims
    of the bond that state it, however they word it, and `denials` of those that deny it: how sure the surest
    claim of each is.
    """

    bond: str
    post: str | None
    polarity: str
    wording: str
    since: Day | None
    until: Day | None
    claims: int
    first: Day | None
    last: Day | None
    voices: tuple[float, ...] = ()
    denials: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class BondEdge:
    """An edge of any of the three kinds.

    `wordings` are the kinds of a partnership, else the one title or role; `first` and `last` are when it was
    said. Partnerships have no `since`, `until` and `terms`.
    """

    id: str
    kind: BondKind
    source: str
    target: str
    wordings: tuple[str, ...]
    claims: int
    independent_sources: int
    confidence: float
    first: Day | None
    last: Day | None
    since: Day | None = None
    until: Day | None = None
    terms: tuple[str, ...] = ()
    post: str | None = None


_Agreed = tuple[str, str | None, str, str, Day | None, Day | None]


def bond_of(claim: LiveClaim) -> str | None:
    """The bond that a claim is about; None for meetings."""
    match claim.kind:
        case "partnership":
            partners = sorted({name.entity for name in claim.names if name.role == "partner"})
            return joined(BOND, "PARTNER_OF", *partners) if len(partners) == 2 else None
        case "office":
            return _directed("REPRESENTS", _named(claim, "holder"), _named(claim, "country"), claim.title)
        case "membership":
            return _directed("MEMBER_OF", _named(claim, "member"), _named(claim, "party"), claim.role)
    return None


def post_of(claim: LiveClaim) -> str | None:
    """The post that an office claim is about, if one person at a time holds it; posts of one key succeed."""
    country = _named(claim, "country")
    if claim.kind != "office" or country is None or not claim.role:
        return None
    return joined(BOND, country, claim.role[:WORDING])


def wording_of(claim: LiveClaim) -> str:
    """The relation, title or role in the claim's own spelling."""
    return claim.relation or claim.title or claim.role or ""


def tallies(claims: Iterable[LiveClaim]) -> tuple[Tally, ...]:
    """What the database counts for `bond_edges`, counted here."""
    book = TallyBook()
    for claim in claims:
        book.add(claim)
    return tuple(book)


class TallyBook:
    """Counts claims about bonds one by one, and gives the tallies; it keeps no claim."""

    def __init__(self) -> None:
        self._counts: dict[_Agreed, tuple[int, Day | None, Day | None]] = {}
        self._voices: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)

    def add(self, claim: LiveClaim) -> None:
        """Count one more; those of no bond do not count."""
        bond = bond_of(claim)
        if bond is None:
            return
        polarity = claim.polarity or STATED
        agreed = (bond, post_of(claim), polarity, wording_of(claim), claim.earliest, claim.latest)
        count, first, last = self._counts.get(agreed, (0, None, None))
        if said := claim.said_on:
            first, last = min(first or said, said), max(last or said, said)
        self._counts[agreed] = (count + 1, first, last)
        if polarity in (STATED, DENIED):
            surest = self._voices[bond, polarity]
            surest[claim.story] = max(surest.get(claim.story, 0.0), claim.confidence)

    def __iter__(self) -> Iterator[Tally]:
        """The tallies of all claims that were counted."""
        for (bond, post, polarity, wording, since, until), (count, first, last) in self._counts.items():
            voices, denials = (
                tuple(sorted(self._voices.get((bond, said), {}).values())) for said in (STATED, DENIED)
            )
            yield Tally(bond, post, polarity, wording, since, until, count, first, last, voices, denials)


def bond_edges(tallies: Iterable[Tally]) -> tuple[BondEdge, ...]:
    """The edges of these bonds, by id. All tallies of a bond, and of all bonds of its post, must be given."""
    bonds: dict[str, list[Tally]] = defaultdict(list)
    for tally in tallies:
        bonds[tally.bond].append(tally)
    stated = {bond: _stated(group) for bond, group in bonds.items()}
    posts = {bond: {tally.post for tally in group if tally.post} for bond, group in bonds.items()}
    holders: dict[str, _Holders] = defaultdict(_Holders)
    for bond, of_bond in posts.items():
        for post in of_bond:
            holders[post].add(_holder(bond), stated[bond])
    return tuple(
        _edge(bond, bonds[bond], stated[bond], [holders[post] for post in posts[bond]])
        for bond in sorted(bonds)
        if stated[bond]
    )


class _Holders:
    """Who is said to hold a post, and on which days first and last.

    Who follows whom is looked up by the day: a post that reporters give to hundreds ("the Minister") would
    take too long if each of them was held against each other.
    """

    def __init__(self) -> None:
        self._on: dict[Day, set[str]] = defaultdict(set)
        self._days: list[Day] = []

    def add(self, holder: str, tallies: Iterable[Tally]) -> None:
        """Somebody is said to hold it."""
        for tally in tallies:
            for day in _heard_on(tally):
                self._on[day].add(holder)
        self._days.clear()

    def other_after(self, day: Day | None, holder: str) -> Day | None:
        """The first day after a day on which somebody else is said to hold it, first or last."""
        self._days = self._days or sorted(self._on)
        start = 0 if day is None else bisect_right(self._days, day)
        later = (self._days[at] for at in range(start, len(self._days)))
        return next((found for found in later if self._on[found] - {holder}), None)


def _edge(bond: str, group: list[Tally], said: list[Tally], posts: Iterable[_Holders]) -> BondEdge:
    kind, source, target, *_ = parts(BOND, bond)
    stated = sorted(said, key=_rank)
    first = min((tally.first for tally in stated if tally.first), default=None)
    last = max((tally.last for tally in stated if tally.last), default=None)
    partnership = kind == "PARTNER_OF"
    edge = BondEdge(
        id=bond,
        kind=kind,  # type: ignore[arg-type]
        source=source,
        target=target,
        wordings=tuple(sorted({tally.wording for tally in stated})) if partnership else (stated[0].wording,),
        claims=sum(tally.claims for tally in stated),
        independent_sources=len(stated[0].voices),
        confidence=weighed(noisy_or(stated[0].voices), noisy_or(stated[0].denials)),
        first=first,
        last=last,
    )
    if partnership:
        return edge
    over = [tally for tally in group if tally.polarity == ENDED]
    bounds = (_first_after(last, over), *(holders.other_after(last, source) for holders in posts))
    terms = _terms([*stated, *over], first, last, min((day for day in bounds if day), default=None))
    ends = [end for _, end in terms]
    return replace(
        edge,
        since=min((start for start, _ in terms if start), default=None),
        until=None if None in ends else max((end for end in ends if end), default=None),
        terms=tuple(f"{start or '..'}/{end or '..'}" for start, end in terms),
        post=min((_role(tally.post) for tally in stated if tally.post), default=None),
    )


def _terms(
    tallies: Iterable[Tally], first: Day | None, last: Day | None, bound: Day | None
) -> list[tuple[Day | None, Day | None]]:
    """The terms in order. What was said on days outside all known terms makes one of its own."""
    known = sorted(
        {(tally.since, tally.until) for tally in tallies if tally.since or tally.until},
        key=lambda term: (term[0] or Day.min, term[1] or Day.max),
    )
    terms = [(start, end or bound) for start, end in known]
    if not known or not (_covered(first, known) and _covered(last, known)):
        outside = [day for day in (first, last) if day and not _covered(day, known)]
        terms.append((min(outside, default=None), bound))
    return sorted(terms, key=lambda term: (term[0] or Day.min, term[1] or Day.max))


def _covered(day: Day | None, terms: Iterable[tuple[Day | None, Day | None]]) -> bool:
    if day is None:
        return True
    return any((start or Day.min) <= day <= (end or Day.max) for start, end in terms)


def _first_after(day: Day | None, tallies: Iterable[Tally]) -> Day | None:
    """The first day after a day on which one of these is known to have been said, first or last."""
    heard = (found for tally in tallies for found in _heard_on(tally))
    return min((found for found in heard if day is None or found > day), default=None)


def _heard_on(tally: Tally) -> tuple[Day, ...]:
    return (tally.first, tally.last) if tally.first and tally.last else ()


def _stated(group: Iterable[Tally]) -> list[Tally]:
    return [tally for tally in group if tally.polarity == STATED]


def _holder(bond: str) -> str:
    return parts(BOND, bond)[1]


def _role(post: str) -> str:
    return parts(BOND, post)[1]


def _rank(tally: Tally) -> tuple[int, str]:
    return (-tally.claims, tally.wording)


def _named(claim: LiveClaim, role: str) -> str | None:
    return next((name.entity for name in claim.names if name.role == role), None)


def _directed(kind: BondKind, source: str | None, target: str | None, wording: str | None) -> str | None:
    if source is None or target is None:
        return None
    # "foreign minister" and "Foreign Minister" are one office.
    return joined(BOND, kind, source, target, (wording or "").casefold()[:WORDING])
