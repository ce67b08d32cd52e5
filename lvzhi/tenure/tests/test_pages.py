"""Pages by role, the ways through the forms as served, cards on other pages, constant statements."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START
from lvzhi.metrics import compute
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.tenure import metrics
from lvzhi.tenure.models import Case, Change
from lvzhi.tenure.tests.hall import CHAIRMEN_DAY, FORCE, STANDING_DAY, TODAY, Hall
from lvzhi.workflow import engine

YES, NO, ABSENT = 200, 403, 404
# with the right, without it, of another committee; jia is the member spoken of
TABLE: dict[str, tuple[int, ...]] = {
    #             bai  ling shen tou  jia  yi  far
    "list":      (YES, YES, YES, YES, YES, YES, YES),
    "kinds":     (YES, NO, NO, NO, NO, NO, YES),
    "propose":   (YES, NO, NO, NO, NO, NO, YES),
    "export":    (YES, YES, YES, NO, NO, NO, YES),
    "open":      (YES, YES, YES, ABSENT, YES, ABSENT, ABSENT),
    "decided":   (YES, YES, YES, YES, YES, YES, ABSENT),
    "hear":      (YES, NO, NO, ABSENT, NO, ABSENT, ABSENT),
    "void":      (YES, NO, NO, ABSENT, NO, ABSENT, ABSENT),
    "cases":     (YES, YES, YES, NO, NO, NO, YES),
    "case":      (YES, YES, YES, ABSENT, YES, ABSENT, ABSENT),
    "remind":    (YES, NO, NO, ABSENT, NO, ABSENT, ABSENT),
    "say":       (NO, NO, NO, ABSENT, YES, ABSENT, ABSENT),
    "selections": (YES, YES, YES, YES, YES, YES, YES),
    "selection": (YES, YES, YES, YES, YES, YES, ABSENT),
    "call":      (YES, NO, NO, NO, NO, NO, YES),
    "nominate":  (YES, NO, NO, YES, NO, NO, ABSENT),
    "join":      (NO, NO, NO, NO, YES, YES, ABSENT),
    "mine":      (NO, NO, NO, NO, YES, YES, NO),
    "pick":      (YES, NO, NO, NO, NO, NO, YES),
}  # fmt: skip


def case_of(hall: Hall, who: str = "jia", count: int = 3) -> Case:
    """A case as the clock opens it."""
    case = Case(
        committee=hall.here, member=hall.members[who], threshold="year", since=dt.date(2026, 1, 1), least=3,
        count=count, opened_on=TODAY,
    )  # fmt: skip
    return engine.begin(case, hall.office, threshold="x", least=3)


def people_of(hall: Hall) -> list[Account]:
    return [hall.bai, hall.ling, hall.shen, hall.tou, hall.accounts["jia"], hall.accounts["yi"], hall.far]


def test_each_page_by_role(hall: Hall) -> None:
    change = hall.proposed("resignation")
    decided = hall.decided(hall.proposed("by_election"))
    case, selection = case_of(hall), hall.called()
    pages = {
        "list": reverse("tenure:list"), "kinds": reverse("tenure:kinds"),
        "propose": reverse("tenure:propose", args=["sector"]), "export": reverse("tenure:export", args=["csv"]),
        "open": reverse("tenure:change", args=[change.uid]), "decided": reverse("tenure:change", args=[decided.uid]),
        "hear": reverse("tenure:step", args=["change", change.uid, "hear"]),
        "void": reverse("tenure:void", args=[change.uid]), "cases": reverse("tenure:cases"),
        "case": reverse("tenure:case", args=[case.uid]),
        "remind": reverse("tenure:step", args=["case", case.uid, "remind"]),
        "say": reverse("tenure:step", args=["case", case.uid, "say"]), "selections": reverse("tenure:selections"),
        "selection": reverse("tenure:selection", args=[selection.uid]), "call": reverse("tenure:call"),
        "nominate": reverse("tenure:nominate", args=[selection.uid]),
        "join": reverse("tenure:nominate_self", args=[selection.uid]), "mine": reverse("tenure:mine"),
        "pick": reverse("tenure:pick"),
    }  # fmt: skip
    clients = [hall.login(account) for account in people_of(hall)]
    found = {name: tuple(one.get(address).status_code for one in clients) for name, address in pages.items()}
    assert found == TABLE


def test_the_ground_is_read_by_the_office_and_oneself_alone(hall: Hall) -> None:
    done = hall.decided(hall.proposed("resignation", ground="身体原因，需要长期休养。"))
    for account, reads in ((hall.bai, True), (hall.accounts["jia"], True), (hall.accounts["yi"], False)):
        text = hall.login(account).get(reverse("tenure:change", args=[done.uid])).content.decode()
        assert ("长期休养" in text) is reads
        assert "4月28日会议" in text


def test_a_by_election_through_the_forms_as_served(hall: Hall) -> None:
    client = hall.login(hall.bai)
    assert "主席会议研究，常务委员会会议决定" in client.get(reverse("tenure:kinds")).content.decode()
    data = {
        "name": "新员", "phone": "13812345678", "organ": hall.artists.pk, "proposed_on": "2026-03-02",
        "ground": "界别协商推荐。", "once": "a",
    }  # fmt: skip
    wrong = client.post(reverse("tenure:propose", args=["by_election"]), data | {"name": "yi员", "phone": ""})
    assert (wrong.status_code, "现在就是本级政协委员" in wrong.content.decode()) == (422, True)
    place = client.post(reverse("tenure:propose", args=["by_election"]), data)["Location"]
    change = Change.objects.get()
    assert place == reverse("tenure:change", args=[change.uid])
    assert "主席会议研究" in client.get(place).content.decode()
    for key, kind, day in (("hear", "chairmen", CHAIRMEN_DAY), ("decide", "standing", STANDING_DAY)):
        address = reverse("tenure:step", args=["change", change.uid, key])
        meeting = hall.meeting(kind, day)
        assert meeting.title in client.get(address).content.decode()
        change.refresh_from_db()
        late = {"meeting": meeting.pk, "in_force_on": "2026-04-01", "version": change.version}
        if key == "decide":
            assert "先决定，后生效" in client.post(address, late).content.decode()
        answer = client.post(address, late | {"in_force_on": "2026-05-01"})
        assert answer.status_code == 302, answer.content.decode()
    member = Member.objects.get(person__name="新员")
    assert "新员" in client.get(reverse("people:list")).content.decode()
    page = client.get(reverse("people:member", args=[member.uid])).content.decode()
    assert "增补委员" in page
    assert "4月28日会议（2026年4月28日）决定" in page
    meeting_page = client.get(reverse("activities:detail", args=[hall.meeting().uid])).content.decode()
    assert "新员增补委员" in meeting_page


def test_a_change_is_begun_from_the_members_page(hall: Hall) -> None:
    client = hall.login(hall.bai)
    page = client.get(reverse("people:member", args=[hall.members["jia"].uid])).content.decode()
    address = f"{reverse('tenure:kinds')}?member={hall.members['jia'].uid}"
    assert address in page
    text = client.get(f"{reverse('tenure:propose', args=['sector'])}?member={hall.members['jia'].uid}").content.decode()
    assert "jia员" in text
    assert "增补" not in client.get(address).content.decode().split("<main", 1)[1].split("</main", 1)[0]


def test_a_member_resigns_and_joins_a_selection_from_the_own_page(hall: Hall) -> None:
    selection = hall.called()
    client = hall.login(hall.accounts["jia"])
    text = client.get(reverse("tenure:mine")).content.decode()
    assert selection.title in text
    assert "提出辞去委员" in text
    joined = client.post(reverse("tenure:nominate_self", args=[selection.uid]), {"reason": "熟悉农业。"})
    assert joined.status_code == 302
    place = client.post(reverse("tenure:resign"), {"ground": "身体原因"})["Location"]
    assert "待受理" in client.get(place).content.decode()
    text = client.get(reverse("tenure:mine")).content.decode()
    assert "您的辞职正在办理" in text
    assert "本人自荐" in client.get(reverse("tenure:selection", args=[selection.uid])).content.decode()


def test_the_list_narrows_and_is_taken_away_as_a_file(hall: Hall) -> None:
    hall.proposed("resignation")
    hall.decided(hall.proposed("by_election"))
    client = hall.login(hall.bai)
    for asked, names in (("kind=by_election", {"新员"}), ("scope=open", {"jia员"}), ("q=jia", {"jia员"})):
        text = client.get(f"{reverse('tenure:list')}?{asked}").content.decode()
        assert {name for name in ("新员", "jia员") if f">{name}<" in text} == names
    answer = client.get(f"{reverse('tenure:export', args=['csv'])}?kind=by_election")
    text = b"".join(answer).decode("utf-8-sig")  # type: ignore[arg-type]  # reason: a streaming answer
    assert "新员" in text
    assert "jia员" not in text


def test_every_figure_is_its_rows(hall: Hall) -> None:
    people.appoint(hall.office, hall.members["yi"].person, hall.here, "standing", starts=START)
    hall.decided(hall.proposed("by_election"))
    hall.decided(hall.proposed("resignation"))
    hall.decided(hall.proposed("removal", "yi"))
    hall.decided(hall.proposed("died", "bing"))
    hall.decided(hall.proposed("sector", "ding", organ=hall.artists), meeting=hall.meeting("chairmen").pk)
    hall.proposed("employer", "ding", job="主任")
    case_of(hall)
    found = compute.book(metrics.ALL, hall.scope, hall.year)
    told = {key.removeprefix("tenure."): one.value for key, one in found.items()}
    assert told == {
        "selected": 0, "think_tank": 0, "by_elections": 1, "resignations": 1, "removals": 1, "ended": 1, "moves": 1,
        "open_changes": 1, "cases": 1, "open_cases": 1,
    }  # fmt: skip
    for figure in metrics.ALL:
        assert found[figure.key].value == figure.rows(hall.scope, hall.year).count(), figure.key


def statements(client: Any, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_lists_cost_the_same_at_five_and_fifty_rows(hall: Hall) -> None:
    client = hall.login(hall.bai)
    costs = []
    for count in (5, 40):
        for place in range(count):
            hall.proposed("by_election", name=f"新员{count}-{place}", phone="")
            case_of(hall, count=count * 100 + place)
            hall.called(title=f"遴选{count}-{place}")
        names = ("tenure:list", "tenure:cases", "tenure:selections")
        costs.append([statements(client, reverse(name)) for name in names])
    assert costs[0] == costs[1]


def test_pages_of_one_are_cheap(hall: Hall) -> None:
    client = hall.login(hall.bai)
    decided = hall.decided(hall.proposed("resignation"), FORCE)
    selection = hall.chosen(hall.called(), "yi", "bing")
    for address in (
        reverse("tenure:change", args=[decided.uid]), reverse("tenure:case", args=[case_of(hall).uid]),
        reverse("tenure:selection", args=[selection.uid]),
    ):  # fmt: skip
        assert statements(client, address) <= 15, address
