"""The agency of a district judges its staff: the closed year by its quarters to the archive, the last one still open."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from django.db import transaction

from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.models import Account
from lvzhi.appraisal import actions
from lvzhi.appraisal.models import QUARTERS, StaffLine, StaffRound, days_of
from lvzhi.appraisal.queries import lines_of
from lvzhi.ballots import actions as ballots
from lvzhi.ballots.models import Ballot, Voter
from lvzhi.ballots.queries import lines as asked_of
from lvzhi.deadlines import clock
from lvzhi.demo.people import GENERATOR, Cast, account, moment
from lvzhi.people import actions as people
from lvzhi.people.models import Person
from lvzhi.workflow import engine

YEAR, VOTED = 2022, 3  # the quarter with a secret ballot; the others go by account, comment and attendance
GOOD, EXCELLENT = 4, 2  # of twelve, 40 % and 20 %
MEETINGS = {1: 4, 2: 7, 3: 11, 4: 1}  # which meeting of the Party group, by quarter
YEAR_TEXT = "全年{text}廉洁自律方面遵守各项规定，没有违反纪律的情况。"
MARKS = (1, 1, 1, 2, 2, 2, 2, 3)  # places of the grades: 优秀 and 称职 mostly
TEXTS = (
    "承办本季度调研方案两份、会议材料四份，走访委员企业六户。学习不够系统，下季度补上。",
    "负责提案跟踪催办，和十一家承办单位当面沟通，有三件还在跟进。基层跑得还不够。",
    "完成两期学习会的组织和签到核对，整理文史资料三篇。文字还需精炼。",
    "保障视察活动两次，协调车辆和场地，没有差错。对新系统的使用还不熟。",
    "做好来访接待和公文收发，登记及时。主动谋划的工作偏少。",
)
COMMENTS = ("工作扎实，任务按时完成。", "肯吃苦，和委员沟通得多，材料质量有提高。", "能完成任务，主动性可再强一些。")
AWAY = 3  # every so many of the staff was away for a day
WRITTEN, COMMENTED = 7, 4  # of the open quarter


@transaction.atomic
def staff_judged(cast: Cast, today: date, random: Random) -> None:
    """Both quarters; the agency's staff gets logins to write and vote with."""
    system = system_actor(GENERATOR, moment(cast.place.term_starts))
    prefix = cast.place.node.code.lower().replace("-", "")
    logins = {}
    for number, person in enumerate(cast.staff, start=1):
        made = account(cast, f"{prefix}-g{number}", person.name, "clerk")
        people.link_account(system, person, made)
        person.account = made
        logins[person.pk] = made
    for quarter in QUARTERS:
        _closed(cast, logins, random, quarter)
    _whole_year(cast, logins, random)
    year, quarter = _last(today)
    _open(cast, logins, today, year, quarter)


def _last(today: date) -> tuple[int, int]:
    """The quarter that ended last."""
    ended = [number for number in QUARTERS if days_of(today.year, number)[1] < today]
    return (today.year, ended[-1]) if ended else (today.year - 1, QUARTERS[-1])


def _take(cast: Cast, record: Any, key: str, who: Account | None, day: date, **answers: Any) -> Any:
    with clock.at(moment(day)):
        return engine.take(type(record).objects.get(pk=record.pk), key, cast.actor(who, moment(day)), answers)


def _begin(cast: Cast, day: date, year: int, quarter: int, *, by_ballot: bool = True) -> StaffRound:
    data = {"year": year, "quarter": quarter, "account_by": day + timedelta(days=7), "by_ballot": by_ballot}
    with clock.at(moment(day)):
        made = actions.open_round(cast.actor(cast.office, moment(day)), cast.committee, data)
    for line in lines_of(made):
        if line.leader is None:
            _take(cast, line, "set_leader", cast.office, day, leader=[_chairman(cast).pk])
    return made


def _chairman(cast: Cast) -> Person:
    return cast.members[0].person


def _write(
    cast: Cast, line: StaffLine, logins: dict[int, Account], day: date, place: int, form: str = "{text}"
) -> None:
    text = form.format(text=TEXTS[place % len(TEXTS)])
    _take(cast, line, "account", logins[line.person_id], day, text=text)


def _comment(cast: Cast, line: StaffLine, logins: dict[int, Account], day: date, place: int, grade: str) -> None:
    answers = {"comment": COMMENTS[place % len(COMMENTS)], "suggested": grade}
    leader = StaffLine.objects.values_list("leader_id", flat=True).get(pk=line.pk)
    if leader in logins:
        _take(cast, line, "comment", logins[leader], day, **answers)
    else:
        _take(cast, line, "comment_for", cast.office, day, said_on=day, **answers)


