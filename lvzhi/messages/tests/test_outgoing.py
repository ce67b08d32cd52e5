"""What leaves the house: by choice, by day, bundled, not for what is done, tried again and never doubled."""

from __future__ import annotations

import datetime as dt
import smtplib
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import House, builder, login
from lvzhi.deadlines import clock
from lvzhi.jobs.worker import Worker
from lvzhi.messages import actions, channels, codes, outgoing, settling
from lvzhi.messages.backends import Mail, Recorder
from lvzhi.messages.channels import Letter, NotSent
from lvzhi.messages.models import Delivery, Message, Way
from lvzhi.messages.vocabulary.outside import Fate, Sort
from lvzhi.norms.actions.values import set_value

ASK, NEWS, NOW = "messages.out_ask", "messages.out_news", "messages.out_now"
codes.register(
    {ASK: "请签收《{title}》", NEWS: "《{title}》已立案", NOW: "《{title}》今天取消"}, tasks=[ASK], urgent=[NOW]
)
codes.asking([ASK])
THURSDAY, SATURDAY = dt.date(2026, 3, 5), dt.date(2026, 3, 7)


class Moody:
    """A back end that does as told."""

    mood: BaseException | None = None
    took: list[str] = []

    def send(self, address: str, letter: Letter) -> None:
        """Fail, or take it."""
        if self.mood is not None:
            raise self.mood
        self.took.append(letter.subject)


@pytest.fixture(scope="module")
def built(keep: Any) -> House:
    made: House = keep(House)
    return made


@pytest.fixture
def house(built: House, own: Any, settings: Any) -> Iterator[House]:
    settings.LVZHI_CHANNELS = {
        "mail": "lvzhi.messages.backends.Recorder", "sms": f"{__name__}.Moody",
    }  # fmt: skip
    Recorder.kept.clear()
    Moody.mood, Moody.took = None, []
    copied: House = own(built)
    yield copied
    channels._opened.cache_clear()


def at(day: dt.date, hour: int) -> Any:
    return clock.at(dt.datetime(day.year, day.month, day.day, hour, tzinfo=clock.ZONE))


def wants(account: Account, *sorts: Sort, key: str = "mail", address: str = "a@example.test") -> None:
    actions.set_way(actor_for(account), account, key, address, sorts or Sort.values)


def tell(account: Account, code: str = NEWS, place: Any = None, title: str = "停车") -> Message:
    actions.send([account.pk], code, subject=("a.b", uuid.uuid4(), "/x"), committee=place, title=title)
    return Message.objects.order_by("-pk")[0]


def leave() -> int:
    """The clock asks, a worker does; how many letters left."""
    before = len(Recorder.kept) + len(Moody.took)
    outgoing.ask(system_actor("test"))
    worker = Worker(name="here:0:a")
    while worker.once(beating=False):
        pass
    return len(Recorder.kept) + len(Moody.took) - before


def fates() -> list[tuple[str, str]]:
    return list(Delivery.objects.order_by("pk").values_list("fate", "reason"))


def test_nothing_leaves_for_who_chose_nothing_and_the_inbox_has_it_all(house: House) -> None:
    with at(THURSDAY, 10):
        tell(house.member)
        assert (leave(), Delivery.objects.count(), Message.objects.count()) == (0, 0, 1)


def test_each_kind_is_chosen_by_itself(house: House) -> None:
    with at(THURSDAY, 10):
        wants(house.member, Sort.TODO)
        tell(house.member, NEWS)
        assert leave() == 0
        tell(house.member, ASK)
        assert leave() == 1


def test_all_that_waits_is_one_letter_and_bears_no_title(house: House) -> None:
    with at(THURSDAY, 10):
        wants(house.member)
        for title in ("停车", "养老", "托育"):
            tell(house.member, NEWS, title=title)
        tell(house.member, ASK)
        assert leave() == 1
        assert leave() == 0, "none a second time"
    ((address, letter),) = Recorder.kept
    assert address == "a@example.test"
    assert letter.subject == "履职台：待办1条，动态3条"
    assert "停车" not in letter.text


