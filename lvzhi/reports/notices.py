"""Who is told what."""

from __future__ import annotations

from typing import Any

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.reports import queries
from lvzhi.reports.models import Remark, Report
from lvzhi.reports.queries import report_address
from lvzhi.reports.rules import KEEPERS, SIGNERS
from lvzhi.workflow.declare import Taking


def _send(actor: Any, accounts: list[int | None], code: str, report: Report, **facts: object) -> None:
    told = sorted({one for one in accounts if one is not None} - {actor.account_id or 0})
    subject = (report._meta.label_lower, report.uid, report_address(report))
    send(told, code, subject=subject, committee=report.committee_id, title=report.title, **facts)


def _holders(report: Report, roles: tuple[str, ...]) -> list[int | None]:
    return [pk for role in roles for pk in holders(role, committee=report.committee_id)]


def tell_reviewers(taking: Taking) -> None:
    """The office, that a report is to be reviewed."""
    _send(taking.actor, _holders(taking.record, KEEPERS), "reports.to_review", taking.record)


def tell_signers(taking: Taking) -> None:
    """Who signs, that a report waits."""
    _send(taking.actor, _holders(taking.record, SIGNERS), "reports.to_sign", taking.record)


def _drafters(report: Report) -> list[int | None]:
    return [report.account_id, *(one.section.account_id for one in queries.sections_of(report))]


def tell_returned(taking: Taking) -> None:
    """Who drafts it, that it comes back."""
    report: Report = taking.record
    _send(taking.actor, _drafters(report), "reports.returned", report, ground=report.note)


def tell_signed(taking: Taking) -> None:
    """Who drafted it, that it is signed."""
    report: Report = taking.record
    _send(taking.actor, _drafters(report), "reports.signed", report, count=taking.facts["count"])


def tell_remarked(remark: Remark, actor: Any) -> None:
    """Who drafts the section, that somebody has a remark."""
    section = remark.section
    heading = queries.revision_of(section).heading
    _send(actor, [section.account_id], "reports.remarked", section.report, name=remark.who, heading=heading)


def tell_answered(taking: Taking) -> None:
    """Who made the remark, that it was answered."""
    remark: Remark = taking.record
    heading = queries.revision_of(remark.section).heading
    _send(taking.actor, [remark.account_id], "reports.remark_answered", remark.section.report, heading=heading)
