"""Rooms above hang their records on those of rooms below; the page shows them and offers to add another."""

from __future__ import annotations

import datetime as dt

import pytest
from django.template.loader import render_to_string

from lvzhi.committee.models import Committee
from lvzhi.journal import secrets
from lvzhi.journal.events import register as register_events
from lvzhi.journal.lines import line
from lvzhi.journal.tests.sample import Person
from lvzhi.links import beside
from lvzhi.links.beside import Beside, Line, Panel
from lvzhi.ui.marks import Tag

pytestmark = pytest.mark.django_db
register_events({"links_sample.ground": "x"})
FOUND = Line("路灯不亮", "/ledger/1/", Tag("办理中", "info"), dt.date(2022, 3, 1), "区住建局办理")


@pytest.fixture
def committee(settings, tmp_path, monkeypatch):
    settings.LVZHI_DATA = tmp_path
    secrets.forget_keys()
    monkeypatch.setattr(beside, "_BESIDE", {})
    with line(Person(), "links_sample.ground"):
        return Committee.objects.create(name="甲", code="1", level="county", path="000001/")


def hang(*panels: Panel, kind: str = "committee.committee") -> None:
    beside.register(Beside(f"sample.{len(beside.registered())}", frozenset({kind}), lambda actor, record: panels))


def shown(committee: Committee) -> str:
    return render_to_string("links/_beside.html", {"panels": beside.panels(Person(), committee)})


def test_what_hangs_on_a_record_is_listed_with_state_day_and_address(committee):
    hang(Panel("问题", "flag", [FOUND], add="/ledger/new/", add_words="登记问题"))
    page = shown(committee)
    for part in ("问题", '<a href="/ledger/1/">路灯不亮</a>', "办理中", "2022年3月1日", "区住建局办理", "登记问题"):
        assert part in page
    assert "无权查看" not in page


def test_what_may_not_be_read_is_counted_only(committee):
    hang(Panel("问题", "flag", [FOUND], hidden=2, url="/ledger/", more=7))
    page = shown(committee)
    assert "另有2条您无权查看" in page
    assert "另有7条" in page
    assert "<button" not in page


def test_a_card_with_nothing_to_see_or_do_is_left_out(committee):
    hang(Panel("问题", "flag"), Panel("意见建议", "idea", add="/new/", add_words="登记意见建议"))
    assert [panel.title for panel in beside.panels(Person(), committee)] == ["意见建议"]
    assert "还没有登记" in shown(committee)


def test_only_records_of_the_kind_said_carry_it(committee):
    hang(Panel("问题", "flag", [FOUND]), kind="committee.organ")
    assert beside.panels(Person(), committee) == []


def test_what_hangs_on_any_record_needs_no_kinds(committee):
    beside.register(Beside("sample.any", frozenset(), lambda actor, record: [Panel("文书", "file", [FOUND])]))
    hang(Panel("别处", "flag", [FOUND]), kind="committee.organ")
    assert [panel.title for panel in beside.panels(Person(), committee)] == ["文书"]
