"""A report's way: who takes which step from which state, versions, remarks, people at the same time."""

from __future__ import annotations

from typing import Any

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.access.refusals import Missing
from lvzhi.journal.models import Entry
from lvzhi.messages.models import Message
from lvzhi.reports import actions, queries, rules
from lvzhi.reports.models import Reading, Remark, Report, Revision
from lvzhi.reports.tests.desk import TEXT, Desk, refused
from lvzhi.reports.vocabulary.states import RemarkState, ReportState
from lvzhi.reports.workflow import REMARK, REPORT
from lvzhi.workflow import engine

WAY = {
    "drafting": (), "reviewing": ("send",), "signing": ("send", "approve"), "signed": ("send", "approve", "sign"),
    "public": ("send", "approve", "sign", "publish"), "sealed": ("send", "approve", "sign", "seal"),
    "withdrawn": ("withdraw",),
}  # fmt: skip
BY = {
    "send": "office",
    "approve": "secretary",
    "sign": "leader",
    "seal": "secretary",
    "publish": "leader",
    "withdraw": "office",
}
OPEN = {
    "drafting": {"send": {"office", "secretary", "head"}, "withdraw": {"office", "secretary"}},
    "reviewing": {"approve": {"secretary"}, "give_back": {"secretary", "leader"}, "withdraw": {"office", "secretary"}},
    "signing": {"sign": {"secretary", "leader"}, "give_back": {"secretary", "leader"},
                "withdraw": {"office", "secretary"}},
    "signed": {"seal": {"office", "secretary"}, "withdraw": {"office", "secretary"},
               "publish": {"secretary", "leader"}},
    "public": {"seal": {"office", "secretary"}, "withdraw": {"office", "secretary"},
               "take_down": {"office", "secretary", "leader"}},
    "sealed": {"publish": {"secretary", "leader"}},
    "withdrawn": {},
}  # fmt: skip
PEOPLE = ("office", "secretary", "head", "leader", "auditor", "clerk", "member_account", "unit_officer", "stranger")
ANSWERS = {"seal": {"on": "2023-06-01", "number": "清政协〔2023〕5号"}, "withdraw": {"ground": "不再需要"},
           "give_back": {"ground": "补充数据"}, "take_down": {"ground": "另行公开"}}  # fmt: skip


def reached(desk: Desk, state: str) -> Report:
    for key in WAY[state]:
        desk.report = desk.take(key, getattr(desk, BY[key]), **ANSWERS.get(key, {}))
    assert desk.report.state == ("signed" if state == "public" else state)
    return desk.report


@pytest.mark.parametrize("state", list(WAY))
def test_each_step_is_open_to_those_who_may_from_the_states_it_leads_from_and_nobody_else(
    desk: Desk, state: str
) -> None:  # fmt: skip
    report = reached(desk, state)
    found: dict[str, set[str]] = {}
    for name in PEOPLE:
        for step in engine.steps_open(report, desk.by(getattr(desk, name))):
            found.setdefault(step.key, set()).add(name)
    assert found == OPEN[state]
    for step in REPORT.steps:
        for name in PEOPLE:
            if name not in OPEN[state].get(step.key, set()):
                with pytest.raises((Conflict, NotAllowed)):
                    engine.take(report, step.key, desk.by(getattr(desk, name)), ANSWERS.get(step.key, {}))
    now = Report.objects.get(pk=report.pk)
    assert (now.state, now.is_public) == (report.state, state == "public")


def test_what_was_published_is_taken_down_and_a_withdrawn_report_is_public_no_more(desk: Desk) -> None:
    report = reached(desk, "public")
    assert report.is_public
    assert Report.objects.filter(rules.PUBLIC, pk=report.pk).exists()
    report = desk.report = desk.take("take_down", desk.office, ground="数据有误")
    assert not report.is_public
    assert not Report.objects.filter(rules.PUBLIC).exists()
    report = desk.report = desk.take("publish", desk.secretary)
    assert report.is_public
    assert report.taken_down_on is None
    report = desk.take("withdraw", desk.office, ground="不再需要")
    assert not report.is_public
    assert report.taken_down_on is not None


def test_a_report_with_a_telephone_number_is_not_published(desk: Desk) -> None:
    part = desk.report.sections.first()
    actions.write_section(part, desk.by(desk.office), "联系", "联系人张三，电话 13800138000。")
    report = reached(desk, "signed")
    with pytest.raises(Refusal) as caught:
        engine.take(report, "publish", desk.by(desk.leader))
    assert "“联系”一节中有电话号码“138…”" in caught.value.sentence
    assert not Report.objects.get(pk=report.pk).is_public


def test_whoever_reads_reads_as_the_rows_say(desk: Desk) -> None:
    for name in PEOPLE:
        actor = desk.by(getattr(desk, name))
        row = Report.objects.filter(rules.visible.rows(actor), pk=desk.report.pk).exists()
        assert row == rules.visible(actor, desk.report) == (name in PEOPLE[:5]), name


