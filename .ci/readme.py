"""Writes the tables of settings, commands and routes into `README.md`, from the code that they describe.

    python3 .ci/venv.py python .ci/readme.py

A test fails while the README says something else than this would write.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import typer
from pydantic_settings import BaseSettings

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
ROOMS = ("cypher", "app", "ingest")


def completed(readme: str) -> str:
    """The README with its tables as they should be."""
    tables = {"settings": settings_table(), "commands": commands_table(), "routes": routes_table()}
    for name, table in tables.items():
        begin, end = f"<!-- {name}: written by .ci/readme.py -->", f"<!-- end of {name} -->"
        pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), flags=re.DOTALL)
        readme = pattern.sub(lambda _: f"{begin}\n{table}\n{end}", readme)  # noqa: B023 - used at once
    return readme


def settings_table() -> str:
    """One row for each setting: its name in the environment, its default, and the comment above it."""
    rows = ["| setting | default | what it changes |", "| --- | --- | --- |"]
    for settings in settings_classes():
        comments = comments_above_fields(settings)
        prefix = settings.model_config.get("env_prefix", "")
        for field, info in settings.model_fields.items():
            name = str(info.validation_alias or f"{prefix}{field}").upper()
            rows.append(
                f"| `{name}` | {shown(info.default, bool(info.default_factory))} | {comments[field]} |"
            )
    return "\n".join(rows)


def commands_table() -> str:
    """One row for each command: how it is called, and the first sentence of its help."""
    from app.cli import GROUPS, command_line

    rows = ["| command | what it does |", "| --- | --- |"]
    for path, command in leaves(typer.main.get_command(command_line(list(GROUPS))), ()):
        arguments = [p.metavar or str(p.name).upper() for p in command.params if is_argument(p)]
        rows.append(f"| `{' '.join(['demarche', *path, *arguments])}` | {first_paragraph(command.help)} |")
    return "\n".join(row.replace("PATH|URL|-", "PATH\\|URL\\|-") for row in rows)


def routes_table() -> str:
    """One row for each path of the API under `/v1`, and the summary of what one can do there."""
    from app.main import create_app
    from app.settings import AppSettings

    rows = ["| route | what it answers |", "| --- | --- |"]
    for path, operations in create_app(AppSettings()).openapi()["paths"].items():
        for method, operation in operations.items():
            name = path if method == "get" else f"{method.upper()} {path}"
            rows.append(
                f"| `{name}` | {first_paragraph(operation.get('description') or operation['summary'])} |"
            )
    return "\n".join(rows)


def is_argument(parameter: object) -> bool:
    """Whether a parameter of a command is an argument, not an option."""
    return getattr(parameter, "param_type_name", "") == "argument"


def leaves(
    command: typer.core.TyperCommand, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], typer.core.TyperCommand]]:
    """Every command that does something, with the words that call it."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
        return
    for name, each in inner.items():
        yield from leaves(each, (*path, name))


def first_paragraph(text: str | None) -> str:
    """The first paragraph of a help text on one line."""
    return " ".join((text or "").split("\n\n")[0].split())


def settings_classes() -> list[type[BaseSettings]]:
    """Every class of settings, room by room."""
    found: dict[type[BaseSettings], None] = {}
    for room in ROOMS:
        package = importlib.import_module(room)
        for module in pkgutil.iter_modules(package.__path__, prefix=f"{room}."):
            if module.name.endswith((".settings", ".logs")):
                for value in vars(importlib.import_module(module.name)).values():
                    if (
                        inspect.isclass(value)
                        and issubclass(value, BaseSettings)
                        and value is not BaseSettings
                    ):
                        found[value] = None
    return list(found)


def comments_above_fields(settings: type[BaseSettings]) -> dict[str, str]:
    """What the comment directly above each field says."""
    comments, lines = {}, []
    for line in map(str.strip, inspect.getsource(settings).splitlines()):
        field = re.match(r"(\w+):", line)
        if line.startswith("# "):
            lines.append(line[2:])
        elif field and field[1] in settings.model_fields:
            comments[field[1]] = " ".join(lines)
            lines = []
        else:
            lines = []
    return comments


def shown(default: object, computed: bool) -> str:
    """A default as one writes it in the environment; empty where there is none."""
    if computed or default in (None, ""):
        return ""
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


if __name__ == "__main__":
    before = README.read_text(encoding="utf-8")
    README.write_text(completed(before), encoding="utf-8")
    sys.exit(0)
