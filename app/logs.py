"""Structured logs on standard error: for a person on a terminal, as JSON lines everywhere else."""

from __future__ import annotations

import logging
import sys
from typing import Any, Literal

import structlog
from pydantic_settings import SettingsConfigDict
from structlog.tracebacks import ExceptionDictTransformer

from cypher.settings import HomeSettings


class LogSettings(HomeSettings):
    """The environment wins over `settings.env` in the data folder, which wins over the values here."""

    model_config = SettingsConfigDict(env_prefix="DEMARCHE_LOG_")

    # The least important kind of line that is logged.
    level: Literal["debug", "info", "warning", "error"] = "info"

    # `console` for people, `json` for programs; `auto` is `console` on a terminal and `json` elsewhere.
    format: Literal["auto", "console", "json"] = "auto"


# The least that an operator should hear of these. The driver warns of each transaction that it repeats, which
# is no trouble; and at debug it would also write query parameters. What becomes of a page, we say ourselves.
LIBRARIES = {
    "charset_normalizer": logging.WARNING,
    "htmldate": logging.WARNING,
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "jgo": logging.WARNING,
    "neo4j": logging.ERROR,
    "trafilatura": logging.CRITICAL,
    "uvicorn": logging.WARNING,
}


def set_up_logs(settings: LogSettings) -> None:
    """Send all logs of this process, those of libraries too, to standard error in one form."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_rendering(settings)],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.level.upper())
    for name, level in LIBRARIES.items():
        logging.getLogger(name).setLevel(level)


def _rendering(settings: LogSettings) -> list[Any]:
    on_terminal = sys.stderr.isatty()
    # Never the values of variables: there are keys and passwords among them, and a large one takes a minute.
    if settings.format == "console" or (settings.format == "auto" and on_terminal):
        plain = structlog.dev.plain_traceback
        return [structlog.dev.ConsoleRenderer(colors=on_terminal, exception_formatter=plain)]
    return [
        structlog.processors.ExceptionRenderer(ExceptionDictTransformer(show_locals=False)),
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]
