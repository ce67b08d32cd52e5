"""Who is told what became of an item: its authors at every turn, the editors where it happened elsewhere."""

from __future__ import annotations

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.opinions.actions.levels.payload import News
from lvzhi.opinions.models import Author, Concern
from lvzhi.opinions.rules import EDITORS
from lvzhi.opinions.vocabulary.states import How, Turn
from lvzhi.opinions.vocabulary.turns import NOT_GIVEN


def address(concern: Concern) -> str:
    """The page of an item."""
    return reverse("opinions:concern", args=[concern.uid])


def authors(actor: Actor, concern: Concern, code: str, **facts: object) -> None:
    """Tell its authors and who wrote it, but not whoever acts."""
    rows = Author.objects.live().filter(concern=concern, person__account__isnull=False)
    told = {*rows.values_list("person__account", flat=True), concern.account_id} - {actor.account_id, None}
    _send(told, concern, code, **facts)


def editors(actor: Actor, concern: Concern, code: str, **facts: object) -> None:
    """Tell the editors of its committee, but not whoever acts."""
    told = {account for role in EDITORS for account in holders(role, committee=concern.committee_id)}
    _send(told - {actor.account_id or 0}, concern, code, **facts)


def turn(actor: Actor, concern: Concern, news: News, *, elsewhere: bool) -> None:
    """Tell of a turn.

    Args:
        elsewhere: it was told from above, so that the editors here learn of it too.
    """
    key = "back" if news.withdrawn else news.turn
    facts = {
        "turn": str(Turn(news.turn).label), "body": news.body, "document": news.document,
        "how": str(How(news.how).label) if news.how else "", "words": news.words or NOT_GIVEN,
    }  # fmt: skip
    authors(actor, concern, f"opinions.turn_{key}", **facts)
    if elsewhere:
        editors(actor, concern, f"opinions.told_{key}", **facts)


def _send(accounts: set[int | None] | set[int], concern: Concern, code: str, **facts: object) -> None:
    subject = (concern._meta.label_lower, concern.uid, address(concern))
    known = [account for account in accounts if account]
    send(sorted(known), code, subject=subject, committee=concern.committee_id, title=concern.current_title, **facts)
