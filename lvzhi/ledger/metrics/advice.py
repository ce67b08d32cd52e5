"""Figures of advice: given, submitted, adopted or not (R3.11, R5.6)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.committee.queries import named
from lvzhi.ledger import rules
from lvzhi.ledger.metrics.cuts import SESSION, table, usual
from lvzhi.ledger.metrics.problems import theme
from lvzhi.ledger.queries import counting
from lvzhi.ledger.vocabulary import codes as tables
from lvzhi.ledger.vocabulary import figures as words
from lvzhi.ledger.vocabulary.marks import advice_tag
from lvzhi.ledger.vocabulary.states import Adoption
from lvzhi.metrics.declare import Column, Cut, Distinct, Metric, Says, Share
from lvzhi.norms import codes

C = words.COLUMNS


def turned(row: Any) -> str:
    """What it turned into."""
    return codes.name_of(tables.TURNED, row.committee_id, row.turned)


KIND = "ledger.advice"
CUTS = (*usual(), SESSION)
COLUMNS = (
    Column("title_for_people", C["text"]),
    Column("theme", C["theme"], value=theme),
    Column("activity__title", C["occasion"]),
    Column("organ__name", C["organ"], value=named("proposed_on")),
    Column("authors_said", C["authors"]),
    Column("proposed_on", C["proposed_on"], kind="date"),
    Column("submitted_on", C["submitted_on"], kind="date"),
    Column("paper__number", C["paper"]),
    Column("state", C["state"], value=lambda row: str(advice_tag(row.state, row.outcome)), kind="tag"),
)
ANSWER_COLUMNS = (
    *COLUMNS[:4],
    Column("unit__name", C["unit"]),
    Column("answered_on", C["answered_on"], kind="date"),
    Column("outcome", C["adoption"], value=lambda row: str(Adoption(row.outcome).label), kind="tag"),
    Column("ground", C["ground"]),
)

ADVICE = Metric(
    key="ledger.advice",
    name="意见建议",
    unit="条",
    rows=counting.proposed,
    columns=COLUMNS,
    cuts=CUTS,
    visible=rules.visible_advice.rows,
    record_kind=KIND,
    rule="R5.6",
    meaning="提出日期在时段内、登入台账、未作误录作废的意见建议，每条一计；未立案提案转作的不在其内，另列。",
    aliases=("提出意见建议", "收集意见建议", "征集意见建议"),
    says=(
        Says(
            subjects=words.ADVICE_SUBJECTS,
            actions=words.ADVICE_ACTIONS,
            units=words.COUNT_UNITS,
            excludes=words.NOT_ADVICE,
            trailing=True,
        ),
    ),
)
SUBMITTED = Metric(
    key="ledger.advice_submitted",
    name="呈报意见建议",
    unit="条",
    rows=counting.submitted,
    columns=COLUMNS,
    cuts=CUTS,
    visible=rules.visible_advice.rows,
    record_kind=KIND,
    rule="R3.11",
    meaning="提出日期在时段内的意见建议中，已经呈报或转交的；按提出的日期归入时段，不按呈报日期。",
    aliases=("呈报党委政府意见建议", "报送意见建议"),
    says=(
        Says(
            subjects=words.ADVICE_SUBJECTS,
            actions=words.SUBMIT_ACTIONS,
            units=words.COUNT_UNITS,
            excludes=("提案", "社情民意"),
        ),
    ),
)
THEMES = Distinct(
    key="ledger.advice_themes",
    name="呈报意见建议的方面",
    unit="个",
    metric=SUBMITTED,
    field="theme",
    rule="R3.11",
    meaning="呈报意见建议涉及几个不同的方面。",
    aliases=("几个方面",),
    says=(Says(subjects=words.THEME_SUBJECTS, actions=words.SUBMIT_ACTIONS, units=("个",)),),
)
ANSWERED = Metric(
    key="ledger.advice_answered",
    name="答复意见建议",
    unit="条",
    rows=counting.answered,
    columns=ANSWER_COLUMNS,
    cuts=CUTS,
    visible=rules.visible_advice.rows,
    record_kind=KIND,
    rule="R3.11",
    meaning="答复日期在时段内的意见建议，不论采纳与否；退回重新答复、还没有再答复的不计。",
)
ADOPTED = Metric(
    key="ledger.advice_adopted",
    name="采纳意见建议",
    unit="条",
    rows=counting.adopted,
    columns=ANSWER_COLUMNS,
    cuts=CUTS,
    visible=rules.visible_advice.rows,
    record_kind=KIND,
    rule="R3.11",
    meaning="答复日期在时段内、采纳或部分采纳的意见建议。",
    aliases=("意见建议被采纳", "吸纳意见建议"),
    says=(
        Says(
            subjects=words.ADVICE_SUBJECTS,
            actions=words.ADOPT_ACTIONS,
            units=words.COUNT_UNITS,
            excludes=("提案", "社情民意", "信息", "未", "部分"),
            trailing=True,
        ),
    ),
)
PARTLY = Metric(
    key="ledger.advice_partly",
    name="部分采纳意见建议",
    unit="条",
    rows=counting.adopted_partly,
    columns=ANSWER_COLUMNS,
    cuts=CUTS,
    visible=rules.visible_advice.rows,
    record_kind=KIND,
    rule="R3.11",
    meaning="答复日期在时段内、部分采纳的意见建议，每条写明理由。",
    says=(Says(subjects=words.ADVICE_SUBJECTS, actions=("部分采纳",), units=words.COUNT_UNITS),),
)
NOT_ADOPTED = Metric(
    key="ledger.advice_not_adopted",
    name="未采纳意见建议",
    unit="条",
    rows=counting.not_adopted,
    columns=ANSWER_COLUMNS,
    cuts=CUTS,
    visible=rules.visible_advice.rows,
    record_kind=KIND,
    rule="R3.11",
    meaning="答复日期在时段内、未采纳的意见建议，每条写明理由。",
    says=(Says(subjects=words.ADVICE_SUBJECTS, actions=("未采纳", "不采纳", "未予采纳"), units=words.COUNT_UNITS),),
)
ADOPTED_RATE = Share(
    key="ledger.adopted_rate",
    name="意见建议采纳率",
    part=ADOPTED,
    whole=ANSWERED,
    rule="R3.11",
    meaning="采纳和部分采纳的 ÷ 答复的意见建议。",
    aliases=("采纳率",),
    says=(Says(subjects=("采纳率", "意见建议采纳率", "建议采纳率"), units=("%",), excludes=("信息",)),),
)
TURNED_INTO = Cut("turned", tables.TURNED_NAME, table(tables.TURNED), lambda value: Q(turned=value))
TURNED = Metric(
    key="ledger.advice_turned",
    name="转化意见建议",
    unit="条",
    rows=counting.turned,
    columns=(*ANSWER_COLUMNS[:-1], Column("turned", C["turned"], value=turned)),
    cuts=(*CUTS, TURNED_INTO),
    visible=rules.visible_advice.rows,
    record_kind=KIND,
    rule="R3.11",
    meaning="答复日期在时段内、采纳或部分采纳并已转化为文件政策、项目、资金等的意见建议，按转化形式分列。",
    aliases=("成果转化",),
)
CONVERTED = Metric(
    key="ledger.advice_converted",
    name="由提案转来的意见建议",
    unit="条",
    rows=counting.converted,
    columns=COLUMNS,
    cuts=CUTS,
    visible=rules.visible_advice.rows,
    record_kind=KIND,
    rule="R1.42",
    meaning="未立案提案转作、已登入台账的意见建议，按审查决定的日期；与“转作意见建议”的提案是同一批，不另计入意见建议。",
)
