"""Addresses: each room's own, under the room's word."""

from __future__ import annotations

from importlib.util import find_spec

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path

from lvzhi.config import health, measuring

PREFIXES = {
    "ui": "ui/",
    "accounts": "accounts/",
    "journal": "journal/",
    "committee": "committee/",
    "norms": "norms/",
    "directory": "directory/",
    "files": "files/",
    "drafts": "drafts/",
    "messages": "inbox/",
    "jobs": "jobs/",
    "search": "search/",
    "workflow": "workflow/",
    "metrics": "figures/",
    "people": "people/",
    "plans": "plans/",
    "ballots": "ballots/",
    "papers": "papers/",
    "wishes": "wishes/",
    "joint": "joint/",
    "party": "party/",
    "activities": "activities/",
    "proposals": "proposals/",
    "projects": "projects/",
    "publications": "publications/",
    "regulations": "regulations/",
    "contacts": "contacts/",
    "honours": "honours/",
    "opinions": "opinions/",
    "ledger": "ledger/",
    "consultations": "consultations/",
    "tenure": "tenure/",
    "dossier": "dossier/",
    "evaluation": "evaluation/",
    "appraisal": "appraisal/",
    "turnover": "turnover/",
    "opening": "opening/",
    "relay": "relay/",
    "reports": "reports/",
    "board": "board/",
    "easing": "easing/",
    "assurance": "assurance/",
    "api": "api/",
    "portal": "",
    "desk": "",
}

handler500 = "lvzhi.config.failing.failed"
urlpatterns: list[URLPattern | URLResolver] = [
    path("health", health.health, name="health"),
    path("ready", health.ready, name="ready"),
    path("metrics", measuring.metrics, name="metrics"),
    *(
        path(prefix, include(f"lvzhi.{room}.urls"))
        for room, prefix in PREFIXES.items()
        if apps.is_installed(f"lvzhi.{room}") and find_spec(f"lvzhi.{room}.urls")
    ),
]
