"""Who is told what."""

from __future__ import annotations

from typing import Any

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.publications.models import Call
from lvzhi.publications.queries import address, placing
from lvzhi.workflow.declare import Taking

REVIEWERS = ("clerk", "office")
FINAL = ("secretary_general", "leader")


def tell_members(call: Call) -> None:
    """All members, that materials are asked for."""
    _send(call, holders("member", committee=call.committee_id), "publications.called", until=call.until)


def tell_declined(taking: Taking) -> None:
    """Who offered the clue, why it is not taken up."""
    _person(taking, taking.record.person, "publications.clue_declined", ground=taking.record.ground)


def tell_writer(taking: Taking) -> None:
    """Who is asked to write."""
    _person(taking, taking.record.writer_person, "publications.commissioned", until=taking.record.write_by)


def tell_reviewers(taking: Taking) -> None:
    """The editors, that there is something to review."""
    _roles(taking, REVIEWERS, "publications.submitted")


def tell_final(taking: Taking) -> None:
    """Those who review finally."""
    _roles(taking, FINAL, "publications.to_final")


def tell_author(code: str) -> Any:
    """A notice to the author about what a review came to."""

    def tell(taking: Taking) -> None:
        row = placing(taking.record) if code == "printed" else None
        facts = {"ground": taking.record.ground, "issue": str(row.issue) if row else ""}
        _person(taking, taking.record.person, f"publications.{code}", **facts)

    return tell


def _roles(taking: Taking, roles: tuple[str, ...], code: str) -> None:
    place = taking.record.committee_id
    told = {pk for role in roles for pk in holders(role, committee=place)} - {taking.actor.account_id}
    _send(taking.record, sorted(pk for pk in told if pk), code)


def _person(taking: Taking, person: Any, code: str, **facts: Any) -> None:
    account = getattr(person, "account_id", None)
    if account is not None and account != taking.actor.account_id:
        _send(taking.record, [account], code, **facts)


def _send(record: Any, accounts: list[int], code: str, **facts: Any) -> None:
    subject = (record._meta.label_lower, record.uid, address(record))
    send(accounts, code, subject=subject, committee=record.committee_id, title=record.title_for_people, **facts)
