"""Addresses of changes, absence cases and selections."""

from __future__ import annotations

from django.urls import path

from lvzhi.tenure.views import cases, changes, lists, selections, steps

app_name = "tenure"
urlpatterns = [
    path("", lists.changes, name="list"),
    path("export/<slug:form>/", lists.export, name="export"),
    path("mine/", lists.mine, name="mine"),
    path("pick/", changes.pick, name="pick"),
    path("propose/", changes.kinds, name="kinds"),
    path("propose/<slug:kind>/", changes.propose, name="propose"),
    path("resign/", changes.resign, name="resign"),
    path("cases/", lists.cases, name="cases"),
    path("cases/<uuid:uid>/", cases.one, name="case"),
    path("selections/", lists.selections, name="selections"),
    path("selections/call/", selections.call, name="call"),
    path("selections/<uuid:uid>/", selections.one, name="selection"),
    path("selections/<uuid:uid>/nominate/", selections.nominate, name="nominate"),
    path("selections/<uuid:uid>/join/", selections.nominate_self, name="nominate_self"),
    path("selections/<uuid:uid>/void/", selections.void, name="selection_void"),
    path("selections/<uuid:uid>/restore/", selections.restore, name="selection_restore"),
    path("nominees/<uuid:uid>/leave/", selections.leave, name="leave_selection"),
    path("step/<slug:kind>/<uuid:uid>/<slug:key>/", steps.step, name="step"),
    path("<uuid:uid>/", changes.one, name="change"),
    path("<uuid:uid>/void/", changes.void, name="void"),
    path("<uuid:uid>/restore/", changes.restore, name="restore"),
]
