"""Lists and pages, scope or actor first."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, prefetch_related_objects

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.scope import Scope
from lvzhi.files.queries import any_of
from lvzhi.links import queries as links
from lvzhi.proposals.models import (
    Appraisal,
    Assignment,
    CoSignature,
    ExcellentCandidate,
    Extension,
    GroundChosen,
    KeyCandidate,
    Leading,
    Promise,
    Proposal,
    Publication,
    Rating,
    Recommendation,
    Supervision,
    WishedUnit,
    Wording,
)
from lvzhi.proposals.models.publishing import STANDING_PUBLIC
from lvzhi.proposals.queries.showing import (
    appraisals_shown,
    extensions_shown,
    load_points,
    promises_beside,
    replies_shown,
)
from lvzhi.proposals.vocabulary import AssignState, SignState, State, UnitRole
from lvzhi.proposals.vocabulary.choosing import Reached
from lvzhi.proposals.vocabulary.keys import CandidateState

Rows = QuerySet[Any]
SELECTING = (CandidateState.NOMINATED, CandidateState.ASKED)


def live(scope: Scope) -> Rows:
    """Proposals of the scope that are not voided."""
    return Proposal.objects.live().within(scope)


def for_list(scope: Scope) -> Rows:
    """Proposals with what a line of a list shows, in a fixed number of queries."""
    return live(scope).select_related("lead_unit", "session", "session__term").defer("background", "analysis", "survey")


def one(actor: Actor, uid: Any, **beside: Any) -> Proposal:
    """The proposal of that uid, if the actor may see it.

    Args:
        beside: annotations that come with it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    from lvzhi.proposals.rules import visible

    found = (
        Proposal.objects.filter(visible.rows(actor), uid=uid)
        .select_related(
            "lead_unit",
            "wished_lead",
            "session",
            "session__term",
            "member",
            "member__person",
            "organ",
            "merged_into",
            "committee",
            "term",
        )
        .annotate(**beside)
        .first()
    )
    if found is None:
        raise Missing("proposals.unknown")
    return found


def _annotations() -> dict[str, Any]:
    """What one statement says beside a proposal, so that its page asks no more for what it has not."""
    leading = Leading.objects.live().filter(proposal=OuterRef("pk"), ends=None).order_by("-starts", "-id")
    leader = {f"leader_{name}": Subquery(leading.values(name)[:1]) for name in ("post", "name", "starts")}
    found: dict[str, Any] = leader | {
        "reworded": Exists(Wording.objects.live().filter(proposal=OuterRef("pk"))),
        "has_files": any_of(Proposal._meta.label_lower),
        "has_appraisals": Exists(Appraisal.objects.live().filter(proposal=OuterRef("pk"))),
        "has_ties": links.any_of(Proposal._meta.label_lower),
        "has_acts": Exists(Supervision.objects.live().filter(proposal=OuterRef("pk"))),
        "in_selection": Exists(KeyCandidate.objects.live().filter(proposal=OuterRef("pk"), state__in=SELECTING)),
        "leads_group": Exists(Proposal.objects.live().filter(merged_into=OuterRef("pk"))),
    }
    shown = Publication.objects.live().filter(proposal=OuterRef("pk"))
    latest = shown.order_by("-id")
    found |= {f"public_{name}": Subquery(latest.values(name)[:1]) for name in ("uid", "state", "form", "due_on")}
    won = ExcellentCandidate.objects.live().filter(proposal=OuterRef("pk"), reached=Reached.CHOSEN)
    found["excellent"] = Exists(won.filter(selection__voided_at=None))
    found["public_standing"] = Exists(shown.filter(state__in=STANDING_PUBLIC))
    return found


