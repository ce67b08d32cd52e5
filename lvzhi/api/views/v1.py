"""The first version of the API: its addresses, and the document that describes them."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from lvzhi.access import Missing
from lvzhi.api.views import figures, problems, reading
from lvzhi.api.views import steps as _steps  # noqa: F401  reason: its addresses stand in the router of `reading`
from lvzhi.api.views.door import Bearer, opened
from lvzhi.api.vocabulary import ABOUT, API_NAME

ROOT = "/api/v1/"


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
    return dict(api.get_openapi_schema(path_prefix=ROOT))


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
    return [*found, path("<path:rest>", opened(missing), name="missing")]
