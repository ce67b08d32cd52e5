"""Who is told of what."""

from __future__ import annotations

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.people.rules import KEEPERS
from lvzhi.tenure import queries, rules
from lvzhi.tenure.models import Case, Change, Selecting
from lvzhi.tenure.queries.addresses import case_address, change_address, selection_address
from lvzhi.tenure.vocabulary.states import ChangeKind, MeasureKind, Standing
from lvzhi.workflow.declare import Taking


def _tell(taking: Taking, code: str, **facts: object) -> None:
    change: Change = taking.record
    account = change.person.account_id if change.person is not None else None
    if account is not None and account != taking.actor.account_id:
        subject = (change._meta.label_lower, change.uid, change_address(change))
        kind = str(change.get_kind_display())
        send([account], code, subject=subject, committee=change.committee_id, kind=kind, **facts)


def _office(committee: int) -> list[int]:
    return [pk for role in KEEPERS for pk in holders(role, committee=committee)]


def tell_handed(change: Change) -> None:
    """The office: a member resigns."""
    subject = (change._meta.label_lower, change.uid, change_address(change))
    send(
        _office(change.committee_id), "tenure.handed", subject=subject, committee=change.committee_id, name=change.name
    )


def tell_received(taking: Taking) -> None:
    """The member: the resignation is in hand."""
    if taking.record.own:
        _tell(taking, "tenure.received")


def tell_decided(taking: Taking) -> None:
    """The member: what was decided where, from when on; one removed is told of the right to review (R6.1)."""
    change: Change = taking.record
    facts = {"meeting": change.meeting, "day": change.decided_on, "force": change.in_force_on}
    if change.kind == ChangeKind.REMOVAL:
        _tell(taking, "tenure.removed", until=rules.review_until(change), **facts)
    elif change.kind != ChangeKind.DIED:
        _tell(taking, "tenure.decided", **facts)


def tell_refused(taking: Taking) -> None:
    """The member who asked: it was not passed."""
    if taking.record.own:
        _tell(taking, "tenure.refused", ground=taking.record.opinion)


def tell_review(taking: Taking) -> None:
    """The office: review is asked for."""
    change: Change = taking.record
    subject = (change._meta.label_lower, change.uid, change_address(change))
    to = [pk for pk in _office(change.committee_id) if pk != taking.actor.account_id]
    send(to, "tenure.reviewed", subject=subject, committee=change.committee_id, name=change.name)


def tell_upheld(taking: Taking) -> None:
    """The member: the decision stands."""
    _tell(taking, "tenure.upheld", ground=taking.record.review_words)


def tell_overturned(taking: Taking) -> None:
    """The member: the decision is taken back."""
    _tell(taking, "tenure.overturned")


def tell_measure(taking: Taking) -> None:
    """The member: what was done in the own case."""
    case: Case = taking.record
    account = case.member.person.account_id
    if account is not None and account != taking.actor.account_id:
        subject = (case._meta.label_lower, case.uid, case_address(case))
        kind = {step.value: str(step.label) for step in MeasureKind}.get(taking.step.key, taking.step.name)
        send(
            [account], "tenure.measured", subject=subject, committee=case.committee_id, measure=kind,
            text=taking.answers.get("text", ""),
        )  # fmt: skip


def tell_said(taking: Taking) -> None:
    """The office: the member has said something."""
    case: Case = taking.record
    subject = (case._meta.label_lower, case.uid, case_address(case))
    to = [pk for pk in _office(case.committee_id) if pk != taking.actor.account_id]
    send(to, "tenure.said", subject=subject, committee=case.committee_id, name=case.member.person.name)


def _nominees(selection: Selecting, *standings: str) -> list[int]:
    rows = queries.nominees(selection)
    if standings:
        rows = rows.filter(standing__in=standings)
    accounts = rows.filter(member__person__account__isnull=False)
    return list(accounts.values_list("member__person__account_id", flat=True))


def _send(selection: Selecting, to: list[int], code: str, **facts: object) -> None:
    subject = (selection._meta.label_lower, selection.uid, selection_address(selection))
    send(to, code, subject=subject, committee=selection.committee_id, title=selection.title, **facts)


def tell_vetted(taking: Taking) -> None:
    """Those who are not fit, with the ground."""
    _send(taking.record, _nominees(taking.record, Standing.UNFIT), "tenure.unfit", ground=taking.record.vet_ground)


def tell_chosen(taking: Taking) -> None:
    """The chosen, and those passed over."""
    selection: Selecting = taking.record
    _send(
        selection, _nominees(selection, Standing.CHOSEN), "tenure.chosen", organ=selection.organ.name,
        starts=selection.starts, ends=selection.ends,
    )  # fmt: skip
    _send(selection, _nominees(selection, Standing.PASSED_OVER), "tenure.passed_over")


def tell_cancelled(taking: Taking) -> None:
    """Whoever was nominated."""
    _send(
        taking.record,
        _nominees(taking.record, Standing.NAMED, Standing.FIT),
        "tenure.cancelled",
        ground=taking.record.ground,
    )
