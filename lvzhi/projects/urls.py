"""Addresses of projects."""

from __future__ import annotations

from django.urls import path

from lvzhi.projects.views import detail, lists, steps, writing

app_name = "projects"
urlpatterns = [
    path("", lists.listing, name="list"),
    path("mine/", lists.mine, name="mine"),
    path("export/<slug:form>/", lists.export, name="export"),
    path("enter/", writing.enter, name="enter"),
    path("<uuid:uid>/", detail.detail, name="detail"),
    path("<uuid:uid>/edit/", writing.edit, name="edit"),
    path("<uuid:uid>/step/<slug:key>/", steps.step, name="step"),
    path("<uuid:uid>/void/", steps.void, name="void"),
    path("<uuid:uid>/restore/", steps.restore, name="restore"),
]
