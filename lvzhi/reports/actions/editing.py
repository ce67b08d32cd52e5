"""Whether a report may be written now."""

from __future__ import annotations

from lvzhi.access import Actor, Refusal
from lvzhi.reports import rules
from lvzhi.reports.models import Report
from lvzhi.reports.vocabulary.states import ReportState


def editable(report: Report, actor: Actor) -> None:
    """Refuse whoever may not write, and a report that is out of its drafters' hands."""
    rules.author.check(actor, report)
    if report.voided_at is not None or report.state != ReportState.DRAFTING:
        raise Refusal("reports.not_editable", state=report.get_state_display())


def may_edit(report: Report, actor: Actor) -> bool:
    """Whether the actor may write the report now."""
    return report.voided_at is None and report.state == ReportState.DRAFTING and rules.author(actor, report)
