"""Addresses of papers."""

from __future__ import annotations

from django.urls import path

from lvzhi.papers.views import detail, lists, steps, writing

app_name = "papers"
urlpatterns = [
    path("", lists.register, name="list"),
    path("comments/", lists.comments, name="comments"),
    path("received/", lists.received, name="received"),
    path("export/<slug:form>/", lists.export, name="export"),
    path("comments/export/<slug:form>/", lists.export_comments, name="export_comments"),
    path("write/", writing.write, name="write"),
    path("receipt/<uuid:uid>/", steps.receipt, name="receipt"),
    path("step/<slug:kind>/<uuid:uid>/<slug:key>/", steps.step, name="step"),
    path("<uuid:uid>/", detail.detail, name="detail"),
    path("<uuid:uid>/edit/", writing.edit, name="edit"),
    path("<uuid:uid>/void/", steps.void, name="void"),
    path("<uuid:uid>/restore/", steps.restore, name="restore"),
    path("<uuid:uid>/document/", steps.document, name="document"),
]
