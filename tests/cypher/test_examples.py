"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize(
    "name",
    [
        "cypher.catalog",
        "cypher.conversion",
        "cypher.storable",
        "cypher.derivation.candidates",
        "cypher.derivation.confidence",
        "cypher.derivation.dyads",
        "cypher.derivation.evidence",
        "cypher.derivation.keys",
    ],
)
def test_examples_of_a_module_hold(name: str) -> None:
    """And there is at least one."""
    result = doctest.testmod(importlib.import_module(name))

    assert result.attempted
    assert not result.failed
