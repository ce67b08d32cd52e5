"""A courtyard deliberation from its task, noted on the spot; problems found there, put right, looked at again."""

from __future__ import annotations

import datetime as dt

from lvzhi.activities.models import Activity
from lvzhi.ledger.models import Problem
from tests.year.district import Cast, District, newest
from tests.year.roles import Code, Year
from tests.year.scenes.planning import PARKING, task


def courtyard(district: District, year: Year, cast: Cast) -> None:
    """Held in the morning, entered at noon."""
    wanted = task(PARKING)
    with year.on(5, 20, "courtyard: entered from its task", hour=12):
        page = cast.economist.press(cast.economist.look("plans:task", wanted), "举办活动")
        cast.economist.fill(page, {
            "title": f"{PARKING}院坝协商", "topic": PARKING, "task": wanted, "organ": district.economy,
            "held_on": dt.date(2026, 5, 20), "venue": "桥头老槐树下",
        }, about=[wanted])  # fmt: skip
        made = newest(Activity)
        cast.economist.does(
            "activities:guests", made, answers={"people": [district.person("jia"), district.person("ding")]}
        )
        cast.economist.does("activities:step", "activity", made, "hold", answers={"summary": "居民同意错时停车。"})
        cast.economist.does("activities:attendance", made, button="其余全部出席")
    with year.on(5, 21, "courtyard: problems"):
        page = cast.economist.press(cast.economist.look("activities:detail", made), "登记问题")
        cast.economist.fill(page, {"text": "消防通道被占\n划线磨损不清", "theme": Code("city")})
        page = cast.economist.press(cast.economist.look("activities:detail", made), "登记问题")
        cast.economist.fill(page, {"text": "路口少一面镜子", "solved": True, "result": "社区当日装上。"})
    one, two, three = Problem.objects.filter(activity=made).order_by("pk")
    with year.on(5, 22, "courtyard: assigned"):
        cast.economist.does("ledger:step", "problem", one, "assign", answers={
            "owner_unit": district.traffic, "leader": "柳副局长", "finish_by": dt.date(2026, 7, 3),
            "standard": "通道宽四米。", "helper_unit": district.housing,
        })  # fmt: skip
    with year.on(6, 11, "courtyard: put right"):
        cast.traffic.does("ledger:step", "problem", one, "measures", answers={"text": "清拖占道车\n增设隔离桩"})
        cast.traffic.does("ledger:step", "problem", one, "progress", answers={"text": "已清拖九辆。"})
        cast.traffic.does("ledger:step", "problem", one, "finish", answers={
            "result": "通道贯通。", "done_on": dt.date(2026, 6, 9),
        })  # fmt: skip
        cast.economist.does("ledger:step", "problem", one, "check", answers={"checker": "社区蓝书记"})
        cast.economist.does("ledger:assign_many", answers={"items": [two], "owner_unit": district.water})
    with year.on(12, 21, "courtyard: looked at again"):
        cast.economist.does("ledger:step", "problem", one, "look_back", answers={
            "verdict": Code("holds"), "finding": "夜间也畅通。",
        })  # fmt: skip
    assert three.state == "checked"
