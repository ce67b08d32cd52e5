"""Components say what they are told, escape it, and pass unknown attributes on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.template.loader import get_template

from lvzhi.ui import marks
from lvzhi.ui.samples import SampleForm, context
from lvzhi.ui.tests.shown import show

TEMPLATES = Path(__file__).parent.parent / "templates"


@pytest.mark.parametrize("path", sorted((TEMPLATES / "cotton").glob("*.html")), ids=lambda path: path.stem)
def test_every_component_compiles_and_says_its_attributes(path: Path) -> None:
    get_template(f"cotton/{path.name}")
    text = path.read_text("utf-8")
    assert text.startswith("{% comment %}"), "the attributes are described at the top"
    for name in re.findall(r"[ :]([a-z_]+)=", re.findall(r"<c-vars(.*?)/>", text)[0] if "<c-vars" in text else ""):
        described = text.split("{% endcomment %}")[0]
        assert name in described or name == "id", f"{path.stem}: attribute {name} is not described"


def test_no_template_has_inline_script_or_style() -> None:
    for path in TEMPLATES.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", text), path.name


def test_an_attribute_that_a_component_does_not_know_goes_to_its_element() -> None:
    html = show('<c-button data-x="7" aria-describedby="why">好</c-button>')
    assert 'data-x="7"' in html
    assert 'aria-describedby="why"' in html


def test_a_component_takes_nothing_from_the_page_around_it_by_accident() -> None:
    html = show("<c-card><p>文</p></c-card><c-notice>告</c-notice>", title="外面的标题", tone="bad")
    assert "外面" not in html
    assert 'data-tone="info"' in html


def test_values_are_escaped() -> None:
    evil = "<b onclick=x>"
    html = show(
        '<c-card :title="t"><c-tag :text="t" /><c-person :name="t" sub="{{ t }}" /></c-card>'
        '<c-facts :items="items" /><c-figure :value="t" :name="t" />',
        t=evil,
        items=[(evil, evil)],
    )
    assert "<b " not in html


def test_a_tag_is_words_and_a_sign_whatever_its_tone() -> None:
    for tone in marks.TONES:
        html = show('<c-tag text="已立案" :tone="tone" />', tone=tone)
        assert f"#i-{tone}" in html
        assert "已立案" in html
    assert 'data-tone="neutral"' in show('<c-tag text="甲" tone="purple" />')


def test_every_listed_icon_can_be_drawn_and_others_are_refused() -> None:
    for name in json.loads((TEMPLATES.parent / "icons.json").read_text("utf-8")):
        assert f"#i-{name}" in marks.icon(name)
    with pytest.raises(marks.UnknownIconError):
        marks.icon("no-such-sign")


def test_a_figure_shows_its_parts_and_leads_to_its_rows() -> None:
    html = show('<c-figure :value="0.9756" share :part="160" :whole="164" name="立案率" href="/rows" meaning="/m" />')
    assert "97.6%" in html
    assert "160 ÷ 164" in html
    assert 'href="/rows"' in html
    assert 'href="/m"' in html
    assert "报告时" not in html
    assert "÷" not in show('<c-figure :value="3" name="件数" />')


def test_steps_say_their_state_in_words() -> None:
    html = show('<c-steps :steps="steps" />', **context({}))
    assert html.count("已完成") == 3
    assert html.count('aria-current="step"') == 1
    assert html.count("未开始") == 2


def test_a_form_shows_its_errors_at_the_top_and_at_the_field_and_keeps_what_was_written() -> None:
    form = SampleForm({"title": "字" * 50, "kind": "many", "body": "正文"})
    html = show('<c-form :form="form" submit="提交" autosave="/draft" cancel="/back" />', form=form, csrf_token="t")
    assert html.count("data-summary") == 1
    assert 'href="#id_title"' in html
    assert 'id="id_title_error"' in html
    assert re.search(r'id="id_title"[^>]*aria-invalid="true"', html) or re.search(
        r'aria-invalid="true"[^>]*id="id_title"', html
    )
    assert "字" * 50 in html
    assert "正文" in html
    assert 'name="once"' in html
    assert 'data-autosave-url="/draft"' in html


def test_two_forms_carry_two_keys() -> None:
    keys = {re.findall(r'name="once" value="([^"]+)"', show("{% once %}"))[0] for _ in range(5)}
    assert len(keys) == 5
