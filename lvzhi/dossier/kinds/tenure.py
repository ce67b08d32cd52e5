"""Lines of selections: that a member was chosen for an organ, such as a think tank."""

from __future__ import annotations

from django.db.models import CharField, Value

from lvzhi.dossier.kinds.declare import LineKind
from lvzhi.dossier.vocabulary import words
from lvzhi.tenure import rules

SELECTED = LineKind(
    key="tenure.selected", group=words.SERVICE, figure="tenure.selected", person="member__person",
    day="selection__decided_on", title="selection__organ__name", about="selection__title", who="name",
    proof=Value("letter", output_field=CharField()), uid="selection__uid", source="tenure.selecting",
    visible=rules.nominee_visible.rows,
)  # fmt: skip
KINDS = (SELECTED,)
