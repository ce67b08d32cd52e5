"""Addresses of the checklist, of anchors and of hand-overs."""

from __future__ import annotations

from django.urls import path

from lvzhi.assurance import views

app_name = "assurance"
urlpatterns = [
    path("", views.home, name="home"),
    path("paper/", views.paper, name="checklist_paper"),
    path("export/<slug:form>/", views.export, name="export"),
    path("anchors/", views.anchors, name="anchors"),
    path("anchors/make/", views.make, name="make"),
    path("anchors/<str:day>/", views.anchor_paper, name="paper"),
    path("hand-over/", views.hand_over, name="hand_over"),
    path("hand-over/check/", views.check, name="check"),
]
