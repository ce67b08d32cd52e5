"""A special consultation: from its task to the notice, leave, attendance, what came of it."""

from __future__ import annotations

import datetime as dt

from lvzhi.activities.models import Activity, Leave
from lvzhi.consultations.models import FollowUp
from lvzhi.ledger.models import Advice
from lvzhi.papers.models import Comment, Paper
from tests.year.district import Cast, District, newest
from tests.year.roles import Code, Year
from tests.year.scenes.planning import LIFT, task


def consultation(district: District, year: Year, cast: Cast) -> None:
    """The committee on the economy discusses lifts."""
    wanted = task(LIFT)
    with year.on(3, 20, "consultation: arranged from its task"):
        page = cast.economist.press(cast.economist.look("plans:task", wanted), "举办活动")
        cast.economist.fill(page, {
            "title": f"{LIFT}专题协商会", "topic": LIFT, "task": wanted, "organ": district.economy,
            "held_on": dt.date(2026, 4, 8), "half": Code("afternoon"), "venue": "区政协六楼会议室",
        }, about=[wanted])  # fmt: skip
        made = newest(Activity)
        cast.economist.does("activities:guests", made, answers={
            "people": [district.person("yi"), district.person("bing")],
        })  # fmt: skip
        cast.economist.does(
            "activities:guests", made, answers={"people": [district.person("jia")], "role": Code("speak")}
        )
        cast.economist.does("activities:guests", made, answers={"name": "梁工程师", "body": "市特检院高工"})
        cast.economist.does("activities:programme", made, button="保存", answers={
            "s-0-agenda": "通报加梯进展\n界别协商发言｜甲文博",
        })  # fmt: skip
    with year.on(3, 25):
        cast.economist.does("activities:step", "activity", made, "notify", answers={"notice": "请带楼栋调查表。"})
    with year.on(4, 2, "consultation: leave"):
        line = made.participants.get(person=district.person("bing"))
        cast.bing.does("activities:ask_leave", line, answers={"reason": Code("illness"), "text": "住院手术。"})
        cast.general.does("activities:step", "leave", newest(Leave), "grant", answers={"opinion": "同意，好好养病。"})
    with year.on(4, 8, "consultation: held", hour=18):
        cast.economist.does("activities:attendance", made, button="其余全部出席")
        cast.economist.does("activities:step", "activity", made, "hold", answers={"summary": "形成三点共识。"})
    assert Activity.objects.get(pk=made.pk).state == "held"


def held_on_lifts() -> Activity:
    """The consultation on lifts."""
    return Activity.objects.get(task=task(LIFT))


def advice(district: District, year: Year, cast: Cast) -> None:
    """What was said there: entered, gathered into one document, sent, commented on, answered, followed up."""
    held = held_on_lifts()
    with year.on(4, 10, "advice: entered at the consultation"):
        page = cast.economist.press(cast.economist.look("activities:detail", held), "登记意见建议")
        cast.economist.fill(page, {
            "text": "设立加梯一站式窗口\n制定低层住户补偿指引", "theme": Code("city"),
            "speakers": [district.person("jia")],
        })  # fmt: skip
        one, two = Advice.objects.filter(activity=held).order_by("pk")
    with year.on(4, 13, "advice: gathered into a document"):
        page = cast.economist.look("ledger:gather")
        cast.economist.fill(
            page, {"items": [one, two], "title": "关于推进加装电梯的建议", "addressee": "海州区人民政府"}
        )
        paper = newest(Paper)
        cast.economist.does("papers:edit", paper, answers={"copies": "区住建局"})
        cast.economist.does("papers:step", "paper", paper, "hand_in")
    with year.on(4, 15, "advice: document issued and sent"):
        cast.office.does("papers:step", "paper", paper, "check", answers={"opinion": "数据已核。"})
        cast.general.does("papers:step", "paper", paper, "issue")
        cast.office.does("papers:step", "paper", paper, "send", answers={
            "units": [district.housing], "bodies": "海州区人民政府",
        })  # fmt: skip
    with year.on(4, 20, "advice: a leader's comment"):
        cast.office.does("papers:step", "paper", paper, "comment", answers={
            "leader": "温区长", "post": "海州区人民政府区长", "rank": Code("top"),
            "words": "请住建部门研究落实。", "commented_on": dt.date(2026, 4, 18),
        })  # fmt: skip
        comment = newest(Comment)
        cast.office.does("papers:step", "comment", comment, "hand_over", answers={"unit": district.housing})
    with year.on(5, 6, "advice: answered by the unit"):
        page = cast.office.press(cast.office.look("papers:detail", paper), "转交单位答复")
        cast.office.fill(page, {"unit": district.housing})
        cast.housing.does("papers:step", "comment", comment, "answer", answers={"answer": "已开三处窗口。"})
        cast.housing.does("ledger:step", "advice", one, "answer", answers={
            "adoption": Code("wholly"), "answer": "窗口四月已开。", "answer_no": "海住建函〔2026〕40号",
        })  # fmt: skip
        cast.housing.does("ledger:step", "advice", two, "answer", answers={
            "adoption": Code("not"), "answer": "补偿由业主协商。", "ground": "超出部门权限。",
        })  # fmt: skip
        cast.office.does("papers:step", "comment", comment, "close", answers={"result": Code("partly")})
        cast.economist.does("ledger:step", "advice", one, "close", answers={"result": "首批加梯十二部。"})


def speech(district: District, year: Year, cast: Cast) -> None:
    """A member hands in a written speech; the keeper notes another's."""
    held = held_on_lifts()
    with year.on(4, 7, "consultation: speeches"):
        cast.yi.does("activities:new_speech", held, answers={"title": "低层补偿宜公开", "text": "方案应上墙三十天。"})
        cast.economist.does("activities:new_speech", held, answers={
            "people": [district.person("jia")], "title": "窗口宜设街道", "text": "群众少跑一趟。",
        })  # fmt: skip
        cast.economist.does("activities:new_site", answers={
            "name": "桥头协商点", "unit": [district.village], "address": "桥头村委二楼", "contact": "简支书",
        })  # fmt: skip


def followed(district: District, year: Year, cast: Cast) -> None:
    """What became of it goes back to those who spoke; looked at again."""
    follow = FollowUp.objects.get(activity=held_on_lifts())
    with year.on(5, 11, "consultation: fed back"):
        cast.economist.does("consultations:step", follow, "feed_back", answers={"until": dt.date(2026, 10, 30)})
    with year.on(10, 26, "consultation: looked at again"):
        cast.economist.does("consultations:step", follow, "look_back", answers={
            "result": Code("done"), "finding": "十二部已运行。", "looked_on": dt.date(2026, 10, 24),
        })  # fmt: skip
