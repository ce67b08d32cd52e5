"""Figures of problems and measures (R9.3–R9.5)."""

from __future__ import annotations

from typing import Any

from lvzhi.committee.queries import named
from lvzhi.deadlines import clock
from lvzhi.ledger import rules
from lvzhi.ledger.metrics.cuts import WHY_OPEN, usual
from lvzhi.ledger.models import Problem
from lvzhi.ledger.queries import counting
from lvzhi.ledger.vocabulary import codes as tables
from lvzhi.ledger.vocabulary import figures as words
from lvzhi.ledger.vocabulary.states import ProblemState
from lvzhi.metrics.declare import Column, Metric, Says, Share
from lvzhi.metrics.vocabulary import Kind
from lvzhi.norms import codes

C = words.COLUMNS
KIND = "ledger.problem"


def theme(row: Any) -> str:
    """What its theme is called."""
    return codes.name_of(tables.THEMES, row.committee_id, row.theme) if row.theme else ""


def why(row: Problem) -> str:
    """Why it is not struck off yet."""
    if row.state == ProblemState.LONG_TERM:
        return row.ground
    if row.state == ProblemState.DONE:
        return words.WHY["checking"]
    if row.due_on is not None and row.due_on < clock.today():
        return words.WHY["overdue"]
    return words.WHY["open" if row.owner else "unassigned"]


COLUMNS = (
    Column("title_for_people", C["text"]),
    Column("theme", C["theme"], value=theme),
    Column("activity__title", C["occasion"]),
    Column("organ__name", C["organ"], value=named("found_on")),
    Column("found_on", C["found_on"], kind="date"),
    Column("owner_unit__name", C["owner"]),
    Column("finish_by", C["finish_by"], kind="date"),
    Column("done_on", C["done_on"], kind="date"),
    Column("state", C["state"], value=lambda row: str(ProblemState(row.state).label), kind="tag"),
)
OPEN_COLUMNS = (*COLUMNS[:-2], Column("why", C["why"], value=why), COLUMNS[-1])
MEASURE_COLUMNS = (
    Column("text", C["measure"]),
    Column("problem__title_for_people", C["problem"]),
    Column("made_on", C["made_on"], kind="date"),
    Column("done_on", C["done_on"], kind="date"),
)

PROBLEMS = Metric(
    key="ledger.problems",
    name="问题",
    unit="个",
    rows=counting.found,
    columns=COLUMNS,
    cuts=usual(),
    visible=rules.visible_problem.rows,
    record_kind=KIND,
    rule="R9.3",
    meaning="发现日期在时段内、登入台账、未作误录作废的问题，不论是否已解决；反弹后重新整改的只计一次。",
    aliases=("发现问题", "查找问题", "排查问题", "搜寻问题"),
    says=(
        Says(subjects=words.PROBLEM_SUBJECTS, actions=words.FOUND_ACTIONS, units=words.PROBLEM_UNITS, trailing=True),
    ),
)
SOLVED = Metric(
    key="ledger.problems_solved",
    name="解决问题",
    unit="个",
    rows=counting.solved,
    columns=COLUMNS,
    cuts=usual(),
    visible=rules.visible_problem.rows,
    record_kind=KIND,
    rule="R9.5",
    meaning="完成日期在时段内、经核查已销号的问题，不论何时发现；待核查的和反弹后未再销号的不计。",
    aliases=("解决困难和问题", "协调解决问题", "整改销号"),
    says=(
        Says(subjects=words.PROBLEM_SUBJECTS, actions=words.SOLVED_ACTIONS, units=words.PROBLEM_UNITS, trailing=True),
        Says(subjects=("整改", "整改销号"), actions=("完成",), units=words.PROBLEM_UNITS, trailing=True),
    ),
)
FOUND_SOLVED = Metric(
    key="ledger.problems_found_solved",
    name="发现问题中已解决",
    unit="个",
    rows=counting.found_solved,
    columns=COLUMNS,
    cuts=usual(),
    visible=rules.visible_problem.rows,
    record_kind=KIND,
    rule="R9.5",
    meaning="发现日期在时段内的问题中，到期末完成并已销号的。",
)
SOLVED_RATE = Share(
    key="ledger.solved_rate",
    name="问题整改率",
    part=FOUND_SOLVED,
    whole=PROBLEMS,
    rule="R9.5",
    meaning="发现问题中到期末已销号的 ÷ 发现问题；长期坚持的留在分母，另列。",
    aliases=("整改率", "销号率"),
    says=(Says(subjects=("整改率", "问题整改率", "整改完成率", "销号率", "问题销号率"), units=("%",)),),
)
OPEN = Metric(
    key="ledger.problems_open",
    name="未销号问题",
    unit="个",
    rows=counting.still_open,
    kind=Kind.STOCK,
    columns=OPEN_COLUMNS,
    cuts=(*usual(), WHY_OPEN),
    visible=rules.visible_problem.rows,
    record_kind=KIND,
    rule="R9.4",
    meaning="期末以前发现、到期末还没有完成并销号的问题，含待核查的，每个写明原因；长期坚持的另计。",
    aliases=("正在整改问题", "未解决问题"),
    says=(Says(subjects=words.PROBLEM_SUBJECTS, actions=words.OPEN_ACTIONS, units=words.PROBLEM_UNITS),),
)
LONG_TERM = Metric(
    key="ledger.problems_long_term",
    name="长期坚持的问题",
    unit="个",
    rows=counting.long_term,
    kind=Kind.STOCK,
    columns=OPEN_COLUMNS,
    cuts=usual(),
    visible=rules.visible_problem.rows,
    record_kind=KIND,
    rule="R9.3",
    meaning="期末以前发现、现在列为长期坚持的问题，既不算未解决，也不算已解决。",
    says=(Says(subjects=words.PROBLEM_SUBJECTS, actions=("长期坚持", "持续整改"), units=words.PROBLEM_UNITS),),
)
MEASURES = Metric(
    key="ledger.measures",
    name="整改措施",
    unit="条",
    rows=counting.measures,
    columns=MEASURE_COLUMNS,
    cuts=usual("problem__"),
    visible=rules.measure_rows,
    rule="R9.3",
    meaning="制定日期在时段内的整改措施；一个问题可以有几条。",
    aliases=("制定整改措施",),
    says=(Says(subjects=words.MEASURE_SUBJECTS, actions=words.MEASURE_ACTIONS, units=("条", "项", "个")),),
)
MEASURES_DONE = Metric(
    key="ledger.measures_done",
    name="完成整改措施",
    unit="条",
    rows=counting.measures_done,
    columns=MEASURE_COLUMNS,
    cuts=usual("problem__"),
    visible=rules.measure_rows,
    rule="R9.3",
    meaning="完成日期在时段内的整改措施。",
    says=(Says(subjects=words.MEASURE_SUBJECTS, actions=words.MEASURE_DONE_ACTIONS, units=("条", "项", "个")),),
)
