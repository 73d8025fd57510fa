"""The derived graph follows a change of the ledger: what the change touches is worked out anew, nothing else.

The work is done by pure functions (`cypher.derivation`); this module fetches what they need, and writes what
they give. Meetings are found by dyad and day: from the changed claims outwards, ring by ring, until no
further claim shares a dyad and touches, which most often is after the first ring. Apart from the rings, the
number of statements is the same for any change.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cypher.catalog import Write
from cypher.derivation.acquaintance import Encounter, MetWith, met_with
from cypher.derivation.bonds import BondEdge, BondKind, Tally, bond_edges, bond_of, post_of
from cypher.derivation.dyads import FAR_BACK, Window, dyads, person_dyads, window
from cypher.derivation.evidence import LiveArticle, LiveClaim
from cypher.derivation.identities import Identity, ballots_from_json, identity, tally_votes
from cypher.derivation.meetings import Meeting, Seat, meetings, said_first
from cypher.graph import Transaction
from cypher.identification import Identification
from cypher.records import ClaimRecord
from cypher.rows import NameRow
from cypher.storable import shallow
from cypher.stories import follow_stories


@dataclass(frozen=True, slots=True)
class BallotsRow:
    """The votes behind an entity."""

    id: str
    ballots: str


@dataclass(frozen=True, slots=True)
class MeetingOnRecord:
    """A meeting in the graph, the digest of all about it, and the claims that it was asked by."""

    id: str
    digest: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BondOnRecord:
    """A bond that claims are about."""

    bond: str


ballots_of_entities = Write("ballots_of_entities", BallotsRow)
merge_entities = Write[None]("merge_entities")
delete_entities = Write[None]("delete_entities")
tie_entities_to_countries = Write[None]("tie_entities_to_countries")
forget_mentions = Write[None]("forget_mentions")
mention_entities = Write[None]("mention_entities")
name_entities = Write[None]("name_entities")
release_claims = Write[None]("release_claims")
follow_dyads = Write[None]("follow_dyads")
delete_empty_dyads = Write[None]("delete_empty_dyads")
claims_near = Write("claims_near", ClaimRecord)
meetings_of_claims = Write("meetings_of_claims", MeetingOnRecord)
lead_to_heirs = Write[None]("lead_to_heirs")
dissolve_meetings = Write[None]("dissolve_meetings")
create_meetings = Write[None]("create_meetings")
seat_attendees = Write[None]("seat_attendees")
hold_meetings_in_places = Write[None]("hold_meetings_in_places")
support_meetings = Write[None]("support_meetings")
encounters_of_dyads = Write("encounters_of_dyads", Encounter)
merge_met_with = Write[None]("merge_met_with")
delete_met_with = Write[None]("delete_met_with")
bind_claims = Write[None]("bind_claims")
bonds_of_posts = Write("bonds_of_posts", BondOnRecord)
tallies_of_bonds = Write("tallies_of_bonds", Tally)

BOND_STATEMENTS: dict[BondKind, tuple[Write[None], Write[None]]] = {
    "PARTNER_OF": (Write[None]("merge_partner_of"), Write[None]("delete_partner_of")),
    "REPRESENTS": (Write[None]("merge_represents"), Write[None]("delete_represents")),
    "MEMBER_OF": (Write[None]("merge_member_of"), Write[None]("delete_member_of")),
}


@dataclass(frozen=True, slots=True)
class Change:
    """Articles as they were (`removed`) and as they are now (`added`); the ledger holds these already.

    Everyone in them is under the id of whom they were, or are.
    """

    added: tuple[LiveArticle, ...] = ()
    removed: tuple[LiveArticle, ...] = ()

    @property
    def new_claims(self) -> tuple[LiveClaim, ...]:
        """Claims that were not there before, or not like this; by id."""
        return _difference(self.added, self.removed)

    @property
    def gone_claims(self) -> tuple[LiveClaim, ...]:
        """Claims that are no longer there, or not like this; by id."""
        return _difference(self.removed, self.added)


def follow(transaction: Transaction, change: Change, identification: Identification) -> tuple[Meeting, ...]:
    """Bring the derived graph up to a change of the ledger. Gives the meetings of the neighbourhood.

    `identification` says who is who in articles that the change does not touch.
    """
    added, retold = follow_stories(transaction, identification, change.added, change.removed)
    change = Change((*added, *retold.now), (*change.removed, *retold.before))
    new, gone = change.new_claims, change.gone_claims
    old_meetings: list[MeetingOnRecord] = _ask(transaction, meetings_of_claims, claims=_ids(gone))
    _run(transaction, release_claims, claims=_ids(gone))
    _run(transaction, forget_mentions, articles=[article.id for article in change.removed])
    unnamed = _follow_entities(transaction, change)
    _follow_mentions(transaction, change.added, new)
    neighbourhood = _follow_meetings(transaction, identification, new, gone, old_meetings)
    _follow_bonds(transaction, change)
    _run(
        transaction,
        delete_empty_dyads,
        dyads=sorted({d for claim in _meeting_claims(gone) for d in dyads(claim)}),
    )
    _run(transaction, delete_entities, entities=unnamed)
    return neighbourhood


def entity_properties(found: Identity) -> dict[str, Any]:
    """The properties of an entity node."""
    properties = shallow(found)
    del properties["label"]
    return _present(properties)


def meeting_properties(meeting: Meeting) -> dict[str, Any]:
    """The properties of a Meeting node."""
    properties = shallow(meeting)
    for edge in ("place", "seats", "claims", "stories"):
        del properties[edge]
    computed = ("day", "countries", "country_pairs", "digest")
    return _present({**properties, **{name: getattr(meeting, name) for name in computed}})


def seat_properties(seat: Seat, meeting: Meeting) -> dict[str, Any]:
    """The properties of an ATTENDED edge. By entity or country, and day, meetings are read in order."""
    return _present({**shallow(seat), "day": meeting.day})


def venue_properties(meeting: Meeting) -> dict[str, Any]:
    """The properties of a HELD_IN edge. By place and day, a place's meetings are read in order."""
    return _present({"place": meeting.place, "day": meeting.day})


