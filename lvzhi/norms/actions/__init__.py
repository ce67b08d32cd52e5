"""Writes of the norms room, each one journalled line."""

from __future__ import annotations

from lvzhi.norms.actions.codes import close_code, set_code
from lvzhi.norms.actions.days import clear_day, set_days
from lvzhi.norms.actions.values import follow, set_value, withdraw

__all__ = ["clear_day", "close_code", "follow", "set_code", "set_days", "set_value", "withdraw"]
