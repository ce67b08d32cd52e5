"""The way of a paper and of a comment: steps from states, numbers, receipts, refusals."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.exchange.letters import read_docx_text, write
from lvzhi.journal.queries import history
from lvzhi.messages.models import Message
from lvzhi.norms.actions.codes import set_code
from lvzhi.papers import actions, letters, queries
from lvzhi.papers.models import Comment, Paper
from lvzhi.papers.tests.bureau import TEXT, TODAY, Bureau
from lvzhi.workflow import engine, registry

YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


def codes_of(account: Any) -> set[str]:
    return set(Message.objects.filter(account=account).values_list("code", flat=True))


def test_a_paper_goes_from_draft_to_receipt(bureau: Bureau) -> None:
    paper = bureau.draft()
    assert (paper.state, paper.drafter, paper.for_members) == ("draft", "头经", True)
    assert "papers.to_check" in (bureau.take(paper, "hand_in", bureau.tou) and codes_of(bureau.bai))
    bureau.take(paper, "check", bureau.bai, opinion="文字已核。")
    assert "papers.to_sign" in codes_of(bureau.mi)
    paper = bureau.take(paper, "issue", bureau.mi, signer="米秘", dated_on=TODAY)
    assert (paper.number, paper.signer, paper.state) == ("政协发〔2026〕1号", "米秘", "issued")
    answers = {"units": [bureau.housing.pk], "bodies": "区委，区政府", "how": "exchange", "sent_on": TODAY}
    paper = bureau.take(paper, "send", bureau.bai, **answers)
    assert [row.name for row in queries.dispatches(paper)] == ["区住建局", "区委", "区政府"]
    assert "papers.sent" in codes_of(bureau.wu)
    done = actions.receive(bureau.dispatch(paper, "区住建局"), bureau.actor(bureau.wu), on=TODAY, by="")
    assert (done.receipt_on, done.receipt_by) == (TODAY, "戊安")
    told = [one.sentence for one in history("papers.paper", paper.uid)]
    assert "区住建局签收" in told[0]
    assert "签发，政协发〔2026〕1号" in told
    assert "起草协商报告" in told[-1]


def test_what_is_sent_again_goes_only_to_the_new_ones(bureau: Bureau) -> None:
    paper = bureau.sent()
    again = {"units": [bureau.housing.pk, bureau.finance.pk], "how": "paper", "sent_on": TODAY}
    paper = bureau.take(paper, "send", bureau.bai, **again)
    names = [row.name for row in queries.dispatches(paper)]
    assert names.count("区住建局") == 1
    assert "区财政局" in names


def test_numbers_run_by_year_and_pass_over_those_typed(bureau: Bureau) -> None:
    assert bureau.issued().number == "政协发〔2026〕1号"
    assert bureau.issued(number="政协发〔2026〕2号").number == "政协发〔2026〕2号"
    assert bureau.issued().number == "政协发〔2026〕3号"
    assert bureau.issued(dated_on=dt.date(2025, 12, 30)).number == "政协发〔2025〕1号"
    with pytest.raises(Refusal) as caught:
        bureau.issued(number="政协发〔2026〕3号")
    assert caught.value.sentence == f"文号“政协发〔2026〕3号”已用于《{TEXT['title']}》，请核对，或留空由系统编号。"


def test_issues_of_a_series_run_through_the_year(bureau: Bureau) -> None:
    prompts = [bureau.issued(kind="work_prompt", title=f"工作提示{number}") for number in range(2)]
    assert [(paper.number, paper.series_no) for paper in prompts] == [
        ("工作提示2026年第1期", 1), ("工作提示2026年第2期", 2),
    ]  # fmt: skip
    assert bureau.issued(kind="briefing").series_no == 1
    assert bureau.issued().series_no is None


def test_a_kind_may_have_a_mark_of_its_own(bureau: Bureau) -> None:
    extra = {"mark": "政协办函", "series": False, "members": False, "words": ""}
    set_code(
        bureau.builder(), bureau.here, "papers.kinds", "letter", name="函", extra=extra, starts=TODAY, ground="测试"
    )
    assert bureau.issued(kind="letter").number == "政协办函〔2026〕1号"
    assert bureau.issued().number == "政协发〔2026〕1号"


@pytest.mark.parametrize(
    ("key", "answers", "sentence"),
    [
        ("send", {"sent_on": TODAY, "how": "paper"}, "请至少填写一个收文者。"),
        ("send", {"bodies": "区委", "how": "paper", "sent_on": YESTERDAY}, "发出日期2026年3月1日早于成文日期"),
        ("send", {"bodies": "区委", "how": "paper", "sent_on": TOMORROW}, "发出日期2026年3月3日在今天之后"),
        ("comment", {"commented_on": YESTERDAY}, "批示日期2026年3月1日早于成文日期2026年3月2日"),
        ("comment", {"commented_on": TOMORROW}, "批示日期2026年3月3日在今天之后"),
    ],
)
def test_days_that_cannot_be_are_refused(bureau: Bureau, key: str, answers: dict[str, Any], sentence: str) -> None:
    paper = bureau.issued()
    usual = {"leader": "李强", "post": "区长", "rank": "top", "words": "请阅。"} if key == "comment" else {}
    with pytest.raises(Refusal) as caught:
        bureau.take(paper, key, bureau.bai, **usual, **answers)
    assert sentence in caught.value.sentence


def test_an_empty_paper_is_not_handed_in_and_a_day_to_come_not_issued(bureau: Bureau) -> None:
    with pytest.raises(Refusal, match="既没有正文也没有附件"):
        bureau.take(bureau.draft(text=""), "hand_in", bureau.tou)
    with pytest.raises(Refusal, match="成文日期2026年3月3日在今天之后"):
        bureau.issued(dated_on=TOMORROW)


def test_a_paper_sent_back_is_changed_and_handed_in_again(bureau: Bureau) -> None:
    paper = bureau.take(bureau.draft(), "hand_in", bureau.tou)
    with pytest.raises(Refusal, match="“待核稿”状态下不能修改文字"):
        actions.write(paper, bureau.actor(bureau.tou), {"text": "改"})
    paper = bureau.take(paper, "send_back", bureau.bai, opinion="请补充数据。")
    assert "papers.sent_back" in codes_of(bureau.tou)
    paper = actions.write(paper, bureau.actor(bureau.tou), {"text": "补充后的正文。"})
    assert bureau.take(paper, "hand_in", bureau.tou).state == "checking"


def test_a_withdrawn_paper_leaves_the_figures_and_keeps_its_number(bureau: Bureau) -> None:
    from lvzhi.metrics.periods import year

    paper = bureau.sent()
    assert queries.issued(bureau.scope, year(2026)).count() == 1
    paper = bureau.take(paper, "withdraw", bureau.mi, ground="内容有误。")
    assert queries.issued(bureau.scope, year(2026)).count() == 0
    assert bureau.issued().number == "政协发〔2026〕2号"
    assert "papers.withdrawn" in codes_of(bureau.wu)


def test_a_receipt_is_given_once_and_by_the_receiver(bureau: Bureau) -> None:
    paper = bureau.sent()
    row = bureau.dispatch(paper, "区住建局")
    with pytest.raises(NotAllowed):
        actions.receive(row, bureau.actor(bureau.geng), on=TODAY, by="")
    with pytest.raises(Refusal, match="早于发出日期"):
        actions.receive(row, bureau.actor(bureau.wu), on=YESTERDAY, by="")
    actions.receive(row, bureau.actor(bureau.wu), on=TODAY, by="值班室")
    with pytest.raises(Refusal, match="区住建局已于2026年3月2日签收"):
        actions.receive(row, bureau.actor(bureau.bai), on=TODAY, by="")
    actions.receive(bureau.dispatch(paper, "连海市政协"), bureau.actor(bureau.city_office), on=TODAY, by="")
    actions.receive(bureau.dispatch(paper, "文史委员会"), bureau.actor(bureau.other), on=TODAY, by="")
    actions.receive(bureau.dispatch(paper, "区委"), bureau.actor(bureau.bai), on=TODAY, by="区委收发室")


def test_rooms_above_hear_of_receipts_and_voidings(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_HEEDED", {})
    heard: list[tuple[str, str, str]] = []
    for event in ("papers.received", "workflow.voided", "workflow.restored"):
        registry.heed(event, lambda record, actor, event=event: heard.append((event, str(record), actor.name)))
    paper = bureau.sent()
    actions.receive(bureau.dispatch(paper, "区住建局"), bureau.actor(bureau.wu), on=TODAY, by="")
    actions.receipt_known(bureau.dispatch(paper, "连海市政协"), bureau.actor(bureau.bai), on=TODAY, by="市政协")
    with pytest.raises(Refusal, match="连海市政协已于2026年3月2日签收"):
        actions.receipt_known(bureau.dispatch(paper, "连海市政协"), bureau.actor(bureau.bai), on=TODAY, by="市政协")
    engine.restore(engine.void(paper, bureau.actor(bureau.bai), "误录"), bureau.actor(bureau.mi))
    assert heard == [
        ("papers.received", "区住建局", "戊安"), ("papers.received", "连海市政协", "白办"),
        ("workflow.voided", TEXT["title"], "白办"), ("workflow.restored", TEXT["title"], "米秘"),
    ]  # fmt: skip


def test_a_comment_is_handed_over_answered_and_closed(bureau: Bureau) -> None:
    comment = bureau.handed()
    assert (comment.state, comment.due_on) == ("handed", TODAY + dt.timedelta(days=30))
    assert "papers.comment_handed" in codes_of(bureau.wu)
    comment = bureau.take(comment, "answer", bureau.wu, answer="已列入改造计划。", answered_on=TODAY)
    assert "papers.comment_answered" in codes_of(bureau.bai)
    comment = bureau.take(comment, "again", bureau.bai, opinion="请写明时间。")
    assert comment.due_on == TODAY + dt.timedelta(days=30)
    comment = bureau.take(comment, "answer", bureau.wu, answer="六月底完成。", answered_on=TODAY)
    comment = bureau.take(comment, "close", bureau.mi, result="adopted")
    assert (comment.state, comment.result, comment.due_on) == ("closed", "adopted", None)
    told = [one.sentence for one in history("papers.comment", comment.uid)]
    assert told[0] == "批示办结，采纳转化"
    assert told[-1] == "登记党政主要领导批示"


def test_a_day_that_the_comment_names_goes_before_the_usual_term(bureau: Bureau) -> None:
    until = TODAY + dt.timedelta(days=10)
    assert bureau.handed(until=until).due_on == until
    with pytest.raises(Refusal, match="要求反馈日期2026年3月2日早于转办日期"):
        bureau.handed(until=TODAY)


def test_a_comment_only_taken_note_of_is_closed_at_once(bureau: Bureau) -> None:
    comment = bureau.take(bureau.commented(), "noted", bureau.bai)
    assert (comment.state, comment.result) == ("closed", "noted")
    assert Comment.objects.get().unit is None


def test_the_document_has_number_headings_signature_and_copies(bureau: Bureau) -> None:
    paper = Paper.objects.select_related("committee").get(pk=bureau.issued().pk)
    target = BytesIO()
    write(letters.compose(paper), target)
    text = read_docx_text(target.getvalue())
    for part in ("政协发〔2026〕1号", "区委、区政府：", "一、基本情况", "海州区政协", "2026年3月2日", "市政协"):
        assert part in text
    assert letters.file_name(paper) == f"政协发〔2026〕1号{TEXT['title']}.docx"
    kinds = [type(block).__name__ for block in letters.blocks("一、甲\n（一）乙\n1.丙\n（1）丁\n3.5万元\n戊")]
    assert kinds == ["Heading1", "Heading2", "Heading3", "Heading4", "Para", "Para"]
