"""A year of the branches: the appraisal of their members, leaders' contact points, lists of duties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.demo.people import Cast, member_account, moment
from lvzhi.party import actions
from lvzhi.party.models import Appraisal, Appraised, Body, ContactPoint, Duty
from lvzhi.party.queries import seats_on
from lvzhi.people.models import Member, Person
from lvzhi.workflow import engine

CEILING = 3  # one in so many is excellent
LEADERS = slice(1, 5)  # members who sit in the Party group
ACCOUNTS = (
    "全年参加支部学习{n}次，走访群众{m}户，提交提案一件；不足是深入基层不够，今后每季度到联系社区一次。",
    "按时参加组织生活和履职活动，为社区办实事一件；学习的系统性不够，今年起制定个人学习计划。",
    "围绕本职参与调研{n}次，反映群众意见{m}条；主动发言不多，今后先调研后发言。",
)
DUTIES = (
    ("讲党课", "每年为所在支部讲一次党课", 6, 30), ("支部联系点走访", "每半年到联系的支部一次", 12, 20),
    ("党员委员谈心谈话", "与支部党员每年谈心谈话一次", 9, 30), ("廉政提醒", "重要节日前向党员作廉政提醒", 12, 31),
)  # fmt: skip
DONE = "已按清单完成，情况在支部会议上通报。"
VISITED = ("参加主题党日，和党员座谈。", "听取支部工作情况，研究薄弱环节。", "列席支部党员大会。")


def _account(cast: Cast, person: Person) -> Account:
    member = Member.objects.select_related("person").get(committee=cast.committee, person=person)
    return member_account(cast, member)


def _on(cast: Cast, day: date, who: Account | None, do: Any) -> Any:
    at = moment(day)
    with clock.at(at):
        return do(cast.actor(who, at))


def appraised(cast: Cast, body: Body, year: int, opens: date) -> Appraisal:
    """From the opening to the confirmation: accounts, the meeting, grades within the ceiling, told."""
    people = [row.person for row in seats_on(body, opens)]
    secretary = _account(cast, people[0])
    given = {"year": year, "account_by": opens + timedelta(days=12), "by_ballot": False}
    made = _on(cast, opens, secretary, lambda actor: actions.open_appraisal(actor, body, given))
    for place, line in enumerate(Appraised.objects.filter(appraisal=made).select_related("appraisal__body", "person")):
        own = line.person_id == people[0].pk
        text = ACCOUNTS[place % len(ACCOUNTS)].format(n=place % 7 + 4, m=place % 9 + 3)
        day = opens + timedelta(days=1 + place % 10)
        _on(cast, day, secretary, lambda actor, line=line, own=own, text=text: engine.take(
            line, "account" if own else "account_for", actor, {"text": text}
        ))  # fmt: skip
    _meeting(cast, body, people, secretary, opens + timedelta(days=14))
    lines = list(Appraised.objects.filter(appraisal=made).order_by("id"))
    excellent = len(lines) // CEILING
    grades = {actions.field_of(one): "excellent" if place < excellent else "good" for place, one in enumerate(lines)}
    note = ""
    if len(lines) > CEILING * CEILING:
        grades[actions.field_of(lines[-1])], note = "fair", "一名党员两次无故缺席组织生活，评为基本合格。"
    fresh = Appraisal.objects.get(pk=made.pk)
    _on(cast, opens + timedelta(days=16), secretary, lambda actor: engine.take(
        fresh, "grade", actor, grades | {"note": note}
    ))  # fmt: skip
    fresh = Appraisal.objects.get(pk=made.pk)
    done: Appraisal = _on(cast, opens + timedelta(days=21), cast.office, lambda actor: engine.take(
        fresh, "confirm", actor
    ))  # fmt: skip
    return done


def _meeting(cast: Cast, body: Body, people: Sequence[Person], secretary: Account, day: date) -> None:
    given = {
        "kind": "appraisal", "title": "民主评议党员大会", "held_on": day, "place": "政协会议室", "host": people[0].name,
    }  # fmt: skip
    plan = _on(cast, day, secretary, lambda actor: actions.plan_meeting(actor, body, given))
    came = [one.pk for one in people[: len(people) - len(people) // 9]]
    answers = {**given, "people": came, "text": "逐人评议，开展批评与自我批评。"}
    _on(cast, day, secretary, lambda actor: engine.take(plan, "hold", actor, answers))


def leading(cast: Cast, bodies: Sequence[Body], first: date, until: date) -> list[ContactPoint]:
    """The Party group's leaders, each with a branch visited in the period; lists of duties of leaders and secretaries.

    Every third item is still open where its time has not come by ``until``.
    """
    group = next((one for one in Body.objects.filter(committee=cast.committee, kind="party_group")), None)
    leaders = [member.person for member in cast.members[LEADERS]]
    if group is None:
        given = {"name": f"{cast.committee.name}党组", "kind": "party_group", "starts": cast.place.term_starts}
        group = _on(cast, cast.place.term_starts, cast.office, lambda actor: actions.found_body(
            actor, cast.committee, given
        ))  # fmt: skip
        _on(cast, cast.place.term_starts, cast.office, lambda actor: [
            actions.seat(group, actor, leaders[:1], "secretary", cast.place.term_starts),
            actions.seat(group, actor, leaders[1:], "board", cast.place.term_starts),
        ])  # fmt: skip
    leaders = [row.person for row in seats_on(group, first)]
    points = [
        _on(cast, first, cast.office, lambda actor, person=person, body=body: actions.assign_point(
            actor, person, body, first
        ))
        for person, body in zip(leaders, bodies, strict=False)
    ]  # fmt: skip
    for place, point in enumerate(points):
        for number in range(3 if place else 1):
            day = (
                first + (until - first) * (number + 1) / (5 if until.year == first.year else 4) + timedelta(days=place)
            )
            _on(cast, min(day, until), cast.office, lambda actor, point=point, day=day, number=number: (
                actions.log_visit(actor, point, min(day, until), VISITED[number])
            ))  # fmt: skip
    _duties(cast, [*leaders, *(seats_on(body, first)[0].person for body in bodies)], first.year, first, until)
    return points


def _duties(cast: Cast, people: Sequence[Person], year: int, first: date, until: date) -> None:
    several = list({one.pk: one for one in people}.values())
    for item, detail, month, last in DUTIES:
        given = {"year": year, "items": f"{item}：{detail}", "finish_by": date(year, month, last)}
        made = _on(cast, first, cast.office, lambda actor, given=given: actions.add_duties(
            actor, cast.committee, several, given
        ))  # fmt: skip
        for place, duty in enumerate(made):
            done = duty.finish_by - timedelta(days=place % 9)
            if done > until or (place % 8 == 5 and month == 9):
                continue
            answers = {"done_on": done, "result": DONE}
            fresh = Duty.objects.get(pk=duty.pk)
            _on(cast, done, cast.office, lambda actor, fresh=fresh, answers=answers: engine.take(
                fresh, "finish_for", actor, answers
            ))  # fmt: skip
