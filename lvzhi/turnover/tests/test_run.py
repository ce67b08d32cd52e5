"""Rehearsal, run, second run, taking back: what changes and what does not."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.accounts.models import Account, Appointment, LoginSession
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Term
from lvzhi.deadlines import clock
from lvzhi.journal.verify import verify
from lvzhi.links.queries import ties
from lvzhi.norms import actions as norms
from lvzhi.party import actions as party
from lvzhi.people import actions as people
from lvzhi.people import queries
from lvzhi.people.models import Member, Person
from lvzhi.proposals.tests.people import builder
from lvzhi.turnover import actions
from lvzhi.turnover.models import Archive, Change, LooseEnd
from lvzhi.turnover.tests.hall import BUILT, ROWS, STARTS, TODAY, Hall, everything, fresh
from lvzhi.turnover.vocabulary import RATING
from lvzhi.workflow import engine

LAST = STARTS - dt.timedelta(days=1)


def names(hall: Hall, day: dt.date) -> set[str]:
    return {row.person.name for row in queries.members_on(hall.scope, day)}


def test_a_rehearsal_does_it_all_and_writes_nothing(hall: Hall) -> None:
    change = hall.listed()
    before = everything()
    done = hall.rehearsed(change)
    assert everything() == before
    assert (done.state, done.report["stops"]) == ("rehearsed", [])
    told = {name: (old, new) for _, name, old, new, _ in done.report["figures"]}
    assert (told["委员"], told["连任"], told["新任"], told["卸任"]) == ((3, 3), (None, 2), (None, 1), (None, 1))
    assert (told["中共党员委员"], told["界别：经济界"], told["界别：教育界"]) == ((0, 1), (2, 1), (1, 2))
    assert (told["停用账号"], told["新建账号"]) == ((None, 1), (None, 1))
    assert not Archive.objects.exists()


def test_the_run_ends_one_term_and_begins_the_next(hall: Hall) -> None:
    done = hall.carried()
    old, new = Term.objects.filter(committee=hall.here).order_by("number")
    assert (old.ends, new.number, new.starts, new.ends) == (LAST, 11, STARTS, None)
    assert names(hall, LAST) == {"甲文", "乙明", "丙成"}
    assert names(hall, STARTS) == {"乙明", "丙成", "吴新"}
    yi = queries.members_on(hall.scope, STARTS).get(person__name="乙明")
    assert (yi.how_joined, yi.joined_by) == ("re_elected", "县委〔2026〕8号")
    assert {one.name for one in queries.organs_of(yi, STARTS)} == {"经济界", "经济委员会"}
    assert {one.kind for one in queries.posts_of(yi.person, hall.here.pk, STARTS)} == {"chairman", "standing"}
    assert queries.posts_of(hall.members[hall.jia.pk].person, hall.here.pk, STARTS) == []
    gone = Member.objects.get(pk=hall.members[hall.jia.pk].pk)
    assert (gone.ends, gone.how_left, gone.left_by) == (LAST, "term_over", "县委〔2026〕8号")
    assert done.state == "carried_out"
    assert verify(outside=False) == []


def test_logins_follow(hall: Hall) -> None:
    hall.login(hall.jia)
    assert LoginSession.objects.filter(account=hall.jia).exists()
    hall.carried()
    jia, wu = Account.objects.get(pk=hall.jia.pk), Person.objects.get(name="吴新").account
    assert not jia.is_active
    assert not LoginSession.objects.filter(account=jia).exists()
    assert Appointment.objects.get(account=jia, role=Role.MEMBER).ends == LAST
    assert wu is not None
    assert (wu.username, wu.is_active, wu.must_change_password) == ("wuxin", True, True)
    held = {(one.role, one.starts, one.organ) for one in wu.appointments.all()}
    assert held == {(Role.MEMBER, STARTS, None), (Role.ORGAN_HEAD, STARTS, hall.economy)}
    assert Account.objects.get(pk=hall.yi.pk).is_active


def test_loose_ends_are_written_down_and_tied(hall: Hall) -> None:
    done = hall.carried()
    items = {(one.kind, one.title): one.way for one in LooseEnd.objects.filter(change=done)}
    assert items["proposals.proposal", hall.proposal.title_for_people] == "carried"
    assert items["ledger.problem", str(hall.lamp.title_for_people)] == "carried"
    tied = ties(hall.proposal)
    assert [(one.uid, one.word) for one in tied] == [(done.uid, "移交下一届")]
    looks = " ".join(done.report["looks"])
    assert hall.proposal.title not in looks  # 乙 has signed it and stays


def test_a_second_run_changes_nothing(hall: Hall) -> None:
    done = hall.carried()
    before = everything()
    again = hall.carried(done)
    assert everything() == before
    assert (again.state, again.version, again.report) == (done.state, done.version, done.report)


def test_two_at_once_run_it_once(hall: Hall) -> None:
    change = hall.seconded()
    stale = fresh(change)
    hall.carried(change)
    before = everything()
    with pytest.raises(Conflict):
        engine.take(stale, "carry_out", hall.actor(hall.chen))
    assert actions.finished(actions.carry_out(hall.actor(hall.chen), stale)).state == "carried_out"
    assert everything() == before


def test_taking_back_restores_every_table_and_every_figure(hall: Hall) -> None:
    change = hall.seconded()
    tables, figures = everything(), hall.figures()
    hall.carried(change)
    assert everything() != tables
    back = hall.back(change)
    now = everything()
    assert {name for name in tables if tables[name] != now[name]} == set()
    assert hall.figures() == figures
    assert (back.state, back.ground) == ("rolled_back", "名册有误")
    assert not LooseEnd.objects.exists()
    assert not Archive.objects.exists()
    assert verify(outside=False) == []


def test_after_taking_back_it_can_be_prepared_and_run_again(hall: Hall) -> None:
    change = hall.back(hall.carried())
    again = engine.take(change, "again", hall.actor(hall.wen))
    done = hall.carried(hall.seconded(hall.approved(hall.rehearsed(again))))
    assert done.state == "carried_out"
    assert names(hall, STARTS) == {"乙明", "丙成", "吴新"}


def test_figures_of_the_old_term_stay_as_they_were(hall: Hall) -> None:
    change = hall.seconded()
    before = hall.figures()
    hall.carried(change)
    assert hall.figures() == before
    assert before["people.members", f"{dt.date(2024, 1, 8)}..{LAST}"][0] == 3


@pytest.mark.parametrize("what", ["session", "problem", "edit", "join"])
def test_what_was_entered_since_keeps_it_from_being_taken_back(hall: Hall, what: str) -> None:
    done = hall.carried()
    term = Term.objects.get(committee=hall.here, number=11)
    yi = queries.members_on(hall.scope, STARTS).get(person__name="乙明")
    if what == "session":
        places.add_session(
            builder(), term, number=1, opens=dt.date(2026, 4, 8), closes=dt.date(2026, 4, 10),
            window_from=dt.date(2026, 4, 1),
        )  # fmt: skip
    elif what == "problem":
        hall.problem("井盖破损")
    elif what == "join":
        people.join(builder(), yi, hall.history, starts=TODAY)
    else:
        people.edit_member(builder(), yi, starts=STARTS, number="007", how_joined="re_elected", version=yi.version)
    before = everything()
    with pytest.raises(Refusal) as caught:
        hall.back(done)
    said = {"session": "十一届一次会议", "problem": "登记", "edit": "乙明", "join": "文史委员会"}[what]
    print(caught.value.sentence)
    assert said in caught.value.sentence
    assert "不能回退" in caught.value.sentence
    assert everything() == before


def test_before_the_first_day_it_is_rehearsed_but_not_run(hall: Hall) -> None:
    with clock.at(BUILT):
        change = hall.seconded()
        assert "执行要在当日或以后" in change.report["looks"][-1]
        before = everything()
        with pytest.raises(Refusal, match="在当日或以后"):
            hall.carried(change)
        assert everything() == before


def test_a_problem_met_by_the_run_leaves_nothing_behind(hall: Hall) -> None:
    change = hall.seconded()
    jia = hall.members[hall.jia.pk]
    people.join(builder(), Member.objects.get(pk=jia.pk), hall.history, starts=TODAY)
    before = everything()
    with pytest.raises(Refusal, match="甲文.*什么都没有改动|什么都没有改动.*甲文"):
        hall.carried(change)
    assert everything() == before
    assert fresh(change).state == "approved"


def test_who_rates_when_nobody_signed_and_by_the_other_rule(hall: Hall) -> None:
    change = hall.begun()
    hall.read(change, *(row for row in ROWS if row[0] != "乙明"))  # 乙, who signed, goes too
    done = hall.rehearsed(change)
    assert any(hall.proposal.title in said and "按未评办结" in said for said in done.report["looks"])
    norms.set_value(builder(), hall.here, RATING, "author", starts=BUILT, ground="测试")
    done = hall.carried(hall.seconded(hall.approved(hall.rehearsed(done))))
    jia = Account.objects.get(pk=hall.jia.pk)
    assert (jia.is_active, Account.objects.get(pk=hall.yi.pk).is_active) == (True, False)
    rated = engine.take(hall.proposal, "rate", hall.actor(jia), {"attitude": "satisfied", "result": "satisfied"})
    assert [one.member.person.name for one in rated.ratings.all()] == ["甲文"]


def test_who_goes_and_still_sits_elsewhere_is_named(hall: Hall) -> None:
    jia = hall.members[hall.jia.pk].person
    people.affiliate(builder(), jia, hall.here, "cpc")
    body = party.found_body(
        hall.actor(hall.wen), hall.here, {"name": "委员第一支部", "starts": STARTS.replace(month=1)}
    )
    party.seat(body, hall.actor(hall.wen), [jia], "member", STARTS.replace(month=1))
    said = [one for one in hall.rehearsed().report["looks"] if "党组织成员" in one]
    assert said == ["卸任委员仍在“党组织成员”中：甲文。换届不改动，请到相应页面办理。"]


def test_only_the_two_hands_may(hall: Hall) -> None:
    change = hall.rehearsed()
    with pytest.raises(NotAllowed):
        engine.take(change, "approve", hall.actor(hall.wen))
    assert Change.objects.get(pk=change.pk).state == "rehearsed"
