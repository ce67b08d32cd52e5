from __future__ import annotations

from collections.abc import Iterator

import pytest

from lvzhi.committee.tests import conftest as below
from lvzhi.norms import Norm, declare
from lvzhi.norms import codes as tables
from lvzhi.norms.declare import forget

city, county, province, system = below.city, below.county, below.province, below.system


@pytest.fixture
def limit() -> Iterator[Norm]:
    yield declare("sample.limit", "字数上限", kind="int", unit="字", default=50, least=10, most=200, rule="R1.12")
    forget("sample.limit")


@pytest.fixture
def classes() -> Iterator[tables.CodeSet]:
    yield tables.declare(
        "sample.class",
        "结果类别",
        [tables.row("a", "已解决", scale="solved"), tables.row("b", "正在解决", scale="running"), ("c", "留作参考")],
        extra=[("scale", "通用等级")],
        editors=("system_admin", "clerk"),
    )
    tables.forget("sample.class")
