"""An absence case: the sittings behind it, what was done, what the member says."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.accounts.actors import actor_of
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.tenure import queries, rules, tables, ties
from lvzhi.tenure.queries import shown
from lvzhi.workflow.clocks import left
from lvzhi.workflow.engine import steps_open


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A case with the absences it counts, as they stand today, and every measure taken."""
    actor = actor_of(request)
    case = queries.case_of(actor, uid)
    kind, rows = case._meta.label_lower, list(queries.rows_of(case, clock.today()))
    context = {
        "case": case, "name": case.member.person.name, "tag": shown.case_tag(case), "count": len(rows),
        "below": len(rows) < case.least, "table": tables.sittings_table(rows), "own": rules.case_own(actor, case),
        "measures": queries.measures_of(case), "buttons": steps_open(case, actor),
        "left": left(case.due_on, case.committee_id), "files": files_of(kind, case.uid),
        "add_url": reverse("files:add", args=[kind, case.uid]) if ties.may_add(actor, case) else "",
        "events": timeline(kind, case.uid), "reads": rules.reader(actor, case),
    }  # fmt: skip
    return render(request, "tenure/case.html", context)
