"""Answers in the forms of other programs: tables, lines, and graphs, by `Accept` or by the end of a path.

A route answers with a model; `app.results.routes` reads it off in the form that the caller asks for. What a
form makes of an answer depends on nothing but its model, so that a new route has all forms that fit it.
"""

from __future__ import annotations

SUFFIXES = (".csv", ".jsonl", ".graphml", ".jsonld", ".geojson")
"""How a path ends that asks for a form."""
