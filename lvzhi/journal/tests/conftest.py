"""Tables of the sample models, a data folder of its own for each test, and an actor."""

from __future__ import annotations

import pytest
from django.db import connection

from lvzhi.journal import events, secrets
from lvzhi.journal.tests import sample

events.register(
    {
        "sample.write": "写便条《{title}》",
        "sample.outer": "外层",
        "sample.inner": "内层",
        "sample.look": "查看",
    }
)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        for model in sample.MODELS:
            editor.create_model(model)


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.LVZHI_DATA = tmp_path
    secrets.forget_keys()
    return tmp_path


@pytest.fixture
def actor():
    return sample.Person()


@pytest.fixture
def seals_hold():
    """Compare the last seal of every sample record with its row."""
    from lvzhi.journal.verify import verify

    def check():
        findings = [finding for finding in verify(models=sample.MODELS) if finding.code != "witness_missing"]
        assert findings == []

    return check
