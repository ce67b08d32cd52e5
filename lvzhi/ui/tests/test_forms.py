"""Fields of our own: people are picked with and without scripting, files come as a list."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from lvzhi.ui.samples import SampleForm


def sent(query: str, **files: Any) -> SampleForm:
    base = QueryDict("title=a&category=e&kind=one&body=b&" + query)
    return SampleForm(base, MultiValueDict({name: list(items) for name, items in files.items()}))


def test_picked_people_come_as_keys_once_each_and_strangers_do_not() -> None:
    form = sent("people=1&people=2&people=1&people=99")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["people"] == ["1", "2"]


def test_typed_names_are_found_without_scripting() -> None:
    form = sent("people=1&people__typed=欧阳承、陈一苇")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["people"] == ["1", "4", "5"]


@pytest.mark.parametrize(("typed", "told"), [("王小二", "没有找到“王小二”"), ("周若", "对应多人（周若溪、周若水）")])
def test_a_name_of_nobody_or_of_several_is_told(typed: str, told: str) -> None:
    form = sent(f"people__typed={typed}")
    assert not form.is_valid()
    assert told in form.errors["people"][0]
    html = str(form["people"])
    assert typed in html, "what was typed stays"
    assert ("周若水" in html) == (typed == "周若"), "several are offered to choose from"


def test_two_visitors_do_not_share_what_they_typed() -> None:
    sent("people__typed=周若").is_valid()
    assert "周若" not in str(SampleForm()["people"])


def test_files_come_as_a_list_and_too_many_are_refused() -> None:
    def files(count: int) -> list[SimpleUploadedFile]:
        return [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(count)]

    form = sent("", attachments=files(2))
    assert form.is_valid(), form.errors
    assert [file.name for file in form.cleaned_data["attachments"]] == ["0.txt", "1.txt"]
    assert sent("").is_valid()
    many = sent("", attachments=files(6))
    assert "最多可上传 5 个文件，这次选了 6 个。" in many.errors["attachments"]


def test_a_long_text_is_refused_on_sending_but_never_cut_by_the_browser() -> None:
    html = str(SampleForm()["body"])
    assert "maxlength" not in html
    assert 'data-limit="800"' in html