def bond_properties(edge: BondEdge) -> dict[str, Any]:
    """The properties of a PARTNER_OF, REPRESENTS or MEMBER_OF edge."""
    common = {
        "id": edge.id,
        "claims": edge.claims,
        "independent_sources": edge.independent_sources,
        "confidence": edge.confidence,
        "first": edge.first,
        "last": edge.last,
    }
    match edge.kind:
        case "PARTNER_OF":
            return _present({**common, "kinds": edge.wordings})
        case "REPRESENTS":
            return _present({**common, **_time_served(edge), "title": edge.wordings[0], "post": edge.post})
        case "MEMBER_OF":
            return _present({**common, **_time_served(edge), "role": edge.wordings[0]})


def _time_served(edge: BondEdge) -> dict[str, Any]:
    return {"since": edge.since, "until": edge.until, "terms": edge.terms}


def name_properties(name: NameRow) -> dict[str, Any]:
    """The properties of a NAMES edge."""
    properties = shallow(name)
    del properties["entity"], properties["kind"]
    return _present(properties)


def _follow_entities(transaction: Transaction, change: Change) -> list[str]:
    """Count the votes that came and went. Gives the entities that nobody names any more."""
    plus, minus = tally_votes(change.added), tally_votes(change.removed)
    touched = sorted(
        identifier
        for identifier in plus.keys() | minus.keys()
        if plus.get(identifier) != minus.get(identifier)
    )
    on_record = {
        row.id: ballots_from_json(row.ballots)
        for row in _ask(transaction, ballots_of_entities, entities=touched)
    }
    outcomes: dict[str, Identity | None] = {}
    for identifier in touched:
        ballots = on_record.get(identifier, Counter())
        ballots.update(plus.get(identifier, Counter()))
        ballots.subtract(minus.get(identifier, Counter()))
        outcomes[identifier] = identity(identifier, ballots)
    stay = [outcome for outcome in outcomes.values() if outcome is not None]
    rows = [{"label": outcome.label, "properties": entity_properties(outcome)} for outcome in stay]
    _run(transaction, merge_entities, entities=rows)
    # All of them: what is a party or a place no more gives its tie back.
    _run(transaction, tie_entities_to_countries, entities=[outcome.id for outcome in stay])
    return [identifier for identifier, outcome in outcomes.items() if outcome is None]


def _follow_mentions(
    transaction: Transaction, articles: Iterable[LiveArticle], claims: Iterable[LiveClaim]
) -> None:
    mentions = [
        {"article": article.id, "entity": entity, "count": count}
        for article in articles
        for entity, count in mention_counts(article).items()
    ]
    _run(
        transaction,
        mention_entities,
        mentions=sorted(mentions, key=lambda row: (row["entity"], row["article"])),
    )
    names = [
        {"claim": claim.id, "entity": name.entity, "properties": name_properties(name)}
        for claim in claims
        for name in claim.names
    ]
    _run(transaction, name_entities, names=sorted(names, key=lambda row: (row["entity"], row["claim"])))


