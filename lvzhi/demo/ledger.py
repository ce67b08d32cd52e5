"""A courtyard deliberation of the current session and what came of it: problems and advice at every step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lvzhi.accounts.models import Account
from lvzhi.activities import actions as activities
from lvzhi.activities.models import Activity
from lvzhi.deadlines import clock
from lvzhi.demo.people import Cast, moment
from lvzhi.ledger.actions.entering import Occasion, enter_advice, enter_problems
from lvzhi.ledger.actions.gathering import gather
from lvzhi.ledger.actions.solving import solve_at_once
from lvzhi.plans.models import Task
from lvzhi.workflow.engine import take

DAYS_AGO = 20
PROBLEMS = (
    "楼道照明坏损，夜间出行不便，住户多次反映没有结果",
    "一楼住户担心采光和噪声，不同意加装电梯",
    "小区停车位不足，消防通道常被占用",
    "化粪池清掏不及时",
)
SOLVED = ("单元门禁失灵",)
ADVICE = (
    "由街道牵头逐楼栋征求意见，一次说清费用分担和补贴办法",
    "设立加装电梯一站式窗口，并联办理",
    "把采光影响评估作为必经程序，给低层住户合理补偿",
    "引导社会资本参与，推行代建租用",
)
OTHER_ADVICE = ("增加普惠托育机构", "中小学周边设置临时停车区")


def current_ledger(cast: Cast, ways: dict[str, Account], today: date, task: Task) -> None:
    """Entered by the secretary-general on the day it was held, handled by the demonstration unit since."""
    day = max(today - timedelta(days=DAYS_AGO), cast.sessions[-1].opens)
    scene = _Scene(cast, ways, day, today, task)
    scene.problems()
    scene.advice()


class _Scene:
    """One deliberation; each step on its own day."""

    def __init__(self, cast: Cast, ways: dict[str, Account], day: date, today: date, task: Task) -> None:
        self.cast, self.ways, self.day, self.today = cast, ways, day, today
        self.unit = cast.units[0]
        self.organ = cast.organs[0]
        self.activity = self._held(task)

    def _actor(self, who: str, day: date) -> Any:
        return self.cast.actor(self.ways[who], moment(day))

    def _step(self, row: Any, key: str, who: str, day: date, **answers: Any) -> Any:
        with clock.at(moment(day)):
            return take(row, key, self._actor(who, day), answers)

    def _held(self, task: Task) -> Activity:
        given = {
            "kind": "courtyard", "title": "老旧小区加装电梯院坝协商会", "topic": "老旧小区加装电梯", "held_on": self.day,
            "organ": self.organ, "task": task,
        }  # fmt: skip
        with clock.at(moment(self.day)):
            actor = self._actor("mishuzhang", self.day)
            made = activities.begin(actor, self.cast.committee, given)
            return take(made, "hold", actor, {"summary": "居民、物业、街道和有关部门参加，形成共识，问题登入台账。"})

    def _occasion(self, theme: str, **more: Any) -> Occasion:
        usual: dict[str, Any] = {
            "committee": self.cast.committee, "day": self.day, "source": "deliberation", "organ": self.organ,
            "activity": self.activity, "theme": theme,
        }  # fmt: skip
        return Occasion(**usual | more)

    def problems(self) -> None:
        """One overdue, one soon due with measures, one waiting to be checked, one nobody has yet, one solved."""
        next_day = self.day + timedelta(days=1)
        with clock.at(moment(self.day)):
            actor = self._actor("mishuzhang", self.day)
            lamps, lift, cars, _ = enter_problems(actor, PROBLEMS, self._occasion("city"))
            solve_at_once(actor, SOLVED, self._occasion("city"), "物业当场约定三天内更换，已更换。")
        owner = {"owner_unit": self.unit.pk}
        soon = {"finish_by": self.today + timedelta(days=5), "standard": "楼道照明完好，报修两天内处理。"}
        lamps = self._step(lamps, "assign", "mishuzhang", next_day, **owner, **soon, leader="分管副区长")
        self._step(lift, "assign", "mishuzhang", next_day, **owner, finish_by=self.today - timedelta(days=3))
        cars = self._step(cars, "assign", "mishuzhang", next_day, **owner)
        lamps = self._step(lamps, "measures", "chengban", next_day, text="更换坏损灯具\n公布报修电话\n每月巡查一次")
        self._step(lamps, "progress", "chengban", self.today, text="已完成三栋，其余两栋本周内完成。")
        result = "新划停车位，消防通道划线，安排专人巡查。"
        self._step(cars, "finish", "chengban", self.today, done_on=self.today, result=result)

    def advice(self) -> None:
        """One to answer, one adopted in part, one adopted, one being submitted, two still to be gathered."""
        next_day = self.day + timedelta(days=1)
        people = [self.cast.members[20].person, self.cast.members[41].person]
        with clock.at(moment(self.day)):
            actor = self._actor("mishuzhang", self.day)
            ask, window, light, money = enter_advice(actor, ADVICE, self._occasion("city", authors=people))
            enter_advice(actor, OTHER_ADVICE, self._occasion("education", authors=people[:1]))
        for row in (ask, window, light):
            self._step(row, "hand", "mishuzhang", next_day, unit=self.unit.pk)
        partly = {
            "adoption": "partly", "answer": "已在政务大厅设立专窗，并联审批需与市级系统对接，列入下一步计划。",
            "ground": "并联审批系统由市级统建，今年不具备条件。", "answered_on": self.today, "turned": "work",
        }  # fmt: skip
        self._step(window, "answer", "chengban", self.today, **partly)
        whole = {"adoption": "wholly", "answer": "已写入实施细则。", "answered_on": self.today, "turned": "document"}
        self._step(light, "answer", "chengban", self.today, **whole)
        with clock.at(moment(next_day)):
            title = "关于报送老旧小区加装电梯协商意见建议的报告"
            gather(
                self._actor("mishuzhang", next_day), self.cast.committee, [money], title=title, addressee="区委、区政府"
            )
