"""What committees of several levels do together: one record of the leader, parts of the others, made as clicks make it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import LoginActor, actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.activities import actions as activities
from lvzhi.activities.actions import Guest
from lvzhi.activities.actions.attending import note_all_but
from lvzhi.activities.models import Activity
from lvzhi.activities.queries import sittings_of
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.demo.offices import EVENING, Desk
from lvzhi.demo.people import FIRST_DAY, GENERATOR, Cast, moment, password
from lvzhi.joint.actions import open_topic
from lvzhi.joint.models import Partaking, Piece, Topic
from lvzhi.workflow.engine import take

KIND = "activities.activity"
OFFICES = {"GZ-GY": ("shiban", "周之宁"), "GZ": ("shengban", "陆怀远")}
ASKED_BEFORE, ANSWERED_BEFORE = timedelta(days=9), timedelta(days=6)
LEVELS_ABOVE = {"市政协": 1, "省政协": 2}
WANTED = "请协助联系点位，准备汇报材料，选派委员参加。"
NEEDED = frozenset({"GZ", "GZ-GY-WD", "GZ-TR-BJ"})


def office_of(committee: Committee) -> Account:
    """The office of a committee of which the demonstration holds no people: one account."""
    username, name = OFFICES[committee.code]
    known = Account.objects.filter(username=username).first()
    if known is not None:
        return known
    system = system_actor(GENERATOR, moment(FIRST_DAY))
    made = accounts.create_account(system, username, name, must_change=False, committee=committee, hashed=password())
    accounts.appoint(system, made, "office", committee, starts=FIRST_DAY, ground="机关工作")
    return made


def acting(account: Account | None, day: date) -> LoginActor:
    """An account on the evening of a day."""
    if account is None:
        raise LookupError(day)
    return actor_for(account, at=moment(day, EVENING), via="generator")


def leader_of(committee: Committee, body: str) -> Committee | None:
    """The committee above that a district calls so; None for a body that is none."""
    found: Committee | None = committee
    for _ in range(LEVELS_ABOVE.get(body, 0)):
        found = found.parent if found is not None else None
    return found if body in LEVELS_ABOVE else None


def together(
    desk: Desk, leader: Committee, kind: str, title: str, day: date, guests: Sequence[Guest], topic: str
) -> None:
    """An activity of a committee above, from its opening to the district to the file; the district's people took part."""
    account, here = office_of(leader), desk.cast.committee
    asked, answered = day - ASKED_BEFORE, day - ANSWERED_BEFORE
    with clock.at(moment(asked, EVENING)):
        actor = acting(account, asked)
        made = activities.begin(actor, leader, {"kind": kind, "title": title, "held_on": day, "topic": topic})
        work = open_topic(actor, KIND, made.uid, {})
        work = take(work, "ask", actor, {"committees": [here.pk], "role": "assist", "words": WANTED})
    with clock.at(moment(answered, EVENING)):
        part = take(_part(work, here), "accept", desk.actor(answered), {})
        people = [one.person.pk for one in guests if one.person is not None]
        part = take(part, "team", desk.actor(answered), {"people": people, "duty": "member"})
    with clock.at(moment(day, EVENING)):
        actor = acting(account, day)
        activities.invite(made, actor, guests)
        _hold(made, actor)
        take(part, "finish", desk.actor(day), {"on": day})
        take(work, "close", actor, {"on": day})


def _hold(made: Activity, actor: LoginActor, *, close: bool = True) -> None:
    held = take(made, "hold", actor, {"summary": ""})
    for sitting in sittings_of(held):
        note_all_but(sitting, actor, {})
    if close:
        take(held, "close", actor)


def _part(work: Topic, committee: Committee) -> Partaking:
    return Partaking.objects.select_related("topic", "committee").get(topic=work, committee=committee)


@transaction.atomic
def current_joint(casts: Mapping[str, Cast], ways: Mapping[str, Account], today: date) -> None:
    """Those of the session: one of the city under way and partly late, one of the province just asked, one of our own."""
    if not casts.keys() >= NEEDED or "bangong" not in ways:
        return
    here = casts["GZ-GY-WD"]
    city = here.committee.parent
    if city is None:
        raise LookupError(here.committee.name)
    _under_way(here, city, ways, today)
    _just_asked(casts, today)
    _our_own(here, city, ways, today)


def _step(record: Any, key: str, account: Account | None, day: date, **answers: Any) -> Any:
    with clock.at(moment(day, EVENING)):
        return take(record, key, acting(account, day), answers)


