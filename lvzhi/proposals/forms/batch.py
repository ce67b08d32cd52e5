"""What a batch asks: which proposals, and for each what its step asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms

from lvzhi.committee.models import Committee
from lvzhi.directory.queries import units_on
from lvzhi.norms import codes
from lvzhi.proposals.forms.fields import HANDLING_UNIT
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.vocabulary.batch import PLEASE_CHOOSE
from lvzhi.ui.forms import UiForm

Choices = list[tuple[str, str]]


class BatchRow(UiForm):
    """One proposal of a batch: whether it is meant, and what its step needs to know."""

    chosen = forms.BooleanField(required=False)

    def __init__(self, data: Any, proposal: Proposal, offer: Choices, *, chosen: bool = False) -> None:
        self.proposal, self.offer = proposal, offer
        super().__init__(data, prefix=f"p{proposal.pk}", initial={"chosen": chosen})
        self.fields["chosen"].label = proposal.title
        self.prepare()

    def prepare(self) -> None:
        """Fill choices; kinds of batches that ask something override it."""

    def answers(self) -> dict[str, Any]:
        """What the step is given."""
        return {}


class FileRow(BatchRow):
    """The category under which it is filed."""

    category = forms.ChoiceField(label="类别", required=False)

    def prepare(self) -> None:
        field: Any = self.fields["category"]
        field.choices = self.offer
        field.initial = self.proposal.category

    def answers(self) -> dict[str, Any]:
        return {"category": self.cleaned_data.get("category", "")}


class AssignRow(BatchRow):
    """The lead unit; co-units as the proposer wished."""

    lead = forms.ChoiceField(label="主办单位", required=False)

    def prepare(self) -> None:
        field: Any = self.fields["lead"]
        field.choices = self.offer
        field.initial = self.proposal.wished_lead_id
        self.wished = [row.unit for row in self.proposal.wished_co_units.all()]

    def answers(self) -> dict[str, Any]:
        lead = self.cleaned_data.get("lead", "")
        return {"lead": lead, "co": [unit.pk for unit in self.wished if str(unit.pk) != lead]}


ROWS: dict[str, type[BatchRow]] = {"file": FileRow, "assign": AssignRow, "remind": BatchRow}


def _units(place: Committee, day: date) -> Choices:
    units = units_on(place, day, kind=HANDLING_UNIT).values_list("pk", "name")
    return [("", PLEASE_CHOOSE), *((str(pk), name) for pk, name in units)]


# What may be chosen in a line, the same for every one; asked once.
OFFERS: dict[str, Callable[[Committee, date], Choices]] = {
    "file": lambda place, day: list(codes.choices("proposals.category", place, day)),
    "assign": _units,
    "remind": lambda place, day: [],
}
