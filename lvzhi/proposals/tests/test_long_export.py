"""A list that takes long to write is made by a worker, with the rights of whoever asked."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from lvzhi.jobs.worker import Worker
from lvzhi.journal.models import Entry
from lvzhi.proposals.tests.people import Town


def test_a_long_sheet_is_made_by_a_worker_with_the_same_rights(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lvzhi.proposals.views.lists.ROWS_A_SECOND", 0.1)
    town.filed()
    client = town.login(town.ding)
    handed = client.get(reverse("proposals:export", args=["xlsx"]), {"state": "filed"})
    assert handed.status_code == 302
    again = client.get(reverse("proposals:export", args=["xlsx"]), {"state": "filed"})
    assert again["Location"] == handed["Location"]
    assert Worker(name="here:0:a").once(beating=False)
    page = client.get(handed["Location"]).content.decode()
    assert "已完成" in page
    address = re.search(r'href="(/files/[^"]+)"', page)
    assert address is not None
    data = b"".join(client.get(address[1]).streaming_content)
    assert data[:2] == b"PK"
    assert Entry.objects.filter(event="proposals.exported", via="job").count() == 1
