"""The commands of this room: articles in, facts out. Imports stand inside, so `--help` is quick."""

from __future__ import annotations

from collections import deque
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cypher.bench import BenchStage
    from cypher.graph import Graph
    from cypher.reads.articles import ArticleToReread
    from ingest.sources import Item, Known
    from ingest.sources.reach import Reach
    from ingest.sources.visited import Visited

PROBLEM, STOPPED = 1, 130

bench = typer.Typer(help="Measure how fast this machine reads and writes.", no_args_is_help=True)

PLACES = typer.Argument(
    metavar="PATH|URL|-",
    help="Text, HTML, JSON or JSON lines, CSV, Parquet or WARC, plain, gzip or ZIP; folders; the web address "
    "of a page, feed, sitemap or list of GDELT; - for standard input.",
    show_default=False,
)
JSON = typer.Option("--json", help="Print the result as JSON.")
DAY = typer.Option(
    "--published",
    formats=["%Y-%m-%d"],
    metavar="YYYY-MM-DD",
    help="When it was published; 'on Tuesday' counts from here.",
)
TITLE = typer.Option("--title", help="The headline, where the source gives none.")
URL = typer.Option("--url", help="Where the article stands on the web; its id follows from it.")
PROCESSES = typer.Option(
    "--processes",
    min=1,
    max=64,
    help="How many processes read side by side, with 300 MB of memory each. The graph is the same.",
)
ID = typer.Option("--id", help="The article's id in your own system.")
PUBLISHER = typer.Option("--publisher", help="Who published it.")
LANGUAGE = typer.Option("--language", help="The language as an ISO 639-1 code. Found out where not given.")
WORLDS = typer.Option(
    "--worlds",
    file_okay=False,
    help="A folder that keeps what is loaded, so that the next measurement only copies it.",
    show_default=False,
)


