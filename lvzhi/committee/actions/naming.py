"""An organ is renamed from a day on: it stays the same organ, and records print the name of their own day."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Actor, Refusal
from lvzhi.committee import rules
from lvzhi.committee.actions import checks
from lvzhi.committee.actions.organs import check_name
from lvzhi.committee.models import GROUND_LENGTH, Organ
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

_DAY = dt.timedelta(days=1)


def rename_organ(actor: Actor, organ: Organ, name: str, *, on: dt.date, ground: str = "") -> Organ:
    """Give an organ another name from `on`; the one until then is kept with its last day (R0.4).

    Raises:
        NotAllowed: not an editor of this committee.
        Refusal: blank or the same name, a day to come, not after the organ began or was last renamed, after its end,
            another organ of the kind bears the name.
    """
    rules.EDIT.check(actor, organ)
    clean, words = checks.words("name", name), checks.words("ground", ground, limit=GROUND_LENGTH, required=False)
    with line(
        actor, "committee.organ_rename", subject=organ, committee=organ.committee, old=organ.name, name=clean, on=on
    ):
        checks.lock(organ.committee)
        locked = Organ.objects.select_for_update().select_related("committee").get(pk=organ.pk)
        _check(locked, clean, on)
        locked.former = [
            *locked.former, {"name": locked.name, "until": (on - _DAY).isoformat(), "ground": words}
        ]  # fmt: skip
        locked.name = clean
        check_name(locked)
        locked.save()
    return locked


def _check(organ: Organ, name: str, on: dt.date) -> None:
    since = dt.date.fromisoformat(organ.former[-1]["until"]) + _DAY if organ.former else organ.starts
    if name == organ.name:
        raise Refusal("committee.name_same", field="name", name=name)
    if on > clock.today():
        raise Refusal("committee.name_future", field="on", on=on)
    if on <= since:
        raise Refusal("committee.name_early", field="on", on=on, since=since)
    if organ.ends is not None and organ.ends < on:
        raise Refusal("committee.name_over", field="on", name=organ.name, ends=organ.ends, on=on)


def unname_organ(actor: Actor, organ: Organ) -> Organ:
    """Take the last renaming back, a mis-entry. Raises `NotAllowed`, `Refusal` where there is none."""
    rules.EDIT.check(actor, organ)
    if not organ.former:
        raise Refusal("committee.no_former", name=organ.name)
    old = organ.former[-1]["name"]
    with line(actor, "committee.organ_unname", subject=organ, committee=organ.committee, old=old, name=organ.name):
        locked = Organ.objects.select_for_update().select_related("committee").get(pk=organ.pk)
        *before, last = locked.former
        locked.former, locked.name = before, last["name"]
        check_name(locked)
        locked.save()
    return locked
