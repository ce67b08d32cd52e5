"""Norms: declared parameters with values by committee and date, code tables, and the committee's calendar.

Safe to import before Django's models are loaded: rooms declare their norms while apps start.
"""

from __future__ import annotations

from lvzhi.norms.declare import Norm, declare, norms
from lvzhi.norms.values import Effective, by_value, effective, value

__all__ = ["Effective", "Norm", "by_value", "declare", "effective", "norms", "value"]