def detailed(actor: Actor, uid: Any) -> Proposal:
    """The proposal for its page, with what stands beside it already loaded.

    Raises:
        Missing: as `one`.
    """
    from lvzhi.proposals.rules import reads_ratings

    proposal = one(actor, uid, **_annotations())
    wanted: list[Any] = [
        Prefetch("recommendations", Recommendation.objects.live().order_by("number")),
        Prefetch("cosignatures", CoSignature.objects.live().select_related("member__person").order_by("order")),
    ]
    if proposal.filed_on:
        wanted.append(Prefetch("assignments", Assignment.objects.live().select_related("unit").order_by("-role", "id")))
    if proposal.assigned_on:
        wanted.append(Prefetch("replies", replies_shown(actor)))
    if proposal.has_appraisals:  # type: ignore[attr-defined]  # reason: annotated by the statement above
        wanted.append(Prefetch("appraisals", appraisals_shown(actor)))
    if proposal.extensions_asked:
        wanted.append(Prefetch("extensions", extensions_shown()))
    if proposal.state == State.NOT_FILED:
        wanted.append(Prefetch("grounds", GroundChosen.objects.live().order_by("id")))
    prefetch_related_objects([proposal], *wanted)
    load_points(beside(proposal, "replies"))
    if proposal.round and (proposal.round > 1 or reads_ratings(actor, proposal)):
        ratings = Rating.objects.live().select_related("member__person").order_by("round", "id")
        prefetch_related_objects([proposal], Prefetch("ratings", ratings))
    for row in hanging(proposal):
        row.proposal = proposal
    return proposal


def hanging(proposal: Proposal) -> list[Any]:
    """The records beside it that have steps of their own, as far as `detailed` has loaded them."""
    names = ("cosignatures", "assignments", "extensions", "appraisals")
    rows = [row for name in names for row in beside(proposal, name)]
    return rows + promises_beside(beside(proposal, "replies"))


def beside(proposal: Proposal, name: str) -> list[Any]:
    """What `detailed` has loaded under that name; nothing where the proposal has not come so far."""
    loaded: dict[str, Any] = getattr(proposal, "_prefetched_objects_cache", {})
    return list(loaded.get(name, ()))


def wished(proposal: Proposal) -> list[Any]:
    """Units wished as co-units, with their names."""
    return list(WishedUnit.objects.live().filter(proposal=proposal).select_related("unit").order_by("id"))


def signed_members(proposal: Proposal) -> list[Any]:
    """First proposer and signed co-signers, the first proposer first (R1.3)."""
    signed = [
        row.member
        for row in CoSignature.objects.filter(proposal=proposal, state=SignState.SIGNED, voided_at=None).select_related(
            "member__person"
        )
    ]
    return ([proposal.member] if proposal.member is not None else []) + signed


def signatory_accounts(proposal: Proposal) -> list[int]:
    """Accounts of all who signed, for notices (R1.28)."""
    accounts = [member.person.account_id for member in signed_members(proposal)]
    return [account for account in accounts if account is not None]


def open_assignments(proposal: Proposal) -> Rows:
    """The hand-overs that stand, lead first."""
    return (
        Assignment.objects.filter(proposal=proposal, voided_at=None)
        .exclude(state=AssignState.REPLACED)
        .select_related("unit")
        .order_by("-role", "id")
    )


def lead_assignment(proposal: Proposal) -> Assignment | None:
    """The lead unit's hand-over, or None with separate units only."""
    found: Assignment | None = open_assignments(proposal).filter(role=UnitRole.LEAD).first()
    return found


def unrated(proposal: Proposal) -> int:
    """How many signatories have not rated the present round."""
    rated = Rating.objects.live().filter(proposal=proposal, round=proposal.round).count()
    return max(len(signed_members(proposal)) - rated, 0)


LISTED = ("background", "analysis", "survey", "explanation")


def listed(rows: Rows) -> Rows:
    """Rows with what a line of a list shows, in a fixed number of queries."""
    return rows.select_related("lead_unit", "session", "session__term").defer(*LISTED)


def readable(actor: Actor) -> Rows:
    """What the list of proposals shows an actor: whole committees to those who read them, else what concerns them.

    Whole committees are asked for by their own short condition, so that the index of the newest carries the list.
    """
    from lvzhi.proposals.rules import in_committees, reads_all, visible

    rows = Proposal.objects.all()
    whole = reads_all(actor)
    return rows.filter(in_committees(whole)) if whole else rows.filter(visible.rows(actor))


def sees(actor: Actor, proposal: Proposal) -> bool:
    """Whether the actor may still see it, as it stands now."""
    from lvzhi.proposals.rules import visible

    return Proposal.objects.filter(visible.rows(actor), pk=proposal.pk).exists()


