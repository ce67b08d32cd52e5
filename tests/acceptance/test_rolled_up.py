"""A province's figures with all below it are those of its committees together, each record once (the demonstration).

Items of public opinion travel: each committee has a record of its own of one and the same item, so that the union of
records is more than the items. That each counts once over the tree is held by that room's own tests.
"""

from __future__ import annotations

import json

import pytest

from tests.demo_site import Installation

SCRIPT = """
import json
from lvzhi.committee.models import Committee
from lvzhi.metrics import registry
from lvzhi.metrics.periods import year
from tests.rolled import Tree
tree = Tree(Committee.objects.get(code={code!r}), year({year}))
wrong = tree.differing([one for one in registry.figures() if one.room != "opinions"])
print(json.dumps({{"wrong": wrong, "compared": tree.compared, "parts": len(tree.parts), "shared": tree.shared}}))
"""
TREES = [("GZ", 2022), ("GZ", 2023), ("GZ-GY", 2022), ("SN", 2023)]


@pytest.mark.parametrize(("code", "year"), TREES)
def test_the_whole_is_the_union_of_its_parts(demo: Installation, code: str, year: int) -> None:
    found = json.loads(demo.python(SCRIPT.format(code=code, year=year)))
    assert found["wrong"] == []
    assert found["compared"] > 250
    assert found["parts"] > 1
    if code == "GZ":
        assert found["shared"] > 0  # it can fail: some records count for several committees
