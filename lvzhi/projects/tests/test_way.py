"""A project's way: registered, in a leader's hands, visited, signed, finished; what is refused, and how."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal, Refusals
from lvzhi.messages.models import Message
from lvzhi.projects.models import Charge, Fund, Part, Project, Visit
from lvzhi.projects.tests.yard import DATA, TODAY, Yard

FUND = {"money": "granted", "amount": "520000", "source": "city", "got_on": TODAY, "beneficiaries": 600}
TYPED = DATA | {"taken_on": "2026-01-12", "share": "leads"}


def test_a_leader_logs_a_visit_in_two_taps(yard: Yard) -> None:
    project = yard.charged()
    client = yard.login(yard.ling)
    mine = client.get(reverse("projects:mine")).content.decode()
    url = reverse("projects:step", args=[project.uid, "visit"])
    assert f'href="{url}"' in mine
    form = client.get(url).context["form"]
    opened = {name: form[name].value() for name in form.fields}
    sent = {name: str(value or "") for name, value in opened.items()}
    done = client.post(url, sent | {"version": project.version, "once": "v1"})
    assert done.status_code == 302
    client.post(url, sent | {"version": project.version, "once": "v1"})
    (visit,) = Visit.objects.all()
    assert (visit.went_on, visit.by) == (TODAY, "凌导")
    assert "共1次" in client.get(reverse("projects:detail", args=[project.uid])).content.decode()


def test_the_leader_is_told_and_stands_as_who_has_it(yard: Yard) -> None:
    project = yard.charged()
    assert Message.objects.filter(account_id=yard.ling.pk, code="projects.charged").count() == 1
    page = yard.login(yard.bai).get(reverse("projects:detail", args=[project.uid])).content.decode()
    assert "现在由谁负责" in page
    assert "凌导" in page


def test_the_whole_way_ends_parts_and_charges(yard: Yard) -> None:
    project = yard.charged()
    project = yard.take(project, "talk")
    project = yard.take(project, "sign", on=TODAY, amount="98,000,000.50")
    assert project.signed_amount == Decimal("98000000.50")
    project = yard.take(project, "build", on=TODAY)
    project = yard.take(project, "finish", yard.ling, on=TODAY)
    assert project.state == "done"
    assert {row.until for row in Charge.objects.filter(project=project)} == {TODAY}
    assert {row.until for row in Part.objects.filter(project=project)} == {TODAY}


def test_dropped_and_taken_up_again(yard: Yard) -> None:
    project = yard.take(yard.charged(), "drop", ground="投资方撤回")
    assert Part.objects.get(project=project).until == TODAY
    project = yard.take(project, "resume")
    assert (project.state, Part.objects.get(project=project).until) == ("lead", None)


@pytest.mark.parametrize("given", ["50余万", "约50万元", "1,23", "-5", "0", "1.234", "99999999999999999"])
def test_an_amount_that_is_none_is_refused_in_one_sentence(yard: Yard, given: str) -> None:
    client = yard.login(yard.bai)
    answer = client.post(reverse("projects:enter"), TYPED | {"amount": given})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"金额“{given}”" in page
    assert f'value="{given}"' in page
    assert "河口冷链物流园项目" in page
    assert not Project.objects.exists()
    with pytest.raises(Refusal, match="金额"):
        yard.register(amount=given)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": " "}, "这个字段是必填项"),
        ({"kind": ""}, "这个字段是必填项"),
        ({"taken_on": "2026-03-09"}, "在今天之后"),
        ({"starts_on": "2026-05-01", "ends_on": "2026-04-01"}, "早于计划开工日期"),
        ({"taken_on": "2026年2月31日"}, "2月"),
    ],
)
def test_faults_stand_on_their_field(yard: Yard, changed: dict[str, Any], said: str) -> None:
    answer = yard.login(yard.bai).post(reverse("projects:enter"), TYPED | changed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Project.objects.exists()


def test_the_same_project_is_not_registered_twice(yard: Yard) -> None:
    client = yard.login(yard.bai)
    first = client.post(reverse("projects:enter"), TYPED | {"once": "k"})
    again = client.post(reverse("projects:enter"), TYPED | {"once": "k"})
    assert (first["Location"], Project.objects.count()) == (again["Location"], 1)
    other = client.post(reverse("projects:enter"), TYPED | {"once": "l"})
    assert "已登记同名项目" in other.content.decode()


@pytest.mark.parametrize(
    ("key", "answers", "said"),
    [
        ("visit", {"went_on": TODAY + dt.timedelta(days=1), "by": "凌导"}, "在今天之后"),
        ("sign", {"on": TODAY, "amount": "三千万"}, "金额“三千万”"),
        ("fund", FUND | {"amount": "50余万"}, "金额“50余万”"),
        ("fund", FUND | {"got_on": TODAY + dt.timedelta(days=1)}, "在今天之后"),
        ("charge", {"duty": "lead", "since": TODAY}, "请选择一位领导账号"),
        ("release", {"until": TODAY}, "包抓领导"),
    ],
)
def test_a_step_refuses_in_one_sentence(yard: Yard, key: str, answers: dict[str, Any], said: str) -> None:
    with pytest.raises((Refusal, Refusals), match=said):
        yard.take(yard.register(), key, **answers)
    assert (Visit.objects.count(), Fund.objects.count(), Charge.objects.count()) == (0, 0, 0)


def test_days_follow_each_other(yard: Yard) -> None:
    project = yard.take(yard.register(), "sign", on=TODAY)
    with pytest.raises(Refusal, match="早于签约获批日期"):
        yard.take(project, "build", on=TODAY - dt.timedelta(days=3))


def test_a_leader_is_named_once_and_released(yard: Yard) -> None:
    project = yard.charged()
    with pytest.raises(Refusal, match="凌导已是"):
        yard.take(project, "charge", leader=yard.ling.pk, duty="lead", since=TODAY)
    charge = Charge.objects.get()
    project = yard.take(project, "release", charge=charge.pk, until=TODAY)
    with pytest.raises(NotAllowed):
        yard.take(project, "visit", yard.ling, went_on=TODAY, by="凌导")
    assert "吕导" in str(yard.take(project, "charge", leader=yard.lv.pk, duty="lead", since=TODAY).charges.last())


def test_a_committee_joins_once(yard: Yard) -> None:
    project = yard.register()
    answers = {"committee": yard.city.pk, "share": "promotes", "since": TODAY}
    project = yard.take(project, "join", yard.city_office, **answers)
    with pytest.raises((Refusal, Refusals)):
        yard.take(project, "join", yard.city_office, **answers)
    with pytest.raises((Refusal, Refusals)):  # 江北区 lies neither above nor below
        yard.take(project, "join", yard.city_office, **(answers | {"committee": yard.there.pk}))
    assert Part.objects.filter(project=project).count() == 2


def test_a_stage_passed_over_is_not_called_done(yard: Yard) -> None:
    project = yard.take(yard.register(), "build", on=TODAY)
    bar = yard.login(yard.bai).get(reverse("projects:detail", args=[project.uid])).context["steps"]
    assert [one["state"] for one in bar] == ["done", "skipped", "skipped", "current", "next"]
