"""Pages of supervision: who may open which, the way by clicks, lists that cost the same at any length."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.activities.actions import PlaceGiven, supervising
from lvzhi.activities.models import Exchange, SupervisionGroup, SupervisionOpinion, Supervisor
from lvzhi.activities.tests.hall import TODAY
from lvzhi.activities.tests.test_supervision import exchanged
from lvzhi.activities.tests.watch import Watch
from lvzhi.ballots.models import Ballot
from lvzhi.deadlines import clock

YES, NO, ABSENT, AWAY = 200, 403, 404, 302
PEOPLE = ("bai", "mi", "tou", "other", "ling", "jia", "yi", "chen", "min", "far-office")
TABLE: dict[str, tuple[int, ...]] = {
    #                bai   mi    tou   other  ling  jia   yi    chen  min     elsewhere
    "supervision":  (YES,) * 10,
    "propose":      (YES, YES, NO, NO, NO, YES, YES, NO, NO, YES),
    "supervisor":   (YES, YES, YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT),
    "proposed":     (YES, YES, ABSENT, ABSENT, YES, ABSENT, YES, ABSENT, ABSENT, ABSENT),
    "new group":    (YES, YES, NO, NO, NO, NO, NO, NO, NO, YES),
    "group":        (YES, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "opinions":     (YES,) * 10,
    "opinion":      (YES, YES, YES, ABSENT, YES, YES, ABSENT, YES, ABSENT, ABSENT),
    "answer":       (NO, NO, NO, ABSENT, NO, NO, ABSENT, YES, ABSENT, ABSENT),
    "answer for":   (YES, YES, NO, ABSENT, NO, NO, ABSENT, NO, ABSENT, ABSENT),
    "new opinion":  (YES, YES, YES, NO, NO, NO, NO, ABSENT, ABSENT, ABSENT),
    "ballot":       (YES, YES, YES, NO, NO, NO, NO, ABSENT, ABSENT, ABSENT),
    "exchanges":    (YES, YES, NO, NO, NO, NO, NO, NO, NO, YES),
    "new exchange": (YES, YES, NO, NO, NO, NO, NO, NO, NO, YES),
    "exchange":     (YES, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
}  # fmt: skip


@pytest.fixture(scope="module")
def built(keep: Any) -> Watch:
    with clock.at(TODAY):
        made: Watch = keep(Watch)
    return made


@pytest.fixture
def watch(built: Watch, own: Any) -> Watch:
    copied: Watch = own(built)
    return copied


def to(name: str, *args: Any) -> str:
    return reverse(f"activities:{name}", args=args)


def said(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


def test_role_by_page(watch: Watch) -> None:
    (jia,), (yi,) = watch.appointed("jia"), watch.proposed("yi")
    opinion = watch.sent()
    data = {"name": "住建监督小组", "unit": watch.housing, "starts": TODAY}
    group = supervising.keep_group(watch.actor(watch.bai), watch.here, data)
    package = exchanged(watch)
    addresses = {
        "supervision": to("supervision"), "propose": to("propose"), "supervisor": to("supervisor", jia.uid),
        "proposed": to("supervisor", yi.uid), "new group": to("new_group"), "group": to("group", group.uid),
        "opinions": to("opinions"), "opinion": to("opinion", opinion.uid),
        "answer": to("supervision_step", "opinion", opinion.uid, "answer"),
        "answer for": to("supervision_step", "opinion", opinion.uid, "answer_for"),
        "new opinion": to("new_opinion", opinion.activity.uid), "ballot": to("appraise", opinion.activity.uid),
        "exchanges": to("exchanges"), "new exchange": to("new_exchange"), "exchange": to("exchange", package.uid),
    }  # fmt: skip
    clients = {name: watch.login(watch.everyone[name]) for name in PEOPLE}
    found = {
        name: tuple(clients[who].get(address).status_code for who in PEOPLE) for name, address in addresses.items()
    }
    assert found == TABLE


def test_the_office_appoints_by_clicks_and_the_supervisor_takes_the_letter(watch: Watch) -> None:
    office = watch.login(watch.bai)
    sent = {
        "members": [str(watch.members["jia"].pk)], "unit": [str(watch.housing.pk)], "way": "sector",
        "recommender": "经济界", "statement": "", "group": "", "once": "1",
    }  # fmt: skip
    assert office.post(to("propose"), sent).status_code == AWAY
    assert office.post(to("propose"), sent).status_code == AWAY
    row = Supervisor.objects.get()
    assert "待协商确定" in said(office.get(to("supervision") + "?state=proposed"))
    early = office.post(to("appointment", row.uid))
    assert early.status_code == 400
    office.post(to("supervision_step", "supervisor", row.uid, "select"), {"meeting": "常委会", "selected_on": TODAY})
    page = said(office.get(to("supervision_step", "supervisor", row.uid, "appoint")))
    assert 'value="2028-03-01"' in page  # the usual term, ready to be changed
    term = {"starts": TODAY, "ends": "2028-03-01", "signer": "书记", "appointed_on": TODAY}
    office.post(to("supervision_step", "supervisor", row.uid, "appoint"), term)
    own = watch.login(watch.jia)
    assert "我的监督工作" in said(own.get(to("supervision")))
    letter = own.post(to("appointment", row.uid))
    assert letter.status_code == YES
    assert b"".join(letter.streaming_content)[:2] == b"PK"
    assert watch.login(watch.yi).post(to("appointment", row.uid)).status_code == NO


def test_from_the_activity_s_page_to_the_unit_s_answer(watch: Watch) -> None:
    activity = watch.watched("jia")
    head = watch.login(watch.tou)
    page = said(head.get(to("detail", activity.uid)))
    assert to("new_opinion", activity.uid) in page
    sent = {"unit": [str(watch.housing.pk)], "group": "", "title": "监督意见", "text": "一、渗水。", "once": "7"}
    assert head.post(to("new_opinion", activity.uid), sent).status_code == AWAY
    opinion = SupervisionOpinion.objects.get()
    watch.signed(opinion)
    office = watch.login(watch.bai)
    handed = {"sent_on": TODAY, "until": (TODAY + dt.timedelta(days=30)).isoformat()}
    office.post(to("supervision_step", "opinion", opinion.uid, "hand_over"), handed)
    unit = watch.login(watch.chen)
    shown = said(unit.get(to("opinion", opinion.uid)))
    assert "一、渗水。" in shown
    assert "反馈整改情况" in shown
    unit.post(to("supervision_step", "opinion", opinion.uid, "answer"), {"answer": "已修。", "contact": ""})
    assert "待回头看" in said(head.get(to("opinions")))
    assert "监督意见" in said(head.get(to("detail", activity.uid)))


def test_a_ballot_from_those_who_came_and_a_package_with_its_file(watch: Watch) -> None:
    activity = watch.watched("jia", "yi", "bing", kind="appraisal", title="区住建局民主评议")
    office = watch.login(watch.bai)
    made = office.post(to("appraise", activity.uid), {"items": "区住建局", "tellers": [watch.tou.pk, watch.other.pk]})
    assert made["Location"] == reverse("ballots:detail", args=[Ballot.objects.get().uid])
    assert "无记名测评" in said(office.get(to("detail", activity.uid)))
    sent = {"body": "congress", "receiver": "区人大常委会办公室", "units": [str(watch.housing.pk)], "once": "9"}
    days = {"since": "2026-01-01", "until": TODAY.isoformat()}
    assert office.post(to("new_exchange"), sent | days).status_code == AWAY
    page = said(office.get(to("exchange", Exchange.objects.get().uid)))
    (link,) = set(re.findall(r'href="(/files/[^"]+)"', page))
    assert b"".join(office.get(link).streaming_content)[:2] == b"PK"
    assert watch.login(watch.ling).get(link).status_code == ABSENT


def test_lists_cost_the_same_at_any_length(watch: Watch) -> None:
    office = watch.login(watch.bai)

    def cost(address: str) -> int:
        office.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert office.get(address).status_code == YES
        return len(seen)

    (jia,) = watch.appointed("jia")
    activity = watch.watched("jia")
    watch.opinion(activity)
    exchanged(watch)
    pages = [to("supervision"), to("opinions"), to("exchanges"), to("supervisor", jia.uid), to("detail", activity.uid)]
    before = [cost(address) for address in pages]
    watch.appointed("yi", "bing")
    for number in range(3):
        watch.opinion(activity, title=f"意见{number}")
        supervising.keep_group(
            watch.actor(watch.bai), watch.here, {"name": f"组{number}", "unit": watch.civil, "starts": TODAY}
        )
        exchanged(watch)
    watch.watched("jia", title="再一次监督")
    assert [cost(address) for address in pages] == before
    assert SupervisionGroup.objects.count() == 3


def test_what_a_group_and_an_activity_say_stands_in_the_forms_after(watch: Watch) -> None:
    """A group is named once: proposing for it, inviting it and writing to its unit begin with what it says."""
    client = watch.login(watch.bai)
    client.post(to("new_group"), {"name": "住建监督一组", "unit": [watch.housing.pk], "starts": "2026-03-02"})
    group = SupervisionGroup.objects.get()
    propose = f"{to('propose')}?group={group.uid}"
    assert propose in client.get(to("supervision")).content.decode()
    page = client.get(propose).content.decode()
    assert f'name="unit" value="{watch.housing.pk}" checked' in page
    assert f'<option value="{group.pk}" selected>' in page
    assert client.get(f"{to('propose')}?group=none").status_code == 404
    watch.appointed("jia", group=group)
    activity = watch.watched("yi")
    opinion = client.get(to("new_opinion", activity.uid)).content.decode()
    assert f'name="unit" value="{watch.housing.pk}" checked' in opinion
    assert f'<option value="{group.pk}" selected>' in opinion
    place = PlaceGiven(name=watch.housing.name, unit=watch.housing, role="unit")
    ahead = watch.draft(None, "yi", kind="special_supervision", title="外墙专项监督", places=[place])
    guests = client.get(to("guests", ahead.uid)).content.decode()
    assert re.search(rf'value="team:{group.pk}"[^>]*checked', guests)
    client.post(to("guests", ahead.uid), {"do": "groups", "groups": [f"team:{group.pk}"], "role": "attend"})
    assert ahead.participants.filter(person=watch.members["jia"].person).exists()


def test_the_letter_is_signed_by_the_chairman_unless_another_is_named(watch: Watch) -> None:
    (row,) = watch.proposed("jia")
    chosen = watch.take(row, "select", watch.bai, meeting="第五次主席会议", selected_on=TODAY)
    page = watch.login(watch.bai).get(to("supervision_step", "supervisor", chosen.uid, "appoint")).content.decode()
    assert re.search(r'name="signer"[^>]*value="朱席"', page) or re.search(r'value="朱席"[^>]*name="signer"', page)


def test_the_units_visited_stand_as_what_is_appraised(watch: Watch) -> None:
    activity = watch.watched(kind="appraisal")
    page = watch.login(watch.bai).get(to("appraise", activity.uid)).content.decode()
    assert re.search(r'<textarea[^>]*name="items"[^>]*>\s*区住建局<', page)
