"""Forms of deliberation points and speeches."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.access import Actor
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities import rules
from lvzhi.activities.forms.fields import OrganChoice, PeopleField
from lvzhi.activities.models import Activity, Site, Speech
from lvzhi.activities.vocabulary.consultation import SITE_KINDS, Spoken
from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.directory.picking import UnitsField
from lvzhi.directory.vocabulary import UnitKind
from lvzhi.norms import codes
from lvzhi.people.queries import person_of_account
from lvzhi.ui.forms import FilesField, LongText, Segmented, UiForm

MOST_FILES = 5


class SiteForm(UiForm):
    """A deliberation point."""

    name = forms.CharField(label="协商点名称", max_length=120)
    kind = forms.ChoiceField(label="类型")
    unit = UnitsField(label="所在村（社区）", kind=UnitKind.COMMUNITY, multiple=False, required=False)
    address = forms.CharField(label="地址", required=False, max_length=120)
    organ = OrganChoice(label="管理机构")
    contact = forms.CharField(label="召集人", required=False, max_length=120)
    opens = DayField(label="启用日期")
    closes = DayField(label="停用日期", required=False, help_text="仍在使用的不填。")
    remark = forms.CharField(label="说明", required=False, max_length=500, widget=LongText(rows=2))

    def __init__(self, data: Any = None, *, actor: Actor, committee: Committee, site: Site | None = None) -> None:
        super().__init__(data, initial=_of(site))
        day = clock.as_day(actor.at)
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = codes.choices(SITE_KINDS, committee)
        fields["unit"].within(committee, day)
        whole = any(actor.has(role, committee=committee.pk) for role in rules.KEEPERS)
        fields["organ"].within(committee, day, None if whole else actor.organs(Post.ORGAN_HEAD))
        if not whole:
            fields["organ"].required, fields["organ"].empty_label = True, None
        if site is None:
            del self.fields["closes"]

    def values(self) -> dict[str, Any]:
        """As the action takes them."""
        picked = self.cleaned_data.get("unit") or []
        return self.cleaned_data | {"unit": picked[0] if picked else None}


def _of(site: Site | None) -> dict[str, Any]:
    if site is None:
        return {"opens": clock.today()}
    plain = {name: getattr(site, name) for name in ("name", "kind", "address", "contact", "opens", "closes", "remark")}
    return plain | {"organ": site.organ_id, "unit": [site.unit_id] if site.unit_id else []}


class SpeechForm(UiForm):
    """A speech; of oneself the speaker is known."""

    people = PeopleField(label="发言人", required=False, multiple=False)
    name = forms.CharField(label="名录里没有的，填姓名", required=False, max_length=120)
    body = forms.CharField(label="单位（界别）", required=False, max_length=120, help_text="不填用名册中的单位。")
    title = forms.CharField(label="发言题目", max_length=200)
    form = forms.ChoiceField(label="方式", choices=Spoken.choices, initial=Spoken.ORAL, widget=Segmented)
    number = forms.IntegerField(
        label="发言顺序", required=False, min_value=1, max_value=999, help_text="不填排在最后。"
    )
    text = forms.CharField(label="发言内容", required=False, max_length=20_000, widget=LongText(rows=8))
    upload = FilesField(label="发言稿（可不传）", required=False, limit=MOST_FILES)

    def __init__(
        self, data: Any = None, files: Any = None, *, actor: Actor, activity: Activity, speech: Speech | None = None
    ) -> None:  # fmt: skip
        super().__init__(data, files, initial=_said(speech))
        self.own = None if rules.keeper(actor, activity) else person_of_account(actor.account_id)
        people: Any = self.fields["people"]
        people.within(activity.committee, activity.held_on)
        for name in self._known(speech):
            del self.fields[name]

    def _known(self, speech: Speech | None) -> tuple[str, ...]:
        if self.own is not None:
            return ("people", "name", "number")
        return ("people", "name") if speech is not None and speech.person is not None else ()

    def values(self) -> dict[str, Any]:
        """As the action takes them."""
        picked = self.cleaned_data.get("people") or []
        return self.cleaned_data | {"person": self.own or (picked[0] if picked else None)}


def _said(speech: Speech | None) -> dict[str, Any]:
    if speech is None:
        return {}
    return {name: getattr(speech, name) for name in ("name", "body", "title", "form", "number", "text")}
