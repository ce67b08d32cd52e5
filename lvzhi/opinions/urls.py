"""Addresses of opinions."""

from __future__ import annotations

from django.urls import path

from lvzhi.opinions.views import detail, entry, lists

app_name = "opinions"
urlpatterns = [
    path("", lists.home, name="home"),
    path("mine/", lists.mine, name="mine"),
    path("screening/", lists.screening, name="screening"),
    path("all/", lists.listing, name="all"),
    path("all/export/<slug:form>/", lists.export, name="export"),
    path("write/", entry.write, name="write"),
    path("concern/<uuid:uid>/", detail.concern, name="concern"),
    path("concern/<uuid:uid>/edit/", entry.edit, name="edit"),
    path("<slug:kind>/<uuid:uid>/step/<slug:key>/", detail.step, name="step"),
    path("<slug:kind>/<uuid:uid>/void/", detail.void, name="void"),
    path("<slug:kind>/<uuid:uid>/restore/", detail.restore, name="restore"),
]
