"""Somebody comes in another's place, where the kind allows it."""

from __future__ import annotations

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.activities import rules
from lvzhi.activities.actions.inviting import INVITING, Guest, put_on_list
from lvzhi.activities.models import Activity, Participant
from lvzhi.activities.norms import kind_named
from lvzhi.journal.lines import line


def stand_in(participant: Participant, actor: Actor, guest: Guest) -> Participant:
    """Put somebody on the list in another's place; the other stays in the denominator.

    Raises:
        NotAllowed: not the keeper.
        Refusal: the kind allows none, one stands there already, that one is on the list, held or over.
    """
    with transaction.atomic():
        activity: Activity = Activity.objects.select_for_update(of=("self",)).get(pk=participant.activity_id)
        rules.keeper.check(actor, activity)
        if activity.state not in INVITING or activity.voided_at is not None:
            raise Refusal("activities.not_editable", state=activity.get_state_display())
        kind = kind_named(activity.committee_id, activity.kind, activity.held_on)
        if kind is None or not kind.stand_in:
            raise Refusal("activities.no_stand_in", field="guest", kind=activity.kind_name)
        if Participant.objects.live().filter(stand_in_for=participant).exists():
            raise Refusal("activities.stand_in_twice", field="guest", name=participant.name)
        with line(actor, "activities.stood_in", subject=activity, name=participant.name, by=guest.called):
            made = put_on_list(
                activity,
                actor,
                [Guest(guest.person, guest.name, guest.body, participant.role, group=participant.group)],
            )
            if not made:
                raise Refusal("activities.on_list", field="guest", name=guest.called)
            row = made[0]
            row.stand_in_for, row.counted = participant, False
            row.save()
    return row
