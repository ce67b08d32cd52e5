"""Figures of projects: each number is its rows; a project of several levels counts once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute
from lvzhi.metrics.compute import CutValue
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.periods import year
from lvzhi.projects import metrics
from lvzhi.projects.models import Project
from lvzhi.projects.tests.yard import TODAY, Yard
from lvzhi.workflow import engine


def value(scope: Scope, figure: Figure, *cuts: CutValue, of: int = 2026) -> Decimal | None:
    return compute.compute(figure, scope, year(of), *cuts).value


def shared(yard: Yard) -> Project:
    """One of the district's that city and province take part in."""
    project = yard.register(way="invest", kind="energy")
    for office, place in ((yard.city_office, yard.city), (yard.province_office, yard.province)):
        project = yard.take(project, "join", office, committee=place.pk, share="promotes", since=TODAY)
    return project


def test_what_several_levels_take_part_in_counts_once(yard: Yard) -> None:
    shared(yard)
    yard.register(yard.city_office, title="市本级项目", way="invest")
    yard.register(yard.far_office, title="江北项目", way="invest")
    alone = [value(Scope(place), metrics.PROJECTS) for place in (yard.here, yard.there, yard.city, yard.province)]
    assert alone == [1, 1, 2, 1]
    assert value(Scope(yard.city, below=True), metrics.PROJECTS) == 3
    assert value(Scope(yard.province, below=True), metrics.PROJECTS) == 3
    assert value(Scope(yard.province, below=True), metrics.INVESTED) == 3
    assert value(Scope(yard.province, below=True), metrics.AMOUNT) == 3 * Decimal(120_000_000)
    assert value(yard.scope, metrics.PROJECTS, (metrics.KIND_CUT, "energy")) == 1
    assert value(yard.scope, metrics.PROJECTS, of=2025) == 0


def test_a_voided_project_leaves_every_figure(yard: Yard) -> None:
    project = yard.take(shared(yard), "visit", went_on=TODAY, by="凌导")
    project = yard.take(project, "charge", leader=yard.ling.pk, duty="lead", since=TODAY)
    project = yard.take(project, "fund", money="granted", amount="9", source="city", got_on=TODAY)
    below = Scope(yard.province, below=True)
    figures = (metrics.PROJECTS, metrics.CARED, metrics.LEADERS, metrics.VISITS, metrics.GRANTS)
    assert [value(below, one) for one in figures] == [1] * 5
    engine.void(project, yard.actor(yard.bai), "重复登记")
    assert [value(below, one) for one in figures] == [0] * 5


def test_leaders_visits_and_money(yard: Yard) -> None:
    first, second = yard.charged(), yard.charged(title="第二个项目")
    second = yard.take(second, "charge", leader=yard.lv.pk, duty="help", since=TODAY)
    for day in (TODAY, TODAY, TODAY - dt.timedelta(days=4)):
        first = yard.take(first, "visit", went_on=day, by="凌导")
    for amount, people in (("300000.50", 400), ("220000", 212)):
        first = yard.take(
            first, "fund", money="granted", amount=amount, source="city", got_on=TODAY, beneficiaries=people
        )  # fmt: skip
    yard.take(first, "fund", money="arrived", amount="7", source="firm", got_on=TODAY)
    assert (value(yard.scope, metrics.CARED), value(yard.scope, metrics.LEADERS)) == (2, 2)
    assert value(yard.scope, metrics.VISITS) == 3
    assert (value(yard.scope, metrics.FUNDS), value(yard.scope, metrics.ARRIVED)) == (Decimal("520000.50"), 7)
    assert value(yard.scope, metrics.BENEFICIARIES) == 612
    rows = list(compute.evidence(metrics.VISITS, yard.scope, year(2026))[0].lines(yard.actor(yard.bai)))
    assert len(rows) == 3


def test_two_leaders_of_one_name_are_two(yard: Yard) -> None:
    project = yard.register()
    for member in yard.twins:
        project = yard.take(project, "charge", person=[member.pk], duty="lead", since=TODAY)
    assert value(yard.scope, metrics.LEADERS) == 2


def test_granted_and_finished_count_on_their_day(yard: Yard) -> None:
    project = yard.take(yard.register(way="apply"), "sign", on=dt.date(2025, 12, 30))
    assert value(yard.scope, metrics.APPLIED) == 0
    deed = yard.take(yard.take(yard.register(way="deed", title="实事"), "build", on=TODAY), "finish", on=TODAY)
    assert (deed.state, value(yard.scope, metrics.DEEDS)) == ("done", 1)
    signed = yard.take(yard.register(way="invest", title="招商"), "sign", on=TODAY, amount="50000000")
    assert (value(yard.scope, metrics.SIGNED_AMOUNT), project.pk == signed.pk) == (50_000_000, False)
