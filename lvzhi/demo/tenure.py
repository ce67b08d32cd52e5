"""Changes among members with their meetings, absence cases, and the selection of a think tank."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

from lvzhi.accounts.actors import LoginActor, actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.activities import actions as activities
from lvzhi.activities.actions import Guest
from lvzhi.activities.actions.attending import note_all_but
from lvzhi.activities.models import Activity
from lvzhi.activities.queries import sittings_of
from lvzhi.activities.vocabulary import Presence
from lvzhi.committee import actions as committees
from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.demo import names
from lvzhi.demo.offices import EVENING, Desk
from lvzhi.demo.people import GENERATOR, Cast, member_account, moment
from lvzhi.demo.supervision import Scene
from lvzhi.people.models import Member
from lvzhi.people.queries import holding, members_on, organs_of
from lvzhi.tenure import actions, workflow
from lvzhi.tenure.models import Case, Change, Selecting
from lvzhi.tenure.queries import nominees
from lvzhi.workflow import engine

NAMED, FIT, CHOSEN = 52, 48, 40  # of the think tank: put forward, fit, chosen
CALLED, CLOSED, VETTED = date(2022, 5, 9), date(2022, 5, 30), date(2022, 6, 6)
UNTIL, OVER = date(2022, 5, 27), date(2026, 12, 31)
UNFIT = "本届已承担两项以上专班工作，难以保证时间。"
WANTED = "政治可靠，熟悉本行业，有较强的调研和文字能力，能够参加智库组织的课题研究。"
PHONES = 9_000_000
IN_FORCE = 26  # of December: after the year's last activity
MINE, LEAVING = 20, -1  # places on the roster: of the login weiyuan; of one whom no other record speaks of
SECTOR_TO = "科学技术界"
ELECTED = ("区科技产业园", "总工程师")
YEAR_END = 12


def _person(place: int) -> tuple[str, str]:
    """An invented name with its phone number."""
    return next(names.people(Random(place), set())), names.phone(PHONES + place)


def think_tank(desk: Desk) -> None:
    """The year's selection: special committees put members forward, the chairmen decide."""
    cast = desk.cast
    office = cast.office
    with clock.at(moment(CALLED)):
        actor = cast.actor(office, moment(CALLED))
        organ = committees.add_organ(actor, cast.committee, kind="think_tank", name="政协智库", starts=CALLED)
        given = {
            "title": "遴选委员组建政协智库", "organ": organ, "places": CHOSEN, "text": WANTED, "until": UNTIL,
            "starts": VETTED, "ends": OVER,
        }  # fmt: skip
        selection = actions.call(actor, cast.committee, given)
    step = len(cast.members) // NAMED
    named = cast.members[::step][:NAMED]
    for place, body in enumerate(cast.organs):
        day = CALLED + timedelta(days=3 + place)
        with clock.at(moment(day)):
            group = named[place :: len(cast.organs)]
            actions.nominate(cast.actor(office, moment(day)), selection, group, organ=body, reason="专业对口。")
    selection = _step(desk, selection, "close", CLOSED)
    keys = list(nominees(selection).order_by("id").values_list("pk", flat=True))
    selection = _step(desk, selection, "vet", VETTED, fit=keys[:FIT], ground=UNFIT)
    meeting = _first(desk.cast, "chairmen", VETTED)
    _step(desk, selection, "decide", meeting.ends_on, meeting=meeting.pk, chosen=keys[:CHOSEN])


def _step(desk: Desk, record: Any, key: str, day: date, **answers: Any) -> Any:
    with clock.at(moment(day, EVENING)):
        fresh = type(record).objects.get(pk=record.pk)
        return engine.take(fresh, key, desk.actor(day), answers)


def _meetings(cast: Cast, kind: str) -> Any:
    return Activity.objects.filter(committee=cast.committee, kind=kind, state__in=("held", "closed"))


def _first(cast: Cast, kind: str, after: date) -> Activity:
    found: Activity = _meetings(cast, kind).filter(held_on__gt=after).order_by("held_on", "id")[:1].get()
    return found


