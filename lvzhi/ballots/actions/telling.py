"""Tellers are asked to take their codes, in the transaction that names them."""

from __future__ import annotations

from django.urls import reverse

from lvzhi.ballots import queries
from lvzhi.ballots.models import Ballot
from lvzhi.messages.actions import send, settle

CODE = "ballots.teller"


def tell_tellers(ballot: Ballot) -> None:
    """Those who have no code yet are asked to take one."""
    without = [teller.account_id for teller in queries.tellers(ballot) if not teller.key]
    subject = (ballot._meta.label_lower, ballot.uid, reverse("ballots:code", args=[ballot.uid]))
    send(without, CODE, subject=subject, committee=ballot.committee_id, title=ballot.title)


def code_taken(ballot: Ballot, account: int) -> None:
    """The teller has a code."""
    settle(ballot._meta.label_lower, ballot.uid, code=CODE, accounts=[account])
