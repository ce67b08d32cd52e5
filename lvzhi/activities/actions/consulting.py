"""Deliberation points opened and changed; speeches noted by the keeper or handed in by the speaker (R3.8, R3.11)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, Participant, Site, Speech
from lvzhi.activities.queries import consultation as queries
from lvzhi.activities.vocabulary import Role, State
from lvzhi.activities.vocabulary.consultation import SITE_KINDS, Spoken
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.norms import codes

OWN_FIELDS = ("name", "kind", "unit", "organ", "address", "contact", "opens", "closes", "remark")
SPEAKING = frozenset({State.DRAFT, State.PLANNED, State.HELD})


def keep_site(actor: Actor, committee: Committee, data: Mapping[str, Any], site: Site | None = None) -> Site:
    """Open a deliberation point, or change one; setting ``closes`` shuts it and keeps what was held there.

    Args:
        data: ``name``, ``kind``, ``opens``; any of ``unit, organ, address, contact, closes, remark``.

    Raises:
        NotAllowed: neither the office nor the head of the organ that keeps it.
        Refusal: no name, a name that stands already, dates reversed or still to come, sessions after its closing.
    """
    organ = data.get("organ")
    if site is not None:
        rules.site_keeper.check(actor, site)
    if not rules.may_plan(actor, committee.pk, organ.pk if organ is not None else None):
        raise NotAllowed("access.not_allowed", who=rules.site_keeper.label)
    row = site or Site(committee=committee, created_at=actor.at)
    for name in OWN_FIELDS:
        if name in data:
            value = data[name]
            setattr(row, name, value.strip() if isinstance(value, str) else value)
    _check_site(row, actor)
    event = "activities.site_opened" if site is None else "activities.site_changed"
    with transaction.atomic(), line(actor, event, subject=row, committee=committee):
        if site is not None:
            row.version += 1
        row.save()
    return row


def _check_site(row: Site, actor: Actor) -> None:
    if not row.name:
        raise Refusal("activities.site_name_missing", field="name")
    twins = Site.objects.live().filter(committee=row.committee, name=row.name).exclude(pk=row.pk)
    if twins.exists():
        raise Refusal("activities.site_twice", field="name", name=row.name)
    if row.opens > clock.as_day(actor.at):
        raise Refusal("activities.site_later", field="opens", opens=row.opens)
    codes.code(SITE_KINDS, row.committee_id, row.kind, row.opens)
    if row.closes is not None and row.closes < row.opens:
        raise Refusal("activities.site_dates", field="closes", opens=row.opens, closes=row.closes)
    if row.closes is not None and queries.sessions_of(row).filter(held_on__gt=row.closes).exists():
        raise Refusal("activities.site_used", field="closes", site=row.name, day=row.closes)


def note_speech(
    actor: Actor, activity: Activity, data: Mapping[str, Any], speech: Speech | None = None
) -> Speech:  # fmt: skip
    """Note a speech, or change one: the keeper anybody's, somebody on the list one's own.

    Args:
        data: ``person`` or ``name``, ``title``; any of ``body, form, text, number``.

    Raises:
        NotAllowed: neither keeper nor speaker. Refusal: nobody named, no title, filed or cancelled.
    """
    with transaction.atomic():
        locked: Activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
        person = data.get("person") or (speech.person if speech is not None else None)
        _check_speech(actor, locked, person, data, speech)
        row = speech or Speech(activity=locked, committee_id=locked.committee_id, created_at=actor.at)
        row.person = person
        row.name = person.name if person is not None else data["name"].strip()
        row.body = (data.get("body") or (person.work if person is not None else "")).strip()
        row.title, row.text = data["title"].strip(), (data.get("text") or "").strip()
        row.form = data.get("form") or Spoken.ORAL
        row.number = data.get("number") or row.number or queries.next_speech(locked)
        row.noted_by = row.noted_by or actor.name
        event = "activities.speech_noted" if speech is None else "activities.speech_changed"
        with line(actor, event, subject=locked, name=row.name):
            if speech is not None:
                row.version += 1
            row.save()
            _speaks(locked, row)
    return row


def _check_speech(
    actor: Actor, activity: Activity, person: Any, data: Mapping[str, Any], speech: Speech | None
) -> None:  # fmt: skip
    if speech is not None and speech.activity_id != activity.pk:
        raise Refusal("activities.speech_unknown")
    if not rules.keeper(actor, activity) and not rules.speaks_self(actor, activity, person):
        raise NotAllowed("access.not_allowed", who=rules.SPEECH_LABEL)
    if activity.state not in SPEAKING or activity.voided_at is not None:
        state = activity.get_state_display()
        raise Refusal("activities.speech_shut", title=activity.title, state=state)
    if person is None and not (data.get("name") or "").strip():
        raise Refusal("activities.speaker_missing", field="people")
    if not (data.get("title") or "").strip():
        raise Refusal("activities.speech_title_missing", field="title")


def _speaks(activity: Activity, speech: Speech) -> None:
    """Whoever speaks at it stands on its list as a speaker, without a second entry."""
    rows = Participant.objects.live().filter(activity=activity, person=speech.person, role=Role.ATTEND)
    row = rows.first() if speech.person is not None and speech.form == Spoken.ORAL else None
    if row is not None:
        row.role = Role.SPEAK
        row.save()


def check_site(site: Site, committee_id: int, day: dt.date) -> None:
    """A point of the activity's own committee, open on its day."""
    if site.committee_id != committee_id or site.voided_at is not None:
        raise Refusal("activities.site_elsewhere", field="site", given=site.name)
    if not site.open_on(day):
        raise Refusal("activities.site_shut", field="site", site=site.name, day=day)
