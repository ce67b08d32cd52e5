"""The years of three further districts: what their summaries speak of, and the ordinary meetings beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from lvzhi.accounts.actors import system_actor
from lvzhi.activities.actions import PartnerGiven, PlaceGiven
from lvzhi.activities.actions.service import Gift, note_givings, report_to
from lvzhi.activities.models import Activity
from lvzhi.committee import actions as committees
from lvzhi.deadlines import clock
from lvzhi.demo import appraising, contacts, party, regulations, tenure, texts
from lvzhi.demo.offices import EVENING, Desk, days, guests
from lvzhi.demo.people import GENERATOR, moment
from lvzhi.directory import actions as directory

Topics = Sequence[tuple[str, str, int]]  # kind of activity, topic, pieces of advice
TRADE: Topics = (("research", "加快现代服务业发展", 9), ("special_consult", "加快现代服务业发展", 8))
MICRO: Topics = (("micro", "后疫情时代民营经济发展", 13), ("micro", "进一步推进市政供暖进小区", 11))
PEOPLE: Topics = (
    ("research", "“人盯人”+基层社会治理", 21), ("special_consult", "“人盯人”+基层社会治理", 19),
    ("research", "防汛应急管理机制建设", 18), ("special_consult", "防汛应急管理机制建设", 20),
    ("research", "普惠性幼儿园建设", 22), ("sector_consult", "普惠性幼儿园建设", 17),
    ("research", "破解企业用工难", 16), ("special_consult", "破解企业用工难", 23),
)  # fmt: skip
SERVICES = (("留守老人关爱", 5), ("义务理发", 3), ("资助困难大学生", 3), ("文艺汇演", 4), ("普法宣传", 4))
OUTBREAK = date(2022, 8, 16)
CADRES, STATIONS = 16, 4
GIFTS, GIVEN = 42, 326_800
GROUPS = ("政治理论学习组", "经济科技学习组", "教科文卫学习组", "农业农村学习组", "社会法制学习组")
JOINT: Topics = (
    ("joint_research", "锦江流域生态产品价值", 6), ("joint_research", "中心城区老旧街区更新", 5), ("inspection", "碧江区“四新”项目推进", 4),
)  # fmt: skip
COMMUNITIES = 22
TOPICS_2023: Topics = (
    ("special_consult", "南矶湿地观鸟经济", 8), ("special_consult", "加快燃气安全数字化建设", 7),
    ("special_consult", "加强青少年爱国主义教育，赋能新时代“两个文明”协调发展", 6), ("research", "发展总部经济", 7),
    ("research", "壮大“草根经济”", 6), ("research", "推进预制菜产业链高质量发展", 9),
    ("special_supervision", "全区制造业、服务业发展", 5), ("special_supervision", "西部物流园建设", 4),
)  # fmt: skip


def shangzhou(desk: Desk) -> None:
    """A year that runs from May to May."""
    first, last = date(2022, 5, 9), date(2023, 5, 19)
    _study_groups(desk)
    branches = party.on_committees(desk.cast)
    for topics in (TRADE, MICRO, PEOPLE):
        _on_topics(desk, topics, first, last)
    _outbreak(desk)
    _services(desk)
    _ordinary(desk, first, last)
    regulations.shangzhou(desk)
    for body in branches:
        appraising.appraised(desk.cast, body, first.year, date(2022, 11, 21))
    appraising.leading(desk.cast, branches, first, date(2022, 12, 31))


def bijiang(desk: Desk) -> None:
    """Members report to villages and communities; topics are researched together with the city."""
    branches = party.one_and_seven(desk.cast)
    contacts.double(desk.cast, date(2022, 3, 10), date(2022, 12, 16))
    for body in branches:
        appraising.appraised(desk.cast, body, 2022, date(2022, 11, 14))
    appraising.leading(desk.cast, branches, date(2022, 2, 21), date(2022, 12, 31))
    first, last = date(2022, 2, 21), date(2022, 12, 16)
    units = [
        directory.add(
            system_actor(GENERATOR, moment(desk.cast.place.term_starts)), desk.cast.committee,
            name=f"{texts.PLACES[number]}{'村' if number % 2 else '社区'}", kind="community",
            starts=desk.cast.place.term_starts, code=f"C{number:02d}",
        )
        for number in range(COMMUNITIES)
    ]  # fmt: skip
    on = date(2022, 3, 18)
    pairs = [(member, units[place % COMMUNITIES]) for place, member in enumerate(desk.cast.members)]
    with clock.at(moment(on, EVENING)):
        report_to(desk.actor(on), desk.cast.committee, pairs, on)
    _on_topics(desk, JOINT, first, last, relation="joint", partners=[PartnerGiven("铜仁市政协")])
    desk.hold(
        "leaders_talk", "区委书记、区长与政协委员座谈会", date(2022, 6, 30), desk.some(24, role="speak"), notice=7
    )
    desk.hold("appraisal", "区级部门民主评议", date(2022, 9, 15), desk.some(18), notice=9)
    desk.hold("party_visit", "走访工商联代表", date(2022, 5, 20), desk.some(4),
              places=[PlaceGiven("区工商联", role="unit")])  # fmt: skip
    _ordinary(desk, first, last)
    regulations.bijiang(desk)


def xinjian(desk: Desk) -> None:
    """Plan, consultations, research, supervision."""
    first, last = date(2023, 2, 13), date(2023, 12, 15)
    _on_topics(desk, TOPICS_2023, first, last)
    desk.hold("training", "委员履职能力培训班", date(2023, 5, 18), guests(desk.cast.members), missing=14, notice=12)
    _ordinary(desk, first, last)
    tenure.between_sessions(desk, first.year)


def _on_topics(desk: Desk, topics: Topics, first: date, last: date, **data: Any) -> None:
    for (kind, topic, count), day in zip(topics, days(first, last, len(topics), desk.random), strict=True):
        held = desk.hold(
            kind, f"{topic}{texts.FORMS.get(kind, '')}", day, desk.some(12, role="speak"), missing=1, topic=topic, notice=7,
            organ=desk.random.choice(desk.cast.organs), places=[PlaceGiven(desk.random.choice(texts.PLACES), role="site")],
            **data,
        )  # fmt: skip
        made = desk.advise(count, day, held)
        desk.answer(made[: count // 3], min(day + timedelta(days=6), last), 15)


def _study_groups(desk: Desk) -> None:
    actor = system_actor(GENERATOR, moment(desk.cast.place.term_starts))
    for name in GROUPS:
        committees.add_organ(
            actor, desk.cast.committee, kind="study_group", name=name, starts=desk.cast.place.term_starts
        )
    for name, day in zip(GROUPS, days(date(2022, 6, 20), date(2023, 4, 20), len(GROUPS), desk.random), strict=True):
        desk.hold("book_club", f"{name}读书活动", day, desk.some(20), missing=2)


def _outbreak(desk: Desk) -> None:
    for place in range(STATIONS):
        staff = desk.cast.staff[place * CADRES // STATIONS : (place + 1) * CADRES // STATIONS]
        desk.hold(
            "stationing", f"机关干部下沉小区（第{place + 1}组）", OUTBREAK + timedelta(days=place), guests(staff),
            topic="8·15突发疫情处置", places=[PlaceGiven(texts.PLACES[place], role="community")],
        )  # fmt: skip
    desk.hold(
        "public_service", "委员参与疫情防控", OUTBREAK + timedelta(days=2), guests(desk.cast.members), topic="外防输入、内防反弹",
        organ=None,
    )  # fmt: skip
    day = OUTBREAK + timedelta(days=8)
    gave = desk.hold("donation", "委员捐款捐物助力疫情防控", day, desk.some(GIFTS), topic="疫情防控捐款捐物")
    with clock.at(moment(day, EVENING)):
        note_givings(desk.actor(day), desk.cast.committee, _gifts(desk, day, gave))


def _gifts(desk: Desk, day: date, gave: Activity) -> list[Gift]:
    """Sums in hundreds that come to the whole, the first a tenth of it; every fourth in kind."""
    givers = desk.random.sample(desk.cast.members, GIFTS)
    weights = [desk.random.randint(20, 120) for _ in givers[1:]]
    shares = [GIVEN * 9 // 10 * weight // sum(weights) // 100 * 100 for weight in weights]
    shares.insert(0, GIVEN - sum(shares))
    return [
        Gift(
            given_on=day, amount=Decimal(share), person=one.person, activity=gave, receiver="区红十字会", purpose="疫情防控",
            receipt=f"收字第{number:04d}号", form="goods" if number % 4 == 0 else "money",
            goods="口罩、消毒液、方便食品一批" if number % 4 == 0 else "",
        )
        for number, (one, share) in enumerate(zip(givers, shares, strict=True), start=1)
    ]  # fmt: skip


def _services(desk: Desk) -> None:
    places = [topic for topic, count in SERVICES for _ in range(count)]
    desk.random.shuffle(places)
    for place, day in enumerate(days(date(2022, 7, 4), date(2023, 5, 12), len(places), desk.random)):
        desk.hold(
            "public_service", f"{texts.PLACES[place]}{places[place]}", day, desk.some(8), topic=places[place],
            beneficiaries=desk.random.randint(1120, 1420), places=[PlaceGiven(texts.PLACES[place], role="community")],
        )  # fmt: skip


def _ordinary(desk: Desk, first: date, last: date) -> None:
    board = guests(desk.cast.members[:20])
    staff = guests(desk.cast.staff[:20])
    plan: tuple[tuple[str, str, int, Callable[[], list[object]]], ...] = (
        ("standing", "第{}次常务委员会会议", 4, lambda: [*board]),
        ("chairmen", "第{}次主席会议", 8, lambda: [*board[:6]]),
        ("centre_group", "理论学习中心组第{}次学习", 6, lambda: [*board[:6], *staff[:6]]),
        ("study_meeting", "机关第{}次学习会", 12, lambda: [*staff]),
        ("enterprise_visit", "走访企业（{}）", 4, lambda: [*desk.some(3)]),
    )
    for kind, title, count, whom in plan:
        for number, day in enumerate(days(first, last, count, desk.random), start=1):
            firms = [PlaceGiven(texts.firm(number * 7 + step), role="enterprise") for step in range(3)]
            desk.hold(
                kind, title.format(number), day, whom(), missing=number % 2,  # type: ignore[arg-type]  # reason: guests all
                places=firms if kind == "enterprise_visit" else (),
            )  # fmt: skip
