"""Corrections of the check: the list, noting one, one with its lines, taking it back."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import by_uid
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.journal.queries import timeline
from lvzhi.metrics import periods, registry
from lvzhi.metrics.periods import Period
from lvzhi.reports import actions, queries, rules, tables
from lvzhi.reports.forms import SenseForm
from lvzhi.reports.models import Sense
from lvzhi.reports.queries import sense_address
from lvzhi.reports.vocabulary.senses import DONE
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages

PREFILLED = ("subject", "action", "unit", "target")


def _committee(request: HttpRequest) -> Committee:
    """Whose corrections: the committee named in the address, else the one that is looked at."""
    said = request.POST.get("of") or request.GET.get("of") or ""
    try:
        found = by_uid(UUID(said)) if said else committee_of(request)
    except ValueError:
        raise Missing("access.missing") from None
    if found is None or not rules.READ(actor_of(request), found):
        raise NotAllowed("access.not_allowed", who=rules.READ.label)
    return found


def _period(request: HttpRequest, committee: Committee) -> Period:
    said = request.POST.get("period") or request.GET.get("period") or ""
    try:
        return periods.parse_period(said, committee) if said else periods.year(clock.today().year)
    except Refusal:
        return periods.year(clock.today().year)


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """What words mean at this committee, by whose hand."""
    actor, committee = actor_of(request), _committee(request)
    page = keyset(queries.senses_of(actor, committee.pk), ("-id",), request.GET.get("cursor"), count=True)
    context = {
        "table": tables.senses_table(page, request.GET), "committee": committee,
        "may_correct": rules.may_correct(actor, committee.pk),
        "begin_url": reverse("reports:begin_sense") + "?" + urlencode({"of": committee.uid}),
    }  # fmt: skip
    return render(request, "reports/senses.html", context)


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Note what words mean, beginning with those of a claim."""
    actor, committee = actor_of(request), _committee(request)
    if not rules.may_correct(actor, committee.pk):
        raise NotAllowed("reports.sense_not_keeper", committee=committee.display)
    period = _period(request, committee)
    initial = {name: request.GET.get(name, "") for name in PREFILLED}
    form = SenseForm(request.POST or None, initial=initial)
    made: list[Sense] = []
    if request.method == "POST" and attempt(
        form, lambda data: made.append(actions.note_sense(actor, committee, period, data))
    ):
        messages.success(request, DONE["noted"])
        return redirect(sense_address(made[0]))
    context: dict[str, Any] = {
        "form": form, "committee": committee, "period": period.text, "said": request.GET.get("said", ""),
        "figures": registry.figures(), "cancel": reverse("reports:senses") + "?" + urlencode({"of": committee.uid}),
    }  # fmt: skip
    return render(request, "reports/begin_sense.html", context, status=422 if form.errors else 200)


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One correction: the words, what they mean, who said so, and whether it still counts."""
    actor = actor_of(request)
    row = queries.sense_of(actor, uid)
    context = {
        "sense": row, "tag": tables.sense_tag(row), "may_correct": rules.corrector(actor, row),
        "events": timeline(row._meta.label_lower, row.uid),
        "list_url": reverse("reports:senses") + "?" + urlencode({"of": row.committee.uid}),
    }  # fmt: skip
    return render(request, "reports/sense.html", context)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take it back, with a ground."""
    row = queries.sense_of(actor_of(request), uid)
    return pages.void(request, row, rules.corrector, title=row.pattern_words, back=sense_address(row))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Let it count again, unless another says otherwise meanwhile."""
    row = queries.sense_of(actor_of(request), uid)
    try:
        if row.voided_at is not None:
            actions.restore_sense(row, actor_of(request))
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return redirect(sense_address(row))
