"""Records of rooms that know nothing of each other are tied, seen from both ends, and untied."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from lvzhi.access import Conflict, Refusal
from lvzhi.committee.models import Committee, Organ
from lvzhi.journal import events, secrets
from lvzhi.journal.lines import line
from lvzhi.journal.models import Entry
from lvzhi.journal.queries import history
from lvzhi.journal.tests.sample import Person
from lvzhi.links import kinds
from lvzhi.links.actions import tie, untie
from lvzhi.links.models import Tie
from lvzhi.links.queries import lines, tied, ties, ties_of

pytestmark = pytest.mark.django_db
events.register({"links_sample.ground": "x"})
COMMITTEE, ORGAN = "committee.committee", "committee.organ"


@pytest.fixture(autouse=True)
def registry(settings, tmp_path, monkeypatch):
    settings.LVZHI_DATA = tmp_path
    secrets.forget_keys()
    monkeypatch.setattr(kinds, "_kinds", {})
    monkeypatch.setattr(kinds, "_roles", {})
    kinds.register(
        kinds.Kind(
            COMMITTEE,
            "政协组织",
            title=lambda uid: "组织",
            url=lambda uid: f"/c/{uid}",
            visible=lambda actor, uid: True,
        ),
        kinds.Kind(
            ORGAN,
            "机构",
            title=lambda uid: "单个",
            url=lambda uid: f"/o/{uid}",
            visible=lambda actor, uid: actor.name == "甲",
            titles=lambda uids: dict.fromkeys(uids, "成批"),
        ),
        kinds.Role("sample.watches", "督办", "由其督办", a_kinds=frozenset({ORGAN})),
        kinds.Role("sample.beside", "相关"),
    )


@pytest.fixture
def actor():
    return Person()


@pytest.fixture
def things(actor):
    with line(actor, "links_sample.ground"):
        a, b = (Committee.objects.create(name=n, code=n, level="county", path=f"00000{n}/") for n in "12")
        organ = Organ.objects.create(committee=a, kind="sector", name="界别", starts=dt.date(2020, 1, 1))
    return a, b, organ


def test_a_tie_is_seen_from_both_ends_in_one_statement(things, actor, django_assert_num_queries):
    a, _, organ = things
    made = tie(actor, "sample.watches", organ, a)
    assert made.starts == dt.date(2022, 3, 1)
    with django_assert_num_queries(1):
        (seen,) = ties(organ)
    assert (seen.kind, seen.uid, seen.word, seen.title) == (COMMITTEE, a.uid, "督办", "组织")
    (seen,) = ties(a, "sample.watches")
    assert (seen.kind, seen.uid, seen.word) == (ORGAN, organ.uid, "由其督办")
    assert ties(a, "sample.beside") == []
    with django_assert_num_queries(1):
        assert len(ties_of(COMMITTEE, [each.uid for each in things[:2]])[a.uid]) == 1
    assert list(tied("sample.watches", ORGAN, COMMITTEE)) == [organ.uid]


def test_it_is_journalled_under_the_first_record(things, actor):
    a, _, organ = things
    made = tie(actor, "sample.watches", organ, a)
    assert history(ORGAN, organ.uid)[0].sentence == "建立关联：督办“1”"
    untie(actor, made)
    assert history(ORGAN, organ.uid)[0].event == "links.untie"


def test_no_record_is_tied_to_itself(things, actor):
    with pytest.raises(Refusal) as caught:
        tie(actor, "sample.beside", things[0], things[0])
    assert caught.value.code == "links.self"


def test_no_open_tie_stands_twice_whichever_way_it_is_said(things, actor):
    a, b, _ = things
    made = tie(actor, "sample.beside", b, a)
    for pair in ((a, b), (b, a)):
        with pytest.raises(Conflict) as caught:
            tie(actor, "sample.beside", *pair)
        assert "不必重复" in caught.value.sentence
    assert Entry.objects.filter(event="links.tie").count() == 1
    untie(actor, made)
    tie(actor, "sample.beside", a, b)
    assert Tie.objects.count() == 2


def test_the_database_itself_refuses_doubles_and_self_ties(things, actor):
    a, b, _ = things
    tie(actor, "sample.beside", a, b)
    open_tie = Tie.objects.get()
    day = dt.date(2022, 1, 1)
    same = {name: getattr(open_tie, name) for name in ("role", "a_kind", "a_uid", "b_kind", "b_uid")}
    for row in (same, same | {"b_uid": open_tie.a_uid}):
        with pytest.raises(IntegrityError), transaction.atomic(), line(actor, "links_sample.ground"):
            Tie.objects.create(starts=day, **row)


def test_only_allowed_kinds_stand_at_an_end(things, actor):
    a, b, _ = things
    with pytest.raises(Refusal) as caught:
        tie(actor, "sample.watches", a, b)
    assert caught.value.code == "links.kind_not_allowed"
    with pytest.raises(kinds.BadRole):
        tie(actor, "nobody.registered", a, b)


def test_a_tie_is_true_between_its_days(things, actor):
    a, b, _ = things
    made = tie(actor, "sample.beside", a, b, starts=dt.date(2022, 1, 10))
    with pytest.raises(Refusal):
        untie(actor, made, on=dt.date(2022, 1, 9))
    untie(actor, made, on=dt.date(2022, 1, 20))
    assert ties(a) == []
    assert [len(ties(a, on=dt.date(2022, 1, day))) for day in (9, 10, 20, 21)] == [0, 1, 1, 0]
    with pytest.raises(Refusal) as caught:
        untie(actor, made)
    assert caught.value.code == "links.not_open"


def test_without_right_the_other_record_shows_no_title(things, actor):
    a, b, organ = things
    tie(actor, "sample.watches", organ, a)
    tie(actor, "sample.beside", a, b)
    assert [line.title for line in lines(actor, a)] == ["成批", "组织"]
    shown = lines(Person(name="乙"), a)
    assert [line.title for line in shown] == ["（无权查看）", "组织"]
    assert shown[0].url == ""


def test_a_kind_nobody_registers_any_more_does_not_break_the_page(things, actor, monkeypatch):
    a, _, organ = things
    tie(actor, "sample.watches", organ, a)
    monkeypatch.setattr(kinds, "_kinds", {})
    assert lines(actor, a)[0].title == "（记录已不存在）"


def test_a_role_has_one_meaning():
    with pytest.raises(kinds.BadRole):
        kinds.register(kinds.Role("sample.beside", "别的"))
