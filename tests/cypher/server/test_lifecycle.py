"""The server lives as long as a command needs it, whatever becomes of the command.

Starting a server takes long, so one story is told, in two runs on one data folder, and each test looks at one
side of what was seen. The name of the folder has a space and letters beyond ASCII; there is no network.
"""

from __future__ import annotations

import signal
import stat
import sys
from dataclasses import dataclass
from typing import Any

import httpx
import psutil
import pytest

from cypher.connect import Endpoint, running_endpoint
from cypher.server.layout import Layout
from cypher.server.state import State, write_state
from cypher.settings import DatabaseSettings
from tests.cypher.server.clients import WITHOUT_NETWORK, Command, comes_true, server_of, state_of


@dataclass(frozen=True)
class FirstRun:
    """Two commands begin at once; one is interrupted, then the other one killed."""

    layout: Layout
    endpoints: tuple[dict[str, Any], dict[str, Any]]
    ready: State
    listening: frozenset[tuple[str, int]]
    discovery: dict[str, Any]
    browser: httpx.Response
    query_without_password: httpx.Response
    query_with_password: httpx.Response
    exit_code_of_interrupted: int
    was_there_for_the_other: bool
    server_ended: bool
    keeper_ended: bool


@dataclass(frozen=True)
class SecondRun:
    """A command begins on a stale state file; the server is killed and comes back; the keeper is killed, and
    another one comes.
    """

    before_breakdown: State
    after_breakdown: State
    nodes: int
    server_ended: bool
    after_keeper: State


@pytest.fixture(scope="module")
def first_run(
    neo4j_endpoint: Endpoint, neo4j_settings: DatabaseSettings, tmp_path_factory: pytest.TempPathFactory
) -> FirstRun:
    """What was seen of the first run. The jars are in the cache, since the tests' own server runs."""
    if neo4j_settings.uri is not None:
        pytest.skip("the tests use a server of the user's own")
    home = tmp_path_factory.mktemp("with a space") / "Ελλάδα und Österreich"
    settings = DatabaseSettings(home=home)
    first, second = commands = [Command(home, WITHOUT_NETWORK) for _ in range(2)]
    try:
        endpoints = (first.endpoint(), second.endpoint())
        ready, server, endpoint = state_of(home), server_of(home), running_endpoint(settings)
        assert server is not None
        assert endpoint is not None
        assert endpoint.browser is not None
        connections = [entry for entry in server.net_connections() if entry.status == psutil.CONN_LISTEN]
        query = endpoint.browser.replace("/browser/", "/db/neo4j/query/v2")
        statement = {"statement": "CREATE (trial:Trial) RETURN 1"}
        return FirstRun(
            layout=Layout(home),
            endpoints=endpoints,
            ready=ready,
            listening=frozenset((entry.laddr.ip, entry.laddr.port) for entry in connections),
            discovery=httpx.get(endpoint.browser.removesuffix("browser/")).json(),
            browser=httpx.get(endpoint.browser, follow_redirects=True),
            query_without_password=httpx.post(query, json=statement),
            query_with_password=httpx.post(query, json=statement, auth=endpoint.auth),
            exit_code_of_interrupted=first.signal(signal.SIGINT),
            was_there_for_the_other=not comes_true(lambda: running_endpoint(settings) is None, seconds=1.5),
            server_ended=second.signal(signal.SIGKILL) != 0 and comes_true(lambda: not server.is_running()),
            keeper_ended=comes_true(lambda: ready.keeper.process() is None),
        )
    finally:
        for command in commands:
            command.kill()


@pytest.fixture(scope="module")
def second_run(first_run: FirstRun) -> SecondRun:
    """What was seen of the second run."""
    home = first_run.layout.home
    write_state(first_run.ready, first_run.layout.state_file)
    command = Command(home, WITHOUT_NETWORK)
    try:
        command.endpoint()
        before = state_of(home)
        broken, keeper = server_of(home), before.keeper.process()
        assert broken is not None
        assert keeper is not None
        broken.kill()
        assert comes_true(
            lambda: state_of(home).server != before.server and state_of(home).is_ready, seconds=90
        )
        after, server = state_of(home), server_of(home)
        assert server is not None
        nodes = count_of_trials(running_endpoint(DatabaseSettings(home=home)))
        keeper.kill()
        ended = comes_true(lambda: not server.is_running())
        assert comes_true(
            lambda: state_of(home).keeper != before.keeper and state_of(home).is_ready, seconds=120
        )
        return SecondRun(before, after, nodes, ended, after_keeper=state_of(home))
    finally:
        command.kill()