def test_the_way_tells_those_who_have_it_next(desk: Desk) -> None:
    def told(account: Any) -> set[str]:
        return set(Message.objects.filter(account_id=account.pk).values_list("code", flat=True))

    desk.report = desk.take("send", desk.office)
    assert "reports.to_review" in told(desk.secretary)
    desk.report = desk.take("give_back", desk.secretary, ground="补充数据")
    assert {"reports.returned"} <= told(desk.office) & told(desk.head) | told(desk.office)
    desk.report = desk.take("send", desk.office)
    desk.report = desk.take("approve", desk.secretary)
    assert "reports.to_sign" in told(desk.leader)
    desk.report = desk.take("sign", desk.leader)
    assert "reports.signed" in told(desk.office)
    sentences = list(Entry.objects.filter(event="reports.report.sign").values_list("facts", flat=True))
    assert sentences[-1]["count"] == 4


def test_a_report_is_not_sent_with_a_token_that_means_nothing(desk: Desk) -> None:
    actions.write_section(desk.section(), desk.by(desk.office), "提案工作", "收到{收道提案}件。")
    with pytest.raises(Refusal) as refused:
        desk.take("send", desk.office)
    assert "收道提案" in refused.value.sentence
    assert Report.objects.get(pk=desk.report.pk).state == ReportState.DRAFTING


def test_a_report_is_not_sent_before_its_remarks_are_settled(desk: Desk) -> None:
    remark = actions.begin_remark(desk.section(), desk.by(desk.leader), "写细一点", "委员植树300棵")
    with refused("reports.open_remarks"):
        desk.take("send", desk.office)
    remark = desk.take("answer", desk.head, remark, answer="已补充")
    assert remark.answerer == "朱仁"
    with refused("reports.open_remarks"):
        desk.take("send", desk.office)
    desk.take("resolve", desk.leader, remark)
    assert desk.take("send", desk.office).state == ReportState.REVIEWING


def test_what_a_report_lacks_is_named_and_it_is_sent_only_with_a_ground(desk: Desk) -> None:
    actor = desk.by(desk.office)
    actions.write_section(desk.section(), actor, "提案工作", TEXT + "收到群众微建议{公众微建议}条。")
    with pytest.raises(Refusal) as found:
        desk.take("send", desk.office, ground=" ")
    said = found.value.sentence
    assert found.value.code == "reports.not_ready"
    assert "“提案工作”一节的“公众微建议”没有记录；“提案工作”一节的“300棵”没有来源；“基本情况”一节没有文字" in said
    assert "另有3处" in said
    for place, heading in ((1, "基本情况"), (2, "取得的成效"), (3, "存在的问题"), (4, "意见建议")):
        actions.write_section(desk.section(place=place), actor, heading, "已经写好。")
    actions.write_section(desk.section(), actor, "提案工作", "收到提案{收到提案}件。")
    sent = desk.take("send", desk.office, ground="", note="请审")
    assert (sent.state, sent.note) == (ReportState.REVIEWING, "请审")


def test_the_ground_for_sending_what_is_not_ready_stands_with_the_report(desk: Desk) -> None:
    sent = desk.take("send", desk.office, ground="会后补写")
    assert "“基本情况”一节没有文字" in sent.note
    assert "理由：会后补写" in sent.note


REMARK_OPEN = {
    RemarkState.OPEN: {"answer": {"office", "secretary", "head"}, "resolve": {"office", "secretary", "leader"}},
    RemarkState.ANSWERED: {"resolve": {"office", "secretary", "leader"}, "reopen": {"office", "secretary", "leader"}},
    RemarkState.RESOLVED: {"reopen": {"office", "secretary", "leader"}},
}


@pytest.mark.parametrize("state", list(REMARK_OPEN))
def test_each_step_of_a_remark_is_open_to_those_who_may(desk: Desk, state: str) -> None:
    remark: Any = actions.begin_remark(desk.section(), desk.by(desk.leader), "写细一点")
    if state != RemarkState.OPEN:
        remark = desk.take("answer", desk.head, remark, answer="已补充")
    if state == RemarkState.RESOLVED:
        remark = desk.take("resolve", desk.leader, remark)
    found: dict[str, set[str]] = {}
    for name in PEOPLE:
        for step in engine.steps_open(remark, desk.by(getattr(desk, name))):
            found.setdefault(step.key, set()).add(name)
    assert found == REMARK_OPEN[RemarkState(state)]
    for step in REMARK.steps:
        for name in PEOPLE:
            if name not in found.get(step.key, set()):
                with pytest.raises((Conflict, NotAllowed)):
                    desk.take(step.key, getattr(desk, name), remark, answer="x")
    assert Remark.objects.get(pk=remark.pk).state == state


def test_a_remark_quotes_words_that_stand_there(desk: Desk) -> None:
    with refused("reports.quote_missing"):
        actions.begin_remark(desk.section(), desk.by(desk.leader), "改", "没有写过的话")
    assert actions.begin_remark(desk.section(), desk.by(desk.leader), "改", "收到提案12件").quote  # as printed
    with pytest.raises(NotAllowed):
        actions.begin_remark(desk.section(), desk.by(desk.clerk), "改")


