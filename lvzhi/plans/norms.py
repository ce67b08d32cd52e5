"""Declared parameters of plans."""

from __future__ import annotations

from lvzhi.norms import codes, declare
from lvzhi.plans import vocabulary as words

EDITORS = ("system_admin", "office", "secretary_general")
declare(
    "plans.opinions_due",
    "征求计划意见的期限",
    kind="term",
    default={"amount": 10, "unit": "working_day"},
    rule="R3.2",
    editors=EDITORS,
)
codes.declare(
    words.KINDS,
    words.KINDS_NAME,
    [
        codes.row(code, name, rule=rule, way=str(way), opinions=heard, words=said)
        for code, name, rule, way, heard, said in words.PLAN_KINDS
    ],
    extra=(("way", words.WAY_LABEL), ("opinions", words.HEARD_LABEL), ("words", words.WORDS_LABEL)),
    editors=EDITORS,
)
codes.declare(
    words.BLOCKS,
    words.BLOCKS_NAME,
    [codes.row(code, name, rule=rule) for code, name, rule in words.TASK_BLOCKS],
    editors=EDITORS,
)
codes.declare(
    words.SOURCES,
    words.SOURCES_NAME,
    [codes.row(code, name, rule=rule) for code, name, rule in words.TASK_SOURCES],
    editors=EDITORS,
)