def mention_counts(article: LiveArticle) -> dict[str, int]:
    """How often an article mentions each of its entities."""
    counts: Counter[str] = Counter()
    for entity in article.entities:
        counts[entity.id] += entity.mentions
    return dict(counts)


def _follow_meetings(
    transaction: Transaction,
    identification: Identification,
    new: Sequence[LiveClaim],
    gone: Sequence[LiveClaim],
    of_gone: Sequence[MeetingOnRecord],
) -> tuple[Meeting, ...]:
    new, gone = _meeting_claims(new), _meeting_claims(gone)
    if not new and not gone:
        return ()
    sightings = [
        {"claim": claim.id, "dyad": dyad, "start": days.start, "end": days.end}
        for claim in new
        for days in (window(claim),)
        for dyad in dyads(claim)
    ]
    _run(transaction, follow_dyads, sightings=sorted(sightings, key=lambda row: (row["dyad"], row["claim"])))
    near = _claims_around(transaction, identification, (*new, *gone))
    of_near: list[MeetingOnRecord] = _ask(transaction, meetings_of_claims, claims=sorted(near))
    old_meetings = {row.id: row.digest for row in (*of_gone, *of_near)}
    now = {meeting.id: meeting for meeting in meetings(near.values())}
    fresh = [meeting for meeting in now.values() if old_meetings.get(meeting.id) != meeting.digest]
    stale = sorted(
        identifier
        for identifier, digest in old_meetings.items()
        if identifier not in now or now[identifier].digest != digest
    )
    _run(transaction, dissolve_meetings, meetings=stale)
    _write_meetings(transaction, fresh)
    found = heirs(gone, new, of_gone, [(row.id, [near[claim] for claim in row.claims]) for row in of_near])
    _run(transaction, lead_to_heirs, heirs=[{"claim": key, "heir": found[key]} for key in sorted(found)])
    changed = [near[claim] for meeting in fresh for claim in meeting.claims]
    _follow_acquaintances(transaction, {dyad for claim in (*changed, *gone) for dyad in person_dyads(claim)})
    return tuple(now.values())


def heirs(
    gone: Iterable[LiveClaim],
    new: Iterable[LiveClaim],
    of_gone: Iterable[MeetingOnRecord],
    of_others: Iterable[tuple[str, Sequence[LiveClaim]]],
) -> dict[str, str]:
    """By which claim a meeting is found that was named after one that is gone; no entry if there is none.

    By the first of the others about the same meeting (`of_others`: those that stay); if it was the only one,
    by what its article says now of the same pair, before all of the same time.
    """
    stay, came = dict(of_others), {claim.id: claim for claim in new}
    went = {claim.id: claim for claim in gone if claim.id not in came}
    found = {}
    for meeting in of_gone:
        for claim in (went[identifier] for identifier in meeting.claims if identifier in went):
            days = window(claim)
            others = stay.get(meeting.id) or [
                other
                for other in came.values()
                if other.article == claim.article and dyads(other) & dyads(claim)
            ]
            heir = min(
                others, key=lambda other: (not window(other).touches(days), said_first(other)), default=None
            )
            if heir is not None:
                found[claim.id] = heir.id
    return found


def _write_meetings(transaction: Transaction, found: Sequence[Meeting]) -> None:
    _run(transaction, create_meetings, meetings=[meeting_properties(meeting) for meeting in found])
    seats = [
        {
            "meeting": meeting.id,
            "entity": seat.entity,
            "properties": seat_properties(seat, meeting),
        }
        for meeting in found
        for seat in meeting.seats
    ]
    _run(transaction, seat_attendees, seats=sorted(seats, key=lambda row: (row["entity"], row["meeting"])))
    venues = [
        {"meeting": meeting.id, "place": meeting.place, "properties": venue_properties(meeting)}
        for meeting in found
        if meeting.place
    ]
    _run(
        transaction,
        hold_meetings_in_places,
        venues=sorted(venues, key=lambda row: (row["place"], row["meeting"])),
    )
    supports = [{"meeting": meeting.id, "claim": claim} for meeting in found for claim in meeting.claims]
    _run(
        transaction,
        support_meetings,
        supports=sorted(supports, key=lambda row: (row["claim"], row["meeting"])),
    )


