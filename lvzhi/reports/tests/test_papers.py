"""A text that speaks of documents and comments is matched with the figures of papers, by meaning."""

from __future__ import annotations

import pytest

from lvzhi.deadlines import clock
from lvzhi.metrics.periods import year
from lvzhi.papers.tests.bureau import TODAY, Bureau
from lvzhi.reports.checking import check_text

TEXT = """工作情况

全年印发工作提示2期，编印工作简报1期，形成协商报告1份。获领导批示2次，其中党政主要领导批示1次。
"""


@pytest.mark.django_db
def test_documents_issues_and_comments() -> None:
    with clock.at(TODAY):
        bureau = Bureau()
        for kind in ("work_prompt", "work_prompt", "briefing"):
            bureau.issued(kind=kind)
        paper = bureau.sent()
        bureau.commented(paper)
        answers = {"leader": "王芳", "post": "副区长", "rank": "deputy", "commented_on": TODAY, "words": "同意。"}
        bureau.take(paper, "comment", bureau.bai, **answers)
        found = check_text(TEXT, bureau.scope, year(2026)).claims
    assert [(one.claim.text, one.figure.key if one.figure else "", str(one.verdict)) for one in found] == [
        ("印发工作提示2期", "papers.issues", "holds"),
        ("编印工作简报1期", "papers.issues", "holds"),
        ("形成协商报告1份", "papers.issued", "holds"),
        ("获领导批示2次", "papers.comments", "holds"),
        ("其中党政主要领导批示1次", "papers.comments", "holds"),
    ]


REPORTS = """工作情况

全年形成调研报告1篇。

全年形成调研视察报告2篇。

全年呈报视察报告1篇。

全年1篇视察报告获领导批示。
"""


@pytest.mark.django_db
def test_reports_on_research_and_inspections_sent_and_commented() -> None:
    with clock.at(TODAY):
        bureau = Bureau()
        bureau.issued(kind="research_report")
        bureau.commented(bureau.sent(kind="inspection_report"))
        found = check_text(REPORTS, bureau.scope, year(2026)).claims
    assert [(one.figure.key if one.figure else "", str(one.verdict)) for one in found] == [
        ("papers.issued", "holds"),
        ("consultations.reports", "holds"),
        ("consultations.reports_sent", "holds"),
        ("consultations.reports_commented", "holds"),
    ]
