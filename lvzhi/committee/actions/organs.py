"""Organs 机构 of a committee, with the dates between which they stand (R0.4)."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Actor, Refusal
from lvzhi.committee import rules
from lvzhi.committee.actions import checks
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.vocabulary import OPEN_END, OrganKind
from lvzhi.journal.lines import line


def add_organ(
    actor: Actor,
    committee: Committee,
    *,
    kind: str,
    name: str,
    starts: dt.date,
    ends: dt.date | None = None,
    code: str = "",
    parent: Organ | None = None,
) -> Organ:
    """Set up an organ.

    Raises:
        NotAllowed: not an editor of this committee.
        Refusal: unknown kind, dates reversed, same name of the same kind in the same time, code taken, foreign parent.
    """
    rules.EDIT_COMMITTEE.check(actor, committee)
    organ = Organ(committee=committee)
    _fill(organ, kind=kind, name=name, starts=starts, ends=ends, code=code, parent=parent)
    with line(actor, "committee.organ_add", subject=organ, committee=committee, name=organ.name):
        checks.lock(committee)
        _check(organ)
        organ.save()
    return organ


def alter_organ(
    actor: Actor,
    organ: Organ,
    *,
    kind: str,
    name: str,
    starts: dt.date,
    ends: dt.date | None = None,
    code: str = "",
    parent: Organ | None = None,
) -> Organ:
    """Correct an organ, or close it by giving its last day. Raises as `add_organ`."""
    rules.EDIT.check(actor, organ)
    if (starts, ends) != (organ.starts, organ.ends) and organ.heirs_rows.exists():
        raise Refusal("committee.has_heirs", field="ends", name=organ.name)
    _fill(organ, kind=kind, name=name, starts=starts, ends=ends, code=code, parent=parent)
    with line(actor, "committee.organ_alter", subject=organ, committee=organ.committee, name=organ.name):
        checks.lock(organ.committee)
        _check(organ)
        organ.save()
    return organ


def _fill(
    organ: Organ,
    *,
    kind: str,
    name: str,
    starts: dt.date,
    ends: dt.date | None,
    code: str,
    parent: Organ | None,
) -> None:
    if kind not in OrganKind.values:
        raise Refusal("committee.organ_kind", field="kind", kind=kind)
    if ends is not None and ends < starts:
        raise Refusal("committee.organ_dates", field="ends", starts=starts, ends=ends)
    organ.kind, organ.name, organ.code = kind, checks.words("name", name), checks.code(code, required=False)
    organ.starts, organ.ends, organ.parent = starts, ends, parent


def _check(organ: Organ) -> None:
    others = Organ.objects.filter(committee=organ.committee_id).exclude(pk=organ.pk)
    twin = others.filter(code=organ.code).first() if organ.code else None
    if twin is not None:
        raise Refusal("committee.organ_code_taken", field="code", given=organ.code, name=twin.name)
    check_name(organ)
    _check_parent(organ)


def check_name(organ: Organ) -> None:
    """Refuse the name of another organ of the kind that stands in the same time."""
    others = Organ.objects.filter(committee=organ.committee_id).exclude(pk=organ.pk)
    for other in others.filter(kind=organ.kind, name=organ.name):
        if (other.ends is None or organ.starts <= other.ends) and (organ.ends is None or other.starts <= organ.ends):
            raise Refusal(
                "committee.organ_taken",
                field="name",
                name=organ.name,
                starts=other.starts,
                ends=other.ends or OPEN_END,
            )


def _check_parent(organ: Organ) -> None:
    above = organ.parent
    if above is not None and above.committee_id != organ.committee_id:
        raise Refusal("committee.organ_parent", field="parent")
    while above is not None:
        if above.pk == organ.pk:
            raise Refusal("committee.organ_parent", field="parent")
        above = above.parent
