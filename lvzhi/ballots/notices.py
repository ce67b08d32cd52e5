"""Who is told what: voters when it opens and when the result is out."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from lvzhi.ballots import queries, rules
from lvzhi.ballots.actions.telling import CODE
from lvzhi.ballots.models import Ballot
from lvzhi.messages.actions import send, settle
from lvzhi.workflow.declare import Taking

OPENED, ANNOUNCED = "ballots.open", "ballots.announced"


def address(ballot: Ballot) -> str:
    """The page of a ballot."""
    return reverse("ballots:detail", args=[ballot.uid])


def vote_address(ballot: Ballot) -> str:
    """The slip."""
    return reverse("ballots:vote", args=[ballot.uid])


def _send(ballot: Ballot, accounts: Iterable[int], code: str, url: str) -> None:
    subject = (ballot._meta.label_lower, ballot.uid, url)
    send(accounts, code, subject=subject, committee=ballot.committee_id, title=ballot.title)


def _settle(ballot: Ballot, code: str, accounts: list[int] | None = None) -> None:
    settle(ballot._meta.label_lower, ballot.uid, code=code, accounts=accounts)


def tell_open(taking: Taking) -> None:
    """Every voter who has an account."""
    _send(taking.record, queries.electors_accounts(taking.record), OPENED, vote_address(taking.record))


def has_voted(taking: Taking) -> None:
    """This voter is asked no more."""
    account = taking.record.person.account_id
    if account is not None:
        _settle(taking.record.ballot, OPENED, [account])


def over(taking: Taking) -> None:
    """Nobody is asked any more."""
    _settle(taking.record, OPENED)
    _settle(taking.record, CODE)


def tell_announced(taking: Taking) -> None:
    """Every voter who has an account, where voters see what it came to."""
    if not rules.closed(taking.record):
        _send(taking.record, queries.electors_accounts(taking.record), ANNOUNCED, address(taking.record))
