"""The API as a server. Its port is bound before anything else starts, so a taken one is known at once."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from app.errors import AppError, ExposedWithoutKeys

if TYPE_CHECKING:
    from app.settings import AppSettings

# How long open requests may take to finish once the server is told to stop.
GRACE_SECONDS = 10


class PortTaken(AppError):
    """Raised when the port of the API cannot be listened on."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(
            f"The API cannot listen on {host}, port {port}: {reason}.",
            "Set DEMARCHE_PORT to another port (0 takes any free one).",
        )


def listening_socket(settings: AppSettings) -> socket.socket:
    """A socket that listens as the settings say."""
    if not settings.is_loopback and not settings.allow_remote:
        raise ExposedWithoutKeys(settings.host)
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # On Windows this option would let a second program take the same port.
        if hasattr(socket, "SO_REUSEPORT"):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((settings.host, settings.port))
        listener.listen(2048)
    except OSError as error:
        listener.close()
        raise PortTaken(settings.host, settings.port, error.strerror or str(error)) from error
    return listener


def address_of(listener: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listener.getsockname()[:2]
    if host in ("0.0.0.0", "::"):  # noqa: S104 - this is shown, not listened on
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve_until_stopped(application: Any, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Answer requests until a signal says stop; then finish the open ones. Calls `ready` once it answers."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                ready()

    # Our own log set-up is in place: `log_config=None` keeps uvicorn from adding a second one.
    config = uvicorn.Config(
        application,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    # uvicorn has finished its requests when it raises this, and stopping is how a server ends.
    with suppress(KeyboardInterrupt):
        Server(config).run(sockets=[listener])
