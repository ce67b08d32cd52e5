"""Pages: who may open which, that nobody sees another's result or the own one early, cost of lists."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lvzhi.appraisal.models import StaffLine, StaffRound
from lvzhi.appraisal.tests.yard import STAFF, TODAY, Yard
from lvzhi.appraisal.workflow import LINE, ROUND

DETAIL_MOST = 15
YES, NO, ABSENT = 200, 403, 404
PEOPLE = ("bai", "mi", "ling", "shen", "tou", "jia", "yi", "far")
TABLE: dict[str, tuple[int, ...]] = {
    #             bai  mi   ling shen tou  jia  yi   far
    "list":      (YES, YES, YES, YES, NO, NO, NO, YES),
    "open":      (YES, YES, NO, NO, NO, NO, NO, YES),
    "ledger":    (YES, YES, YES, YES, NO, NO, NO, YES),
    "mine":      (YES,) * 8,
    "round":     (YES, YES, YES, YES, YES, YES, YES, ABSENT),
    "line":      (YES, YES, YES, YES, YES, YES, ABSENT, ABSENT),
    "form":      (YES, YES, YES, YES, YES, YES, ABSENT, ABSENT),
    "decide":    (NO, YES, YES, NO, NO, NO, NO, ABSENT),
    "void":      (YES, YES, NO, NO, NO, NO, NO, ABSENT),
}  # fmt: skip


def addresses(appraisal: StaffRound, line: StaffLine) -> dict[str, str]:
    return {
        "list": "/appraisal/", "open": "/appraisal/open/", "ledger": "/appraisal/ledger/", "mine": "/appraisal/mine/",
        "round": f"/appraisal/{appraisal.uid}/", "line": f"/appraisal/line/{line.uid}/",
        "form": f"/appraisal/line/{line.uid}/form/", "decide": f"/appraisal/step/round/{appraisal.uid}/decide/",
        "void": f"/appraisal/{appraisal.uid}/void/",
    }  # fmt: skip


def test_role_by_page(yard: Yard) -> None:
    appraisal = yard.propose(yard.complete())
    found = addresses(appraisal, yard.line(appraisal, "jia"))
    clients = [yard.login(yard.everyone[who]) for who in PEOPLE]
    assert {name: tuple(one.get(found[name]).status_code for one in clients) for name in TABLE} == TABLE
    assert {Client().get(url).status_code for url in found.values()} == {302}


def test_rules_agree_with_their_rows(yard: Yard) -> None:
    yard.decided(1)
    appraisal = yard.opened(2)
    yard.write(appraisal, "jia", "tou")
    yard.norm("ballots.smallest_cut", 3)
    compared = 0
    for account in (yard.everyone[who] for who in PEOPLE):
        actor = yard.actor(account)
        for workflow in (ROUND, LINE):
            for rule in (workflow.visible, *(step.may for step in workflow.steps)):
                rows = set(workflow.model._default_manager.filter(rule.rows(actor)).values_list("pk", flat=True))
                tested = {row.pk for row in workflow.model._default_manager.all() if rule(actor, row)}
                assert rows == tested, (account.username, rule.label)
                compared += len(tested)
    assert compared > 100


def test_a_result_is_seen_by_its_person_alone_and_not_before_the_decision(yard: Yard) -> None:
    appraisal = yard.propose(yard.complete(), jia="good")
    own = f"/appraisal/line/{yard.line(appraisal, 'jia').uid}/"
    jia = yard.login(yard.accounts["jia"])
    before = jia.get(own).content.decode()
    assert "<strong>好</strong>" not in before
    assert "工作认真" not in before
    assert "结果还没有审定" in before
    assert "<strong>好</strong>" in yard.login(yard.bai).get(own).content.decode()
    yard.take(appraisal, "decide", yard.mi, meeting="党组会议", met_on=TODAY)
    after = jia.get(own).content.decode()
    assert "<strong>好</strong>" in after
    assert "工作认真" in after
    page = jia.get(f"/appraisal/{appraisal.uid}/").content.decode()
    assert "只显示与您有关的" in page
    assert "yi员" not in page
    for text in (page, jia.get("/appraisal/mine/").content.decode()):
        assert "第1名" not in text


def test_a_phone_writes_the_account_and_a_leader_comments_on_the_pages(yard: Yard) -> None:
    office, jia, tou = (yard.login(one) for one in (yard.bai, yard.accounts["jia"], yard.accounts["tou"]))
    sent = {"period": "2026-1", "account_by": "2026-04-15", "once": "k"}
    made = office.post("/appraisal/open/", sent)
    assert (made.status_code, office.post("/appraisal/open/", sent).url) == (302, made.url)
    appraisal = StaffRound.objects.get()
    assert "去写述评" in jia.get(f"/appraisal/{appraisal.uid}/").content.decode()
    step = f"/appraisal/step/line/{yard.line(appraisal, 'jia').uid}/"
    empty = jia.post(f"{step}account/", {"text": " "})
    assert (empty.status_code, "个人述评" in empty.content.decode()) == (422, True)
    assert jia.post(f"{step}account/", {"text": "本季度办文二十件。"}).status_code == 302
    assert "请您点评" in tou.get("/appraisal/mine/").content.decode()
    assert tou.post(f"{step}comment/", {"comment": "肯干。", "suggested": "good"}).status_code == 302
    assert yard.line(appraisal, "jia").state == "commented"
    grades = office.get(f"/appraisal/step/round/{appraisal.uid}/propose/").content.decode()
    assert "checked" in grades


@pytest.mark.parametrize("more", [5])
def test_lists_cost_the_same_at_any_length_and_a_detail_little(yard: Yard, more: int) -> None:
    appraisal = yard.decided(1, jia="good")
    office, jia = yard.login(yard.bai), yard.login(yard.accounts["jia"])

    def cost(client: Client, address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    page = f"/appraisal/{appraisal.uid}/"
    line = f"/appraisal/line/{yard.line(appraisal, 'jia').uid}/"
    before = [cost(office, "/appraisal/"), cost(office, "/appraisal/ledger/"), cost(jia, "/appraisal/mine/")]
    whole = cost(office, page)
    for number in range(more):
        yard.hire(f"r{number}")
    yard.opened(2)
    assert [cost(office, "/appraisal/"), cost(jia, "/appraisal/mine/")] == [before[0], before[2]]
    second = StaffRound.objects.get(quarter=2)
    assert StaffLine.objects.filter(round=second).count() == len(STAFF) + more
    assert cost(office, f"/appraisal/{second.uid}/") <= whole + 2
    assert max(cost(office, line), cost(jia, line), whole) <= DETAIL_MOST