def _claims_around(
    transaction: Transaction, identification: Identification, changed: Iterable[LiveClaim]
) -> dict[str, LiveClaim]:
    """All live meeting claims that can be of one meeting with a changed one, directly or through others."""
    found: dict[str, LiveClaim] = {}
    asked: dict[str, set[Window]] = defaultdict(set)
    frontier = list(changed)
    while True:
        wanted = {
            (dyad, days)
            for claim in frontier
            for days in (window(claim),)
            for dyad in dyads(claim)
            if not any(known.start <= days.start and days.end <= known.end for known in asked[dyad])
        }
        if not wanted:
            return found
        for dyad, days in wanted:
            asked[dyad].add(days)
        rows = [
            {"dyad": dyad, "start": days.start, "end": days.end}
            for dyad, days in sorted(wanted, key=lambda pair: (pair[0], pair[1]))
        ]
        ring = identification.claims(
            row.live() for row in transaction.fetch(claims_near, windows=rows) if row.id not in found
        )
        found |= {claim.id: claim for claim in ring}
        frontier = ring


def _follow_acquaintances(transaction: Transaction, pairs: Iterable[str]) -> None:
    pairs = sorted(pairs)
    edges = met_with(_ask(transaction, encounters_of_dyads, dyads=pairs))
    rows = [
        {"source": edge.source, "target": edge.target, "properties": met_with_properties(edge)}
        for edge in edges
    ]
    _run(transaction, merge_met_with, edges=rows)
    over = {f"met:{pair}" for pair in pairs} - {edge.id for edge in edges}
    _run(transaction, delete_met_with, edges=sorted(over))


def met_with_properties(edge: MetWith) -> dict[str, Any]:
    """The properties of a MET_WITH edge. By either end, and day, contacts are read in order."""
    return _present({**shallow(edge), "day": edge.last or FAR_BACK})


def _follow_bonds(transaction: Transaction, change: Change) -> None:
    # Of all that were added: what the ledger wrote anew, though only its evidence changed, lost its bond too.
    added = [claim for article in change.added for claim in article.claims]
    bound = [{"id": claim.id, "bond": bond_of(claim), "post": post_of(claim)} for claim in added]
    _run(transaction, bind_claims, claims=[row for row in bound if row["bond"]])
    changed = (*change.new_claims, *change.gone_claims)
    posts = sorted({post for claim in changed if (post := post_of(claim))})
    # Who else held a post bounds the terms of all who did.
    held = {row.bond for row in _ask(transaction, bonds_of_posts, posts=posts)}
    bonds = sorted(held | {bond for claim in changed if (bond := bond_of(claim))})
    edges = bond_edges(_ask(transaction, tallies_of_bonds, bonds=bonds))
    standing = {edge.id for edge in edges}
    for kind, (merge, delete) in BOND_STATEMENTS.items():
        rows = [
            {"source": edge.source, "target": edge.target, "properties": bond_properties(edge)}
            for edge in edges
            if edge.kind == kind
        ]
        _run(transaction, merge, edges=rows)
        over = [bond for bond in bonds if bond.startswith(f"{kind} ") and bond not in standing]
        _run(transaction, delete, edges=over)


def _difference(these: Iterable[LiveArticle], those: Iterable[LiveArticle]) -> tuple[LiveClaim, ...]:
    other = {claim.id: claim for article in those for claim in article.claims}
    claims = {claim.id: claim for article in these for claim in article.claims}
    return tuple(claims[key] for key in sorted(claims) if other.get(key) != claims[key])


def _meeting_claims(claims: Iterable[LiveClaim]) -> tuple[LiveClaim, ...]:
    return tuple(claim for claim in claims if claim.kind == "meeting")


def _ids(claims: Iterable[LiveClaim]) -> list[str]:
    return [claim.id for claim in claims]


def _present(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if value is not None}


def _run(transaction: Transaction, statement: Write[None], **rows: Sequence[Any]) -> None:
    """Run a statement over rows, unless there are none."""
    if any(rows.values()):
        transaction.run(statement, **rows)


def _ask(transaction: Transaction, statement: Write[Any], **rows: Sequence[Any]) -> list[Any]:
    """Ask a statement about rows, unless there are none."""
    return transaction.fetch(statement, **rows) if any(rows.values()) else []
