"""A committee, an account that is logged in, and kinds of job that do what a test needs."""

from __future__ import annotations

import pytest

from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.jobs import actions, kinds
from lvzhi.jobs.kinds import Kind
from lvzhi.journal import events, secrets
from lvzhi.journal.lines import line
from lvzhi.journal.tests.sample import Person

events.register({"jobs_sample.ground": "x"})


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.LVZHI_DATA = tmp_path
    secrets.forget_keys()
    return tmp_path


@pytest.fixture
def committee(db):
    with line(Person(), "jobs_sample.ground"):
        return Committee.objects.create(name="样例政协", code="sample", level="county", path="000001/")


def _account(username, name, committee):
    with line(Person(), "jobs_sample.ground"):
        return Account.objects.create(
            username=username, name=name, committee=committee, must_change_password=False, password="x"
        )


@pytest.fixture
def account(committee):
    return _account("jia", "甲", committee)


@pytest.fixture
def other(committee):
    return _account("yi", "乙", committee)


@pytest.fixture
def ask(account, committee, monkeypatch):
    """``ask(run, key=…)`` asks for a job that runs a function."""
    monkeypatch.setattr(kinds, "_kinds", dict(kinds._kinds))

    def asked(run, key="", tries=3, **facts):
        kinds.register(Kind("sample.work", "样例", run, tries=tries))
        return actions.ask(actor_for(account), "sample.work", facts, committee=committee, title="样例作业", key=key)

    return asked
