"""Corrections: asked by the person, confirmed by the office field by field, each leaving its trace."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.dossier import rules
from lvzhi.dossier.models import Amendment
from lvzhi.dossier.tests.hall import Hall
from lvzhi.dossier.vocabulary.amending import FIELDS, AmendState
from lvzhi.dossier.workflow import AMENDMENT, ask
from lvzhi.journal.models import Entry
from lvzhi.messages.queries import inbox
from lvzhi.people import actions as people
from lvzhi.people.models import Person
from lvzhi.proposals.tests.people import builder
from lvzhi.proposals.tests.test_counts import statements
from lvzhi.proposals.tests.test_pages import page


def asked(hall: Hall, field: str = "employer", wanted: str = "区医院", who: str = "jia", **more: Any) -> Amendment:
    account = hall.everyone[who]
    return ask(hall.actor(account), hall.member_of(who).person, hall.here, field, wanted, **more)


def person(hall: Hall) -> Person:
    return Person.objects.get(pk=hall.member_of("jia").person_id)


def posted(client: Client, name: str, *args: Any, status: int = 302, **data: Any) -> str:
    answer = client.post(reverse(name, args=args), data)
    assert answer.status_code == status, answer.content.decode()[-2000:]
    return answer.content.decode()


def test_from_the_page_to_the_corrected_field(hall: Hall) -> None:
    mine, office = hall.login(hall.jia), hall.login(hall.wen)
    assert reverse("dossier:amend", args=["employer"]) in page(mine, "dossier:own")
    posted(mine, "dossier:amend", "employer", wanted="区医院", ground="三月调动", once="a1")
    assert "待核对" in page(mine, "dossier:own")
    row = Amendment.objects.get()
    assert [one.sentence for one in inbox(hall.wen.pk, task=False)] == ["甲文申请更正本人的工作单位，请核对后办理。"]
    assert "甲文更正工作单位" in page(office, "dossier:amendments")
    assert "甲文更正工作单位" in page(office, "desk:home")
    shown = page(office, "dossier:amendment", row.uid)
    assert "区医院" in shown
    assert "三月调动" in shown
    posted(office, "dossier:amend_step", row.uid, "accept", version=row.version)
    assert person(hall).employer == "区医院"
    assert [one.sentence for one in inbox(hall.jia.pk, task=False)] == ["您申请更正的工作单位已核对更正。"]
    assert list(inbox(hall.wen.pk, task=False, new_only=True)) == []
    told = Entry.objects.filter(event__in=["dossier.amendment.accept", "people.edit_person"], account_id=hall.wen.pk)
    assert told.count() == 2


def test_every_field_can_be_corrected(hall: Hall) -> None:
    wanted = {
        "name": "甲文文", "gender": "female", "born": "1970-05-06", "ethnicity": "苗族", "education": "master",
        "phone": "13912345678", "employer": "区医院", "job": "主任医师", "employer_kind": "inside",
        "id_number": "520103197005060028", "native_place": "贵州贵阳", "employer_address": "新华路1号",
        "home_address": "滨河路2号",
    }  # fmt: skip
    assert set(wanted) == set(FIELDS)
    for field, value in wanted.items():
        hall.take(asked(hall, field, value), "accept", hall.wen)
    found = person(hall)
    assert (found.name, found.born, found.education) == ("甲文文", dt.date(1970, 5, 6), "master")
    assert found.phone.reveal() == wanted["phone"]
    assert (found.native_place, found.employer_address, found.home_address) == ("贵州贵阳", "新华路1号", "滨河路2号")
    assert found.id_number.reveal() == wanted["id_number"]


def test_a_refusal_says_why_and_changes_nothing(hall: Hall) -> None:
    row = asked(hall)
    office = hall.login(hall.wen)
    assert "不予更正的理由" in posted(office, "dossier:amend_step", row.uid, "refuse", status=422, opinion="")
    posted(office, "dossier:amend_step", row.uid, "refuse", opinion="请先交调动文件")
    assert person(hall).employer == ""
    assert "请先交调动文件" in page(hall.login(hall.jia), "dossier:own")
    assert inbox(hall.jia.pk, task=False)[0].sentence == "您申请更正的工作单位没有更正：请先交调动文件"


def test_withdrawn_it_asks_nobody_and_may_be_asked_again(hall: Hall) -> None:
    row = asked(hall)
    with pytest.raises(Refusal, match="已有一条申请待核对"):
        asked(hall, wanted="区二中")
    hall.take(row, "withdraw", hall.jia)
    assert list(inbox(hall.wen.pk, task=False, new_only=True)) == []
    assert asked(hall, wanted="区二中").state == AmendState.ASKED


@pytest.mark.parametrize(
    ("field", "wanted", "words"),
    [
        ("phone", "12345", "手机号"),
        ("born", "2190-01-01", "出生"),
        ("born", "1970-02-31", "1970-02-31"),
        ("employer", "", "相同"),
        ("name", "", "姓名|必填|不能为空|这个字段"),
        ("ethnicity", "很" * 30, "民族"),
    ],
)
def test_bad_input_gets_one_sentence_and_loses_nothing(hall: Hall, field: str, wanted: str, words: str) -> None:
    shown = posted(hall.login(hall.jia), "dossier:amend", field, status=422, wanted=wanted, ground="请核对")
    assert any(word in shown for word in words.split("|"))
    assert "请核对" in shown
    assert Amendment.objects.count() == 0


def test_sent_twice_it_is_one(hall: Hall) -> None:
    client = hall.login(hall.jia)
    for _ in range(2):
        posted(client, "dossier:amend", "employer", wanted="区医院", once="twice")
    assert Amendment.objects.count() == 1


def test_what_was_changed_meanwhile_is_not_overwritten(hall: Hall) -> None:
    row = asked(hall)
    people.edit_person(builder(), person(hall), people.Facts(name="甲文", employer="区二中"))
    office = hall.login(hall.wen)
    assert "申请以后已被修改" in page(office, "dossier:amendment", row.uid)
    assert "已被修改" in posted(office, "dossier:amend_step", row.uid, "accept", status=422)
    assert person(hall).employer == "区二中"


def test_numbers_are_masked_and_lie_encrypted(hall: Hall) -> None:
    row = asked(hall, "phone", "13912345678")
    for who in ("jia", "wen"):
        shown = page(hall.login(hall.everyone[who]), "dossier:amendment", row.uid)
        assert "139****5678" in shown
        assert "13912345678" not in shown
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select wanted from dossier_amendment")
        assert "13912345678" not in str(cursor.fetchall())
    assert not any("13912345678" in str((one.facts, one.changes)) for one in Entry.objects.all())


def test_for_another_nobody_asks_and_ones_own_nobody_decides(hall: Hall) -> None:
    with pytest.raises(NotAllowed):
        ask(hall.actor(hall.yi), hall.member_of("jia").person, hall.here, "employer", "区医院")
    from lvzhi.accounts import actions as accounts
    from lvzhi.accounts.vocabulary import Role
    from lvzhi.proposals.tests.people import START

    row = asked(hall)
    accounts.appoint(builder(), hall.jia, Role.OFFICE, hall.here, starts=START)
    with pytest.raises(NotAllowed):
        hall.take(row, "accept", hall.jia)


@pytest.mark.parametrize(
    ("who", "status"), [("jia", 200), ("wen", 200), ("yi", 404), ("shen", 404), ("xin", 404), ("far-office", 404)]
)
def test_who_sees_a_request(hall: Hall, who: str, status: int) -> None:
    row = asked(hall)
    assert hall.login(hall.everyone[who]).get(reverse("dossier:amendment", args=[row.uid])).status_code == status


def test_tests_and_rows_agree(hall: Hall) -> None:
    asked(hall)
    asked(hall, who="yi")
    for rule in (rules.owner, rules.decides, rules.visible_amendment, *(step.may for step in AMENDMENT.steps)):
        for account in hall.everyone.values():
            actor = hall.actor(account)
            rows = set(Amendment.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
            assert rows == {one.pk for one in Amendment.objects.all() if rule(actor, one)}, account.username


def test_the_lists_cost_the_same_for_any_number(hall: Hall) -> None:
    addresses = [(hall.login(hall.wen), reverse("dossier:amendments")), (hall.login(hall.jia), reverse("dossier:own"))]
    costs = []
    for fields in (("employer",), ("job", "ethnicity", "phone")):
        for field in fields:
            asked(hall, field, "13912345678" if field == "phone" else "测试")
        for client, address in addresses:
            client.get(address)
            costs.append(len(statements(lambda client=client, address=address: client.get(address))))
    assert costs[:2] == costs[2:]
    assert max(costs) <= 15


def test_the_copy_holds_ones_requests(hall: Hall) -> None:
    from lvzhi.dossier.tests.test_own import taken

    asked(hall, "education", "master")
    assert any("学历" in row and "硕士研究生" in row for row in taken(hall.login(hall.jia))["更正申请"])
