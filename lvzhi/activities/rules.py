"""Who may: each right as a test and as rows; the two agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor, NotAllowed, Rule, rule
from lvzhi.access.rules import NO_ROW, held_in
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities.models import (
    Activity,
    CommunityPost,
    Leave,
    Participant,
    PlenarySpeech,
    Site,
    Speech,
    SupervisionOpinion,
    Supervisor,
)
from lvzhi.activities.vocabulary import Approver, Audience, State
from lvzhi.activities.vocabulary.plenary import SpeechState
from lvzhi.activities.vocabulary.supervision import OUT_STATES, SupervisorState
from lvzhi.deadlines import clock
from lvzhi.joint import rules as joint
from lvzhi.people.models import Member, Person, holds
from lvzhi.people.models import Post as Office
from lvzhi.people.rules import INSIDE, here
from lvzhi.people.vocabulary import PostKind

KIND = "activities.activity"
KEEPERS = (Post.OFFICE, Post.SECRETARY_GENERAL)
READERS = (*KEEPERS, Post.LEADER, Post.AUDITOR)


def may_plan(actor: Actor, committee_id: int, organ_id: int | None = None) -> bool:
    """Whether the actor may begin an activity there: the office, or the head of the organ that holds it."""
    if any(actor.has(role, committee=committee_id) for role in KEEPERS):
        return True
    return organ_id is not None and actor.has(Post.ORGAN_HEAD, organ=organ_id)


def plans_somewhere(actor: Actor, committee_id: int) -> bool:
    """Whether the actor may begin an activity there at all, if only in the name of an organ it heads."""
    return may_plan(actor, committee_id) or actor.has(Post.ORGAN_HEAD, committee=committee_id)


@rule(
    "本级办公室、秘书长，或承办机构负责人",
    rows=lambda actor: (
        Q(committee_id__in=sorted(held_in(actor, KEEPERS))) | Q(organ_id__in=sorted(actor.organs(Post.ORGAN_HEAD)))
    ),
)
def keeper(actor: Actor, activity: Activity) -> bool:
    """Who plans it, notes who came, closes it."""
    return may_plan(actor, activity.committee_id, activity.organ_id)


def _on_list(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    mine = Participant.objects.live().filter(activity=OuterRef("pk"), person__account_id=actor.account_id)
    return Q(Exists(mine)) & ~Q(state=State.DRAFT)


@rule("名单上的人", rows=_on_list)
def on_list(actor: Actor, activity: Activity) -> bool:
    """Somebody on its list, once it is no draft."""
    if actor.account_id is None or activity.state == State.DRAFT:
        return False
    return Participant.objects.live().filter(activity=activity, person__account_id=actor.account_id).exists()


@rule(
    "有权查看的领导、机关人员；公开的为本级全体委员和机关",
    rows=lambda actor: (
        ~Q(state=State.DRAFT)
        & (
            Q(committee_id__in=sorted(held_in(actor, READERS)))
            | Q(committee_id__in=sorted(held_in(actor, INSIDE)), audience=Audience.COMMITTEE)
        )
    ),
)
def reader(actor: Actor, activity: Activity) -> bool:
    """Leaders and auditors read all but drafts; members and staff what is open to them."""
    if activity.state == State.DRAFT:
        return False
    if any(actor.has(role, committee=activity.committee_id) for role in READERS):
        return True
    return activity.audience == Audience.COMMITTEE and any(
        actor.has(role, committee=activity.committee_id) for role in INSIDE
    )


@rule("活动日期已到", rows=lambda actor: Q(held_on__lte=clock.as_day(actor.at)))
def come(actor: Actor, activity: Activity) -> bool:
    """Its first day has come."""
    return activity.held_on <= clock.as_day(actor.at)


holds_it = keeper & come


def reads_list(actor: Actor, activity: Activity) -> bool:
    """Whether the actor sees who came and who did not; others see the counts and their own line."""
    return keeper(actor, activity) or any(actor.has(role, committee=activity.committee_id) for role in READERS)


def _chairs(actor: Actor) -> Q:
    """Rows of the committees of which the actor's person is the chairman on that day (R6.5)."""
    if actor.account_id is None:
        return NO_ROW
    day = clock.as_day(actor.at)
    held = Office.objects.live().filter(holds("", day), person__account_id=actor.account_id, kind=PostKind.CHAIRMAN)
    return Q(committee_id__in=held.values("committee_id"))


