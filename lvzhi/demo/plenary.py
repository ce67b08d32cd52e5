"""The plenary to come of the current session: programme, groups with conveners, speeches at every step."""

from __future__ import annotations

from datetime import date, timedelta

from lvzhi.accounts.actors import LoginActor
from lvzhi.accounts.models import Account
from lvzhi.activities import actions
from lvzhi.activities.actions import Guest, PlaceGiven, SittingGiven
from lvzhi.activities.actions.partying import found_party, seat
from lvzhi.activities.actions.plenary import hand_in, order
from lvzhi.activities.models import Activity, PlenarySpeech
from lvzhi.demo.people import Cast, member_account
from lvzhi.demo.supervision import Scene

AHEAD = 45
PARTY_MEMBERS = 32
GROUPS = ("第一组", "第二组", "第三组", "第四组")
TITLE = "区政协全体会议"
SPEECHES = (
    (20, "关于完善社区食堂长效运营机制的建议", "oral"), (41, "关于盘活老城区闲置厂房的建议", "written"),
    (62, "关于推进乡村民宿规范发展的建议", "oral"), (20, "关于加强中小学生视力防控的建议", ""),
    (41, "关于优化公交线路的建议", "decline"),
)  # fmt: skip
TEXT = """一、基本情况。近期在五个街道走访了解，群众对这件事反映较多。
二、存在问题。职责分散在几个部门，日常管护缺少固定来源。
三、建议。明确一个牵头部门，公布办理时限；每半年向社会公布一次进展。"""


def current_plenary(cast: Cast, ways: dict[str, Account], today: date) -> None:
    """A plenary whose notice is out; its speeches are handed in, some chosen, one set aside."""
    scene = Scene(cast, ways, today)
    activity = _called(scene)
    _parties(scene, activity)
    chosen: list[PlenarySpeech] = []
    for place, title, key in SPEECHES:
        member = cast.members[place]
        account = member_account(cast, member)
        speech = _handed(scene, activity, account, title)
        if key:
            ground = {"ground": "与上次会议的发言内容相近。"} if key == "decline" else {}
            scene.step(1, "bangong", speech, key, **ground)
        if key in ("oral", "written"):
            chosen.append(speech)
    numbers = {speech.pk: place for place, speech in enumerate(chosen, start=1)}
    scene.on(1, "bangong", lambda actor: order(activity, actor, numbers))


def _called(scene: Scene) -> Activity:
    """The plenary with its programme over three days, its groups and their conveners, and the notice sent."""
    cast, opens = scene.cast, scene.today + timedelta(days=AHEAD)
    second, last = opens + timedelta(days=1), opens + timedelta(days=2)
    sittings = [
        SittingGiven(opens, "morning", "开幕大会", place="区会议中心礼堂", agenda=[("听取常务委员会工作报告", "")]),
        *(SittingGiven(opens, "afternoon", f"{name}讨论", place=f"区会议中心{place}号厅", group=name)
          for place, name in enumerate(GROUPS, start=1)),
        SittingGiven(second, "morning", "大会发言", place="区会议中心礼堂", agenda=[("大会发言", "")]),
        SittingGiven(last, "morning", "闭幕大会", place="区会议中心礼堂", agenda=[("通过决议", "")]),
    ]  # fmt: skip
    guests = [
        Guest(
            person=member.person, group=GROUPS[place % len(GROUPS)],
            role="convene" if place < len(GROUPS) else "attend",
        )
        for place, member in enumerate(cast.members)
    ]  # fmt: skip
    given = {"kind": "plenary", "title": TITLE, "held_on": opens, "ends_on": last}
    draft = scene.on(
        9, "bangong",
        lambda actor: actions.begin(
            actor, cast.committee, given, sittings=sittings, guests=guests, places=[PlaceGiven("区会议中心")]
        ),
    )  # fmt: skip
    called: Activity = scene.step(8, "bangong", draft, "notify", notice="请提前准备大会发言，截止日期见大会发言页。")
    return called


def _parties(scene: Scene, activity: Activity) -> None:
    """A temporary Party committee, and a branch in each group; the first members of the roster are Party members."""
    members = scene.cast.members[1 : 1 + PARTY_MEMBERS]

    def found(actor: LoginActor) -> None:
        above = found_party(actor, activity, {"kind": "committee", "name": "临时党委"})
        seat(above, actor, [members[0].person], "secretary")
        for place, name in enumerate(GROUPS):
            given = {"kind": "branch", "name": f"{name}临时党支部", "above": above}
            branch = found_party(actor, activity, given)
            people = [row.person for row in members[place :: len(GROUPS)]]
            seat(branch, actor, people[:1], "secretary")
            seat(branch, actor, people[1:], "member")

    scene.on(7, "bangong", found)


def _handed(scene: Scene, activity: Activity, account: Account, title: str) -> PlenarySpeech:
    person = next(row.person for row in scene.cast.members if row.person.account_id == account.pk)
    key = f"speaker-{account.pk}"
    speaking = Scene(scene.cast, scene.ways | {key: account}, scene.today)
    handed: PlenarySpeech = speaking.on(
        4, key, lambda actor: hand_in(actor, activity, person, {"title": title, "text": TEXT})
    )
    return handed
