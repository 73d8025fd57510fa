"""A relay before the database that can be shut, so that who asks it meets one that is away."""

from __future__ import annotations

import asyncio


class Gate:
    """A relay before the database that can be shut, as if the database went away."""

    def __init__(self, host: str, port: int) -> None:
        self._to = (host, port)
        self._connections: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    async def open(self) -> None:
        """Let connections through, always on the same port."""
        self._server = await asyncio.start_server(self._relay, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        """Refuse new connections and break the others."""
        if self._server is not None:
            self._server.close()
        for writer in self._connections:
            writer.transport.abort()
        self._connections.clear()
        await asyncio.sleep(0)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_connection(*self._to)
        self._connections |= {writer, inner_writer}
        await asyncio.gather(_pump(reader, inner_writer), _pump(inner_reader, writer))


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()
