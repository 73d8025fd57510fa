"""What an operator can change about the API. Read once at the edge and passed inward."""

from __future__ import annotations

import ipaddress
from typing import Literal

from limits import parse
from pydantic import Field, SecretStr, field_validator

from cypher.settings import HomeSettings


class AppSettings(HomeSettings):
    """The environment wins over `settings.env` in the data folder, which wins over the values here."""

    # The address that the API listens on. Others than loopback need DEMARCHE_ALLOW_REMOTE as well.
    host: str = "127.0.0.1"

    # The port of the API. 0 takes any free one.
    port: int = Field(default=8480, ge=0, le=65535)

    # Listen on other addresses than loopback. Every request then needs a key, see DEMARCHE_KEYS.
    allow_remote: bool = False

    # Host names by which the API may be addressed, with commas; * for any. Empty: this machine's own names on
    # loopback, any name elsewhere. Keeps a foreign web page from reaching the API under a name of its own.
    allowed_hosts: str = ""

    # What needs a key: `auto` is nothing on this machine and everything from elsewhere; `writes` leaves
    # reading open to all; `all` asks for a key everywhere. Keys are made with `demarche keys create`.
    keys: Literal["auto", "writes", "all"] = "auto"

    # The key that `demarche mcp` sends to the API which it asks, where that wants one.
    api_key: SecretStr | None = None

    # How often a key, or an address without one, may ask, such as 1200/minute or 20/second. Each API process
    # counts for itself. Empty: as often as it likes. Whoever needs no key on this machine is not counted.
    rate_limit: str = "1200/minute"

    # Web pages of these origins may use the API from a browser, such as https://news.example.org, with
    # commas; * for any. Empty: none.
    cors_origins: str = ""

    # Webhooks may have addresses of this machine and of private networks. Without it, nobody who may write
    # can make the server reach into its own network.
    webhooks_private: bool = False

    # How many seconds pass before the server looks again for what webhooks are to be told.
    webhook_seconds: float = Field(default=5.0, gt=0)

    # Send traces of requests and queries by OpenTelemetry, to where its own variables say, such as
    # OTEL_EXPORTER_OTLP_ENDPOINT. Needs `pip install 'demarche[opentelemetry]'`.
    opentelemetry: bool = False

    # How many items a page holds if the caller does not say.
    page_limit: int = Field(default=50, ge=1, le=10_000)

    # The most items that a caller may ask for in one page.
    page_limit_max: int = Field(default=500, ge=1, le=10_000)

    # The most items of a list that is asked for whole, in another form than JSON.
    whole_limit: int = Field(default=100_000, ge=1)

    # A request with a larger body, in bytes, is refused.
    body_limit: int = Field(default=5_000_000, ge=1_000)

    # How many articles may wait to be read. While as many do, posted ones are refused (503, Retry-After).
    inbox_limit: int = Field(default=100_000, ge=1)

    # Ask every kind of question once after the start, in the background, so that the database has planned
    # them before anybody waits. Costs it some seconds to a minute of one core.
    warm_up: bool = True

    # How many seconds the database may work on one question.
    question_seconds: float = Field(default=10.0, gt=0)

    # How many seconds a caller waits for an answer in all, before the API says that the database is away.
    answer_seconds: float = Field(default=15.0, gt=0)

    # How many seconds a caller is told to wait before the next try while the database is away.
    retry_after_seconds: int = Field(default=5, ge=1)

    @field_validator("rate_limit")
    @classmethod
    def _can_be_read(cls, value: str) -> str:
        if value.strip():
            parse(value)
        return value

    @property
    def origins(self) -> list[str]:
        """The origins whose web pages may use the API."""
        return [origin.strip().rstrip("/") for origin in self.cors_origins.split(",") if origin.strip()]

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the API."""
        return is_loopback(self.host)

    @property
    def host_names(self) -> frozenset[str] | None:
        """The host names that requests may be addressed to, in lower case; None for any."""
        names = frozenset(name.strip().lower() for name in self.allowed_hosts.split(",") if name.strip())
        if "*" in names or (not names and not self.is_loopback):
            return None
        return names or LOOPBACK_NAMES | {self.host.lower()}


LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(host: str) -> bool:
    """Whether an address to listen on can only be reached from this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost")
    (True, True, True)
    >>> is_loopback("0.0.0.0"), is_loopback("api.example.org")
    (False, False)
    """
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
