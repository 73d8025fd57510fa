"""Traces for OpenTelemetry: a span for each request, and within it one for each query by its name.

Where they go is told by the variables that OpenTelemetry has for it, such as OTEL_EXPORTER_OTLP_ENDPOINT.
What is asked of the database, and by whom, is in no span.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI

from app.errors import AppError
from app.questions import Watch

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

_NOT_TRACED = "healthz,readyz,metrics"


class TracingNotInstalled(AppError):
    """Raised when traces are wanted and the packages for them are not there."""

    def __init__(self) -> None:
        super().__init__(
            "DEMARCHE_OPENTELEMETRY is set, but the packages for it are not installed.",
            "Run pip install 'demarche[opentelemetry]', or set it to false.",
        )


def exporting_provider() -> TracerProvider:
    """What sends spans in batches to the collector that the environment names."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import SERVICE_NAME, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise TracingNotInstalled from None
    # OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES go before this name.
    provider = TracerProvider(resource=Resource({SERVICE_NAME: "demarche"}).merge(Resource.create()))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider


def trace(app: FastAPI, watch: Watch, provider: TracerProvider) -> Watch:
    """Make a span of each request; gives what stands around a query, which makes one of it as well."""
    try:
        from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
    except ImportError:
        raise TracingNotInstalled from None
    FastAPIInstrumentor.instrument_app(app, tracer_provider=provider, excluded_urls=_NOT_TRACED)
    tracer = provider.get_tracer("demarche")

    @contextmanager
    def traced(name: str) -> Iterator[None]:
        with tracer.start_as_current_span(f"query {name}"), watch(name):
            yield

    return traced
