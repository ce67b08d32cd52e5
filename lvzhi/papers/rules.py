"""Who may draft, check, sign, send and read."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any, held_in
from lvzhi.papers.models import Comment, Dispatch, Paper
from lvzhi.papers.vocabulary import OUT

KEEPERS = ("office", "secretary_general")
SIGNERS = ("secretary_general", "leader")
DRAFTERS = (*KEEPERS, "clerk", "proposal_head", "organ_head", "branch_secretary")
STAFF = (*DRAFTERS, "leader", "supervisor", "auditor")
RECEIVERS = (*KEEPERS, "leader", "clerk")
OFFICERS = ("unit_officer", "unit_head")


def units(actor: Actor) -> frozenset[int]:
    """Units for which the actor acts."""
    return frozenset[int]().union(*(actor.units(role) for role in OFFICERS))


def may_draft(actor: Actor, committee: int) -> bool:
    """Whether the actor may begin a paper there (there is no record yet)."""
    return has_any(actor, committee, DRAFTERS)


def may_register(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the register of a committee's papers."""
    return has_any(actor, committee, STAFF)


@rule("办公室、秘书长", rows=lambda actor: Q(committee_id__in=held_in(actor, KEEPERS)))
def keeper(actor: Actor, paper: Paper) -> bool:
    """The office, which checks, sends and keeps the register."""
    return has_any(actor, paper.committee_id, KEEPERS)


@rule("秘书长、领导", rows=lambda actor: Q(committee_id__in=held_in(actor, SIGNERS)))
def signer(actor: Actor, paper: Paper) -> bool:
    """Who signs."""
    return has_any(actor, paper.committee_id, SIGNERS)


def _drafted_rows(actor: Actor) -> Q:
    own = Q(account_id=actor.account_id) if actor.account_id is not None else NO_ROW
    return own | Q(organ_id__in=sorted(actor.organs("organ_head")))


@rule("起草人、起草机构负责人", rows=_drafted_rows)
def drafter(actor: Actor, paper: Paper) -> bool:
    """Who drafted it, or heads the organ that did."""
    own = actor.account_id is not None and paper.account_id == actor.account_id
    return own or (paper.organ_id is not None and actor.has("organ_head", organ=paper.organ_id))


def _received_rows(actor: Actor) -> Q:
    to_me = Dispatch.objects.live().filter(received_by(actor))
    handed = Comment.objects.live().filter(unit_id__in=units(actor))
    return Q(pk__in=to_me.values("paper_id"), state__in=sorted(OUT)) | Q(pk__in=handed.values("paper_id"))


def received_by(actor: Actor) -> Q:
    """Dispatches that went to a unit, committee or organ for which the actor receives."""
    return (
        Q(unit_id__in=units(actor))
        | Q(to_committee_id__in=held_in(actor, RECEIVERS))
        | Q(organ_id__in=sorted(actor.organs("organ_head")))
    )


def _visible_rows(actor: Actor) -> Q:
    inside = Q(committee_id__in=held_in(actor, STAFF))
    members = Q(committee_id__in=held_in(actor, ("member",)), for_members=True)
    whole = Q(committee_id__in=held_in(actor, (*KEEPERS, "leader", "auditor")))
    return whole | drafter.rows(actor) | (Q(state__in=sorted(OUT)) & (inside | members)) | _received_rows(actor)


@rule("机关人员、收文者，委员可查看的文书还有本级委员", rows=_visible_rows)
def visible(actor: Actor, paper: Paper) -> bool:
    """Whether the actor may read it at all."""
    return Paper.objects.filter(_visible_rows(actor), pk=paper.pk).exists()


author: Rule = drafter | keeper
issuer: Rule = signer | keeper


# Rights over dispatches and comments.


@rule("收文者", rows=received_by)
def receiver(actor: Actor, dispatch: Dispatch) -> bool:
    """Who receives for the unit, committee or organ it went to."""
    if dispatch.unit_id is not None:
        return dispatch.unit_id in units(actor)
    if dispatch.to_committee_id is not None:
        return has_any(actor, dispatch.to_committee_id, RECEIVERS)
    return dispatch.organ_id is not None and actor.has("organ_head", organ=dispatch.organ_id)


@rule("办公室、秘书长", rows=lambda actor: Q(committee_id__in=held_in(actor, KEEPERS)))
def dispatch_keeper(actor: Actor, dispatch: Dispatch) -> bool:
    """The office, of what it sent."""
    return has_any(actor, dispatch.committee_id, KEEPERS)


@rule("办公室、秘书长", rows=lambda actor: Q(committee_id__in=held_in(actor, KEEPERS)))
def comment_keeper(actor: Actor, comment: Comment) -> bool:
    """The office, which follows a comment up."""
    return has_any(actor, comment.committee_id, KEEPERS)


@rule("承接单位联络员、负责人", rows=lambda actor: Q(unit_id__in=sorted(units(actor))))
def officer(actor: Actor, comment: Comment) -> bool:
    """Who acts for the unit that a comment was handed to."""
    return comment.unit_id is not None and comment.unit_id in units(actor)


def _paper_rows(actor: Actor) -> Q:
    return Q(paper__in=Paper.objects.filter(_visible_rows(actor)).values("pk"))


@rule("可以查看该文书的人", rows=_paper_rows)
def visible_comment(actor: Actor, comment: Comment | Dispatch) -> bool:
    """Comments and dispatches are read by those who read the document."""
    return visible(actor, comment.paper)


@rule("文书未作废", rows=lambda actor: Q(paper__voided_at=None))
def standing(actor: Actor, row: Any) -> bool:
    """The document it belongs to is not voided."""
    return row.paper.voided_at is None


receives: Rule = (receiver | dispatch_keeper) & standing
follows: Rule = comment_keeper & standing
answers: Rule = (officer | comment_keeper) & standing
