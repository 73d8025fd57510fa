"""Ports of this machine: free ones, and who holds one that is not."""

from __future__ import annotations

import random
import socket

import psutil

from cypher.errors import PortTakenError
from cypher.server.configuration import LOOPBACK

# Below the range from which systems take ports for outgoing connections, so that none slips in between.
_FREE_PORTS = range(17000, 32000)
_TRIES = 200


def is_free(port: int) -> bool:
    """Whether a server can listen on a port of the loopback address."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return not answers(port)


def answers(port: int) -> bool:
    """Whether a program accepts connections on a port of the loopback address."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1):
            return True
    except OSError:
        return False


def chosen_port(wanted: int, setting: str) -> int:
    """The wanted port, or for 0 any free one; raises PortTakenError if the wanted one is taken."""
    if wanted == 0:
        candidates = random.sample(_FREE_PORTS, _TRIES)
        wanted = next((port for port in candidates if is_free(port)), candidates[0])
    if not is_free(wanted):
        raise PortTakenError(wanted, setting, holder(wanted))
    return wanted


def holder(port: int) -> str | None:
    """The program that listens on a port, as `name (process 123)`, if the system tells us."""
    try:
        for connection in psutil.net_connections("tcp"):
            address = connection.laddr
            if connection.status == psutil.CONN_LISTEN and address and address[1] == port and connection.pid:
                return f"{psutil.Process(connection.pid).name()} (process {connection.pid})"
    except psutil.Error:
        return None
    return None
