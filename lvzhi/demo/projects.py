"""Projects: under leaders' care, applied for, brought in by committees of several levels, and those of today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from django.db import transaction

from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.demo import texts
from lvzhi.demo.offices import EVENING, Desk, days
from lvzhi.demo.people import Cast, moment
from lvzhi.ledger.actions.entering import Occasion
from lvzhi.ledger.actions.solving import solve_at_once
from lvzhi.people.models import Person
from lvzhi.projects import actions
from lvzhi.projects.models import Lead, Project
from lvzhi.projects.queries import leaders_here
from lvzhi.workflow.engine import take

SEED = 20230524
# 商州: leaders, projects, visits and problems solved within the year of the summary
LEADERS, CARED, VISITED, SOLVED = 6, 11, 108, 43
CARED_FROM, CARED_UNTIL = date(2022, 6, 10), date(2023, 5, 12)
CARED_NAMES = (
    ("江滨大道北段拓宽", "transport"), ("粮油加工产业园", "industry"), ("智慧停车场", "works"), ("第三污水处理厂", "ecology"),
    ("康养中心", "welfare"), ("食用菌种植示范基地", "agriculture"), ("冷链物流园", "service"), ("中药材加工厂", "industry"),
    ("南秦河湿地修复", "ecology"), ("区医院医技楼", "welfare"), ("分布式光伏", "energy"),
)  # fmt: skip
# 乌当: what was applied for, money in yuan, and whom it reached
APPLIED = (
    ("羊昌镇高标准蔬菜基地灌溉", "agriculture", 220_000, "city", 246), ("新场镇产业路硬化", "transport", 180_000, "county", 198),
    ("百宜镇通组路安防设施", "transport", 130_000, "city", 164),
)  # fmt: skip
# 贵州: projects that committees of all levels took part in, by who registered them
BROUGHT = (("GZ", 118), ("GZ-GY-WD", 52), ("GZ-TR-BJ", 36))
BROUGHT_FROM, BROUGHT_UNTIL = date(2023, 2, 6), date(2023, 10, 20)
TRADES = (
    ("新能源材料", "industry"), ("茶叶精深加工", "agriculture"), ("数据标注中心", "service"), ("光伏发电", "energy"), ("中药饮片", "industry"),
    ("山地旅游露营", "service"), ("白及林下种植", "agriculture"), ("装配式建筑部件", "industry"), ("冷链仓储", "service"),
)  # fmt: skip
TODAY = (
    ("偏坡乡布依族村寨旅游", "service", "care", 68_000_000), ("医药食品产业园二期", "industry", "invest", 420_000_000),
    ("水田镇排水管网改造", "works", "apply", 15_600_000), ("老旧小区适老化改造", "welfare", "deed", 860_000),
)  # fmt: skip
# of the session: leads that members brought in, how far each has come, what is wanted in yuan
LEADS = (
    ("刺梨汁灌装生产线", "industry", "signed", 85_000_000), ("数据标注基地", "service", "building", 46_000_000),
    ("山地露营和研学基地", "service", "talks", 23_000_000), ("中药饮片加工车间", "industry", "lead", 38_000_000),
    ("冷链共同配送中心", "service", "dropped", 30_000_000), ("装配式农房构件厂", "industry", "done", 12_000_000),
)  # fmt: skip
INTRODUCERS = (20, 41)  # the members whom the logins weiyuan and fuyi stand for
WAITING = (("新能源充电站", 9_800_000), ("食用菌工厂化栽培", None))


@transaction.atomic
def projects(casts: Mapping[str, Cast], today: date) -> None:
    """All of them, with a hand of its own, so that nothing else of the data comes out otherwise."""
    random = Random(SEED)
    desks = {code: Desk(cast, random) for code, cast in casts.items()}
    if "SN-SL-SZ" in desks:
        _cared(desks["SN-SL-SZ"])
    if "GZ-GY-WD" in desks:
        _applied(desks["GZ-GY-WD"])
    if "GZ" in desks:
        _brought(desks)
    for code, cast in casts.items():
        if cast.place.current:
            leader = leaders_here(cast.committee, today)[0]
            _today(desks[code], leader, today)
            _leads(desks[code], leader, today)


def _register(desk: Desk, day: date, title: str, kind: str, way: str, **more: Any) -> Project:
    with clock.at(moment(day, EVENING)):
        data = {"title": title, "kind": kind, "way": way, "taken_on": day} | more
        return actions.register(desk.actor(day), desk.cast.committee, data)


def _step(desk: Desk, day: date, project: Project, key: str, **answers: Any) -> Project:
    with clock.at(moment(day, EVENING)):
        return take(project, key, desk.actor(day), answers)


def _cared(desk: Desk) -> None:
    leaders = desk.cast.members[:LEADERS]
    made = []
    for place, (name, kind) in enumerate(CARED_NAMES[:CARED]):
        amount = 12_000_000 + 9_400_000 * place
        one = _register(desk, CARED_FROM, f"{name}项目", kind, "care", amount=amount, owner=texts.firm(place))
        one = _step(
            desk, CARED_FROM, one, "charge", person=[leaders[place % LEADERS].pk], duty="lead", since=CARED_FROM
        )  # fmt: skip
        made.append(_step(desk, CARED_FROM + timedelta(days=20), one, "build", on=CARED_FROM + timedelta(days=20)))
    for place, day in enumerate(days(CARED_FROM + timedelta(days=25), CARED_UNTIL, VISITED, desk.random)):
        one, leader = made[place % CARED], leaders[place % CARED % LEADERS]
        words = f"到{one.title}现场查看进度，督促按节点推进。"
        made[place % CARED] = _step(desk, day, one, "visit", went_on=day, by=leader.person.name, words=words)
    for place, day in enumerate(days(CARED_FROM + timedelta(days=30), CARED_UNTIL, SOLVED, desk.random)):
        one = made[place % CARED]
        occasion = Occasion(
            committee=desk.cast.committee, day=day, source="project", theme="industry", project=one
        )  # fmt: skip
        with clock.at(moment(day, EVENING)):
            solve_at_once(desk.actor(day), [desk.unlike(lambda: texts.problem(desk.random))], occasion,
                          texts.solved(desk.random))  # fmt: skip


def _applied(desk: Desk) -> None:
    for place, (name, kind, amount, source, people) in enumerate(APPLIED):
        first = date(2022, 3, 10) + timedelta(days=24 * place)
        granted, money, ends = first + timedelta(days=60), first + timedelta(days=95), first + timedelta(days=200)
        one = _register(desk, first, f"{name}项目", kind, "apply", amount=amount)
        one = _step(desk, granted, one, "sign", on=granted, amount=amount)
        one = _step(
            desk, money, one, "fund", money="granted", amount=amount, source=source, got_on=money,
            proof=f"拨款通知第{place + 3}号", beneficiaries=people,
        )  # fmt: skip
        _step(desk, ends, one, "finish", on=ends)


def _brought(desks: Mapping[str, Desk]) -> None:
    province = desks["GZ"]
    for code, count in BROUGHT:
        desk = desks.get(code)
        if desk is None:
            continue
        for place, day in enumerate(days(BROUGHT_FROM, BROUGHT_UNTIL, count, desk.random)):
            trade, kind = TRADES[place % len(TRADES)]
            title = f"{texts.PLACES[place % len(texts.PLACES)]}{trade}项目（{place + 1}）"
            one = _register(
                desk, day, title, kind, "invest", amount=5_000_000 + 1_300_000 * place, share="brings",
                owner=texts.firm(place),
            )  # fmt: skip
            if code != "GZ" and place % 2:
                place_of = province.cast.committee.pk
                one = _step(province, day, one, "join", committee=place_of, share="promotes", since=day)
            if place % 4 == 0:
                _step(desk, day, one, "sign", on=day, amount=4_000_000 + 900_000 * place)


def _today(desk: Desk, leader: Account, today: date) -> None:
    """Those of the session: three in the hands of the leader who can log in, at different stages."""
    first = today - timedelta(days=70)
    made = [
        _register(
            desk, first, f"{name}项目", kind, way, amount=amount, owner=texts.firm(place), organ=desk.cast.organs[0],
            text="列入本级年度重点工作，包抓领导定期到现场督导，协调解决推进中的问题。",
        )
        for place, (name, kind, way, amount) in enumerate(TODAY)
    ]  # fmt: skip
    for place, one in enumerate(made[:3]):
        made[place] = _step(
            desk, first, one, "charge", leader=leader.pk, post="副主席", duty="lead", since=first
        )  # fmt: skip
    signed, built = first + timedelta(days=12), first + timedelta(days=26)
    made[0] = _step(desk, built, made[0], "build", on=built)
    made[1] = _step(desk, signed, made[1], "sign", on=signed, amount=400_000_000)
    made[2] = _step(desk, first, made[2], "talk")
    for ago in (34, 12):
        day = today - timedelta(days=ago)
        words = "查看游客中心和停车场施工，督促雨季前完成排水。"
        made[0] = _step(desk, day, made[0], "visit", went_on=day, by=leader.name, words=words)
    day = today - timedelta(days=8)
    _step(
        desk, day, made[1], "fund", money="arrived", amount=60_000_000, source="firm", got_on=day, proof="验资报告〔2〕号",
    )  # fmt: skip


def _leads(desk: Desk, leader: Account, today: date) -> None:
    """Leads of members at every stage, two of them still waiting for the office; what comes next of each."""
    members = [desk.cast.members[place] for place in INTRODUCERS]
    for place, (name, kind, stage, amount) in enumerate(LEADS):
        first = today - timedelta(days=62 - 4 * place)
        person = members[place % len(members)].person
        lead = _hand_in(desk, first, person, name, texts.firm(place + 7), amount)
        taken = first + timedelta(days=3)
        with clock.at(moment(taken, EVENING)):
            lead = take(lead, "take", desk.actor(taken), {"title": f"{name}项目", "kind": kind})
        project = lead.project
        assert project is not None  # noqa: S101  reason: taken over, it is one
        plan = {"talks_by": taken + timedelta(days=7), "signs_by": today + timedelta(days=5 * place - 8)}
        with clock.at(moment(taken, EVENING)):
            project = actions.write(project, desk.actor(taken), plan)
        _advance(desk, project, stage, taken, today, leader if place < 2 else None)
    for place, (name, wanted) in enumerate(WAITING):
        person = members[place % len(members)].person
        _hand_in(desk, today - timedelta(days=3 - place), person, f"建设{name}", texts.firm(place + 15), wanted)


def _hand_in(desk: Desk, day: date, person: Person, title: str, firm: str, amount: int | None) -> Lead:
    with clock.at(moment(day, EVENING)):
        data = {"firm": firm, "title": title, "amount": amount, "words": "已与企业负责人通话，愿来实地考察。"}
        return actions.hand_in(desk.actor(day), desk.cast.committee, person, data)


def _advance(desk: Desk, project: Project, stage: str, first: date, today: date, leader: Account | None) -> None:
    day = first + timedelta(days=5)
    if leader is not None:
        project = _step(desk, first, project, "charge", leader=leader.pk, post="副主席", duty="lead", since=first)
    if stage == "dropped":
        _step(desk, day, project, "drop", ground="企业改投邻县，用地条件未谈拢。")
        return
    if stage != "lead":
        project = _step(desk, day, project, "talk")
    if stage in ("signed", "building", "done"):
        project = _step(
            desk, day + timedelta(days=6), project, "sign", on=day + timedelta(days=6), amount=project.amount
        )
    if stage in ("building", "done"):
        project = _step(desk, day + timedelta(days=12), project, "build", on=day + timedelta(days=12))
    if stage == "done":
        _step(desk, day + timedelta(days=18), project, "finish", on=day + timedelta(days=18))
        return
    noted = today - timedelta(days=6)
    coming = today + timedelta(days=-2 if stage == "lead" else 9)
    words = {"words": "与企业对接用地和用电条件。", "next_words": "请企业来实地看地块", "next_on": coming}
    _step(desk, noted, project, "note", **words)
