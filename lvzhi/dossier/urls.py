"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.dossier.views import amending, balancing, coverage, files, organs, own, quality

app_name = "dossier"
urlpatterns = [
    path("", files.listed, name="list"),
    path("me/", files.me, name="me"),
    path("own/", own.held, name="own"),
    path("own/copy/", own.copy, name="copy"),
    path("own/amend/<slug:field>/", amending.ask, name="amend"),
    path("amendments/", amending.waiting, name="amendments"),
    path("amendments/<uuid:uid>/", amending.detail, name="amendment"),
    path("amendments/<uuid:uid>/<slug:key>/", amending.step, name="amend_step"),
    path("organs/", organs.organs, name="organs"),
    path("organs/<uuid:uid>/", organs.organ, name="organ"),
    path("organs/<uuid:uid>/<slug:form>/", organs.export, name="organ_export"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("quality/", quality.overview, name="quality"),
    path("quality/<slug:key>/", quality.check, name="check"),
    path("quality/<slug:key>/<slug:form>/", quality.export, name="check_export"),
    path("reconcile/", balancing.reconcile, name="reconcile"),
    path("reconcile/<str:key>/", balancing.balance, name="balance"),
    path("reconcile/<str:key>/<slug:form>/", balancing.export, name="balance_export"),
    path("<uuid:uid>/", files.file, name="file"),
    path("<uuid:uid>/paper/", files.paper, name="paper"),
    path("<uuid:uid>/document/", files.document, name="document"),
    path("<uuid:uid>/<slug:form>/", files.export, name="export"),
]
