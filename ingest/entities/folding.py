"""Names in any script and spelling as plain letters, so that they can be compared and looked up."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

# Anything longer is no name; the bound keeps hostile input from costing time.
LONGEST_NAME = 200

_APOSTROPHES = re.compile(r"['`’‘ʻʼʹʾʿ′]")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower-case ASCII letters and digits, words separated by one space.

    >>> fold("Gideon Sa’ar"), fold("Miguel Díaz-Canel"), fold("Дмитрий Медведев"), fold("Côte d'Ivoire")
    ('gideon saar', 'miguel diaz canel', 'dmitriy medvedev', 'cote divoire')
    """
    plain = anyascii(_APOSTROPHES.sub("", name[:LONGEST_NAME]))
    return _NOT_A_LETTER.sub(" ", _APOSTROPHES.sub("", plain).lower()).strip()


def slug(name: str) -> str:
    """The folded name with hyphens, for an id.

    >>> slug("Andrzej Duda")
    'andrzej-duda'
    """
    return fold(name).replace(" ", "-") or "unnamed"


def entity_id(kind: str, name: str, country: str | None = None, wikidata: str | None = None) -> str:
    """The stable id of a person, party, organisation or place: the Wikidata id, else kind, country and slug.

    >>> entity_id("person", "Andrzej Duda", "POL"), entity_id("organization", "Quad")
    ('person:POL:andrzej-duda', 'organization:quad')
    """
    if wikidata:
        return wikidata
    if kind == "organization":
        return f"organization:{slug(name)}"
    return f"{kind}:{country or 'xx'}:{slug(name)}"