def _decides(actor: Actor) -> Q:
    secretary = Q(committee_id__in=sorted(actor.committees(Post.SECRETARY_GENERAL)))
    return (
        (Q(approver=Approver.CHAIRMAN) & (_chairs(actor) | secretary))
        | (Q(approver=Approver.SECRETARY_GENERAL) & secretary)
        | Q(approver=Approver.ORGAN_HEAD, organ_id__in=sorted(actor.organs(Post.ORGAN_HEAD)))
        | Q(approver=Approver.OFFICE, committee_id__in=sorted(actor.committees(Post.OFFICE)))
    )


@rule("这类活动的请假审批人（主席的可由秘书长代批）", rows=_decides)
def approver(actor: Actor, leave: Leave) -> bool:
    """Who decides on leave from that kind; for the chairman the secretary-general may (R6.5, R6.6)."""
    secretary = actor.has(Post.SECRETARY_GENERAL, committee=leave.committee_id)
    if leave.approver == Approver.CHAIRMAN:
        return secretary or Leave.objects.filter(_chairs(actor), pk=leave.pk).exists()
    if leave.approver == Approver.SECRETARY_GENERAL:
        return secretary
    if leave.approver == Approver.ORGAN_HEAD:
        return leave.organ_id is not None and actor.has(Post.ORGAN_HEAD, organ=leave.organ_id)
    return actor.has(Post.OFFICE, committee=leave.committee_id)


@rule(
    "请假人",
    rows=lambda actor: Q(participant__person__account_id=actor.account_id) if actor.account_id is not None else NO_ROW,
)
def leave_asker(actor: Actor, leave: Leave) -> bool:
    """Whose leave it is."""
    person = leave.participant.person
    return actor.account_id is not None and person is not None and person.account_id == actor.account_id


@rule(
    "活动承办人",
    rows=lambda actor: (
        Q(activity__committee_id__in=sorted(held_in(actor, KEEPERS)))
        | Q(activity__organ_id__in=sorted(actor.organs(Post.ORGAN_HEAD)))
    ),
)
def leave_keeper(actor: Actor, leave: Leave) -> bool:
    """Who keeps the activity."""
    return keeper(actor, leave.activity)


decides = approver & ~leave_asker
visible_leave = leave_asker | approver | leave_keeper
withdraws = leave_asker | leave_keeper


def _joined_rows(actor: Actor) -> Q:
    return Q(uid__in=joint.subjects_of(actor, KIND))


@rule("参加联合课题的各级政协机关人员", rows=_joined_rows)
def joined(actor: Actor, activity: Activity) -> bool:
    """Staff of a committee that takes part in it or is asked to, from the draft on: one record for all (M34)."""
    return bool(joint.subjects_of(actor, KIND).filter(subject=activity.uid).exists())


visible = keeper | on_list | reader | joined


NOTES_LABEL = "本级办公室、秘书长，或本人"
OWN_PATH = {"CommunityPost": "member__person__account_id"}  # of the others: person__account_id


def may_note(actor: Actor, committee_id: int, person: Person | None) -> bool:
    """Whether the actor may note a donation, a report or a plan: the office for anybody, everybody for oneself."""
    if any(actor.has(role, committee=committee_id) for role in KEEPERS):
        return True
    return person is not None and actor.account_id is not None and person.account_id == actor.account_id


def check_noting(actor: Actor, committee_id: int, person: Person | None) -> None:
    """Raises `NotAllowed` where `may_note` says no."""
    if not may_note(actor, committee_id, person):
        raise NotAllowed("access.not_allowed", who=NOTES_LABEL)


