"""The configuration of the local server: this machine only, a password, and nothing sent to anyone."""

from __future__ import annotations

from pathlib import Path

from cypher.server.layout import usable
from cypher.settings import DatabaseSettings

LOOPBACK = "127.0.0.1"

# What the pages of the Neo4j Browser may load and talk to: this machine. As published they ask three services
# for fonts, statistics and opinions, before the server can tell them not to.
_CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*",
    )
)


def configuration(settings: DatabaseSettings, bolt_port: int, http_port: int) -> dict[str, str]:
    """The values of `neo4j.conf`; a name that Neo4j does not know stops the start."""
    return {
        # Only programs of this machine can connect, and only with the password.
        "server.default_listen_address": LOOPBACK,
        "server.default_advertised_address": LOOPBACK,
        "server.bolt.listen_address": f":{bolt_port}",
        "server.http.listen_address": f":{http_port}",
        # What the Browser and drivers are told to connect to; without it they are told the standard ports.
        "server.bolt.advertised_address": f":{bolt_port}",
        "server.http.advertised_address": f":{http_port}",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "true",
        "server.http.x_forward.enabled": "false",
        # Nothing is reported, to the makers of Neo4j or into the local network.
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "server.bolt.telemetry.enabled": "false",
        "dbms.security.http_static_content_security_policy_header": _CONTENT_SECURITY_POLICY,
        "dbms.fleet_manager.enabled": "false",
        "server.fleet_discovery.enabled": "false",
        # Statements stay within this database: no file of the user, no address can be read by LOAD CSV.
        "dbms.security.allow_csv_import_from_file_urls": "false",
        # Bounded memory and disk.
        "server.memory.pagecache.size": settings.neo4j_page_cache,
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "64M",
        "db.tx_log.rotation.retention_policy": "256M size",
        "db.logs.query.enabled": "OFF",
        # By default a stop waits twice for five quiet seconds of the network library.
        "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
        "internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
        "server.config.strict_validation.enabled": "true",
    }


def write_configuration(values: dict[str, str], folder: Path) -> None:
    """Write `neo4j.conf` into a folder."""
    lines = [f"{name}={value}\n" for name, value in values.items()]
    with usable(folder):
        (folder / "neo4j.conf").write_text("".join(lines), encoding="utf-8")
