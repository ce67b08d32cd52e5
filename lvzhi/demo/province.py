"""A provincial agency's year of study: reading class, centre group, symposia, prompts, plans."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

from lvzhi.activities.actions import Guest, SittingGiven
from lvzhi.activities.actions.service import hand_in_plans
from lvzhi.deadlines import clock
from lvzhi.demo import tenure, texts
from lvzhi.demo.offices import EVENING, Desk, days, guests
from lvzhi.demo.people import moment
from lvzhi.ledger.actions.importing import bring
from lvzhi.people.models import Person

BEGINS, ENDS = date(2023, 4, 17), date(2023, 9, 8)  # the campaign of study
SYMPOSIA = (
    "学习习近平文化思想", "构建新发展格局", "扩大高水平对外开放", "融入国家重大区域发展战略",
)  # fmt: skip
SYMPOSIA_COUNT = 33
CHIEFS, DIVISIONS = 11, 67  # of the agency's staff, by rank; the others are of section rank
CHIEFS_LEAST, DIVISIONS_EACH = 11, 30  # a session of the centre group
SPEAKERS, TALKS = 5, 15
PLANS, PROMPTS = 154, 12
FORMS = (("self_study", "集中封闭自学", 6), ("coaching", "视频专题辅导", 3), ("discussion", "交流研讨", 3))
LESSONS = 3
PROBLEMS, TWO_MEASURES, LONG_TERM = 751, 12, 14


def year(desk: Desk) -> None:
    """The agency's part of the year."""
    chiefs, divisions, sections = (
        desk.cast.staff[:CHIEFS],
        desk.cast.staff[CHIEFS : CHIEFS + DIVISIONS],
        desk.cast.staff[CHIEFS + DIVISIONS :],
    )
    agency = desk.agency
    _symposia(desk, chiefs, divisions)
    _reading(desk, chiefs, divisions)
    desk.hold(
        "study_class", "机关处科级干部理论学习班", date(2023, 6, 23), guests([*divisions, *sections]), organ=agency,
        ends_on=date(2023, 6, 27), notice=9, topic="处科级干部理论学习",
        sittings=[SittingGiven(date(2023, 6, 23) + timedelta(days=place), "day", f"第{place + 1}天") for place in range(5)],
    )  # fmt: skip
    _centre_group(desk, chiefs, divisions)
    _papers(desk)
    for number, day in enumerate(days(BEGINS, ENDS, LESSONS, desk.random), start=1):
        desk.hold("party_lesson", f"专题党课（第{number}讲）", day, [
            Guest(person=chiefs[number], role="main"), *guests(divisions[:40]),
        ], organ=agency)  # fmt: skip
    _ledger(desk)
    _ordinary(desk)
    tenure.between_sessions(desk, BEGINS.year)


