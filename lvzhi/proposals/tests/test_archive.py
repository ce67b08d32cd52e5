"""The archive package: reopened, every digest is right and everything is there; nothing sealed, nothing off-line."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from hashlib import sha256
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import read_docx_text
from lvzhi.files import actions as files
from lvzhi.journal.models import Entry
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tests.people import TEXT, Town

CLOSED = {"attitude": "satisfied", "result": "satisfied"}


def fetched(client: Client, proposal: Proposal) -> dict[str, bytes]:
    answer = client.get(reverse("proposals:archive", args=[proposal.uid]))
    assert answer.status_code == 200
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # reason: a file is sent in pieces
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def full(town: Town) -> Proposal:
    """Answered with a promise, rated, with an attachment of a name twice, a letter, and published."""
    proposal = town.handling()
    kind = proposal._meta.label_lower
    for content in (b"one", b"two"):
        files.attach(town.actor(town.ding), kind, proposal.uid, SimpleUploadedFile("名单.txt", content))
    town.login(town.ding).post(reverse("proposals:letter", args=[proposal.uid, "filed"]))
    due = clock.today().replace(year=2099)
    points = {"text_1": "已选址。", "class_1": "B", "promise_1": "年底前开放。", "due_1": due}
    proposal = town.take(proposal, "answer", town.wu, **(town.reply(proposal) | points | {"result_class": "B"}))
    return town.take(proposal, "rate", town.jia, **CLOSED)


def test_everything_is_there_and_every_digest_is_right(town: Town) -> None:
    proposal = full(town)
    found = fetched(town.login(town.ding), proposal)
    manifest = json.loads(found.pop("归档清单.json"))
    assert {one["path"] for one in manifest["files"]} == set(found)
    for one in manifest["files"]:
        assert sha256(found[one["path"]]).hexdigest() == one["sha256"]
        assert len(found[one["path"]]) == one["size"]
    assert (manifest["number"], manifest["retention"], manifest["secrecy"]) == ("第0001号", "永久", "非涉密")
    names = set(found)
    assert {"01-提案.docx", "03-交办和办理.docx", "06-评价.csv", "07-承诺和回头看.csv", "10-办理记录.csv"} <= names
    assert {"05-答复/第1轮-区民政局.docx", "09-附件/名单.txt", "09-附件/名单（2）.txt"} <= names
    assert any(name.startswith("04-函件/立案通知") for name in names)
    assert {found["09-附件/名单.txt"], found["09-附件/名单（2）.txt"]} == {b"one", b"two"}
    paper = read_docx_text(io.BytesIO(found["01-提案.docx"]))
    for words in (TEXT["title"], TEXT["background"], TEXT["recommendations"][0], "区民政局（主办）"):
        assert words in paper
    reply = read_docx_text(io.BytesIO(found["05-答复/第1轮-区民政局.docx"]))
    assert "已增设两处食堂。" in reply
    assert "对建议1的回应：已选址。" in reply
    assert "年底前开放。" in found["07-承诺和回头看.csv"].decode()
    assert Entry.objects.get(event="proposals.archived").facts["count"] == len(found)


def test_the_journal_lines_are_those_of_the_chain(town: Town) -> None:
    proposal = full(town)
    found = fetched(town.login(town.ding), proposal)
    lines = json.loads(found["10-办理记录.json"])
    assert [one["seq"] for one in lines] == sorted(one["seq"] for one in lines)
    for one in lines:
        assert Entry.objects.get(seq=one["seq"]).hash == one["hash"]
    told = found["10-办理记录.csv"].decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(told)))) == len(lines) + 1
    for words in ("提交提案", "立案，第0001号", "区民政局签收", "生成立案通知", "评价第1轮答复"):
        assert words in told
    records = json.loads(found["11-全部数据.json"])
    assert {one["record"] for one in records} >= {
        "proposals.proposal", "proposals.recommendation", "proposals.assignment", "proposals.reply",
        "proposals.replypoint", "proposals.promise", "proposals.rating", "proposals.letter",
    }  # fmt: skip


def test_the_same_proposal_gives_the_same_papers(town: Town) -> None:
    proposal = full(town)
    client = town.login(town.ding)
    first, second = fetched(client, proposal), fetched(client, proposal)
    changed = {name for name in first if first[name] != second[name]}
    assert changed <= {"归档清单.json", "10-办理记录.csv", "10-办理记录.json"}  # the first taking is told in the second


def test_who_may_take_it(town: Town) -> None:
    proposal = town.answered()
    auditor = town.person("shen", "审计", town.here, Role.AUDITOR)
    url = reverse("proposals:archive", args=[proposal.uid])
    for account, status in ((town.ding, 200), (auditor, 200), (town.jia, 403), (town.xin, 403), (town.bing, 404)):
        answer: Any = town.login(account).get(url)
        assert answer.status_code == status, account.username
        if answer.streaming:
            assert b"".join(answer.streaming_content)  # read to its end, the client closes it
    page: Any = town.login(auditor).get(reverse("proposals:detail", args=[proposal.uid]))
    assert url in page.content.decode()
    assert url not in town.login(town.jia).get(reverse("proposals:detail", args=[proposal.uid])).content.decode()


def test_sealed_ratings_stay_out_of_the_auditors_package(town: Town) -> None:
    proposal = town.take(town.cosigned(), "submit", town.jia)
    proposal = town.take(town.answered(proposal), "rate", town.jia, **CLOSED)
    auditor = town.person("shen", "审计", town.here, Role.AUDITOR)
    found = fetched(town.login(auditor), proposal)
    assert "甲文" not in found["06-评价.csv"].decode()
    assert "评价第1轮答复" not in found["10-办理记录.csv"].decode()
    assert "proposals.rating" not in {one["record"] for one in json.loads(found["11-全部数据.json"])}
    assert "甲文" in fetched(town.login(town.ding), proposal)["06-评价.csv"].decode()


@pytest.mark.parametrize("state", ["offline", "not_filed"])
def test_what_is_off_line_has_no_package_what_was_not_filed_has(town: Town, state: str) -> None:
    proposal = town.submitted()
    url = reverse("proposals:archive", args=[proposal.uid])
    if state == "offline":
        town.take(proposal, "take_offline", town.ding, ground="按规定转线下")
        answer = town.login(town.ding).get(url)
        assert answer.status_code == 400
        assert "已转线下办理" in answer.content.decode()
    else:
        town.take(proposal, "refuse", town.ding, grounds=["empty"], route="told", explanation="内容空泛。")
        assert "01-提案.docx" in fetched(town.login(town.ding), proposal)
