"""Lines of a file: what stands in the cells, one query for all, and a saying asked once for equal values."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.accounts.actors import system_actor
from lvzhi.committee import actions
from lvzhi.committee.models import Committee
from lvzhi.ui.lines import Cell, lines, plain

pytestmark = pytest.mark.django_db


def test_cells_are_read_as_bare_values_in_one_query() -> None:
    builder = system_actor("test")
    for number, level in enumerate(("county", "county", "city")):
        actions.create(builder, name=f"第{number}政协", code=f"X{number}", level=level)
    asked: list[Any] = []

    def called(level: str) -> str:
        asked.append(level)
        return f"〔{level}〕"

    cells = [plain("code"), Cell(("level",), called), Cell(("name", "code"), lambda name, code: f"{name}{code}")]
    with CaptureQueriesContext(connection) as queries:
        found = list(lines(Committee.objects.filter(code__startswith="X").order_by("code"), cells))
    assert found == [
        ["X0", "〔county〕", "第0政协X0"],
        ["X1", "〔county〕", "第1政协X1"],
        ["X2", "〔city〕", "第2政协X2"],
    ]
    assert asked == ["county", "city"]
    assert len([one for one in queries if "SELECT" in one["sql"]]) <= 1  # a cursor of the server's is not listed
