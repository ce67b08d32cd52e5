"""A plenary session: its speeches handed in, chosen, ordered and compiled; its discussion groups."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities import queries, rules
from lvzhi.activities.actions import plenary as actions
from lvzhi.activities.forms.plenary import PlenarySpeechForm
from lvzhi.activities.letters import plenary as letters
from lvzhi.activities.models import Activity, PlenarySpeech
from lvzhi.activities.queries import pages as reads
from lvzhi.activities.queries import plenary as speeches
from lvzhi.activities.tables import speech_tag, state_tag, verdict_tag
from lvzhi.activities.views.place import crumbs
from lvzhi.activities.views.supervision.supervisors import DOCX
from lvzhi.activities.vocabulary.plenary import CHOSEN, SPEECH_NEXT, SPEECH_PAGE, Form, SpeechState
from lvzhi.activities.workflow.plenary import SPEECH
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import write
from lvzhi.journal.lines import line
from lvzhi.journal.queries import histories
from lvzhi.people.queries import member_of_account, person_of_account
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

UNFIT = 422
NUMBER = "n-"


def _plenary(actor: Actor, uid: UUID) -> Activity:
    """A plenary that the actor may see. Raises `Missing` for another kind of activity."""
    activity = queries.one(actor, uid)
    if not speeches.is_plenary(activity):
        raise Missing("activities.unknown")
    return activity


def _heads(actor: Actor) -> frozenset[int]:
    return frozenset(actor.organs(Post.ORGAN_HEAD))


def _may_hand_in(actor: Actor, activity: Activity) -> bool:
    """Whether the page offers it: the office, a head of an organ, a member in office; while it is open."""
    day = clock.today()
    if not speeches.takes_speeches(activity, day):
        return False
    own = member_of_account(actor.account_id, activity.committee_id, day) is not None
    return own or rules.office(actor, activity) or bool(_heads(actor))


@require_GET
def listed(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The speeches of a plenary: the office all, others their own and what was compiled."""
    actor = actor_of(request)
    activity = _plenary(actor, uid)
    rows = speeches.speeches_of(actor, activity)
    keeps = rules.office(actor, activity)
    parts = [(str(state.label), [_shown(row) for row in rows if row.state == state]) for state in SpeechState]
    context = {
        "activity": activity,
        "tag": state_tag(activity),
        "parts": [(label, found) for label, found in parts if found],
        "chosen": [_shown(row) for row in rows if row.state in CHOSEN] if keeps else [],
        "compiled": sum(1 for row in rows if row.state == SpeechState.COMPILED),
        "total": len(rows),
        "keeps": keeps,
        "may_hand_in": _may_hand_in(actor, activity),
        "until": speeches.last_day(activity),
        "crumbs": crumbs(activity, SPEECH_PAGE["title"]),
    }
    return render(request, "activities/plenary/speeches.html", context)


