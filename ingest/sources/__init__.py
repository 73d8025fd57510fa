"""Where articles come from. Each kind of source is a small module that gives `Item`s in order.

A place is a file, a folder (with all that is in it, sorted by path), a web address, or `-` for standard
input. Bad input never stops a run: in its place stands a `SetAside` with the reason.
"""

from __future__ import annotations

from ingest.sources.items import Item, Known, SetAside, Source
from ingest.sources.places import items_from

__all__ = ["Item", "Known", "SetAside", "Source", "items_from"]
