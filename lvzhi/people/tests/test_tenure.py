"""Who belongs where, from when to when; and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.actors import LoginActor, system_actor
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.journal.queries import history
from lvzhi.people import actions, queries
from lvzhi.people.actions import Facts
from lvzhi.people.models import Member, Membership, Person
from lvzhi.people.tests.conftest import STARTS, TODAY, County, Login, NewMember

D = dt.date


def refused(code: str, work: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        work()
    assert caught.value.code == code
    assert "{" not in caught.value.sentence
    assert "people." not in caught.value.sentence
    return caught.value


def test_a_member_sits_in_several_organs_at_once(county: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member(parties=["cpc"], offices=["standing"])
    actions.join(office, member, county.organs["提案委员会"], "head", starts=D(2022, 3, 1))
    actions.join(office, member, county.organs["文史委员会"], starts=D(2022, 4, 1))
    assert {organ.name for organ in queries.organs_of(member, TODAY)} == {"经济界", "提案委员会", "文史委员会"}
    assert {organ.name for organ in queries.organs_of(member, D(2022, 3, 31))} == {"经济界", "提案委员会"}
    assert list(queries.members_of(county.organs["文史委员会"], D(2022, 3, 31))) == []
    assert list(queries.members_of(county.organs["文史委员会"], D(2022, 4, 1))) == [member]


def test_one_sector_at_a_time_but_a_transfer_moves(county: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member()
    refused(
        "people.one_at_a_time",
        lambda: actions.join(office, member, county.organs["教育界"], starts=D(2022, 5, 1)),
    )
    seat = queries.memberships(member, TODAY).get()
    actions.transfer(office, seat, county.organs["教育界"], D(2022, 9, 1))
    assert [organ.name for organ in queries.organs_of(member, D(2022, 8, 31))] == ["经济界"]
    assert [organ.name for organ in queries.organs_of(member, D(2022, 9, 1))] == ["教育界"]


def test_a_sector_that_ends_before_he_joins(county: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member(sector="")
    closed = places.add_organ(
        system_actor("test"), county.committee, kind="sector", name="农业界", starts=D(2017, 1, 1), ends=D(2022, 6, 30)
    )
    said = refused("people.organ_over", lambda: actions.join(office, member, closed, starts=D(2022, 7, 1)))
    assert "农业界" in said.sentence
    assert Membership.objects.count() == 0
    seat = actions.join(office, member, closed, starts=D(2022, 6, 1))
    assert seat.ends == D(2022, 6, 30)


def test_outside_tenure_end_before_start_and_twice(county: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member()
    committee = county.organs["提案委员会"]
    refused("people.outside_tenure", lambda: actions.join(office, member, committee, starts=D(2021, 12, 1)))
    refused(
        "people.dates",
        lambda: actions.join(office, member, committee, starts=D(2022, 5, 1), ends=D(2022, 4, 1)),
    )
    actions.join(office, member, committee, starts=D(2022, 5, 1))
    refused("people.membership_twice", lambda: actions.join(office, member, committee, starts=D(2022, 6, 1)))


def test_duplicate_tenure_and_number(county: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member(number="007")
    again = lambda: actions.add_member(  # noqa: E731  reason: one expression
        office, county.committee, county.term, member.person, starts=D(2023, 1, 1)
    )
    refused("people.tenure_twice", again)
    refused("people.number_taken", lambda: new_member("李四", number="007"))
    refused("people.outside_term", lambda: new_member("李四", starts=D(2021, 1, 1)))
    assert Person.objects.count() == 1, "a refusal leaves no half-written person behind"


def test_foreign_organ_is_refused(neighbour: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member()
    refused(
        "people.organ_elsewhere",
        lambda: actions.join(office, member, neighbour.organs["提案委员会"], starts=STARTS),
    )


def test_ending_a_tenure_ends_what_hangs_on_it(county: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member(offices=["standing"])
    actions.end_tenure(office, member, D(2023, 3, 31), "resigned", left_by="常委会第五次会议")
    assert list(queries.members_on(county.scope, D(2023, 3, 31))) == [member]
    assert list(queries.members_on(county.scope, D(2023, 4, 1))) == []
    assert queries.posts_of(member.person, county.committee.pk, D(2023, 4, 1)) == []
    assert list(queries.members_of(county.organs["经济界"], D(2023, 4, 1))) == []
    refused("people.already_over", lambda: actions.end_tenure(office, member, D(2023, 5, 1), "resigned"))
    entry = history("people.member", member.uid)[0]
    assert "张三" in entry.sentence
    assert "辞去委员" in entry.sentence
    again = actions.add_member(office, county.committee, county.term, member.person, starts=D(2023, 5, 1))
    assert list(queries.members_on(county.scope, D(2023, 5, 1))) == [again]


def test_a_place_that_begins_after_the_end_stops_it(county: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member()
    actions.join(office, member, county.organs["提案委员会"], starts=D(2023, 5, 1))
    refused("people.later_than_end", lambda: actions.end_tenure(office, member, D(2023, 4, 1), "resigned"))
    member.refresh_from_db()
    assert member.ends is None


def test_a_mis_entry_leaves_lists_and_can_come_back(county: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member()
    refused("people.ground_missing", lambda: actions.void(office, member, " "))
    actions.void(office, member, "录错人")
    assert list(queries.members_on(county.scope, TODAY)) == []
    assert list(queries.members_of(county.organs["经济界"], TODAY)) == []
    actions.restore(office, member)
    assert list(queries.members_on(county.scope, TODAY)) == [member]


def test_restoring_is_checked_like_a_new_entry(county: County, office: LoginActor, new_member: NewMember) -> None:
    member = new_member()
    actions.void(office, member, "录错人")
    actions.add_member(office, county.committee, county.term, member.person, starts=D(2022, 2, 1))
    refused("people.tenure_twice", lambda: actions.restore(office, member))
    assert Member.objects.live().count() == 1


def test_two_people_of_one_name(county: County, office: LoginActor, new_member: NewMember) -> None:
    one = new_member("王伟", "经济界", phone="13800000001", employer="甲公司", job="经理")
    two = new_member("王伟", "教育界", phone="13800000002", employer="乙中学", job="校长")
    other = new_member("李四", "教育界")
    refused("people.person_known", lambda: new_member("王伟", phone="13800000001"))
    names = queries.told_apart([one, two, other], TODAY)
    assert names == {one.pk: "王伟（经济界，甲公司经理）", two.pk: "王伟（教育界，乙中学校长）", other.pk: "李四"}
    assert list(queries.search(county.scope, "13800000002", TODAY)) == [two]
    assert queries.same_named(county.scope, TODAY) == {"王伟": [one, two]}


def test_a_person_is_found_by_pinyin_initials_number_and_phone(county: County, new_member: NewMember) -> None:
    member = new_member("曾仇单", number="A12", phone="13911112222")
    new_member("陈一")
    for typed in ("曾", "仇单", "zengchou", "ZCD", "A12", "139 1111 2222"):
        assert list(queries.search(county.scope, typed, TODAY)) == [member], typed
    for typed in ("", "ceng", "1391111222", "陈二"):
        assert list(queries.search(county.scope, typed, TODAY)) == [], typed


def test_numbers_are_encrypted_masked_and_unmasking_is_journalled(
    county: County, office: LoginActor, login: Login, new_member: NewMember
) -> None:
    member = new_member(phone="13812345678", id_number="11010519491231002X")
    person = Person.objects.get(pk=member.person_id)
    assert str(person.phone) == "138****5678"
    assert str(person.id_number).endswith("002X")
    assert "19491231" not in str(person.id_number)
    assert person.born == D(1949, 12, 31)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT phone, id_number FROM people_person")
        assert "13812345678" not in str(cursor.fetchall())
    assert actions.unmask(office, person, "phone") == "13812345678"
    entry = history("people.person", person.uid)[0]
    assert entry.sentence == "查看“张三”的完整手机号"
    assert entry.actor_name == "office"
    stranger = login("stranger", county, Role.MEMBER)
    with pytest.raises(NotAllowed):
        actions.unmask(stranger, person, "phone")
    clerk = login("clerk", county, Role.CLERK)
    assert actions.unmask(clerk, person, "phone") == "13812345678"
    with pytest.raises(NotAllowed):
        actions.unmask(clerk, person, "id_number")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"name": " "}, "people.blank"),
        ({"phone": "12345"}, "people.bad_phone"),
        ({"id_number": "110105194912310021"}, "people.bad_id"),
        ({"id_number": "11010519491231002X", "born": D(1950, 1, 1)}, "people.id_birth"),
        ({"born": D(2024, 1, 1)}, "people.born_later"),
        ({"born": D(2010, 1, 1)}, "people.too_young"),
        ({"gender": "other"}, "people.choice_unknown"),
        ({"name": "长" * 41}, "people.too_long"),
    ],
)
def test_bad_facts_of_a_person(new_member: NewMember, facts: dict[str, object], code: str) -> None:
    refused(code, lambda: new_member(**{"name": "张三", **facts}))
    assert Person.objects.count() == 0


def test_one_account_one_person(county: County, office: LoginActor, login: Login, new_member: NewMember) -> None:
    from lvzhi.accounts.models import Account

    one, two = new_member("甲"), new_member("乙")
    actor = login("a1", county, Role.MEMBER)
    account = Account.objects.get(pk=actor.account_id)
    actions.link_account(office, one.person, account)
    refused("people.account_taken", lambda: actions.link_account(office, two.person, account))
    assert queries.member_of_account(account.pk, county.committee.pk, TODAY) == one
    assert queries.member_of_account(account.pk, county.committee.pk, D(2021, 1, 1)) is None
    actions.unlink_account(office, Person.objects.get(pk=one.person_id))
    assert queries.member_of_account(account.pk, county.committee.pk, TODAY) is None


def test_staff_and_posts(county: County, office: LoginActor) -> None:
    staff = actions.add_staff(
        office, county.committee, Facts(name="钱七"), starts=STARTS, organ=county.organs["办公室"],
        title="主任", rank="division_chief",
    )  # fmt: skip
    refused(
        "people.staff_twice", lambda: actions.add_staff(office, county.committee, staff.person, starts=D(2022, 5, 1))
    )
    refused(
        "people.not_agency",
        lambda: actions.add_staff(
            office, county.committee, Facts(name="孙八"), starts=STARTS, organ=county.organs["经济界"]
        ),
    )
    assert list(queries.staff_on(county.scope, TODAY)) == [staff]
    post = actions.appoint(office, staff.person, county.committee, "secretary_general", starts=STARTS)
    refused(
        "people.post_twice",
        lambda: actions.appoint(office, staff.person, county.committee, "secretary_general", starts=D(2023, 1, 1)),
    )
    actions.end_post(office, post, D(2022, 12, 31))
    assert list(queries.posts_on(county.scope, TODAY)) == []
    actions.end_staff(office, staff, D(2022, 12, 31))
    assert list(queries.staff_on(county.scope, TODAY)) == []
