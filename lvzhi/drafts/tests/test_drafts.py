"""What somebody is writing is kept for that person alone."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.db import connection
from django.urls import reverse

from lvzhi.access import Refusal
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.drafts import kinds
from lvzhi.drafts.actions import clear, load, save
from lvzhi.drafts.models import Draft
from lvzhi.drafts.queries import mine
from lvzhi.journal import events, secrets
from lvzhi.journal.lines import line
from lvzhi.journal.models import Entry
from lvzhi.journal.tests.sample import Person

events.register({"drafts_sample.ground": "x"})


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.LVZHI_DATA = tmp_path
    secrets.forget_keys()


@pytest.fixture
def accounts(db):
    with line(Person(), "drafts_sample.ground"):
        committee = Committee.objects.create(name="样例政协", code="sample", level="county", path="000001/")
        common = {"committee": committee, "must_change_password": False, "password": "x"}
        return [Account.objects.create(username=name, name=name, **common) for name in ("jia", "yi")]


@pytest.fixture
def page(client, accounts):
    client.force_login(accounts[0])
    return client


ADDRESS = "/drafts/proposals.new/new"


def test_a_form_is_saved_and_found_again(page, accounts):
    answer = page.post(ADDRESS, {"title": "案由", "topics": ["一", "二"], "csrfmiddlewaretoken": "x", "once": "x"},
                       headers={"X-Autosave": "1", "Accept": "application/json"})  # fmt: skip
    assert answer.status_code == 200
    draft = load(accounts[0].pk, "proposals.new", "new")
    assert draft.data == {"title": "案由", "topics": ["一", "二"]}
    assert dt.datetime.fromisoformat(answer.json()["saved_at"]) == draft.saved_at
    assert page.get(reverse("drafts:show", args=["proposals.new", "new"])).json()["data"]["title"] == "案由"


def test_saving_again_replaces_and_json_is_taken_too(page, accounts):
    page.post(ADDRESS, {"title": "一"})
    page.post(ADDRESS, json.dumps({"title": "二", "password": "geheim"}), content_type="application/json")
    assert Draft.objects.get().data == {"title": "二"}


def test_nobody_reads_anothers_draft(page, accounts):
    save(accounts[1].pk, "proposals.new", "new", {"title": "别人的"})
    show = reverse("drafts:show", args=["proposals.new", "new"])
    assert page.get(show, headers={"Accept": "application/json"}).status_code == 404
    drop = reverse("drafts:drop", args=["proposals.new", "new"])
    assert page.post(drop, headers={"Accept": "application/json"}).status_code == 404
    assert mine(accounts[0].pk) == []
    assert load(accounts[1].pk, "proposals.new", "new").data == {"title": "别人的"}


def test_an_expired_login_answers_401_and_saves_nothing(client, accounts):
    answer = client.post(ADDRESS, {"title": "x"}, headers={"X-Autosave": "1", "Accept": "application/json"})
    assert answer.status_code == 401
    assert not Draft.objects.exists()


def test_too_much_is_refused_in_a_sentence_and_the_old_text_stays(page, accounts):
    page.post(ADDRESS, {"title": "短"})
    answer = page.post(ADDRESS, {"title": "长" * 200_000})
    assert answer.status_code == 400
    assert "512KB" in answer.json()["sentence"]
    assert Draft.objects.get().data == {"title": "短"}


@pytest.mark.parametrize(("kind", "key"), [("Proposals", "new"), ("p", "a b"), ("p" * 61, "new"), ("p", "x" * 81)])
def test_odd_names_are_refused(accounts, kind, key):
    with pytest.raises(Refusal):
        save(accounts[0].pk, kind, key, {})


def test_odd_bodies_are_refused(page):
    for body in ("[1]", "{", "\xff"):
        assert page.post(ADDRESS, body, content_type="application/json").status_code == 400


def test_the_text_is_not_readable_in_the_database_and_not_journalled(accounts):
    before = Entry.objects.count()
    save(accounts[0].pk, "proposals.new", "new", {"phone": "13812345678"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT payload FROM drafts_draft")
        assert "13812345678" not in cursor.fetchone()[0]
    assert Entry.objects.count() == before


def test_handing_in_clears(accounts):
    save(accounts[0].pk, "proposals.new", "new", {"a": "b"})
    assert clear(accounts[0].pk, "proposals.new", "new") is True
    assert clear(accounts[0].pk, "proposals.new", "new") is False


def test_the_list_shows_what_can_be_gone_on_with(accounts, monkeypatch):
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register(kinds.Kind("a.b", "甲类", url=lambda key: f"/a/{key}", title=lambda data: data["t"]))
    assert kinds.kind_of("a.b").url("x") == "/a/x"
    save(accounts[0].pk, "a.b", "x", {"t": "标题"})
    save(accounts[0].pk, "c.d", "x", {})
    assert [draft.kind for draft in mine(accounts[0].pk, ["a.b"])] == ["a.b"]
    assert len(mine(accounts[0].pk)) == 2


def test_the_page_of_drafts_names_each_and_leads_back_to_it(page, accounts, monkeypatch):
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register(kinds.Kind("a.b", "甲类", url=lambda key: f"/a/{key}", title=lambda data: data.get("t", "")))
    save(accounts[0].pk, "a.b", "x", {"t": "标题"})
    save(accounts[0].pk, "a.b", "y", {})
    shown = page.get(reverse("drafts:mine")).content.decode()
    assert "标题" in shown
    assert "未命名" in shown
    assert 'href="/a/x"' in shown
