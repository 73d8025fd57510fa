"""Structured logs on standard error: for a person on a terminal, as JSON lines everywhere else."""

from __future__ import annotations

import logging
import sys
from typing import Any, Literal

import structlog
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class LogSettings(BaseSettings):
    """How much is logged, and in which form."""

    model_config = SettingsConfigDict(env_prefix="DEMARCHE_LOG_", extra="ignore", frozen=True)

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least important kind of line that is logged"
    )
    format: Literal["auto", "console", "json"] = Field(
        default="auto", description="`auto` is `console` on a terminal and `json` otherwise"
    )


# Of these only warnings matter to an operator. The driver at debug would also write query parameters.
QUIET_LIBRARIES = (
    "neo4j",
    "httpx",
    "httpcore",
    "trafilatura",
    "htmldate",
    "charset_normalizer",
    "jgo",
    "cjdk",
)


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
    for name in QUIET_LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)


def _rendering(settings: LogSettings) -> list[Any]:
    on_terminal = sys.stderr.isatty()
    if settings.format == "console" or (settings.format == "auto" and on_terminal):
        return [structlog.dev.ConsoleRenderer(colors=on_terminal)]
    return [
        structlog.processors.dict_tracebacks,
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]
