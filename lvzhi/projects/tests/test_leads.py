"""Investment leads from a member's phone to a project; the pipeline by stage; a sheet; projects of all levels."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.tests.house import START, builder
from lvzhi.committee.scope import Scope
from lvzhi.exchange import sheets
from lvzhi.messages.models import Message
from lvzhi.metrics import compute
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.periods import year
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.projects import actions, metrics
from lvzhi.projects.actions import importing
from lvzhi.projects.metrics import pipeline
from lvzhi.projects.models import Lead, Part, Project
from lvzhi.projects.tests.test_pages import page, statements
from lvzhi.projects.tests.yard import TODAY, Yard
from lvzhi.workflow import engine
from lvzhi.workflow.todo import todo

FILLED = {"firm": "青禾冷链公司", "title": "建设冷链分拨中心", "amount": "60000000"}


def value(scope: Scope, figure: Figure) -> Any:
    return compute.compute(figure, scope, year(2026)).value


@pytest.fixture
def member(yard: Yard) -> Member:
    """甲文, whose login is jia."""
    facts = people.Facts(name="甲文", employer="海州商会")
    made = people.add_member(builder(), yard.here, yard.here.terms.get(), facts, starts=START)
    people.link_account(builder(), made.person, yard.jia)
    return Member.objects.select_related("person").get(pk=made.pk)


def handed(yard: Yard, member: Member, **changed: Any) -> Lead:
    return actions.hand_in(yard.actor(yard.jia), yard.here, member.person, FILLED | changed)


def test_a_member_hands_in_a_lead_and_sees_what_became_of_it(yard: Yard, member: Member) -> None:
    phone, office = yard.login(yard.jia), yard.login(yard.bai)
    form = page(phone, "projects:lead_new")
    assert ('name="person"' in form, form.count("required")) == (False, 2)
    answer = phone.post(reverse("projects:lead_new"), FILLED | {"once": "l"})
    assert phone.post(reverse("projects:lead_new"), FILLED | {"once": "l"})["Location"] == answer["Location"]
    lead = Lead.objects.get()
    assert (lead.name, lead.handed_on, lead.state) == ("甲文", TODAY, "handed")
    assert Message.objects.filter(account_id=yard.bai.pk, code="projects.lead_handed").count() == 1
    assert [one.step.key for one in todo(yard.actor(yard.bai)) if one.workflow.key == "projects.lead"] == ["take"]
    asked = office.get(reverse("projects:lead_step", args=[lead.uid, "take"])).content.decode()
    assert ("建设冷链分拨中心" in asked, 'name="amount"' in asked) == (True, False)
    sent = {"title": "冷链分拨中心项目", "kind": "service", "version": lead.version}
    taken = office.post(reverse("projects:lead_step", args=[lead.uid, "take"]), sent)
    project = Project.objects.get()
    assert taken["Location"] == reverse("projects:detail", args=[project.uid])
    assert (project.way, project.owner, project.amount) == ("invest", "青禾冷链公司", 60_000_000)
    assert Part.objects.get().person_id == member.person_id
    assert Message.objects.filter(account_id=yard.jia.pk, code="projects.lead_taken").count() == 1
    yard.take(project, "sign", on=TODAY, amount="58000000")
    shown = page(phone, "projects:lead", lead.uid)
    assert ("已成为项目" in shown, "58,000,000.00元" in shown, "签约获批" in shown) == (True, True, True)
    assert reverse("projects:detail", args=[project.uid]) not in shown  # not his to read
    assert (value(yard.scope, pipeline.HANDED), value(yard.scope, pipeline.INTRODUCED)) == (1, 1)


def test_a_lead_declined_says_why(yard: Yard, member: Member) -> None:
    lead = handed(yard, member)
    engine.take(lead, "decline", yard.actor(yard.bai), {"ground": "不符合产业方向"})
    assert "不符合产业方向" in page(yard.login(yard.jia), "projects:lead", lead.uid)
    assert Message.objects.filter(account_id=yard.jia.pk, code="projects.lead_declined").count() == 1


def test_who_may_do_what_with_a_lead(yard: Yard, member: Member) -> None:
    lead = handed(yard, member)
    url = reverse("projects:lead", args=[lead.uid])
    people_ = (yard.jia, yard.bai, yard.ling, yard.shen, yard.city_office, yard.far_office)
    assert [yard.login(one).get(url).status_code for one in people_] == [200, 200, 200, 200, 404, 404]
    for who in (yard.jia, yard.ling):
        with pytest.raises(NotAllowed):
            engine.take(lead, "take", yard.actor(who), {})
    with pytest.raises(NotAllowed):
        actions.hand_in(yard.actor(yard.jia), yard.here, yard.twins[0].person, FILLED)
    with pytest.raises(Refusal, match="金额“6000余万”"):
        handed(yard, member, amount="6000余万")
    with pytest.raises(Refusal, match="企业名称"):
        handed(yard, member, firm=" ")
    assert engine.take(lead, "withdraw", yard.actor(yard.jia), {}).state == "withdrawn"
    assert value(yard.scope, pipeline.HANDED) == 0
    assert yard.login(yard.jia).get(reverse("projects:pipeline")).status_code == 403


def test_the_pipeline_counts_each_project_at_its_stage(yard: Yard) -> None:
    made = [yard.register(title=f"招商{number}", way="invest", amount="10000000") for number in range(6)]
    yard.take(made[1], "talk")
    for number in (2, 3, 4):
        made[number] = yard.take(made[number], "sign", on=TODAY, amount="9000000")
    yard.take(made[3], "build", on=TODAY)
    yard.take(yard.take(made[4], "build", on=TODAY), "finish", on=TODAY)
    yard.take(made[5], "drop", ground="落户他处")
    found = [(value(yard.scope, count), value(yard.scope, total)) for count, total in pipeline.BY_STAGE.values()]
    assert found == [(1, 10_000_000), (1, 10_000_000), (1, 9_000_000), (1, 9_000_000), (1, 9_000_000)]
    assert value(yard.scope, pipeline.LOST) == 1
    client = yard.login(yard.bai)
    shown = page(client, "projects:pipeline")
    for count, _ in pipeline.BY_STAGE.values():
        assert reverse("metrics:figure", args=[count.key]) in shown
    few = statements(client, reverse("projects:pipeline"))
    for number in range(7, 20):
        yard.register(title=f"招商{number}", way="invest")
    assert statements(client, reverse("projects:pipeline")) == few


def shared(yard: Yard) -> Project:
    project = yard.register(way="invest", kind="energy")
    for office, place in ((yard.city_office, yard.city), (yard.province_office, yard.province)):
        project = yard.take(project, "join", office, committee=place.pk, share="promotes", since=TODAY)
    return project


def test_projects_of_all_levels_stand_once_with_every_part(yard: Yard) -> None:
    shared(yard)
    yard.register(yard.city_office, title="市本级项目", way="invest")
    yard.register(yard.far_office, title="江北项目", way="invest")
    client = yard.login(yard.province_office)
    answer = client.get(reverse("projects:levels"))
    shown = answer.content.decode()
    assert "连海市政协（推动）" in shown
    assert (answer.context["projects"], answer.context["parts"]) == (3, 5)
    below = Scope(yard.province, below=True)
    alone = [yard.here, yard.there, yard.city, yard.province]
    union = {row.pk for place in alone for row in metrics.PROJECTS.rows(Scope(place), year(2026))}
    assert value(below, metrics.PROJECTS) == len(union) == 3
    assert sum(value(Scope(place), metrics.PROJECTS) for place in alone) == 5
    assert value(below, pipeline.AT_LEAD) == 3
    few = statements(client, reverse("projects:levels"))
    for number in range(9):
        yard.register(yard.far_office, title=f"江北项目{number}")
    assert statements(client, reverse("projects:levels")) == few
    text = b"".join(client.get(reverse("projects:levels_export", args=["csv"])).streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]  # reason: a file streams
    assert text.count("河口冷链物流园项目") == 1
    assert [yard.login(who).get(reverse("projects:levels")).status_code for who in (yard.ling, yard.jia)] == [403, 403]


HEADS = ("项目名称", "方式", "项目类别", "总投资", "责任部门", "计划开工时间", "计划竣工时间", "引荐人")
ROWS: list[list[object]] = [
    ["水库除险项目", "争取申报", "生态环保", "5200000", "", dt.date(2026, 5, 1), dt.date(2026, 9, 1), ""],
    ["茶园灌溉项目", "", "", "50余万", "", None, None, ""],
    ["停车场项目", "承包", "", "", "", None, None, ""],
    ["幼儿园项目", "", "", "", "市规划委", None, None, ""],
    ["医院项目", "", "", "", "", dt.date(2026, 9, 1), dt.date(2026, 5, 1), ""],
    ["桥梁项目", "", "", "", "", None, None, "无此人"],
    ["水库除险项目", "", "", "", "", None, None, ""],
    ["河口冷链物流园项目", "", "", "", "", None, None, ""],
]


def sheet(rows: list[list[object]]) -> bytes:
    book = BytesIO()
    columns = [importing.Column(f"c{place}", head, kind="date" if "时间" in head else "text")
               for place, head in enumerate(HEADS)]  # fmt: skip
    sheets.write_xlsx(book, "项目", columns, rows)
    return book.getvalue()


def sent(client: Client, rows: list[list[object]]) -> str:
    answer = client.post(reverse("projects:import"), {"file": SimpleUploadedFile("项目表.xlsx", sheet(rows))})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_bad_rows_of_a_sheet_are_named_and_nothing_is_written_unless_told(yard: Yard) -> None:
    yard.register()
    client = yard.login(yard.bai)
    url = sent(client, ROWS)
    shown = client.get(url).content.decode()
    for said in (
        "第4行：金额“50余万”不是准确数字", "方式“承包”不认识", "单位名录中没有“市规划委”",
        "计划日期的先后不对", "“无此人”在名册上有0位",
        "与第3行项目名称相同", "“河口冷链物流园项目”已在台账中",
    ):  # fmt: skip
        assert said in shown
    client.post(url)
    assert Project.objects.count() == 1
    client.post(url, {"good_only": "1"})
    made = Project.objects.get(title="水库除险项目")
    assert (made.way, made.kind, made.amount, made.starts_on) == ("apply", "ecology", 5_200_000, dt.date(2026, 5, 1))
    assert (Project.objects.count(), Part.objects.filter(project=made).count()) == (2, 1)


def test_a_sheet_is_the_keepers(yard: Yard) -> None:
    assert yard.login(yard.ling).get(reverse("projects:import")).status_code == 403
    assert yard.login(yard.bai).get(reverse("projects:import_template")).status_code == 200
    url = sent(yard.login(yard.bai), ROWS[:1])
    assert yard.login(yard.tou).get(url).status_code == 404  # another's upload
    broken = {"file": SimpleUploadedFile("项目表.xlsx", b"PK\x03\x04nothing")}
    assert yard.login(yard.bai).post(reverse("projects:import"), broken).status_code == 422
