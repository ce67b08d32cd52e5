"""Who is told what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.opinions import rules
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries import accounts_of, address
from lvzhi.workflow.declare import Check, Taking


def tell_editors(taking: Taking) -> None:
    """The editors, that there is something to screen."""
    concern: Concern = taking.record
    code = "opinions.urgent" if concern.urgent else "opinions.submitted"
    _tell(taking, editors(concern.committee_id), code)


def tell_entered(taking: Taking) -> None:
    """The authors, that staff has handed in an item for them."""
    if taking.record.by_staff:
        _tell(taking, accounts_of(taking.record), "opinions.received")


def tell_checkers(taking: Taking) -> None:
    """The editors but the one who edited it, that it is to be checked."""
    _tell(taking, editors(taking.record.committee_id), "opinions.to_check")


def tell_editor(taking: Taking) -> None:
    """Who edited it, that it came back with an opinion."""
    editor = taking.record.editor_id
    _tell(taking, [editor] if editor else [], "opinions.back", ground=taking.record.ground)


def tell_authors(code: str) -> Check:
    """A notice to all authors about what a step came to; the sentence may use ``title, ground, main``."""

    def tell(taking: Taking) -> None:
        concern: Concern = taking.record
        main = concern.merged_into.current_title if concern.merged_into else ""
        _tell(taking, accounts_of(concern), f"opinions.{code}", ground=concern.ground, main=main)

    return tell


def tell_offline(taking: Taking) -> None:
    """The authors, that it was taken off-line: without its title, and not on a record whose messages go (R12.12)."""
    concern: Concern = taking.record
    told = set(accounts_of(concern)) - {taking.actor.account_id}
    send(sorted(told), "opinions.offline", committee=concern.committee_id)


def editors(committee: int) -> list[int]:
    """Accounts that edit in a committee."""
    return sorted({pk for role in rules.EDITORS for pk in holders(role, committee=committee)})


def _tell(taking: Taking, accounts: Iterable[int], code: str, **facts: Any) -> None:
    record = taking.record
    subject = (record._meta.label_lower, record.uid, address(record))
    told = sorted(set(accounts) - {taking.actor.account_id})
    send(told, code, subject=subject, committee=record.committee_id, title=record.title_for_people, **facts)
