"""The contact network: double contact in one district, chairmen, standing members and sectors in another; a current one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Term
from lvzhi.contacts import actions
from lvzhi.contacts.models import Contact, Pair
from lvzhi.contacts.queries import Far
from lvzhi.contacts.vocabulary.codes import SCHEME_ROWS, SCHEMES
from lvzhi.contacts.vocabulary.states import Target
from lvzhi.deadlines import clock
from lvzhi.demo import texts
from lvzhi.demo.people import GENERATOR, Cast, moment
from lvzhi.demo.supervision import Scene
from lvzhi.directory import actions as directory
from lvzhi.norms.actions.codes import close_code, set_code
from lvzhi.people import actions as people
from lvzhi.people.models import Member, Post
from lvzhi.workflow import engine

FELLOW = 41  # the member whom the login fuyi stands for
MODES = ("phone", "visit", "talk", "wechat", "meeting")
CHAIRS = ("chairman", "vice_chairman", "vice_chairman", "vice_chairman", "secretary_general")
DOUBLE = ("group_party", "party_outside")
CHAIN = ("chairmen_standing", "standing_member", "chairmen_sector")
TOPICS = (
    "交流履职打算", "听取对政协工作的意见", "了解所在行业经营情况", "宣讲惠企政策", "商量提案选题", "通报区情和近期协商安排", "谈心谈话", "了解小区治理难点", "征求年度协商议题", "询问家庭和工作情况",
)  # fmt: skip
TROUBLES = (
    "企业反映办理施工许可环节多，希望一次告知。", "所在小区停车位少，夜间消防通道被占用。", "村级卫生室药品品种不全，老人取药要进城。", "希望把会议通知提前几天发出，便于安排工作。",
)  # fmt: skip
RESULT = "已与有关部门对接，办理意见已回复本人。"


def chairs(cast: Cast) -> None:
    """A chairman, vice-chairmen and a secretary-general from the first day of the term."""
    day = cast.place.term_starts
    held = set(Post.objects.live().filter(committee=cast.committee).values_list("person_id", flat=True))
    free = [row for row in cast.members if row.person_id not in held]
    with clock.at(moment(day)):
        actor = cast.actor(cast.office, moment(day))
        for row, kind in zip(free, CHAIRS, strict=False):
            people.appoint(actor, row.person, cast.committee, kind, starts=day, decided_by="本届第一次会议选举")


def practised(cast: Cast, codes: Sequence[str], day: date, ground: str) -> None:
    """The committee's own scheme: what it does not practise is closed, the rest stands on a document of its own."""
    with clock.at(moment(day)):
        actor = cast.actor(cast.office, moment(day))
        for row in SCHEME_ROWS:
            if row[0] in codes:
                set_code(actor, cast.committee, SCHEMES, row[0], row[1], starts=day, ground=ground)
            else:
                close_code(
                    actor, cast.committee, SCHEMES, row[0], ends=day - timedelta(days=1), ground="本级没有建立此项制度"
                )


def _planned(cast: Cast, codes: Sequence[str], day: date, how: str) -> list[Pair]:
    with clock.at(moment(day)):
        actor = cast.actor(cast.office, moment(day))
        made: list[Pair] = []
        for code in codes:
            plan = actions.propose(cast.committee, code, day, how)
            made += actions.write_plan(
                actor, cast.committee, code, day, [(row.member.pk, row.far.key) for row in plan.rows]
            )
    return made


def _year(cast: Cast, made: Sequence[Pair], first: date, until: date, random: Random) -> None:
    """Contacts of a closed year: most pairs once or twice, some not yet; logged by the office, where few have logins."""
    span = (until - first).days
    planned = [
        (first + timedelta(days=random.randrange(span)), pair)
        for pair in made
        for _ in range(random.choice((0, 1, 1, 2, 2)))
    ]
    for day, pair in sorted(planned, key=lambda one: (one[0], one[1].far, one[1].member_id)):
        at = moment(day)
        with clock.at(at):
            actor = cast.actor(cast.office, at)
            told = {"topic": random.choice(TOPICS)}
            if random.random() < 0.04:
                told["problem"] = random.choice(TROUBLES)
            contact = actions.log(actor, pair, random.choice(MODES), more=told)
        if "problem" in told:
            later = moment(min(day + timedelta(days=8), until))
            with clock.at(later):
                answers = {"followed_on": clock.as_day(later), "result": RESULT}
                engine.take(contact, "follow_for", cast.actor(cast.office, later), answers)


def double(cast: Cast, day: date, until: date) -> None:
    """双联系 in 碧江: the Party group with Party members, these with members outside the Party, everybody at least one."""
    chairs(cast)
    practised(cast, DOUBLE, day, "关于建立“双联系”机制的通知")
    made = _planned(cast, DOUBLE, day, "liaison_group")
    _year(cast, made, day, until, Random(f"contacts-{cast.place.node.code}"))


