"""Following a proposal by e-mail: off until opened, confirmed by a link, told once by day, gone without a trace."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.accounts.actors import system_actor
from lvzhi.deadlines import clock
from lvzhi.jobs.models import Job
from lvzhi.jobs.worker import Worker
from lvzhi.journal.models import Entry
from lvzhi.messages import channels
from lvzhi.messages.channels import Letter, NotSent
from lvzhi.portal import letters
from lvzhi.portal.models import Follower
from lvzhi.portal.tests.site import Site, get, statements, text
from lvzhi.portal.vocabulary import Following

A, B = "wang@example.test", "li@example.test"
DAY = dt.date(2026, 9, 10)  # a Thursday
LINK = re.compile(r"http://testserver(/open/HZ/(?:un)?follow/\S+)")


class Post:
    """A back end that keeps letters, or does as told."""

    mood: BaseException | None = None
    kept: list[tuple[str, Letter]] = []

    def send(self, address: str, letter: Letter) -> None:
        """Take it, or fail."""
        if self.mood is not None:
            raise self.mood
        self.kept.append((address, letter))


@pytest.fixture(autouse=True)
def mail(settings: Any) -> Iterator[list[tuple[str, Letter]]]:
    settings.LVZHI_CHANNELS = {"mail": f"{__name__}.Post"}
    Post.kept, Post.mood = [], None
    yield Post.kept
    channels._opened.cache_clear()


@pytest.fixture
def site(site: Site) -> Site:
    site.set("portal.follow", True)
    return site


def at(hour: int, days: int = 0) -> Any:
    day = DAY + dt.timedelta(days=days)
    return clock.at(dt.datetime(day.year, day.month, day.day, hour, tzinfo=clock.ZONE))


def asked(row: Any, address: str = A, client: Client | None = None) -> Any:
    where = reverse("portal:follow", args=["HZ", row.proposal.uid])
    return (client or Client()).post(where, {"address": address})


def work() -> int:
    """The clock asks, a worker does; how many letters left."""
    before = len(Post.kept)
    letters.ask(system_actor("test"))
    worker = Worker(name="here:0:a")
    while worker.once(beating=False):
        pass
    return len(Post.kept) - before


def link(number: int = -1) -> str:
    found = LINK.search(Post.kept[number][1].text)
    assert found
    return found[1]


def follows(row: Any, address: str = A) -> None:
    """Ask, get the letter, confirm."""
    asked(row, address)
    assert work() == 1
    assert text(Client().post(link())).count("已经关注")


def changed(site: Site, row: Any) -> None:
    site.take(row.proposal, "rate", site.jia, attitude="satisfied", result="satisfied")


def test_off_until_its_own_committee_opens_it(site: Site) -> None:
    row = site.published()
    here = reverse("portal:follow", args=["HZ", row.proposal.uid])
    assert here in text(get("proposal", row.proposal.uid))
    assert Client().get(here).status_code == 200
    site.set("portal.follow", False)
    assert here not in text(get("proposal", row.proposal.uid))
    for answer in (Client().get(here), asked(row)):
        assert (answer.status_code, "没有开放邮件关注" in text(answer)) == (404, True)
    assert not Follower.objects.exists()


def test_not_offered_where_no_mail_can_leave(site: Site, settings: Any) -> None:
    row = site.published()
    settings.LVZHI_CHANNELS = {}
    here = reverse("portal:follow", args=["HZ", row.proposal.uid])
    assert here not in text(get("proposal", row.proposal.uid))
    assert (Client().get(here).status_code, asked(row).status_code) == (404, 404)


def test_what_is_no_address_is_said_and_kept(site: Site) -> None:
    row = site.published()
    for bad in ("", "13900001234", "a@b@c", "x" * 300 + "@example.test", "a@example.test\nBcc: b@example.test"):
        answer = asked(row, bad, Client(REMOTE_ADDR=f"203.0.113.{len(bad) % 200}"))
        assert (answer.status_code, "不是邮箱地址" in text(answer)) == (422, True)
    assert 'value="13900001234"' in text(asked(row, "13900001234"))
    assert not Follower.objects.exists()


def test_a_form_from_elsewhere_is_not_taken(site: Site) -> None:
    assert asked(site.published(), client=Client(enforce_csrf_checks=True)).status_code == 403
    assert not Follower.objects.exists()


def test_asked_confirmed_told_once_and_left(site: Site) -> None:
    row = site.published()
    with at(10):
        asked(row)
        assert Follower.objects.get().standing == Following.ASKED
        assert work() == 1
        (address, letter) = Post.kept[0]
        assert (address, "《关于完善社区食堂的提案》" in letter.text) == (A, True)
        confirming = link()
        assert "确认关注" in text(Client().get(confirming))
        assert Follower.objects.get().standing == Following.SENT, "opening a link changes nothing"
        assert "已经关注" in text(Client().post(confirming))
        assert Client().post(confirming).status_code == 404, "used"
        assert work() == 0, "what was public already is no news"
    changed(site, row)
    with at(10, 1):
        assert work() == 1
        assert work() == 0
        assert Post.kept[-1][0] == A
        told = Post.kept[-1][1].text
        assert "现在的进展：已办结" in told
        assert row.proposal.number in told
        for never in ("丁宁", "王局长", "吴", "13900001234"):
            assert never not in told
    with at(10, 5):
        assert work() == 0
        leave = link()
        assert "退订" in text(Client().get(leave))
        assert Follower.objects.count() == 1
        assert "已经退订" in text(Client().post(leave))
        assert not Follower.objects.exists()
        assert "已经退订" in text(Client().post(leave)), "twice is no fault"
        assert Client().get(leave[:-2] + "0/").status_code == 404


def test_neither_journal_nor_job_nor_table_tells_an_address(site: Site) -> None:
    row = site.published()
    with at(10):
        follows(row)
        Client().post(reverse("portal:follow_end", args=["HZ", LINKS(row)]))
    events = Entry.objects.filter(event__startswith="portal.follow")
    assert sorted(events.values_list("event", flat=True)) == [
        "portal.follow_asked", "portal.follow_confirmed", "portal.follow_ended", "portal.follow_told",
    ]  # fmt: skip
    for entry in Entry.objects.all():
        assert A not in repr((entry.facts, entry.changes, entry.subject_title, entry.address))
    assert not events.exclude(address="").exists()
    assert A not in repr(list(Job.objects.values()))
    with at(10):
        asked(row, B)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM portal_follower")
        assert B not in repr(cursor.fetchall())


def LINKS(row: Any) -> str:  # noqa: N802  reason: reads as the constant it stands for
    from lvzhi.portal.following import leaving

    return leaving(Follower.objects.get(thing=row.proposal.uid))


def test_the_answer_is_the_same_whether_an_address_follows(site: Site) -> None:
    row = site.published()
    with at(10):
        first = text(asked(row))
        work()
        Client().post(link())
        again = [text(asked(row, address)) for address in (A, A.upper(), B)]
        assert {re.sub(r'value="[^"]*"', "", one) for one in again} == {re.sub(r'value="[^"]*"', "", first)}
        assert work() == 1, "the new one alone is written to"
        assert Post.kept[-1][0] == B


def test_a_link_that_is_wrong_or_late(site: Site) -> None:
    row = site.published()
    with at(10):
        asked(row)
        work()
        assert Client().post(link()[:-3] + "xx/").status_code == 404
    with at(10, 3):
        answer = Client().post(link())
        assert (answer.status_code, "用过、过期或不完整" in text(answer)) == (404, True)
        work()
        assert not Follower.objects.exists(), "never confirmed: the address goes"
        asked(row)
        assert work() == 1


def test_not_at_night_and_no_news_on_days_of_rest(site: Site) -> None:
    row = site.published()
    with at(22):
        asked(row)
        assert work() == 0
    with at(9, 1):
        assert work() == 1
        Client().post(link())
    changed(site, row)
    with at(10, 2):
        assert work() == 0, "a Saturday"
    with at(10, 4):
        assert work() == 1


def test_several_changes_are_one_letter_and_the_next_waits(site: Site) -> None:
    rows = [site.published(), site.published("关于修路的提案")]
    with at(10):
        for row in rows:
            follows(row)
    for row in rows:
        changed(site, row)
    with at(10, 1):
        assert work() == 1
        assert Post.kept[-1][1].subject == "您关注的政协提案有新的公开内容（2件）"
    third = site.published("关于停车的提案")
    with at(11, 1):
        follows(third)
        changed(site, third)
        assert work() == 0, "one had a letter an hour ago"
    with at(10, 4):
        assert work() == 1


def test_nothing_after_withdrawal_and_the_address_goes(site: Site) -> None:
    row = site.published()
    with at(10):
        follows(row)
        leave = reverse("portal:follow_end", args=["HZ", LINKS(row)])
    changed(site, row)
    site.take(row, "take_down", site.ji, reason="有误")
    with at(10, 1):
        assert work() == 0
        assert not Follower.objects.exists()
        assert "已经退订" in text(Client().get(leave))
        assert asked(row).status_code == 410


def test_withdrawn_while_letters_leave(site: Site, monkeypatch: Any) -> None:
    row = site.published()
    with at(10):
        follows(row)
    changed(site, row)
    with at(10, 1):
        going = letters.Round(site.here)
        assert len(going.changed()) == 1
        site.take(row, "take_down", site.ji, reason="有误")
        from django.db import transaction

        going.run(system_actor("test"), transaction.atomic)
    assert len(Post.kept) == 1, "the confirmation alone"


def test_closing_it_deletes_and_leaving_works_until_then(site: Site) -> None:
    rows = [site.published(), site.published("关于修路的提案")]
    with at(10):
        for row in rows:
            follows(row)
        leave = reverse("portal:follow_end", args=["HZ", LINKS(rows[0])])
    site.set("portal.follow", False)
    site.set("portal.open", False)
    with at(22, 1):
        assert "已经退订" in text(Client().post(leave))
        assert Follower.objects.count() == 1
        assert work() == 0
        assert not Follower.objects.exists()


def test_tried_again_only_where_nothing_left(site: Site) -> None:
    row = site.published()
    with at(10):
        Post.mood = NotSent("no server")
        asked(row)
        assert work() == 0
        Post.mood = None
        assert work() == 1
        Client().post(link())
    changed(site, row)
    with at(10, 1):
        Post.mood = NotSent("no server")
        assert work() == 0
        Post.mood = ValueError("fell silent")
        assert work() == 0
        Post.mood = None
        assert work() == 0, "it may have left: not again"


def test_one_address_of_the_network_asks_a_few_times_and_one_of_mail_follows_a_few(site: Site) -> None:
    row = site.published()
    site.set("portal.follow_rate", 3)
    site.set("portal.follow_most", 1)
    other = site.published("关于修路的提案")
    with at(10):
        assert [asked(one).status_code for one in (row, other, row, other)] == [200, 200, 200, 429]
    assert Follower.objects.count() == 1


def test_what_following_costs(site: Site) -> None:
    row = site.published()
    assert len(statements("proposal", row.proposal.uid)) <= 15
    with CaptureQueriesContext(connection) as caught:
        assert get("follow", row.proposal.uid).status_code == 200
    assert len(caught.captured_queries) <= 15
    counted = []
    for many in (5, 50):
        while Follower.objects.count() < many:
            number = Follower.objects.count()
            Follower.objects.create(
                committee=site.here, thing=row.proposal.uid, address=A, mark=f"{number:064}", base="http://testserver",
                standing=Following.CONFIRMED, seen="x", asked_at=clock.now(),
            )  # fmt: skip
        with at(10), CaptureQueriesContext(connection) as caught:
            assert len(letters.Round(site.here).changed()) == many
        counted.append(len(caught.captured_queries))
    assert counted[0] == counted[1]
