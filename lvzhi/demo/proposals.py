"""The way of each demonstration proposal, step by step, each by someone entitled on that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from lvzhi.deadlines import clock
from lvzhi.demo import texts
from lvzhi.demo.people import Cast, member_account, moment
from lvzhi.norms.calendars import calendar_of
from lvzhi.people.models import Member
from lvzhi.proposals import actions
from lvzhi.proposals.models import Assignment, CoSignature, Proposal
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.vocabulary import UnitRole
from lvzhi.workflow.engine import take

LEADERS_TOP = (("区委书记", "top"), ("区长", "top"))
LEADERS_OTHER = (
    ("副区长", "deputy"),
    ("区政协主席", "chair"),
    ("区政协副主席", "chair"),
    ("提案和委员工作委员会", "organ"),
)


@dataclass
class Walk:
    """One proposal on its way.

    Args:
        day: the day on which it stands; every step moves it on.
    """

    cast: Cast
    random: Random
    day: date
    member: Member | None = None
    proposal: Proposal | None = None
    until: date | None = None

    def at(self) -> datetime:
        """A working hour of the present day."""
        return moment(self.day, time(8 + self.random.randrange(1, 9), self.random.randrange(60)))

    def on(self, days: int) -> None:
        """Let days pass, up to the next working day, never beyond ``until``."""
        self.day = calendar_of(self.cast.committee).next_working(self.day + timedelta(days=days))
        if self.until is not None and self.day > self.until:
            self.day = self.until

    @property
    def here(self) -> Proposal:
        """The proposal."""
        if self.proposal is None:
            raise LookupError
        return self.proposal

    def step(self, key: str, account: object, **answers: object) -> None:
        """Take a step of the proposal at the present day."""
        at = self.at()
        with clock.at(at):
            self.proposal = take(self.here, key, self.cast.actor(account, at), answers)  # type: ignore[arg-type]  # reason: accounts come out of the cast


def draft(walk: Walk, taken: set[str], *, organ: object = None) -> None:
    """Begin and write a text."""
    text = texts.proposal(walk.random, taken)
    data = {
        "title": text.title,
        "background": text.background,
        "analysis": text.analysis,
        "category": text.category,
        "recommendations": list(text.recommendations),
        "wished_lead": walk.random.choice(walk.cast.units),
    }
    at = walk.at()
    with clock.at(at):
        if organ is not None:
            actor = walk.cast.actor(walk.cast.conveners[organ.pk], at)  # type: ignore[attr-defined]  # reason: an Organ of the cast
            walk.proposal = actions.begin_draft(
                actor,
                walk.cast.committee,
                data,
                proposer_type="special_committee",
                organ=organ,  # type: ignore[arg-type]  # reason: as above
            )
        else:
            member = walk.member or walk.random.choice(walk.cast.members)
            walk.member = member
            actor = walk.cast.actor(member_account(walk.cast, member), at)
            walk.proposal = actions.begin_draft(actor, walk.cast.committee, data)


def proposer(walk: Walk) -> object:
    """The account that hands it in."""
    if walk.here.collective:
        return walk.cast.conveners[walk.here.organ_id or 0]
    return member_account(walk.cast, walk.member) if walk.member else None


def gather(walk: Walk, members: list[Member], *, signs: int | None = None) -> None:
    """Invite members; the first ``signs`` of them (all by default) sign."""
    for member in members:
        member_account(walk.cast, member)
    walk.step("invite", proposer(walk), members=[member.pk for member in members])
    for member in members[: len(members) if signs is None else signs]:
        row = CoSignature.objects.get(proposal=walk.here, member=member)
        at = walk.at()
        with clock.at(at):
            take(row, "sign", walk.cast.actor(member_account(walk.cast, member), at))


def submit(walk: Walk) -> None:
    """Hand it in."""
    walk.step("submit", proposer(walk))


def file(walk: Walk) -> None:
    """Examine and put on file."""
    walk.step("file", walk.cast.clerk, category=walk.here.category)


def refuse(walk: Walk, ground: str, route: str, words: str) -> None:
    """Examine and not file."""
    walk.step("refuse", walk.cast.clerk, grounds=[ground], route=route, explanation=words)


def assign(walk: Walk, lead: object = None, co: int | None = None) -> None:
    """Hand over to a lead unit and perhaps co-units."""
    units = walk.random.sample(walk.cast.units, 1 + (walk.random.choice((0, 0, 1, 2)) if co is None else co))
    first = lead if lead is not None else units[0]
    others = [unit for unit in units[1:] if unit.pk != first.pk]  # type: ignore[attr-defined]  # reason: a Unit of the cast
    walk.step("assign", walk.cast.clerk, lead=first.pk, co=[unit.pk for unit in others])  # type: ignore[attr-defined]  # reason: as above


def sign_all(walk: Walk) -> None:
    """Every unit signs for it."""
    for row in open_assignments(walk.here):
        _unit_step(walk, row, "sign")
    walk.here.refresh_from_db()


def _unit_step(walk: Walk, row: Assignment, key: str, **answers: object) -> None:
    at = walk.at()
    with clock.at(at):
        take(row, key, walk.cast.actor(walk.cast.officers[row.unit_id], at), answers)


def ask_return(walk: Walk) -> None:
    """The lead unit asks to return it."""
    row = open_assignments(walk.here).filter(role=UnitRole.LEAD).get()
    _unit_step(walk, row, "ask_return", ground="该事项的主管职责不在我单位，建议交由主管部门主办，我单位配合。")


def opinions(walk: Walk) -> None:
    """Co-units give their opinions."""
    for row in open_assignments(walk.here).filter(role=UnitRole.CO, opinion_on=None):
        _unit_step(walk, row, "opinion", opinion=walk.random.choice(texts.OPINIONS))


def talk(walk: Walk, row: Assignment) -> None:
    """The lead unit enters its talk with the proposer; one in six is by telephone."""
    turn = walk.here.pk // 12 % 12
    mode = "phone" if turn in {1, 2} else texts.TALK_MODES[turn % len(texts.TALK_MODES)]
    _unit_step(
        walk,
        row,
        "contact",
        stage="during",
        mode=mode,
        held_on=walk.day,
        proposer_side=walk.here.proposer,
        unit_side="分管负责人和经办科室",
        points=texts.TALKS[turn % len(texts.TALKS)],
        agreed="按商定意见办理并书面答复。",
    )


def answer(walk: Walk, result_class: str, *, by_point: bool = False, promise_days: int | None = None) -> None:
    """The lead unit answers, after a talk.

    Args:
        by_point: also recommendation by recommendation; closed years leave it out, and most talks, so that
            the whole is built in a minute.
        promise_days: in how many days it promises the first recommendation to be done; None promises nothing.
    """
    row = open_assignments(walk.here).filter(role=UnitRole.LEAD).get()
    if by_point or walk.here.pk % 12 == 0:
        talk(walk, row)
    count = walk.here.recommendations.count()
    points: dict[str, object] = {}
    for number in range(1, count + 1 if by_point else 1):
        points[f"text_{number}"] = texts.POINTS[(walk.here.pk + number) % len(texts.POINTS)]
        points[f"class_{number}"] = result_class
    if promise_days is not None:
        points |= {"promise_1": "按计划完成第一条建议所提事项。", "due_1": walk.day + timedelta(days=promise_days)}
    walk.step(
        "answer",
        walk.cast.officers[row.unit_id],
        assignment=row.pk,
        document=f"{walk.cast.place.node.code[-2:]}复〔{walk.day.year}〕{walk.here.pk}号",
        text=texts.reply(walk.random, row.unit.name, count),
        result_class=result_class,
        signer="单位负责人",
        contact="办公室",
        **points,
    )


def rate(walk: Walk, grade: str = "satisfied", *, only: list[Member] | None = None, reason: str = "") -> None:
    """Signatories rate, all of them unless some are named."""
    if walk.here.collective:
        walk.step("rate", proposer(walk), attitude="satisfied", result=grade, reason=reason)
        return
    signed = [
        row.member
        for row in CoSignature.objects.filter(proposal=walk.here, state="signed").select_related(
            "member__person__account"
        )
    ]
    for member in only if only is not None else [walk.member, *signed]:
        if member is None:
            continue
        result = grade if member is walk.member else "satisfied"
        walk.step("rate", member_account(walk.cast, member), attitude="satisfied", result=result, reason=reason)


def mark_key(walk: Walk, post: str, rank: str, name: str, leader: object = None) -> None:
    """The head of the proposal committee marks it as a key proposal."""
    walk.step(
        "mark_key",
        walk.cast.head,
        ground="经主席会议审议确定",
        leader_name=name,
        leader_post=post,
        rank=rank,
        leader=getattr(leader, "pk", ""),
    )
