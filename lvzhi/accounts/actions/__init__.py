"""Writes: accounts, appointments, delegations, one's own settings. Each checks its rule and is journalled."""

from lvzhi.accounts.actions.logins import (
    change_password,
    clean_name,
    clean_username,
    create_account,
    disable,
    edit_account,
    enable,
    end_session,
    expel,
    reset_factors,
    reset_password,
    set_large_type,
    unlock,
)
from lvzhi.accounts.actions.posts import appoint, end_appointment
from lvzhi.accounts.actions.proxies import delegate, end_delegation

__all__ = [
    "appoint",
    "change_password",
    "clean_name",
    "clean_username",
    "create_account",
    "delegate",
    "disable",
    "edit_account",
    "enable",
    "end_appointment",
    "end_delegation",
    "end_session",
    "expel",
    "reset_factors",
    "reset_password",
    "set_large_type",
    "unlock",
]
