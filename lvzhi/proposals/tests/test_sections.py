"""The sections of a text: which there are, what they are called, how long each may be, how characters are counted."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals.actions import entering
from lvzhi.proposals.letters import original
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.norms.sections import scheme
from lvzhi.proposals.tests.people import FORM, Town, builder
from lvzhi.proposals.tests.test_handling import set_norm
from lvzhi.proposals.tests.test_pages import page

MARCH = dt.date(2026, 3, 2)


def refused(town: Town, **text: Any) -> str:
    with pytest.raises(Refusal) as caught:
        town.submitted(**text)
    return str(caught.value)


def test_each_section_has_its_own_limits_and_the_refusal_names_it(town: Town) -> None:
    for key, value in (("analysis_least", 10), ("background_most", 12), ("recommendations_most", 15)):
        set_norm(town, f"proposals.{key}", value)
    said = refused(town, background="字" * 13, analysis="字" * 9, recommendations=["字" * 8, "字" * 8])
    assert "“背景情况”现有13字，超过12字" in said
    assert "“问题分析”现有9字，少于10字" in said
    assert "“具体建议”现有16字，超过15字" in said
    fits = town.submitted(background="字" * 12, analysis="字" * 10, recommendations=["字" * 8, "字" * 7])
    assert fits.state == "submitted"
    set_norm(town, "proposals.length_hard", False)
    assert town.submitted(background="字" * 13, analysis="字" * 10).state == "submitted", "too long is only said"
    assert "少于10字" in refused(town, analysis="字" * 9)


@pytest.mark.parametrize(
    ("punctuation", "blanks", "count"), [(True, False, 6), (True, True, 8), (False, False, 4), (False, True, 6)]
)
def test_how_characters_are_counted(town: Town, punctuation: bool, blanks: bool, count: int) -> None:
    set_norm(town, "proposals.count_punctuation", punctuation)
    set_norm(town, "proposals.count_blanks", blanks)
    assert scheme(town.here, MARCH).count("增设，\r\n食　 堂。") == count, "line breaks never count"


def test_sections_that_are_not_shown_are_not_asked_for_and_keep_what_was_written(town: Town) -> None:
    written = town.draft()
    set_norm(town, "proposals.sections_shown", ["background", "recommendations"])
    client = town.login(town.jia)
    fresh = page(client, "proposals:write")
    assert 'name="background"' in fresh
    assert 'name="analysis"' not in fresh
    assert 'name="survey"' not in fresh
    assert "背景情况、具体建议合计不超过 1500 字" in fresh
    assert 'name="analysis"' in page(client, "proposals:edit", written.uid), "what was written stays to be seen"
    sent = {key: value for key, value in FORM.items() if key not in {"analysis", "survey"}}
    from django.urls import reverse

    assert client.post(reverse("proposals:write"), sent | {"then": "submit"}).status_code == 302
    made = Proposal.objects.latest("pk")
    assert town.take(made, "submit", town.jia).state == "submitted"


def test_names_are_those_of_the_day_of_receipt(town: Town) -> None:
    with clock.at(MARCH):
        before = town.submitted()
    set_value(builder(), town.here, "proposals.analysis_name", "分析论证", starts=dt.date(2026, 4, 1), ground="测试")
    with clock.at(dt.date(2026, 4, 2)):
        after = town.submitted(title="关于另一处食堂的提案")
        client = town.login(town.jia)
        shown = {proposal.pk: page(client, "proposals:detail", proposal.uid) for proposal in (before, after)}
        paper = page(client, "proposals:paper", after.uid)
        form = page(client, "proposals:write")
    assert "问题分析" in shown[before.pk]
    assert "问题分析" not in shown[after.pk]
    assert "分析论证" in shown[after.pk]
    assert "分析论证" in paper
    assert "分析论证" in form
    assert "二、分析论证" in [getattr(block, "text", "") for block in original(after)]


def test_the_page_counts_as_the_hand_in_does(town: Town) -> None:
    set_norm(town, "proposals.analysis_most", 300)
    set_norm(town, "proposals.analysis_least", 20)
    set_norm(town, "proposals.count_punctuation", False)
    shown = page(town.login(town.jia), "proposals:write")
    assert 'data-limit="300"' in shown
    assert 'data-least="20"' in shown
    assert shown.count('data-count="blanks punctuation"') == 5, "four sections and all together"
    assert "至少 20 字，最多 300 字" in shown
    assert "标点、空格不计" in shown


def test_a_file_is_divided_by_the_committees_own_names() -> None:
    parts = entering.split_text("关于食堂的提案\n一、分析论证\n食堂少。\n二、建议\n增设。", {"analysis": "分析论证"})
    assert parts == {"title": "关于食堂的提案", "analysis": "食堂少。", "recommendations": "增设。"}
