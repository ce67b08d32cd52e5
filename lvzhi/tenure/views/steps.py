"""The page of a step of a change, a case, a selection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from lvzhi.accounts.actors import actor_of
from lvzhi.tenure import queries
from lvzhi.tenure.queries.addresses import case_address, change_address, selection_address
from lvzhi.tenure.workflow import KINDS
from lvzhi.workflow import pages

FOUND: dict[str, tuple[Callable[..., Any], Callable[[Any], str]]] = {
    "change": (queries.change_of, change_address),
    "case": (queries.case_of, case_address),
    "selection": (queries.selection_of, selection_address),
}


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(KINDS, kind, key)
    find, address = FOUND[kind]
    record = find(actor_of(request), uid)
    return pages.step(
        request, workflow, record, key, pages.Frame(title=record.title_for_people, back=address(record))
    )  # fmt: skip
