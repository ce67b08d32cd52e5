"""Any text held against the records: ``check_text(text, scope, period) -> Checked``."""

from __future__ import annotations

from lvzhi.reports.checking.check import Checked, Held, check_text

__all__ = ["Checked", "Held", "check_text"]