def matching(rows: Rows, text: str) -> Rows:
    """Rows whose title, number or proposer holds what was typed."""
    return rows.filter(
        Q(title__contains=text) | Q(number__contains=text) | Q(serial__contains=text) | Q(proposer__contains=text)
    )


def mine(actor: Actor) -> Rows:
    """Proposals of which the actor is first proposer or convener, and those co-signed, newest first."""
    from lvzhi.proposals.rules import signatory

    return listed(Proposal.objects.live().filter(signatory.rows(actor))).order_by("-id")


def invitations(actor: Actor) -> Rows:
    """Invitations to co-sign that wait for the actor's word, with their proposals."""
    from lvzhi.proposals.rules import invited

    return (
        CoSignature.objects.live()
        .filter(invited.rows(actor), state=SignState.INVITED, proposal__voided_at=None)
        .select_related("member__person", "proposal")
        .order_by("-id")
    )


def invitations_over(day: date) -> list[Any]:
    """Invitations that wait for a word though their last day is over, of every committee."""
    rows = CoSignature.objects.live().filter(state=SignState.INVITED, due_on__lt=day, proposal__voided_at=None)
    return list(rows.select_related("member__person", "proposal").order_by("id"))


def waiting_to_go(day: date) -> list[Proposal]:
    """Texts that their proposers left to go in by themselves once the last day for co-signing is over."""
    rows = Proposal.objects.live().filter(state=State.GATHERING, submits_itself=True, sign_until__lt=day)
    return list(rows.select_related("member__person", "committee").order_by("id"))


def held_by(units: frozenset[int]) -> Rows:
    """Hand-overs of these units that stand, with their proposals, the earliest due first."""
    return (
        Assignment.objects.live()
        .filter(unit_id__in=sorted(units), proposal__voided_at=None)
        .exclude(state__in=[AssignState.REPLACED, AssignState.STOPPED])
        .select_related("unit", "proposal")
        .defer(*(f"proposal__{name}" for name in LISTED))
        .order_by(F("proposal__answer_due_on").asc(nulls_last=True), "id")
    )


def key_ones(actor: Actor) -> Rows:
    """Key proposals that the actor may read, each with who leads its supervision."""
    leading = Leading.objects.live().filter(ends=None).order_by("id")
    return readable(actor).filter(is_key=True, voided_at=None).prefetch_related(Prefetch("leadings", leading))


def led(actor: Actor) -> Rows:
    """Key proposals whose supervision the actor leads."""
    mine = Leading.objects.live().filter(account_id=actor.account_id or 0, ends=None)
    leading = Leading.objects.live().filter(ends=None).order_by("id")
    rows = Proposal.objects.live().filter(is_key=True, pk__in=mine.values("proposal_id"))
    return rows.prefetch_related(Prefetch("leadings", leading))


def step_record(actor: Actor, workflow: Any, uid: Any) -> Any:
    """The record of a procedure that the actor may see.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    rows = workflow.model.objects.filter(workflow.visible.rows(actor), uid=uid)
    beside_it = {
        Proposal: ("member__person", "committee"),
        CoSignature: ("member__person", "proposal__member__person", "committee"),
        Assignment: ("unit", "proposal", "committee"),
        Promise: ("unit", "proposal", "committee"),
        Extension: ("unit", "proposal", "committee"),
        Publication: ("proposal__member__person", "committee"),
        KeyCandidate: ("proposal", "committee"),
        Appraisal: ("unit", "proposal__member__person", "committee"),
    }
    found = rows.select_related(*beside_it[workflow.model]).first()
    if found is None:
        raise Missing("proposals.unknown")
    return found


def headed(actor: Actor, committee: Committee | None) -> list[Organ]:
    """Organs in whose name the actor may propose (R1.3)."""
    return list(Organ.objects.filter(pk__in=actor.organs("organ_head"), committee=committee).order_by("name"))


def in_track(day: date, session: Any) -> bool:
    """Whether a proposal handed in on that day is a session proposal of that session (R1.7)."""
    return session is not None and bool(session.takes_on(day))
