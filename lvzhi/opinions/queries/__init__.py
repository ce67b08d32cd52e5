"""Reads of opinions: scope or actor first."""

from __future__ import annotations

from lvzhi.opinions.queries.reading import (
    CONCERN,
    HEAVY,
    Rows,
    accounts_of,
    address,
    authors_of,
    by_author,
    chosen,
    concerns,
    earlier,
    matching,
    member_keys,
    members_among,
    merged_into,
    mine,
    offered,
    one,
    organs_spoken_for,
    reported_by,
    taken_from,
    waiting,
    whole_text,
)

__all__ = [
    "CONCERN", "HEAVY", "Rows", "accounts_of", "address", "authors_of", "by_author", "chosen", "concerns", "earlier",
    "matching", "member_keys", "members_among", "merged_into", "mine", "offered", "one", "organs_spoken_for",
    "reported_by", "taken_from", "waiting", "whole_text",
]  # fmt: skip
