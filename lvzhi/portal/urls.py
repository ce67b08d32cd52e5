"""Addresses of the room; those of things last."""

from __future__ import annotations

from django.urls import path

from lvzhi.portal.views import follow, lists, open_data, things
from lvzhi.portal.vocabulary import Part

app_name = "portal"
urlpatterns = [
    path("robots.txt", open_data.robots, name="robots"),
    path("open/", lists.index, name="index"),
    path("open/sitemap.xml", open_data.sitemap, name="sitemap"),
    path("open/type/<slug:size>/", open_data.type_size, name="type"),
    path("open/<str:code>/", lists.home, name="home"),
    path("open/<str:code>/search/", lists.search, name="search"),
    path("open/<str:code>/feed/", open_data.feed, name="feed"),
    path("open/<str:code>/feed/<slug:part>/", open_data.feed_part, name="feed_part"),
    path("open/<str:code>/data/", open_data.data, name="data"),
    path("open/<str:code>/data/<slug:part>.<slug:form>", open_data.data_file, name="data_file"),
    *(path(f"open/<str:code>/{part}/", lists.listing, {"part": part.value}, name=part.value) for part in Part),
    path("open/<str:code>/proposals/<uuid:uid>/", things.proposal, name="proposal"),
    path("open/<str:code>/proposals/<uuid:uid>/follow/", follow.follow, name="follow"),
    path("open/<str:code>/follow/<str:token>/", follow.confirm, name="follow_confirm"),
    path("open/<str:code>/unfollow/<str:token>/", follow.end, name="follow_end"),
    path("open/<str:code>/rules/<uuid:uid>/", things.rule, name="rule"),
    path("open/<str:code>/rules/<uuid:uid>/<int:number>/", things.rule, name="version"),
    path("open/<str:code>/reports/<uuid:uid>/", things.report, name="report"),
    path("open/<str:code>/members/<uuid:uid>/", things.member, name="member"),
]
