"""What lasts: partnerships of countries, offices and party memberships.

A *bond* is the key that claims about one such thing share. Each bond is summed up as a few `Tally` rows,
which the database can count without handing out the claims, and `bond_edges` makes the edges of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cypher.derivation.evidence import Day, LiveClaim
from cypher.derivation.keys import BOND, joined, parts

WORDING = 200
"""How much of a title tells offices apart: the index takes no key of any length."""

BondKind = Literal["PARTNER_OF", "REPRESENTS", "MEMBER_OF"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Live claims of one bond with one wording: how many, and when said first and last."""

    bond: str
    wording: str
    claims: int
    first: Day | None
    last: Day | None


@dataclass(frozen=True, slots=True)
class BondEdge:
    """An edge of any of the three kinds.

    `wordings` are the kinds of a partnership, else the one title or role; `first` and `last` are when it was
    said, the best we know of since and until.
    """

    id: str
    kind: BondKind
    source: str
    target: str
    wordings: tuple[str, ...]
    claims: int
    first: Day | None
    last: Day | None


def bond_of(claim: LiveClaim) -> str | None:
    """The bond that a claim is about; None for meetings, and for what makes no edge.

    Only a partnership that is stated makes one: one that is sought, denied or ended stays a claim.
    """
    match claim.kind:
        case "partnership" if claim.polarity == "stated":
            partners = sorted({name.entity for name in claim.names if name.role == "partner"})
            return joined(BOND, "PARTNER_OF", *partners) if len(partners) == 2 else None
        case "office":
            return _directed("REPRESENTS", _named(claim, "holder"), _named(claim, "country"), claim.title)
        case "membership":
            return _directed("MEMBER_OF", _named(claim, "member"), _named(claim, "party"), claim.role)
    return None


def wording_of(claim: LiveClaim) -> str:
    """The relation, title or role in the claim's own spelling."""
    return claim.relation or claim.title or claim.role or ""


def tallies(claims: Iterable[LiveClaim]) -> tuple[Tally, ...]:
    """What the database counts for `bond_edges`, counted here."""
    groups: dict[tuple[str, str], list[LiveClaim]] = defaultdict(list)
    for claim in claims:
        bond = bond_of(claim)
        if bond is not None:
            groups[bond, wording_of(claim)].append(claim)
    return tuple(
        Tally(
            bond,
            wording,
            len(group),
            min((claim.said_on for claim in group if claim.said_on), default=None),
            max((claim.said_on for claim in group if claim.said_on), default=None),
        )
        for (bond, wording), group in sorted(groups.items())
    )


def bond_edges(tallies: Iterable[Tally]) -> tuple[BondEdge, ...]:
    """The edges of these bonds, by id. All tallies of a bond must be given."""
    bonds: dict[str, list[Tally]] = defaultdict(list)
    for tally in tallies:
        bonds[tally.bond].append(tally)
    return tuple(_edge(bond, sorted(group, key=_rank)) for bond, group in sorted(bonds.items()))


def _edge(bond: str, group: list[Tally]) -> BondEdge:
    kind, source, target, *_ = parts(BOND, bond)
    every = tuple(sorted(tally.wording for tally in group))
    return BondEdge(
        id=bond,
        kind=kind,  # type: ignore[arg-type]
        source=source,
        target=target,
        wordings=every if kind == "PARTNER_OF" else (group[0].wording,),
        claims=sum(tally.claims for tally in group),
        first=min((tally.first for tally in group if tally.first), default=None),
        last=max((tally.last for tally in group if tally.last), default=None),
    )


def _rank(tally: Tally) -> tuple[int, str]:
    return (-tally.claims, tally.wording)


def _named(claim: LiveClaim, role: str) -> str | None:
    return next((name.entity for name in claim.names if name.role == role), None)


def _directed(kind: BondKind, source: str | None, target: str | None, wording: str | None) -> str | None:
    if source is None or target is None:
        return None
    # "foreign minister" and "Foreign Minister" are one office.
    return joined(BOND, kind, source, target, (wording or "").casefold()[:WORDING])
