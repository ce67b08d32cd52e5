"""Lines of history materials in print and of honours."""

from __future__ import annotations

from django.db.models import Case, CharField, Q, Value, When

from lvzhi.dossier.kinds.declare import LineKind
from lvzhi.dossier.vocabulary import words
from lvzhi.files.queries import any_of
from lvzhi.honours import rules as honours
from lvzhi.honours.vocabulary import Bearer
from lvzhi.publications import rules as publications
from lvzhi.publications.vocabulary.states import Witness

TEXT = Case(
    When(manuscript=None, then=Value("bare")), default=Value("text"), output_field=CharField()
)  # fmt: skip
PROOF = Case(
    When(any_of("honours.honour"), then=Value("attached")),
    When(~Q(number=""), then=Value("document")),
    default=Value("bare"),
    output_field=CharField(),
)
ARTICLE = LineKind(
    key="publications.articles", group=words.HISTORY, figure="publications.articles", person="manuscript__person",
    day="issue__printed_on", title="title", about="issue__series", role="manuscript__witness",
    roles=dict(Witness.choices), proof=TEXT, uid="issue__uid", who="author", source="publications.issue",
    visible=publications.article_rows,
)  # fmt: skip
HONOUR = LineKind(
    key="honours.honours", group=words.HONOURS, figure="honours.honours", person="person", day="given_on",
    title="title", about="given_by", role="bearer", roles=dict(Bearer.choices), proof=PROOF, who="name",
    source="honours.honour", visible=honours.visible.rows,
)  # fmt: skip
KINDS = (ARTICLE, HONOUR)
