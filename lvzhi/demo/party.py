"""Party organisations: branches of special committees and activity groups, and a current year of their life."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from lvzhi.accounts.actors import LoginActor, system_actor
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Organ
from lvzhi.deadlines import clock
from lvzhi.demo import appraising
from lvzhi.demo.people import GENERATOR, Cast, moment
from lvzhi.demo.supervision import Scene
from lvzhi.party import actions
from lvzhi.party.models import Body, Deed, Meeting
from lvzhi.party.queries import quarter_span, seats_on
from lvzhi.people.models import Person
from lvzhi.workflow import engine

SECRETARY = 20  # the member whom the login weiyuan stands for
BOARD = 3
TOPICS = {
    "congress": "学习贯彻全国两会精神", "theme_day": "走进社区听民声", "board": "研究本月党建工作",
    "lecture": "做新时代合格的党员委员",
}  # fmt: skip
DEEDS = (
    ("协调修复小区楼道照明", "三单元二十户居民", "联系物业和电力部门，更换楼道灯十二盏，现场看过，夜间照明正常。"),
    ("帮助村民销售水果", "新堡村果农八户", "对接两家超市，两天售出水果一千二百斤，货款已付清。"),
    ("为社区老人讲解医保政策", "社区老人四十余人", "在社区活动室讲解门诊报销和异地就医备案，解答问题十五个。"),
    ("资助一名困难大学生", "一名大学新生", "资助学费三千元，开学前已交到学生手中。"),
)  # fmt: skip


def _party_people(cast: Cast, organs: Sequence[Organ]) -> dict[int, list[Person]]:
    """Party members of the roster by the organ they sit in; the roster names them first."""
    found: dict[int, list[Person]] = {one.pk: [] for one in organs}
    count = len(organs)
    for number, member in enumerate(cast.members[: cast.place.party_members], start=1):
        found[organs[number % count].pk].append(member.person)
    return found


def _seat(actor: LoginActor, body: Body, people: Sequence[Person], day: date) -> None:
    actions.seat(body, actor, people[:1], "secretary", day)
    if body.has_board:
        actions.seat(body, actor, people[1:BOARD], "board", day)
    rest = people[BOARD if body.has_board else 1 :]
    if rest:
        actions.seat(body, actor, rest, "member", day)


def branches(cast: Cast, organs: Sequence[Organ], **more: Any) -> list[Body]:
    """A branch of every organ from the first day of the term, with the Party members of that organ."""
    day = cast.place.term_starts
    people = _party_people(cast, organs)
    made = []
    with clock.at(moment(day)):
        actor = cast.actor(cast.office, moment(day))
        for organ in organs:
            given = {"name": f"{organ.name}党支部", "organ": organ, "starts": day, "has_board": True} | more
            if given.get("form") == "temporary":
                given |= {"name": f"{organ.name}临时党支部", "has_board": False}
            body = actions.found_body(actor, cast.committee, given)
            first = cast.members[SECRETARY].person
            listed = sorted(people[organ.pk], key=lambda one: one.pk != first.pk)
            _seat(actor, body, listed, day)
            made.append(body)
    return made


def one_and_seven(cast: Cast) -> list[Body]:
    """A temporary general branch with a temporary branch of every activity group."""
    day = cast.place.term_starts
    groups = list(Organ.objects.filter(committee=cast.committee, kind="liaison_group").order_by("id"))
    by_number = sorted(groups, key=lambda one: cast.place.liaison_groups.index(one.name))
    with clock.at(moment(day)):
        given = {"name": "委员活动组临时党总支", "kind": "general", "form": "temporary", "starts": day}
        above = actions.found_body(cast.actor(cast.office, moment(day)), cast.committee, given)
    return branches(cast, by_number, form="temporary", above=above)


def on_committees(cast: Cast) -> list[Body]:
    """A branch of every special committee."""
    organs = list(Organ.objects.filter(committee=cast.committee, kind="special_committee").order_by("id"))
    return branches(cast, sorted(organs, key=lambda one: cast.place.special_committees.index(one.name)))


def current_party(cast: Cast, ways: dict[str, Account], today: date) -> None:
    """The branches at work: what this quarter held, a meeting to come, something missing, deeds at every step."""
    scene = Scene(cast, ways, today)
    found = on_committees(cast)
    _agency(scene)
    mine = next(one for one in found if any(row.person_id == cast.members[SECRETARY].person_id
                                            for row in seats_on(one, today)))  # fmt: skip
    first, _ = quarter_span(today)
    for body in found:
        for kind in ("congress", "theme_day", "board"):
            if body is mine or kind != "congress":
                _held(scene, body, kind, max(first, today - timedelta(days=9)))
    _held(scene, mine, "lecture", max(first, today - timedelta(days=4)))
    plan = {"kind": "theme_day", "title": "重温入党誓词", "held_on": today + timedelta(days=6), "place": "区档案馆"}
    scene.on(1, "weiyuan", lambda actor: actions.plan_meeting(actor, mine, plan))
    _deeds(scene, mine)
    _appraisals(scene, found, mine)
    appraising.leading(cast, found, max(date(today.year, 1, 4), cast.sessions[-1].opens), today)
    with clock.at(moment(today)):
        actions.open_quarters(system_actor(GENERATOR, moment(today)))


def _appraisals(scene: Scene, found: Sequence[Body], mine: Body) -> None:
    """Last year's of every branch confirmed; this year's opened in another branch, still to be opened in the first."""
    cast, last = scene.cast, scene.today.year - 1
    for body in found:
        appraising.appraised(cast, body, last, date(last, 11, 21))
    other = next(one for one in found if one is not mine)
    given = {"year": scene.today.year, "account_by": scene.today + timedelta(days=10), "by_ballot": True}
    scene.on(2, "bangong", lambda actor: actions.open_appraisal(actor, other, given))


def _agency(scene: Scene) -> None:
    """The Party group, and the branch of the agency's staff."""
    cast, day = scene.cast, scene.cast.place.term_starts
    with clock.at(moment(day)):
        actor = cast.actor(cast.office, moment(day))
        given = {"name": f"{cast.committee.name}党组", "kind": "party_group", "starts": day}
        group = actions.found_body(actor, cast.committee, given)
        _seat(actor, group, [row.person for row in cast.members[1:5]], day)
        given = {"name": "机关党支部", "organ": cast.agency, "above": group, "starts": day}
        _seat(actor, actions.found_body(actor, cast.committee, given), cast.staff, day)


