"""Entry, two readings, merging, withdrawal, take-offline, letters, wording and the board."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lvzhi import norms
from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import read_docx_text
from lvzhi.files import actions as files
from lvzhi.journal.models import Private
from lvzhi.journal.verify import check
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals.actions import entering
from lvzhi.proposals.models import Assignment, CoSignature, Letter, Proposal, Recommendation, Wording
from lvzhi.proposals.tests.people import FORM, TEXT, Town
from lvzhi.proposals.tests.test_pages import page, step_url

CLEAR = {"title": "涉及某某工程的提案"}


def norm(town: Town, key: str, value: object) -> None:
    set_value(town.actor(town.ji), town.here, key, value, starts=clock.today(), ground="测试")


def pair(town: Town) -> tuple[Proposal, Proposal]:
    """A lead and one to be merged into it, both filed."""
    lead, other = town.filed(), town.filed(town.submitted(title="关于社区助餐的提案"))
    return lead, town.take(other, "merge", town.ding, lead=lead.number)


# Merging (R1.45, R1.46)


def test_merged_proposals_keep_number_proposer_and_answer(town: Town) -> None:
    lead, other = pair(town)
    assert (other.state, other.merged_into, other.number) == ("filed", lead, "第0002号")
    shown = page(town.login(town.jia), "proposals:detail", other.uid)
    assert "以" in shown
    assert lead.number in shown
    town.take(lead, "assign", town.ding, lead=town.civil.pk, co=[town.housing.pk])
    other = Proposal.objects.get(pk=other.pk)
    assert other.state == "assigned"
    rows = Assignment.objects.filter(proposal=other).order_by("role")
    assert [(row.unit, row.role) for row in rows] == [(town.housing, "co"), (town.civil, "lead")]
    assert other.answer_due_on == Proposal.objects.get(pk=lead.pk).answer_due_on


def test_a_merged_proposal_is_assigned_by_its_lead_alone(town: Town) -> None:
    _, other = pair(town)
    with pytest.raises(NotAllowed):
        town.take(other, "assign", town.ding, lead=town.civil.pk)
    free = town.take(other, "unmerge", town.ding)
    assert town.take(free, "assign", town.ding, lead=town.civil.pk).state == "assigned"


def test_merging_refuses_circles_and_unwilling_proposers(town: Town) -> None:
    lead, other = pair(town)
    third = town.filed(town.submitted(title="关于助餐点的提案"))
    with pytest.raises(Refusal, match="已并入"):
        town.take(third, "merge", town.ding, lead=other.number)
    with pytest.raises(Refusal, match="先取消那些并案"):
        town.take(lead, "merge", town.ding, lead=third.number)
    with pytest.raises(Refusal, match="它自己"):
        town.take(third, "merge", town.ding, lead=third.number)
    with pytest.raises(Refusal, match="没有找到"):
        town.take(third, "merge", town.ding, lead="第9999号")
    unwilling = town.filed(town.submitted(title="关于送餐的提案", may_merge=False))
    with pytest.raises(Refusal, match="不同意并案"):
        town.take(unwilling, "merge", town.ding, lead=lead.number)


def test_each_merged_proposal_is_answered_by_itself(town: Town) -> None:
    lead, other = pair(town)
    town.take(lead, "assign", town.ding, lead=town.civil.pk)
    for one in (lead, other):
        town.take(town.lead(one), "sign", town.wu)
    lead = Proposal.objects.get(pk=lead.pk)
    assert town.take(lead, "answer", town.wu, **town.reply(lead)).state == "answered"
    other = Proposal.objects.get(pk=other.pk)
    assert other.state == "handling"
    shown = town.login(town.wu).get(step_url(other, "answer")).content.decode()
    assert town.reply(lead)["text"] in shown  # the lead's answer, to be written on
    assert town.take(other, "answer", town.wu, **town.reply(other)).state == "answered"


# Two readings (R1.33)


def test_two_readings(town: Town) -> None:
    norm(town, "proposals.readings", 2)
    proposal = town.submitted()
    with pytest.raises(NotAllowed):
        town.take(proposal, "file", town.ding, category="society")
    proposal = town.take(proposal, "recommend", town.ding, opinion="file", reason="要素齐全。")
    assert proposal.state == "second_reading"
    assert proposal.due_clock == "second"
    with pytest.raises(NotAllowed):
        town.take(proposal, "file", town.ding, category="society")
    assert "要素齐全" in page(town.login(town.ji), "proposals:detail", proposal.uid)
    assert "要素齐全" not in page(town.login(town.jia), "proposals:detail", proposal.uid)
    assert town.take(proposal, "file", town.ji, category="society").state == "filed"


def test_the_second_reader_is_another_person(town: Town) -> None:
    norm(town, "proposals.readings", 2)
    proposal = town.take(town.submitted(), "recommend", town.ji, opinion="refuse")
    with pytest.raises(Refusal, match="另一人"):
        town.take(proposal, "file", town.ji, category="society")
    norm(town, "proposals.readers_differ", False)  # noqa: FBT003  reason: the value of a norm
    assert town.take(proposal, "file", town.ji, category="society").state == "filed"


def test_with_one_reading_nobody_recommends(town: Town) -> None:
    with pytest.raises(NotAllowed):
        town.take(town.submitted(), "recommend", town.ding, opinion="file")


# Withdrawal after filing (R1.49)


def test_withdrawal_needs_every_cosigner_and_the_committee(town: Town) -> None:
    proposal = town.assigned(town.take(town.cosigned(), "submit", town.jia))
    proposal = town.take(proposal, "ask_withdraw", town.jia, reason="情况已有变化。")
    assert proposal.state == "withdrawing"
    with pytest.raises(Refusal, match="乙明"):
        town.take(proposal, "approve_withdraw", town.ji)
    proposal = town.take(proposal, "consent", town.yi, agrees="yes")
    done = town.take(proposal, "approve_withdraw", town.ji)
    assert (done.state, done.number) == ("withdrawn", "第0001号")
    assert Assignment.objects.get(proposal=done).state == "stopped"
    assert town.filed().number == "第0002号"  # the number is not used again


def test_an_objecting_cosigner_ends_the_withdrawal(town: Town) -> None:
    proposal = town.assigned(town.take(town.cosigned(), "submit", town.jia))
    proposal = town.take(proposal, "ask_withdraw", town.jia, reason="情况已有变化。")
    town.take(town.lead(proposal), "sign", town.wu)
    back = town.take(proposal, "consent", town.yi, agrees="no", reason="仍有必要。")
    assert back.state == "handling"  # signed for meanwhile
    again = town.take(back, "ask_withdraw", town.jia, reason="再次申请。")
    with pytest.raises(Refusal, match="乙明"):
        town.take(again, "approve_withdraw", town.ji)
    assert town.take(again, "drop_withdraw", town.jia).state == "handling"


def test_no_withdrawal_once_answered(town: Town) -> None:
    with pytest.raises(Conflict):
        town.take(town.answered(), "ask_withdraw", town.jia, reason="不再需要。")


# Take-offline (R12.12)


def test_taken_offline_leaves_a_tombstone_and_a_valid_chain(town: Town) -> None:
    proposal = town.answered(town.take(town.draft(**CLEAR), "submit", town.jia))
    upload = SimpleUploadedFile("说明.txt", "附件内容".encode())
    files.attach(town.actor(town.ding), "proposals.proposal", proposal.uid, upload)
    before = Private.objects.filter(kind="proposals.proposal", uid=proposal.uid).count()
    assert before > 0
    done = town.take(proposal, "take_offline", town.ding, ground="按保密规定转线下。")
    assert (done.state, done.number, done.offline_by) == ("offline", "第0001号", "丁宁")
    assert CLEAR["title"] not in done.title
    assert (done.background, done.analysis) == ("", "")
    assert set(Recommendation.objects.filter(proposal=done).values_list("text", flat=True)) == {""}
    assert set(done.replies.values_list("text", flat=True)) == {""}
    assert not Private.objects.filter(kind="proposals.proposal", uid=proposal.uid).exists()
    assert not Private.objects.filter(kind="proposals.recommendation").exists()
    assert check(outside=False).findings == []
    clerk = town.login(town.ding)
    shown = page(clerk, "proposals:detail", done.uid)
    assert "已转线下办理" in shown
    assert TEXT["background"] not in shown
    assert "说明.txt" not in shown
    assert CLEAR["title"] not in page(clerk, "proposals:list")
    assert CLEAR["title"] not in page(town.login(town.jia), "messages:inbox")


def test_only_the_clerk_takes_offline(town: Town) -> None:
    with pytest.raises(NotAllowed):
        town.take(town.submitted(), "take_offline", town.jia, ground="转线下。")


# Entry by staff, proposer types, track (R1.3, R1.6, R1.9)


def test_entry_by_staff_with_scan_and_confirmation(town: Town) -> None:
    clerk = town.login(town.ding)
    member = town.members[town.jia.pk]
    answer = clerk.post(reverse("proposals:enter"), FORM | {"who": [member.pk], "once": "e1"})
    proposal = Proposal.objects.get()
    assert answer["Location"] == reverse("proposals:detail", args=[proposal.uid])
    assert (proposal.by_staff, proposal.proposer, proposal.entered_by) == (True, "甲文", "丁宁")
    with pytest.raises(Refusal, match="扫描件"):
        town.take(proposal, "submit", town.ding)
    upload = SimpleUploadedFile("原件.txt", "扫描".encode())
    files.attach(town.actor(town.ding), "proposals.proposal", proposal.uid, upload)
    proposal = town.take(proposal, "submit", town.ding)
    with pytest.raises(NotAllowed):
        town.take(proposal, "confirm_entry", town.ding)
    done = town.take(proposal, "confirm_entry", town.jia)
    assert done.confirmed_on is not None
    assert done.state == "submitted"


def test_entry_needs_somebody_in_office(town: Town) -> None:
    answer = town.login(town.ding).post(reverse("proposals:enter"), FORM)
    assert answer.status_code == 422
    assert "请选择一位在任委员" in answer.content.decode()
    assert town.login(town.jia).get(reverse("proposals:enter")).status_code == 403


def test_sector_proposals_are_taken_in_session_only(town: Town) -> None:
    assert entering.session_only(town.here, "sector", dt.date(2026, 3, 2))
    assert not entering.session_only(town.here, "party", dt.date(2026, 3, 2))


def test_clerk_overrides_the_track_with_a_ground(town: Town) -> None:
    proposal = town.submitted()
    other = "between" if proposal.track == "session" else "session"
    done = town.take(proposal, "override_track", town.ding, track=other, ground="会议期间收到原件。")
    assert (done.track, done.track_ground) == (other, "会议期间收到原件。")
    with pytest.raises(Refusal, match="已经是"):
        town.take(done, "override_track", town.ding, track=other, ground="再改。")


# A text brought in (R1.17a)


def test_a_text_is_divided_by_its_headings() -> None:
    text = (
        "关于加强绿道养护的提案\n一、背景情况\n绿道多年未修。\n二、存在问题：养护经费不足。\n"
        "三、建议\n1.增加经费。\n2.明确责任。"
    )
    parts = entering.split_text(text)
    assert parts == {
        "title": "关于加强绿道养护的提案",
        "background": "绿道多年未修。",
        "analysis": "养护经费不足。",
        "recommendations": "1.增加经费。\n2.明确责任。",
    }
    assert entering.split_text("没有标题的文字。" * 20) == {"background": "没有标题的文字。" * 20}


def test_a_file_fills_the_write_page(town: Town) -> None:
    client = town.login(town.jia)
    upload = SimpleUploadedFile("提案.txt", "背景情况\n绿道多年未修。\n建议\n增加经费。".encode("gb18030"))
    shown = client.post(reverse("proposals:bring_in"), {"file": upload}, follow=True).content.decode()
    assert "绿道多年未修。" in shown
    assert "增加经费。" in shown
    bad = SimpleUploadedFile("提案.docx", b"PK\x03\x04 broken")
    shown = client.post(reverse("proposals:bring_in"), {"file": bad}, follow=True).content.decode()
    assert "提案.docx" in shown
    assert "绿道多年未修。" in shown  # what was there stays


# Wording (R1.30)


def test_staff_reword_and_the_original_is_kept(town: Town) -> None:
    proposal = town.submitted()
    clerk = town.login(town.ding)
    url = reverse("proposals:wording", args=[proposal.uid])
    data = FORM | {"analysis": "现有食堂少，价格不合适。", "ground": "文字精简。", "version": proposal.version}
    assert clerk.post(url, data).status_code == 302
    assert Wording.objects.get().analysis == TEXT["analysis"]
    assert Proposal.objects.get().analysis == "现有食堂少，价格不合适。"
    shown = page(town.login(town.jia), "proposals:changes", proposal.uid)
    assert "<del>" in shown
    assert "和口味" in shown
    again = clerk.post(url, data | {"version": Proposal.objects.get().version})
    assert "没有改动" in again.content.decode()
    assert town.login(town.jia).get(url).status_code == 403


# Letters (R1.41, R1.50, R1.53)


def letter(town: Town, proposal: Proposal, kind: str) -> str:
    answer = town.login(town.ding).post(reverse("proposals:letter", args=[proposal.uid, kind]))
    assert answer.status_code == 200
    return read_docx_text(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]  # reason: a file answer streams


def test_letters_carry_number_addressee_and_words(town: Town) -> None:
    proposal = town.assigned()
    text = letter(town, proposal, "assigned")
    assert "区民政局" in text
    assert "第0001号" in text
    assert "海州区政协提案委员会" in text
    assert TEXT["background"] in text
    assert "已予立案" in letter(town, proposal, "filed")
    letter(town, proposal, "filed")
    assert [row.kind for row in Letter.objects.order_by("id")] == ["assigned", "filed"]
    assert len(set(Letter.objects.values_list("number", flat=True))) == 2
    refused = town.take(
        town.submitted(), "refuse", town.ding, grounds=["empty"], route="advice", explanation="请补充建议。"
    )
    text = letter(town, refused, "not_filed")
    assert "内容空泛" in text
    assert "请补充建议。" in text


def test_merging_letter_and_letters_that_do_not_fit(town: Town) -> None:
    _, other = pair(town)
    assert "并案办理" in letter(town, other, "merged")
    url = reverse("proposals:letter", args=[other.uid, "not_filed"])
    assert town.login(town.ding).post(url).status_code == 400
    assert town.login(town.jia).post(reverse("proposals:letter", args=[other.uid, "filed"])).status_code == 403


# Similar earlier texts (R1.14)


def test_similar_texts_with_their_replies(town: Town) -> None:
    old = town.answered(town.submitted(title="关于增设社区食堂的提案"))
    town.submitted(title="关于绿道养护的提案", recommendations=["增加绿道养护经费。"])
    client = town.login(town.jia)
    shown = client.post(reverse("proposals:near_text"), FORM).content.decode()
    assert old.title in shown
    assert "在老旧小区增设社区食堂" in shown
    assert "已增设两处食堂。" in shown
    assert "绿道养护" not in shown
    hidden = town.login(town.bing).post(reverse("proposals:near_text"), FORM).content.decode()
    assert old.title not in hidden  # not his to read: counted only
    assert "另有1件" in hidden
    assert Proposal.objects.count() == 2  # nothing is saved
    beside = client.post(reverse("proposals:near_text"), FORM, headers={"HX-Request": "true"}).content.decode()
    assert old.title in beside
    assert "<html" not in beside
    short = client.post(reverse("proposals:near_text"), {"title": "食堂"}, headers={"HX-Request": "true"})
    assert "没有找到" in short.content.decode()
    assert page(town.login(town.ding), "proposals:near", old.uid)


# Figures


def test_merged_and_withdrawn_are_counted(town: Town) -> None:
    from lvzhi.committee.scope import Scope
    from lvzhi.metrics.periods import year
    from lvzhi.proposals.metrics.entry import MERGED, WITHDRAWN

    pair(town)
    third = town.take(town.filed(town.submitted(title="关于送餐的提案")), "ask_withdraw", town.jia, reason="不再需要。")
    third = town.take(third, "approve_withdraw", town.ji)
    this = year(clock.today().year)
    scope = Scope(town.here)
    assert MERGED.rows(scope, this).count() == 1
    assert list(WITHDRAWN.rows(scope, this)) == [third]


# Board and paper


def test_board_and_hand_over_list(town: Town) -> None:
    town.submitted()
    proposal = town.assigned()
    clerk = town.login(town.ding)
    shown = page(clerk, "proposals:board")
    assert "待审查" in shown
    assert "区民政局" in shown
    listed = page(clerk, "proposals:hand_over")
    assert proposal.title in listed
    assert "签收人" in listed
    assert town.login(town.jia).get(reverse("proposals:board")).status_code == 403
    assert TEXT["background"] in page(town.login(town.jia), "proposals:paper", proposal.uid)


def test_declined_cosigners_need_not_agree(town: Town) -> None:
    row = town.invited()
    town.take(row, "decline", town.yi)
    assert CoSignature.objects.get().state == "declined"
    proposal = town.filed(town.take(Proposal.objects.get(), "submit", town.jia))
    proposal = town.take(proposal, "ask_withdraw", town.jia, reason="不再需要。")
    assert town.take(proposal, "approve_withdraw", town.ji).state == "withdrawn"
    assert norms.value("proposals.readings", town.here) == 1
