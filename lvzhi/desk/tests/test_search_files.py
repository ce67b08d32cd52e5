"""The text of attachments is found with its record, by those alone who may read it; read in the background, once."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from PIL import Image
from xlsxwriter import Workbook

from lvzhi.accounts.models import Account
from lvzhi.committee.models import Organ
from lvzhi.deadlines import clock
from lvzhi.files import actions as files
from lvzhi.files import store
from lvzhi.files.models import Attachment
from lvzhi.jobs.models import Job
from lvzhi.jobs.worker import Worker
from lvzhi.journal import secrets
from lvzhi.journal.lines import line
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tests.people import Town, builder
from lvzhi.proposals.tests.test_pages import page
from lvzhi.search import reading
from lvzhi.search.asking import read
from lvzhi.search.finding import Narrowed, find
from lvzhi.search.models import SearchText, SearchWaiting
from lvzhi.search.rebuilding import rebuild
from lvzhi.search.similar import nearest

KIND = "proposals.proposal"
SAID = "调研组在滨河路走访了电梯维保单位。"


@pytest.fixture(autouse=True)
def data_folder(settings: Any, tmp_path: Any) -> None:
    settings.LVZHI_DATA = tmp_path
    secrets.forget_keys()


@pytest.fixture(scope="module")
def built(keep: Any) -> Town:
    made: Town = keep(Town)
    return made


@pytest.fixture
def town(built: Town, own: Any) -> Town:
    copied: Town = own(built)
    return copied


def docx(*lines: str) -> bytes:
    out, document = io.BytesIO(), Document()
    for one in lines:
        document.add_paragraph(one)
    document.save(out)
    return out.getvalue()


def xlsx(*cells: str) -> bytes:
    out = io.BytesIO()
    book = Workbook(out)
    sheet = book.add_worksheet("维保台账")
    for row, cell in enumerate(cells):
        sheet.write(row, 1, cell)
    book.close()
    return out.getvalue()


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    return out.getvalue()


def attach(town: Town, proposal: Proposal, name: str, data: bytes, label: str = "") -> Attachment:
    upload = SimpleUploadedFile(name, data)
    return files.attach(town.actor(town.ding), KIND, proposal.uid, upload, label=label)


def work(town: Town) -> Job:
    """What waits is read as a worker does it."""
    reading.ask(town.here.pk)
    worker = Worker(name="here:0:a")
    while worker.once(beating=False):
        pass
    return Job.objects.filter(kind=reading.KEY).latest("pk")


def opens(town: Town, who: Account, url: str) -> bool:
    answer = town.login(who).get(url)
    return answer.status_code == 200 and bool(b"".join(answer.streaming_content))


def hits(town: Town, words: str, who: Account | None = None, narrowed: Narrowed | None = None) -> list[Any]:
    found = find(town.actor(who or town.ding), read(words), narrowed)
    assert found.total == len(found.hits) == sum(found.by_kind.values()) == sum(found.by_year.values())
    return list(found.hits)


@pytest.mark.both_databases
def test_its_text_is_found_beside_the_record_and_gone_with_it(town: Town) -> None:
    proposal = town.filed()
    one = attach(town, proposal, "调研材料.docx", docx("前言", SAID), label="走访记录")
    assert hits(town, "滨河路") == []
    assert work(town).said == "1个附件可按文字检索。"
    assert not SearchWaiting.objects.exists()
    for words in ("滨河路 维保单位", "“走访了电梯维保”", "调研材料", "走访记录", "dycl"):
        (hit,) = hits(town, words)
        assert (hit.part, hit.of) == (str(one.uid), proposal.title), words
    shown = page(town.login(town.ding), "search:find", q="滨河路")
    assert "附件《调研材料.docx》" in shown
    assert "<mark>滨河路</mark>走访了" in shown
    assert f'href="{one.url}"' in shown
    assert "属于《关于完善社区食堂的提案》" in shown
    assert opens(town, town.ding, one.url)
    # The record is changed, voided, brought back; then the file is taken off.
    with line(builder(), "proposals.test", subject=proposal):
        proposal.background = "另一段背景。"
        proposal.save()
    assert len(hits(town, "滨河路")) == 1
    for at, count in ((clock.now(), 0), (None, 1)):
        with line(builder(), "proposals.test", subject=proposal):
            proposal.voided_at = at
            proposal.save()
        assert len(hits(town, "滨河路")) == count
    files.detach(town.actor(town.ding), one)
    assert hits(town, "滨河路") == hits(town, "调研材料") == []
    assert len(hits(town, "另一段背景")) == 1


@pytest.mark.both_databases
def test_each_finds_files_as_far_as_records_and_counts_tell_nothing(town: Town) -> None:
    proposal = town.assigned()
    one = attach(town, proposal, "材料.txt", SAID.encode())
    secret = town.submitted(title="关于停车的提案")
    attach(town, secret, "材料.txt", "滨河路停车。".encode())
    work(town)
    for name, who in town.everyone.items():
        seen = {hit.url for hit in hits(town, "提案", who)}
        found = hits(town, "滨河路", who)
        assert {hit.url for hit in found} <= seen, name
        assert all(opens(town, who, hit.file) for hit in found), name
        assert opens(town, who, one.url) == (str(one.uid) in {hit.part for hit in found}), name
        if not found:
            shown = page(town.login(who), "search:find", q="滨河路")
            assert "没有找到" in shown
            assert "材料.txt" not in shown
    many = {name: len(hits(town, "滨河路", who)) for name, who in town.everyone.items()}
    assert many["ding"] == 2
    assert many["wu"] == 1
    assert many["bing"] == many["far-clerk"] == 0


def test_a_draft_s_files_are_found_when_it_is_handed_in(town: Town) -> None:
    proposal = town.draft()
    files.attach(town.actor(town.jia), KIND, proposal.uid, SimpleUploadedFile("材料.txt", SAID.encode()))
    work(town)
    assert hits(town, "滨河路", town.jia) == []
    assert not SearchWaiting.objects.exists()
    town.take(proposal, "submit", town.jia)
    work(town)
    assert [hit.of for hit in hits(town, "滨河路", town.jia)] == [proposal.title]


@pytest.mark.both_databases
def test_files_move_with_their_record_to_another_organ(town: Town) -> None:
    proposal = town.filed()
    attach(town, proposal, "材料.txt", SAID.encode())
    work(town)
    with line(builder(), "proposals.test", subject=proposal):
        organ = Organ.objects.create(committee=town.here, name="提案委", kind="special", starts=clock.today())
        proposal.organ = organ
        proposal.save()
    assert len(hits(town, "滨河路", narrowed=Narrowed(organ=organ.pk))) == 1


def test_what_cannot_be_read_is_found_by_its_name_and_said(town: Town) -> None:
    proposal = town.filed()
    attach(town, proposal, "维保台账.xlsx", xlsx("电梯编号甲零一", "滨河路"))
    attach(town, proposal, "照片.png", png())
    gone = attach(town, proposal, "丢失的材料.txt", SAID.encode())
    store.path_of(gone.digest).unlink()
    assert "文件“丢失的材料.txt”不存在" in work(town).said
    assert [hit.part == str(gone.uid) for hit in hits(town, "丢失")] == [True]
    assert len(hits(town, "电梯编号甲零一")) == len(hits(town, "滨河路")) == 1
    assert hits(town, "照片") == []
    landed = store.land([SAID.encode()], 1000)
    landed.keep()
    rebuild()  # the operator has brought it back
    assert len(hits(town, "滨河路")) == 2


def test_a_file_that_ends_its_worker_is_given_up(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    attach(town, town.filed(), "凶险的材料.txt", SAID.encode())

    def dies(*_: Any) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(reading, "read_words", dies)
        for _ in range(reading.TRIES):
            reading.ask(town.here.pk)
            with pytest.raises(SystemExit):
                Worker(name="here:0:a").once(beating=False)
            Job.objects.filter(kind=reading.KEY).update(ended_at=clock.now(), outcome="failed")
        assert SearchWaiting.objects.get().tries == reading.TRIES
        assert "读了3次都没有读完" in work(town).said
    assert len(hits(town, "凶险")) == 1
    assert not SearchWaiting.objects.exists()


@pytest.mark.both_databases
def test_a_rebuild_carries_over_what_stands_and_reads_the_rest(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    proposal = town.filed()
    attach(town, proposal, "旧材料.txt", SAID.encode())
    work(town)
    attach(town, proposal, "新材料.docx", docx("滨河路新址。"))
    taken_off = attach(town, proposal, "撤下的材料.txt", "滨河路旧址。".encode())
    files.detach(town.actor(town.ding), taken_off)
    names, told = [], []
    once = reading.text_of
    monkeypatch.setattr(reading, "text_of", lambda one: names.append(one.name) or once(one))
    rebuild(lambda done, total: told.append((done, total)))
    assert names == ["新材料.docx"]
    assert told[-1][0] == told[-1][1]
    assert not SearchWaiting.objects.exists()
    assert sorted("".join(piece.text for piece in hit.title) for hit in hits(town, "滨河路")) == [
        "新材料.docx", "旧材料.txt",
    ]  # fmt: skip
    SearchText.objects.exclude(part="").delete()
    rebuild(later=True)
    assert SearchWaiting.objects.count() == 2
    work(town)
    assert len(hits(town, "滨河路")) == 2


def test_many_at_once_are_one_job(town: Town, django_capture_on_commit_callbacks: Any) -> None:
    proposal = town.filed()
    uploads = [SimpleUploadedFile(f"材料{n}.txt", f"{SAID}{n}".encode()) for n in range(4)]
    with django_capture_on_commit_callbacks(execute=True):
        files.attach_all(town.actor(town.ding), KIND, proposal.uid, uploads)
    assert Job.objects.filter(kind=reading.KEY).count() == 1
    assert reading.sweep(builder()) == 0
    Job.objects.all().delete()
    assert reading.sweep(builder()) == 4
    work(town)
    assert len(hits(town, "滨河路")) == 4


def test_near_texts_are_records_and_a_page_costs_the_same(town: Town) -> None:
    proposal = town.filed()

    def counted() -> int:
        client = town.login(town.ding)
        page(client, "search:find", q="滨河路")
        with CaptureQueriesContext(connection) as taken:
            assert "没有找到" not in page(client, "search:find", q="滨河路")
        return len(taken.captured_queries)

    attach(town, proposal, "材料.txt", SAID.encode())
    work(town)
    few = counted()
    for number in range(30):
        attach(town, proposal, f"材料{number}.txt", f"{SAID}{number}".encode())
    work(town)
    assert counted() == few <= 10
    rebuild()
    assert nearest(KIND, town.here.pk, SAID * 3, 10) in ([], [proposal.pk])


def test_lines_of_a_page_are_paragraphs_again() -> None:
    told = "一、关于社区食\n堂补助标准的\n说明。\n二、Lift No\n12 情况\n\n\n三、其他"
    assert reading.unbroken(told) == "一、关于社区食堂补助标准的说明。\n二、Lift No 12 情况\n三、其他"
