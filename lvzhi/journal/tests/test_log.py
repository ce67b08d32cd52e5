"""The auditor's log: who may read it, what it shows, how it narrows."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory

from lvzhi.access import Missing, NotAllowed
from lvzhi.journal import queries, views
from lvzhi.journal.lines import line
from lvzhi.journal.queries import Wanted, log
from lvzhi.journal.tests.sample import Note, Person

pytestmark = pytest.mark.django_db


class Auditor(Person):
    def committees(self, role):
        return frozenset({1}) if role in self.roles else frozenset()


@pytest.fixture
def auditor():
    return Auditor(roles=frozenset({"auditor"}))


@pytest.fixture
def get(monkeypatch, auditor):
    """The page without the frame that the desk puts around it."""

    def bare(request, name, context):
        return HttpResponse(render_to_string(name, {**context, "request": request}))

    monkeypatch.setattr(views, "render", bare)

    def fetch(view, *args, actor=auditor, **query):
        request = RequestFactory().get("/journal/", query)
        request.actor = actor
        return view(request, *args).content.decode()

    return fetch


@pytest.fixture(autouse=True)
def lines(actor):
    with line(actor, "sample.write", committee=1, title="甲") as entry:
        entry.subject = Note.objects.create(title="甲", phone="13812345678")
    with line(actor, "sample.write", committee=2, title="别处"):
        pass
    with line(actor, "sample.look"):
        pass


def test_an_auditor_reads_the_lines_of_the_own_committee(get):
    page = get(views.log)
    assert "写便条《甲》" in page
    assert "别处" not in page
    assert "查看" not in page.replace("查看全部", "").split("<table")[1]


def test_nobody_else_reads_the_log(get, actor):
    with pytest.raises(NotAllowed):
        get(views.log, actor=actor)


def test_one_line_shows_its_changes_without_personal_values(get, monkeypatch):
    monkeypatch.setattr(queries, "model_of", lambda kind: Note)
    page = get(views.entry, 1)
    assert "标题：甲" in page
    assert "13812345678" not in page
    with pytest.raises(Missing):
        get(views.entry, 2)


def test_the_log_narrows(auditor):
    when = dt.date(2022, 3, 1)
    assert log(auditor, Wanted(who="甲", event="sample.write", since=when, until=when, title="甲")).count() == 1
    assert log(auditor, Wanted(since=when + dt.timedelta(days=1))).count() == 0
    assert log(auditor, Wanted(until=when - dt.timedelta(days=1))).count() == 0


def test_a_filter_that_makes_no_sense_is_told_and_narrows_nothing(get):
    page = get(views.log, since="31 September")
    assert "写便条《甲》" in page


def test_the_statement_count_does_not_grow_with_the_lines(actor, get, django_assert_num_queries):
    for number in range(60):
        with line(actor, "sample.write", committee=1, title=str(number)):
            pass
    with django_assert_num_queries(1):
        get(views.log)


def test_an_audit_administrator_also_reads_lines_of_no_committee():
    someone = Auditor(roles=frozenset({"audit_admin"}))
    assert set(log(someone, Wanted()).values_list("event", flat=True)) == {"sample.write", "sample.look"}
