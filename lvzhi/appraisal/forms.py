"""What an appraisal and its steps ask."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms

from lvzhi import norms
from lvzhi.appraisal import queries
from lvzhi.appraisal.actions import field_of
from lvzhi.appraisal.models import NAME_MOST, QUARTERS, TEXT_MOST, WORDS_MOST, StaffLine, StaffRound
from lvzhi.appraisal.norms import ACCOUNT_DUE, BALLOT
from lvzhi.appraisal.vocabulary import EXCLUSIONS, HELPS, HINT, SUM, WORDS, LineState
from lvzhi.ballots.queries import may_tell
from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.deadlines import Term, clock, reckon
from lvzhi.norms import codes
from lvzhi.norms.calendars import calendar_of
from lvzhi.people.queries.picking import found_persons, known_persons, told_apart
from lvzhi.ui import formats
from lvzhi.ui.forms import LongText, OneFile, Segmented, Several, UiForm
from lvzhi.workflow.forms import StepForm

ROWS = 8
DAYS_MOST = Decimal(92)


class OpenForm(UiForm):
    """Of which quarter or year, until when accounts are written."""

    period = forms.ChoiceField(label="考核期")
    account_by = DayField(label="述评截止日期")
    by_ballot = forms.BooleanField(
        label="民主测评（无记名投票）", required=False, help_text=HELPS["by_ballot"]
    )  # fmt: skip

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        today = clock.today()
        field: Any = self.fields["period"]
        field.choices = _periods(committee, today)
        field.initial = field.choices[0][0] if field.choices else None
        term = norms.value(ACCOUNT_DUE, committee, today)
        if isinstance(term, Term):
            self.fields["account_by"].initial = reckon(today, term, calendar_of(committee.pk)).date
        self.fields["by_ballot"].initial = bool(norms.value(BALLOT, committee, today))

    def chosen(self) -> dict[str, int]:
        """Year and quarter, 0 for the year."""
        year, quarter = self.cleaned_data["period"].split("-")
        return {"year": int(year), "quarter": int(quarter)}


def _periods(committee: Committee, today: dt.date) -> list[tuple[str, str]]:
    """What may be opened: quarters and years begun and not opened yet, the one that ended last first."""
    found = []
    for year in (today.year, today.year - 1):
        known = {one.quarter for one in queries.rounds_of(committee, year)}
        for quarter in (*QUARTERS, 0):
            made = StaffRound(kind="quarter" if quarter else "year", year=year, quarter=quarter)
            start, end = queries.period_of(year, quarter)
            if quarter not in known and start <= today:
                found.append((end > today, abs((today - end).days), f"{year}-{quarter}", str(made)))
    return [(key, name) for _, _, key, name in sorted(found)]


class AccountForm(StepForm):
    """One's own account."""

    text = forms.CharField(
        label="个人述评", max_length=TEXT_MOST, widget=LongText(limit=TEXT_MOST, rows=12), help_text=HELPS["account"]
    )

    def prepare(self) -> None:
        """What stands already, or what was drafted."""
        self.fields["text"].initial = self.record.text


class CommentForm(StepForm):
    """What the leader says, and which grade is suggested."""

    comment = forms.CharField(label="点评意见", max_length=WORDS_MOST, widget=LongText(limit=WORDS_MOST, rows=5))
    suggested = forms.ChoiceField(label="建议等次", widget=Segmented)

    def prepare(self) -> None:
        """The grades of its kind."""
        field: Any = self.fields["suggested"]
        field.choices = [(one.code, one.name) for one in queries.grades(self.record.round)]
        field.initial, self.fields["comment"].initial = self.record.suggested, self.record.comment


class CommentForForm(CommentForm):
    """The same from paper: on which day the leader wrote it."""

    said_on = DayField(label="点评日期", help_text=HELPS["said_on"])

    def prepare(self) -> None:
        """The grades; today."""
        super().prepare()
        self.fields["said_on"].initial = clock.today()


class LeaderForm(StepForm):
    """Who comments."""

    leader = Several(label="点评领导", search="appraisal:pick", multiple=False, help_text=HELPS["leader"])

    def prepare(self) -> None:
        """Members and staff of the committee."""
        field: Any = self.fields["leader"]
        committee, today = self.record.round.committee, clock.today()
        field.point(
            known_persons(committee),
            lambda rows: told_apart(committee, list(rows)),
            lambda text: found_persons(committee, text, today),
        )
        if self.record.leader_id:
            field.initial = [self.record.leader_id]


