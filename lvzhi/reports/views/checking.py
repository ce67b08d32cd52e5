"""The check of a text against the records."""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import Any

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from lvzhi.committee.scope import Scope
from lvzhi.committee.web import actor_of
from lvzhi.exchange import BadFile
from lvzhi.files import hold
from lvzhi.metrics.look import look
from lvzhi.reports import marking, rules
from lvzhi.reports.checking import Checked, check_text
from lvzhi.reports.forms import PURPOSE, CheckForm
from lvzhi.reports.marking.margins import noted
from lvzhi.reports.rules import READ
from lvzhi.reports.vocabulary import margins

WORD = "word"


def check(request: HttpRequest) -> HttpResponseBase:
    """Hold a text against the records; the text is not kept, a file is held sealed for its sender for a day."""
    actor = actor_of(request)
    seen = look(actor, request.GET, request.path, READ)
    initial = {"committee": seen.scope.committee.uid, "period": seen.period.text, "below": seen.scope.below}
    form = CheckForm(
        request.POST or None, request.FILES or None, places=seen.places, account=actor.account_id or 0, initial=initial
    )
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid() and form.span is not None:
        scope = Scope(form.cleaned_data["committee"], below=form.cleaned_data["below"])
        checked = check_text(form.read, scope, form.span)
        if request.POST.get("then") == WORD:
            try:
                return _word(checked, form)
            except BadFile as problem:
                form.add_error("file", problem.sentence)
        context |= _shown(request, form, checked)
    return render(request, "reports/check.html", context)


def _word(checked: Checked, form: CheckForm) -> FileResponse:
    name = PurePath(form.name).stem or margins.PASTED
    made = io.BytesIO(noted(checked, form.document))
    return FileResponse(made, as_attachment=True, filename=margins.FILE.format(name=name))


def _shown(request: HttpRequest, form: CheckForm, checked: Checked) -> dict[str, Any]:
    committee, given = checked.scope.committee, form.cleaned_data
    may_correct = rules.may_correct(actor_of(request), committee.pk)
    listed = marking.lines(checked, reverse("reports:begin_sense") if may_correct else "")
    held = given.get("held") or ""
    if given.get("file"):
        held = hold.put(PURPOSE, form.account, committee.pk, form.name, form.content)
    return {
        "checked": checked, "lines": listed, "marks": list(marking.marks(checked, listed)),
        "clashes": marking.clashes(checked, listed), "tally": marking.tally(checked), "name": form.name,
        "uncounted": sum(not one.counted for one in listed), "asides": marking.asides(checked),
        "set_aside": checked.reading.set_aside,
        "again": {
            "committee": committee.uid, "period": given["period"], "below": "on" if given["below"] else "",
            "held": held, "text": "" if form.name else form.read,
        },
    }  # fmt: skip
