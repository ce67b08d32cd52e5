"""The register of Party organisations: the list with coverage, one of them by quarter, founding, seating."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import attempt, version_seen
from lvzhi.deadlines import clock
from lvzhi.journal.queries import timeline
from lvzhi.metrics import compute, periods
from lvzhi.party import actions, metrics, queries, rules, tables
from lvzhi.party.forms import BodyForm, EndForm, RepostForm, SeatForm
from lvzhi.party.models import Body
from lvzhi.party.queries.addresses import body_address
from lvzhi.party.views.place import UNFIT, day_of, place
from lvzhi.party.vocabulary import DONE, BodyKind, Form
from lvzhi.workflow.engine import steps_open

MOST = 40
BOOK = (
    metrics.COVERAGE, metrics.ORGAN_COVERAGE, metrics.APPRAISAL_COVERAGE, metrics.POINT_COVERAGE, metrics.DUTIES_RATE,
    metrics.DEED_COVERAGE,
)  # fmt: skip
EXCEPTIONS = (
    metrics.UNSEATED, metrics.UNSEATED_STAFF, metrics.WITHOUT_BRANCH, metrics.WITHOUT_SECRETARY, metrics.BEHIND,
    metrics.NOT_APPRAISED, metrics.WITHOUT_POINT, metrics.POINTS_BEHIND, metrics.NOT_DOERS,
)  # fmt: skip
FIELDS = ("name", "kind", "form", "organ", "above", "starts", "decided_by", "has_board", "groups")


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Organisations of the committee with their leaders and what their quarter lacks; coverage with its exceptions."""
    actor, committee, day = actor_of(request), place(request), clock.today()
    found = list(queries.bodies(Scope(committee), day))
    first, last = queries.quarter_span(day)
    slots = queries.rhythm(found, first, last)
    cards = [
        {"body": one, "url": body_address(one), "missing": [str(slot) for slot in queries.missing(slots[one.pk])]}
        for one in found
    ]
    whole = rules.reads_all(actor, committee.pk)
    context = {
        "committee": committee, "cards": cards, "keeps": rules.keeps(actor, committee.pk), "whole": whole,
        "book": _book(committee) if whole else None,
    }  # fmt: skip
    return render(request, "party/list.html", context)


def _book(committee: Committee) -> dict[str, Any]:
    """Both coverages, that of deeds, and who or what is left out, each with its list."""
    period = periods.year(clock.today().year)
    results = compute.book([*BOOK, *EXCEPTIONS], Scope(committee), period)
    asked = f"?committee={committee.uid}&period={period.text}"
    shown = {key: (one, reverse("metrics:figure", args=[key]) + asked) for key, one in results.items()}
    return {
        "period": period,
        "shares": [shown[one.key] for one in BOOK],
        "exceptions": [shown[one.key] for one in EXCEPTIONS if shown[one.key][0].value],
    }


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An organisation: who sits in it, and a quarter's organisation life: held, missing, still to come."""
    actor = actor_of(request)
    body, day = queries.body_of(actor, uid), day_of(request)
    first, last = queries.quarter_span(day)
    reads = rules.reads(actor, body)
    held = queries.meetings_of(body, first, last) if reads else []
    slots = queries.rhythm([body], first, last, year=True)[body.pk]
    quarter = queries.quarter_on(body, first)
    context = {
        "body": body, "reads": reads, "keeps": rules.keeper(actor, body), "writes": rules.writes(actor, body),
        "groups": _seats(body) if reads else [], "leaders": queries.leaders_on(body, clock.today()),
        "tabs": tables.quarter_tabs(day), "lines": tables.slot_lines(slots), "table": tables.meetings_table(held),
        "missing": queries.missing(slots), "quarter": quarter,
        "buttons": steps_open(quarter, actor) if quarter is not None and reads else [],
        "events": timeline(body._meta.label_lower, body.uid) if reads else [], **_appraisals(actor, body, reads=reads),
    }  # fmt: skip
    return render(request, "party/body.html", context)


def _appraisals(actor: Actor, body: Body, *, reads: bool) -> dict[str, Any]:
    """The branch's yearly appraisals, and whether this year's is still to be opened."""
    if not reads or body.kind != BodyKind.BRANCH or body.form == Form.FUNCTIONAL:
        return {}
    rows = queries.appraisals_of(body)
    opened = any(one.year == clock.today().year for one in rows)
    return {
        "appraisals": [(one, tables.appraisal_tag(one)) for one in rows],
        "may_appraise": not opened and body.ends is None and rules.writes(actor, body),
    }  # fmt: skip


