"""A plenary: speeches handed in, chosen, ordered, compiled into one book; who sees what; groups with conveners."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from docx import Document

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities.actions import Guest, SittingGiven, attending, recast
from lvzhi.activities.actions import plenary as actions
from lvzhi.activities.models import Activity, PlenarySpeech
from lvzhi.activities.queries.pages import people_of
from lvzhi.activities.queries.plenary import groups_of
from lvzhi.activities.tests.hall import TODAY, Hall
from lvzhi.activities.tests.test_figures import number
from lvzhi.activities.vocabulary import Presence
from lvzhi.activities.vocabulary.plenary import SpeechState
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.messages.models import Message
from lvzhi.norms.actions import set_value

OPENS = TODAY + dt.timedelta(days=10)
GIVEN = {"title": "发展社区食堂的建议", "text": "第一段。\n第二段。"}
FIGURES = ("plenary_speeches", "plenary_oral", "plenary_written")


def plenary(hall: Hall, **changed: Any) -> Activity:
    given = {
        "kind": "plenary",
        "title": "政协海州区十届三次会议",
        "held_on": OPENS,
        "ends_on": OPENS + dt.timedelta(days=2),
    }
    return hall.planned("jia", "yi", "bing", **(given | changed))


def handed(hall: Hall, activity: Activity, name: str = "jia", account: Any = None, **changed: Any) -> PlenarySpeech:
    actor = hall.actor(account or hall.everyone[name])
    return actions.hand_in(actor, activity, hall.members[name].person, GIVEN | changed)


def posted(hall: Hall, account: Any, address: str, **data: Any) -> Any:
    return hall.login(account).post(address, data, follow=True)


def test_from_handing_in_to_the_book(hall: Hall) -> None:
    activity = plenary(hall)
    base = f"/activities/{activity.uid}/plenary/"
    page = posted(hall, hall.jia, f"{base}new/", **GIVEN)
    assert "已提交，办公室遴选后通知您" in page.content.decode()
    jia = PlenarySpeech.objects.get()
    yi = handed(hall, activity, "yi", title="书面的发言", text="书面正文。")
    bing = handed(hall, activity, "bing", title="没有选用的发言")
    zhu = handed(hall, activity, "zhu", hall.bai, title="代表经济界的发言", organ=hall.sector)
    for row, key, answers in (
        (jia, "oral", {}), (zhu, "written", {}), (zhu, "oral", {}), (yi, "written", {}),
        (bing, "decline", {"ground": "与去年重复"}),
    ):  # fmt: skip
        hall.take(PlenarySpeech.objects.get(pk=row.pk), key, hall.bai, **answers)
    page = posted(hall, hall.bai, f"{base}order/", do="compile", **{f"n-{jia.pk}": "2", f"n-{zhu.pk}": "1"})
    assert "已汇编3篇" in page.content.decode()
    answer = hall.login(hall.yi).post(f"{base}book/")
    lines = [one.text.strip() for one in Document(io.BytesIO(b"".join(answer.streaming_content))).paragraphs]
    lines = [one for one in lines if one]
    assert lines[0].endswith("大会发言汇编")
    wanted = ["1. 经济界 朱席：代表经济界的发言", "2. 甲文：发展社区食堂的建议", "3. 乙明：书面的发言"]
    assert [one for one in lines if one in wanted] == wanted
    assert lines[-3:] == ["（一）书面的发言", "（乙明）", "书面正文。"]
    assert (
        lines.index("第一段。")
        < lines.index("第二段。")
        < lines.index("二、书面发言" if "二、书面发言" in lines else "书面发言")
    )
    told = Message.objects.get(account=hall.bing, code="activities.speech_declined")
    assert told.facts["ground"] == "与去年重复"
    assert Entry.objects.filter(event="activities.speeches_compiled").get().facts["count"] == 3


def test_who_sees_which_speech(hall: Hall) -> None:
    activity = plenary(hall)
    row = handed(hall, activity)
    page = f"/activities/plenary/{row.uid}/"
    seen = {name: hall.login(account).get(page).status_code for name, account in hall.everyone.items()}
    readers = {"bai", "mi", "ling", "shen", "jia"}
    assert {name for name, status in seen.items() if status == 200} == readers
    for key in ("oral", "compile"):
        hall.take(PlenarySpeech.objects.get(pk=row.pk), key, hall.bai)
    assert hall.login(hall.yi).get(page).status_code == 200
    assert hall.login(hall.far_member).get(page).status_code == 404


def test_who_may_hand_in_and_when(hall: Hall) -> None:
    activity = plenary(hall)
    with pytest.raises(NotAllowed):
        handed(hall, activity, "yi", hall.jia)
    with pytest.raises(NotAllowed):
        handed(hall, activity, "jia", organ=hall.history)
    by_head = actions.hand_in(
        hall.actor(hall.tou), activity, hall.members["jia"].person, GIVEN | {"organ": hall.economy}
    )
    assert by_head.speaker == "经济委员会 甲文"
    for account, status in ((hall.ling, 403), (hall.far_member, 404)):
        assert hall.login(account).get(f"/activities/{activity.uid}/plenary/new/").status_code == status
    with pytest.raises(Refusal, match="不是全体会议"):
        handed(hall, hall.planned("jia"))
    with pytest.raises(Refusal, match="现为“草稿”"):
        handed(hall, hall.draft(None, "jia", kind="plenary", held_on=OPENS))
    set_value(hall.actor(hall.bai), hall.here, "activities.speech_before", 15, starts=TODAY, ground="通知")
    with pytest.raises(Refusal, match="截止"):
        handed(hall, activity)


@pytest.mark.parametrize(
    ("given", "words"),
    [({"title": " "}, "填写发言题目"), ({"text": ""}, "填写发言正文"), ({"text": "长" * 2001}, "2001字，超过2000字")],
)
def test_what_a_speech_must_have(hall: Hall, given: dict[str, str], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        handed(hall, plenary(hall), **given)


def test_order_and_book_belong_to_the_office_and_to_the_chosen(hall: Hall) -> None:
    activity = plenary(hall)
    row = handed(hall, activity)
    with pytest.raises(Refusal, match="只给选为口头或书面的"):
        actions.order(activity, hall.actor(hall.bai), {row.pk: 1})
    with pytest.raises(Refusal, match="还没有选定"):
        actions.compile_all(activity, hall.actor(hall.bai))
    with pytest.raises(NotAllowed):
        actions.compile_all(activity, hall.actor(hall.jia))
    hall.take(row, "withdraw", hall.jia)
    assert PlenarySpeech.objects.get().state == SpeechState.WITHDRAWN


def test_figures_are_their_rows(hall: Hall) -> None:
    with clock.at(TODAY):
        activity = plenary(hall)
        first, second = handed(hall, activity), handed(hall, activity, "yi")
        hall.take(handed(hall, activity, "bing"), "withdraw", hall.bing)
    hall.take(first, "oral", hall.bai)
    hall.take(second, "written", hall.bai)
    actions.compile_all(activity, hall.actor(hall.bai))
    assert [number(hall, key) for key in FIGURES] == [2, 0, 0]
    with clock.at(OPENS):
        hall.take(Activity.objects.get(pk=activity.pk), "hold", hall.bai)
        assert [number(hall, key) for key in FIGURES] == [2, 1, 1]


def test_groups_have_conveners_a_list_and_their_own_attendance(hall: Hall) -> None:
    guests = [Guest(person=hall.members[name].person, group=group) for name, group in
              (("jia", "第一组"), ("yi", "第一组"), ("bing", "第二组"))]  # fmt: skip
    sittings = [SittingGiven(TODAY, "morning", name="大会"),
                SittingGiven(TODAY, "afternoon", name="第一组讨论", group="第一组", place="二楼")]  # fmt: skip
    activity = hall.planned(guests=guests, sittings=sittings, kind="plenary", title="十届三次会议")
    recast(hall.on_list(activity, "jia"), hall.actor(hall.bai), role="convene", group="第一组")
    group = activity.sittings.get(group="第一组")
    attending.note_all_but(group, hall.actor(hall.bai), {hall.on_list(activity, "yi").pk: Presence.ABSENT})
    found = groups_of(people_of(activity))
    assert [(one.name, [row.name for row in one.conveners], len(one.people)) for one in found] == [
        ("第一组", ["甲文"], 2), ("第二组", [], 1),
    ]  # fmt: skip
    page = hall.login(hall.bai).get(f"/activities/{activity.uid}/groups/").content.decode()
    for words in ("第一组讨论", "二楼", "还没有确定", "甲文"):
        assert words in page
    assert "讨论小组和召集人" in hall.login(hall.jia).get(f"/activities/{activity.uid}/").content.decode()


def test_the_page_of_a_plenary_offers_its_speeches(hall: Hall) -> None:
    activity = plenary(hall)
    handed(hall, activity)
    address = f"/activities/{activity.uid}/"
    mine = hall.login(hall.jia).get(address).content.decode()
    assert "发展社区食堂的建议" in mine
    assert "提交大会发言" in mine
    assert "发展社区食堂的建议" not in hall.login(hall.yi).get(address).content.decode()
    office = hall.login(hall.bai)
    for page in (f"{address}plenary/", f"{address}plenary/new/"):
        assert office.get(page).status_code == 200
    assert hall.actor(hall.bai).has(Post.OFFICE)
