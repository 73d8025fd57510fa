"""Where pages are: the addresses that templates link to."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

Value = str | int | float | bool | None

STATIC = "/static"
"""Below it lie the style, the scripts and the icon of the pages."""

# Everything else is a page, or nothing. What is not wanted as a page is answered with problem details.
_NO_PAGES = ("/v1", "/docs", "/openapi.json", "/healthz", "/readyz", "/metrics", STATIC)

_SINGLE = {"person": "persons", "country": "countries", "place": "places", "meeting": "meetings"}


def address(*segments: str, **query: Value | list[str]) -> str:
    """The address of a page, or of a path of the API. What is None or empty is left out.

    >>> address("persons", "person:NOR:åse"), address("pair", a="Q1", b=None), address()
    ('/persons/person:NOR:%C3%A5se', '/pair?a=Q1', '/')
    """
    path = "/" + "/".join(quote(segment, safe=":") for segment in segments)
    wanted = {name: value for name, value in query.items() if value not in (None, "", [])}
    return f"{path}?{urlencode(wanted, doseq=True)}" if wanted else path


def entity_address(kind: str, key: str, kept: Mapping[str, Value]) -> str:
    """The page of someone or something; parties and organizations have lists instead.

    >>> entity_address("person", "Q1", {}), entity_address("party", "Q2", {"as_of": None})
    ('/persons/Q1', '/persons?party=Q2')
    """
    if kind in _SINGLE:
        return address(_SINGLE[kind], key, **kept)
    if kind == "party":
        return address("persons", party=key, **kept)
    return address("meetings", organization=key, **kept)


def is_page(path: str) -> bool:
    """Whether a path is one of pages, and none of the API.

    >>> is_page("/persons/Q1"), is_page("/v1/persons"), is_page("/v1"), is_page("/v10")
    (True, False, False, True)
    """
    return not any(path == one or path.startswith(one + "/") for one in _NO_PAGES)


def is_of_the_web(url: str | None) -> bool:
    """Whether the address of an article may be a link: whoever hands one in can write anything there.

    >>> is_of_the_web("https://news.example.org/1"), is_of_the_web("javascript:alert(1)"), is_of_the_web(None)
    (True, False, False)
    """
    return url is not None and url.lower().startswith(("https://", "http://"))


def neo4j_browser(base: str, statement: str) -> str:
    """The Neo4j Browser with a statement in its editor, to be looked at and run.

    >>> neo4j_browser("http://127.0.0.1:7474/browser/", 'RETURN "Q1"')
    'http://127.0.0.1:7474/browser/?cmd=edit&arg=RETURN+%22Q1%22'
    """
    return f"{base.rstrip('/')}/?{urlencode({'cmd': 'edit', 'arg': statement})}"
