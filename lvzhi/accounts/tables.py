"""The list of accounts as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import ACTIVE, COLUMNS, DISABLED, NOBODY_FOUND, ROLE_JOINER
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def _posts(account: Account) -> str:
    posts: list[Appointment] = account.posts_today  # type: ignore[attr-defined]  # prefetched by queries.managed
    shown = ((post.unit or post.organ or post.committee.display, post.get_role_display()) for post in posts)
    return ROLE_JOINER.join(f"{place} {role}" for place, role in shown)


def accounts_table(page: Page[Account], params: Mapping[str, Any]) -> Table:
    """One page of accounts."""
    columns = [
        Column("name", COLUMNS["name"], url=lambda row: reverse("accounts:account", args=[row.uid])),
        Column("username", COLUMNS["username"]),
        Column("committee", COLUMNS["committee"], value=lambda row: row.committee and row.committee.display),
        Column("posts", COLUMNS["posts"], value=_posts, wide=True),
        Column(
            "state", COLUMNS["state"], kind="tag",
            value=lambda row: ACTIVE if row.is_active else DISABLED,
            tone=lambda row: "good" if row.is_active else "neutral",
        ),
    ]  # fmt: skip
    return Table(columns, page=page, params=params, empty=NOBODY_FOUND)
