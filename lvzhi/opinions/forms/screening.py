"""What the steps of screening and of an author ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.opinions import queries
from lvzhi.opinions.forms.fields import ByTitle, lines
from lvzhi.opinions.models import Concern
from lvzhi.opinions.vocabulary.words import HELPS
from lvzhi.workflow.forms import StepForm


class SecrecyForm(StepForm):
    """That nothing secret stands in it: this system is not for that (R12.12)."""

    not_secret = forms.BooleanField(label="我确认内容不涉及国家秘密、工作秘密", help_text=HELPS["not_secret"])


class UseForm(StepForm):
    """What the author may be told when it is used."""

    use_note = lines("采用说明（反映人会看到，可以不填）")

    def prepare(self) -> None:
        self.fields["use_note"].initial = self.record.use_note


class GroundForm(StepForm):
    """Why; the author reads it."""

    ground = lines("理由（反映人会看到）", required=True)


class SupplyForm(StepForm):
    """What is still wanted; the author reads it."""

    ground = lines("需要补充什么（反映人会看到）", required=True)


class MergeForm(StepForm):
    """Into which item it is merged."""

    main = ByTitle(label="主件", queryset=Concern.objects.none(), help_text=HELPS["main"])

    def prepare(self) -> None:
        main: Any = self.fields["main"]
        rows = queries.waiting(self.actor, self.record.committee) if self.actor else Concern.objects.none()
        main.queryset = rows.exclude(pk=self.record.pk)


class OfflineForm(StepForm):
    """Why it goes off-line: nothing of its content may stand here."""

    ground = lines("转线下的理由", required=True, help_text=HELPS["offline"])
