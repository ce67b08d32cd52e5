"""Addresses of the norms room."""

from __future__ import annotations

from django.urls import path

from lvzhi.norms import views

app_name = "norms"
urlpatterns = [
    path("", views.home, name="home"),
    path("<uuid:uid>/", views.overview, name="list"),
    path("<uuid:uid>/codes/", views.code_sets, name="codes"),
    path("<uuid:uid>/codes/<str:key>/", views.code_set, name="code_set"),
    path("<uuid:uid>/codes/<str:key>/add/", views.code_add, name="code_add"),
    path("<uuid:uid>/codes/<str:key>/<str:code>/", views.code_edit, name="code"),
    path("<uuid:uid>/calendar/", views.calendar, name="calendar"),
    path("<uuid:uid>/norm/<str:key>/", views.one, name="one"),
    path("<uuid:uid>/norm/<str:key>/follow/", views.follow, name="follow"),
    path("<uuid:uid>/norm/<str:key>/withdraw/", views.withdraw, name="withdraw"),
]
