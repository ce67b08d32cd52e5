"""Who is told of what; of a result only that it is there."""

from __future__ import annotations

from typing import Any

from lvzhi.appraisal.queries import exclusion_name, line_address
from lvzhi.messages.actions import send
from lvzhi.workflow.declare import Taking


def _tell(taking: Taking, person: Any, code: str, **facts: object) -> None:
    line: Any = taking.record
    account = person.account_id if person is not None else None
    if account is not None and account != taking.actor.account_id:
        subject = (line._meta.label_lower, line.uid, line_address(line))
        send([account], code, subject=subject, committee=line.committee_id, title=str(line.round), **facts)


def ask_comment(taking: Taking) -> None:
    """The leader, that an account waits."""
    _tell(taking, taking.record.leader, "appraisal.comment", name=taking.record.name)


def tell_exempt(taking: Taking) -> None:
    """The person, that there will be no grade, and why."""
    _tell(taking, taking.record.person, "appraisal.exempt", reason=exclusion_name(taking.record))


def tell_result(taking: Taking) -> None:
    """The person, that the result is decided."""
    _tell(taking, taking.record.person, "appraisal.told")


def tell_answer(taking: Taking) -> None:
    """The person, that the appeal is answered."""
    _tell(taking, taking.record.person, "appraisal.answered")
