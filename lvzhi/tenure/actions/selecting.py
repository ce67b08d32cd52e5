"""Selections: call, nominations, vetting, decision; the chosen take their place in the organ (M09)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.activities.models import Activity
from lvzhi.committee.models import Committee, Organ
from lvzhi.deadlines import clock, reckon
from lvzhi.journal.lines import line
from lvzhi.norms.calendars import calendar_of
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.people.queries import member_of_account
from lvzhi.tenure import queries, rules
from lvzhi.tenure.actions.deciding import check_meeting, meeting_words
from lvzhi.tenure.models import Nominee, Selecting
from lvzhi.tenure.norms import CALL_LENGTH, way_of
from lvzhi.tenure.vocabulary import words
from lvzhi.tenure.vocabulary.states import By, SelectionState, Standing
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def call(actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None) -> Selecting:
    """Call for places in an organ.

    Args:
        data: ``title``, ``organ``, ``places``, ``starts``, ``ends`` of the time in the organ; ``until``, the last day
            for nominations (from the norm where not given), ``text``.

    Raises:
        NotAllowed: not the office. Refusal: no places, dates the wrong way round, an organ that does not stand then.
    """
    known = engine.begun(Selecting, actor, once)
    if known is not None:
        return known
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    today = clock.as_day(actor.at)
    length = norms.value(CALL_LENGTH, committee, today)
    made = Selecting(
        committee=committee, organ=data["organ"], title=data["title"].strip(), places=data["places"],
        text=str(data.get("text") or "").strip(), called_on=today, starts=data["starts"], ends=data["ends"],
        until=data.get("until") or reckon(today, length, calendar_of(committee)).date,
        decides=way_of(words.SELECTION, committee, today)[1], created_at=actor.at,
    )  # fmt: skip
    if made.places < 1:
        raise Refusal("tenure.places", field="places")
    if made.ends < made.starts:
        raise Refusal("tenure.span", field="ends", starts=made.starts, ends=made.ends)
    _check_until(made.until, today)
    _check_organ(made.organ, made.starts)
    return engine.begin(made, actor, once=once, places=made.places)


def _check_until(until: dt.date, today: dt.date) -> None:
    if until < today:
        raise Refusal("tenure.call_over", field="until", until=until)


def _check_organ(organ: Organ, day: dt.date) -> None:
    if not organ.stands_on(day):
        raise Refusal("tenure.selection_organ", field="organ", organ=organ.name, day=day)


def nominate(
    actor: Actor, selection: Selecting, members: Sequence[Member], *, organ: Organ | None = None, reason: str = ""
) -> list[Nominee]:
    """Put members forward for a selection: the office anybody, the head of an organ in the organ's name.

    Raises:
        NotAllowed: neither. Refusal: nobody named, the call is over, no member today, put forward or seated already.
    """
    if not _may_name(actor, selection, organ):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    if not members:
        raise Refusal("tenure.nobody_named", field="members")
    with transaction.atomic():
        locked = _calling(selection, actor)
        return [_put(locked, actor, one, By.ORGAN, organ, reason) for one in members]


def _may_name(actor: Actor, selection: Selecting, organ: Organ | None) -> bool:
    if rules.keeps(actor, selection.committee_id):
        return True
    return organ is not None and actor.has(rules.ORGAN_HEAD, committee=selection.committee_id, organ=organ.pk)


def nominate_self(actor: Actor, selection: Selecting, reason: str) -> Nominee:
    """Put oneself forward. Raises `NotAllowed` for one who is no member here, `Refusal` as `nominate`."""
    member = member_of_account(actor.account_id, selection.committee_id, clock.as_day(actor.at))
    if member is None:
        raise NotAllowed("access.not_allowed", who=rules.case_own.label)
    with transaction.atomic():
        return _put(_calling(selection, actor), actor, member, By.SELF, None, reason)


def _calling(selection: Selecting, actor: Actor) -> Selecting:
    rows = Selecting.objects.select_for_update(of=("self",)).select_related("organ", "committee")
    locked: Selecting = rows.get(pk=selection.pk)
    if locked.voided_at is not None or not locked.takes_on(clock.as_day(actor.at)):
        raise Refusal("tenure.not_calling", title=locked.title)
    return locked


def _put(
    selection: Selecting, actor: Actor, member: Member, by: By, organ: Organ | None, reason: str
) -> Nominee:  # fmt: skip
    today, name = clock.as_day(actor.at), member.person.name
    if member.committee_id != selection.committee_id or not member.holds_on(today) or member.voided_at is not None:
        raise Refusal("tenure.not_member", field="members", name=name)
    if queries.sits_in(selection.organ, member, selection.starts, selection.ends):
        raise Refusal("tenure.in_organ", field="members", name=name, organ=selection.organ.name)
    row = Nominee(
        selection=selection, committee_id=selection.committee_id, member=member, name=name, by=by, organ=organ,
        reason=reason.strip(), named_on=today, created_at=actor.at,
    )  # fmt: skip
    with line(actor, "tenure.nominated", subject=selection, name=name, title=selection.title, by=str(By(by).label)):
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:
            raise Refusal("tenure.named_twice", field="members", name=name) from None
    return row


def leave_selection(actor: Actor, nominee: Nominee) -> Nominee:
    """Withdraw a nomination: one's own, or by the office. Raises `NotAllowed`; `Refusal` once it is decided."""
    own = actor.account_id is not None and nominee.member.person.account_id == actor.account_id
    if not own and not rules.keeper(actor, nominee):
        raise NotAllowed("access.not_allowed", who=rules.case_own.label)
    ended = (SelectionState.DECIDED, SelectionState.CANCELLED)
    selection = nominee.selection
    with line(actor, "tenure.left_selection", subject=selection, name=nominee.name, title=selection.title):
        rows = Nominee.objects.select_for_update(of=("self",)).select_related("selection")
        row: Nominee = rows.get(pk=nominee.pk)
        if row.selection.state in ended or row.standing not in (Standing.NAMED, Standing.FIT):
            raise Refusal("tenure.nomination_over", name=row.name)
        row.standing = Standing.WITHDRAWN
        row.version += 1
        row.save()
    return row


