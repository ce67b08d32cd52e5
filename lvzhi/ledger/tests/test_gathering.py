"""Advice gathered by theme into one document: drafted, sent, withdrawn; and handed to units several at a time."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from django.urls import reverse

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import read_docx_text
from lvzhi.ledger.actions.answering import hand_many
from lvzhi.ledger.actions.entering import enter_advice
from lvzhi.ledger.actions.gathering import gather
from lvzhi.ledger.metrics.advice import SUBMITTED, THEMES
from lvzhi.ledger.models import Advice
from lvzhi.ledger.tests.desk import TODAY, Desk
from lvzhi.ledger.tests.test_problems import told
from lvzhi.metrics import compute
from lvzhi.metrics.periods import year
from lvzhi.papers.models import Paper

TITLE, TO = "关于报送院坝协商意见建议的报告", "区委、区政府"


@pytest.fixture
def five(desk: Desk) -> list[Advice]:
    """Five pieces under two themes, four of them given at one activity."""
    activity = desk.activity()
    for theme, texts in (("city", ["加装电梯", "增设车位", "改造管网"]), ("education", ["增设托育"])):
        desk_actor = desk.actor(desk.shen)
        person = desk.members[desk.jia.pk].person
        enter_advice(desk_actor, texts, desk.occasion(activity=activity, theme=theme, authors=[person]))
    desk.advice("整治噪声", theme="education")
    return list(Advice.objects.order_by("id"))


def drafted(desk: Desk, rows: list[Advice]) -> Paper:
    return gather(desk.actor(desk.wen), desk.here, rows, title=TITLE, addressee=TO)


def issued(desk: Desk, paper: Paper) -> Paper:
    for key, answers in (("hand_in", {}), ("check", {}), ("issue", {"signer": "秘书长", "dated_on": "2026-03-02"})):
        paper = desk.take(paper, key, desk.wen, **answers)
    return paper


def sent(desk: Desk, paper: Paper, on: str = "2026-03-02") -> Paper:
    done: Paper = desk.take(issued(desk, paper), "send", desk.wen, bodies=TO, how="exchange", sent_on=on)
    return done


def test_the_document_lists_the_advice_by_theme(desk: Desk, five: list[Advice]) -> None:
    paper = drafted(desk, list(reversed(five)))
    assert paper.text.splitlines() == [
        "现将2026年3月2日形成的2个方面5条意见建议报送如下。",
        "一、城乡建设方面",
        "第1条，加装电梯。（甲文，龙泉社区院坝协商会）",
        "第2条，增设车位。（甲文，龙泉社区院坝协商会）",
        "第3条，改造管网。（甲文，龙泉社区院坝协商会）",
        "二、教育方面",
        "第1条，增设托育。（甲文，龙泉社区院坝协商会）",
        "第2条，整治噪声。（甲文）",
    ]
    assert (paper.kind, paper.title, paper.addressee) == ("advice", TITLE, TO)
    answer = desk.login(desk.wen).get(reverse("papers:document", args=[paper.uid]))
    text = read_docx_text(BytesIO(b"".join(answer.streaming_content) if answer.streaming else answer.content))
    for words in ("一、城乡建设方面", "第2条，整治噪声", TO):
        assert words in text


def test_sent_the_advice_is_submitted_and_withdrawn_it_can_go_up_anew(desk: Desk, five: list[Advice]) -> None:
    paper = drafted(desk, five)
    assert set(Advice.objects.values_list("state", flat=True)) == {"recorded"}
    paper = sent(desk, paper)
    assert set(Advice.objects.values_list("state", "submitted_on")) == {("submitted", TODAY)}
    assert "ledger.submitted" in told("jia")
    counted = [compute.compute(one, Scope(desk.here), year(2026)).value for one in (SUBMITTED, THEMES)]
    assert counted == [5, 2]
    desk.handed(five[0])
    desk.take(paper, "withdraw", desk.wen, ground="内容有误")
    assert sorted(Advice.objects.values_list("state", flat=True)) == ["recorded"] * 4 + ["submitted"]
    assert Advice.objects.filter(paper=None).count() == 4
    again = drafted(desk, [Advice.objects.get(pk=row.pk) for row in five[1:]])
    assert "2个方面4条" in again.text


def test_what_is_not_to_be_gathered(desk: Desk, five: list[Advice]) -> None:
    with pytest.raises(Refusal, match="请先勾选"):
        drafted(desk, [])
    drafted(desk, five[:2])
    with pytest.raises(Refusal, match="“加装电梯”已列入《关于报送院坝协商意见建议的报告》"):
        drafted(desk, five)
    with pytest.raises(Refusal, match="现为“已呈报”"):
        drafted(desk, [desk.handed(five[4])])
    with pytest.raises(NotAllowed):
        gather(desk.actor(desk.ding), desk.here, five[2:4], title=TITLE, addressee=TO)
    assert Paper.objects.count() == 1


def test_a_document_is_not_sent_before_what_it_submits_was_said(desk: Desk) -> None:
    late = desk.advice("今天才提的")
    with clock.at(dt.date(2026, 3, 3)):
        paper = desk.take(drafted(desk, [late]), "hand_in", desk.wen)
        paper = desk.take(desk.take(paper, "check", desk.wen), "issue", desk.wen, signer="甲", dated_on="2026-03-01")
        with pytest.raises(Refusal, match="早于“今天才提的”的提出日期"):
            desk.take(paper, "send", desk.wen, bodies=TO, how="exchange", sent_on="2026-03-01")
    late.refresh_from_db()
    assert (late.state, Paper.objects.get().state) == ("recorded", "issued")


def test_from_the_boxes_to_the_draft_and_on_to_the_units(desk: Desk, five: list[Advice]) -> None:
    client = desk.login(desk.wen)
    page = client.get(reverse("ledger:gather")).content.decode()
    for words in ("城乡建设（3条）", "教育（2条）", "加装电梯", "checked"):
        assert words in page
    form = {"items": [row.pk for row in five], "title": TITLE, "addressee": TO, "once": "g"}
    answer = client.post(reverse("ledger:gather"), form, follow=True)
    assert "已把5条意见建议列入" in answer.content.decode()
    client.post(reverse("ledger:gather"), form)
    paper = Paper.objects.get()
    desk.advice("后来的一条")
    assert f'value="{TO}"' in client.get(reverse("ledger:gather")).content.decode()
    sent(desk, paper)
    page = client.get(reverse("papers:detail", args=[paper.uid])).content.decode()
    assert "加装电梯" in page
    hand = f"{reverse('ledger:hand_many')}?paper={paper.uid}"
    assert hand in page
    client.post(hand, {"items": [row.pk for row in five[:3]], "unit": desk.civil.pk})
    assert Advice.objects.filter(unit=desk.civil, state="submitted").count() == 3
    assert "ledger.handed" in told("wu")
    page = desk.login(desk.shen).get(reverse("ledger:advice", args=[five[0].uid])).content.decode()
    assert TITLE in page


def test_several_are_handed_over_all_or_none(desk: Desk, five: list[Advice]) -> None:
    actor = desk.actor(desk.shen)
    stale = list(five)
    desk.handed(five[2])
    with pytest.raises((Conflict, NotAllowed)):
        hand_many(actor, desk.here, stale, unit=desk.civil)
    assert Advice.objects.filter(unit=desk.civil).count() == 1
    with pytest.raises(Refusal, match="请先勾选"):
        hand_many(actor, desk.here, [], unit=desk.civil)


def test_what_was_said_at_a_plenary_carries_its_session(desk: Desk) -> None:
    with clock.at(dt.date(2026, 3, 20)):
        row = desk.advice("大会上提的", day=dt.date(2026, 3, 11))
        assert (row.session is not None and row.session.name) == "十届三次会议"
        assert desk.advice("会后提的", day=dt.date(2026, 3, 20)).session is None


def test_the_unit_that_has_the_document_stands_in_the_forms_of_handing(desk: Desk, five: list[Advice]) -> None:
    paper = issued(desk, drafted(desk, five))
    desk.take(paper, "send", desk.wen, units=[desk.civil.pk], how="exchange", sent_on="2026-03-02")
    client = desk.login(desk.wen)
    chosen = f'<option value="{desk.civil.pk}" selected>'
    assert chosen in client.get(f"{reverse('ledger:hand_many')}?paper={paper.uid}").content.decode()
    one = reverse("ledger:step", args=["advice", five[0].uid, "hand"])
    assert chosen in client.get(one).content.decode()
