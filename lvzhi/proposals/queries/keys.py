"""Reads of key proposals: the selection, acts of supervision, what the leader's page shows (R1.97–R1.99)."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Exists, OuterRef, Prefetch, Value, When

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.proposals.models import KeyCandidate, KeyOpinion, Leading, Promise, Proposal, Supervision
from lvzhi.proposals.queries.reading import LISTED, SELECTING, Rows, live
from lvzhi.proposals.vocabulary import PromiseState


def led_with_acts(actor: Actor) -> Rows:
    """Key proposals that the actor leads, with everything their cards show: promises, acts of supervision."""
    mine = Leading.objects.live().filter(account_id=actor.account_id or 0, ends=None)
    rows = Proposal.objects.live().filter(is_key=True, pk__in=mine.values("proposal_id"))
    waiting = [PromiseState.OPEN, PromiseState.RESCHEDULED]
    promises: Rows = Promise.objects.live().filter(state__in=waiting).order_by("promised_for")
    return (
        rows.select_related("lead_unit")
        .defer(*LISTED)
        .prefetch_related(
            Prefetch("leadings", Leading.objects.live().filter(ends=None).order_by("id")),
            Prefetch("promises", promises),
            Prefetch("supervisions", acts()),
        )
        .order_by("-key_first", "-id")
    )


def acts() -> Rows:
    """Acts of supervision, the newest first."""
    return Supervision.objects.live().select_related("organ").order_by("-held_on", "-id")


def acts_of(proposal: Proposal) -> list[Any]:
    """Those of one proposal; no query where its page knows of none."""
    return list(acts().filter(proposal=proposal)) if getattr(proposal, "has_acts", True) else []


def candidate_of(actor: Actor, proposal: Proposal) -> KeyCandidate | None:
    """The candidacy under way, if the actor may know of it."""
    from lvzhi.proposals.rules.keys import visible_candidate

    if not getattr(proposal, "in_selection", True):
        return None
    rows = KeyCandidate.objects.live().filter(visible_candidate.rows(actor), proposal=proposal, state__in=SELECTING)
    found: KeyCandidate | None = rows.select_related("proposal").prefetch_related(_opinions()).first()
    return found


def candidates(actor: Actor, committee: Committee | None) -> Rows:
    """Candidates that the actor may know of, those under way first, with every opinion asked."""
    from lvzhi.proposals.rules.keys import visible_candidate

    rows = KeyCandidate.objects.live().filter(visible_candidate.rows(actor), proposal__voided_at=None)
    rows = rows.filter(committee=committee) if committee is not None else rows
    last = Case(When(state__in=SELECTING, then=Value(0)), default=Value(1))
    return (
        rows.select_related("proposal")
        .defer(*(f"proposal__{name}" for name in LISTED))
        .prefetch_related(_opinions())
        .order_by(last, "-id")
    )


def _opinions() -> Any:
    return Prefetch("opinions", KeyOpinion.objects.live().select_related("organ").order_by("id"))


def supervised(scope: Scope, period: Period) -> Rows:
    """Acts of supervision in the period (R1.99)."""
    rows = Supervision.objects.live().within(scope).filter(proposal__voided_at=None)
    return rows.filter(held_on__range=(period.start, period.end))


def face_to_face(scope: Scope, period: Period) -> Rows:
    """Those at which both sides were present."""
    return supervised(scope, period).filter(both_sides=True)


def key_supervised(scope: Scope, period: Period) -> Rows:
    """Key proposals supervised at least once in the period."""
    done = Supervision.objects.filter(
        proposal=OuterRef("pk"), voided_at=None, held_on__range=(period.start, period.end)
    )
    return live(scope).filter(Exists(done), is_key=True)


def last_post(account_id: int, committee_id: int) -> str:
    """The post in which a leader led a key proposal last; "" for one who never did."""
    rows = Leading.objects.live().filter(account=account_id, committee=committee_id).order_by("-id")
    return next(iter(rows.values_list("post", flat=True)[:1]), "")


def leads_now(proposal: Proposal) -> str:
    """Post and name of whoever leads the supervision of a key proposal; "" where nobody does."""
    row = Leading.objects.live().filter(proposal=proposal, ends=None).order_by("-id").first()
    return f"{row.post}{row.name}" if row is not None else ""
