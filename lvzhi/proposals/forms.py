"""What each step of a proposal asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse

from lvzhi.accounts.models import Account
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.directory.queries import units_on
from lvzhi.norms import codes
from lvzhi.people.models import Member
from lvzhi.people.queries import MANY, search, told_apart
from lvzhi.proposals.models import TITLE_MOST, Assignment
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.vocabulary import AUDIENCES, BEHALF, LEFT_OPEN, UNIT_PROMPT, AssignState, Grade, UnitRole
from lvzhi.ui.forms import Checks, LongText, Picker, PickField, Segmented
from lvzhi.workflow.forms import StepForm

LONG = 500
HANDLING_UNIT = "handling"


def _area(rows: int = 4) -> LongText:
    return LongText(rows=rows)


class ByName(forms.ModelChoiceField[Any]):
    """A choice of a unit by its name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class Keys(Picker):
    """A picker that also takes plain keys, as a generator or the command line gives them."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        given = data.get(name)
        if hasattr(data, "getlist") or given is None:
            return super().value_from_datadict(data, files, name)
        several = given if isinstance(given, list | tuple | set | QuerySet) else [given]
        return [str(getattr(one, "pk", one)) for one in several]


class Several(PickField):
    """Several records picked by typing; cleaned into the records, in the order picked.

    ``rows`` is set when the form knows its committee: those that may be named (the action judges them).
    """

    rows: Any = None
    found: Any = None

    def __init__(self, *, search: str, **rest: Any) -> None:
        self.search = search
        rest.setdefault("widget", Keys())
        super().__init__(labels=self._labels, resolve=self._resolve, **rest)

    def point(self, rows: Any, call: Callable[[list[Any]], dict[int, str]], find: Callable[[str], Any]) -> None:
        """Say where to look: all that may be named, what each is called, and how typed text finds them."""
        self.rows, self.call, self.found = rows, call, find
        picker: Any = self.widget
        picker.labels, self.labels, self.resolve = self._labels, self._labels, self._resolve
        picker.search_url = reverse(self.search)

    def _several(self, keys: Sequence[str]) -> list[Any]:
        wanted = [int(key) for key in keys if key.isdigit()]
        rows = {row.pk: row for row in self.rows.filter(pk__in=wanted)} if wanted else {}
        return [rows[pk] for pk in wanted if pk in rows]

    def _labels(self, keys: Sequence[str]) -> list[tuple[str, str]]:
        rows = self._several(keys)
        names = self.call(rows)
        return [(str(row.pk), names[row.pk]) for row in rows]

    def _resolve(self, text: str) -> list[tuple[str, str]]:
        rows = list(self.found(text)[:MANY])
        names = self.call(rows)
        return [(str(row.pk), names[row.pk]) for row in rows]

    def clean(self, value: Any) -> list[Any]:
        """The records."""
        return self._several(super().clean(value))


def point_at_units(field: Any, committee: Any, day: date) -> None:
    """Let a field pick handling units of the committee's directory."""
    field.widget.prompt = UNIT_PROMPT
    field.point(
        Unit.objects.filter(committee=committee, kind=HANDLING_UNIT),
        lambda rows: {row.pk: row.name for row in rows},
        lambda text: units_on(committee, day, kind=HANDLING_UNIT).filter(name__contains=text),
    )


def point_at_members(field: Any, committee: Any, day: date) -> None:
    """Let a field pick members of the committee; same-named ones are told apart."""
    field.point(
        Member.objects.live().filter(committee=committee).select_related("person"),
        lambda rows: told_apart(rows, day),
        lambda text: search(Scope(committee), text, day),
    )


