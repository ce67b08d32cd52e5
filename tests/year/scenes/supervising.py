"""Supervision: supervisors chosen and appointed, the activity, an opinion paper to its look-back, the exchange."""

from __future__ import annotations

import datetime as dt

from lvzhi.activities.models import Activity, Exchange, SupervisionGroup, SupervisionOpinion, Supervisor
from tests.year.district import Cast, District, newest
from tests.year.roles import Code, Year
from tests.year.scenes.planning import RIVER, task


def supervisors(district: District, year: Year, cast: Cast) -> None:
    """Proposed, selected, appointed; one offers herself."""
    with year.on(2, 9, "supervision: a group and its people"):
        cast.office.does("activities:new_group", answers={
            "name": "河道监督一组", "unit": [district.water], "task": task(RIVER),
            "leader": [district.members["bing"]],
            "duty": "盯住断面水质",
        })  # fmt: skip
        group = newest(SupervisionGroup)
        page = cast.office.press(cast.office.look("activities:supervision"), f"提名监督员：{group.name}")
        cast.office.fill(page, {
            "members": [district.members["yi"]], "unit": [district.water], "group": group, "way": Code("sector"),
            "recommender": "工商联界推荐", "statement": "水利工程师出身",
        }, about=[group])  # fmt: skip
        row = newest(Supervisor)
        cast.ding.does("activities:propose", answers={"unit": [district.civil], "statement": "熟悉救助业务"})
    with year.on(2, 13):
        cast.office.does("activities:supervision_step", "supervisor", row, "select", answers={
            "meeting": "第五十二次主席会议", "selected_on": dt.date(2026, 2, 12),
        })  # fmt: skip
        cast.office.does("activities:supervision_step", "supervisor", newest(Supervisor), "select", answers={
            "meeting": "第五十二次主席会议", "selected_on": dt.date(2026, 2, 12),
        })  # fmt: skip
    with year.on(2, 24, "supervision: letters of appointment"):
        cast.office.does("activities:supervision_step", "supervisor", row, "appoint", answers={"signer": "席中和"})


def opinion(district: District, year: Year, cast: Cast) -> None:
    """From the plan's task to the look-back."""
    wanted = task(RIVER)
    with year.on(5, 12, "supervision: the activity"):
        page = cast.office.press(cast.office.look("plans:task", wanted), "举办活动")
        page = cast.office.press(page, "视察监督")
        cast.office.fill(page, {
            "title": f"{RIVER}监督视察", "topic": RIVER, "task": wanted, "organ": district.culture,
            "units": [district.water], "venue": "西河闸口", "held_on": dt.date(2026, 5, 12),
        }, about=[wanted])  # fmt: skip
        made = newest(Activity)
        cast.office.does("activities:guests", made, button="列入名单", answers={"groups": []})
        cast.office.does("activities:step", "activity", made, "hold", answers={"summary": "查出两处淤积。"})
        cast.office.does("activities:attendance", made, button="其余全部出席")
    with year.on(5, 14, "supervision: opinion paper"):
        page = cast.office.press(cast.office.look("activities:detail", made), "起草监督意见书")
        cast.office.fill(page, {
            "unit": [district.water], "group": newest(SupervisionGroup), "title": "关于西河清淤的监督意见书",
            "text": "一、闸口淤积。\n二、巡河未留痕。",
        })  # fmt: skip
        row = newest(SupervisionOpinion)
        cast.office.does("papers:edit", row.paper)
        cast.office.does("papers:step", "paper", row.paper, "hand_in")
        cast.office.does("papers:step", "paper", row.paper, "check", answers={"opinion": "依据充分。"})
        cast.general.does("papers:step", "paper", row.paper, "issue")
        cast.office.does(
            "activities:supervision_step", "opinion", row, "hand_over", answers={"until": dt.date(2026, 6, 12)}
        )
    with year.on(6, 8, "supervision: put right"):
        cast.water.does("activities:supervision_step", "opinion", row, "answer", answers={
            "answer": "已清淤八百方。", "rectified_on": dt.date(2026, 6, 5), "contact": "水务联络员 0914-2345678",
        })  # fmt: skip
    with year.on(9, 2, "supervision: looked at again"):
        cast.office.does("activities:supervision_step", "opinion", row, "look_back", answers={
            "result": Code("done"), "looked_on": dt.date(2026, 9, 1), "finding": "水面清亮。",
        })  # fmt: skip
    with year.on(11, 10, "supervision: handed to the inspectors"):
        cast.office.does("activities:new_exchange", answers={
            "body": Code("inspection"), "receiver": "区委巡察办", "units": [district.water],
            "since": dt.date(2026, 1, 1), "until": dt.date(2026, 11, 9),
        })  # fmt: skip
        cast.office.does("activities:supervision_step", "exchange", newest(Exchange), "receipt", answers={
            "by": "巡察办岑科长", "on": dt.date(2026, 11, 10), "received_note": "留作巡察线索。",
        })  # fmt: skip
