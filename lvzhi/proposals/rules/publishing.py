"""Who may decide on publication, and who may read the record of the decision (R1.103)."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW
from lvzhi.proposals.models import Proposal, Publication
from lvzhi.proposals.models.publishing import STANDING_PUBLIC
from lvzhi.proposals.rules import clerk, head, proposer, reads_all, standing
from lvzhi.proposals.vocabulary.publishing import PublicState


@rule("提案委员会负责人", rows=head.rows)
def decides(actor: Actor, publication: Publication) -> bool:
    """The head of the proposal committee."""
    return actor.has("proposal_head", committee=publication.committee_id)


@rule("提案者", rows=lambda actor: Q(proposal__in=Proposal.objects.filter(proposer.rows(actor)).values("pk")))
def own(actor: Actor, publication: Publication) -> bool:
    """The first proposer, or the convener of the proposing body."""
    return proposer(actor, publication.proposal)


@rule("提案者不同意公开", rows=lambda actor: Q(proposal__may_publish=False))
def unwilling(actor: Actor, publication: Publication) -> bool:
    """The proposer has not agreed to publication."""
    return not publication.proposal.may_publish


def _readers_rows(actor: Actor) -> Q:
    return Q(committee_id__in=sorted(reads_all(actor)))


@rule("提案委员会和有权查看的领导、机关人员", rows=_readers_rows)
def readers(actor: Actor, publication: Publication) -> bool:
    """Those who read every proposal of the committee."""
    return publication.committee_id in reads_all(actor)


@rule(
    "所有登录用户（已公开的）",
    rows=lambda actor: Q(state=PublicState.PUBLISHED, proposal__voided_at=None) if actor.account_id else NO_ROW,
)
def public(actor: Actor, publication: Publication) -> bool:
    """What is published is for everyone."""
    published = publication.state == PublicState.PUBLISHED and publication.proposal.voided_at is None
    return published and bool(actor.account_id)


def _undecided_rows(actor: Actor) -> Q:
    standing_ones = Publication.objects.filter(proposal=OuterRef("pk"), voided_at=None, state__in=STANDING_PUBLIC)
    return ~Q(Exists(standing_ones))


@rule("没有正在办理或已经公开的", rows=_undecided_rows)
def undecided(actor: Actor, proposal: Proposal) -> bool:
    """Nothing is being decided on it, and it is not published."""
    loaded = getattr(proposal, "public_standing", None)  # a page has asked for it with the proposal
    if loaded is not None:
        return not loaded
    return not Publication.objects.filter(proposal=proposal, voided_at=None, state__in=STANDING_PUBLIC).exists()


may_decide_public: Rule = decides & standing
may_agree: Rule = own & unwilling & standing
may_open_public: Rule = clerk & undecided
visible_publication: Rule = readers | own | public
