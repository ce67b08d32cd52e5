"""Contact points with their visits; lists of duties."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import attempt, version_seen
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.party import actions, queries, rules, tables, ties
from lvzhi.party.forms import DutiesForm, EndForm, PointForm, VisitForm
from lvzhi.party.models import ContactPoint
from lvzhi.party.norms import VISITS
from lvzhi.party.queries.addresses import duty_address, point_address
from lvzhi.party.views.place import UNFIT, place
from lvzhi.party.vocabulary import DONE, YEAR_NAME
from lvzhi.ui.formats import day as in_words
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

TERM = 5  # years of a term before and after


def _kept_place(request: HttpRequest) -> tuple[Actor, Committee]:
    actor, committee = actor_of(request), place(request)
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    return actor, committee


def _form(request: HttpRequest, form: Any, title: str, back: str, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title, "back": back, **more}
    return render(request, "party/form.html", context, status=UNFIT if form.errors else 200)


@require_GET
def points(request: HttpRequest) -> HttpResponse:
    """Leaders with their branches and this year's visits; a leader's own come first, each with one button."""
    actor, committee, today = actor_of(request), place(request), clock.today()
    least = int(norms.value(VISITS, committee, today))
    cards = [
        {
            "point": one, "url": point_address(one), "own": rules.leading.oneself(actor, one),
            "logs": rules.leading.point_logs(actor, one), "lacks": max(0, least - one.made),
            "today": one.last == today,
        }
        for one in queries.points(committee, today)
    ]  # fmt: skip
    cards.sort(key=lambda card: not card["own"])
    context = {"cards": cards, "least": least, "keeps": rules.keeps(actor, committee.pk), "year": today.year}
    return render(request, "party/points.html", context)


@require_http_methods(["GET", "POST"])
def point_add(request: HttpRequest) -> HttpResponse:
    """Give a leader a branch."""
    actor, committee = _kept_place(request)
    form = PointForm(request.POST or None, committee=committee)
    made: list[ContactPoint] = []

    def do(data: dict[str, Any]) -> None:
        person = next(iter(data["people"]), None)
        if person is None:
            raise Refusal("party.nobody", field="people")
        made.append(actions.assign_point(actor, person, data["body"], data["starts"]))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["pointed"])
        return redirect(point_address(made[0]))
    return _form(request, form, DONE["point_add"], reverse("party:points"))


@require_GET
def point(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A contact point with its visits."""
    actor = actor_of(request)
    row = queries.point_of(actor, uid)
    reads = rules.leading.point_reads(actor, row)
    visits = queries.visits_of(row) if reads else []
    today = clock.today()
    live = [one for one in visits if one.voided_at is None]
    made = sum(one.visited_on.year == today.year for one in live)
    least = int(norms.value(VISITS, row.committee_id, today))
    context = {
        "point": row, "reads": reads, "logs": rules.leading.point_logs(actor, row), "visits": visits, "made": made,
        "least": least, "year": today.year, "lacks": max(0, least - made),
        "today": any(one.visited_on == today for one in live), "keeps": rules.keeper(actor, row),
        "tagged": [(one, tables.visit_tag(one)) for one in visits],
    }  # fmt: skip
    return render(request, "party/point.html", context)


@require_http_methods(["GET", "POST"])
def point_end(request: HttpRequest, uid: UUID) -> HttpResponse:
    """End it on a day."""
    actor = actor_of(request)
    row = queries.point_of(actor, uid)
    rules.keeper.check(actor, row)
    form = EndForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda data: actions.end_point(row, actor, data["ends"])):
        messages.success(request, DONE["point_ended"])
        return redirect("party:points")
    title = DONE["point_end"].format(name=row.name, body=row.body.name)
    return _form(request, form, title, point_address(row), hint=DONE["point_ended"])


