"""Values of a line as the auditor reads them: words, days, names — never the codes they are kept as."""

from __future__ import annotations

import pytest

from lvzhi.journal import labels, views
from lvzhi.journal.lines import line
from lvzhi.journal.models import Entry
from lvzhi.journal.tests.sample import Folder, Note

pytestmark = pytest.mark.django_db


def test_days_and_moments_are_written_as_people_write_them():
    assert labels.shown(Note, "day", "2022-03-01") == "2022年3月1日"
    assert labels.shown(Note, "at", "2022-03-01T01:02:03.000000+00:00") == "2022年3月1日 09:02"
    assert labels.shown(Note, "day", "not a day") == "not a day"


def test_a_record_is_called_by_its_name_as_long_as_it_is_there(actor):
    with line(actor, "sample.write", title="夹"):
        folder = Folder.objects.create(name="卷宗")
    assert labels.shown(Note, "folder", folder.pk) == "卷宗"
    assert labels.shown(Note, "folder", folder.pk + 1) == str(folder.pk + 1)


def test_a_registered_word_stands_for_its_value(monkeypatch):
    monkeypatch.setattr(labels, "_labels", {})
    labels.register(Note, "title", {"filed": "已立案"})
    assert labels.shown(Note, "title", "filed") == "已立案"
    assert labels.shown(Note, "title", "other") == "other"
    assert labels.shown(Note, "title", "") == "（空）"


def test_the_door_is_named_in_chinese():
    assert views._from(Entry(via="web", address="10.0.0.1")) == "网页 10.0.0.1"
