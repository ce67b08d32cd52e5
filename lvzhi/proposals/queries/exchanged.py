"""What is known of units' handling of proposals, for a package to another body (R4.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import F, OuterRef, Subquery

from lvzhi.directory.sheets import Days, Sheet
from lvzhi.exchange.columns import Column
from lvzhi.norms import codes
from lvzhi.proposals.models import Assignment, Rating, Reply
from lvzhi.proposals.vocabulary import HANDLED_SHEET, AssignState, Grade


def handled(committee: int, units: Collection[int], days: Days) -> Iterator[list[Any]]:
    """Hand-overs of the days to these units: when, in what part, answered when and how, rated how. One query."""
    reply = Reply.objects.live().filter(assignment=OuterRef("pk")).order_by("-round", "-id")
    rated = Rating.objects.live().filter(proposal=OuterRef("proposal")).order_by("-round", "-id")
    rows = (
        Assignment.objects.live()
        .filter(committee_id=committee, unit__in=list(units), assigned_on__range=(days.since, days.until))
        .exclude(state=AssignState.REPLACED)
        .exclude(proposal__voided_at__isnull=False)
        .select_related("unit", "proposal")
        .annotate(
            replied_on=Subquery(reply.values("answered_on")[:1]),
            result_class=Subquery(reply.values("result_class")[:1]),
            rated=Subquery(rated.values("result")[:1]),
            due=F("proposal__answer_due_on"),
        )
        .order_by("unit__name", "assigned_on", "id")
    )
    for row in rows:
        yield [
            row.unit.name, row.proposal.number, row.proposal.title, row.get_role_display(), row.assigned_on, row.due,
            row.get_state_display(), row.replied_on,
            codes.name_of("proposals.class", committee, row.result_class, row.replied_on) if row.result_class else "",
            str(Grade(row.rated).label) if row.rated else "", row.reminded,
        ]  # fmt: skip


SHEET = Sheet(
    key="proposals.handled",
    title=HANDLED_SHEET["title"],
    columns=[
        Column("unit", HANDLED_SHEET["unit"], width=24), Column("number", HANDLED_SHEET["number"], width=16),
        Column("proposal", HANDLED_SHEET["proposal"], width=44), Column("role", HANDLED_SHEET["role"], width=10),
        Column("assigned_on", HANDLED_SHEET["assigned_on"], kind="date"),
        Column("due", HANDLED_SHEET["due"], kind="date"), Column("state", HANDLED_SHEET["state"], width=12),
        Column("replied_on", HANDLED_SHEET["replied_on"], kind="date"),
        Column("result", HANDLED_SHEET["result"], width=14), Column("rated", HANDLED_SHEET["rated"], width=10),
        Column("reminded", HANDLED_SHEET["reminded"], kind="int"),
    ],
    rows=handled,
)  # fmt: skip