def _own_note(actor: Actor, model: type[Any]) -> Q:
    path = OWN_PATH.get(model.__name__, "person__account_id")
    return Q(**{path: actor.account_id}) if actor.account_id is not None else NO_ROW


def note_visible(actor: Actor, model: type[Any]) -> Q:
    """Rows of donations, reports or plans that the actor reads: office, leaders, auditors all, others their own."""
    return Q(committee_id__in=sorted(held_in(actor, READERS))) | _own_note(actor, model)


@rule(
    "本级办公室、秘书长，或委员本人",
    rows=lambda actor: (
        Q(committee_id__in=sorted(held_in(actor, KEEPERS)))
        | (Q(member__person__account_id=actor.account_id) if actor.account_id is not None else NO_ROW)
    ),
)
def noter(actor: Actor, post: CommunityPost) -> bool:
    """Who may end or void a report to a community."""
    return may_note(actor, post.committee_id, post.member.person)


# Rights of democratic supervision (R4.4–R4.8).

office: Rule = here("本级办公室、秘书长", KEEPERS)
_readers: Rule = here("领导、审计员", (Post.LEADER, Post.AUDITOR))
_inside: Rule = here("本级委员和机关", INSIDE)


def in_office(day: dt.date) -> Q:
    """Supervisors appointed, within their term and still members on `day` (R4.5)."""
    tenure = holds("member__", day) & Q(member__voided_at=None)
    return Q(state=SupervisorState.APPOINTED, voided_at=None, starts__lte=day, ends__gte=day) & tenure


def may_propose(actor: Actor, committee_id: int, members: Sequence[Member]) -> bool:
    """The office proposes anybody, a member only oneself (R4.4)."""
    if any(actor.has(role, committee=committee_id) for role in KEEPERS):
        return True
    own = actor.account_id is not None and all(member.person.account_id == actor.account_id for member in members)
    return own and bool(members)


@rule(
    "本人",
    rows=lambda actor: Q(member__person__account_id=actor.account_id) if actor.account_id is not None else NO_ROW,
)
def own_post(actor: Actor, supervisor: Supervisor) -> bool:
    """The member who is proposed or appointed."""
    return actor.account_id is not None and supervisor.member.person.account_id == actor.account_id


@rule("已聘任过的", rows=lambda actor: Q(state__in=(SupervisorState.APPOINTED, SupervisorState.ENDED)))
def was_appointed(actor: Actor, supervisor: Supervisor) -> bool:
    """Appointments are no secret inside the house; proposals are."""
    return supervisor.state in (SupervisorState.APPOINTED, SupervisorState.ENDED)


visible_supervisor: Rule = office | _readers | own_post | (_inside & was_appointed)


@rule(
    "本级办公室、秘书长，或承办机构负责人",
    rows=lambda actor: (
        Q(committee_id__in=sorted(held_in(actor, KEEPERS)))
        | Q(activity__organ_id__in=sorted(actor.organs(Post.ORGAN_HEAD)))
    ),
)
def opinion_keeper(actor: Actor, opinion: SupervisionOpinion) -> bool:
    """Whoever keeps the activity that it comes from."""
    return keeper(actor, opinion.activity)


def units_of(actor: Actor) -> list[int]:
    """Units for which the actor answers."""
    return sorted(actor.units(Post.UNIT_OFFICER) | actor.units(Post.UNIT_HEAD))


@rule("被监督单位联络员、负责人", rows=lambda actor: Q(unit_id__in=units_of(actor), state__in=OUT_STATES))
def supervised(actor: Actor, opinion: SupervisionOpinion) -> bool:
    """The unit, once the opinion has gone out."""
    return opinion.unit_id in units_of(actor) and opinion.state in OUT_STATES


def _supervised_units(actor: Actor, account: int) -> Any:
    rows = Supervisor.objects.filter(in_office(clock.as_day(actor.at)), member__person__account_id=account)
    return rows.values("unit_id")