def _shown(row: PlenarySpeech) -> dict[str, Any]:
    return {
        "row": row,
        "tag": speech_tag(row),
        "form": str(Form(row.form).label) if row.form else "",
        "field": f"{NUMBER}{row.pk}",
    }


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Hand in a speech.

    Raises:
        NotAllowed: neither a member, a head of an organ nor the office.
    """
    actor = actor_of(request)
    activity = _plenary(actor, uid)
    office, heads = rules.office(actor, activity), _heads(actor)
    own = member_of_account(actor.account_id, activity.committee_id, clock.today())
    if not office and not heads and own is None:
        raise NotAllowed("access.not_allowed", who=rules.HANDS_IN)
    form = PlenarySpeechForm(request.POST or None, activity=activity, office=office, heads=heads)
    made: list[PlenarySpeech] = []

    def do(clean: dict[str, Any]) -> None:
        named = clean.get("people") or []
        person = named[0] if named else person_of_account(actor.account_id)
        made.append(actions.hand_in(actor, activity, person, clean, once=request.POST.get("once")))

    back = reverse("activities:plenary_speeches", args=[activity.uid])
    if request.method == "POST" and attempt(form, do):
        messages.success(request, SPEECH_PAGE["done"])
        return redirect("activities:plenary_speech", made[0].uid)
    context = {
        "form": form, "activity": activity, "back": back, "until": speeches.last_day(activity),
        "open": speeches.takes_speeches(activity, clock.today()), "crumbs": crumbs(activity, SPEECH_PAGE["new"]),
    }  # fmt: skip
    return render(request, "activities/plenary/new.html", context, status=UNFIT if form.errors else 200)


@require_GET
def speech(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One speech: its text, where it is, what became of it."""
    actor = actor_of(request)
    row = speeches.plenary_speech(actor, uid)
    context = {
        **_shown(row),
        "activity": row.activity,
        "sees_activity": rules.visible(actor, row.activity),
        "holder": SPEECH.holders.get(row.state, ""),
        "next": SPEECH_NEXT[SpeechState(row.state)],
        "buttons": [
            {"step": step, "url": reverse("activities:plenary_step", args=[row.uid, step.key])}
            for step in steps_open(row, actor)
        ],
        "events": histories([(row._meta.label_lower, row.uid)]),
        "crumbs": crumbs(row.activity, SPEECH_PAGE["title"]),
    }
    return render(request, "activities/plenary/speech.html", context)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Ask what a step asks; take it. Raises `Missing` for a speech or a step that the actor may not know of."""
    workflow = pages.wanted({"speech": SPEECH}, "speech", key)
    row = speeches.plenary_speech(actor_of(request), uid)
    frame = pages.Frame(title=row.title_for_people, back=reverse("activities:plenary_speech", args=[row.uid]))
    return pages.step(request, workflow, row, key, frame)


@require_POST
def order(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Keep the order of the chosen ones, and where asked put them into the book.

    Raises:
        NotAllowed: not the office.
    """
    actor = actor_of(request)
    activity = _plenary(actor, uid)
    numbers = {
        int(name.removeprefix(NUMBER)): int(str(value))
        for name, value in request.POST.items()
        if name.startswith(NUMBER) and name.removeprefix(NUMBER).isdigit() and str(value).isdecimal()
    }
    try:
        actions.order(activity, actor, numbers)
        said = SPEECH_PAGE["ordered"]
        if request.POST.get("do") == "compile":
            said = SPEECH_PAGE["compiled"].format(count=actions.compile_all(activity, actor))
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, said)
    return redirect("activities:plenary_speeches", activity.uid)


@require_POST
def book(request: HttpRequest, uid: UUID) -> FileResponse:
    """The book of compiled speeches as .docx, for everybody who may read the plenary.

    Raises:
        Refusal: nothing was compiled yet.
    """
    actor = actor_of(request)
    activity = _plenary(actor, uid)
    rows = speeches.compiled(activity)
    if not rows:
        raise Refusal("activities.speech_none_chosen")
    target = BytesIO()
    write(letters.compose(activity, rows), target)
    target.seek(0)
    with line(actor, "activities.compilation_taken", subject=activity):
        pass
    return FileResponse(target, as_attachment=True, filename=letters.file_name(activity), content_type=DOCX)


@require_GET
def groups(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The discussion groups of an activity: conveners, members, and how each group came."""
    actor = actor_of(request)
    activity = queries.one(actor, uid)
    whole = rules.reads_list(actor, activity)
    found = speeches.groups_of(reads.people_of(activity))
    sittings = reads.programme(activity)
    context = {
        "activity": activity,
        "tag": state_tag(activity),
        "groups": [
            {
                "group": one,
                "name": one.name or SPEECH_PAGE["no_group"],
                "sittings": [row for row in sittings if row.group and row.group == one.name],
                "verdicts": [(verdict_tag(key), count) for key, count in one.verdicts.items()] if whole else [],
            }
            for one in found
        ],
        "whole": whole,
        "keeps": rules.keeper(actor, activity),
        "crumbs": crumbs(activity, SPEECH_PAGE["groups"]),
    }
    return render(request, "activities/plenary/groups.html", context)
