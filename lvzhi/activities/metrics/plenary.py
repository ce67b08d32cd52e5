"""Figures of a plenary's speeches: handed in, given orally, in writing (M37)."""

from __future__ import annotations

from lvzhi.activities import rules
from lvzhi.activities.queries import plenary as queries
from lvzhi.activities.vocabulary.plenary import Form, Source
from lvzhi.committee.queries import named
from lvzhi.metrics.declare import Column, Metric, Says

COLUMNS = (
    Column("title", "题目"),
    Column("name", "发言人"),
    Column("organ__name", "以谁的名义", value=named("handed_on")),
    Column("source", "名义", value=lambda row: str(Source(row.source).label), kind="tag"),
    Column("activity__title", "全体会议"),
    Column("handed_on", "提交日期", kind="date"),
    Column("state", "状态", value=lambda row: row.get_state_display(), kind="tag"),
)
UNITS = ("篇", "份", "件")
HANDED = Metric(
    key="activities.plenary_speeches", name="提交大会发言", unit="篇", rows=queries.speeches_handed, columns=COLUMNS,
    rule="M37", visible=rules.visible_plenary_speech.rows, record_kind="activities.plenaryspeech",
    meaning="时段内为全体会议提交的大会发言；撤回的和会议取消的不计。", aliases=("大会发言材料",),
    says=(Says(subjects=("大会发言", "大会发言材料"), actions=("提交", "收到", "征集", "报送"), units=UNITS),),
)  # fmt: skip
ORAL = Metric(
    key="activities.plenary_oral", name="大会口头发言", unit="篇", columns=COLUMNS, rule="M37",
    rows=lambda scope, period: queries.speeches_given_in(scope, period, Form.ORAL),
    visible=rules.visible_plenary_speech.rows, record_kind="activities.plenaryspeech",
    meaning="时段内举行的全体会议上编入汇编的口头发言。",
    says=(Says(subjects=("大会口头发言", "口头发言"), units=(*UNITS, "人", "人次")),),
)  # fmt: skip
WRITTEN = Metric(
    key="activities.plenary_written", name="大会书面发言", unit="篇", columns=COLUMNS, rule="M37",
    rows=lambda scope, period: queries.speeches_given_in(scope, period, Form.WRITTEN),
    visible=rules.visible_plenary_speech.rows, record_kind="activities.plenaryspeech",
    meaning="时段内举行的全体会议上编入汇编的书面发言。",
    says=(Says(subjects=("大会书面发言", "书面发言"), units=UNITS),),
)  # fmt: skip
FIGURES = (HANDED, ORAL, WRITTEN)
