"""Who asked for work in the background hears of its end."""

from __future__ import annotations

from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.jobs import actions, kinds
from lvzhi.jobs.kinds import Kind
from lvzhi.jobs.worker import Worker
from lvzhi.journal import events
from lvzhi.journal.lines import line
from lvzhi.journal.tests.sample import Person
from lvzhi.messages.models import Message

events.register({"jobs_sample.ground": "x"})


def test_the_person_is_told_when_it_is_ready_and_when_it_failed(db, monkeypatch):
    monkeypatch.setattr(kinds, "_kinds", {"good.one": Kind("good.one", "好", lambda work: "完成")})
    kinds.register(Kind("bad.one", "坏", lambda work: 1 // 0, tries=1))
    with line(Person(), "jobs_sample.ground"):
        place = Committee.objects.create(name="样例政协", code="sample", level="county", path="000001/")
        account = Account.objects.create(username="jia", name="甲", committee=place, password="x")
    worker = Worker(name="here:0:a")
    for kind in ("good.one", "bad.one"):
        actions.ask(actor_for(account), kind, {}, committee=place, title="台账")
        worker.once(beating=False)
    told = [one.sentence for one in Message.objects.filter(account=account).order_by("pk")]
    assert told[0] == "后台作业“台账”已完成，请查看结果"
    assert told[1].startswith("后台作业“台账”没有做成：处理时出错，试了1次")
    assert all(one.subject_url.startswith("/jobs/") for one in Message.objects.all())