def ingest(
    places: Annotated[list[str], PLACES],
    published: Annotated[datetime | None, DAY] = None,
    title: Annotated[str | None, TITLE] = None,
    url: Annotated[str | None, URL] = None,
    id: Annotated[str | None, ID] = None,  # noqa: A002 - it is the name of the option
    publisher: Annotated[str | None, PUBLISHER] = None,
    language: Annotated[str | None, LANGUAGE] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and count, but record nothing.")] = False,
    processes: Annotated[int, PROCESSES] = 1,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Read articles and record in the graph what they say.

    The same article twice changes nothing. What cannot be read is set aside with the reason, and the run
    goes on; the exit code is 1 then.

    Example: demarche ingest news/ --published 2026-03-14
    """
    from cypher.opening import ready_graph
    from cypher.settings import DatabaseSettings
    from ingest.counts import Counts
    from ingest.processes import results_of
    from ingest.progress import progress
    from ingest.recording import count, record_all
    from ingest.settings import IngestSettings
    from ingest.sources.reach import Reach
    from ingest.sources.visited import Visited

    settings, database_settings = IngestSettings(), DatabaseSettings()
    languages, batch = settings.readable_languages, settings.batch_articles
    reach = Reach()
    visited = Visited(None if dry_run else database_settings.home)
    items = _items(places, _known(published, title, url, id, publisher, language), visited, reach)
    counts, stopped = Counts(), False
    try:
        with results_of(items, database_settings.home, settings, processes) as found:
            if dry_run:
                with progress("articles", reach=reach) as advance:
                    count(counts, found, languages, advance)
            else:
                with ready_graph(database_settings) as graph, progress("articles", reach=reach) as advance:
                    record_all(graph, counts, found, languages, batch, settings.spacy_model, advance)
        visited.save()
    except KeyboardInterrupt:
        stopped = True
    typer.echo(counts.as_json() if as_json else counts.as_text(recorded=not dry_run))
    if stopped:
        typer.echo("demarche ingest: stopped; what is counted is done, run it again for the rest", err=True)
        raise typer.Exit(STOPPED)
    if counts.set_aside:
        raise typer.Exit(PROBLEM)


def extract(
    place: Annotated[str, PLACES] = "-",
    published: Annotated[datetime | None, DAY] = None,
    title: Annotated[str | None, TITLE] = None,
    url: Annotated[str | None, URL] = None,
    id: Annotated[str | None, ID] = None,  # noqa: A002 - it is the name of the option
    publisher: Annotated[str | None, PUBLISHER] = None,
    language: Annotated[str | None, LANGUAGE] = None,
) -> None:
    """Print what articles say as JSON lines, one line for each article, in order. Needs no database.

    What is no article gives {"error": ..., "line": ...} in its place; the exit code is 1 then.

    Example: demarche extract article.txt
    """
    import json

    from cypher.settings import DatabaseSettings
    from ingest.extract import reading_to_json
    from ingest.progress import progress
    from ingest.proposals import proposer_of
    from ingest.run import pipeline_reader, results
    from ingest.settings import IngestSettings
    from ingest.sources import SetAside

    settings = IngestSettings()
    read = pipeline_reader(DatabaseSettings().home, settings.spacy_model, proposer_of(settings))
    items = _items([place], _known(published, title, url, id, publisher, language))
    failed = False
    with progress("articles") as advance:
        for result in results(items, read, settings.readable_languages, settings.batch_articles):
            advance(1)
            if isinstance(result, SetAside):
                failed = True
                line = {"error": result.reason, "line": result.line or 1, "source": result.source}
            else:
                line = reading_to_json(result)
            typer.echo(json.dumps(line, ensure_ascii=False))
    if failed:
        raise typer.Exit(PROBLEM)


def worker(
    processes: Annotated[int, PROCESSES] = 1,
    kafka: Annotated[
        bool, typer.Option("--kafka", help="Read the Kafka topic of the settings instead of the inbox.")
    ] = False,
    watch_input: Annotated[
        bool, typer.Option("--until-input-ends", hidden=True, help="Stop when standard input is closed.")
    ] = False,
) -> None:
    """Read the articles that the API has received, until Ctrl-C. Any number of workers may run side by side.

    Example: demarche worker
    """
    from cypher.settings import DatabaseSettings
    from ingest.settings import IngestSettings
    from ingest.worker import run_worker

    run_worker(
        IngestSettings(),
        DatabaseSettings(),
        processes=processes,
        from_kafka=kafka,
        until_input_ends=watch_input,
    )


def reread(
    every: Annotated[
        bool,
        typer.Option("--all", help="Also articles that this very version has read; begins anew each time."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; record nothing.")
    ] = False,
    processes: Annotated[int, PROCESSES] = 1,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object for each article that changes.")
    ] = False,
) -> None:
    """Read the stored articles again that another version has read, and put its claims in place of the old.

    Prints what changes: claims that are gone with a minus, new ones with a plus. Stopped, it goes on where it
    was when it is run again. The exit code is 1 where articles could not be read and kept their old claims.

    Example: demarche reread --dry-run
    """
    import json
    from dataclasses import asdict

    from cypher.opening import ready_graph
    from cypher.settings import DatabaseSettings
    from ingest.extractor import extractor
    from ingest.processes import results_of
    from ingest.progress import progress
    from ingest.reread import articles_left, as_lines, read_again
    from ingest.settings import IngestSettings
    from ingest.sources import SetAside

    settings, database_settings = IngestSettings(), DatabaseSettings()
    without, batch = "" if every else extractor(settings.spacy_model), settings.batch_articles
    read = changed = gone = new = kept = set_aside = 0
    stopped = False
    begun: deque[ArticleToReread] = deque()
    try:
        with (
            ready_graph(database_settings) as graph,
            progress("articles", articles_left(graph, without)) as advance,
            results_of(
                _to_reread(graph, without, batch, begun), database_settings.home, settings, processes
            ) as found,
        ):
            pairs = ((begun.popleft(), result) for result in found)
            for told in read_again(graph, pairs, settings.spacy_model, batch, dry_run=dry_run):
                advance(1)
                if isinstance(told, SetAside):
                    set_aside += 1
                    typer.echo(f"demarche reread: {told.source} keeps its claims: {told.reason}", err=True)
                    continue
                read, kept = read + 1, kept + told.kept
                gone, new = gone + len(told.gone), new + len(told.new)
                if told.gone or told.new:
                    changed += 1
                    lines = [json.dumps(asdict(told), ensure_ascii=False)] if as_json else as_lines(told)
                    for line in lines:
                        typer.echo(line)
    except KeyboardInterrupt:
        stopped = True
    typer.echo(
        f"{read} articles read again, {changed} changed: {gone} claims gone, {new} new, {kept} as before",
        err=True,
    )
    if stopped:
        typer.echo("demarche reread: stopped before the end", err=True)
        raise typer.Exit(STOPPED)
    if set_aside:
        raise typer.Exit(PROBLEM)


def score(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            exists=True,
            dir_okay=False,
            help="Articles with what people marked in them, as JSON lines.",
            show_default=False,
        ),
    ],
    with_errors: Annotated[
        bool, typer.Option("--errors/--totals-only", help="List each error with its sentence, or none.")
    ] = True,
    only_table: Annotated[
        bool, typer.Option("--markdown", help="Print the table alone, in Markdown.")
    ] = False,
    floors: Annotated[
        list[str] | None,
        typer.Option(
            "--floor",
            metavar="MEASURE=NUMBER",
            help="Leave with code 1 where a file falls below, for example pairs.f1=0.8. Can be given often.",
        ),
    ] = None,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Compare what the reader finds with what people marked: precision, recall and F1, and every error.

    Measures for --floor are the names under "figures" of --json.

    Example: demarche score gold.jsonl --totals-only --floor pairs.precision=0.9
    """
    from cypher.settings import DatabaseSettings
    from ingest.progress import progress
    from ingest.proposals import proposer_of
    from ingest.run import pipeline_reader
    from ingest.score.report import printed
    from ingest.score.run import below, check_floors, gold_file, score_file
    from ingest.settings import IngestSettings

    wanted = floors or []
    check_floors(wanted)
    golds = [gold_file(path) for path in files]
    settings = IngestSettings()
    read = pipeline_reader(DatabaseSettings().home, settings.spacy_model, proposer_of(settings))
    with progress("articles", sum(len(gold.rows) for gold in golds)) as advance:
        cards = [(gold, score_file(gold, read, advance)) for gold in golds]
    typer.echo(printed(cards, as_json, only_table=only_table, with_errors=with_errors))
    fallen = [f"{gold.path.name}: {reason}" for gold, card in cards for reason in below(card, wanted)]
    for line in fallen:
        typer.echo(f"demarche score: {line}", err=True)
    if fallen:
        raise typer.Exit(PROBLEM)


@bench.command("extract")
def bench_extract(
    place: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH]",
            help="Articles to measure with, as for ingest; made-up ones without.",
            show_default=False,
        ),
    ] = None,
    articles: Annotated[int, typer.Option("--articles", min=1, help="How many articles to read.")] = 300,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Measure reading: the whole pipeline against the parser alone, on the same articles in the same run.

    Example: demarche bench extract --articles 1000
    """
    from ingest.bench_extract import bench_articles, measure_reading
    from ingest.progress import progress
    from ingest.records import Article
    from ingest.sources import Known

    items = _items([place], Known()) if place else iter(())
    given = [item for item in items if isinstance(item, Article)]
    with progress("articles", articles) as advance:
        speed = measure_reading(bench_articles(given, articles), articles, advance)
    typer.echo(speed.as_json() if as_json else speed.as_text())


@bench.command("ingest")
def bench_ingest(
    place: Annotated[
        str | None,
        typer.Option(
            "--articles",
            metavar="PATH",
            help="Articles to measure with, as for ingest; repeated ones get other names and days. "
            "Made-up ones without.",
        ),
    ] = None,
    count: Annotated[int, typer.Option("--count", min=1, help="How many articles.")] = 512,
    processes: Annotated[
        list[int] | None,
        typer.Option(
            "--processes",
            min=1,
            max=64,
            help="With how many processes; give it again for more.",
            show_default="1, 2",
        ),
    ] = None,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Measure the whole way from text into Neo4j, beside the parser alone on the same articles in turns.

    Runs on databases of its own in temporary folders, never on yours.

    Example: demarche bench ingest --count 2000 --processes 2
    """
    from cypher.graph import open_graph
    from cypher.opening import bring_up_to_date, passing_database
    from cypher.settings import DatabaseSettings
    from ingest.bench_ingest import measure_ingest, varied_articles
    from ingest.progress import progress
    from ingest.records import Article
    from ingest.settings import IngestSettings
    from ingest.sources import Known

    settings, home = IngestSettings(), DatabaseSettings().home
    items = _items([place], Known()) if place else iter(())
    given = [item for item in items if isinstance(item, Article)]
    for number in processes or [1, 2]:
        with (
            passing_database() as endpoint,
            open_graph(endpoint) as graph,
            progress("articles", count) as advance,
        ):
            bring_up_to_date(graph)
            articles = varied_articles(given, count)
            speed = measure_ingest(graph, home, settings, articles, count, number, advance)
        typer.echo(speed.as_json() if as_json else speed.as_text())


