"""Facts out of proposals and public-opinion information: what one wrote, as which author, what became of it."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable, F
from django.db.models.functions import Coalesce

from lvzhi.evaluation.kinds.declare import Arm, Facet, FactKind
from lvzhi.evaluation.vocabulary.kinds import LEVELS
from lvzhi.links.models import Tie
from lvzhi.opinions.models import Author
from lvzhi.opinions.vocabulary.states import How
from lvzhi.opinions.vocabulary.words import FROM
from lvzhi.proposals.models import CoSignature, ExcellentCandidate
from lvzhi.proposals.vocabulary import SignState
from lvzhi.proposals.vocabulary.choosing import Reached

COSIGN = (CoSignature, "proposal")
SIGNED = Q(state=SignState.SIGNED)


def _signers(path: str) -> Combinable:
    """How many signed: the first proposer and the co-signers."""
    rows = CoSignature.objects.live().filter(proposal=OuterRef(path), state=SignState.SIGNED).order_by()
    counted = rows.values("proposal").annotate(count=Count("pk")).values("count")
    found: Combinable = Coalesce(Subquery(counted, output_field=IntegerField()), 0) + 1
    return found


def _authors(path: str) -> Combinable:
    rows = Author.objects.live().filter(concern=OuterRef(path), merged_from=None).order_by()
    counted = rows.values("concern").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 1)


def _before(path: str) -> Combinable:
    """As which co-signer, the first proposer before them all; invitations that were declined leave no gap."""
    rows = CoSignature.objects.live().filter(proposal=OuterRef("proposal"), state=SignState.SIGNED).order_by()
    counted = rows.filter(order__lt=OuterRef(path)).values("proposal").annotate(count=Count("pk")).values("count")
    found: Combinable = Coalesce(Subquery(counted, output_field=IntegerField()), 0) + 2
    return found


def _both(key: str, figure: str, day: str) -> FactKind:
    """The first proposer and the co-signers of the same proposals, on the same day."""
    first = Arm(
        figure=figure, who="member__person", day=day, title="title", source="proposals.proposal", same="uid",
        of=_signers("pk"), among=Q(member__isnull=False),
    )  # fmt: skip
    other = Arm(
        figure=figure, via=COSIGN, among=SIGNED, who="member__person", day=f"proposal__{day}", title="proposal__title",
        source="proposals.proposal", uid="proposal__uid", same="proposal__uid", place=_before("order"),
        of=_signers("proposal"),
    )  # fmt: skip
    return FactKind(key=key, arms=(first, other), authors=True)


def _decided(path: str) -> Combinable:
    """The day on which the proposal was chosen as excellent."""
    rows = ExcellentCandidate.objects.filter(proposal=OuterRef(path), reached=Reached.CHOSEN, voided_at=None)
    days = rows.filter(selection__voided_at=None).order_by("-selection__decided_on")
    return Subquery(days.values("selection__decided_on")[:1])


def _chosen() -> FactKind:
    made = _both("proposals.excellent", "proposals.excellent", "filed_on")
    first, other = made.arms
    return replace(made, arms=(replace(first, day=_decided("pk")), replace(other, day=_decided("proposal"))))


SUBMITTED = _both("proposals.submitted", "proposals.received", "received_on")
FILED = _both("proposals.filed", "proposals.filed", "filed_on")
KEY = _both("proposals.key", "proposals.key", "key_on")
EXCELLENT = _chosen()
CONVERTED = _both("proposals.converted", "proposals.converted_advice", "examined_on")
WRITTEN = Q(authors__voided_at=None, authors__merged_from=None, authors__person__isnull=False)


def _drawn(path: str) -> Combinable:
    """The proposal that information was drawn from where it says so; else itself: one work is not counted twice."""
    ties = Tie.objects.filter(role=FROM, a_uid=OuterRef(path), b_kind="proposals.proposal", ends=None)
    found: Combinable = Coalesce(Subquery(ties.order_by("pk").values("b_uid")[:1]), F(path))
    return found


OPINION = Arm(
    figure="opinions.received", among=WRITTEN, who="authors__person", day="submitted_on", title="title",
    source="opinions.concern", same=_drawn("uid"), place=F("authors__place"), of=_authors("pk"),
)  # fmt: skip
ADOPTED = Arm(
    figure="opinions.adoptions", who="concern__authors__person", day="on", title="concern__title", level="level",
    among=Q(concern__authors__voided_at=None, concern__authors__merged_from=None,
            concern__authors__person__isnull=False),
    source="opinions.concern", uid="concern__uid", same=_drawn("concern__uid"), form="how",
    place=F("concern__authors__place"), of=_authors("concern"),
)  # fmt: skip
LEVEL = Facet(key="level", words=LEVELS)
HOW = Facet(key="form", words=dict(How.choices))
KINDS = (
    SUBMITTED, FILED, KEY, EXCELLENT, CONVERTED,
    FactKind(key="opinions.submitted", arms=(OPINION,), authors=True),
    FactKind(
        key="opinions.issued", arms=(replace(OPINION, figure="opinions.issued", day="issued_on"),), authors=True
    ),
    FactKind(key="opinions.adopted", arms=(ADOPTED,), facet=(LEVEL, HOW), authors=True),
    FactKind(
        key="opinions.commented", arms=(replace(ADOPTED, figure="opinions.comments"),), facet=(LEVEL,), authors=True
    ),
)  # fmt: skip
