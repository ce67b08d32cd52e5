"""Help: every page has its own, every link inside works, every post its page, words are explained, search finds it."""

from __future__ import annotations

import posixpath
import re
from typing import Any

import pytest
from django.template import Context, Template
from django.urls import get_resolver, resolve
from django.urls.exceptions import Resolver404

from lvzhi.accounts.tests.house import House, login
from lvzhi.accounts.vocabulary import Role
from lvzhi.desk import glossary, guides, helping
from lvzhi.desk.vocabulary import GUIDES
from lvzhi.desk.vocabulary.glossary import WORDS

HREF = re.compile(r'href="([^"]+)"')
PAGES = [page for _, _, several in guides.shelf() for page in several]


def views(patterns: Any = None, space: str = "") -> list[str]:
    """Names of all addresses."""
    found = []
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if hasattr(one, "url_patterns"):
            found += views(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space)
        elif one.name:
            found.append(space + one.name)
    return found


@pytest.fixture(scope="module")
def built(keep: Any) -> House:
    made: House = keep(House)
    return made


@pytest.fixture
def house(built: House, own: Any) -> House:
    copied: House = own(built)
    return copied


def test_every_page_has_help_for_every_reader_and_it_is_there() -> None:
    for view in views():
        for role in [*Role.values, ""]:
            match = resolve(helping.page_for(view, [role] if role else []))
            assert guides.guide(**match.kwargs).body, (view, role)


def test_no_help_is_meant_for_a_page_that_is_not_there() -> None:
    known = set(views())
    rooms = {name.partition(":")[0] for name in known}
    assert [one for one in helping.TASKS if one not in known and one not in rooms] == []
    assert set(WORDS) <= rooms


def test_a_reader_gets_the_help_of_what_he_is() -> None:
    asked = {"member": "members/3-progress", "unit_officer": "units/2-replying", "leader": "leaders/1-key-proposals"}
    for role, page in asked.items():
        assert helping.page_for("proposals:detail", [role]) == f"/help/for-{page}/"
    assert helping.page_for("proposals:detail", ["clerk", "member"]) == "/help/for-secretariat/1-examining/"
    assert helping.page_for("accounts:keepers", ["audit_admin"]) == "/help/for-roles/audit-admin/"


def test_every_post_has_its_page() -> None:
    slugs = {page.slug for page in PAGES if page.group == "for-roles"}
    assert slugs == {role.replace("_", "-") for role in Role.values}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.group}/{page.slug}")
def test_every_link_inside_leads_to_a_page(page: guides.Guide) -> None:
    here = f"/help/{page.group}/{page.slug}/"
    for link in HREF.findall(page.body):
        if "://" in link or link.startswith("#"):
            continue
        at = posixpath.normpath(posixpath.join(here, link.partition("#")[0])) + "/"
        try:
            match = resolve(at)
        except Resolver404:
            pytest.fail(f"{here}: {link} leads nowhere")
        assert guides.guide(**match.kwargs)


def test_every_shelf_is_filled() -> None:
    assert {page.group for page in PAGES} == set(GUIDES)


def test_the_foot_of_a_page_leads_to_its_help_and_to_a_wish_about_it(house: House) -> None:
    browser = login(house.member)
    page = browser.get("/inbox/").content.decode()
    (address,) = re.findall(r'<a href="(/help/[^"]+)">(?:(?!</a>).)*本页帮助', page)
    assert address == "/help/for-members/9-messages/"
    assert browser.get(address).status_code == 200
    (wish,) = re.findall(r'<a href="(/wishes/new/[^"]+)">', page)
    form = browser.get(wish.replace("&amp;", "&")).content.decode()
    assert 'value="/inbox/"' in form
    assert 'name="page_name" value="消息"' in form


def test_words_stand_where_they_are_used(house: House) -> None:
    browser = login(house.clerk)
    page = browser.get("/proposals/").content.decode()
    assert "本页用语" in page
    assert "仍然单独得到答复" in page
    assert "本页用语" not in browser.get("/inbox/").content.decode()
    every = browser.get("/help/words/").content.decode()
    assert all(word in every for word in glossary.every())


def test_help_is_found(house: House) -> None:
    browser = login(house.member)
    shelf = browser.get("/help/", {"q": "附议 邀请"})
    assert "联名附议" in [page.title for page in shelf.context["found"]]
    assert "委员" in [page.title for page in shelf.context["mine"]]
    assert "没有找到" in browser.get("/help/", {"q": "量子"}).content.decode()
    assert "帮助：联名附议" in browser.get("/search/", {"q": "附议"}).content.decode()


def test_a_word_opens_to_what_it_means_without_scripting(house: House) -> None:
    opened = Template('{% load ui %}{% word "办复率" %}').render(Context())
    (key,) = re.findall(r'popovertarget="([^"]+)"', opened)
    assert f'id="{key}" popover' in opened
    assert "答复了不等于解决了" in opened
    unknown = Template("{% load ui %}{% word it %}").render(Context({"it": "<b>"}))
    assert unknown == "&lt;b&gt;", "a word nobody explained"