class TextForm(StepForm):
    """The text in the three parts of R1.11, with consents and wishes."""

    title = forms.CharField(label="案由", max_length=TITLE_MOST, help_text="一事一案，写清希望解决的一件事。")
    background = forms.CharField(label="背景情况", required=False, widget=_area(6))
    analysis = forms.CharField(label="问题分析", required=False, widget=_area(6))
    recommendations = forms.CharField(
        label="具体建议", required=False, widget=_area(8), help_text="每条建议另起一段，答复时逐条回应。"
    )
    survey = forms.CharField(label="调研过程", required=False, widget=_area(3))
    category = forms.ChoiceField(label="类别", required=False)
    wished_lead = ByName(label="建议主办单位", required=False, queryset=Unit.objects.none())
    wished_units = Several(
        label="建议会办单位", required=False, search="proposals:pick_unit", help_text="输入单位名称中的字查找。"
    )
    may_publish = forms.BooleanField(label="同意公开提案内容", required=False, initial=True)
    publish_ground = forms.CharField(label="不同意公开的理由", required=False, max_length=200)
    may_merge = forms.BooleanField(label="同意与同类提案并案", required=False, initial=True)
    may_convert = forms.BooleanField(label="未立案时同意转为社情民意信息", required=False, initial=True)

    def __init__(self, *args: Any, committee: Any = None, **rest: Any) -> None:
        self.committee = committee
        super().__init__(*args, **rest)

    def prepare(self) -> None:
        committee = self.committee or self.record.committee
        day = clock.today()
        units = units_on(committee, day, kind=HANDLING_UNIT)
        category: Any = self.fields["category"]
        category.choices = [("", LEFT_OPEN), *codes.choices("proposals.category", committee, day)]
        lead: Any = self.fields["wished_lead"]
        lead.queryset, lead.empty_label = units, LEFT_OPEN
        point_at_units(self.fields["wished_units"], committee, day)

    def clean_recommendations(self) -> list[str]:
        """Paragraphs as recommendations, one each."""
        return [part.strip() for part in str(self.cleaned_data["recommendations"]).splitlines() if part.strip()]


class DraftForm(TextForm):
    """The first writing: also in whose name, where the writer heads an organ."""

    behalf = forms.ChoiceField(label=BEHALF, required=False, widget=Segmented)

    def __init__(self, *args: Any, organs: Sequence[Any] = (), **rest: Any) -> None:
        self.organs = organs
        super().__init__(*args, **rest)

    def prepare(self) -> None:
        super().prepare()
        own = [("", AUDIENCES["own"])] if self.actor and self.actor.has("member", committee=self.committee.pk) else []
        field: Any = self.fields["behalf"]
        field.choices = own + [(str(one.pk), AUDIENCES["organ"].format(organ=one.name)) for one in self.organs]
        if len(field.choices) < 2:
            field.widget = forms.HiddenInput()
            field.initial = field.choices[0][0] if field.choices else ""


class InviteForm(StepForm):
    """Whom to ask to co-sign."""

    members = Several(
        label="邀请联名的委员",
        search="proposals:pick_member",
        help_text="输入姓名、拼音或首字母查找，可选多人；对方确认后才计入联名。",
        error_messages={"required": "请至少选择一位委员。"},
    )

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        point_at_members(self.fields["members"], self.record.committee, day)


class OpinionForm(StepForm):
    """An opinion that the other side reads."""

    opinion = forms.CharField(label="意见", max_length=LONG, widget=_area())


class ReasonForm(StepForm):
    """A reason that is kept."""

    reason = forms.CharField(label="理由", max_length=LONG, widget=_area(3))


class FileForm(StepForm):
    """The category under which a proposal is filed (R1.111)."""

    category = forms.ChoiceField(label="类别")

    def prepare(self) -> None:
        field: Any = self.fields["category"]
        field.choices = codes.choices("proposals.category", self.record.committee_id, clock.as_day(self.actor.at))  # type: ignore[union-attr]  # reason: a step's form always has its actor
        field.initial = self.record.category


class RefuseForm(StepForm):
    """Grounds, route and words for the proposer (R1.39–R1.44)."""

    grounds = forms.MultipleChoiceField(
        label="不予立案的依据", widget=Checks, error_messages={"required": "请至少选择一项依据。"}
    )
    route = forms.ChoiceField(label="去向", widget=Segmented, error_messages={"required": "请选择去向。"})
    explanation = forms.CharField(
        label="给提案者的说明", max_length=LONG, widget=_area(), help_text="提案者会看到这段话。"
    )

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        for name, table in (("grounds", "proposals.ground"), ("route", "proposals.route")):
            field: Any = self.fields[name]
            field.choices = codes.choices(table, self.record.committee_id, day)