def chain(cast: Cast, day: date, until: date) -> None:
    """主席、副主席—常委—委员 and 主席班子—界别 in 乌当."""
    chairs(cast)
    practised(cast, CHAIN, day, "主席、副主席联系常委，常委联系委员制度")
    made = _planned(cast, CHAIN, day, "liaison_group")
    _year(cast, made, day, until, Random(f"contacts-{cast.place.node.code}"))


def current_contacts(cast: Cast, ways: dict[str, Account], today: date) -> None:
    """The network of today for the logins: a leader, a standing member, a member; contacts at every step."""
    scene = Scene(cast, ways, today)
    start = cast.sessions[-1].opens
    leader = _leader(cast, ways["lingdao"], start)
    firms = _firms(cast, start)
    reopened = ("party_outside", "leader_firm", "leader_project")
    with clock.at(moment(start)):
        actor = cast.actor(ways["bangong"], moment(start))
        for row in SCHEME_ROWS:
            if row[0] in reopened:
                set_code(actor, cast.committee, SCHEMES, row[0], row[1], starts=start, ground="联系制度（修订）")
    fellow = cast.members[FELLOW]
    outside = cast.members[cast.place.party_members :][:2]
    standing = _standing(cast, start)
    new = [
        *(_paired(scene, start, "party_outside", fellow, Far(row, Target.PERSON)) for row in outside),
        *(_paired(scene, start, "leader_firm", leader, Far(one, Target.UNIT)) for one in firms),
        *(_paired(scene, start, "chairmen_standing", leader, Far(row, Target.PERSON)) for row in standing),
    ]
    mine = list(Pair.objects.live().filter(member__person__account=ways["weiyuan"], ends=None).order_by("pk"))
    known = {one.pk for one in (*mine, *new)}
    others = [one for one in Pair.objects.live().filter(committee=cast.committee, ends=None) if one.pk not in known]
    if (until := today - timedelta(days=15)) > start:
        _year(cast, others, start, until, Random(f"contacts-{start.year}"))
    _open_work(scene, mine, "weiyuan")
    _open_work(scene, new[: len(outside)], "fuyi")
    _open_work(scene, new[len(outside) :], "lingdao")


def _leader(cast: Cast, login: Account, day: date) -> Member:
    """The leader who can log in is a vice-chairman, joined in mid-term."""
    system = system_actor(GENERATOR, moment(day))
    term = Term.objects.filter(committee=cast.committee, starts__lte=day).order_by("-starts").first()
    assert term is not None  # noqa: S101  reason: opened with the cast
    with clock.at(moment(day)):
        row = people.add_member(
            system, cast.committee, term, people.Facts(name=login.name, employer="区政协", job="副主席"), starts=day,
            how_joined="by_election", joined_by="常委会会议增补", parties=("cpc",), offices=("vice_chairman",),
        )  # fmt: skip
        people.link_account(system, row.person, login)
    return row


def _firms(cast: Cast, day: date) -> list[Any]:
    system = system_actor(GENERATOR, moment(day))
    return [
        directory.add(
            system, cast.committee, name=texts.firm(number), kind="enterprise", starts=cast.place.term_starts,
            code=f"E{number:02d}",
        )
        for number in (3, 11)
    ]  # fmt: skip


def _standing(cast: Cast, day: date) -> list[Member]:
    """Two standing members beside those whom somebody has already: a second vice-chairman helps."""
    kept = Post.objects.live().filter(committee=cast.committee, kind="standing", starts__lte=day).values("person_id")
    return list(Member.objects.live().filter(committee=cast.committee, person__in=kept).order_by("number")[:3])


def _paired(scene: Scene, day: date, code: str, member: Member, far: Far) -> Pair:
    ago = (scene.today - day).days
    made: Pair = scene.on(
        ago, "bangong", lambda actor: actions.pair(actor, scene.cast.committee, code, member, far, day)
    )
    return made


def _open_work(scene: Scene, pairs: Sequence[Pair], who: str) -> None:
    """One followed up, one waiting past its day, one waiting, one done with, and the last not yet in touch."""
    for place, pair in enumerate(pairs[:-1]):
        ago = min(40 - 9 * min(place, 3), (scene.today - scene.cast.sessions[-1].opens).days)
        told: dict[str, Any] = {"topic": TOPICS[place % len(TOPICS)]}
        if place < 3:
            told["problem"] = TROUBLES[place]
        if place == 2:
            told["follow_on"] = scene.day(-4)
        contact: Contact = _logged(scene, ago, who, pair, MODES[place % len(MODES)], told)
        if place == 0:
            later = max(0, ago - 6)
            scene.step(later, who, contact, "follow", followed_on=scene.day(later), result=RESULT)


def _logged(scene: Scene, ago: int, who: str, pair: Pair, mode: str, told: dict[str, Any]) -> Contact:
    made: Contact = scene.on(ago, who, lambda actor: actions.log(actor, pair, mode, more=told))
    return made
