"""Addresses of Party organisations."""

from __future__ import annotations

from django.urls import path

from lvzhi.party.views import appraising, bodies, deeds, leading, meetings, sheet

app_name = "party"
urlpatterns = [
    path("", bodies.listing, name="list"),
    path("found/", bodies.found, name="found"),
    path("pick/", bodies.pick, name="pick"),
    path("import/", sheet.upload, name="import"),
    path("import/template/", sheet.template, name="import_template"),
    path("import/<slug:token>/", sheet.preview, name="import_preview"),
    path("appraisals/", appraising.listing, name="appraisals"),
    path("appraisals/<uuid:uid>/", appraising.one, name="appraisal"),
    path("appraisals/<uuid:uid>/void/", appraising.void, name="appraisal_void"),
    path("appraisals/<uuid:uid>/restore/", appraising.restore, name="appraisal_restore"),
    path("appraised/<uuid:uid>/", appraising.line, name="appraised"),
    path("points/", leading.points, name="points"),
    path("points/add/", leading.point_add, name="point_add"),
    path("points/<uuid:uid>/", leading.point, name="point"),
    path("points/<uuid:uid>/end/", leading.point_end, name="point_end"),
    path("points/<uuid:uid>/today/", leading.visit_today, name="visit_today"),
    path("points/<uuid:uid>/visit/", leading.visit, name="visit"),
    path("visits/<uuid:uid>/", leading.visit_edit, name="visit_edit"),
    path("visits/<uuid:uid>/void/", leading.visit_void, name="visit_void"),
    path("visits/<uuid:uid>/restore/", leading.visit_restore, name="visit_restore"),
    path("duties/", leading.duties, name="duties"),
    path("duties/add/", leading.duty_add, name="duty_add"),
    path("duties/copy/", leading.duty_copy, name="duty_copy"),
    path("duties/<uuid:uid>/", leading.duty, name="duty"),
    path("duties/<uuid:uid>/void/", leading.duty_void, name="duty_void"),
    path("duties/<uuid:uid>/restore/", leading.duty_restore, name="duty_restore"),
    path("deeds/", deeds.listing, name="deeds"),
    path("deeds/add/", deeds.add, name="deed_add"),
    path("deeds/add/for/", deeds.add_for, name="deed_add_for"),
    path("deeds/<uuid:uid>/", deeds.one, name="deed"),
    path("deeds/<uuid:uid>/void/", deeds.void, name="deed_void"),
    path("deeds/<uuid:uid>/restore/", deeds.restore, name="deed_restore"),
    path("meetings/<uuid:uid>/", meetings.one, name="meeting"),
    path("meetings/<uuid:uid>/minutes/", meetings.minutes, name="minutes"),
    path("meetings/<uuid:uid>/void/", meetings.void, name="meeting_void"),
    path("meetings/<uuid:uid>/restore/", meetings.restore, name="meeting_restore"),
    path("seats/<uuid:uid>/leave/", bodies.leave, name="leave"),
    path("seats/<uuid:uid>/post/", bodies.repost, name="repost"),
    path("step/<slug:kind>/<uuid:uid>/<slug:key>/", meetings.step, name="step"),
    path("<uuid:uid>/", bodies.one, name="body"),
    path("<uuid:uid>/edit/", bodies.edit, name="edit"),
    path("<uuid:uid>/dissolve/", bodies.dissolve, name="dissolve"),
    path("<uuid:uid>/seat/", bodies.seat, name="seat"),
    path("<uuid:uid>/appraise/", appraising.appraise, name="appraise"),
    path("<uuid:uid>/plan/", meetings.plan, name="plan"),
]
