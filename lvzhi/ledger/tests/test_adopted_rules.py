"""A meeting and the rules it adopted are tied from the meeting's page: neighbours, seen from a floor above both."""

from __future__ import annotations

from django.urls import reverse

from lvzhi.activities import actions as activities
from lvzhi.deadlines import clock
from lvzhi.links.queries import ties
from lvzhi.regulations.models import Version
from lvzhi.regulations.tests.chamber import TODAY, Chamber


def test_a_meeting_and_what_it_adopted_are_tied_from_its_page(db: None) -> None:
    with clock.at(TODAY):
        _adopted(Chamber())


def _adopted(chamber: Chamber) -> None:
    bai = chamber.actor(chamber.bai)
    held = activities.begin(bai, chamber.here, {"kind": "chairmen", "title": "第三次主席会议", "held_on": TODAY})
    version = chamber.checked(chamber.begin())
    client = chamber.login(chamber.bai)
    about = f"activities.activity:{held.uid}"
    assert about.replace(":", "%3A") in client.get(reverse("activities:detail", args=[held.uid])).content.decode()
    url = f"{reverse('regulations:step', args=['version', version.uid, 'adopt'])}?about={about}"
    assert url in client.get(reverse("regulations:adopt"), {"about": about}).content.decode()
    form = client.get(url).content.decode()
    assert ("第三次主席会议" in form, about in form) == (True, True)
    sent = {"meeting": "第三次主席会议", "on": TODAY.isoformat(), "about": about, "version": version.version}
    assert client.post(url, sent).status_code == 302
    assert [one.uid for one in ties(Version.objects.get(pk=version.pk))] == [held.uid]
    assert "提案工作办法" in client.get(reverse("activities:detail", args=[held.uid])).content.decode()
