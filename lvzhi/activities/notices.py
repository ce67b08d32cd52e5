"""Who is told what: the invited of a notice, a change, a cancelling; approvers and askers of leave."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.accounts.queries import holders
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities.models import Activity, Exchange, Leave, PlenarySpeech, SupervisionOpinion, Supervisor
from lvzhi.activities.queries import (
    INVITATION,
    account_of,
    accounts_of,
    chairman_accounts,
    unread_accounts,
    when_and_where,
)
from lvzhi.activities.queries.supervision import supervisor_accounts
from lvzhi.activities.vocabulary import Approver
from lvzhi.activities.vocabulary.supervision import OpinionState
from lvzhi.messages.actions import send, settle
from lvzhi.workflow.declare import Taking


def address(activity: Activity) -> str:
    """The page of an activity."""
    return reverse("activities:detail", args=[activity.uid])


def leave_address(leave: Leave) -> str:
    """The page of the activity it is about."""
    return address(leave.activity)


def _tell(activity: Activity, actor: Actor, accounts: Iterable[int | None], code: str, **facts: Any) -> int:
    told = {account for account in accounts if account is not None} - {actor.account_id or 0}
    when, where = when_and_where(activity)
    return send(
        sorted(told),
        code,
        subject=(activity._meta.label_lower, activity.uid, address(activity)),
        committee=activity.committee_id,
        title=activity.title,
        kind=activity.kind_name,
        when=when,
        where=where,
        **facts,
    )


def tell_invited(taking: Taking) -> None:
    """Everybody on the list who can log in, the one who sends it too: whether it was read stands on the page."""
    activity: Activity = taking.record
    invite_accounts(activity, accounts_of(activity))


def invite_accounts(activity: Activity, accounts: Iterable[int]) -> int:
    """Send the notice to these accounts."""
    when, where = when_and_where(activity)
    return send(
        sorted(set(accounts)),
        INVITATION,
        subject=(activity._meta.label_lower, activity.uid, address(activity)),
        committee=activity.committee_id,
        title=activity.title,
        kind=activity.kind_name,
        when=when,
        where=where,
    )


def tell_unread(taking: Taking) -> None:
    """Those who have not opened the notice."""
    activity: Activity = taking.record
    _tell(activity, taking.actor, unread_accounts(activity), "activities.reminder")


def tell_changed(activity: Activity, actor: Actor) -> int:
    """Everybody on the list, of another time or place."""
    return _tell(activity, actor, accounts_of(activity), "activities.changed")


def tell_cancelled(taking: Taking) -> None:
    """Everybody on the list, where the notice had gone out."""
    activity: Activity = taking.record
    if activity.notified_on is not None:
        _tell(activity, taking.actor, accounts_of(activity), "activities.cancelled", ground=activity.ground)


def approvers(leave: Leave) -> list[int]:
    """Accounts of those who decide on it."""
    if leave.approver == Approver.ORGAN_HEAD:
        return holders(Post.ORGAN_HEAD, organ=leave.organ_id)
    if leave.approver == Approver.OFFICE:
        return holders(Post.OFFICE, committee=leave.committee_id)
    found = holders(Post.SECRETARY_GENERAL, committee=leave.committee_id)
    return found + chairman_accounts(leave.committee_id) if leave.approver == Approver.CHAIRMAN else found


def tell_asked(leave: Leave, actor: Actor) -> None:
    """The approvers."""
    _tell_leave(leave, actor, approvers(leave), "activities.leave_asked", who=leave.participant.name)


def _tell_leave(leave: Leave, actor: Actor, accounts: Iterable[int | None], code: str, **facts: Any) -> None:
    told = {account for account in accounts if account is not None} - {actor.account_id or 0}
    when, _ = when_and_where(leave.activity)
    send(
        sorted(told),
        code,
        subject=(leave._meta.label_lower, leave.uid, leave_address(leave)),
        committee=leave.committee_id,
        title=leave.activity.title,
        when=when,
        **facts,
    )


def _settled(leave: Leave) -> None:
    settle(leave._meta.label_lower, leave.uid, code="activities.leave_asked")


def tell_granted(taking: Taking) -> None:
    """The one who is on leave."""
    _settled(taking.record)
    _tell_leave(taking.record, taking.actor, [account_of(taking.record)], "activities.leave_granted")


def tell_refused(taking: Taking) -> None:
    """The one whose leave was refused, with the ground."""
    leave: Leave = taking.record
    _settled(leave)
    _tell_leave(leave, taking.actor, [account_of(leave)], "activities.leave_refused", opinion=leave.opinion)


def tell_withdrawn(taking: Taking) -> None:
    """The approvers."""
    leave: Leave = taking.record
    _settled(leave)
    _tell_leave(leave, taking.actor, approvers(leave), "activities.leave_withdrawn", who=leave.participant.name)


def supervisor_address(supervisor: Supervisor) -> str:
    """The page of a supervisor."""
    return reverse("activities:supervisor", args=[supervisor.uid])


def opinion_address(opinion: SupervisionOpinion) -> str:
    """The page of an opinion paper."""
    return reverse("activities:opinion", args=[opinion.uid])


def exchange_address(exchange: Exchange) -> str:
    """The page of a package."""
    return reverse("activities:exchange", args=[exchange.uid])


def _tell_supervisor(supervisor: Supervisor, actor: Actor, code: str, **facts: Any) -> None:
    account = supervisor.member.person.account_id
    if account is not None and account != actor.account_id:
        subject = (supervisor._meta.label_lower, supervisor.uid, supervisor_address(supervisor))
        place = supervisor.committee_id
        send([account], code, subject=subject, committee=place, unit=supervisor.unit.name, **facts)


def tell_appointed(taking: Taking) -> None:
    """The supervisor, with the term."""
    row: Supervisor = taking.record
    _tell_supervisor(row, taking.actor, "activities.appointed", starts=row.starts, ends=row.ends)


def _tell_opinion(opinion: SupervisionOpinion, actor: Actor, accounts: Iterable[int], code: str, **facts: Any) -> None:
    subject = (opinion._meta.label_lower, opinion.uid, opinion_address(opinion))
    told = sorted(set(accounts) - {actor.account_id or 0})
    place, title = opinion.committee_id, opinion.title
    send(told, code, subject=subject, committee=place, title=title, number=opinion.number, **facts)


def _unit_side(opinion: SupervisionOpinion) -> list[int]:
    return holders(Post.UNIT_OFFICER, unit=opinion.unit_id)


def _house_side(opinion: SupervisionOpinion) -> list[int]:
    heads = holders(Post.ORGAN_HEAD, organ=opinion.activity.organ_id) if opinion.activity.organ_id else []
    return [*holders(Post.OFFICE, committee=opinion.committee_id), *heads, *supervisor_accounts(opinion)]


def tell_opinion_sent(taking: Taking) -> None:
    """The unit's officers, with the day."""
    row: SupervisionOpinion = taking.record
    _tell_opinion(row, taking.actor, _unit_side(row), "activities.opinion_sent", until=row.due_on)


