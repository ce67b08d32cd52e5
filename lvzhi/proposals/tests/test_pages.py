"""Each page, as the person it is for sees it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from lvzhi.proposals import actions
from lvzhi.proposals.models import Assignment, CoSignature, Proposal
from lvzhi.proposals.tests.people import FORM, TEXT, Town


def page(client: Client, name: str, *args: Any, status: int = 200, **query: str) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer.content.decode()


def step_url(record: Any, key: str) -> str:
    kind = {Proposal: "proposal", CoSignature: "cosignature", Assignment: "assignment"}[type(record)]
    return reverse("proposals:step", args=[kind, record.uid, key])


def test_member_writes_and_hands_in(town: Town) -> None:
    client = town.login(town.jia)
    shown = page(client, "proposals:write")
    assert "data-autosave-url" in shown
    assert "1500 字" in shown
    answer = client.post(reverse("proposals:write"), FORM | {"then": "submit", "once": "k1"})
    proposal = Proposal.objects.get()
    assert answer["Location"] == step_url(proposal, "submit")
    assert not proposal.may_convert  # an unticked box is a no
    assert list(proposal.recommendations.values_list("text", flat=True)) == TEXT["recommendations"]
    assert "确认提交" in client.get(answer["Location"]).content.decode()
    done = client.post(answer["Location"], {"version": proposal.version, "once": "k2"}, follow=True)
    assert "收件号收" in done.content.decode()
    assert Proposal.objects.get().state == "submitted"


def test_the_same_writing_sent_twice_begins_one_proposal(town: Town) -> None:
    client = town.login(town.jia)
    answers = [client.post(reverse("proposals:write"), FORM | {"once": "same"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Proposal.objects.count() == 1


def test_draft_comes_back_after_login(town: Town) -> None:
    client = town.login(town.jia)
    client.post(reverse("drafts:save", args=["proposals.write", "new"]), {"title": "写了一半", "analysis": "还没写完"})
    shown = page(town.login(town.jia), "proposals:write")
    assert "写了一半" in shown
    assert "还没写完" in shown
    assert "写了一半" in page(town.login(town.jia), "proposals:mine")
    assert "写了一半" not in page(town.login(town.bing), "proposals:write")


def test_faults_of_the_text_are_named_and_what_was_typed_stays(town: Town) -> None:
    client = town.login(town.jia)
    answer = client.post(reverse("proposals:write"), FORM | {"title": ""})
    assert answer.status_code == 422
    assert TEXT["analysis"] in answer.content.decode()
    assert Proposal.objects.count() == 0
    answer = client.post(reverse("proposals:write"), FORM | {"title": "长" * 51})
    assert "案由51字，超过50字" in answer.content.decode()


def test_too_long_and_incomplete_texts_are_refused_on_handing_in(town: Town) -> None:
    proposal = town.draft(background="长" * 1600, analysis="")
    client = town.login(town.jia)
    answer = client.post(step_url(proposal, "submit"), {"version": proposal.version})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "“问题分析”没有填写" in shown
    assert "超过1500字" in shown
    assert Proposal.objects.get().state == "draft"


def test_two_hands_on_one_text(town: Town) -> None:
    proposal = town.draft()
    client = town.login(town.jia)
    url = reverse("proposals:edit", args=[proposal.uid])
    assert f'value="{proposal.version}"' in client.get(url).content.decode()
    actions.write(proposal, town.actor(town.jia), {"analysis": "另一处改过的分析。"})
    answer = client.post(url, FORM | {"analysis": "我写的分析。", "version": proposal.version})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "另一处改过的分析。" in shown
    assert "我写的分析。" in shown
    assert Proposal.objects.get().analysis == "另一处改过的分析。"


def test_invitation_by_picking_and_the_answer_to_it(town: Town) -> None:
    proposal = town.draft()
    client = town.login(town.jia)
    found = client.get(reverse("proposals:pick_member"), {"of": "members", "members__typed": "乙"}).content.decode()
    member = town.members[town.yi.pk]
    assert f'data-key="{member.pk}"' in found
    client.post(step_url(proposal, "invite"), {"members": [member.pk], "version": proposal.version})
    row = CoSignature.objects.get()
    shown = page(town.login(town.yi), "proposals:mine")
    assert TEXT["title"] in shown
    assert step_url(row, "sign") in shown
    town.login(town.yi).post(step_url(row, "sign"), {"version": row.version})
    assert CoSignature.objects.get().state == "signed"


def test_declining_leads_back_to_the_own_list(town: Town) -> None:
    row = town.invited()
    answer = town.login(town.yi).post(step_url(row, "decline"), {"version": row.version}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("proposals:mine")


def test_same_named_members_are_told_apart(town: Town) -> None:
    twin = town.person("yi2", "乙明", town.here, "member")
    town.member(twin, employer="区第二中学")
    found = town.login(town.jia).get(reverse("proposals:pick_member"), {"q": "乙明"}).content.decode()
    assert "区第二中学" in found


def test_somebody_who_left_cannot_be_invited(town: Town) -> None:
    import datetime as dt

    from lvzhi.people import actions as people
    from lvzhi.proposals.tests.people import builder

    proposal = town.draft()
    gone = town.members[town.yi.pk]
    people.end_tenure(builder(), gone, dt.date(2026, 3, 1), "resigned")
    answer = town.login(town.jia).post(
        step_url(proposal, "invite"), {"members": [gone.pk], "version": proposal.version}
    )
    assert answer.status_code == 422
    assert "乙明已不是本届在任委员" in answer.content.decode()
    assert not CoSignature.objects.exists()


def test_clerk_files_once(town: Town) -> None:
    proposal = town.submitted()
    client = town.login(town.ding)
    sent = {"category": "society", "version": proposal.version, "once": "double"}
    answers = [client.post(step_url(proposal, "file"), sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Proposal.objects.get().number == "第0001号"


def test_second_clerk_keeps_what_was_typed(town: Town) -> None:
    proposal = town.submitted()
    town.filed(proposal)
    answer = town.login(town.ji).post(
        step_url(proposal, "send_back"), {"opinion": "请补充建议。", "version": proposal.version}
    )
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "丁宁" in shown
    assert "请补充建议。" in shown
    assert town.login(town.ji).get(step_url(proposal, "send_back")).status_code == 409


def test_refusal_without_ground_says_so_on_its_field(town: Town) -> None:
    proposal = town.submitted()
    answer = town.login(town.ding).post(
        step_url(proposal, "refuse"), {"explanation": "不符合立案条件。", "version": proposal.version}
    )
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "请至少选择一项依据。" in shown
    assert "不符合立案条件。" in shown


def test_proposer_sees_why_it_was_not_filed(town: Town) -> None:
    proposal = town.submitted()
    town.take(proposal, "refuse", town.ding, grounds=["empty"], route="advice", explanation="请参考去年的答复。")
    shown = page(town.login(town.jia), "proposals:detail", proposal.uid)
    assert "内容空泛，没有具体建议" in shown
    assert "转作意见或建议" in shown
    assert "请参考去年的答复。" in shown


def test_abolished_unit_cannot_be_chosen(town: Town) -> None:
    import datetime as dt

    from lvzhi.journal.lines import line
    from lvzhi.proposals.tests.people import builder

    proposal = town.filed()
    with line(builder(), "proposals.test", subject=town.housing):
        town.housing.ends = dt.date(2026, 3, 1)
        town.housing.save()
    sent = {"lead": town.civil.pk, "co": [town.housing.pk], "version": proposal.version}
    answer = town.login(town.ding).post(step_url(proposal, "assign"), sent)
    assert answer.status_code == 422
    assert "区住建局已于2026年3月1日撤销" in answer.content.decode()
    assert not Assignment.objects.exists()


def test_reply_sent_twice_is_one_reply(town: Town) -> None:
    proposal = town.handling()
    client = town.login(town.wu)
    sent = town.reply(proposal) | {"version": proposal.version, "once": "reply"}
    for _ in range(2):
        assert client.post(step_url(proposal, "answer"), sent).status_code == 302
    assert proposal.replies.count() == 1
    again = client.post(step_url(proposal, "answer"), sent | {"once": "another"})
    assert again.status_code == 409


def test_class_that_the_year_lacks(town: Town) -> None:
    proposal = town.handling()
    sent = town.reply(proposal) | {"version": proposal.version, "result_class": "E"}
    answer = town.login(town.wu).post(step_url(proposal, "answer"), sent)
    assert answer.status_code == 422
    assert "已增设两处食堂。" in answer.content.decode()


def test_ratings_are_hidden_from_the_unit(town: Town) -> None:
    proposal = town.take(town.cosigned(), "submit", town.jia)
    proposal = town.answered(proposal)
    town.take(proposal, "rate", town.jia, attitude="satisfied", result="dissatisfied", reason="缺少时间表。")
    assert "缺少时间表。" in page(town.login(town.yi), "proposals:detail", proposal.uid)
    assert "缺少时间表。" not in page(town.login(town.wu), "proposals:detail", proposal.uid)


def test_due_day_opens_to_its_reckoning(town: Town) -> None:
    proposal = town.handling()
    shown = page(town.login(town.jia), "proposals:detail", proposal.uid)
    assert "lz-reckoning" in shown
    assert "3个月" in shown
    assert "区民政局" in shown


def test_timeline_tells_every_step(town: Town) -> None:
    shown = page(town.login(town.ding), "proposals:detail", town.closed().uid)
    for words in ("起草提案", "提交提案", "立案", "交办", "签收", "进入办理", "答复", "评价"):
        assert words in shown


def test_void_and_restore(town: Town) -> None:
    proposal = town.handling()
    client = town.login(town.ding)
    url = reverse("proposals:void", args=[proposal.uid])
    assert client.post(url, {"ground": ""}).status_code == 422
    client.post(url, {"ground": "重复录入"})
    shown = page(client, "proposals:detail", proposal.uid)
    assert "误录作废" in shown
    assert "重复录入" in shown
    assert TEXT["title"] not in page(client, "proposals:list")
    assert TEXT["title"] in page(client, "proposals:list", only="voided")
    answer = town.login(town.wu).get(step_url(proposal, "answer"))
    assert answer.status_code == 400
    client.post(reverse("proposals:restore", args=[proposal.uid]))
    assert TEXT["title"] in page(client, "proposals:list")


def test_a_voided_proposal_rests_in_the_units_hands(town: Town) -> None:
    proposal = town.assigned()
    town.login(town.ding).post(reverse("proposals:void", args=[proposal.uid]), {"ground": "重复录入"})
    assert town.login(town.wu).get(step_url(town.lead(proposal), "sign")).status_code == 403
    assert TEXT["title"] not in page(town.login(town.wu), "proposals:unit")


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "社区食堂"}, True), ({"q": "第0001号"}, True), ({"q": "没有这个词"}, False),
        ({"state": "filed"}, True), ({"state": "closed"}, False), ({"category": "society"}, True),
        ({"category": "economy"}, False), ({"proposer": "member"}, True), ({"proposer": "collective"}, False),
        ({"only": "key"}, False), ({"only": "overdue"}, False), ({"state": "nonsense"}, True),
    ],
)  # fmt: skip
def test_filters(town: Town, query: dict[str, str], found: bool) -> None:
    town.filed()
    assert (TEXT["title"] in page(town.login(town.ding), "proposals:list", **query)) is found


def test_export_says_what_it_holds(town: Town) -> None:
    from lvzhi.journal.models import Entry

    town.filed()
    client = town.login(town.ding)
    csv = client.get(reverse("proposals:export", args=["csv"]), {"state": "filed"})
    text = b"".join(csv.streaming_content).decode("utf-8-sig")
    assert TEXT["title"] in text
    assert "状态为已立案待交办" in text
    assert "共1件" in text
    book = client.get(reverse("proposals:export", args=["xlsx"]))
    assert b"".join(book.streaming_content)[:2] == b"PK"
    assert Entry.objects.filter(event="proposals.exported").count() == 2
    assert town.login(town.jia).get(reverse("proposals:export", args=["csv"])).status_code == 403
    assert client.get(reverse("proposals:export", args=["pdf"])).status_code == 404


def test_unit_desk_groups_by_what_is_waited_for(town: Town) -> None:
    town.assigned()
    town.answered(town.submitted(title="关于增设公交站的提案"))
    shown = page(town.login(town.wu), "proposals:unit")
    assert "待签收（1）" in shown
    assert "已答复（1）" in shown


def test_leader_sees_what_they_lead(town: Town) -> None:
    proposal = town.handling()
    answers = {"ground": "审定", "leader_name": "辛远", "leader_post": "区长", "rank": "top", "leader": town.xin.pk}
    town.take(proposal, "mark_key", town.ji, **answers)
    shown = page(town.login(town.xin), "proposals:key")
    assert "我领衔督办的（1）" in shown
    assert "区长辛远" in shown


def test_attachment_by_the_proposer_and_for_the_reader(town: Town) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    proposal = town.draft()
    url = reverse("files:add", args=["proposals.proposal", proposal.uid])
    sent = {"files": [SimpleUploadedFile("说明.txt", "调研情况说明".encode())]}
    assert town.login(town.jia).post(url, sent).status_code == 302
    assert "说明.txt" in page(town.login(town.jia), "proposals:detail", proposal.uid)
    assert town.login(town.bing).post(url, sent).status_code in {403, 404}


def test_unknown_addresses(town: Town) -> None:
    client = town.login(town.ding)
    proposal = town.submitted()
    assert client.get(reverse("proposals:detail", args=[uuid4()])).status_code == 404
    assert client.get(reverse("proposals:step", args=["proposal", proposal.uid, "handling"])).status_code == 404
    assert client.get(reverse("proposals:step", args=["nothing", proposal.uid, "file"])).status_code == 404
