"""Code tables: entries on a day, adding, changing, closing."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from lvzhi.access import Missing
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import by_uid
from lvzhi.committee.web import actor_of, attempt
from lvzhi.deadlines import clock
from lvzhi.norms import actions, queries, rules, tables
from lvzhi.norms.codes import CodeSet, CodeValue, entries
from lvzhi.norms.forms import CloseForm, CodeForm
from lvzhi.norms.views.look import around, crumbs, day_of, elsewhere
from lvzhi.norms.vocabulary import WORDS


def code_sets(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """All code tables, by room."""
    committee, day = by_uid(uid), day_of(request)
    other = elsewhere(request, "norms:codes", committee)
    if other is not None:
        return other
    by_room: dict[str, list[tuple[CodeSet, list[CodeValue]]]] = {}
    for table, rows in queries.code_sets(committee, day):
        by_room.setdefault(table.room, []).append((table, rows))
    rooms = [
        {"name": queries.room_name(key), "table": tables.code_sets(group, committee, day)}
        for key, group in by_room.items()
    ]
    return render(request, "norms/codes.html", around(request, committee, "codes", rooms=rooms))


def code_set(request: HttpRequest, uid: uuid.UUID, key: str) -> HttpResponse:
    """The entries of one table on a day."""
    committee, table, day = by_uid(uid), queries.set_named(key), day_of(request)
    edits = rules.may(actor_of(request), committee, table.editors)
    context = around(
        request,
        committee,
        "codes",
        set=table,
        edits=edits,
        room=queries.room_name(table.room),
        table=tables.codes(table, entries(table.key, committee, day), committee, day, edits),
        crumbs=_way(committee, (table.name, "")),
    )
    return render(request, "norms/code_set.html", context)


def code_add(request: HttpRequest, uid: uuid.UUID, key: str) -> HttpResponse:
    """Add an entry from a day on."""
    committee, table, actor = by_uid(uid), queries.set_named(key), actor_of(request)
    rules.check(actor, committee, table.editors)
    form = CodeForm(request.POST or None, table=table, initial={"starts": clock.today()})

    def save(data: dict[str, Any]) -> None:
        actions.set_code(actor, committee, table.key, data["code"], **form.arguments(data))

    if request.method == "POST" and attempt(form, save):
        messages.success(request, WORDS["saved"])
        return redirect("norms:code_set", uid=committee.uid, key=table.key)
    context = _form_context(request, committee, table, form, WORDS["add_code"])
    return render(request, "norms/code_form.html", context)


def code_edit(request: HttpRequest, uid: uuid.UUID, key: str, code: str) -> HttpResponse:
    """Change an entry from a day on, or close it."""
    committee, table, actor = by_uid(uid), queries.set_named(key), actor_of(request)
    rules.check(actor, committee, table.editors)
    entry = _entry(committee, table, code)
    closing = "close" in request.POST
    initial = {"starts": clock.today(), **CodeForm.values_of(entry)}
    form = CodeForm(request.POST if request.POST and not closing else None, table=table, entry=entry, initial=initial)
    close = CloseForm(request.POST if closing else None, initial={"ends": clock.today()})

    def save(data: dict[str, Any]) -> None:
        actions.set_code(actor, committee, table.key, code, **form.arguments(data))

    def stop(data: dict[str, Any]) -> None:
        actions.close_code(actor, committee, table.key, code, **data)

    if request.method == "POST" and attempt(close if closing else form, stop if closing else save):
        messages.success(request, WORDS["closed" if closing else "saved"])
        return redirect("norms:code_set", uid=committee.uid, key=table.key)
    context = _form_context(request, committee, table, form, WORDS["edit_code"].format(name=entry.name))
    context["close"] = close if entry.open_on(clock.today()) or closing else None
    return render(request, "norms/code_form.html", context)


def _entry(committee: Committee, table: CodeSet, code: str) -> CodeValue:
    for one in entries(table.key, committee, clock.today()):
        if one.code == code:
            return one
    raise Missing("norms.code_unknown", given=code, set=table.name, day=clock.today())


def _way(committee: Committee, *steps: tuple[str, str]) -> list[dict[str, str]]:
    return crumbs(committee, (WORDS["codes"], reverse("norms:codes", args=[committee.uid])), *steps)


def _form_context(
    request: HttpRequest, committee: Committee, table: CodeSet, form: CodeForm, title: str
) -> dict[str, Any]:
    home = reverse("norms:code_set", args=[committee.uid, table.key])
    way = _way(committee, (table.name, home), (title, ""))
    return around(request, committee, "codes", set=table, form=form, title=title, home=home, crumbs=way)
