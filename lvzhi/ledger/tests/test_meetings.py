"""Problems raised at an organisation-life meeting: entered by the secretary, read by the branch (R10.2)."""

from __future__ import annotations

from django.urls import reverse

from lvzhi.deadlines import clock
from lvzhi.ledger.models import Problem
from lvzhi.party.tests.hall import TODAY, Hall
from lvzhi.workflow import engine


def test_a_secretary_enters_what_was_raised_and_the_branch_reads_it(db: None) -> None:
    with clock.at(TODAY):
        hall = Hall()
        body = hall.led()
        meeting = hall.held(body, "life", TODAY)
        page = reverse("party:meeting", args=[meeting.uid])
        url = f"{reverse('ledger:new_problems')}?meeting={meeting.uid}"
        jia = hall.login(hall.accounts["jia"])
        assert url in jia.get(page).content.decode()
        form = jia.get(url).content.decode()
        assert ('name="day"' in form, 'name="source"' in form, 'name="text"' in form) == (False, False, True)
        answer = jia.post(url, {"text": "联系群众不够经常\n学习抓得不紧", "once": "p"})
        assert answer["Location"] == page
        found = set(Problem.objects.values_list("meeting_id", "source", "organ_id", "found_on"))
        assert found == {(meeting.pk, "self_check", body.organ_id, TODAY)}
        problem = Problem.objects.order_by("pk")[0]
        entry = reverse("ledger:problem", args=[problem.uid])
        for account, reads in (
            (hall.accounts["bing"], True), (hall.bai, True), (hall.ling, True), (hall.accounts["ding"], False),
        ):  # fmt: skip
            assert (hall.login(account).get(entry).status_code == 200) is reads
        shown = hall.login(hall.accounts["bing"]).get(page).content.decode()
        assert "学习抓得不紧" in shown
        assert url not in shown
        assert hall.login(hall.accounts["ding"]).get(url).status_code == 404
        assert hall.login(hall.accounts["bing"]).post(url, {"text": "问题"}).status_code == 403
        engine.void(meeting, hall.actor(hall.bai), "误录")
        assert hall.login(hall.accounts["bing"]).get(entry).status_code == 404
