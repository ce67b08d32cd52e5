"""Asking for leave, for oneself or as its keeper for somebody on the list."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.activities import queries, rules
from lvzhi.activities.actions.judging import for_whom
from lvzhi.activities.actions.leaving import approver_of
from lvzhi.activities.forms import LeaveForm
from lvzhi.activities.models import Leave
from lvzhi.activities.queries import pages
from lvzhi.activities.queries.reading import participant_of
from lvzhi.activities.tables import address
from lvzhi.activities.views.place import crumbs
from lvzhi.activities.vocabulary import DONE, WORDS, Approver
from lvzhi.activities.workflow import telling
from lvzhi.committee.web import tell
from lvzhi.deadlines import clock
from lvzhi.workflow.engine import begun


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask for leave for the participant of that uid.

    Raises:
        NotAllowed: neither the person nor the keeper.
    """
    actor = actor_of(request)
    row = participant_of(uid)
    activity = queries.one(actor, row.activity.uid)
    own = row.person is not None and actor.account_id is not None and row.person.account_id == actor.account_id
    if not own and not rules.keeper(actor, activity):
        raise NotAllowed("access.not_allowed", who=rules.leave_asker.label)
    sittings = [one for one in pages.programme(activity) if for_whom(one, row)]
    form = LeaveForm(request.POST if request.method == "POST" else None, activity=activity, sittings=sittings)
    if request.method == "POST" and form.is_valid():
        once = request.POST.get("once")
        try:
            if begun(Leave, actor, once) is None:
                data = form.cleaned_data
                telling.ask_leave(
                    row, actor, reason=data["reason"], text=data["text"], sittings=form.chosen(), once=once
                )
        except (NotAllowed, Missing):
            raise
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, DONE["asked"])
            return redirect(address(activity))
    context = {
        "form": form,
        "row": row,
        "own": own,
        "activity": activity,
        "approver": str(Approver(approver_of(activity)).label),
        "begun": bool(sittings) and clock.now() >= min(one.starts for one in sittings),
        "crumbs": crumbs(activity, WORDS["leave"]),
    }
    return render(request, "activities/leave.html", context, status=422 if form.errors else 200)
