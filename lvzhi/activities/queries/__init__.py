"""Reads of activities: scope or actor first."""

from __future__ import annotations

from lvzhi.activities.queries.reading import counting, live, one, participants_of, sittings_of
from lvzhi.activities.queries.service import givings, one_noted, posts_on, reported, seen, study_plans
from lvzhi.activities.queries.telling import (
    INVITATION,
    account_of,
    accounts_of,
    chairman_accounts,
    receipts,
    unread_accounts,
    when_and_where,
)

__all__ = [
    "INVITATION",
    "account_of",
    "accounts_of",
    "chairman_accounts",
    "counting",
    "givings",
    "live",
    "one",
    "one_noted",
    "participants_of",
    "posts_on",
    "receipts",
    "reported",
    "seen",
    "sittings_of",
    "study_plans",
    "unread_accounts",
    "when_and_where",
]
