"""A text that speaks of rules finds the figure, and the kind of rule, that its words mean."""

from __future__ import annotations

import pytest

from lvzhi.reports.checking import check_text
from lvzhi.reports.tests.small import Small

SPOKEN = (
    ("修订完善常委会、主席会议工作规则和委员管理办法等2项工作规则制度。", "regulations.revised", None),
    ("修订完善议事工作规则1个。", "regulations.revised", "规则"),
    ("建立健全工作制度1个。", "regulations.issued", "工作制度"),
    ("制定管理办法3项。", "regulations.made", "办法"),
    ("全年废止制度2项。", "regulations.repealed", None),
)


@pytest.mark.parametrize(("words", "key", "label"), SPOKEN)
def test_rules_of_one_kind_and_of_any(small: Small, words: str, key: str, label: str | None) -> None:
    """规则制度 is rules of any kind, though the words for two kinds stand in it."""
    claim = check_text(words, small.scope, small.year).claims[0].as_json()
    found = claim["filter"]
    assert (claim["figure"], found["label"] if isinstance(found, dict) else None) == (key, label)
