"""Pages as a browser gets them: forms, lists, one item; how many statements they take."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.drafts import actions as drafts
from lvzhi.drafts.models import Draft
from lvzhi.files.models import Attachment
from lvzhi.journal.models import Entry
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries import CONCERN
from lvzhi.opinions.tests.newsroom import EDITED, SITUATION, TITLE, Newsroom

MOST = 15  # statements of a page of an item, the frame of every page included


def form(**changed: Any) -> dict[str, Any]:
    given = {
        "title": TITLE, "category": "society", "situation": SITUATION, "analysis": "", "suggestion": "检修。",
        "publish": "1", "not_secret": "on", "outsiders": "", "once": "k1",
    }  # fmt: skip
    return given | changed


def test_a_member_hands_in_at_once(room: Newsroom) -> None:
    client = room.login(room.jia)
    page = client.get("/opinions/write/").content.decode()
    assert "非涉密系统，严禁处理涉密信息" in page
    assert 'data-total="situation analysis suggestion"' in page
    assert 'data-limit="1500"' in page
    drafts.save(room.jia.pk, CONCERN, "new", {"title": TITLE})
    for _ in range(2):  # a double click
        answer = client.post("/opinions/write/", form(people=[room.members["yi"].pk]))
    made = Concern.objects.get()
    assert answer.url == f"/opinions/concern/{made.uid}/"  # type: ignore[attr-defined]  # reason: a redirect
    assert (made.state, made.authors.count(), Draft.objects.count()) == ("submitted", 2, 0)
    page = client.get(answer.url).content.decode()  # type: ignore[attr-defined]  # reason: as above
    assert "信息编辑（筛选）" in page


def test_what_is_only_kept_needs_no_confirmation(room: Newsroom) -> None:
    client = room.login(room.jia)
    client.post("/opinions/write/", form(then="keep", not_secret=""))
    made = Concern.objects.get()
    assert made.state == "draft"
    answer = client.post("/opinions/write/", form(once="k2", not_secret=""))
    assert answer.status_code == 422
    assert "提交前请勾选确认" in answer.content.decode()
    page = client.get(f"/opinions/concern/{made.uid}/").content.decode()
    assert "接着写并提交" in page


def test_faults_stand_at_their_fields_and_nothing_typed_is_lost(room: Newsroom) -> None:
    answer = room.login(room.jia).post("/opinions/write/", form(title="长" * 101, outsiders="｜单位"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "没有姓名" in page
    assert SITUATION.replace("\n", "\r\n") in page or SITUATION in page
    assert not Concern.objects.exists()


def test_too_long_a_text_is_kept_and_said(room: Newsroom) -> None:
    answer = room.login(room.jia).post("/opinions/write/", form(situation="情" * 1501), follow=True)
    made = Concern.objects.get()
    assert made.state == "draft"
    assert answer.request["PATH_INFO"] == f"/opinions/concern/{made.uid}/edit/"
    assert "超过上限1500字" in answer.content.decode()


def test_attachments_come_with_it(room: Newsroom) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    sheet = SimpleUploadedFile("路灯.txt", "十二盏".encode())
    room.login(room.jia).post("/opinions/write/", form(uploads=sheet))
    assert Attachment.objects.get().subject == Concern.objects.get().uid


def test_same_named_members_are_told_apart(room: Newsroom) -> None:
    from lvzhi.accounts.tests.house import START
    from lvzhi.people import actions as people
    from lvzhi.people.models import Member

    term = Member.objects.get(pk=room.members["yi"].pk).term
    twin = people.add_member(
        room.actor(room.bai), room.here, term, people.Facts(name="乙武", employer="水厂"), starts=START
    )
    answer = room.login(room.jia).post("/opinions/write/", form(people__typed="乙武"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "文化馆" in page
    assert "水厂" in page
    room.login(room.jia).post("/opinions/write/", form(people=[twin.pk]))
    persons = list(Concern.objects.get().authors.order_by("place").values_list("person", flat=True))
    assert persons == [room.members["jia"].person_id, twin.person_id]


def test_editing_begins_with_what_stands(room: Newsroom) -> None:
    made = room.at("returned", people=[room.members["yi"]], outsiders="丁某｜商户")
    client = room.login(room.jia)
    page = client.get(f"/opinions/concern/{made.uid}/edit/").content.decode()
    for text in (TITLE, "水碾房社区北门至菜场一段", "丁某｜商户", "乙武", "写明哪一段路", "补充后提交"):
        assert text in page
    client.post(
        f"/opinions/concern/{made.uid}/edit/",
        form(people=[room.members["yi"].pk], outsiders="丁某｜商户", version=made.version),
    )
    made.refresh_from_db()
    assert (made.state, made.authors.filter(voided_at=None).count()) == ("submitted", 3)


def test_whoever_is_second_is_told(room: Newsroom) -> None:
    made = room.at("returned")
    path = f"/opinions/concern/{made.uid}/edit/"
    client = room.login(room.jia)
    client.post(path, form(title="先改的", then="keep", version=made.version))
    answer = client.post(path, form(title="后改的", then="keep", version=made.version))
    assert answer.status_code == 409
    assert "后改的" in answer.content.decode()
    made.refresh_from_db()
    assert made.title == "先改的"


def test_a_draft_of_before_comes_back(room: Newsroom) -> None:
    drafts.save(room.jia.pk, CONCERN, "new", {"title": "没写完的", "people": [str(room.members["yi"].pk)]})
    client = room.login(room.jia)
    page = client.get("/opinions/write/").content.decode()
    assert "没写完的" in page
    assert "乙武" in page
    assert "有一篇没写完的信息" in client.get("/opinions/mine/").content.decode()


def test_a_follow_up_begins_from_the_earlier_one(room: Newsroom) -> None:
    made = room.sent()
    page = room.login(room.jia).get(f"/opinions/write/?follows={made.uid}").content.decode()
    assert f'<option value="{made.pk}" selected>' in page
    assert room.login(room.jia).get("/opinions/write/?follows=nothing").status_code == 400


def test_editing_stands_beside_the_original(room: Newsroom) -> None:
    made = room.at("selected")
    client = room.login(room.bai)
    page = client.get(f"/opinions/concern/{made.uid}/step/edit/").content.decode()
    assert "对照原稿" in page
    client.post(f"/opinions/concern/{made.uid}/step/edit/", EDITED | {"version": made.version, "category": "society"})
    page = client.get(f"/opinions/concern/{made.uid}/").content.decode()
    for text in (EDITED["edited_title"], EDITED["edited"], "反映人原稿", "水碾房社区北门至菜场一段"):
        assert text in page


def test_one_voided_is_out_of_the_lists(room: Newsroom) -> None:
    made = room.sent()
    client = room.login(room.bai)
    client.post(f"/opinions/concern/{made.uid}/void/", {"ground": "重复录入"})
    assert TITLE not in client.get("/opinions/screening/").content.decode()
    assert TITLE not in client.get("/opinions/all/").content.decode()
    assert TITLE in client.get("/opinions/all/?only=voided").content.decode()
    client.post(f"/opinions/concern/{made.uid}/restore/")
    assert TITLE in client.get("/opinions/screening/").content.decode()


def test_the_list_is_narrowed_and_exported(room: Newsroom) -> None:
    room.sent()
    room.sent(room.yi, title="水质发黄", category="ecology", urgent=True)
    client = room.login(room.bai)
    for query, shown, hidden in (
        ("q=夜间", TITLE, "水质发黄"), ("who=乙武", "水质发黄", TITLE), ("category=ecology", "水质发黄", TITLE),
        ("only=urgent", "水质发黄", TITLE), ("source=member&q=发黄", "水质发黄", TITLE),
    ):  # fmt: skip
        page = client.get(f"/opinions/all/?{query}").content.decode()
        assert shown in page, query
        assert hidden not in page, query
    told = b"".join(client.get("/opinions/all/export/csv/?only=urgent").streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]  # reason: a stream
    assert "水质发黄" in told
    assert TITLE not in told
    assert "乙武" in told
    assert Entry.objects.filter(event="opinions.exported", facts__count=1).exists()


def test_urgent_ones_wait_in_front(room: Newsroom) -> None:
    room.sent()
    room.sent(room.yi, title="塌方", urgent=True)
    page = room.login(room.bai).get("/opinions/screening/").content.decode()
    assert page.index("塌方") < page.index(TITLE)


def statements(client: Any, path: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(path).status_code == 200
    return len(found)


@pytest.mark.parametrize(("who", "path"), [("bai", "/opinions/screening/"), ("bai", "/opinions/all/"),
                                           ("jia", "/opinions/mine/")])  # fmt: skip
def test_lists_take_as_many_statements_at_5_and_at_50(room: Newsroom, who: str, path: str) -> None:
    client = room.login(room.everyone[who])
    for number in range(5):
        room.sent(title=f"第{number}件", people=[room.members["yi"]])
    client.get(path)
    few = statements(client, path)
    for number in range(45):
        room.sent(title=f"又{number}件", people=[room.members["yi"]])
    assert statements(client, path) == few


def test_a_page_of_an_item_is_cheap(room: Newsroom) -> None:
    made = room.at("edited", people=[room.members["yi"]])
    for account in (room.fu, room.jia):
        client = room.login(account)
        path = f"/opinions/concern/{made.uid}/"
        client.get(path)
        count = statements(client, path)
        assert count <= MOST, count


def test_the_home_leads_each_to_his_own(room: Newsroom) -> None:
    for name, where in (("bai", "screening"), ("ling", "all"), ("jia", "mine"), ("tu", "mine")):
        assert room.login(room.everyone[name]).get("/opinions/").url == f"/opinions/{where}/"  # type: ignore[attr-defined]  # reason: a redirect


def test_overdue_is_reckoned(room: Newsroom) -> None:
    from lvzhi.deadlines import clock

    room.sent()
    client = room.login(room.bai)
    assert TITLE not in client.get("/opinions/all/?only=overdue").content.decode()
    with clock.at(dt.date(2026, 6, 1)):
        client = room.login(room.bai)
        assert "已超期" in client.get("/opinions/screening/").content.decode()
        assert TITLE in client.get("/opinions/all/?only=overdue").content.decode()
