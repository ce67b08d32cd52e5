"""A quarter from opening to the archive, what it refuses, who sees what (R8.3, R8.4, R8.7)."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.appraisal import metrics, queries
from lvzhi.appraisal.actions import open_round
from lvzhi.appraisal.models import StaffLine, StaffRound
from lvzhi.appraisal.tests.yard import STAFF, TODAY, Yard
from lvzhi.ballots.models import Slip
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import read_docx_text
from lvzhi.exchange.sheets import Column, write_xlsx
from lvzhi.messages.queries import inbox
from lvzhi.metrics import compute
from lvzhi.workflow import engine
from lvzhi.workflow.todo import todo


def test_from_the_opening_to_the_archive_with_a_secret_ballot(yard: Yard) -> None:
    appraisal = yard.opened(by_ballot=True)
    jia, tou = yard.accounts["jia"], yard.accounts["tou"]
    assert [one.record for one in todo(yard.actor(jia))] == [yard.line(appraisal, "jia")]
    yard.write(appraisal)
    assert len(todo(yard.actor(tou))) == len(STAFF) - 1
    yard.comment(appraisal, jia="good", yi="good")
    appraisal = yard.vote(appraisal, jia=1)
    ballot = yard.login(yard.accounts["yi"]).get(f"/ballots/{appraisal.ballot.uid}/").content.decode()
    assert ("您已投票" in ballot, "好评率" in ballot) == (True, False)
    yard.attend(appraisal, "bing员 事假1 旷工0.5 迟到2")
    appraisal = yard.propose(appraisal, jia="good", yi="good")
    line = yard.line(appraisal, "jia")
    assert "述评100×10%＋点评95×40%＋测评95×40%＋考勤100×10%＝96分" in line.score_words
    assert yard.line(appraisal, "bing").score_words.endswith("考勤86×10%＝86.6分")
    appraisal = yard.take(appraisal, "send_back", yard.ling, ground="请再核对")
    appraisal = yard.propose(appraisal, jia="good", yi="good")
    appraisal = yard.take(appraisal, "decide", yard.mi, meeting="党组第3次会议", met_on=TODAY)
    assert {one.state for one in queries.lines_of(appraisal)} == {"told"}
    assert "已经审定" in next(iter(inbox(jia.pk, task=False))).sentence
    for name in STAFF:
        yard.take(yard.line(appraisal, name), "sign", yard.accounts[name])
    assert yard.take(appraisal, "archive", yard.bai).state == "archived"
    assert Slip.objects.count() == len(STAFF) ** 2  # cut apart by person: no slip tells who cast it
    found = {name: one.value for _, name, one in compute.split(metrics.QUARTERLY, yard.scope, yard.year,
                                                             metrics.QUARTER_CUT)}  # fmt: skip
    assert {"好": 2, "较好": 4}.items() <= found.items()
    rows = compute.evidence(metrics.QUARTERLY, yard.scope, yard.year)[0]
    assert len(list(rows.lines(yard.actor(yard.bai)))) == len(STAFF)
    assert [row.name for row, _ in rows.lines(yard.actor(jia)) if row] == ["jia员"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"quarter": 3}, "还没有开始"),
        ({"account_by": dt.date(2026, 4, 1)}, "早于今天"),
        ({"year": 2019}, "没有机关干部"),
    ],
)
def test_what_cannot_be_opened(yard: Yard, data: dict[str, object], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        yard.opened(**data)  # type: ignore[arg-type]  # reason: each case changes another of the answers
    assert not StaffRound.objects.exists()


def test_a_quarter_is_opened_once_and_by_the_office(yard: Yard) -> None:
    yard.opened()
    with pytest.raises(Refusal, match="已经发起"):
        yard.opened()
    with pytest.raises(NotAllowed):
        open_round(yard.actor(yard.accounts["jia"]), yard.here, {"year": 2026, "quarter": 2, "account_by": TODAY})


def test_nobody_comments_on_oneself(yard: Yard) -> None:
    appraisal = yard.opened()
    yard.write(appraisal)
    head = yard.line(appraisal, "tou")
    assert head.leader is None  # the secretary-general is no person of the roster here
    with pytest.raises(Refusal, match="不能点评自己"):
        yard.take(head, "set_leader", yard.bai, leader=[head.person_id])
    with pytest.raises(NotAllowed):
        yard.take(head, "comment", yard.accounts["tou"], comment="好", suggested="good")
    with pytest.raises(NotAllowed):
        yard.take(yard.line(appraisal, "jia"), "comment", yard.accounts["yi"], comment="好", suggested="good")
    with pytest.raises(Refusal, match="还没有为tou员确定点评领导"):
        yard.take(head, "comment_for", yard.bai, comment="好", suggested="good", said_on=TODAY)


def test_grades_wait_for_everything_and_keep_the_quota(yard: Yard) -> None:
    appraisal = yard.opened(by_ballot=True)
    yard.write(appraisal, "tou", "jia", "yi", "bing", "ding")
    for said, then in (
        ("还没有组织投票", lambda: yard.vote(appraisal)),
        ("wu员还没有个人述评", lambda: yard.write(appraisal, "wu")),
        ("还没有领导点评", lambda: yard.comment(appraisal)),
        ("yi员还没有季度考勤", lambda: yard.attend(appraisal)),
    ):
        with pytest.raises(Refusal, match=said):
            yard.propose(appraisal)
        then()
    with pytest.raises(Refusal) as refused:
        yard.propose(appraisal, jia="good", yi="good", bing="good")
    assert "拟定“好”3名，超过比例：参加考核6名，按40%计2.4名，舍去小数，最多2名" in refused.value.sentence
    with pytest.raises(Refusal, match="jia员拟定为须写明理由的等次"):
        yard.propose(appraisal, jia="plain")
    with pytest.raises(Refusal, match="jia员还没有拟定等次"):
        yard.propose(appraisal, jia="")
    assert not StaffLine.objects.exclude(grade="").exists()
    yard.norm("appraisal.rounding", "up")
    assert yard.propose(appraisal, jia="good", yi="good", bing="good").state == "proposed"
    with pytest.raises(Conflict):
        yard.propose(appraisal)


def test_grades_wait_until_the_ballot_is_announced(yard: Yard) -> None:
    appraisal = yard.opened(by_ballot=True)
    office = yard.actor(yard.bai)
    tellers = [yard.ling.pk, yard.mi.pk]
    appraisal = engine.take(appraisal, "ballot", office, {"held_on": TODAY, "tellers": tellers})
    with pytest.raises(Refusal, match=r"为“准备中”，请在计票并公布结果后再拟定等次"):
        yard.propose(appraisal)


def test_weights_must_come_to_a_hundred(yard: Yard) -> None:
    appraisal = yard.complete()
    yard.norm("appraisal.weight_leader", "50")
    with pytest.raises(Refusal, match="考核权重合计110%"):
        yard.propose(appraisal)


def test_who_came_late_gets_no_grade_and_counts_in_no_quota(yard: Yard) -> None:
    yard.hire("xin", starts=dt.date(2026, 3, 20))
    appraisal = yard.complete()
    new = yard.line(appraisal, "xin")
    assert (new.state, queries.exclusion_name(new)) == ("exempt", "到岗时间不足")
    assert queries.quota(appraisal, 6).most == 2
    assert yard.take(new, "include", yard.bai).state == "waiting"
    yard.take(yard.line(appraisal, "xin"), "exempt", yard.bai, reason="probation", ground="")
    yard.propose(appraisal)
    appraisal = yard.take(appraisal, "decide", yard.mi, meeting="党组会议", met_on=TODAY)
    assert compute.compute(metrics.EXEMPTED, yard.scope, yard.year).value == 1
    assert compute.compute(metrics.QUARTERLY, yard.scope, yard.year).value == len(STAFF)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("李四 事假1", "第1行的“李四”不在本次考核名单中"),
        ("jia员 事假1\n\njia员 病假2", "第3行的“jia员”已经写过"),
        ("jia员 病假61", "合计61天，多于应出勤60天"),
        ("jia员请假三天", "读不懂"),
        ("jia员 事假1 加班5", "读不懂"),
    ],
)
def test_attendance_that_cannot_be_is_refused_by_its_line(yard: Yard, text: str, said: str) -> None:
    appraisal = yard.opened()
    with pytest.raises(Refusal) as refused:
        yard.attend(appraisal, text)
    assert said in refused.value.sentence
    assert not StaffLine.objects.exclude(due_days=None).exists()


def test_attendance_from_a_sheet(yard: Yard) -> None:
    appraisal = yard.opened()
    for rows, said in (([("jia员", 1, 2, 0, 3)], ""), ([("乙某", 1, 0, 0, 0)], "不在本次考核名单中")):
        target = io.BytesIO()
        heads = [Column(name, name) for name in ("姓名", "事假", "病假", "旷工", "迟到早退")]
        write_xlsx(target, "考勤", heads, rows)
        upload = SimpleUploadedFile("考勤.xlsx", target.getvalue())

        def send(upload: SimpleUploadedFile = upload) -> None:
            engine.take(
                appraisal, "attend_sheet", yard.actor(yard.bai), {"due": "60"}, files={"sheet": upload}
            )  # fmt: skip

        if said:
            with pytest.raises(Refusal, match=said):
                send()
        else:
            send()
    line = yard.line(appraisal, "jia")
    assert (line.leave_days, line.sick_days, line.late_times, line.due_days) == (1, 2, 3, 60)


def test_a_meeting_is_over_and_not_before_the_quarter_ended(yard: Yard) -> None:
    appraisal = yard.propose(yard.complete())
    for day, said in ((TODAY + dt.timedelta(days=1), "在今天之后"), (dt.date(2026, 3, 30), "早于考核期结束")):
        with pytest.raises(Refusal, match=said):
            yard.take(appraisal, "decide", yard.mi, meeting="党组会议", met_on=day)
    with pytest.raises(NotAllowed):
        yard.take(appraisal, "decide", yard.bai, meeting="党组会议", met_on=TODAY)


def test_an_appeal_is_answered_once_and_within_its_time(yard: Yard) -> None:
    appraisal = yard.decided(jia="good", yi="good")
    bing = yard.accounts["bing"]
    line = yard.take(yard.line(appraisal, "bing"), "appeal", bing, text="考勤有误。")
    with pytest.raises(Refusal, match="bing员的复核还没有答复"):
        yard.take(appraisal, "archive", yard.bai)
    with pytest.raises(Refusal, match="改为“好”后共3名，超过最多2名"):
        yard.take(line, "answer", yard.mi, grade="good", text="成立。")
    line = yard.take(line, "answer", yard.mi, grade="", text="考勤核对无误，维持。")
    assert (line.state, line.grade) == ("told", "fair")
    with pytest.raises(Refusal, match="已经复核答复过一次"):
        yard.take(line, "appeal", bing, text="还是不服。")
    with pytest.raises(Refusal, match="还没有签收，申请复核的期限到"):
        yard.take(appraisal, "archive", yard.bai)
    with clock.at(TODAY + dt.timedelta(days=30)):
        with pytest.raises(Refusal, match="期限到"):
            yard.take(yard.line(appraisal, "ding"), "appeal", yard.accounts["ding"], text="迟了")
        assert yard.take(appraisal, "archive", yard.bai).state == "archived"


def test_an_appeal_upheld_changes_the_grade(yard: Yard) -> None:
    appraisal = yard.decided(jia="good")
    line = yard.take(yard.line(appraisal, "bing"), "appeal", yard.accounts["bing"], text="第三项工作漏计。")
    line = yard.take(line, "answer", yard.ling, grade="good", text="漏计属实。")
    assert (line.grade, line.state) == ("good", "told")


def test_a_form_is_written_and_read_back(yard: Yard) -> None:
    appraisal = yard.decided(jia="good")
    client = yard.login(yard.accounts["jia"])
    answer = client.get(f"/appraisal/line/{yard.line(appraisal, 'jia').uid}/form/")
    text = read_docx_text(io.BytesIO(b"".join(answer)), "登记表.docx")
    words = text if isinstance(text, str) else "\n".join(getattr(part, "text", str(part)) for part in text)
    for said in (
        "平时考核登记表",
        "jia员",
        "jia的述评",
        "工作认真。",
        "点评人：tou员",
        "应出勤60天，全勤",
        "党组第3次会议",
        "好",
    ):
        assert said in words, said


def test_attendance_and_grades_wait_on_the_desk_once_they_can_be_given(yard: Yard) -> None:
    def awaited() -> list[str]:
        return [one.step.key for one in todo(yard.actor(yard.bai)) if one.workflow.key == "appraisal.round"]

    opened = yard.opened()
    assert awaited() == ["attend"]  # the first quarter is over
    yard.attend(opened)
    assert awaited() == []  # nobody has written
    yard.write(opened)
    yard.comment(opened)
    assert awaited() == ["propose"]
    yard.propose(opened)
    assert awaited() == []
