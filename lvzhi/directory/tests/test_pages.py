"""The pages of the directory as people see them."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import FileResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.committee.models import Committee
from lvzhi.committee.tests.someone import Someone, text_of, visit
from lvzhi.directory import actions, panels, queries
from lvzhi.directory.models import Unit
from lvzhi.directory.tests.test_import import HEAD, book
from lvzhi.exchange import sheets


@pytest.fixture
def home(county: Committee) -> str:
    return f"{reverse('directory:list')}?committee={county.uid}"


def test_the_list_shows_what_stands_and_filters(
    clerk: Someone, county: Committee, units: dict[str, Unit], home: str
) -> None:
    actions.add(clerk, county, name="老局", starts=dt.date(2010, 1, 1), ends=dt.date(2019, 12, 31))
    page = text_of(visit(clerk, reverse("directory:list")))
    assert "教育局" in page, "one's own committee comes first"
    assert "老局" not in page
    assert "老局" in text_of(visit(Someone(), f"{home}&state=ended"))
    found = text_of(visit(Someone(), f"{home}&q=科技"))
    assert "科技局" in found
    assert "教育局" not in found
    assert "没有符合条件的单位" in text_of(visit(Someone(), f"{home}&kind=enterprise"))
    assert "教育局" in text_of(visit(Someone(), f"{home}&system=nonsense")), "an unknown filter is left out"
    assert "登记单位" in page
    assert "登记单位" not in text_of(visit(Someone(), home))


def test_a_unit_is_entered_and_altered_on_its_pages(clerk: Someone, county: Committee) -> None:
    address = reverse("directory:add", args=[county.uid])
    assert visit(clerk, address).status_code == 200
    values = {"name": "林业局", "kind": "handling", "system": "government", "starts": "2022-9-31"}
    assert "9月没有31日" in text_of(visit(clerk, address, values))
    answer = visit(clerk, address, {**values, "starts": "2022-9-30", "contact": "0851-1234567"})
    unit = Unit.objects.get()
    assert answer["Location"] == reverse("directory:detail", args=[unit.uid])
    edit = reverse("directory:edit", args=[unit.uid])
    assert "林业局" in text_of(visit(clerk, edit))
    assert visit(clerk, edit, {**values, "name": "林草局", "starts": "2022-9-30"}).status_code == 302
    page = text_of(visit(clerk, answer["Location"]))
    assert "林草局" in page
    assert "修改单位“林草局”" in page
    assert visit(Someone(), edit).status_code == 403
    assert visit(Someone(), address).status_code == 403


def test_only_staff_and_units_see_how_to_reach_a_unit(clerk: Someone, county: Committee) -> None:
    unit = actions.add(clerk, county, name="林业局", starts=dt.date(2022, 1, 1), contact="0851-1234567")
    address = reverse("directory:detail", args=[unit.uid])
    assert "0851-1234567" in text_of(visit(Someone.holding("unit_officer", county), address))
    assert "0851-1234567" not in text_of(visit(Someone.holding("member", county), address))


def test_a_merger_is_recorded_on_its_page_and_told_on_the_units(
    clerk: Someone, county: Committee, units: dict[str, Unit]
) -> None:
    address = reverse("directory:succeed", args=[county.uid])
    assert visit(clerk, f"{address}?unit={units['教育局'].uid}").status_code == 200
    values = {
        "how": "merged",
        "sources": [units["教育局"].pk, units["科技局"].pk],
        "new_names": "教育科技局\n",
        "on": "2023-07-01",
        "ground": "改革方案",
    }
    assert "只能有一个承接单位" in text_of(visit(clerk, address, {**values, "new_names": "甲\n乙"}))
    assert visit(clerk, address, values).status_code == 302
    page = text_of(visit(Someone(), reverse("directory:detail", args=[units["教育局"].uid])))
    assert "自2023年7月1日起合并为教育科技局" in page
    assert "改革方案" in page
    heir = queries.find(county, "教育科技局", dt.date(2023, 7, 1))
    assert "承接科技局（合并）" in text_of(visit(Someone(), reverse("directory:detail", args=[heir.uid])))


def test_an_import_is_checked_then_written(clerk: Someone, county: Committee) -> None:
    address = reverse("directory:import", args=[county.uid])
    assert visit(clerk, address).status_code == 200

    def send(data: bytes, **more: str) -> str:
        file = SimpleUploadedFile("单位.xlsx", data)
        answer = visit(clerk, address, {"file": file, "starts": "2022-01-01", **more})
        return text_of(answer) if answer.status_code == 200 else answer["Location"]

    good, bad = book(HEAD, ["林业局", "", "", "", ""]), book(HEAD, ["林业局", "火星系统", "", "", ""])
    assert "可导入1个单位" in send(good, check="1")
    assert "一行也没有写入" in send(bad)
    assert "单位.xlsx" in send(b"PK nonsense")
    assert not Unit.objects.exists()
    assert "committee=" in send(good)
    assert Unit.objects.get().name == "林业局"
    assert "已在册" in send(good)


def test_the_template_is_one_that_can_be_read(clerk: Someone, county: Committee) -> None:
    answer = visit(clerk, reverse("directory:template", args=[county.uid]))
    assert isinstance(answer, FileResponse)
    data = b"".join(answer)
    with pytest.raises(sheets.reading.BadFile, match="没有"):
        sheets.read(io.BytesIO(data), "模板.xlsx", actions.columns(county))


def test_higher_rooms_add_their_part_to_a_units_page(units: dict[str, Unit]) -> None:
    panels.register(
        panels.Panel("t", "联络员", "还没有联络员", lambda unit, actor: [panels.Line("李四", f"{unit.name}办公室")])
    )
    try:
        page = text_of(visit(Someone(), reverse("directory:detail", args=[units["教育局"].uid])))
    finally:
        panels._PANELS.pop("t")
    assert "联络员" in page
    assert "教育局办公室" in page


def test_the_list_costs_the_same_for_five_units_and_fifty(clerk: Someone, county: Committee, home: str) -> None:
    counts = []
    for many in (5, 45):
        for number in range(many):
            actions.add(clerk, county, name=f"单位{many}-{number}", starts=dt.date(2020, 1, 1))
        with CaptureQueriesContext(connection) as seen:
            visit(Someone(), home)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 10
