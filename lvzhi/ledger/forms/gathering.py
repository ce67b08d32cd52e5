"""Advice chosen to go up in one document, or to be handed to one unit."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.ledger import queries
from lvzhi.ledger.forms.fields import day_of, fill, organ_field, unit_field
from lvzhi.ledger.models import Advice
from lvzhi.ledger.models.entry import NAME_MOST
from lvzhi.ledger.vocabulary import gathering as words
from lvzhi.papers.models import TITLE_MOST, WORDS_MOST, Paper
from lvzhi.papers.queries import unit_reached
from lvzhi.ui.forms import UiForm


class ChosenForm(UiForm):
    """Some of the entries that a page lists; the page writes the boxes itself, theme by theme."""

    items: Any = forms.ModelMultipleChoiceField(
        label="条目", queryset=Advice.objects.none(), required=False, widget=forms.MultipleHiddenInput
    )

    def __init__(self, *args: Any, rows: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        items: Any = self.fields["items"]
        items.queryset = rows

    @property
    def ticked(self) -> set[str]:
        """Keys ticked in what was sent; all of them before anything was."""
        items: Any = self.fields["items"]
        if self.is_bound:
            return {str(one) for one in self["items"].value() or ()}
        return {str(pk) for pk in items.queryset.values_list("pk", flat=True)}


class GatherForm(ChosenForm):
    """Title and addressee of the document."""

    title = forms.CharField(label="文件标题", max_length=TITLE_MOST, initial=words.TITLE)
    addressee = forms.CharField(label="主送", max_length=WORDS_MOST, help_text="例如：区委、区政府。")

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["addressee"].initial = queries.last_addressee(committee)


class AssignManyForm(ChosenForm):
    """Who answers for several problems, to what standard and by when (R9.4)."""

    owner_unit = unit_field("责任单位", empty_label="（不是外部单位）")
    owner_organ = organ_field("责任部门（本级机构）", empty_label="（不是本级机构）")
    leader = forms.CharField(label="责任领导", max_length=NAME_MOST, required=False)
    finish_by = DayField(label="整改时限", required=False, help_text="不填时按本级规定的期限推算。")

    def __init__(self, *args: Any, committee: Committee, actor: Actor, **rest: Any) -> None:
        super().__init__(*args, **rest)
        fill(self, committee, day_of(actor))

    def answers(self) -> dict[str, Any]:
        """What the step of each is answered."""
        given = self.cleaned_data
        keys = {name: given[name].pk if given[name] else "" for name in ("owner_unit", "owner_organ")}
        return keys | {"leader": given["leader"], "finish_by": given["finish_by"]}


class HandManyForm(ChosenForm):
    """The unit that answers them, and by when."""

    unit = unit_field("答复单位", empty_label=None)
    answer_by = DayField(label="答复时限", required=False, help_text="不填时按本级规定的期限推算。")

    def __init__(self, *args: Any, committee: Committee, actor: Actor, paper: Paper | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["unit"].required = True
        fill(self, committee, day_of(actor))
        if paper is not None:
            self.fields["unit"].initial = unit_reached(paper)