def tell_opinion_answered(taking: Taking) -> None:
    """The office, the organ's head and the unit's supervisors."""
    row: SupervisionOpinion = taking.record
    settle(row._meta.label_lower, row.uid)
    _tell_opinion(row, taking.actor, _house_side(row), "activities.opinion_answered", unit=row.unit.name)


def tell_opinion_again(taking: Taking) -> None:
    """The unit's officers, with what is missing."""
    row: SupervisionOpinion = taking.record
    facts = {"until": row.due_on, "missing": row.opinion}
    _tell_opinion(row, taking.actor, _unit_side(row), "activities.opinion_again", **facts)


def tell_looked(taking: Taking) -> None:
    """The unit: closed, or to be rectified again."""
    row: SupervisionOpinion = taking.record
    if row.state == OpinionState.CLOSED:
        facts: dict[str, Any] = {"result": taking.facts["result"]}
        _tell_opinion(row, taking.actor, _unit_side(row), "activities.opinion_closed", **facts)
    else:
        facts = {"until": row.due_on, "missing": row.finding}
        _tell_opinion(row, taking.actor, _unit_side(row), "activities.opinion_again", **facts)


def plenary_speech_address(speech: PlenarySpeech) -> str:
    """The page of a speech handed in for a plenary."""
    return reverse("activities:plenary_speech", args=[speech.uid])


def tell_speech_chosen(taking: Taking) -> None:
    """Who speaks and who handed it in: how it was chosen."""
    speech: PlenarySpeech = taking.record
    _tell_speech(speech, taking.actor, "activities.speech_chosen", fate=speech.get_state_display())


def tell_speech_declined(taking: Taking) -> None:
    """The same, with the ground."""
    _tell_speech(taking.record, taking.actor, "activities.speech_declined", ground=taking.record.ground)


def _tell_speech(speech: PlenarySpeech, actor: Actor, code: str, **facts: Any) -> None:
    told = {speech.person.account_id, speech.handed_by_account} - {None, actor.account_id}
    send(
        sorted(account for account in told if account is not None),
        code,
        subject=(speech._meta.label_lower, speech.uid, plenary_speech_address(speech)),
        committee=speech.committee_id,
        title=speech.title,
        **facts,
    )
