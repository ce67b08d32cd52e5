"""Addresses of projects."""

from __future__ import annotations

from django.urls import path

from lvzhi.projects.views import detail, leads, levels, lists, sheet, steps, visiting, writing

app_name = "projects"
urlpatterns = [
    path("", lists.listing, name="list"),
    path("mine/", lists.mine, name="mine"),
    path("export/<slug:form>/", lists.export, name="export"),
    path("enter/", writing.enter, name="enter"),
    path("pipeline/", leads.pipeline, name="pipeline"),
    path("levels/", levels.listing, name="levels"),
    path("levels/<slug:form>/", levels.export, name="levels_export"),
    path("import/", sheet.upload, name="import"),
    path("import/template/", sheet.template, name="import_template"),
    path("import/<str:token>/", sheet.preview, name="import_preview"),
    path("leads/", leads.listing, name="leads"),
    path("leads/new/", leads.new, name="lead_new"),
    path("leads/<uuid:uid>/", leads.one, name="lead"),
    path("leads/<uuid:uid>/step/<slug:key>/", leads.step, name="lead_step"),
    path("leads/<uuid:uid>/void/", leads.void, name="lead_void"),
    path("leads/<uuid:uid>/restore/", leads.restore, name="lead_restore"),
    path("site/<uuid:uid>/", visiting.site, name="site"),
    path("visits/<uuid:uid>/tie/", visiting.tie, name="tie"),
    path("noted/<slug:kind>/<uuid:uid>/void/", visiting.void, name="noted_void"),
    path("noted/<slug:kind>/<uuid:uid>/restore/", visiting.restore, name="noted_restore"),
    path("<uuid:uid>/", detail.detail, name="detail"),
    path("<uuid:uid>/edit/", writing.edit, name="edit"),
    path("<uuid:uid>/step/<slug:key>/", steps.step, name="step"),
    path("<uuid:uid>/void/", steps.void, name="void"),
    path("<uuid:uid>/restore/", steps.restore, name="restore"),
]
