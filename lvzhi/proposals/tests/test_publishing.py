"""Publication: consent, form, passages left out, two people, what may never be published, its end."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals.models import Proposal, Publication
from lvzhi.proposals.queries import publishing as reads
from lvzhi.proposals.tests.people import TEXT, Town
from lvzhi.proposals.vocabulary.publishing import PERSONAL_NAMES


def opened(town: Town, proposal: Proposal) -> Publication:
    return Publication.objects.select_related("proposal").get(proposal=proposal, state__in=["due", "reviewing"])


def drafted(town: Town, proposal: Proposal, **answers: Any) -> Publication:
    """A draft of the clerk."""
    done: Publication = town.take(opened(town, proposal), "propose", town.ding, **{"form": "full", **answers})
    return done


def published(town: Town, proposal: Proposal, **answers: Any) -> Publication:
    done: Publication = town.take(drafted(town, proposal, **answers), "approve", town.ji)
    return done


def shown(publication: Publication) -> str:
    return "\n".join(f"{part.label}\n{part.text}" for part in reads.public_parts(publication))


def test_an_answer_makes_the_decision_due_in_twenty_working_days(town: Town) -> None:
    proposal = town.answered()
    row = opened(town, proposal)
    assert (row.state, row.round, row.counted_from) == ("due", 1, proposal.answered_on)
    assert row.due_on is not None
    assert row.due_on > proposal.answered_on
    assert row.due_clock == "publish"
    todo = town.login(town.ding).get(reverse("desk:home")).content.decode()
    assert "提出公开意见" in todo


def test_published_in_full_without_the_passage_and_the_original_stays(town: Town) -> None:
    proposal = town.answered()
    row = published(town, proposal, redactions="不少老人自己做饭困难\n已增设两处食堂")
    assert (row.state, row.reviewer, row.drafter) == ("published", "己方", "丁宁")
    text = shown(row)
    assert "辖区六十岁以上老人较多，〔略〕。" in text
    assert "区民政局的答复" in text
    assert "已增设两处食堂" not in text
    assert "王局长" not in text
    assert Proposal.objects.get(pk=proposal.pk).background == TEXT["background"]
    assert [one.pk for one in reads.published(Scope(town.here))] == [row.pk]
    assert not reads.published(Scope(town.there)).exists()


def test_a_summary_shows_title_and_summary_alone(town: Town) -> None:
    row = published(town, town.answered(), form="summary", summary="建议增设社区食堂，已增设两处。")
    assert [part.label for part in reads.public_parts(row)] == ["案由", "摘要"]


def test_kept_back_needs_its_reason(town: Town) -> None:
    proposal = town.answered()
    with pytest.raises(Refusal, match="不公开的，请写明理由"):
        drafted(town, proposal, form="not")
    row = published(town, proposal, form="not", reason="涉及尚未公布的规划。")
    assert row.state == "kept_back"
    assert not reads.published(Scope(town.here)).exists()


PERSONAL = {
    "联系人手机138 1234 5678。": "电话号码",
    "电话：６２３４５６７８": "电话号码",
    "请拨010-62345678咨询": "电话号码",
    "身份证号11010519491231002X": "身份证号码",
    "账号6222021234567890123": "证件或账户号码",
    "家住和平里12号楼3单元502室": "住址",
    "住址：本区东风路": "住址",
}


@pytest.mark.parametrize("text", PERSONAL)
def test_no_personal_data_is_published(text: str) -> None:
    assert PERSONAL[text] in {PERSONAL_NAMES[kind] for kind, _ in reads.personal(text)}


@pytest.mark.parametrize(
    "text", ["2023年投入12345678元，惠及13800人。", "国办发〔2014〕46号第3栋楼", "第0012号提案，2024-05-06答复。"]
)
def test_ordinary_numbers_are_no_personal_data(text: str) -> None:
    assert reads.personal(text) == []


def test_a_number_in_the_text_is_refused_until_left_out(town: Town) -> None:
    proposal = town.answered(town.submitted(background="请联系李师傅13812345678了解情况。"))
    with pytest.raises(Refusal, match="“背景情况”中有电话号码“138＊＊678”，不能公开"):
        drafted(town, proposal)
    with pytest.raises(Refusal, match="“没有这一句”在提案和答复中没有找到"):
        drafted(town, proposal, redactions="没有这一句")
    assert "13812345678" not in shown(published(town, proposal, redactions="13812345678"))


def test_against_the_proposers_will_nothing_is_published_until_he_agrees(town: Town) -> None:
    proposal = town.answered(town.submitted(may_publish=False, publish_ground="涉及企业"))
    with pytest.raises(Refusal, match="提案者不同意公开（涉及企业）"):
        drafted(town, proposal)
    with pytest.raises(NotAllowed):
        town.take(opened(town, proposal), "give_consent", town.bing)
    town.take(opened(town, proposal), "give_consent", town.jia)
    assert published(town, proposal).consent


def test_another_person_decides(town: Town) -> None:
    proposal = town.answered()
    row = town.take(opened(town, proposal), "propose", town.ji, form="full")
    with pytest.raises(Refusal, match="请由另一人审定"):
        town.take(row, "approve", town.ji)
    back = town.take(row, "send_back", town.ji, opinion="请改为摘要。")
    assert (back.state, back.opinion) == ("due", "请改为摘要。")
    set_value(town.actor(town.ji), town.here, "proposals.publish_two", False, starts=clock.today(), ground="测试")
    row = town.take(opened(town, proposal), "propose", town.ji, form="full")
    assert town.take(row, "approve", town.ji).state == "published"


def test_a_new_round_of_answers_is_decided_anew(town: Town) -> None:
    proposal = town.answered()
    first = published(town, proposal)
    proposal = town.take(proposal, "rate", town.jia, attitude="satisfied", result="dissatisfied", reason="没有时间表。")
    again = town.take(proposal, "answer", town.wu, **(town.reply(proposal) | {"text": "七月底前开放。"}))
    assert "七月底前开放" not in shown(Publication.objects.get(pk=first.pk))
    second = published(town, again)
    assert Publication.objects.get(pk=first.pk).state == "replaced"
    assert "七月底前开放" in shown(second)
    assert "已增设两处食堂" in shown(second)


def test_taken_down_by_the_head_and_opened_again_by_the_clerk(town: Town) -> None:
    proposal = town.answered()
    row = published(town, proposal)
    with pytest.raises(NotAllowed):
        town.take(row, "take_down", town.ding, reason="误")
    assert town.take(row, "take_down", town.ji, reason="有关数据有误").state == "withdrawn"
    assert not reads.published(Scope(town.here)).exists()
    town.take(Proposal.objects.get(pk=proposal.pk), "publish", town.ding)
    with pytest.raises(NotAllowed):
        town.take(Proposal.objects.get(pk=proposal.pk), "publish", town.ding)
    assert published(town, proposal).state == "published"


def filed_public(town: Town) -> Proposal:
    """Filed where filing makes a decision due, and published."""
    proposal = town.filed()
    assert opened(town, proposal).due_clock == "publish_filed"
    published(town, proposal)
    return Proposal.objects.get(pk=proposal.pk)


def test_withdrawal_and_offline_end_what_was_public(town: Town) -> None:
    set_value(
        town.actor(town.ji), town.here, "proposals.publish_after", ["filing"], starts=clock.today(), ground="测试"
    )
    proposal = filed_public(town)
    town.take(proposal, "ask_withdraw", town.jia, reason="情况有变")
    town.take(Proposal.objects.get(pk=proposal.pk), "approve_withdraw", town.ji)
    assert Publication.objects.get(proposal=proposal).state == "ended"
    other = filed_public(town)
    town.take(other, "take_offline", town.ding, ground="按规定转线下")
    row = Publication.objects.get(proposal=other)
    assert (row.state, row.text) == ("ended", "")
    assert not reads.published(Scope(town.here)).exists()


def test_its_pages_for_each_reader(town: Town) -> None:
    proposal = town.answered()
    row = drafted(town, proposal, redactions="不少老人自己做饭困难", reason="略去个别文字")
    url = reverse("proposals:publication", args=[row.uid])
    for account, status in ((town.ding, 200), (town.jia, 200), (town.xin, 200), (town.bing, 404), (town.wu, 404)):
        assert town.login(account).get(url).status_code == status
    head = town.login(town.ji)
    assert "将公开的文字（全文）" in head.get(url).content.decode()
    assert "等待办理的公开意见" in head.get(reverse("proposals:published")).content.decode()
    head.post(reverse("proposals:step", args=["publication", row.uid, "approve"]), {"version": row.version})
    stranger = town.login(town.bing)
    page = stranger.get(url).content.decode()
    assert "公开的文字（全文）" in page
    assert "不少老人自己做饭困难" not in page
    assert "略去个别文字" not in page
    assert TEXT["title"] in stranger.get(reverse("proposals:published")).content.decode()
    assert TEXT["title"] not in town.login(town.far_member).get(reverse("proposals:published")).content.decode()
    assert "公开文本" in town.login(town.jia).get(reverse("proposals:detail", args=[proposal.uid])).content.decode()


def test_the_figures_are_their_rows(town: Town) -> None:
    from lvzhi.metrics import compute, registry
    from lvzhi.metrics.periods import parse_period

    first, second = town.answered(), town.answered()
    published(town, first)
    published(town, second, form="not", reason="不宜公开")
    keys = ("published", "answered_published", "published_rate")
    figures = [registry.figure(f"proposals.{key}") for key in keys]
    period = parse_period(str(clock.today().year), town.here)
    found = compute.book(figures, Scope(town.here), period)
    assert [one.value for one in found.values()] == [1, 1, 50]


def test_the_rights_agree_with_their_rows(town: Town) -> None:
    from lvzhi.proposals.workflow import PUBLICATION

    town.answered()
    published(town, town.answered())
    drafted(town, town.answered(town.submitted(may_publish=False)), form="not", reason="不同意公开")
    rows = list(Publication.objects.all())
    for account in town.everyone.values():
        actor = town.actor(account)
        for rule in (PUBLICATION.visible, *(step.may for step in PUBLICATION.steps)):
            by_rows = set(Publication.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
            assert by_rows == {row.pk for row in rows if rule(actor, row)}, (rule.label, account.username)
    with pytest.raises(Conflict):
        town.take(rows[1], "propose", town.ding, form="full")
