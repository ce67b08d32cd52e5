"""Key proposals: candidates, opinions, the decision, acts of supervision, and what the leader sees (R1.97–R1.99)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.messages.models import Message
from lvzhi.metrics.compute import compute, evidence, split
from lvzhi.metrics.periods import year
from lvzhi.proposals.metrics import keys as figures
from lvzhi.proposals.models import KeyCandidate, KeyOpinion, Leading, Proposal, Supervision
from lvzhi.proposals.tests.people import START, Town, builder
from lvzhi.proposals.tests.test_counts import statements
from lvzhi.proposals.tests.test_pages import page
from lvzhi.proposals.workflow import CANDIDACY
from lvzhi.workflow import undoing

DAY = dt.date(2026, 3, 16)
NOMINATED = {"nominated_by": "提案委员会", "reason": "群众关心，条件具备。"}
DECIDED: dict[str, Any] = {
    "meeting": "十届区政协第二十次主席会议", "met_on": "2026-03-16", "leader_name": "辛远", "leader_post": "区长",
    "rank": "top",
}  # fmt: skip
ACT: dict[str, Any] = {
    "way": "leader", "form": "onsite", "held_on": "2026-03-16", "place": "海州街道", "chair": "区长辛远",
    "proposer_side": "甲文", "unit_side": "区民政局局长", "points": "看了两处食堂。", "agreed": "五月底前增设一处。",
    "progress": "选址已定。", "next_step": "检查装修", "next_on": "2026-04-20",
}  # fmt: skip


class Bodies:
    """Two bodies with their heads."""

    def __init__(self, town: Town) -> None:
        self.party, self.party_head = self.body(town, "party", "民建海州区支部", "yin", "寅和")
        self.special, self.special_head = self.body(town, "special_committee", "社会委", "mao", "卯正")

    def body(self, town: Town, kind: str, name: str, username: str, person: str) -> tuple[Organ, Account]:
        organ = places.add_organ(builder(), town.here, kind=kind, name=name, starts=START)
        return organ, town.person(username, person, town.here, Role.ORGAN_HEAD, organ=organ)


@pytest.fixture
def bodies(town: Town) -> Bodies:
    return Bodies(town)


def nominated(town: Town, proposal: Proposal | None = None) -> KeyCandidate:
    with clock.at(DAY):
        town.take(proposal or town.handling(), "nominate", town.ding, **NOMINATED)
    return KeyCandidate.objects.select_related("proposal").latest("pk")


def asked(town: Town, bodies: Bodies) -> KeyCandidate:
    row = nominated(town)
    with clock.at(DAY):
        town.take(row, "ask", town.ding, bodies=[bodies.party.pk, bodies.special.pk])
    return KeyCandidate.objects.select_related("proposal").get(pk=row.pk)


def key_of(town: Town, **changed: Any) -> Proposal:
    row = nominated(town)
    with clock.at(DAY):
        town.take(row, "choose", town.ji, **DECIDED | {"leader": town.xin.pk} | changed)
    return Proposal.objects.get(pk=row.proposal_id)


def test_from_candidate_to_key_proposal(town: Town, bodies: Bodies) -> None:
    row = asked(town, bodies)
    assert (row.state, row.due_on) == ("asked", dt.date(2026, 3, 30))
    assert Message.objects.filter(account=bodies.party_head, code="proposals.opinion_asked").exists()
    with clock.at(DAY):
        shown = page(town.login(bodies.party_head), "proposals:selection")
        assert "提出意见" in shown
        assert "提出意见" in page(town.login(bodies.party_head), "desk:home")
        town.take(row, "opine", bodies.party_head, stance="for", text="同意列入。")
        with pytest.raises(NotAllowed):
            town.take(row, "opine", bodies.party_head, stance="against")
        town.take(row, "choose", town.ji, **DECIDED | {"leader": town.xin.pk, "first": "on"})
        shown = page(town.login(town.ding), "proposals:selection")
    assert "已审定（1）" in shown
    proposal = Proposal.objects.get()
    assert (proposal.is_key, proposal.key_first, proposal.key_on) == (True, True, DAY)
    assert proposal.key_ground == "十届区政协第二十次主席会议审定"
    assert Leading.objects.get().account == town.xin
    assert KeyCandidate.objects.get().state == "chosen"
    assert "1号提案" in page(town.login(town.xin), "proposals:detail", proposal.uid)


def test_opinions_on_the_page_of_the_selection(town: Town, bodies: Bodies) -> None:
    row = asked(town, bodies)
    with clock.at(DAY):
        town.take(row, "opine", bodies.special_head, stance="against", text="条件还不成熟。")
        shown = page(town.login(town.ding), "proposals:selection")
    for words in ("民建海州区支部", "未回复", "社会委", "建议不列入", "条件还不成熟。", "已回复1个，共征求2个"):
        assert words in shown, words
    assert town.login(town.jia).get("/proposals/key/selection/").status_code == 403
    assert "社会委" not in page(town.login(town.jia), "proposals:detail", row.proposal.uid)


def test_asked_body_reads_the_proposal_and_others_do_not(town: Town, bodies: Bodies) -> None:
    row = nominated(town)
    client = town.login(bodies.party_head)
    page(client, "proposals:detail", row.proposal.uid, status=404)
    with clock.at(DAY):
        town.take(row, "ask", town.ding, bodies=[bodies.party.pk])
        with pytest.raises(Refusal, match="民建海州区支部已征求过意见"):
            town.take(row, "ask_more", town.ding, bodies=[bodies.party.pk, bodies.special.pk])
    assert KeyOpinion.objects.count() == 1
    page(client, "proposals:detail", row.proposal.uid)
    page(town.login(bodies.special_head), "proposals:detail", row.proposal.uid, status=404)


def test_a_proposal_is_a_candidate_once_and_the_first_is_one(town: Town) -> None:
    row = nominated(town)
    with pytest.raises(Refusal, match="已在重点提案遴选中"):
        nominated(town, row.proposal)
    with clock.at(DAY):
        town.take(row, "choose", town.ji, **DECIDED | {"first": "on"})
        other = nominated(town, town.handling(town.submitted(title="关于另一处食堂的提案")))
        with pytest.raises(Refusal, match="1号提案已定为第0001号"):
            town.take(other, "choose", town.ji, **DECIDED | {"first": "on"})
        with pytest.raises(Refusal, match="审定日期不能晚于今天"):
            town.take(other, "choose", town.ji, **DECIDED | {"met_on": "2026-03-17"})
        town.take(other, "pass_over", town.ji, reason="与第一件合并督办。")
    assert KeyCandidate.objects.get(pk=other.pk).state == "passed"
    assert not Proposal.objects.get(pk=other.proposal_id).is_key


def test_decision_taken_back_leaves_no_key_proposal(town: Town) -> None:
    proposal = key_of(town)
    row = KeyCandidate.objects.get()
    with clock.at(DAY):
        undoing.take_back(row, "choose", town.actor(town.ji), "会议没有审定。")
    proposal.refresh_from_db()
    assert (proposal.is_key, proposal.key_on, proposal.key_ground) == (False, None, "")
    assert not Leading.objects.live().exists()
    assert KeyCandidate.objects.get().state == "nominated"


def test_supervision_tells_both_sides_and_counts(town: Town) -> None:
    proposal = key_of(town)
    with clock.at(DAY):
        town.take(proposal, "supervise", town.xin, **ACT)
        town.take(proposal, "supervise", town.ding, **ACT | {"way": "committee", "form": "progress", "unit_side": ""})
    first = Supervision.objects.earliest("pk")
    assert (first.both_sides, first.noted_by, first.next_on) == (True, "辛远", dt.date(2026, 4, 20))
    for account in (town.jia, town.wu, town.ding):
        assert Message.objects.filter(account=account, code="proposals.supervised").exists()
    scope, period = Scope(town.here), year(2026)
    assert compute(figures.SUPERVISED, scope, period).value == 2
    assert compute(figures.FACE_TO_FACE, scope, period).value == 1
    assert compute(figures.KEY_SUPERVISED, scope, period).value == 1
    ways = {value: result.value for value, _, result in split(figures.SUPERVISED, scope, period, figures.WAY)}
    assert ways == {"meeting": 0, "leader": 1, "sector": 0, "committee": 1}
    lines = list(evidence(figures.SUPERVISED, scope, period)[0].lines(town.actor(town.ding)))
    assert [cells[3] for _, cells in lines] == ["现场视察", "听取进展通报"]
    shown = page(town.login(town.jia), "proposals:detail", proposal.uid)
    for words in ("分管领导领衔督办", "提办双方面对面", "五月底前增设一处。", "检查装修"):
        assert words in shown, words


def test_who_may_supervise_and_what_is_refused(town: Town) -> None:
    plain = town.handling(town.submitted(title="关于另一处食堂的提案"))
    with pytest.raises(NotAllowed), clock.at(DAY):
        town.take(plain, "supervise", town.ding, **ACT)
    proposal = key_of(town)
    with clock.at(DAY):
        for stranger in (town.jia, town.wu, town.far_clerk):
            with pytest.raises(NotAllowed):
                town.take(proposal, "supervise", stranger, **ACT)
        for wrong, words in (({"held_on": "2026-03-17"}, "不能晚于今天"), ({"next_on": "2026-03-16"}, "应晚于本次")):
            with pytest.raises(Refusal, match=words):
                town.take(proposal, "supervise", town.ding, **ACT | wrong)
    assert not Supervision.objects.exists()


def test_leader_sees_the_next_step_of_each(town: Town) -> None:
    proposal = key_of(town)
    client = town.login(town.xin)
    with clock.at(DAY):
        assert "请确定第一次督办" in page(client, "proposals:key")
        town.take(proposal, "supervise", town.xin, **ACT)
    with clock.at(dt.date(2026, 4, 21)):
        shown = page(town.login(town.xin), "proposals:key")
    for words in ("领衔督办的（1）", "检查装修", "2026年4月20日", "已超期1天", "五月底前增设一处。", "登记督办"):
        assert words in shown, words
    assert "我领衔督办的" not in page(town.login(town.ding), "proposals:key")


def test_leaders_page_costs_the_same_for_one_and_for_five(town: Town) -> None:
    client = town.login(town.xin)
    page(client, "proposals:key")
    counted = []
    for more in (1, 4):
        for number in range(more):
            title = f"关于第{more}{number}处食堂的提案"
            with clock.at(DAY):
                proposal = town.handling(town.submitted(title=title))
                answers = {"ground": "审定", "leader_name": "辛远", "leader_post": "区长", "rank": "top"}
                town.take(proposal, "mark_key", town.ji, **answers, leader=town.xin.pk)
                town.take(Proposal.objects.get(pk=proposal.pk), "supervise", town.xin, **ACT)
        counted.append(len(statements(lambda: page(client, "proposals:key"))))
    assert counted[0] == counted[1]


def test_each_right_agrees_with_its_rows(town: Town, bodies: Bodies) -> None:
    from lvzhi.proposals.rules import keys

    asked(town, bodies)
    key_of_other = nominated(town, town.handling(town.submitted(title="关于另一处食堂的提案")))
    with clock.at(DAY):
        town.take(key_of_other, "choose", town.ji, **DECIDED | {"leader": town.xin.pk})
    accounts = [*town.everyone.values(), bodies.party_head, bodies.special_head]
    compared = 0
    with clock.at(DAY):
        for model, rules in (
            (KeyCandidate, (CANDIDACY.visible, *(step.may for step in CANDIDACY.steps))),
            (Proposal, (keys.may_supervise, keys.leads)),
        ):
            records: list[Any] = list(model.objects.all())
            for account in accounts:
                actor = town.actor(account)
                for rule in rules:
                    by_rows = set(model.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
                    assert by_rows == {row.pk for row in records if rule(actor, row)}, (rule.label, account.username)
                    compared += 1
    assert compared > 50
