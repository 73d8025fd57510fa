"""What the README says is true, and nothing that an operator needs is missing from it."""

from __future__ import annotations

import doctest
import importlib.util
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import typer
import yaml

import app
import cypher
import ingest
from app.cli import GROUPS, command_line
from ingest.records import Article, MeetingClaim
from ingest.run import pipeline_reader
from ingest.settings import DEFAULT_MODEL

ROOT = Path(__file__).parent.parent
ALL_COMMANDS = typer.main.get_command(command_line(list(GROUPS)))
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROOMS = (app, cypher, ingest)


def module_names() -> list[str]:
    return sorted(
        found.name
        for room in ROOMS
        for found in pkgutil.walk_packages(room.__path__, prefix=f"{room.__name__}.")
        if not found.name.endswith("__main__")
    )


def commands() -> list[tuple[str, ...]]:
    def below(command: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        inner = getattr(command, "commands", None)
        if inner is None:
            yield path
            return
        for name, each in inner.items():
            yield from below(each, (*path, name))

    return list(below(ALL_COMMANDS, ()))


def test_the_tables_of_settings_and_commands_are_those_of_the_code() -> None:
    """A new setting needs a comment above it and a command needs help; `.ci/readme.py` takes them over."""
    specification = importlib.util.spec_from_file_location("readme", ROOT / ".ci" / "readme.py")
    assert specification is not None
    assert specification.loader is not None
    writer = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(writer)

    assert writer.completed(README) == README
    assert "| `DEMARCHE_PORT` |" in README
    assert "| `demarche up` |" in README
    assert not re.search(r"\|\s+\|$", README, flags=re.MULTILINE), (
        "a setting or command without an explanation"
    )


@pytest.mark.parametrize("path", commands(), ids=" ".join)
def test_each_command_has_help_with_an_example_and_stands_in_the_readme(path: tuple[str, ...]) -> None:
    command = ALL_COMMANDS
    for name in path:
        command = command.commands[name]  # type: ignore[attr-defined]

    assert command.help
    assert f"Example: demarche {' '.join(path)}" in command.help
    assert f"`demarche {' '.join(path)}" in README
    for parameter in command.params:
        assert getattr(parameter, "help", None) or getattr(parameter, "hidden", False), parameter.name


def test_the_compose_file_names_commands_and_settings_that_exist() -> None:
    """In each service of our image; whom it waits for can say that it is well."""
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    ours = {name: service for name, service in services.items() if service["image"].startswith("demarche:")}

    assert set(ours) == {"api", "worker", "kafka-worker"}
    for service in ours.values():
        assert [name for name in service["environment"] if f"| `{name}` |" not in README] == []
        name, *options = service["command"]
        parameters = ALL_COMMANDS.commands[name].params  # type: ignore[attr-defined]
        assert set(options) <= {option for parameter in parameters for option in parameter.opts}
        for other, waits in service["depends_on"].items():
            assert waits == {"condition": "service_healthy"}
            assert "healthcheck" in services[other]


def test_the_example_of_the_readme_is_true(tmp_path: Path) -> None:
    """Its article is the one in the file, and a reading of it says what the README shows."""
    text = (ROOT / "tests" / "articles" / "visit.txt").read_text(encoding="utf-8")
    quoted = " ".join(line.lstrip("> ") for line in README.splitlines() if line.startswith(">"))
    assert " ".join(quoted.split()) == " ".join(text.split())

    article = Article(id="visit", text=text, published=date(2024, 5, 9))
    (reading,) = pipeline_reader(tmp_path, DEFAULT_MODEL)([article])

    meetings = [claim for claim in reading.claims if isinstance(claim, MeetingClaim)]
    assert [(claim.status, claim.when.edtf) for claim in meetings] == [
        ("planned", None),
        ("held", "2024-05-07"),
    ]
    names = [{participant.name for participant in claim.participants} for claim in meetings]
    assert names == [
        {"Kwabena Asante-Mensah", "Ingrid Solbakken"},
        {"Kwabena Asante-Mensah", "Torstein Bakke"},
    ]
    held = meetings[1].evidence
    assert f'"start": {held.start}, "end": {held.end}' in README
    assert f"claims           {len(reading.claims)} " in README


def test_what_the_readme_links_to_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", README):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("name", module_names())
def test_examples_in_docstrings_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
