"""Opening and ending a device at the door of a sitting."""

from __future__ import annotations

import datetime as dt
import secrets

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.models import Account
from lvzhi.activities import rules
from lvzhi.activities.actions.attending import NOTING
from lvzhi.activities.models import Activity, Device, Sitting
from lvzhi.activities.queries.feeds import digest_of
from lvzhi.activities.vocabulary.arrivals import DEVICE_NAME
from lvzhi.journal.lines import line

KEY_BYTES = 24


def open_device(sitting: Sitting, actor: Actor, name: str = "") -> tuple[Device, str]:
    """A device for the sitting and its key, which is told once and kept nowhere.

    Raises:
        NotAllowed: not the keeper of the activity, or nobody who logs in.
        Refusal: draft, filed or cancelled; the sitting has been over for longer than the committee's norm.
    """
    key = secrets.token_urlsafe(KEY_BYTES)
    with transaction.atomic():
        activity: Activity = Activity.objects.select_for_update(of=("self",)).get(pk=sitting.activity_id)
        rules.keeper.check(actor, activity)
        if actor.account_id is None:
            raise NotAllowed("access.not_allowed", who=rules.keeper.label)
        if activity.state not in NOTING or activity.voided_at is not None:
            raise Refusal("activities.not_noting", state=activity.get_state_display())
        hours = int(norms.value("activities.device_hours", activity.committee_id, sitting.on))
        expires = sitting.ends + dt.timedelta(hours=hours)
        if actor.at >= expires:
            raise Refusal("activities.device_over_sitting", hours=hours)
        number = Device.objects.live().filter(sitting=sitting).count() + 1
        device = Device(
            sitting=sitting,
            committee_id=sitting.committee_id,
            name=name.strip() or DEVICE_NAME.format(number=number),
            digest=digest_of(key),
            opened_by=actor.name,
            account=Account.objects.get(pk=actor.account_id),
            expires_at=expires,
            created_at=actor.at,
        )
        with line(actor, "activities.device_opened", subject=activity, name=device.name, sitting=sitting.name):
            device.save()
    return device, key


def end_device(device: Device, actor: Actor) -> None:
    """The device takes no list any more; what it still hands in waits for the clerk.

    Raises:
        NotAllowed: not the keeper of the activity.
    """
    activity = device.sitting.activity
    rules.keeper.check(actor, activity)
    if device.ended_at is not None:
        return
    with line(actor, "activities.device_ended", subject=activity, name=device.name):
        device.ended_at = actor.at
        device.version += 1
        device.save()
