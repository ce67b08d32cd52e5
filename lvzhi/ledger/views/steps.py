"""The pages of a step, of voiding and of restoring."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.ledger import queries, rules
from lvzhi.ledger.notices import address
from lvzhi.ledger.views.place import record_of
from lvzhi.ledger.vocabulary.pages import LISTS
from lvzhi.ledger.vocabulary.words import ADVICE as ADVICE_WORD
from lvzhi.ledger.vocabulary.words import PROBLEM as PROBLEM_WORD
from lvzhi.ledger.workflow import ADVICE, PROBLEM
from lvzhi.workflow import pages

KINDS = {"problem": PROBLEM, "advice": ADVICE}
LIST_OF = {"problem": LISTS[PROBLEM_WORD], "advice": LISTS[ADVICE_WORD]}


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(KINDS, kind, key)
    record = record_of(request, kind, uid)
    actor = actor_of(request)

    def onward(done: object) -> str:
        readable = queries.problems_readable(actor) if kind == "problem" else queries.advice_readable(actor)
        return address(record) if readable.filter(pk=record.pk).exists() else reverse(LIST_OF[kind])

    frame = pages.Frame(title=record.title_for_people, back=address(record), onward=onward)
    return pages.step(request, workflow, record, key, frame)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Take a mis-entry out of every figure."""
    record = record_of(request, kind, uid)
    return pages.void(request, record, rules.keeper, title=record.title_for_people, back=address(record))


@require_POST
def restore(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Bring it back."""
    record = record_of(request, kind, uid)
    return pages.restore(request, record, rules.keeper, back=address(record))
