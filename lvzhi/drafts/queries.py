"""Reading one's own drafts."""

from __future__ import annotations

from collections.abc import Iterable

from lvzhi.drafts.models import Draft


def load(account_id: int, kind: str, key: str) -> Draft | None:
    """The draft of an account, None when there is none."""
    return Draft.objects.filter(account_id=account_id, kind=kind, key=key).first()


def mine(account_id: int, kinds: Iterable[str] | None = None) -> list[Draft]:
    """All drafts of an account, newest first; only those of some kinds where they are named."""
    rows = Draft.objects.filter(account_id=account_id)
    if kinds is not None:
        rows = rows.filter(kind__in=list(kinds))
    return list(rows.order_by("-saved_at", "-pk"))
