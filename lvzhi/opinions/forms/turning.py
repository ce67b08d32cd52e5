"""What choosing items for an issue, arranging it, and entering a turn by hand ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.opinions.models import NAME_MOST, Concern
from lvzhi.opinions.queries import turns
from lvzhi.opinions.vocabulary.codes import ISSUE, SPECIAL
from lvzhi.opinions.vocabulary.states import How, Turn
from lvzhi.opinions.vocabulary.turns import HAND_CHOICES, KIND_NAMES
from lvzhi.papers.models import TITLE_MOST, WORDS_MOST
from lvzhi.ui.forms import Day, LongText, Segmented, UiForm
from lvzhi.workflow.forms import StepForm

KINDS = ((ISSUE, KIND_NAMES["issue"]), (SPECIAL, KIND_NAMES["special"]))


class TurnForm(StepForm):
    """A turn known otherwise than from this system."""

    turn = forms.ChoiceField(label="去向", choices=Turn.choices, widget=Segmented, initial=Turn.ADOPTED)
    level = forms.ChoiceField(label="层级", widget=Segmented)
    body = forms.CharField(label="机关或领导", max_length=NAME_MOST, help_text="例如：省政协、省长张三、区住建局。")
    on = forms.DateField(label="日期", widget=Day)
    how = forms.ChoiceField(
        label="采用方式", choices=How.choices, widget=Segmented, required=False, help_text="只有采用才填。"
    )
    document = forms.CharField(
        label="文件或期号", max_length=NAME_MOST, required=False, help_text="例如：《政协信息》第12期。"
    )
    words = forms.CharField(
        label="内容", required=False, widget=LongText(rows=3), help_text="批示原文、未采用的理由或办理情况。"
    )
    until = forms.DateField(label="要求反馈日期", required=False, widget=Day, help_text="只有转办才填。")

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        concern: Concern = self.record
        known = turns.levels(concern.committee, day)
        fields: dict[str, Any] = self.fields
        fields["level"].choices = [
            (one.code, one.name) for one in known if not turns.is_below(concern.committee, one.code, day)
        ]
        fields["on"].initial = day


class ChosenForm(UiForm):
    """Items of a list in the order in which they were ticked or moved; the page writes the boxes itself."""

    items: Any = forms.ModelMultipleChoiceField(
        label="信息", queryset=Concern.objects.none(), required=False, widget=forms.MultipleHiddenInput
    )

    def __init__(self, *args: Any, rows: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["items"].queryset = rows  # type: ignore[attr-defined]  # reason: the field is one of models

    def chosen(self) -> list[Concern]:
        """The ticked ones by their places, where the page asked for places, else as the list has them."""
        found = list(self.cleaned_data["items"])
        return sorted(found, key=lambda one: (self._place(one.pk), -one.pk))

    def _place(self, key: int) -> int:
        given = str(self.data.get(f"place-{key}", "")).strip()
        return int(given) if given.isdecimal() and len(given) < PLACE_DIGITS else LAST_PLACE


PLACE_DIGITS = 5
LAST_PLACE = 10**PLACE_DIGITS


class ComposeForm(ChosenForm):
    """Which kind of paper, and what it says at its head."""

    kind = forms.ChoiceField(label="编成", choices=KINDS, widget=Segmented, initial=ISSUE)
    title = forms.CharField(label="标题", max_length=TITLE_MOST, required=False, help_text="不填时用第一篇的标题。")
    addressee = forms.CharField(
        label="报送",
        max_length=WORDS_MOST,
        required=False,
        help_text="例如：区委、区政府、市政协；登记发送时按此预填。",
    )

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["addressee"].initial = turns.last_addressee(committee)


class HandForm(UiForm):
    """What is done with changes that were made to the text by hand."""

    hand = forms.ChoiceField(label="手工改过的正文", choices=HAND_CHOICES, widget=forms.RadioSelect, required=False)


class PutInForm(ChosenForm, HandForm):
    """More items for a draft."""