def between_sessions(desk: Desk, year: int) -> None:
    """A closed year's changes: one resigns, one is elected, one moves to another sector, all at its last meetings."""
    cast = desk.cast
    last = _meetings(cast, "standing").filter(held_on__year=year).order_by("-held_on", "-id")[:1].get()
    heard = _meetings(cast, "chairmen").filter(held_on__lte=last.held_on).order_by("-held_on", "-id")[:1].get()
    asked = heard.held_on - timedelta(days=9)
    force = date(year, YEAR_END, IN_FORCE)
    sector = Organ.objects.get(committee=cast.committee, kind="sector", name=SECTOR_TO)
    name, phone = _person(year + len(cast.members))
    new = {
        "name": name, "phone": phone, "gender": "female", "employer": ELECTED[0], "job": ELECTED[1], "party": "mass",
        "organ": sector, "special": cast.organs[0], "proposed_by": "区工商联", "ground": "补充科技界别委员。",
    }  # fmt: skip
    left = {"member": cast.members[LEAVING], "proposed_by": "本人", "ground": "调往外地工作，不能继续履职。"}
    moving = next(one for one in reversed(cast.members[:LEAVING]) if sector not in organs_of(one, asked, "sector"))
    moved = {"member": moving, "organ": sector, "ground": "转到科研单位工作，本人申请调整界别。"}
    for kind, given in (("resignation", left), ("by_election", new)):
        change = _propose(desk, kind, given, asked)
        change = _step(desk, change, "hear", heard.ends_on, meeting=heard.pk, opinion="同意提交常委会会议。")
        _step(desk, change, "decide", last.ends_on, meeting=last.pk, in_force_on=force)
    change = _propose(desk, "sector", moved, asked)
    _step(desk, change, "decide", heard.ends_on, meeting=heard.pk, in_force_on=force)


def _propose(desk: Desk, kind: str, given: dict[str, Any], day: date) -> Change:
    with clock.at(moment(day, EVENING)):
        return actions.propose(desk.actor(day), desk.cast.committee, kind, given)


def current_tenure(cast: Cast, ways: dict[str, Account], today: date) -> None:
    """Changes, cases and selections at every step, relative to today."""
    scene = Scene(cast, ways, today)
    board = [Guest(person=row.person) for row in _board(scene)]
    chairmen = _hold(scene, "chairmen", "主席会议", 40, board[:7])
    standing = _hold(scene, "standing", "常务委员会会议", 31, board)
    _changes(scene, chairmen, standing)
    _cases(scene)
    _selections(scene)


def _board(scene: Scene) -> list[Member]:
    rows = members_on(Scope(scene.cast.committee), scene.day(40)).filter(holding(("standing",), scene.day(40)))
    return list(rows.order_by("number"))


def _hold(scene: Scene, kind: str, title: str, ago: int, guests: Sequence[Guest], away: Sequence[Any] = ()) -> Activity:
    day = scene.day(ago)
    given = {"kind": kind, "title": f"{day.month}月{title}", "held_on": day}

    def hold(actor: Any) -> Activity:
        made = activities.begin(actor, scene.cast.committee, given, guests=guests)
        held = engine.take(made, "hold", actor, {"summary": ""})
        gone = held.participants.filter(person__in=[one.pk for one in away])
        note_all_but(sittings_of(held).get(), actor, dict.fromkeys(gone.values_list("pk", flat=True), Presence.ABSENT))
        return Activity.objects.get(pk=held.pk)

    done: Activity = scene.on(ago, "bangong", hold)
    return done


def _begin(scene: Scene, ago: int, kind: str, **given: Any) -> Change:
    data = {"ground": "工作需要。"} | given
    made: Change = scene.on(
        ago, "bangong", lambda actor: actions.propose(actor, scene.cast.committee, kind, data)
    )  # fmt: skip
    return made


def _elect(scene: Scene, ago: int, place: int, sector: Organ) -> Change:
    name, phone = _person(place)
    return _begin(
        scene, ago, "by_election", name=name, phone=phone, organ=sector, special=scene.cast.organs[place % 5],
        employer="区实验中学", job="高级教师", party="mass", proposed_by="民进区委", ground="界别委员空缺，经协商推荐。",
    )  # fmt: skip


def _other(scene: Scene, member: Member) -> Organ:
    """A special committee in which the member does not sit."""
    sits = organs_of(member, scene.today, "special_committee")
    return next(one for one in scene.cast.organs if one not in sits)


def _changes(scene: Scene, chairmen: Activity, standing: Activity) -> None:
    cast, members = scene.cast, scene.cast.members
    sector = Organ.objects.get(committee=cast.committee, kind="sector", name=SECTOR_TO)
    chair, board = {"meeting": chairmen.pk}, {"meeting": standing.pk, "in_force_on": scene.day(30)}
    _resigns(scene, members[150], 3)
    _elect(scene, 9, 1, sector)
    scene.step(39, "bangong", _elect(scene, 44, 2, sector), "hear", **chair)
    for change in (_elect(scene, 45, 3, sector), _begin(scene, 46, "moved", member=members[160])):
        heard = scene.step(39, "bangong", change, "hear", **chair)
        scene.step(30, "bangong", heard, "decide", **board)
    _begin(scene, 6, "sector", member=members[41], organ=sector, ground="本人工作单位变化，申请调整界别。")
    mine = _begin(
        scene, 45, "special_committee", member=members[MINE], organ=_other(scene, members[MINE]), ground="专业对口。"
    )
    scene.step(38, "bangong", mine, "decide", **chair, in_force_on=scene.day(-20))
    work = _begin(scene, 12, "employer", member=members[155], employer="区水务局", job="副局长")
    scene.step(11, "bangong", work, "decide", in_force_on=scene.day(12))
    scene.step(
        4,
        "bangong",
        _begin(scene, 8, "special_committee", member=members[156], organ=_other(scene, members[156])),
        "withdraw",
    )
    _removed(scene, members[170], chair, board)


