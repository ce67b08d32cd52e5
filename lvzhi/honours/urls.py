"""Addresses of honours."""

from __future__ import annotations

from django.urls import path

from lvzhi.honours.views import entering, looking

app_name = "honours"
urlpatterns = [
    path("", looking.listing, name="list"),
    path("mine/", looking.mine, name="mine"),
    path("export/<slug:form>/", looking.export, name="export"),
    path("enter/", entering.enter, name="enter"),
    path("<uuid:uid>/", looking.detail, name="detail"),
    path("<uuid:uid>/edit/", entering.edit, name="edit"),
    path("<uuid:uid>/step/<slug:key>/", looking.step, name="step"),
    path("<uuid:uid>/void/", looking.void, name="void"),
    path("<uuid:uid>/restore/", looking.restore, name="restore"),
]
