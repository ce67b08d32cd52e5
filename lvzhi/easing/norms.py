"""Declared parameters of the burden meter."""

from __future__ import annotations

from lvzhi.norms import declare

MONTHS = "easing.months"
declare(
    MONTHS, "填报负担统计的月数", kind="int", unit="个月", default=6, least=2, most=24, rule="house",
    editors=("system_admin", "office"),
)  # fmt: skip
