"""The check of a text against the records."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lvzhi.committee.scope import Scope
from lvzhi.committee.web import actor_of
from lvzhi.metrics.look import look
from lvzhi.reports import marking, rules
from lvzhi.reports.checking import check_text
from lvzhi.reports.forms import CheckForm
from lvzhi.reports.rules import READ


def check(request: HttpRequest) -> HttpResponse:
    """Hold a text against the records; nothing of the text is kept."""
    seen = look(actor_of(request), request.GET, request.path, READ)
    initial = {"committee": seen.scope.committee.uid, "period": seen.period.text, "below": seen.scope.below}
    form = CheckForm(request.POST or None, request.FILES or None, places=seen.places, initial=initial)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid() and form.span is not None:
        scope = Scope(form.cleaned_data["committee"], below=form.cleaned_data["below"])
        checked = check_text(form.read, scope, form.span)
        may_correct = rules.may_correct(actor_of(request), scope.committee.pk)
        listed = marking.lines(checked, reverse("reports:begin_sense") if may_correct else "")
        context |= {
            "checked": checked, "lines": listed, "marks": list(marking.marks(checked, listed)),
            "clashes": marking.clashes(checked, listed), "tally": marking.tally(checked), "name": form.name,
            "uncounted": sum(not one.counted for one in listed), "set_aside": checked.reading.set_aside,
        }  # fmt: skip
    return render(request, "reports/check.html", context)
