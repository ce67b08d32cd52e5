"""Organs from one term to the next: renamed, merged, split, ended, set up; what is open of them follows (R0.4)."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import Any

from django.db.models import Q

from lvzhi.accounts import actions as logins
from lvzhi.accounts.models import Appointment
from lvzhi.committee import actions as places
from lvzhi.committee.models import Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.vocabulary import OrganHow
from lvzhi.people.roster import organ_key
from lvzhi.turnover.actions.work import Work
from lvzhi.turnover.models import OrganPlan
from lvzhi.turnover.vocabulary import Fate


def pass_organs(work: Work) -> None:
    """Do with each organ what the plan says, from the new term's first day.

    Merged and split organs pass as in any year: rooms move what they keep open of them, to the main heir.
    """
    rows = list(OrganPlan.objects.filter(change=work.change).exclude(fate=Fate.KEPT).select_related("organ"))
    merged: dict[tuple[str, str], list[Organ]] = defaultdict(list)
    names: dict[tuple[str, str], str] = {}
    for row in rows:
        if row.fate == Fate.NEW:
            new = partial(places.add_organ, work.actor, work.committee, kind=row.kind, name=row.name)
            work.counts["organs_new"] += work.attempt(row.name, partial(new, starts=work.starts)) is not None
        elif row.organ is not None and row.fate == Fate.MERGED:
            key = (row.kind, organ_key(row.targets[0], row.kind))
            merged[key].append(row.organ)
            names.setdefault(key, row.targets[0])
        elif row.organ is not None:
            _alone(work, row, row.organ)
    for key, sources in merged.items():
        heir = _standing(work, key[0], names[key]) or names[key]
        _succeed(work, sources, [heir], OrganHow.MERGED)


def _alone(work: Work, row: OrganPlan, organ: Organ) -> None:
    ground = work.change.decided_by
    if row.fate == Fate.RENAMED:
        name = row.targets[0]
        work.attempt(organ.name, partial(places.rename_organ, work.actor, organ, name, on=work.starts, ground=ground))
    elif row.fate == Fate.SPLIT:
        _succeed(work, [organ], row.targets, OrganHow.SPLIT)
    else:
        _end(work, organ)


def _succeed(work: Work, sources: list[Organ], heirs: list[Any], how: OrganHow) -> None:
    said = partial(places.succeed_organs, work.actor, sources, heirs, on=work.starts, how=how)
    if work.attempt(sources[0].name, partial(said, ground=work.change.decided_by)) is not None:
        work.counts["organs_ended"] += len(sources)
        work.counts["organs_new"] += sum(isinstance(heir, str) for heir in heirs)


def _end(work: Work, organ: Organ) -> None:
    """Close an organ that nothing stands for; who leads it leads nothing more."""
    lasting = Appointment.objects.filter(Q(ends=None) | Q(ends__gt=work.last), organ=organ)
    for post in list(lasting.select_related("account", "committee")):
        work.attempt(post.account.name, partial(logins.end_appointment, work.actor, post, work.last))
        work.counts["ended_posts"] += 1
        work.look("organ_head_open", name=organ.name, head=post.account.name)
    facts: dict[str, Any] = {"kind": organ.kind, "name": organ.name, "starts": organ.starts, "code": organ.code}
    close = partial(places.alter_organ, work.actor, organ, ends=work.last, parent=organ.parent, **facts)
    work.counts["organs_ended"] += work.attempt(organ.name, close) is not None


def _standing(work: Work, kind: str, name: str) -> Organ | None:
    rows = organs_on(work.committee, work.starts, kind)
    return next((one for one in rows if organ_key(one.name, kind) == organ_key(name, kind)), None)
