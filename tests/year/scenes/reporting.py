"""The agency's own year: a work notice, the year's plan closed, the yearly report checked against the records."""

from __future__ import annotations

from lvzhi.papers.models import Dispatch, Paper
from lvzhi.plans.models import Plan
from tests.year.district import Cast, District, newest
from tests.year.roles import Code, Year
from tests.year.scenes.consulting import held_on_lifts


def notice(district: District, year: Year, cast: Cast) -> None:
    """A document about an activity, sent to organs and signed for."""
    made = held_on_lifts()
    with year.on(4, 9, "paper: about an activity"):
        page = cast.economist.press(cast.economist.look("activities:detail", made), "起草文书")
        cast.economist.fill(page, {
            "kind": Code("consultation_report"), "title": "关于加梯专题协商情况的报告", "organ": district.economy,
            "addressee": "海州区人民政府", "text": "会议形成三点共识。", "copies": "区住建局", "drafter": "经济主任",
        })  # fmt: skip
        paper = newest(Paper)
        cast.economist.does("papers:step", "paper", paper, "hand_in")
        cast.office.does("papers:step", "paper", paper, "check")
        cast.general.does("papers:step", "paper", paper, "issue", answers={"signer": "席中和"})
        cast.office.does("papers:step", "paper", paper, "send", answers={"units": [district.housing]})
        row = Dispatch.objects.get(paper=paper, unit=district.housing)
        cast.housing.does("papers:receipt", row)


def report(district: District, year: Year, cast: Cast) -> None:
    """The year told out of the records."""
    with year.on(12, 28, "the year's report"):
        cast.office.does("plans:step", "plan", Plan.objects.get(), "close", answers={"summary": "三项任务全部完成。"})
        cast.office.look("reports:year")
        cast.office.does("reports:check", answers={"text": "全年开展院坝协商1次。", "period": "2026"})
