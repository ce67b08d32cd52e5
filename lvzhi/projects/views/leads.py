"""Investment leads: handed in by members in few fields, taken over by the office; the pipeline by stage."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import below as below_of
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.people.models import Person
from lvzhi.people.queries import person_of_account
from lvzhi.projects import actions, notices, rules, tables, ties
from lvzhi.projects.forms import LeadForForm, LeadForm
from lvzhi.projects.forms.fields import picked_person
from lvzhi.projects.models import Lead
from lvzhi.projects.queries import leads as queries
from lvzhi.projects.vocabulary.sentences import DONE
from lvzhi.projects.workflow import LEAD
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

KINDS = {"lead": LEAD}


def _place(request: HttpRequest) -> Committee:
    """The committee whose leads are looked at.

    Raises:
        NotAllowed: neither a member there nor in its agency.
    """
    actor, found = actor_of(request), committee_of(request)
    if found is None or not (rules.may_hand_in(actor, found.pk) or rules.may_list(actor, found.pk)):
        raise NotAllowed("access.not_allowed", who=rules.lead_visible.label)
    return found


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """招商线索: the office's, or a member's own."""
    actor, committee = actor_of(request), _place(request)
    page = keyset(queries.leads_seen(actor, committee), ("-handed_on", "-id"), request.GET.get("cursor"), count=True)
    context = {
        "table": tables.leads_table(page, request.GET),
        "may_add": rules.may_hand_in(actor, committee.pk),
        "own": not rules.may_list(actor, committee.pk),
    }
    return render(request, "projects/leads.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Hand in a lead; the office names the member it has it from."""
    actor, committee = actor_of(request), _place(request)
    if not rules.may_hand_in(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.lead_own.label)
    others = rules.may_register(actor, committee.pk)
    form: Any = LeadForForm(request.POST or None, committee=committee) if others else LeadForm(request.POST or None)
    made: list[Lead] = []

    def do(data: dict[str, Any]) -> None:
        person = _person(actor, data, others=others)
        made.append(actions.hand_in(actor, committee, person, data, once=request.POST.get("once")))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["handed"])
        return redirect(notices.lead_address(made[0]))
    context = {"form": form, "others": others}
    return render(request, "projects/lead_new.html", context, status=422 if form.errors else 200)


def _person(actor: Actor, data: dict[str, Any], *, others: bool) -> Person:
    found = picked_person(data.get("person")) if others else person_of_account(actor.account_id)
    if found is None:
        raise Refusal("projects.no_person")
    return found


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A lead: who brought it, what it became, how far that has come."""
    actor = actor_of(request)
    lead = queries.lead_of(actor, uid)
    kind = lead._meta.label_lower
    project = lead.project
    context = {
        "lead": lead, "tag": tables.lead_tag(lead), "files": files_of(kind, lead.uid),
        "buttons": [(step, _step_url(lead, step.key)) for step in steps_open(lead, actor)],
        "holder": LEAD.holders.get(lead.state, ""), "events": timeline(kind, lead.uid),
        "add_url": reverse("files:add", args=[kind, lead.uid]) if ties.lead_takes(actor, lead) else "",
        "project": project, "project_tag": tables.state_tag(project) if project else None,
        "project_url": tables.address(project) if project and rules.visible(actor, project) else "",
        "may_void": rules.lead_kept(actor, lead),
    }  # fmt: skip
    return render(request, "projects/lead.html", context)


def _step_url(lead: Lead, key: str) -> str:
    return reverse("projects:lead_step", args=[lead.uid, key])


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it. Taken over, the project's page comes next."""
    workflow = pages.wanted(KINDS, "lead", key)
    lead = queries.lead_of(actor_of(request), uid)

    def onward(done: Lead) -> str:
        return tables.address(done.project) if done.project else notices.lead_address(done)

    frame = pages.Frame(title=lead.title, back=notices.lead_address(lead), onward=onward)
    return pages.step(request, workflow, lead, key, frame)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered lead out of every figure."""
    lead = queries.lead_of(actor_of(request), uid)
    return pages.void(request, lead, rules.lead_kept, title=lead.title, back=notices.lead_address(lead))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    lead = queries.lead_of(actor_of(request), uid)
    return pages.restore(request, lead, rules.lead_kept, back=notices.lead_address(lead))


@require_GET
def pipeline(request: HttpRequest) -> HttpResponse:
    """招商进展: by stage how many and how much, each opening to its rows; what is next and what is late."""
    actor, committee = actor_of(request), committee_of(request)
    if committee is None or not rules.may_list(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.insider.label)
    below = request.GET.get("below") == "1" and rules.may_register(actor, committee.pk)
    context = {
        "stages": tables.stages(actor, committee, clock.today(), below=below),
        "below": below,
        "may_below": rules.may_register(actor, committee.pk) and below_of(committee).exists(),
        "may_add": rules.may_hand_in(actor, committee.pk),
    }
    return render(request, "projects/pipeline.html", context)
