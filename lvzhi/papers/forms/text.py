"""The text of a paper."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Organ
from lvzhi.committee.queries import organs_on
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.papers.models import NAME_MOST, TITLE_MOST, WORDS_MOST
from lvzhi.papers.vocabulary import KINDS, NOT_CHOSEN
from lvzhi.ui.forms import ByName, LongText
from lvzhi.workflow.forms import StepForm


class TextForm(StepForm):
    """Kind, title, to whom, text."""

    kind = forms.ChoiceField(label="种类")
    title = forms.CharField(label="标题", max_length=TITLE_MOST)
    addressee = forms.CharField(label="主送", max_length=WORDS_MOST, required=False, help_text="例如：区委、区政府。")
    text = forms.CharField(
        label="正文",
        required=False,
        widget=LongText(rows=16),
        help_text="每段另起一行。以“一、”“（一）”“1.”开头的行按公文格式排为各级标题；正文在附件中的可以不填。",
    )
    copies = forms.CharField(label="抄送", max_length=WORDS_MOST, required=False, help_text="多个用顿号分开。")
    organ = ByName(label="起草机构", required=False, queryset=Organ.objects.none(), empty_label=NOT_CHOSEN)
    drafter = forms.CharField(label="起草人", max_length=NAME_MOST, required=False)
    for_members = forms.BooleanField(label="发出后本级委员可以查看", required=False, initial=True)

    def __init__(self, *args: Any, committee: Any = None, **rest: Any) -> None:
        self.committee = committee
        super().__init__(*args, **rest)

    def prepare(self) -> None:
        committee = self.committee or self.record.committee
        day = clock.today()
        kind: Any = self.fields["kind"]
        kind.choices = codes.choices(KINDS, committee, day)
        organ: Any = self.fields["organ"]
        organ.queryset = organs_on(committee, day)
        if self.actor is not None:
            self.fields["drafter"].initial = self.actor.name
