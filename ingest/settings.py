"""What an operator can change about reading articles. Read once at the edge and passed inward."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class IngestSettings(BaseSettings):
    """Settings of `ingest`, from the environment and from `settings.env` in the data folder."""

    model_config = SettingsConfigDict(env_prefix="DEMARCHE_", extra="ignore", frozen=True)

    batch_articles: int = Field(
        default=32,
        ge=1,
        le=1000,
        description="Articles that are recorded in one transaction",
    )
    max_article_characters: int = Field(
        default=500_000,
        ge=1_000,
        le=1_000_000,  # where spaCy itself refuses a text
        description="An article longer than this is set aside",
    )
    max_page_bytes: int = Field(
        default=10_000_000,
        ge=10_000,
        description="A web page or HTML file larger than this is set aside",
    )
    fetch_seconds: float = Field(
        default=30.0,
        gt=0,
        description="How long fetching one web page may take, all redirects included",
    )
    languages: str = Field(
        default="en",
        description="Languages that are read, as ISO 639-1 codes with commas; others are kept unread",
    )
    worker_poll_seconds: float = Field(
        default=1.0,
        gt=0,
        description="How long the worker sleeps when no article waits",
    )

    @cached_property
    def readable_languages(self) -> frozenset[str]:
        """The languages as a set of lower-case codes."""
        return frozenset(code.strip().lower() for code in self.languages.split(",") if code.strip())


def ingest_settings(**values: Any) -> IngestSettings:
    """The settings of this process; `values` win over the environment."""
    return IngestSettings(**values)
