"""What is said when something cannot be done: code, sentence, field, and the status of the refusal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

from lvzhi.access import Missing, Refusal, Refusals
from lvzhi.api.vocabulary import BODY, WRONG, WRONG_OTHER

UNFIT = 422


class Unknown(Refusal):
    """Who asks is not known: no token, or none that holds."""

    status = 401


class TooOften(Refusal):
    """Asked for more often than the norm allows."""

    status = 429


class Fault(Schema):
    """One thing that is wrong."""

    code: str
    message: str
    field: str | None = None


class Problem(Fault):
    """Why something cannot be done. ``errors`` has all of them where there are several."""

    errors: list[Fault] = []


PROBLEMS: Mapping[Any, type[Problem]] = {frozenset({400, 401, 403, 404, 409, 413, 422, 429}): Problem}


def answer(refusal: Refusal, status: int | None = None) -> JsonResponse:
    """A refusal as JSON. What a form refuses is 422: the request could be read, but not done."""
    parts = refusal.parts if isinstance(refusal, Refusals) else (refusal,)
    faults = [{"code": one.code, "message": one.sentence, "field": one.field} for one in parts]
    body = faults[0] | {"errors": faults if len(faults) > 1 else []}
    given = status or (UNFIT if refusal.status == Refusal.status else refusal.status)
    found = JsonResponse(body, status=given, json_dumps_params={"ensure_ascii": False})
    if isinstance(refusal, TooOften):
        found.headers["Retry-After"] = str(refusal.facts["seconds"])
    if given == Unknown.status:
        found.headers["WWW-Authenticate"] = "Bearer"
    return found


def handle(api: NinjaAPI) -> None:
    """Let the API say everything that goes wrong in this way."""

    @api.exception_handler(Refusal)
    def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
        return answer(refusal)

    @api.exception_handler(ValidationError)
    def unread(request: HttpRequest, problem: ValidationError) -> HttpResponse:
        return answer(Refusals([_unfit(one) for one in problem.errors] or [Refusal("api.not_json")]), UNFIT)

    @api.exception_handler(HttpError)
    def failed(request: HttpRequest, problem: HttpError) -> HttpResponse:
        return answer(Refusal("api.not_json"), problem.status_code)

    @api.exception_handler(RequestDataTooBig)
    def large(request: HttpRequest, problem: RequestDataTooBig) -> HttpResponse:
        return answer(Refusal("api.too_big"), 413)

    @api.exception_handler(BadRequest)
    def bad(request: HttpRequest, problem: BadRequest) -> HttpResponse:
        return answer(Refusal("api.not_json"), 400)

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, problem: Http404) -> HttpResponse:
        return answer(Missing("access.missing"))


def _unfit(error: Mapping[str, Any]) -> Refusal:
    """One fault that pydantic found, in our words: where it stands and what would do."""
    where = ".".join(str(part) for part in error.get("loc", ())[1:] if part not in {"given", "asked"})
    kind = str(error.get("type", ""))
    words = next((text for head, text in WRONG.items() if kind.startswith(head)), WRONG_OTHER)
    limits = {key: value for key, value in (error.get("ctx") or {}).items() if isinstance(value, str | int | float)}
    try:
        problem = words.format_map(limits)
    except KeyError:
        problem = WRONG_OTHER
    return Refusal("api.bad_input", field=where or None, where=where or BODY, problem=problem)
