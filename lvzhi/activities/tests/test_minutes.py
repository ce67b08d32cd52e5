"""Minutes drafted from the records and read back: names in the order of rank, agenda, what is left to fill in."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from docx import Document

from lvzhi.access import Refusal
from lvzhi.activities.actions import Guest, SittingGiven, attending, consulting
from lvzhi.activities.letters.minutes import compose, numeral, title_of
from lvzhi.activities.models import Activity
from lvzhi.activities.tests.hall import TODAY, Hall, builder
from lvzhi.activities.vocabulary import Presence
from lvzhi.activities.workflow import telling
from lvzhi.journal.models import Entry
from lvzhi.people import actions as people

AGENDA = [("审议年度协商计划", "甲文"), ("讨论有关事项", "")]


def meeting(hall: Hall) -> Activity:
    """Held with a host, somebody late, somebody on leave, somebody absent, a cadre and a guest."""
    people.appoint(builder(), hall.members["bing"].person, hall.here, "standing", starts=TODAY)
    guests = [
        *hall.guests("jia", "yi", "bing"), Guest(person=hall.members["zhu"].person, role="host"),
        Guest(person=hall.gan.person), Guest(name="钱来", body="区发改局", role="sit_in"),
    ]  # fmt: skip
    sitting = SittingGiven(TODAY, "morning", place="三楼会议室", agenda=AGENDA)
    activity = hall.planned(guests=guests, sittings=[sitting], title="主席会议", kind="chairmen")
    leave = telling.ask_leave(hall.on_list(activity, "yi"), hall.actor(hall.yi), reason="illness")
    hall.take(leave, "grant", hall.mi, opinion="同意")
    jia = hall.on_list(activity, "jia")
    attending.note_all_but(hall.sitting(activity), hall.actor(hall.bai), {jia.pk: Presence.LATE})
    hall.take(activity, "hold", hall.bai, summary="会议原则同意。\n会后抓紧落实。")
    return Activity.objects.get(pk=activity.pk)


def taken(hall: Hall, activity: Activity, account: Any) -> Any:
    return hall.login(account).post(f"/activities/{activity.uid}/minutes/")


def lines(answer: Any) -> list[str]:
    document = Document(io.BytesIO(b"".join(answer.streaming_content)))
    return [paragraph.text.strip() for paragraph in document.paragraphs if paragraph.text.strip()]


def test_the_minutes_tell_what_the_records_know_and_mark_the_rest(hall: Hall) -> None:
    activity = meeting(hall)
    found = lines(taken(hall, activity, hall.bai))
    assert found[0] == "主席会议纪要"
    for words in (
        "地点：三楼会议室", "主持：朱席", "出席（4人）：朱席、丙成、甲文（迟到）、甘部", "请假（1人）：乙明",
        "列席（1人）：钱来（区发改局）", "（一）审议年度协商计划", "甲文作了发言。【发言要点待填】",
        "（二）讨论有关事项", "【讨论情况待填】", "二、议定事项", "会议原则同意。", "会后抓紧落实。",
    ):  # fmt: skip
        assert words in found, found
    assert re.fullmatch(r"时间：2026年3月2日 周一 .+", found[1])
    assert sum("议定事项" in one and "待填" in one for one in found) == 3
    assert Entry.objects.filter(event="activities.minutes_drafted", subject_uid=activity.uid).count() == 1


def test_what_was_said_stands_under_its_item_and_other_speeches_after_them(hall: Hall) -> None:
    activity = meeting(hall)
    keeper = hall.actor(hall.bai)
    for said in (
        {"person": hall.members["jia"].person, "title": "把议题定准", "text": "先听群众意见。\n再定题目。"},
        {"name": "周局长", "body": "区住建局", "title": "部门回应", "form": "written"},
    ):
        consulting.note_speech(keeper, activity, said)
    found = lines(taken(hall, activity, hall.bai))
    item = found.index("（一）审议年度协商计划")
    assert [found[item + step].split("：")[-1] for step in (1, 2, 3)] == ["把议题定准", "先听群众意见。", "再定题目。"]
    assert found[item + 4] == "（二）讨论有关事项"
    others = found.index("（三）其他发言")
    assert found[others + 1].replace(" ", "") == "区住建局周局长（书面）：部门回应【发言要点待填】"
    assert sum("甲文" in one and "发言要点待填" in one for one in found) == 0


def test_only_the_keeper_drafts_and_the_page_offers_it(hall: Hall) -> None:
    activity = meeting(hall)
    assert "生成纪要初稿" in hall.login(hall.bai).get(f"/activities/{activity.uid}/").content.decode()
    for account, status in ((hall.jia, 403), (hall.ling, 403), (hall.far_office, 404)):
        assert taken(hall, activity, account).status_code == status
    assert "生成纪要初稿" not in hall.login(hall.jia).get(f"/activities/{activity.uid}/").content.decode()


def test_before_attendance_is_noted_it_says_so(hall: Hall) -> None:
    activity = hall.planned("jia", "yi")
    body = [str(block.text) for block in compose(activity).body]  # type: ignore[union-attr]  # reason: no table here
    assert any("名单2人，还没有登记出席" in one for one in body)
    assert "主持：【待填】" in body
    with pytest.raises(Refusal, match="已取消"):
        compose(hall.take(activity, "cancel", hall.bai, ground="改期"))
    assert taken(hall, hall.draft(None, "jia"), hall.bai).status_code == 400


def test_titles_and_numerals() -> None:
    for title, family, wanted in (
        ("十届三次会议", "meeting", "十届三次会议纪要"), ("加装电梯协商", "consultation", "加装电梯协商会议纪要"),
        ("走访企业", "visit", "走访企业活动纪要"),
    ):  # fmt: skip
        assert title_of(Activity(title=title, family=family)) == wanted
    assert [numeral(one) for one in (1, 10, 11, 20, 25)] == ["一", "十", "十一", "二十", "二十五"]
