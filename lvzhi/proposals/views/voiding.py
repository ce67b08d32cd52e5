"""Taking a mis-entered proposal out of every figure, and bringing it back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.proposals import queries, rules
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tables import address, may_void
from lvzhi.workflow import pages


def _wanted(request: HttpRequest, uid: UUID) -> Proposal:
    proposal = queries.one(actor_of(request), uid)
    if not may_void(actor_of(request), proposal):
        raise NotAllowed("access.not_allowed", who=rules.clerk.label)
    return proposal


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask for the ground; void. A second sending finds it voided already and changes nothing."""
    proposal = _wanted(request, uid)
    title = f"{proposal.called} {proposal.title}".strip()
    return pages.void(request, proposal, rules.clerk, title=title, back=address(proposal))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back; a second sending changes nothing."""
    proposal = _wanted(request, uid)
    return pages.restore(request, proposal, rules.clerk, back=address(proposal))
