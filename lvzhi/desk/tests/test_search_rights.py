"""Every login is asked much: it finds all that it may open and that has the words, and nothing else."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lvzhi.files import actions as files
from lvzhi.files.models import Attachment
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tests.people import Town
from lvzhi.proposals.vocabulary import State
from lvzhi.search import kinds
from lvzhi.search.asking import read
from lvzhi.search.finding import MOST, Narrowed, find
from lvzhi.search.kinds import whole
from lvzhi.search.models import SearchShelf, SearchText
from lvzhi.search.rebuilding import rebuild

PROPOSAL = "proposals.proposal"
ASKED = 12  # of each login
WORDS = ("游泳馆水质", "老旧码头灯光", "书院讲解员", "河道巡护员", "菜场遮雨棚", "校门口斑马线")


class Stages(Town):
    """The town with a proposal at each stage."""

    def __init__(self) -> None:
        super().__init__()
        self.invited()
        self.draft(title=f"关于{WORDS[0]}的提案")
        _, second, third, fourth = (self.submitted(title=f"关于{word}的提案") for word in WORDS[1:5])
        self.filed(second)
        self.assigned(third)
        self.handling(fourth)
        self.answered(self.submitted(title=f"关于{WORDS[5]}的提案"))
        for proposal in Proposal.objects.all():
            files.take_in(
                self.actor(self.ding), PROPOSAL, proposal.uid, proposal.committee_id,
                SimpleUploadedFile("走访材料.txt", f"{proposal.title}的走访记录，附件里才有的话。".encode()),
            )  # fmt: skip
        rebuild()


@pytest.fixture(scope="module")
def built(keep: Any) -> Stages:
    made: Stages = keep(Stages)
    return made


@pytest.fixture
def town(built: Stages, own: Any) -> Stages:
    copied: Stages = own(built)
    return copied


def drafts() -> list[Any]:
    return list(Proposal.objects.filter(state=State.DRAFT).values_list("uid", flat=True))


def cut(chance: random.Random, plains: list[str]) -> str:
    run = chance.choice(re.findall(r"[\u4e00-\u9fffa-z0-9]+", chance.choice(plains)))
    length = min(len(run), chance.choice((1, 2, 2, 3, 4, 6)))
    start = chance.randrange(len(run) - length + 1)
    return run[start : start + length]


def test_each_login_finds_what_it_may_read_and_nothing_else(town: Stages) -> None:
    live = SearchShelf.objects.get().live
    known = kinds.registered()
    texts = {
        (known[one.kind].url(one.uid), one.part): (one.kind, one.record, whole(one.head, one.body), one.head)
        for one in SearchText.objects.filter(shelf=live)
    }
    plains, chance, some = [one[2] for one in texts.values()], random.Random(20261126), 0
    files_found = 0
    for name, account in town.everyone.items():
        actor = town.actor(account)
        may = {
            (kind, key)
            for kind in {one[0] for one in texts.values()}
            for key in known[kind].live().filter(known[kind].readable(actor)).values_list("pk", flat=True)
        }
        for _ in range(ASKED):
            asked = read(" ".join(cut(chance, plains) for _ in range(chance.choice((1, 1, 2)))))
            told = find(actor, asked, size=MOST)
            found = {(hit.url, hit.part) for hit in told.hits}
            held = {at for at, (*key, plain, head) in texts.items() if tuple(key) in may and asked.held(plain, head)}
            assert found == held, (name, asked)
            assert told.total == len(held) == sum(told.by_kind.values()) == sum(told.by_year.values()), (name, asked)
            some += bool(found)
            files_found += any(part for _, part in found)
    assert some > ASKED
    assert files_found


def test_what_is_found_opens_and_what_opens_is_found(town: Stages) -> None:
    one = kinds.registered()[PROPOSAL]
    urls = [one.url(uid) for uid in one.live().values_list("uid", flat=True)]
    seen = set()
    for name, account in town.everyone.items():
        client = town.login(account)
        opens = {url for url in urls if client.get(url).status_code == 200}
        found = find(town.actor(account), read("提案"), Narrowed(kind=PROPOSAL), size=MOST)
        assert {hit.url for hit in found.hits} == opens, name
        attachments = {one.url for one in Attachment.objects.live().filter(kind=PROPOSAL)}
        fetched = set()
        for url in attachments:
            answer = client.get(url)
            if answer.status_code == 200 and b"".join(answer.streaming_content):
                fetched.add(url)
        told = find(town.actor(account), read("附件里才有"), size=MOST)
        # A draft's file is its author's to open, and found when it is handed in.
        hidden = {one.url for one in Attachment.objects.filter(subject__in=drafts())}
        assert {hit.file for hit in told.hits} == fetched - hidden, name
        seen.add(frozenset(opens))
    assert len(seen) > 2
