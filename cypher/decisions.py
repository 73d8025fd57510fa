"""The journal of decisions about identities: who is whom, who is two, who is to be kept apart.

A decision is written down and never edited; undoing one marks it. The derived graph follows in the same
transaction: the articles that the decision concerns are taken out as they were seen, and put in as they are
seen now (`cypher.derivation.decisions`). So undoing a decision gives back exactly what was there without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cypher.catalog import Write
from cypher.derivation.decisions import KINDS_OF_ENTITY, Decision, DecisionKind, WhoIsWho, changed_ids
from cypher.derivation.evidence import LiveArticle
from cypher.errors import DecisionRefusedError
from cypher.graph import Graph, Transaction
from cypher.identification import Identification
from cypher.ledger import derived_articles, redirect
from cypher.neighbourhood import Change, follow
from cypher.storable import digest, shallow, storable
from cypher.turns import in_turn, next_moment, note_moment, take_lock

MOST_ARTICLES = 1_000
"""Articles in one split: what bounds its transaction."""

_OWN_ID = re.compile(r"(person|party|organization|place):\S+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A decision that somebody wants to make; see `cypher.derivation.decisions` for what the kinds mean.

    Of a split, `other` may be left out: a new id is made then, the same for the same split.
    """

    kind: DecisionKind
    entity: str
    other: str | None = None
    articles: tuple[str, ...] = ()
    reason: str | None = None
    decided_by: str | None = None


@dataclass(frozen=True, slots=True)
class KindOfEntity:
    """What an entity of the graph is."""

    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class NamingArticle:
    """An article that names one of some entities."""

    id: str


record_decision = Write[None]("record_decision")
decision_on_record = Write("decision_on_record", Decision)
kinds_of_entities = Write("kinds_of_entities", KindOfEntity)
articles_naming = Write("articles_naming", NamingArticle)
forget_redirects = Write[None]("forget_redirects")


def decide(graph: Graph, proposal: Proposal, now: datetime, *, must_be_known: bool = True) -> Decision:
    """Write a decision into the journal and let the graph follow. One that stands already is given back.

    `now` is UTC. Where it `must_be_known`, the graph has to know whom it is about. Raises
    `DecisionRefusedError` for what is of different kinds, contradicts a live decision, or says nothing new.
    """
    return in_turn(
        graph, lambda transaction: _decide(transaction, storable(proposal), now, must_be_known=must_be_known)
    )


def undo_decision(
    graph: Graph, decision: str, now: datetime, revoked_by: str | None = None
) -> Decision | None:
    """Undo a decision: the graph is as if it had never been made. None if the journal has no such decision.

    The journal keeps it, with the moment (`now`, UTC) it was undone; undoing it again changes nothing.
    """
    return in_turn(graph, lambda transaction: _undo(transaction, decision, now, revoked_by))


@dataclass(frozen=True, slots=True)
class Turn:
    """From some live decisions to others about the same entities."""

    before: tuple[Decision, ...]
    after: tuple[Decision, ...]

    def concerned(self, transaction: Transaction) -> set[str]:
        """The articles that may be seen otherwise after than before; to be asked before the graph follows."""
        these, those = {each.id: each for each in self.before}, {each.id: each for each in self.after}
        changed = [(these | those)[key] for key in these.keys() ^ those.keys()]
        if any(decision.kind == "merge" for decision in changed):
            ids = {entity for decision in (these | those).values() for entity in decision.entities}
            found = changed_ids(WhoIsWho(self.before), WhoIsWho(self.after), ids)
            return {row.id for row in transaction.fetch(articles_naming, entities=sorted(found))}
        # Where ids lead in general is as it was, so that only the articles of splits are concerned.
        return {article for decision in changed for article in decision.articles}

    def redirect(self, transaction: Transaction) -> None:
        """Let the ids that were merged away lead where they lead after."""
        was, now = WhoIsWho(self.before).redirects(), WhoIsWho(self.after).redirects()
        gone = sorted(was.keys() - now.keys())
        if gone:
            transaction.run(forget_redirects, entities=gone)
        redirect(transaction, now)


def _apply(transaction: Transaction, turn: Turn, *, wiping: bool) -> None:
    """Let the graph follow a turn of decisions that the journal has made already."""
    turn.redirect(transaction)
    if wiping:
        return
    articles = derived_articles(transaction, turn.concerned(transaction))
    identification = Identification(transaction, decided=True)
    added = identification.articles(articles)
    # Articles name others too, about whom other decisions stand, before as after.
    after = {each.id for each in turn.after}
    others = [each for each in identification.decisions if each.id not in after]
    was = WhoIsWho((*turn.before, *others))
    removed = tuple(was.article(article) for article in articles)
    follow(transaction, difference(added, removed), identification)


def difference(added: Iterable[LiveArticle], removed: Iterable[LiveArticle]) -> Change:
    """The change from these articles to those, without the ones that are the same."""
    now, before = {article.id: article for article in added}, {article.id: article for article in removed}
    return Change(
        added=tuple(article for key, article in now.items() if before.get(key) != article),
        removed=tuple(article for key, article in before.items() if now.get(key) != article),
    )


def _decide(transaction: Transaction, proposal: Proposal, now: datetime, *, must_be_known: bool) -> Decision:
    lock = take_lock(transaction)
    entity_kind = _kind_of(transaction, (proposal.entity, *([proposal.other] if proposal.other else ())))
    wanted = _completed(proposal, entity_kind)
    identification = Identification(transaction, decided=lock.decided)
    identification.learn(wanted.entities)
    before = identification.decisions
    standing = next((decision for decision in before if _same(decision, wanted)), None)
    if standing is not None:
        return standing
    _check(wanted, identification.who)
    if must_be_known:
        _check_known(transaction, wanted, identification.who)
    moment = next_moment(lock, now)
    decision = replace(
        wanted,
        id="d:" + digest(wanted.kind, *wanted.entities, *wanted.articles, moment.isoformat())[:20],
        decided_at=moment,
    )
    transaction.run(note_moment, now=moment)
    transaction.run(record_decision, decision=shallow(decision))
    _apply(transaction, Turn(before, (*before, decision)), wiping=lock.wiping)
    return decision


