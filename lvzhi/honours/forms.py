"""What an honour and its steps ask."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.honours.models import CODE_MOST, NAME_MOST, TITLE_MOST, WORDS_MOST
from lvzhi.honours.vocabulary import HELPS, LEVELS, NOT_CHOSEN, WORKS, Bearer
from lvzhi.norms import codes
from lvzhi.people.queries import members_on, picked
from lvzhi.ui.forms import ByName, FilesField, LongText, Segmented, Several, UiForm
from lvzhi.workflow.forms import StepForm

MOST_FILES = 20
OWN = (Bearer.PERSON, Bearer.WORK)


class HonourForm(UiForm):
    """To whom or what, which, by whom, when, by which document, with which proof."""

    bearer = forms.ChoiceField(label="获得者", choices=Bearer.choices, widget=Segmented, initial=Bearer.PERSON)
    person = Several(label="委员（个人，或作品的作者）", required=False, search="people:pick", multiple=False)
    name = forms.CharField(label="或姓名", max_length=NAME_MOST, required=False, help_text=HELPS["name"])
    organ = ByName(
        label="机构", required=False, queryset=Organ.objects.none(), empty_label=NOT_CHOSEN, help_text=HELPS["organ"]
    )  # fmt: skip
    work = forms.CharField(label="作品名称", max_length=TITLE_MOST, required=False, help_text=HELPS["work"])
    work_kind = forms.ChoiceField(label="作品类别", required=False)
    work_on = DayField(label="作品完成日期", required=False, help_text=HELPS["work_on"])
    title = forms.CharField(label="荣誉名称", max_length=TITLE_MOST, help_text=HELPS["title"])
    grade = forms.CharField(label="等次", max_length=CODE_MOST, required=False, help_text=HELPS["grade"])
    level = forms.ChoiceField(label="层级")
    given_by = forms.CharField(label="授予单位", max_length=NAME_MOST)
    given_on = DayField(label="授予日期")
    number = forms.CharField(label="文号", max_length=NAME_MOST, required=False, help_text=HELPS["number"])
    uploads = FilesField(label="证明", required=False, limit=MOST_FILES, help_text=HELPS["uploads"])

    def __init__(
        self, *args: Any, committee: Committee, staff: bool, record: Any = None, about: bool = False, **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        today = clock.today()
        for name, key in (("level", LEVELS), ("work_kind", WORKS)):
            field: Any = self.fields[name]
            first = [("", NOT_CHOSEN)] if name == "work_kind" else []
            field.choices = [*first, *codes.choices(key, committee, today)]
        organ: Any = self.fields["organ"]
        organ.queryset = organs_on(committee, today)
        scope, person = Scope(committee), self.fields["person"]
        person.point(  # type: ignore[attr-defined]  # reason: a picker of members
            members_on(scope, today).select_related("person"),
            lambda rows: {row.pk: row.person.name for row in rows},
            lambda text: picked(scope, text, today),
        )
        left_out = [] if staff else ["person", "name", "organ"]
        left_out += ["bearer", "work"] if about else []
        left_out += ["uploads"] if record is not None else []
        for name in left_out:
            del self.fields[name]
        if not staff and not about:
            bearer: Any = self.fields["bearer"]
            bearer.choices = [(one.value, one.label) for one in OWN]


class GroundForm(StepForm):
    """Why; whoever claimed it reads it."""

    ground = forms.CharField(label="理由", max_length=WORDS_MOST, widget=LongText(rows=3))
