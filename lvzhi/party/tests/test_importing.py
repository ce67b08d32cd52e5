"""Branches and their members out of a sheet: bad rows named, nothing written unless told; the branch of a member."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.party import actions, metrics
from lvzhi.party.actions import importing
from lvzhi.party.models import Body, Seat
from lvzhi.party.tests.hall import Hall
from lvzhi.people.models import Member

FOUNDED = dt.date(2024, 1, 8)
HEAD = "党支部名称,类型,设立方式,专委会,上级党组织,成立时间,姓名,支部职务,列入日期"
GOOD = f"""{HEAD}
党总支,总支,,,,2024-01-08,,,
经济委员会党支部,党支部,固定,经济委员会,党总支,2024-01-08,jia员,书记,
经济委员会党支部,,,,,,yi员,,2024-02-01
下乡功能型党支部,,功能型,,,2024-01-08,yi员,书记,
"""
BAD = f"""{HEAD}
经济委员会党支部,党支部,固定,经济委员会,,2024-01-08,jia员,书记,
经济委员会党支部,,,,,,无名氏,,
经济委员会党支部,,,,,,wu员,,
经济委员会党支部,,,,,,yi员,书记,
文史委员会党支部,党支部,固定,文史委员会,,2024-01-08,jia员,,
老年党支部,,固定,,,,ding员,,
科技党支部,党小组,,,,2024-01-08,ding员,,
农业党支部,,,农业委员会,,2024-01-08,ding员,,
经济委员会党支部,,,,,,bing员,班长,
"""
SAID = (
    "第3行：委员和机关干部中没有“无名氏”",
    "第4行：wu员在",
    "没有登记为中共党员",
    "第5行：第2行已有“经济委员会党支部”的书记jia员",
    "第6行：jia员在第2行已列入“经济委员会党支部”，每名党员只编入一个",
    "第7行：“老年党支部”是新设立的党组织，请填写设立日期",
    "第8行：“党小组”不是党组织的类型",
    "第9行：没有找到机构“农业委员会”",
    "第10行：“班长”不是党组织中的职务",
    "“文史委员会党支部”没有书记",
)


def test_a_good_sheet_comes_in_whole_and_a_second_time_changes_nothing(hall: Hall) -> None:
    office = hall.actor(hall.bai)
    assert importing.look(office, hall.here, GOOD.encode(), "名册.csv").bad == 0
    assert not Body.objects.exists()  # looking writes nothing
    done = importing.bring(office, hall.here, GOOD.encode(), "名册.csv")
    assert (done.written, len(done.bodies), len(done.seats)) == (True, 3, 3)
    branch = Body.objects.get(name="经济委员会党支部")
    assert branch.organ is not None
    assert branch.above is not None
    assert (branch.organ.name, branch.above.name, branch.starts) == ("经济委员会", "党总支", FOUNDED)
    found = set(Seat.objects.values_list("body__name", "name", "post"))
    assert found == {
        ("经济委员会党支部", "jia员", "secretary"), ("经济委员会党支部", "yi员", "member"),
        ("下乡功能型党支部", "yi员", "secretary"),
    }  # fmt: skip
    again = importing.bring(office, hall.here, GOOD.encode(), "名册.csv")
    assert (again.written, again.known, again.bad) == (False, 3, 0)
    with pytest.raises(NotAllowed):
        importing.look(hall.actor(hall.ling), hall.here, GOOD.encode(), "名册.csv")


def test_several_bad_rows_are_named_and_nothing_comes_in_unless_told(hall: Hall) -> None:
    client = hall.login(hall.bai)
    sent = {"file": SimpleUploadedFile("名册.csv", BAD.encode())}
    preview = client.post(reverse("party:import"), sent)["Location"]
    text = client.get(preview).content.decode()
    assert [one for one in SAID if one not in text] == []
    client.post(preview)
    assert not Body.objects.exists()
    assert client.post(preview, {"good_only": "1"})["Location"] == reverse("party:list")
    assert list(Seat.objects.values_list("body__name", "name")) == [("经济委员会党支部", "jia员")]
    listed = client.get(reverse("party:list")).content.decode()
    assert "没有书记" in listed
    assert [row.name for row in metrics.WITHOUT_SECRETARY.rows(hall.scope, hall.year)] == ["文史委员会党支部"]
    assert client.get(reverse("party:import_template")).status_code == 200
    assert hall.login(hall.accounts["jia"]).get(reverse("party:import")).status_code == 403


def test_a_functional_branch_made_fixed_holds_nobody_twice(hall: Hall) -> None:
    hall.led()
    functional = hall.branch("下乡功能型党支部", form="functional", organ=None)
    hall.seat(functional, "yi")
    with pytest.raises(Refusal) as refused:
        actions.change_body(functional, hall.actor(hall.bai), {"form": "fixed"})
    assert "yi员已编入其他固定或临时党支部" in refused.value.sentence


def test_the_branch_stands_on_the_members_page_for_readers_and_the_member(hall: Hall) -> None:
    hall.led()
    pages = {name: reverse("people:member", args=[row.uid]) for name, row in hall.members.items()}
    for account, sees in ((hall.bai, True), (hall.accounts["yi"], True), (hall.accounts["ding"], False)):
        assert ("经济委员会党支部" in hall.login(account).get(pages["yi"]).content.decode()) is sees
    left_out = hall.login(hall.bai).get(pages["ding"]).content.decode()
    assert "还没有编入党支部" in left_out
    assert "编入党支部" not in hall.login(hall.bai).get(pages["wu"]).content.decode()
    yi = Member.objects.get(pk=hall.members["yi"].pk)
    file = hall.login(hall.accounts["yi"]).get(reverse("dossier:file", args=[yi.uid])).content.decode()
    assert "经济委员会党支部" in file
