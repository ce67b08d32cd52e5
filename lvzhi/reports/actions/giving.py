"""Documents that are given out, so that one that comes back edited is known again."""

from __future__ import annotations

from typing import Any

from lvzhi.access import Actor
from lvzhi.journal.lines import line
from lvzhi.reports import rules
from lvzhi.reports.models import NAME_MOST, Copy, Report
from lvzhi.reports.vocabulary.states import CopyForm


def note_copy(report: Report, actor: Actor, form: str, parts: list[dict[str, Any]]) -> Copy:
    """Note that a document was given out, and to whom.

    Args:
        form: of `CopyForm`. parts: what it holds, as `Copy` says.

    Raises:
        NotAllowed: the actor does not read the report.
    """
    rules.visible.check(actor, report)
    copy = Copy(
        committee_id=report.committee_id, report=report, form=form, parts=parts, account_id=actor.account_id,
        who=actor.name[:NAME_MOST], created_at=actor.at,
    )  # fmt: skip
    with line(actor, "reports.copied", subject=report, form=str(CopyForm(form).label)):
        copy.save()
    return copy
