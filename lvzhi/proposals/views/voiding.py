"""Taking a mis-entered proposal out of every figure, and bringing it back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.proposals import queries, rules
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tables import address, may_void
from lvzhi.proposals.vocabulary import DONE
from lvzhi.workflow import engine
from lvzhi.workflow.forms import VoidForm


def _wanted(request: HttpRequest, uid: UUID) -> Proposal:
    proposal = queries.one(actor_of(request), uid)
    if not may_void(actor_of(request), proposal):
        raise NotAllowed("access.not_allowed", who=rules.clerk.label)
    return proposal


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask for the ground; void. A second sending finds it voided already and changes nothing."""
    actor = actor_of(request)
    proposal = _wanted(request, uid)
    if proposal.voided_at is not None:
        return redirect(address(proposal))
    form = VoidForm(request.POST if request.method == "POST" else None, record=proposal, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            engine.void(proposal, actor, form.cleaned_data["ground"])
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        else:
            messages.success(request, DONE["voided"])
            return redirect(address(proposal))
    status = 422 if form.errors else 200
    context = {"form": form, "proposal": proposal, "back": address(proposal)}
    return render(request, "proposals/void.html", context, status=status)


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back; a second sending changes nothing."""
    proposal = _wanted(request, uid)
    if proposal.voided_at is not None:
        engine.restore(proposal, actor_of(request))
        messages.success(request, DONE["restored"])
    return redirect(address(proposal))
