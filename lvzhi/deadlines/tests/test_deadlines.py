"""What a user sees of deadlines: the date, the line behind it, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lvzhi.deadlines import (
    BadDate,
    Calendar,
    Extension,
    Pause,
    State,
    Term,
    Unit,
    check_date,
    clock,
    days_left,
    parse_date,
    reckon,
    state,
)

unhurried = settings(deadline=None)  # a busy machine is no failure
CALENDAR = Calendar()
COVERED = st.dates(date(2010, 1, 1), date(2026, 8, 31))
ANY_DAY = st.dates(date(2000, 1, 1), date(2040, 12, 31))


class TestClock:
    def test_travel_ends_with_its_block(self) -> None:
        with clock.at(date(2022, 5, 1)):
            assert clock.today() == date(2022, 5, 1)
            with clock.at(datetime(2023, 1, 1, 8, 30)):
                assert clock.now().isoformat() == "2023-01-01T08:30:00+08:00"
            assert clock.today() == date(2022, 5, 1)
        assert not clock.travelling()

    def test_an_error_ends_the_journey(self) -> None:
        with pytest.raises(RuntimeError), clock.at(date(2022, 5, 1)):
            raise RuntimeError
        assert not clock.travelling()

    def test_a_day_is_the_day_in_china(self) -> None:
        late_in_utc = datetime(2026, 9, 24, 20, 0, tzinfo=UTC)
        assert clock.as_day(late_in_utc) == date(2026, 9, 25)
        assert clock.now().utcoffset() == timedelta(hours=8)


class TestCalendar:
    @pytest.mark.parametrize("day", [date(2026, 9, 20), date(2026, 10, 10), date(2026, 2, 14), date(2026, 2, 28)])
    def test_exchanged_weekend_days_of_2026_are_worked(self, day: date) -> None:
        assert day.weekday() >= 5
        assert CALENDAR.is_working(day)

    @pytest.mark.parametrize(
        ("first", "last"), [(date(2026, 10, 1), date(2026, 10, 7)), (date(2026, 2, 15), date(2026, 2, 23))]
    )
    def test_holidays_of_2026_are_off(self, first: date, last: date) -> None:
        span = [first + timedelta(days=step) for step in range((last - first).days + 1)]
        assert not any(CALENDAR.is_working(day) for day in span)

    def test_the_committees_table_goes_first(self) -> None:
        own = Calendar({date(2026, 10, 1): True, date(2026, 9, 28): False})
        assert own.is_working(date(2026, 10, 1))
        assert not own.is_working(date(2026, 9, 28))

    def test_an_uncovered_year_is_an_estimate_until_the_committee_enters_it(self) -> None:
        day = date(2027, 3, 3)
        assert not CALENDAR.certain(day)
        assert Calendar({day: True}).certain(day)
        assert Calendar(complete=[2027]).certain(date(2027, 6, 1))
        assert CALENDAR.certain(date(2026, 12, 31))
        assert not CALENDAR.certain(date(2003, 12, 31))

    def test_an_estimate_knows_the_statutory_days(self) -> None:
        off = [
            date(2027, 1, 1),
            date(2027, 2, 5),
            date(2027, 4, 5),
            date(2027, 6, 9),
            date(2027, 9, 15),
            date(2027, 10, 1),
        ]
        assert [CALENDAR.is_working(day) for day in off] == [False] * 6
        assert CALENDAR.is_working(date(2027, 2, 10))  # exchanged days are not made up

    @unhurried
    @given(ANY_DAY)
    def test_never_raises(self, day: date) -> None:
        assert CALENDAR.is_working(CALENDAR.next_working(day))

    @unhurried
    @given(ANY_DAY, st.integers(0, 200), st.integers(0, 200))
    def test_working_days_add_up(self, day: date, first: int, second: int) -> None:
        middle, last = day + timedelta(days=first), day + timedelta(days=first + second)
        whole = CALENDAR.working_days(day, last)
        assert CALENDAR.working_days(day, middle) + CALENDAR.working_days(middle, last) == whole
        assert CALENDAR.working_days(last, day) == -whole


class TestReckoning:
    def test_national_day_2026(self) -> None:
        due = reckon(date(2026, 9, 28), Term(5), CALENDAR)
        assert due.date == date(2026, 10, 10)
        assert due.certain
        assert due.explain() == (
            "自2026年9月28日起第5个工作日：跳过10月1日至7日（国庆节）；10月10日（周六）调休上班；止于2026年10月10日（周六）。"
        )

    def test_exchanged_day_counts_and_is_named(self) -> None:
        due = reckon(date(2026, 9, 18), Term(5), CALENDAR)
        assert due.date == date(2026, 9, 24)
        assert "9月20日（周日）调休上班" in due.explain()

    def test_spring_festival_2026(self) -> None:
        due = reckon(date(2026, 2, 13), Term(2), CALENDAR)
        assert due.date == date(2026, 2, 24)
        assert "2月15日至23日（春节）" in due.explain()
        assert "2月14日（周六）调休上班" in due.explain()

    def test_a_year_without_a_notice_is_said(self) -> None:
        due = reckon(date(2026, 12, 25), Term(15), CALENDAR)
        assert not due.certain
        assert "2027年放假安排尚未收录" in due.explain()

    def test_months_need_no_calendar(self) -> None:
        assert reckon(date(2026, 11, 20), Term(3, Unit.MONTH), CALENDAR).certain

    def test_month_end_is_cut_and_said(self) -> None:
        due = reckon(date(2026, 8, 31), Term(1, Unit.MONTH), CALENDAR)
        assert due.date == date(2026, 9, 30)
        assert "9月没有31日，取月末30日" in due.explain()

    def test_leap_day(self) -> None:
        assert reckon(date(2024, 2, 29), Term(12, Unit.MONTH), CALENDAR).date == date(2025, 2, 28)
        assert reckon(date(2023, 11, 30), Term(3, Unit.MONTH), CALENDAR).date == date(2024, 2, 29)

    def test_fixed_date_of_this_year_or_next(self) -> None:
        term = Term(unit=Unit.FIXED_DATE, fixed=(6, 30))
        assert reckon(date(2026, 3, 1), term, CALENDAR).date == date(2026, 6, 30)
        assert reckon(date(2026, 6, 30), term, CALENDAR).date == date(2026, 6, 30)
        assert reckon(date(2026, 7, 1), term, CALENDAR).date == date(2027, 6, 30)

    def test_the_31st_of_september_is_refused_as_a_term(self) -> None:
        with pytest.raises(BadDate) as refused:
            Term(unit=Unit.FIXED_DATE, fixed=(9, 31))
        assert refused.value.code == "no_such_day"
        assert str(refused.value) == "9月没有31日，该月最后一天是30日，请核对日期。"

    def test_backwards(self) -> None:
        assert reckon(date(2026, 9, 1), Term(-20, Unit.CALENDAR_DAY), CALENDAR).date == date(2026, 8, 12)
        assert reckon(date(2026, 10, 9), Term(-2), CALENDAR).date == date(2026, 9, 30)

    def test_a_last_day_off_stays_unless_the_term_rolls(self) -> None:
        assert reckon(date(2026, 7, 1), Term(3, Unit.MONTH), CALENDAR).date == date(2026, 10, 1)
        rolled = reckon(date(2026, 7, 1), Term(3, Unit.MONTH, roll=True), CALENDAR)
        assert rolled.date == date(2026, 10, 8)
        assert "顺延至10月8日" in rolled.explain()

    def test_a_moment_counts_by_its_day_in_china(self) -> None:
        moment = datetime(2026, 9, 27, 20, 0, tzinfo=UTC)
        assert reckon(moment, Term(1, "calendar_day"), CALENDAR).date == date(2026, 9, 29)


class TestExtension:
    TERM = Term(3, Unit.MONTH)
    START = date(2026, 3, 1)

    def due(self, *grants: Extension):  # type: ignore[no-untyped-def]  # inferred from reckon
        return reckon(self.START, self.TERM, CALENDAR, extensions=grants)

    def test_counts_when_approved_before(self) -> None:
        due = self.due(Extension(date(2026, 5, 31), date(2026, 7, 1), "提案委"))
        assert (due.date, due.original, due.extended) == (date(2026, 7, 1), date(2026, 6, 1), True)
        assert "提案委于2026年5月31日批准延期至2026年7月1日" in due.explain()

    @pytest.mark.parametrize("approved", [date(2026, 6, 1), date(2026, 6, 20)])
    def test_does_not_count_when_approved_too_late(self, approved: date) -> None:
        due = self.due(Extension(approved, date(2026, 7, 1)))
        assert due.date == date(2026, 6, 1)
        assert "不计" in due.explain()
        assert state(due, date(2026, 6, 25), done_on=date(2026, 6, 20)) is State.LATE

    def test_a_second_one_is_judged_by_the_first(self) -> None:
        first, second = Extension(date(2026, 5, 1), date(2026, 7, 1)), Extension(date(2026, 6, 15), date(2026, 8, 1))
        assert self.due(second, first).date == date(2026, 8, 1)

    def test_an_earlier_date_is_no_extension(self) -> None:
        assert self.due(Extension(date(2026, 5, 1), date(2026, 5, 20))).date == date(2026, 6, 1)


class TestPause:
    def test_paused_days_do_not_count(self) -> None:
        pause = Pause(date(2026, 4, 1), date(2026, 4, 10))
        assert reckon(date(2026, 3, 1), Term(3, Unit.MONTH), CALENDAR, pauses=[pause]).date == date(2026, 6, 11)
        assert reckon(date(2026, 3, 30), Term(2, Unit.CALENDAR_DAY), CALENDAR, pauses=[pause]).date == date(2026, 4, 11)

    def test_overlapping_pauses_count_once(self) -> None:
        pauses = [Pause(date(2026, 4, 1), date(2026, 4, 10)), Pause(date(2026, 4, 5), date(2026, 4, 12))]
        assert reckon(date(2026, 3, 1), Term(3, Unit.MONTH), CALENDAR, pauses=pauses).date == date(2026, 6, 13)

    def test_an_open_pause_runs_until_today_and_is_said(self) -> None:
        with clock.at(date(2026, 4, 10)):
            due = reckon(date(2026, 3, 1), Term(3, Unit.MONTH), CALENDAR, pauses=[Pause(date(2026, 4, 1))])
        assert due.paused
        assert due.date == date(2026, 6, 11)
        assert "暂停尚未结束" in due.explain()

    def test_a_fixed_date_is_not_moved(self) -> None:
        term = Term(unit=Unit.FIXED_DATE, fixed=(6, 30))
        due = reckon(date(2026, 3, 1), term, CALENDAR, pauses=[Pause(date(2026, 4, 1), date(2026, 4, 10))])
        assert due.date == date(2026, 6, 30)
        assert "不因暂停而顺延" in due.explain()


class TestState:
    DUE = reckon(date(2026, 9, 28), Term(4), CALENDAR)  # 9 October

    @pytest.mark.parametrize(
        ("today", "done", "expected"),
        [
            (date(2026, 10, 20), date(2026, 10, 9), State.ON_TIME),
            (date(2026, 10, 20), date(2026, 10, 10), State.LATE),
            (date(2026, 10, 10), None, State.OVERDUE),
            (date(2026, 10, 9), None, State.DUE_SOON),
            (date(2026, 10, 6), None, State.DUE_SOON),
            (date(2026, 10, 5), None, State.RUNNING),
        ],
    )
    def test_state(self, today: date, done: date | None, expected: State) -> None:
        assert state(self.DUE, today, done, soon=3) is expected

    def test_days_left_in_both_units(self) -> None:
        left = days_left(self.DUE, date(2026, 9, 30), CALENDAR)
        assert (left.working, left.calendar) == (2, 9)
        gone = days_left(self.DUE, date(2026, 10, 12), CALENDAR)
        assert (gone.working, gone.calendar) == (-2, -3)  # Saturday the 10th is worked


class TestReading:
    @pytest.mark.parametrize(
        "text",
        [
            "2026年9月3日",
            "2026-9-3",
            "2026/09/03",
            "2026.9.3",
            "20260903",
            "二〇二六年九月三日",
            "2026 年 9 月 3 号",
            "２０２６年９月３日",
            "2026年9月3日（星期四）",
            "2026-09-03 10:20:00",
            "2026-09-03T10:20",
        ],
    )
    def test_reads(self, text: str) -> None:
        assert parse_date(text) == date(2026, 9, 3)

    @pytest.mark.parametrize(
        ("text", "expected"), [("二〇二六年十月三十一日", 31), ("二〇二六年十月十日", 10), ("二零二六年十月二十日", 20)]
    )
    def test_tens(self, text: str, expected: int) -> None:
        assert parse_date(text) == date(2026, 10, expected)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("2026年9月31日", "no_such_day"),
            ("2026-02-29", "no_such_day"),
            ("2026年13月1日", "no_such_month"),
            ("0026-01-01", "year_out_of_range"),
            ("9月3日", "without_year"),
            ("明天", "not_a_date"),
            ("  ", "empty"),
        ],
    )
    def test_refuses(self, text: str, code: str) -> None:
        with pytest.raises(BadDate) as refused:
            parse_date(text)
        assert refused.value.code == code
        assert refused.value.sentence.endswith("。")

    def test_names_the_impossible_day(self) -> None:
        with pytest.raises(BadDate, match="2026年9月没有31日，该月最后一天是30日"):
            parse_date("2026年9月31日")

    def test_a_missing_year_may_be_given(self) -> None:
        assert parse_date("9月3日", default_year=2026) == date(2026, 9, 3)

    @unhurried
    @given(st.text(max_size=20))
    def test_any_text_gives_a_date_or_a_sentence(self, text: str) -> None:
        try:
            outcome: object = parse_date(text)
        except BadDate as problem:
            outcome = problem.sentence
        assert outcome

    @unhurried
    @given(ANY_DAY)
    def test_what_is_written_is_read(self, day: date) -> None:
        assert parse_date(f"{day.year}年{day.month}月{day.day}日") == day == parse_date(day.isoformat())
        assert check_date(day.year, day.month, day.day) == day


UNITS = st.sampled_from([Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH])


class TestProperties:
    @unhurried
    @given(COVERED, st.integers(1, 60), st.integers(0, 30), UNITS)
    def test_a_longer_term_never_ends_earlier(self, start: date, amount: int, more: int, unit: Unit) -> None:
        shorter, longer = (reckon(start, Term(each, unit), CALENDAR).date for each in (amount, amount + more))
        assert shorter <= longer

    @unhurried
    @given(COVERED, st.integers(0, 40), st.integers(1, 60), UNITS)
    def test_a_later_start_never_ends_earlier(self, start: date, later: int, amount: int, unit: Unit) -> None:
        first, second = (
            reckon(day, Term(amount, unit), CALENDAR).date for day in (start, start + timedelta(days=later))
        )
        assert first <= second

    @unhurried
    @given(ANY_DAY, st.integers(1, 60))
    def test_working_days_end_on_a_worked_day_and_count_right(self, start: date, amount: int) -> None:
        due = reckon(start, Term(amount), CALENDAR)
        assert CALENDAR.is_working(due.date)
        assert CALENDAR.working_days(start, due.date) == amount

    @unhurried
    @given(ANY_DAY, st.integers(1, 40))
    def test_back_and_forth(self, start: date, amount: int) -> None:
        worked = CALENDAR.next_working(start)
        there = reckon(worked, Term(amount), CALENDAR).date
        assert reckon(there, Term(-amount), CALENDAR).date == worked

    @unhurried
    @given(ANY_DAY, st.integers(1, 60), UNITS, ANY_DAY, st.integers(0, 30))
    def test_a_pause_never_shortens(self, start: date, amount: int, unit: Unit, pause: date, length: int) -> None:
        term = Term(amount, unit)
        held = reckon(start, term, CALENDAR, pauses=[Pause(pause, pause + timedelta(days=length))])
        assert held.date >= reckon(start, term, CALENDAR).date

    @unhurried
    @given(ANY_DAY, st.integers(-40, 60), UNITS)
    def test_every_date_explains_itself_in_one_line(self, start: date, amount: int, unit: Unit) -> None:
        told = reckon(start, Term(amount, unit), CALENDAR).explain()
        assert told.endswith("。")
        assert "\n" not in told
