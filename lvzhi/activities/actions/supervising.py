"""Supervisors from proposal to the end of their term; groups (R4.4–R4.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Max
from django.urls import reverse

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.activities import rules
from lvzhi.activities.models import SupervisionGroup, Supervisor
from lvzhi.activities.vocabulary import supervision as words
from lvzhi.activities.vocabulary.supervision import SupervisorState, Way
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.deadlines.terms import add_months
from lvzhi.directory.models import Unit
from lvzhi.journal.lines import line
from lvzhi.messages.actions import send
from lvzhi.norms import codes
from lvzhi.people.models import Member
from lvzhi.ui.formats import day as written
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def propose(
    actor: Actor,
    committee: Committee,
    members: Sequence[Member],
    unit: Unit,
    *,
    way: str,
    recommender: str = "",
    statement: str = "",
    group: SupervisionGroup | None = None,
    once: str | None = None,
) -> list[Supervisor]:
    """Propose members as supervisors of a unit, all or none; a member may offer oneself (R4.4).

    Raises:
        NotAllowed: neither the office nor oneself.
        Refusal: no member that day, proposed or in office there already, a unit that has ended, a foreign group.
    """
    done = engine.begun(Supervisor, actor, once)
    if done is not None:
        return [done]
    today = clock.as_day(actor.at)
    _check_proposal(actor, committee, members, unit, group, today)
    said = str(Way(way).label)
    with line(actor, "activities.supervisors_proposed", committee=committee, count=len(members)):
        made = [
            engine.begin(
                Supervisor(
                    committee=committee, member=member, unit=unit, group=group, way=way, proposed_on=today,
                    recommender=recommender.strip(), statement=statement.strip(), created_at=actor.at,
                ),
                actor, once=once if place == 0 else None, way=said,
            )
            for place, member in enumerate(members)
        ]  # fmt: skip
        for row in made:
            _tell_proposed(row, actor)
    return made


def _check_proposal(
    actor: Actor, committee: Committee, members: Sequence[Member], unit: Unit, group: SupervisionGroup | None,
    day: dt.date,
) -> None:  # fmt: skip
    if not rules.may_propose(actor, committee.pk, members):
        raise NotAllowed("access.not_allowed", who=rules.office.label)
    check_unit(committee, unit, day)
    _check_group(group, unit)
    for member in members:
        _check_member(committee, member, unit, day)


def _tell_proposed(supervisor: Supervisor, actor: Actor) -> None:
    """Whom somebody else proposes."""
    account = supervisor.member.person.account_id
    if account is not None and account != actor.account_id:
        address = reverse("activities:supervisor", args=[supervisor.uid])
        subject = (supervisor._meta.label_lower, supervisor.uid, address)
        place, unit = supervisor.committee_id, supervisor.unit.name
        send([account], "activities.proposed_supervisor", subject=subject, committee=place, unit=unit)


def check_unit(committee: Committee, unit: Unit, day: dt.date) -> None:
    """A unit of the committee's own directory that stands on the day."""
    if unit.committee_id != committee.pk or not unit.stands_on(day):
        raise Refusal("activities.unit_ended", field="unit", unit=unit.name, day=day)


def _check_group(group: SupervisionGroup | None, unit: Unit) -> None:
    if group is not None and group.unit_id != unit.pk:
        raise Refusal("activities.group_unit", field="group", group=group.name, unit=group.unit.name)


def _check_member(committee: Committee, member: Member, unit: Unit, day: dt.date) -> None:
    name = member.person.name
    if member.committee_id != committee.pk or member.voided_at is not None or not member.holds_on(day):
        raise Refusal("activities.not_member_then", field="members", member=name, day=day)
    rows = Supervisor.objects.live().filter(unit=unit, member=member).select_related("member")
    for row in rows:
        if row.state in words.STANDING or row.in_office(day):
            raise Refusal(
                "activities.supervisor_twice", field="members", member=name, unit=unit.name,
                state=row.get_state_display(),
            )  # fmt: skip


def select(taking: Taking) -> None:
    """Effect of 协商确定: at which meeting, on which day (R4.4)."""
    supervisor: Supervisor = taking.record
    supervisor.meeting, supervisor.selected_on = taking.answers["meeting"], taking.answers["selected_on"]
    taking.facts["meeting"] = supervisor.meeting


def check_selected(taking: Taking) -> None:
    """The day of the meeting is not to come."""
    day = taking.answers["selected_on"]
    if day > clock.as_day(taking.at):
        raise Refusal("activities.sent_later", field="selected_on", day=day)


def decline(taking: Taking) -> None:
    """Effect of 不聘任 and of 退出报名."""
    taking.record.ground = taking.answers.get("ground", "")
    taking.facts["ground"] = taking.record.ground


def _norm(supervisor: Supervisor, key: str, day: dt.date) -> int:
    return int(norms.value(key, supervisor.committee_id, day))


def usual_end(supervisor: Supervisor, starts: dt.date) -> dt.date:
    """The last day of a term of the usual length."""
    months = _norm(supervisor, "activities.supervisor_term", starts)
    return add_months(starts, months)[0] - dt.timedelta(days=1)


