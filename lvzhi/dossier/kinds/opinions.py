"""Lines out of public-opinion information: what one reported, what of it was adopted above (R2.3)."""

from __future__ import annotations

from django.db.models import CharField, OuterRef, Q, Subquery, Value

from lvzhi.dossier.kinds.declare import LineKind
from lvzhi.dossier.vocabulary import words
from lvzhi.opinions import rules
from lvzhi.opinions.models import Author, Concern
from lvzhi.opinions.vocabulary.states import ConcernState, How

ROLE = Value("author", output_field=CharField())
TEXT = Value("text", output_field=CharField())
WRITTEN = Q(authors__voided_at=None, authors__merged_from=None)


def _first(path: str) -> Subquery:
    rows = Author.objects.live().filter(concern=OuterRef(path)).order_by("place", "pk")
    return Subquery(rows.values("name")[:1], output_field=CharField())


ITEMS = LineKind(
    key="opinions.items", group=words.OPINIONS, figure="opinions.received", person="authors__person", among=WRITTEN,
    shared=True, day="submitted_on", title="title", about="use_note", role=ROLE, roles=words.ROLES, result="state",
    results=dict(ConcernState.choices), proof=TEXT, who=_first("pk"), source="opinions.concern",
    visible=rules.visible.rows,
)  # fmt: skip
ADOPTED = LineKind(
    key="opinions.adopted", group=words.OUTCOMES, figure="opinions.adoptions", person="concern__authors__person",
    among=Q(concern__authors__voided_at=None), shared=True, again=True, day="on", title="concern__title", about="body",
    role=ROLE, roles=words.ROLES, result="how", results=dict(How.choices), proof=TEXT, uid="concern__uid",
    who=_first("concern"), source="opinions.concern", visible=rules.visible.through("concern", Concern).rows,
)  # fmt: skip
KINDS = (ITEMS, ADOPTED)
