"""Figures: ballots held, and how many took part."""

from __future__ import annotations

from lvzhi.ballots import queries, rules
from lvzhi.committee.scope import Scope
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Metric, Sum
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes

KIND = "ballots.ballot"
COLUMNS = (
    Column("title", "测评名称"),
    Column("kind", "种类", value=lambda row: codes.name_of("ballots.kind", row.committee_id, row.kind, row.held_on)),
    Column("held_on", "日期", kind="date"),
    Column("entitled", "应到", kind="number"),
    Column("present", "实到", kind="number"),
    Column("turnout", "收回票", kind="number"),
    Column("valid", "有效票", kind="number"),
)


def _kinds(scope: Scope, period: Period) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(code, name, ()) for code, name in codes.choices("ballots.kind", scope.committee, period.end)]


BY_KIND = Cut("kind", "种类", _kinds, queries.of_kind)
HELD = Metric(
    key="ballots.held",
    name="无记名测评",
    unit="次",
    rows=queries.held,
    columns=COLUMNS,
    cuts=(BY_KIND,),
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R4.7",
    meaning="测评日期在时段内、已计票且有效的无记名测评；作废的不计。",
)
SLIPS = Sum(
    key="ballots.slips",
    name="收回测评票",
    unit="张",
    metric=HELD,
    field="turnout",
    rule="R4.8",
    meaning="上述测评收回的票数合计，网上和纸质的都算，含废票。",
)


def register() -> None:
    """Tell the book of figures."""
    for figure in (HELD, SLIPS):
        registry.register(figure)
