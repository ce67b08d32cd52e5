"""Figures of papers: each number is its rows, cut by kind and rank."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from lvzhi.metrics import compute
from lvzhi.metrics.compute import CutValue
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.periods import year
from lvzhi.papers import metrics
from lvzhi.papers.tests.bureau import TODAY, Bureau
from lvzhi.workflow import engine


def value(bureau: Bureau, figure: Figure, *cuts: CutValue, of: int = 2026) -> Decimal | None:
    return compute.compute(figure, bureau.scope, year(of), *cuts).value


def test_papers_issues_and_dispatches(bureau: Bureau) -> None:
    bureau.sent()
    bureau.issued(kind="work_prompt")
    bureau.issued(kind="work_prompt")
    bureau.issued(dated_on=dt.date(2025, 12, 1))
    bureau.checked()
    voided = bureau.issued()
    engine.void(voided, bureau.actor(bureau.bai), "重复登记")
    assert value(bureau, metrics.ISSUED) == 3
    assert value(bureau, metrics.ISSUED, (metrics.KIND_CUT, "work_prompt")) == 2
    assert value(bureau, metrics.ISSUED, (metrics.ORGAN_CUT, str(bureau.economy.pk))) == 3
    assert value(bureau, metrics.ISSUED, of=2025) == 1
    assert value(bureau, metrics.ISSUES) == 2
    assert value(bureau, metrics.SENT) == 5
    assert value(bureau, metrics.SENT, (metrics.SENT_TO, "committee")) == 1
    rows = list(compute.evidence(metrics.ISSUED, bureau.scope, year(2026))[0].lines(bureau.actor(bureau.jia)))
    assert len(rows) == 3


def test_comments_and_their_answers(bureau: Bureau) -> None:
    comment = bureau.handed()
    bureau.take(comment.paper, "comment", bureau.bai, leader="王芳", post="副区长", rank="deputy",
                commented_on=TODAY, words="同意。")  # fmt: skip
    bureau.take(bureau.commented(bureau.sent()), "noted", bureau.bai)
    assert value(bureau, metrics.COMMENTS) == 3
    assert value(bureau, metrics.COMMENTS, (metrics.RANK_CUT, "top")) == 2
    assert value(bureau, metrics.COMMENTED) == 2
    found = compute.compute(metrics.ANSWERED_RATE, bureau.scope, year(2026))
    assert (found.numerator, found.denominator) == (0, 1)
    bureau.take(comment, "answer", bureau.wu, answer="已办。", answered_on=TODAY)
    found = compute.compute(metrics.ANSWERED_RATE, bureau.scope, year(2026))
    assert (found.value, found.numerator, found.denominator) == (100, 1, 1)
