"""A district's year of activities: deliberations, consultations, supervision, inspections, visits, study."""

from __future__ import annotations

from datetime import date, timedelta

from lvzhi.activities.actions import PartnerGiven, PlaceGiven, SittingGiven
from lvzhi.activities.models import Activity
from lvzhi.demo import contacts as network
from lvzhi.demo import joint, names, regulations, tenure, texts
from lvzhi.demo.offices import Desk, days, guests

SPRING, WINTER = date(2022, 2, 22), date(2022, 12, 16)
THEMES = ("economy", "city", "livelihood", "education", "governance")
DELIBERATIONS, TWICE = 132, 22  # meetings, and of these the ones with two problems
TOURS, FIRMS = 45, 4  # days of visits, and enterprises a day
# topic: pieces of advice, by the kind of activity
CONSULTED = (
    ("standing_consult", "“一圈两场三改”乌当区狮岩路、区医院地块城市更新改造项目", 11),
    ("chairmen_consult", "“一圈两场三改”乌当区狮岩路、区医院地块城市更新改造项目", 7),
    ("standing_consult", "“十件实事”办理情况", 9),
    ("chairmen_consult", "“十件实事”办理情况", 7),
)
SUPERVISED = (
    ("special_supervision", "教育提质工程“改扩建四所幼儿园”推进情况", 7),
    ("special_supervision", "实施医疗健康工程推进情况", 5),
)
INSPECTED = (
    ("inspection", "中国振华新天电子元器件产业园项目推进", 9),
    ("special_consult", "建筑业和房地产业发展", 8),
    ("inspection", "生态环境改善", 7),
    ("inspection", "农村“五治”工作", 10),
    ("counterpart", "教育“双减”政策落实", 8),
    ("special_consult", "“一圈两场三改”停车场规划建设和运营管理", 8),
    ("inspection", "乌当区包装产业园打造", 6),
)
ASSISTED = (
    ("省政协", "inspection", "省级重点水源地保护"), ("市政协", "research", "都市农业布局"), ("市政协", "inspection", "轨道交通沿线配套"),
    ("民盟市委", "research", "中小学校外实践基地"), ("市政协", "research", "社区嵌入式养老"), ("省政协", "research", "县域医共体运行"),
    ("民建省委", "research", "中小企业技术改造"), ("市政协", "inspection", "绿色矿山建设"),
)  # fmt: skip
HELPED = 23
STUDIED = (
    "党的代表大会精神",
    "统一战线工作条例",
    "政协章程",
    "全过程人民民主",
    "基层治理",
    "安全生产",
    "乡村振兴",
    "民族工作",
)


