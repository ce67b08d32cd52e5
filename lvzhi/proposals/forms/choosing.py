"""What the selection of excellent proposals asks."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.access import Actor
from lvzhi.committee.models import Organ
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.people.queries import member_of_account
from lvzhi.proposals.forms.fields import LONG, area
from lvzhi.proposals.queries.choosing import candidates
from lvzhi.proposals.rules.choosing import places
from lvzhi.proposals.vocabulary.choosing import (
    BEHALF_NAME,
    CANDIDATE_LABEL,
    COLLECTIVE_MARK,
    Nominator,
    Reached,
    SelectionState,
)
from lvzhi.ui.forms import Checks, Day, UiForm
from lvzhi.workflow.forms import StepForm

STAGES = {
    SelectionState.NOMINATING: Reached.NOMINATED,
    SelectionState.REVIEWING: Reached.SHORTLISTED,
    SelectionState.DECIDING: Reached.PROPOSED,
}


class OpenSelectionForm(UiForm):
    """Its name, and which proposals it is over."""

    name = forms.CharField(label="名称", max_length=80)
    starts = forms.DateField(label="立案日期起", widget=Day())
    ends = forms.DateField(label="立案日期止", widget=Day())


class NominateForm(StepForm):
    """Which proposal, in whose name, and why (R1.107)."""

    called = forms.CharField(label="案号", max_length=40, help_text="照案号填写，例如第0012号。")
    behalf = forms.ChoiceField(label="以谁的名义推荐")
    reason = forms.CharField(
        label="推荐理由", max_length=LONG, widget=area(4), help_text="未被采纳、但有前瞻性的提案也可以推荐。"
    )

    def prepare(self) -> None:
        field: Any = self.fields["behalf"]
        found = _names(self.actor, self.record.committee_id) if self.actor else []
        field.choices = [
            (f"{kind}:{name}", BEHALF_NAME.format(kind=Nominator(kind).label, name=name)) for kind, name in found
        ]
        if found:
            field.initial = field.choices[0][0]


def _names(actor: Actor, committee: int) -> list[tuple[str, str]]:
    """In whose names the actor may recommend in that committee."""
    found: list[tuple[str, str]] = []
    member = member_of_account(actor.account_id, committee, clock.as_day(actor.at))
    if member is not None:
        found.append((Nominator.MEMBER, member.person.name))
    bodies = Organ.objects.filter(pk__in=actor.organs("organ_head"), committee=committee)
    found += [(Nominator.BODY, name) for name in bodies.values_list("name", flat=True)]
    units = Unit.objects.filter(pk__in=actor.units("unit_officer") | actor.units("unit_head"), committee=committee)
    found += [(Nominator.UNIT, name) for name in units.values_list("name", flat=True)]
    if committee in places(actor, "clerk", "proposal_head"):
        found.append((Nominator.COMMITTEE, actor.name))
    return found


class ChooseForm(StepForm):
    """Which of the candidates go on, in the order of their numbers."""

    chosen = forms.MultipleChoiceField(label="候选提案", widget=Checks, required=False)

    def prepare(self) -> None:
        field: Any = self.fields["chosen"]
        stage = STAGES.get(SelectionState(self.record.state))
        rows = candidates(self.record).filter(reached=stage) if stage else ()
        field.choices = [(str(row.pk), _label(row)) for row in rows]
        if len(field.choices) == 1:
            field.initial = [field.choices[0][0]]


def _label(row: Any) -> str:
    proposal = row.proposal
    return CANDIDATE_LABEL.format(
        number=proposal.called, title=proposal.title, proposer=proposal.proposer,
        kind=COLLECTIVE_MARK if proposal.collective else "",
    )  # fmt: skip


class DecideForm(ChooseForm):
    """The same with the meeting that decided."""

    met_on = forms.DateField(label="主席会议日期", widget=Day())
    decision = forms.CharField(label="会议名称或文号", max_length=200)

    def prepare(self) -> None:
        """Those that the committee put before the meeting stand ticked; what was not approved is unticked."""
        super().prepare()
        field: Any = self.fields["chosen"]
        field.initial = [key for key, _ in field.choices]
