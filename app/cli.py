"""The `demarche` command: assembles the commands of the three rooms, and gives every failure one line.

Exit codes, the same for every command:

    0    done, and nothing was wrong
    1    done, but something needs a look: articles set aside, a failed check, nothing found
    2    the command was not understood: an unknown option, a path that is not there, a wrong setting
    3    no database: it cannot be reached, cannot start, or refuses the password
    4    the program itself failed; `--debug` shows where
    130  stopped with Ctrl-C before it was done; `up`, `serve` and `worker` end that way, and with 0

Results go to standard output, everything else to standard error. Only what a command needs is imported,
so that `--help` answers at once.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from types import FrameType
from typing import Annotated

import typer

import app.commands
import app.draw
import cypher.commands
import ingest.commands

OK, PROBLEM, USAGE, DATABASE, FAILURE, STOPPED = 0, 1, 2, 3, 4, 130

EXIT_CODES = (
    "Exit codes: 0 done; 1 done, but something needs a look (articles set aside, a failed check, "
    "nothing found); 2 not understood; 3 no database; 4 the program failed; 130 stopped with Ctrl-C."
)

COMMANDS = (
    app.commands.up,
    ingest.commands.ingest,
    ingest.commands.extract,
    app.commands.serve,
    ingest.commands.worker,
    ingest.commands.reread,
    app.commands.status,
    app.draw.draw,
    app.commands.mcp,
    cypher.commands.verify,
    cypher.commands.rebuild,
    cypher.commands.retract,
    cypher.commands.export,
    ingest.commands.score,
)

# Groups of commands in modules that take long to load: where the group is, and the help that stands for it.
GROUPS = {
    "entities": (
        "ingest.entities.commands",
        "commands",
        "People, parties and organisations that texts can name.",
    ),
    "inbox": (
        "cypher.inbox_commands",
        "commands",
        "The articles that wait to be read, and those that were set aside.",
    ),
    "keys": ("app.key_commands", "commands", "The keys of the API: who may read and who may write."),
    "webhooks": ("app.webhook_commands", "commands", "Who is told of new meetings."),
    "bench": ("app.bench_commands", "commands", "Measure how fast this machine reads, writes and answers."),
}


def command_line(arguments: Sequence[str]) -> typer.Typer:
    """All commands. A group is only loaded where the arguments name it; its help stands for it elsewhere."""
    cli = typer.Typer(
        name="demarche",
        help="Who met whom: news articles become a Neo4j graph, with a sentence behind every edge.",
        epilog=EXIT_CODES,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    cli.callback()(before_each_command)
    for command in COMMANDS:
        cli.command()(command)
    for name, (module, attribute, text) in GROUPS.items():
        named = name in arguments
        group = getattr(importlib.import_module(module), attribute) if named else _unloaded(text)
        cli.add_typer(group, name=name)
    return cli


def _unloaded(text: str) -> typer.Typer:
    group = typer.Typer(help=text)
    group.callback()(lambda: None)
    return group


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"demarche {version('demarche')}")
        raise typer.Exit(OK)


def before_each_command(
    debug: Annotated[
        bool, typer.Option("--debug", help="Log everything, and show where a failure arose.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Set up the logs, as the settings say."""
    from app.logs import LogSettings, set_up_logs

    set_up_logs(LogSettings(level="debug") if debug else LogSettings())


def main() -> None:
    """Run the command that the arguments name, and leave with its exit code."""
    signal.signal(signal.SIGTERM, _stop)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of a command. A failure becomes a line on standard error, which says what to do."""
    try:
        code = command_line(arguments)(arguments, prog_name="demarche", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _usage(error)
    except (SystemExit, BrokenPipeError):
        # `demarche extract ... | head` is no failure. The interpreter would flush once more, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except (typer.Abort, KeyboardInterrupt):
        return STOPPED
    except Exception as error:
        if "--debug" in arguments:
            traceback.print_exc()
        code, text = _explained(error)
        typer.echo(f"demarche: {text}", err=True)
    return code if isinstance(code, int) else OK


def _usage(error: typer.TyperException) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "demarche"
    message = error.format_message()
    if message:  # empty where the help was printed, because nothing was asked for
        typer.echo(f"{command}: {message.rstrip('.')}. See {command} --help.", err=True)
    return USAGE


def _explained(error: Exception) -> tuple[int, str]:
    """The exit code for a failure, and what to tell a person."""
    from pydantic import ValidationError

    from app.errors import AppError
    from cypher.errors import DecisionRefusedError, DemarcheDatabaseError, TooMuchChangedError
    from ingest.entities.errors import EntityDataError
    from ingest.errors import IngestError

    match error:
        case DecisionRefusedError() | TooMuchChangedError():
            return USAGE, str(error)
        case DemarcheDatabaseError():
            return DATABASE, str(error)
        case IngestError() | AppError() | EntityDataError():
            return USAGE, str(error)
        case ValidationError() if error.title.endswith("Settings"):
            first = error.errors(include_url=False, include_input=False)[0]
            name = _environment_name(error.title, str(first["loc"][0]) if first["loc"] else "")
            return USAGE, f"the setting {name} is wrong: {first['msg']}"
        case _:
            advice = "run it again with --debug in front of the command, and report what it shows"
            return FAILURE, f"{type(error).__name__}: {error} ({advice})"


def _environment_name(settings: str, field: str) -> str:
    prefix = "DEMARCHE_LOG_" if settings == "LogSettings" else "DEMARCHE_"
    return field if field.startswith("NEO4J_") else prefix + field.upper()


def _stop(number: int, frame: FrameType | None) -> None:
    """Let `kill` end a command as Ctrl-C does, so that the database and the worker end in good order."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
