"""Figures of democratic supervision (R4.4–R4.8, M06)."""

from __future__ import annotations

from lvzhi.activities import rules
from lvzhi.activities.queries import supervision as queries
from lvzhi.activities.vocabulary import supervision as words
from lvzhi.activities.vocabulary.supervision import Way
from lvzhi.metrics.declare import Column, Distinct, Metric, Says, Share
from lvzhi.metrics.vocabulary import Kind
from lvzhi.norms import codes

SUPERVISORS = Metric(
    key="activities.supervisors", name="在任民主监督员", unit="名", rows=queries.in_office, kind=Kind.STOCK,
    rule="R4.4", visible=rules.visible_supervisor.rows, record_kind="activities.supervisor",
    columns=(
        Column("member__person__name", "姓名"),
        Column("unit__name", "派驻单位"),
        Column("group__name", "监督小组"),
        Column("way", "提名方式", value=lambda row: str(Way(row.way).label), kind="tag"),
        Column("number", "聘书号"),
        Column("starts", "聘期起", kind="date"),
        Column("ends", "聘期止", kind="date"),
    ),
    meaning="期末在聘期内、仍是在任委员的民主监督员；一人派驻几个单位的，每个单位计一名。",
    aliases=("民主监督员", "特邀监督员"),
    says=(Says(subjects=("民主监督员", "特邀监督员", "监督员"), actions=("聘任", "聘请", "选派", "派驻", "推荐"),
               units=("名", "人", "位")),),
)  # fmt: skip
SUPERVISED = Distinct(
    key="activities.supervised_units", name="派驻民主监督员的单位", unit="个", metric=SUPERVISORS, field="unit",
    rule="R4.4", meaning="在任民主监督员派驻的单位，同一单位只计一次。", aliases=("派驻监督单位",),
    says=(Says(subjects=("派驻单位", "监督单位", "受监督单位"), units=("个", "家")),),
)  # fmt: skip
TIMES = Metric(
    key="activities.supervisor_times", name="监督员参加监督活动", unit="人次", rows=queries.taking_part, rule="R4.6",
    visible=rules.part_rows, record_kind="",
    columns=(
        Column("name", "姓名"),
        Column("activity__title", "活动"),
        Column("activity__kind_name", "种类"),
        Column("activity__held_on", "日期", kind="date"),
    ),
    meaning="时段内举行的监督类活动中，当时在聘期内的民主监督员出席的人次。",
)  # fmt: skip
OPINION_COLUMNS = (
    Column("number", "文号"),
    Column("title", "标题"),
    Column("unit__name", "被监督单位"),
    Column("activity__title", "监督活动"),
    Column("sent_on", "发出日期", kind="date"),
    Column("answered_on", "反馈日期", kind="date"),
    Column("looked_on", "回头看日期", kind="date"),
    Column("look_result", "回头看结果",
           value=lambda row: codes.name_of(words.RESULTS, row.committee_id, row.look_result, row.looked_on)
           if row.look_result else "", kind="tag"),
    Column("state", "状态", value=lambda row: row.get_state_display(), kind="tag"),
)  # fmt: skip
ISSUED = Metric(
    key="activities.opinions", name="监督意见书", unit="份", rows=queries.opinions_out, columns=OPINION_COLUMNS,
    visible=rules.visible_opinion.rows, record_kind="activities.supervisionopinion", rule="R4.8",
    meaning="发出日期在时段内、没有撤销的监督意见书。", aliases=("民主监督意见书", "民主监督建议书", "监督建议书"),
    says=(Says(subjects=("监督意见书", "民主监督意见书", "民主监督建议书", "监督建议书"),
               actions=("发出", "印发", "提出", "形成", "出具", "下发"), units=("份", "件"), needs=("监督",)),),
)  # fmt: skip
ANSWERED = Metric(
    key="activities.opinions_answered", name="已反馈的监督意见书", unit="份", rows=queries.opinions_back,
    columns=OPINION_COLUMNS, visible=rules.visible_opinion.rows, record_kind="activities.supervisionopinion",
    rule="R4.8", meaning="发出日期在时段内的监督意见书中，被监督单位已反馈整改情况的；退回补充后还没有再次反馈的不计。",
)  # fmt: skip
ANSWERED_RATE = Share(
    key="activities.opinions_answered_rate", name="监督意见反馈率", part=ANSWERED, whole=ISSUED, rule="R4.8",
    meaning="已反馈的监督意见书 ÷ 监督意见书。",
    says=(Says(subjects=("监督意见反馈率", "监督意见书反馈率"), units=("%",)),),
)  # fmt: skip
CLOSED = Metric(
    key="activities.opinions_closed", name="回头看办结的监督意见书", unit="份", rows=queries.opinions_closed,
    columns=OPINION_COLUMNS, visible=rules.visible_opinion.rows, record_kind="activities.supervisionopinion",
    rule="R4.8", meaning="发出日期在时段内的监督意见书中，经回头看办结的。",
)  # fmt: skip
FIGURES = (SUPERVISORS, SUPERVISED, TIMES, ISSUED, ANSWERED, ANSWERED_RATE, CLOSED)
