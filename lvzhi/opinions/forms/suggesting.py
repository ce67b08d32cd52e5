"""What a citizen is asked, and what the steps of a suggestion ask."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from lvzhi.committee.models import Committee
from lvzhi.norms import codes
from lvzhi.opinions import norms
from lvzhi.opinions.forms.fields import day_of, lines
from lvzhi.opinions.models import NAME_MOST
from lvzhi.opinions.vocabulary.codes import CATEGORIES
from lvzhi.opinions.vocabulary.words import CHOOSE, HELPS
from lvzhi.ui.forms import LongText, UiForm
from lvzhi.workflow.forms import StepForm

PHONE_MOST: Final = 20
TICKET_MOST: Final = 40


class OfferForm(UiForm):
    """A suggestion; who offers it need not say."""

    text = forms.CharField(label="您的建议", help_text=HELPS["suggest"])
    place = forms.CharField(label="小区、村寨或地点", max_length=NAME_MOST, required=False)
    name = forms.CharField(label="怎么称呼您", max_length=NAME_MOST, required=False, help_text=HELPS["citizen"])
    phone = forms.CharField(
        label="联系电话", max_length=PHONE_MOST, required=False, help_text=HELPS["citizen_phone"],
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    not_secret = forms.BooleanField(label="我确认内容不涉及国家秘密、工作秘密")

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        limit = norms.number(norms.SUGGESTION_LENGTH, committee.pk)
        self.fields["text"].widget = LongText(rows=6, limit=limit, skips=())


class TicketForm(UiForm):
    """The code that was given."""

    ticket = forms.CharField(
        label="查询码", max_length=TICKET_MOST, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )  # fmt: skip


class ShowForm(StepForm):
    """What everybody reads under it."""

    reply = lines("回复（公开）", required=True)

    def prepare(self) -> None:
        self.fields["reply"].initial = self.record.reply


class AnswerForm(StepForm):
    """What the citizen reads."""

    reply = lines("回复（提出人凭查询码可以看到）", required=True)

    def prepare(self) -> None:
        self.fields["reply"].initial = self.record.reply


class RefuseForm(StepForm):
    """Why not; whether its words have to go."""

    reply = lines("回复（提出人凭查询码可以看到）", required=True)
    erase = forms.BooleanField(label="同时清除内容", required=False, help_text=HELPS["erase"])


class TakeForm(StepForm):
    """As what it becomes an item."""

    title = forms.CharField(label="信息标题")
    category = forms.ChoiceField(label="类别")
    reply = lines("回复（提出人凭查询码可以看到）", required=True)
    not_secret = forms.BooleanField(label="我确认内容不涉及国家秘密、工作秘密", help_text=HELPS["not_secret"])

    def prepare(self) -> None:
        committee = self.record.committee
        category: Any = self.fields["category"]
        category.choices = [("", CHOOSE), *codes.choices(CATEGORIES, committee, day_of(self.actor))]
        self.fields["title"].widget.attrs["maxlength"] = norms.number(norms.TITLE_LENGTH, committee.pk)
        self.fields["reply"].initial = HELPS["taken"]
