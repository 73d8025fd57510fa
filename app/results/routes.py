"""Routes whose answers can be had in other forms."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from fastapi.routing import APIRoute, request_response
from starlette.requests import Request
from starlette.routing import BaseRoute

from app.errors import WholeIsNoPage
from app.results.forms import Form, forms_of, wanted
from app.results.whole import whole

_KEPT_HEADERS = ("As-Of", "Deprecation", "Sunset", "Link")


class ResultRoute(APIRoute):
    """A route whose answer can be had in every form that fits its model."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **settings: Any) -> None:
        super().__init__(path, endpoint, **settings)
        if forms := forms_of(self.response_model):
            self.responses = {200: _documented(forms, has_suffix=takes_suffix(path)), **self.responses}

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, with its answer in the form that the caller asks for."""
        handler = super().get_route_handler()
        forms = forms_of(self.response_model)
        if not forms:
            return handler
        by_path = forms if takes_suffix(self.path) else ()
        pages = request_response(handler)

        async def handle(request: Request) -> Response:
            response = await handler(request)
            accept = request.headers.get("accept", "")
            form = wanted(by_path, request.url.path, "") or wanted(forms, "", accept)
            if getattr(request.state, "whole", False):
                if form is None:
                    raise WholeIsNoPage
                response = await whole(form, request, response, _kept(response), pages)
            elif response.status_code == 200 and form is not None:
                response = _in_form(form, request, response)
            response.headers["Vary"] = "Accept"
            return response

        return handle


def takes_suffix(path: str) -> bool:
    """Whether forms can be asked for by the end of a path: what a caller names might end like one."""
    return not path.endswith("}")


def add_suffixes(router: APIRouter, routes: Iterable[BaseRoute]) -> None:
    """Add the paths of these routes once more for each form, with its suffix at their end."""
    for route in routes:
        if not isinstance(route, ResultRoute) or not takes_suffix(route.path):
            continue
        for form in forms_of(route.response_model):
            router.add_api_route(
                route.path + form.suffix,
                route.endpoint,
                response_model=route.response_model,
                dependencies=route.dependencies,
                name=route.name,
                include_in_schema=False,
                route_class_override=ResultRoute,
            )


def _in_form(form: Form, request: Request, response: Response) -> Response:
    answer = json.loads(bytes(response.body))
    written = Response(form.write(answer), media_type=form.media_type, headers=_kept(response))
    if following := answer.get("next"):
        there = request.url.include_query_params(cursor=following)
        written.headers.append("Link", f'<{there.path}?{there.query}>; rel="next"')
    return written


def _kept(response: Response) -> dict[str, str]:
    """The headers of an answer that its other forms have as well."""
    return {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}


def _documented(forms: tuple[Form, ...], *, has_suffix: bool) -> dict[str, Any]:
    how = "by `Accept`, or with its suffix at the end of the path" if has_suffix else "by `Accept`"
    names = ", ".join(f"`{form.suffix}`" for form in forms)
    return {
        "description": f"The answer as JSON; or in another form, {how}: {names}. "
        "The `Link` header of a form leads to the next page; with `whole`, all pages come at once.",
        "content": {form.media_type.partition(";")[0]: _content(form) for form in forms},
    }


def _content(form: Form) -> dict[str, Any]:
    if form.media_type.endswith("+json"):
        return {"schema": {"type": "object", "additionalProperties": True}}
    content: dict[str, Any] = {"schema": {"type": "string"}}
    return content if form.example is None else content | {"example": form.example}
