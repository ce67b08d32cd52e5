"""Parameters of selecting and supervising key proposals (R1.97–R1.99)."""

from __future__ import annotations

from lvzhi.norms import codes, declare
from lvzhi.proposals.norms.entry import EDITORS
from lvzhi.proposals.vocabulary import keys as words

declare(
    "proposals.key_opinion_due",
    "重点提案候选征求意见的期限",
    kind="term",
    default={"amount": 10, "unit": "working_day"},
    rule="R1.98",
    editors=EDITORS,
)
codes.declare(
    "proposals.supervise_way",
    "督办方式",
    [codes.row(code, name, rule=rule) for code, name, rule in words.SUPERVISE_WAYS],
    editors=EDITORS,
)
codes.declare(
    "proposals.supervise_form",
    "督办形式",
    [codes.row(code, name, rule=rule) for code, name, rule in words.SUPERVISE_FORMS],
    editors=EDITORS,
)
