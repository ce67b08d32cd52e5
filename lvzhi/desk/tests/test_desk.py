"""The desk as each role finds it, search, help, and the pages that say no."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.deadlines import clock
from lvzhi.desk import guides, navigation
from lvzhi.proposals.tests.people import TEXT, Town
from lvzhi.proposals.tests.test_pages import page
from lvzhi.workflow.todo import kinds, todo


@pytest.fixture(scope="module")
def built(keep: Any) -> Town:
    made: Town = keep(Town)
    return made


@pytest.fixture
def town(built: Town, own: Any) -> Town:
    copied: Town = own(built)
    return copied


def test_clerk_finds_what_waits_and_the_figures(town: Town) -> None:
    town.submitted()
    shown = page(town.login(town.ding), "desk:home")
    assert "待审查（1）" in shown
    assert TEXT["title"] in shown
    assert "收到提案" in shown
    assert "丁宁" in shown


def test_member_finds_the_own_proposals_and_an_invitation(town: Town) -> None:
    town.invited()
    shown = page(town.login(town.yi), "desk:home")
    assert "附议" in shown
    assert "写提案" in shown
    assert "联名征集" in page(town.login(town.jia), "desk:home")


def test_nothing_waits(town: Town) -> None:
    assert "现在没有待办事项" in page(town.login(town.bing), "desk:home")


def test_overdue_is_said(town: Town) -> None:
    with clock.at(dt.date(2026, 3, 2)):
        town.submitted()
    shown = page(town.login(town.ding), "desk:home")
    assert "已超期" in shown
    assert "其中超期 1 件" in shown


def test_many_of_a_kind_are_one_line_that_leads_to_all(town: Town) -> None:
    for number in range(5):
        town.submitted(title=f"关于第{number}处食堂的提案")
    client = town.login(town.ding)
    shown = page(client, "desk:home")
    assert "待审查（5）" in shown
    assert "关于第3处食堂的提案" not in shown.split("最近消息")[0]
    link = re.search(r'href="(/todo/[^"]+)"', shown)
    assert link is not None
    rows = client.get(link[1].replace("&amp;", "&")).content.decode()
    assert all(f"关于第{number}处食堂的提案" in rows for number in range(5))
    assert "已经没有待办事项" in page(town.login(town.jia), "desk:waiting", kind="proposals.proposal/submitted/file")


def test_what_others_wait_for_comes_before_what_is_long_overdue_and_nobody_waits_for(town: Town) -> None:
    with clock.at(dt.date(2026, 3, 2)):
        town.answered()  # a decision on publication falls due
        town.submitted(title="关于早餐点的提案")
    with clock.at(dt.date(2026, 5, 20)):
        town.filed(town.submitted(title="关于路灯的提案"))
        order = [(kind.rows[0].workflow.key, kind.rows[0].record.state) for kind in kinds(todo(town.actor(town.ding)))]
    assert order == [
        ("proposals.proposal", "submitted"), ("proposals.publication", "due"), ("proposals.proposal", "filed"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "offered", "hidden"),
    [
        ("jia", "我的提案", "承办提案"),
        ("wu", "承办提案", "提案库"),
        ("ding", "提案库", "我的提案"),
        ("xin", "重点提案", "承办单位"),
    ],
)  # fmt: skip
def test_navigation_by_role(town: Town, who: str, offered: str, hidden: str) -> None:
    labels = {item.label for item in navigation.items(town.actor(town.everyone[who]).roles, "/", {})}
    assert offered in labels
    assert hidden not in labels


def test_the_place_one_is_at_is_marked_once() -> None:
    marked = [item.label for item in navigation.items({"clerk"}, "/proposals/key/", {}) if item.active]
    assert marked == ["重点提案"]


def test_every_guide_opens(town: Town) -> None:
    client = town.login(town.jia)
    shelf = page(client, "desk:help")
    pages = [one for _, _, ones in guides.shelf() for one in ones]
    assert len(pages) >= 9
    for one in pages:
        assert one.title in shelf
        assert one.title in page(client, "desk:guide", one.group, one.slug)


def test_guides_never_carry_raw_markup(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "for-members"
    folder.mkdir()
    text = "# 题\n\n<script>alert(1)</script> [x](javascript:alert(1)) **重**"
    (folder / "evil.md").write_text(text, "utf-8")
    monkeypatch.setattr(guides, "DOCS", Path(str(tmp_path)))
    body = guides.guide("for-members", "evil").body
    assert "<script" not in body
    assert 'href="javascript' not in body
    assert "<strong>重</strong>" in body


@pytest.mark.parametrize("path", ["/help/for-members/nothing/", "/help/secrets/passwd/", "/nothing/"])
def test_missing_pages(town: Town, path: str) -> None:
    answer = town.login(town.jia).get(path)
    assert answer.status_code == 404
    assert "没有找到" in answer.content.decode()


def test_home_needs_login(client: object) -> None:
    from django.test import Client

    assert Client().get(reverse("desk:home")).status_code == 302


@pytest.mark.both_databases
@pytest.mark.parametrize("who", ["jia", "ding", "wu", "ji", "xin"])
def test_every_page_offered_opens(town: Town, who: str) -> None:
    town.filed()
    client = town.login(town.everyone[who])
    found = {
        item.url: client.get(item.url, follow=True).status_code
        for item in navigation.items(town.actor(town.everyone[who]).roles, "/", {})
    }
    assert not {url: status for url, status in found.items() if status != 200}


def test_a_figure_on_the_desk_leads_to_its_rows(town: Town) -> None:
    town.filed()
    client = town.login(town.ding)
    links = re.findall(r'href="(/figures/[^"]+)"', page(client, "desk:home"))
    assert len(links) >= 6
    for link in links:
        assert client.get(link.replace("&amp;", "&")).status_code == 200
