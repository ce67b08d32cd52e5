"""The table of figures: what last year's column may say."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from lvzhi.metrics import tables
from lvzhi.metrics.compute import Result
from lvzhi.metrics.registry import figures


def test_a_year_of_which_nothing_was_recorded_shows_a_dash_not_a_zero() -> None:
    figure = figures()[0]
    now = Result(figure, Decimal(3), datetime(2022, 12, 31, tzinfo=UTC))
    nought = Result(figure, Decimal(0), datetime(2022, 12, 31, tzinfo=UTC))

    def last_year(before: dict[str, Result]) -> str:
        body = str(tables.figures([now], before, lambda key: f"/{key}").body)
        return body.split('data-label="上年同期"')[1].split("</td>")[0]

    assert "—" in last_year({})
    assert f"0{figure.unit}" in last_year({figure.key: nought})
