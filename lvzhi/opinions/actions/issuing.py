"""An item goes into an issue, or is received from below (R2.10)."""

from __future__ import annotations

from lvzhi.deadlines import clock
from lvzhi.workflow.declare import Taking


def receive(taking: Taking) -> None:
    """Effect of 签收: it counts as handed in here on this day."""
    taking.record.submitted_on = clock.as_day(taking.at)


def issue(taking: Taking) -> None:
    """Effect of 编发: the first day stays."""
    taking.record.issued_on = taking.record.issued_on or clock.as_day(taking.at)
