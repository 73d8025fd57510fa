"""The OpenAPI document says everything: each path, parameter and field with its meaning and an example."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import pytest

from app.deprecation import LEAVING, Leaving
from app.main import create_app
from app.settings import AppSettings

DOCUMENT: dict[str, Any] = create_app(AppSettings()).openapi()

OPERATIONS = [
    pytest.param(operation, id=f"{method.upper()} {path}")
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
FIELDS = [
    pytest.param(field, id=f"{name}.{key}")
    for name, schema in DOCUMENT["components"]["schemas"].items()
    for key, field in schema.get("properties", {}).items()
]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_says_what_it_gives(operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert operation["description"]
    assert operation["tags"]
    assert operation["operationId"].replace("_", "").isalpha()


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_parameter_has_a_meaning_and_an_example(operation: dict[str, Any]) -> None:
    for parameter in operation.get("parameters", ()):
        assert parameter["description"], parameter["name"]
        assert parameter["schema"].get("examples") or parameter.get("examples"), parameter["name"]


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_has_a_meaning_and_an_example(field: dict[str, Any]) -> None:
    assert field["description"]
    # What is made of other models is shown by their examples.
    assert "examples" in field or any("$ref" in part for part in _parts(field))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_errors_are_documented_as_problem_details(operation: dict[str, Any]) -> None:
    for status, response in operation["responses"].items():
        assert response["description"]
        if status >= "400":
            assert list(response["content"]) == ["application/problem+json"]
            example = response["content"]["application/problem+json"]["example"]
            assert example["status"] == int(status)
            assert example["what_to_do"]


def test_only_reads_look_back() -> None:
    """Who looks back holds the lock of the writers: a change that did so would wait for itself."""
    looking_back = [
        method
        for methods in DOCUMENT["paths"].values()
        for method, operation in methods.items()
        if any(parameter["name"] == "as_of" for parameter in operation.get("parameters", ()))
    ]

    assert set(looking_back) == {"get"}


@pytest.mark.asyncio(loop_scope="module")
async def test_what_is_to_go_says_so_in_the_document_and_in_its_answers(
    api: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving = Leaving(date(2026, 3, 1), date(2027, 6, 1), "/v2/stats/size")
    monkeypatch.setitem(LEAVING, "graph_size", leaving)

    document = create_app(AppSettings()).openapi()
    headers = (await api.get("/v1/stats/size")).headers

    assert document["paths"]["/v1/stats/size"]["get"]["deprecated"] is True
    assert "deprecated" not in document["paths"]["/v1/persons"]["get"]
    assert headers["deprecation"] == "@1772323200"
    assert headers["sunset"] == "Tue, 01 Jun 2027 00:00:00 GMT"
    assert headers["link"] == '</v2/stats/size>; rel="successor-version"'


def test_operation_ids_are_unique() -> None:
    ids = [one.values[0]["operationId"] for one in OPERATIONS]  # type: ignore[index,call-overload]

    assert len(ids) == len(set(ids))


def test_it_is_openapi_3_1_and_tells_the_limits_of_the_settings() -> None:
    (limit,) = [
        one for one in DOCUMENT["paths"]["/v1/persons"]["get"]["parameters"] if one["name"] == "limit"
    ]

    assert DOCUMENT["openapi"].startswith("3.1")
    assert {part.get("maximum") for part in _parts(limit["schema"])} >= {AppSettings().page_limit_max}


@pytest.mark.asyncio
async def test_the_page_asks_no_other_site() -> None:
    transport = httpx.ASGITransport(create_app(AppSettings()))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        page = (await client.get("/docs")).text
        assert "http" not in page.replace("http-equiv", "")
        for part in ("docs/static/swagger-ui.css", "docs/static/swagger-ui-bundle.js", "docs/start.js"):
            assert part in page
            assert (await client.get(f"/{part}")).status_code == 200


def _parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for choice in schema.get("anyOf", ()):
        yield from _parts(choice)
    if isinstance(schema.get("items"), dict):
        yield from _parts(schema["items"])