def _undo(
    transaction: Transaction, identifier: str, now: datetime, revoked_by: str | None
) -> Decision | None:
    lock = take_lock(transaction)
    decision = transaction.fetch_one(decision_on_record, decision=identifier)
    if decision is None or decision.revoked_at is not None:
        return decision
    identification = Identification(transaction, decided=lock.decided)
    identification.learn(decision.entities)
    before = identification.decisions
    moment = next_moment(lock, now)
    transaction.run(note_moment, now=moment)
    undone = replace(decision, revoked_at=moment, revoked_by=revoked_by)
    transaction.run(record_decision, decision=shallow(undone))
    after = tuple(each for each in before if each.id != decision.id)
    _apply(transaction, Turn(before, after), wiping=lock.wiping)
    return undone


def _completed(proposal: Proposal, entity_kind: str | None) -> Decision:
    """The proposal as a decision that lacks its id and moment."""
    articles = tuple(sorted(set(proposal.articles)))
    entity, other = proposal.entity, proposal.other
    if proposal.kind == "split":
        if not articles:
            raise DecisionRefusedError(
                "A split needs the articles whose claims are about somebody else.", "Name at least one."
            )
        if len(articles) > MOST_ARTICLES:
            raise DecisionRefusedError(
                f"A split names at most {MOST_ARTICLES} articles.", "Make several splits with one 'other'."
            )
        if other is None:
            base = entity if _OWN_ID.fullmatch(entity) else f"{entity_kind or 'person'}:{entity}"
            other = f"{base}~{digest(entity, *articles)[:8]}"
    elif articles:
        raise DecisionRefusedError(f"Only a split names articles, not '{proposal.kind}'.", "Leave them out.")
    if other is None:
        raise DecisionRefusedError(f"A decision '{proposal.kind}' is about two.", "Name the other as well.")
    if entity == other:
        raise DecisionRefusedError(f"Both are '{entity}'.", "Name two different ids.")
    if proposal.kind == "keep_apart":
        entity, other = sorted((entity, other))
    return Decision(
        id="",
        kind=proposal.kind,
        entity=entity,
        other=other,
        entity_kind=entity_kind,
        articles=articles,
        reason=proposal.reason,
        decided_at=datetime.min,
        decided_by=proposal.decided_by,
        revoked_at=None,
        revoked_by=None,
    )


def _same(one: Decision, other: Decision) -> bool:
    return (one.kind, *one.entities, one.articles) == (other.kind, *other.entities, other.articles)


def _kind_of(transaction: Transaction, entities: Sequence[str]) -> str | None:
    """The kind of these entities, as far as the graph or their ids tell; refuses what cannot be one."""
    kinds = {entity: own[1] for entity in entities if (own := _OWN_ID.fullmatch(entity))}
    kinds |= {row.id: row.kind for row in transaction.fetch(kinds_of_entities, entities=list(entities))}
    for entity, kind in kinds.items():
        if kind not in KINDS_OF_ENTITY:
            raise DecisionRefusedError(
                f"'{entity}' is a {kind}, and which {kind} it is needs no decision.",
                f"Decide about a {', a '.join(KINDS_OF_ENTITY)}.",
            )
    if len(set(kinds.values())) > 1:
        told = " and ".join(f"'{entity}' is a {kind}" for entity, kind in kinds.items())
        raise DecisionRefusedError(f"They cannot be one: {told}.", "Name two of one kind.")
    return next(iter(kinds.values()), None)


def _check(wanted: Decision, who: WhoIsWho) -> None:
    """Refuse what contradicts live decisions, or what they say already."""
    entity, other = (who.stands_for(each) for each in wanted.entities)
    if wanted.kind == "merge":
        if entity == other:
            raise DecisionRefusedError(
                f"'{wanted.entity}' and '{wanted.other}' are one already: both stand for '{entity}'.",
                "See the decisions about them.",
            )
        apart = who.kept_apart(entity, other)
        if apart is not None:
            raise DecisionRefusedError(
                f"'{wanted.entity}' and '{wanted.other}' are kept apart by the decision {apart.id}.",
                f"Undo {apart.id} first, if they are one after all.",
            )
    elif entity == other:
        raise DecisionRefusedError(
            f"'{wanted.entity}' and '{wanted.other}' are one by other decisions: both stand for '{entity}'.",
            "Undo the merge that says so, or name another id.",
        )


def _check_known(transaction: Transaction, wanted: Decision, who: WhoIsWho) -> None:
    named = [who.stands_for(wanted.entity)]
    if wanted.kind != "split":
        named.append(who.stands_for(wanted.other))
    known = {row.id for row in transaction.fetch(kinds_of_entities, entities=named)}
    for entity in named:
        if entity not in known:
            raise DecisionRefusedError(
                f"The graph knows no '{entity}'.", "Look for the id with 'demarche entities candidates'."
            )
    if wanted.kind == "split":
        naming = {row.id for row in transaction.fetch(articles_naming, entities=named)}
        strangers = [article for article in wanted.articles if article not in naming]
        if strangers:
            raise DecisionRefusedError(
                f"The article '{strangers[0]}' says nothing of '{named[0]}'.", "Leave it out."
            )
