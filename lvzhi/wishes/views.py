"""HTTP of wishes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Refusal
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.journal.queries import timeline
from lvzhi.norms import value
from lvzhi.ui.paging import keyset
from lvzhi.ui.tables import Column, Table
from lvzhi.wishes import actions, norms, notices, queries, rules
from lvzhi.wishes.forms import WishForm
from lvzhi.wishes.models import Wish
from lvzhi.wishes.vocabulary import COLUMNS, DONE, EMPTY, HOLDERS, MAKERS_FILE, NEXT, TONES, State
from lvzhi.wishes.workflow import WISH
from lvzhi.workflow import pages
from lvzhi.workflow.engine import begun, steps_open

UNFIT = 422
SHOWN = 60  # characters of a wish in the list


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The office's wishes, or one's own."""
    actor = actor_of(request)
    state = request.GET.get("state", "")
    state = state if state in State.values else ""
    page = keyset(queries.readable(actor, state), ("-filed_on", "-id"), request.GET.get("cursor"))
    here = reverse("wishes:list")
    tabs = [{"label": COLUMNS["all"], "url": here, "active": not state}] + [
        {"label": one.label, "url": f"{here}?state={one.value}", "active": state == one} for one in State
    ]
    columns = [
        Column("said", COLUMNS["said"], value=lambda row: row.text[:SHOWN], url=queries.address, wide=True),
        Column("kind", COLUMNS["kind"], value=lambda row: row.get_kind_display()),
        Column("filed_on", COLUMNS["filed_on"], kind="date"),
        Column("author", COLUMNS["author"], hide_on_phone=True),
        Column(
            "state",
            COLUMNS["state"],
            kind="tag",
            value=lambda row: row.state_name,
            tone=lambda row: TONES[State(row.state)],
        ),
    ]
    place = committee_of(request)
    context = {
        "table": Table(columns, page=page, params=request.GET, empty=EMPTY),
        "tabs": tabs,
        "keeps": place is not None and rules.keeps(actor, place.pk),
    }
    return render(request, "wishes/list.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Say something about the product; the page it is about stands there already."""
    actor, once = actor_of(request), request.POST.get("once")
    initial = {"page": actions.path_of(request.GET.get("page", "")), "page_name": request.GET.get("name", "")}
    place = committee_of(request)
    limit = int(value(norms.LENGTH, place)) if place is not None else None
    form = WishForm(request.POST or None, initial=initial, limit=limit)
    if request.method == "POST":
        again = begun(Wish, actor, once)
        made: list[Any] = [again] if again else []
        if again or attempt(form, lambda data: made.append(_enter(request, data, once))):
            if not again:
                notices.tell_office(made[0])
            messages.success(request, DONE["filed"])
            return redirect(queries.address(made[0]))
    cancel = actions.path_of(form["page"].value() or "") or reverse("wishes:list")
    return render(request, "wishes/new.html", {"form": form, "cancel": cancel}, status=UNFIT if form.errors else 200)


def _enter(request: HttpRequest, data: Any, once: str | None) -> Wish:
    return actions.enter(
        actor_of(request), data["kind"], data["text"], page=data["page"], page_name=data["page_name"], once=once
    )


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One wish with its answer."""
    actor = actor_of(request)
    wish = queries.one(actor, uid)
    context = {
        "wish": wish,
        "tone": TONES[State(wish.state)],
        "holder": HOLDERS[State(wish.state)],
        "next": NEXT[State(wish.state)],
        "office": rules.keeper(actor, wish),
        "buttons": [
            {"step": one, "url": reverse("wishes:step", args=[wish.uid, one.key])} for one in steps_open(wish, actor)
        ],
        "events": timeline(wish._meta.label_lower, wish.uid),
    }
    return render(request, "wishes/detail.html", context)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted({"wish": WISH}, "wish", key)
    wish = queries.one(actor_of(request), uid)
    return pages.step(request, workflow, wish, key, pages.Frame(title=str(wish), back=queries.address(wish)))


@require_GET
def makers(request: HttpRequest) -> HttpResponse:
    """A file for the makers of the product: what the office wrote for them, nobody's words but its own."""
    actor, place = actor_of(request), committee_of(request)
    if place is None:
        raise Refusal("wishes.no_committee")
    actions.makers_of(actor, place.pk)
    rows = queries.for_makers(actor, place)
    with line(actor, "wishes.handed", committee=place, count=len(rows)):
        pass
    name = MAKERS_FILE.format(day=clock.today().isoformat())
    disposition = content_disposition_header(as_attachment=True, filename=name) or ""
    return JsonResponse(
        {"wishes": rows}, json_dumps_params={"ensure_ascii": False, "indent": 1},
        headers={"Content-Disposition": disposition},
    )  # fmt: skip