@rule(
    "该单位的在任民主监督员",
    rows=lambda actor: (
        Q(unit__in=_supervised_units(actor, actor.account_id)) if actor.account_id is not None else NO_ROW
    ),
)
def unit_supervisor(actor: Actor, opinion: SupervisionOpinion) -> bool:
    """A supervisor of the unit, in office on the day."""
    account = actor.account_id
    return account is not None and _supervised_units(actor, account).filter(unit=opinion.unit_id).exists()


visible_opinion: Rule = opinion_keeper | _readers | supervised | unit_supervisor
hands_over_opinion: Rule = office
answers_for: Rule = office & ~supervised
looks_back: Rule = opinion_keeper | unit_supervisor


# Speeches for a plenary (M37).

HANDS_IN = "委员本人、所代表机构的负责人，或本级办公室、秘书长"


def may_hand_in(actor: Actor, committee_id: int, person: Person, organ: Any = None) -> bool:
    """The office for anybody; a member in the own name, or in that of an organ one heads; such a head for another."""
    if any(actor.has(role, committee=committee_id) for role in KEEPERS):
        return True
    if organ is not None:
        return actor.has(Post.ORGAN_HEAD, organ=organ.pk)
    own = actor.account_id is not None and person.account_id == actor.account_id
    return own and actor.has(Post.MEMBER, committee=committee_id)


@rule(
    "提交人、发言人",
    rows=lambda actor: (
        Q(person__account_id=actor.account_id) | Q(handed_by_account=actor.account_id)
        if actor.account_id is not None
        else NO_ROW
    ),
)
def plenary_author(actor: Actor, speech: PlenarySpeech) -> bool:
    """Who speaks, or handed it in."""
    return actor.account_id is not None and actor.account_id in (speech.person.account_id, speech.handed_by_account)


@rule("已汇编的", rows=lambda actor: Q(state=SpeechState.COMPILED))
def in_the_book(actor: Actor, speech: PlenarySpeech) -> bool:
    """What was compiled is read by all members and staff."""
    return speech.state == SpeechState.COMPILED


visible_plenary_speech: Rule = office | _readers | plenary_author | (_inside & in_the_book)


def part_rows(actor: Actor) -> Q:
    """Rows of lists of activities that the actor may read."""
    return Q(activity__in=Activity.objects.filter(visible.rows(actor)).values("pk"))


# Rights over deliberation points and speeches (R3.8, R3.11).

SPEECH_LABEL = "活动承办人，或名单上的发言人本人"


@rule(
    "本级办公室、秘书长，或管理机构负责人",
    rows=lambda actor: (
        Q(committee_id__in=sorted(held_in(actor, KEEPERS))) | Q(organ_id__in=sorted(actor.organs(Post.ORGAN_HEAD)))
    ),
)
def site_keeper(actor: Actor, site: Site) -> bool:
    """Who keeps a deliberation point."""
    return may_plan(actor, site.committee_id, site.organ_id)


visible_site: Rule = site_keeper | here("本级委员和机关", (*READERS, *INSIDE))


def speaks_self(actor: Actor, activity: Activity, person: Person | None) -> bool:
    """Whether the actor hands in the own speech for an activity on whose list they stand."""
    own = person is not None and actor.account_id is not None and person.account_id == actor.account_id
    return own and on_list(actor, activity)


@rule(
    "能查看该活动的人",
    rows=lambda actor: Q(activity__in=Activity.objects.filter(visible.rows(actor)).values("pk")),
)
def visible_speech(actor: Actor, speech: Speech) -> bool:
    """Whoever reads the activity reads what was said there."""
    return visible(actor, speech.activity)


@rule(
    "活动承办人",
    rows=lambda actor: (
        Q(activity__committee_id__in=sorted(held_in(actor, KEEPERS)))
        | Q(activity__organ_id__in=sorted(actor.organs(Post.ORGAN_HEAD)))
    ),
)
def speech_keeper(actor: Actor, speech: Speech) -> bool:
    """Whoever keeps the activity."""
    return keeper(actor, speech.activity)