def check_prolong(taking: Taking) -> None:
    """The new last day is not over."""
    _check_until(taking.answers["until"], clock.as_day(taking.at))


def prolong(taking: Taking) -> None:
    """Effect of 延长推荐."""
    taking.record.until = taking.answers["until"]
    taking.facts["until"] = taking.record.until


def check_close(taking: Taking) -> None:
    """There is somebody to vet."""
    if not queries.nominees(taking.record).exists():
        raise Refusal("tenure.no_nominee")
    taking.facts["count"] = queries.nominees(taking.record).count()


def check_vetted(taking: Taking) -> None:
    """Somebody is fit, and there is a ground for those who are not."""
    fit = {row.pk for row in taking.answers["fit"]}
    if not fit:
        raise Refusal("tenure.none_fit", field="fit")
    out = queries.nominees(taking.record).exclude(pk__in=fit).count()
    if out and not taking.answers["ground"].strip():
        raise Refusal("tenure.vet_ground", field="ground", count=out)


def vet(taking: Taking) -> None:
    """Effect of 资格审核."""
    fit = {row.pk for row in taking.answers["fit"]}
    taking.record.vet_ground = taking.answers["ground"].strip()
    for row in queries.nominees(taking.record).select_for_update(of=("self",)):
        _stand(row, Standing.FIT if row.pk in fit else Standing.UNFIT)
    taking.facts["count"] = len(fit)


def _stand(row: Nominee, standing: Standing) -> None:
    row.standing = standing
    row.version += 1
    row.save()


def check_decided(taking: Taking) -> None:
    """A meeting of the deciding body, no more than the places, all of them fit."""
    selection: Selecting = taking.record
    chosen, meeting = taking.answers["chosen"], taking.answers.get("meeting")
    check_meeting(selection.committee, selection.decides, meeting, selection.called_on, clock.as_day(taking.at))
    if not chosen:
        raise Refusal("tenure.none_chosen", field="chosen")
    over = len(chosen) - selection.places
    if over > 0:
        raise Refusal("tenure.too_many", field="chosen", places=selection.places, count=len(chosen), over=over)
    for row in chosen:
        if row.standing != Standing.FIT:
            raise Refusal("tenure.not_fit", field="chosen", name=row.name)


def decide(taking: Taking) -> None:
    """Effect of the decision: the chosen take their place in the organ for the time of the call."""
    selection: Selecting = taking.record
    meeting: Activity | None = taking.answers.get("meeting")
    selection.decided_at, selection.meeting = meeting, meeting_words(meeting)
    selection.decided_on = meeting.ends_on if meeting is not None else clock.as_day(taking.at)
    chosen = {row.pk for row in taking.answers["chosen"]}
    rows = queries.nominees(selection).filter(standing=Standing.FIT).select_for_update(of=("self",))
    for row in rows:
        if row.pk not in chosen:
            _stand(row, Standing.PASSED_OVER)
            continue
        row.seat = people.join(
            taking.actor, row.member, selection.organ, starts=selection.starts, ends=_last(row.member, selection)
        )
        _stand(row, Standing.CHOSEN)
    taking.facts |= {"count": len(chosen), "meeting": selection.meeting}


def _last(member: Member, selection: Selecting) -> dt.date:
    """The last day in the organ: that of the call, sooner where tenure or organ end sooner."""
    ends = (selection.ends, member.ends, selection.organ.ends)
    return min(day for day in ends if day is not None)


def cancel(taking: Taking) -> None:
    """Effect of 取消."""
    taking.record.ground = taking.answers["ground"].strip()


def void_selection(selection: Selecting, actor: Actor, ground: str) -> Selecting:
    """Void a selection; places that it gave are voided with it. Raises `NotAllowed`, `Refusal`."""
    rules.selection_keeps.check(actor, selection)
    with transaction.atomic():
        done = engine.void(selection, actor, ground)
        for row in queries.nominees(done).filter(standing=Standing.CHOSEN, seat__voided_at=None):
            if row.seat is not None:
                people.void(actor, row.seat, ground)
    return done


def restore_selection(selection: Selecting, actor: Actor) -> Selecting:
    """Bring a voided selection back, and the places it gave. Raises `NotAllowed`, `Refusal`."""
    rules.selection_keeps.check(actor, selection)
    with transaction.atomic():
        done = engine.restore(selection, actor)
        for row in queries.nominees(done).filter(standing=Standing.CHOSEN, seat__voided_at__isnull=False):
            people.restore(actor, row.seat)
    return done