def _seats(body: Body) -> list[tuple[str, list[Any]]]:
    """Who sits in it, by post."""
    groups: dict[str, list[Any]] = {}
    for row in queries.seats_on(body, clock.today()):
        groups.setdefault(row.get_post_display(), []).append(row)
    return list(groups.items())


def _form(request: HttpRequest, form: Any, title: str, back: str, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title, "back": back, **more}
    return render(request, "party/form.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def found(request: HttpRequest) -> HttpResponse:
    """Set up an organisation."""
    actor, committee = actor_of(request), place(request)
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    form = BodyForm(request.POST or None, committee=committee)
    made: list[Body] = []
    if request.method == "POST" and attempt(form, lambda data: made.append(actions.found_body(actor, committee, data))):
        messages.success(request, DONE["founded"].format(name=made[0].name))
        return redirect(body_address(made[0]))
    return _form(request, form, DONE["found"], reverse("party:list"))


def _kept(request: HttpRequest, uid: UUID) -> Body:
    actor = actor_of(request)
    body = queries.body_of(actor, uid)
    rules.keeper.check(actor, body)
    return body


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change the register."""
    body = _kept(request, uid)
    initial = {name: getattr(body, name) for name in FIELDS}
    form = BodyForm(request.POST or None, initial=initial, committee=body.committee, body=body)
    seen = version_seen(request)
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_body(body, actor_of(request), data, version=seen)
    ):
        messages.success(request, DONE["saved"])
        return redirect(body_address(body))
    return _form(request, form, body.name, body_address(body), version=seen or body.version)


@require_http_methods(["GET", "POST"])
def dissolve(request: HttpRequest, uid: UUID) -> HttpResponse:
    """End an organisation."""
    body = _kept(request, uid)
    form = EndForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda data: actions.dissolve(body, actor_of(request), data["ends"])):
        messages.success(request, DONE["dissolved"].format(name=body.name))
        return redirect("party:list")
    title = DONE["dissolve"].format(name=body.name)
    return _form(request, form, title, body_address(body), hint=DONE["dissolve_hint"])


@require_http_methods(["GET", "POST"])
def seat(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put Party members into an organisation."""
    body = _kept(request, uid)
    form = SeatForm(request.POST or None, body=body)
    if request.method == "POST" and attempt(
        form, lambda data: actions.seat(body, actor_of(request), data["people"], data["post"], data["starts"])
    ):
        messages.success(request, DONE["seated"].format(count=len(form.cleaned_data["people"])))
        return redirect(body_address(body))
    return _form(request, form, body.name, body_address(body))


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Let somebody leave."""
    actor = actor_of(request)
    row = queries.seat_of(actor, uid)
    form = EndForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda data: actions.leave(row, actor, data["ends"])):
        messages.success(request, DONE["left"].format(name=row.name))
        return redirect(body_address(row.body))
    return _form(request, form, DONE["leave"].format(name=row.name, body=row.body.name), body_address(row.body))


@require_http_methods(["GET", "POST"])
def repost(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Give somebody another post."""
    actor = actor_of(request)
    row = queries.seat_of(actor, uid)
    form = RepostForm(request.POST or None, initial={"post": row.post})
    if request.method == "POST" and attempt(
        form, lambda data: actions.repost(row, actor, data["post"], data["starts"])
    ):
        messages.success(request, DONE["saved"])
        return redirect(body_address(row.body))
    return _form(request, form, DONE["repost"].format(name=row.name, body=row.body.name), body_address(row.body))


@require_GET
def pick(request: HttpRequest) -> HttpResponse:
    """Party members of one's own committee by typed text; for those who read who belongs to the Party."""
    actor, committee = actor_of(request), place(request)
    if not rules.reads_all(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.reader.label)
    typed = request.GET.get("q") or request.GET.get(f"{request.GET.get('of', '')}__typed", "")
    rows = list(queries.found_persons(committee, typed, clock.today())[:MOST])
    names = queries.named(rows)
    options = [(str(row.pk), *names[row.pk]) for row in rows]
    return render(request, "ui/picker_options.html", {"options": options})
