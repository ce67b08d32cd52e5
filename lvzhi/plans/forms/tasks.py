"""What a task and its steps ask."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django import forms

from lvzhi.committee.models import Organ
from lvzhi.committee.queries import organs_on
from lvzhi.deadlines import clock
from lvzhi.directory.picking import UnitsField
from lvzhi.metrics import registry
from lvzhi.norms import codes
from lvzhi.plans.models import CODE_MOST, NAME_MOST, TITLE_MOST, WORDS_MOST, Plan, Task
from lvzhi.plans.queries import targets, upper_choices
from lvzhi.plans.vocabulary import BLOCKS, FROM_ABOVE, IN_FORCE, NOT_CHOSEN, SOURCES
from lvzhi.ui.forms import ByName, Checks, Day, LongText
from lvzhi.workflow.forms import StepForm

OWN = "plans"


def aims() -> list[tuple[str, Any]]:
    """Figures that a task may aim at, by room."""
    from django.apps import apps

    listed = [one for one in registry.figures() if one.room != OWN]
    names = {one.label: str(one.verbose_name) for one in apps.get_app_configs()}
    grouped = groupby(sorted(listed, key=lambda one: one.room), key=lambda one: one.room)
    groups = [
        (names.get(room, room), [(one.key, f"{one.name}（{one.unit}）") for one in figures])
        for room, figures in grouped
    ]
    return [("", NOT_CHOSEN), *groups]


class Ticks(forms.ModelMultipleChoiceField[Any]):
    """Organs to tick, called by their names."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class TaskForm(StepForm):
    """A line of the plan; ``record`` is the plan or, when changing, the task."""

    number = forms.IntegerField(label="序号", required=False, min_value=1, help_text="不填排在最后。")
    topic = forms.CharField(label="任务（课题）", max_length=TITLE_MOST)
    block = forms.ChoiceField(label="板块", required=False)
    form = forms.CharField(label="形式", max_length=CODE_MOST, required=False, help_text="例如：专题协商会。")
    organ = ByName(label="牵头机构", required=False, queryset=Organ.objects.none(), empty_label=NOT_CHOSEN)
    leader = forms.CharField(label="牵头领导", max_length=NAME_MOST, required=False)
    person = forms.CharField(label="责任人", max_length=NAME_MOST, required=False)
    organs = Ticks(label="配合机构", required=False, queryset=Organ.objects.none(), widget=Checks)
    units = UnitsField(label="配合单位", required=False, help_text="机关以外的单位，输入名称中的字查找。")
    starts = forms.DateField(label="开始日期", required=False, widget=Day)
    due = forms.DateField(label="完成时限", widget=Day)
    mark = forms.CharField(label="完成标志", max_length=WORDS_MOST, required=False, help_text="例如：形成协商报告。")
    wanted = forms.IntegerField(
        label="须有几项记录", min_value=1, max_value=9999, initial=1,
        help_text="例如院坝协商20场填20。已举行的活动等记录指向本任务，数到这个数即为完成。",
    )  # fmt: skip
    aim_figure = forms.ChoiceField(label="目标指标", required=False, help_text="用指标衡量的任务填写，进展由系统计算。")
    aim_number = forms.DecimalField(label="目标值", required=False, min_value=0, decimal_places=2)
    source = forms.ChoiceField(label="选题来源", required=False)
    proposed_by = forms.CharField(label="提出者", max_length=NAME_MOST, required=False)
    upper = forms.ModelChoiceField[Any](
        label="上级课题", required=False, queryset=Task.objects.none(), empty_label=NOT_CHOSEN,
        help_text="承接上级政协本年度的联动课题时选择，两级任务列在同一张分解表上。",
    )  # fmt: skip
    joint = forms.BooleanField(label="上下联动课题，下级政协可以承接", required=False)
    ground = forms.CharField(
        label="调整依据", max_length=WORDS_MOST, help_text="计划已审定，写明会议、文号或领导意见。"
    )

    def prepare(self) -> None:
        plan: Plan = self.record.plan if isinstance(self.record, Task) else self.record
        committee, day = plan.committee, clock.today()
        for name, table in (("block", BLOCKS), ("source", SOURCES)):
            field: Any = self.fields[name]
            field.choices = [("", NOT_CHOSEN), *codes.choices(table, committee, day)]
        standing = organs_on(committee, day)
        for name in ("organ", "organs"):
            organ: Any = self.fields[name]
            organ.queryset = standing
        units: Any = self.fields["units"]
        units.within(committee, day)
        figure: Any = self.fields["aim_figure"]
        figure.choices = aims()
        upper: Any = self.fields["upper"]
        upper.queryset = upper_choices(plan)
        upper.label_from_instance = lambda task: FROM_ABOVE.format(committee=task.committee.display, topic=task.topic)
        self._trim(plan)

    def _trim(self, plan: Plan) -> None:
        """Leave out what cannot be meant: taking on where nothing is above, a ground before approval."""
        if plan.state not in IN_FORCE:
            del self.fields["ground"]
        upper: Any = self.fields["upper"]
        if not upper.queryset.exists():
            del self.fields["upper"]

    def values(self) -> dict[str, Any]:
        """The fields as the actions take them."""
        given = dict(self.cleaned_data)
        given["helpers"] = [*given.pop("organs", ()), *given.pop("units", ())]
        given.pop("ground", None)
        return given


class ExplainForm(StepForm):
    """Why it is late."""

    note = forms.CharField(
        label="未完成的原因", max_length=WORDS_MOST, widget=LongText(rows=4), help_text="只说明原因；进展由记录得出。"
    )

    def prepare(self) -> None:
        self.fields["note"].initial = self.record.late_note


class DropForm(StepForm):
    """What decided that it is dropped."""

    ground = forms.CharField(
        label="取消依据", max_length=WORDS_MOST, widget=LongText(rows=3), help_text="写明会议、文号或领导意见。"
    )


class CarryForm(StepForm):
    """Into which plan, and what decided it; ``record`` is a task or a plan."""

    plan = forms.ModelChoiceField[Any](
        label="转入哪项计划",
        queryset=Plan.objects.none(),
        empty_label=None,
        help_text="只列出以后年度、尚在编制的计划。",
    )
    ground = forms.CharField(label="转入依据", max_length=WORDS_MOST, widget=LongText(rows=3))

    def prepare(self) -> None:
        plan = self.record.plan if isinstance(self.record, Task) else self.record
        field: Any = self.fields["plan"]
        field.queryset = targets(plan)
        field.label_from_instance = lambda one: one.title_for_people
