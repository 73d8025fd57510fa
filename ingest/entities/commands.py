"""`demarche entities`: import entity data, and see what is known of a name."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from cypher.connect import running_endpoint
from cypher.settings import DatabaseSettings
from ingest.entities import decision_commands, importers
from ingest.entities.data import EntityData, load_entity_data
from ingest.entities.errors import EntityDataError
from ingest.entities.importers.shape import country_code
from ingest.entities.importing import ImportReport, import_entities
from ingest.entities.model import Office, PersonMatch

commands = typer.Typer(
    name="entities", help="People, parties and organisations that texts can name.", no_args_is_help=True
)
for name, command in decision_commands.COMMANDS.items():
    commands.command(name)(command)

_FORMATS = ", ".join(importers.FORMATS)
_MOST_SHOWN = 10


def _home() -> Path:
    return DatabaseSettings().home


@commands.command("import")
def import_command(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Files to import; gz and bz2 are unpacked.", exists=True, dir_okay=False),
    ],
    format_name: Annotated[
        str | None, typer.Option("--format", help=f"One of {_FORMATS}. Guessed if left out.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="Whose people these are, where the file does not say (Popolo).")
    ] = None,
    home: Annotated[Path | None, typer.Option(help="The data folder, if not the usual one.")] = None,
) -> None:
    """Add people, parties and organisations from files. Importing a file again changes nothing.

    Example: demarche entities import people.csv
    """
    errors = Console(stderr=True)
    iso3 = country_code(country) if country else None
    if country and iso3 is None:
        errors.print(f"No country is called {country!r}. Give an ISO code such as POL.", markup=False)
        raise typer.Exit(2)
    if format_name is not None and format_name not in importers.FORMATS:
        errors.print(f"No format is called {format_name!r}. Give one of: {_FORMATS}.", markup=False)
        raise typer.Exit(2)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    try:
        with Progress(*columns, console=errors, transient=True) as bar:
            task = bar.add_task("Reading")
            report = import_entities(
                paths,
                home or _home(),
                format_name,
                iso3,
                lambda done: bar.update(task, description=f"{done} records"),
            )
    except EntityDataError as error:
        errors.print(str(error), markup=False)
        raise typer.Exit(1) from error
    for line in report_lines(report):
        typer.echo(line)
    settings = DatabaseSettings(home=home) if home else DatabaseSettings()
    if running_endpoint(settings) is not None:
        decision_commands.adopt_into(settings)
    else:
        typer.echo(
            "Whom the graph knows under an id of ours takes the public one by 'demarche entities adopt'."
        )


def report_lines(report: ImportReport) -> list[str]:
    """The report in words, one line for each fact, with the first reasons."""
    lines = [
        f"{report.people} people, {report.parties} parties and {report.organizations} organisations are new.",
        f"{report.merged} records were known already; what they add is merged.",
    ]
    if report.malformed:
        lines.append(f"{report.malformed} records could not be read and are left out:")
        lines.extend(f"  {reason}" for reason in report.reasons[:_MOST_SHOWN])
    return lines


@commands.command("show")
def show_command(
    name: Annotated[str, typer.Argument(help="A person, country, party, organisation or city.")],
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the text.")] = None,
    country: Annotated[
        str | None, typer.Option(help="The country that the text connects with the name.")
    ] = None,
    home: Annotated[Path | None, typer.Option(help="The data folder, if not the usual one.")] = None,
) -> None:
    """Show whom or what a name can mean, best first, with score and reason.

    Example: demarche entities show Lavrov --on 2022-11-22
    """
    try:
        data = load_entity_data(home or _home())
    except EntityDataError as error:
        Console(stderr=True).print(str(error), markup=False)
        raise typer.Exit(1) from error
    lines = shown(data, name, on, country_code(country) if country else None)
    for line in lines:
        typer.echo(line)
    if not lines:
        typer.echo(f"Nothing is known of {name!r}.")
        raise typer.Exit(1)


def shown(data: EntityData, name: str, on: datetime | None, country: str | None) -> list[str]:
    """All that a name can mean, one line for each."""
    day = on.date() if on else None
    lines: list[str] = []
    state = data.country_of(name)
    if state:
        others = f", or {', '.join(state.others)}" if state.others else ""
        lines.append(f"country       {state.iso3}{others}: {state.via}")
    for match in data.people_named(name, day, country)[:_MOST_SHOWN]:
        lines.extend(_person_lines(match))
    lines.extend(
        f"party         {party.id}: {party.name}, {party.country or 'no country'}"
        for party in data.parties_named(name)[:_MOST_SHOWN]
    )
    lines.extend(
        f"organization  {one.id}: {one.name}" for one in data.organizations_named(name)[:_MOST_SHOWN]
    )
    for place in data.places_named(name)[:_MOST_SHOWN]:
        capital = ", capital" if place.capital else ""
        lines.append(
            f"place         {place.id}: {place.name}, {place.country}{capital}, {place.population} people"
        )
    return lines


def _person_lines(match: PersonMatch) -> list[str]:
    person = match.person
    who = f"{person.name}, {person.country or 'no country'}"
    head = f"person        {person.id}: {who} ({match.score:.2f}, {match.reason})"
    return [head, *(f"              {_office_line(office)}" for office in person.offices)]


def _office_line(office: Office) -> str:
    start = office.start.isoformat() if office.start else "?"
    end = office.end.isoformat() if office.end else ("today" if office.end_known else "?")
    return f"{start} to {end}: {office.title}, {office.organization or office.country or ''}"