def _begin(
    account: Account | None, leader: Committee, day: date, data: Mapping[str, Any], words: str, until: date
) -> Topic:
    with clock.at(moment(day, EVENING)):
        made = activities.begin(acting(account, day), leader, data)
        return open_topic(acting(account, day), KIND, made.uid, {"words": words, "until": until})


def _under_way(here: Cast, city: Committee, ways: Mapping[str, Account], today: date) -> None:
    shi, ban = office_of(city), ways["bangong"]
    began, until = today - timedelta(days=30), today + timedelta(days=35)
    held = today - timedelta(days=18)
    words = "摸清养老服务设施底数和老年人需求，形成全市报告和各区分报告。"
    data = {"kind": "research", "title": "社区嵌入式养老服务专题调研", "topic": "社区嵌入式养老服务", "held_on": held,
            "ends_on": held + timedelta(days=1)}  # fmt: skip
    work = _begin(shi, city, began, data, words, until)
    work = _step(work, "ask", shi, began, committees=[here.committee.pk], role="joint", words="提供本区数据，组织入户走访。",
                 until=until)  # fmt: skip
    day = began + timedelta(days=3)
    part = _step(_part(work, here.committee), "accept", ban, day, organ=here.organs[2].pk)
    member = here.members[20]
    part = _step(part, "team", ban, day, people=[member.person_id, here.members[41].person_id], duty="member")
    part = _step(part, "team", ban, day, people=[here.staff[0].pk], duty="contact")
    _broken_down(part, here, ways, today)
    lead = _part(work, city)
    _step(
        lead, "divide", shi, day, what="汇总各区数据，起草总报告", until=until - timedelta(days=5), who="市政协办公室"
    )
    with clock.at(moment(held + timedelta(days=1), EVENING)):
        made = Activity.objects.get(uid=work.subject)
        actor = acting(shi, held + timedelta(days=1))
        activities.invite(made, actor, [Guest(person=one.person) for one in (member, here.members[41])])
        _hold(made, actor, close=False)


def _broken_down(part: Partaking, here: Cast, ways: Mapping[str, Account], today: date) -> None:
    """The district's pieces: one of the city's that is late, one under way, one done."""
    leader, ban, member = part.topic.committee, ways["bangong"], here.members[20]
    shi, day = office_of(leader), today - timedelta(days=27)
    _step(part, "divide", shi, day, what="填报养老服务设施和床位数据", until=today - timedelta(days=3))
    given = Piece.objects.latest("pk")
    _step(given, "assign", ban, day, person=[here.staff[0].pk])
    _step(given, "advance", ban, today - timedelta(days=6), words="已收齐8个社区的数据，还差2个镇。", percent=80)
    _step(
        part,
        "divide",
        ban,
        day,
        what="入户走访100户老年人家庭",
        until=today + timedelta(days=12),
        person=[member.person_id],
    )
    _step(
        Piece.objects.latest("pk"),
        "advance",
        ways["weiyuan"],
        today - timedelta(days=2),
        words="已走访46户。",
        percent=46,
    )
    _step(part, "divide", ban, day, what="召开社区座谈会2场", until=today - timedelta(days=7))
    _step(Piece.objects.latest("pk"), "finish", ban, today - timedelta(days=8), on=today - timedelta(days=8))


def _just_asked(casts: Mapping[str, Cast], today: date) -> None:
    province, other, here = casts["GZ"], casts["GZ-TR-BJ"], casts["GZ-GY-WD"]
    began, held = today - timedelta(days=3), today + timedelta(days=21)
    data = {"kind": "inspection", "title": "县域医共体运行视察", "topic": "县域医共体运行", "held_on": held}
    work = _begin(province.office, province.committee, began, data, "每县选两个点位，听取基层医务人员意见。", held)
    work = _step(
        work, "ask", province.office, began, committees=[here.committee.pk, other.committee.pk], role="assist",
        words="推荐2个乡镇卫生院作为点位，选派2名医药卫生界委员。",
    )  # fmt: skip
    _step(_part(work, other.committee), "accept", other.office, today - timedelta(days=1))


def _our_own(here: Cast, city: Committee, ways: Mapping[str, Account], today: date) -> None:
    rows = Activity.objects.live().filter(committee=here.committee, family="research", held_on__lte=today)
    made = rows.order_by("-held_on", "-id").first()
    if made is None:
        return
    began = today - timedelta(days=5)
    with clock.at(moment(began, EVENING)):
        work = open_topic(acting(ways["bangong"], began), KIND, made.uid, {"until": today + timedelta(days=20)})
    work = _step(
        work, "ask", ways["bangong"], began, committees=[city.pk], role="joint", words="请在全市推介调研成果。"
    )
    _step(_part(work, city), "accept", office_of(city), today - timedelta(days=4))
