"""Files of past years: judged by a worker, then written by one, as the person who asked."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.directory.models import Unit
from lvzhi.files.queries import of as files_of
from lvzhi.jobs.models import Job
from lvzhi.jobs.worker import Worker
from lvzhi.opening.tests.test_checklist import opened, own_password  # noqa: F401  reason: the same office
from lvzhi.people.models import Member

PAST = "/opening/past/"
GOOD = "姓名,手机号,界别\n己六,13900000001,经济界\n庚七,13900000002,经济界\n"
BAD = "姓名,手机号,界别\n己六,13900000001,经济界\n辛八,1390,不存在界\n"


@pytest.fixture
def office(opened: Committee, client: Client) -> Client:  # noqa: F811  reason: the fixture of that name
    client.force_login(own_password("bangong"))
    return client


def checked(client: Client, what: str, text: str, **more: str) -> Job:
    sent = SimpleUploadedFile("往年.csv", text.encode())
    assert client.post(PAST, {"what": what, "file": sent, **more}).status_code == 302
    assert Worker().once(beating=False)
    return Job.objects.latest("id")


def test_a_file_is_judged_and_then_written_in_the_background(office: Client) -> None:
    job = checked(office, "people", GOOD)
    assert (job.outcome, Member.objects.count()) == ("ready", 0)
    page = office.get(PAST).content.decode()
    assert "检查委员名册：往年.csv" in page
    assert f'action="/opening/past/{job.uid}/"' in page
    office.post(f"{PAST}{job.uid}/")
    assert Worker().once(beating=False)
    assert Member.objects.count() == 2
    assert Job.objects.latest("id").outcome == "ready"
    assert f'action="/opening/past/{job.uid}/"' not in office.get(PAST).content.decode(), "written once"


def test_findings_are_a_file_and_nothing_is_written(office: Client) -> None:
    job = checked(office, "people", BAD)
    (file,) = files_of("jobs.job", job.uid)
    assert file.name.startswith("委员名册检查结果（错误")
    office.post(f"{PAST}{job.uid}/")
    assert Worker().once(beating=False)
    last = Job.objects.latest("id")
    assert last.outcome == "failed"
    assert "没有写入任何数据" in last.said
    assert "第3行" in last.said
    assert not Member.objects.exists()


def test_good_rows_alone_where_the_kind_can(office: Client) -> None:
    job = checked(office, "units", "单位名称,类别\n住建局,承办单位\n某某局,没有这种\n")
    office.post(f"{PAST}{job.uid}/", {"good_only": "1"})
    assert Worker().once(beating=False)
    assert list(Unit.objects.values_list("name", flat=True)) == ["住建局"]


def test_an_unreadable_file_is_one_sentence(office: Client) -> None:
    job = checked(office, "people", "这不是名册")
    assert job.outcome == "failed"
    assert job.said.endswith("。")


def test_only_what_is_ones_part(office: Client) -> None:
    job = checked(office, "people", GOOD)
    other = Client()
    other.force_login(own_password("shenji"))
    assert 'name="file"' not in other.get(PAST).content.decode()
    assert other.post(f"{PAST}{job.uid}/").status_code == 404
    assert office.post(f"{PAST}{job.uid}/").status_code == 302
    accounts.disable(system_actor("test"), Account.objects.get(username="bangong"))
    assert Worker().once(beating=False)  # the right is asked again when the worker comes to it
    assert Job.objects.latest("id").outcome == "failed"
    assert not Member.objects.exists()


def test_each_page_of_an_importer_says_which_columns_it_knows(office: Client, opened: Committee) -> None:  # noqa: F811  reason: the fixture
    for address, words in (
        ("/people/roster/", ("必填", "所属界别")),
        (f"/directory/in/{opened.uid}/import/", ("单位名称", "承办单位、企业")),
        ("/ledger/import/", ("整改措施",)),
        ("/projects/import/", ("项目名称",)),
        ("/party/import/", ("党内职务",)),
    ):
        page = office.get(address).content.decode()
        help_text = page.partition("表里可以有哪些列")[2]
        assert all(one in help_text for one in words), address
