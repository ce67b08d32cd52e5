"""Attendance out of a sheet: findings name row and reason, nothing is written unless told to, the good rows count."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lvzhi.access import Refusal
from lvzhi.activities.actions import Guest, attending, importing
from lvzhi.activities.models import Activity, Attendance, Sitting
from lvzhi.activities.tests.hall import Hall
from lvzhi.exchange import sheets

Rows = Sequence[Sequence[str]]


def book(rows: Rows) -> bytes:
    """Rows of name, number, body, sitting, presence, remark as an Excel file."""
    target = io.BytesIO()
    sheets.write_xlsx(target, "出席", importing.columns(), rows)
    return target.getvalue()


def row(name: str, presence: str = "", *, body: str = "", number: str = "", sitting: str = "") -> list[str]:
    return [name, number, body, sitting, presence, ""]


def run(steps: Any) -> Any:
    """The result of a work that tells how far it is."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def held(hall: Hall, *guests: Guest) -> tuple[Activity, Sitting]:
    activity = hall.held(guests=[*hall.guests("jia", "yi", "bing"), *guests])
    return activity, hall.sitting(activity)


def said(hall: Hall, sitting: Sitting, rows: Rows) -> list[str]:
    return [one.sentence for one in run(importing.look(hall.actor(hall.bai), sitting, book(rows), "a.xlsx")).remarks]


def test_each_bad_row_is_named_with_its_reason(hall: Hall) -> None:
    twins = [Guest(name="陈晓", body="一中"), Guest(name="陈晓", body="水务局")]
    _, sitting = held(hall, *twins)
    attending.note(sitting, hall.actor(hall.bai), {hall.on_list(sitting.activity, "bing").pk: "absent"})
    rows = [
        row("甲文"), row("甲文", "迟到"), row("无名氏"), row("陈晓"), row("陈晓", body="税务局"), row("乙明", "打卡"),
        row("乙明", sitting="第九场"), row("丙成", "出席"), row("丙成", "缺席"), row("陈晓", body="一中"),
    ]  # fmt: skip
    found = {int(text[1:].split("行")[0]): text for text in said(hall, sitting, rows)}
    wanted = {
        4: "与第3行是同一人", 5: "名单上没有“无名氏”", 6: "有2个“陈晓”", 7: "与表中的“税务局”不符", 8: "“打卡”不认识",
        9: "没有名为“第九场”的场次", 10: "已登记为缺席，与表中的“出席”不同", 11: "与第10行是同一人",
    }  # fmt: skip
    assert set(found) == set(wanted)
    for number, words in wanted.items():
        assert words in found[number], found[number]


def test_nothing_is_written_with_a_bad_row_unless_told_to(hall: Hall) -> None:
    _, sitting = held(hall)
    office, data = hall.actor(hall.bai), book([row("甲文"), row("乙明", "请假"), row("无名氏")])
    with pytest.raises(Refusal):
        run(importing.bring(office, sitting, data, "a.xlsx"))
    assert not Attendance.objects.exists()
    done = run(importing.bring(office, sitting, data, "a.xlsx", good_only=True))
    assert (done.written, done.bad) == (2, 1)
    again = run(importing.look(office, sitting, data, "a.xlsx"))
    assert (again.good, again.known, again.bad) == (0, 2, 1)
    with pytest.raises(Refusal):
        run(importing.bring(office, sitting, data, "a.xlsx", good_only=True))


def sent(client: Client, sitting: Sitting, data: bytes) -> str:
    answer = client.post(f"/activities/sittings/{sitting.uid}/roll/", {"file": SimpleUploadedFile("名单.xlsx", data)})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def shown(client: Client, address: str, **posted: str) -> str:
    answer: Any = client.post(address, posted) if posted else client.get(address)
    return b"".join(answer.streaming_content).decode()


def test_two_thousand_rows_with_forty_bad_ones(hall: Hall) -> None:
    """Issue: findings name row and reason, progress shown; the 1,960 others come in."""
    guests = [Guest(name=f"代表{number:04d}", body="某单位") for number in range(1960)]
    activity, sitting = held(hall, *guests)
    rows = [row(f"代表{number:04d}", "迟到" if number % 50 == 7 else "") for number in range(1960)]
    for place in range(40):
        rows.insert(place * 50, row(f"来客{place:02d}") if place % 2 else row("代表0001", "打卡"))
    client = hall.login(hall.bai)
    address = sent(client, sitting, book(rows))
    page = shown(client, address)
    assert page.count("lz-telling") > 5
    assert "有40行不能导入" in page
    assert "第3行：出席情况“打卡”不认识" in page
    assert not Attendance.objects.exists()
    assert "已登记1960人次" in shown(client, address, good_only="1")
    assert Attendance.objects.filter(sitting=sitting, presence="late").count() == sum(n % 50 == 7 for n in range(1960))
    assert Attendance.objects.filter(sitting__activity=activity).count() == 1960


def test_the_list_to_fill_comes_back_whole(hall: Hall) -> None:
    _, sitting = held(hall)
    client = hall.login(hall.bai)
    answer: Any = client.get(f"/activities/sittings/{sitting.uid}/roll/template/")
    data = b"".join(answer.streaming_content)
    assert "确认登记3人次" in shown(client, sent(client, sitting, data))


def test_only_the_keeper_brings_a_sheet(hall: Hall) -> None:
    _, sitting = held(hall)
    address = f"/activities/sittings/{sitting.uid}/roll/"
    for who, status in ((hall.jia, 403), (hall.far_office, 404), (hall.bai, 200)):
        assert hall.login(who).get(address).status_code == status
