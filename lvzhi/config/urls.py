"""Addresses: each room's own, under the room's word."""

from __future__ import annotations

from importlib.util import find_spec

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path

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
    "relay": "relay/",
    "reports": "reports/",
    "board": "board/",
    "easing": "easing/",
    "assurance": "assurance/",
    "desk": "",
}

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include(f"lvzhi.{room}.urls"))
    for room, prefix in PREFIXES.items()
    if apps.is_installed(f"lvzhi.{room}") and find_spec(f"lvzhi.{room}.urls")
]
