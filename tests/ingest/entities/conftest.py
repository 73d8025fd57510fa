"""`data` is the shipped entity data, loaded once; what imports, takes a folder of its own."""

from __future__ import annotations

import pytest

from ingest.entities import EntityData, load_entity_data


@pytest.fixture(scope="session")
def data() -> EntityData:
    """The shipped tables alone."""
    return load_entity_data()