class ExemptForm(StepForm):
    """Why somebody gets no grade."""

    reason = forms.ChoiceField(label="情形")
    ground = forms.CharField(label="说明", required=False, max_length=WORDS_MOST, widget=LongText(rows=3))

    def prepare(self) -> None:
        """The cases in force."""
        field: Any = self.fields["reason"]
        field.choices = codes.choices(EXCLUSIONS, self.record.committee_id, self.record.round.ends_on)


class BallotForm(StepForm):
    """When the ballot is, and who opens the urn."""

    held_on = DayField(label="投票日期")
    tellers = Several(label="监票人", search="ballots:pick", help_text=HELPS["tellers"])

    def prepare(self) -> None:
        """Accounts of the committee."""
        field: Any = self.fields["tellers"]
        field.point(
            may_tell(self.record.committee),
            lambda rows: {row.pk: row.name for row in rows},
            lambda text: may_tell(self.record.committee, text),
        )
        self.fields["held_on"].initial = clock.today()


class AttendForm(StepForm):
    """Days of work in the quarter, and who was away."""

    due = forms.DecimalField(label="应出勤天数", min_value=Decimal(0), max_value=DAYS_MOST, decimal_places=1)
    exceptions = forms.CharField(
        label="没有全勤的人", required=False, widget=LongText(rows=ROWS), help_text=HELPS["exceptions"]
    )

    def prepare(self) -> None:
        """Working days of the calendar."""
        self.fields["due"].initial = queries.working_days(self.record)


class AttendSheetForm(StepForm):
    """The same from a sheet."""

    due = forms.DecimalField(label="应出勤天数", min_value=Decimal(0), max_value=DAYS_MOST, decimal_places=1)
    sheet = forms.FileField(label="考勤表", widget=OneFile, help_text=HELPS["file"])

    def prepare(self) -> None:
        """Working days of the calendar."""
        self.fields["due"].initial = queries.working_days(self.record)


class GradesForm(StepForm):
    """A grade for everybody who gets one; what the leader suggested stands there first."""

    approval = forms.CharField(
        label="提高优秀比例的批准文号", required=False, max_length=NAME_MOST, help_text=HELPS["approval"]
    )
    note = forms.CharField(
        label="说明", required=False, max_length=WORDS_MOST, widget=LongText(rows=3), help_text=HELPS["note"]
    )

    def prepare(self) -> None:
        """Those who get a grade, by department and name."""
        choices = [(one.code, one.name) for one in queries.grades(self.record)]
        voted = queries.votes(self.record)
        made: dict[str, Any] = {
            field_of(one): forms.ChoiceField(
                label=one.called,
                choices=choices,
                required=False,
                initial=one.grade or one.suggested,
                widget=Segmented,
                help_text=_hint(one, voted.get(one.called)),
            )
            for one in queries.lines_of(self.record)
            if one.state != LineState.EXEMPT
        }
        last = ("note",) if self.record.quarterly else ("approval", "note")
        self.fields = {**made, **{name: self.fields[name] for name in last}}
        self.fields["note"].initial = self.record.note


def _hint(line: StaffLine, vote: queries.Vote | None) -> str:
    """What there is to go by: the suggestion, the ballot, the attendance. No order of merit."""
    said = []
    if line.suggested:
        said.append(HINT["suggested"].format(grade=queries.grade_name(line.round, line.suggested)))
    if vote is not None:
        said.append(HINT["votes"].format(points=formats.number(vote.points), words=vote.words))
    if line.due_days is not None:
        said.append(queries.away_words(line))
    return SUM["comma"].join(said)


class MeetingForm(StepForm):
    """Which meeting decided, and when."""

    meeting = forms.CharField(label="审定的会议", max_length=NAME_MOST, help_text=HELPS["meeting"])
    met_on = DayField(label="会议日期")

    def prepare(self) -> None:
        """Today."""
        self.fields["met_on"].initial = clock.today()


class GroundForm(StepForm):
    """Why it is given back."""

    ground = forms.CharField(label="退回意见", max_length=WORDS_MOST, widget=LongText(rows=3))


class AppealForm(StepForm):
    """What is objected to, and why."""

    text = forms.CharField(label="复核申请", max_length=WORDS_MOST, widget=LongText(limit=WORDS_MOST, rows=6))


class AnswerForm(StepForm):
    """What is answered; another grade where it is changed."""

    grade = forms.ChoiceField(label="改变后的等次", required=False, widget=Segmented)
    text = forms.CharField(label="复核意见", max_length=WORDS_MOST, widget=LongText(limit=WORDS_MOST, rows=6))

    def prepare(self) -> None:
        """Kept, or one of the grades."""
        field: Any = self.fields["grade"]
        rows = queries.grades(self.record.round)
        field.choices = [("", WORDS["kept"]), *((one.code, one.name) for one in rows if one.code != self.record.grade)]
        field.initial = ""