def _closed(cast: Cast, logins: dict[int, Account], random: Random, quarter: int) -> None:
    first = days_of(YEAR, quarter)[1] + timedelta(days=9)
    appraisal = _begin(cast, first, YEAR, quarter, by_ballot=quarter == VOTED)
    lines = lines_of(appraisal)
    for place, line in enumerate(lines):
        _write(cast, line, logins, first + timedelta(days=1), place + quarter)
        _comment(cast, line, logins, first + timedelta(days=2), place, "good" if place < GOOD else "fair")
    if quarter == VOTED:
        _voted(cast, appraisal, logins, first + timedelta(days=3), random)
    away = "\n".join(f"{line.called} 事假1" for line in lines[quarter % AWAY :: AWAY])
    _take(cast, appraisal, "attend", cast.office, first + timedelta(days=4), due="66", exceptions=away)
    grades = {
        actions.field_of(line): "good" if place < GOOD else "fair" for place, line in enumerate(lines)
    }  # fmt: skip
    _settled(cast, appraisal, logins, first + timedelta(days=8), MEETINGS[quarter], grades, heard=quarter == VOTED)


def _settled(
    cast: Cast, appraisal: StaffRound, logins: dict[int, Account], day: date, meeting: int, grades: dict[str, str],
    *, heard: bool,
) -> None:  # fmt: skip
    """Grades proposed and decided, signed for, filed away. heard: one asks for another look and is answered."""
    lines = lines_of(appraisal)
    _take(cast, appraisal, "propose", cast.office, day, note="", **grades)
    _take(cast, appraisal, "decide", cast.secretary, day, meeting=f"区政协党组第{meeting}次会议", met_on=day)
    last = lines[-1]
    if heard:
        _take(cast, last, "appeal", logins[last.person_id], day, text="本季度两次值班没有计入，请核对。")
        _take(
            cast, last, "answer", cast.secretary, day + timedelta(days=2), grade="",
            text="值班已在勤的评价中考虑，经核对，维持“较好”。",
        )  # fmt: skip
    for line in lines:
        _take(cast, line, "sign", logins[line.person_id], day + timedelta(days=3))
    _take(cast, appraisal, "archive", cast.office, day + timedelta(days=20))


def _whole_year(cast: Cast, logins: dict[int, Account], random: Random) -> None:
    """The year on its quarters: two of the twelve are 优秀, the others 称职 (R8.2, R8.5)."""
    first = date(YEAR + 1, 2, 6)
    appraisal = _begin(cast, first, YEAR, 0)
    lines = lines_of(appraisal)
    grades = {}
    for place, line in enumerate(lines):
        grade = "excellent" if place < EXCELLENT else "competent"
        _write(cast, line, logins, first + timedelta(days=1), place, YEAR_TEXT)
        _comment(cast, line, logins, first + timedelta(days=2), place, grade)
        grades[actions.field_of(line)] = grade
    _voted(cast, appraisal, logins, first + timedelta(days=3), random)
    _settled(cast, appraisal, logins, first + timedelta(days=8), 2, grades, heard=False)


def _voted(cast: Cast, appraisal: StaffRound, logins: dict[int, Account], day: date, random: Random) -> None:
    """The secret ballot of that day, counted and announced."""
    tellers = [one.pk for one in (cast.secretary, cast.head) if one is not None]
    done = _take(cast, appraisal, "ballot", cast.office, day, held_on=day, tellers=tellers)
    ballot = Ballot.objects.select_related("committee").get(pk=done.ballot_id)
    with clock.at(moment(day)):
        codes = [ballots.take_code(cast.actor(one, moment(day)), ballot) for one in (cast.secretary, cast.head)]
    ballot = _take(cast, ballot, "open", cast.office, day)
    marks = [name for name, _, _ in asked_of(ballot).marks()]
    for voter in Voter.objects.filter(ballot=ballot).select_related("ballot__committee", "person"):
        _take(cast, voter, "cast", logins[voter.person_id], day, **{one: str(random.choice(MARKS)) for one in marks})
    _take(
        cast, ballot, "count", cast.secretary, day, present=len(logins), first_code=codes[0], second_code=codes[1]
    )  # fmt: skip
    _take(cast, ballot, "announce", cast.office, day)


def _open(cast: Cast, logins: dict[int, Account], today: date, year: int, quarter: int) -> None:
    """Some have written, some of these were commented on; the ballot is still to come."""
    first = today - timedelta(days=4)
    lines = lines_of(_begin(cast, first, year, quarter))
    for place, line in enumerate(lines[:WRITTEN]):
        _write(cast, line, logins, first + timedelta(days=1), place + 1)
    for place, line in enumerate(lines[:COMMENTED]):
        _comment(cast, line, logins, first + timedelta(days=2), place, "fair")
