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
from lvzhi.accounts.actions.resets import approve_reset, ask_reset, decline_reset, is_late, withdraw_reset

__all__ = [
    "appoint",
    "approve_reset",
    "ask_reset",
    "change_password",
    "clean_name",
    "clean_username",
    "create_account",
    "decline_reset",
    "delegate",
    "disable",
    "edit_account",
    "enable",
    "end_appointment",
    "end_delegation",
    "end_session",
    "expel",
    "is_late",
    "reset_factors",
    "reset_password",
    "set_large_type",
    "unlock",
    "withdraw_reset",
]
