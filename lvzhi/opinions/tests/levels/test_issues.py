"""An issue is composed of edited texts, follows its paper, and nothing of it is entered twice (R2.10, R2.12)."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.messages.models import Message
from lvzhi.opinions.actions import publishing
from lvzhi.opinions.models import Placing, Trace
from lvzhi.opinions.tests.levels.ladder import Ladder
from lvzhi.opinions.tests.newsroom import TODAY
from lvzhi.opinions.vocabulary.codes import ISSUE, SPECIAL
from lvzhi.opinions.vocabulary.turns import AFRESH, KEEP
from lvzhi.papers import actions as papers
from lvzhi.workflow import engine

TOMORROW = TODAY + dt.timedelta(days=1)


def codes_of(account: object) -> set[str]:
    return set(Message.objects.filter(account=account).values_list("code", flat=True))


def test_the_text_of_an_issue_is_that_of_its_items_in_their_order(ladder: Ladder) -> None:
    first, second = ladder.checked(title="路灯不亮"), ladder.checked(title="斑马线褪色")
    paper = ladder.composed(second, first, addressee="区委、市政协")
    assert paper.title == "斑马线褪色等2篇"
    assert paper.for_members is False
    assert paper.text.splitlines() == [
        "一、斑马线褪色", "斑马线褪色，情况属实。", "建议尽快办理。", "（反映人：甲文）", "",
        "二、路灯不亮", "路灯不亮，情况属实。", "建议尽快办理。", "（反映人：甲文）",
    ]  # fmt: skip
    assert ladder.composed(first, kind=SPECIAL).title == "路灯不亮"


def test_who_asked_not_to_be_named_is_not(ladder: Ladder) -> None:
    paper = ladder.composed(ladder.checked(hidden=True))
    assert "甲文" not in paper.text
    assert "（反映人要求不署名）" in paper.text


def test_a_special_report_is_of_one_item_and_numbered_by_itself(ladder: Ladder) -> None:
    first, second = ladder.checked(), ladder.checked(title="另一篇")
    with pytest.raises(Refusal, match="专报一事一报"):
        ladder.composed(first, second, kind=SPECIAL)
    assert ladder.issued(first, kind=SPECIAL).number == "社情民意专报2026年第1期"
    assert [ladder.issued(second).number, ladder.issued(first).number] == ["社情民意2026年第1期", "社情民意2026年第2期"]


def test_what_is_not_checked_and_what_is_anothers_is_not_issued(ladder: Ladder) -> None:
    sent = ladder.sent()
    with pytest.raises(Refusal, match="现在是“待筛选”，不能编发"):
        ladder.composed(sent)
    with pytest.raises(Refusal, match="请至少选择一篇"):
        publishing.compose(ladder.actor(ladder.bai), ladder.here, [], kind=ISSUE)
    with pytest.raises(NotAllowed):
        publishing.compose(ladder.actor(ladder.ling), ladder.here, [ladder.checked()], kind=ISSUE)
    assert not Placing.objects.exists()


def test_a_request_sent_twice_makes_one_issue(ladder: Ladder) -> None:
    item = ladder.checked()
    assert ladder.composed(item, once="k1").pk == ladder.composed(item, once="k1").pk
    assert Placing.objects.count() == 1


def test_items_are_put_in_taken_out_and_moved_while_it_is_a_draft(ladder: Ladder) -> None:
    first, second, third = (ladder.checked(title=title) for title in ("甲事", "乙事", "丙事"))
    paper, actor = ladder.composed(first, second), ladder.actor(ladder.bai)
    paper = publishing.put_in(actor, paper, [third])
    assert [line for line in paper.text.splitlines() if "、" in line] == ["一、甲事", "二、乙事", "三、丙事"]
    paper = publishing.take_out(actor, paper, first)
    paper = publishing.arrange(actor, paper, [third.pk, second.pk])
    assert [line for line in paper.text.splitlines() if "、" in line] == ["一、丙事", "二、乙事"]
    with pytest.raises(Refusal, match="“丙事”已经编入"):
        publishing.put_in(actor, paper, [third])
    with pytest.raises(Refusal, match="遗漏"):
        publishing.arrange(actor, paper, [third.pk])
    paper = publishing.take_out(actor, paper, third)
    with pytest.raises(Refusal, match="只有这一篇"):
        publishing.take_out(actor, paper, second)
    ladder.take(paper, "hand_in", ladder.bai)
    with pytest.raises(Refusal, match="现在是“待核稿”，只有起草时"):
        publishing.put_in(actor, paper, [first])


def test_what_was_changed_by_hand_is_not_lost_without_a_word(ladder: Ladder) -> None:
    first, second = ladder.checked(title="甲事"), ladder.checked(title="乙事")
    paper, actor = ladder.composed(first), ladder.actor(ladder.bai)
    assert not publishing.edited_by_hand(paper)
    paper = papers.write(paper, actor, {"text": paper.text + "\n另附数据。"})
    assert publishing.edited_by_hand(paper)
    with pytest.raises(Refusal, match="正文已经手工改过"):
        publishing.put_in(actor, paper, [second])
    assert ladder.fresh(paper).text.endswith("另附数据。")
    paper = publishing.put_in(actor, paper, [second], hand=KEEP)
    assert "另附数据。\n\n二、乙事" in paper.text
    paper = publishing.take_out(actor, paper, second, hand=AFRESH)
    assert "另附数据" not in paper.text


def test_signing_issues_the_items_and_tells_their_authors(ladder: Ladder) -> None:
    first, second = ladder.checked(), ladder.checked(title="另一篇")
    paper = ladder.issued(first, second)
    assert {ladder.fresh(one).state for one in (first, second)} == {"issued"}
    assert ladder.fresh(first).issued_on == TODAY
    assert "opinions.own_issued" in codes_of(ladder.jia)
    follow_up = ladder.issued(first, on=TODAY)
    assert follow_up.number != paper.number
    assert Placing.objects.live().filter(concern=first).count() == 2


def test_an_issue_is_not_signed_with_an_item_taken_back_from_the_check(ladder: Ladder) -> None:
    item = ladder.checked()
    paper = ladder.composed(item)
    ladder.take(paper, "hand_in", ladder.bai)
    ladder.take(paper, "check", ladder.mi)
    with pytest.raises(NotAllowed):
        ladder.take(item, "back", ladder.fu, ground="改一改")
    engine.void(ladder.fresh(item), ladder.actor(ladder.bai), "重复")
    paper = ladder.take(paper, "issue", ladder.mi, signer="凌导", dated_on=TODAY)
    assert paper.state == "issued"
    assert ladder.fresh(item).state == "checked"


def test_each_receiver_is_a_turn_on_its_level(ladder: Ladder) -> None:
    item = ladder.checked()
    paper = ladder.dispatched(ladder.issued(item), bodies="区委、连海市委、省政府", units=[ladder.works.pk])
    assert ladder.turns(item) == [
        ("sent", "county", "区城管局"), ("sent", "county", "区委"), ("sent", "city", "连海市委"),
        ("sent", "province", "省政府"),
    ]  # fmt: skip
    ladder.dispatched(paper, bodies="区委、区纪委")
    assert ("sent", "county", "区纪委") in ladder.turns(item)
    assert len(ladder.turns(item)) == 5
    papers.receive(ladder.dispatch(paper, "区委"), ladder.actor(ladder.bai), on=TODAY, by="区委办")
    assert ladder.turns(item)[-1] == ("received", "county", "区委")


def test_a_comment_its_hand_over_and_the_answer_are_turns_of_every_item(ladder: Ladder) -> None:
    item, other = ladder.checked(), ladder.checked(title="另一篇")
    paper = ladder.dispatched(ladder.issued(item, other), bodies="区委")
    comment = ladder.comment(paper, post="区委书记", leader="李强")
    until = TODAY + dt.timedelta(days=20)
    ladder.take(comment, "hand_over", ladder.bai, unit=ladder.works.pk, until=until)
    ladder.take(comment, "answer", ladder.qu, answer="已换灯。", answered_on=TODAY)
    rows = Trace.objects.live().filter(concern=item).exclude(turn="sent").order_by("id")
    assert [(row.turn, row.body, row.until, row.words) for row in rows] == [
        ("commented", "区委书记李强", None, "请交通厅研究。"), ("handed", "区城管局", until, ""),
        ("answered", "区城管局", None, "已换灯。"),
    ]  # fmt: skip
    assert {"opinions.turn_commented", "opinions.turn_handed", "opinions.turn_answered"} <= codes_of(ladder.jia)
    ladder.take(comment, "again", ladder.bai, opinion="写明几盏。")
    assert "answered" not in [turn for turn, _, _ in ladder.turns(other)]
    ladder.take(comment, "answer", ladder.qu, answer="换了九盏。", answered_on=TODAY)
    assert [turn for turn, _, _ in ladder.turns(other)].count("answered") == 1


def test_the_level_of_a_comment_is_read_off_the_post_else_off_the_rank(ladder: Ladder) -> None:
    item = ladder.checked()
    paper = ladder.dispatched(ladder.issued(item), bodies="区委")
    for post, rank in (("副省长", "deputy"), ("常务副市长", "above"), ("区长", "top"), ("某领导小组组长", "above")):
        ladder.comment(paper, post=post, rank=rank)
    assert [level for turn, level, _ in ladder.turns(item) if turn == "commented"] == [
        "province", "city", "county", "city",
    ]  # fmt: skip


def test_a_comment_that_does_not_speak_of_an_item_is_taken_from_it_alone(ladder: Ladder) -> None:
    from lvzhi.opinions.actions import commenting

    item, other = ladder.checked(), ladder.checked(title="另一篇")
    paper = ladder.dispatched(ladder.issued(item, other), bodies="区委")
    comment = ladder.comment(paper, post="区长")
    commenting.apart(ladder.actor(ladder.bai), Trace.objects.get(concern=other, turn="commented"))
    ladder.take(comment, "hand_over", ladder.bai, unit=ladder.works.pk)
    assert [turn for turn, _, _ in ladder.turns(item)] == ["sent", "commented", "handed"]
    assert [turn for turn, _, _ in ladder.turns(other)] == ["sent"]


def test_a_withdrawn_issue_gives_its_items_back_to_be_issued_anew(ladder: Ladder) -> None:
    item = ladder.checked()
    paper = ladder.dispatched(ladder.issued(item), bodies="区委")
    ladder.comment(paper, post="区长")
    ladder.take(paper, "withdraw", ladder.mi, ground="数字有误")
    assert (ladder.fresh(item).state, ladder.fresh(item).issued_on) == ("checked", None)
    assert [turn for turn, _, _ in ladder.turns(item)] == ["commented"]
    assert {"opinions.own_unissued", "opinions.turn_back"} <= codes_of(ladder.jia)
    ladder.take(item, "back", ladder.fu, ground="改数字")
    assert ladder.fresh(item).state == "selected"


def test_an_item_in_two_issues_stays_issued_when_one_is_withdrawn(ladder: Ladder) -> None:
    item = ladder.checked()
    first, second = ladder.issued(item), ladder.issued(item, kind=SPECIAL)
    ladder.take(second, "withdraw", ladder.mi, ground="重复")
    assert ladder.fresh(item).state == "issued"
    ladder.take(first, "withdraw", ladder.mi, ground="重复")
    assert ladder.fresh(item).state == "checked"


def test_a_voided_issue_takes_all_with_it_and_brings_all_back(ladder: Ladder) -> None:
    item = ladder.checked()
    paper = ladder.dispatched(ladder.issued(item), bodies="区委")
    comment = ladder.comment(paper, post="区长")
    ladder.take(comment, "hand_over", ladder.bai, unit=ladder.works.pk)
    before = ladder.turns(item)
    engine.void(ladder.fresh(paper), ladder.actor(ladder.bai), "误录")
    assert ladder.turns(item) == []
    assert ladder.fresh(item).state == "checked"
    engine.restore(ladder.fresh(paper), ladder.actor(ladder.bai))
    assert sorted(ladder.turns(item)) == sorted(before)
    assert ladder.fresh(item).state == "issued"
    engine.void(ladder.fresh(comment), ladder.actor(ladder.bai), "误录")
    assert [turn for turn, _, _ in ladder.turns(item)] == ["sent"]
