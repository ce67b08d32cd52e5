"""Norms: what is in force, where it comes from, setting it."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from lvzhi.committee.queries import by_uid, home_of
from lvzhi.committee.web import actor_of, attempt
from lvzhi.deadlines import clock
from lvzhi.norms import actions, kinds, queries, rules, tables
from lvzhi.norms.forms import FollowForm, ValueForm
from lvzhi.norms.values import effective
from lvzhi.norms.views.look import around, crumbs, day_of, elsewhere, small_form
from lvzhi.norms.vocabulary import WORDS, Source


def home(request: HttpRequest) -> HttpResponse:
    """To the norms of the committee in which the reader holds a post."""
    return redirect("norms:list", uid=home_of(actor_of(request)).uid)


def overview(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """All norms by room; `?changed=1` only those that differ from the default, `?room=` only one room."""
    committee = by_uid(uid)
    other = elsewhere(request, "norms:list", committee)
    if other is not None:
        return other
    day, changed = day_of(request), request.GET.get("changed") == "1"
    found = queries.in_force_by_room(committee, day, changed=changed)
    rooms = [{"name": room.name, "key": room.key, "table": tables.norms(room.rows, committee)} for room in found]
    context = around(request, committee, "norms", rooms=rooms, changed=changed)
    context["views"] = [
        {"label": WORDS["all"], "url": "?", "active": not changed},
        {
            "label": WORDS["changed"],
            "url": "?changed=1",
            "active": changed,
            "count": len(queries.changed_from_default(committee, day)),
        },
    ]
    return render(request, "norms/list.html", context)


def one(request: HttpRequest, uid: uuid.UUID, key: str) -> HttpResponse:
    """A norm: its value in force, its history, and the form to set it from a day on."""
    committee, norm = by_uid(uid), queries.norm_named(key)
    actor = actor_of(request)
    now = effective(norm.key, committee, day_of(request))
    edits = rules.may(actor, committee, norm.editors)
    initial = {"value": kinds.entry(norm, now.value), "starts": clock.today()}
    form = ValueForm(request.POST or None, norm=norm, initial=initial)

    def save(data: dict[str, Any]) -> None:
        read = kinds.parse(norm, data["value"])
        actions.set_value(actor, committee, norm.key, read, starts=data["starts"], ground=data["ground"])

    if request.method == "POST":
        rules.check(actor, committee, norm.editors)
        if attempt(form, save):
            messages.success(request, WORDS["saved"])
            return redirect("norms:one", uid=committee.uid, key=norm.key)
    return render(request, "norms/one.html", _context(request, uid, key) | {"form": form, "edits": edits})


def _context(request: HttpRequest, uid: uuid.UUID, key: str) -> dict[str, Any]:
    committee, norm = by_uid(uid), queries.norm_named(key)
    now = effective(norm.key, committee, day_of(request))
    edits = rules.may(actor_of(request), committee, norm.editors)
    back = reverse("norms:withdraw", args=[committee.uid, norm.key])

    def buttons(past: queries.Past) -> SafeString:
        if not past.row.own:
            return SafeString("")
        return small_form(request, back, WORDS["withdraw"], WORDS["withdraw_sure"], row=past.row.uid)

    return around(
        request,
        committee,
        "norms",
        norm=norm,
        now=now,
        source=tables.source_tag(now),
        default=kinds.show(norm, norm.default),
        range=kinds.range_text(norm),
        room=queries.room_name(norm.room),
        history=tables.past(queries.past_of(norm, committee), buttons if edits else None),
        follows=edits and now.source == Source.OWN,
        follow_form=FollowForm(initial={"starts": clock.today()}),
        crumbs=crumbs(committee, (norm.name, "")),
    )


@require_POST
def follow(request: HttpRequest, uid: uuid.UUID, key: str) -> HttpResponse:
    """Follow the committee above again from a day on."""
    committee, norm = by_uid(uid), queries.norm_named(key)
    actor = actor_of(request)
    rules.check(actor, committee, norm.editors)
    form = FollowForm(request.POST)
    if attempt(form, lambda data: actions.follow(actor, committee, norm.key, **data)):
        messages.success(request, WORDS["followed"])
        return redirect("norms:one", uid=committee.uid, key=norm.key)
    context = _context(request, uid, key)
    initial = {"value": kinds.entry(norm, context["now"].value), "starts": clock.today()}
    context |= {"form": ValueForm(norm=norm, initial=initial), "edits": True, "follows": True, "follow_form": form}
    return render(request, "norms/one.html", context)


@require_POST
def withdraw(request: HttpRequest, uid: uuid.UUID, key: str) -> HttpResponse:
    """Take back a setting entered by mistake."""
    actions.withdraw(actor_of(request), _row(request))
    messages.success(request, WORDS["withdrawn"])
    return HttpResponseRedirect(reverse("norms:one", args=[uid, key]))


def _row(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("row", ""))
    except ValueError:
        return uuid.UUID(int=0)
