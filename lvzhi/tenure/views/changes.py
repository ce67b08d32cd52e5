"""A change: proposing it, its page, voiding; a member's resignation."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.tenure import actions, queries, rules, tables, ties, workflow
from lvzhi.tenure.forms import KINDS, ResignForm
from lvzhi.tenure.models import Change
from lvzhi.tenure.norms import body_name, meetings_of, way_of
from lvzhi.tenure.queries import shown
from lvzhi.tenure.queries.addresses import change_address
from lvzhi.tenure.views.place import UNFIT, form_page, kept, place
from lvzhi.tenure.vocabulary.sentences import DONE, HOW, NEXT
from lvzhi.tenure.vocabulary.states import LEAVING, OPEN_CHANGES, STANDING_CHANGES, ChangeKind, ChangeState
from lvzhi.tenure.vocabulary.words import JOINER
from lvzhi.workflow.clocks import left
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.forms import VoidForm

MOST = 40


@require_GET
def kinds(request: HttpRequest) -> HttpResponse:
    """Which change is proposed: each kind with who hears and who decides it."""
    committee, today = kept(request), clock.today()
    member = request.GET.get("member", "")
    rows = []
    for kind in ChangeKind:
        if member and kind == ChangeKind.BY_ELECTION:
            continue
        hears, decides = way_of(kind.value, committee, today)
        url = reverse("tenure:propose", args=[kind.value]) + (f"?member={member}" if member else "")
        rows.append({"label": kind.label, "url": url, "how": _how(hears, decides, committee)})
    return render(request, "tenure/kinds.html", {"rows": rows})


def _how(hears: str, decides: str, committee: Committee) -> str:
    """Who hears and who decides a kind of change, in words."""
    today = clock.today()
    said = [HOW["hears"].format(body=body_name(hears, committee, today))] if hears else []
    at = "decides" if meetings_of(decides, committee, today) else "office"
    return JOINER.join([*said, HOW[at].format(body=body_name(decides, committee, today))])


def _form(request: HttpRequest, committee: Committee, kind: str) -> Any:
    form: Any = KINDS[kind](request.POST or None, committee=committee)
    uid = request.GET.get("member", "")
    if request.method == "GET" and "member" in form.fields and uid:
        try:
            found = form.fields["member"].beginning(committee, str(UUID(uid)), clock.today())
        except ValueError:
            found = None
        if found is not None:
            form.fields["member"].initial = str(found.pk)
    return form


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, kind: str) -> HttpResponse:
    """Propose a change of one kind. Raises `Missing` for an unknown kind, `NotAllowed` but for the office."""
    actor, committee = actor_of(request), kept(request)
    if kind not in KINDS:
        raise Missing("tenure.unknown")
    form = _form(request, committee, kind)
    made: list[Change] = []

    def do(data: dict[str, Any]) -> None:
        given = form.data_for(data)
        made.append(actions.propose(actor, committee, kind, given, once=request.POST.get("once")))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["proposed"].format(next=_next(made[0])))
        return redirect(change_address(made[0]))
    title = DONE["propose"].format(kind=ChangeKind(kind).label)
    return form_page(request, form, title, reverse("tenure:kinds"))


@require_http_methods(["GET", "POST"])
def resign(request: HttpRequest) -> HttpResponse:
    """Hand in one's own resignation. Raises `Refusal` for one who is no member here."""
    actor, committee = actor_of(request), place(request)
    if queries.member_here(actor, committee) is None:
        raise Refusal("tenure.not_in_office")
    form = ResignForm(request.POST or None)
    made: list[Change] = []

    def do(data: dict[str, Any]) -> None:
        made.append(workflow.resign(actor, committee, data["ground"], once=request.POST.get("once")))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["handed"])
        return redirect(change_address(made[0]))
    return form_page(request, form, DONE["resign"], reverse("tenure:mine"), hint=DONE["resign_hint"])


def _next(change: Change) -> str:
    """What comes next, and whose turn it is."""
    day = change.proposed_on
    if change.state == ChangeState.HANDED:
        return NEXT["handed"]
    if change.state == ChangeState.PROPOSED and change.hears:
        return NEXT["hear"].format(body=body_name(change.hears, change.committee_id, day))
    if change.state in (ChangeState.PROPOSED, ChangeState.HEARD):
        if not actions.needs_meeting(change, change.decides):
            return NEXT["office"]
        return NEXT["decide"].format(body=body_name(change.decides, change.committee_id, day))
    if change.state == ChangeState.REVIEW:
        return NEXT["review"].format(body=body_name(change.decides, change.committee_id, day))
    return NEXT["none"]


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A change: whom it is about, how far it has come, at which meeting it was decided, what it did."""
    actor = actor_of(request)
    change = queries.change_of(actor, uid)
    reads, kind = rules.reads(actor, change), change._meta.label_lower
    context = {
        "change": change, "tag": shown.change_tag(change), "what": shown.what(change), "reads": reads,
        "next": _next(change), "left": left(change.due_on, change.committee_id),
        "buttons": _buttons(change, actor), "effects": queries.effects_of(change) if reads else [],
        "may_void": rules.handles(actor, change), "review_until": _review(change, actor),
        "files": files_of(kind, change.uid) if reads else [],
        "add_url": reverse("files:add", args=[kind, change.uid]) if ties.may_add(actor, change) else "",
        "events": timeline(kind, change.uid) if reads else [], "own": rules.is_own(actor, change),
        "restores": change.state not in STANDING_CHANGES, "steps": tables.change_steps(change),
        "closed": change.state not in (*OPEN_CHANGES, ChangeState.REVIEW), "leaving": change.kind in LEAVING,
    }  # fmt: skip
    return render(request, "tenure/change.html", context)


def _buttons(change: Change, actor: Actor) -> list[Any]:
    return [one for one in steps_open(change, actor) if one.key != "ask_review" or _review(change, actor)]


def _review(change: Change, actor: Actor) -> Any:
    """The last day on which the actor may ask for review; None where that is not so."""
    if change.state != ChangeState.DECIDED or not rules.asks_review(actor, change):
        return None
    until = rules.review_until(change)
    return until if until is not None and clock.today() <= until else None


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Void a change with a ground; what it did to the roster is taken back with it."""
    actor = actor_of(request)
    change = queries.change_of(actor, uid)
    rules.handles.check(actor, change)
    back = change_address(change)
    if change.voided_at is not None:
        return redirect(back)
    form: Any = VoidForm(request.POST if request.method == "POST" else None, record=change, actor=actor)
    if request.method == "POST" and attempt(form, lambda data: actions.void_change(change, actor, data["ground"])):
        messages.success(request, DONE["voided"])
        return redirect(back)
    context = {"form": form, "title": change.title_for_people, "back": back, "hint": DONE["void_hint"]}
    return render(request, "tenure/void.html", context, status=UNFIT if form.errors else 200)


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring back a voided change that was never in force."""
    actor = actor_of(request)
    change = queries.change_of(actor, uid)
    if change.voided_at is not None:
        actions.restore_change(change, actor)
        messages.success(request, DONE["restored"])
    return redirect(change_address(change))


@require_GET
def pick(request: HttpRequest) -> HttpResponse:
    """Former members of one's committee by typed text, for the office."""
    committee, today = kept(request), clock.today()
    typed = request.GET.get("q") or request.GET.get(f"{request.GET.get('of', '')}__typed", "")
    rows = list(queries.found_former(committee, typed, today)[:MOST])
    options = [(str(row.pk), row.name, row.work) for row in rows]
    return render(request, "ui/picker_options.html", {"options": options})
