"""Filing a wish, and what its steps do."""

from __future__ import annotations

import re

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.norms import value
from lvzhi.wishes import norms, rules
from lvzhi.wishes.models import NAME_MOST, PAGE_MOST, Wish
from lvzhi.wishes.vocabulary import OWN, WishKind
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

_NUMBER = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx]|\d{15})(?!\d)")


def enter(actor: Actor, kind: str, text: str, *, page: str = "", page_name: str = "", once: str | None = None) -> Wish:
    """File what somebody says about the product with the office of the person's committee.

    Raises:
        NotAllowed: nobody is logged in. Refusal: nothing is said, too much, or the account has no committee.
    """
    account = Account.objects.select_related("committee").filter(pk=actor.account_id or 0).first()
    if account is None:
        raise NotAllowed("access.not_allowed", who=OWN)
    if account.committee is None:
        raise Refusal("wishes.no_committee")
    wish = Wish(
        committee=account.committee, account=account, author=account.name, kind=WishKind(kind).value,
        text=_said(text, account.committee.pk, "text"), page=path_of(page), page_name=page_name.strip()[:NAME_MOST],
        filed_on=clock.as_day(actor.at), created_at=actor.at,
    )  # fmt: skip
    return engine.begin(wish, actor, once=once)


def path_of(page: str) -> str:
    """An address of this house without what was asked there; empty for any other."""
    path = page.strip().partition("?")[0].partition("#")[0]
    return path[:PAGE_MOST] if path.startswith("/") and not path.startswith("//") else ""


def _said(text: str, committee: int, field: str) -> str:
    words, limit = text.strip(), int(value(norms.LENGTH, committee))
    if not words:
        raise Refusal("wishes.blank", field=field)
    if len(words) > limit:
        raise Refusal("wishes.long", field=field, limit=limit, count=len(words))
    return words


def keep_answer(taking: Taking) -> None:
    """Effect of answering. What is meant for the makers names nobody and holds no number of a person."""
    wish: Wish = taking.record
    makers = taking.answers.get("makers", "").strip()
    number = _NUMBER.search(makers)
    if number is not None:
        raise Refusal("wishes.number", field="makers", text=number[0])
    named = next((name for name in (wish.author, taking.actor.name) if name and name in makers), None)
    if named is not None:
        raise Refusal("wishes.name", field="makers", name=named)
    wish.answer, wish.makers = _said(taking.answers["answer"], wish.committee_id, "answer"), makers
    wish.answered_by, wish.answered_on = taking.actor.name, clock.as_day(taking.at)


def say_more(taking: Taking) -> None:
    """Effect of saying that it is not solved: the words stand below the first."""
    wish: Wish = taking.record
    more = _said(taking.answers["more"], wish.committee_id, "more")
    wish.text = _said(f"{wish.text}\n\n{more}", wish.committee_id, "more")


def makers_of(actor: Actor, committee: int) -> None:
    """Whether the actor may hand the makers their file. Raises NotAllowed."""
    if not rules.keeps(actor, committee):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
