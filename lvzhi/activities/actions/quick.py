"""What took place noted in one go: the activity, who was there, what came of it (走访, 协商, 学习 on a phone)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from lvzhi.access import Actor
from lvzhi.activities.actions.attending import note
from lvzhi.activities.actions.inviting import Guest
from lvzhi.activities.actions.parts import PlaceGiven, SittingGiven
from lvzhi.activities.actions.planning import begin
from lvzhi.activities.models import Activity, Participant, Sitting
from lvzhi.activities.vocabulary import Presence, Proof
from lvzhi.committee.models import Committee
from lvzhi.workflow import engine


def record(
    actor: Actor,
    committee: Committee,
    data: Mapping[str, Any],
    *,
    sittings: Sequence[SittingGiven] = (),
    places: Sequence[PlaceGiven] = (),
    guests: Sequence[Guest] = (),
    once: str | None = None,
) -> Activity:
    """Begin an activity, note it as held and everybody named as present, all or nothing.

    Args:
        data: as `planning.begin` takes it; ``summary`` is what came of it.
        once: key of the request, so that a second sending finds what the first one noted.

    Raises:
        NotAllowed, Refusal: as `planning.begin`; the day is still to come.
    """
    done = engine.begun(Activity, actor, once)
    if done is not None:
        return done
    with transaction.atomic():
        activity = begin(actor, committee, data, sittings=sittings, places=places, guests=guests, once=once)
        activity = engine.take(activity, "hold", actor, {"summary": data.get("summary", "")})
        everybody = list(Participant.objects.live().filter(activity=activity).values_list("pk", flat=True))
        if everybody:
            for sitting in Sitting.objects.live().filter(activity=activity):
                note(sitting, actor, dict.fromkeys(everybody, Presence.PRESENT), proof=Proof.CLERK)
    return activity