def _as_member(scene: Scene, member: Member, ago: int, do: Any) -> Any:
    account = member_account(scene.cast, member)
    at = moment(scene.day(ago))
    with clock.at(at):
        actor: LoginActor = actor_for(account, at=at, via="generator")
        return do(actor)


def _resigns(scene: Scene, member: Member, ago: int) -> None:
    ground = "身体原因，需要长期休养，申请辞去委员。"
    _as_member(scene, member, ago, lambda actor: workflow.resign(actor, scene.cast.committee, ground))


def _removed(scene: Scene, member: Member, chair: dict[str, Any], board: dict[str, Any]) -> None:
    """One removed, who asks for review."""
    change = _begin(scene, 46, "removal", member=member, ground="违反政协章程，情节较重。")
    change = scene.step(39, "bangong", change, "hear", **chair)
    change = scene.step(30, "bangong", change, "decide", **board)
    plea = {"plea": "有关情况与事实不符，已附说明，请再核查。"}
    _as_member(
        scene, member, 10, lambda actor: engine.take(Change.objects.get(pk=change.pk), "ask_review", actor, plea)
    )


def _cases(scene: Scene) -> None:
    """Standing members who missed three sittings of this year: found by the clock, handled by the office."""
    cast, session = scene.cast, scene.cast.sessions[-1]
    first, last = session.closes + timedelta(days=4), scene.day(25)
    if last - first < timedelta(days=4):
        return
    board = [row.person for row in _board(scene)]
    away = [cast.members[MINE].person]
    away += [one for one in board if one.pk != away[0].pk][1:4]
    guests = [Guest(person=one) for one in board]
    for place in range(3):
        ago = (scene.today - (first + (last - first) * place / 2)).days
        _hold(scene, "standing", f"常务委员会第{place + 1}次会议", ago, guests, away)
    at = moment(scene.day(20))
    with clock.at(at):
        actions.open_cases(system_actor(GENERATOR, at))
    _handled(scene, [Case.objects.get(member__person=one, committee=cast.committee) for one in away])


def _measure(case: int, key: str, note: dict[str, Any], actor: LoginActor) -> None:
    engine.take(Case.objects.get(pk=case), key, actor, note)


def _handled(scene: Scene, cases: list[Case]) -> None:
    said = {"text": "两次因参加上级会议，一次因病，已补交请假材料，请更正。"}
    scene.on(6, "weiyuan", lambda actor: engine.take(Case.objects.get(pk=cases[0].pk), "say", actor, said))
    for place, keys in enumerate((("remind",), ("remind", "circulate", "talk"), ("remind", "settle")), start=1):
        for order, key in enumerate(keys):
            ago = 16 - 4 * order
            note = {"on": scene.day(ago), "who": "秘书长", "text": "说明缺席情况，今后按时参加会议。"}
            scene.on(ago, "bangong", partial(_measure, cases[place].pk, key, note))


def _call(scene: Scene, given: dict[str, Any], actor: LoginActor) -> Selecting:
    return actions.call(actor, scene.cast.committee, given)


def _name(selection: Selecting, group: Sequence[Member], organ: Organ, actor: LoginActor) -> None:
    actions.nominate(actor, selection, group, organ=organ)


def _selections(scene: Scene) -> None:
    """One call open, one being vetted, one that waits for the meeting."""
    cast = scene.cast
    for name, ago, place in (("委员讲师团", 5, 20), ("文史研究员队伍", 30, 60), ("企业服务专家组", 38, 100)):
        system = system_actor(GENERATOR, moment(scene.day(ago + 1)))
        organ = committees.add_organ(
            system, cast.committee, kind="other", name=name, starts=scene.day(ago + 1)
        )  # fmt: skip
        given = {
            "title": f"遴选{name}成员", "organ": organ, "places": 8, "text": WANTED, "until": scene.day(ago - 17),
            "starts": scene.day(-10), "ends": date(scene.today.year + 2, YEAR_END, 31),
        }  # fmt: skip
        selection: Selecting = scene.on(ago, "bangong", partial(_call, scene, given))
        group = cast.members[place : place + 12]
        scene.on(ago - 2, "bangong", partial(_name, selection, group, cast.organs[0]))
        if ago > 20:
            selection = scene.step(ago - 17, "bangong", selection, "close")
        if ago > 35:
            keys = list(nominees(selection).order_by("id").values_list("pk", flat=True))
            scene.step(ago - 25, "bangong", selection, "vet", fit=keys[:-2], ground=UNFIT)
