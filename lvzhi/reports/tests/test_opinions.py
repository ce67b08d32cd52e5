"""Official prose about public-opinion information is matched with its figures, by meaning."""

from __future__ import annotations

import pytest

from lvzhi.deadlines import clock
from lvzhi.opinions.tests.levels.ladder import Ladder, climb
from lvzhi.opinions.tests.newsroom import TODAY
from lvzhi.reports.checking import check_text
from lvzhi.reports.composing import compose
from lvzhi.reports.sections import OPINIONS

SAID = """反映社情民意

全年收到社情民意信息2篇，编发1期，被省政协采用1篇，获省领导批示1件。

采编社情民意信息1篇，编发《社情民意》1期，报送上级政协1篇，被省政协单篇采用1篇，省领导批示2人次。

向市政协报送社情民意信息1篇。编发专报3件。

全年获领导批示5次。
"""


@pytest.mark.django_db
def test_official_prose_finds_these_figures_by_meaning() -> None:
    with clock.at(TODAY):
        ladder = Ladder()
        climb(ladder)
        ladder.sent(title="另一篇")
        found = check_text(SAID, ladder.scope, ladder.year).claims
    told = [
        (one.claim.text, one.figure.key.partition(".")[2] if one.figure else "", one.filter.label if one.filter else "",
         str(one.verdict), one.scope.committee.name)
        for one in found
    ]  # fmt: skip
    here = "海州区政协"
    assert told == [
        ("收到社情民意信息2篇", "received", "", "holds", here),
        ("编发1期", "issues", "", "holds", here),
        ("采用1篇", "adopted", "省级", "holds", here),
        ("获省领导批示1件", "commented", "省级", "holds", here),
        ("采编社情民意信息1篇", "edited", "", "holds", here),
        ("编发《社情民意》1期", "issues", "", "holds", here),
        ("报送上级政协1篇", "sent_items", "", "holds", here),
        ("采用1篇", "adopted", "省级；单篇采用", "holds", here),
        ("省领导批示2人次", "comment_leaders", "省级", "holds", here),
        ("向市政协报送社情民意信息1篇", "sent_items", "市级", "holds", here),
        ("编发专报3件", "specials", "", "no_record", here),
        ("获领导批示5次", "comments", "", "no_record", here),
    ]
    assert found[-1].figure is not None
    assert found[-1].figure.key == "papers.comments"


@pytest.mark.django_db
def test_a_report_says_them_only_where_there_are_any_and_every_number_it_says_holds() -> None:
    with clock.at(TODAY):
        ladder = Ladder()
        empty = "\n".join(_paragraphs(ladder))
        _, comment = climb(ladder)
        ladder.take(comment, "answer", ladder.wu, answer="已安排。", answered_on=TODAY)
        ladder.sent(title="另一篇")
        text = "\n".join(_paragraphs(ladder))
        found = check_text(text, ladder.scope, ladder.year).claims
    assert "社情民意" not in empty
    for words in (
        "收到社情民意信息2篇", "编发《社情民意》1期", "省级采用社情民意信息1篇", "获领导批示1件、2人次", "办理反馈率",
    ):  # fmt: skip
        assert words in text, text
    assert "专报" not in text
    assert "微建议" not in text
    assert [(one.claim.text, one.reason) for one in found if str(one.verdict) != "holds"] == []


def _paragraphs(ladder: Ladder) -> list[str]:
    report = compose(ladder.scope, ladder.year, [OPINIONS])
    return [sentence.text for one in report.chapters for paragraph in one.paragraphs for sentence in paragraph]
