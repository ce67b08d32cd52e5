"""Addresses of plans."""

from __future__ import annotations

from django.urls import path

from lvzhi.plans.views import campaigns, joint, plans, tasks

app_name = "plans"
urlpatterns = [
    path("", plans.listing, name="list"),
    path("write/", plans.write, name="write"),
    path("mine/", tasks.mine, name="mine"),
    path("joint/", joint.listing, name="topics"),
    path("joint/<uuid:uid>/", joint.topic, name="topic"),
    path("joint/<uuid:uid>/export/<slug:form>/", joint.export, name="export_topic"),
    path("campaigns/", campaigns.listing, name="campaigns"),
    path("campaigns/add/", campaigns.add, name="add_campaign"),
    path("campaigns/<uuid:uid>/", campaigns.one, name="campaign"),
    path("campaigns/<uuid:uid>/change/", campaigns.change, name="change_campaign"),
    path("campaigns/<uuid:uid>/records/", campaigns.prove, name="prove_campaign"),
    path("step/<slug:kind>/<uuid:uid>/<slug:key>/", plans.step, name="step"),
    path("opinions/<uuid:uid>/", plans.answer, name="answer"),
    path("tasks/<uuid:uid>/", tasks.task, name="task"),
    path("tasks/<uuid:uid>/change/", tasks.change, name="change"),
    path("tasks/<uuid:uid>/remove/", tasks.remove, name="remove"),
    path("tasks/<uuid:uid>/records/", tasks.prove, name="prove"),
    path("<uuid:uid>/", plans.plan, name="plan"),
    path("<uuid:uid>/edit/", plans.edit, name="edit"),
    path("<uuid:uid>/sheet/", plans.sheet, name="sheet"),
    path("<uuid:uid>/export/<slug:form>/", plans.export, name="export"),
    path("<uuid:uid>/add/", tasks.add, name="add"),
    path("<uuid:uid>/import/", tasks.upload, name="import"),
    path("<uuid:uid>/import/template/", tasks.template, name="template"),
    path("<uuid:uid>/import/<slug:token>/", tasks.preview, name="preview"),
    path("<uuid:uid>/void/", plans.void, name="void"),
    path("<uuid:uid>/restore/", plans.restore, name="restore"),
]
