"""Answers to the pickers of tellers, and of voters who are handed paper."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.ballots import queries, rules
from lvzhi.ballots.views.place import home
from lvzhi.people.queries import MANY, matching


def _uid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Missing("access.missing") from None


@require_GET
def pick(request: HttpRequest) -> HttpResponse:
    """Accounts that may be named tellers; of a ballot (``?ballot=``), the voters on its list, for its tellers."""
    field = request.GET.get("of", "")
    typed = (request.GET.get("q") or request.GET.get(f"{field}__typed") or "").strip()
    named = request.GET.get("ballot")
    if named:
        ballot = queries.one(actor_of(request), _uid(named))
        rules.teller.check(actor_of(request), ballot)
        found = queries.voters(ballot).filter(matching(typed))[:MANY] if typed else ()
        options = [(row.pk, row.person.name, row.group or row.person.work) for row in found]
    else:
        accounts = queries.may_tell(home(request), typed)[:MANY] if typed else ()
        options = [(row.pk, row.name, row.username) for row in accounts]
    return render(request, "ui/picker_options.html", {"options": options})
