"""Which tables a report is printed with; outlines that an office keeps for the reports to come."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.journal.lines import line
from lvzhi.reports import queries, rules
from lvzhi.reports.actions.editing import editable
from lvzhi.reports.models import NAME_MOST, TITLE_MOST, OwnOutline, Report
from lvzhi.reports.sections.tables import chosen


def choose_tables(report: Report, actor: Actor, keys: Iterable[str]) -> Report:
    """Choose the tables that go with a report; what is no table is left out.

    Raises:
        NotAllowed: no author. Refusal: no longer drafted.
    """
    with transaction.atomic():
        locked: Report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
        editable(locked, actor)
        wanted = [one.key for one in chosen(list(keys))]
        if wanted != locked.tables:
            with line(actor, "reports.tables_chosen", subject=locked, count=len(wanted)):
                locked.tables = wanted
                locked.version += 1
                locked.save()
    return locked


def keep_outline(report: Report, actor: Actor, name: str, *, texts: bool = True) -> OwnOutline:
    """Keep the sections of a report, signed or not, as an outline to begin others with.

    Args:
        texts: with their texts, whose figures will be those of the report to come; else the headings alone.

    Raises:
        NotAllowed: no author. Refusal: no name, a name that an own outline has already.
    """
    rules.author.check(actor, report)
    name = " ".join(name.split())[:TITLE_MOST]
    if not name:
        raise Refusal("reports.outline_name", field="name")
    if queries.own_outlines(report.committee).filter(name=name).exists():
        raise Refusal("reports.outline_taken", field="name", name=name)
    parts = [[one.heading, one.text if texts else ""] for one in queries.sections_of(report)]
    made = OwnOutline(
        committee_id=report.committee_id, name=name, kind=report.kind, parts=parts, tables=report.tables,
        account_id=actor.account_id, who=actor.name[:NAME_MOST], created_at=actor.at,
    )  # fmt: skip
    with line(actor, "reports.outline_kept", subject=report, name=name):
        made.save()
    return made


def drop_outline(outline: OwnOutline, actor: Actor) -> None:
    """Take an own outline out of the choice; reports begun with it stay.

    Raises:
        NotAllowed: no author there.
    """
    if not rules.may_write(actor, outline.committee_id):
        raise NotAllowed("reports.not_author", committee=outline.committee.name)
    with line(actor, "reports.outline_dropped", committee=outline.committee, name=outline.name):
        outline.voided_at, outline.void_ground = actor.at, outline.name[:200]
        outline.save()
