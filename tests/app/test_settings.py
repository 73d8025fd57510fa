"""The settings of the API, and that it does not open to strangers by accident."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from app.errors import ExposedWithoutKeys
from app.main import create_app
from app.settings import AppSettings


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "api.example.org"])
def test_others_than_loopback_must_be_allowed_in_so_many_words(host: str) -> None:
    with pytest.raises(ExposedWithoutKeys, match="DEMARCHE_ALLOW_REMOTE"):
        create_app(AppSettings(host=host))

    create_app(AppSettings(host=host, allow_remote=True))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_loopback_needs_no_permission(host: str) -> None:
    create_app(AppSettings(host=host))


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        (AppSettings(), {"localhost", "127.0.0.1", "::1"}),
        (AppSettings(host="127.0.0.2"), {"localhost", "127.0.0.1", "::1", "127.0.0.2"}),
        (
            AppSettings(allowed_hosts="API.example.org, other.example.org"),
            {"api.example.org", "other.example.org"},
        ),
        (AppSettings(allowed_hosts="*"), None),
        (AppSettings(host="0.0.0.0", allow_remote=True), None),
    ],
)
def test_the_names_that_the_service_goes_by(settings: AppSettings, names: set[str] | None) -> None:
    assert settings.host_names == names


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_PORT", "9999")
    monkeypatch.setenv("DEMARCHE_PAGE_LIMIT", "7")

    assert (AppSettings().port, AppSettings().page_limit) == (9999, 7)


@pytest.mark.parametrize("values", [{"port": 70_000}, {"page_limit": 0}, {"answer_seconds": 0}])
def test_settings_that_cannot_be_are_refused(values: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        AppSettings.model_validate(values)
