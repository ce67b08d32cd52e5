"""What `joint` asks of an activity that is to be done by several committees (M34)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from lvzhi.access import Actor
from lvzhi.activities import rules
from lvzhi.activities.models import Activity
from lvzhi.activities.vocabulary import State
from lvzhi.joint import kinds as joint


def _may_open(actor: Actor, activity: Any) -> bool:
    """Whoever keeps it may open it to other committees, unless it is cancelled."""
    stands = activity.voided_at is None and activity.state != State.CANCELLED
    return bool(stands and rules.keeper(actor, activity))


def _find(uid: UUID) -> Any:
    return Activity.objects.live().filter(uid=uid).select_related("committee", "organ").first()


def _known(one: Any) -> joint.Known:
    return joint.Known(one.committee, one.organ, one.topic or one.title, one.ends_on, one.task_id)


SHARED = joint.Kind(rules.KIND, _find, _may_open, _known)
