"""Democratic supervision of one unit beside the current session: a closed opinion paper, an open one, a package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lvzhi.accounts.models import Account
from lvzhi.activities import actions
from lvzhi.activities.actions import Guest, PlaceGiven, attending, exchanging, opining, supervising
from lvzhi.activities.letters.supervision import package
from lvzhi.activities.models import Activity, SupervisionGroup, SupervisionOpinion
from lvzhi.activities.queries import sittings_of
from lvzhi.committee.models import Organ
from lvzhi.deadlines import clock
from lvzhi.demo.people import Cast, member_account, moment
from lvzhi.plans.models import Task
from lvzhi.workflow import engine

WATCHERS = (20, 41, 62)
FIRST = "一、三个充电点没有按图施工，灭火器过期。\n二、收费标准没有公示。\n建议逐点整改，并在小区公示栏公开。"
SECOND = "一、抽查的五份施工档案中两份缺少验收记录。\n二、群众反映的两处渗水没有回访。\n建议补齐档案，逐户回访。"
ANSWER = "三个点位已返工，灭火器全部更换；收费标准已在小区公示栏公开，照片随附。"
FINDING = "到三个点位现场查看，灭火器在有效期内，公示栏有收费标准。"


@dataclass(frozen=True)
class Scene:
    """Who acts on which day."""

    cast: Cast
    ways: dict[str, Account]
    today: date

    def on(self, days_ago: int, who: str, do: Callable[[Any], Any]) -> Any:
        """What this login does on that day."""
        at = moment(self.today - timedelta(days=days_ago))
        with clock.at(at):
            return do(self.cast.actor(self.ways[who], at))

    def step(self, days_ago: int, who: str, record: Any, key: str, **answers: Any) -> Any:
        """A step on that day."""
        fresh = type(record).objects.get(pk=record.pk)
        return self.on(days_ago, who, lambda actor: engine.take(fresh, key, actor, answers))

    def day(self, days_ago: int) -> date:
        """That day."""
        return self.today - timedelta(days=days_ago)


def current_supervision(
    cast: Cast, ways: dict[str, Account], today: date, tasks: Mapping[str, Task]
) -> None:  # fmt: skip
    """Three supervisors of the unit that a demonstration login answers for, and what they found there."""
    scene = Scene(cast, ways, today)
    for place in WATCHERS:
        member_account(cast, cast.members[place])
    group = _appointed(scene)
    first = _watched(scene, 45, "special_supervision", "电动自行车充电设施专项监督", tasks["chargers"])
    closed = _opinion(scene, first, group, 44, "关于电动自行车充电设施建设的监督意见", FIRST)
    scene.step(20, "chengban", closed, "answer", answer=ANSWER, rectified_on=scene.day(21), contact="联络员 3301")
    answers = {"looked_on": scene.day(6), "result": "done", "finding": FINDING}
    scene.step(6, "weiyuan", closed, "look_back", **answers)
    second = _watched(scene, 14, "inspection_supervision", "老旧小区改造视察监督", tasks["estates"])
    _opinion(scene, second, group, 12, "关于老旧小区改造工程质量的监督意见", SECOND)
    asked = exchanging.Asked(
        body="inspection",
        receiver="区委巡察工作领导小组办公室",
        units=[cast.units[0]],
        since=date(today.year, 1, 1),
        until=scene.day(5),
    )
    scene.on(5, "mishuzhang", lambda actor: exchanging.make_exchange(actor, cast.committee, asked, package))


def _appointed(scene: Scene) -> SupervisionGroup:
    cast, unit = scene.cast, scene.cast.units[0]
    data = {
        "name": f"驻{unit.name}监督小组",
        "unit": unit,
        "starts": scene.day(60),
        "duty": "民生工程质量和群众诉求办理",
    }
    members = [cast.members[place] for place in WATCHERS]
    group: SupervisionGroup = scene.on(
        60, "mishuzhang", lambda actor: supervising.keep_group(actor, cast.committee, data | {"leader": members[0]})
    )
    rows = scene.on(
        60, "mishuzhang", lambda actor: supervising.propose(
            actor, cast.committee, members, unit, way="sector", recommender="经济界", group=group
        ),
    )  # fmt: skip
    for row in rows:
        scene.step(58, "mishuzhang", row, "select", meeting="主席会议", selected_on=scene.day(58))
        answers = {"starts": scene.day(55), "ends": scene.day(55) + timedelta(days=729), "signer": "区委书记"}
        scene.step(55, "mishuzhang", row, "appoint", appointed_on=scene.day(55), **answers)
    return group


def _watched(scene: Scene, days_ago: int, kind: str, title: str, task: Task) -> Activity:
    """A supervision activity at the unit, held and attended by its supervisors."""
    cast, unit = scene.cast, scene.cast.units[0]
    guests = [Guest(person=cast.members[place].person) for place in WATCHERS]
    organ: Organ = cast.organs[0]
    facts = {"kind": kind, "title": title, "held_on": scene.day(days_ago), "organ": organ, "task": task}
    places = [PlaceGiven(name=unit.name, unit=unit, role="unit")]

    def hold(actor: Any) -> Activity:
        activity = actions.begin(actor, cast.committee, facts, places=places, guests=guests)
        held = engine.take(activity, "hold", actor, {"summary": "查看现场，听取汇报，与居民座谈。"})
        attending.note_all_but(sittings_of(held).get(), actor, {})
        return Activity.objects.get(pk=held.pk)

    done: Activity = scene.on(days_ago, "mishuzhang", hold)
    return done


def _opinion(
    scene: Scene, activity: Activity, group: SupervisionGroup, days_ago: int, title: str, text: str
) -> SupervisionOpinion:
    """An opinion paper signed and sent to the unit."""
    data = {"unit": scene.cast.units[0], "group": group, "title": title, "text": text}
    opinion = scene.on(days_ago, "mishuzhang", lambda actor: opining.begin_opinion(actor, activity, data))
    paper = scene.step(days_ago, "mishuzhang", opinion.paper, "hand_in")
    scene.step(days_ago, "mishuzhang", paper, "check")
    scene.step(days_ago, "mishuzhang", paper, "issue", signer="秘书长", dated_on=scene.day(days_ago))
    done: SupervisionOpinion = scene.step(
        days_ago, "mishuzhang", opinion, "hand_over", sent_on=scene.day(days_ago), until=scene.day(days_ago - 60)
    )
    return done
