"""An honour entered or claimed, confirmed against its proof; each step from each state, rights, figures, pages."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.honours import metrics
from lvzhi.honours.models import Honour
from lvzhi.honours.tests.stage import DATA, TODAY, WORK, Stage, scan
from lvzhi.honours.vocabulary import State
from lvzhi.honours.workflow import HONOUR
from lvzhi.links.models import Tie
from lvzhi.messages.models import Message
from lvzhi.metrics import compute
from lvzhi.metrics.declare import Figure
from lvzhi.papers.actions import begin_draft
from lvzhi.workflow import engine

DETAIL_MOST = 15
YES, NO, ABSENT = 200, 403, 404
PEOPLE = ("bai", "jing", "mi", "shen", "jia", "yi", "far")
# of jia's claim
TABLE: dict[str, tuple[int, ...]] = {
    #            bai  jing mi   shen jia  yi   far
    "claimed":   (YES, YES, YES, YES, YES, ABSENT, ABSENT),
    "confirmed": (YES, YES, YES, YES, YES, YES, ABSENT),
    "edit":      (YES, YES, YES, NO, YES, ABSENT, ABSENT),
    "confirm":   (YES, NO, YES, NO, NO, ABSENT, ABSENT),
    "withdraw":  (NO, NO, NO, NO, YES, ABSENT, ABSENT),
    "void":      (YES, YES, YES, NO, NO, ABSENT, ABSENT),
    "list":      (YES,) * 7,
    "export":    (YES,) * 7,
    "enter":     (YES,) * 7,
    "mine":      (YES,) * 7,
}  # fmt: skip


def value(stage: Stage, figure: Figure, *cuts: Any) -> int:
    return int(compute.compute(figure, stage.scope, stage.year, *cuts).value or 0)


def page(client: Client, name: str, *args: Any, **query: str) -> str:
    answer = client.get(reverse(f"honours:{name}", args=args), query)
    assert answer.status_code == 200, answer.content.decode()[-3000:]
    return answer.content.decode()


@pytest.mark.parametrize("state", State.values)
def test_each_step_from_each_state(stage: Stage, state: str) -> None:
    known = stage.at(state)
    for step in HONOUR.steps:
        account = stage.jia if step.key in ("resubmit", "withdraw") else stage.mi
        answers = {"ground": "写明编号"} if step.asks else {}
        fresh = Honour.objects.get(pk=known.pk)
        if state not in step.frm:
            with pytest.raises(Conflict):
                engine.take(fresh, step.key, stage.actor(account), answers)
            continue
        place = transaction.savepoint()
        assert engine.take(fresh, step.key, stage.actor(account), answers).state == step.to[0], step.key
        transaction.savepoint_rollback(place)


def test_a_claim_is_confirmed_and_counts(stage: Stage) -> None:
    made = stage.claim()
    assert value(stage, metrics.HONOURS) == 0
    stage.take(made, "confirm")
    assert (value(stage, metrics.HONOURS), value(stage, metrics.PERSONS), value(stage, metrics.WORKS)) == (1, 1, 0)
    assert Message.objects.filter(account_id=stage.jia.pk, code="honours.confirmed").count() == 1
    engine.void(Honour.objects.get(), stage.actor(stage.bai), "登记错了")
    assert value(stage, metrics.HONOURS) == 0


def test_nobody_confirms_the_own_honour(stage: Stage) -> None:
    from lvzhi.accounts import actions
    from lvzhi.accounts.tests.house import START, builder
    from lvzhi.accounts.vocabulary import Role

    actions.appoint(builder(), stage.jia, Role.OFFICE, stage.here, starts=START)
    made = stage.claim()
    with pytest.raises(NotAllowed):
        stage.take(made, "confirm", stage.jia)


def test_figures_by_level_kind_and_bearer(stage: Stage) -> None:
    for data in (
        WORK | {"organ": stage.history, "person": None}, WORK | {"work": "另一篇讲稿", "level": "province"},
        {"bearer": "organ", "organ": stage.history, "title": "先进集体"}, {"given_on": dt.date(2025, 4, 1)},
    ):  # fmt: skip
        stage.take(stage.enter(**data), "confirm")
    stage.enter(title="还没有确认的")
    assert (value(stage, metrics.HONOURS), value(stage, metrics.WORKS)) == (3, 2)
    assert value(stage, metrics.WORKS, (metrics.KIND_CUT, "lecture"), (metrics.LEVEL_CUT, "province")) == 1
    assert value(stage, metrics.HONOURS, (metrics.BEARER_CUT, "organ")) == 1
    assert value(stage, metrics.HONOURS, (metrics.ORGAN_CUT, str(stage.history.pk))) == 2
    rows = compute.evidence(metrics.WORKS, stage.scope, stage.year)[0]
    assert len(list(rows.lines(stage.actor(stage.bai)))) == 2


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"given_on": TODAY + dt.timedelta(days=1)}, "在今天之后"),
        (WORK | {"work_on": dt.date(2026, 4, 2)}, "授予日期2026年4月1日早于作品完成日期2026年4月2日"),
        (WORK | {"work": ""}, "请填写作品名称"),
        (WORK | {"work_kind": ""}, "请选择作品类别"),
        ({"person": None}, "请从名册中选一位，或填写姓名"),
        ({"bearer": "organ"}, "请选择是哪个机构"),
        ({"title": " "}, "请填写荣誉名称"),
        ({"given_by": ""}, "请填写授予单位"),
        ({"number": ""}, "请上传证书、通报等证明，或者填写表彰文件的文号"),
        ({"about": ("proposals.proposal", "00000000-0000-0000-0000-000000000000")}, "没有找到获奖的作品"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(stage: Stage, changed: dict[str, Any], said: str) -> None:
    with pytest.raises(Refusal) as refused:
        stage.enter(**changed)
    assert said in refused.value.sentence.replace("2026-04-01", "2026年4月1日").replace("2026-04-02", "2026年4月2日")
    assert not Honour.objects.exists()


def test_a_member_claims_with_proof_and_for_himself(stage: Stage) -> None:
    with pytest.raises(Refusal, match="请上传证书、通报等证明。"):
        stage.claim(uploads=[], number="某〔2026〕1号")
    with pytest.raises(Refusal, match="本人申报只能申报自己的荣誉"):
        stage.claim(bearer="organ", organ=stage.history)
    with pytest.raises(Refusal, match="不属于海州区政协"):
        stage.enter(bearer="organ", organ=stage.elsewhere)
    stage.claim()
    with pytest.raises(Refusal, match="已经登记（待核实）"):
        stage.enter()


def test_what_has_lost_its_proof_is_not_confirmed(stage: Stage) -> None:
    from lvzhi.files.actions import detach
    from lvzhi.files.models import Attachment

    made = stage.claim()
    detach(stage.actor(stage.jia), Attachment.objects.get())
    with pytest.raises(Refusal, match="还没有证明材料，也没有文号"):
        stage.take(made, "confirm")


def test_role_by_page(stage: Stage) -> None:
    made, done = stage.claim(), stage.at("confirmed", title="另一项")
    urls = {
        "claimed": reverse("honours:detail", args=[made.uid]), "confirmed": reverse("honours:detail", args=[done.uid]),
        "edit": reverse("honours:edit", args=[made.uid]), "void": reverse("honours:void", args=[made.uid]),
        "confirm": reverse("honours:step", args=[made.uid, "confirm"]),
        "withdraw": reverse("honours:step", args=[made.uid, "withdraw"]), "list": reverse("honours:list"),
        "export": reverse("honours:export", args=["csv"]), "enter": reverse("honours:enter"),
        "mine": reverse("honours:mine"),
    }  # fmt: skip
    clients = [stage.login(stage.everyone[who]) for who in PEOPLE]
    found = {name: tuple(client.get(urls[name]).status_code for client in clients) for name in TABLE}
    assert found == TABLE
    assert {Client().get(url).status_code for url in urls.values()} == {302}


def test_rules_agree_with_their_rows(stage: Stage) -> None:
    for state in State.values:
        stage.at(state, title=state)
    stage.enter(bearer="organ", organ=stage.history, person=None)
    compared = 0
    rules: list[Any] = [HONOUR.visible, *(step.may for step in HONOUR.steps)]
    for account in stage.everyone.values():
        actor = stage.actor(account)
        for rule in rules:
            by_rows = set(Honour.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
            by_test = {row.pk for row in Honour.objects.all() if rule(actor, row)}
            assert by_rows == by_test, (rule.label, account.username)
            compared += len(by_test)
    assert compared > 50


def test_a_member_claims_on_the_page_and_completes(stage: Stage) -> None:
    client = stage.login(stage.jia)
    assert "您还没有登记过荣誉" in page(client, "mine")
    typed = DATA | {"given_on": "2026-04-01", "uploads": scan("证书.png"), "once": "k"}
    refused = client.post(reverse("honours:enter"), typed | {"given_on": "2026-06-01"})
    assert (refused.status_code, 'value="优秀委员"' in refused.content.decode()) == (422, True)
    sent = client.post(reverse("honours:enter"), typed | {"uploads": scan("证书.png")})
    again = client.post(reverse("honours:enter"), typed | {"uploads": scan("证书.png")})
    assert (sent["Location"], Honour.objects.count()) == (again["Location"], 1)
    made = Honour.objects.get()
    assert (made.by_staff, made.name) == (False, "甲文")
    assert Message.objects.filter(account_id=stage.bai.pk, code="honours.claimed").count() == 1
    stage.take(made, "send_back", ground="看不清编号")
    shown = client.get(sent["Location"]).content.decode()
    assert "看不清编号" in shown
    made.refresh_from_db()
    changed = client.post(
        reverse("honours:edit", args=[made.uid]), DATA | {"given_on": "2026-04-02", "version": made.version}
    )
    assert changed.status_code == 302
    late = client.post(
        reverse("honours:edit", args=[made.uid]), DATA | {"given_on": "2026-04-03", "version": made.version}
    )
    assert late.status_code == 409
    stage.take(made, "resubmit", stage.jia)
    assert Honour.objects.get().given_on == dt.date(2026, 4, 2)


def test_a_work_of_another_room_shows_its_honours(stage: Stage) -> None:
    work = begin_draft(stage.actor(stage.bai), stage.here, {"kind": "report", "title": "关于水碾房保护的报告"})
    client, about = stage.login(stage.bai), f"papers.paper:{work.uid}"
    shown = client.get(reverse("papers:detail", args=[work.uid])).content.decode()
    assert f"{reverse('honours:enter')}?about=" in shown
    data = DATA | {"given_on": "2026-04-01", "work_kind": "report", "about": about, "title": "优秀调研报告"}
    sent = client.post(reverse("honours:enter"), data)
    assert sent.status_code == 302, sent.content.decode()[-2000:]
    made = Honour.objects.get()
    assert (made.bearer, made.work, Tie.objects.get().b_uid) == ("work", work.title, work.uid)
    assert "优秀调研报告" in client.get(reverse("papers:detail", args=[work.uid])).content.decode()
    assert work.title in client.get(sent["Location"]).content.decode()


def test_filters_narrow_the_list_and_the_export(stage: Stage) -> None:
    assert "没有符合条件的荣誉" in page(stage.login(stage.bai), "list")
    stage.enter()
    stage.enter(**WORK)
    client = stage.login(stage.bai)
    for query, seen, hidden in (
        ({"q": "改进作风"}, "优秀党课", "优秀委员"), ({"bearer": "person"}, "优秀委员", "优秀党课"),
        ({"work_kind": "lecture"}, "优秀党课", "优秀委员"),
    ):  # fmt: skip
        shown = page(client, "list", **query)
        assert (seen in shown, hidden in shown) == (True, False), query
    assert "没有符合条件的荣誉" in page(client, "list", only="bare")
    answer: Any = client.get(reverse("honours:export", args=["csv"]), {"bearer": "work"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert ("优秀党课" in text, "优秀委员" in text, "获得者类别：作品" in text) == (True, False, True)


def test_lists_cost_the_same_at_any_length_and_a_detail_little(stage: Stage) -> None:
    client, member = stage.login(stage.bai), stage.login(stage.jia)

    def cost() -> list[int]:
        found = []
        for one, url in ((client, reverse("honours:list")), (member, reverse("honours:mine"))):
            one.get(url)
            with CaptureQueriesContext(connection) as caught:
                one.get(url)
            found.append(len(caught))
        return found

    made = [stage.enter(title=f"荣誉{number}") for number in range(3)]
    few = cost()
    for number in range(3, 15):
        stage.enter(title=f"荣誉{number}")
    assert cost() == few
    with CaptureQueriesContext(connection) as caught:
        client.get(reverse("honours:detail", args=[made[0].uid]))
    assert len(caught) <= DETAIL_MOST
