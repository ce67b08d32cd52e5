"""An activity that a branch counts as its organisation life: begun from its page, seen on both, counted once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.activities.tests.hall import START, TODAY, Hall, builder
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import year
from lvzhi.party import actions, metrics
from lvzhi.party.models import Meeting
from lvzhi.people.actions import affiliate
from lvzhi.workflow import engine

MOST = 15
BUTTON = "登记为支部组织生活"


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


def test_a_lecture_is_put_down_from_its_own_page(db: None) -> None:
    hall = Hall()
    office = hall.actor(hall.bai)
    affiliate(builder(), hall.members["jia"].person, hall.here, "cpc", starts=START)
    body = actions.found_body(office, hall.here, {"name": "经济委员会党支部", "starts": START})
    actions.seat(body, office, [hall.members["jia"].person], "secretary", START)
    lecture = hall.held("jia", "yi", kind="party_lesson", title="学习条例")
    page = f"/activities/{lecture.uid}/"
    assert BUTTON not in hall.login(hall.yi).get(page).content.decode()
    client = hall.login(hall.jia)
    client.get(page)
    with CaptureQueriesContext(connection) as caught:
        text = client.get(page).content.decode()
    assert len(caught) <= MOST
    assert BUTTON in text
    begun = f"/party/{body.uid}/plan/?about=activities.activity:{lecture.uid}"
    assert begun.replace(":", "%3A") in text
    assert "学习条例" in client.get(begun).content.decode()
    about = {"about": f"activities.activity:{lecture.uid}"}
    data = {"kind": "lecture", "title": "学习条例", "held_on": lecture.held_on.isoformat()}
    client.post(f"/party/{body.uid}/plan/", data | about)
    meeting = Meeting.objects.get()
    engine.take(meeting, "hold", hall.actor(hall.jia), data | {"people": [hall.members["jia"].person_id]})
    assert f"/party/meetings/{meeting.uid}/" in client.get(page).content.decode()
    assert page in client.get(f"/party/meetings/{meeting.uid}/").content.decode()
    assert metrics.HELD.rows(Scope(hall.here), year(TODAY.year)).count() == 1
    stranger = {"about": "activities.activity:00000000-0000-0000-0000-000000000001"}
    assert "没有找到对应的活动" in client.get(f"/party/{body.uid}/plan/", stranger).content.decode()
