"""Whatever a person takes away bears who, when and from which committee; a page that is only looked at does not."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.config.marking import MarkMiddleware
from lvzhi.deadlines import clock
from lvzhi.exchange import Column, mark
from lvzhi.exchange.sheets import write_xlsx

AT = dt.datetime(2026, 4, 8, 10, 0, tzinfo=clock.ZONE)
SAID = "海州区政协 甲文（jia）2026-04-08 10:00 导出"


def asked(answer: HttpResponse, *, by: bool = True) -> tuple[HttpResponse, str]:
    """What came back, and the mark under which it was made."""
    request = RequestFactory().get("/")
    here = Committee(name="海州区政协", short_name="海州区政协")
    request.user = Account(username="jia", name="甲文", committee=here) if by else AnonymousUser()
    said = []

    def view(asking: HttpRequest) -> HttpResponse:
        said.append(mark.current())
        return answer

    with clock.at(AT):
        return MarkMiddleware(view)(request), said[0]  # type: ignore[return-value]  # reason: the view gives this kind


def sent(content: str, disposition: str) -> HttpResponse:
    return HttpResponse(b"x", content_type=content, headers={"Content-Disposition": disposition} if disposition else {})


def test_files_made_meanwhile_name_whoever_is_logged_in() -> None:
    assert asked(sent("text/html", ""))[1].startswith(SAID)
    assert asked(sent("text/html", ""), by=False)[1] == ""
    assert mark.current() == ""  # and nobody afterwards


@pytest.mark.parametrize(
    "given", ['attachment; filename="list.csv"', "attachment; filename*=utf-8''%E5%90%8D%E5%8D%95.csv"]
)
def test_a_csv_bears_it_in_its_name(given: str) -> None:
    told = unquote(asked(sent("text/csv; charset=utf-8", given))[0].headers["Content-Disposition"])
    assert told.startswith("attachment")
    assert told.endswith("（甲文20260408）.csv")


@pytest.mark.parametrize(
    ("content", "given"),
    [("application/zip", 'attachment; filename="all.zip"'), ("text/csv", 'inline; filename="a.csv"')],
)
def test_other_names_stay(content: str, given: str) -> None:
    assert asked(sent(content, given))[0].headers["Content-Disposition"] == given


def test_a_csv_for_nobody_keeps_its_name() -> None:
    given = 'attachment; filename="template.csv"'
    assert asked(sent("text/csv", given), by=False)[0].headers["Content-Disposition"] == given


def test_a_sheet_made_by_a_view_bears_it_inside() -> None:
    book = io.BytesIO()

    def view(asking: HttpRequest) -> HttpResponse:
        write_xlsx(book, "名单", (Column("name", "姓名"),), [["甲"]])
        return HttpResponse(book.getvalue())

    request = RequestFactory().get("/")
    request.user = Account(username="jia", name="甲文")
    with clock.at(AT):
        MarkMiddleware(view)(request)
    with zipfile.ZipFile(book) as package:
        assert "甲文（jia）2026-04-08 10:00 导出" in package.read("xl/worksheets/sheet1.xml").decode()
