"""Writes of the committee room, each one journalled line."""

from __future__ import annotations

from lvzhi.committee.actions.committees import alter, create
from lvzhi.committee.actions.naming import rename_organ, unname_organ
from lvzhi.committee.actions.organs import add_organ, alter_organ
from lvzhi.committee.actions.sessions import add_session, alter_session
from lvzhi.committee.actions.succeeding import succeed_organs
from lvzhi.committee.actions.terms import alter_term, open_term

__all__ = [
    "add_organ",
    "add_session",
    "alter",
    "alter_organ",
    "alter_session",
    "alter_term",
    "create",
    "open_term",
    "rename_organ",
    "succeed_organs",
    "unname_organ",
]
