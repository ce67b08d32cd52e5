"""Who is told what."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.papers import queries
from lvzhi.papers.models import Comment, Paper
from lvzhi.papers.rules import KEEPERS, OFFICERS, RECEIVERS, SIGNERS
from lvzhi.workflow.declare import Taking


def address(paper: Paper) -> str:
    """The page of a paper."""
    return reverse("papers:detail", args=[paper.uid])


def _send(taking: Taking, paper: Paper, accounts: Iterable[int | None], code: str, **facts: object) -> None:
    told = {account for account in accounts if account is not None} - {taking.actor.account_id or 0}
    subject = (paper._meta.label_lower, paper.uid, address(paper))
    named = {"title": paper.title, "number": paper.number} | facts
    send(sorted(told), code, subject=subject, committee=paper.committee_id, **named)


def _holding(roles: tuple[str, ...], committee: int) -> list[int]:
    return [account for role in roles for account in holders(role, committee=committee)]


def tell_checkers(taking: Taking) -> None:
    """The office."""
    paper: Paper = taking.record
    _send(taking, paper, _holding(KEEPERS, paper.committee_id), "papers.to_check", who=taking.actor.name)


def tell_signers(taking: Taking) -> None:
    """The secretary-general, who signs or has it signed."""
    paper: Paper = taking.record
    _send(taking, paper, _holding(SIGNERS[:1], paper.committee_id), "papers.to_sign")


def tell_drafter(taking: Taking) -> None:
    """Who drafted it, of its return."""
    _send(taking, taking.record, [taking.record.account_id], "papers.sent_back", opinion=taking.record.opinion)


def tell_issued(taking: Taking) -> None:
    """Who drafted it."""
    _send(taking, taking.record, [taking.record.account_id], "papers.issued")


def tell_receivers(taking: Taking) -> None:
    """Those who receive for the units, committees and organs it went to on this day."""
    paper: Paper = taking.record
    for row in queries.dispatches(paper):
        if row.created_at != taking.at:
            continue
        accounts: list[int] = []
        if row.unit_id is not None:
            accounts = [account for role in OFFICERS for account in holders(role, unit=row.unit_id)]
        elif row.to_committee_id is not None:
            accounts = _holding(RECEIVERS, row.to_committee_id)
        elif row.organ_id is not None:
            accounts = holders("organ_head", organ=row.organ_id)
        _send(taking, paper, accounts, "papers.sent", sender=paper.committee.display)


def tell_withdrawn(taking: Taking) -> None:
    """All who received it in the system."""
    paper: Paper = taking.record
    units = [row.unit_id for row in queries.dispatches(paper) if row.unit_id is not None]
    accounts = [account for unit in units for role in OFFICERS for account in holders(role, unit=unit)]
    _send(taking, paper, accounts, "papers.withdrawn", ground=paper.ground)


def tell_handed(taking: Taking) -> None:
    """The unit."""
    comment: Comment = taking.record
    accounts = [account for role in OFFICERS for account in holders(role, unit=comment.unit_id)]
    _send(taking, comment.paper, accounts, "papers.comment_handed", leader=comment.post + comment.leader)


def tell_answered(taking: Taking) -> None:
    """The office."""
    comment: Comment = taking.record
    accounts = _holding(KEEPERS, comment.committee_id)
    _send(taking, comment.paper, accounts, "papers.comment_answered", unit=str(comment.unit))


def tell_again(taking: Taking) -> None:
    """The unit, of what is missing."""
    comment: Comment = taking.record
    accounts = [account for role in OFFICERS for account in holders(role, unit=comment.unit_id)]
    _send(taking, comment.paper, accounts, "papers.comment_again", opinion=taking.answers["opinion"])
