"""The first version of the API: its addresses, and the document that describes them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, re_path
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from lvzhi.access import Missing
from lvzhi.api.views import figures, problems, reading
from lvzhi.api.views import steps as _steps  # noqa: F401  reason: its addresses stand in the router of `reading`
from lvzhi.api.views.door import ASKED, Bearer, opened
from lvzhi.api.vocabulary import ABOUT, API_NAME

ROOT = "/api/v1/"
PART = re.compile(r"<(?:\w+:)?(\w+)>")


class Readable(JSONRenderer):
    """Chinese as it is written."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title=API_NAME, version="1", description=ABOUT, auth=Bearer(), openapi_url=None, docs_url=None, urls_namespace="lz",
    renderer=Readable(),
)  # fmt: skip
problems.handle(api)
for one in (reading.router, figures.router):  # steps stand in the router of what they are taken on
    api.add_router("", one)


@cache
def _document() -> dict[str, Any]:
    found: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=ROOT))
    for methods in found["paths"].values():
        for told in methods.values():
            for one in told.get("parameters", ()):
                one["schema"] = _without_null(one["schema"])
    return found


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """What stands in an address is not sent where it is left out: it is never null."""
    kept = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if len(kept) != 1:
        return schema
    told: dict[str, Any] = {key: value for key, value in schema.items() if key not in {"anyOf", "default"}}
    return {**told, **kept[0]}


@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """What the addresses are, as OpenAPI; of the software alone, so that nobody has to say who asks."""
    return JsonResponse(_document(), json_dumps_params={"ensure_ascii": False})


def missing(request: HttpRequest, rest: str) -> HttpResponseBase:
    """An address that there is not."""
    return problems.answer(Missing("api.no_address"))


def patterns() -> list[URLPattern]:
    """All of them, opened by a token alone."""
    found = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
    for one in found:
        one.callback = opened(one.callback)
        ASKED.update(_asked(f"{ROOT}{one.pattern}".removeprefix("/")))
    return [*found, re_path(r"^(?P<rest>[\s\S]*)$", opened(missing), name="missing")]


def _asked(route: str) -> dict[tuple[str, str], frozenset[str]]:
    """By route and method the names that the document lists for what stands behind an address."""
    methods = _document()["paths"]["/" + PART.sub(r"{\1}", route)]
    return {
        (route, method.upper()): frozenset(
            one["name"] for one in told.get("parameters", ()) if one["in"] == "query"
        )
        for method, told in methods.items()
    }  # fmt: skip
