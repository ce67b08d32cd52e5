"""Who is told what."""

from __future__ import annotations

from typing import Any

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.regulations.models import Matter, Opinion, Version
from lvzhi.regulations.queries.addresses import matter_address, version_address
from lvzhi.regulations.rules import KEEPERS
from lvzhi.regulations.vocabulary.states import Answer
from lvzhi.workflow.declare import Taking


def _send(taking: Taking, accounts: list[int | None], code: str, record: Any, url: str, **facts: object) -> None:
    told = sorted({one for one in accounts if one is not None} - {taking.actor.account_id or 0})
    subject = (record._meta.label_lower, record.uid, url)
    send(told, code, subject=subject, committee=record.committee_id, **facts)


def _asked(opinion: Opinion) -> list[int | None]:
    if opinion.organ_id is not None:
        return list(holders("organ_head", organ=opinion.organ_id))
    return [opinion.person.account_id] if opinion.person is not None else []


def tell_asked(taking: Taking) -> None:
    """Those whose opinion is asked."""
    draft: Version = taking.record
    accounts: list[int | None] = [one.person.account_id for one in taking.answers.get("members") or []]
    for organ in taking.answers.get("organs") or []:
        accounts += holders("organ_head", organ=organ.pk)
    url = version_address(draft)
    _send(taking, accounts, "regulations.asked", draft, url, title=draft.title, until=draft.opinions_until)


def tell_given(taking: Taking) -> None:
    """Who drafts it, that somebody has said something."""
    opinion: Opinion = taking.record
    draft, url = opinion.draft, version_address(opinion.draft)
    _send(
        taking, [draft.account_id], "regulations.opinion_given", draft, url, title=draft.title, name=opinion.name
    )  # fmt: skip


def tell_taken(taking: Taking) -> None:
    """Who gave it, what became of it."""
    opinion: Opinion = taking.record
    draft, url = opinion.draft, version_address(opinion.draft)
    taken = taking.facts["taken"]
    _send(taking, _asked(opinion), "regulations.opinion_taken", draft, url, title=draft.title, taken=taken)


def tell_checkers(taking: Taking) -> None:
    """The office, that a draft is to be checked."""
    draft: Version = taking.record
    accounts: list[int | None] = [pk for role in KEEPERS for pk in holders(role, committee=draft.committee_id)]
    _send(taking, accounts, "regulations.to_check", draft, version_address(draft), title=draft.title)


def tell_returned(taking: Taking) -> None:
    """Who drafts it, that it comes back."""
    draft: Version = taking.record
    url, ground = version_address(draft), draft.opinion
    _send(taking, [draft.account_id], "regulations.returned", draft, url, title=draft.title, ground=ground)


def tell_answered(taking: Taking) -> None:
    """Who reported it, that there is an answer."""
    matter: Matter = taking.record
    how = str(Answer(matter.answered_how).label)
    url = matter_address(matter)
    _send(taking, [matter.account_id], "regulations.matter_answered", matter, url, title=matter.title, how=how)
