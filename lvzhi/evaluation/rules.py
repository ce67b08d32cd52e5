"""Who makes rule sets, who reads them, who runs a year's evaluation."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor, Rule
from lvzhi.access.rules import NO_ROW, has_any, held_in
from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.dossier import rules as dossier
from lvzhi.evaluation.models import Evaluation, Objection, OrganView, Proven, Result, RuleSet
from lvzhi.evaluation.vocabulary.states import RunState, SetState, Subject
from lvzhi.people.models import Member, Membership
from lvzhi.people.rules import here

KEEPERS = (Role.OFFICE, Role.SECRETARY_GENERAL)
LOOKERS = (*KEEPERS, Role.ORGAN_HEAD, Role.PROPOSAL_HEAD, Role.LEADER, Role.AUDITOR)
OPEN_SETS = (SetState.FORCE.value, SetState.SUPERSEDED.value)
LOOKERS_LABEL = "办公室、秘书长、专委会负责人、领导、审计员"

keeper = here("办公室、秘书长", KEEPERS)
"""Who makes rule sets and runs the evaluation."""
looker = here(LOOKERS_LABEL, LOOKERS)


def may_keep(actor: Actor, committee: int) -> bool:
    """Whether the actor may make a rule set there (there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def may_look(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the committee's rule sets."""
    return has_any(actor, committee, (*LOOKERS, Role.MEMBER))


def _open_to_members(actor: Actor, rules: RuleSet) -> bool:
    return rules.state in OPEN_SETS and has_any(actor, rules.committee_id, (Role.MEMBER,))


def _open_rows(actor: Actor) -> Q:
    return Q(committee_id__in=held_in(actor, (Role.MEMBER,)), state__in=OPEN_SETS)


def may_open(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the committee's evaluations."""
    return has_any(actor, committee, (*KEEPERS, Role.LEADER, Role.AUDITOR, Role.ORGAN_HEAD))


visible: Rule = looker | Rule("委员（已施行的规则）", _open_to_members, _open_rows)
"""Drafts are for those who make and judge; what is in force every member may read."""


reader = here("办公室、秘书长、领导、审计员", (*KEEPERS, Role.LEADER, Role.AUDITOR))
"""Who reads every result."""
decider = here("秘书长、领导", (Role.SECRETARY_GENERAL, Role.LEADER))
"""Who notes what the chairmen's meeting decided."""


def _units(actor: Actor) -> frozenset[int]:
    return actor.units(Role.UNIT_OFFICER) | actor.units(Role.UNIT_HEAD)


def is_own(actor: Actor, result: Result) -> bool:
    """Whether the result is the actor's, or that of a unit the actor answers for."""
    if result.unit_id is not None:
        return result.unit_id in _units(actor)
    member = result.member
    return actor.account_id is not None and member is not None and member.person.account_id == actor.account_id


def _own_rows(actor: Actor) -> Q:
    mine = NO_ROW if actor.account_id is None else Q(member__person__account_id=actor.account_id)
    units = _units(actor)
    return mine | Q(unit_id__in=sorted(units)) if units else mine


own = Rule("委员本人；承办单位的联络员、负责人", is_own, _own_rows)


def _heads(actor: Actor, result: Result) -> bool:
    return result.member is not None and dossier.HEAD(actor, result.member)


def _headed(actor: Actor) -> Q:
    if not actor.organs(Role.ORGAN_HEAD):
        return NO_ROW
    return Q(member__in=Member.objects.filter(dossier.HEAD.rows(actor)).order_by().values("pk"))


head = Rule("委员所在机构负责人", _heads, _headed)
visible_result: Rule = reader | own | head
"""One's own, never another's; heads of organs those of their members; who runs the evaluation all (R7.12)."""
insider: Rule = reader | here("专委会负责人", (Role.ORGAN_HEAD,))
"""Who opens a year's evaluation: its list shows each of them only whom they may read."""


def _has_part(actor: Actor, run: Evaluation) -> bool:
    return bool(run.results.filter(_own_rows(actor)).exists())


def _part_rows(actor: Actor, lacking: Q | None = None) -> Q:
    if actor.account_id is None:
        return NO_ROW
    mine = Result.objects.live().filter(_own_rows(actor), lacking or Q())
    return Q(pk__in=mine.order_by().values("evaluation"))


has_part = Rule("考核对象本人", _has_part, _part_rows)
"""Who is judged in it: that page leads each to the own result."""
owes_account = Rule(
    "考核对象本人（还没有述职）",
    lambda actor, run: (
        actor.account_id is not None and run.results.filter(_own_rows(actor), accounted_on=None).exists()
    ),
    lambda actor: _part_rows(actor, Q(accounted_on=None)),
)
visible_run: Rule = insider | has_part


def spoken_of(actor: Actor) -> Q:
    """Results of members who sat, at the end of the year judged, in an organ that the actor heads."""
    if not actor.organs(Role.ORGAN_HEAD):
        return NO_ROW
    last = OuterRef("evaluation__rule_set__ends")
    seats = Membership.objects.live().filter(
        Q(ends=None) | Q(ends__gte=last), member=OuterRef("member"), starts__lte=last,
        organ_id__in=sorted(actor.organs(Role.ORGAN_HEAD)),
    )  # fmt: skip
    return Q(Exists(seats)) & _headed(actor)


def silent(actor: Actor) -> Q:
    """Of these, those of whom no organ of the actor's has spoken."""
    said = OrganView.objects.live().filter(result=OuterRef("pk"), organ_id__in=sorted(actor.organs(Role.ORGAN_HEAD)))
    return spoken_of(actor) & ~Q(Exists(said))


def _runs(narrowed: Q) -> Q:
    return Q(pk__in=Result.objects.live().filter(narrowed).order_by().values("evaluation"))


speaks = Rule(
    "委员所在机构负责人", lambda actor, run: run.results.live().filter(spoken_of(actor)).exists(),
    lambda actor: _runs(spoken_of(actor)),
)  # fmt: skip
owes_view = Rule(
    "委员所在机构负责人（还有委员没有初评）", lambda actor, run: run.results.live().filter(silent(actor)).exists(),
    lambda actor: _runs(silent(actor)),
)  # fmt: skip


def _all_in(actor: Actor, run: Evaluation) -> bool:
    overdue = run.due_on is not None and run.due_on < clock.as_day(actor.at)
    return overdue or run.subject == Subject.UNIT or not run.results.live().filter(accounted_on=None).exists()


def _all_in_rows(actor: Actor) -> Q:
    lacking = Result.objects.live().filter(evaluation=OuterRef("pk"), accounted_on=None)
    return Q(due_on__lt=clock.as_day(actor.at)) | Q(subject=Subject.UNIT) | ~Q(Exists(lacking))


viewing = Rule("初评阶段", lambda actor, run: bool(run.state == RunState.VIEWS), lambda actor: Q(state=RunState.VIEWS))
accounts_in = Rule("述职全部提交或期限已过", _all_in, _all_in_rows)
of_result: Rule = visible_result.through("result", Result)
owner: Rule = own.through("result", Result)


def _another(actor: Actor, proven: Proven) -> bool:
    entered = proven.account_id is not None and proven.account_id == actor.account_id
    return keeper(actor, proven) and not entered and not is_own(actor, proven.result)


def _another_rows(actor: Actor) -> Q:
    return _not_own_rows(actor) & (Q(account=None) | ~Q(account_id=actor.account_id))


approver = Rule("办公室、秘书长（登记人和本人以外的一人）", _another, _another_rows)
"""Points with a document are approved by somebody else than who entered them (R7.7)."""


def _not_own(actor: Actor, found: Objection) -> bool:
    return keeper(actor, found) and not is_own(actor, found.result)


def _not_own_rows(actor: Actor) -> Q:
    if actor.account_id is None:
        return keeper.rows(actor)
    mine = Result.objects.filter(_own_rows(actor)).order_by().values("pk")
    return keeper.rows(actor) & ~Q(result__in=mine)


reviewer = Rule("办公室、秘书长（本人以外）", _not_own, _not_own_rows)
"""Who decides an objection: never one's own."""
reads_proven: Rule = of_result
reads_objection: Rule = reader.through("result", Result) | owner
reads_low: Rule = here("秘书长、领导、办公室", (*KEEPERS, Role.LEADER)) | owner
"""A low result is between the member and those who talk to the member."""
