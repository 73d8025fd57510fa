"""Settings come from arguments, the environment and a file, in this order of strength."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from cypher.settings import DatabaseSettings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "a home"
    home.mkdir()
    monkeypatch.setenv("DEMARCHE_HOME", str(home))
    return home


def test_without_any_setting_a_local_server_is_meant(home: Path) -> None:
    """No address means the server of this machine, on the standard ports."""
    settings = DatabaseSettings()
    assert settings.uri is None
    assert (settings.neo4j_bolt_port, settings.neo4j_http_port) == (7687, 7474)
    assert settings.home == home


def test_the_file_in_the_home_is_read(home: Path) -> None:
    """`settings.env` in the data folder that the environment names gives values by the same names."""
    (home / "settings.env").write_text("NEO4J_URI=bolt://graph.example.org\nDEMARCHE_NEO4J_MEMORY=2g\n")
    settings = DatabaseSettings()
    assert settings.uri == "bolt://graph.example.org"
    assert settings.neo4j_memory == "2G"


def test_the_file_of_a_home_given_as_an_argument_is_read(home: Path, tmp_path: Path) -> None:
    """The file belongs to the data folder in use, not to the one of the environment."""
    (home / "settings.env").write_text("DEMARCHE_NEO4J_START_TIMEOUT=7\n")
    assert DatabaseSettings(home=tmp_path).neo4j_start_timeout == 180
    assert DatabaseSettings(home=home).neo4j_start_timeout == 7


def test_the_environment_is_stronger_than_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value in the environment wins, and an argument wins over both."""
    (home / "settings.env").write_text("DEMARCHE_NEO4J_START_TIMEOUT=7\n")
    monkeypatch.setenv("DEMARCHE_NEO4J_START_TIMEOUT", "8")
    assert DatabaseSettings().neo4j_start_timeout == 8
    assert DatabaseSettings(neo4j_start_timeout=9).neo4j_start_timeout == 9


def test_an_empty_value_is_no_value(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty NEO4J_URI, as compose files pass it on, means the local server."""
    monkeypatch.setenv("NEO4J_URI", "")
    assert DatabaseSettings().uri is None


def test_a_password_is_not_shown(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the settings as text nor an error about other settings has the password in it."""
    monkeypatch.setenv("NEO4J_PASSWORD", "not-to-be-read")
    assert "not-to-be-read" not in repr(DatabaseSettings())
    monkeypatch.setenv("DEMARCHE_NEO4J_MEMORY", "much")
    with pytest.raises(ValidationError) as caught:
        DatabaseSettings()
    assert "not-to-be-read" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEMARCHE_NEO4J_BOLT_PORT", "70000"),
        ("DEMARCHE_NEO4J_MEMORY", "1 elephant"),
        ("DEMARCHE_NEO4J_START_TIMEOUT", "0"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Settings outside their range are reported at the start, not when they are used."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError):
        DatabaseSettings()
