"""Who of a roster has no login yet, and whose login has no post yet."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef

from lvzhi.accounts.models import Appointment
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.people.queries import Members, detailed, members_on


def without_login(committee: Committee, day: dt.date) -> Members:
    """Members of `day` whose person has no account, `detailed`."""
    rows = members_on(Scope(committee), day).filter(person__account=None)
    return detailed(rows, day).order_by("person__pinyin", "pk")


def without_post(committee: Committee, day: dt.date) -> Members:
    """Members of `day` whose account is not appointed a member of this committee."""
    held = Appointment.objects.on(day).filter(
        account=OuterRef("person__account"), role=Role.MEMBER, committee=committee
    )
    rows = members_on(Scope(committee), day).exclude(person__account=None).filter(~Exists(held))
    return rows.select_related("person__account").order_by("person__pinyin", "pk")