def _ledger(desk: Desk) -> None:
    """The agency's own problems, as the sheet of its offices brings them into the ledger."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["编号", "问题", "发现日期", "来源", "方面", "整改措施", "状态", "完成日期", "整改情况"])
    for number, flaw in enumerate(texts.flaws(desk.random, PROBLEMS), start=1):
        found = date(2023, 5, 15) + timedelta(days=number % 30)
        kept_up = number % (PROBLEMS // LONG_TERM) == 0 and number // (PROBLEMS // LONG_TERM) <= LONG_TERM
        measures = texts.REMEDIES[number % len(texts.REMEDIES)]
        if number <= TWO_MEASURES:
            measures += "；明确专人每月检查一次"
        done = "" if kept_up else (found + timedelta(days=40 + number % 60)).isoformat()
        writer.writerow([
            f"{number}", flaw, found.isoformat(), "自查", "作风和机关建设", measures, "长期坚持" if kept_up else "已销号", done,
            "" if kept_up else "已整改到位，经核查销号。",
        ])  # fmt: skip
    day = date(2023, 9, 20)
    with clock.at(moment(day, EVENING)):
        brought = bring(
            desk.actor(day), desk.cast.committee, out.getvalue().encode("utf-8-sig"), "机关作风整顿问题台账.csv",
            found_on=date(2023, 5, 15), organ=desk.agency,
        )  # fmt: skip
    if brought.bad:
        raise RuntimeError([one.sentence for one in brought.remarks][:5])


def _symposia(desk: Desk, chiefs: list[Person], divisions: list[Person]) -> None:
    for place, day in enumerate(days(date(2023, 2, 6), date(2023, 12, 12), SYMPOSIA_COUNT, desk.random)):
        who = [*desk.random.sample(chiefs, 3), *desk.random.sample(divisions, 12)]
        desk.hold(
            "symposium", f"“三走”研习研讨（第{place + 1}期）", day, guests(who, "speak"), topic=SYMPOSIA[place % 4]
        )


def _reading(desk: Desk, chiefs: list[Person], divisions: list[Person]) -> None:
    """One class of several half days, its sessions each an activity of its own kind."""
    speakers = {one.pk for one in [*chiefs[:6], *divisions[: TALKS - 6]]}
    first = date(2023, 5, 8)
    whole = [Guest(person=one, role="speak" if one.pk in speakers else "attend") for one in [*chiefs, *divisions]]
    desk.hold(
        "reading_class", "机关党组主题教育读书班", first, whole, organ=desk.agency, notice=7, ends_on=first + timedelta(days=5),
        sittings=[SittingGiven(first, "morning", "开班"), SittingGiven(first + timedelta(days=5), "afternoon", "结业交流")],
    )  # fmt: skip
    for kind, name, count in FORMS:
        for number in range(count):
            desk.hold(
                kind, f"读书班{name}（{number + 1}）", first + timedelta(days=number), guests([*chiefs, *divisions]),
                organ=desk.agency,
            )  # fmt: skip


def _centre_group(desk: Desk, chiefs: list[Person], divisions: list[Person]) -> None:
    """Six sessions within the campaign, thirty of one rank at each; the same five speak by turns."""
    for number, day in enumerate(days(BEGINS, ENDS, 6, desk.random), start=1):
        leaders = chiefs if number % 2 else chiefs[:CHIEFS_LEAST]
        some = desk.random.sample(divisions[SPEAKERS:], DIVISIONS_EACH)
        talk = [Guest(person=one, role="speak" if place < SPEAKERS else "attend") for place, one in enumerate(leaders)]
        desk.hold(
            "centre_group", f"机关党组理论学习中心组第{number}次集中研讨", day, [*talk, *guests(some)], organ=desk.agency, notice=3,
        )  # fmt: skip


def _papers(desk: Desk) -> None:
    agency = desk.agency
    for number, day in enumerate(days(BEGINS, ENDS, PROMPTS, desk.random), start=1):
        text = f"请各处室（单位）和党员干部对照第{number}阶段安排，做好自主学习、问题自查和整改落实。"
        desk.issue("work_prompt", f"主题教育工作提示（{number}）", day, organs=[agency], text=text, organ=agency)
    day = date(2023, 5, 4)
    with clock.at(moment(day, EVENING)):
        hand_in_plans(desk.actor(day), desk.cast.committee, desk.cast.staff[:PLANS], 2023, title="主题教育个人学习计划")


def _ordinary(desk: Desk) -> None:
    board = guests(desk.cast.members[:50])
    for number, day in enumerate(days(date(2023, 1, 30), date(2023, 12, 8), 5, desk.random), start=1):
        desk.hold("standing", f"第{number}次常务委员会会议", day, board, missing=4, notice=10)
    for number, day in enumerate(days(date(2023, 2, 3), date(2023, 12, 8), 10, desk.random), start=1):
        desk.hold("chairmen", f"第{number}次主席会议", day, board[:9], missing=number % 2, notice=5)
    for place, (kind, topic) in enumerate((
        ("inspection", "赤水河流域生态保护"), ("research", "山地特色农业品牌"), ("special_consult", "县域商业体系建设"),
    )):  # fmt: skip
        day = date(2023, 3, 15) + timedelta(days=70 * place)
        held = desk.hold(kind, f"{topic}{texts.FORMS[kind]}", day, desk.some(14, role="speak"), topic=topic, notice=10)
        desk.advise(7, day, held)
