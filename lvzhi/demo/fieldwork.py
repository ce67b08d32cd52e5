"""An inspection with two problems and its report on the way, and research whose report a leader wrote on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lvzhi.activities import actions as activities
from lvzhi.activities.actions import Guest, PartnerGiven, PlaceGiven, attending
from lvzhi.activities.models import Activity
from lvzhi.activities.queries import sittings_of
from lvzhi.demo.supervision import Scene
from lvzhi.ledger.actions.entering import Occasion, enter_advice, enter_problems
from lvzhi.ledger.models import Advice
from lvzhi.papers.actions import begin_draft
from lvzhi.workflow.engine import take

TO = "区委、区政府"
PROBLEMS = ("沿河步道两处护栏松动", "雨水口被杂物堵塞，雨天积水")
INSPECTED = ("沿河步道护栏列入每月必查项目", "雨水口清掏由物业和环卫分段包干")
RESEARCHED = ("园区和职业学校共建订单班", "设立园区用工余缺调剂平台")


def current_fieldwork(scene: Scene) -> None:
    """Entered by the secretary-general on the days they were held."""
    _inspection(scene)
    _research(scene)


def _held(scene: Scene, days_ago: int, given: dict[str, Any], places: Sequence[PlaceGiven], body: str) -> Activity:
    """Held and attended: a leader, members, an expert, somebody of the department."""
    cast = scene.cast
    people = [cast.members[place] for place in (41, 20, 66, 67, 68)]
    guests = [Guest(person=one.person, role="attend" if place else "lead") for place, one in enumerate(people)]
    guests += [Guest(name="吴工", body="市规划设计院", role="expert"), Guest(name="周科长", body=body)]
    facts = {"held_on": scene.day(days_ago), "organ": cast.organs[2]} | given

    def hold(actor: Any) -> Activity:
        row = activities.begin(
            actor, cast.committee, facts, guests=guests, places=places, partners=[PartnerGiven(name=body)]
        )  # fmt: skip
        row = take(row, "hold", actor, {"summary": "查看现场，听取部门介绍，与群众和企业座谈。"})
        attending.note_all_but(sittings_of(row).get(), actor, {})
        return Activity.objects.get(pk=row.pk)

    done: Activity = scene.on(days_ago, "mishuzhang", hold)
    return done


def _occasion(scene: Scene, days_ago: int, activity: Activity, **more: Any) -> Occasion:
    return Occasion(
        committee=scene.cast.committee, day=scene.day(days_ago), activity=activity, source="inspection",
        organ=activity.organ, **more,
    )  # fmt: skip


def _advised(scene: Scene, days_ago: int, activity: Activity, words: Sequence[str]) -> list[Advice]:
    authors = [scene.cast.members[place].person for place in (41, 20)]
    occasion = _occasion(scene, days_ago, activity, theme="city", authors=authors)
    made: list[Advice] = scene.on(days_ago, "mishuzhang", lambda actor: enter_advice(actor, words, occasion))
    return made


def _inspection(scene: Scene) -> None:
    """Two problems: one put right and struck off, one in another unit's hands; the report waits to be signed."""
    spots = [PlaceGiven("南明河步道", role="site"), PlaceGiven("新添大道雨水口", role="site")]
    given = {"kind": "inspection", "title": "沿河步道安全视察", "topic": "沿河步道安全"}
    activity = _held(scene, 15, given, spots, scene.cast.units[1].name)
    occasion = _occasion(scene, 15, activity, theme="city")
    rails, drains = scene.on(15, "mishuzhang", lambda actor: enter_problems(actor, PROBLEMS, occasion))
    scene.step(14, "mishuzhang", rails, "assign", owner_unit=scene.cast.units[0].pk)
    scene.step(14, "mishuzhang", drains, "assign", owner_unit=scene.cast.units[1].pk)
    scene.step(9, "chengban", rails, "finish", done_on=scene.day(9), result="两处护栏已加固。")
    scene.step(7, "mishuzhang", rails, "check")
    _advised(scene, 15, activity, INSPECTED)
    title, place = "关于沿河步道安全的视察报告", scene.cast.committee
    data = {"kind": "inspection_report", "title": title, "text": "一、视察情况。\n二、发现的问题。\n三、意见建议。"}
    about = [("activities.activity", activity.uid)]
    paper = scene.on(6, "mishuzhang", lambda actor: begin_draft(actor, place, data, about=about))
    for key in ("hand_in", "check"):
        paper = scene.step(6, "mishuzhang", paper, key)


def _research(scene: Scene) -> None:
    """The report was sent, a leader wrote on it, and both pieces of advice are answered."""
    spots = [PlaceGiven("高新产业园", role="project"), PlaceGiven("电子元件厂", role="enterprise")]
    given = {"kind": "research", "title": "产业园区用工保障调研", "topic": "产业园区用工保障"}
    activity = _held(scene, 52, given, spots, scene.cast.units[0].name)
    advice = _advised(scene, 52, activity, RESEARCHED)
    place = scene.cast.committee
    title = "关于产业园区用工保障的调研报告"
    data = {
        "kind": "research_report",
        "title": title,
        "text": "一、基本情况。\n二、问题。\n三、建议。",
        "addressee": TO,
    }
    about = [("activities.activity", activity.uid)]
    paper = scene.on(47, "mishuzhang", lambda actor: begin_draft(actor, place, data, about=about))
    signs = {"signer": "秘书长", "dated_on": scene.day(46).isoformat()}
    sends = {"bodies": TO, "how": "exchange", "sent_on": scene.day(45).isoformat()}
    for days_ago, key, answers in ((47, "hand_in", {}), (47, "check", {}), (46, "issue", signs), (45, "send", sends)):
        paper = scene.step(days_ago, "mishuzhang", paper, key, **answers)
    scene.step(
        40, "mishuzhang", paper, "comment", leader="陈", post="副区长", rank="deputy", words="请人社部门逐条落实。",
        commented_on=scene.day(40).isoformat(),
    )  # fmt: skip
    for row, adoption, ground in zip(advice, ("wholly", "partly"), ("", "平台分两期建设。"), strict=True):
        scene.step(39, "mishuzhang", row, "hand", unit=scene.cast.units[0].pk)
        scene.step(
            20, "chengban", row, "answer", adoption=adoption, answer="已列入年度计划。", ground=ground,
            answered_on=scene.day(20).isoformat(),
        )  # fmt: skip