def test_of_two_who_write_at_once_the_second_is_told_who_was_first_and_both_texts_stay(desk: Desk) -> None:
    section = desk.section()
    seen = section.latest
    actions.write_section(section, desk.by(desk.office), "提案工作", TEXT + "办公室写的。", seen=seen)
    with pytest.raises(Conflict) as refused:
        actions.write_section(section, desk.by(desk.head), "提案工作", TEXT + "专委会写的。", seen=seen)
    assert "白工" in refused.value.sentence
    assert desk.text().endswith("办公室写的。")
    done = actions.write_section(section, desk.by(desk.head), "提案工作", TEXT + "专委会写的。", seen=seen + 1)
    assert Revision.objects.get(section=section, number=done.number - 1).text.endswith("办公室写的。")


def test_two_sections_are_written_at_once(desk: Desk) -> None:
    one, two = desk.section(place=0), desk.section(place=1)
    actions.write_section(one, desk.by(desk.office), "甲", "甲的文字", seen=one.latest)
    actions.write_section(two, desk.by(desk.head), "乙", "乙的文字", seen=two.latest)
    assert [part.text for part in queries.sections_of(desk.report)][:2] == ["甲的文字", "乙的文字"]


def test_an_earlier_version_is_taken_up_again_as_a_new_one(desk: Desk) -> None:
    section = desk.section()
    first = queries.revision_of(section, 1)
    done = actions.restore_revision(section, desk.by(desk.office), 1)
    assert (done.number, done.text, done.origin) == (3, first.text, "restored")
    assert queries.revision_of(section, 2).text == TEXT
    with pytest.raises(Missing):
        actions.restore_revision(section, desk.by(desk.office), 99)


def test_sections_are_added_moved_taken_out_and_brought_back(desk: Desk) -> None:
    actor = desk.by(desk.office)
    made = actions.add_section(desk.report, actor, "附则")
    before = [one.section_id for one in queries.sections_of(desk.report)]
    assert before[-1] == made.pk
    actions.move_section(made, actor, up=True)
    assert [one.section_id for one in queries.sections_of(desk.report)][-2] == made.pk
    actions.drop_section(made, actor)
    assert made.pk not in {one.section_id for one in queries.sections_of(desk.report)}
    actions.restore_section(made, actor)
    assert made.pk in {one.section_id for one in queries.sections_of(desk.report)}


@pytest.mark.parametrize("state", ["reviewing", "signing", "signed", "sealed", "withdrawn"])
def test_nothing_is_written_once_it_is_out_of_the_drafters_hands(desk: Desk, state: str) -> None:
    section = desk.section()
    report = reached(desk, state)
    actor, count = desk.by(desk.office), Entry.objects.count()
    for do in (
        lambda: actions.write_section(section, actor, "改", "改"),
        lambda: actions.add_section(report, actor, "加"),
        lambda: actions.drop_section(section, actor),
        lambda: actions.move_section(section, actor, up=False),
        lambda: actions.restore_revision(section, actor, 1),
        lambda: actions.describe(report, actor, {"title": "改"}),
        lambda: actions.update(report, actor),
        lambda: actions.put_token(section, actor, 0, "全", "{收到提案}"),
    ):
        with refused("reports.not_editable"):
            do()
    assert Entry.objects.count() == count


@pytest.mark.parametrize("name", ["auditor", "clerk", "member_account", "unit_officer", "stranger", "leader"])
def test_nobody_else_writes(desk: Desk, name: str) -> None:
    actor = desk.by(getattr(desk, name))
    with pytest.raises(NotAllowed):
        actions.write_section(desk.section(), actor, "改", "改")
    with pytest.raises(NotAllowed):
        actions.begin_report(actor, desk.county, {"kind": "summary", "title": "另一份", "period": "2022"})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"title": "《》"}, "reports.title_missing"),
        ({"period": "去年"}, "metrics.bad_period"),
        ({"period": "2022-12-31..2022-01-01"}, "metrics.period_backwards"),
    ],
)
def test_a_report_that_cannot_be_begun_leaves_nothing_behind(desk: Desk, data: dict[str, str], code: str) -> None:
    before = Report.objects.count(), Entry.objects.count(), Reading.objects.count()
    with pytest.raises(Refusal) as refused:
        actions.begin_report(
            desk.by(desk.office), desk.county, {"kind": "summary", "title": "综述", "period": "2022"} | data
        )
    assert refused.value.code == code
    assert (Report.objects.count(), Entry.objects.count(), Reading.objects.count()) == before


@pytest.mark.parametrize(
    ("heading", "text", "code"),
    [
        (" ", "甲", "reports.heading_missing"),
        ("甲", "字" * 20001, "reports.text_too_long"),
        ("提案工作", TEXT, "reports.same_text"),
    ],
)
def test_a_section_that_cannot_be_saved_says_why(desk: Desk, heading: str, text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        actions.write_section(desk.section(), desk.by(desk.office), heading, text)
    assert refused.value.code == code
    assert desk.text() == TEXT
