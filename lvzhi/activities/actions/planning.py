"""Beginning an activity and changing its arrangements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from lvzhi import norms
from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.activities import rules
from lvzhi.activities.actions.consulting import check_site
from lvzhi.activities.actions.inviting import Guest, put_on_list
from lvzhi.activities.actions.parts import (
    PartnerGiven,
    PlaceGiven,
    SittingGiven,
    check_within,
    set_partners,
    set_places,
    set_sittings,
    usual_sittings,
)
from lvzhi.activities.models import Activity
from lvzhi.activities.norms import kind_of
from lvzhi.activities.vocabulary import Half, State
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line
from lvzhi.workflow import engine

EDITABLE = frozenset({State.DRAFT, State.PLANNED, State.HELD})
FIELDS = (
    "title",
    "topic",
    "organ",
    "task",
    "campaign",
    "site",
    "relation",
    "audience",
    "beneficiaries",
    "notice",
    "summary",
)


def begin(
    actor: Actor,
    committee: Committee,
    data: Mapping[str, Any],
    *,
    sittings: Sequence[SittingGiven] = (),
    places: Sequence[PlaceGiven] = (),
    partners: Sequence[PartnerGiven] = (),
    guests: Sequence[Guest] = (),
    once: str | None = None,
) -> Activity:
    """Begin an activity as a draft with what is known of it.

    Args:
        data: ``kind``, ``title``, ``held_on``; ``ends_on``, ``half``, ``topic``, ``organ``, ``task``, ``campaign``,
            ``site``, ``relation``, ``audience``, ``beneficiaries``, ``notice``, ``summary`` where known.
        sittings: without any, one for the day, or one a day over several days.
        guests: who stands on the list.
        once: key of the request, so that a second sending finds what the first one began.

    Raises:
        NotAllowed: neither the office nor the head of the organ that holds it.
        Refusal: kind unknown on that day, title or day missing, dates reversed, an organ of another committee.
    """
    organ = data.get("organ")
    if not rules.may_plan(actor, committee.pk, organ.pk if organ is not None else None):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    activity = Activity(committee=committee, created_at=actor.at)
    _keep(activity, data)
    given = sittings or usual_sittings(activity, data.get("half") or Half.MORNING)

    def parts(made: Activity) -> None:
        set_sittings(made, actor, given)
        made.save(update_fields=["days"])
        set_places(made, actor, places)
        set_partners(made, actor, partners)
        put_on_list(made, actor, guests)

    return _begin_once(activity, actor, once, parts)


def _begin_once(activity: Activity, actor: Actor, once: str | None, parts: Callable[[Activity], None]) -> Activity:
    try:
        return engine.begin(activity, actor, once=once, does=parts)
    except IntegrityError:
        again = engine.begun(Activity, actor, once)  # the same request, sent twice at one moment
        if again is None:
            raise
        return again


def edit(
    activity: Activity,
    actor: Actor,
    data: Mapping[str, Any],
    *,
    sittings: Sequence[SittingGiven] | None = None,
    places: Sequence[PlaceGiven] | None = None,
    partners: Sequence[PartnerGiven] | None = None,
    version: int | None = None,
) -> Activity:
    """Change what was arranged; parts left out stay.

    Raises:
        NotAllowed: not its keeper.
        Conflict: changed since the page was opened.
        Refusal: filed or cancelled, or as `begin`.
    """
    with transaction.atomic():
        locked: Activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
        rules.keeper.check(actor, locked)
        if locked.state not in EDITABLE or locked.voided_at is not None:
            raise Refusal("activities.not_editable", state=locked.get_state_display())
        if version is not None and version != locked.version:
            raise Conflict("activities.changed", title=locked.title)
        with line(actor, "activities.edited", subject=locked):
            _keep(locked, data)
            if sittings is not None:
                set_sittings(locked, actor, sittings)
            else:
                check_within(locked)
            if places is not None:
                set_places(locked, actor, places)
            if partners is not None:
                set_partners(locked, actor, partners)
            locked.version += 1
            locked.save()
    return locked


def _keep(activity: Activity, data: Mapping[str, Any]) -> None:
    """Set the fields given; kind, dates and organ are held against the committee's tables."""
    for name in FIELDS:
        if name in data:
            value = data[name]
            setattr(activity, name, value.strip() if isinstance(value, str) else value)
    _keep_days(activity, data.get("held_on", activity.held_on), data.get("ends_on", activity.ends_on))
    if "kind" in data and data["kind"] != activity.kind:
        kind = kind_of(activity.committee_id, data["kind"], activity.held_on)
        activity.kind, activity.kind_name, activity.family = kind.code, kind.name, kind.family
        if "audience" not in data:
            activity.audience = kind.audience
    limit = int(norms.value("activities.title_length", activity.committee_id, activity.held_on))
    if not activity.title:
        raise Refusal("activities.title_missing", field="title")
    if len(activity.title) > limit:
        raise Refusal("activities.title_long", field="title", length=len(activity.title), limit=limit)
    for name in ("task", "campaign"):
        found = getattr(activity, name)
        if found is not None and found.committee_id != activity.committee_id:
            raise Refusal(f"activities.{name}_elsewhere", field=name, given=str(found))
    if activity.site is not None:
        check_site(activity.site, activity.committee_id, activity.held_on)
    organ = activity.organ
    if organ is not None and organ.committee_id != activity.committee_id:
        committee = activity.committee.name
        raise Refusal("activities.organ_elsewhere", field="organ", organ=organ.name, committee=committee)


def _keep_days(activity: Activity, first: dt.date | None, last: dt.date | None) -> None:
    if first is None:
        raise Refusal("activities.day_missing", field="held_on")
    last = last or first
    if last < first:
        raise Refusal("activities.dates_order", field="ends_on", starts=first, ends=last)
    activity.held_on, activity.ends_on = first, last
