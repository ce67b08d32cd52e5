"""Two members and a cadre of one name: what each enters is his own in every file, and every picker tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.dossier.kinds import KINDS
from lvzhi.dossier.queries.lines import lines
from lvzhi.dossier.tests.hall import TODAY, YEAR, Hall
from lvzhi.metrics import periods
from lvzhi.people import actions as people
from lvzhi.people.models import Person
from lvzhi.proposals.tests.people import START, builder
from lvzhi.proposals.tests.test_pages import page

UNITS = {"directory:pick"}  # a picker of units, not of people


@pytest.fixture
def twin(hall: Hall) -> Account:
    """Another 甲文, of the district hospital, and a third on the staff."""
    account = hall.person("jia-two", "甲文", hall.here, Role.MEMBER)
    hall.members[account.pk] = hall.member(account, employer="区医院", phone="13912345678")
    people.edit_person(
        builder(), hall.member_of("jia").person, people.Facts(name="甲文", employer="区一中", phone="13812345678")
    )
    facts = people.Facts(name="甲文", employer="区政协机关", phone="13712345678")
    people.add_staff(builder(), hall.here, facts, starts=START)
    return account


def of(hall: Hall, person: Person) -> list[tuple[str, str, str]]:
    """The lines of one file: kind, title, what it is about."""
    period = periods.year(TODAY.year)
    found = lines(hall.actor(hall.wen), hall.scope, period, KINDS, [person.pk])
    return [(one.kind.key, one.title, one.about) for one in found]


def test_each_file_has_what_its_own_person_did(hall: Hall, twin: Account) -> None:
    first, second = hall.member_of("jia").person, hall.members[twin.pk].person
    hall.take(hall.draft(hall.jia, title="关于第一人的提案"), "submit", hall.jia)
    hall.take(hall.draft(twin, title="关于第二人的提案"), "submit", twin)
    hall.advice("第一人的建议", authors=[first])
    hall.advice("第二人的建议", authors=[second])
    mine, others = of(hall, first), of(hall, second)
    assert {one[0] for one in mine} >= {"proposals.first", "ledger.advice"}
    assert {one[0] for one in others} == {one[0] for one in mine}
    assert not any("第二人" in words for one in mine for words in one)
    assert not any("第一人" in words for one in others for words in one)
    hall.held()  # the first came, 乙 did not
    assert any(one[0].startswith("activities.attended") for one in of(hall, first))
    assert not any(one[0].startswith("activities.") for one in of(hall, second))
    shown = page(hall.login(hall.wen), "dossier:list", period=YEAR)
    assert "甲文（区一中）" in shown
    assert "甲文（区医院）" in shown
    assert "第一人" not in page(hall.login(twin), "dossier:file", hall.members[twin.pk].uid, period=YEAR)


def pickers(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    """Every address of the product whose name says that it picks."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from pickers(one.url_patterns, one.namespace or space)
        elif one.name and "pick" in one.name:
            yield f"{space}:{one.name}"


def test_every_picker_of_people_tells_them_apart(hall: Hall, twin: Account) -> None:
    found = set(pickers(get_resolver().url_patterns)) - UNITS
    assert {"people:pick", "activities:pick", "ledger:pick_person", "proposals:pick_member"} <= found
    client, told = hall.login(hall.wen), 0
    for name in sorted(found):
        answer = client.get(reverse(name), {"q": "甲文"})
        if answer.status_code != 200:
            continue  # not the office's to pick
        options = re.findall(r'<[^>]*role="option"[^>]*>(.*?)</li>', answer.content.decode(), re.DOTALL)
        texts = [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in options]
        assert len(texts) == len(set(texts)), (name, texts)
        told += len(texts) > 1
    assert told >= 3
