"""Which value is in force, for whom and when."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.tests.someone import Someone
from lvzhi.deadlines import clock
from lvzhi.journal.queries import history
from lvzhi.norms import Norm, actions, by_value, effective, memo, queries, value
from lvzhi.norms.models import Value
from lvzhi.norms.vocabulary import Source

day = dt.date
KEY = "sample.limit"


def put(actor: Someone, committee: Committee, number: int, starts: dt.date) -> Value:
    return actions.set_value(actor, committee, KEY, number, starts=starts, ground="会议决定")


def test_the_nearest_committee_decides_then_the_day(
    limit: Norm, system: Someone, province: Committee, city: Committee, county: Committee
) -> None:
    assert value(KEY, county) == 50
    put(system, province, 60, day(2022, 1, 1))
    put(system, county, 70, day(2023, 1, 1))
    put(system, county, 80, day(2024, 1, 1))
    put(system, province, 90, day(2024, 6, 1))
    seen = [value(KEY, county, day(year, month, 1)) for year, month in ((2021, 1), (2022, 1), (2023, 1), (2024, 7))]
    assert seen == [50, 60, 70, 80]
    assert value(KEY, city.pk, day(2024, 7, 1)) == 90
    assert value(KEY, county.pk, day(2024, 7, 1)) == 80
    found = effective(KEY, city, day(2022, 5, 1))
    assert (found.source, found.committee_name, found.starts) == (Source.INHERITED, "甲省政协", day(2022, 1, 1))
    assert effective(KEY, county, day(2021, 1, 1)).source == Source.DEFAULT


def test_following_the_committee_above_again(
    limit: Norm, system: Someone, province: Committee, county: Committee
) -> None:
    put(system, province, 60, day(2022, 1, 1))
    put(system, county, 70, day(2022, 1, 1))
    actions.follow(system, county, KEY, starts=day(2023, 1, 1), ground="会议决定")
    assert value(KEY, county, day(2022, 12, 31)) == 70
    assert value(KEY, county, day(2023, 1, 1)) == 60
    with pytest.raises(Refusal, match="没有设定过"):
        actions.follow(system, county, KEY, starts=day(2024, 1, 1), ground="会议决定")


def test_a_slip_is_replaced_on_its_day_or_withdrawn(limit: Norm, system: Someone, county: Committee) -> None:
    first = put(system, county, 70, day(2022, 1, 1))
    assert put(system, county, 75, day(2022, 1, 1)).pk == first.pk
    with pytest.raises(Refusal, match="已是“75字”"):
        put(system, county, 75, day(2022, 2, 1))
    actions.withdraw(system, first.uid)
    assert value(KEY, county) == 50
    with pytest.raises(Missing):
        actions.withdraw(system, first.uid)
    assert [entry.event for entry in history("norms.value", first.uid)] == [
        "norms.withdraw", "norms.set", "norms.set",
    ]  # fmt: skip


def test_only_its_editors_set_a_norm_and_only_in_range(
    limit: Norm, system: Someone, province: Committee, city: Committee, county: Committee
) -> None:
    for stranger in (Someone(), Someone.holding("office", county), Someone.holding("system_admin", county)):
        with pytest.raises(NotAllowed, match="系统管理员"):
            put(stranger, city, 60, day(2022, 1, 1))
    put(Someone.holding("system_admin", province), county, 60, day(2022, 1, 1))
    for wrong, sentence in ((300, "超出范围"), ("viel", "不是整数")):
        with pytest.raises(Refusal, match=sentence):
            actions.set_value(system, county, KEY, wrong, starts=day(2022, 1, 1), ground="会议决定")
    with pytest.raises(Refusal, match="请填写依据"):
        actions.set_value(system, county, KEY, 20, starts=day(2022, 1, 1), ground=" ")
    assert Value.objects.count() == 1


def test_all_norms_of_a_request_cost_one_query(limit: Norm, system: Someone, county: Committee) -> None:
    put(system, county, 60, day(2022, 1, 1))
    with memo.remembering(), CaptureQueriesContext(connection) as seen:
        for _ in range(50):
            assert value(KEY, county.pk) == 60
            value("committee.term_years", county.pk)
    assert len(seen) == 1


def test_a_streamed_file_reads_the_norms_once_and_leaves_nothing_behind(limit: Norm, county: Committee) -> None:
    lines = memo.remembered(value(KEY, county.pk) for _ in range(50))
    with CaptureQueriesContext(connection) as seen:
        assert next(lines) == 50
        assert list(lines) == [50] * 49
    assert len(seen) == 1
    with CaptureQueriesContext(connection) as seen:
        value(KEY, county.pk)
        value(KEY, county.pk)
    assert len(seen) == 2


@pytest.mark.django_db(transaction=True)
def test_a_write_is_seen_at_once_and_a_write_rolled_back_is_not(limit: Norm) -> None:
    from lvzhi.committee import actions as founding

    system = Someone.everything()
    county = founding.create(system, name="子县政协", code="zi", level="county")
    with memo.remembering():
        assert value(KEY, county) == 50
        put(system, county, 60, day(2022, 1, 1))
        assert value(KEY, county) == 60
        with transaction.atomic():
            put(system, county, 70, day(2023, 1, 1))
            assert value(KEY, county) == 70
            transaction.set_rollback(True)
        assert value(KEY, county) == 60
        with CaptureQueriesContext(connection) as seen:
            value(KEY, county)
        assert not seen.captured_queries, "after the transaction it is remembered again"


def test_the_next_request_sees_what_another_process_wrote(limit: Norm, system: Someone, county: Committee) -> None:
    with memo.remembering():
        assert value(KEY, county) == 50
        row = put(system, county, 60, day(2022, 1, 1))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE norms_value SET value = %s WHERE id = %s", ["65", row.pk])
    with memo.remembering():
        assert value(KEY, county) == 65


def test_a_stored_value_that_no_longer_fits_is_named(limit: Norm, system: Someone, county: Committee) -> None:
    row = put(system, county, 60, day(2022, 1, 1))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE norms_value SET value = %s WHERE id = %s", ['"viel"', row.pk])
    with pytest.raises(Refusal, match="“字数上限”自2022年1月1日起的设定值已不可用"):
        value(KEY, county)


def test_what_differs_from_the_default_is_listed(limit: Norm, system: Someone, county: Committee) -> None:
    today = clock.today()
    assert queries.changed_from_default(county, today) == []
    put(system, county, 60, day(2022, 1, 1))
    assert [one.norm.key for one in queries.changed_from_default(county, today)] == [KEY]
    put(system, county, 50, today)
    assert queries.changed_from_default(county, today) == []


def test_many_committees_are_read_together_and_told_the_same(
    limit: Norm, system: Someone, province: Committee, city: Committee, county: Committee
) -> None:
    put(system, province, 60, day(2022, 1, 1))
    put(system, county, 70, day(2022, 1, 1))
    places = [province, city, county]
    alone = [effective(KEY, one, day(2022, 5, 1)) for one in places]
    with memo.remembering():
        memo.expect(one.pk for one in places)
        with CaptureQueriesContext(connection) as seen:
            assert [effective(KEY, one, day(2022, 5, 1)) for one in places] == alone
        assert len(seen) == 2
        found = by_value(KEY, [one.pk for one in places], day(2022, 5, 1))
    assert found == {60: [province.pk, city.pk], 70: [county.pk]}