def year(desk: Desk) -> None:
    """Everything that the summary of the year speaks of, and the ordinary meetings beside it."""
    _plenary(desk)
    _deliberations(desk)
    for kind, topic, count in (*CONSULTED, *SUPERVISED, *INSPECTED):
        day = next(days(SPRING + timedelta(days=desk.random.randrange(240)), WINTER, 1, desk.random))
        held = _on_topic(desk, kind, topic, day)
        made = desk.advise(count, day, held)
        desk.answer(made[: count // 2], day + timedelta(days=9), 20)
    _visits(desk)
    _assisted(desk)
    _meetings(desk)
    _study(desk)
    _contacts(desk)
    network.chain(desk.cast, date(2022, 3, 1), WINTER)
    regulations.wudang(desk)
    tenure.think_tank(desk)


def _plenary(desk: Desk) -> None:
    session = desk.cast.sessions[0]
    sittings = [
        SittingGiven(session.opens, "morning", "开幕会"),
        SittingGiven(session.opens + timedelta(days=1), "morning", "分组讨论"),
        SittingGiven(session.closes, "afternoon", "闭幕会"),
    ]
    held = desk.hold(
        "plenary", f"{session.name}", session.opens, guests(desk.cast.members), missing=7, sittings=sittings, ends_on=session.closes,
    )  # fmt: skip
    given = desk.advise(
        29, session.opens + timedelta(days=1), held, source="member", session=session, themes=THEMES
    )  # fmt: skip
    when = session.closes + timedelta(days=19)
    desk.submit(given, "关于全会期间委员意见建议的汇报", when, "区委、区政府")


def _deliberations(desk: Desk) -> None:
    for place, day in enumerate(days(SPRING, WINTER, DELIBERATIONS, desk.random)):
        where = desk.random.choice(texts.PLACES)
        matter = desk.random.choice(texts.MATTERS["society"])[0]
        kind, name = ("courtyard", "院坝协商会") if place % 3 else ("community", "社区协商会")
        held = desk.hold(
            kind, f"{where}{matter}{name}", day, desk.some(5, role="speak"), organ=desk.cast.organs[place % len(desk.cast.organs)],
            places=[PlaceGiven(f"{where}协商点", role="community")],
        )  # fmt: skip
        desk.solve(2 if place % (DELIBERATIONS // TWICE) == 0 else 1, held)


def _on_topic(desk: Desk, kind: str, topic: str, day: date) -> Activity:
    organ = desk.random.choice(desk.cast.organs)
    return desk.hold(
        kind, f"{topic}{texts.FORMS[kind]}", day, desk.some(16, role="speak"), missing=1, topic=topic, organ=organ, notice=8,
        places=[PlaceGiven(desk.random.choice(texts.PLACES), role="site")],
    )  # fmt: skip


def _visits(desk: Desk) -> None:
    for place, day in enumerate(days(date(2022, 3, 1), date(2022, 11, 28), TOURS, desk.random)):
        firms = [
            PlaceGiven(texts.firm(number), role="enterprise", asked=desk.random.choice(texts.FIRM_TROUBLES))
            for number in range(place * FIRMS, place * FIRMS + FIRMS)
        ]
        held = desk.hold("enterprise_visit", f"委员企业大走访（第{place + 1}组次）", day, desk.some(3), places=firms)
        if place % 4 == 0:
            desk.solve(1, held)


def _assisted(desk: Desk) -> None:
    for place, day in enumerate(days(date(2022, 3, 8), date(2022, 11, 25), HELPED, desk.random)):
        body, kind, topic = ASSISTED[place % len(ASSISTED)]
        title, who = f"{topic}{texts.FORMS[kind]}（{place + 1}）", desk.some(4)
        leader = joint.leader_of(desk.cast.committee, body)
        if leader is not None:
            joint.together(desk, leader, kind, title, day, who, topic)
            continue
        desk.hold(
            kind, f"配合{body}{title}", day, who, topic=topic, relation="assist", partners=[PartnerGiven(body)]
        )  # fmt: skip


def _meetings(desk: Desk) -> None:
    board = guests(desk.cast.members[:36])
    for number, day in enumerate(days(date(2022, 1, 20), WINTER, 4, desk.random), start=1):
        desk.hold("standing", f"第{number}次常务委员会会议", day, board, missing=3, notice=7)
    for number, day in enumerate(days(date(2022, 1, 17), WINTER, 10, desk.random), start=1):
        desk.hold("chairmen", f"第{number}次主席会议", day, board[:7], missing=number % 2, notice=3)
    for number, day in enumerate(days(date(2022, 1, 18), WINTER, 12, desk.random), start=1):
        desk.hold("party_group", f"党组第{number}次会议", day, board[:5])
    for organ, day in zip(desk.cast.organs, days(date(2022, 4, 6), date(2022, 10, 20), 5, desk.random), strict=False):
        desk.hold("special_committee", f"{organ.name}全体会议", day, desk.some(14), organ=organ, missing=2)
        desk.hold("sector_meeting", f"{organ.name}界别工作会议", day + timedelta(days=6), desk.some(12), organ=organ)


def _study(desk: Desk) -> None:
    staff = guests(desk.cast.staff)
    for number, day in enumerate(days(date(2022, 1, 24), WINTER, 8, desk.random), start=1):
        topic = STUDIED[number % len(STUDIED)]
        desk.hold(
            "centre_group",
            f"理论学习中心组第{number}次学习",
            day,
            [*staff[:6], *guests(desk.cast.members[:5])],
            topic=topic,
        )
    for number, day in enumerate(days(date(2022, 1, 21), WINTER, 30, desk.random), start=1):
        desk.hold("study_meeting", f"机关第{number}次周学习会", day, staff, missing=number % 3)
    for title, day in (
        ("建言献策与民主监督专题培训", date(2022, 4, 21)),
        ("政协提案基本知识专题培训", date(2022, 8, 18)),
    ):
        desk.hold("training", title, day, guests(desk.cast.members), missing=18, notice=10)
    for number, day in enumerate(days(date(2022, 10, 26), WINTER, 6, desk.random), start=1):
        desk.hold("lecture", f"宣讲进企业进村（{number}）", day, desk.some(2, role="main"))


def _contacts(desk: Desk) -> None:
    for where, day in (
        ("观山湖区政协", date(2022, 5, 12)),
        ("白云区政协", date(2022, 6, 16)),
        ("南明区政协", date(2022, 9, 22)),
    ):
        desk.hold("sister_exchange", f"赴{where}学习交流", day, desk.some(9), partners=[PartnerGiven(where)])
    for number, day in enumerate(days(date(2022, 3, 15), WINTER, 6, desk.random), start=1):
        desk.hold("reception", f"委员接待日（{number}）", day, desk.some(2))
    leader = next(names.people(desk.random, desk.said))
    desk.hold(
        "leaders_talk",
        f"党政领导与委员座谈会（{leader}主持）",
        date(2022, 7, 14),
        desk.some(20, role="speak"),
        notice=6,
    )