def test_the_committee_may_let_sentences_leave(house: House) -> None:
    set_value(builder(), house.east, "messages.sentences_out", True, starts=dt.date(2026, 1, 1), ground="会议纪要")
    with at(THURSDAY, 10):
        wants(house.member)
        tell(house.member, place=house.east)
        leave()
    assert "《停车》已立案" in Recorder.kept[0][1].text


@pytest.mark.parametrize(("day", "hour", "code", "count"), [
    (THURSDAY, 7, NEWS, 0), (THURSDAY, 8, NEWS, 1), (THURSDAY, 19, NEWS, 1), (THURSDAY, 20, NEWS, 0),
    (THURSDAY, 23, NOW, 0), (SATURDAY, 10, NEWS, 0), (SATURDAY, 10, NOW, 1), (SATURDAY, 22, NOW, 0),
])  # fmt: skip
def test_by_day_and_on_days_of_rest_only_what_is_urgent(
    house: House, day: dt.date, hour: int, code: str, count: int
) -> None:
    with at(day, hour):
        wants(house.member)
        tell(house.member, code)
        assert leave() == count


def test_what_the_night_held_leaves_in_the_morning(house: House) -> None:
    with at(THURSDAY, 22):
        wants(house.member)
        tell(house.member)
        assert leave() == 0
    with at(THURSDAY + dt.timedelta(days=1), 9):
        assert leave() == 1


def test_what_was_read_done_or_is_over_by_morning_stays(house: House, monkeypatch: Any) -> None:
    with at(THURSDAY, 22):
        wants(house.member)
        read, done, over = tell(house.member), tell(house.member, ASK), tell(house.member, ASK)
        actions.mark_read(house.member.pk, read.uid)
        actions.settle(done.subject_kind, done.subject_uid or "")
    monkeypatch.setattr(settling, "_over", [lambda place, messages: {over.pk}])
    with at(THURSDAY + dt.timedelta(days=1), 9):
        assert leave() == 0
    assert fates() == [("dropped", "read"), ("dropped", "done"), ("dropped", "done")]
    assert Message.objects.get(pk=over.pk).done_at is not None, "and the inbox knows it too"


def test_who_no_longer_wants_it_or_has_no_account_gets_none(house: House) -> None:
    with at(THURSDAY, 22):
        wants(house.member)
        wants(house.clerk)
        tell(house.member)
        tell(house.clerk)
        actions.end_way(actor_for(house.member), house.member, "mail")
        accounts.disable(builder(), house.clerk)
    with at(THURSDAY + dt.timedelta(days=1), 9):
        assert leave() == 0
    assert fates() == [("dropped", "unwanted"), ("dropped", "closed")]


def test_what_certainly_did_not_leave_is_tried_again_and_given_up_in_the_end(house: House) -> None:
    day = dt.datetime(2026, 3, 5, 9, tzinfo=clock.ZONE)
    Moody.mood = NotSent("gateway is down")
    with clock.at(day):
        wants(house.member, key="sms", address="13900000000")
        tell(house.member)
        leave()
        assert fates() == [("waiting", "")]
        assert leave() == 0
        assert Delivery.objects.get().tries == 1, "not before its pause is over"
    Moody.mood = None
    with clock.at(day + dt.timedelta(minutes=31)):
        assert leave() == 1
    assert fates() == [("sent", "")]
    Moody.mood = NotSent("gateway is down")
    with clock.at(day + dt.timedelta(hours=1)):
        tell(house.member)
    for hour in range(1, 12):
        with clock.at(day + dt.timedelta(days=hour)):
            leave()
    assert fates()[1:] == [("failed", "tries")]


def test_what_may_have_left_is_never_sent_again(house: House) -> None:
    Moody.mood = TimeoutError("no answer")
    with at(THURSDAY, 9):
        wants(house.member, key="sms", address="13900000000")
        tell(house.member)
        leave()
        Moody.mood = None
        assert leave() == 0
        assert fates() == [("unclear", "broken")]


