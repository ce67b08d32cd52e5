"""Terms, sessions, windows and organs: dates that fit and dates that do not."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.access import Refusal
from lvzhi.committee import actions, queries
from lvzhi.committee.models import Committee, Organ, Session, Term
from lvzhi.committee.scope import Scope
from lvzhi.committee.tests.someone import Someone

day = dt.date


@pytest.fixture
def session(system: Someone, term: Term) -> Session:
    return actions.add_session(
        system, term, number=1, opens=day(2022, 1, 10), closes=day(2022, 1, 13), window_from=day(2021, 10, 10)
    )


def test_a_term_is_open_until_it_is_closed_and_then_the_next_may_begin(
    system: Someone, county: Committee, term: Term
) -> None:
    with pytest.raises(Refusal, match="第10届尚未届满"):
        actions.open_term(system, county, number=11, starts=day(2027, 1, 5))
    actions.alter_term(system, term, number=10, starts=term.starts, ends=day(2027, 1, 4))
    later = actions.open_term(system, county, number=11, starts=day(2027, 1, 5))
    assert queries.term_on(county, day(2027, 1, 4)) == term
    assert queries.term_on(county, day(2027, 1, 5)) == later
    assert queries.term_on(county, day(2021, 1, 5)) is None
    assert term.name == "第十届"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"number": 10, "starts": day(2017, 1, 1), "ends": day(2021, 12, 31)}, "第10届已经录入"),
        ({"number": 0, "starts": day(2017, 1, 1), "ends": day(2021, 12, 31)}, "1至99"),
        ({"number": 9, "starts": day(2017, 1, 1), "ends": day(2016, 12, 31)}, "早于开始日期"),
        ({"number": 9, "starts": day(2017, 1, 1), "ends": day(2022, 1, 10)}, "时间重叠"),
    ],
)
def test_terms_that_do_not_fit_are_refused(
    system: Someone, county: Committee, term: Term, values: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        actions.open_term(system, county, **values)
    assert Term.objects.count() == 1


def test_an_earlier_term_may_be_recorded_afterwards(system: Someone, county: Committee, term: Term) -> None:
    early = actions.open_term(system, county, number=9, starts=day(2017, 1, 1), ends=day(2022, 1, 9))
    assert queries.term_on(county, day(2020, 6, 1)) == early


def test_a_term_of_ten_years_is_refused_by_the_norm(system: Someone, county: Committee) -> None:
    with pytest.raises(Refusal, match="一届最多"):
        actions.open_term(system, county, number=9, starts=day(2010, 1, 1), ends=day(2020, 12, 31))


def test_papers_belong_to_the_session_whose_window_holds_their_day(
    system: Someone, county: Committee, term: Term, session: Session
) -> None:
    second = actions.add_session(
        system, term, number=2, opens=day(2023, 1, 9), closes=day(2023, 1, 12), window_until=day(2023, 1, 10)
    )
    assert second.window_from == day(2022, 10, 9), "three months before the opening (R1.7)"
    assert queries.session_on(county, day(2021, 12, 1)) == session
    assert queries.session_on(county, day(2022, 6, 1)) == session, "inter-session papers follow the last plenary"
    assert queries.session_on(county, day(2022, 10, 9)) == second
    assert not session.takes_on(day(2022, 6, 1))
    assert queries.session_on(county, day(2023, 1, 11)) == second
    assert not second.takes_on(day(2023, 1, 11)), "the window closed on its last day"
    assert queries.last_plenary(county, day(2023, 1, 8)) == session
    assert queries.last_plenary(county, day(2023, 1, 9)) == second
    assert queries.last_plenary(county, day(2021, 12, 31)) is None
    assert second.name == "十届二次会议"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"number": 1}, "十届一次会议已经录入"),
        ({"closes": day(2023, 1, 8)}, "早于开幕日期"),
        ({"opens": day(2021, 1, 9), "closes": day(2021, 1, 12)}, "不在第10届任期"),
        ({"opens": day(2022, 1, 12), "closes": day(2022, 1, 14)}, "时间重叠"),
        ({"window_from": day(2023, 1, 5), "window_until": day(2023, 1, 1)}, "早于开始日期"),
        ({"window_from": day(2023, 1, 13), "window_until": day(2023, 1, 14)}, "晚于闭幕日期"),
        ({"window_from": day(2022, 1, 13)}, "与十届一次会议（2021年10月10日至2022年1月13日）重叠"),
    ],
)
def test_sessions_that_do_not_fit_are_refused(
    system: Someone, term: Term, session: Session, changes: dict[str, object], sentence: str
) -> None:
    values = {"number": 2, "opens": day(2023, 1, 9), "closes": day(2023, 1, 12), **changes}
    with pytest.raises(Refusal, match=sentence):
        actions.add_session(system, term, **values)
    assert Session.objects.count() == 1


def test_sessions_are_numbered_as_they_open(system: Someone, term: Term, session: Session) -> None:
    actions.add_session(system, term, number=3, opens=day(2024, 1, 9), closes=day(2024, 1, 12))
    with pytest.raises(Refusal, match="次数与开幕先后不一致"):
        actions.add_session(system, term, number=2, opens=day(2025, 1, 9), closes=day(2025, 1, 12))


def test_a_term_is_not_closed_before_its_last_session(system: Someone, term: Term, session: Session) -> None:
    with pytest.raises(Refusal, match="十届一次会议在2022年1月10日开幕"):
        actions.alter_term(system, term, number=10, starts=term.starts, ends=day(2022, 1, 12))


def test_an_organ_may_stand_again_after_it_was_closed(system: Someone, county: Committee) -> None:
    first = actions.add_organ(
        system, county, kind="special_committee", name="经济委", starts=day(2017, 1, 1), ends=day(2021, 12, 31)
    )
    with pytest.raises(Refusal, match="已经设立"):
        actions.add_organ(system, county, kind="special_committee", name="经济委", starts=day(2021, 12, 31))
    second = actions.add_organ(system, county, kind="special_committee", name="经济委", starts=day(2022, 1, 1))
    assert list(queries.organs_on(county, day(2021, 12, 31))) == [first]
    assert Scope.of("bing", organ="经济委").organ == second


def test_an_organ_is_not_its_own_parent_and_no_foreign_one(system: Someone, county: Committee, city: Committee) -> None:
    upper = actions.add_organ(system, county, kind="agency", name="办公室", starts=day(2022, 1, 1), code="bgs")
    lower = actions.add_organ(system, county, kind="agency", name="秘书科", starts=day(2022, 1, 1), parent=upper)
    foreign = actions.add_organ(system, city, kind="agency", name="办公室", starts=day(2022, 1, 1))
    values = {"kind": "agency", "name": "办公室", "starts": day(2022, 1, 1)}
    for parent in (lower, upper, foreign):
        with pytest.raises(Refusal, match="上级机构必须属于同一政协组织"):
            actions.alter_organ(system, upper, parent=parent, **values)
    with pytest.raises(Refusal, match="机构代码“bgs”已被“办公室”使用"):
        actions.add_organ(system, county, kind="agency", name="文史科", starts=day(2022, 1, 1), code="bgs")
    with pytest.raises(Refusal, match="类别“x”无法识别"):
        actions.add_organ(system, county, kind="x", name="文史科", starts=day(2022, 1, 1))
    assert Organ.objects.count() == 3
