"""An activity of several committees is one record: each counts it in its own way, all together once; both see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import Keep
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START, builder, committee, organ, person
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities import actions
from lvzhi.activities.actions import Guest
from lvzhi.activities.actions.attending import note_all_but
from lvzhi.activities.models import Activity, Participant, Sitting
from lvzhi.committee import actions as places
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.joint.actions import open_topic
from lvzhi.joint.models import Partaking, Topic
from lvzhi.metrics import compute, periods, registry
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.plans.progress import sources
from lvzhi.workflow import engine
from tests.rolled import Tree, narrowed

TODAY = dt.date(2026, 3, 2)
YEAR = periods.year(2026)
KIND = "activities.activity"


class Levels:
    """海州区政协 and 江北区政协 below 连海市政协 below 沿海省政协; the office and two members of each of the three."""

    def __init__(self) -> None:
        self.province = committee("沿海省政协", "YH", "province")
        self.city = committee("连海市政协", "LH", "city", parent=self.province)
        self.here = committee("海州区政协", "HZ", parent=self.city)
        self.there = committee("江北区政协", "JB", parent=self.city)
        self.economy = organ(self.here, "经济委员会")
        self.offices: dict[int, Account] = {}
        self.members: dict[int, list[Member]] = {}
        for place in (self.city, self.here, self.there):
            self.offices[place.pk] = person(f"office-{place.code}", f"{place.code}办", place, Post.OFFICE)
            term = places.open_term(builder(), place, number=10, starts=START)
            self.members[place.pk] = [
                people.add_member(builder(), place, term, people.Facts(name=f"{place.code}员{number}"), starts=START)
                for number in (1, 2)
            ]
        self.jia = person("jia", "甲文", self.here, Post.MEMBER)

    def office(self, place: Committee) -> Any:
        """The office acting now."""
        from lvzhi.accounts.actors import actor_for

        return actor_for(self.offices[place.pk])

    def guests(self, place: Committee) -> list[Guest]:
        return [Guest(person=one.person) for one in self.members[place.pk]]

    def activity(self, place: Committee, title: str = "养老服务调研", **more: Any) -> Activity:
        """A research of a committee, with its own members on the list."""
        data = {"kind": "research", "title": title, "held_on": TODAY} | more
        return actions.begin(self.office(place), place, data, guests=self.guests(place))

    def held(self, activity: Activity) -> Activity:
        """Held, everybody there."""
        place = activity.committee
        made = engine.take(activity, "hold", self.office(place), {})
        for sitting in Sitting.objects.filter(activity=made):
            note_all_but(sitting, self.office(place), {})
        return made

    def topic(self, activity: Activity, *others: Committee, role: str = "assist") -> Topic:
        """Opened to others who all accept."""
        place = activity.committee
        topic = open_topic(self.office(place), KIND, activity.uid, {})
        wanted = [one.pk for one in others]
        topic = engine.take(topic, "ask", self.office(place), {"committees": wanted, "role": role})
        for one in others:
            engine.take(Partaking.objects.get(topic=topic, committee=one), "accept", self.office(one), {})
        return topic

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(scope="module")
def kept(keep: Keep[Levels]) -> Levels:
    with clock.at(TODAY):
        return keep(Levels)


@pytest.fixture
def levels(kept: Levels, own: Callable[[Any], Any]) -> Levels:
    found: Levels = own(kept)
    return found


def number(key: str, place: Committee, *, below: bool = False, **cuts: str) -> int:
    figure = registry.figure(f"activities.{key}")
    chosen = [(cut, cuts[cut.key]) for cut in compute.cuts_of(figure) if cut.key in cuts]
    assert len(chosen) == len(cuts)
    return int(compute.compute(figure, Scope(place, below=below), YEAR, *chosen).value or 0)


def test_one_record_counts_for_each_and_once_for_all(levels: Levels) -> None:
    levels.topic(levels.held(levels.activity(levels.city)), levels.here)
    levels.held(levels.activity(levels.here, "本级调研"))
    assert Activity.objects.count() == 2
    assert [number("events", one) for one in (levels.city, levels.here, levels.there, levels.province)] == [1, 2, 0, 0]
    assert number("events", levels.city, below=True) == number("events", levels.province, below=True) == 2


@pytest.mark.parametrize(("role", "leads"), [("assist", "own"), ("joint", "joint")])
def test_each_counts_it_in_its_own_way(levels: Levels, role: str, leads: str) -> None:
    levels.topic(levels.held(levels.activity(levels.city)), levels.here, role=role)
    kinds = ("own", "assist", "joint")
    counted = {
        place.code: {kind: number("events", place, relation=kind) for kind in kinds}
        for place in (levels.city, levels.here)
    }
    assert counted["LH"] == {kind: int(kind == leads) for kind in kinds}
    assert counted["HZ"] == {kind: int(kind == role) for kind in kinds}
    assert number("events", levels.city, below=True, relation=role) == 1


def test_without_a_part_nothing_moves(levels: Levels) -> None:
    activity = levels.held(levels.activity(levels.city))
    topic = open_topic(levels.office(levels.city), KIND, activity.uid, {})
    topic = engine.take(topic, "ask", levels.office(levels.city), {"committees": [levels.here.pk], "role": "assist"})
    part = Partaking.objects.get(topic=topic, committee=levels.here)
    assert number("events", levels.here) == 0
    part = engine.take(part, "accept", levels.office(levels.here), {"organ": levels.economy.pk})
    assert number("events", levels.here) == number("events", levels.here, organ=str(levels.economy.pk)) == 1
    engine.take(part, "withdraw", levels.office(levels.city), {"ground": "合并"})
    assert number("events", levels.here) == 0
    engine.void(topic, levels.office(levels.city), "登记错了")
    assert (number("events", levels.city), number("events", levels.city, relation="own")) == (1, 1)


def test_people_count_where_they_belong(levels: Levels) -> None:
    activity = levels.activity(levels.city)
    topic = levels.topic(activity, levels.here)
    part = Partaking.objects.get(topic=topic, committee=levels.here)
    team = [one.person_id for one in levels.members[levels.here.pk]]
    engine.take(part, "team", levels.office(levels.here), {"people": team, "duty": "member"})
    client = levels.login(levels.offices[levels.city.pk])
    url = reverse("activities:guests", args=[activity.uid])
    assert "联合课题专班（2人）" in client.get(url).content.decode()
    done = client.post(url, {"do": "groups", "groups": ["joint"], "role": "attend", "group": ""})
    assert done.status_code == 302
    theirs = Participant.objects.filter(activity=activity, member__committee=levels.here)
    assert [(row.capacity, row.counted) for row in theirs] == [("member", True)] * 2
    levels.held(activity)
    assert [number("participations", one) for one in (levels.city, levels.here, levels.there)] == [4, 2, 0]
    assert number("participations", levels.city, below=True) == number("people", levels.city, below=True) == 4
    assert number("people", levels.here) == 2
    figure = registry.figure("activities.participations")
    (rows,) = compute.evidence(figure, Scope(levels.here), YEAR)
    assert all(row is not None for row, _ in rows.lines(levels.office(levels.here)))


def test_it_stands_in_both_lists_with_its_role(levels: Levels) -> None:
    activity = levels.activity(levels.city)
    levels.topic(activity, levels.here)
    for place, said in ((levels.city, "牵头"), (levels.here, "配合")):
        client = levels.login(levels.offices[place.pk])
        text = client.get(reverse("activities:list")).content.decode()
        assert "养老服务调研" in text
        assert said in text
        page = client.get(reverse("activities:detail", args=[activity.uid])).content.decode()
        assert "联合课题" in page
        assert "海州区政协" in page
    far = levels.login(levels.offices[levels.there.pk])
    assert far.get(reverse("activities:detail", args=[activity.uid])).status_code == 404
    assert "养老服务调研" not in far.get(reverse("activities:list")).content.decode()
    here = levels.login(levels.offices[levels.here.pk])
    for name in ("edit", "guests", "attendance"):
        assert here.get(reverse(f"activities:{name}", args=[activity.uid])).status_code in (403, 404)
    assert here.get(reverse("activities:step", args=["activity", activity.uid, "cancel"])).status_code == 403


def test_opened_from_the_page_of_the_activity(levels: Levels) -> None:
    activity = levels.activity(levels.city)
    client = levels.login(levels.offices[levels.city.pk])
    url = reverse("joint:open", args=[KIND, activity.uid])
    assert url in client.get(reverse("activities:detail", args=[activity.uid])).content.decode()
    form = client.get(url).content.decode()
    assert "养老服务调研" in form
    assert client.post(url, {"title": "", "until": "", "words": ""}).status_code == 422
    done = client.post(url, {"title": "养老服务课题", "until": "2026-06-30", "words": "请各区报数据。", "once": "k"})
    topic = Topic.objects.get()
    assert done.url == reverse("joint:detail", args=[topic.uid])  # type: ignore[attr-defined]  # reason: a redirect
    assert client.get(url).url == done.url  # type: ignore[attr-defined]  # reason: as above
    far = levels.login(levels.offices[levels.there.pk])
    assert far.get(url).status_code == 404


def test_a_part_proves_the_task_of_the_own_plan(levels: Levels) -> None:
    (source,) = [one for one in sources() if one.key == "joint.partaking"]
    topic = levels.topic(levels.activity(levels.city), levels.here)
    part = Partaking.objects.get(topic=topic, committee=levels.here)
    assert list(source.rows()) == [part]
    assert not source.rows().filter(source.counts).exists()
    engine.take(part, "finish", levels.office(levels.here), {"on": TODAY})
    assert source.rows().filter(source.counts).count() == 1


def test_every_figure_of_the_tree_is_the_union_of_its_parts(levels: Levels) -> None:
    """The whole registry over a small tree with joint topics: rows, sums, shares, ends, and every dimension."""
    first = levels.activity(levels.city, days=1)
    topic = levels.topic(first, levels.here, levels.there, role="joint")
    part = Partaking.objects.get(topic=topic, committee=levels.here)
    team = [one.person_id for one in levels.members[levels.here.pk]]
    engine.take(part, "team", levels.office(levels.here), {"people": team, "duty": "member"})
    actions.invite(first, levels.office(levels.city), [*levels.guests(levels.here)])
    engine.take(part, "divide", levels.office(levels.here), {"what": "入户调查"})
    levels.held(first)
    levels.topic(levels.held(levels.activity(levels.here, "本级牵头")), levels.city)
    levels.held(levels.activity(levels.there, "本级调研"))
    guests = [*levels.guests(levels.there), *levels.guests(levels.here)]  # one joined, the other came without a part
    mixed = levels.activity(levels.city, "有人未参加课题")
    levels.topic(mixed, levels.here)
    actions.invite(mixed, levels.office(levels.city), guests)
    levels.held(mixed)
    tree = Tree(levels.province, YEAR)
    assert tree.differing(registry.figures()) == []
    assert tree.shared > 0
    for figures, cuts in narrowed(tree, ("activities", "joint")):
        assert tree.differing(figures, cuts) == [], (cuts[0][0].key, cuts[0][1])
