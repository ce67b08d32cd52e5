"""The journal: what it covers, that it holds, how long, where else it lies: R12.2 i, j, n, R12.3."""

from __future__ import annotations

import datetime as dt
from typing import cast

from lvzhi import norms
from lvzhi.assurance.norms import KEPT_DAYS
from lvzhi.assurance.queries import last_anchor
from lvzhi.assurance.ties.saying import MONTH, bad, duty, either, events, fact, good
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.checks import sealed_models
from lvzhi.journal.models import Entry, Head
from lvzhi.norms.protection import Seen
from lvzhi.ui.formats import day as shown

WEEK = dt.timedelta(days=7)


def covers(committee: Committee, day: dt.date) -> Seen:
    """Kinds of record that nobody writes without a line."""
    return fact("audit_covers", sealed=len(sealed_models()))


def recent(committee: Committee, day: dt.date) -> Seen:
    """Whether it is written."""
    count = Entry.objects.filter(committee_id=committee.pk, at__gte=clock.now() - MONTH).count()
    failed = events(committee, "accounts.login_failed")
    return good("audit_recent", count=count, failed=failed) if count else bad("audit_none")


def chain(committee: Committee, day: dt.date) -> Seen:
    """Whether the end fits: the whole walk is a command's."""
    head, last = Head.objects.filter(pk=1).first(), Entry.objects.order_by("-seq").first()
    if head is None or last is None or (head.seq, head.hash) != (last.seq, last.hash):
        return bad("records_broken")
    return good("records_chain", count=last.seq, document="for-operators/2-backup")


def anchored(committee: Committee, day: dt.date) -> Seen:
    """Whether somebody else holds its end on paper."""
    found = last_anchor()
    if found is None:
        return bad("records_no_anchor")
    return either(day - found.day <= WEEK, "records_anchor", "records_late", day=shown(found.day), seq=found.seq)


def backed_up(committee: Committee, day: dt.date) -> Seen:
    """One file holds records and journal; that it is made daily and tried is whoever runs it."""
    return duty("records_backup", document="for-operators/2-backup")


def far_away(committee: Committee, day: dt.date) -> Seen:
    """A second place, a second machine."""
    return duty("backup_remote", document="for-operators/2-backup")


def kept(committee: Committee, day: dt.date) -> Seen:
    """How far back it goes; a young installation cannot go further than its first day."""
    first = Entry.objects.order_by("seq").values_list("at", flat=True).first()
    if first is None:
        return bad("audit_none")
    unbroken = Entry.objects.filter(seq=1).exists()
    least = cast("int", norms.value(KEPT_DAYS, committee, day))
    return either(unbroken or (day - clock.as_day(first)).days >= least, "law_kept", day=shown(clock.as_day(first)))


def person(committee: Committee, day: dt.date) -> Seen:
    """Rules, and one who answers for them."""
    return duty("law_person")
