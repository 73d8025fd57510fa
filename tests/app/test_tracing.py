"""Traces for OpenTelemetry: requests and the queries within them, and nothing of what was asked."""

from __future__ import annotations

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from app.main import create_app
from app.settings import AppSettings
from cypher.connect import Endpoint
from tests.app.builders import TOMAS
from tests.app.conftest import client_of, settings_of


async def test_a_request_is_a_span_and_its_query_one_within_it(news: Endpoint) -> None:
    spans = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    app = create_app(AppSettings(), settings_of(news), provider)

    async with client_of(app) as client:
        headers = {"Authorization": "Bearer demarche_nonsense"}
        assert (await client.get(f"/v1/persons/{TOMAS.id}")).status_code == 200
        assert (await client.get("/v1/persons", headers=headers)).status_code == 401
        await client.get("/healthz")

    found = {span.name: span for span in spans.get_finished_spans()}
    request, query = found["GET /v1/persons/{person}"], found["query person"]
    assert query.context.trace_id == request.context.trace_id
    assert not [name for name in found if "healthz" in name]
    said = " ".join(span.to_json() for span in spans.get_finished_spans())
    assert "demarche_nonsense" not in said
    assert "MATCH" not in said
