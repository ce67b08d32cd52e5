"""Addresses of the people room."""

from __future__ import annotations

from django.urls import path

from lvzhi.people.views import chart, editing, files, logins, members, roster

app_name = "people"
urlpatterns = [
    path("", members.members, name="list"),
    path("me/", members.me, name="me"),
    path("pick/", members.pick, name="pick"),
    path("organs/", members.organs, name="organs"),
    path("organs/chart/", chart.organisation, name="chart"),
    path("organs/<uuid:uid>/", members.organ, name="organ"),
    path("staff/", members.staff, name="staff"),
    path("staff/add/", editing.add_staff, name="add_staff"),
    path("add/", editing.add, name="add"),
    path("logins/", logins.page, name="logins"),
    path("roster/", roster.upload, name="roster"),
    path("roster/template/", roster.roster_template, name="roster_template"),
    path("roster/<slug:token>/", roster.preview, name="roster_preview"),
    path("seats/<uuid:uid>/leave/", editing.leave, name="leave"),
    path("seats/<uuid:uid>/transfer/", editing.transfer, name="transfer"),
    path("seats/<uuid:uid>/repost/", editing.repost, name="repost"),
    path("<uuid:uid>/", files.member, name="member"),
    path("<uuid:uid>/unmask/<slug:field>/", files.unmask, name="unmask"),
    path("<uuid:uid>/person/", editing.edit_person, name="edit_person"),
    path("<uuid:uid>/tenure/", editing.edit_member, name="edit_member"),
    path("<uuid:uid>/join/", editing.join, name="join"),
    path("<uuid:uid>/end/", editing.end, name="end"),
    path("<uuid:uid>/post/", editing.post, name="post"),
    path("<uuid:uid>/post/<uuid:post_uid>/end/", editing.end_post, name="end_post"),
    path("<uuid:uid>/party/", editing.party, name="party"),
    path("<uuid:uid>/account/", editing.account, name="account"),
    path("<uuid:uid>/account/unlink/", editing.unlink, name="unlink"),
    path("<uuid:uid>/void/", editing.void, name="void"),
    path("<uuid:uid>/restore/", editing.restore, name="restore"),
]
