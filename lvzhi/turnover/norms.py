"""Declared parameters of a change of term."""

from __future__ import annotations

from lvzhi.committee.vocabulary import OrganKind
from lvzhi.norms import codes, declare
from lvzhi.turnover import vocabulary as words

SINGLE_KINDS = "people.one_at_a_time"  # declared by people: of which kinds of organ one has one
EDITORS = ("system_admin", "office", "secretary_general")
declare(
    words.RATING,
    "提案人卸任后由谁评价办理结果",
    kind="choice",
    default="cosigner",
    choices=words.RATING_CHOICES,
    rule="R1.91",
    editors=EDITORS,
    help="换届时按这一天的规定办理。提案仍记在原提案人名下。",
)
declare(
    words.KEPT_KINDS,
    "连任委员随同保留归属的机构类别",
    kind="list",
    default=(OrganKind.STUDY_GROUP.value, OrganKind.PARTY.value, OrganKind.FEDERATION.value),
    choices=OrganKind.choices,
    rule="R0.4",
    editors=EDITORS,
    help="名册没有这些类别的列，连任委员原来在其中的，下一届照旧。",
)
codes.declare(
    words.LOOSE_ENDS,
    words.LOOSE_ENDS_NAME,
    [codes.row(code, name, rule="R1.102", way=way) for code, name, way in words.LOOSE_END_ROWS],
    extra=words.LOOSE_LABELS,
    editors=EDITORS,
    help="没有列出的事项移交下一届；每一件都可以在换届时另定。",
)