def count_of_trials(endpoint: Endpoint | None) -> int:
    """How many nodes of the first run are there, asked over HTTP."""
    assert endpoint is not None
    assert endpoint.browser is not None
    query = endpoint.browser.replace("/browser/", "/db/neo4j/query/v2")
    statement = {"statement": "MATCH (trial:Trial) RETURN count(trial)"}
    return int(httpx.post(query, json=statement, auth=endpoint.auth).json()["data"]["values"][0][0])


def test_commands_that_begin_together_share_one_server(first_run: FirstRun) -> None:
    """Of two commands that begin at once one starts the server, and both get it."""
    first, second = first_run.endpoints
    assert first == second


def test_only_the_owner_can_read_the_password(first_run: FirstRun) -> None:
    """Neither the password file nor the folder of the database opens to the group and others."""
    assert stat.S_IMODE(first_run.layout.password_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(first_run.layout.server.stat().st_mode) == 0o700


def test_the_server_listens_on_this_machine_only(first_run: FirstRun) -> None:
    """The server listens on its two ports, of the loopback address, and on no other."""
    ports = {first_run.ready.bolt_port, first_run.ready.http_port}
    assert {port for _, port in first_run.listening} == ports
    assert {address.removeprefix("::ffff:") for address, _ in first_run.listening} == {"127.0.0.1"}


def test_the_browser_opens_and_the_data_needs_the_password(first_run: FirstRun) -> None:
    """The Neo4j Browser is served on the HTTP port; a query there is refused without the password."""
    assert "Neo4j Browser" in first_run.browser.text
    assert first_run.query_without_password.status_code == httpx.codes.UNAUTHORIZED
    assert first_run.query_with_password.json()["data"]["values"] == [[1]]


def test_an_interrupted_command_leaves_the_server_to_the_others(first_run: FirstRun) -> None:
    """Ctrl-C ends one command and not the server that another one uses."""
    assert first_run.exit_code_of_interrupted != 0
    assert first_run.was_there_for_the_other


def test_a_killed_command_takes_the_server_along(first_run: FirstRun) -> None:
    """After kill -9 of the last command neither the server nor its keeper is left."""
    assert first_run.server_ended
    assert first_run.keeper_ended


def test_the_next_command_finds_what_was_written(second_run: SecondRun) -> None:
    """What was committed outlives a server that is killed; a stale state file deceives nobody."""
    assert second_run.nodes == 1


def test_a_server_that_breaks_down_in_use_is_started_again(second_run: SecondRun) -> None:
    """After kill -9 of the server alone its keeper starts it again, on the ports that drivers know."""
    before, after = second_run.before_breakdown, second_run.after_breakdown
    assert after.keeper == before.keeper
    assert (after.bolt_port, after.http_port) == (before.bolt_port, before.http_port)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next start ends the orphan")
def test_a_killed_keeper_takes_the_server_along(second_run: SecondRun) -> None:
    """After kill -9 of the keeper no Java process is left."""
    assert second_run.server_ended


def test_a_killed_keeper_is_followed_by_another(second_run: SecondRun) -> None:
    """A command that goes on using the server starts one, and drivers find it on the ports that they know."""
    before, after = second_run.after_breakdown, second_run.after_keeper
    assert (after.bolt_port, after.http_port) == (before.bolt_port, before.http_port)


def test_the_browser_asks_nobody_beyond_this_machine(first_run: FirstRun) -> None:
    """The pages' security policy names no host but this one, so fonts and statistics are not fetched."""
    policy = first_run.browser.headers["Content-Security-Policy"]
    hosts = {word.split("://")[1] for word in policy.split() if "://" in word}
    assert hosts == {"127.0.0.1:*", "localhost:*"}
    assert "https:" not in policy


def test_drivers_and_the_browser_are_told_the_real_ports(first_run: FirstRun) -> None:
    """What the server says of itself names the ports that it listens on, not the standard ones."""
    ready = first_run.ready
    assert first_run.discovery["bolt_direct"] == f"bolt://127.0.0.1:{ready.bolt_port}"
    assert first_run.discovery["query"].startswith(f"http://127.0.0.1:{ready.http_port}/")
