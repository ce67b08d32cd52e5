"""Whole pages: the gallery, the type size without scripting, the error pages, a strict content policy."""

from __future__ import annotations

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from lvzhi.ui import samples
from lvzhi.ui.forms import FormRenderer
from lvzhi.ui.views import PLAIN, size


def page(**cookies: str) -> str:
    request: HttpRequest = RequestFactory().get("/ui/gallery/")
    request.COOKIES.update(cookies)
    given = {**samples.context({}), "form": samples.SampleForm(renderer=FormRenderer()), "request": request}
    return render_to_string("ui/gallery.html", given)


def test_the_page_names_the_system_unclassified_and_the_data_invented() -> None:
    html = page()
    assert "非涉密系统，严禁处理涉密信息" in html
    assert "演示数据" in html
    assert 'href="#content"' in html
    assert 'aria-current="page"' in html
    assert "includeIndicatorStyles&quot;:false" in html or '"includeIndicatorStyles":false' in html


def test_large_type_comes_from_the_cookie_alone() -> None:
    assert 'data-size="large"' in page(lz_size="large")
    assert 'data-size="large"' not in page(lz_size='"><script>')
    assert 'data-size="large"' not in page()


@pytest.mark.parametrize(
    ("back", "goes"), [("/proposals/?q=1", "/proposals/?q=1"), ("https://evil.example/", "/"), ("//evil.example", "/")]
)
def test_the_size_switch_keeps_a_cookie_and_never_leads_away(back: str, goes: str) -> None:
    response = size(RequestFactory().post("/ui/size/", {"size": "large", "next": back}))
    assert response.status_code == 302
    assert response["Location"] == goes
    assert response.cookies["lz_size"].value == "large"


def test_an_unknown_size_changes_nothing() -> None:
    assert "lz_size" not in size(RequestFactory().post("/ui/size/", {"size": "huge"})).cookies


@pytest.mark.parametrize("name", PLAIN)
def test_error_pages_stand_without_any_context_and_say_what_to_do(name: str) -> None:
    html = render_to_string(f"{name}.html")
    assert html.count("<h1>") == 1
    assert "接下来可以" in html
    assert "返回首页" in html


def test_a_refusal_gives_its_own_sentence() -> None:
    assert "王主任已于 14:03 审查此件" in render_to_string("409.html", {"sentence": "王主任已于 14:03 审查此件。"})


@pytest.mark.filterwarnings("ignore:No directory at")  # nothing is collected for tests
@pytest.mark.django_db
def test_the_gallery_answers_without_a_login() -> None:
    response = Client().get("/ui/gallery/people/", {"people__typed": "周"})
    assert response.status_code == 200
    assert "周若溪" in response.content.decode()
