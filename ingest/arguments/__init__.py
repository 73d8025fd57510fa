"""Reads people out of noun phrases and lists, and finds the subject that a verb or an event noun belongs to.

Two ways go together. The parse says which phrase is subject, object or "with …". What stands in the phrase is
read in token order, because titles and appositions break parses: "with President A, Prime Minister B and
Foreign Minister C" is a list for a reader long before it is one for a parser.

Each reader builds on the one before: `sentence` knows what stands where, `item_bounds` and `lists` read in
token order, `phrases` reads around a head, and `subjects` follows the parse.
"""

from __future__ import annotations

from ingest.arguments.argument import Argument
from ingest.arguments.subjects import ArgumentReader

__all__ = ["Argument", "ArgumentReader"]
