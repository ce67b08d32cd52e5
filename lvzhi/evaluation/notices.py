"""Who is told what."""

from __future__ import annotations

from lvzhi.accounts.queries import holders, officers_of
from lvzhi.accounts.vocabulary import Role
from lvzhi.evaluation.models import Evaluation, Objection, Proven
from lvzhi.evaluation.queries import record_address, run_address
from lvzhi.evaluation.queries.running import mine_address
from lvzhi.evaluation.rules import KEEPERS
from lvzhi.evaluation.vocabulary.states import Subject
from lvzhi.messages.actions import send
from lvzhi.workflow.declare import Taking


def _judged(run: Evaluation) -> list[int]:
    """Whoever is judged: members, or who answers for the units."""
    if run.subject == Subject.UNIT:
        units = set(run.results.live().order_by().values_list("unit_id", flat=True))
        return officers_of(units)
    rows = run.results.live().exclude(member__person__account=None)
    return list(rows.order_by().values_list("member__person__account_id", flat=True))


def _roles(committee: int, *roles: str) -> list[int]:
    return [pk for role in roles for pk in holders(role, committee=committee)]


def _tell(run: Evaluation, accounts: list[int], code: str, address: str, **facts: object) -> None:
    subject = (run._meta.label_lower, run.uid, address)
    send(accounts, code, subject=subject, committee=run.committee_id, name=run.name, **facts)


def tell_begun(run: Evaluation) -> None:
    """The judged: their own accounts are wanted."""
    _tell(run, _judged(run), "evaluation.account_wanted", mine_address())


def tell_heads(taking: Taking) -> None:
    """Heads of organs: their views are wanted."""
    run: Evaluation = taking.record
    if run.subject == Subject.UNIT:
        return  # no organ has units as its members
    _tell(run, _roles(run.committee_id, Role.ORGAN_HEAD), "evaluation.views_wanted", run_address(run))


def tell_meeting(taking: Taking) -> None:
    """Who notes the meeting's decision."""
    run: Evaluation = taking.record
    wanted = _roles(run.committee_id, Role.SECRETARY_GENERAL, Role.LEADER)
    _tell(run, wanted, "evaluation.meeting_wanted", run_address(run))


def tell_decided(taking: Taking) -> None:
    """Each of the judged: the own result, and until when one may object."""
    run: Evaluation = taking.record
    _tell(run, _judged(run), "evaluation.decided", mine_address(), day=run.object_until)


def _owner(found: Objection) -> list[int]:
    if found.result.unit_id is not None:
        return officers_of([found.result.unit_id])
    member = found.result.member
    return [member.person.account_id] if member is not None and member.person.account_id else []


def _of(found: Objection | Proven, accounts: list[int], code: str, **facts: object) -> None:
    subject = (found._meta.label_lower, found.uid, record_address(found))
    send(accounts, code, subject=subject, committee=found.committee_id, **facts)


def tell_objected(found: Objection) -> None:
    """The office: an objection waits."""
    _of(found, _roles(found.committee_id, *KEEPERS), "evaluation.objected", name=found.result.name)


def tell_upheld(taking: Taking) -> None:
    """The member: it was set right."""
    _of(taking.record, _owner(taking.record), "evaluation.upheld")


def tell_kept(taking: Taking) -> None:
    """The member: it stays, and why."""
    _of(taking.record, _owner(taking.record), "evaluation.kept", reason=taking.record.reason)


def tell_proven(found: Proven) -> None:
    """The office: something entered with a document waits."""
    _of(found, _roles(found.committee_id, *KEEPERS), "evaluation.proof_wanted", name=found.result.name)
