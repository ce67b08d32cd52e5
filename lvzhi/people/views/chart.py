"""The chart of a committee's organs on any day, for the eye, for paper and for a phone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField, actor_of
from lvzhi.deadlines import clock
from lvzhi.people import tables
from lvzhi.people.queries.organs import Box, Chart, chart
from lvzhi.people.views.place import committee_of, crumbs
from lvzhi.people.vocabulary import JOINER, PART_SHORT, WORDS
from lvzhi.ui import charts
from lvzhi.ui.charts import Block, Cell
from lvzhi.ui.forms import UiForm

UPRIGHT, WIDE = "upright", "wide"
PRINTED_HEAD = 100  # pixels


class LookForm(UiForm):
    """On which day, for which paper."""

    on = DayField(label=WORDS["chart_day"], required=False)
    paper = forms.ChoiceField(
        label=WORDS["chart_paper"], required=False,
        choices=((WIDE, WORDS["chart_wide"]), (UPRIGHT, WORDS["chart_upright"])),
    )  # fmt: skip


@require_GET
def organisation(request: HttpRequest) -> HttpResponse:
    """The chart; `?on=` a day, `?paper=` upright or wide. What cannot be read shows today."""
    actor = actor_of(request)
    committee = committee_of(request, actor)
    asked = {"on": clock.today().isoformat(), "paper": WIDE} | request.GET.dict()
    form = LookForm(asked)
    given: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    day: dt.date = given.get("on") or clock.today()
    wide = given.get("paper", WIDE) != UPRIGHT
    found = chart(actor, committee, day)
    sheets = charts.draw(top(found), blocks(found), charts.WIDE if wide else charts.UPRIGHT, spare=PRINTED_HEAD)
    context = {
        "committee": committee,
        "form": form,
        "found": found,
        "sheets": sheets if found.groups else (),
        "wide": wide,
        "title": WORDS["chart_of"].format(committee=committee.display),
        "top": top(found),
        "tree": [(group, [(box, told(box)) for box in group.flat]) for group in found.groups],
        "table": tables.chart(found),
        "crumbs": crumbs((WORDS["organs"], reverse("people:organs")), last=WORDS["chart"]),
    }
    return render(request, "people/chart.html", context)


def top(found: Chart) -> Cell:
    """The committee with its offices."""
    lines = [WORDS["chart_post"].format(post=post, names=JOINER.join(names)) for post, names in found.posts]
    if found.board:
        lines.append(WORDS["chart_board"].format(count=found.board))
    return Cell(_name(found.committee), lines)


def _name(committee: Committee) -> str:
    return committee.name


def blocks(found: Chart) -> list[Block]:
    """The groups as the drawing takes them."""
    return [
        Block(
            WORDS["chart_group"].format(name=group.name, count=len(group.flat)),
            [Cell(box.name, told(box), reverse("people:organ", args=[box.organ.uid])) for box in group.flat],
            WORDS["chart_more"].format(name=group.name),
        )
        for group in found.groups
    ]


def told(box: Box) -> list[str]:
    """What stands in a box under the name: who leads, how many, what other rooms say."""
    lines = [
        WORDS["chart_led"].format(part=PART_SHORT[part], names=JOINER.join(names)) for part, names in box.led.items()
    ]
    if box.count:
        lines.append(WORDS["chart_people"].format(count=box.count))
    return lines + [WORDS["chart_note"].format(title=title, text=note.text) for title, note in box.notes]
