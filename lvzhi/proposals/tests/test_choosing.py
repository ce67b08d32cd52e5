"""Excellent proposals: recommended with reasons, chosen in three stages, never over the quota."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals import actions
from lvzhi.proposals.actions.choosing import open_selection
from lvzhi.proposals.models import ExcellentCandidate, Nomination, Proposal, Selection
from lvzhi.proposals.tests.people import START, TEXT, Town, builder

DAY = clock.today()


def norm(town: Town, key: str, value: object) -> None:
    set_value(town.actor(town.ji), town.here, f"proposals.{key}", value, starts=DAY, ground="测试")


def opened(town: Town) -> Selection:
    return open_selection(town.actor(town.ding), town.here, "本年度优秀提案评选", dt.date(DAY.year, 1, 1), DAY)


def recommend(
    town: Town, selection: Selection, proposal: Proposal, account: Any, kind: str, **answers: Any
) -> Selection:
    name = {"member": account.name, "unit": "区民政局", "committee": account.name}[kind]
    given = {"called": proposal.number, "behalf": f"{kind}:{name}", "reason": "有调研、有数据，可操作。"} | answers
    done: Selection = town.take(selection, "nominate", account, **given)
    return done


def keys(selection: Selection, *proposals: Proposal) -> list[str]:
    rows = ExcellentCandidate.objects.filter(selection=selection, proposal__in=proposals)
    return [str(pk) for pk in rows.values_list("pk", flat=True)]


@pytest.fixture
def ready(town: Town) -> tuple[Town, Selection, list[Proposal]]:
    """Three filed proposals, all recommended by the clerk; one may be chosen."""
    town.sg = town.person("sg", "秘书", town.here, Role.SECRETARY_GENERAL)
    proposals = [town.filed(town.submitted(title=f"关于第{place}件好事的提案")) for place in range(3)]
    norm(town, "excellent_percent", 20)
    selection = opened(town)
    for proposal in proposals:
        recommend(town, selection, proposal, town.ding, "committee")
    return town, selection, proposals


def test_members_units_and_the_committee_recommend_with_reasons(town: Town) -> None:
    proposal = town.assigned()
    selection = opened(town)
    recommend(town, selection, proposal, town.jia, "member", reason="反映了老人的难处。")
    recommend(town, selection, proposal, town.wu, "unit", reason="建议可操作，已在办理。")
    recommend(town, selection, proposal, town.ding, "committee")
    assert ExcellentCandidate.objects.count() == 1
    assert sorted(Nomination.objects.values_list("kind", "name")) == [
        ("committee", "丁宁"), ("member", "甲文"), ("unit", "区民政局"),
    ]  # fmt: skip
    with pytest.raises(Refusal, match="您已推荐过第0001号"):
        recommend(town, selection, proposal, town.jia, "member")
    with pytest.raises(Refusal):
        recommend(town, selection, proposal, town.bing, "unit")  # he acts for no unit


def test_only_what_one_can_see_and_what_was_filed_then_is_recommended(town: Town) -> None:
    proposal, submitted = town.filed(), town.submitted(title="关于未立案的提案")
    selection = opened(town)
    with pytest.raises(Refusal, match="没有找到可以参评的“第0001号”"):
        recommend(town, selection, proposal, town.bing, "member")
    with pytest.raises(Refusal, match="没有找到可以参评"):
        recommend(town, selection, submitted, town.ding, "committee", called=submitted.serial)
    with pytest.raises(NotAllowed):
        recommend(town, selection, proposal, town.xin, "committee")
    assert not ExcellentCandidate.objects.exists()


def test_chosen_in_three_stages(ready: tuple[Town, Selection, list[Proposal]]) -> None:
    town, selection, (first, second, third) = ready
    selection = town.take(selection, "shortlist", town.ding, chosen=keys(selection, first, second))
    with pytest.raises(NotAllowed):
        town.take(selection, "deliberate", town.ding, chosen=keys(selection, first))
    with pytest.raises(Refusal):
        town.take(selection, "deliberate", town.ji, chosen=keys(selection, third))  # not on the short list
    selection = town.take(selection, "deliberate", town.ji, chosen=keys(selection, first))
    answers = {"chosen": keys(selection, first), "met_on": DAY, "decision": "第五次主席会议"}
    with pytest.raises(NotAllowed):
        town.take(selection, "decide", town.ji, **answers)
    back = town.take(selection, "send_back", town.sg, opinion="请再议。")
    assert (back.state, back.opinion) == ("reviewing", "请再议。")
    selection = town.take(back, "deliberate", town.ji, chosen=keys(selection, first))
    with pytest.raises(Refusal, match="主席会议日期不能晚于今天"):
        town.take(selection, "decide", town.sg, **(answers | {"met_on": DAY + dt.timedelta(days=1)}))
    page = town.login(town.sg).get(reverse("proposals:excellent_step", args=[selection.uid, "decide"])).content.decode()
    assert len(re.findall(r'name="chosen"[^>]*checked', page)) == 1  # what was put before the meeting stands ticked
    done = town.take(selection, "decide", town.sg, **answers)
    assert (done.state, done.base, done.quota, done.decided_on) == ("decided", 3, 1, DAY)
    assert ExcellentCandidate.objects.get(reached="chosen").proposal == first
    assert "评为优秀提案" in town.login(town.jia).get(reverse("messages:inbox")).content.decode()
    shown = town.login(town.ding).get(reverse("proposals:detail", args=[first.uid])).content.decode()
    assert "优秀提案" in shown
    listed = town.login(town.ding).get(reverse("proposals:list"), {"only": "excellent"}).content.decode()
    assert first.title in listed
    assert second.title not in listed


def test_over_the_quota_is_refused_at_every_stage(ready: tuple[Town, Selection, list[Proposal]]) -> None:
    town, selection, proposals = ready
    with pytest.raises(Refusal, match="请至少选择一件"):
        town.take(selection, "shortlist", town.ding, chosen=[])
    with pytest.raises(Refusal, match="初选最多2件（名额的2倍），现选3件，请减少1件"):
        town.take(selection, "shortlist", town.ding, chosen=keys(selection, *proposals))
    selection = town.take(selection, "shortlist", town.ding, chosen=keys(selection, *proposals[:2]))
    with pytest.raises(Refusal, match="最多可选1件（立案3件的20%），现选2件，请减少1件"):
        town.take(selection, "deliberate", town.ji, chosen=keys(selection, *proposals[:2]))
    assert Selection.objects.get().state == "reviewing"


def collective(town: Town) -> Proposal:
    """A filed proposal of a body."""
    organ = Organ(committee=town.here, kind="special_committee", name="社会法制委", starts=START)
    with line(builder(), "proposals.test", subject=organ):
        organ.save()
    head = town.person("organ", "组织", town.here, Role.ORGAN_HEAD, organ=organ)
    data = TEXT | {"title": "关于集体的提案"}
    draft = actions.begin_draft(town.actor(head), town.here, data, proposer_type="special_committee", organ=organ)
    return town.filed(town.take(draft, "submit", head))


def test_collective_proposals_have_their_share(ready: tuple[Town, Selection, list[Proposal]]) -> None:
    town, selection, proposals = ready
    set_value(town.actor(town.ji), town.here, "proposals.excellent_percent", 19, starts=DAY, ground="测试")
    norm(town, "excellent_collective", 50)
    body = collective(town)
    recommend(town, selection, body, town.ding, "committee")
    selection = town.take(selection, "shortlist", town.ding, chosen=keys(selection, proposals[0], body))
    with pytest.raises(Refusal, match="集体提案至少占50%：选1件时须有1件集体提案，现有0件"):
        town.take(selection, "deliberate", town.ji, chosen=keys(selection, proposals[0]))
    assert town.take(selection, "deliberate", town.ji, chosen=keys(selection, body)).state == "deciding"


def test_a_second_selection_waits_for_the_first(town: Town) -> None:
    opened(town)
    with pytest.raises(Refusal, match="“本年度优秀提案评选”还在进行"):
        opened(town)
    with pytest.raises(NotAllowed):
        open_selection(town.actor(town.jia), town.here, "私下评选", DAY, DAY)


def test_its_pages(ready: tuple[Town, Selection, list[Proposal]]) -> None:
    town, selection, proposals = ready
    url = reverse("proposals:excellent_one", args=[selection.uid])
    clerk = town.login(town.ding)
    page = clerk.get(url).content.decode()
    assert "1件（立案件数的20%）" in page
    assert "有调研、有数据，可操作。" in page
    assert "本年度优秀提案评选" in clerk.get(reverse("proposals:excellent")).content.decode()
    stranger = town.login(town.bing).get(url).content.decode()
    assert "另有3件候选提案" in stranger
    assert proposals[0].title not in stranger
    assert town.login(town.far_member).get(url).status_code == 404
    step = reverse("proposals:excellent_step", args=[selection.uid, "nominate"])
    assert "以谁的名义推荐" in town.login(town.jia).get(step).content.decode()
    sent = clerk.get(reverse("proposals:excellent_export", args=[selection.uid]))
    assert sent.status_code == 200
    assert town.login(town.jia).get(reverse("proposals:excellent_export", args=[selection.uid])).status_code == 403
    assert town.login(town.jia).post(reverse("proposals:excellent"), {"name": "私下评选"}).status_code == 403


def test_candidates_lead_where_their_reader_may_go(ready: tuple[Town, Selection, list[Proposal]]) -> None:
    town, selection, (first, second, _) = ready
    url = reverse("proposals:excellent_one", args=[selection.uid])
    way = {one: reverse("proposals:detail", args=[one.uid]) for one in (first, second)}
    inside = town.login(town.ding).get(url).content.decode()
    assert way[first] in inside
    assert way[second] in inside
    selection = town.take(selection, "shortlist", town.ding, chosen=keys(selection, first))
    selection = town.take(selection, "deliberate", town.ji, chosen=keys(selection, first))
    town.take(selection, "decide", town.sg, chosen=keys(selection, first), met_on=DAY, decision="主席会议")
    stranger = town.login(town.bing)
    announced = stranger.get(url).content.decode()
    assert first.title in announced  # the chosen one is announced
    assert way[first] not in announced  # but may not be opened
    assert stranger.get(way[first]).status_code == 404
    assert second.title not in announced


def test_a_selection_costs_the_same_at_3_and_at_12_candidates(ready: tuple[Town, Selection, list[Proposal]]) -> None:
    from lvzhi.proposals.tests.test_counts import statements

    town, selection, _ = ready
    client, url = town.login(town.ding), reverse("proposals:excellent_one", args=[selection.uid])
    client.get(url)
    few = statements(lambda: client.get(url))
    for place in range(9):
        proposal = town.filed(town.submitted(title=f"关于更多好事{place}的提案"))
        recommend(town, selection, proposal, town.ding, "committee")
    assert len(statements(lambda: client.get(url))) == len(few)


def test_the_figure_is_its_rows(ready: tuple[Town, Selection, list[Proposal]]) -> None:
    from lvzhi.metrics import compute, registry
    from lvzhi.metrics.periods import parse_period

    town, selection, (first, *_) = ready
    selection = town.take(selection, "shortlist", town.ding, chosen=keys(selection, first))
    selection = town.take(selection, "deliberate", town.ji, chosen=keys(selection, first))
    town.take(selection, "decide", town.sg, chosen=keys(selection, first), met_on=DAY, decision="主席会议")
    figure = registry.figure("proposals.excellent")
    found = compute.book([figure], Scope(town.here), parse_period(str(DAY.year), town.here))
    assert [one.value for one in found.values()] == [1]
    assert not figure.rows(Scope(town.here), parse_period(str(DAY.year - 1), town.here)).exists()


def test_the_rights_agree_with_their_rows(ready: tuple[Town, Selection, list[Proposal]]) -> None:
    from lvzhi.proposals.workflow import SELECTION

    town, selection, _ = ready
    for account in (*town.everyone.values(), town.sg):
        actor = town.actor(account)
        for rule in (SELECTION.visible, *(step.may for step in SELECTION.steps)):
            assert Selection.objects.filter(rule.rows(actor)).exists() == rule(actor, selection), account.username
