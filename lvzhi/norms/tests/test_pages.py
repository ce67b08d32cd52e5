"""The pages of the norms room as people see them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.committee.models import Committee
from lvzhi.committee.tests.someone import Someone, text_of, visit
from lvzhi.deadlines import clock
from lvzhi.norms import Norm, actions, codes, value

KEY = "sample.limit"


@pytest.fixture
def admin(county: Committee) -> Someone:
    return Someone.holding("system_admin", county)


def test_the_first_page_is_that_of_ones_own_committee(county: Committee, province: Committee) -> None:
    answer = visit(Someone.holding("member", county), reverse("norms:home"))
    assert answer["Location"] == reverse("norms:list", args=[county.uid])
    assert visit(Someone(), reverse("norms:home"))["Location"] == reverse("norms:list", args=[province.uid])


def test_the_overview_says_what_is_in_force_and_where_it_comes_from(
    limit: Norm, system: Someone, province: Committee, county: Committee
) -> None:
    actions.set_value(system, province, KEY, 137, starts=dt.date(2022, 1, 1), ground="省里的办法")
    address = reverse("norms:list", args=[county.uid])
    page = text_of(visit(Someone(), address))
    assert "137字" in page
    assert "沿用甲省政协" in page
    assert "一届的年限" in page
    changed = text_of(visit(Someone(), address + "?changed=1"))
    assert "137字" in changed
    assert "一届的年限" not in changed
    before = text_of(visit(Someone(), address + "?on=2021-06-01"))
    assert "您查看的是2021年6月1日的规定" in before
    assert "137字" not in before


def test_another_committee_is_chosen_in_the_filter(province: Committee, county: Committee) -> None:
    address = reverse("norms:list", args=[county.uid]) + f"?committee={province.uid}&on=2022-01-01"
    assert visit(Someone(), address)["Location"] == reverse("norms:list", args=[province.uid]) + "?on=2022-01-01"


def test_an_administrator_sets_a_norm_and_takes_it_back(limit: Norm, admin: Someone, county: Committee) -> None:
    address = reverse("norms:one", args=[county.uid, KEY])
    assert "设定新的值" in text_of(visit(admin, address))
    answer = visit(admin, address, {"value": "60字", "starts": "2022年1月1日", "ground": "常委会会议"})
    assert answer.status_code == 302
    assert value(KEY, county) == 60
    page = text_of(visit(admin, address))
    assert "常委会会议" in page
    assert "撤销" in page
    follow = reverse("norms:follow", args=[county.uid, KEY])
    assert visit(admin, follow, {"starts": "2023-01-01", "ground": "会议"}).status_code == 302
    assert value(KEY, county) == 50
    row = actions.set_value(admin, county, KEY, 70, starts=clock.today(), ground="误录")
    gone = visit(admin, reverse("norms:withdraw", args=[county.uid, KEY]), {"row": str(row.uid)})
    assert gone.status_code == 302
    assert value(KEY, county) == 50


def test_a_wrong_value_is_told_at_its_field(limit: Norm, admin: Someone, county: Committee) -> None:
    address = reverse("norms:one", args=[county.uid, KEY])
    page = text_of(visit(admin, address, {"value": "9", "starts": "2022-02-31", "ground": "会议"}))
    assert "2月没有31日" in page
    page = text_of(visit(admin, address, {"value": "9", "starts": "2022-02-01", "ground": "会议"}))
    assert "应为10字至200字" in page
    follow = reverse("norms:follow", args=[county.uid, KEY])
    assert "无需恢复" in text_of(visit(admin, follow, {"starts": "2023-01-01", "ground": "会议"}))


def test_readers_see_no_form_and_may_not_post(limit: Norm, county: Committee) -> None:
    reader, address = Someone.holding("member", county), reverse("norms:one", args=[county.uid, KEY])
    assert "设定新的值" not in text_of(visit(reader, address))
    assert visit(reader, address, {"value": "60", "starts": "2022-01-01", "ground": "x"}).status_code == 403
    assert visit(reader, reverse("norms:one", args=[county.uid, "no.such"])).status_code == 404
    row = reverse("norms:withdraw", args=[county.uid, KEY])
    assert visit(reader, row, {"row": "nonsense"}).status_code == 404


def test_every_norm_has_a_page(admin: Someone, county: Committee) -> None:
    from lvzhi.norms import norms

    for norm in norms():
        page = text_of(visit(admin, reverse("norms:one", args=[county.uid, norm.key])))
        assert norm.name in page


def test_entries_of_a_table_are_added_changed_and_closed(
    classes: codes.CodeSet, admin: Someone, county: Committee
) -> None:
    assert "结果类别" in text_of(visit(admin, reverse("norms:codes", args=[county.uid])))
    here = reverse("norms:code_set", args=[county.uid, "sample.class"])
    assert "正在解决" in text_of(visit(admin, here))
    add = reverse("norms:code_add", args=[county.uid, "sample.class"])
    assert "通用等级" in text_of(visit(admin, add))
    new = {"code": "d", "name": "另行说明", "starts": "2022-01-01", "ground": "办法", "extra_scale": "other"}
    assert visit(admin, add, new).status_code == 302
    edit = reverse("norms:code", args=[county.uid, "sample.class", "d"])
    changed = {"name": "另作说明", "sort": "5", "starts": "2022-06-01", "ground": "办法", "extra_scale": "other"}
    assert visit(admin, edit, changed).status_code == 302
    assert [one.name for one in codes.codes("sample.class", county)][0] == "另作说明"
    assert visit(admin, edit, {"close": "1", "ends": "2023-01-01", "ground": "办法"}).status_code == 302
    assert "已停用" in text_of(visit(admin, here))
    assert visit(admin, reverse("norms:code", args=[county.uid, "sample.class", "zz"])).status_code == 404
    assert visit(Someone(), add).status_code == 403


def test_the_calendar_page_corrects_days(system: Someone, county: Committee) -> None:
    office = Someone.holding("office", county)
    address = reverse("norms:calendar", args=[county.uid])
    year = clock.today().year
    values = {"first": f"{year}-03-04", "last": f"{year}-03-05", "works": "false", "ground": "地方节日"}
    assert visit(office, address, values).status_code == 302
    page = text_of(visit(office, address))
    assert f"{year}年3月4日" in page
    assert "地方节日" in page
    assert visit(office, address, {"clear": f"{year}-03-04"}).status_code == 302
    assert f"{year}年3月4日" not in text_of(visit(office, address))
    assert visit(office, address, {"clear": "x"}).status_code == 404
    assert visit(Someone(), address, values).status_code == 403
    assert "9月没有31日" in text_of(visit(office, address, {**values, "last": f"{year}-9-31"}))


def test_the_overview_costs_the_same_for_one_setting_and_for_many(
    limit: Norm, system: Someone, county: Committee
) -> None:
    address = reverse("norms:list", args=[county.uid])
    counts = []
    for month in range(1, 10, 4):
        actions.set_value(system, county, KEY, 50 + month, starts=dt.date(2022, month, 1), ground="x")
        with CaptureQueriesContext(connection) as seen:
            visit(Someone(), address)
        counts.append(len(seen))
    assert len(set(counts)) == 1
    assert counts[0] <= 10
