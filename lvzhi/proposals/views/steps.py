"""One page for every step: the form it asks, and what came of sending it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lvzhi.access import Conflict, Missing, NotAllowed, Refusal, Refusals
from lvzhi.accounts.actors import actor_of
from lvzhi.proposals import queries
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tables import address
from lvzhi.proposals.vocabulary import DONE
from lvzhi.proposals.workflow import ASSIGNMENT, COSIGNATURE, EXTENSION, PROMISE, PROPOSAL
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Step, Workflow

KINDS: dict[str, Workflow] = {
    "proposal": PROPOSAL,
    "assignment": ASSIGNMENT,
    "cosignature": COSIGNATURE,
    "promise": PROMISE,
    "extension": EXTENSION,
}
HELD_BACK = frozenset({"csrfmiddlewaretoken", "once", "version"})


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it.

    Raises:
        Missing: no such record or step, or none that the actor may know of.
        NotAllowed: the step is another's.
    """
    actor = actor_of(request)
    workflow = KINDS.get(kind)
    if workflow is None or not workflow.has_step(key) or workflow.step(key).automatic:
        raise Missing("workflow.unknown", key=key)
    record = queries.step_record(actor, workflow, uid)
    wanted = workflow.step(key)
    if request.method == "GET":
        try:
            engine.expect(record, key, actor)
        except Conflict as conflict:
            return _conflict(request, conflict, record, None)
        form = wanted.asks(record=record, actor=actor) if wanted.asks else None  # type: ignore[call-arg]  # reason: step forms take record and actor, which django's stub of Form does not know
        return _page(request, record, wanted, form, 200)
    return _take(request, record, wanted)


def _take(request: HttpRequest, record: Any, wanted: Step) -> HttpResponse:
    actor = actor_of(request)
    version = request.POST.get("version", "")
    try:
        done = engine.take(
            record, wanted.key, actor, request.POST, files=request.FILES,
            version=int(version) if version.isdigit() else None, once=request.POST.get("once"),
        )  # fmt: skip
    except (NotAllowed, Missing):
        raise
    except Conflict as conflict:
        return _conflict(request, conflict, record, _bound(request, record, wanted))
    except Refusal as refusal:
        form = _bound(request, record, wanted)
        loose = _tell(form, refusal)
        return _page(request, record, wanted, form, 422, loose)
    messages.success(request, _said(wanted, done))
    proposal = _proposal_of(done)
    visible = queries.sees(actor, proposal)
    return redirect(address(proposal) if visible else "proposals:mine")


def _said(wanted: Step, done: Any) -> str:
    if isinstance(done, Proposal) and wanted.key == "submit":
        return DONE["submitted"].format(serial=done.serial)
    if isinstance(done, Proposal) and wanted.key == "invite":
        return DONE["invited"]
    return DONE["step"].format(step=wanted.name)


def _bound(request: HttpRequest, record: Any, wanted: Step) -> forms.Form | None:
    """The form with everything that was typed."""
    if wanted.asks is None:
        return None
    return wanted.asks(request.POST, request.FILES, record=record, actor=actor_of(request))  # type: ignore[call-arg]  # reason: as above


def _tell(form: forms.Form | None, refusal: Refusal) -> list[str]:
    """Put each refusal on its field; what has no field is given back, to stand over the form."""
    parts = refusal.parts if isinstance(refusal, Refusals) else (refusal,)
    if form is not None and not form.is_valid():
        return []  # the form says its own faults, on their fields
    loose = []
    for part in parts:
        if form is not None and part.field in form.fields:
            form.add_error(part.field, part.sentence)
        else:
            loose.append(part.sentence)
    return loose


def _proposal_of(record: Any) -> Proposal:
    found: Proposal = record if isinstance(record, Proposal) else record.proposal
    return found


def _page(
    request: HttpRequest,
    record: Any,
    wanted: Step,
    form: forms.Form | None,
    status: int,
    loose: list[str] | None = None,
) -> HttpResponse:
    proposal = _proposal_of(record)
    context = {
        "step": wanted,
        "record": record,
        "proposal": proposal,
        "form": form,
        "loose": loose or [],
        "back": address(proposal),
        "may_edit": bool(loose) and wanted.key == "submit",
    }
    return render(request, "proposals/step.html", context, status=status)


def _conflict(request: HttpRequest, conflict: Conflict, record: Any, form: forms.Form | None) -> HttpResponse:
    """Who was first and when, with what was typed kept to copy."""
    typed = []
    if form is not None:
        for name, field in form.fields.items():
            texts = [text for text in request.POST.getlist(name) if text]
            if texts and name not in HELD_BACK:
                typed.append((field.label, _readable(field, texts)))
    context = {"sentence": conflict.sentence, "back_url": address(_proposal_of(record)), "typed": typed}
    return render(request, "proposals/conflict.html", context, status=conflict.status)


def _readable(field: forms.Field, texts: list[str]) -> str:
    """What was chosen in words, what was written as it stands."""
    labels = getattr(field, "labels", None)
    names = dict(labels(texts)) if labels else {str(key): str(label) for key, label in getattr(field, "choices", ())}
    return "\n".join(names.get(text, text) for text in texts)
