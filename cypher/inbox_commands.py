"""`demarche inbox`: look at the articles that wait, and decide about those that were set aside."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer

from cypher.audit import by_command, note
from cypher.graph import Graph
from cypher.inbox import drop_articles, retry_articles
from cypher.opening import ready_graph
from cypher.reads.articles import SUBMISSIONS_IN_STATE, ArticleInList
from cypher.reads.counts import INBOX_STATE, InboxStateRow
from cypher.settings import DatabaseSettings

PROBLEM, USAGE = 1, 2
PAGE = 500
"""How many articles are looked at or changed at once: a transaction, and memory, of bounded size."""


class InboxState(StrEnum):
    """Where an article of the inbox can be."""

    waiting = "waiting"
    reading = "reading"
    set_aside = "set_aside"


_STATES = {InboxState.waiting: "received", InboxState.reading: "reading", InboxState.set_aside: "failed"}

commands = typer.Typer(
    name="inbox",
    help="The articles that wait to be read, and those that were set aside.",
    no_args_is_help=True,
)

IDS = typer.Argument(metavar="ARTICLE_ID...", help="Ids of articles, as 'show' prints them.")
ALL = typer.Option("--all", help="All that were set aside.")


@commands.command()
def show(
    state: Annotated[InboxState, typer.Option(help="Which articles to list.")] = InboxState.set_aside,
    limit: Annotated[int, typer.Option(min=0, help="How many articles to list at most.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print the same as JSON, for scripts.")] = False,
) -> None:
    """Say how much waits, is being read and was set aside, and list articles with the reason.

    Example: demarche inbox show --state waiting
    """
    with ready_graph(DatabaseSettings()) as graph:
        counts = graph.fetch(INBOX_STATE)[0]
        listed = list(islice(_articles(graph, state), limit))
    if as_json:
        typer.echo(json.dumps(_as_dict(counts, listed), ensure_ascii=False))
        return
    since = (
        f", the oldest since {counts.oldest_waiting:%Y-%m-%d %H:%M:%S} UTC" if counts.oldest_waiting else ""
    )
    typer.echo(f"waiting    {counts.waiting}{since}")
    typer.echo(f"reading    {counts.reading}")
    typer.echo(f"set aside  {counts.set_aside}")
    for article in listed:
        told = article.reason or article.title or article.url or ""
        typer.echo(f"  {article.id}{f': {told}' if told else ''}")


@commands.command()
def retry(articles: Annotated[list[str] | None, IDS] = None, every: Annotated[bool, ALL] = False) -> None:
    """Let articles that were set aside be read again, with all their tries.

    Example: demarche inbox retry --all
    """
    _change("retry", "wait again", "article.retried", retry_articles, articles or [], every)


@commands.command()
def drop(articles: Annotated[list[str] | None, IDS] = None, every: Annotated[bool, ALL] = False) -> None:
    """Take articles that wait or were set aside out of the inbox: they are not read, and their text goes.

    What the graph holds of an earlier version stays; 'demarche retract' takes that back.

    Example: demarche inbox drop a:ba7816bf8f01cfea4141
    """
    _change("drop", "dropped", "article.dropped", drop_articles, articles or [], every)


def _change(
    command: str,
    told: str,
    action: str,
    change: Callable[[Graph, Sequence[str]], list[str]],
    wanted: Sequence[str],
    every: bool,
) -> None:
    if bool(wanted) == every:
        typer.echo(f"demarche inbox {command}: give ids of articles, or --all", err=True)
        raise typer.Exit(USAGE)
    done: set[str] = set()
    with ready_graph(DatabaseSettings()) as graph:
        ids = (
            (article.id for article in _articles(graph, InboxState.set_aside))
            if every
            else iter(dict.fromkeys(wanted))
        )
        while some := list(islice(ids, PAGE)):
            changed = change(graph, some)
            done.update(changed)
            note(graph, [by_command(action, key) for key in changed])
    for key in wanted:
        if key not in done:
            typer.echo(f"demarche inbox {command}: {key} is not there to {command}", err=True)
    typer.echo(f"{told:<10} {len(done)}")
    if set(wanted) - done:
        raise typer.Exit(PROBLEM)


def _articles(graph: Graph, state: InboxState) -> Iterator[ArticleInList]:
    """The articles in a state by their ids, a page at a time; they may be changed meanwhile."""
    after = ""
    while page := graph.fetch(SUBMISSIONS_IN_STATE, state=_STATES[state], after=after, limit=PAGE):
        yield from page
        after = page[-1].id


def _as_dict(counts: InboxStateRow, listed: Sequence[ArticleInList]) -> dict[str, object]:
    oldest = counts.oldest_waiting
    return {
        "waiting": counts.waiting,
        "reading": counts.reading,
        "set_aside": counts.set_aside,
        "oldest_waiting": oldest.isoformat() if oldest else None,
        "articles": [
            {
                "id": article.id,
                "reason": article.reason,
                "title": article.title,
                "url": article.url,
                "publisher": article.publisher,
                "received_at": article.received_at.isoformat(),
            }
            for article in listed
        ],
    }
