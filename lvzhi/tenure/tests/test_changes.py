"""Changes: from the proposal to the roster, each tied to its meeting; what cannot be; taking back; review."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.accounts.tests.house import START
from lvzhi.deadlines import clock
from lvzhi.people import actions as people
from lvzhi.people.models import Member, Membership, Person
from lvzhi.people.queries import members_on, organs_of
from lvzhi.tenure import actions, rules, workflow
from lvzhi.tenure.models import Change, Effect
from lvzhi.tenure.tests.hall import CHAIRMEN_DAY, FORCE, STANDING_DAY, TODAY, Hall
from lvzhi.workflow import engine

DAY = dt.timedelta(days=1)


def refused(do: Any, *args: Any, **more: Any) -> str:
    with pytest.raises(Refusal) as caught:
        do(*args, **more)
    return caught.value.sentence


def sectors(member: Member, day: dt.date) -> list[str]:
    return [organ.name for organ in organs_of(member, day, "sector")]


def test_a_by_election_puts_a_new_member_on_the_roster_with_the_deciding_meeting(hall: Hall) -> None:
    change = hall.proposed("by_election", special=hall.history, employer="区文化馆", job="馆员")
    assert (change.state, change.hears, change.decides) == ("proposed", "chairmen", "standing")
    assert not Member.objects.filter(person__name="新员").exists()
    done = hall.decided(change, number="0101")
    member = Member.objects.get(person__name="新员")
    assert (member.starts, member.how_joined, member.number) == (FORCE, "by_election", "0101")
    assert "4月28日会议" in member.joined_by
    assert [organ.name for organ in organs_of(member, FORCE)] == ["文艺界", "文史委员会"]
    assert (done.decided_on, done.member, done.effects.get().member) == (STANDING_DAY, member, member)
    assert member in members_on(hall.scope, TODAY)
    assert member not in members_on(hall.scope, FORCE - DAY)


def test_somebody_who_was_a_member_is_elected_again_as_the_same_person(hall: Hall) -> None:
    people.end_tenure(hall.office, hall.members["ding"], dt.date(2026, 2, 1), "resigned")
    person = hall.members["ding"].person
    hall.decided(hall.proposed("by_election", person=person, name="", phone=""))
    assert Member.objects.filter(person=person).count() == 2
    assert Person.objects.filter(name="ding员").count() == 1


@pytest.mark.parametrize(("kind", "how"), [("resignation", "resigned"), ("moved", "transferred"), ("died", "deceased")])
def test_leaving_ends_tenure_seats_and_posts_on_the_day_before(hall: Hall, kind: str, how: str) -> None:
    people.appoint(hall.office, hall.members["jia"].person, hall.here, "standing", starts=START)
    done = hall.decided(hall.proposed(kind))
    member = Member.objects.get(pk=hall.members["jia"].pk)
    assert (member.ends, member.how_left) == (FORCE - DAY, how)
    assert not Membership.objects.filter(member=member).exclude(ends=FORCE - DAY).exists()
    assert Effect.objects.filter(change=done, made=False).count() == 4  # tenure, sector, committee, post


def test_a_change_of_sector_is_decided_by_the_chairmen_alone(hall: Hall) -> None:
    change = hall.proposed("sector", organ=hall.artists)
    assert (change.hears, change.decides, change.old_organ) == ("", "chairmen", hall.farmers)
    hall.meeting("chairmen", CHAIRMEN_DAY)
    answers = {"meeting": hall.meeting("chairmen", CHAIRMEN_DAY).pk, "in_force_on": FORCE}
    engine.take(change, "decide", hall.office, answers)
    member = hall.members["jia"]
    assert sectors(member, FORCE - DAY) == ["农业界"]
    assert sectors(member, FORCE) == ["文艺界"]


def test_a_special_committee_is_changed_or_added(hall: Hall) -> None:
    meeting = hall.meeting("chairmen", CHAIRMEN_DAY)
    moved = hall.proposed("special_committee", organ=hall.history, old_organ=hall.economy)
    added = hall.proposed("special_committee", "yi", organ=hall.history)
    for change in (moved, added):
        engine.take(change, "decide", hall.office, {"meeting": meeting.pk, "in_force_on": FORCE})
    names = [[o.name for o in organs_of(hall.members[w], FORCE, "special_committee")] for w in ("jia", "yi")]
    assert names == [["文史委员会"], ["经济委员会", "文史委员会"]]


def test_another_employer_needs_no_meeting(hall: Hall) -> None:
    change = hall.proposed("employer", employer="区水务局", job="局长")
    hall.decided(change, TODAY)
    person = Person.objects.get(pk=hall.members["jia"].person_id)
    assert person.work == "区水务局局长"
    hall_change = Change.objects.get(pk=change.pk)
    assert (hall_change.meeting, hall_change.was_employer) == ("办公室登记", "区农科所")
    later = hall.proposed("employer", employer="区文旅局", job="局长")
    assert "还没有到" in refused(hall.decided, later, TODAY + DAY)


def test_refusing_and_withdrawing_change_nothing(hall: Hall) -> None:
    before = list(Membership.objects.order_by("pk").values_list("pk", "organ", "ends"))
    one, two = hall.proposed("resignation"), hall.proposed("sector", "yi", organ=hall.artists)
    meeting = hall.meeting("chairmen", CHAIRMEN_DAY)
    one = engine.take(one, "refuse", hall.office, {"meeting": meeting.pk, "ground": "再考虑。"})
    two = engine.take(two, "withdraw", hall.office)
    assert (one.state, two.state) == ("refused", "withdrawn")
    assert list(Membership.objects.order_by("pk").values_list("pk", "organ", "ends")) == before
    assert Member.objects.get(pk=hall.members["jia"].pk).ends is None


BAD: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("by_election", {"name": "yi员", "phone": ""}, "现在就是本级政协委员"),
    ("by_election", {"name": " "}, "请填写新增补委员的姓名"),
    ("by_election", {"organ": None}, "请选择调整到哪个界别"),
    ("resignation", {"member": None}, "请选择是哪位委员"),
    ("resignation", {"ground": " "}, "请写明理由"),
    ("resignation", {"proposed_on": TODAY + DAY}, "在今天之后"),
    ("sector", {}, "请选择调整到哪个界别"),
    ("employer", {"employer": "区农科所", "job": "研究员"}, "与现在登记的相同"),
)


@pytest.mark.parametrize(("kind", "data", "words"), BAD)
def test_what_cannot_be_proposed_is_said_in_a_sentence(hall: Hall, kind: str, data: dict[str, Any], words: str) -> None:
    assert words in refused(hall.proposed, kind, **data)
    assert not Change.objects.exists()


def test_the_same_change_does_not_run_twice(hall: Hall) -> None:
    hall.proposed("resignation")
    assert "正在办理" in refused(hall.proposed, "resignation")
    hall.proposed("by_election")
    assert "正在办理" in refused(hall.proposed, "by_election")


def test_a_meeting_held_after_the_day_in_force_is_refused(hall: Hall) -> None:
    change = hall.heard(hall.proposed("resignation"))
    said = refused(hall.decided, change, STANDING_DAY - DAY)
    assert "先决定，后生效" in said
    assert Member.objects.get(pk=hall.members["jia"].pk).ends is None


def test_the_meeting_is_of_the_deciding_body_and_in_order(hall: Hall) -> None:
    change = hall.heard(hall.proposed("resignation"))
    chairmen = hall.meeting("chairmen", CHAIRMEN_DAY)
    assert "种类不对，或举行在" in refused(hall.decided, change, meeting=chairmen.pk)
    assert "请选择作出决定的会议" in refused(hall.decided, change, meeting="")
    early = hall.meeting("standing", CHAIRMEN_DAY - DAY)
    taking = {"meeting": early.pk, "in_force_on": FORCE}
    assert "种类不对，或举行在" in refused(engine.take, change, "decide", hall.office, taking)


def test_a_resignation_before_joining_is_refused(hall: Hall) -> None:
    late = people.add_member(
        hall.office, hall.here, hall.term, people.Facts(name="晚员"), starts=TODAY,
        organs=((hall.artists, "member"),),
    )  # fmt: skip
    change = hall.proposed("resignation", member=late)
    assert "才任委员" in refused(hall.decided, change, FORCE)


def test_a_sector_that_ends_before_the_move_is_refused(hall: Hall) -> None:
    short = hall.sector("旧界别", starts=START)
    change = hall.proposed("sector", organ=short)
    from lvzhi.committee import actions as places

    places.alter_organ(
        hall.office, short, name=short.name, kind=short.kind, starts=short.starts, ends=FORCE - 3 * DAY,
    )  # fmt: skip
    change = Change.objects.get(pk=change.pk)
    meeting = hall.meeting("chairmen", CHAIRMEN_DAY)
    said = refused(engine.take, change, "decide", hall.office, {"meeting": meeting.pk, "in_force_on": FORCE})
    assert "“旧界别”已于2026年4月28日撤销" in said


def test_one_elected_meanwhile_is_not_elected_twice(hall: Hall) -> None:
    change = hall.heard(hall.proposed("by_election"))
    people.add_member(
        hall.office, hall.here, hall.term, people.Facts(name="新员", phone="13812345678"), starts=TODAY
    )  # fmt: skip
    assert "现在就是本级政协委员" in refused(hall.decided, change)


def test_voiding_takes_everything_back_and_is_final(hall: Hall) -> None:
    people.appoint(hall.office, hall.members["jia"].person, hall.here, "standing", starts=START)
    seats = list(Membership.objects.order_by("pk").values_list("pk", "ends"))
    left = hall.decided(hall.proposed("resignation"))
    elected = hall.decided(hall.proposed("by_election"))
    moved = hall.decided(hall.proposed("sector", "yi", organ=hall.artists), meeting=hall.meeting("chairmen").pk)
    work = hall.decided(hall.proposed("employer", "bing", employer="区水务局", job="局长"), TODAY)
    for change in (left, elected, moved, work):
        actions.void_change(change, hall.office, "登记有误")
        assert "重新提出" in refused(actions.restore_change, Change.objects.get(pk=change.pk), hall.office)
    member = Member.objects.get(pk=hall.members["jia"].pk)
    assert (member.ends, member.how_left) == (None, "")
    live = Membership.objects.filter(voided_at=None, member__voided_at=None)
    assert list(live.order_by("pk").values_list("pk", "ends")) == seats
    assert not Member.objects.live().filter(person__name="新员").exists()
    assert Person.objects.get(pk=hall.members["bing"].person_id).work == "区农科所研究员"


def test_what_followed_stands_in_the_way_of_voiding(hall: Hall) -> None:
    work = hall.decided(hall.proposed("employer", employer="区水务局", job="局长"), TODAY)
    hall.decided(hall.proposed("employer", employer="区水务局", job="一级调研员"), TODAY)
    assert "又改过" in refused(actions.void_change, work, hall.office, "有误")
    assert Change.objects.get(pk=work.pk).voided_at is None


def test_one_removed_asks_for_review_in_time_and_comes_back(hall: Hall) -> None:
    change = hall.decided(hall.proposed("removal"))
    jia = hall.actor(hall.accounts["jia"])
    assert rules.review_until(change) == STANDING_DAY + dt.timedelta(days=30)
    with pytest.raises(NotAllowed):
        engine.take(change, "ask_review", hall.actor(hall.accounts["yi"]), {"plea": "不服"})
    with clock.at(dt.date(2026, 6, 1)):
        late = hall.actor(hall.accounts["jia"])
        assert "已于2026年5月28日届满" in refused(engine.take, change, "ask_review", late, {"plea": "不服"})
    change = engine.take(change, "ask_review", jia, {"plea": "请再核查。"})
    assert change.state == "review"
    again = hall.meeting("standing", TODAY)
    done = engine.take(change, "overturn", hall.office, {"meeting": again.pk, "ground": "事实不清"})
    member = Member.objects.get(pk=hall.members["jia"].pk)
    assert (done.state, member.ends, done.reviewed_on) == ("overturned", None, TODAY)
    assert sectors(member, TODAY) == ["农业界"]


def test_a_review_that_upholds_is_the_last_one(hall: Hall) -> None:
    change = hall.decided(hall.proposed("removal"))
    jia = hall.actor(hall.accounts["jia"])
    change = engine.take(change, "ask_review", jia, {"plea": "请再核查。"})
    again = hall.meeting("standing", TODAY)
    change = engine.take(change, "uphold", hall.office, {"meeting": again.pk, "ground": "事实清楚"})
    assert (change.state, change.outcome) == ("decided", "upheld")
    with pytest.raises(NotAllowed):
        engine.take(change, "ask_review", jia, {"plea": "还是不服"})


def test_a_member_hands_in_the_own_resignation_and_may_withdraw_it(hall: Hall) -> None:
    jia = hall.actor(hall.accounts["jia"])
    change = workflow.resign(jia, hall.here, "身体原因")
    assert (change.state, change.own) == ("handed", True)
    with pytest.raises(NotAllowed):
        engine.take(change, "receive", jia)
    assert "正在办理" in refused(workflow.resign, jia, hall.here, "再交一次")
    assert engine.take(change, "withdraw", jia).state == "withdrawn"
    second = engine.take(workflow.resign(jia, hall.here, "身体原因"), "receive", hall.office)
    for kind, key in (("chairmen", "hear"), ("standing", "decide")):
        answers = {"meeting": hall.meeting(kind, TODAY).pk, "in_force_on": TODAY, "opinion": ""}
        second = engine.take(second, key, hall.office, answers)
    assert Member.objects.get(pk=hall.members["jia"].pk).ends == TODAY - DAY


def test_nobody_decides_on_oneself(hall: Hall) -> None:
    change = hall.proposed("resignation", member=hall.members["mi"])
    mi = hall.actor(hall.mi)
    for key in ("hear", "refuse", "withdraw"):
        with pytest.raises(NotAllowed):
            engine.take(change, key, mi, {"ground": "x", "meeting": ""})
    with pytest.raises(NotAllowed):
        actions.propose(mi, hall.here, "employer", {"member": hall.members["mi"], "job": "x", "ground": "x"})
    with pytest.raises(NotAllowed):
        actions.void_change(change, mi, "x")


def test_the_second_of_two_is_told_who_was_first(hall: Hall) -> None:
    change = hall.proposed("resignation")
    seen = change.version
    hall.heard(change)
    with pytest.raises(Conflict) as conflict:
        engine.take(change, "withdraw", hall.actor(hall.mi), version=seen)
    assert "白办" in conflict.value.sentence


def test_the_table_of_the_committee_says_who_decides_from_its_day_on(hall: Hall) -> None:
    from lvzhi.norms import actions as norms

    standing = hall.proposed("sector", organ=hall.artists)
    norms.set_code(
        hall.office, hall.here, "tenure.procedures", "sector", "调整界别",
        extra={"hears": "chairmen", "decides": "standing"}, starts=dt.date(2026, 3, 1), ground="本级规定",
    )  # fmt: skip
    later = hall.proposed("sector", "yi", organ=hall.artists)
    assert (standing.hears, standing.decides) == ("", "chairmen")
    assert (later.hears, later.decides) == ("chairmen", "standing")