def _held(scene: Scene, body: Body, kind: str, day: date) -> Meeting:
    people = [row.person for row in seats_on(body, day)]
    ago = (scene.today - day).days
    given = {"kind": kind, "title": TOPICS[kind], "held_on": day, "place": "区政协三楼会议室", "host": people[0].name}
    made = scene.on(ago, "bangong", lambda actor: actions.plan_meeting(actor, body, given))
    came = [one.pk for one in people[: len(people) - 2]]
    answers = {
        "held_on": day,
        "people": came,
        "place": given["place"],
        "host": given["host"],
        "text": "围绕主题学习讨论，形成两条意见。",
    }
    done: Meeting = scene.on(ago, "bangong", lambda actor: engine.take(made, "hold", actor, answers))
    return done


def _deeds(scene: Scene, mine: Body) -> None:
    """Of members of one branch: most confirmed, some waiting for the secretary, one sent back."""
    people = [row.person for row in seats_on(mine, scene.today)]
    made: list[Deed] = []

    def report(actor: LoginActor) -> None:
        for place, person in enumerate(people[1:]):
            title, whom, text = DEEDS[place % len(DEEDS)]
            given = {"title": title, "done_on": scene.day(12), "beneficiary": whom, "text": text}
            made.append(actions.begin_deed(actor, scene.cast.committee, person, given))

    scene.on(8, "bangong", report)
    for deed in made[len(DEEDS) :]:
        scene.step(6, "weiyuan", deed, "confirm")
    scene.step(5, "weiyuan", made[len(DEEDS) - 1], "send_back", ground="请补充资助凭证。")
