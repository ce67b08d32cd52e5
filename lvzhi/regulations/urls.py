"""Addresses of rules and matters reported."""

from __future__ import annotations

from django.urls import path

from lvzhi.regulations.views import book, matters, versions, writing

app_name = "regulations"
urlpatterns = [
    path("", book.listing, name="list"),
    path("register/", book.register, name="register"),
    path("register/export/<slug:form>/", book.export, name="export"),
    path("write/", writing.write, name="write"),
    path("bring/", writing.bring, name="bring"),
    path("adopt/", versions.adopt, name="adopt"),
    path("matters/", matters.listing, name="matters"),
    path("matters/export/<slug:form>/", matters.export, name="matters_export"),
    path("matters/calendar/", matters.calendar, name="calendar"),
    path("matters/write/", matters.write, name="matter_write"),
    path("matters/<uuid:uid>/", matters.one, name="matter"),
    path("matters/<uuid:uid>/edit/", matters.edit, name="matter_edit"),
    path("matters/<uuid:uid>/void/", matters.void, name="matter_void"),
    path("matters/<uuid:uid>/restore/", matters.restore, name="matter_restore"),
    path("versions/<uuid:uid>/", versions.version, name="version"),
    path("versions/<uuid:uid>/edit/", writing.edit, name="edit"),
    path("versions/<uuid:uid>/text/", versions.text, name="text"),
    path("versions/<uuid:uid>/void/", versions.void, name="version_void"),
    path("versions/<uuid:uid>/restore/", versions.restore, name="version_restore"),
    path("compare/<uuid:old>/<uuid:new>/", versions.side_by_side, name="compare"),
    path("compare/<uuid:old>/<uuid:new>/document/", versions.compare_document, name="compare_document"),
    path("step/<slug:kind>/<uuid:uid>/<slug:key>/", writing.step, name="step"),
    path("<uuid:uid>/", book.detail, name="detail"),
    path("<uuid:uid>/describe/", writing.describe, name="describe"),
    path("<uuid:uid>/back/<slug:key>/", book.back, name="back"),
    path("<uuid:uid>/void/", book.void, name="void"),
    path("<uuid:uid>/restore/", book.restore, name="restore"),
]