class AssignForm(StepForm):
    """Which units handle it: a lead with co-units, or separate ones (R1.54)."""

    lead = ByName(label="主办单位", required=False, queryset=Unit.objects.none(), empty_label="（全部分办）")
    co = Several(
        label="会办单位", required=False, search="proposals:pick_unit", help_text="协助主办单位，意见交主办单位汇总。"
    )
    separate = Several(
        label="分办单位", required=False, search="proposals:pick_unit", help_text="没有主办单位时填写，各单位分别答复。"
    )

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        lead: Any = self.fields["lead"]
        lead.queryset = units_on(self.record.committee, day, kind=HANDLING_UNIT)
        lead.initial = self.record.wished_lead_id
        for name in ("co", "separate"):
            point_at_units(self.fields[name], self.record.committee, day)
        wished: Any = self.fields["co"]
        wished.initial = [str(row.unit_id) for row in self.record.wished_co_units.filter(voided_at=None)]


class ReassignForm(StepForm):
    """Another unit in the place of one whose return was agreed."""

    unit = ByName(label="改由哪个单位承办", queryset=Unit.objects.none())
    opinion = forms.CharField(label="处理意见", max_length=LONG, required=False, widget=_area(3))

    def prepare(self) -> None:
        field: Any = self.fields["unit"]
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        field.queryset = units_on(self.record.committee, day, kind=HANDLING_UNIT).exclude(pk=self.record.unit_id)


class GroundForm(StepForm):
    """The ground of a return (R1.57–R1.64)."""

    ground = forms.CharField(
        label="退回理由", max_length=LONG, widget=_area(), help_text="写明不属于本单位职责的依据和建议的承办单位。"
    )


class CoOpinionForm(StepForm):
    """A co-unit's opinion for the lead unit (R1.72)."""

    opinion = forms.CharField(label="会办意见", widget=_area(6))


class AnswerForm(StepForm):
    """A unit's answer (R1.79–R1.81)."""

    assignment = forms.ModelChoiceField[Any](label="答复单位", queryset=Assignment.objects.none())
    document = forms.CharField(label="答复文号", max_length=80, required=False)
    text = forms.CharField(label="答复内容", widget=_area(10), help_text="请对每条建议逐一回应。")
    result_class = forms.ChoiceField(label="办理结果", widget=Segmented)
    signer = forms.CharField(label="签发人", max_length=40)
    contact = forms.CharField(label="联系人及电话", max_length=80, required=False)

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        choices: Any = self.fields["result_class"]
        choices.choices = [
            (one.code, f"{one.code} {one.name}")
            for one in codes.codes("proposals.class", self.record.committee_id, day)
        ]
        field: Any = self.fields["assignment"]
        held = self.actor.units("unit_officer") if self.actor else frozenset()
        field.queryset = open_assignments(self.record).filter(
            unit_id__in=held, role__in=[UnitRole.LEAD, UnitRole.SEPARATE], state=AssignState.SIGNED
        )
        field.label_from_instance = lambda row: row.unit.name
        field.initial = field.queryset.first()


class RateForm(StepForm):
    """Attitude and result apart (R1.91)."""

    attitude = forms.ChoiceField(label="办理态度", choices=Grade.choices, widget=Segmented)
    result = forms.ChoiceField(label="办理结果", choices=Grade.choices, widget=Segmented)
    reason = forms.CharField(
        label="不满意的理由", required=False, max_length=LONG, widget=_area(3), help_text="任一项不满意时必填。"
    )


class KeyForm(StepForm):
    """Ground and leading person of a key proposal (R1.97–R1.99)."""

    ground = forms.CharField(label="确定依据", max_length=200)
    leader_name = forms.CharField(label="领衔督办人", max_length=40)
    leader_post = forms.CharField(label="职务", max_length=80)
    rank = forms.ChoiceField(label="领衔人类别")
    leader = forms.ModelChoiceField[Any](label="领衔人账号", required=False, queryset=Account.objects.none())

    def prepare(self) -> None:
        day = clock.as_day(self.actor.at) if self.actor else clock.today()
        rank: Any = self.fields["rank"]
        rank.choices = codes.choices("proposals.leader_rank", self.record.committee_id, day)
        leader: Any = self.fields["leader"]
        leader.queryset = Account.objects.filter(
            appointments__role="leader", appointments__committee_id=self.record.committee_id, is_active=True
        ).distinct()
        leader.label_from_instance = lambda account: account.name
