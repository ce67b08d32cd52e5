"""Writes that also tell people: further guests, changed arrangements, a request for leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from lvzhi.access import Actor
from lvzhi.activities import actions, notices
from lvzhi.activities.actions import Guest, leaving, standing_in
from lvzhi.activities.models import Activity, Leave, Participant, Sitting
from lvzhi.activities.queries import when_and_where
from lvzhi.activities.vocabulary import State


def invite(activity: Activity, actor: Actor, guests: Sequence[Guest]) -> list[Participant]:
    """As `actions.invite`; once the notice is out, those added get it too."""
    with transaction.atomic():
        made = actions.invite(activity, actor, guests)
        _notify(activity, made)
    return made


def stand_in(participant: Participant, actor: Actor, guest: Guest) -> Participant:
    """As `actions.standing_in.stand_in`; the one who comes gets the notice."""
    with transaction.atomic():
        made = standing_in.stand_in(participant, actor, guest)
        _notify(participant.activity, [made])
    return made


def _notify(activity: Activity, rows: Sequence[Participant]) -> None:
    if activity.state == State.PLANNED:
        accounts = [row.person.account_id for row in rows if row.person is not None]
        notices.invite_accounts(activity, [account for account in accounts if account is not None])


def edit(activity: Activity, actor: Actor, data: Mapping[str, Any], **parts: Any) -> Activity:
    """As `actions.edit`; where time or place of a notified activity changed, the list is told."""
    with transaction.atomic():
        before = when_and_where(activity)
        done = actions.edit(activity, actor, data, **parts)
        if done.state == State.PLANNED and when_and_where(done) != before:
            notices.tell_changed(done, actor)
    return done


def ask_leave(
    participant: Participant,
    actor: Actor,
    *,
    reason: str,
    text: str = "",
    sittings: Sequence[Sitting] = (),
    once: str | None = None,
) -> Leave:
    """As `actions.leaving.ask`; the approvers are told."""
    with transaction.atomic():
        leave = leaving.ask(participant, actor, reason=reason, text=text, sittings=sittings, once=once)
        notices.tell_asked(leave, actor)
    return leave
