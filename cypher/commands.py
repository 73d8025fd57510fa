"""The commands of this room: is the graph right, mend it, take an article back, hand it out."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from cypher.graph import Graph, Transaction

PROBLEM, USAGE = 1, 2
_DAYS = ["%Y-%m-%d"]


class ExportFormat(StrEnum):
    """How the graph is written; `cypher.formats` says what each is for."""

    jsonl = "jsonl"
    csv = "csv"
    neo4j = "neo4j"
    graphml = "graphml"
    jsonld = "jsonld"
    geojson = "geojson"


def verify(
    as_json: Annotated[bool, typer.Option("--json", help="Print what is wrong as JSON.")] = False,
) -> None:
    """Check the graph: every edge has a live claim, every count is right, nothing is missing or left over.

    Changes nothing. The exit code is 1 where something is wrong; `demarche rebuild` mends most of it. Let
    nobody write meanwhile.

    Example: demarche verify
    """
    import json
    from dataclasses import asdict

    import cypher.verify
    from cypher.connect import database
    from cypher.graph import open_graph
    from cypher.settings import DatabaseSettings

    # Not `ready_graph`, which would put up a missing constraint before it is found missing.
    with database(DatabaseSettings()) as endpoint, open_graph(endpoint) as graph:
        graph.check_connection()
        findings = cypher.verify.verify(graph)
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
    elif not findings:
        typer.echo("the graph is sound: everything follows from the ledger")
    for finding in () if as_json else findings:
        typer.echo(f"{finding.check}: {finding.message} ({finding.count}) {finding.what_to_do}")
        for example in finding.examples:
            typer.echo(f"    {example}")
    if findings:
        raise typer.Exit(PROBLEM)


def rebuild() -> None:
    """Compute everything that is derived again, from the ledger of articles and claims alone.

    One that was interrupted is finished by running it again.

    Example: demarche rebuild
    """
    from rich.console import Console

    import cypher.ledger
    from cypher.opening import ready_graph
    from cypher.settings import DatabaseSettings

    console = Console(stderr=True)
    with ready_graph(DatabaseSettings()) as graph:
        if console.is_terminal:
            with console.status("Deriving the graph from its ledger"):
                articles = cypher.ledger.rebuild(graph, cypher.ledger.NOTICE_SECONDS)
        else:
            articles = cypher.ledger.rebuild(graph, cypher.ledger.NOTICE_SECONDS)
    typer.echo(f"derived again from {articles} articles")


def retract(
    article_id: Annotated[
        str, typer.Argument(metavar="ARTICLE_ID", help="The id of the article.", show_default=False)
    ],
) -> None:
    """Take an article back: what only it said vanishes from the graph; what others say stays.

    The ledger keeps the article, marked as retracted.

    Example: demarche retract a:ba7816bf8f01cfea4141
    """
    from cypher.audit import by_command, note
    from cypher.ledger import retract_article
    from cypher.opening import ready_graph
    from cypher.settings import DatabaseSettings

    now = datetime.now(UTC)
    with ready_graph(DatabaseSettings()) as graph:
        found = retract_article(graph, article_id, now)
        if found:
            note(graph, [by_command("article.retracted", article_id, now)])
    if not found:
        typer.echo(
            f"demarche retract: no article has the id {article_id}, or it was retracted before", err=True
        )
        raise typer.Exit(PROBLEM)
    typer.echo(f"retracted {article_id}")


def export(
    form: Annotated[
        ExportFormat,
        typer.Option(
            "--format",
            help="jsonl: each node, followed by its edges, as lines of JSON. csv: tables in a zip. "
            "neo4j: tables for 'neo4j-admin database import'. graphml: for Gephi and the like. "
            "jsonld: linked data in the words of schema.org. geojson: the places.",
        ),
    ] = ExportFormat.jsonl,
    output: Annotated[
        Path | None, typer.Option(help="The file to write. Not given: standard output.", dir_okay=False)
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(help="Only nodes of this kind, such as person, and edges between them. Repeatable."),
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(help="Only what was on this day or later.", formats=_DAYS)
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(help="Only what was on this day or before.", formats=_DAYS)
    ] = None,
    country: Annotated[str | None, typer.Option(help="Only with this country: ISO 3166 alpha-3.")] = None,
    person: Annotated[str | None, typer.Option(help="Only with the person of this id.")] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="MOMENT", help="The graph as it was then: 2026-03-01T12:00:00Z. Writers wait."
        ),
    ] = None,
) -> None:
    """Print the whole graph: every node and edge, in an order that depends on nothing but the graph.

    With `--since`, `--until`, `--country` or `--person` a part of it: their meetings, what was said of them,
    who says so, and whoever occurs in that.

    Example: demarche export --format jsonl > graph.jsonl
    """
    import sys

    import cypher.past
    from cypher.export import KINDS, Selection, exported
    from cypher.formats import FORMATS
    from cypher.graph import STREAM_SECONDS
    from cypher.opening import ready_graph
    from cypher.settings import DatabaseSettings

    chosen = FORMATS[form]
    moment = None if as_of is None else _moment(as_of)
    kinds = [one.capitalize() for one in kind] if kind else KINDS
    if unknown := sorted(set(kinds) - set(KINDS)):
        known = ", ".join(one.lower() for one in KINDS)
        raise typer.BadParameter(f"there is no kind {unknown[0].lower()!r}; known are {known}")
    if since and until and since > until:
        raise typer.BadParameter("the period ends before it begins; exchange --since and --until")
    asked = Selection(since and since.date(), until and until.date(), country, person)
    part = None if asked == Selection() else asked
    if output is None and chosen.ending == "zip" and sys.stdout.isatty():
        typer.echo("demarche export: this format is a zip; name a file with --output", err=True)
        raise typer.Exit(USAGE)
    settings = DatabaseSettings()
    with ready_graph(settings) as graph, ExitStack() as stack:
        source: Graph | Transaction = graph
        if moment is not None:
            most = settings.as_of_changes
            look_back = cypher.past.as_of(graph, moment, most_changes=most, timeout=STREAM_SECONDS)
            source = stack.enter_context(look_back)
        target = sys.stdout.buffer if output is None else stack.enter_context(output.open("wb"))
        for piece in chosen.write(exported(source, kinds, part)):
            target.write(piece)


def _moment(text: str) -> datetime:
    from pydantic import AwareDatetime, TypeAdapter, ValidationError

    try:
        return TypeAdapter(AwareDatetime).validate_python(text).astimezone(UTC)
    except ValidationError:
        raise typer.BadParameter(
            f"{text!r} is no moment with a time zone; write it like 2026-03-01T12:00:00Z"
        ) from None
