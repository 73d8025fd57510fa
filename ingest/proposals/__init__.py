"""The door for stronger models: a language model may propose meetings where the rules found none.

Off unless `DEMARCHE_LANGUAGE_MODEL_URL` is set. One article's way through it:

- `passages`: which sentences are asked about, and with whom in reach
- `protocol`: what any model has to offer; `prompt` and `endpoint` ask one over HTTP
- `checks`: whether a proposal becomes a claim
- `budget`: how often a run may ask, and when it lets the model rest
- `proposer`: the step itself
"""

from __future__ import annotations

from ingest.proposals.budget import Budget
from ingest.proposals.proposer import Propose, Proposer
from ingest.settings import IngestSettings

__all__ = ["Propose", "Proposer", "proposer_of"]


def proposer_of(settings: IngestSettings) -> Proposer | None:
    """The step that the settings ask for, or None where they name no language model."""
    if settings.language_model_url is None:
        return None
    from ingest.proposals.endpoint import Endpoint

    model = Endpoint(
        settings.language_model_url,
        settings.language_model_name,
        settings.language_model_key,
        settings.language_model_seconds,
    )
    return Proposer(
        model, settings.language_model_calls_per_article, Budget(settings.language_model_calls_per_run)
    )
