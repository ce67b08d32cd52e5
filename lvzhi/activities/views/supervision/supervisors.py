"""Supervisors and their groups: the list, one with the record of work, proposing, the letter, groups."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.activities import rules, tables
from lvzhi.activities.actions import supervising
from lvzhi.activities.forms import supervision as forms
from lvzhi.activities.letters import supervision as letters
from lvzhi.activities.models import Supervisor
from lvzhi.activities.queries import supervision as queries
from lvzhi.activities.views.place import committee_of
from lvzhi.activities.vocabulary.supervising import PAGE, SAID
from lvzhi.activities.vocabulary.supervision import STANDING, SupervisorState, Way
from lvzhi.committee.models import Committee
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import write
from lvzhi.journal.lines import line
from lvzhi.journal.queries import histories
from lvzhi.people.queries import member_of_account
from lvzhi.ui.paging import keyset
from lvzhi.workflow.engine import steps_open

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
UNFIT = 422


def _keeps(actor: Actor, place: Committee) -> bool:
    return any(actor.has(role, committee=place.pk) for role in rules.KEEPERS)


@require_GET
def supervision(request: HttpRequest) -> HttpResponse:
    """民主监督: who is in office, who is proposed, the groups, one's own work."""
    actor, place = actor_of(request), committee_of(request)
    rows = queries.supervisors(actor).filter(committee=place)
    wanted = request.GET.get("state", "")
    shown = (
        rows.filter(state=wanted) if wanted in SupervisorState.values else rows.filter(rules.in_office(clock.today()))
    )
    page = keyset(shown, ("unit__name", "id"), request.GET.get("cursor"), count=True)
    context = {
        "table": tables.supervisors_table(page, request.GET),
        "states": [("", PAGE["supervisors"]), *((state, SupervisorState(state).label) for state in STANDING)],
        "wanted": wanted,
        "groups": queries.groups(place, clock.today()),
        "own": [(row, len(queries.work_of(row))) for row in queries.own_posts(actor)],
        "keeps": _keeps(actor, place),
        "may_offer": member_of_account(actor.account_id, place.pk, clock.today()) is not None,
    }
    return render(request, "activities/supervision/supervision.html", context)


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """The office proposes members, a member offers oneself."""
    actor, place = actor_of(request), committee_of(request)
    own = member_of_account(actor.account_id, place.pk, clock.today())
    form: Any
    if _keeps(actor, place):
        form = forms.ProposeForm(request.POST or None, committee=place, initial=_of_group(request))
    else:
        rules.office.check(actor, Supervisor(committee=place)) if own is None else None
        form = forms.VolunteerForm(request.POST or None, committee=place)
    done: list[Supervisor] = []

    def do(clean: dict[str, Any]) -> None:
        asked = {"way": Way.VOLUNTEER, "recommender": "", "group": None, "members": [own]} | clean
        rows = supervising.propose(
            actor, place, asked["members"], asked["unit"][0], way=asked["way"], recommender=asked["recommender"],
            statement=asked["statement"], group=asked["group"], once=request.POST.get("once"),
        )  # fmt: skip
        done.extend(rows)

    if request.method == "POST" and attempt(form, do):
        messages.success(request, SAID["proposed"].format(count=len(done)))
        return redirect("activities:supervision")
    return _form(request, form, PAGE["propose"], reverse("activities:supervision"))


def _of_group(request: HttpRequest) -> dict[str, Any]:
    """What the group says from which one came: itself and its unit.

    Raises:
        Missing: no such group.
    """
    given = request.GET.get("group")
    if not given:
        return {}
    try:
        found = queries.group(actor_of(request), UUID(given))
    except ValueError:
        raise Missing("access.missing") from None
    return {"group": found.pk, "unit": [found.unit_id]}


def _form(request: HttpRequest, form: Any, title: str, back: str) -> HttpResponse:
    context = {"form": form, "title": title, "back": back}
    return render(request, "activities/supervision/form.html", context, status=UNFIT if form.errors else 200)


@require_GET
def supervisor(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One supervisor: how chosen, for how long, what they took part in (R4.4–R4.6)."""
    actor = actor_of(request)
    row = queries.supervisor(actor, uid)
    work = list(queries.work_of(row))
    context = {
        "row": row,
        "tag": tables.supervisor_tag(row),
        "way": str(Way(row.way).label),
        "work": tables.work_table(work),
        "times": len(work),
        "buttons": [
            {"step": step, "url": reverse("activities:supervision_step", args=["supervisor", row.uid, step.key])}
            for step in steps_open(row, actor)
        ],
        "may_letter": bool(row.number) and (rules.office(actor, row) or rules.own_post(actor, row)),
        "whole": rules.office(actor, row) or rules.own_post(actor, row),
        "events": histories([(row._meta.label_lower, row.uid)]),
    }
    return render(request, "activities/supervision/supervisor.html", context)


@require_POST
def letter(request: HttpRequest, uid: UUID) -> FileResponse:
    """聘书 as .docx, for the office and the supervisor; the journal keeps who took it.

    Raises:
        NotAllowed: somebody else. Refusal: nobody is appointed yet.
    """
    actor = actor_of(request)
    row = queries.supervisor(actor, uid)
    (rules.office | rules.own_post).check(actor, row)
    target = BytesIO()
    write(letters.appointment(row), target)
    target.seek(0)
    with line(actor, "activities.letter_taken", subject=row, number=row.number):
        pass
    return FileResponse(target, as_attachment=True, filename=letters.appointment_name(row), content_type=DOCX)


@require_http_methods(["GET", "POST"])
def group(request: HttpRequest, uid: UUID | None = None) -> HttpResponse:
    """Found a group, or change one."""
    actor, place = actor_of(request), committee_of(request)
    found = queries.group(actor, uid) if uid is not None else None
    if found is None:
        rules.office.check(actor, Supervisor(committee=place))
    initial = forms.GroupForm.of(found) if found is not None else {"starts": clock.today()}
    form = forms.GroupForm(request.POST or None, initial=initial, committee=place)

    def do(clean: dict[str, Any]) -> None:
        leader = clean["leader"][0] if clean["leader"] else None
        data = clean | {"unit": clean["unit"][0], "leader": leader}
        supervising.keep_group(actor, place, data, found)

    if request.method == "POST" and attempt(form, do):
        messages.success(request, SAID["group_saved"])
        return redirect("activities:supervision")
    return _form(request, form, PAGE["new_group"], reverse("activities:supervision"))
