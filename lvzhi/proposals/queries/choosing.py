"""Reads of the selection of excellent proposals."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q

from lvzhi.access import Actor, Missing
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.proposals.models import ExcellentCandidate, Nomination, Proposal, Publication, Selection
from lvzhi.proposals.queries.reading import LISTED, Rows, live
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.vocabulary.choosing import Reached
from lvzhi.proposals.vocabulary.publishing import PublicState

OUT = (State.WITHDRAWN, State.OFFLINE, State.NOT_FILED)
SECOND = 2  # a round of answers from which a proposal counts as handled again


def eligible(selection: Selection) -> Rows:
    """Filed in its period, or of the same term and handled again in it; adopted or not (R1.106, R1.107)."""
    within = (selection.starts, selection.ends)
    again = Q(round__gte=SECOND, answered_on__range=within, term__starts__lte=selection.ends)
    again &= Q(term__ends=None) | Q(term__ends__gte=selection.starts)
    rows = Proposal.objects.live().filter(committee=selection.committee_id).exclude(state__in=OUT)
    return rows.filter(Q(filed_on__range=within) | again)


def base_of(selection: Selection) -> int:
    """How many proposals were filed in its period: what the quota is a share of."""
    rows = Proposal.objects.live().filter(committee=selection.committee_id, state__in=_counted())
    return int(rows.filter(filed_on__range=(selection.starts, selection.ends)).count())


def _counted() -> list[str]:
    return [state for state in State.values if state not in OUT]


def nameable(actor: Actor, selection: Selection) -> Rows:
    """Of the eligible ones those that the actor may read, whole or as published: what may be recommended."""
    from lvzhi.proposals.rules import visible

    shown = Publication.objects.filter(proposal=OuterRef("pk"), voided_at=None, state=PublicState.PUBLISHED)
    readable = Proposal.objects.filter(visible.rows(actor)).values("pk")
    return eligible(selection).filter(Q(pk__in=readable) | Q(Exists(shown)))


def selections(actor: Actor, scope: Scope) -> Rows:
    """Selections of the scope that the actor may see, the latest first."""
    from lvzhi.proposals.rules.choosing import sees_selection

    return Selection.objects.live().within(scope).filter(sees_selection.rows(actor)).order_by("-starts", "-id")


def selection_of(actor: Actor, uid: Any) -> Selection:
    """The selection of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    from lvzhi.proposals.rules.choosing import sees_selection

    rows = Selection.objects.live().filter(sees_selection.rows(actor), uid=uid).select_related("committee")
    found: Selection | None = rows.first()
    if found is None:
        raise Missing("proposals.excellent_gone")
    return found


def candidates(selection: Selection) -> Rows:
    """Its candidates in the order of their numbers, never by how often they were recommended, with all reasons."""
    told: Any = Prefetch("nominations", Nomination.objects.live().order_by("id"))
    rows = ExcellentCandidate.objects.live().filter(selection=selection, proposal__voided_at=None)
    rows = rows.select_related("proposal__session__term").defer(*(f"proposal__{name}" for name in LISTED))
    return rows.prefetch_related(told).order_by("proposal__number", "proposal_id")


def candidates_seen(actor: Actor, selection: Selection) -> tuple[list[Any], int]:
    """Those candidates whose proposal the actor may read whole or as published, and how many others there are.

    What is decided is announced: every chosen one is seen. Each says how it may be opened: ``whole`` for who may read
    the proposal, ``public`` the uid of what was published; neither for one that is announced alone.
    """
    from lvzhi.proposals.rules import visible

    rows = list(candidates(selection))
    keys = [row.proposal_id for row in rows]
    seen = set(Proposal.objects.filter(visible.rows(actor), pk__in=keys).values_list("pk", flat=True))
    public = Publication.objects.live().filter(proposal__in=keys, state=PublicState.PUBLISHED)
    shown = dict(public.values_list("proposal_id", "uid"))
    known = seen | set(shown)
    found = [row for row in rows if row.proposal_id in known or row.reached == Reached.CHOSEN]
    for row in found:
        row.whole, row.public = row.proposal_id in seen, shown.get(row.proposal_id)
    return found, len(rows) - len(found)


def winners(selection: Selection) -> list[Proposal]:
    """The proposals chosen in it."""
    rows = ExcellentCandidate.objects.live().filter(selection=selection, reached=Reached.CHOSEN)
    return [row.proposal for row in rows.select_related("proposal__member__person")]


def chosen() -> Q:
    """The condition that a proposal was chosen as excellent."""
    rows = ExcellentCandidate.objects.filter(proposal=OuterRef("pk"), reached=Reached.CHOSEN, voided_at=None)
    return Q(Exists(rows.filter(selection__voided_at=None)))


def excellent(scope: Scope, period: Period) -> Rows:
    """Proposals chosen as excellent by a decision of the period (R13.10)."""
    rows = ExcellentCandidate.objects.filter(proposal=OuterRef("pk"), reached=Reached.CHOSEN, voided_at=None)
    decided = rows.filter(selection__decided_on__range=(period.start, period.end), selection__voided_at=None)
    return live(scope).filter(Exists(decided))