@bench.command("graph")
def bench_graph(
    articles: Annotated[
        list[int] | None,
        typer.Option(
            "--articles",
            min=100,
            help="A size to measure at while the graph grows; give it again for more.",
            show_default="1000, 4000",
        ),
    ] = None,
    meetings: Annotated[
        list[int] | None,
        typer.Option(
            "--meetings",
            min=100,
            help="Measure instead by what is added to a graph that holds so many meetings; give it again for "
            "more. Loading takes some two seconds of computing a thousand.",
            show_default=False,
        ),
    ] = None,
    worlds: Annotated[Path | None, WORLDS] = None,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Measure writing: recording invented articles against a bare UNWIND MERGE of the same rows.

    Runs on databases of its own in temporary folders, never on yours. Hits are accesses of the database to
    its store for one article: they tell how the cost of a change grows, whatever else the machine does.

    Example: demarche bench graph --meetings 10000 --meetings 100000
    """
    import json
    from dataclasses import asdict

    import cypher.bench as measuring
    from cypher.graph import open_graph
    from cypher.opening import passing_database
    from ingest.progress import progress

    stages = [_bench_loaded(size, worlds) for size in sorted(meetings or ())]
    sizes = tuple(sorted(articles or (() if meetings else (1_000, 4_000))))
    if sizes:
        with (
            passing_database() as endpoint,
            open_graph(endpoint) as graph,
            progress("articles", sizes[-1]) as advance,
        ):
            stages += measuring.bench_graph(graph, sizes, advance)
    if as_json:
        typer.echo(json.dumps([asdict(stage) for stage in stages]))
        return
    typer.echo(
        "articles  recorded/s  bare merge/s  ratio  retraction  correction  "
        "hits of recording  retraction  correction"
    )
    for stage in stages:
        rates = f"{stage.recorded_per_second:10.0f}  {stage.bare_per_second:12.0f}  {stage.ratio:5.1f}"
        typer.echo(
            f"{stage.articles:8}  {rates}  {stage.retract_seconds:8.3f} s  {stage.correct_seconds:8.3f} s  "
            f"{stage.record_hits:17.0f}  {stage.retract_hits:10.0f}  {stage.correct_hits:10.0f}"
        )


def _bench_loaded(meetings: int, worlds: Path | None) -> BenchStage:
    from cypher.bench import bench_loaded_graph
    from cypher.graph import open_graph
    from cypher.invented.keeping import world_database
    from cypher.invented.world import World
    from ingest.progress import progress

    world = World(people=max(meetings // 10, 100))
    with progress(f"articles of {meetings} meetings", None) as advance, ExitStack() as stack:
        loaded = world_database(world, meetings, worlds, advance)
        graph = stack.enter_context(open_graph(stack.enter_context(loaded)))
        return bench_loaded_graph(graph, world, meetings, progress=advance)


@bench.command("laws")
def bench_laws(
    articles: Annotated[int, typer.Option("--articles", min=100, help="How many articles.")] = 1_000,
    workers: Annotated[int, typer.Option("--workers", min=1, help="How many processes record them.")] = 8,
    batch: Annotated[int, typer.Option("--batch", min=1, help="How many articles at once.")] = 32,
    kill_every: Annotated[
        int,
        typer.Option("--kill-every", min=1, help="One worker is killed after so many batches, on average."),
    ] = 20,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Prove the laws: workers who are killed at random leave the graph that one undisturbed worker leaves.

    Invented articles, of which a fifth is sent twice, a twentieth corrected and a twentieth taken back, on
    databases of its own in temporary folders. The exit code is 1 if a graph is not sound, or not the same.

    Example: demarche bench laws --articles 100000
    """
    import json
    from dataclasses import asdict

    from cypher.great_run import great_run
    from cypher.invented.deliveries import deliveries
    from cypher.opening import passing_database
    from ingest.progress import progress

    mail = deliveries(articles, batch)
    runs = []
    for crew, kills in ((workers, kill_every), (1, None)):
        with passing_database() as endpoint, progress("articles", articles) as advance:
            run = great_run(endpoint, mail, crew, kills, progress=advance)
        runs.append(run)
        if not as_json:
            typer.echo(
                f"{run.workers} workers: {run.readings} readings and {run.retractions} retractions in "
                f"{run.seconds:.0f} s ({run.readings_per_second:.0f}/s), {run.kills} kills, "
                f"{'sound' if not run.findings else 'NOT SOUND'}"
            )
    equal = runs[0].contents == runs[1].contents
    if as_json:
        typer.echo(json.dumps({"equal": equal, "runs": [asdict(run) for run in runs]}))
    else:
        typer.echo("both left the same graph" if equal else "they left DIFFERENT graphs")
    if not equal or any(run.findings for run in runs):
        raise typer.Exit(PROBLEM)


def _known(
    published: datetime | None,
    title: str | None,
    url: str | None,
    id: str | None,  # noqa: A002 - as in the commands
    publisher: str | None,
    language: str | None,
) -> Known:
    from ingest.sources import Known

    return Known(
        id=id,
        title=title,
        url=url,
        published=published.date() if published else None,
        language=language,
        publisher=publisher,
    )


def _to_reread(graph: Graph, without: str, batch: int, begun: deque[ArticleToReread]) -> Iterator[Item]:
    """The stored articles that are to be read again; each is noted as `begun` when it is handed out."""
    from ingest.reread import articles_to_reread
    from ingest.stored import article_of

    for stored in articles_to_reread(graph, without, batch):
        begun.append(stored)
        yield article_of(stored)


def _items(
    places: list[str], known: Known, visited: Visited | None = None, reach: Reach | None = None
) -> Iterator[Item]:
    from ingest.settings import IngestSettings
    from ingest.sources import items_from

    return items_from(places, known, IngestSettings(), visited, reach)