@require_POST
def visit_today(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Today, without a word: the second tap."""
    actor = actor_of(request)
    row = queries.point_of(actor, uid)
    made = actions.log_visit(actor, row, clock.today())
    messages.success(request, DONE["visited"].format(day=in_words(made.visited_on)))
    return redirect(reverse("party:points") if request.POST.get("back") == "list" else point_address(row))


@require_http_methods(["GET", "POST"])
def visit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Another day, or with words."""
    actor = actor_of(request)
    row = queries.point_of(actor, uid)
    rules.leading.point_logs.check(actor, row)
    form = VisitForm(request.POST or None, initial={"visited_on": clock.today()})
    if request.method == "POST" and attempt(
        form, lambda data: actions.log_visit(actor, row, data["visited_on"], data["text"])
    ):
        messages.success(request, DONE["visited"].format(day=in_words(form.cleaned_data["visited_on"])))
        return redirect(point_address(row))
    return _form(request, form, DONE["visit"].format(title=str(row)), point_address(row))


@require_http_methods(["GET", "POST"])
def visit_edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Mend day or words of a visit."""
    actor = actor_of(request)
    row = queries.visit_of(actor, uid)
    form = VisitForm(request.POST or None, initial={"visited_on": row.visited_on, "text": row.text})
    seen = version_seen(request)
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_visit(actor, row, data["visited_on"], data["text"], version=seen)
    ):
        messages.success(request, DONE["saved"])
        return redirect(point_address(row.point))
    title = DONE["visit"].format(title=str(row.point))
    return _form(request, form, title, point_address(row.point), version=seen or row.version)


@require_http_methods(["GET", "POST"])
def visit_void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered visit out of every figure."""
    row = queries.visit_of(actor_of(request), uid)
    return pages.void(
        request, row, rules.leading.visit_kept, title=f"{row} {row.visited_on}", back=point_address(row.point)
    )


@require_POST
def visit_restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    row = queries.visit_of(actor_of(request), uid)
    return pages.restore(request, row, rules.leading.visit_kept, back=point_address(row.point))


def _year(request: HttpRequest) -> int:
    text, now = request.POST.get("year") or request.GET.get("year", ""), clock.today().year
    return int(text) if text.isdecimal() and abs(int(text) - now) <= TERM else now


@require_GET
def duties(request: HttpRequest) -> HttpResponse:
    """Lists of duties of a year, person by person, with how many are done."""
    actor, committee = actor_of(request), place(request)
    year, now = _year(request), clock.today().year
    rows = list(queries.duties_seen(actor, committee, year))
    years = sorted({*queries.years_of(actor, committee), now, year}, reverse=True)
    tabs = [
        {"label": YEAR_NAME.format(year=one), "url": f"?year={one}", "active": one == year} for one in years
    ]  # fmt: skip
    groups = tables.duties_groups(rows)
    context = {
        "groups": groups, "tabs": tabs, "year": year, "keeps": rules.keeps(actor, committee.pk), "rows": rows,
        "done": sum(group["done"] for group in groups), "following": year + 1,
    }  # fmt: skip
    return render(request, "party/duties.html", context)


@require_http_methods(["GET", "POST"])
def duty_add(request: HttpRequest) -> HttpResponse:
    """Put items on lists."""
    actor, committee = _kept_place(request)
    year = _year(request)
    form = DutiesForm(request.POST or None, committee=committee, year=year)
    made: list[Any] = []

    def do(data: dict[str, Any]) -> None:
        given = data | {"year": year}
        made.extend(actions.add_duties(actor, committee, data["people"], given, once=request.POST.get("once")))

    back = f"{reverse('party:duties')}?year={year}"
    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["duties_added"].format(count=len(made)))
        return redirect(back)
    return _form(request, form, DONE["duty_add"].format(year=year), back)


@require_POST
def duty_copy(request: HttpRequest) -> HttpResponse:
    """Copy the lists of a year to the next."""
    actor, committee = _kept_place(request)
    year = _year(request)
    try:
        made = actions.copy_duties(actor, committee, year, once=request.POST.get("once"))
    except NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect(f"{reverse('party:duties')}?year={year}")
    messages.success(request, DONE["duties_copied"].format(count=len(made), year=year + 1))
    return redirect(f"{reverse('party:duties')}?year={year + 1}")


@require_GET
def duty(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An item with its proof."""
    actor = actor_of(request)
    row = queries.duty_of(actor, uid)
    kind = row._meta.label_lower
    context = {
        "duty": row, "tag": tables.duty_tag(row), "buttons": steps_open(row, actor),
        "may_void": rules.keeper(actor, row), "files": files_of(kind, row.uid),
        "add_url": reverse("files:add", args=[kind, row.uid]) if ties.may_add(actor, row) else "",
        "events": timeline(kind, row.uid), "back": f"{reverse('party:duties')}?year={row.year}",
    }  # fmt: skip
    return render(request, "party/duty.html", context)


@require_http_methods(["GET", "POST"])
def duty_void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered item out of every figure."""
    row = queries.duty_of(actor_of(request), uid)
    return pages.void(request, row, rules.keeper, title=row.item, back=duty_address(row))


@require_POST
def duty_restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    row = queries.duty_of(actor_of(request), uid)
    return pages.restore(request, row, rules.keeper, back=duty_address(row))
