"""How to reach Neo4j, and how much a local one may take. Read once at the edge and passed inward."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_cache_path, user_data_path
from pydantic import AfterValidator, Field, SecretStr, StringConstraints
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

Port = Annotated[int, Field(ge=0, le=65535)]
Seconds = Annotated[float, Field(gt=0)]
#: A size as Java and Neo4j write it: a number with K, M or G.
Memory = Annotated[
    str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[1-9]\d*[kKmMgG]$")
]
#: A folder; `~` is the user's own folder, and a relative path starts where the command was run.
Folder = Annotated[Path, AfterValidator(lambda path: path.expanduser().absolute())]

APPLICATION = "demarche"
SETTINGS_FILE = "settings.env"


def default_home() -> Path:
    """The folder of a user's data that the platform prescribes."""
    return user_data_path(APPLICATION, appauthor=False)


def default_cache() -> Path:
    """The folder of a user's files that can be fetched again."""
    return user_cache_path(APPLICATION, appauthor=False)


class HomeSettings(BaseSettings):
    """Of any room: the environment wins over `settings.env` in the data folder, that over the values here."""

    model_config = SettingsConfigDict(
        env_prefix="DEMARCHE_",
        env_ignore_empty=True,
        env_file_encoding="utf-8",
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the file of the home that those two name."""
        given: dict[str, Any] = init_settings()
        home = given.get("home") or os.environ.get("DEMARCHE_HOME") or default_home()
        file = DotEnvSettingsSource(settings_cls, env_file=Path(home).expanduser() / SETTINGS_FILE)
        return init_settings, env_settings, file


class DatabaseSettings(HomeSettings):
    """How to reach the database, and how much a local one may take."""

    model_config = SettingsConfigDict(populate_by_name=True)

    # A server of your own: bolt://..., neo4j://..., neo4j+s://... Not set: Demarche runs one on this machine.
    uri: str | None = Field(default=None, validation_alias="NEO4J_URI")

    # The user to log in as. The local server knows only `neo4j`.
    username: str = Field(default="neo4j", validation_alias="NEO4J_USERNAME")

    # The password for NEO4J_URI; not set: a server without authentication. The local server makes its own.
    password: SecretStr | None = Field(default=None, validation_alias="NEO4J_PASSWORD")

    # The database on that server. The Community Edition has just this one.
    database: str = Field(default="neo4j", validation_alias="NEO4J_DATABASE")

    # The data folder: the graph, its password, logs, settings.env. Commands with one home share one server.
    home: Folder = Field(default_factory=default_home)

    # Where the jars of the local server are kept, 190 MB for all homes together. Can be deleted at any time.
    cache: Folder = Field(default_factory=default_cache)

    # Where the jars come from on the first start: Maven Central or a mirror with its layout.
    maven_repository: str = "https://repo1.maven.org/maven2"

    # The port of the driver protocol, on this machine only. 0 takes any free one.
    neo4j_bolt_port: Port = 7687

    # The port of the Neo4j Browser, on this machine only. 0 takes any free one.
    neo4j_http_port: Port = 7474

    # Where the Neo4j Browser of NEO4J_URI opens, such as http://localhost:7474/browser/, for the links of the
    # dashboard. That of the local server is known.
    neo4j_browser: str | None = None

    # The most memory for the server's objects (its Java heap). More lets larger transactions through.
    neo4j_memory: Memory = "1G"

    # Memory for the graph's files, besides the heap. Reads are fast while the graph fits into it.
    neo4j_page_cache: Memory = "256M"

    # Further options of Java for the local server, as on a command line. Only for those who know why.
    neo4j_java_options: str = ""

    # Seconds that the local server may take to come up; a large graph after a crash needs longer.
    neo4j_start_timeout: Seconds = 180

    # How many claims, articles and decisions may have changed since a moment that is looked back at (as_of).
    # More takes longer, and those who write wait meanwhile.
    as_of_changes: int = Field(default=5_000, ge=0)

    @property
    def settings_file(self) -> Path:
        """The file of settings in the data folder; it need not exist."""
        return self.home / SETTINGS_FILE
