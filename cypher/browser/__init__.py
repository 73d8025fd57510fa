"""A kit for the Neo4j Browser: questions that people ask there, each a `.cypher` file with its parameters.

Each draws: it returns paths, so that the Browser shows nodes and edges. `style.grass` colours them and gives
them captions, `guide.md` says how to load both. Pages of the dashboard open the Browser with one filled in.
"""

from __future__ import annotations

from types import MappingProxyType

from cypher.catalog import Statement, load_statement, statement_files

SAVED = MappingProxyType(
    {path.stem: load_statement("browser", path.stem) for path in statement_files("browser")}
)
"""The saved questions by name."""

__all__ = ["SAVED", "Statement"]
