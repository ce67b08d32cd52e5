"""What ties a visit to an activity: from the project's page, from the activity's, or afterwards."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.projects.forms.fields import lines
from lvzhi.projects.models import NAME_MOST, Project, Visit
from lvzhi.projects.queries import visiting
from lvzhi.projects.vocabulary.words import CHOOSE, HELPS, NOT_CHOSEN, ON_DAY
from lvzhi.ui.forms import UiForm


def near_choices(actor: Actor | None, committee: Committee, day: dt.date) -> list[tuple[str, str]]:
    """Activities that a visit may have been, as choices."""
    found = [] if actor is None else visiting.held_near(actor, committee, day)
    return [("", NOT_CHOSEN), *((str(uid), ON_DAY.format(title=title, day=on)) for uid, title, on, _ in found)]


class SiteForm(UiForm):
    """An activity as a visit to the site of which project; its day is the activity's own."""

    project = forms.ModelChoiceField(label="项目", queryset=Project.objects.none(), empty_label=CHOOSE)
    went_on = DayField(label="督导日期")
    by = forms.CharField(label="督导人员", max_length=NAME_MOST, help_text="几个人的用顿号分开。")
    words = lines("督导情况")
    found = lines("发现的问题", help_text=HELPS["found"])

    def __init__(self, *args: Any, projects: Any, day: dt.date | None, by: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        project: Any = self.fields["project"]
        project.queryset = projects
        if day is not None:
            del self.fields["went_on"]
        self.fields["by"].initial = by


class TieForm(UiForm):
    """Which activity a visit was."""

    activity = forms.ChoiceField(label="活动")

    def __init__(self, *args: Any, actor: Actor, visit: Visit, **rest: Any) -> None:
        super().__init__(*args, **rest)
        activity: Any = self.fields["activity"]
        activity.choices = near_choices(actor, visit.project.committee, visit.went_on)
        activity.choices[0] = ("", CHOOSE)
