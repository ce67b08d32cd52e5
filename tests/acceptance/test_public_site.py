"""The public site of the demonstration, read whole as anybody: nothing personal or unpublished, no broken link."""

from __future__ import annotations

import json

from tests.demo_site import Installation


def test_nothing_on_it_is_anybodys_private_business(demo: Installation) -> None:
    found = json.loads(demo.started_anew("from tests.acceptance.reading_the_public_site import main; main()"))
    assert found["faults"] == []
    assert found["leaks"] == []
    assert found["planted"] == 2  # a number and a text put there on purpose are noticed
    assert (found["public"], found["titles"]) == (True, [True])
    assert found["large"] > 10
    assert found["pages"] > 100
    assert found["numbers"] > 500
    assert found["texts"] > 200
    assert {"text/html", "text/csv", "application/json", "application/atom+xml", "application/xml"} <= set(
        found["kinds"]
    )
