"""Pages of procedures: how each runs and who may do what, derived from the value that also runs it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lvzhi.workflow import diagram, registry, tables
from lvzhi.workflow.vocabulary import WORDS


def index(request: HttpRequest) -> HttpResponse:
    """All procedures."""
    return render(request, "workflow/index.html", {"workflows": registry.workflows()})


def one(request: HttpRequest, key: str) -> HttpResponse:
    """One procedure: diagram, steps, states, clocks."""
    workflow = registry.workflow(key)
    context = {
        "workflow": workflow,
        "diagram": diagram.svg(workflow),
        "steps": tables.steps(workflow),
        "states": tables.states(workflow),
        "clocks": tables.clocks(workflow),
        "crumbs": [{"label": WORDS["index"], "url": reverse("workflow:index")}, {"label": workflow.name, "url": ""}],
    }
    return render(request, "workflow/one.html", context)


def rights(request: HttpRequest) -> HttpResponse:
    """Who may do what in every procedure."""
    found = [{"name": one.name, "key": one.key, "table": tables.rights(one)} for one in registry.workflows()]
    crumbs = [{"label": WORDS["index"], "url": reverse("workflow:index")}, {"label": WORDS["rights"], "url": ""}]
    return render(request, "workflow/rights.html", {"rights": found, "crumbs": crumbs})
