"""Lines out of proposals: first proposer, co-signer, and what became of the proposals one brought in."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Case, CharField, Q, Value, When
from django.db.models.functions import Coalesce

from lvzhi.dossier.kinds.declare import LineKind
from lvzhi.dossier.vocabulary import words
from lvzhi.proposals import rules
from lvzhi.proposals.vocabulary import State


def _proof(prefix: str = "") -> Case:
    """How a proposal came in: handed in by its proposer, entered by staff and confirmed or not, of an earlier year."""
    return Case(
        When(Q(**{f"{prefix}brought_in_on__isnull": False}), then=Value("past")),
        When(Q(**{f"{prefix}by_staff": True, f"{prefix}confirmed_on": None}), then=Value("by_staff")),
        When(Q(**{f"{prefix}by_staff": True}), then=Value("confirmed")),
        default=Value("own"),
        output_field=CharField(),
    )


FIRST = LineKind(
    key="proposals.first", group=words.PROPOSALS, figure="proposals.received", person="member__person",
    day="received_on", title="title", about="number", role=Value("first", output_field=CharField()), result="state",
    proof=_proof(), who="proposer", roles=words.SIGNED_AS, results=dict(State.choices), source="proposals.proposal",
    visible=rules.visible.rows,
)  # fmt: skip
COSIGNED = LineKind(
    key="proposals.cosigned", group=words.PROPOSALS, figure="proposals.cosignatures", person="member__person",
    day="proposal__received_on", title="proposal__title", about="proposal__number",
    role=Value("cosigner", output_field=CharField()), result="proposal__state", proof=_proof("proposal__"),
    uid="proposal__uid", who="member__person__name", roles=words.SIGNED_AS, results=dict(State.choices),
    source="proposals.proposal", visible=rules.hanging_rows,
)  # fmt: skip
FILED, KEY, EXCELLENT = (
    replace(
        FIRST,
        key=f"proposals.first.{word}",
        group=words.OUTCOMES,
        figure=f"proposals.{word}",
        day=day,
        again=True,
    )
    for word, day in (("filed", "filed_on"), ("key", "key_on"), ("excellent", Coalesce("filed_on", "received_on")))
)
KINDS = (FIRST, COSIGNED, FILED, KEY, EXCELLENT)
