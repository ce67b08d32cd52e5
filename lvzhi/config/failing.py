"""What a page says when the system itself failed: a sentence, and whether trying again in a moment may help."""

from __future__ import annotations

import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from lvzhi.config.vocabulary import FAILED, UNAVAILABLE

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})
AGAIN = 5  # seconds


def passing(problem: BaseException | None) -> bool:
    """Whether it is the machine's state and not the program: a database that does not answer, a disk that is full."""
    while problem is not None:
        if isinstance(problem, OperationalError | InterfaceError):
            return True
        if isinstance(problem, OSError) and problem.errno in FULL:
            return True
        problem = problem.__cause__ or problem.__context__
    return False


def failed(request: HttpRequest) -> HttpResponse:
    """The answer to whatever nobody caught: 503 where it may pass, else 500. It asks nothing of the database."""
    now = passing(sys.exc_info()[1])
    status, sentence = (503, UNAVAILABLE) if now else (500, FAILED)
    if "application/json" in request.headers.get("Accept", ""):
        answer: HttpResponse = JsonResponse({"code": str(status), "field": None, "sentence": sentence}, status=status)
    else:
        answer = HttpResponse(render_to_string("500.html", {"sentence": sentence}), status=status)
    if now:
        answer["Retry-After"] = str(AGAIN)
    answer["Cache-Control"] = "no-store"
    return answer