def check_appoint(taking: Taking) -> None:
    """Within the longest term, while a member, and not more in the unit than the committee has set (R4.5)."""
    supervisor: Supervisor = taking.record
    starts, ends = taking.answers["starts"], taking.answers["ends"]
    if ends <= starts:
        raise Refusal("activities.term_order", field="ends", starts=starts, ends=ends)
    most = _norm(supervisor, "activities.supervisor_term_most", starts)
    if ends >= add_months(starts, most)[0]:
        raise Refusal("activities.term_long", field="ends", limit=most)
    if not supervisor.member.holds_on(starts):
        name = supervisor.member.person.name
        raise Refusal("activities.not_member_then", field="starts", member=name, day=starts)
    limit = _norm(supervisor, "activities.supervisors_per_unit", starts)
    others = Supervisor.objects.filter(rules.in_office(starts), unit=supervisor.unit_id).exclude(
        member=supervisor.member_id
    )
    if limit and others.count() >= limit:
        raise Refusal("activities.supervisors_full", unit=supervisor.unit.name, count=others.count(), limit=limit)


def appoint(taking: Taking) -> None:
    """Effect of 颁发聘书: the letter's number and the term; an earlier term of the same post ends the day before."""
    supervisor: Supervisor = taking.record
    answers = taking.answers
    supervisor.starts, supervisor.ends = answers["starts"], answers["ends"]
    supervisor.signer, supervisor.appointed_on = answers["signer"], answers["appointed_on"]
    _number(supervisor, supervisor.appointed_on)
    earlier = supervisor.renewed_from
    if earlier is not None and earlier.ends is not None and earlier.ends >= supervisor.starts:
        earlier.ends = max(earlier.starts or supervisor.starts, supervisor.starts - dt.timedelta(days=1))
        earlier.version += 1
        earlier.save()
    shown = {"starts": written(supervisor.starts), "ends": written(supervisor.ends)}
    taking.facts |= {"number": supervisor.number, **shown}


def _number(supervisor: Supervisor, day: dt.date) -> None:
    """The next number of the committee's letters of the year; the committee's row keeps two from taking one."""
    place = Committee.objects.select_for_update().get(pk=supervisor.committee_id)
    taken = Supervisor.objects.filter(committee=place, year=day.year).aggregate(last=Max("serial"))["last"] or 0
    supervisor.year, supervisor.serial = day.year, taken + 1
    pattern = str(norms.value("activities.appointment_format", place, day))
    supervisor.number = pattern.replace("{year}", str(day.year)).replace("{seq}", str(taken + 1))


def renew(taking: Taking) -> None:
    """Effect of 续聘: a proposal of its own, that goes the whole way again (R4.5)."""
    old: Supervisor = taking.record
    engine.begin(
        Supervisor(
            committee_id=old.committee_id, member=old.member, unit=old.unit, group=old.group, way=Way.RENEWAL,
            proposed_on=clock.as_day(taking.at), renewed_from=old, created_at=taking.at,
        ),
        taking.actor, way=str(Way.RENEWAL.label),
    )  # fmt: skip


def check_renew(taking: Taking) -> None:
    """Not proposed again already, and still a member."""
    old: Supervisor = taking.record
    today = clock.as_day(taking.at)
    if not old.member.holds_on(today):
        raise Refusal("activities.not_member_then", member=old.member.person.name, day=today)
    again = Supervisor.objects.live().filter(renewed_from=old).exclude(state=SupervisorState.DECLINED).first()
    if again is not None:
        facts = {"member": old.member.person.name, "unit": old.unit.name, "state": again.get_state_display()}
        raise Refusal("activities.supervisor_twice", **facts)


def end(taking: Taking) -> None:
    """Effect of 结束聘任: the last day, and why."""
    supervisor: Supervisor = taking.record
    answers = taking.answers
    supervisor.ends = min(supervisor.ends or answers["ended_on"], answers["ended_on"])
    supervisor.outcome, supervisor.ground = answers["end_ground"], answers.get("note", "")
    place, day = supervisor.committee_id, answers["ended_on"]
    taking.facts["ground"] = codes.name_of(words.END_GROUNDS, place, supervisor.outcome, day)


def check_end(taking: Taking) -> None:
    """Not before it began."""
    supervisor: Supervisor = taking.record
    day = taking.answers["ended_on"]
    if supervisor.starts is not None and day < supervisor.starts:
        raise Refusal("activities.term_order", field="ended_on", starts=supervisor.starts, ends=day)


def keep_group(
    actor: Actor, committee: Committee, data: dict[str, Any], group: SupervisionGroup | None = None
) -> SupervisionGroup:
    """Found a group, or change one: ``name, unit, starts``; any of ``task, leader, duty, ends``.

    Raises:
        NotAllowed: not the office. Refusal: the name is taken, or the unit has ended.
    """
    place = Committee.objects.get(pk=committee.pk)
    found = group or SupervisionGroup(committee=place, created_at=actor.at)
    rules.office.check(actor, found)
    check_unit(place, data["unit"], data["starts"])
    same = SupervisionGroup.objects.live().filter(committee=place, name=data["name"].strip(), ends=None)
    if same.exclude(pk=found.pk).exists():
        raise Refusal("activities.group_named", field="name", name=data["name"].strip())
    with line(actor, "activities.group_made" if group is None else "activities.group_changed", subject=found):
        for key in ("name", "unit", "starts", "ends", "task", "leader", "duty"):
            if key in data:
                value = data[key]
                setattr(found, key, value.strip() if isinstance(value, str) else value)
        found.version += 0 if group is None else 1
        found.save()
    return found


def set_group(actor: Actor, supervisors: Sequence[Supervisor], group: SupervisionGroup) -> int:
    """Put supervisors of the group's unit into it. Raises `NotAllowed`; `Refusal` for another unit's."""
    rules.office.check(actor, group)
    for row in supervisors:
        if row.unit_id != group.unit_id:
            raise Refusal("activities.group_unit", field="members", group=group.name, unit=group.unit.name)
    with line(actor, "activities.grouped", subject=group, count=len(supervisors)):
        for row in supervisors:
            row.group = group
            row.version += 1
            row.save()
    return len(supervisors)