def test_a_worker_that_died_while_sending_leaves_it_unclear(house: House) -> None:
    with at(THURSDAY, 9):
        wants(house.member)
        tell(house.member)
        Delivery.objects.update(fate=Fate.SENDING, job=uuid.uuid4(), tries=1)
        tell(house.member)
        assert leave() == 1, "the other goes"
    assert fates() == [("unclear", "broken"), ("sent", "")]


def test_a_dead_channel_does_not_undo_the_message(house: House) -> None:
    Moody.mood = RuntimeError("broken")
    with at(THURSDAY, 9):
        wants(house.member, key="sms", address="13900000000")
        tell(house.member)
        leave()
    assert Message.objects.count() == 1


def test_one_chooses_on_ones_own_page_and_the_address_is_nowhere_readable(house: House) -> None:
    browser = login(house.member)
    assert "未启用" in browser.get("/inbox/ways").content.decode()
    sent = browser.post("/inbox/ways/mail", {"mail-address": "me@example.test", "mail-sorts": ["todo"]})
    assert sent.url == "/inbox/ways"
    way = Way.objects.get()
    assert (way.address.reveal(), way.sorts) == ("me@example.test", ["todo"])
    page = browser.get("/inbox/ways").content.decode()
    assert "已启用" in page
    assert "me@example.test" not in page
    browser.post("/inbox/ways/mail", {"mail-address": "", "mail-sorts": ["news"]})
    assert Way.objects.get().address.reveal() == "me@example.test", "what is not retyped stays"
    browser.post("/inbox/ways/mail/end")
    assert not Way.objects.exists()


@pytest.mark.parametrize(("key", "address", "said"), [
    ("mail", "me", "“me”不是邮箱地址"), ("sms", "123", "“123”不是手机号"), ("mail", "", "请填写邮箱地址。"),
])  # fmt: skip
def test_an_address_that_cannot_be_one_is_refused(house: House, key: str, address: str, said: str) -> None:
    page = login(house.member).post(f"/inbox/ways/{key}", {f"{key}-address": address})
    assert page.status_code == 422
    assert said in page.content.decode()
    assert not Way.objects.exists()


def test_a_channel_nobody_opened_is_no_choice(house: House) -> None:
    assert login(house.member).post("/inbox/ways/wecom", {"wecom-address": "x"}).status_code == 404


def test_many_readers_cost_as_many_statements_as_few(house: House, django_assert_max_num_queries: Any) -> None:
    many = [accounts.create_account(builder(), f"m{n:02}", "某某", hashed="!", committee=house.east) for n in range(20)]
    for one in many:
        wants(one)
    with django_assert_max_num_queries(10):
        actions.send([one.pk for one in many], NEWS, subject=("a.b", uuid.uuid4(), "/x"), title="停车")
    assert Delivery.objects.count() == 20


def test_e_mail_goes_by_djangos_own_and_a_refusal_is_no_doubt(monkeypatch: Any) -> None:
    Mail().send("a@example.test", Letter("履职台：待办1条", "请登录查看。"))
    assert [one.subject for one in mail.outbox] == ["履职台：待办1条"]

    def refuse(self: Any, messages: Any) -> int:
        raise smtplib.SMTPRecipientsRefused({})

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    with pytest.raises(NotSent):
        Mail().send("a@example.test", Letter("", ""))


@pytest.mark.parametrize("named", [{"pigeon": "lvzhi.messages.backends.Mail"}, {"mail": "lvzhi.nowhere.Mail"}])
def test_an_unknown_channel_stops_the_start_with_one_sentence(settings: Any, named: dict[str, str]) -> None:
    settings.LVZHI_CHANNELS = named
    with pytest.raises(SystemExit) as stopped:
        channels.check()
    assert "用不了" in str(stopped.value)
