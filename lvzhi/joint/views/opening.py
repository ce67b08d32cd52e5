"""Opening a record to other committees."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lvzhi.access import Missing, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.joint import actions, kinds, queries, rules
from lvzhi.joint.forms import OpenForm
from lvzhi.joint.models import Topic
from lvzhi.joint.notices import address
from lvzhi.joint.vocabulary import DONE
from lvzhi.links import kinds as links


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """What the topic is called and what is asked; everything else the record says. A second sending finds the first.

    Raises:
        Missing: no such record, or such records are no topics.
        NotAllowed: the actor does not keep it.
    """
    actor, once = actor_of(request), request.POST.get("once")
    named, shown = kinds.kind_of(kind), links.kind_of(kind)
    record = named.find(uid) if named is not None else None
    if named is None or record is None or shown is None or not shown.visible(actor, uid):
        raise Missing("joint.record_unknown")
    if not named.may_open(actor, record):
        raise NotAllowed("access.not_allowed", who=rules.leads.label)
    known = named.known(record)
    again = actions.begun(actor, once) if request.method == "POST" else queries.of_subject(kind, uid)
    if again is not None:
        return redirect(address(again))
    form = OpenForm(request.POST if request.method == "POST" else None, actor=actor,
                    initial={"title": known.title, "until": known.until})  # fmt: skip
    made: list[Topic] = []
    if request.method == "POST" and attempt(
        form, lambda data: made.append(actions.open_topic(actor, kind, uid, data, once=once))
    ):
        messages.success(request, DONE["opened"])
        return redirect(address(made[0]))
    context = {"form": form, "known": known, "back": shown.url(uid), "record": shown.title(uid)}
    return render(request, "joint/open.html", context, status=422 if form.errors else 200)
