"""What reads articles here, with its versions: the name under which the ledger keeps each reading."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from ingest.errors import ModelMissing


@cache
def extractor(spacy_model: str) -> str:
    """The program, the parser and its model, with their versions. Nothing of them is loaded for it.

    Raises `ModelMissing` where there is no such model.
    """
    meta = _meta(spacy_model)
    model = f"{meta['lang']}_{meta['name']} {meta['version']}"
    return f"demarche {version('demarche')}, spacy {version('spacy')}, {model}"


def _meta(spacy_model: str) -> dict[str, str]:
    """What a model says of itself: an installed package, or a folder."""
    package = find_spec(spacy_model) if spacy_model.isidentifier() else None
    folder = Path(package.origin).parent if package and package.origin else Path(spacy_model)
    try:
        found: dict[str, str] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelMissing.named(spacy_model, error) from error
    return found
