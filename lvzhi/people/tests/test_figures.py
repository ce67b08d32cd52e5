"""A figure is its rows."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lvzhi.accounts.actors import LoginActor, system_actor
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.scope import Scope
from lvzhi.metrics.compute import compute, evidence
from lvzhi.metrics.periods import between, year
from lvzhi.metrics.registry import figure, figures
from lvzhi.people import actions
from lvzhi.people.models import Member
from lvzhi.people.tests.conftest import STARTS, County, Login, NewMember

D = dt.date


@pytest.fixture
def body(county: County, office: LoginActor, new_member: NewMember) -> list[Member]:
    """Three members: one gone in 2022, one of the Party, one come in 2023; one of staff."""
    gone = new_member("王一", "经济界", parties=["cpc"], gender="male")
    stays = new_member("王二", "教育界", parties=["cpc", "cdl"], offices=["standing", "vice_chairman"], gender="female")
    comes = new_member("王三", "教育界", starts=D(2023, 3, 1), how_joined="by_election")
    actions.end_tenure(office, gone, D(2022, 6, 30), "resigned")
    actions.join(office, stays, county.organs["提案委员会"], starts=STARTS)
    actions.add_staff(office, county.committee, actions.Facts(name="钱七"), starts=STARTS, rank="division_deputy")
    return [gone, stays, comes]


@pytest.mark.parametrize(
    ("key", "first_half", "year_2022", "year_2023"),
    [
        ("people.members", 2, 1, 2),
        ("people.party_members", 2, 1, 1),
        ("people.standing_members", 1, 1, 1),
        ("people.standing_committee", 1, 1, 1),
        ("people.staff", 1, 1, 1),
        ("people.sectors", 2, 2, 2),
        ("people.special_committees", 2, 2, 2),
        ("people.liaison_groups", 1, 1, 1),
    ],
)
def test_stocks_on_the_last_day(
    county: County, neighbour: County, body: list[Member], key: str, first_half: int, year_2022: int, year_2023: int
) -> None:
    periods = {between(D(2022, 1, 1), D(2022, 6, 30)): first_half, year(2022): year_2022, year(2023): year_2023}
    for period, expected in periods.items():
        assert compute(figure(key), county.scope, period).value == expected, period.label


def test_cuts(county: County, body: list[Member]) -> None:
    members = figure("people.members")
    cuts = {cut.key: cut for cut in members.cuts}
    period = year(2023)
    for key, label, expected in (
        ("sector", "教育界", 2), ("sector", "经济界", 0), ("special_committee", "提案委员会", 1),
        ("affiliation", "中共党员", 1), ("affiliation", "民盟盟员", 1), ("gender", "女", 1),
    ):  # fmt: skip
        value = next(code for code, name, _ in cuts[key].choices(county.scope, period) if name == label)
        assert compute(members, county.scope, period, (cuts[key], value)).value == expected, (key, label)
    staff = figure("people.staff")
    level = next(cut for cut in staff.cuts if cut.key == "level")
    assert compute(staff, county.scope, period, (level, "division")).value == 1
    assert compute(staff, county.scope, period, (level, "bureau")).value == 0


def test_a_cut_knows_the_day(county: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member("王一", "经济界")
    seat = member.memberships.get()
    actions.transfer(office, seat, county.organs["教育界"], D(2023, 1, 1))
    members = figure("people.members")
    sector = next(cut for cut in members.cuts if cut.key == "sector")
    for name, period, expected in (("经济界", year(2022), 1), ("经济界", year(2023), 0), ("教育界", year(2023), 1)):
        value = str(county.organs[name].pk)
        assert compute(members, county.scope, period, (sector, value)).value == expected


def test_a_mis_entry_leaves_the_figure(county: County, office: LoginActor, body: list[Member]) -> None:
    members = figure("people.members")
    actions.void(office, body[1], "录错")
    assert compute(members, county.scope, year(2023)).value == 1
    actions.restore(office, body[1])
    assert compute(members, county.scope, year(2023)).value == 2


def test_below_and_the_organ(county: County, neighbour: County, body: list[Member], office: LoginActor) -> None:
    members = figure("people.members")
    assert compute(members, neighbour.scope, year(2023)).value == 0
    organ = Scope(county.committee, organ=county.organs["教育界"])
    assert compute(members, organ, year(2023)).value == 2


def test_number_equals_rows_and_hidden_rows_are_counted(
    county: County, neighbour: County, body: list[Member], login: Login
) -> None:
    stranger = login("stranger", neighbour, Role.OFFICE)
    for one in figures("people"):
        for period in (year(2021), year(2022), year(2023)):
            result = compute(one, county.scope, period)
            shared = one.shape == "share"
            values = (result.numerator, result.denominator) if shared else (result.value,)
            for value, side in zip(values, evidence(one, county.scope, period), strict=True):
                lines = list(side.lines(system_actor("test")))
                assert value == len(lines), (one.key, period.label)
                assert all(len(cells) == len(side.metric.columns) for _, cells in lines)
                hidden = list(side.lines(stranger))
                assert value == len(hidden)
                if side.metric.visible is not None:
                    assert all(row is None for row, _ in hidden), one.key


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.dates(D(2021, 12, 1), D(2023, 6, 1)), length=st.integers(0, 400))
def test_any_period_number_equals_rows(county: County, body: list[Member], start: dt.date, length: int) -> None:
    period = between(start, start + dt.timedelta(days=length))
    for one in figures("people"):
        result = compute(one, county.scope, period)
        counted = result.numerator if one.shape == "share" else result.value
        assert counted == one.sources[0].rows(county.scope, period).count()


def test_prose_of_some_is_not_prose_of_all() -> None:
    says = figure("people.members").says
    assert all(word in one.excludes for one in says for word in ("遴选", "参加", "参与"))
    assert any("划分" in one.actions for one in says)
    party = figure("people.party_members").says
    assert any("纳入" in one.actions and "党员委员" in one.subjects for one in party)
