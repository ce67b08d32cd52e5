"""A job is done once, by whoever has it in hand, as the person who asked; what comes of it is that person's alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from lvzhi.access import Missing, Refusal
from lvzhi.accounts.actions import appoint
from lvzhi.accounts.actors import actor_for, system_actor
from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.files import store
from lvzhi.files.queries import of as files_of
from lvzhi.jobs import actions, running
from lvzhi.jobs.kinds import Made
from lvzhi.jobs.models import Job
from lvzhi.jobs.vocabulary import SUBJECT
from lvzhi.jobs.worker import STILL, Watch, Worker
from lvzhi.journal.models import Entry
from lvzhi.journal.verify import verify


def made(work):
    return Made("结果.csv", "csv", [b"a,b\n", b"1,2\n"])


def once(name="here:0:a"):
    return Worker(name=name).once(beating=False)


def test_a_job_is_done_and_its_file_fetched_by_the_person_alone(ask, account, other, client):
    job = ask(made)
    client.force_login(account)
    assert "等待处理" in client.get(reverse("jobs:mine")).content.decode()
    assert once() is True
    assert once() is False
    page = client.get(job.get_absolute_url()).content.decode()
    (file,) = files_of(SUBJECT, job.uid)
    assert "已完成" in page
    assert file.url in page
    assert b"".join(client.get(file.url).streaming_content) == b"a,b\n1,2\n"
    client.force_login(other)
    assert client.get(job.get_absolute_url()).status_code == 404
    assert client.get(reverse("jobs:progress", args=[job.uid])).status_code == 404
    assert client.post(reverse("jobs:stop", args=[job.uid])).status_code == 404
    assert client.get(file.url).status_code == 404
    events = list(Entry.objects.filter(event__startswith="jobs.").order_by("seq").values_list("event", flat=True))
    assert events == ["jobs.asked", "jobs.ready"]
    assert Entry.objects.filter(event="files.read", account_id=account.pk).count() == 1
    assert verify(outside=False) == []


def test_it_is_there_if_and_only_if_what_asked_for_it_is(ask):
    class Undone(Exception):
        pass

    def asks_and_falls():
        ask(made)
        raise Undone

    with pytest.raises(Undone):
        transaction.atomic(asks_and_falls)()
    assert not Job.objects.exists()


def test_asked_twice_it_is_one_and_open_ones_are_bounded(ask):
    first = ask(made, key="the same")
    assert ask(made, key="the same").pk == first.pk
    for _ in range(4):
        ask(made)
    with pytest.raises(Refusal, match="上限5项"):
        ask(made)
    once()
    again = ask(made, key="the same")
    assert again.pk != first.pk


def test_it_acts_with_the_rights_of_when_it_runs(ask, account):
    today, seen = clock.today(), []
    appoint(system_actor("x"), account, Role.CLERK, account.committee, starts=today, ends=today)
    for _ in range(2):
        ask(lambda work: seen.append((work.actor.account_id, work.actor.via, work.actor.has(Role.CLERK))))
    once()
    with clock.at(today + timedelta(days=2)):
        once()
    assert seen == [(account.pk, "job", True), (account.pk, "job", False)]


def test_a_refusal_is_its_end_and_is_said(ask):
    def refused(work):
        raise Missing("jobs.no_page")

    job = ask(refused)
    once()
    job.refresh_from_db()
    assert (job.outcome, job.tries) == ("failed", 1)
    assert job.said == "这项作业要做的页面已经不在，请从原来的页面重新提交。"


def test_what_falls_over_is_tried_again_later_and_then_given_up(ask, monkeypatch):
    monkeypatch.setattr(actions, "PAUSE", timedelta(0))

    def falls(work):
        raise ZeroDivisionError

    job = ask(falls, tries=2)
    once()
    job.refresh_from_db()
    assert job.is_open
    assert job.doing == "上次没有做完，将自动再试"
    once()
    job.refresh_from_db()
    assert (job.outcome, job.tries) == ("failed", 2)
    assert "试了2次" in job.said
    assert "ZeroDivisionError" not in job.said


def test_a_worker_that_is_gone_gives_its_job_to_the_next(ask, monkeypatch):
    job = ask(made)
    assert actions.take("elsewhere:1:dead", clock.now()).pk == job.pk
    now = [0.0]
    watch = Watch("here:0:a", stopwatch=lambda: now[0])
    assert watch.reap() == 0
    now[0] = STILL - 1
    assert watch.reap() == 0
    actions.beat(job, "elsewhere:1:dead")  # it lives after all
    now[0] = STILL + 1
    assert watch.reap() == 0
    now[0] = 2 * STILL + 1
    assert watch.reap() == 1
    assert once() is True
    job.refresh_from_db()
    assert (job.outcome, job.tries) == ("ready", 2)
    with pytest.raises(actions.Lost):
        actions.finish(job, "elsewhere:1:dead", system_actor("x"), running.Outcome.READY)
    assert len(files_of(SUBJECT, job.uid)) == 1


def test_a_worker_that_comes_back_too_late_leaves_nothing(ask, data_folder):
    first = "elsewhere:1:slow"

    def slow(work):
        if work.worker == first:
            actions.give_back(work.job.pk, first, system_actor("x"))  # as another does that saw no beat
            with pytest.raises(actions.Lost), work.writing():
                raise AssertionError("came through")
        return made(work)

    job = ask(slow)
    once(first)
    job.refresh_from_db()
    assert job.is_open
    assert files_of(SUBJECT, job.uid) == []
    assert list((data_folder / "files" / "arriving").glob("*")) == []
    once("here:0:b")
    job.refresh_from_db()
    assert job.outcome == "ready"
    assert Entry.objects.filter(event="jobs.ready").count() == 1


def test_a_job_is_stopped_waiting_or_running(ask, account, client):
    client.force_login(account)
    waiting = ask(made)
    client.post(reverse("jobs:stop", args=[waiting.uid]))
    waiting.refresh_from_db()
    assert waiting.outcome == "stopped"
    assert once() is False

    def goes_on(work):
        actions.stop(actor_for(account), work.job.uid)
        work.tell("making", 1, 1)
        raise AssertionError("went on")

    job = ask(goes_on)
    once()
    job.refresh_from_db()
    assert job.outcome == "stopped"
    assert client.post(reverse("jobs:stop", args=[job.uid])).status_code == 409


def test_progress_is_seen_while_it_goes_on(ask, account, client):
    client.force_login(account)
    seen = []

    def counts(work):
        work.tell("making", 3, 4)
        work._said = 0
        seen.append(client.get(reverse("jobs:progress", args=[work.job.uid])).content.decode())

    ask(counts)
    once()
    assert "3 / 4" in seen[0]
    assert "生成文件" in seen[0]
    assert 'hx-trigger="every 2s"' in seen[0]


def test_the_file_goes_after_the_days_of_the_norm(ask):
    job = ask(made)
    once()
    (file,) = files_of(SUBJECT, job.uid)
    assert actions.expire(system_actor("x")) == 0
    with clock.at(clock.now() + timedelta(days=8)), transaction.atomic():
        assert actions.expire(system_actor("x")) == 1
        assert actions.expire(system_actor("x")) == 0
    job.refresh_from_db()
    assert job.gone_at is not None
    assert files_of(SUBJECT, job.uid) == []


def test_its_bytes_go_when_the_transaction_ends(ask, django_capture_on_commit_callbacks):
    job = ask(made)
    once()
    (file,) = files_of(SUBJECT, job.uid)
    path = store.path_of(file.digest)
    assert path.exists()
    with clock.at(clock.now() + timedelta(days=8)), django_capture_on_commit_callbacks(execute=True):
        actions.expire(system_actor("x"))
    assert not path.exists()


def test_the_list_asks_as_often_for_fifty_as_for_five(ask, account, client, django_assert_max_num_queries):
    def listed(count):
        now = clock.now()
        Job.objects.bulk_create(
            Job(kind="x", title=f"{n}", committee_id=account.committee_id, account=account, asked_at=now)
            for n in range(count)
        )
        with django_assert_max_num_queries(10) as asked:
            client.get(reverse("jobs:mine"))
        return len(asked)

    client.force_login(account)
    client.get(reverse("jobs:mine"))
    assert listed(5) == listed(45)
