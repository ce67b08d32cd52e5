"""Who is told what after each step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from lvzhi.accounts.queries import holders
from lvzhi.accounts.vocabulary import Role
from lvzhi.ledger import queries
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.vocabulary.states import Adoption, ProblemState
from lvzhi.ledger.vocabulary.words import NOBODY
from lvzhi.messages.actions import send
from lvzhi.workflow.declare import Taking


def address(entry: Any) -> str:
    """The page of a problem or a piece of advice."""
    return reverse("ledger:problem" if isinstance(entry, Problem) else "ledger:advice", args=[entry.uid])


def _send(taking: Taking, accounts: Iterable[int | None], code: str, **facts: object) -> None:
    entry = taking.record
    told = {account for account in accounts if account is not None} - {taking.actor.account_id or 0}
    send(
        sorted(told),
        code,
        subject=(entry._meta.label_lower, entry.uid, address(entry)),
        committee=entry.committee_id,
        text=entry.title_for_people,
        **facts,
    )


def _unit(unit_id: int | None) -> list[int]:
    if unit_id is None:
        return []
    return [*holders(Role.UNIT_OFFICER, unit=unit_id), *holders(Role.UNIT_HEAD, unit=unit_id)]


def _owners(problem: Problem) -> list[int | None]:
    found: list[int | None] = list(_unit(problem.owner_unit_id))
    if problem.owner_organ_id is not None:
        found += holders(Role.ORGAN_HEAD, organ=problem.owner_organ_id)
    if problem.owner_person is not None:
        found.append(problem.owner_person.account_id)
    return found


def _keepers(entry: Problem | Advice) -> list[int]:
    if entry.organ_id is not None:
        heads = holders(Role.ORGAN_HEAD, organ=entry.organ_id)
        if heads:
            return heads
    return holders(Role.OFFICE, committee=entry.committee_id)


def tell_assigned(taking: Taking) -> None:
    """Whoever answers for it now."""
    _send(taking, _owners(taking.record), "ledger.assigned", due=taking.record.finish_by or NOBODY)


def tell_finished(taking: Taking) -> None:
    """The organ that keeps it."""
    _send(taking, _keepers(taking.record), "ledger.finished", owner=taking.record.owner or NOBODY)


def tell_sent_back(taking: Taking) -> None:
    """Whoever answers for it, with the ground."""
    _send(taking, _owners(taking.record), "ledger.sent_back", opinion=taking.record.ground)


def tell_checked(taking: Taking) -> None:
    """Whoever answered for it."""
    _send(taking, _owners(taking.record), "ledger.checked")


def tell_looked(taking: Taking) -> None:
    """Whoever answers for it, when it is open again."""
    if taking.record.state == ProblemState.OPEN:
        _send(taking, _owners(taking.record), "ledger.reopened")


def tell_submitted(taking: Taking) -> None:
    """Whoever gave the advice."""
    _send(taking, queries.author_accounts(taking.record), "ledger.submitted")


def tell_handed(taking: Taking) -> None:
    """The unit that answers."""
    _send(taking, _unit(taking.record.unit_id), "ledger.handed")


def tell_answered(taking: Taking) -> None:
    """Whoever gave the advice (R3.11), and the organ that follows it up."""
    adoption = str(Adoption(taking.record.outcome).label)
    authors = queries.author_accounts(taking.record)
    _send(taking, authors, "ledger.answered", adoption=adoption)
    _send(taking, set(_keepers(taking.record)) - set(authors), "ledger.answered_keeper", adoption=adoption)


def tell_answer_returned(taking: Taking) -> None:
    """The unit, with the opinion."""
    _send(taking, _unit(taking.record.unit_id), "ledger.answer_returned", opinion=taking.record.opinion)


def tell_closed(taking: Taking) -> None:
    """Whoever gave the advice."""
    _send(taking, queries.author_accounts(taking.record), "ledger.closed")
