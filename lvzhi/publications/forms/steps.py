"""What each step asks."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.web import DayField
from lvzhi.publications import norms, queries
from lvzhi.publications.forms.fields import ByTitle, day_of, lines, member_field, offer, one_file
from lvzhi.publications.models import NAME_MOST, Issue
from lvzhi.publications.vocabulary.words import HELPS, LABELS
from lvzhi.ui.forms import LongText
from lvzhi.workflow.forms import StepForm

MOST_COPIES = 9_999_999


class UntilForm(StepForm):
    """Until when."""

    until = DayField(label="截止日期")

    def prepare(self) -> None:
        self.fields["until"].initial = self.record.until


class GroundForm(StepForm):
    """Why; the author reads it."""

    ground = lines("理由（作者会看到）", required=True)


class CommissionForm(StepForm):
    """Who writes, until when."""

    person = member_field("约哪位委员撰稿")
    writer = forms.CharField(label="或社会人士姓名", max_length=NAME_MOST, required=False)
    write_by = DayField(label="交稿日期")

    def prepare(self) -> None:
        offer(self, self.record.committee, day_of(self.actor))
        self.fields["writer"].initial = self.record.writer or self.record.suggested


class CheckForm(StepForm):
    """What was held against what (first review)."""

    facts_note = lines("史实核对情况", required=True, help_text=HELPS["facts"])


class EditForm(StepForm):
    """The edited text, to begin with the one in force (second review)."""

    edited = forms.CharField(label="编辑稿", required=False, help_text=HELPS["edited"])
    edit_note = lines("编辑说明")

    def prepare(self) -> None:
        text: Any = self.fields["edited"]
        text.widget = LongText(rows=18, skips=norms.skips(self.record.committee, day_of(self.actor)))
        text.initial = self.record.current


class FinalForm(StepForm):
    """That nothing stands against it (final review)."""

    political = forms.BooleanField(label="政治审核通过", help_text=HELPS["political"])
    secrecy = forms.BooleanField(label="保密审核通过", help_text=HELPS["secrecy"])
    final_note = lines("终审意见")


class PlaceForm(StepForm):
    """Into which issue."""

    issue = ByTitle(label="编入哪一期", queryset=Issue.objects.none())
    column = forms.CharField(label="栏目", max_length=NAME_MOST, required=False)

    def prepare(self) -> None:
        issue: Any = self.fields["issue"]
        issue.queryset = queries.composing(self.record.committee)
        issue.initial = issue.queryset.first()


class AuthoriseForm(StepForm):
    """When the author's letter came, and its scan."""

    on = DayField(label="收到日期")
    letter = one_file("授权书", help_text=HELPS["authorisation"])

    def prepare(self) -> None:
        self.fields["on"].initial = day_of(self.actor)


class PayForm(StepForm):
    """How much was paid, when, by which voucher."""

    amount = forms.CharField(
        label="稿酬（元）",
        max_length=40,
        help_text=HELPS["fee"],
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    on = DayField(label="支付日期")
    receipt = forms.CharField(label="支付凭证号", max_length=NAME_MOST, required=False)

    def prepare(self) -> None:
        self.fields["on"].initial = day_of(self.actor)


class LinesForm(StepForm):
    """Titles and authors of articles whose texts are not here."""

    lines = forms.CharField(label="目录", widget=LongText(rows=12), help_text=HELPS["lines"])


class ArrangeForm(StepForm):
    """The order of the contents."""

    def prepare(self) -> None:
        for row in queries.contents(self.record):
            self.fields[f"place_{row.pk}"] = forms.IntegerField(
                label=LABELS["order"].format(title=row.title), initial=row.place, min_value=1
            )
            self.fields[f"column_{row.pk}"] = forms.CharField(
                label=LABELS["column"].format(title=row.title), initial=row.column, max_length=NAME_MOST, required=False
            )
            if row.manuscript_id is None:
                self.fields[f"drop_{row.pk}"] = forms.BooleanField(
                    label=LABELS["drop"].format(title=row.title), required=False
                )


class PrintForm(StepForm):
    """When it was printed, under which number, how many; a declared count with its proof."""

    on = DayField(label="印刷日期")
    internal = forms.CharField(label="准印证号或内部编号", max_length=NAME_MOST, help_text=HELPS["internal"])
    copies = forms.IntegerField(label="印数（册）", required=False, min_value=1, max_value=MOST_COPIES)
    declared = forms.IntegerField(
        label="申报字数", required=False, max_value=MOST_COPIES, help_text=HELPS["declared"]
    )  # fmt: skip
    proof = one_file("申报字数依据", help_text=HELPS["proof"])

    def prepare(self) -> None:
        self.fields["on"].initial = day_of(self.actor)
        self.fields["internal"].initial = self.record.internal
        if not any(row.manuscript_id is None for row in queries.contents(self.record)):
            for name in ("declared", "proof"):
                del self.fields[name]


class DistributeForm(StepForm):
    """How many went to whom."""

    on = DayField(label="发放日期")
    copies = forms.IntegerField(label="发放册数", min_value=1, max_value=MOST_COPIES)
    to = lines("发放范围")

    def prepare(self) -> None:
        self.fields["on"].initial = day_of(self.actor)
        self.fields["copies"].initial = self.record.copies
