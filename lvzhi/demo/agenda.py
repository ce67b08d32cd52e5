"""Activities of the current session: coming, today, just held, and what was advised at them."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from lvzhi.accounts.models import Account
from lvzhi.activities.actions import Guest, PlaceGiven, SittingGiven
from lvzhi.activities.actions import begin as begin_activity
from lvzhi.activities.models import Activity, Participant
from lvzhi.activities.workflow.telling import ask_leave
from lvzhi.deadlines import clock
from lvzhi.demo.consulting import Programme
from lvzhi.demo.offices import EVENING, Desk, guests, working
from lvzhi.demo.people import Cast, member_account, moment
from lvzhi.workflow.engine import take

COMING = (
    ("special_consult", "老旧小区适老化改造专题协商会", "老旧小区适老化改造", 9, "renewal"),
    ("inspection", "雨季行洪河道视察", "雨季行洪河道整治", 16, ""),
    ("standing", "常务委员会会议", "", 23, ""),
)
DONE = (
    ("courtyard", "振新社区停车秩序院坝协商会", "社区停车秩序", 12, "grassroots"),
    ("community", "航天社区物业服务社区协商会", "小区物业服务", 20, "grassroots"),
    ("research", "乡村民宿专题调研", "乡村民宿规范经营", 34, "homestay"),
    ("special_supervision", "学校食堂管理专项监督", "学校食堂管理", 48, "canteens"),
    ("inspection", "污水处理厂运行视察", "污水处理厂运行", 61, ""),
)  # fmt: skip
ANSWERED = 25  # days after which an answer is in


def current_agenda(cast: Cast, ways: dict[str, Account], today: date, random: Random, plan: Programme) -> None:
    """What is coming, what is today, what was just held, and what of it is still open."""
    desk = Desk(cast, random)
    opens = cast.sessions[-1].opens
    _coming(desk, ways, today, plan)
    _today(desk, today)
    for place, (kind, title, topic, back, task) in enumerate(DONE):
        day = working(max(today - timedelta(days=back), opens))
        organ = cast.organs[back % len(cast.organs)]
        held = desk.hold(kind, title, day, _among(desk, 9), topic=topic, organ=organ, task=plan.tasks.get(task),
                         site=plan.sites[place] if task == "grassroots" else None)  # fmt: skip
        made = desk.advise(4, day, held)
        if day + timedelta(days=ANSWERED) < today:
            desk.answer(made[:2], day, ANSWERED - 10)
    _just_held(desk, today, plan)


def _among(desk: Desk, count: int) -> list[Guest]:
    """Some members, those with a demonstration login among them."""
    cast = desk.cast
    others = desk.random.sample(cast.members[60:], count - 2)
    return guests([cast.members[20], cast.members[41], *others])


def _coming(desk: Desk, ways: dict[str, Account], today: date, plan: Programme) -> None:
    """Three that the list has been told of; two have asked for leave from the first, one of them waits."""
    cast = desk.cast
    day = today - timedelta(days=2)
    made: list[Activity] = []
    with clock.at(moment(day, EVENING)):
        for kind, title, topic, ahead, task in COMING:
            on = today + timedelta(days=ahead)
            given = {"kind": kind, "title": title, "topic": topic, "held_on": on, "organ": cast.organs[0],
                     "task": plan.tasks.get(task), "notice": "请提前安排好工作，不能到会的请在系统中请假。"}  # fmt: skip
            draft = begin_activity(
                desk.actor(day), cast.committee, given, guests=_among(desk, 12), places=[PlaceGiven("区政协三楼会议室")],
                sittings=[SittingGiven(on, "morning", "全体会议", agenda=[("通报情况", "区住房和城乡建设局"), ("委员发言", "")])],
            )  # fmt: skip
            made.append(take(draft, "notify", desk.actor(day)))
    member = cast.members[41]
    row = Participant.objects.select_related("activity", "person").get(activity=made[0], person=member.person)
    at = moment(today - timedelta(days=1), EVENING)
    with clock.at(at):
        ask_leave(row, cast.actor(member_account(cast, member), at), reason="family", text="当日需陪护住院的家人。")


def _today(desk: Desk, today: date) -> None:
    """One that takes place today: its sitting waits for the sign-in."""
    cast = desk.cast
    day = today - timedelta(days=5)
    with clock.at(moment(day, EVENING)):
        draft = begin_activity(
            desk.actor(day), cast.committee,
            {"kind": "sector_meeting", "title": "经济界别工作会议", "held_on": today, "organ": cast.organs[1]},
            guests=_among(desk, 14), sittings=[SittingGiven(today, "day", "全天")],
            places=[PlaceGiven("区政协二楼会议室")],
        )  # fmt: skip
        take(draft, "notify", desk.actor(day))


def _just_held(desk: Desk, today: date, plan: Programme) -> None:
    """Held last week and not filed yet: who came is still to be noted."""
    cast = desk.cast
    day = today - timedelta(days=6)
    with clock.at(moment(day, EVENING)):
        draft = begin_activity(
            desk.actor(day), cast.committee,
            {"kind": "courtyard", "title": "乐湾社区院坝协商会", "topic": "地下车库管理", "held_on": day, "organ": cast.organs[2],
             "task": plan.tasks["grassroots"], "site": plan.sites[2]},
            guests=_among(desk, 8), places=[PlaceGiven("乐湾社区协商点", role="community")],
        )  # fmt: skip
        take(draft, "hold", desk.actor(day), {"summary": "居民、物业和部门面对面商量，四个问题当场登记。"})
