"""Who is told of a request for correction: the office, and then whoever asked."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from lvzhi.accounts.queries import holders
from lvzhi.dossier.models import Amendment
from lvzhi.messages.actions import send, settle
from lvzhi.people.rules import KEEPERS
from lvzhi.workflow.declare import Taking


def address(asked: Amendment) -> str:
    """The page of a request."""
    return reverse("dossier:amendment", args=[asked.uid])


def _subject(asked: Amendment) -> tuple[str, Any, str]:
    return asked._meta.label_lower, asked.uid, address(asked)


def tell_office(asked: Amendment) -> None:
    """Those who keep the roster of the committee, the asker apart."""
    accounts = {account for role in KEEPERS for account in holders(role, committee=asked.committee_id)}
    wanted = sorted(accounts - {asked.person.account_id})
    facts = {"name": asked.person.name, "label": asked.label}
    send(wanted, "dossier.amend_asked", subject=_subject(asked), committee=asked.committee_id, **facts)


def tell_done(taking: Taking) -> None:
    """Whoever asked, of the correction."""
    _tell(taking.record, "dossier.amend_accepted")


def tell_refused(taking: Taking) -> None:
    """Whoever asked, of the refusal and its ground."""
    _tell(taking.record, "dossier.amend_refused", opinion=taking.record.opinion)


def settle_office(taking: Taking) -> None:
    """What the office was told is settled."""
    settle(taking.record._meta.label_lower, taking.record.uid)


def _tell(asked: Amendment, code: str, **facts: str) -> None:
    settle(asked._meta.label_lower, asked.uid)
    account = asked.person.account_id
    wanted = [account] if account is not None else []
    send(wanted, code, subject=_subject(asked), committee=asked.committee_id, label=asked.label, **facts)
